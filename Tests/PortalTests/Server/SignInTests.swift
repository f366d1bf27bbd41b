import Foundation
import Registry
import Testing

@testable import Portal

@Suite(.serialized) struct SignInTests {
  private static let password = "copper lantern over the weir"

  /// A browser of somebody who has just set a password.
  private func newcomer(
    _ portal: ServedPortal, name: String = "anna.berg", appointments: [Int] = [2]
  ) async throws -> Browser {
    let (_, invitation) = try portal.book.create(
      name: name, appointments: appointments.map { ObjectID(.appointment, $0) }, language: "en",
      at: Ledger.systemClock())
    var browser = Browser(portal)
    let path = "/activate/\(invitation.text)"
    #expect(try await browser.open(path).text.contains(name))
    let differs = try await browser.send(path, ["password": Self.password, "again": "other"])
    #expect(differs.status == 422 && differs.text.contains("Type both again"))
    let weak = try await browser.send(path, ["password": "password1", "again": "password1"])
    #expect(weak.status == 422 && weak.text.contains("guessed first"))
    #expect(try await browser.send(path, ["password": Self.password, "again": Self.password]).status == 200)
    #expect(try await browser.open(path).status == 404, "an invitation works once")
    return browser
  }

  private func signedIn(_ portal: ServedPortal, appointments: [Int] = [2]) async throws -> Browser {
    var browser = try await newcomer(portal, appointments: appointments)
    try await browser.open("/sign-in")
    try await browser.send("/sign-in", ["name": "anna.berg", "password": Self.password])
    return browser
  }

  @Test("somebody invited sets a password, signs in under their only appointment, and signs out")
  func comesAndGoes() async throws {
    try await ServedPortal.serving { portal in
      var browser = try await signedIn(portal)
      let page = try #require(browser.page)
      #expect(page.text.contains("anna.berg") && page.text.contains("Clerk, Lower County"))
      #expect(page["Cache-Control"] == "no-store" && page["ETag"] == nil)
      let cookie = try #require(browser.cookies["session"])
      #expect(cookie.count == 43)
      #expect(try await browser.open("/session").text.contains("\"seconds\":"))
      let account = try await browser.open("/account")
      let token = try #require(
        account.text.components(separatedBy: "action=\"/sign-out\"").last?
          .components(separatedBy: "name=\"token\" value=\"").dropFirst().first?.components(separatedBy: "\"").first)
      let left = try await portal.send([("token", token)], to: "/sign-out", headers: browser.headers)
      #expect(left["Clear-Site-Data"] == "\"cache\", \"storage\"")
      #expect(left.status == 303 && left["Location"] == "/sign-in" && left.cookie("session")?.value == "")
      let stolen = try await portal.ask("/session", headers: [("Cookie", "session=\(cookie)")])
      #expect(stolen.status == 404, "the session ended, not only the cookie")
      #expect(stolen.all("Set-Cookie").isEmpty || stolen.cookie("session")?.value == "")
    }
  }

  @Test("a wrong name and a wrong password are told in the same words, and guessing is slowed")
  func refusals() async throws {
    try await ServedPortal.serving { portal in
      var browser = try await newcomer(portal)
      var pages: [String] = []
      for (name, password) in [("anna.berg", "wrong one here"), ("nobody.here", Self.password), ("", "")] {
        try await browser.open("/sign-in")
        let answer = try await browser.send("/sign-in", ["name": name, "password": password])
        #expect(answer.status == 422 && browser.cookies["session"] == nil)
        let words = answer.text.components(separatedBy: "id=\"faults\">").last?.components(separatedBy: "</div>").first
        pages.append(try #require(words))
      }
      #expect(Set(pages).count == 1, "\(pages)")
      var statuses: [Int] = []
      for _ in 0..<12 {
        try await browser.open("/sign-in")
        statuses.append(try await browser.send("/sign-in", ["name": "anna.berg", "password": "wrong again"]).status)
      }
      #expect(statuses.contains(429), "\(statuses)")
      #expect(!portal.lines.all.contains { $0.contains("anna") || $0.contains("wrong") })
    }
  }

  @Test("an authenticator is set up, asked for at the door, shown before an act, and removed")
  func secondFactor() async throws {
    try await ServedPortal.serving { portal in
      var browser = try await signedIn(portal)
      let path = "/account/second-factor"
      #expect(try await browser.open("/account").text.contains("Set up an authenticator"))
      try await browser.open(path)
      #expect(try await browser.send(path, ["password": "not this one"]).status == 422)
      let shown = try await browser.send(path, ["password": Self.password])
      let secret = try OneTimeSecret(
        base32: try #require(shown.text.components(separatedBy: "<code>").last?.components(separatedBy: "<").first)
          .replacing(" ", with: ""))
      var step = OneTimeCode.authenticator.step(at: Ledger.systemClock().milliseconds)
      func code() -> String { OneTimeCode.authenticator.code(of: secret, step: step) }
      // The period before: still accepted, so that later ones need not be waited for.
      step -= 1
      let before = browser.cookies["session"]
      let done = try await browser.send("\(path)/confirm", ["code": code()])
      #expect(done.text.contains("Keep your recovery codes") && browser.cookies["session"] != before)
      let recovery = try #require(
        done.text.components(separatedBy: "<code>").dropFirst().first?.components(separatedBy: "<").first)

      var other = Browser(portal)
      try await other.open("/sign-in?back=%2Fdocket")
      let asked = try await other.send("/sign-in", ["name": "anna.berg", "password": Self.password])
      #expect(asked.text.contains("Type the code") && other.cookies["session"] == nil)
      #expect(try await other.send("/sign-in/code", ["code": code()]).status == 422, "a code is used once")
      step += 1
      #expect(try await other.send("/sign-in/code", ["code": code()]).text.contains("Problems"))
      #expect(other.cookies["session"] != nil)

      try await browser.open("/account/code?back=%2Fdocket%2FPD-1")
      #expect(try await browser.send("/account/code", ["code": recovery]).text.contains("Algae"))
      step += 1
      try await browser.open("\(path)/remove")
      let removed = try await browser.send("\(path)/remove", ["password": Self.password, "code": code()])
      #expect(removed.text.contains("Set up an authenticator"))
      #expect(try await other.open("/account").text.contains("Your office gives out accounts"), "others were ended")
    }
  }

  @Test("of several appointments one is chosen, under a new token, and sessions are listed and ended")
  func offices() async throws {
    try await ServedPortal.serving { portal in
      var browser = try await signedIn(portal, appointments: [1, 2])
      #expect(try #require(browser.page).text.contains("Nobody: you see what everybody sees"))
      let before = browser.cookies["session"]
      let chosen = try await browser.send("/account/appointment", [:], choosing: "\"A-1\"")
      #expect(chosen.text.contains("Administrator, Joint Office") && browser.cookies["session"] != before)
      var other = Browser(portal)
      try await other.open("/sign-in")
      try await other.send("/sign-in", ["name": "anna.berg", "password": Self.password])
      #expect(try await browser.open("/account").text.contains("End all others"))
      let asked = try await browser.send("/account/sessions", [:], choosing: "\"others\"")
      #expect(asked.status == 200 && asked.text.contains("Type your password once more"))
      #expect(try await other.open("/session").status == 200, "nothing is ended yet")
      let wrong = try await browser.send("/account/sessions", ["password": "not this one"])
      #expect(wrong.status == 422 && wrong.text.contains("href=\"#password\""))
      #expect(try await other.open("/session").status == 200)
      #expect(try await browser.send("/account/sessions", ["password": Self.password]).text.contains("anna.berg"))
      #expect(try await other.open("/session").status == 404)
      try await other.open("/sign-in")
      try await other.send("/sign-in", ["name": "anna.berg", "password": Self.password])
      try await browser.open("/account")
      try await browser.send("/account/sessions", [:], choosing: ">End<")
      try await browser.send("/account/sessions", ["password": Self.password])
      #expect(try await other.open("/session").status == 404)
      #expect(try await browser.open("/session").status == 200)
      try await browser.open("/account/password")
      let new = "seven herons at the mill race"
      #expect(
        try await browser.send("/account/password", ["old": "no", "password": new, "again": new]).status == 422)
      let changed = try await browser.send(
        "/account/password", ["old": Self.password, "password": new, "again": new])
      #expect(changed.text.contains("The password is changed"))
    }
  }

  @Test("the pages of an account lead to the door, and back only to this portal")
  func leadsToTheDoor() async throws {
    try await ServedPortal.serving { portal in
      for route in Route.account where "\(route.pattern)".hasPrefix("/account") && route.method == .get {
        let answer = try await portal.ask("\(route.pattern)")
        #expect(answer.status == 303)
        #expect(answer["Location"]?.hasPrefix("/sign-in?back=%2Faccount") == true, "\(route.pattern)")
      }
      for elsewhere in ["https://evil.example", "//evil.example", "/\\evil"] {
        let page = try await portal.ask("/sign-in?back=\(FormFields.encoded(elsewhere))")
        #expect(!page.text.contains("name=\"back\" value=\"\(elsewhere)\"") || elsewhere.isEmpty)
      }
    }
  }

  @Test("a session that ends takes its cookie with it, and forms of it are not taken")
  func endedSession() async throws {
    try await ServedPortal.serving { portal in
      var browser = try await signedIn(portal)
      try await browser.open("/account/password")
      let account = try #require(try portal.book.account(named: "anna.berg"))
      try portal.book.endSessions(of: account.id, at: Ledger.systemClock())
      let other = "brass lantern under the weir"
      let door = try await browser.send(
        "/account/password", ["old": Self.password, "password": other, "again": other])
      #expect(door.status == 200 && door.text.contains("action=\"/sign-in\""), "the way on is to sign in")
      #expect(!door.text.contains("lantern") && browser.cookies["session"] == nil)
      try await browser.send("/sign-in", ["name": "anna.berg", "password": Self.password])
      #expect(browser.cookies["session"] != nil, "the password is what it was")
    }
  }
}
