import Registry
import Testing

/// From convening to the end, and who may do what on the way.
@Suite struct NegotiationPathTests {
  @Test("leads from mandates through rounds, an agreed text and initials to an agreement")
  func mainPath() throws {
    var fixture = try TableFixture()
    #expect(fixture.table.stage == .convened)
    try fixture.beginRound()
    #expect(fixture.table.currentRound?.number == 1)
    try fixture.act(.proposeClause(title: "Water quality", text: "Class III at the dam."), as: "upperLead")
    try fixture.act(.offerText(clause: 1, text: "Class II at the dam."), as: "lowerLead")
    #expect(fixture.table.clauses[0].stage == .bracketed)
    try fixture.act(.agreeToText(clause: 1, text: fixture.wording(of: 1, 1)), as: "upperLead")
    #expect(fixture.table.clauses[0].stage == .agreed)
    #expect(fixture.table.clauses[0].wordings.map(\.author) == [fixture.region.downstream])
    try fixture.act(.closeRound, as: "desk")
    #expect(fixture.table.rounds.map(\.closed) == [fixture.region.now])
    try fixture.act(.agreeText, as: "desk")
    try fixture.act(.initial, as: "lowerLead")
    #expect(fixture.table.stage == .textAgreed)
    try fixture.act(.initial, as: "upperLead")
    #expect(fixture.table.stage == .initialled)
    try fixture.act(
      .summarise(text: "Both counties protect the dam.", embargoEnds: fixture.region.now.later(days: 30)), as: "desk")
    let happenings = try fixture.act(.closeWithAgreement, as: "desk")
    #expect(happenings.map(\.object) == [ObjectID(.agreement, 1), fixture.id])
    let agreement = try #require(fixture.region.record.object(Agreement.self, ObjectID(.agreement, 1)))
    #expect(agreement.parties == fixture.table.parties)
    #expect(fixture.table.agreement == agreement.id)
    #expect(fixture.table.stage == .closedWithAgreement)
  }

  @Test("opens only when every party's mandate is on file")
  func needsMandates() throws {
    var fixture = try TableFixture()
    try fixture.act(.lodgeMandate(text: "Up to class II."), as: "lowerLead")
    #expect(
      fixture.refusal(.open, as: "desk")
        == "'open' needs: every party's mandate is on file; O-1 must lodge a mandate")
  }

  @Test("lets no text be agreed while a clause is open or a package waits")
  func needsEveryClause() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.closeRound, as: "desk")
    #expect(
      fixture.refusal(.agreeText, as: "desk")
        == "'agreeText' needs: every clause is agreed by every party; propose a clause and agree to it")
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    #expect(
      fixture.refusal(.agreeText, as: "desk")
        == "'agreeText' needs: every clause is agreed by every party; agree to clause 1")
    try fixture.act(.beginRound, as: "desk")
    try fixture.tablePackage()
    try fixture.act(.agreeToText(clause: 1, text: fixture.wording(of: 1)), as: "lowerLead")
    try fixture.act(.closeRound, as: "desk")
    #expect(
      fixture.refusal(.agreeText, as: "desk")
        == "'agreeText' needs: no package waits for an answer; answer or withdraw package 1")
  }

  @Test("is initialled once by each party, with the power to sign and a second factor")
  func initialsOnce() throws {
    var fixture = try TableFixture()
    try fixture.agreeText()
    try fixture.act(.initial, as: "upperLead")
    #expect(
      fixture.refusal(.initial, as: "upperLead")
        == "'initial' needs: your party has not initialled yet; nothing is left for you to do: O-2 must initial")
    let lead = fixture.region.who("lowerLead")
    let id = fixture.id
    let without = Standing(
      appointment: lead.appointment!, organisation: lead.organisation!, delegation: lead.delegation)
    #expect(throws: Refusal.secondFactorMissing(act: "initial")) {
      try fixture.region.set(NegotiationTable.self, .initial, on: id, by: without)
    }
    let powerless = Standing(
      appointment: lead.appointment!, organisation: lead.organisation!, secondFactor: fixture.region.now)
    #expect(throws: Refusal.powerMissing(.sign, act: "initial")) {
      try fixture.region.set(NegotiationTable.self, .initial, on: id, by: powerless)
    }
  }

  @Test("closes only when the public will be told")
  func needsSummary() throws {
    var fixture = try TableFixture()
    #expect(
      fixture.refusal(.closeWithout(reason: .noCommonGround), as: "desk")
        == "'closeWithout' needs: the public will be told; lodge a summary with the end of its embargo")
    try fixture.initial()
    #expect(
      fixture.refusal(.closeWithAgreement, as: "desk")
        == "'closeWithAgreement' needs: the public will be told; lodge a summary with the end of its embargo")
  }

  @Test("tells the public why it closed without an agreement, and nothing before")
  func closesWithout() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    #expect(fixture.table.publicNotice == nil)
    try fixture.act(.summarise(text: "No.", embargoEnds: fixture.region.now.later(days: 1)), as: "desk")
    try fixture.act(.closeWithout(reason: .noCommonGround), as: "desk")
    #expect(fixture.table.publicNotice?.reason == .noCommonGround)
    #expect(fixture.table.publicNotice?.summary == nil)
    #expect(fixture.table.currentRound == nil)
    #expect(
      fixture.refusal(.beginRound, as: "desk")
        == "'beginRound' is not possible while T-1 is 'closedWithout'; possible now: revokeMediator, extendEmbargo, "
        + "publishSummary")
  }

  @Test("goes on after a suspension by the clock, at its very end")
  func resumesByTheClock() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    let until = fixture.region.now.later(days: 7)
    try fixture.act(.suspend(until: until, reason: "Elections"), as: "desk")
    #expect(fixture.table.currentRound == nil)
    fixture.wait(until: until.later(by: -1))
    try fixture.runClock()
    #expect(fixture.table.stage == .suspended)
    fixture.wait(until: until)
    try fixture.runClock()
    #expect(fixture.table.stage == .open)
  }

  @Test("goes on before the end of a suspension when every party consents, each once")
  func resumesByAll() throws {
    var fixture = try TableFixture()
    try fixture.initial()
    try fixture.act(.suspend(until: fixture.region.now.later(days: 7), reason: "Audit"), as: "desk")
    try fixture.act(.consentToResume, as: "lowerLead")
    #expect(
      fixture.refusal(.consentToResume, as: "lowerLead")
        == "'consentToResume' needs: your party has not consented yet; nothing is left for you to do: O-1 must consent")
    try fixture.act(.consentToResume, as: "upperLead")
    #expect(fixture.table.stage == .open)
    #expect(fixture.table.initials == [], "initials are given anew after a suspension")
  }

  @Test("seats parties and observers before it opens; observers read and do nothing")
  func admits() throws {
    var fixture = try TableFixture()
    try fixture.act(.admit(organisation: fixture.region.chamber, seat: .observer), as: "desk")
    try fixture.beginRound()
    #expect(fixture.table.audience.includes(fixture.region.who("social")))
    #expect(
      fixture.refusal(.proposeClause(title: "Own", text: "Words"), as: "social")
        == "'proposeClause' is for partyLead, mediator; ask one of them, or be appointed")
    #expect(
      fixture.refusal(.admit(organisation: fixture.region.ministry, seat: .observer), as: "desk")
        == "'admit' is not possible while T-1 is 'round'; possible now: "
        + NegotiationTable.lifeCycle.acts(from: .round).joined(separator: ", "))
  }

  @Test("lets a social organisation negotiate as a party, through its delegate")
  func socialParty() throws {
    var fixture = try TableFixture(social: true)
    try fixture.initial()
    #expect(fixture.table.stage == .initialled)
    #expect(fixture.table.parties == [fixture.region.upstream, fixture.region.downstream, fixture.region.chamber])
  }

  @Test("refuses seats that make no sense, saying what would")
  func refusesSeats() throws {
    var fixture = try TableFixture()
    #expect(
      fixture.refusal(.admit(organisation: fixture.region.institute, seat: .observer), as: "desk")
        == "observer: O-4 is of the sort 'monitor'; choose an active organisation of this sort: government, "
        + "socialOrganisation, authority")
    #expect(
      fixture.refusal(.admit(organisation: fixture.region.upstream, seat: .observer), as: "desk")
        == "organisation: O-1 has a seat; admit another")
    #expect(
      fixture.refusal(.convene(parties: [fixture.region.upstream], field: "water", file: nil), as: "desk")
        == "parties: there are 1 different parties in 1 named; name 2 to 20, each once")
    #expect(
      fixture.refusal(
        .convene(parties: [fixture.region.upstream, fixture.region.downstream], field: "tax", file: nil), as: "desk")
        == "field: 'tax' is no field of cooperation here; choose one of water, transport")
    #expect(
      fixture.refusal(
        .convene(parties: [fixture.region.upstream, fixture.region.downstream], field: "water", file: nil),
        as: "upperLead") == "secretariat: nobody serves the table; name the public body whose desk does")
    try fixture.act(
      .convene(
        parties: [fixture.region.upstream, fixture.region.downstream], field: "water", file: nil,
        secretariat: fixture.region.office), as: "upperLead")
  }

  @Test("is not there for whoever takes no part", arguments: ["social", "guide", "monitor"])
  func hidden(name: String) throws {
    var fixture = try TableFixture()
    let id = fixture.id
    #expect(throws: Refusal.notFound(id)) { try fixture.act(.open, as: name) }
  }

  @Test("is convened on a file only when its negotiation has been decided")
  func needsFile() throws {
    var fixture = try TableFixture()
    try fixture.region.act(
      DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."), as: "lowerClerk")
    let file = ObjectID(.docketFile, 1)
    try fixture.region.act(DocketFile.self, .file, on: file, as: "lowerClerk")
    #expect(
      fixture.refusal(
        .convene(parties: [fixture.region.upstream, fixture.region.downstream], field: "water", file: file), as: "desk")
        == "'convene' needs: the file is to be negotiated; PD-1 is 'filed'; have its negotiation decided and carried "
        + "out")
  }
}
