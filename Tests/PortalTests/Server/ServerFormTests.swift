import Foundation
import Registry
import Testing

@testable import Portal

@Suite(.serialized) struct ServerFormTests {
  /// A form of a page and the cookie that came with it.
  private func form(_ portal: ServedPortal) async throws -> (token: String, cookie: String) {
    let page = try await portal.ask("/docket/acts/draft")
    let token = try #require(
      page.text.components(separatedBy: "name=\"token\" value=\"").dropFirst()
        .compactMap { $0.components(separatedBy: "\"").first }.first { !$0.isEmpty })
    return (token, "visitor=\(try #require(page.cookie("visitor")).value)")
  }

  private let fields = [("title", "Algae"), ("field", "water"), ("description", "Since May.")]

  @Test("a page without forms sets no cookie; a form comes with a cookie that only the server reads")
  func cookies() async throws {
    try await ServedPortal.serving { portal in
      #expect(try await portal.ask("/docket").all("Set-Cookie").isEmpty)
      let page = try await portal.ask("/docket/acts/draft")
      let cookie = try #require(page.cookie("visitor"))
      #expect(cookie.value.count == 43 && Set(cookie.attributes) == ["Path=/", "HttpOnly", "SameSite=Lax"])
      let again = try await portal.ask("/docket/acts/draft", headers: [("Cookie", "visitor=\(cookie.value)")])
      #expect(again.all("Set-Cookie").isEmpty)
    }
  }

  @Test("a form is taken from the browser it was handed to, and from no other site")
  func forgery() async throws {
    try await ServedPortal.serving { portal in
      let (token, cookie) = try await form(portal)
      let other = try await form(portal)
      let own = fields + [("token", token)]
      func sent(_ fields: [(String, String)], _ headers: [(String, String)]) async throws -> Int {
        try await portal.send(fields, to: "/docket/acts/draft", headers: headers).status
      }
      let here = "http://127.0.0.1:\(portal.port)"
      // Refusals first: the right form is answered by the page, whatever it says.
      #expect(try await sent(own, []) == 403, "without the cookie")
      #expect(try await sent(fields, [("Cookie", cookie)]) == 403, "without the token")
      #expect(try await sent(own, [("Cookie", other.cookie)]) == 403, "another browser's token")
      #expect(try await sent(fields + [("token", "x")], [("Cookie", cookie)]) == 403)
      #expect(try await sent(own, [("Cookie", cookie), ("Origin", "https://evil.example")]) == 403)
      #expect(try await sent(own, [("Cookie", cookie), ("Origin", "null")]) == 403)
      for site in ["cross-site", "same-site", "none"] {
        #expect(try await sent(own, [("Cookie", cookie), ("Sec-Fetch-Site", site)]) == 403, "\(site)")
      }
      for headers in [
        [], [("Origin", here)], [("Sec-Fetch-Site", "same-origin")],
        [("Origin", here), ("Sec-Fetch-Site", "same-origin")],
      ] {
        #expect(try await sent(own, [("Cookie", cookie)] + headers) != 403, "\(headers)")
      }
      let refused = try await portal.send(fields, to: "/docket/acts/draft", headers: [("Cookie", cookie)])
      #expect(refused.text.contains("load the page anew"), "it says what to do")
      let id = try #require(refused["X-Request-ID"])
      #expect(refused.text.contains(id), "and by what the office finds it")
      #expect(portal.lines.all.contains { $0.contains(id) && $0.contains("\"refusal\":\"formUnsealed\"") })
      let language = try await portal.send(
        [("to", "zh"), ("back", "/")], to: "/language", headers: [("Sec-Fetch-Site", "cross-site")])
      #expect(language.status == 403)
    }
  }

  @Test("only forms are taken, up to their size, with a bounded number of fields, in UTF-8")
  func shapes() async throws {
    try await ServedPortal.serving { portal in
      let (token, cookie) = try await form(portal)
      func sent(_ type: String, _ body: String) async throws -> RawAnswer {
        try await portal.ask(
          "/docket/acts/draft", method: "POST", headers: [("Content-Type", type), ("Cookie", cookie)], body: body)
      }
      let form = "application/x-www-form-urlencoded"
      for type in ["application/json", "multipart/form-data; boundary=x", "text/plain", "\(form)x"] {
        #expect(try await sent(type, "token=\(token)").status == 415, "\(type)")
      }
      #expect(try await sent("\(form); charset=utf-8", "token=\(token)&title=A").status != 415)
      let flood = try await sent(form, String(repeating: "a=1&", count: 1_001))
      #expect(flood.status == 400 && flood.text.contains("more than 1000 fields"))
      #expect(try await sent(form, "token=\(token)&title=%ff").status == 400)
      #expect(try await sent(form, "token=\(token)&title=%4").status == 400)
      let large = try await sent(form, "title=" + String(repeating: "a", count: 64 * 1024))
      #expect(large.status == 413 && large["Connection"] == "close" && large.text.contains("65536 bytes"))
    }
  }

  @Test("a form that does not say how long it is ends where the limit is")
  func chunkedOversize() async throws {
    try await ServedPortal.serving { portal in
      let cookie = try await form(portal).cookie
      let answer = try await blocking { [port = portal.port] in
        let connection = try RawConnection(port: port)
        connection.send(
          "POST /docket/acts/draft HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nCookie: \(cookie)\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "4000\r\n" + String(repeating: "a", count: 0x4000) + "\r\n"
        for _ in 0..<8 where !connection.send(chunk) { break }
        return connection.answer()
      }
      #expect(try #require(answer).status == 413)
    }
  }

  @Test("addresses are bounded and read strictly")
  func addresses() async throws {
    try await ServedPortal.serving { portal async throws in
      #expect(try await portal.ask("/docket?q=" + String(repeating: "a", count: 8 * 1024)).status == 414)
      for path in ["/docket/%ff", "/docket/%2", "/docket/a%2Fb", "/docket/%00", "/docket?q=%ff"] {
        #expect(try await portal.ask(path).status == 400, "\(path)")
      }
      #expect(try await portal.ask("/%64ocket").status == 200, "one letter written with a percent sign")
      #expect(try await portal.ask("/docket?" + String(repeating: "a=1&", count: 1_001)).status == 400)
    }
  }
}
