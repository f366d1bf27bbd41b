import Foundation
import Testing

@testable import Registry

/// The one text of a value, beside the encoder and the decoder of Foundation.
@Suite struct CanonicalJSONTests {
  // MARK: Writing

  /// What Foundation's encoder writes with sorted keys.
  private static func foundation(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  private func expectSame<T: Encodable>(_ value: T) throws {
    let (bytes, expected) = (try CanonicalJSON.bytes(of: value), try Self.foundation(value))
    // Bytes, since two texts that look alike are equal; texts in the message, since bytes are not legible.
    if bytes != expected {
      Issue.record("\(String(decoding: bytes, as: UTF8.self)) for \(String(decoding: expected, as: UTF8.self))")
    }
  }

  @Test("writes every event, object and command of two years of a region as Foundation does, and reads it back")
  func writesTheDemonstration() throws {
    func check<T: Codable & Hashable>(_ value: T) throws {
      try expectSame(value)
      #expect(try CanonicalJSON.value(T.self, from: CanonicalJSON.text(of: value)) == value)
    }
    func check<T: RecordObject>(object: T, event: any RecordEvent) throws {
      try expectSame(RowContent(object))
      try check(object)
      try check(event)
      let body = EventBody(
        act: event.act, after: "00", audience: object.audience,
        author: Author(appointment: ObjectID(.appointment, 1), organisation: nil, delegation: nil),
        command: CommandMark(key: "a", events: 1, order: "b"), event: try #require(event as? T.Event))
      try expectSame(body)
    }
    let plain = MemoryRecord { content in
      let digits = String(content.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }, radix: 16)
      return String(repeating: "0", count: 64 - digits.count) + digits
    }
    let record = try DemonstrationRegion(seed: 7).play(in: MemoryDemonstration(plain)).record.record
    #expect(record.entries.count > 500)
    for entry in record.entries { try check(object: entry.happening.after, event: entry.happening.event) }
  }

  /// Texts with everything that an encoder could treat apart.
  private static let oddities = [
    "\u{0}", "\u{8}", "\t", "\n", "\u{b}", "\u{c}", "\r", "\u{1f}", " ", "\"", "\\", "/", "\u{7f}", "\u{80}", "\u{301}",
    "é",
    "e\u{301}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{fffe}", "\u{ffff}", "\u{10000}", "\u{10ffff}", "😀", "👩‍👩‍👧", "两县",
    "ﬁ", "a", "Z",
    "_", "0", "10", "9",
  ]

  private static func text(_ chance: inout SeededChance) -> String {
    (0..<Int.random(in: 0...20, using: &chance)).map { _ in
      Bool.random(using: &chance)
        ? oddities.randomElement(using: &chance)!
        : String(Unicode.Scalar(UInt32.random(in: 0..<0xd800, using: &chance))!)
    }.joined()
  }

  /// A value of any shape that a record may hold.
  indirect enum Shape: Codable, Hashable {
    case nothing
    case text(String)
    case number(Int64)
    case small(Int8, UInt8, UInt64)
    case truth(Bool)
    case optional(Int?, String??)
    case list([Shape])
    case members([String: Shape])
    case labelled(first: String, second: Shape?, third: [Int?])

    init(depth: Int, using chance: inout SeededChance) {
      switch Int.random(in: 0..<(depth == 0 ? 6 : 9), using: &chance) {
      case 0: self = .nothing
      case 1: self = .text(CanonicalJSONTests.text(&chance))
      case 2:
        self = .number([.min, .max, 0, -1, .random(in: .min ... .max, using: &chance)].randomElement(using: &chance)!)
      case 3: self = .small(.min, .max, [.max, 0].randomElement(using: &chance)!)
      case 4: self = .truth(Bool.random(using: &chance))
      case 5: self = .optional(Bool.random(using: &chance) ? nil : 7, Bool.random(using: &chance) ? nil : "x")
      case 6:
        self = .list((0..<Int.random(in: 0...4, using: &chance)).map { _ in Shape(depth: depth - 1, using: &chance) })
      case 7:
        var members: [String: Shape] = [:]
        for _ in 0..<Int.random(in: 0...40, using: &chance) {
          members[CanonicalJSONTests.text(&chance)] = Shape(depth: 0, using: &chance)
        }
        self = .members(members)
      default:
        self = .labelled(
          first: CanonicalJSONTests.text(&chance),
          second: Bool.random(using: &chance) ? nil : Shape(depth: depth - 1, using: &chance), third: [1, nil, .min])
      }
    }
  }

  @Test("writes values of every shape as Foundation does, and reads them back", arguments: UInt64(0)..<200)
  func writesShapes(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    for _ in 0..<5 {
      let shape = Shape(depth: 4, using: &chance)
      try expectSame(shape)
      let text = try CanonicalJSON.text(of: shape)
      #expect(try CanonicalJSON.value(Shape.self, from: text) == shape)
      #expect(try CanonicalJSON.text(of: CanonicalJSON.value(Shape.self, from: text)) == text)
    }
  }

  @Test("writes every character below U+0180 and each odd one as Foundation does, wherever it stands in a text")
  func writesCharacters() throws {
    for scalar in (0..<0x180).map({ String(Unicode.Scalar($0)!) }) + Self.oddities {
      for before in [0, 1, 6, 7, 8, 9, 15] {
        for after in [0, 1, 7, 8] {
          try expectSame(String(repeating: "x", count: before) + scalar + String(repeating: "y", count: after))
        }
      }
    }
  }

  @Test("writes single values, empty ones and what is nested by hand as Foundation does")
  func writesOddValues() throws {
    struct Empty: Codable {}
    struct Silent: Encodable { func encode(to encoder: any Encoder) {} }
    struct ByHand: Encodable {
      enum Key: String, CodingKey { case b, a, list, deep }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: .b)
        try container.encode(2, forKey: .a)
        // The later of two with one key holds.
        try container.encode(3, forKey: .b)
        var list = container.nestedUnkeyedContainer(forKey: .list)
        var inner = list.nestedContainer(keyedBy: Key.self)
        try list.encodeNil()
        try inner.encode(UInt16.max, forKey: .b)
        try container.encodeNil(forKey: .deep)
        try inner.encode("x", forKey: .a)
        #expect(list.count == 2 && list.codingPath.map(\.stringValue) == ["list"])
        #expect(inner.codingPath.map(\.stringValue) == ["list", "Index 0"])
      }
    }
    try expectSame(Empty())
    try expectSame([Silent()])
    try expectSame(["a": Silent()])
    try expectSame(ByHand())
    try expectSame(Int?.none)
    try expectSame([Int?.none, 3])
    try expectSame(["x": Int?.none])
    try expectSame([[[[Int]]]]([[[]], []]))
    try expectSame(true)
    try expectSame("")
    #expect(throws: EncodingError.self) { try CanonicalJSON.bytes(of: Silent()) }
  }

  @Test("refuses to write a floating-point number, and names its place")
  func refusesFractions() throws {
    let error = #expect(throws: EncodingError.self) { try CanonicalJSON.bytes(of: ["a": [1.5]]) }
    guard case .invalidValue(_, let context) = error else {
      Issue.record("another error")
      return
    }
    #expect(context.codingPath.map(\.stringValue) == ["a", "Index 0"])
    #expect(context.debugDescription == "A record holds no floating-point numbers; use a whole number.")
  }

  // MARK: Reading

  @Test(
    "refuses what readers could take in two ways, naming the byte",
    arguments: [
      ("", "Byte 0: a value is expected."), ("[1.0]", "Byte 2: a number is whole, without exponent."),
      ("[1e2]", "Byte 2: a number is whole, without exponent."),
      ("01", "Byte 2: a number has digits, and no zero in front."),
      ("-", "Byte 1: a number has digits, and no zero in front."), ("[1,]", "Byte 3: a value is expected."),
      ("[1 2]", "Byte 3: a comma or the end is expected."), ("1 2", "Byte 2: nothing may follow the value."),
      (#"{"a":1,}"#, "Byte 7: a text is expected."), (#"{"a" 1}"#, "Byte 5: a colon is expected."),
      (#"{a:1}"#, "Byte 1: a text is expected."),
      (#"{"a":1,"a":2}"#, "Byte 13: a key stands twice in the object that ends here."),
      (#"{"a":1,"\u0061":2}"#, "Byte 18: a key stands twice in the object that ends here."),
      (#"["\ud800"]"#, "Byte 8: half a pair of surrogates."), (#"["\udc00"]"#, "Byte 8: half a pair of surrogates."),
      (#"["\ud83d\u0020"]"#, "Byte 14: half a pair of surrogates."), (#"["\x"]"#, "Byte 4: there is no such escape."),
      (#"["\u12"]"#, "Byte 4: an escape has four hexadecimal digits."), (#"["a"#, "Byte 3: a text does not end."),
      ("[\"\u{1}\"]", "Byte 2: a control character stands in a text without an escape."),
      ("nul", "Byte 0: a value is expected."), ("\u{feff}1", "Byte 0: a value is expected."),
      ("[", "Byte 1: a value is expected."), ("[1", "Byte 2: a comma or the end is expected."),
      (String(repeating: "[", count: 513), "Byte 512: it is nested too deep."),
      (String(repeating: #"{"a":"#, count: 100_000), "Byte 2560: it is nested too deep."),
    ])
  func refusesTexts(text: String, fault: String) {
    let error = #expect(throws: DecodingError.self) { try CanonicalJSON.value(Shape.self, from: text) }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(context.debugDescription == fault)
  }

  @Test("reads spaces, any order of keys, and every escape")
  func readsSpellings() throws {
    #expect(
      try CanonicalJSON.value([String: [Int?]].self, from: " {\"b\" :\t[ 1 ,null\n] , \"a\":[ ]\r} ") == [
        "a": [], "b": [1, nil],
      ])
    #expect(
      try CanonicalJSON.value(String.self, from: #""\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00\u0000""#)
        == "\"\\/\u{8}\u{c}\n\r\té😀\0")
    #expect(try CanonicalJSON.value(Int.self, from: "-0") == 0)
    #expect(try CanonicalJSON.value(Int64.self, from: "-9223372036854775808") == .min)
    #expect(try CanonicalJSON.value(UInt64.self, from: "18446744073709551615") == .max)
    let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(throws: DecodingError.self) { try CanonicalJSON.value([Int].self, from: deepest) }
  }

  private struct Person: Decodable {
    let name: String
    let years: [Int8]
  }

  /// How a text is refused as people, in a line.
  private func fault(_ text: String) -> String {
    do {
      _ = try CanonicalJSON.value([Person].self, from: text)
      return "none"
    } catch DecodingError.typeMismatch(let type, let context) {
      return "mismatch \(type) at \(context.codingPath.map(\.stringValue))"
    } catch DecodingError.valueNotFound(let type, let context) {
      return "no \(type) at \(context.codingPath.map(\.stringValue))"
    } catch DecodingError.keyNotFound(let key, let context) {
      return "no key \(key.stringValue) at \(context.codingPath.map(\.stringValue))"
    } catch DecodingError.dataCorrupted(let context) {
      return "corrupted at \(context.codingPath.map(\.stringValue))"
    } catch {
      return "\(error)"
    }
  }

  @Test("says where a value is not what it should be")
  func saysWhere() {
    #expect(fault(#"[{"name":"A","years":[1,2]}]"#) == "none")
    #expect(fault(#"[{"name":"A","years":[1,200]}]"#) == #"corrupted at ["Index 0", "years", "Index 1"]"#)
    #expect(fault(#"[{"name":1,"years":[]}]"#) == #"mismatch String at ["Index 0", "name"]"#)
    #expect(fault(#"[{"name":null,"years":[]}]"#) == #"no String at ["Index 0", "name"]"#)
    #expect(fault(#"[{"name":"A","years":[]},{"years":[]}]"#) == #"no key name at ["Index 1"]"#)
    #expect(fault(#"[{"name":"A","years":{}}]"#) == #"mismatch Array<Any> at ["Index 0", "years"]"#)
    #expect(fault("{}") == "mismatch Array<Any> at []")
  }

  @Test("reads a text with a changed byte as Foundation does, or refuses it", arguments: UInt64(0)..<100)
  func readsMutations(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let text = try CanonicalJSON.bytes(of: Shape(depth: 3, using: &chance))
    for _ in 0..<50 {
      var changed = text
      changed[Int.random(in: 0..<text.count, using: &chance)] = Array("{}[]\",:0-1e.\\u \u{0}".utf8).randomElement(
        using: &chance)!
      guard let read = String(validating: changed, as: UTF8.self),
        let shape = try? CanonicalJSON.value(Shape.self, from: read)
      else { continue }
      #expect(try JSONDecoder().decode(Shape.self, from: Data(changed)) == shape)
    }
  }
}
