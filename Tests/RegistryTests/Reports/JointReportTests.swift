import Registry
import Testing

@Suite struct JointReportTests {
  var region: ReportingRegion
  let joint = ObjectID(.jointReport, 1)
  let upper = ObjectID(.partyReport, 1)
  let lower = ObjectID(.partyReport, 2)

  init() throws { region = try ReportingRegion() }

  private mutating func draft(_ period: ReportingPeriod = ReportingRegion.firstQuarter) throws {
    try region.act(
      JointReport.self, .draft(agreement: region.agreement, period: period), as: "desk")
  }

  /// The upper county's report certified, the lower one's submitted, and a joint draft.
  private mutating func prepare() throws {
    try region.submitReport(of: "upper", amount: 100)
    try region.submitReport(of: "lower", amount: 30)
    try region.certify(upper)
    try draft()
  }

  @Test("adds up certified figures, says where each comes from and who is missing")
  mutating func addsUp() throws {
    try prepare()
    #expect(region.joint(1).missingParties == [region.sample.upstream, region.sample.downstream])
    #expect(
      region.refusal(JointReport.self, .takeIn(report: lower), on: joint, as: "desk")
        == "'takeIn' needs: the report is certified; have RP-2 certified: it is submitted")
    #expect(
      region.refusal(JointReport.self, .submit, on: joint, as: "desk")
        == "'submit' needs: a certified report is taken in; take in a certified party report")
    try region.act(JointReport.self, .takeIn(report: upper), on: joint, as: "desk")
    #expect(region.report(1).stage == .included)
    #expect(region.joint(1).missingParties == [region.sample.downstream])
    try region.certify(lower)
    try region.act(JointReport.self, .takeIn(report: lower), on: joint, as: "desk")
    let report = region.joint(1)
    #expect(report.lines.map(\.figure.amount) == [100, 100, 30])
    #expect(report.lines.map(\.certificate.description) == ["VF-1", "VF-1", "VF-2"])
    #expect(report.totals.map(\.commitment) == [region.sewer, region.forest, region.payment])
    #expect(report.totals.map(\.figure) == [100, 100, 30].map { ReportedFigure($0, "km") })
  }

  @Test("lets a report go again while it is a draft")
  mutating func letsGo() throws {
    try prepare()
    try region.act(JointReport.self, .takeIn(report: upper), on: joint, as: "desk")
    try region.act(JointReport.self, .leaveOut(report: upper), on: joint, as: "desk")
    #expect(region.joint(1).lines.isEmpty)
    #expect(region.report(1).stage == .certified)
    #expect(region.report(1).carriedInto == nil)
    #expect(
      region.refusal(JointReport.self, .leaveOut(report: upper), on: joint, as: "desk")
        == "'leaveOut' needs: the report is taken in and not open; name a report that stands here")
  }

  @Test("is the office's, one for an agreement and a period")
  mutating func isTheOffices() throws {
    try draft()
    let again = JointReport.Command.draft(
      agreement: region.agreement, period: ReportingRegion.firstQuarter)
    #expect(
      region.refusal(JointReport.self, again, as: "upperLead")
        == "'draft' is for desk; ask one of them, or be appointed")
    #expect(
      region.refusal(JointReport.self, again, as: "desk")
        == "'draft' needs: one joint report an agreement and period; use JR-1, or give another period")
    #expect(
      region.refusal(
        JointReport.self,
        .draft(
          agreement: region.agreement,
          period: .init(from: CalendarDay("2026-07-02")!, through: CalendarDay("2026-07-01")!)), as: "desk")
        == "period: it ends before it begins; give the first day and the last day")
  }

  @Test("may take further reports in when the last is opened again, and leaves none out")
  mutating func takesFurtherReportsIn() throws {
    try prepare()
    try region.act(JointReport.self, .takeIn(report: upper), on: joint, as: "desk")
    try region.act(JointReport.self, .submit, on: joint, as: "desk")
    try region.act(JointReport.self, .reopen(kind: .last, reason: "One is missing."), on: joint, as: "desk")
    #expect(
      region.refusal(JointReport.self, .leaveOut(report: upper), on: joint, as: "desk")
        == "'leaveOut' is not possible while JR-1 is 'reopenedLast'; possible now: summarise, takeIn, endVerification,"
        + " resubmit")
    let next = JointReport.Command.draft(
      agreement: region.agreement, period: ReportingRegion.secondQuarter)
    #expect(
      region.refusal(JointReport.self, next, as: "desk")
        == "'draft' needs: the last joint report is not open again; resubmit JR-1 first")
    try region.certify(lower)
    try region.act(JointReport.self, .takeIn(report: lower), on: joint, as: "desk")
    try region.act(JointReport.self, .resubmit, on: joint, as: "desk")
    #expect(region.joint(1).stage == .submitted)
    try region.act(JointReport.self, next, as: "desk")
    #expect(
      region.refusal(JointReport.self, .reopen(kind: .last, reason: "Again."), on: joint, as: "desk")
        == "'reopenLast' needs: it is the agreement's last joint report; JR-2 is later; reopen this one with the kind"
        + " 'limited'")
    try region.act(JointReport.self, .reopen(kind: .limited, reason: "Words."), on: joint, as: "desk")
    #expect(
      region.refusal(JointReport.self, .takeIn(report: lower), on: joint, as: "desk")
        == "'takeIn' is not possible while JR-1 is 'reopenedLimited'; possible now: summarise, endVerification,"
        + " resubmit")
    try region.act(JointReport.self, .summarise(text: "Two counties built."), on: joint, as: "desk")
    try region.act(JointReport.self, .resubmit, on: joint, as: "desk")
    #expect(region.joint(1).submissions == 3)
  }

  @Test("is finalised by its verification, and then everybody's")
  mutating func isFinalised() throws {
    try prepare()
    try region.act(JointReport.self, .takeIn(report: upper), on: joint, as: "desk")
    try region.act(JointReport.self, .submit, on: joint, as: "desk")
    #expect(!region.joint(1).audience.includes(.visitor))
    let verification = try region.certify(joint)
    #expect(region.joint(1).stage == .finalised)
    #expect(region.joint(1).verifiedBy == verification)
    #expect(region.joint(1).audience.includes(.visitor))
    #expect(
      region.refusal(JointReport.self, .reopen(kind: .limited, reason: "Words."), on: joint, as: "desk")
        == "'reopenLimited' is not possible while JR-1 is 'finalised'; possible now: nothing")
  }

  @Test("carries a correction in the next report, where it must be; the first stays as it was")
  mutating func carriesCorrections() throws {
    try prepare()
    try region.act(JointReport.self, .takeIn(report: upper), on: joint, as: "desk")
    try region.act(JointReport.self, .submit, on: joint, as: "desk")
    try region.certify(joint)
    let before = try CanonicalJSON.text(of: region.joint(1))
    try region.act(PartyReport.self, .reopenCertified(finding: 1, reason: "Too much."), on: upper, as: "desk")
    try region.act(
      PartyReport.self, .correct(item: 2, amount: 60, reason: "Counted twice."), on: upper, as: "upperClerk")
    try region.act(PartyReport.self, .resubmit, on: upper, as: "upperLead")
    let corrected = try region.certify(upper)
    try region.certify(lower)
    let next = ObjectID(.jointReport, 2)
    try draft(ReportingRegion.secondQuarter)
    try region.act(JointReport.self, .takeIn(report: lower), on: next, as: "desk")
    #expect(
      region.refusal(JointReport.self, .submit, on: next, as: "desk")
        == "'submit' needs: every pending correction is taken in; take in RP-1")
    try region.act(JointReport.self, .takeIn(report: upper), on: next, as: "desk")
    try region.act(JointReport.self, .submit, on: next, as: "desk")
    let line = region.joint(2).lines[1]
    #expect(region.joint(2).lines.count == 2)
    #expect((line.report, line.item, line.correction) == (upper, 2, 1))
    #expect(line.figure == ReportedFigure(-40, "km"))
    #expect(line.certificate == corrected)
    #expect(region.report(1).carriedInto == joint)
    #expect(region.report(1).corrections[0].carriedInto == next)
    #expect(try CanonicalJSON.text(of: region.joint(1)) == before)
  }
}
