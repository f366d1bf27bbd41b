import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// Bytes that are no request, or one that is wrong: an exact answer or a closed connection, and never a fault of ours.
@Suite(.serialized) struct MalformedRequestTests {
  /// What is sent, and the status of the answer; 0 where the connection is closed without one.
  struct Sent: Sendable, CustomTestStringConvertible {
    let what: String
    let bytes: [UInt8]
    let statuses: Set<Int>
    var testDescription: String { what }

    init(_ what: String, _ text: String, _ statuses: Int...) {
      (self.what, bytes, self.statuses) = (what, Array(text.utf8), Set(statuses))
    }

    init(_ what: String, bytes: [UInt8], _ statuses: Int...) {
      (self.what, self.bytes, self.statuses) = (what, bytes, Set(statuses))
    }
  }

  private static let end = "Host: 127.0.0.1\r\n\r\n"

  static let all: [Sent] = [
    Sent("no request line", "\r\n\r\n\r\nhello\r\n\r\n", 400),
    Sent("a method only", "GET\r\n\r\n", 400),
    Sent("no such version", "GET / HTTP/9.9\r\n\(end)", 400),
    Sent("the first bytes of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    Sent(
      "the first bytes of TLS", bytes: [22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3] + [UInt8](repeating: 7, count: 200), 400),
    Sent("no host", "GET /docket HTTP/1.1\r\n\r\n", 400, 421),
    // The library hands on the first one only.
    Sent("two hosts", "GET /docket HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n", 200),
    Sent("two hosts, the other one first", "GET / HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1\r\n\r\n", 421),
    Sent(
      "a zero byte in a header", bytes: Array("GET / HTTP/1.1\r\nX-A: a".utf8) + [0] + Array("b\r\n\(end)".utf8), 400),
    Sent("a blank in a header's name", "GET / HTTP/1.1\r\nX A: b\r\n\(end)", 400),
    Sent("a header over two lines", "GET /docket HTTP/1.1\r\nX-A: a\r\n b\r\n\(end)", 400),
    Sent(
      "no UTF-8 in the address", bytes: Array("GET /docket/".utf8) + [0xFF, 0xFE] + Array(" HTTP/1.1\r\n\(end)".utf8),
      400),
    Sent("bytes beyond ASCII in the address", "GET /docket/水 HTTP/1.1\r\n\(end)", 400),
    Sent(
      "no UTF-8 in a cookie",
      bytes: Array("GET /docket HTTP/1.1\r\nCookie: session=".utf8) + [0xC3, 0x28] + Array("\r\n\(end)".utf8), 200, 400),
    Sent("an address of 70 000 bytes", "GET /\(String(repeating: "a", count: 70_000)) HTTP/1.1\r\n\(end)", 400, 414),
    Sent("an address of 9 000 bytes", "GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\n\(end)", 414),
    Sent(
      "a cookie of 15 000 bytes",
      "GET /docket HTTP/1.1\r\nCookie: a=\(String(repeating: "b", count: 15_000))\r\n\(end)", 200),
    Sent(
      "a cookie of 20 000 bytes",
      "GET /docket HTTP/1.1\r\nCookie: a=\(String(repeating: "b", count: 20_000))\r\n\(end)", 400),
    Sent(
      "a thousand cookies", "GET /docket HTTP/1.1\r\nCookie: \(String(repeating: "a=b; ", count: 1_000))\r\n\(end)", 200
    ),
    Sent("climbing out of a folder", "GET /static/../../etc/passwd HTTP/1.1\r\n\(end)", 400, 404),
    Sent("climbing out, written with percent signs", "GET /static/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n\(end)", 404),
    // The library hands on the path of a whole address, and its host where there is no other.
    Sent("a whole address", "GET http://evil.example/docket HTTP/1.1\r\n\(end)", 200),
    Sent("a proxy's request", "CONNECT evil.example:443 HTTP/1.1\r\n\(end)", 400, 405),
    Sent("a length that is none", "POST /language HTTP/1.1\r\nContent-Length: -1\r\n\(end)", 400),
    Sent(
      "a length beyond all numbers", "POST /language HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\(end)", 400),
    Sent(
      "a chunk that is none",
      "POST /language HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\(end)zz\r\n",
      400, 408),
    Sent("splitting the answer", "GET /docket%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n\(end)", 400),
  ]

  @Test("a malformed request has its exact answer, and nothing of it comes back", arguments: all)
  func malformed(sent: Sent) async throws {
    try await ServedPortal.serving {
      $0.limits.headerSeconds = 1
      $0.limits.bodySeconds = 1
    } _: { portal in
      let answer = try await blocking { [port = portal.port] in
        let connection = try RawConnection(port: port)
        connection.send(sent.bytes)
        return connection.answer()
      }
      let status = answer?.status ?? 0
      #expect(sent.statuses.contains(status), "\(sent.what): \(status) \(answer?.text.prefix(200) ?? "")")
      if let answer {
        #expect(answer.all("Set-Cookie").allSatisfy { $0.contains("Max-Age=0") } && !answer.text.contains("root:"))
        #expect(!answer.text.contains("evil.example") && !answer.text.contains("swift"))
        // Also what is answered before any page is asked.
        #expect(answer["Content-Security-Policy"] == ProtectiveHeaders.contentPolicy, "\(sent.what)")
        #expect(answer["X-Content-Type-Options"] == "nosniff" && answer["Cache-Control"] != nil, "\(sent.what)")
        #expect(status < 400 || answer.text.utf8.count > 100, "\(sent.what): an answer without words")
      }
      #expect(try await portal.ask("/docket/PD-1").status == 200)
    }
  }

  @Test("a request that breaks off or is none is told so in both languages", arguments: ["GET / HT", "GET\r\n\r\n"])
  func bare(sent: String) async throws {
    try await ServedPortal.serving {
      $0.limits.headerSeconds = 0.5
    } _: { portal in
      let answer = try await portal.raw(sent)
      let isLate = sent == "GET / HT"
      #expect(answer.status == (isLate ? 408 : 400))
      for language in Language.allCases {
        let tongue = Tongue(language: language)
        #expect(answer.text.contains(tongue.say(isLate ? ServerPhrase.requestLate : .requestUnreadable)))
      }
      #expect(answer["Content-Type"] == "text/plain; charset=utf-8" && answer["Connection"] == "close")
      #expect(answer["Content-Length"] == "\(answer.body.count)" && answer["Cache-Control"] == "no-store")
    }
  }

  @Test("requests with bytes changed at random are answered or closed, and never a fault of the server")
  func mutated() async throws {
    let samples = [
      "GET /docket?q=water&page=2 HTTP/1.1\r\n\(Self.end)",
      "GET /docket/PD-1 HTTP/1.1\r\nCookie: visitor=abc; language=zh\r\nAccept-Language: zh, en;q=0.5\r\n"
        + "If-None-Match: \"a\", W/\"b\"\r\n\(Self.end)",
      "POST /docket/acts/draft HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 27\r\n"
        + "\(Self.end)title=%E6%B0%B4&field=water",
      "POST /sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n"
        + "\(Self.end)5\r\nname=\r\n0\r\n\r\n",
      "GET /log/1 HTTP/1.1\r\nRange: bytes=0-10\r\nExpect: 100-continue\r\n\(Self.end)",
    ]
    try await ServedPortal.serving {
      $0.limits.headerSeconds = 0.3
      $0.limits.bodySeconds = 0.3
      $0.limits.idleSeconds = 0.6
    } _: { portal in
      var statuses: [Int: Int] = [:]
      for seed in UInt64(0)..<250 {
        var chance = SplitMix(state: seed)
        var bytes = Array(samples[Int(seed) % samples.count].utf8)
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
          let place = Int.random(in: 0..<bytes.count, using: &chance)
          switch Int.random(in: 0..<4, using: &chance) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
          case 1: bytes.remove(at: place)
          case 2: bytes.insert(contentsOf: [UInt8](repeating: bytes[place], count: 40), at: place)
          default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &chance))
          }
        }
        let answer = try await blocking { [port = portal.port, bytes] in
          let connection = try RawConnection(port: port)
          connection.send(bytes)
          return connection.answer()
        }
        let status = answer?.status ?? 0
        statuses[status, default: 0] += 1
        // 501 is for methods that nobody knows.
        #expect(status < 500, "seed \(seed): \(status)")
        if seed.isMultiple(of: 25) { #expect(try await portal.ask("/docket/PD-1").status == 200) }
      }
      #expect(statuses[400] != nil && statuses.count > 3, "\(statuses)")
      #expect(!portal.lines.all.contains { $0.contains("\"status\":5") })
    }
  }
}
