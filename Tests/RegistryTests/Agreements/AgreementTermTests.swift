import Testing

@testable import Registry

@Suite struct AgreementTermTests {
  var region: SampleRegion
  let id = ObjectID(.agreement, 1)

  init() throws { region = try SampleRegion() }

  private var agreement: Agreement { region.agreement(id) }

  private mutating func refusal(of command: Agreement.Command, as name: String) -> String {
    let refusal = #expect(throws: Refusal.self) { try region.act(Agreement.self, command, on: id, as: name) }
    return refusal?.description ?? ""
  }

  private mutating func rewrite(_ clause: String, text: String, duty: Agreement.Duty) throws {
    try region.act(
      Agreement.self,
      .write(
        clause: .init(id: clause, heading: "Quality", kind: .obligation, text: text, items: ["cn-3"], duties: [duty]),
        position: nil), on: id, as: "upperClerk")
  }

  // MARK: Entry into force

  @Test("enters into force by the clock alone, at its day and not a millisecond before")
  mutating func entersByTheClock() throws {
    let begins = region.now.later(days: 10)
    try region.draftAgreement(terms: .init(authentic: "zh", begins: begins))
    try region.bringIntoForce(id)
    #expect(agreement.stage == .filed)
    #expect(agreement.missingForEntry(at: region.now) == [.date(begins)])
    try region.record.advance(to: begins.later(by: -1))
    #expect(agreement.stage == .filed)
    #expect(region.commitment(1) == nil)
    try region.record.advance(to: begins)
    #expect(agreement.stage == .inForce)
    #expect(agreement.missingForEntry(at: begins) == [])
    #expect(region.commitment(1)?.due == begins.later(days: 100))
    #expect(agreement.version(inForceAt: begins.later(by: -1)) == nil)
    #expect(agreement.version(inForceAt: begins)?.number == 1)
  }

  @Test("cannot be signed or filed once its own end has passed")
  mutating func endedBeforeItBegan() throws {
    let ends = region.now.later(days: 10)
    try region.draftAgreement(terms: .init(authentic: "zh", ends: ends))
    try region.freezeAgreement(id)
    try region.signAgreement(id, as: ["upperLead"])
    let digest = try #require(agreement.working?.digest)
    try region.pass(days: 10)
    #expect(
      refusal(of: .sign(version: 1, digest: digest), as: "lowerLead")
        == "'sign' needs: an end that lies ahead; version 1 would have run out at \(ends); set another end")
  }

  // MARK: Amendment

  @Test("stays in force in its old version until the new one enters; a dropped or changed duty is waived then")
  mutating func amends() throws {
    try region.agreementInForce(payment: region.payment(on: region.now.later(days: 50)))
    try region.pass(days: 5)
    try region.act(Agreement.self, .amend(reason: "Stricter."), on: id, as: "lowerLead")
    #expect(agreement.stage == .amending)
    #expect(agreement.current?.number == 1 && agreement.working?.number == 2)
    let stricter = Agreement.Duty(
      id: "a", debtor: region.upstream, creditors: [region.downstream], measure: "nitrate below 5 mg/L",
      due: .afterEntry(days: 100), evidence: "samples")
    try rewrite("2", text: "Clearer.", duty: stricter)
    #expect(agreement.versions[0].comparison(with: agreement.versions[1]).changed == ["2"])
    try region.freezeAgreement(id)
    try region.signAgreement(id, as: ["upperLead"])
    #expect(agreement.current?.number == 1)
    try region.signAgreement(id, as: ["lowerLead"])
    try region.act(Agreement.self, .file(registration: "8", disclosure: "site"), on: id, as: "desk")
    #expect(agreement.stage == .amending)
    try region.pass(days: 1)
    #expect(agreement.stage == .inForce)
    #expect(agreement.versions.map(\.stage) == [.superseded, .inForce])
    #expect(region.commitment(1)?.stage == .waived && region.commitment(1)?.waivedBy == 2)
    #expect(region.commitment(2)?.stage == .pending, "the payment stays as it was")
    #expect(region.commitment(3)?.measure == "nitrate below 5 mg/L")
    #expect(agreement.commitments.count == 3)
    #expect(agreement.version(inForceAt: region.now.later(by: -1))?.number == 1)
    #expect(agreement.version(inForceAt: region.now)?.number == 2)
  }

  @Test("hides the text of an amendment from everybody but the parties until it is filed")
  mutating func hidesAmendments() throws {
    try region.agreementInForce()
    try region.act(Agreement.self, .amend(reason: "Stricter."), on: id, as: "upperLead")
    try rewrite("2", text: "Clearer.", duty: region.clearWater())
    let text = try #require(agreement.working?.clauses.first { $0.id == "2" }?.text)
    #expect(!text.audience.includes(.visitor) && !text.audience.includes(region.who("guide")))
    #expect(text.audience.includes(region.who("lowerClerk")))
    #expect(agreement.current?.clauses.allSatisfy { $0.text.audience == .everybody } == true)
  }

  @Test("leaves an amendment to the party that began it, and one at a time")
  mutating func oneAmendment() throws {
    try region.agreementInForce()
    try region.act(Agreement.self, .amend(reason: "Stricter."), on: id, as: "upperLead")
    #expect(
      refusal(of: .amend(reason: "Softer."), as: "lowerLead").hasPrefix(
        "'amend' is not possible while AG-1 is 'amending'"))
    #expect(
      refusal(of: .discardAmendment(reason: "No."), as: "lowerLead")
        == "'discardAmendment' needs: an amendment of your own that has not been signed; ask O-1")
    #expect(
      refusal(of: .confirm(opinion: "Fine."), as: "desk")
        == "'confirm' needs: an amendment that is 'legalCheck'; version 2 is 'draft'")
    try region.act(Agreement.self, .discardAmendment(reason: "No."), on: id, as: "upperLead")
    #expect(agreement.stage == .inForce)
    #expect(agreement.versions.map(\.stage) == [.inForce, .discarded])
  }

  @Test("cannot be amended by fewer signatures than its version in force needs")
  mutating func keepsItsThreshold() throws {
    let third = try region.newLead(of: region.ministry, named: "third")
    try region.draftAgreement(parties: [region.upstream, region.downstream, region.ministry])
    try region.freezeAgreement(id)
    try region.signAgreement(id, as: ["upperLead", "lowerLead"])
    try region.set(Agreement.self, .sign(version: 1, digest: agreement.working!.digest!), on: id, by: third)
    try region.act(Agreement.self, .file(registration: "7", disclosure: "site"), on: id, as: "desk")
    try region.record.advance(to: region.now)
    try region.act(Agreement.self, .amend(reason: "Fewer."), on: id, as: "upperLead")
    try region.act(
      Agreement.self, .set(title: "Fewer", frame: .chineseCooperation, terms: .init(authentic: "zh", activation: 2)),
      on: id, as: "upperLead")
    try region.freezeAgreement(id)
    try region.signAgreement(id, as: ["upperLead", "lowerLead"])
    #expect(agreement.working?.stage == .signing)
    #expect(agreement.requiredSignatures(for: agreement.working!) == 3)
  }

  // MARK: Term

  @Test("nears its end 180 days before, reminds 90 and 30 days before, and runs out at its moment")
  mutating func runsOut() throws {
    let ends = region.now.later(days: 300)
    try region.agreementInForce(terms: .init(authentic: "zh", ends: ends))
    var seen: [String] = []
    for (moment, stage, reminded) in [
      (ends.later(days: -180).later(by: -1), Agreement.Stage.inForce, Int?.none),
      (ends.later(days: -180), .expiring, nil), (ends.later(days: -90).later(by: -1), .expiring, nil),
      (ends.later(days: -90), .expiring, 90), (ends.later(days: -30), .expiring, 30),
      (ends.later(by: -1), .expiring, 30), (ends, .expired, 30),
    ] {
      try region.record.advance(to: moment)
      if agreement.stage != stage || agreement.reminded != reminded { seen.append("\(moment): \(agreement.stage)") }
    }
    #expect(seen == [])
    #expect(region.commitment(1)?.stage == .overdue, "what fell due before the end stays owed")
  }

  @Test("goes on when an amendment moves its end")
  mutating func isExtended() throws {
    let ends = region.now.later(days: 100)
    try region.agreementInForce(terms: .init(authentic: "zh", ends: ends))
    #expect(agreement.stage == .expiring)
    try region.act(Agreement.self, .amend(reason: "Longer."), on: id, as: "upperLead")
    #expect(agreement.stage == .expiring)
    #expect(
      refusal(of: .amend(reason: "Longer."), as: "lowerLead")
        == "'amend' needs: no other amendment under way; finish or discard version 2")
    try region.act(
      Agreement.self,
      .set(title: "Longer", frame: .chineseCooperation, terms: .init(authentic: "zh", ends: ends.later(days: 300))),
      on: id, as: "upperLead")
    try region.bringIntoForce(id)
    #expect(agreement.stage == .inForce && agreement.current?.number == 2 && agreement.reminded == nil)
    try region.pass(days: 99)
    #expect(agreement.stage == .inForce)
    try region.pass(days: 121)
    #expect(agreement.stage == .expiring)
  }

  @Test("lets go at its end what would fall due later, but not what outlives it")
  mutating func releases() throws {
    let ends = region.now.later(days: 60)
    try region.agreementInForce(
      terms: .init(authentic: "zh", ends: ends), payment: region.payment(on: region.now.later(days: 90)))
    #expect(agreement.stage == .expiring)
    #expect(agreement.reminded == 90, "one reminder says it all when it is late")
    try region.pass(days: 60)
    #expect(agreement.stage == .expired)
    #expect(region.commitment(1)?.stage == .closed && region.commitment(1)?.remark == "agreement expired")
    #expect(region.commitment(2)?.isOpen == true)
  }

  @Test("refuses acts after its end even before the clock has run")
  mutating func guardsItsEnd() throws {
    let ends = region.now.later(days: 60)
    try region.agreementInForce(terms: .init(authentic: "zh", ends: ends))
    let lead = region.who("upperLead")
    func decide(at moment: Instant) throws(Refusal) -> [Happening] {
      // No clock: the record is read as it is.
      try Order(Agreement.self, .prepareRenewal(begins: nil, ends: nil), on: id)
        .decide(by: lead, at: moment, reader: region.record, keeper: PlainKeeper())
    }
    #expect(throws: Never.self) { try decide(at: ends.later(by: -1)) }
    let refusal = #expect(throws: Refusal.self) { try decide(at: ends) }
    #expect(
      refusal?.description
        == "'prepareRenewal' needs: an agreement that has not run out; it ran out at \(ends); renew it")
  }

  @Test("is suspended and resumed by the conference, and runs out while suspended")
  mutating func suspends() throws {
    let ends = region.now.later(days: 400)
    try region.agreementInForce(terms: .init(authentic: "zh", ends: ends))
    #expect(
      refusal(of: .suspend(reason: "Flood."), as: "desk")
        == "'suspend' is for conference; ask one of them, or be appointed")
    try region.act(Agreement.self, .suspend(reason: "Flood."), on: id, as: "member")
    #expect(agreement.stage == .suspended && agreement.isRunning && !agreement.isInForce)
    try region.act(Agreement.self, .resume(reason: "Dry."), on: id, as: "member")
    #expect(agreement.stage == .inForce)
    try region.act(Agreement.self, .amend(reason: "Stricter."), on: id, as: "lowerLead")
    try region.act(Agreement.self, .suspend(reason: "Flood."), on: id, as: "member")
    try region.act(Agreement.self, .resume(reason: "Dry."), on: id, as: "lowerMember")
    #expect(agreement.stage == .amending)
    try region.act(Agreement.self, .suspend(reason: "Flood."), on: id, as: "member")
    try region.pass(days: 400)
    #expect(agreement.stage == .expired)
    #expect(agreement.versions.map(\.stage) == [.ended, .discarded])
  }

  // MARK: Renewal

  @Test("is renewed by an agreement that copies its text, is linked both ways and begins as it ends")
  mutating func renews() throws {
    let ends = region.now.later(days: 200)
    try region.agreementInForce(
      terms: .init(authentic: "zh", ends: ends, noticeDays: 30), water: region.clearWater(times: 12))
    try region.act(
      Agreement.self, .prepareRenewal(begins: ends, ends: ends.later(days: 365)), on: id, as: "upperLead")
    let next = ObjectID(.agreement, 2)
    #expect(region.agreement(next).predecessor == id && agreement.successor == next)
    #expect(region.agreement(next).versions[0].clauses == agreement.current?.clauses)
    #expect(region.agreement(next).versions[0].terms?.noticeDays == 30)
    #expect(region.agreement(next).commitments == [])
    #expect(
      refusal(of: .prepareRenewal(begins: nil, ends: nil), as: "lowerLead")
        == "'prepareRenewal' needs: no renewal under way; AG-2 is to renew it")
    try region.bringIntoForce(next)
    #expect(region.agreement(next).stage == .filed)
    try region.pass(days: 200)
    #expect(agreement.stage == .renewed)
    #expect(region.agreement(next).stage == .inForce)
    #expect(region.commitment(2)?.agreement == next)
    #expect(region.commitment(2)?.due == ends.later(days: 100), "days after entry are counted anew")
  }

  @Test("runs out when its renewal is not ready in time")
  mutating func renewalComesLate() throws {
    try region.agreementInForce(terms: .init(authentic: "zh", ends: region.now.later(days: 200)))
    try region.act(Agreement.self, .prepareRenewal(begins: nil, ends: nil), on: id, as: "upperLead")
    try region.pass(days: 200)
    #expect(agreement.stage == .expired)
    try region.bringIntoForce(ObjectID(.agreement, 2))
    #expect(region.agreement(ObjectID(.agreement, 2)).stage == .inForce)
    #expect(agreement.stage == .expired)
  }
}

/// Keeps nothing: for decisions whose contents nobody reads.
struct PlainKeeper: ContentKeeper {
  mutating func keep(_ content: String, for audience: Audience) -> Confided {
    Confided(commit: String(repeating: "0", count: 64), audience: audience)
  }
}
