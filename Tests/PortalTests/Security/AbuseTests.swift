import Foundation
import Registry
import Testing

@testable import Portal

/// Whoever sends too slowly, too much or nothing at all gets an exact answer, and others are served meanwhile.
@Suite(.serialized) struct AbuseTests {
  /// How long a page may take while the server is abused: two orders of magnitude more than on a quiet machine.
  private static let patience = Duration.seconds(5)

  /// Asks for pages while `abuse` goes on; each must be answered in time.
  private func served(_ portal: ServedPortal, times: Int = 15) async throws {
    for _ in 0..<times {
      let begun = ContinuousClock.now
      let page = try await portal.ask("/docket/PD-1")
      #expect(page.status == 200 && page.text.contains("Algae"))
      #expect(begun.duration(to: .now) < Self.patience)
    }
  }

  @Test("eighty connections that drip headers and bodies get a 408 in time, while pages are served")
  func drips() async throws {
    try await ServedPortal.serving {
      $0.limits.headerSeconds = 1.5
      $0.limits.bodySeconds = 1.5
    } _: { portal in
      let port = portal.port
      async let dripped = blocking { () -> [Int?] in
        let begun = ContinuousClock.now
        let connections = try (0..<80).map { number in
          let connection = try RawConnection(port: port)
          connection.send(
            number.isMultiple(of: 2)
              ? "GET /docket HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Drip: "
              : "POST /language HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
          return connection
        }
        var answers = [Int?](repeating: nil, count: connections.count)
        // A byte each, several times a second, for longer than the limit.
        while begun.duration(to: .now) < .milliseconds(1_400) {
          for connection in connections { connection.send("a") }
          Thread.sleep(forTimeInterval: 0.1)
        }
        for (number, connection) in connections.enumerated() { answers[number] = connection.answer()?.status }
        #expect(begun.duration(to: .now) < .seconds(8))
        return answers
      }
      try await served(portal)
      let answers = try await dripped
      #expect(answers.allSatisfy { $0 == 408 }, "\(answers)")
      try await served(portal, times: 1)
    }
  }

  @Test("a body of 10 GB is refused by its announcement, and whoever sends it all the same is cut off")
  func hugeBody() async throws {
    try await ServedPortal.serving { portal in
      let port = portal.port
      async let pushed = blocking { () -> (RawAnswer?, Duration) in
        let connection = try RawConnection(port: port)
        connection.send(
          "POST /docket/acts/draft HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10737418240\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
        let answer = connection.answer()
        let block = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
        let begun = ContinuousClock.now
        while begun.duration(to: .now) < .seconds(10), connection.send(block) {}
        return (answer, begun.duration(to: .now))
      }
      try await served(portal)
      let (answer, pushing) = try await pushed
      #expect(answer?.status == 413 && answer?["Connection"] == "close")
      #expect(answer?.text.contains("65536 bytes") == true)
      #expect(pushing < .seconds(9), "the connection was closed on the sender")
    }
  }

  @Test(
    "a packed body is not unpacked: whoever sends one is told to send it plainly",
    arguments: ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x-gzip", "identity, gzip"])
  func packedBodies(coding: String) async throws {
    try await ServedPortal.serving { portal in
      // What it would unpack to does not matter: nobody looks.
      let body = String(repeating: "a", count: 1_000)
      for (path, type) in [
        ("/docket/acts/draft", "application/x-www-form-urlencoded"), ("/api/orders", "application/json"),
        ("/language", "application/x-www-form-urlencoded"),
      ] {
        let answer = try await portal.ask(
          path, method: "POST", headers: [("Content-Type", type), ("Content-Encoding", coding)], body: body)
        #expect(answer.status == 415 && answer["Accept-Encoding"] == "identity", "\(path) \(answer.status)")
        #expect(answer.text.contains("not packed"), "it says what to do")
      }
      let plain = try await portal.send(
        [("to", "zh"), ("back", "/")], to: "/language", headers: [("Content-Encoding", "identity")])
      #expect(plain.status == 303)
      try await served(portal, times: 1)
    }
  }

  @Test("three hundred connections on which nothing comes keep nobody from a page")
  func silence() async throws {
    try await ServedPortal.serving { portal in
      let silent = try await blocking { [port = portal.port] in try (0..<300).map { _ in try RawConnection(port: port) }
      }
      try await served(portal)
      #expect(silent.count == 300)
    }
  }

  @Test("forms of a hundred thousand fields, deep or endless, are refused for what they are")
  func floods() async throws {
    try await ServedSample.serving { sample in
      var browser = try await sample.browser("clerk-city")
      let page = try await browser.open("/docket/acts/draft")
      let token = try #require(
        page.text.components(separatedBy: "name=\"token\" value=\"").last?.components(separatedBy: "\"").first)
      let headers = browser.headers
      func sent(
        _ body: String, type: String = "application/x-www-form-urlencoded", to path: String = "/docket/acts/draft"
      )
        async throws -> RawAnswer
      { try await sample.portal.ask(path, method: "POST", headers: headers + [("Content-Type", type)], body: body) }
      // 100 000 fields are more bytes than a form may have; as many as fit are more fields than one may have.
      #expect(try await sent(String(repeating: "a=1&", count: 100_000)).status == 413)
      #expect(try await sent(String(repeating: "a&", count: 32_000)).status == 400)
      #expect(try await sent(String(repeating: "&", count: 65_000)).status == 403, "no field at all, so no token")
      #expect(try await sent("token=\(token)&" + String(repeating: "%", count: 30_000)).status == 400)
      #expect(try await sent("token=\(token)&" + String(repeating: "title=%C3%28", count: 1)).status == 400)
      let session = try await sample.portal.ask("/session", headers: headers)
      let code = try #require(
        session.text.components(separatedBy: "\"ordersToken\":\"").last?.components(separatedBy: "\"").first)
      for deep in [
        String(repeating: "[", count: 60_000), String(repeating: "{\"a\":", count: 10_000),
        "{\"kind\":\"PD\",\"command\":" + String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
          + "}",
        "\"" + String(repeating: "\\ud800", count: 5_000) + "\"", "1e999999", "nul", "",
      ] {
        let answer = try await sample.portal.ask(
          "/api/orders", method: "POST",
          headers: headers + [("Content-Type", "application/json"), ("X-Form-Token", code)], body: deep)
        #expect(answer.status == 400, "\(deep.prefix(20)): \(answer.status)")
      }
      #expect(try await sample.portal.ask("/docket").status == 200)
    }
  }
}
