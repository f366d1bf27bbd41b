import Testing

@testable import Registry

/// The single text: clauses in brackets, amendments, silence.
@Suite struct NegotiationTextTests {
  @Test("moves a party's agreement when it agrees to another wording")
  func movesAgreement() throws {
    var fixture = try TableFixture(social: true)
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    try fixture.act(.offerText(clause: 1, text: "Class II."), as: "lowerLead")
    try fixture.act(.agreeToText(clause: 1, text: fixture.wording(of: 1, 0)), as: "social")
    try fixture.act(.agreeToText(clause: 1, text: fixture.wording(of: 1, 1)), as: "social")
    #expect(
      fixture.table.clauses[0].wordings.map(\.agreedBy) == [
        [fixture.region.upstream], [fixture.region.downstream, fixture.region.chamber],
      ])
    #expect(
      fixture.refusal(.agreeToText(clause: 1, text: fixture.wording(of: 1, 1)), as: "social")
        == "'agreeToText' needs: your party has not agreed to it yet; nothing is left for you to do: the others must "
        + "agree")
  }

  @Test("lets nobody agree to words that have changed since")
  func agreesToWhatWasRead() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    let read = fixture.wording(of: 1)
    try fixture.act(.offerText(clause: 1, text: "Class IV."), as: "upperLead")
    #expect(fixture.table.clauses[0].stage == .proposed)
    #expect(
      fixture.refusal(.agreeToText(clause: 1, text: read), as: "lowerLead")
        == "text: clause 1 has no such text; read the clause again: its wordings may have changed")
  }

  @Test("opens an agreed clause again only when every party consents, one by one")
  func reopens() throws {
    var fixture = try TableFixture(social: true)
    try fixture.agreeText()
    #expect(
      fixture.refusal(.offerText(clause: 1, text: "Else."), as: "upperLead").hasPrefix(
        "'offerText' is not possible while T-1 is 'textAgreed'"))
    try fixture.act(.consentToReopen(clause: 1), as: "upperLead")
    try fixture.act(.consentToReopen(clause: 1), as: "social")
    #expect(fixture.table.clauses[0].stage == .agreed)
    #expect(
      fixture.refusal(.consentToReopen(clause: 1), as: "social")
        == "'consentToReopen' needs: your party has not consented yet; nothing is left for you to do: the others must "
        + "consent")
    try fixture.act(.consentToReopen(clause: 1), as: "lowerLead")
    #expect(fixture.table.clauses[0].stage == .reopened)
    #expect(fixture.table.clauses[0].wordings[0].agreedBy == [])
    #expect(fixture.table.stage == .open, "a text with an open clause is agreed no more")
    try fixture.act(.offerText(clause: 1, text: "Class I."), as: "lowerLead")
    #expect(fixture.table.clauses[0].stage == .bracketed)
  }

  @Test("says what an agreed clause allows")
  func agreedClauseRests() throws {
    var fixture = try TableFixture()
    try fixture.agreeOnOneClause()
    #expect(
      fixture.refusal(.offerText(clause: 1, text: "Else."), as: "upperLead")
        == "'offerText' needs: the clause is proposed or bracketed or reopened; clause 1 is agreed; possible with it: "
        + "consentToReopen")
    #expect(
      fixture.refusal(.offerText(clause: 2, text: "Else."), as: "upperLead")
        == "clause: there is no clause 2; choose one of 1 to 1")
  }

  @Test("lets only its proposer withdraw a clause, while nobody else has words in it")
  func withdraws() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    #expect(
      fixture.refusal(.withdrawClause(clause: 1), as: "lowerLead")
        == "'withdrawClause' needs: you proposed the clause; ask O-1 to withdraw it")
    try fixture.act(.withdrawClause(clause: 1), as: "upperLead")
    try fixture.act(.proposeClause(title: "Money", text: "Half each."), as: "upperLead")
    #expect(fixture.table.clauses.map(\.number) == [1, 2], "numbers stay")
    #expect(
      fixture.refusal(.offerText(clause: 1, text: "Else."), as: "upperLead")
        == "'offerText' needs: the clause is proposed or bracketed or reopened; clause 1 is withdrawn; nothing can "
        + "change it")
    try fixture.act(.offerText(clause: 2, text: "A third."), as: "lowerLead")
    #expect(
      fixture.refusal(.withdrawClause(clause: 2), as: "upperLead")
        == "'withdrawClause' needs: the clause is proposed; clause 2 is bracketed; possible with it: offerText, "
        + "agreeToText, adopt, acceptPackage, amend, putUnderSilence, tablePackage")
  }

  @Test("puts an accepted amendment in the place of the words it amends; whoever agreed to those agrees anew")
  func amends() throws {
    var fixture = try TableFixture(social: true)
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    try fixture.act(.agreeToText(clause: 1, text: fixture.wording(of: 1)), as: "social")
    let amend = NegotiationTable.Command.amend(
      clause: 1, target: fixture.wording(of: 1), amends: nil, text: "Class III from May.", reasons: "Floods.")
    try fixture.act(amend, as: "lowerLead")
    try fixture.act(.acceptAmendment(amendment: 1), as: "social")
    #expect(fixture.table.amendments[0].stage == .open)
    #expect(
      fixture.refusal(.acceptAmendment(amendment: 1), as: "lowerLead")
        == "'acceptAmendment' needs: your party has not accepted it yet; nothing is left for you to do: the others "
        + "must accept")
    try fixture.act(.acceptAmendment(amendment: 1), as: "upperLead")
    #expect(fixture.table.amendments[0].stage == .accepted)
    #expect(fixture.table.clauses[0].wordings[0].text == fixture.table.amendments[0].text)
    #expect(fixture.table.clauses[0].wordings[0].agreedBy == [fixture.region.upstream])
    #expect(
      fixture.refusal(.rejectAmendment(amendment: 1, reasons: "No."), as: "upperLead")
        == "'rejectAmendment' needs: the amendment is open; amendment 1 is accepted; nothing can change it")
  }

  @Test("amends an amendment, but not an amendment to an amendment")
  func amendsOneLevel() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    let target = fixture.wording(of: 1)
    func amend(_ target: String, _ amends: Int?, _ text: String) -> NegotiationTable.Command {
      .amend(clause: 1, target: target, amends: amends, text: text, reasons: "Because \(text)")
    }
    try fixture.act(amend(target, nil, "First"), as: "lowerLead")
    try fixture.act(amend(fixture.table.amendments[0].text.commit, 1, "Second"), as: "upperLead")
    #expect(
      fixture.refusal(amend(fixture.table.amendments[1].text.commit, 2, "Third"), as: "lowerLead")
        == "'amend' needs: amendments go one level deep; amendment 2 amends an amendment; amend amendment 1, or the "
        + "clause")
    try fixture.act(.acceptAmendment(amendment: 2), as: "lowerLead")
    #expect(fixture.table.amendments[0].text == fixture.table.amendments[1].text)
    #expect(fixture.table.amendments.map(\.stage) == [.open, .accepted])
    #expect(
      fixture.refusal(amend(target, 1, "Fourth"), as: "lowerLead")
        == "target: amendment 1 has no such text in clause 1; read the amendment again")
  }

  @Test("ends amendments whose words are gone, and those to them")
  func overtakes() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    try fixture.act(
      .amend(clause: 1, target: fixture.wording(of: 1), amends: nil, text: "A", reasons: "R"), as: "lowerLead")
    try fixture.act(
      .amend(clause: 1, target: fixture.table.amendments[0].text.commit, amends: 1, text: "B", reasons: "S"),
      as: "upperLead")
    try fixture.act(.offerText(clause: 1, text: "Class IV."), as: "upperLead")
    #expect(fixture.table.amendments.map(\.stage) == [.overtaken, .overtaken])
  }

  @Test("lets the sponsor withdraw an amendment and the others reject it, not the other way round")
  func rejectsAmendments() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    for text in ["A", "B"] {
      try fixture.act(
        .amend(clause: 1, target: fixture.wording(of: 1), amends: nil, text: text, reasons: "Why \(text)"),
        as: "lowerLead")
    }
    #expect(
      fixture.refusal(.rejectAmendment(amendment: 1, reasons: "No."), as: "lowerLead")
        == "'rejectAmendment' needs: another party sponsors it; withdraw your own amendment")
    #expect(
      fixture.refusal(.withdrawAmendment(amendment: 1), as: "upperLead")
        == "'withdrawAmendment' needs: your party sponsors it; reject it, or ask O-2")
    try fixture.act(.rejectAmendment(amendment: 1, reasons: "Too dear."), as: "upperLead")
    try fixture.act(.withdrawAmendment(amendment: 2), as: "lowerLead")
    #expect(fixture.table.amendments.map(\.stage) == [.rejected, .withdrawn])
    #expect(
      fixture.refusal(.withdrawAmendment(amendment: 3), as: "lowerLead")
        == "amendment: there is no amendment 3; choose one of 1 to 2")
  }

  // MARK: Silence

  /// A clause under silence for five days, in a round.
  private func underSilence() throws -> (TableFixture, until: Instant) {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water", text: "Class III."), as: "upperLead")
    let until = fixture.region.now.later(days: 5)
    try fixture.act(
      .putUnderSilence(items: [.init(clause: 1, text: fixture.wording(of: 1))], until: until), as: "desk")
    return (fixture, until)
  }

  @Test("adopts by silence at the end, by the clock")
  func adopts() throws {
    var (fixture, until) = try underSilence()
    fixture.wait(until: until.later(by: -1))
    try fixture.runClock()
    #expect(fixture.table.clauses[0].stage == .proposed)
    fixture.wait(until: until)
    try fixture.runClock()
    #expect(fixture.table.clauses[0].stage == .agreed)
    #expect(fixture.table.clauses[0].wordings[0].agreedBy == fixture.table.parties)
    #expect(fixture.table.silences == [])
  }

  @Test("lets an objection win a millisecond before the end")
  func objectsInTime() throws {
    var (fixture, until) = try underSilence()
    fixture.wait(until: until.later(by: -1))
    try fixture.act(.objectTo(silence: 1, reasons: "Too strict."), as: "lowerLead")
    fixture.wait(until: until)
    try fixture.runClock()
    #expect(fixture.table.clauses[0].stage == .proposed)
  }

  @Test("refuses an objection at the end, whether the clock has run or not")
  func objectsTooLate() throws {
    var (fixture, until) = try underSilence()
    fixture.wait(until: until)
    let order = Order(
      NegotiationTable.self, .objectTo(silence: 1, reasons: "Too strict."), on: fixture.id)
    let refusal = #expect(throws: Refusal.self) {
      // Straight to the decision: the clock has not run.
      try order.decide(
        by: fixture.region.who("lowerLead"), at: until, reader: fixture.region.record, keeper: TableFixture.Keeper())
    }
    #expect(
      refusal?.description
        == "'objectTo' needs: the silence still runs; it ended at 2026-01-10T00:00:00Z; what was adopted can be "
        + "reopened with everybody's consent")
    #expect(
      fixture.refusal(.objectTo(silence: 1, reasons: "Too strict."), as: "lowerLead")
        == "silence: no silence procedure 1 runs; what was adopted can be reopened with everybody's consent")
  }

  @Test("lets a clause rest while it is under silence, and the table go on sitting")
  func restsUnderSilence() throws {
    var (fixture, _) = try underSilence()
    let rests = "the clause is not under silence; object, or wait until 2026-01-10T00:00:00Z"
    #expect(fixture.refusal(.offerText(clause: 1, text: "Else."), as: "lowerLead") == "'offerText' needs: \(rests)")
    #expect(
      fixture.refusal(.agreeToText(clause: 1, text: fixture.wording(of: 1)), as: "lowerLead")
        == "'agreeToText' needs: \(rests)")
    #expect(
      fixture.refusal(.suspend(until: fixture.region.now.later(days: 9), reason: "Rest"), as: "desk")
        == "'suspend' needs: no silence procedure runs; wait until 2026-01-10T00:00:00Z, or object")
    #expect(
      fixture.refusal(.putUnderSilence(items: [], until: fixture.region.now.later(days: 1)), as: "desk")
        == "items: no clause is named, or one twice; name one text each of some clauses")
    #expect(
      fixture.refusal(.putUnderSilence(items: [], until: fixture.region.now), as: "desk")
        == "until: it is over already; give a moment to come")
  }
}
