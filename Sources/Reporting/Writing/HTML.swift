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
  /// What has been written so far.
  public private(set) var markup = ""

  /// An empty piece of markup.
  public init() {}

  /// Writes the line that tells a browser to follow the standard.
  public mutating func doctype() { markup += "<!DOCTYPE html>\n" }

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
    markup += ">"
    content(&self)
    markup += "</\(name)>"
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
    markup += "/>"
  }

  /// Writes text; whatever could be read as markup is escaped.
  public mutating func text(_ text: String) { markup += HTML.escaped(text) }

  /// Writes a style sheet of the program's own; it may hold neither `<` nor `&`, which XML would read otherwise.
  public mutating func style(_ rules: StaticString) {
    let text = "\(rules)"
    precondition(!text.contains("<") && !text.contains("&"), "a style sheet without < and &")
    markup += "<style>\(text)</style>"
  }

  /// Starts a new line of the file, which a browser does not show.
  public mutating func newline() { markup += "\n" }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    markup += "<\(name)"
    for (key, value) in attributes { markup += " \(key)=\"\(HTML.escaped(value))\"" }
  }

  /// The text with the five characters of markup as references; characters no XML file may hold become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n", "\r": result.append(scalar)
      // These turn the direction of all writing that follows; no name needs them.
      case "\u{202A}"..."\u{202E}": continue
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value & 0xFFFE == 0xFFFE:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
