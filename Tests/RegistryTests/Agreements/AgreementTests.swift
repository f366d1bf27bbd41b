import Registry
import Testing

@Suite struct AgreementTests {
  var region: SampleRegion
  let id = ObjectID(.agreement, 1)

  init() throws { region = try SampleRegion() }

  private var agreement: Agreement { region.agreement(id) }

  private mutating func refusal(of command: Agreement.Command, as name: String) -> String {
    let refusal = #expect(throws: Refusal.self) { try region.act(Agreement.self, command, on: id, as: name) }
    return refusal?.description ?? ""
  }

  // MARK: The main path

  @Test("goes from a draft to the archive")
  mutating func mainPath() throws {
    let ends = region.now.later(days: 400)
    try region.draftAgreement(
      terms: .init(authentic: "zh", ends: ends), payment: region.payment(on: region.now.later(days: 500)))
    #expect(agreement.stage == .draft)
    try region.act(Agreement.self, .submit(reviewer: region.office), on: id, as: "upperClerk")
    #expect(agreement.stage == .legalCheck)
    try region.act(Agreement.self, .confirm(opinion: "Lawful."), on: id, as: "desk")
    #expect(agreement.stage == .ready)
    try region.act(Agreement.self, .freeze, on: id, as: "lowerLead")
    #expect(agreement.stage == .signing)
    try region.signAgreement(id, as: ["upperLead"])
    #expect(agreement.stage == .signing)
    try region.signAgreement(id, as: ["lowerLead"])
    #expect(agreement.stage == .signed)
    try region.act(Agreement.self, .file(registration: "2026-7", disclosure: "gazette 3"), on: id, as: "lowerClerk")
    #expect(agreement.stage == .filed)
    try region.record.advance(to: region.now)
    #expect(agreement.stage == .inForce)
    #expect(agreement.bound == [region.upstream, region.downstream])
    #expect(agreement.commitments.map(\.commitment.description) == ["CM-1", "CM-2"])
    try region.pass(days: 220)
    #expect(agreement.stage == .expiring)
    try region.pass(days: 180)
    #expect(agreement.stage == .expired)
    #expect(agreement.endedAt == ends)
    try region.act(Agreement.self, .windUp, on: id, as: "desk")
    #expect(agreement.stage == .windingUp)
    #expect(
      refusal(of: .archive, as: "desk") == "'archive' needs: no duty open any more; close CM-1, CM-2 first")
  }

  @Test("is for its parties and the checker until it is filed, its texts too; then for everybody")
  mutating func opensWhenFiled() throws {
    try region.draftAgreement()
    #expect(!agreement.audience.includes(region.who("desk")))
    #expect(agreement.audience.includes(region.who("lowerClerk")))
    #expect(throws: Refusal.notFound(id)) {
      try region.act(Agreement.self, .confirm(opinion: "Lawful."), on: id, as: "desk")
    }
    try region.act(Agreement.self, .submit(reviewer: region.office), on: id, as: "upperClerk")
    #expect(agreement.audience.includes(region.who("desk")))
    #expect(!agreement.audience.includes(region.who("guide")))
    let before = agreement.versions[0].clauses[0].text
    #expect(before.audience.includes(region.who("desk")))
    #expect(!before.audience.includes(.visitor))
    try region.act(Agreement.self, .confirm(opinion: "Lawful."), on: id, as: "desk")
    try region.act(Agreement.self, .freeze, on: id, as: "upperLead")
    try region.signAgreement(id, as: ["upperLead", "lowerLead"])
    try region.act(Agreement.self, .file(registration: "7", disclosure: "site"), on: id, as: "desk")
    #expect(agreement.audience == .everybody)
    let after = agreement.versions[0].clauses[0].text
    #expect(after.commit == before.commit && after.audience == .everybody)
    #expect(agreement.versions[0].frozen?.audience == .everybody)
  }

  // MARK: What must be in it

  @Test("is not handed to the check while an item of the checklist is answered by no clause")
  mutating func needsEveryItem() throws {
    try region.draftAgreement()
    try region.act(Agreement.self, .strike(clause: "5"), on: id, as: "upperClerk")
    #expect(
      refusal(of: .submit(reviewer: region.office), as: "upperClerk")
        == "'submit' needs: every item of the checklist answered by a clause; link a clause to cn-4 (money or other "
        + "contributions, and how they are made)")
  }

  @Test("is not handed to the check while an obligation has neither a duty nor an excuse")
  mutating func needsDuties() throws {
    try region.draftAgreement()
    try region.act(
      Agreement.self,
      .write(clause: .init(id: "6", heading: "More", kind: .obligation, text: "More."), position: 1), on: id,
      as: "upperClerk")
    #expect(agreement.versions[0].clauses.map(\.id) == ["6", "1", "2", "3", "4", "5"])
    #expect(
      refusal(of: .submit(reviewer: region.office), as: "upperClerk")
        == "'submit' needs: a duty or an excuse for every obligation; say who owes what by when, or why it cannot be "
        + "measured, in clause 6")
  }

  @Test("is not handed to the check without terms, or with a date that has passed")
  mutating func needsTerms() throws {
    try region.act(
      Agreement.self, .draft(parties: [region.upstream, region.downstream], field: "water", table: nil),
      as: "upperClerk")
    #expect(
      refusal(of: .submit(reviewer: region.office), as: "upperClerk")
        == "'submit' needs: a title, a legal frame and terms; set them first")
    let second = try region.draftAgreement(payment: region.payment(on: region.now.later(days: 1)))
    try region.pass(days: 1)
    let refusal = #expect(throws: Refusal.self) {
      try region.act(Agreement.self, .submit(reviewer: region.office), on: second, as: "upperClerk")
    }
    #expect(
      refusal?.description == "'submit' needs: dates that lie ahead; move what is due by then in clause 5")
  }

  @Test("takes only parties that may be parties, each once")
  mutating func checksParties() throws {
    for parties in [[region.upstream], [region.upstream, region.upstream], [region.upstream, region.institute]] {
      #expect(throws: Refusal.self) {
        try region.act(Agreement.self, .draft(parties: parties, field: "water", table: nil), as: "upperClerk")
      }
    }
    let stranger = #expect(throws: Refusal.self) {
      try region.act(
        Agreement.self, .draft(parties: [region.downstream, region.ministry], field: "water", table: nil),
        as: "upperClerk")
    }
    #expect(stranger?.description == "parties: your organisation is not among them; add O-1")
    let field = #expect(throws: Refusal.self) {
      try region.act(
        Agreement.self, .draft(parties: [region.upstream, region.downstream], field: "ports", table: nil), as: "desk")
    }
    #expect(
      field?.description == "field: 'ports' is no field of cooperation here; choose one of water, transport")
  }

  @Test("refuses clauses that cannot stand", arguments: 0..<8)
  mutating func checksClauses(which: Int) throws {
    try region.draftAgreement()
    func duty(
      _ debtor: ObjectID, _ creditors: [ObjectID], due: Agreement.DueDate = .afterEntry(days: 1), weight: Int = 1,
      window: Int = 30, times: Int? = nil
    ) -> Agreement.Duty {
      Agreement.Duty(
        id: "x", debtor: debtor, creditors: creditors, measure: "m", due: due, evidence: "e", weight: weight,
        window: window, recurrence: times.map { .init(every: .year, times: $0) })
    }
    let up = region.upstream
    let down = region.downstream
    let cases: [(Agreement.Duty, String)] = [
      (duty(region.ministry, [up]), "debtor: O-5 is no party; choose one of O-1, O-2"),
      (duty(up, [up]), "creditors: they are not other parties, each once; choose among O-2"),
      (duty(up, []), "creditors: they are not other parties, each once; choose among O-2"),
      (
        duty(up, [down], due: .afterEntry(days: 0)),
        "due: 0 days after entry cannot be kept; give 1 to 36525 days"
      ),
      (
        duty(up, [down], due: .on(Instant(milliseconds: .max))),
        "due: it is before 1970, or more than 100 years ahead; give a moment within that time"
      ),
      (duty(up, [down], weight: 0), "weight: 0 is no weight; give 1 to 1000"),
      (duty(up, [down], window: 367), "window: 367 days cannot be kept; give 0 to 366 days"),
      (duty(up, [down], times: 121), "recurrence: 121 times cannot be kept; give 2 to 120 times"),
    ]
    let (wrong, message) = cases[which]
    let before = agreement
    #expect(
      refusal(
        of: .write(clause: .init(id: "7", heading: "H", text: "T", duties: [wrong]), position: nil), as: "upperClerk")
        == message)
    #expect(agreement == before)
  }

  @Test("refuses ids, places and terms that cannot stand")
  mutating func checksForms() throws {
    try region.draftAgreement()
    #expect(
      refusal(of: .write(clause: .init(id: "§ 7", heading: "H", text: "T"), position: nil), as: "upperClerk")
        == "id: '§ 7' is no id; use 1 to 20 letters a to z, digits, '.' and '-'")
    #expect(
      refusal(of: .write(clause: .init(id: "7", heading: "H", text: "T"), position: 7), as: "upperClerk")
        == "position: 7 is no place in the text; give 1 to 6")
    #expect(
      refusal(of: .strike(clause: "7"), as: "upperClerk")
        == "clause: there is no such clause; choose one of 1, 2, 3, 4, 5")
    func set(_ terms: Agreement.Terms) -> Agreement.Command {
      .set(title: "T", frame: .rcw3934, terms: terms)
    }
    #expect(
      refusal(of: set(.init(authentic: "zh", ends: region.now)), as: "upperClerk")
        == "ends: it is not after the beginning; give a later end")
    #expect(
      refusal(of: set(.init(authentic: "zh", activation: 3)), as: "upperClerk")
        == "activation: 3 signatures cannot bring it into force; give 2 to 2, or leave it out for all")
    #expect(
      refusal(of: set(.init(authentic: "zh", noticeDays: -1)), as: "upperClerk")
        == "noticeDays: -1 days cannot be kept; give 0 to 3660 days")
  }

  @Test("holds at most 100 clauses and 200 duties")
  mutating func isBounded() throws {
    try region.draftAgreement()
    let duties = (1...20).map { number in
      Agreement.Duty(
        id: "d\(number)", debtor: region.upstream, creditors: [region.downstream], measure: "m",
        due: .afterEntry(days: 1), evidence: "e")
    }
    for number in 6...100 {
      let own = number < 15 ? duties : number == 15 ? Array(duties.prefix(19)) : []
      try region.act(
        Agreement.self,
        .write(clause: .init(id: "\(number)", heading: "H", text: "T", duties: own), position: nil), on: id,
        as: "upperClerk")
    }
    #expect(
      refusal(of: .write(clause: .init(id: "101", heading: "H", text: "T"), position: nil), as: "upperClerk")
        == "clause: there are 100 clauses already; move matters of detail into an annex")
    #expect(
      refusal(
        of: .write(clause: .init(id: "16", heading: "H", text: "T", duties: [duties[0]]), position: nil),
        as: "upperClerk")
        == "duties: the version would have 201, at most 200 fit; join duties, or make a second agreement")
    try region.bringIntoForce(id)
    #expect(region.record.count(of: .commitment) == 200)
  }

  // MARK: The check

  @Test("is checked by the organisation it was handed to, and sent back with reasons")
  mutating func isChecked() throws {
    try region.draftAgreement()
    #expect(
      refusal(of: .submit(reviewer: region.institute), as: "upperClerk")
        == "reviewer: O-4 cannot check it; name a party, a public body or an authority that is active")
    try region.act(Agreement.self, .submit(reviewer: region.downstream), on: id, as: "upperClerk")
    #expect(
      refusal(of: .confirm(opinion: "Fine."), as: "upperLead")
        == "'confirm' is for reviewer; ask one of them, or be appointed")
    try region.act(Agreement.self, .sendBack(reasons: "Clause 3 is vague."), on: id, as: "lowerLead")
    #expect(agreement.stage == .draft)
    let returned = try #require(agreement.working?.returned)
    #expect(returned.audience.includes(region.who("upperClerk")) && !returned.audience.includes(region.who("desk")))
  }

  // MARK: Signatures

  @Test("is signed once by each party, with the power to sign and a fresh second factor")
  mutating func isSignedOnce() throws {
    try region.draftAgreement()
    try region.freezeAgreement(id)
    let digest = try #require(agreement.working?.digest)
    let sign = Agreement.Command.sign(version: 1, digest: digest)
    let lead = region.who("upperLead")
    func standing(secondFactor: Instant?, delegation: Delegation?) -> Standing {
      Standing(
        appointment: lead.appointment!, organisation: lead.organisation!, delegation: delegation,
        secondFactor: secondFactor)
    }
    #expect(throws: Refusal.powerMissing(.sign, act: "sign")) {
      try region.set(Agreement.self, sign, on: id, by: standing(secondFactor: region.now, delegation: nil))
    }
    let tenMinutesAgo = region.now.later(by: -600_000)
    #expect(throws: Refusal.secondFactorMissing(act: "sign")) {
      try region.set(
        Agreement.self, sign, on: id, by: standing(secondFactor: tenMinutesAgo, delegation: lead.delegation))
    }
    #expect(
      refusal(of: .sign(version: 1, digest: "00"), as: "upperLead")
        == "'sign' needs: the text that was frozen; read version 1 again and sign the digest \(digest)")
    #expect(
      refusal(of: .sign(version: 2, digest: digest), as: "upperLead")
        == "version: version 2 does not wait for your signature; sign version 1")
    #expect(refusal(of: sign, as: "upperClerk") == "'sign' is for partyLead; ask one of them, or be appointed")
    let almost = tenMinutesAgo.later(by: 1)
    try region.set(Agreement.self, sign, on: id, by: standing(secondFactor: almost, delegation: lead.delegation))
    #expect(
      refusal(of: sign, as: "upperLead")
        == "'sign' needs: a version without your signature; O-1 signed version 1 at 2026-01-05T00:00:00Z already")
    let signature = try #require(agreement.working?.signatures.first)
    #expect(signature.party == region.upstream)
    #expect(signature.by.appointment == lead.appointment?.id && signature.by.delegation == lead.delegation?.id)
    #expect(signature.digest == digest)
  }

  @Test("may lose a signature again until all have signed")
  mutating func signatureIsWithdrawn() throws {
    try region.draftAgreement()
    try region.freezeAgreement(id)
    #expect(
      refusal(of: .withdrawSignature, as: "upperLead")
        == "'withdrawSignature' needs: your signature; you have not signed")
    try region.signAgreement(id, as: ["upperLead"])
    try region.act(Agreement.self, .withdrawSignature, on: id, as: "upperLead")
    #expect(agreement.working?.signatures == [])
    try region.signAgreement(id, as: ["upperLead", "lowerLead"])
    #expect(
      refusal(of: .withdrawSignature, as: "upperLead")
        == "'withdrawSignature' is not possible while AG-1 is 'signed'; possible now: sign, file")
  }

  @Test("has another digest after one changed byte, and says whose signatures are void")
  mutating func changeVoids() throws {
    try region.draftAgreement()
    try region.freezeAgreement(id)
    try region.signAgreement(id, as: ["upperLead"])
    let signed = try #require(agreement.working?.digest)
    let happened = try region.act(
      Agreement.self,
      .write(
        clause: .init(
          id: "3", heading: "Goodwill", kind: .obligation, text: "Each helps the other!", items: ["cn-6"],
          excuse: "not measurable because no figure shows help"), position: nil), on: id, as: "lowerClerk")
    guard case .written(_, _, let voids)? = happened[0].event as? Agreement.Event else {
      Issue.record("the clause was not written")
      return
    }
    #expect(voids == [region.upstream])
    #expect(agreement.stage == .draft)
    #expect(agreement.working?.signatures == [])
    #expect(agreement.working?.voided.map(\.party) == [region.upstream])
    #expect(agreement.working?.clauses.map(\.id) == ["1", "2", "3", "4", "5"])
    try region.freezeAgreement(id)
    #expect(agreement.working?.digest != signed)
    #expect(
      refusal(of: .sign(version: 1, digest: signed), as: "upperLead").hasPrefix(
        "'sign' needs: the text that was frozen"))
  }

  @Test("is signed by a threshold, and binds a later signer from the signature on")
  mutating func threshold() throws {
    let ministry = try region.newLead(of: region.ministry, named: "third")
    let duty = Agreement.Duty(
      id: "m", debtor: region.ministry, creditors: [region.upstream], measure: "advice", due: .afterEntry(days: 9),
      evidence: "letter")
    try region.draftAgreement(
      parties: [region.upstream, region.downstream, region.ministry],
      terms: .init(authentic: "zh", activation: 2), payment: duty)
    try region.freezeAgreement(id)
    try region.signAgreement(id, as: ["upperLead"])
    #expect(
      agreement.missingForEntry(at: region.now)
        == [.signatures(missing: 1, of: [region.downstream, region.ministry]), .filing])
    try region.signAgreement(id, as: ["lowerLead"])
    #expect(agreement.stage == .signed)
    try region.act(Agreement.self, .file(registration: "7", disclosure: "site"), on: id, as: "desk")
    try region.record.advance(to: region.now)
    #expect(agreement.bound == [region.upstream, region.downstream])
    #expect(agreement.commitments.count == 1)
    let version = try #require(agreement.current)
    try region.set(
      Agreement.self, .sign(version: 1, digest: version.digest!), on: id, by: ministry)
    #expect(agreement.bound.count == 3)
    #expect(agreement.commitments.count == 2)
    #expect(region.commitment(2)?.debtor == region.ministry)
  }

  @Test("may be abandoned before it is signed, and stays on record")
  mutating func isAbandoned() throws {
    try region.draftAgreement()
    try region.act(Agreement.self, .abandon(reason: "No money."), on: id, as: "lowerLead")
    #expect(agreement.stage == .archived)
    #expect(agreement.versions.map(\.stage) == [.discarded])
  }
}
