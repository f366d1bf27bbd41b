/// For whom each object of a kind is, by its number: what somebody may not see is passed over without being read.
///
/// A region has many thousands of objects and few audiences. Four bytes are kept for an object, and each audience once.
/// Nothing is shown by what stands here: what is found this way is asked for its own audience again.
struct AudienceRoll: Sendable {
  /// The audience of each object, as a place in ``audiences``; the first is that of number 1.
  private var places: [UInt32] = []
  private(set) var audiences: [Audience] = []
  private var placeOfText: [String: UInt32] = [:]

  private static let unknown = UInt32.max

  /// Up to which number the audiences were entered.
  var last: Int { places.count }

  /// Where the audience of an object stands in ``audiences``; nothing when it has to be read.
  func place(of number: Int) -> Int? {
    guard number >= 1, number <= places.count, places[number - 1] != Self.unknown else { return nil }
    return Int(places[number - 1])
  }

  /// Enters the audience that the row of an object begins with, when it is one of those entered or the next.
  ///
  /// - Returns: where the audience stands in ``audiences``.
  mutating func enter(_ row: StoredRow) throws -> Int {
    let text = try Self.audienceText(of: row.text)
    let place: UInt32
    if let known = placeOfText[text] {
      place = known
    } else {
      place = UInt32(audiences.count)
      audiences.append(try CanonicalJSON.value(Audience.self, from: text))
      placeOfText[text] = place
    }
    let number = row.id.number
    if number == places.count + 1 {
      places.append(place)
    } else if number >= 1, number <= places.count {
      places[number - 1] = place
    }
    return Int(place)
  }

  /// Forgets the audience of an object that has changed.
  mutating func forget(_ number: Int) {
    if number >= 1, number <= places.count { places[number - 1] = Self.unknown }
  }

  /// The audience as the text of a row has it. It is the first of the keys in a canonical row, and nothing within it
  /// is an object itself or a text of anybody's own words, so that it ends with the first brace.
  private static func audienceText(of row: String) throws -> String {
    let text = row.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard bytes.starts(with: key), let end = bytes.firstIndex(of: 0x7d) else { return nil }
      return String(decoding: bytes[key.count...end], as: UTF8.self)
    }
    if let text = text ?? nil { return text }
    // Only somebody else's hand writes a row in another order.
    return try CanonicalJSON.text(of: CanonicalJSON.value(AudienceRow.self, from: row).audience)
  }

  private static let key = Array(#"{"audience":"#.utf8)

  private struct AudienceRow: Decodable { let audience: Audience }
}

/// A roll while somebody looks through it: whether each audience includes them is decided once.
struct AudienceGlance {
  private(set) var roll: AudienceRoll
  /// Whether the roll has come to say more than it did.
  private(set) var hasGrown = false
  /// Nothing for whoever may see everything.
  private let standing: Standing?
  private var included: [Bool?]

  init(_ roll: AudienceRoll, for standing: Standing?) {
    (self.roll, self.standing) = (roll, standing)
    included = Array(repeating: standing == nil ? true : nil, count: roll.audiences.count)
  }

  /// Whether an object is for who looks; nothing when its row has to be read.
  mutating func includes(_ number: Int) -> Bool? { roll.place(of: number).map { isIncluded($0) } }

  /// Whether the object of a row is for who looks.
  mutating func includes(_ row: StoredRow) throws -> Bool {
    hasGrown = true
    return isIncluded(try roll.enter(row))
  }

  private mutating func isIncluded(_ place: Int) -> Bool {
    while included.count <= place { included.append(nil) }
    if let known = included[place] { return known }
    let found = standing.map { roll.audiences[place].includes($0) } ?? true
    included[place] = found
    return found
  }
}
