/// An element of an XML file, with what stands within it; text between elements is left out.
struct MarkupElement {
  struct Attribute {
    let name: String
    let value: String
    let place: Place
  }

  let name: String
  let place: Place
  var attributes: [Attribute] = []
  var children: [MarkupElement] = []

  subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }

  func children(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }
}

/// Reads the elements of an XML file, each with its place.
///
/// Files of negotiations hold elements and attributes only. A document type, which could define more, is refused, so that
/// no entity can name a file or grow without bounds; and faults are told at the letter where they stand.
struct MarkupScanner {
  /// Why the bytes are not XML.
  struct Fault: Error {
    let place: Place
    let what: String
    let remedy: String
  }

  static let mostDepth = 64

  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The element that holds all others.
  mutating func root() throws(Fault) -> MarkupElement {
    try skipToMarkup(within: nil)
    let root = try element(depth: 0)
    try skipToMarkup(within: nil)
    guard index == bytes.count else {
      throw fault("a second element stands after the end of the first", "keep one that holds all others")
    }
    return root
  }

  // MARK: Elements

  private mutating func element(depth: Int) throws(Fault) -> MarkupElement {
    guard depth < Self.mostDepth else {
      throw fault("elements stand too deep within one another", "write them flatter")
    }
    let place = self.place
    guard peek == UInt8(ascii: "<") else {
      throw fault("an element is missing here", "write one, as in <issue name=\"…\">")
    }
    guard next != UInt8(ascii: "/") else {
      throw fault("an element is closed here that nothing opens", "take it away, or correct what stands before")
    }
    index += 1
    var element = MarkupElement(name: try name(), place: place)
    while true {
      skipSpace()
      if take("/>") { return element }
      if take(">") { break }
      let attribute = try attribute()
      guard element[attribute.name] == nil else {
        throw Fault(
          place: attribute.place, what: "the XML cannot be read: '\(shortened(attribute.name))' stands twice",
          remedy: "keep one of them")
      }
      element.attributes.append(attribute)
    }
    while true {
      try skipToMarkup(within: element)
      if take("</") { break }
      element.children.append(try self.element(depth: depth + 1))
    }
    let closed = try name()
    skipSpace()
    guard closed == element.name, take(">") else {
      throw Fault(
        place: place,
        what: "the XML cannot be read: '\(shortened(element.name))' is closed by '\(shortened(closed))' "
          + "on line \(line)", remedy: "close it by </\(shortened(element.name))>")
    }
    return element
  }

  private mutating func attribute() throws(Fault) -> MarkupElement.Attribute {
    let name = try name()
    skipSpace()
    guard take("=") else { throw fault("'=' is missing after '\(shortened(name))'", "write \(shortened(name))=\"…\"") }
    skipSpace()
    let place = self.place
    guard peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") else {
      throw fault("the value of '\(shortened(name))' has no quotes", "put quotes around it")
    }
    let quote = peek
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote { advance() }
    guard index < bytes.count else {
      throw Fault(
        place: place, what: "the XML cannot be read: the file ends before this is closed",
        remedy: "close the quote that opens here")
    }
    let raw = String(decoding: bytes[start..<index], as: UTF8.self)
    index += 1
    return MarkupElement.Attribute(name: name, value: try unescaped(raw, at: place), place: place)
  }

  private mutating func name() throws(Fault) -> String {
    let start = index
    while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
    guard index > start else { throw fault("a name is missing here", "write one, or correct what stands before") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || [">", "/", "=", "<", "\"", "'"].contains(Unicode.Scalar(byte))
  }

  private func unescaped(_ text: String, at place: Place) throws(Fault) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let tail = rest[rest.index(after: start)...]
      guard let end = tail.prefix(12).firstIndex(of: ";"), let letter = Self.letter(String(tail[..<end])) else {
        throw Fault(
          place: place, what: "the XML cannot be read: '&' begins nothing that is known in '\(shortened(text))'",
          remedy: "write &amp; for the sign itself")
      }
      result.append(letter)
      rest = tail[tail.index(after: end)...]
    }
    return result + rest
  }

  private static func letter(_ name: String) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap { Unicode.Scalar($0) }.map { Character($0) }
    }
  }

  // MARK: What stands between elements

  /// Moves past text, comments and instructions to where an element begins or ends, or past the last byte.
  private mutating func skipToMarkup(within element: MarkupElement?) throws(Fault) {
    while index < bytes.count {
      if take("<?") {
        try skip(past: "?>")
      } else if take("<!--") {
        try skip(past: "-->")
      } else if take("<![CDATA[") {
        try skip(past: "]]>")
      } else if peek == UInt8(ascii: "<"), next == UInt8(ascii: "!") {
        throw fault("a document type or the like stands here", "take it away")
      } else if peek == UInt8(ascii: "<") {
        return
      } else {
        advance()
      }
    }
    if let element {
      throw Fault(
        place: element.place,
        what: "the XML cannot be read: the file ends before '\(shortened(element.name))' is closed",
        remedy: "close it by </\(shortened(element.name))>")
    }
  }

  private mutating func skip(past end: StaticString) throws(Fault) {
    let opening = place
    while index < bytes.count {
      if take(end) { return }
      advance()
    }
    throw Fault(
      place: opening, what: "the XML cannot be read: the file ends before this is closed", remedy: "close it by \(end)")
  }

  // MARK: Bytes and places

  private var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }
  private var next: UInt8 { index + 1 < bytes.count ? bytes[index + 1] : 0 }

  private mutating func advance() {
    if bytes[index] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, index + 1) }
    index += 1
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= UInt8(ascii: " ") { advance() }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    let isHere = word.withUTF8Buffer { bytes[index..<index + count].elementsEqual($0) }
    if isHere { index += count }
    return isHere
  }

  private var place: Place {
    var column = 1
    for index in lineStart..<index where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return Place(file: file, line: line, column: column)
  }

  private func fault(_ what: String, _ remedy: String) -> Fault {
    Fault(place: place, what: "the XML cannot be read: \(what)", remedy: remedy)
  }
}
