import Registry

/// What a party tells the mediator of its preferences, in its sealed positions: how many points each wording in brackets
/// is worth to it, and the total below which it would rather have no deal. A line each, among whatever else it writes:
///
///     clause 2 a1b2c3d4e5f6 = 40
///     reservation = 55
///
/// A wording is named by the first digits of its commitment, so that points never count for words that have changed.
struct StatedPoints: Equatable {
  /// So many digits name a wording.
  static let digits = 12
  /// The most points that are taken, either way: enough for any scale, and added exactly.
  static let most = 1_000_000

  /// Points in thousandths by clause and digits: decimals are added as such.
  private(set) var points: [String: Int] = [:]
  /// In thousandths; nothing when it is not told.
  private(set) var reservation: Int?
  /// Lines that begin like points and are none.
  private(set) var faults: [String] = []

  /// - Parameter texts: the party's sealed positions that are not withdrawn, in their order; what comes later counts.
  init(_ texts: [String]) {
    for line in texts.flatMap({ $0.split(whereSeparator: \.isNewline) }) {
      let plain = line.prefix { $0 != "#" }
      let sides = plain.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2 else { continue }
      let words = sides[0].split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
      let isReservation = words == ["reservation"]
      guard isReservation || words.count == 3 && words[0] == "clause" else { continue }
      guard let value = Self.thousandths(sides[1].filter { !$0.isWhitespace }) else {
        faults.append(String(line))
        continue
      }
      if isReservation { reservation = value } else { points["\(words[1]) \(words[2])"] = value }
    }
  }

  /// The points of a wording, in points; nothing when the party has told none.
  func worth(of commit: String, in clause: Int) -> Double? {
    points["\(clause) \(commit.prefix(Self.digits))"].map { Double($0) / 1000 }
  }

  /// The total below which there is no deal, in points.
  var leastTotal: Double? { reservation.map { Double($0) / 1000 } }

  /// `-12.5` in thousandths; nothing when it has more decimals, is no number, or is too large.
  private static func thousandths(_ text: String) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(parts[0]), whole <= most
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...3).contains(decimals.count),
      let rest = Int(decimals + String(repeating: "0", count: 3 - decimals.count))
    else { return nil }
    return (isNegative ? -1 : 1) * (whole * 1000 + rest)
  }
}

extension NegotiationTable {
  /// The clauses whose wordings compete: what a mediator can choose among.
  var brackets: [Clause] {
    clauses.filter { $0.stage != .agreed && $0.stage != .withdrawn && $0.wordings.count > 1 }
  }

  /// The lines by which a party tells the mediator its points, for it to fill in.
  func pointLines(_ words: (Confided) -> String) -> String {
    brackets.flatMap { clause in
      clause.wordings.map { wording in
        let beginning = words(wording.text).prefix(24).filter { !$0.isNewline && $0 != "#" }
        return "clause \(clause.number) \(wording.text.commit.prefix(StatedPoints.digits)) =   # \(beginning)"
      }
    }.joined(separator: "\n")
  }
}
