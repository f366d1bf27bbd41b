/// Why a report could not be made or kept.
public enum ReportingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A number of the findings is not finite.
  case notFinite(place: String)
  /// An array of the findings does not have one entry for each of what it speaks of.
  case count(place: String, expected: Int, found: Int)
  /// An id of the findings names no party.
  case unknownParty(place: String, id: String)
  /// The diagnosis counts costs and the shares are of a surplus, or the other way round.
  case contradiction(counts: String, shares: String)
  /// A folder stands where a file of the report goes, or a file where a folder goes.
  case inTheWay(path: String, isFolder: Bool)
  /// The file or folder could not be written, for the reason the system gave.
  case cannotWrite(path: String, reason: String)

  /// The place, the fault and the remedy, on one line.
  public var description: String {
    switch self {
    case .notFinite(let place):
      "findings: \(place) is not a finite number; a study must leave out what it cannot compute"
    case .count(let place, let expected, let found):
      "findings: \(place) has \(found) entries; it needs \(expected)"
    case .unknownParty(let place, let id):
      "findings: \(place) names '\(id)', which is none of the parties; add the party or mend the id"
    case .contradiction(let counts, let shares):
      "findings: diagnosis.counts is \(counts) but sharing.kind is \(shares); gains go with a surplus, costs with a cost"
    case .inTheWay(let path, let isFolder):
      "\(path) is a \(isFolder ? "folder" : "file"); move it away, or choose another folder"
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written: \(reason); choose a folder that you may write to"
    }
  }
}
