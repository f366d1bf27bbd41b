import Registry
import Reporting

extension ActForm {
  /// The acts on joint reports.
  static let jointReport: [ActForm] = [
    ActForm(
      .jointReport, "draft",
      [
        ActField("agreement", ReportFieldPhrase.agreement, .object([.agreement])),
        ActField("period", ReportFieldPhrase.period, .group(reportingPeriod)),
      ]),
    ActForm(.jointReport, "summarise", [ActField("text", ReportFieldPhrase.summary, .text())]),
    ActForm(
      .jointReport, "takeIn",
      [ActField("report", ReportFieldPhrase.report, .object([.partyReport]), hint: ReportFieldPhrase.takeInHint)]),
    ActForm(.jointReport, "leaveOut", [ActField("report", ReportFieldPhrase.report, .object([.partyReport]))]),
    ActForm(.jointReport, "submit"),
    ActForm(.jointReport, "resubmit"),
    ActForm(.jointReport, "reopen", acts: ["reopenLast", "reopenLimited"], reopening),
  ]
}
