import Foundation
import Registry
import Testing

@testable import Portal

@Suite(.serialized) struct ServerAnswerTests {
  /// What stands on every answer, whatever it is.
  static let protection: [(String, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  @Test("every address answers with the headers that protect it, and none tells what runs here")
  func headersEverywhere() async throws {
    try await ServedPortal.serving { portal in
      var paths = ["/health", "/metrics", "/session", "/nowhere", "/static/none.css", "/", "/%zz"]
      paths += StaticFiles.File.allCases.map(StaticFiles.path)
      paths += Site.routes.filter { $0.method == .get }.map {
        "\($0.pattern)".replacing("{number}", with: "PD-1").replacing("{act}", with: "draft").replacing(
          "{token}", with: "x")
      }
      for path in paths {
        let answer = try await portal.ask(path)
        for (name, value) in Self.protection { #expect(answer[name] == value, "\(path): \(name)") }
        #expect(answer["Permissions-Policy"]?.contains("camera=()") == true, "\(path)")
        #expect(answer["Server"] == nil && answer["X-Powered-By"] == nil, "\(path)")
        #expect(answer["Strict-Transport-Security"] == nil, "plain http must not promise https: \(path)")
        #expect(answer["Cache-Control"] != nil && answer["X-Request-ID"] != nil, "\(path)")
        #expect(answer.status < 500, "\(path) \(answer.status)")
        if answer.status == 404, answer["Content-Type"]?.hasPrefix("text/html") == true, !path.hasPrefix("/activate") {
          #expect(answer.text.contains(answer["X-Request-ID"] ?? "none"), "\(path): the reference is shown")
        }
      }
    }
  }

  @Test("a page is sent once, and after that only named, until it changes")
  func entityTags() async throws {
    try await ServedPortal.serving { portal in
      let first = try await portal.ask("/docket")
      #expect(first.status == 200 && first["Cache-Control"] == "no-cache")
      #expect(first["Vary"] == "Accept-Language, Cookie")
      let tag = try #require(first["ETag"])
      for named in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
        let again = try await portal.ask("/docket", headers: [("If-None-Match", named)])
        #expect(again.status == 304 && again.body.isEmpty && again["ETag"] == tag, "\(named)")
        #expect(again["Content-Security-Policy"] != nil && again["Vary"] != nil)
      }
      let chinese = try await portal.ask("/docket", headers: [("If-None-Match", tag), ("Accept-Language", "zh")])
      #expect(chinese.status == 200 && chinese["ETag"] != tag)
    }
  }

  @Test("HEAD says what GET would, without the body")
  func heads() async throws {
    try await ServedPortal.serving { portal in
      for path in ["/docket", "/docket/PD-1", StaticFiles.path(of: .style), "/health", "/nowhere"] {
        let (get, head) = (try await portal.ask(path), try await portal.ask(path, method: "HEAD"))
        #expect(get.status == head.status && head.body.isEmpty && !get.body.isEmpty, "\(path)")
        #expect(get["Content-Length"] == head["Content-Length"] && get["ETag"] == head["ETag"], "\(path)")
        #expect(get["Content-Type"] == head["Content-Type"], "\(path)")
      }
    }
  }

  @Test(
    "methods that nothing answers are refused with those that it does",
    arguments: ["TRACE", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"])
  func methods(method: String) async throws {
    try await ServedPortal.serving { portal in
      let answer = try await portal.ask("/docket", method: method)
      #expect(answer.status == 405 && answer["Allow"] == "GET, HEAD, POST", "\(answer.status)")
      #expect(!answer.text.contains("Host:"), "nothing of the request comes back")
      let read = try await portal.send([], to: "/health")
      #expect(read.status == 405 && read["Allow"] == "GET, HEAD")
    }
  }

  @Test("the language is the one chosen here, else the one the browser prefers, else English")
  func languages() async throws {
    try await ServedPortal.serving { portal in
      func tag(_ headers: [(String, String)]) async throws -> String? {
        let text = try await portal.ask("/docket", headers: headers).text
        return text.components(separatedBy: "<html lang=\"").last?.components(separatedBy: "\"").first
      }
      #expect(try await tag([]) == "en")
      #expect(try await tag([("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")]) == "zh-Hans")
      #expect(try await tag([("Accept-Language", "sv, zh;q=0.2, en;q=0.3")]) == "en")
      #expect(try await tag([("Accept-Language", "zh"), ("Cookie", "language=en")]) == "en")
      let chosen = try await portal.send([("to", "zh"), ("back", "/docket?page=2")], to: "/language")
      #expect(chosen.status == 303 && chosen["Location"] == "/docket?page=2")
      let cookie = try #require(chosen.cookie("language"))
      #expect(cookie.value == "zh" && cookie.attributes.contains("Max-Age=31536000"))
      for elsewhere in ["https://evil.example/", "//evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=1"] {
        let answer = try await portal.send([("to", "en"), ("back", elsewhere)], to: "/language")
        #expect(answer["Location"] == "/", "\(elsewhere)")
        #expect(answer.cookie("x") == nil)
      }
    }
  }

  @Test("files are kept for ever under an address made of their contents, and nothing else is a file")
  func files() async throws {
    try await ServedPortal.serving { portal in
      let style = try await portal.ask(StaticFiles.path(of: .style))
      #expect(style.status == 200 && style["Content-Type"] == "text/css; charset=utf-8")
      #expect(style["Cache-Control"] == "public, max-age=31536000, immutable")
      let script = try await portal.ask(StaticFiles.path(of: .live))
      #expect(script["Content-Type"] == "text/javascript; charset=utf-8" && script.body.count < 30 * 1024)
      for path in ["/static/", "/static/style.css", "/static/../record.sqlite", "/static/%2e%2e/keys/log.key"] {
        #expect(try await portal.ask(path).status >= 400, "\(path)")
      }
      let tag = try #require(style["ETag"])
      #expect(try await portal.ask(StaticFiles.path(of: .style), headers: [("If-None-Match", tag)]).status == 304)
    }
  }

  @Test("a request meant for another name is not answered with this portal's pages")
  func otherHosts() async throws {
    try await ServedPortal.serving { portal in
      let answer = try await portal.raw("GET /docket HTTP/1.1\r\nHost: rebound.example\r\n\r\n")
      #expect(answer.status == 421 && !answer.text.contains("Algae"))
      let local = try await portal.raw("GET /docket HTTP/1.1\r\nHost: localhost:\(portal.port)\r\n\r\n")
      #expect(local.status == 200)
    }
  }

  @Test("under a public address cookies are bound to it and sent over https only")
  func publicOrigin() async throws {
    try await ServedPortal.serving { options in
      options.origin = PublicOrigin("https://rivers.example")
    } _: { portal in
      let page = try await portal.raw("GET /docket/acts/draft HTTP/1.1\r\nHost: rivers.example\r\n\r\n")
      #expect(page["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains")
      let cookie = try #require(page.cookie("__Host-visitor"))
      #expect(Set(cookie.attributes) == ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"])
      // Behind a proxy on this machine everybody seems to come from it.
      let measures = try await portal.raw("GET /metrics HTTP/1.1\r\nHost: rivers.example\r\n\r\n")
      #expect(measures.status == 404)
    }
  }
}
