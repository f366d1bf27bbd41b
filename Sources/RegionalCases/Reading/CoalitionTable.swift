/// Brings worths that are written by coalition into the order of a game's table.
///
/// The costs of a joint facility and the games of ``GameFile`` are read by it alike.
struct CoalitionTable {
  struct Row {
    /// The members as written: names joined by `+` or a comma, or letters side by side.
    let key: String
    let place: Place
    /// Nil where the worth itself is faulty.
    let worth: Double?
    let worthPlace: Place
  }

  /// In the order of their bits.
  let players: [String]
  /// What a player is called in messages: `member`, `player`.
  let noun: String
  let rows: [Row]
  /// The key of the mapping in which the worths stand; nil where they are rows of a CSV file.
  let key: String?
  /// Where the table itself is named.
  let place: Place
  let faults: FaultList

  static let mostPlayers = 20

  /// The 2ⁿ worths by mask; nil, with faults, unless every coalition but the empty one stands there exactly once.
  func worths() -> [Double]? {
    guard (1...Self.mostPlayers).contains(players.count) else {
      faults.error(
        place, "a table of coalitions for \(players.count) \(noun)s", "a table is for 1 to \(Self.mostPlayers) of them")
      return nil
    }
    var worths = [Double](repeating: 0, count: 1 << players.count)
    var places = [Place?](repeating: nil, count: worths.count)
    var isSound = true
    var unread = 0
    let bits = Dictionary(players.enumerated().map { ($1, $0) }) { first, _ in first }
    let areLetters = players.allSatisfy { $0.count == 1 }
    for row in rows {
      guard let mask = mask(of: row, bits: bits, areLetters: areLetters) else {
        isSound = false
        unread += 1
        continue
      }
      if mask == 0 {
        guard let worth = row.worth, worth != 0 else { continue }
        faults.error(row.worthPlace, "the empty coalition is worth \(plain(worth))", "give it 0, or leave it out")
        isSound = false
        continue
      }
      if let first = places[mask] {
        faults.error(
          row.place, "the coalition \(name(mask)) stands twice, first at \(first)", "keep one of them")
        isSound = false
        continue
      }
      places[mask] = row.place
      if let worth = row.worth { worths[mask] = worth } else { isSound = false }
    }
    let missing = places.indices.dropFirst().filter { places[$0] == nil }
    // A coalition whose row cannot be read is missing too; that fault was said where it stands.
    if missing.count > unread {
      let shown = missing.prefix(5).map { name($0) }.joined(separator: ", ")
      let more = missing.count > 5 ? " and \(missing.count - 5) more" : ""
      faults.error(
        place, "no worth is given for \(shown)\(more)",
        key.map { "add \(missing.count == 1 ? "it" : "them") to \($0)" } ?? "add a row for every coalition")
      return nil
    }
    return isSound && missing.isEmpty ? worths : nil
  }

  /// The members of a coalition joined by `+`.
  func name(_ mask: Int) -> String {
    players.indices.filter { mask >> $0 & 1 == 1 }.map { players[$0] }.joined(separator: "+")
  }

  private func mask(of row: Row, bits: [String: Int], areLetters: Bool) -> Int? {
    if let bit = bits[row.key.trimmed] { return 1 << bit }
    if row.key.trimmed.isEmpty { return 0 }
    var mask = 0
    for name in Self.names(in: row.key, areLetters: areLetters) {
      guard let bit = bits[name] else {
        faults.error(
          row.place, "no \(noun) is called '\(shortened(name))' in the coalition '\(shortened(row.key))'",
          suggestion(for: name, among: players, otherwise: "the \(noun)s are"))
        return nil
      }
      if mask >> bit & 1 == 1 {
        faults.error(row.place, "'\(name)' stands twice in the coalition '\(shortened(row.key))'", "name it once")
        return nil
      }
      mask |= 1 << bit
    }
    return mask
  }

  /// The names that a coalition's text joins.
  static func names(in key: String, areLetters: Bool) -> [String] {
    let isJoined = key.contains { $0 == "+" || $0 == "," }
    if !isJoined, areLetters { return key.filter { !$0.isWhitespace }.map { String($0) } }
    return key.split(omittingEmptySubsequences: false) { $0 == "+" || $0 == "," }.map { String($0).trimmed }
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
