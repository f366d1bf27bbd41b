/// Markup under construction: elements are written by name, text is escaped by its type.
///
/// Names of elements and attributes are literals of the program, so nothing a case says can become
/// markup. Every element is closed and every attribute quoted: the result is well-formed XML too, which
/// is how the tests read it.
///
///     var html = HTML()
///     html.element("p", ["class": "note"]) { $0.text("A < B") }
///     html.markup  // <p class="note">A &lt; B</p>
public struct HTML: Sendable {
  /// What has been written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// What has been written so far.
  public var markup: String { String(decoding: bytes, as: UTF8.self) }

  /// An empty piece of markup.
  public init() {}

  /// An empty piece of markup with room for so many bytes.
  public init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Writes the line that tells a browser to follow the standard.
  public mutating func doctype() { write("<!DOCTYPE html>\n") }

  /// Writes an element and what stands in it.
  ///
  /// - Parameters:
  ///   - name: the element's name.
  ///   - attributes: written in the order given; values are escaped.
  ///   - content: writes what stands between the tags.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    content: (inout HTML) -> Void
  ) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    content(&self)
    write("</")
    write(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element that holds nothing but text.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element without content, such as a line of a drawing or a `meta`.
  public mutating func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    open(name, attributes)
    write("/>")
  }

  /// Writes text; whatever could be read as markup is escaped.
  public mutating func text(_ text: String) { escape(text) }

  /// Writes a style sheet of the program's own; it may hold neither `<` nor `&`, which XML would read otherwise.
  public mutating func style(_ rules: StaticString) {
    let text = "\(rules)"
    precondition(!text.contains("<") && !text.contains("&"), "a style sheet without < and &")
    write("<style>\(text)</style>")
  }

  /// Starts a new line of the file, which a browser does not show.
  public mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    bytes.append(UInt8(ascii: "<"))
    write(name)
    for (key, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      write(key)
      write("=\"")
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes the text with the five characters of markup as references; characters no XML file may hold become U+FFFD.
  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var plain = 0  // where the bytes begin that are not yet copied
      var at = 0
      while at < source.count {
        let (length, instead) = HTML.replacement(source, at)
        if let instead {
          bytes.append(contentsOf: source[plain..<at])
          write(instead)
          plain = at + length
        }
        at += length
      }
      bytes.append(contentsOf: source[plain...])
    }
  }

  /// How many bytes the character at `at` has, and what is written instead of it, if anything is.
  private static func replacement(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (length: Int, StaticString?) {
    let first = text[at]
    if first < 0x80 {
      switch first {
      case UInt8(ascii: "&"): return (1, "&amp;")
      case UInt8(ascii: "<"): return (1, "&lt;")
      case UInt8(ascii: ">"): return (1, "&gt;")
      case UInt8(ascii: "\""): return (1, "&quot;")
      case UInt8(ascii: "'"): return (1, "&#39;")
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return (1, nil)
      default: return (1, first < 0x20 || first == 0x7F ? "\u{FFFD}" : nil)
      }
    }
    if first < 0xE0 {  // U+0080 to U+07FF; the controls among them end with U+009F
      return (2, first == 0xC2 && text[at + 1] <= 0x9F ? "\u{FFFD}" : nil)
    }
    if first < 0xF0 {
      // U+202A to U+202E turn the direction of all writing that follows; no name needs them.
      if first == 0xE2, text[at + 1] == 0x80, (0xAA...0xAE).contains(text[at + 2]) { return (3, "") }
      let isNoCharacter = first == 0xEF && text[at + 1] == 0xBF && text[at + 2] >= 0xBE
      return (3, isNoCharacter ? "\u{FFFD}" : nil)
    }
    // The last two code points of every plane are no characters.
    let isNoCharacter = text[at + 1] & 0x0F == 0x0F && text[at + 2] == 0xBF && text[at + 3] >= 0xBE
    return (4, isNoCharacter ? "\u{FFFD}" : nil)
  }
}
