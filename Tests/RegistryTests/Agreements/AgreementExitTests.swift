import Testing

@testable import Registry

@Suite struct AgreementExitTests {
  var region: SampleRegion
  var third: Standing
  let id = ObjectID(.agreement, 1)

  init() throws {
    region = try SampleRegion()
    third = try region.newLead(of: region.ministry, named: "third")
  }

  private var agreement: Agreement { region.agreement(id) }

  private mutating func refusal(of command: Agreement.Command, as name: String) -> String {
    let refusal = #expect(throws: Refusal.self) { try region.act(Agreement.self, command, on: id, as: name) }
    return refusal?.description ?? ""
  }

  /// The third party's standing, with a second factor of now.
  private func fresh(_ standing: Standing) -> Standing {
    Standing(
      appointment: standing.appointment!, organisation: standing.organisation!, delegation: standing.delegation,
      secondFactor: region.now)
  }

  private mutating func three(terms: Agreement.Terms) throws {
    try region.draftAgreement(parties: [region.upstream, region.downstream, region.ministry], terms: terms)
    try region.freezeAgreement(id)
    try region.signAgreement(id, as: ["upperLead", "lowerLead"])
    try region.set(Agreement.self, .sign(version: 1, digest: agreement.working!.digest!), on: id, by: fresh(third))
    try region.act(Agreement.self, .file(registration: "7", disclosure: "site"), on: id, as: "desk")
    try region.record.advance(to: region.now)
  }

  @Test("lets a party go when its notice is over and its dues are settled, neither alone")
  mutating func leaves() throws {
    try three(terms: .init(authentic: "zh", noticeDays: 60))
    let effect = try #require(agreement.effect(ofLeaving: region.upstream, noticeAt: region.now))
    #expect(effect.effective == region.now.later(days: 60))
    #expect(effect.remaining == [region.downstream, region.ministry])
    #expect(effect.needed == 2 && !effect.endsAgreement)
    #expect(effect.lapsing == ["2 a"] && effect.surviving == [])
    try region.act(Agreement.self, .giveNotice(reason: "Too dear."), on: id, as: "upperLead")
    #expect(
      refusal(of: .giveNotice(reason: "Again."), as: "upperLead")
        == "'giveNotice' needs: no notice of yours; you leave at \(effect.effective); withdraw that notice first")
    #expect(
      refusal(of: .settleDues(of: region.downstream, statement: "Paid."), as: "desk")
        == "'settleDues' needs: a notice with open dues; let O-2 give notice first")
    try region.pass(days: 61)
    #expect(agreement.parties.count == 3, "dues are open")
    try region.act(Agreement.self, .settleDues(of: region.upstream, statement: "Paid."), on: id, as: "desk")
    #expect(
      refusal(of: .withdrawNotice, as: "upperLead")
        == "'withdrawNotice' is for partyLead; ask one of them, or be appointed", "the clock has run before the act")
    #expect(agreement.parties == [region.downstream, region.ministry])
    #expect(agreement.bound == agreement.parties)
    #expect(agreement.stage == .inForce)
    #expect(region.commitment(1)?.stage == .closed && region.commitment(1)?.remark == "O-1 left")
  }

  @Test("takes a notice back until it takes effect")
  mutating func takesNoticeBack() throws {
    try three(terms: .init(authentic: "zh", noticeDays: 60))
    #expect(
      refusal(of: .withdrawNotice, as: "upperLead")
        == "'withdrawNotice' needs: a notice of yours that has not taken effect; you have given none")
    try region.act(Agreement.self, .giveNotice(reason: "Too dear."), on: id, as: "upperLead")
    try region.act(Agreement.self, .settleDues(of: region.upstream, statement: "Paid."), on: id, as: "desk")
    let effective = try #require(agreement.notices.first?.takesEffect)
    let lead = region.who("upperLead")
    func decide(_ command: Agreement.Command, at moment: Instant) throws(Refusal) -> [Happening] {
      let standing = Standing(
        appointment: lead.appointment!, organisation: lead.organisation!, delegation: lead.delegation,
        secondFactor: moment)
      return try Order(Agreement.self, command, on: id)
        .decide(by: standing, at: moment, reader: region.record, keeper: PlainKeeper())
    }
    #expect(throws: Never.self) { try decide(.withdrawNotice, at: effective.later(by: -1)) }
    let refusal = #expect(throws: Refusal.self) { try decide(.withdrawNotice, at: effective) }
    #expect(
      refusal?.description
        == "'withdrawNotice' needs: an agreement that has not run out; O-1 has left; accede again")
  }

  @Test("ends when fewer than two parties are left")
  mutating func endsWithoutParties() throws {
    try region.agreementInForce(terms: .init(authentic: "zh", noticeDays: 10))
    #expect(agreement.effect(ofLeaving: region.upstream, noticeAt: region.now)?.endsAgreement == true)
    try region.act(Agreement.self, .giveNotice(reason: "Too dear."), on: id, as: "upperLead")
    try region.act(Agreement.self, .settleDues(of: region.upstream, statement: "Paid."), on: id, as: "desk")
    try region.pass(days: 10)
    #expect(agreement.stage == .terminated)
    #expect(agreement.current?.stage == .ended)
    try region.act(Agreement.self, .archive, on: id, as: "desk")
    #expect(agreement.stage == .archived)
    #expect(agreement.versions[0].clauses.count == 5, "nothing is deleted")
  }

  @Test("is ended by the conference after notice, once nothing is owed")
  mutating func isTerminated() throws {
    try region.agreementInForce(terms: .init(authentic: "zh", noticeDays: 150))
    try region.act(Agreement.self, .resolveTermination(reason: "Merged."), on: id, as: "member")
    #expect(
      refusal(of: .resolveTermination(reason: "Merged."), as: "member")
        == "'resolveTermination' needs: no resolution to end it; it ends at \(region.now.later(days: 150)) already")
    try region.pass(days: 100)
    #expect(
      refusal(of: .settleDues(of: nil, statement: "Paid."), as: "desk")
        == "'settleDues' needs: no duty that is owed; have CM-1 verified and closed first")
  }

  @Test("is ended by the clock at the end of the notice")
  mutating func terminatesByTheClock() throws {
    try region.agreementInForce(terms: .init(authentic: "zh", noticeDays: 50))
    try region.act(Agreement.self, .resolveTermination(reason: "Merged."), on: id, as: "member")
    try region.act(Agreement.self, .settleDues(of: nil, statement: "Paid."), on: id, as: "desk")
    let effective = try #require(agreement.notices.first?.takesEffect)
    try region.record.advance(to: effective.later(by: -1))
    #expect(agreement.stage == .inForce)
    try region.record.advance(to: effective)
    #expect(agreement.stage == .terminated)
    #expect(region.commitment(1)?.stage == .closed)
    try region.pass(days: 50)
    #expect(
      refusal(of: .windUp, as: "desk")
        == "'windUp' needs: duties that outlive the agreement; nothing is open; archive it")
  }

  @Test("lets another accede when its terms are open and every party has admitted it")
  mutating func accession() throws {
    try region.agreementInForce()
    #expect(
      refusal(of: .admit(organisation: region.ministry), as: "upperLead")
        == "'admit' needs: an agreement that is open to accession; open it by an amendment of its terms")
  }

  @Test("binds who acceded, and sends an amendment under way back to its draft")
  mutating func binds() throws {
    try region.agreementInForce(terms: .init(authentic: "zh", openToAccession: true))
    let accede = Agreement.Command.accede(version: 1, digest: agreement.current!.digest!)
    #expect(throws: Refusal.notEntitled(act: "accede", needed: [.subjectLead])) {
      try region.set(Agreement.self, accede, on: id, by: fresh(third))
    }
    try region.act(Agreement.self, .admit(organisation: region.ministry), on: id, as: "upperLead")
    #expect(
      refusal(of: .admit(organisation: region.ministry), as: "upperLead")
        == "'admit' needs: a consent that is not given yet; wait for O-5, or for the other parties")
    let early = #expect(throws: Refusal.self) { try region.set(Agreement.self, accede, on: id, by: fresh(third)) }
    #expect(early?.description == "'accede' needs: the consent of every party; ask O-2 to admit you")
    try region.act(Agreement.self, .admit(organisation: region.ministry), on: id, as: "lowerLead")
    try region.act(Agreement.self, .amend(reason: "Stricter."), on: id, as: "lowerLead")
    try region.freezeAgreement(id)
    try region.signAgreement(id, as: ["lowerLead"])
    try region.set(Agreement.self, accede, on: id, by: fresh(third))
    #expect(agreement.parties == [region.upstream, region.downstream, region.ministry])
    #expect(agreement.bound == agreement.parties)
    #expect(agreement.current?.signatures.count == 3)
    #expect(agreement.working?.stage == .draft)
    #expect(agreement.working?.voided.map(\.party) == [region.downstream])
    #expect(agreement.admissions == [])
  }
}
