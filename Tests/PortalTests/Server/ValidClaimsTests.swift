import Registry
import Synchronization
import Testing

@testable import Portal

@Suite struct ValidClaimsTests {
  private final class Clock: Sendable {
    private let moment: Mutex<Instant>
    init(_ moment: Instant) { self.moment = Mutex(moment) }
    var now: Instant { moment.withLock { $0 } }
    func set(_ later: Instant) { moment.withLock { $0 = later } }
  }

  @Test("whoever was let in is so until their appointment ends, and nobody else is")
  func untilItEnds() throws {
    let copy = try SampleCopy()
    let ledger = copy.site.record.ledger
    let claims = ValidClaims()
    let person = try #require(copy.person(.clerk))
    let lead = Claim(
      appointment: try #require(copy.person(.lead, of: person.organisation)).appointment, secondFactor: ledger.now)
    let clerk = person.appointment
    let desk = try #require(copy.person(.desk)).appointment
    func holds(_ id: ObjectID) -> Bool { claims.holds(Claim(appointment: id), of: id, in: ledger, at: ledger.now) }
    for _ in 1...2 {
      #expect(holds(clerk) && holds(desk))
      #expect(!holds(ObjectID(.appointment, 9_999)))
    }
    _ = try ledger.submitAndWait(
      Order(Appointment.self, .end(reason: "Moved away."), on: clerk), by: lead, key: CommandKey())
    #expect(!holds(clerk) && holds(desk))
  }

  @Test("a term that runs out is over, though nothing was recorded", arguments: [0, 1_000])
  func untilItRunsOut(after: Int64) throws {
    let copy = try SampleCopy()
    let clock = Clock(copy.now)
    let ledger = Ledger(store: copy.site.record.store, clock: { clock.now })
    let clerk = try #require(copy.person(.clerk)).appointment
    let claims = ValidClaims()
    let claim = Claim(appointment: clerk)
    #expect(claims.holds(claim, of: clerk, in: ledger, at: ledger.now))
    let until = try ledger.read(as: claim) { view in
      try #require(try view.visible(Appointment.self, clerk)).object.until
    }
    // Only the clock goes on; the record has not been told.
    clock.set(until.later(by: after))
    #expect(!claims.holds(claim, of: clerk, in: ledger, at: ledger.now))
  }

  @Test("what is written for one reader is never given to another, nor said to be unchanged")
  func eachTheirOwn() async throws {
    try await ServedPortal.serving { portal in
      let now = Ledger.systemClock()
      var cookies: [String: String] = [:]
      for (name, appointment) in [("anna.berg", 2), ("olga.ruiz", 1)] {
        let (_, invitation) = try portal.book.create(
          name: name, appointments: [ObjectID(.appointment, appointment)], language: "en", at: now)
        var browser = Browser(portal)
        let password = "copper lantern over the weir"
        try await browser.open("/activate/\(invitation.text)")
        try await browser.send("/activate/\(invitation.text)", ["password": password, "again": password])
        try await browser.open("/sign-in")
        try await browser.send("/sign-in", ["name": name, "password": password])
        let cookie: String = try #require(browser.cookies["session"])
        cookies[name] = cookie
      }
      let paths = ["/week", "/docket", "/docket/PD-1", "/", "/members"]
      for path in paths + paths {
        let unknown = try await portal.ask(path)
        #expect(!unknown.text.contains("anna.berg") && !unknown.text.contains("olga.ruiz"), "\(path)")
        for (name, cookie) in cookies {
          var headers = [("Cookie", "session=\(cookie)")]
          if let tag = unknown["ETag"] { headers.append(("If-None-Match", tag)) }
          let page = try await portal.ask(path, headers: headers)
          #expect(page.status == 200 && page["ETag"] == nil && page["Cache-Control"] == "no-store", "\(path)")
          #expect(page.text.contains(name), "\(path) for \(name)")
          for other in cookies.keys where other != name { #expect(!page.text.contains(other), "\(path) for \(name)") }
        }
      }
    }
  }
}
