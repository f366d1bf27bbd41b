import Foundation

@testable import Portal

/// What must hold of every answer of the portal, whoever asks for it.
///
/// Source: OWASP ASVS 5.0.0, chapter V3.
struct PageRules {
  let isSignedIn: Bool

  /// What is wrong with an answer, in words; nothing when all is well.
  func faults(in answer: RawAnswer) -> [String] {
    var faults: [String] = []
    func demand(_ isRight: Bool, _ fault: String) { if !isRight { faults.append(fault) } }
    demand(answer.status < 500, "status \(answer.status)")
    for (name, value) in ServerAnswerTests.protection {
      demand(answer[name] == value, "\(name): \(answer[name] ?? "–")")
    }
    demand(answer["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains", "no promise of https")
    demand(answer["Permissions-Policy"]?.contains("camera=()") == true, "no Permissions-Policy")
    demand(answer["Server"] == nil && answer["X-Powered-By"] == nil, "it tells what runs here")
    demand(answer["Access-Control-Allow-Origin"] == nil, "other sites may read it")
    // Files are the same for everybody.
    let isFile = answer["Cache-Control"] == "public, max-age=31536000, immutable"
    if isSignedIn && !isFile {
      demand(answer["Cache-Control"] == "no-store", "kept: \(answer["Cache-Control"] ?? "–")")
    }
    if let place = answer["Location"] { demand(Self.isHere(place), "leads to \(place)") }
    for cookie in answer.all("Set-Cookie") {
      let parts = cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      demand(parts[0].hasPrefix("__Host-") || parts[0].hasPrefix("language="), "cookie \(parts[0])")
      for flag in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        demand(parts.contains(flag), "cookie without \(flag)")
      }
      demand(!parts.contains { $0.hasPrefix("Domain=") }, "cookie for other hosts")
    }
    let type = answer["Content-Type"] ?? ""
    demand(answer.body.isEmpty || !type.isEmpty, "no Content-Type")
    if type.hasPrefix("text/") { demand(type.contains("charset=utf-8"), "no charset: \(type)") }
    if type.hasPrefix("text/html") { faults += self.faults(inPage: answer.text) }
    return faults
  }

  /// What is wrong within a page.
  func faults(inPage text: String) -> [String] {
    var faults: [String] = []
    if text.contains("<!--") { faults.append("a comment") }
    for tag in Self.tags(in: text) {
      let attributes = Self.attributes(of: tag.text)
      if tag.name == "style" || attributes["style"] != nil { faults.append("a style within the page: <\(tag.text)>") }
      if tag.name == "script", attributes["src"]?.hasPrefix("/static/") != true {
        faults.append("a script within the page: <\(tag.text)>")
      }
      if ["iframe", "object", "embed", "base"].contains(tag.name) { faults.append("<\(tag.name)>") }
      for (name, value) in attributes {
        if name.hasPrefix("on") { faults.append("an event within the page: \(name)") }
        let isAddress = ["href", "src", "action"].contains(name)
        let isOutward = value.hasPrefix("https://") || value.hasPrefix("mailto:")
        if isAddress, !(Self.isHere(value) || (isOutward && name == "href")) { faults.append("\(name)=\(value)") }
      }
      if tag.name == "input", attributes["type"] == "password",
        attributes["autocomplete"]?.hasSuffix("-password") != true
      {
        faults.append("a password box that no password manager knows")
      }
      if tag.name == "input", attributes["name"] == "code", attributes["autocomplete"] != "one-time-code" {
        faults.append("a code that browsers would keep")
      }
    }
    for form in Self.forms(in: text) where form.method == "post" && !form.isSealed && form.action != "/language" {
      faults.append("the form to \(form.action) has no token")
    }
    return faults
  }

  /// Within this portal: a path, a query or a place on the page.
  private static func isHere(_ address: String) -> Bool {
    address.hasPrefix("#") || address.hasPrefix("?") || (address.hasPrefix("/") && !address.hasPrefix("//"))
  }

  // MARK: Reading pages

  struct Form {
    let action: String
    let method: String
    let isSealed: Bool
  }

  static func forms(in text: String) -> [Form] {
    text.components(separatedBy: "<form").dropFirst().map { rest in
      let form = rest.components(separatedBy: "</form>")[0]
      let own = attributes(of: "form" + form.prefix { $0 != ">" })
      let inputs = tags(in: form).filter { $0.name == "input" }.map { attributes(of: $0.text) }
      return Form(
        action: own["action"] ?? "", method: (own["method"] ?? "get").lowercased(),
        isSealed: inputs.contains { $0["name"] == "token" && $0["type"] == "hidden" && $0["value"]?.isEmpty == false })
    }
  }

  /// The addresses of this portal to which a page leads.
  static func links(in text: String) -> [String] {
    tags(in: text).compactMap { tag in
      let attributes = attributes(of: tag.text)
      switch tag.name {
      case "a", "link": return attributes["href"]
      case "img", "script": return attributes["src"]
      default: return nil
      }
    }.filter { $0.hasPrefix("/") }
  }

  /// The tags that begin something, without their brackets.
  private static func tags(in text: String) -> [(name: String, text: String)] {
    text.split(separator: "<").compactMap { piece in
      let tag = piece.prefix { $0 != ">" }
      guard let first = tag.first, first.isLetter else { return nil }
      return (tag.prefix { $0.isLetter || $0.isNumber }.lowercased(), String(tag))
    }
  }

  private static func attributes(of tag: String) -> [String: String] {
    // Values are written in quotes, and escaped in them.
    var found: [String: String] = [:]
    let pieces = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for (place, piece) in pieces.enumerated() where place.isMultiple(of: 2) {
      for word in piece.split(whereSeparator: \.isWhitespace) {
        guard word.hasSuffix("="), place + 1 < pieces.count else {
          found[word.lowercased()] = ""
          continue
        }
        found[word.dropLast().lowercased()] = String(pieces[place + 1]).replacing("&amp;", with: "&")
      }
    }
    return found
  }
}
