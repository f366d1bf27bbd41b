import Foundation
import Registry

@testable import Portal

/// A browser as far as forms and cookies go.
struct Browser {
  let portal: ServedPortal
  private(set) var cookies: [String: String] = [:]
  /// The page that is open.
  private(set) var page: RawAnswer?

  /// - Parameter session: of somebody who is signed in already.
  init(_ portal: ServedPortal, session: SessionToken? = nil) {
    self.portal = portal
    guard let session else { return }
    cookies[Cookies.Style(isSecure: portal.isPublic).session] = session.text
  }

  /// What it sends with every request.
  var headers: [(String, String)] {
    cookies.isEmpty
      ? [] : [("Cookie", cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))]
  }

  /// Opens an address, and what it leads to.
  @discardableResult
  mutating func open(_ path: String) async throws -> RawAnswer {
    try await take(try await portal.ask(path, headers: headers))
  }

  /// Sends the form of the open page that is for `path`, with these fields filled in.
  @discardableResult
  mutating func send(_ path: String, _ fields: [String: String], choosing text: String? = nil) async throws -> RawAnswer
  {
    let forms = (page?.text ?? "").components(separatedBy: "<form ").dropFirst()
      .map { $0.components(separatedBy: "</form>")[0] }
    let form = forms.first { $0.contains("action=\"\(path)\"") && (text == nil || $0.contains(text!)) }
    guard let form else { throw RawConnection.Failed(call: "a form for \(path) in \(page?.text.suffix(600) ?? "")") }
    var filled: [(String, String)] = []
    for input in form.components(separatedBy: "<input ").dropFirst() {
      guard let name = Self.attribute("name", of: input) else { continue }
      filled.append((name, fields[name] ?? Self.attribute("value", of: input) ?? ""))
    }
    return try await take(try await portal.send(filled, to: path, headers: headers))
  }

  static func attribute(_ name: String, of tag: String) -> String? {
    let parts = tag.components(separatedBy: "\(name)=\"")
    return parts.count > 1 ? parts[1].components(separatedBy: "\"")[0] : nil
  }

  private mutating func take(_ answer: RawAnswer) async throws -> RawAnswer {
    for header in answer.all("Set-Cookie") {
      let pair = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
    }
    if (300..<304).contains(answer.status), let place = answer["Location"] { return try await open(place) }
    page = answer
    return answer
  }
}
