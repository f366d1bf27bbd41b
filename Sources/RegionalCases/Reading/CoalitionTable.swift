/// Brings worths that are written by coalition into the order of a game's table.
///
/// The costs of a joint facility and the games of ``GameFile`` are read by it alike. Rows are taken one by one, so that
/// no more than the table itself stands in memory.
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
  /// The key of the mapping in which the worths stand; nil where they are rows of a CSV file.
  let key: String?
  /// Where the table itself is named.
  let place: Place
  let faults: FaultList

  /// In the file of a game.
  static let mostPlayers = 26
  /// In a case, whose problem is not only shared but diagnosed and appraised coalition by coalition.
  static let mostMembers = 20
  /// After so many faulty rows the rest are not read: whoever reads the faults has enough to go by.
  static let mostFaultyRows = 100

  private let keys: CoalitionKeys
  private let bits: [String: Int]
  private let areLetters: Bool
  private var worths: [Double]
  /// A bit a coalition: whether its row was read.
  private var seen: [UInt64]
  private var taken = 0
  private var isSound = true
  private var unread = 0
  private var faultyRows = 0
  /// The places at which a coalition stands again, by mask.
  private var repeats: [Int: [Place]] = [:]

  /// A table to be filled; nil, with a fault, for more than `most` players.
  init?(
    players: [String], noun: String, most: Int = mostPlayers, key: String?, place: Place, faults: FaultList
  ) {
    guard (1...most).contains(players.count) else {
      faults.error(
        place, "a table of coalitions for \(players.count) \(noun)s", "a table is for 1 to \(most) of them")
      return nil
    }
    self.players = players
    self.noun = noun
    self.key = key
    self.place = place
    self.faults = faults
    areLetters = players.allSatisfy { $0.count == 1 }
    keys = CoalitionKeys(players: players, areLetters: areLetters)
    bits = Dictionary(players.enumerated().map { ($1, $0) }) { first, _ in first }
    worths = [Double](repeating: 0, count: 1 << players.count)
    seen = [UInt64](repeating: 0, count: max(1, worths.count >> 6))
  }

  /// The 2ⁿ worths of `rows` by mask; nil, with faults, unless every coalition but the empty one stands there exactly
  /// once.
  static func worths(
    of rows: [Row], players: [String], noun: String, most: Int = mostPlayers, key: String?, place: Place,
    faults: FaultList
  ) -> (worths: [Double], table: CoalitionTable)? {
    guard var table = CoalitionTable(players: players, noun: noun, most: most, key: key, place: place, faults: faults)
    else { return nil }
    for row in rows where !table.isHopeless {
      let bytes = Array(row.key.utf8)
      table.take(bytes, 0..<bytes.count, worth: row.worth, place: row.place, worthPlace: row.worthPlace)
    }
    table.tellRepeats { table, visit in
      for row in rows {
        let bytes = Array(row.key.utf8)
        visit(table.mask(bytes, 0..<bytes.count)) { row.place }
      }
    }
    return table.filled().map { ($0, table) }
  }

  /// Whether so many rows were faulty that the rest need no reading.
  var isHopeless: Bool { faultyRows >= Self.mostFaultyRows }

  /// The coalition that stands in `range` of `bytes`; nil where it cannot be told, and no fault says so.
  func mask(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    keys.mask(bytes, range) ?? quietMask(of: String(decoding: bytes[range], as: UTF8.self))
  }

  /// Takes one row: the coalition that stands in `range` of `bytes`, and its worth, nil where that is faulty.
  mutating func take(
    _ bytes: [UInt8], _ range: Range<Int>, worth: Double?, place: @autoclosure () -> Place,
    worthPlace: @autoclosure () -> Place
  ) {
    guard
      let mask = keys.mask(bytes, range)
        ?? loudMask(of: String(decoding: bytes[range], as: UTF8.self), at: place())
    else {
      isSound = false
      unread += 1
      faultyRows += 1
      return
    }
    if mask == 0 {
      guard let worth, worth != 0 else { return }
      faults.error(worthPlace(), "the empty coalition is worth \(plain(worth))", "give it 0, or leave it out")
      isSound = false
      return
    }
    guard seen[mask >> 6] >> UInt64(mask & 63) & 1 == 0 else {
      repeats[mask, default: []].append(place())
      isSound = false
      faultyRows += 1
      return
    }
    seen[mask >> 6] |= 1 << UInt64(mask & 63)
    taken += 1
    if let worth {
      worths[mask] = worth
    } else {
      isSound = false
      faultyRows += 1
    }
  }

  /// Tells of the coalitions that stood again where each stood first.
  ///
  /// - Parameter rows: goes through the rows again and calls with each one's coalition and place; it is asked only where
  ///   some coalition stands twice, so the places of the others need not be kept.
  mutating func tellRepeats(_ rows: (CoalitionTable, (Int?, () -> Place) -> Void) -> Void) {
    guard !repeats.isEmpty else { return }
    var first: [Int: Place] = [:]
    let repeats = self.repeats
    rows(self) { mask, place in
      guard let mask, repeats[mask] != nil, first[mask] == nil else { return }
      first[mask] = place()
    }
    for (mask, places) in repeats.sorted(by: { $0.key < $1.key }) {
      for place in places {
        let earlier = first[mask].map { ", first at \($0)" } ?? ""
        faults.error(place, "the coalition \(name(mask)) stands twice\(earlier)", "keep one of them")
      }
    }
    self.repeats = [:]
  }

  /// The table once every row was taken; nil, with faults, unless every coalition was there once.
  mutating func filled() -> [Double]? {
    if isHopeless {
      faults.error(
        place, "\(Self.mostFaultyRows) coalitions are faulty; no more were read", "correct them, and read it again")
      return nil
    }
    let missing = worths.count - 1 - taken
    // A coalition whose row cannot be read is missing too; that fault was said where it stands.
    if missing > unread {
      var shown: [String] = []
      for mask in 1..<worths.count where shown.count < 5 && seen[mask >> 6] >> UInt64(mask & 63) & 1 == 0 {
        shown.append(name(mask))
      }
      let more = missing > 5 ? " and \(missing - 5) more" : ""
      faults.error(
        place, "no worth is given for \(shown.joined(separator: ", "))\(more)",
        key.map { "add \(missing == 1 ? "it" : "them") to \($0)" } ?? "add a row for every coalition")
      return nil
    }
    defer { worths = [] }
    return isSound && missing == 0 ? worths : nil
  }

  /// The members of a coalition joined by `+`.
  func name(_ mask: Int) -> String { Self.name(mask, players) }

  /// The members of a coalition of `players` joined by `+`.
  static func name(_ mask: Int, _ players: [String]) -> String {
    players.indices.filter { mask >> $0 & 1 == 1 }.map { players[$0] }.joined(separator: "+")
  }

  // MARK: What is not written plainly

  private func quietMask(of key: String) -> Int? {
    if let bit = bits[key.trimmed] { return 1 << bit }
    var mask = 0
    for name in Self.names(in: key, areLetters: areLetters) {
      guard let bit = bits[name], mask >> bit & 1 == 0 else { return nil }
      mask |= 1 << bit
    }
    return mask
  }

  private func loudMask(of key: String, at place: Place) -> Int? {
    if let mask = quietMask(of: key) { return mask }
    var mask = 0
    for name in Self.names(in: key, areLetters: areLetters) {
      guard let bit = bits[name] else {
        faults.error(
          place, "no \(noun) is called '\(shortened(name))' in the coalition '\(shortened(key))'",
          suggestion(for: name, among: players, otherwise: "the \(noun)s are"))
        return nil
      }
      if mask >> bit & 1 == 1 {
        faults.error(place, "'\(name)' stands twice in the coalition '\(shortened(key))'", "name it once")
        return nil
      }
      mask |= 1 << bit
    }
    return nil
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
