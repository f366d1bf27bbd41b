/// What is wrong or odd in a file, where, and what its author can do about it.
///
/// Prints as `case.yaml:14:9: error: 'popluation' is not a key of party; did you mean 'population'?`
public struct CaseFault: Hashable, Sendable, Error, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, Codable {
    /// The case cannot be used.
    case error
    /// The case can be used; its author should look.
    case warning
  }

  /// How bad it is.
  public let severity: Severity
  /// Where it is.
  public let place: Place
  /// What is wrong, with the offending value.
  public let what: String
  /// What to do about it.
  public let remedy: String

  /// A fault made in code.
  public init(_ severity: Severity = .error, at place: Place, _ what: String, remedy: String) {
    self.severity = severity
    self.place = place
    self.what = visible(what)
    self.remedy = visible(remedy)
  }

  /// As in `case.yaml:14:9: error: … ; …`: place, severity, what is wrong, what to do.
  public var description: String { "\(place): \(severity.rawValue): \(what); \(remedy)" }
}

/// `text` with its control characters written out, as in `\u{0}`: a message quotes what a file holds, and what moves
/// the cursor or rings a bell would hide the fault it tells of.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
  return text.unicodeScalars.reduce(into: "") { shown, scalar in
    if scalar.properties.generalCategory == .control {
      shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
}

/// Everything that is wrong with a case, or a game, at once.
public struct CaseFaults: Error, Hashable, Sendable, CustomStringConvertible {
  /// By file, line and column; empty only when ``unreadable`` says why.
  public let faults: [CaseFault]
  /// By file, line and column.
  public let warnings: [CaseFault]
  /// Set when nothing could be read at all.
  public let unreadable: CaseUnreadable?

  init(faults: [CaseFault], warnings: [CaseFault], unreadable: CaseUnreadable? = nil) {
    self.faults = faults
    self.warnings = warnings
    self.unreadable = unreadable
  }

  /// One line each, faults and warnings together in the order of their places.
  public var description: String {
    ((unreadable.map { ["\($0)"] } ?? []) + inOrder(faults + warnings).map(\.description)).joined(separator: "\n")
  }
}

/// By place, then severity, then words: the order that never depends on how the reader walked.
func inOrder(_ faults: [CaseFault]) -> [CaseFault] {
  faults.sorted {
    ($0.place, $0.severity.rawValue, $0.what) < ($1.place, $1.severity.rawValue, $1.what)
  }
}

/// Why a folder or a file could not be read at all.
public struct CaseUnreadable: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder or file that was named.
  public let path: String
  /// Why it gives nothing, to stand after the path.
  public let reason: String

  /// The path and the reason.
  public var description: String { "\(path): \(reason)" }
}
