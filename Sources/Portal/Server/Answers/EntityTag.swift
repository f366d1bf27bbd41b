import Registry
import Reporting

/// The name of one version of a page (RFC 9110, §8.8.3), by which a browser that has it is told so without its body.
struct EntityTag: Hashable, CustomStringConvertible {
  let text: String

  init(of body: [UInt8], in language: Language) {
    text = "\"\(LogHash(sha256: body).hex.prefix(24))-\(language.rawValue)\""
  }

  init(text: String) { self.text = text }

  var description: String { text }

  /// Whether an `If-None-Match` names it; `*` names every version.
  func isNamed(in header: String) -> Bool {
    // Browsers name the one that they have.
    header == text
      || header.split(separator: ",").contains { part in
        let name = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return name.elementsEqual("*") || name.elementsEqual(text) || name.elementsEqual("W/\(text)")
      }
  }
}
