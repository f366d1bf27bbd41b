import Foundation
import Registry
import Testing

@testable import Portal

@Suite(.serialized) struct LiveTests {
  private static func listen(_ port: Int, _ query: String, _ headers: String = "") throws -> RawConnection {
    let connection = try RawConnection(port: port)
    connection.send("GET /live?\(query) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(headers)\r\n")
    return connection
  }

  private func merge(_ portal: ServedPortal) async throws {
    // The desk takes the problem up: the first administrator appoints it.
    let administrator = Claim(appointment: ObjectID(.appointment, 1), secondFactor: Ledger.systemClock())
    let now = Ledger.systemClock()
    let desk = try await portal.record.ledger.submit(
      Order(
        Appointment.self,
        .appoint(
          person: "First officer", organisation: ObjectID(.organisation, 1), role: .desk, from: now,
          until: now.later(days: 10), instrument: "Letter 3")), by: administrator, key: CommandKey())
    _ = try await portal.record.ledger.submit(
      Order(DocketFile.self, .accept, on: ObjectID(.docketFile, 1)),
      by: Claim(appointment: desk.changes[0].object), key: CommandKey())
  }

  @Test("an open page hears that what it shows has changed, within a second")
  func notifies() async throws {
    try await ServedPortal.serving { portal in
      let version = try portal.record.ledger.read(as: .visitor) {
        try $0.visible(DocketFile.self, ObjectID(.docketFile, 1))!.version
      }
      let connection = try await blocking { [port = portal.port] in
        let connection = try Self.listen(port, "of=PD-1&seen=\(version)")
        let head = connection.upTo("retry: 5000\n\n")
        #expect(head.contains("text/event-stream") && head.contains("no-store"))
        #expect(!head.contains("event: changed"))
        return connection
      }
      let begun = ContinuousClock.now
      try await merge(portal)
      let told = try await blocking { connection.upTo("\"link\"") }
      #expect(told.contains("id: PD-1=\(version + 1)\nevent: changed\n"), "\(told)")
      #expect(told.contains("\"object\":\"PD-1\",\"version\":\(version + 1)"))
      #expect(begun.duration(to: .now) < .seconds(2))
    }
  }

  @Test("a page that comes back hears at once what it missed, and nothing that it knows")
  func comesBack() async throws {
    try await ServedPortal.serving(pace: .init(look: 0.05, beat: 0.2)) { _ in
    } _: { portal in
      let behind = try await blocking { [port = portal.port] in
        try Self.listen(port, "of=PD-1", "Last-Event-ID: PD-1=1\r\n").upTo("\"link\"")
      }
      #expect(behind.contains("event: changed"))
      let upToDate = try await blocking { [port = portal.port] in
        try Self.listen(port, "of=PD-1", "Last-Event-ID: PD-1=99\r\n").upTo(": beat")
      }
      #expect(!upToDate.contains("event: changed") && upToDate.contains(": beat\n\n"))
    }
  }

  @Test("nobody can listen to what they may not see, and it looks like what does not exist")
  func secrecy() async throws {
    try await ServedPortal.serving { portal in
      _ = try await portal.record.ledger.submit(
        Order(DocketFile.self, .draft(title: "Draft", field: "water", description: "Not yet.")), by: portal.clerk,
        key: CommandKey())
      let hidden = try portal.record.ledger.read(as: .visitor) {
        try $0.visible(DocketFile.self, ObjectID(.docketFile, 2)) == nil
      }
      #expect(hidden, "a draft is for its organisation")
      var answers: [RawAnswer] = []
      for query in ["of=PD-2", "of=PD-999", "of=nothing", "", "of=PD-1&of=PD-2"] {
        answers.append(try await portal.ask("/live?\(query)"))
      }
      #expect(answers.allSatisfy { $0.status == 404 })
      #expect(Set(answers.map(\.body.count)).count == 1)
    }
  }

  @Test("listeners are bounded, and a place is free again once its page is gone")
  func bounded() async throws {
    try await ServedPortal.serving {
      $0.limits.listeners = 3
    } _: { portal in
      let listeners = try await blocking { [port = portal.port] in
        try (0..<3).map { _ in
          let connection = try Self.listen(port, "of=PD-1")
          _ = connection.upTo("retry")
          return connection
        }
      }
      let refused = try await portal.ask("/live?of=PD-1")
      #expect(refused.status == 503 && refused["Retry-After"] == "30")
      try await blocking { [listeners] in
        // Ending the connection from this side is what a closed page does.
        listeners[0].endWriting()
      }
      let deadline = ContinuousClock.now + .seconds(5)
      var isFree = false
      while !isFree, ContinuousClock.now < deadline {
        isFree = try await portal.ask("/metrics").text.contains("\ninterlocal_listeners 2\n")
      }
      #expect(isFree)
      // The other two listen until here: optimised code would close them after their last use.
      withExtendedLifetime(listeners) {}
    }
  }

  @Test("when the server stops, streams end and nobody waits")
  func stops() async throws {
    try await ServedPortal.serving { portal in
      let connection = try await blocking { [port = portal.port] in
        let connection = try Self.listen(port, "of=PD-1")
        _ = connection.upTo("retry")
        return connection
      }
      let begun = ContinuousClock.now
      await portal.stop()
      _ = try await blocking { connection.all() }
      #expect(begun.duration(to: .now) < .seconds(5))
    }
  }
}
