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
    let text = Self.audienceText(of: row.text)
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
  private static func audienceText(of row: String) -> String {
    let bytes = row.utf8
    guard bytes.starts(with: key), let end = bytes.firstIndex(of: 0x7d) else { return "" }
    return String(row[bytes.index(bytes.startIndex, offsetBy: key.count)...end])
  }

  private static let key = Array(#"{"audience":"#.utf8)
}
