import Testing

@testable import Registry

/// Packages: sealed, tabled, accepted whole once or not at all.
@Suite struct NegotiationOfferTests {
  @Test("shows a sealed package to its readers alone, and the same contents to the table once it is tabled")
  func opens() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    let clerk = fixture.region.who("upperClerk").appointment!.id
    try fixture.act(
      .sealPackage(
        terms: [.init(.clause(number: 1), "Class II."), .init(.issue(name: "Toll"), "None.")],
        conditions: ["Until 2030."],
        readers: [clerk]), as: "upperLead")
    let sealed = fixture.table.packages[0]
    #expect(sealed.matters == [])
    for content in [sealed.outline] + sealed.texts + sealed.conditions {
      #expect(content.audience == .named([fixture.region.who("upperLead").appointment!.id, clerk]))
    }
    let happenings = try fixture.act(
      .tablePackage(
        package: 1, matters: [.clause(number: 1), .issue(name: "Toll")], to: [fixture.region.downstream],
        expires: fixture.region.now.later(days: 1), answers: nil), as: "upperLead")
    let tabled = fixture.table.packages[0]
    let opened = ([tabled.outline] + tabled.texts + tabled.conditions)
    #expect(opened.map(\.commit) == ([sealed.outline] + sealed.texts + sealed.conditions).map(\.commit))
    #expect(opened.allSatisfy { $0.audience == .parties(fixture.table.participants) })
    let event = try #require(happenings[0].event as? any RelabellingEvent)
    #expect(event.relabels == [Relabelled(opened.map(\.commit), for: .parties(fixture.table.participants))])
    #expect(NegotiationTable.OfferPackage.outline(of: tabled.matters) == "clause 1\nissue Toll")
  }

  @Test("gives no sign of what another party keeps sealed")
  func hidesSealed() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    try fixture.seal()
    for number in [1, 2] {
      #expect(
        fixture.refusal(.acceptPackage(package: number), as: "lowerLead")
          == "package: there is no package \(number) for you; wait until one is tabled")
    }
    #expect(
      fixture.refusal(.acceptPackage(package: 1), as: "upperLead")
        == "'acceptPackage' needs: the package is tabled; package 1 is sealed; possible with it: tablePackage, "
        + "withdrawPackage")
  }

  @Test("settles its clauses when the last addressee accepts, once")
  func accepts() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "lowerLead")
    try fixture.tablePackage()
    try fixture.act(.acceptPackage(package: 1), as: "lowerLead")
    #expect(fixture.table.packages[0].stage == .accepted)
    #expect(fixture.table.clauses[0].stage == .agreed)
    #expect(fixture.table.clauses[0].wordings.map(\.text) == fixture.table.packages[0].texts)
    let after = fixture.table
    #expect(
      fixture.refusal(.acceptPackage(package: 1), as: "lowerLead")
        == "'acceptPackage' needs: the package is tabled; package 1 is accepted; nothing can change it")
    #expect(fixture.table == after)
  }

  @Test("waits for every addressee, and lets none accept twice")
  func waitsForAll() throws {
    var fixture = try TableFixture(social: true)
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "lowerLead")
    try fixture.seal()
    try fixture.act(
      .tablePackage(
        package: 1, matters: [.clause(number: 1)], to: [fixture.region.chamber, fixture.region.downstream],
        expires: fixture.region.now.later(days: 1), answers: nil), as: "upperLead")
    try fixture.act(.acceptPackage(package: 1), as: "social")
    #expect(fixture.table.clauses[0].stage == .proposed)
    #expect(
      fixture.refusal(.acceptPackage(package: 1), as: "social")
        == "'acceptPackage' needs: your party has not accepted it yet; nothing is left for you to do: the others must "
        + "accept")
    #expect(
      fixture.refusal(.acceptPackage(package: 1), as: "upperLead")
        == "'acceptPackage' needs: the package is for your party; it is for O-2, O-6")
    try fixture.act(.acceptPackage(package: 1), as: "lowerLead")
    #expect(fixture.table.clauses[0].stage == .agreed)
  }

  @Test("between some of the parties leaves the clause to the others")
  func partial() throws {
    var fixture = try TableFixture(social: true)
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "lowerLead")
    try fixture.tablePackage()
    try fixture.act(.acceptPackage(package: 1), as: "lowerLead")
    #expect(fixture.table.packages[0].stage == .accepted)
    #expect(fixture.table.clauses[0].stage == .bracketed)
    #expect(fixture.table.clauses[0].wordings[1].agreedBy == [fixture.region.upstream, fixture.region.downstream])
  }

  @Test("is accepted a millisecond before it expires, and not at that moment")
  func expires() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "lowerLead")
    try fixture.tablePackage()
    let expires = try #require(fixture.table.packages[0].expires)
    var early = fixture
    early.wait(until: expires.later(by: -1))
    try early.act(.acceptPackage(package: 1), as: "lowerLead")
    #expect(early.table.packages[0].stage == .accepted)

    let order = Order(NegotiationTable.self, .acceptPackage(package: 1), on: fixture.id)
    let refusal = #expect(throws: Refusal.self) {
      try order.decide(
        by: fixture.region.who("lowerLead"), at: expires, reader: fixture.region.record, keeper: TableFixture.Keeper())
    }
    #expect(
      refusal?.description
        == "'acceptPackage' needs: the package has not expired; it expired at 2026-01-15T00:00:00Z; ask O-1 for a new "
        + "one")
    fixture.wait(until: expires)
    #expect(
      fixture.refusal(.acceptPackage(package: 1), as: "lowerLead")
        == "'acceptPackage' needs: the package is tabled; package 1 is expired; nothing can change it")
    #expect(fixture.table.clauses[0].stage == .proposed)
  }

  @Test("is accepted whole or not at all: one clause that is agreed by now keeps the others from it")
  func wholeOrNotAtAll() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    for title in ["Water", "Money"] {
      try fixture.act(.proposeClause(title: title, text: "Words on \(title)"), as: "upperLead")
    }
    try fixture.act(
      .sealPackage(
        terms: [.init(.clause(number: 1), "One"), .init(.clause(number: 2), "Two")], conditions: [], readers: []),
      as: "upperLead")
    try fixture.act(
      .tablePackage(
        package: 1, matters: [.clause(number: 1), .clause(number: 2)], to: [fixture.region.downstream],
        expires: fixture.region.now.later(days: 1), answers: nil), as: "upperLead")
    try fixture.act(.agreeToText(clause: 2, text: fixture.wording(of: 2)), as: "lowerLead")
    #expect(
      fixture.refusal(.acceptPackage(package: 1), as: "lowerLead")
        == "'acceptPackage' needs: the clause is proposed or bracketed or reopened; clause 2 is agreed; possible with "
        + "it: consentToReopen")
    #expect(fixture.table.clauses.map(\.stage) == [.proposed, .agreed])
  }

  @Test("can be answered by a counter-offer, rejected by an addressee and withdrawn by its sponsor")
  func counters() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "lowerLead")
    try fixture.tablePackage()
    try fixture.act(
      .sealPackage(terms: [.init(.clause(number: 1), "Class I.")], conditions: [], readers: []), as: "lowerLead")
    func counter(_ answers: Int?) -> NegotiationTable.Command {
      .tablePackage(
        package: 2, matters: [.clause(number: 1)], to: [fixture.region.upstream],
        expires: fixture.region.now.later(days: 2),
        answers: answers)
    }
    #expect(
      fixture.refusal(counter(2), as: "lowerLead")
        == "answers: no package 2 was tabled for your party; name the package that you answer, or none")
    try fixture.act(counter(1), as: "lowerLead")
    #expect(fixture.table.packages[1].answers == 1)
    #expect(
      fixture.refusal(.withdrawPackage(package: 1), as: "lowerLead")
        == "'withdrawPackage' needs: your party offers it; reject it, or ask O-1")
    try fixture.act(.rejectPackage(package: 1), as: "lowerLead")
    try fixture.act(.withdrawPackage(package: 2), as: "lowerLead")
    #expect(fixture.table.packages.map(\.stage) == [.rejected, .withdrawn])
  }

  @Test("is tabled for others, for a time to come, with a matter for each of its terms")
  func refusesTabling() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "lowerLead")
    try fixture.seal()
    func tabling(
      _ matters: [NegotiationTable.Matter], to: [ObjectID], expires: Instant
    ) -> NegotiationTable.Command {
      .tablePackage(package: 1, matters: matters, to: to, expires: expires, answers: nil)
    }
    let (now, other) = (fixture.region.now, fixture.region.downstream)
    #expect(
      fixture.refusal(tabling([], to: [other], expires: now.later(by: 1)), as: "upperLead")
        == "matters: there are 0 for 1 terms; name one for each term, in the order in which they were sealed")
    #expect(
      fixture.refusal(tabling([.clause(number: 7)], to: [other], expires: now.later(by: 1)), as: "upperLead")
        == "terms: there is no clause 7; propose it first, or name an issue")
    #expect(
      fixture.refusal(
        tabling([.clause(number: 1)], to: [fixture.region.upstream], expires: now.later(by: 1)), as: "upperLead")
        == "to: nobody is named, or somebody twice or who cannot accept it; choose among O-2")
    #expect(
      fixture.refusal(tabling([.clause(number: 1)], to: [other], expires: now), as: "upperLead")
        == "expires: it is over already; give a moment to come")
    #expect(
      fixture.refusal(.sealPackage(terms: [], conditions: [], readers: []), as: "upperLead")
        == "terms: there are 0 different matters in 0 terms; settle 1 to 20, each once")
    let lead = fixture.region.who("upperLead")
    let powerless = Standing(appointment: lead.appointment!, organisation: lead.organisation!)
    let id = fixture.id
    #expect(throws: Refusal.powerMissing(.table, act: "tablePackage")) {
      try fixture.region.set(
        NegotiationTable.self, tabling([.clause(number: 1)], to: [other], expires: now.later(by: 1)), on: id,
        by: powerless)
    }
  }

  @Test("is off the table when the table closes")
  func closes() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "lowerLead")
    try fixture.tablePackage()
    try fixture.seal("Class V.")
    try fixture.act(.summarise(text: "No.", embargoEnds: fixture.region.now.later(days: 1)), as: "desk")
    try fixture.act(.closeWithout(reason: .overtakenByEvents), as: "desk")
    #expect(fixture.table.packages.map(\.stage) == [.withdrawn, .withdrawn])
    #expect(fixture.table.packages[1].texts[0].audience.level == .named, "what was never tabled stays sealed")
    #expect(fixture.table.wakes == fixture.table.summary?.embargoEnds)
  }
}
