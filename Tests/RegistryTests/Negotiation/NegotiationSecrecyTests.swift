import Registry
import Testing

/// What each party keeps to itself, what a mediator sees, and what becomes public when.
@Suite struct NegotiationSecrecyTests {
  @Test("confides a mandate to its party, and a position to the party or to persons of it")
  func confides() throws {
    var fixture = try TableFixture()
    try fixture.lodgeMandates()
    let mandate = try #require(fixture.table.mandates.first)
    #expect(mandate.text.audience == .holder(fixture.region.upstream))
    try fixture.act(.lodgePosition(sort: .position, text: "Class III.", readers: []), as: "upperClerk")
    let lead = fixture.region.who("upperLead").appointment!.id
    try fixture.act(
      .lodgePosition(sort: .reservation, text: "Class V at worst.", readers: [lead]), as: "upperLead")
    #expect(fixture.table.positions[0].text.audience == .holder(fixture.region.upstream))
    #expect(fixture.table.positions[1].text.audience == .named([lead]))
    for name in ["lowerLead", "desk", "mediator", "auditor", "administrator", "upperClerk"] {
      #expect(!fixture.table.positions[1].text.audience.includes(fixture.region.who(name)))
    }
    let stranger = fixture.region.who("lowerLead").appointment!.id
    #expect(
      fixture.refusal(.lodgePosition(sort: .reservation, text: "Worse.", readers: [stranger]), as: "upperLead")
        == "readers: \(stranger) is nobody of O-1 now; name people of your own")
    #expect(
      fixture.refusal(.withdrawPosition(position: 1), as: "lowerLead")
        == "position: your party holds no position 1; choose one of your own")
    try fixture.act(.withdrawPosition(position: 1), as: "upperLead")
    #expect(
      fixture.refusal(.withdrawPosition(position: 1), as: "upperLead")
        == "position: your party holds no position 1; choose one of your own")
  }

  @Test("writes no confidential word into any event")
  func leaksNothing() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "CANARY-1"), as: "upperLead")
    try fixture.act(.lodgeMandate(text: "CANARY-2"), as: "upperLead")
    try fixture.act(.lodgePosition(sort: .reservation, text: "CANARY-3", readers: []), as: "upperLead")
    try fixture.act(
      .sealPackage(
        terms: [.init(.clause(number: 1), "CANARY-4"), .init(.issue(name: "CANARY-5"), "CANARY-6")],
        conditions: ["CANARY-7"],
        readers: []), as: "upperLead")
    try fixture.act(.summarise(text: "CANARY-8", embargoEnds: fixture.region.now.later(days: 1)), as: "desk")
    for entry in fixture.region.record.entries where entry.happening.object == fixture.id {
      #expect(try !CanonicalJSON.text(of: entry.happening.event).contains("CANARY"))
      #expect(try !CanonicalJSON.text(of: entry.happening.after).contains("CANARY"))
    }
  }

  @Test("shows a person neither the positions nor the sealed packages of others, nor how many there are")
  func shows() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    try fixture.act(.lodgePosition(sort: .position, text: "P", readers: []), as: "upperLead")
    try fixture.tablePackage()
    try fixture.seal("Class IV.")
    func counts(_ name: String) -> [Int] {
      let shown = fixture.table.shown(to: fixture.region.who(name))
      return [shown.positions.count, shown.packages.count]
    }
    #expect(counts("upperLead") == [1, 2])
    #expect(counts("upperClerk") == [1, 1], "the second package is sealed for its author alone")
    for name in ["lowerLead", "desk", "mediator"] { #expect(counts(name) == [0, 1], "\(name)") }
  }

  @Test("opens what the table was told to a party that is admitted after it")
  func admitsToTexts() throws {
    var fixture = try TableFixture()
    try fixture.act(.summarise(text: "Told.", embargoEnds: fixture.region.now.later(days: 9)), as: "desk")
    let social = fixture.region.who("social")
    #expect(fixture.table.summary?.text.audience.includes(social) == false)
    try fixture.act(.admit(organisation: fixture.region.chamber, seat: .party), as: "desk")
    #expect(fixture.table.summary?.text.audience.includes(social) == true)
    let commit = try #require(fixture.table.summary?.text.commit)
    #expect(fixture.table.content(commit) == fixture.table.summary?.text)
    #expect(fixture.table.content("none") == nil)
  }

  @Test("seats a mediator only when every party grants it")
  func seats() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    #expect(
      fixture.refusal(.grantMediator(sees: [], readers: []), as: "upperLead")
        == "'grantMediator' needs: a mediator is named; name one first")
    let mediator = fixture.region.who("mediator").appointment!.id
    try fixture.act(.nameMediator(appointment: mediator), as: "lowerLead")
    try fixture.act(.grantMediator(sees: [], readers: []), as: "upperLead")
    #expect(
      fixture.refusal(.closeRound, as: "mediator")
        == "'closeRound' is for desk, mediator; ask one of them, or be appointed")
    try fixture.act(.grantMediator(sees: [], readers: []), as: "lowerLead")
    #expect(fixture.table.mediation?.isSeated == true)
    try fixture.act(.proposeClause(title: "Water", text: "A way between."), as: "mediator")
    #expect(fixture.table.clauses[0].wordings[0].author == mediator)
    #expect(fixture.table.clauses[0].wordings[0].agreedBy == [])
    try fixture.act(.closeRound, as: "mediator")
  }

  @Test("shows the mediator what a party grants, now and later, and nothing of the others")
  func grants() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    for lead in fixture.leads {
      try fixture.act(.lodgePosition(sort: .position, text: "Position of \(lead)", readers: []), as: lead)
      try fixture.act(.lodgePosition(sort: .reservation, text: "Least of \(lead)", readers: []), as: lead)
    }
    try fixture.seatMediator(sees: [.position, .sealedPackages])
    let mediator = fixture.region.who("mediator")
    func seen() -> [Int] {
      fixture.table.positions.filter { $0.text.audience.includes(mediator) }.map(\.number)
    }
    #expect(seen() == [1], "positions of the upper county, neither its reservation nor the lower county's")
    #expect(!fixture.table.mandates.contains { $0.text.audience.includes(mediator) })
    let lead = fixture.region.who("upperLead")
    #expect(fixture.table.positions[0].text.audience == .named([lead.appointment!.id, mediator.appointment!.id]))
    try fixture.act(.lodgePosition(sort: .position, text: "Later", readers: []), as: "upperLead")
    #expect(seen() == [1, 5])
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    try fixture.seal()
    #expect(fixture.table.packages[0].texts[0].audience.includes(mediator))
    try fixture.act(.withdrawPosition(position: 1), as: "upperLead")
    try fixture.act(.revokeMediator, as: "upperLead")
    #expect(seen() == [], "also of what was withdrawn meanwhile")
    #expect(fixture.table.positions[0].text.audience == .holder(fixture.region.upstream))
    #expect(!fixture.table.packages[0].texts[0].audience.includes(mediator))
    #expect(
      fixture.refusal(.beginRound, as: "mediator").hasPrefix("'beginRound' is not possible while T-1 is 'round'"))
    #expect(
      fixture.refusal(.closeRound, as: "mediator")
        == "'closeRound' is for desk, mediator; ask one of them, or be appointed")
    #expect(
      fixture.refusal(.revokeMediator, as: "upperLead")
        == "'revokeMediator' needs: your party has admitted the mediator; there is nothing to revoke")
  }

  @Test("opens the table's texts to a mediator from outside when seated, and closes them when unseated")
  func outsider() throws {
    var fixture = try TableFixture()
    // The province lends a mediator.
    try fixture.region.set(
      Appointment.self,
      .appoint(
        person: "Outside", organisation: fixture.region.ministry, role: .mediator, from: fixture.region.now,
        until: fixture.region.now.later(days: 100), instrument: "Letter 2"), by: .clock)
    let number = fixture.region.record.count(of: .appointment)
    let outsider = ObjectID(.appointment, number)
    let standing = Standing(
      appointment: fixture.region.record.object(Appointment.self, outsider)!,
      organisation: fixture.region.record.object(Organisation.self, fixture.region.ministry)!)
    try fixture.agreeOnOneClause()
    try fixture.act(.proposeClause(title: "Money", text: "Half each."), as: "upperLead")
    try fixture.act(.offerText(clause: 2, text: "A third."), as: "upperLead")
    try fixture.act(.nameMediator(appointment: outsider), as: "desk")
    func seen() -> Int {
      (fixture.table.clauses.flatMap { $0.wordings.map(\.text) } + fixture.table.otherTexts)
        .count { $0.audience.includes(standing) }
    }
    #expect(!fixture.table.audience.includes(standing))
    #expect(seen() == 0)
    for lead in fixture.leads { try fixture.act(.grantMediator(sees: [], readers: []), as: lead) }
    #expect(fixture.table.audience.includes(standing))
    #expect(seen() == 3, "two wordings that stand, one that was replaced")
    try fixture.act(.revokeMediator, as: "lowerLead")
    #expect(!fixture.table.audience.includes(standing))
    #expect(seen() == 0)
  }

  @Test("takes as mediator nobody who belongs to a party or is no mediator")
  func neutral() throws {
    var fixture = try TableFixture()
    let desk = fixture.region.who("desk").appointment!.id
    #expect(
      fixture.refusal(.nameMediator(appointment: desk), as: "desk")
        == "appointment: \(desk) is no mediator now; name somebody appointed as one")
    try fixture.region.set(
      Appointment.self,
      .appoint(
        person: "Partial", organisation: fixture.region.upstream, role: .mediator, from: fixture.region.now,
        until: fixture.region.now.later(days: 100), instrument: "Letter 2"), by: .clock)
    let partial = ObjectID(.appointment, fixture.region.record.count(of: .appointment))
    #expect(
      fixture.refusal(.nameMediator(appointment: partial), as: "desk")
        == "appointment: \(partial) belongs to the party O-1; name somebody who belongs to none")
  }

  @Test("publishes the summary at the end of its embargo, by the clock: the same content, for everybody")
  func publishes() throws {
    var fixture = try TableFixture()
    let ends = fixture.region.now.later(days: 30)
    #expect(
      fixture.refusal(.summarise(text: "Told.", embargoEnds: fixture.region.now), as: "desk")
        == "embargoEnds: it is over already; give a moment to come")
    #expect(
      fixture.refusal(.extendEmbargo(until: ends), as: "desk")
        == "'extendEmbargo' needs: a summary is under embargo; lodge a summary with the end of its embargo")
    try fixture.act(.summarise(text: "Told.", embargoEnds: ends), as: "desk")
    let before = try #require(fixture.table.summary).text
    #expect(
      fixture.refusal(.extendEmbargo(until: ends), as: "upperLead")
        == "until: it is not after the present end; give a later moment")
    fixture.wait(until: ends.later(by: -1))
    try fixture.act(.extendEmbargo(until: ends.later(days: 5)), as: "upperLead")
    fixture.wait(until: ends.later(days: 5).later(by: -1))
    try fixture.runClock()
    #expect(!before.audience.includes(.visitor))
    #expect(fixture.table.publicNotice == nil)
    fixture.wait(until: ends.later(days: 5))
    try fixture.runClock()
    let after = try #require(fixture.table.publicNotice?.summary)
    #expect(after.commit == before.commit)
    #expect(after.audience == .everybody)
    let last = try #require(fixture.region.record.entries.last?.happening.event as? any RelabellingEvent)
    #expect(last.relabels == [Relabelled([before.commit], for: .everybody)])
    #expect(
      fixture.refusal(.extendEmbargo(until: ends.later(days: 9)), as: "desk")
        == "'extendEmbargo' needs: a summary is under embargo; it is public already")
    #expect(
      fixture.refusal(.summarise(text: "Else.", embargoEnds: ends.later(days: 9)), as: "desk")
        == "'summarise' needs: the summary is not public yet; it stands as it was published")
  }
}
