import Registry
import Testing

@Suite struct VerificationTests {
  var region: ReportingRegion
  let report = ObjectID(.partyReport, 1)
  let id = ObjectID(.verification, 1)

  init() throws {
    region = try ReportingRegion()
    try region.submitReport(of: "upper")
  }

  private func assignment(to name: String = "monitor", size: Int = 1) -> Verification.Command {
    .assign(of: report, monitor: region.appointment(of: name), seed: SamplingSeed(7), sampleSize: size)
  }

  private mutating func begin(size: Int = 1) throws {
    try region.act(Verification.self, assignment(size: size), as: "lowerMember")
    try region.act(Verification.self, .accept(interests: []), on: id, as: "monitor")
    try region.act(Verification.self, .begin, on: id, as: "monitor")
  }

  @discardableResult
  private mutating func refused(_ command: Verification.Command, as name: String) -> String {
    region.refusal(Verification.self, command, on: id, as: name)
  }

  @Test("leads from the assignment to a certificate that says everything, in one decision with what follows from it")
  mutating func leadsToACertificate() throws {
    try region.review(report)
    let happened = try region.act(Verification.self, .certify(opinion: "The figures hold."), on: id, as: "monitor")
    #expect(happened.map(\.object) == [id, region.sewer, region.forest, report])
    #expect(happened[1].event as? Commitment.Event == .verified(result: .met, certificate: id))
    #expect(happened[3].event as? PartyReport.Event == .certified(verification: id))
    let certificate = try #require(region.verification(1).certificate)
    #expect(certificate.number == "CT-1")
    #expect(certificate.report == report)
    #expect(certificate.agreementVersion == 1)
    #expect(certificate.monitor == region.appointment(of: "monitor"))
    #expect(certificate.reviewer == region.appointment(of: "secondMonitor"))
    #expect(certificate.interests.count == 1)
    #expect(certificate.checks.map(\.item) == certificate.sample)
    #expect(certificate.findings.map(\.severity) == [.minor])
    #expect(certificate.results == [.init(region.sewer, .met), .init(region.forest, .met)])
    #expect(certificate.figures.map(\.figure) == [ReportedFigure(100, "km"), ReportedFigure(100, "km")])
    #expect(certificate.issued == region.now)
    #expect(region.verification(1).audience == .everybody)
    #expect(region.report(1).certifiedBy == id)
  }

  @Test("draws from the recorded seed, and checks what deviates from the promise in any case")
  mutating func drawsFromTheSeed() throws {
    let deviating = ObjectID(.partyReport, 2)
    try region.act(
      PartyReport.self,
      .draft(agreement: region.agreement, period: ReportingRegion.secondQuarter), as: "upperClerk")
    for amount in 1...10 as ClosedRange<Int64> {
      try region.act(
        PartyReport.self,
        .addItem(
          commitment: region.sewer,
          entry: .init(
            figure: ReportedFigure(amount, "km"), narrative: "Done.",
            deviations: amount == 4 ? [.init(.delay, reason: "Rain.")] : [])), on: deviating, as: "upperClerk")
    }
    try region.act(PartyReport.self, .submit, on: deviating, as: "upperLead")
    try region.act(
      Verification.self,
      .assign(of: deviating, monitor: region.appointment(of: "monitor"), seed: SamplingSeed(99), sampleSize: 3),
      as: "guide")
    try region.act(Verification.self, .accept(interests: []), on: id, as: "monitor")
    try region.act(Verification.self, .begin, on: id, as: "monitor")
    let drawn = SamplingSeed(99).sample(3, of: [1, 2, 3, 5, 6, 7, 8, 9, 10])
    #expect(region.verification(1).sample == (drawn + [4]).sorted())
    #expect(region.verification(1).seed == SamplingSeed(99))
  }

  // MARK: Who may

  @Test("is assigned by members and authorities with the power, never by those who are checked")
  mutating func isAssignedByOthers() throws {
    #expect(
      region.refusal(Verification.self, assignment(), as: "desk")
        == "'assign' is for conference, authority; ask one of them, or be appointed")
    #expect(
      region.refusal(Verification.self, assignment(), as: "member")
        == "'assign' needs: nobody assigns the own check; have a member of another party assign the monitor")
    #expect(
      region.refusal(Verification.self, assignment(to: "mediator"), as: "guide")
        == "monitor: A-11 is no monitor now; name a valid appointment of a monitor")
    #expect(
      region.refusal(Verification.self, assignment(size: 3), as: "guide")
        == "sampleSize: 3 cannot be drawn; give 1 to 2")
    let guide = region.who("guide")
    #expect(throws: Refusal.powerMissing(.assignMonitor, act: "assign")) {
      try region.act(
        Verification.self, assignment(),
        by: Standing(appointment: guide.appointment!, organisation: guide.organisation!))
    }
  }

  @Test("needs a submitted report")
  mutating func needsASubmittedReport() throws {
    try region.act(PartyReport.self, .reopen(kind: .last, reason: "A figure."), on: report, as: "desk")
    #expect(
      region.refusal(Verification.self, assignment(), as: "guide")
        == "'assign' needs: the report is submitted; wait until RP-1 is submitted: it is reopenedLast")
    try region.act(PartyReport.self, .resubmit, on: report, as: "upperLead")
    try region.act(Verification.self, assignment(), as: "guide")
    try region.act(Verification.self, .accept(interests: []), on: id, as: "monitor")
    try region.act(PartyReport.self, .reopen(kind: .last, reason: "A figure."), on: report, as: "desk")
    #expect(
      refused(.begin, as: "monitor")
        == "'begin' needs: the report is submitted and free; wait until RP-1 is submitted and not checked by others: it"
        + " is reopenedLast")
  }

  @Test("is refused to an institution with an interest, when assigned, accepted and certified")
  mutating func refusesConflicts() throws {
    var interested = region
    interested.owe(to: region.sample.institute)
    #expect(
      interested.refusal(Verification.self, assignment(), as: "guide")
        == "'assign' needs: the institution has no interest in the agreement; O-4 owes or is owed under CM-4; assign"
        + " another institution")
    try region.act(Verification.self, assignment(), as: "guide")
    interested = region
    interested.owe(to: region.sample.institute)
    let needs =
      "needs: the institution has no interest in the agreement; O-4 owes or is owed under CM-4; have another"
      + " institution assigned"
    #expect(
      interested.refusal(Verification.self, .accept(interests: []), on: id, as: "monitor") == "'accept' \(needs)")
    try region.act(Verification.self, .accept(interests: []), on: id, as: "monitor")
    try region.act(Verification.self, .begin, on: id, as: "monitor")
    try region.work(on: id, findings: 0)
    region.owe(to: region.sample.institute)
    #expect(refused(.certify(opinion: "Fine."), as: "monitor") == "'certify' \(needs)")
  }

  @Test("is reviewed by a second person of the institution, not by the one who worked")
  mutating func isReviewedByAnother() throws {
    try begin(size: 2)
    try region.checkAll(on: id)
    try region.pass(to: region.verification(1).replyUntil!.due)
    for name in ["monitor", "upperLead"] {
      #expect(refused(.review, as: name) == "'review' is for reviewer; ask one of them, or be appointed")
    }
    #expect(refused(.review, as: "guide") == "there is no VF-1 that you may see; check the number, or ask its parties")
    try region.act(Verification.self, .review, on: id, as: "secondMonitor")
    #expect(
      refused(.certify(opinion: "Fine."), as: "secondMonitor")
        == "'certify' is for assignedMonitor; ask one of them, or be appointed")
  }

  @Test("is certified with the power and a second factor only")
  mutating func needsTheSecondFactor() throws {
    try region.review(report)
    let monitor = region.who("monitor")
    let certify = Verification.Command.certify(opinion: "Fine.")
    #expect(throws: Refusal.powerMissing(.certify, act: "certify")) {
      try region.act(
        Verification.self, certify, on: id,
        by: Standing(
          appointment: monitor.appointment!, organisation: monitor.organisation!, secondFactor: region.now))
    }
    #expect(throws: Refusal.secondFactorMissing(act: "certify")) {
      try region.act(
        Verification.self, certify, on: id,
        by: Standing(
          appointment: monitor.appointment!, organisation: monitor.organisation!, delegation: monitor.delegation,
          secondFactor: region.now.later(by: -Scene.secondFactorLasts)))
    }
  }

  // MARK: The work

  @Test("concludes only when what was drawn is checked and every commitment has a result")
  mutating func concludesWhenDone() throws {
    try begin(size: 2)
    #expect(
      refused(.concludeFindings, as: "monitor") == "'concludeFindings' needs: every drawn item is checked; check 1, 2")
    for item in 1...2 {
      try region.act(
        Verification.self, .check(check: .init(item: item, method: .onTheSpot, outcome: .differs, found: 90)), on: id,
        as: "monitor")
    }
    #expect(
      refused(.concludeFindings, as: "monitor")
        == "'concludeFindings' needs: every commitment has a result; assess CM-1, CM-2")
    #expect(
      refused(.assess(result: .init(region.payment, .met)), as: "monitor")
        == "commitment: RP-1 does not report on CM-3; choose one of CM-1, CM-2")
    for commitment in [region.sewer, region.forest] {
      try region.act(Verification.self, .assess(result: .init(commitment, .partlyMet)), on: id, as: "monitor")
    }
    try region.act(PartyReport.self, .reopen(kind: .last, reason: "A figure."), on: report, as: "monitor")
    #expect(
      refused(.concludeFindings, as: "monitor")
        == "'concludeFindings' needs: the report is under this check; wait until RP-1 is submitted again")
    try region.act(PartyReport.self, .resubmit, on: report, as: "upperLead")
    try region.act(Verification.self, .concludeFindings, on: id, as: "monitor")
  }

  @Test("refuses checks and findings of what is not there")
  mutating func refusesWhatIsNotThere() throws {
    try begin()
    #expect(
      refused(.check(check: .init(item: 3, method: .desk, outcome: .confirmed)), as: "monitor")
        == "item: RP-1 has no item 3; choose a number from 1 to 2")
    #expect(
      refused(.check(check: .init(item: 1, method: .desk, outcome: .differs)), as: "monitor")
        == "found: an amount is given when, and only when, it differs; write the amount that was found, or another"
        + " outcome")
    #expect(
      refused(.dropFinding(finding: 1, reason: "x"), as: "monitor")
        == "finding: there is no finding 1; there are none")
    #expect(
      refused(.accept(interests: []), as: "monitor")
        == "'accept' is not possible while VF-1 is 'working'; possible now: check, find, dropFinding, assess,"
        + " concludeFindings, withdraw")
  }

  @Test("must be worked over when the report was submitted again after the findings")
  mutating func mustBeCurrent() throws {
    try region.review(report)
    try region.act(PartyReport.self, .reopen(kind: .last, reason: "A figure."), on: report, as: "desk")
    #expect(
      refused(.certify(opinion: "Fine."), as: "monitor")
        == "'certify' needs: the report is under this check; wait until RP-1 is submitted again")
    try region.act(PartyReport.self, .resubmit, on: report, as: "upperLead")
    #expect(
      refused(.certify(opinion: "Fine."), as: "monitor")
        == "'certify' needs: the findings are about the report as it is; work the findings over: the report was"
        + " submitted again since")
    try region.act(Verification.self, .rework(reason: "New figures."), on: id, as: "secondMonitor")
    #expect(region.verification(1).reviewer == nil)
    #expect(region.verification(1).findings.count == 1)
    try region.act(Verification.self, .dropFinding(finding: 1, reason: "Put right."), on: id, as: "monitor")
    try region.work(on: id, findings: 1)
    #expect(region.verification(1).findings.map(\.id) == [2])
    try region.act(Verification.self, .certify(opinion: "Fine."), on: id, as: "monitor")
  }

  // MARK: Replies

  @Test("waits ten working days for replies, to the last millisecond")
  mutating func waitsForReplies() throws {
    try begin()
    try region.checkAll(on: id, finding: true)
    let due = try #require(region.verification(1).replyUntil?.due)
    // Monday 5 January 2026; the tenth working day after it is Monday the 19th, which ends at 16:00 UTC in Shanghai.
    #expect(due.description == "2026-01-19T16:00:00Z")
    try region.pass(to: due.later(by: -1))
    #expect(
      refused(.review, as: "secondMonitor")
        == "'review' needs: the term for replies is over; wait until 2026-01-19T16:00:00Z")
    #expect(
      refused(.reply(finding: 1, text: "Here it is."), as: "lowerLead")
        == "'reply' is for subjectLead; ask one of them, or be appointed")
    #expect(
      refused(.reply(finding: 2, text: "Here it is."), as: "upperLead")
        == "finding: there is no finding 2; choose one of 1")
    try region.act(Verification.self, .reply(finding: 1, text: "Here it is."), on: id, as: "upperLead")
    #expect(region.verification(1).findings[0].reply != nil)
    var late = region
    try late.pass(to: due)
    #expect(late.verification(1).replyEnded == due)
    #expect(
      late.refusal(Verification.self, .reply(finding: 1, text: "More."), on: id, as: "upperLead")
        == "'reply' needs: the term for replies runs; raise a dispute: replies closed at 2026-01-19T16:00:00Z")
    try late.act(Verification.self, .review, on: id, as: "secondMonitor")
  }

  @Test("refuses a reply after the term even when the clock has not run")
  mutating func refusesLateReplies() throws {
    try begin()
    try region.checkAll(on: id, finding: true)
    region.now = try #require(region.verification(1).replyUntil?.due)
    #expect(region.verification(1).replyEnded == nil)
    var record = region.record
    let lead = region.who("upperLead")
    #expect(throws: Refusal.self) {
      try record.submitLate(
        Order(Verification.self, .reply(finding: 1, text: "More."), on: id), by: lead, at: region.now)
    }
  }

  @Test("shows findings and replies to the parties and the institution only, and the opinion to everybody")
  mutating func keepsFindingsClose() throws {
    try begin()
    try region.checkAll(on: id, finding: true)
    try region.act(Verification.self, .reply(finding: 1, text: "Here."), on: id, as: "upperLead")
    #expect(!region.verification(1).audience.includes(region.who("desk")))
    try region.pass(days: 20)
    try region.act(Verification.self, .review, on: id, as: "secondMonitor")
    try region.act(Verification.self, .certify(opinion: "Fine."), on: id, as: "monitor")
    try region.act(
      Verification.self, .findLater(item: nil, severity: .major, text: "More.", exhibits: [], due: nil), on: id,
      as: "monitor")
    let verification = region.verification(1)
    #expect(verification.audience.includes(.visitor))
    #expect(verification.certificate?.opinion.audience == .everybody)
    for text in verification.allFindings.flatMap({ [$0.text, $0.reply] }).compactMap(\.self) {
      for name in ["upperClerk", "lowerLead", "monitor"] { #expect(text.audience.includes(region.who(name))) }
      for name in ["social", "auditor", "administrator"] { #expect(!text.audience.includes(region.who(name))) }
      #expect(!text.audience.includes(.visitor))
    }
  }

  // MARK: Ends without a certificate

  @Test("may be declined with a reason before the work")
  mutating func mayBeDeclined() throws {
    try region.act(Verification.self, assignment(), as: "guide")
    try region.act(Verification.self, .decline(reason: "No time."), on: id, as: "monitor")
    #expect(region.verification(1).stage == .declined)
    #expect(region.report(1).stage == .submitted)
  }

  @Test("gives the report free when it is withdrawn, open again or not", arguments: [false, true])
  mutating func mayBeWithdrawn(reopened: Bool) throws {
    try begin()
    if reopened {
      try region.act(PartyReport.self, .reopen(kind: .last, reason: "A figure."), on: report, as: "monitor")
    }
    try region.act(Verification.self, .withdraw(reason: "Taking too long."), on: id, as: "lowerMember")
    #expect(region.verification(1).stage == .withdrawn)
    if reopened { try region.act(PartyReport.self, .resubmit, on: report, as: "upperLead") }
    #expect(region.report(1).stage == .submitted)
    #expect(region.report(1).controlledBy == nil)
  }
}

extension ReportingRegion {
  /// Lets the upper county owe something to `organisation`.
  mutating func owe(to organisation: ObjectID) {
    record.bringAbout(
      Commitment.self,
      .made(
        agreement: agreement, clause: "6", debtor: sample.upstream, creditors: [organisation], measure: "Fees",
        due: now.later(days: 100), field: "water"), by: who("upperLead"), at: now)
  }

  /// Checks what was drawn, assesses every commitment, and opens the term for replies.
  mutating func checkAll(on id: ObjectID, finding: Bool = false) throws(Refusal) {
    for item in record.object(Verification.self, id)!.sample {
      try act(
        Verification.self, .check(check: .init(item: item, method: .desk, outcome: .confirmed)), on: id, as: "monitor")
    }
    if finding {
      try act(
        Verification.self, .find(item: nil, severity: .major, text: "A receipt lacks.", exhibits: [], due: nil),
        on: id, as: "monitor")
    }
    for commitment in [sewer, forest] {
      try act(Verification.self, .assess(result: .init(commitment, .met)), on: id, as: "monitor")
    }
    try act(Verification.self, .concludeFindings, on: id, as: "monitor")
    try act(Verification.self, .openReply, on: id, as: "monitor")
  }
}
