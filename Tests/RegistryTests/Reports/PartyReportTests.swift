import Registry
import Testing

@Suite struct PartyReportTests {
  var region: ReportingRegion
  let first = ObjectID(.partyReport, 1)

  init() throws { region = try ReportingRegion() }

  private func entry(_ amount: Int64, _ unit: String = "km") -> PartyReport.Entry {
    .init(figure: ReportedFigure(amount, unit), narrative: "Done.")
  }

  private mutating func draft(_ period: ReportingPeriod = ReportingRegion.firstQuarter) throws {
    try region.act(
      PartyReport.self, .draft(agreement: region.agreement, period: period), as: "upperClerk")
  }

  @Test("is pinned to the version of the agreement, hidden while a draft, and marks its commitments once submitted")
  mutating func goesToSubmission() throws {
    try draft()
    #expect(region.report(1).agreementVersion == 1)
    #expect(region.report(1).audience == .holder(region.sample.upstream))
    #expect(
      region.refusal(PartyReport.self, .submit, on: first, as: "lowerLead")
        == "there is no RP-1 that you may see; check the number, or ask its parties")
    try region.act(
      PartyReport.self, .addItem(commitment: region.forest, entry: entry(5, "ha")), on: first, as: "upperClerk")
    try region.act(
      PartyReport.self, .addItem(commitment: region.sewer, entry: entry(7)), on: first, as: "upperLead")
    let happened = try region.act(PartyReport.self, .submit, on: first, as: "upperLead")
    #expect(happened.map(\.object) == [first, region.sewer, region.forest])
    #expect(happened[1].event as? Commitment.Event == .reported(report: first))
    #expect(region.report(1).stage == .submitted)
    #expect(region.report(1).audience == .region)
  }

  @Test("needs a lead with the power, and an item, to be submitted")
  mutating func needsPower() throws {
    try draft()
    #expect(
      region.refusal(PartyReport.self, .submit, on: first, as: "upperLead")
        == "'submit' needs: the report has an item; add what was done for a commitment")
    #expect(
      region.refusal(PartyReport.self, .submit, on: first, as: "upperClerk")
        == "'submit' is for partyLead; ask one of them, or be appointed")
    let lead = region.who("upperLead")
    let powerless = Standing(appointment: lead.appointment!, organisation: lead.organisation!)
    #expect(throws: Refusal.powerMissing(.report, act: "submit")) {
      try region.act(PartyReport.self, .submit, on: first, by: powerless)
    }
  }

  @Test("is drafted by a party for itself only")
  mutating func isForParties() {
    let draft = PartyReport.Command.draft(
      agreement: region.agreement, period: ReportingRegion.firstQuarter)
    #expect(
      region.refusal(PartyReport.self, draft, as: "desk")
        == "'draft' is for partyClerk, partyLead, socialOrganisation; ask one of them, or be appointed")
    #expect(
      region.refusal(PartyReport.self, draft, as: "social")
        == "'draft' is for partyClerk, partyLead; ask one of them, or be appointed")
  }

  @Test("is drafted under an agreement in force only, a joint report too")
  mutating func needsAnAgreementInForce() {
    let draft = ObjectID(.agreement, 2)
    region.record.bringAbout(
      Agreement.self,
      .drafted(parties: [region.sample.upstream, region.sample.downstream], field: "water", table: nil),
      by: region.who("upperLead"), at: region.now)
    let message = "'draft' needs: the agreement is in force; wait until AG-2 is: it is draft"
    #expect(
      region.refusal(
        PartyReport.self, .draft(agreement: draft, period: ReportingRegion.firstQuarter), as: "upperClerk") == message)
    // What has not been filed is the parties' own: others are not told that there is such a draft.
    let hidden = "there is no AG-2 that you may see; check the number, or ask its parties"
    #expect(
      region.refusal(JointReport.self, .draft(agreement: draft, period: ReportingRegion.firstQuarter), as: "desk")
        == hidden)
    #expect(
      region.refusal(PartyReport.self, .draft(agreement: draft, period: ReportingRegion.firstQuarter), as: "social")
        == hidden)
  }

  @Test("is one for a party, an agreement and a period")
  mutating func isOneAPeriod() throws {
    try draft()
    let again = PartyReport.Command.draft(
      agreement: region.agreement, period: ReportingRegion.firstQuarter)
    #expect(
      region.refusal(PartyReport.self, again, as: "upperLead")
        == "'draft' needs: one report a party, agreement and period; use RP-1, or give another period")
    try region.act(PartyReport.self, again, as: "lowerClerk")
    try draft(ReportingRegion.secondQuarter)
    #expect(region.report(3).party == region.sample.upstream)
  }

  @Test("takes only what the own organisation owes under the agreement")
  mutating func takesOwnCommitments() throws {
    try draft()
    #expect(
      region.refusal(
        PartyReport.self, .addItem(commitment: region.payment, entry: entry(1)), on: first, as: "upperClerk")
        == "commitment: CM-3 is owed by O-2; report on what your own organisation owes")
    #expect(
      region.refusal(
        PartyReport.self, .addItem(commitment: ObjectID(.commitment, 9), entry: entry(1)), on: first, as: "upperClerk")
        == "there is no CM-9 that you may see; check the number, or ask its parties")
  }

  @Test("keeps the numbers of its items: one that was removed is not used again")
  mutating func keepsNumbers() throws {
    try draft()
    for amount in [1, 2] as [Int64] {
      try region.act(
        PartyReport.self, .addItem(commitment: region.sewer, entry: entry(amount)), on: first, as: "upperClerk")
    }
    try region.act(PartyReport.self, .removeItem(item: 2), on: first, as: "upperClerk")
    try region.act(
      PartyReport.self, .addItem(commitment: region.sewer, entry: entry(3)), on: first, as: "upperClerk")
    #expect(region.report(1).items.map(\.id) == [1, 3])
    #expect(
      region.refusal(PartyReport.self, .removeItem(item: 2), on: first, as: "upperClerk")
        == "item: the report has no item 2; choose one of 1, 3")
  }

  @Test("holds at most forty items")
  mutating func hasBounds() throws {
    try draft()
    for amount in 1...40 as ClosedRange<Int64> {
      try region.act(
        PartyReport.self, .addItem(commitment: region.sewer, entry: entry(amount)), on: first, as: "upperClerk")
    }
    #expect(
      region.refusal(
        PartyReport.self, .addItem(commitment: region.sewer, entry: entry(41)), on: first, as: "upperClerk")
        == "commitment: the report has 40 items already; report the rest for another period")
  }

  @Test(
    "refuses entries that cannot be kept",
    arguments: [
      (
        PartyReport.Entry(figure: ReportedFigure(.max, "km"), narrative: "x"),
        "figure: 9223372036854775807 is beyond ±1000000000000000; use a greater unit"
      ),
      (.init(figure: ReportedFigure(1, " "), narrative: "x"), "figure.unit: it is empty; write a text"),
      (.init(figure: ReportedFigure(1, "km"), narrative: " "), "narrative: it is empty; write a text"),
      (
        .init(
          figure: ReportedFigure(1, "CNY"),
          conversion: Conversion(of: ReportedFigure(7, "USD"), numerator: 0, denominator: 1),
          narrative: "x"),
        "conversion: the rate is not positive, or the amount too great; give a rate of two positive whole numbers"
      ),
      (
        .init(
          figure: ReportedFigure(1, "CNY"),
          conversion: Conversion(of: ReportedFigure(100, "USD"), numerator: 7, denominator: 1),
          narrative: "x"), "figure: 1 is not what the conversion gives; write 700"
      ),
      (
        .init(figure: ReportedFigure(1, "km"), narrative: "x", exhibits: [Exhibit(title: "Plan", digest: "AB")]),
        "exhibits.digest: 'AB' is no SHA-256; write 64 hexadecimal digits, lower case"
      ),
      (
        .init(
          figure: ReportedFigure(1, "km"), narrative: "x",
          exhibits: [String](repeating: String(repeating: "a", count: 64), count: 2).map {
            Exhibit(title: "P", digest: $0)
          }),
        "exhibits: a document stands twice; name each document once"
      ),
      (
        .init(
          figure: ReportedFigure(1, "km"), narrative: "x",
          deviations: [.init(.delay, reason: "Rain."), .init(.delay, reason: "Snow.")]),
        "deviations: a sort stands twice; explain each sort once"
      ),
    ])
  mutating func refusesEntries(entry: PartyReport.Entry, message: String) throws {
    try draft()
    #expect(
      region.refusal(PartyReport.self, .addItem(commitment: region.sewer, entry: entry), on: first, as: "upperClerk")
        == message)
  }

  @Test(
    "converts half away from zero, exactly",
    arguments: [
      (3, 1, 2, 2), (-3, 1, 2, -2), (1, 1, 3, 0), (2, 1, 3, 1), (100, 71_234, 10_000, 712), (0, 5, 7, 0),
      (1_000_000_000_000_000, Int64.max, Int64.max, 1_000_000_000_000_000),
    ] as [(Int64, Int64, Int64, Int64)])
  func converts(amount: Int64, numerator: Int64, denominator: Int64, result: Int64) {
    let conversion = Conversion(of: ReportedFigure(amount, "USD"), numerator: numerator, denominator: denominator)
    #expect(conversion.amount == result)
  }

  // MARK: Opening again

  @Test("is locked by submission until it is opened again with a kind and a reason")
  mutating func isLocked() throws {
    try region.submitReport(of: "upper")
    let edit = PartyReport.Command.editItem(item: 1, entry: entry(90))
    #expect(
      region.refusal(PartyReport.self, edit, on: first, as: "upperClerk")
        == "'editItem' is not possible while RP-1 is 'submitted'; possible now: control, reopenLast, reopenLimited")
    #expect(
      region.refusal(PartyReport.self, .reopen(kind: .last, reason: ""), on: first, as: "desk")
        == "reason: it is empty; write a text")
    #expect(
      region.refusal(PartyReport.self, .reopen(kind: .last, reason: "Typing error."), on: first, as: "upperLead")
        == "'reopenLast' is for desk, assignedMonitor; ask one of them, or be appointed")
    try region.act(PartyReport.self, .reopen(kind: .last, reason: "Typing error."), on: first, as: "desk")
    #expect(region.report(1).reopeningReason == "Typing error.")
    try region.act(PartyReport.self, edit, on: first, as: "upperClerk")
    #expect(region.report(1).items[0].figure == ReportedFigure(90, "km"))
    try region.act(PartyReport.self, .resubmit, on: first, as: "upperLead")
    #expect(region.report(1).stage == .submitted)
    #expect(region.report(1).submissions == 2)
  }

  @Test("keeps items, units and rates when it is opened again")
  mutating func keepsUnits() throws {
    try region.submitReport(of: "upper")
    try region.act(PartyReport.self, .reopen(kind: .last, reason: "Typing error."), on: first, as: "desk")
    let message =
      "'editItem' needs: unit, currency and rate stay as first submitted; give the figure in km at the same rate"
    #expect(
      region.refusal(PartyReport.self, .editItem(item: 1, entry: entry(90, "m")), on: first, as: "upperClerk")
        == message)
    var converted = entry(90)
    converted.conversion = Conversion(of: ReportedFigure(90, "li"), numerator: 1, denominator: 1)
    #expect(
      region.refusal(PartyReport.self, .editItem(item: 1, entry: converted), on: first, as: "upperClerk") == message)
    let add = PartyReport.Command.addItem(commitment: region.sewer, entry: entry(1))
    for command in [add, .removeItem(item: 1)] {
      #expect(
        region.refusal(PartyReport.self, command, on: first, as: "upperClerk").hasSuffix(
          "is not possible while RP-1 is 'reopenedLast'; possible now: editItem, endControl, correct, resubmit"))
    }
  }

  @Test("lets no new draft begin while the last report is open again")
  mutating func holdsDrafts() throws {
    try region.submitReport(of: "upper")
    try region.act(PartyReport.self, .reopen(kind: .limited, reason: "Text."), on: first, as: "desk")
    let next = PartyReport.Command.draft(
      agreement: region.agreement, period: ReportingRegion.secondQuarter)
    #expect(
      region.refusal(PartyReport.self, next, as: "upperClerk")
        == "'draft' needs: the last report is not open again; resubmit RP-1 first")
    try region.act(PartyReport.self, next, as: "lowerClerk")
    try region.act(PartyReport.self, .resubmit, on: first, as: "upperLead")
    try region.act(PartyReport.self, next, as: "upperClerk")
    #expect(
      region.refusal(PartyReport.self, .reopen(kind: .last, reason: "Figures."), on: first, as: "desk")
        == "'reopenLast' needs: it is the party's last report; RP-3 is later; reopen this one with the kind 'limited'")
  }

  @Test("goes back to the check that was under way")
  mutating func goesBackToControl() throws {
    try region.submitReport(of: "upper")
    try region.review(first)
    #expect(region.report(1).stage == .inControl)
    try region.act(PartyReport.self, .reopen(kind: .last, reason: "A figure."), on: first, as: "monitor")
    try region.act(PartyReport.self, .resubmit, on: first, as: "upperLead")
    #expect(region.report(1).stage == .inControl)
  }

  // MARK: Figures that stay

  @Test("never changes a certified or carried figure, whatever is opened")
  mutating func freezesFigures() throws {
    try region.submitReport(of: "upper")
    try region.certify(first)
    #expect(region.report(1).audience == .everybody)
    try region.act(PartyReport.self, .reopen(kind: .limited, reason: "Wording."), on: first, as: "desk")
    #expect(
      region.refusal(PartyReport.self, .editItem(item: 1, entry: entry(90)), on: first, as: "upperClerk")
        == "'editItem' needs: certified or carried figures stay; have the report reopened for correction; the"
        + " correction goes into the next joint report")
    #expect(
      region.refusal(PartyReport.self, .correct(item: 1, amount: 90, reason: "x"), on: first, as: "upperClerk")
        == "'correct' needs: certified figures are open for correction; have it reopened for correction under a finding"
        + " once it is certified")
    var better = entry(100)
    better.narrative = "Built, and paid."
    try region.act(PartyReport.self, .editItem(item: 1, entry: better), on: first, as: "upperClerk")
    try region.act(PartyReport.self, .resubmit, on: first, as: "upperLead")
    #expect(region.report(1).stage == .certified)
  }

  @Test("is corrected beside its figures, under a finding, by a new certificate that replaces the old")
  mutating func isCorrected() throws {
    try region.submitReport(of: "upper")
    let old = try region.certify(first)
    #expect(
      region.refusal(PartyReport.self, .reopenCertified(finding: 9, reason: "Counted twice."), on: first, as: "desk")
        == "'reopenCertified' needs: a finding says what is wrong; name a finding of VF-1, or have the monitor record"
        + " the new one there")
    try region.act(
      Verification.self,
      .findLater(item: 1, severity: .major, text: "Counted twice.", exhibits: [], due: nil), on: old, as: "monitor")
    try region.act(PartyReport.self, .reopenCertified(finding: 2, reason: "Counted twice."), on: first, as: "desk")
    #expect(
      region.refusal(PartyReport.self, .correct(item: 1, amount: 100, reason: "x"), on: first, as: "upperClerk")
        == "amount: it is the figure that stands; give the right amount, or resubmit without")
    for amount in [70, 80] as [Int64] {
      try region.act(
        PartyReport.self, .correct(item: 1, amount: amount, reason: "Counted twice."), on: first, as: "upperClerk")
    }
    try region.act(PartyReport.self, .resubmit, on: first, as: "upperLead")
    #expect(region.report(1).stage == .submitted)
    let new = try region.certify(first)
    let report = region.report(1)
    #expect(report.items[0].figure == ReportedFigure(100, "km"))
    #expect(report.corrections.count == 1)
    #expect(report.corrections[0].change == ReportedFigure(-20, "km"))
    #expect(report.corrections[0].finding.certificate == old)
    #expect(report.corrections[0].finding.finding == 2)
    #expect(report.corrections[0].certifiedBy == new)
    #expect(report.correctedFigure(of: 1) == ReportedFigure(80, "km"))
    #expect(region.verification(2).sample.contains(1))
    #expect(region.verification(1).stage == .superseded)
    #expect(region.verification(1).supersededBy == new)
    #expect(region.verification(2).certificate?.supersedes == old)
    #expect(region.verification(2).certificate?.figures[0].figure == ReportedFigure(80, "km"))
    #expect(region.verification(1).certificate?.figures[0].figure == ReportedFigure(100, "km"))
  }

  @Test("goes back unchanged when opened for correction without need")
  mutating func goesBackUncorrected() throws {
    try region.submitReport(of: "upper")
    try region.certify(first)
    try region.act(PartyReport.self, .reopenCertified(finding: 1, reason: "To look."), on: first, as: "monitor")
    try region.act(PartyReport.self, .resubmit, on: first, as: "upperLead")
    #expect(region.report(1).stage == .certified)
    #expect(region.report(1).correcting == nil)
  }
}
