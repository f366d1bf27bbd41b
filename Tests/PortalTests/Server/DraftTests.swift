import Foundation
import Registry
import Testing

@testable import Portal

/// What somebody entered is not lost when their session ends, or a code is asked for, before it is recorded.
@Suite(.serialized, .timeLimit(.minutes(3))) struct DraftTests {
  private static let written = "Neither opens it alone: \u{6C34} <b>&"

  /// What a page holds as the value of a hidden field.
  private func hidden(_ name: String, in page: RawAnswer) throws -> String {
    let parts = page.text.components(separatedBy: "name=\"\(name)\" value=\"").dropFirst()
    return try #require(parts.compactMap { $0.components(separatedBy: "\"").first }.first { !$0.isEmpty }, "\(name)")
  }

  /// The fields that the act of a page sends besides what is entered.
  private func marks(_ page: RawAnswer, of path: String) throws -> [(String, String)] {
    let form = page.text.components(separatedBy: "action=\"\(path)\"").dropFirst().first ?? ""
    let token = form.components(separatedBy: "name=\"token\" value=\"").dropFirst().first?
      .components(separatedBy: "\"").first
    return [
      ("token", try #require(token)), ("key", try hidden("key", in: page)), ("owner", try hidden("owner", in: page)),
      ("ownership", try hidden("ownership", in: page)),
    ]
  }

  @Test("who sends a form after their session has ended signs in and finds it filled in, once, and nobody else does")
  func sessionEnds() async throws {
    try await ServedSample.serving { served in
      let path = "/docket/acts/draft"
      var browser = try await served.browser("delegate-chamber")
      let marks = try marks(try await browser.open(path), of: path)
      let entered = [("title", "Two keys"), ("field", "transport"), ("description", Self.written)]
      let size = try served.portal.record.store.read { try $0.head().size }
      served.clock.set(served.clock.now.later(by: 8 * 3_600_000 + 60_000))
      let sent = try await served.portal.send(
        entered + marks + [("step", "check")], to: path, headers: browser.headers)
      #expect(sent.status == 303)
      let door = try #require(sent["Location"])
      #expect(door.hasPrefix("/sign-in?kept=yes&back="))
      #expect(try await served.portal.ask(door).text.contains("what you entered is kept"))
      #expect(sent.cookie("session")?.value == "", "the ended session is taken from the browser")

      // Somebody else at the same form finds nothing of it.
      var other = try await served.browser("lead-city")
      #expect(!(try await other.open(path).text.contains("Two keys")))
      // It lies nowhere but in memory.
      #expect(try Self.files(holding: "Neither opens it alone", in: served.portal.record.url).isEmpty)

      browser = try await served.browser("delegate-chamber", number: 1)
      #expect(try await browser.open("/account").text.contains("href=\"\(path)\""))
      let found = try await browser.open(path).text
      #expect(found.contains("This is what you had entered") && found.contains("value=\"Two keys\""))
      #expect(found.contains("Neither opens it alone: \u{6C34} &lt;b>&amp;") || found.contains("&lt;b&gt;&amp;"))
      #expect(found.contains("value=\"transport\" checked=\"checked\""))
      #expect(!(try await browser.open(path).text.contains("Two keys")), "it is there once")
      #expect(try served.portal.record.store.read { try $0.head().size } == size, "nothing was recorded")
    }
  }

  @Test("who lacks a fresh code gives it and finds the form filled in; whoever signs in between does not")
  func secondFactor() async throws {
    try await ServedSample.serving { served in
      let path = try Self.noticePath(in: served)
      let size = try served.portal.record.store.read { try $0.head().size }
      var browser = try await served.browser("lead-city")
      served.pass(Scene.secondFactorLasts + 60_000)
      #expect(try await browser.open(path).text.contains("href=\"\(Self.wayToCode(from: path))\""))
      let refused = try await sendNotice(&browser, path)
      #expect(refused.status == 403 && refused.text.contains("needs your second factor"))
      let shown = ShownForm(to: path, in: refused.text)?.fields
      #expect(shown?["reason"] == Self.written, "the form that is shown again is filled in")

      // Somebody else at the same computer, and a colleague at another one.
      var other = browser
      try await other.open("/account")
      try await other.send("/sign-out", [:])
      #expect(other.cookies["session"] == nil)
      for name in ["delegate-chamber", "lead-province"] {
        other = try await served.browser(name)
        #expect(!(try await other.open(path).text.contains("Neither opens it alone")), "\(name)")
        #expect(!(try await other.open("/account").text.contains("href=\"\(path)\"")), "\(name)")
      }
      #expect(try Self.files(holding: "Neither opens it alone", in: served.portal.record.url).isEmpty)

      browser = try await served.browser("lead-city", number: 1)
      served.pass(Scene.secondFactorLasts + 60_000)
      let back = try await giveCode(&browser, Self.wayToCode(from: path), served)
      #expect(back.text.contains("This is what you had entered"))
      #expect(ShownForm(to: path, in: back.text)?.fields["reason"] == Self.written)
      #expect(try served.portal.record.store.read { try $0.head().size } == size, "nothing was recorded yet")
      #expect(try await sendNotice(&browser, path).status == 303)
      #expect(try served.portal.record.store.read { try $0.head().size } > size)
    }
  }

  @Test("what was entered without a fresh code is there for an hour, and no longer", arguments: [false, true])
  func hour(isOver: Bool) async throws {
    try await ServedSample.serving { served in
      let path = try Self.noticePath(in: served)
      var browser = try await served.browser("lead-city")
      served.pass(Scene.secondFactorLasts + 60_000)
      #expect(try await sendNotice(&browser, path).status == 403)
      served.pass(DraftShelf.lifetime - (isOver ? 0 : 1))
      let back = try await giveCode(&browser, Self.wayToCode(from: path), served)
      #expect(back.text.contains("Neither opens it alone") != isOver)
      #expect(back.text.contains("This is what you had entered") != isOver)
    }
  }

  /// Where the lead of the city gives notice of an agreement.
  private static func noticePath(in served: ServedSample) throws -> String {
    let agreements = try served.portal.record.ledger.read(as: try served.claim("lead-city")) { view in
      try view.visible(all: Agreement.self, limit: 1_000).map(\.object).filter { agreement in
        try view.acts(on: agreement).contains { $0.act == "giveNotice" && $0.obstacle == nil }
      }
    }
    return "\(try #require(agreements.first).id.path)/acts/giveNotice"
  }

  private static func wayToCode(from path: String) -> String { "/account/code?back=\(FormFields.encoded(path))" }

  /// Fills in the form and sends it as it is checked.
  private func sendNotice(_ browser: inout Browser, _ path: String) async throws -> RawAnswer {
    let marks = try marks(try await browser.open(path), of: path)
    return try await browser.portal.send(
      marks + [("reason", Self.written), ("step", "do")], to: path, headers: browser.headers)
  }

  private func giveCode(_ browser: inout Browser, _ way: String, _ served: ServedSample) async throws -> RawAnswer {
    let secret = try #require(try served.account("lead-city").secret)
    let step = OneTimeCode.authenticator.step(at: served.clock.now.milliseconds)
    try await browser.open(way)
    return try await browser.send(
      "/account/code", ["code": OneTimeCode.authenticator.code(of: secret, step: step)])
  }

  @Test("nobody leaves a draft in another account's form")
  func planted() async throws {
    try await ServedSample.serving { served in
      let path = "/docket/acts/draft"
      var other = try await served.browser("lead-city")
      let victim = try hidden("owner", in: try await other.open(path))
      var browser = try await served.browser("delegate-chamber")
      let marks = try marks(try await browser.open(path), of: path)
      served.clock.set(served.clock.now.later(by: 8 * 3_600_000 + 60_000))
      let forged = marks.map { ($0.0, $0.0 == "owner" ? victim : $0.1) }
      let sent = try await served.portal.send(
        [("title", "Two keys")] + forged, to: path, headers: browser.headers)
      #expect(sent.status == 303 && sent["Location"] == "/sign-in")
      other = try await served.browser("lead-city", number: 1)
      #expect(!(try await other.open(path).text.contains("Two keys")))
      #expect(!(try await other.open("/account").text.contains("href=\"\(path)\"")))
    }
  }

  @Test("a form that nobody handed out is refused, whether or not a session has ended")
  func forged() async throws {
    try await ServedSample.serving { served in
      let path = "/docket/acts/draft"
      var browser = try await served.browser("delegate-chamber")
      let marks = try marks(try await browser.open(path), of: path)
      served.clock.set(served.clock.now.later(by: 8 * 3_600_000 + 60_000))
      let forged = marks.map { ($0.0, $0.0 == "token" ? String($0.1.reversed()) : $0.1) }
      let entered = [("title", "Two keys")]
      #expect(try await served.portal.send(entered + forged, to: path, headers: browser.headers).status == 403)
      // The code of one form is no good in another.
      #expect(
        try await served.portal.send(entered + marks, to: "/disputes/acts/raise", headers: browser.headers).status
          == 403)
      #expect(try await served.portal.send(entered + marks, to: path).status == 403)
      browser = try await served.browser("delegate-chamber", number: 1)
      #expect(!(try await browser.open(path).text.contains("Two keys")))
    }
  }

  @Test("drafts are few, small and short-lived")
  func bounds() throws {
    let shelf = DraftShelf()
    let (anna, others) = (AccountID(1), AccountID(2))
    let now = Instant(milliseconds: 1_800_000_000_000)
    let fields = FormFields([.init("title", "Two keys")])
    for number in 0...DraftShelf.mostEach { shelf.keep(fields, of: anna, at: "/a/\(number)", now: now) }
    #expect(shelf.paths(of: anna, now: now).count == DraftShelf.mostEach)
    #expect(shelf.take(of: anna, at: "/a/0", now: now) == nil, "the oldest made room")
    #expect(shelf.take(of: others, at: "/a/1", now: now) == nil)
    #expect(shelf.take(of: anna, at: "/a/1", now: now) == fields && shelf.take(of: anna, at: "/a/1", now: now) == nil)
    let last = now.later(by: DraftShelf.lifetime - 1)
    #expect(shelf.paths(of: anna, now: last).count == DraftShelf.mostEach - 1)
    #expect(shelf.paths(of: anna, now: now.later(by: DraftShelf.lifetime)).isEmpty)
    let large = FormFields([.init("text", String(repeating: "a", count: DraftShelf.mostBytes / 3))])
    for number in 0..<4 { shelf.keep(large, of: AccountID(number + 10), at: "/a", now: now) }
    let kept = (0..<4).filter { shelf.take(of: AccountID($0 + 10), at: "/a", now: now) != nil }
    #expect(kept == [2, 3])
    shelf.keep(
      FormFields([.init("text", String(repeating: "a", count: DraftShelf.mostBytes))]), of: anna, at: "/a", now: now)
    #expect(shelf.paths(of: anna, now: now).isEmpty)
  }

  /// The files below a folder in which a text stands.
  private static func files(holding text: String, in folder: URL) throws -> [String] {
    let bytes = Data(text.utf8)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      FileManager.default.contents(atPath: folder.appending(path: name).path)?.range(of: bytes) != nil
    }
  }
}
