@testable import Registry

/// Spoils the texts of orders: their bytes, their structure, their values. The same seed spoils alike.
struct OrderMutator {
  var chance: RecordWalk.Chance
  /// Parts of orders that came before, to be put where they do not belong.
  private var parts: [JSONTree] = []

  init(seed: UInt64) { chance = RecordWalk.Chance(seed: seed) }

  mutating func any(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &chance) }
  mutating func pick<T>(_ list: [T]) -> T { list[any(list.count)] }
  mutating func one(in count: Int) -> Bool { any(count) == 0 }

  /// The bytes of an order, spoiled; now and then still an order.
  mutating func spoiled(_ text: String) -> [UInt8] {
    var tree = JSONTree(text)
    if parts.count < 200 { parts.append(tree[any(tree.count)]) } else { parts[any(200)] = tree[any(tree.count)] }
    if one(in: 10) { return spoiledBytes(Array(text.utf8)) }
    for _ in 0...(one(in: 4) ? any(3) : 0) {
      var place = 1 + any(max(1, tree.count - 1))
      var found = tree[place]
      // A value spoiled where it stands comes further than a structure that is.
      for _ in 0..<3 where !found.isRaw {
        place = 1 + any(max(1, tree.count - 1))
        found = tree[place]
      }
      let other = self.other(than: found)
      tree = tree.replaced(at: place) { _ in other }
    }
    let bytes = Array(tree.text.utf8)
    return one(in: 40) ? spoiledBytes(bytes) : bytes
  }

  // MARK: Values

  private mutating func other(than tree: JSONTree) -> JSONTree {
    if !one(in: 3), let kept = sameSort(as: tree) { return kept }
    if one(in: 30) { return pick(parts) }
    if one(in: 400) { return .raw(pick(Self.huge)) }
    switch tree {
    case .raw(let raw): return .raw(other(than: raw))
    case .list(let list): return .list(other(than: list))
    case .object(let fields): return one(in: 10) ? .raw(pick(Self.words)) : .object(other(than: fields))
    }
  }

  /// Another value that can still be read: a whole number, a text, a number of the record, a list of as many fields.
  private mutating func sameSort(as tree: JSONTree) -> JSONTree? {
    switch tree {
    case .object: return nil
    case .list(let list):
      guard !list.isEmpty else { return nil }
      switch any(4) {
      case 0: return .list([])
      case 1: return .list(list.shuffled(using: &chance))
      case 2: return .list(Array(list.dropLast()))
      default: return .list(Array(repeating: list, count: one(in: 20) ? 300 : 2).flatMap { $0 })
      }
    case .raw("true"): return .raw("false")
    case .raw("false"): return .raw("true")
    case .raw(let raw) where raw.hasPrefix("\""):
      let inner = String(raw.dropFirst().dropLast())
      if let id = ObjectID(inner) {
        let kind = one(in: 4) ? pick(ObjectKind.allCases) : id.kind
        return .raw("\"\(kind.rawValue)-\(pick([1, 2, 3, 1 + any(40), id.number, id.number &+ 1, .max]))\"")
      }
      // A word alone may be the name of a case, which has no likeness; a digest keeps its length.
      if inner.utf8.allSatisfy({ (97...122).contains($0) || (65...90).contains($0) }), !one(in: 4) { return nil }
      if inner.utf8.count == 64, one(in: 2) { return .raw("\"\(String(repeating: "0f", count: 32))\"") }
      return .raw(pick(Self.sentences + ["\"\(inner)\"", "\"\(inner)\(inner)\"", "\"\(inner.dropLast())\""]))
    case .raw(let raw):
      guard let number = Int64(raw) else { return nil }
      let small: [Int64] = [0, 1, -1, 2, 3, 100, 1_000_000, .max, .min, .max - 1, 1 << 62, 1 << 31]
      return .raw("\(pick(small + [number &+ 1, number &- 1, 0 &- number, number &* 2]))")
    }
  }

  private static let sentences = [
    "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\u202e\"", "\"2025-02-28\"", "\"9999-12-31\"",
    "\"\\n\"", "\"\(String(repeating: "长", count: 201))\"", "\"\(String(repeating: "x", count: 20_001))\"",
    "\"<script>\"", "\"\\\"\"",
  ]

  private mutating func other(than fields: [(key: String, value: JSONTree)]) -> [(key: String, value: JSONTree)] {
    var fields = fields
    guard !fields.isEmpty else { return [("\"_0\"", pick(parts))] }
    let index = any(fields.count)
    switch any(5) {
    case 0: fields.remove(at: index)
    case 1: fields.append(fields[index])
    case 2: fields.append((fields[index].key, pick(parts)))
    case 3:
      let other = fields[any(fields.count)].key
      fields[index].key = pick(["\"\"", "\"_0\"", "\"kind\"", "\"object\"", "\"a\\u0000b\"", other])
    default: fields[index].value = .raw(pick(Self.words))
    }
    return fields
  }

  private mutating func other(than list: [JSONTree]) -> [JSONTree] {
    guard !list.isEmpty else { return [pick(parts)] }
    var list = list
    switch any(5) {
    case 0: return []
    case 1: list.remove(at: any(list.count))
    case 2: return Array(repeating: list, count: 1 + any(one(in: 8) ? 600 : 4)).flatMap { $0 }
    case 3: list.shuffle(using: &chance)
    default: list.append(pick(parts))
    }
    return list
  }

  private mutating func other(than raw: String) -> String {
    if one(in: 20) { return pick(Self.words) }
    guard raw.hasPrefix("\"") else {
      if raw == "true" || raw == "false" { return raw == "true" ? "false" : "true" }
      if let number = Int64(raw), one(in: 2) {
        return "\(pick([number &+ 1, number &- 1, 0 &- number, number &* 1000, number ^ (1 << any(63))]))"
      }
      return one(in: 20) ? pick(Self.texts) : pick(Self.numbers)
    }
    let inner = String(raw.dropFirst().dropLast())
    if let id = ObjectID(inner), !one(in: 10) {
      return pick([
        "\"\(id.kind.rawValue)-\(1 + any(12))\"", "\"\(pick(ObjectKind.allCases).rawValue)-\(1 + any(4))\"",
        "\"\(id.kind.rawValue)-\(id.number &+ 1)\"", "\"\(id.kind.rawValue)-\(Int.max)\"", "\"\(id.kind.rawValue)-0\"",
        "\"\(id.kind.rawValue)-0\(id.number)\"", "\"\(id.kind.rawValue)-9223372036854775808\"", "\"\(id.kind)\"",
      ])
    }
    switch any(8) {
    case 0: return one(in: 3) ? pick(Self.numbers) : "\"\(inner)\""
    case 1, 2: return "\"\(inner)\(pick(["\\u0007", "\\ud800", "\\u202e", "\\u0000", "长", " "]))\""
    case 3: return "\"\(inner.dropLast())\""
    case 4: return "\"\(inner)\(inner)\""
    default: return pick(Self.texts)
    }
  }

  private static let words = ["null", "true", "false", "[]", "{}", "[[]]", "{\"_0\":{}}", "", "nul", "'a'", "[,]"]

  private static let numbers = [
    "0", "-0", "-1", "1", "2", "255", "1000", "2147483648", "4611686018427387904", "9007199254740993",
    "9223372036854775806", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
    "18446744073709551615", "18446744073709551616", String(repeating: "9", count: 40), "1e18", "1e19", "1e400",
    "-1e400", "1e-400", "0.5", "1.0", "0.1e1", "00", "+1", "NaN", "Infinity", "0x10", "1e", ".5",
  ]

  private static let texts = [
    "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u202e\"",
    "\"\\u007f\"", "\"\\ufeff\"", "\"\\n\\t\"", "\"\\x\"", "\"\\u12\"", "\"2025-02-30\"", "\"0000-00-00\"",
    "\"9999-12-31\"",
    "\"0001-01-01\"", "\"2025\"", "\"1/0\"", "\"-1/9223372036854775807\"", "\"9223372036854775807/2\"", "\"CNY\"",
    "\"XXX\"", "\"en\"", "\"'; DROP TABLE event; --\"", "\"<script>\"", "\"{\\\"commit\\\":\\\"0\\\"}\"",
    "\"\\\",\\\"commit\\\":\\\"\"",
    "\"\(String(repeating: "0f", count: 32))\"", "\"a\(String(repeating: "\u{301}", count: 500))\"",
    "\"\(String(repeating: "长", count: 201))\"", "\"\(String(repeating: "x", count: 20_001))\"",
  ]

  /// Nested ten thousand deep, and texts of a megabyte.
  private static let huge = [
    String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
    String(repeating: "[", count: 10_000),
    String(repeating: "{\"a\":", count: 10_000) + "1" + String(repeating: "}", count: 10_000),
    "\"\(String(repeating: "长", count: 350_000))\"",
    "\"\(String(repeating: "x", count: 1_000_000))\"",
  ]

  // MARK: Bytes

  private static let broken: [[UInt8]] = [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE9, 0x95], [0x80], [0], [0xEF, 0xBB, 0xBF],
    [0xF8, 0x88, 0x80, 0x80, 0x80], [0x1B], [0x22], [0x5C],
  ]

  private mutating func spoiledBytes(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...any(3) where !bytes.isEmpty {
      let place = any(bytes.count)
      switch any(7) {
      case 0, 1: bytes[place] ^= 1 << UInt8(any(8))
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(contentsOf: pick(Self.broken), at: place)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + any(20)))
      case 5: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + any(40))], at: place)
      default: bytes.removeLast(min(bytes.count, any(12)))
      }
    }
    return bytes
  }
}
