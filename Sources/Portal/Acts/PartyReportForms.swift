import Registry
import Reporting

extension ActForm {
  /// The acts on the reports of one party.
  static let partyReport: [ActForm] = [
    ActForm(
      .partyReport, "draft",
      [
        ActField("agreement", ReportFieldPhrase.agreement, .object([.agreement])),
        ActField("period", ReportFieldPhrase.period, .group(reportingPeriod)),
      ]),
    ActForm(
      .partyReport, "addItem",
      [
        ActField("commitment", ReportFieldPhrase.commitment, .object([.commitment])),
        ActField("entry", ReportFieldPhrase.entry, .group(entry)),
      ]),
    ActForm(.partyReport, "editItem", [item, ActField("entry", ReportFieldPhrase.entry, .group(entry))]),
    ActForm(.partyReport, "removeItem", [item]),
    ActForm(.partyReport, "submit"),
    ActForm(.partyReport, "resubmit"),
    ActForm(.partyReport, "reopen", acts: ["reopenLast", "reopenLimited"], reopening),
    ActForm(
      .partyReport, "reopenCertified",
      [
        ActField("finding", ReportFieldPhrase.finding, .whole, hint: ReportFieldPhrase.findingHint),
        ActField("reason", ReportFieldPhrase.reason, .text(limit: 500)),
      ]),
    ActForm(
      .partyReport, "correct",
      [
        item, ActField("amount", ReportFieldPhrase.rightAmount, .whole, hint: ReportFieldPhrase.amountHint),
        ActField("reason", ReportFieldPhrase.reason, .text(limit: 4000)),
      ]),
  ]

  static let reportingPeriod = [
    ActField("from", ReportFieldPhrase.from, .day), ActField("through", ReportFieldPhrase.through, .day),
  ]

  static let reopening = [
    ActField(
      "kind", ReportFieldPhrase.reopening,
      .choice(ReopeningKind.allCases.map(\.rawValue)) { $0.word(ReopeningPhrase.self, $1) }),
    ActField("reason", ReportFieldPhrase.reason, .text(limit: 500)),
  ]

  static let exhibits = ActField(
    "exhibits", ReportFieldPhrase.exhibits,
    .list([
      ActField("title", ReportFieldPhrase.exhibitTitle, .line(limit: 80)),
      ActField("digest", ReportFieldPhrase.exhibitDigest, .line(limit: 64), hint: ReportFieldPhrase.exhibitDigestHint),
    ]), isOptional: true)

  private static let item = ActField("item", ReportFieldPhrase.item, .whole)

  private static let figure = [
    ActField("amount", ReportFieldPhrase.amount, .whole, hint: ReportFieldPhrase.amountHint),
    ActField("unit", ReportFieldPhrase.unit, .line(limit: 20), hint: ReportFieldPhrase.unitHint),
  ]

  private static let entry = [
    ActField("figure", ReportFieldPhrase.figure, .group(figure)),
    ActField(
      "conversion", ReportFieldPhrase.conversion,
      .group([
        ActField("original", ReportFieldPhrase.original, .group(figure)),
        ActField("numerator", ReportFieldPhrase.numerator, .whole),
        ActField("denominator", ReportFieldPhrase.denominator, .whole),
      ]), hint: ReportFieldPhrase.conversionHint, isOptional: true),
    ActField("narrative", ReportFieldPhrase.narrative, .text()),
    exhibits,
    ActField(
      "deviations", ReportFieldPhrase.deviations,
      .list([
        ActField(
          "sort", ReportFieldPhrase.deviationSort,
          .choice(PartyReport.DeviationSort.allCases.map(\.rawValue)) { $0.word(DeviationPhrase.self, $1) }),
        ActField("reason", ReportFieldPhrase.reason, .text(limit: 4000)),
      ]), hint: ReportFieldPhrase.deviationsHint, isOptional: true),
  ]
}
