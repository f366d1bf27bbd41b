import Foundation

// What somebody does with pages: opens and reads them, clicks, types.
extension Chromium {
  /// Something that did not come about in time.
  struct TooLate: Error, CustomStringConvertible {
    let description: String
  }

  /// Opens an address of the portal.
  func open(_ path: String) async throws { try await tell("POST", "/url", ["url": origin + path]) }

  /// The address of the open page, without the portal's own.
  var path: String {
    get async throws {
      let address: String = try await ask("GET", "/url")
      return address.hasPrefix(origin) ? String(address.dropFirst(origin.count)) : address
    }
  }

  /// The status with which the open page was answered.
  var status: Int {
    get async throws {
      try await evaluate("return performance.getEntriesByType('navigation')[0].responseStatus")
    }
  }

  /// The words of the open page as they are seen.
  var text: String {
    get async throws { try await evaluate("return document.body.innerText") }
  }

  /// The first element that a selector of CSS finds; nothing when there is none.
  func find(_ selector: String) async throws -> Element? {
    try await evaluate("return document.querySelector(arguments[0])", [selector])
  }

  /// The element that a selector finds, as soon as it is there.
  func wait(for selector: String) async throws -> Element {
    var found: Element?
    try await wait("\(selector) on the page") {
      found = try await find(selector)
      return found != nil
    }
    return found!
  }

  /// Waits until something is so.
  ///
  /// - Throws: ``TooLate`` with the words of the open page after ten seconds.
  func wait(_ what: String, until isSo: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(10)
    while try await !isSo() {
      guard ContinuousClock.now < end else {
        let (path, text) = (try await path, try await text)
        throw TooLate(description: "there is no \(what) at \(path):\n\(text.prefix(3_000))")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  func click(_ element: Element) async throws { try await tell("POST", "/element/\(element.id)/click") }

  func clear(_ element: Element) async throws { try await tell("POST", "/element/\(element.id)/clear") }

  /// Types into an element.
  func type(_ text: String, into element: Element) async throws {
    try await tell("POST", "/element/\(element.id)/value", ["text": text])
  }

  /// Presses keys one after the other, wherever the focus is.
  func press(_ keys: Key...) async throws { try await press(keys.map(\.rawValue)) }

  /// Types letters wherever the focus is.
  func type(_ text: String) async throws { try await press(text.map { String($0) }) }

  private func press(_ keys: [String]) async throws {
    let actions = keys.flatMap { key in
      [["type": "keyDown", "value": key], ["type": "keyUp", "value": key]]
    }
    try await tell("POST", "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
  }

  /// Keys without a letter, by their numbers in the protocol (WebDriver, §15.4.2).
  enum Key: String {
    case tab = "\u{E004}"
    case enter = "\u{E007}"
    case space = " "
    case down = "\u{E015}"
  }

  // MARK: Cookies and windows

  /// A cookie as the protocol tells it.
  struct Cookie: Codable, Sendable {
    let name: String
    let value: String
    var path = "/"
    var httpOnly = false
    var sameSite = "Lax"

    init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  var cookies: [Cookie] {
    get async throws { try await ask("GET", "/cookie") }
  }

  /// Replaces all cookies; a page of the portal must be open.
  func replaceCookies(by cookies: [Cookie]) async throws {
    try await tell("DELETE", "/cookie")
    for one in cookies {
      let fields: [String: Any] = [
        "name": one.name, "value": one.value, "path": one.path, "httpOnly": one.httpOnly, "sameSite": one.sameSite,
      ]
      try await tell("POST", "/cookie", ["cookie": fields])
    }
  }

  /// Gives a command of the DevTools protocol, for what WebDriver has no command for.
  func devTools(_ command: String, _ parameters: [String: Any]) async throws {
    try await tell("POST", "/goog/cdp/execute", ["cmd": command, "params": parameters])
  }
}
