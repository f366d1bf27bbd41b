import Foundation
import Registry
import Testing

@testable import Portal

@Suite(.serialized) struct ServerEnduranceTests {
  @Test("headers that come a byte at a time are waited for no longer than the limit")
  func slowHeaders() async throws {
    try await ServedPortal.serving {
      $0.limits.headerSeconds = 0.3
    } _: { portal in
      let (text, seconds) = try await blocking { [port = portal.port] in
        let connection = try RawConnection(port: port)
        let begun = ContinuousClock.now
        for byte in "GET /docket HTTP/1.1\r\nHost: a\r\nX-Padding: " + String(repeating: "a", count: 40) {
          guard connection.send(String(byte)) else { break }
          Thread.sleep(forTimeInterval: 0.02)
        }
        return (String(decoding: connection.all(), as: UTF8.self), begun.duration(to: .now))
      }
      #expect(text.hasPrefix("HTTP/1.1 408 ") || text.isEmpty, "\(text)")
      #expect(seconds < .seconds(3))
      #expect(try await portal.ask("/docket").status == 200)
    }
  }

  @Test("a body that comes a byte at a time is waited for no longer than the limit")
  func slowBody() async throws {
    try await ServedPortal.serving {
      $0.limits.bodySeconds = 0.3
    } _: { portal in
      let answer = try await blocking { [port = portal.port] in
        let connection = try RawConnection(port: port)
        connection.send(
          "POST /language HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: 1000\r\n\r\n")
        for _ in 0..<25 where connection.send("a") { Thread.sleep(forTimeInterval: 0.02) }
        return connection.answer()
      }
      #expect(try #require(answer).status == 408)
    }
  }

  @Test("a connection on which nothing comes is closed, and one that is used is not")
  func idle() async throws {
    try await ServedPortal.serving {
      $0.limits.idleSeconds = 0.4
      $0.limits.headerSeconds = 0.2
    } _: { portal in
      let counts = try await blocking { [port = portal.port] in
        let used = try RawConnection(port: port)
        var answers = 0
        for _ in 0..<4 {
          used.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
          if used.answer()?.status == 200 { answers += 1 }
          Thread.sleep(forTimeInterval: 0.25)
        }
        let begun = ContinuousClock.now
        let rest = try RawConnection(port: port).all()
        return (answers, rest.count, begun.duration(to: .now) < .seconds(3))
      }
      #expect(counts == (4, 0, true))
    }
  }

  @Test("headers are bounded in size and number")
  func headerLimits() async throws {
    try await ServedPortal.serving { portal in
      for extra in [
        "X-Long: " + String(repeating: "a", count: 17 * 1024) + "\r\n",
        (0..<65).map { "X-\($0): 1\r\n" }.joined(),
      ] {
        let answer = try await portal.raw("GET /docket HTTP/1.1\r\nHost: 127.0.0.1\r\n\(extra)\r\n")
        #expect(answer.status == 400, "\(answer.status)")
      }
    }
  }

  @Test(
    "what could be read in two ways is read in none",
    arguments: [
      "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
      "Content-Length: +5\r\n", "Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding : chunked\r\n",
    ])
  func smuggling(header: String) async throws {
    try await ServedPortal.serving { portal in
      let answer = try await portal.raw(
        "POST /language HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
          + "\(header)\r\n0\r\n\r\nGET /docket HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
      #expect((400..<500).contains(answer.status), "\(answer.status)")
      #expect(!answer.text.contains("Algae"))
    }
  }

  @Test("health is red when the database is gone, and says so")
  func healthTurnsRed() async throws {
    try await ServedPortal.serving { portal in
      let well = try await portal.ask("/health")
      #expect(well.status == 200 && well.text == "ok\n" && well["Cache-Control"] == "no-store")
      let file = portal.record.url.appending(path: "record.sqlite")
      let aside = portal.record.url.appending(path: "aside.sqlite")
      try FileManager.default.moveItem(at: file, to: aside)
      let ill = try await portal.ask("/health")
      #expect(ill.status == 503 && ill.text == "the database is gone\n")
      try FileManager.default.moveItem(at: aside, to: file)
      #expect(try await portal.ask("/health").status == 200)
    }
  }

  @Test("the log is published soon after something was recorded, without anybody asking")
  func publishes() async throws {
    try await ServedPortal.serving { portal in
      let before = try portal.record.store.read { try $0.head().size }
      _ = try await portal.record.ledger.submit(
        Order(DocketFile.self, .draft(title: "Dust", field: "water", description: "From the road.")), by: portal.clerk,
        key: CommandKey())
      let deadline = ContinuousClock.now + .seconds(3)
      var published = ""
      while ContinuousClock.now < deadline, !published.contains("\ninterlocal_published_events \(before + 1)\n") {
        try await Task.sleep(for: .milliseconds(20))
        published = try await portal.ask("/metrics").text
      }
      #expect(published.contains("\ninterlocal_published_events \(before + 1)\n"))
      #expect(published.contains("interlocal_record_events \(before + 1)\n"))
      let counted = try await portal.ask("/metrics").text
      #expect(counted.contains("interlocal_requests_total{route=\"metrics\",status=\"200\"}"))
    }
  }

  @Test("a server that stops leaves behind what spares the next one a look at every row")
  func keepsRolls() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "portal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RecordFolder.begin(at: folder, origin: "rivers.example/log")
    let clerk = try ServedPortal.found(try RecordFolder(at: folder))
    // Nothing is there before the first, and the second begins with what the first has left.
    for hasRolls in [false, true] {
      let record = try RecordFolder(at: folder)
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "rolls").path) == hasRolls)
      try await ServedPortal.serving(record, clerk: clerk) { portal in
        let page = try await portal.ask("/docket").text
        #expect(page.contains("Algae"))
      }
    }
    let record = try RecordFolder(at: folder)
    #expect(try record.recallRolls())
    try record.close()
  }

  @Test("measures are for this machine, or for whoever has the token")
  func measuresAreGuarded() async throws {
    try await ServedPortal.serving {
      $0.metricsToken = "0123456789abcdef"
    } _: { portal in
      #expect(try await portal.ask("/metrics").status == 404)
      for shown in ["Bearer 0123456789abcdee", "Bearer ", "0123456789abcdef"] {
        #expect(try await portal.ask("/metrics", headers: [("Authorization", shown)]).status == 404)
      }
      let answer = try await portal.ask("/metrics", headers: [("Authorization", "Bearer 0123456789abcdef")])
      #expect(answer.status == 200 && answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
    }
  }

  @Test("what cannot be read is a page in the reader's language, and its cause is in the log without anybody's words")
  func logsFaults() async throws {
    try await ServedPortal.serving { portal in
      let file = ObjectID(.docketFile, 1)
      try portal.record.store.write { transaction in
        let row = try #require(try transaction.row(file))
        let text = row.text.replacing("\"title\":", with: "\"titel\":")
        try transaction.put(StoredRow(id: file, version: row.version, text: text))
      }
      for (language, title) in [("en", "Something went wrong here"), ("zh", "系统出现问题")] {
        let answer = try await portal.ask("/docket/PD-1", headers: [("Accept-Language", language)])
        let id = try #require(answer["X-Request-ID"])
        #expect(answer.status == 500 && answer.text.contains(title) && answer.text.contains(id))
        let lines = portal.lines.all.filter { $0.contains(id) }
        let fault = try #require(lines.first { $0.contains("\"event\":\"fault\"") })
        #expect(fault.contains("\"level\":\"error\"") && fault.contains("what is recorded cannot be read at "))
        #expect(lines.contains { $0.contains("\"status\":500") })
        #expect(!lines.contains { $0.contains("Algae") || $0.contains("Since May") })
        #expect(!answer.text.contains("titel"))
      }
      // What can be read is answered as before.
      let members = try await portal.ask("/members")
      #expect(members.status == 200)
    }
  }

  @Test("the log has a line for each request, and nothing that a person typed")
  func logLines() async throws {
    try await ServedPortal.serving { portal in
      let answer = try await portal.ask("/docket/PD-1?secret=hidden", headers: [("Cookie", "visitor=alsohidden")])
      let id = try #require(answer["X-Request-ID"])
      let line = try #require(portal.lines.all.first { $0.contains(id) })
      let fields = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(fields["event"] as? String == "request" && fields["level"] as? String == "info")
      #expect(fields["method"] as? String == "GET" && fields["route"] as? String == "docketFile")
      #expect(fields["status"] as? Int == 200 && fields["bytes"] as? Int == answer.body.count)
      #expect((fields["time"] as? String)?.hasSuffix("Z") == true && fields["ms"] as? Double != nil)
      #expect(!portal.lines.all.contains { $0.contains("hidden") || $0.contains("PD-1") })
    }
  }
}
