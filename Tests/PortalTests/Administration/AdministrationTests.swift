import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite(.serialized) struct AdministrationTests {
  /// A copy of the sample region with its administrator and an appointment that no account holds.
  private struct Office {
    let copy: SampleCopy
    var site: Site { copy.site }
    let administrator: Visitor
    let book: AccountBook
    let clerk: ObjectID

    init() throws {
      copy = try SampleCopy()
      let person = try #require(copy.person(.administrator))
      administrator = copy.visitor(person.appointment)
      book = try copy.site.record.accounts()
      clerk = try #require(copy.person(.clerk)).appointment
    }
  }

  @Test("an account is opened, its owner comes in by the invitation, and is shut out again")
  func opens() async throws {
    let office = try Office()
    let (site, administrator) = (office.site, office.administrator)
    let made = await site.post(
      "/admin/accounts", [("name", "Anna.Berg"), ("appointments", "\(office.clerk)"), ("language", "en")],
      as: administrator)
    #expect(made.status == .ok && made.text.contains("anna.berg"))
    let account = try #require(try office.book.account(named: "anna.berg"))
    #expect(account.appointments == [office.clerk] && account.created == office.copy.now)
    let link = try #require(made.text.firstMatch(of: /\/activate\/[A-Za-z0-9_-]+/)).output
    let words = "copper lantern over the weir"
    let activated = await site.post(String(link), [("password", words), ("again", words)])
    #expect(activated.status == .ok, "the portal's own clock lets the invitation hold")
    #expect(await site.get("/admin", as: administrator).text.contains(">anna.berg</a>"))
    let path = "/admin/accounts/\(account.id.number)"
    let page = await site.get(path, as: administrator)
    #expect(page.text.contains("password set by invitation"))
    #expect(await site.get(path, as: administrator, in: .chinese).text.contains("受邀设置密码"))
    #expect(!page.text.contains(String(link)), "an invitation is shown once")
    let again = await site.post("\(path)/invitation", [], as: administrator)
    #expect(again.status == .ok && !again.text.contains(String(link)))
    #expect(try office.book.account(account.id).hasPassword == false)
    #expect(await site.post("\(path)/close", [], as: administrator).text.contains("tick the box"))
    #expect(await site.post("\(path)/close", [("sure", "yes")], as: administrator).status == .seeOther)
    #expect(try office.book.account(account.id).closed == office.copy.now)
    #expect(await site.post("\(path)/invitation", [], as: administrator).status == .unprocessable)
  }

  @Test("appointments are added and taken away, and sessions ended, with events that say so")
  func changes() async throws {
    let office = try Office()
    let (site, administrator, book) = (office.site, office.administrator, office.book)
    let now = office.copy.now
    let (account, invitation) = try book.create(name: "li.na", appointments: [], language: "zh", at: now)
    try await book.activate(invitation, password: "copper lantern over the weir", at: now)
    let path = "/admin/accounts/\(account.id.number)"
    let added = await site.post("\(path)/appointments", [("appointments", "\(office.clerk)、")], as: administrator)
    #expect(added.status == .seeOther)
    #expect(try book.account(account.id).appointments == [office.clerk])
    let unknown = await site.post("\(path)/appointments", [("appointments", "A-9999")], as: administrator)
    #expect(unknown.status == .unprocessable && unknown.text.contains("A-9999 is no appointment"))
    let removed = await site.post(
      "\(path)/appointments/remove", [("appointment", "\(office.clerk)")], as: administrator)
    #expect(removed.status == .seeOther)
    #expect(try book.account(account.id).appointments.isEmpty)
    let network = NetworkHint(address: "192.0.2.7")
    let door = try await book.signIn(
      name: "li.na", password: "copper lantern over the weir", network: network, at: now)
    guard case .signedIn = door else {
      Issue.record("\(door)")
      return
    }
    #expect(try book.sessions(of: account.id, at: now).count == 1)
    #expect(await site.post("\(path)/sessions", [], as: administrator).status == .seeOther)
    #expect(try book.sessions(of: account.id, at: now).isEmpty)
    #expect(try book.events(limit: 1, of: account.id).first?.detail == "ended by an administrator")
  }

  @Test("whoever is no administrator finds no such page, and nothing is changed without a second factor")
  func guarded() async throws {
    let office = try Office()
    let paths = ["/admin", "/admin/accounts/1"]
    for path in paths {
      #expect(await office.site.get(path).status == .notFound)
      #expect(await office.site.get(path, as: office.copy.visitor(office.clerk)).status == .notFound)
    }
    let appointment = try #require(office.administrator.claim.appointment)
    let early = Visitor(
      account: "early", claim: Claim(appointment: appointment), tokens: office.administrator.tokens)
    let late = Visitor(
      account: "late",
      claim: Claim(appointment: appointment, secondFactor: office.copy.now.later(by: -Scene.secondFactorLasts)),
      tokens: office.administrator.tokens)
    for visitor in [early, late] {
      #expect(await office.site.get("/admin", as: visitor).status == .ok)
      let refused = await office.site.post("/admin/accounts", [("name", "anna.berg")], as: visitor)
      #expect(refused.status == .forbidden && refused.text.contains("/account/code?back=%2Fadmin"))
    }
    let clerk = office.copy.visitor(office.clerk)
    #expect(await office.site.post("/admin/accounts", [("name", "anna.berg")], as: clerk).status == .notFound)
    #expect(try office.book.account(named: "anna.berg") == nil)
  }

  @Test("nobody locks themselves out")
  func own() async throws {
    let office = try Office()
    let appointment = try #require(office.administrator.claim.appointment)
    let (account, _) = try office.book.create(
      name: "keeper", appointments: [appointment], language: "en", at: office.copy.now)
    let path = "/admin/accounts/\(account.id.number)"
    #expect(!(await office.site.get(path, as: office.administrator).text.contains("\(path)/close")))
    for (place, fields) in [
      ("close", [("sure", "yes")]), ("invitation", []), ("appointments/remove", [("appointment", "\(appointment)")]),
    ] {
      let reply = await office.site.post("\(path)/\(place)", fields, as: office.administrator)
      #expect(reply.status == .unprocessable && reply.text.contains("Ask another administrator"), "\(place)")
    }
    #expect(try office.book.account(account.id).closed == nil)
  }

  @Test("a name that cannot be had is told in both languages, and what was typed is kept")
  func faults() async throws {
    let office = try Office()
    _ = try office.book.create(name: "taken.name", appointments: [], language: "en", at: office.copy.now)
    for (name, english, chinese) in [
      ("taken.name", "already", "已被使用"), ("x", "3 to 64", "3至64"),
    ] {
      let fields = [("name", name), ("appointments", ""), ("language", "zh")]
      let reply = await office.site.post("/admin/accounts", fields, as: office.administrator)
      #expect(reply.status == .unprocessable && reply.text.contains(english))
      #expect(reply.text.contains("value=\"\(name)\""))
      let same = await office.site.post("/admin/accounts", fields, as: office.administrator, in: .chinese)
      #expect(same.text.contains(chinese))
    }
  }

  @Test("every phrase is said in both languages, and every event has its word")
  func phrases() {
    for phrase in AdministrationPhrase.allCases {
      #expect(!phrase.wording.english.isEmpty && !phrase.wording.chinese.isEmpty)
    }
    #expect(Set(SecurityEventPhrase.allCases.map(\.rawValue)) == Set(SecurityEvent.Kind.allCases.map(\.rawValue)))
  }
}
