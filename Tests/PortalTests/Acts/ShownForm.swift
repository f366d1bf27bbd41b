import Foundation

@testable import Portal

/// A form as a page shows it: what a browser would send if its reader changed nothing.
struct ShownForm {
  let fields: FormFields

  /// - Parameters:
  ///   - page: the page as it was answered.
  ///   - path: the address that the form is sent to; nothing when no form of the page is.
  init?(to path: String, in page: String) {
    guard let start = page.range(of: "action=\"\(path)\""),
      let end = page.range(of: "</form>", range: start.upperBound..<page.endIndex)
    else { return nil }
    var fields: [FormFields.Field] = []
    var rest = page[start.upperBound..<end.lowerBound]
    var select: String?
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      let kind = tag.prefix { $0.isLetter }
      let attributes = Self.attributes(of: tag)
      switch kind {
      case "input":
        let isChoice = ["radio", "checkbox"].contains(attributes["type"])
        guard let name = attributes["name"], !isChoice || attributes["checked"] != nil else { continue }
        fields.append(.init(name, attributes["value"] ?? ""))
      case "textarea":
        fields.append(.init(attributes["name"] ?? "", Self.plain(rest.prefix { $0 != "<" })))
      case "select": select = attributes["name"]
      case "option":
        if attributes["selected"] != nil, let select { fields.append(.init(select, attributes["value"] ?? "")) }
      default: continue
      }
    }
    self.fields = FormFields(fields)
  }

  private static func attributes(of tag: Substring) -> [String: String] {
    var found: [String: String] = [:]
    for match in tag.matches(of: /([a-z-]+)="([^"]*)"/) { found[String(match.1)] = plain(match.2) }
    return found
  }

  /// Text as its reader sees it.
  static func plain(_ markup: Substring) -> String {
    var text = String(markup)
    for (mark, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacing(mark, with: character)
    }
    return text
  }
}
