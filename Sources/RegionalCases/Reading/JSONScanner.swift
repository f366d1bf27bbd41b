/// Reads JSON (RFC 8259) into nodes, each with its place, and lets a reader go through a large object or array entry by
/// entry without keeping it.
///
/// A table of a million coalitions is read here; what is not JSON is left to ``YAMLText``, which tells more of what a
/// person may have meant.
struct JSONScanner {
  /// Why the bytes are not JSON.
  struct Fault: Error {
    let place: Place
    let what: String
    let remedy: String
  }

  /// A place among the bytes, from which line and column can be counted.
  struct Mark {
    let index: Int
    let line: Int
    let lineStart: Int
  }

  /// The key of an entry of an object.
  struct Key {
    /// Where it stands, without its quotes.
    let range: Range<Int>
    /// The key with its escapes undone, where it has any.
    let unescaped: String?
    let mark: Mark
  }

  /// A number, or any other value as a node.
  enum Item {
    case number(Double, Mark)
    case other(Node)
  }

  static let mostDepth = 64

  let bytes: [UInt8]
  let file: String
  private(set) var index = 0
  private var line = 1
  private var lineStart = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  // MARK: Places

  var mark: Mark { Mark(index: index, line: line, lineStart: lineStart) }

  /// Counts the letters of the mark's line up to it.
  func place(of mark: Mark) -> Place {
    var column = 1
    for index in mark.lineStart..<mark.index where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return Place(file: file, line: mark.line, column: column)
  }

  func text(of key: Key) -> String { key.unescaped ?? String(decoding: bytes[key.range], as: UTF8.self) }

  private func fault(_ what: String, _ remedy: String) -> Fault {
    Fault(place: place(of: mark), what: "the JSON cannot be read: \(what)", remedy: remedy)
  }

  // MARK: Objects and arrays, entry by entry

  /// Goes through the object that begins here.
  ///
  /// - Parameter visit: is given the scanner at each value and must move it past the value, and tell whether to go on.
  mutating func object(_ visit: (inout JSONScanner, Key) throws(Fault) -> Bool) throws(Fault) {
    try expect(UInt8(ascii: "{"), "'{'")
    skipSpace()
    if take(UInt8(ascii: "}")) { return }
    while true {
      skipSpace()
      let mark = self.mark
      let (range, unescaped) = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"), "':'")
      skipSpace()
      guard try visit(&self, Key(range: range, unescaped: unescaped, mark: mark)) else { return }
      skipSpace()
      if take(UInt8(ascii: "}")) { return }
      try expect(UInt8(ascii: ","), "',' or '}'")
    }
  }

  /// Goes through the array that begins here, as ``object(_:)`` does.
  mutating func array(_ visit: (inout JSONScanner) throws(Fault) -> Bool) throws(Fault) {
    try expect(UInt8(ascii: "["), "'['")
    skipSpace()
    if take(UInt8(ascii: "]")) { return }
    while true {
      skipSpace()
      guard try visit(&self) else { return }
      skipSpace()
      if take(UInt8(ascii: "]")) { return }
      try expect(UInt8(ascii: ","), "',' or ']'")
    }
  }

  /// The value here, a number without a node.
  mutating func item() throws(Fault) -> Item {
    let start = mark
    if let number = quickNumber() { return .number(number, start) }
    return .other(try value())
  }

  /// The value here as a node.
  mutating func value(depth: Int = 0) throws(Fault) -> Node {
    guard depth < Self.mostDepth else {
      throw fault("lists and mappings stand too deep within one another", "write them flatter")
    }
    let start = mark
    switch peek {
    case UInt8(ascii: "{"):
      var entries: [Node.Entry] = []
      var seen: Set<String> = []
      try object { scanner, key throws(Fault) in
        let (text, place) = (scanner.text(of: key), scanner.place(of: key.mark))
        guard seen.insert(text).inserted else {
          throw Fault(
            place: place, what: "the key '\(shortened(text))' stands twice in its mapping", remedy: "keep one of them")
        }
        entries.append(Node.Entry(key: text, keyPlace: place, value: try scanner.value(depth: depth + 1)))
        return true
      }
      return Node(place: place(of: start), content: .mapping(entries))
    case UInt8(ascii: "["):
      var elements: [Node] = []
      try array { scanner throws(Fault) in
        elements.append(try scanner.value(depth: depth + 1))
        return true
      }
      return Node(place: place(of: start), content: .sequence(elements))
    case UInt8(ascii: "\""):
      let (range, unescaped) = try string()
      return Node(
        place: place(of: start),
        content: .scalar(unescaped ?? String(decoding: bytes[range], as: UTF8.self), isText: true))
    default:
      let word = try self.word()
      return Node(place: place(of: start), content: .scalar(word, isText: false))
    }
  }

  /// Moves past the object or array that begins here, looking only at its brackets and strings.
  mutating func skipContainer() throws(Fault) {
    let opening = mark
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          index += 1
          return
        }
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): countLineEnd()
      default: break
      }
      index += 1
    }
    index = min(index, bytes.count)
    throw Fault(
      place: place(of: opening), what: "the JSON cannot be read: the file ends before this is closed",
      remedy: "close the quote or bracket that opens here")
  }

  /// Makes sure that nothing follows.
  mutating func end() throws(Fault) {
    skipSpace()
    guard index == bytes.count else { throw fault("something follows the end of the game", "take it away") }
  }

  // MARK: Words, strings and numbers

  var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): countLineEnd()
      default: return
      }
      index += 1
    }
  }

  /// Counts the line that ends at this byte; of a return and a line feed together, the latter ends it.
  private mutating func countLineEnd() {
    let isFirstOfTwo =
      bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
    guard !isFirstOfTwo else { return }
    line += 1
    lineStart = index + 1
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte, index < bytes.count else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ name: String) throws(Fault) {
    guard take(byte) else { throw fault("\(name) is missing here", "add it, or correct what stands before") }
  }

  /// The string that begins here: the range within its quotes and, where it has escapes, the text they stand for.
  private mutating func string() throws(Fault) -> (range: Range<Int>, unescaped: String?) {
    let opening = mark
    guard take(UInt8(ascii: "\"")) else { throw fault("a text in double quotes is missing here", "write one") }
    let start = index
    var hasEscapes = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let range = start..<index
        index += 1
        guard hasEscapes else { return (range, nil) }
        guard let text = Self.unescaped(bytes[range]) else {
          throw Fault(
            place: place(of: opening), what: "the JSON cannot be read: the text has an escape that is none",
            remedy: "write \\\\ for a backslash")
        }
        return (range, text)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index += 2
      case 0..<0x20:
        throw fault("a control character or line end stands in a text", "close the quote, or write it as \\u000a")
      default: index += 1
      }
    }
    throw Fault(
      place: place(of: opening), what: "the JSON cannot be read: the file ends before this is closed",
      remedy: "close the quote or bracket that opens here")
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var text = ""
    func hexadecimal(at index: Int) -> UInt16? {
      guard index + 4 <= bytes.endIndex else { return nil }
      let digits = bytes[index..<index + 4]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF) }) else { return nil }
      return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
    /// Ends a run of `\u` escapes; half a surrogate pair is no text.
    func endUnits() -> Bool {
      defer { units = [] }
      guard let part = String(validating: units, as: UTF16.self) else { return false }
      text += part
      return true
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex else {
        guard endUnits() else { return nil }
        plain.append(bytes[index])
        index += 1
        continue
      }
      text += String(decoding: plain, as: UTF8.self)
      plain = []
      if bytes[index + 1] == UInt8(ascii: "u") {
        guard let unit = hexadecimal(at: index + 2) else { return nil }
        units.append(unit)
        index += 6
        continue
      }
      guard endUnits(), let letter = escapes[bytes[index + 1]] else { return nil }
      text += letter
      index += 2
    }
    guard endUnits() else { return nil }
    return text + String(decoding: plain, as: UTF8.self)
  }

  private static let escapes: [UInt8: String] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// `true`, `false`, `null` or a number, as it is spelled.
  private mutating func word() throws(Fault) -> String {
    let start = index
    while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if ["true", "false", "null"].contains(word) || Self.isNumber(bytes[start..<index]) { return word }
    index = start
    throw word.isEmpty
      ? fault("a value is missing here", "write one")
      : fault("'\(shortened(word))' is neither a number nor a text in double quotes", "write either")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let first = rest.first
    let whole = digits()
    guard whole == 1 || whole > 1 && first != UInt8(ascii: "0") else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// The number here, where it is one and finite; else nothing is moved.
  private mutating func quickNumber() -> Double? {
    var end = index
    while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
    guard Self.isNumber(bytes[index..<end]), let number = NumberText.double(bytes, index..<end), number.isFinite else {
      return nil
    }
    index = end
    return number
  }
}
