import Registry
import Testing

@testable import Portal

/// A negotiation from its convening to an agreement through pages and forms alone, with a round that fails.
@Suite(.serialized)
struct NegotiationWalkTests {
  /// The region in which both negotiations are held.
  private static let sample = Result { try SampleSite() }

  /// Somebody at the portal who fills in forms.
  private struct Person {
    let site: Site
    let visitor: Visitor

    /// Sends a form, and gives the page it leads to.
    @discardableResult
    func act(_ command: String, at path: String, _ fields: [(String, String)] = []) async throws -> String {
      let address = "\(path)/acts/\(command)"
      let form = await site.get(address, as: visitor)
      #expect(form.status == .ok, "\(command)")
      let sent = await site.post(address, fields + [("key", CommandKey().text), ("step", "do")], as: visitor)
      #expect(sent.status == .seeOther, "\(command): \(sent.text)")
      return String(try #require(sent[header: "Location"], "\(command)").split(separator: "?")[0])
    }

    /// Follows the first link of the page to a form that holds all of `parts`, and sends it as it is filled in.
    func follow(_ page: String, _ parts: [String], _ fields: [(String, String)] = []) async throws {
      let links = await site.get(page, as: visitor).links
      let link = try #require(links.first { link in parts.allSatisfy(link.contains) }, "\(parts)")
      let pieces = link.split(separator: "?", maxSplits: 1)
      let query = pieces.count == 2 ? try FormFields(encoded: Array(pieces[1].utf8)).fields : []
      let command = String(pieces[0].split(separator: "/").last ?? "")
      try await act(command, at: page, query.map { ($0.name, $0.value) } + fields)
    }

    func sees(_ text: String, at page: String) async -> Bool { await site.get(page, as: visitor).text.contains(text) }
  }

  @Test("parties convene, fail in one round, and agree in the next, through forms alone")
  func walk() async throws {
    let sample = try Self.sample.get()
    func person(_ role: Role, _ home: String? = nil) throws -> Person {
      Person(site: sample.site, visitor: try sample.visitor(role, of: home))
    }
    let (desk, upper, lower) = (try person(.desk), try person(.lead, "Cloud Hills"), try person(.lead, "Sanchuan"))
    let stranger = try person(.lead, "Long Valley")
    let (up, low) = (sample.organisation(of: upper.visitor), sample.organisation(of: lower.visitor))
    let later = "2026-12-24T12:00"

    let table = try await desk.act(
      "convene", at: "/tables", [("parties", up.description), ("parties", low.description), ("field", "water")])
    for party in [upper, lower] { try await party.act("lodgeMandate", at: table, [("text", "What we may settle.")]) }
    try await desk.act("open", at: table)

    // The first round: two wordings compete, silence is objected to, the package is rejected.
    try await desk.act("beginRound", at: table)
    try await upper.act("proposeClause", at: table, [("title", "Quality"), ("text", "Class III at the dam.")])
    try await lower.follow(table, ["offerText", "clause=1"], [("text", "Class II at the dam.")])
    #expect(await upper.sees("[Class II at the dam.]", at: table))
    #expect(await upper.sees("Class <del>III</del><ins>II</ins> at the dam.", at: table))
    #expect(await upper.sees("0 of 1 clause agreed", at: table))
    try await desk.follow(table, ["putUnderSilence", "items.0.clause=1"], [("until", later)])
    try await lower.follow(table, ["objectTo", "silence=1"], [("reasons", "The council has not met.")])
    try await upper.act(
      "sealPackage", at: table,
      [
        ("terms.0.matter", "clause"), ("terms.0.matter.clause.number", "1"), ("terms.0.text", "Class II from 2030."),
        ("terms.1.matter", "issue"), ("terms.1.matter.issue.name", "Toll"), ("terms.1.text", "No toll."),
        ("conditions", "Half of the cost each"),
      ])
    #expect(await !lower.sees("Class II from 2030.", at: table), "a sealed package is its readers' own")
    try await upper.follow(table, ["tablePackage", "package=1"], [("expires", later)])
    #expect(await lower.sees("Class II from 2030.", at: table))
    try await lower.follow(table, ["rejectPackage", "package=1"])
    try await desk.act("closeRound", at: table)
    let refused = await desk.site.get("\(table)/acts/agreeText", as: desk.visitor)
    #expect(refused.text.contains("every clause is agreed by every party"), "the round has failed")

    // The second: an amendment is accepted, the wording agreed, and the text closed.
    try await desk.act("beginRound", at: table)
    try await upper.follow(
      table, ["/amend?", "clause=1"], [("text", "Class II at the dam from 2030."), ("reasons", "Time to build.")])
    try await lower.follow(table, ["acceptAmendment", "amendment=1"])
    try await lower.follow(table, ["agreeToText", "clause=1"])
    #expect(await lower.sees("1 of 1 clause agreed", at: table))
    try await desk.act("closeRound", at: table)
    try await desk.act("agreeText", at: table)
    for party in [upper, lower] { try await party.act("initial", at: table) }
    try await desk.act("summarise", at: table, [("text", "Quality and cost."), ("embargoEnds", later)])
    try await desk.act("closeWithAgreement", at: table)
    #expect(await upper.sees("Closed with an agreement", at: table))
    #expect(await upper.sees("/agreements/AG-", at: table))
    let notice = await stranger.site.get(table, as: stranger.visitor)
    #expect(notice.status == .ok && notice.text.contains("Closed with an agreement"))
    for inside in ["Quality and cost.", "Class II", "No toll.", "The council has not met.", "Half of the cost"] {
      #expect(
        !notice.text.contains(inside), "everybody is told how it ended, and before the embargo no more: \(inside)")
    }
  }

  @Test("what a party confides stands on its readers' pages alone, the mediator among them while admitted")
  func canary() async throws {
    let sample = try Self.sample.get()
    let site = sample.site
    func person(_ role: Role, _ home: String? = nil, _ number: Int = 1) throws -> Person {
      Person(site: site, visitor: try sample.visitor(role, of: home, number: number))
    }
    let (desk, upper, lower) = (try person(.desk), try person(.lead, "Cloud Hills"), try person(.lead, "Sanchuan"))
    let mediator = try person(.mediator)
    let upperClerk = try person(.clerk, "Cloud Hills")
    let (up, low) = (sample.organisation(of: upper.visitor), sample.organisation(of: lower.visitor))
    let table = try await desk.act(
      "convene", at: "/tables", [("parties", up.description), ("parties", low.description), ("field", "water")])
    for party in [upper, lower] {
      try await party.act("lodgeMandate", at: table, [("text", "canary of the mandate")])
    }
    try await desk.act("open", at: table)
    try await desk.act("beginRound", at: table)
    try await upper.act("lodgePosition", at: table, [("sort", "position"), ("text", "canary for all of one party")])
    try await upper.act(
      "lodgePosition", at: table,
      [
        ("sort", "reservation"), ("text", "canary for one person"),
        ("readers", try #require(upper.visitor.claim.appointment).description),
      ])
    try await upper.act(
      "sealPackage", at: table,
      [("terms.0.matter", "issue"), ("terms.0.matter.issue.name", "canary issue"), ("terms.0.text", "canary term")])

    /// What the people of the region and a visitor are shown: the list, the page of the table, and its forms.
    func everythingShown() async throws -> [String: String] {
      let now = try site.record.ledger.read(as: .visitor) { $0.now }
      var shown: [String: String] = [:]
      for one in sample.people.map(Optional.some) + [nil] {
        let visitor = one.map { one in
          Visitor(
            account: one.nameEnglish, claim: Claim(appointment: one.appointment, secondFactor: now),
            tokens: FormTokens { _ in "" })
        }
        let page = await site.get(table, as: visitor ?? .unknown)
        var forms: Set<String> = ["/tables"]
        for link in page.links where link.hasPrefix("\(table)/acts/") {
          forms.insert(String(link.split(separator: "?")[0]))
        }
        var text = page.text
        for form in forms.sorted() { text += await site.get(form, as: visitor ?? .unknown).text }
        shown[one?.nameEnglish ?? "nobody"] = text
      }
      return shown
    }
    func readers(of canary: String, in shown: [String: String]) -> Set<String> {
      Set(shown.filter { $0.value.contains(canary) }.keys)
    }
    let ofUpper = Set(sample.people.filter { $0.organisation == up }.map(\.nameEnglish))
    let ofBoth = Set(sample.people.filter { [up, low].contains($0.organisation) }.map(\.nameEnglish))
    let leadOfUpper: Set = [upper.visitor.account ?? ""]
    let named = mediator.visitor.account ?? ""
    var shown = try await everythingShown()
    #expect(shown.count == sample.people.count + 1)
    #expect(readers(of: "canary of the mandate", in: shown) == ofBoth)
    #expect(readers(of: "canary for all of one party", in: shown) == ofUpper)
    for canary in ["canary for one person", "canary term", "canary issue"] {
      #expect(readers(of: canary, in: shown) == leadOfUpper, "\(canary)")
    }
    #expect(await upper.sees("Confidential to Cloud Hills Province", at: table))

    // Both admit the mediator: the upper party shows its positions, the lower nothing.
    let appointment = try #require(mediator.visitor.claim.appointment).description
    try await desk.act("nameMediator", at: table, [("appointment", appointment)])
    try await upper.act(
      "grantMediator", at: table,
      [("sees", "position"), ("readers", try #require(upperClerk.visitor.claim.appointment).description)])
    try await lower.act("grantMediator", at: table)
    let clerk = upperClerk.visitor.account ?? ""
    shown = try await everythingShown()
    #expect(readers(of: "canary for all of one party", in: shown) == leadOfUpper.union([clerk, named]))
    #expect(readers(of: "canary for one person", in: shown) == leadOfUpper)
    #expect(await upper.sees("Opened to the mediator.", at: table))
    #expect(await mediator.sees("Shows the mediator", at: table))
    try await upper.act("revokeMediator", at: table)
    shown = try await everythingShown()
    #expect(readers(of: "canary for all of one party", in: shown) == ofUpper)
  }
}
