import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct WeekPageTests {
  @Test("whoever has not signed in is asked to")
  func visitor() async throws {
    let sample = try SampleSite.shared.get()
    let reply = await sample.site.get("/week")
    #expect(reply.status == .forbidden && reply.text.contains("href=\"/sign-in\""))
  }

  @Test(
    "the week names exactly the acts that nothing stands in the way of",
    arguments: [Role.desk, .lead, .clerk, .monitor, .conferenceMember])
  func waiting(role: Role) async throws {
    let sample = try SampleSite.shared.get()
    let person = try sample.visitor(role)
    let reply = await sample.site.get("/week", as: person)
    #expect(reply.status == .ok)
    let offered = try sample.site.read(Visit(.get, "/week", visitor: person)) { reading in
      try WeekPage(reading: reading).waiting()
    }
    // Counted anew, without the page's own code.
    var expected: Set<String> = []
    try sample.site.read(Visit(.get, "/week", visitor: person)) { reading in
      let view = reading.view
      for kind in ObjectKind.allCases where !WeekPage.quietKinds.contains(kind) {
        func look<T: RecordObject>(_ type: T.Type) throws {
          for thing in try view.visible(all: type, limit: 10_000).map(\.object) {
            for act in try view.acts(on: thing)
            where act.obstacle == nil && !WeekPage.quietActs.contains(act.act) {
              // What has no form of its own follows from another thing; reports are drafted for what is still owed.
              let isToReport = act.act == "report" && ["pending", "due", "overdue"].contains(thing.stageCode)
              let form = ActForm.leading(to: act.act, of: kind)
              guard form.map({ $0.hasParts(on: thing.id, in: reading) }) ?? isToReport else { continue }
              expected.insert("\(thing.id) \(act.act)")
            }
          }
        }
        try look(kind.type)
      }
    }
    // The people of the sample have just given their second factor, so that none misses it.
    #expect(Set(offered.flatMap { one in one.acts.map { "\(one.thing.id) \($0.name)" } }) == expected)
    if role == .desk { #expect(!offered.isEmpty) }
    for (name, path) in offered.flatMap(\.acts) {
      let form = await sample.site.get(path, as: person)
      #expect(form.status == .ok, "\(name) at \(path)")
    }
    let dates = offered.compactMap(\.due)
    #expect(dates == dates.sorted(by: DueMoment.isBefore), "the nearest date first")
    #expect(offered.prefix(dates.count).allSatisfy { $0.due != nil }, "things without a date come last")
  }

  @Test("of many things without a date the first are shown, after those with one, and that there are more")
  func manyDrafts() async throws {
    let sample = try SampleSite(copyOf: SampleSite.shared.get())
    let own = try #require(sample.people.first { $0.role == .lead }).appointment
    func links(_ page: String) throws -> [String] {
      page.halves(at: ">Owed to us</h2>").0.matches(of: /<th scope="row"><a href="([^"]+)"/).map { String($0.1) }
    }
    let before = await sample.site.get("/week", as: try sample.visitor(appointment: own)).text
    let dated = try sample.site.read(Visit(.get, "/week", visitor: try sample.visitor(appointment: own))) { reading in
      try WeekPage(reading: reading).waiting().filter { $0.due != nil }.map(\.thing.id.path)
    }
    #expect(!before.contains("There are more than these.") && !dated.isEmpty)
    var drafts: [String] = []
    for number in 1...(WeekPage.length + 20) {
      let draft = Order(DocketFile.self, .draft(title: "Algae \(number)", field: "water", description: "Since May."))
      let made = try sample.site.record.ledger.submitAndWait(draft, by: Claim(appointment: own), key: CommandKey())
      drafts.append(made.changes[0].object.path)
    }
    let page = await sample.site.get("/week", as: try sample.visitor(appointment: own)).text
    #expect(page.contains("There are more than these."))
    let shown = try links(page)
    #expect(shown.count == WeekPage.length && Array(shown.prefix(dated.count)) == dated)
    // The files come before all other kinds.
    let rest = shown.dropFirst(dated.count).filter { drafts.contains($0) }
    let few = try links(before).count
    #expect(rest == Array(drafts.prefix(rest.count)) && rest.count >= WeekPage.length - few)
  }

  @Test("what is owed to an organisation and by it stands on its people's pages, and nothing of others")
  func owed() async throws {
    let sample = try SampleSite.shared.get()
    let all = try sample.site.record.ledger.read(as: .visitor) { view in
      try view.visible(all: Commitment.self, limit: 10_000).map(\.object).filter(\.isOwed)
    }
    let lead = try #require(
      sample.people.first { person in person.role == .lead && all.contains { $0.debtor == person.organisation } })
    let reply = await sample.site.get("/week", as: try sample.visitor(appointment: lead.appointment))
    let (before, after) = reply.text.halves(at: ">Owed to us</h2>")
    let (toUs, byUs) = after.halves(at: ">We owe</h2>")
    #expect(!before.isEmpty)
    for one in all {
      let link = "href=\"\(one.id.path)\""
      #expect(toUs.contains(link) == one.creditors.contains(lead.organisation), "\(one.id)")
      #expect(byUs.contains(link) == (one.debtor == lead.organisation), "\(one.id)")
    }
  }
}

extension String {
  /// What stands before the first place of a text and after it; nothing after it when it is not there.
  func halves(at mark: String) -> (String, String) {
    guard let found = range(of: mark) else { return (self, "") }
    return (String(self[..<found.lowerBound]), String(self[found.upperBound...]))
  }
}

extension SampleSite {
  /// Somebody of the sample region by their appointment, with a second factor just given.
  func visitor(appointment: ObjectID, secondFactor: Bool = true) throws -> Visitor {
    let now = try site.record.ledger.read(as: .visitor) { $0.now }
    return Visitor(
      account: appointment.description,
      claim: Claim(appointment: appointment, secondFactor: secondFactor ? now : nil),
      tokens: FormTokens { "token of \($0)" })
  }
}
