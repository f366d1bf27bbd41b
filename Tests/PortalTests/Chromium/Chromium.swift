import Foundation

/// Chromium without a window, driven as a person would drive it.
///
/// Source: W3C, WebDriver Level 2, https://www.w3.org/TR/webdriver2/.
final class Chromium: Sendable {
  /// What the browser answered instead of doing as it was told.
  struct Refused: Error, CustomStringConvertible {
    let command: String
    let answer: String
    var description: String { "\(command): \(answer.prefix(1_500))" }
  }

  /// A part of the page that is open.
  struct Element: Codable, Hashable, Sendable {
    let id: String
    private enum CodingKeys: String, CodingKey { case id = "element-6066-11e4-a52e-4f735466cecf" }
    var reference: [String: String] { ["element-6066-11e4-a52e-4f735466cecf": id] }
  }

  private let driver: ChromeDriver
  private let session: String
  /// The address of the portal, without a slash at its end.
  let origin: String

  /// Opens a browser for a portal on a port of this machine.
  init(at port: Int) async throws {
    driver = try ChromeDriver()
    origin = "http://127.0.0.1:\(port)"
    // A root user, as in containers, has no sandbox; /dev/shm is small there.
    let options = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
      "--no-first-run", "--lang=en", "--window-size=1280,900", "--force-prefers-reduced-motion",
    ]
    struct Opened: Decodable { let sessionId: String }
    let opened: Opened = try await Self.send(
      "POST", "/session",
      ["capabilities": ["alwaysMatch": ["browserName": "chrome", "goog:chromeOptions": ["args": options]]]],
      to: driver.port)
    session = "/session/\(opened.sessionId)"
  }

  /// Opens a browser for the time of `body`.
  static func browsing<R>(at port: Int, _ body: (Chromium) async throws -> R) async throws -> R {
    let browser = try await Chromium(at: port)
    do {
      let result = try await body(browser)
      try await browser.close()
      return result
    } catch {
      try? await browser.close()
      throw error
    }
  }

  private func close() async throws { try await tell("DELETE", "") }

  // MARK: The protocol

  private struct Answer<Value: Decodable>: Decodable { let value: Value }
  /// An answer of which only its being there counts.
  private struct Anything: Decodable { init(from decoder: any Decoder) throws {} }

  private static func send<Value: Decodable>(
    _ method: String, _ path: String, _ body: [String: Any], to port: Int
  ) async throws -> Value {
    let content = method == "POST" ? try JSONSerialization.data(withJSONObject: body) : Data()
    let head = """
      \(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n\
      Content-Length: \(content.count)\r\nConnection: close\r\n\r\n
      """
    let request = Data(head.utf8) + content
    let answer = try await blocking {
      let connection = try RawConnection(port: port, seconds: 60)
      connection.send(request)
      return connection.answer()
    }
    guard let answer else { throw Refused(command: "\(method) \(path)", answer: "nothing") }
    guard answer.status == 200 else { throw Refused(command: "\(method) \(path) \(body)", answer: answer.text) }
    return try JSONDecoder().decode(Answer<Value>.self, from: Data(answer.body)).value
  }

  /// Gives a command of the session, and its answer.
  func ask<Value: Decodable>(_ method: String, _ path: String, _ body: [String: Any] = [:]) async throws -> Value {
    try await Self.send(method, session + path, body, to: driver.port)
  }

  /// Gives a command of the session.
  func tell(_ method: String, _ path: String, _ body: [String: Any] = [:]) async throws {
    let _: Anything = try await ask(method, path, body)
  }

  /// What a script of the body of a function returns in the page.
  func evaluate<Value: Decodable>(_ script: String, _ arguments: [Any] = []) async throws -> Value {
    try await ask("POST", "/execute/sync", ["script": script, "args": arguments])
  }
}
