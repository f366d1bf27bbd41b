import Registry
import Reporting

extension ActForm {
  /// The acts on commitments.
  static let commitment: [ActForm] = [
    ActForm(
      .commitment, "make",
      [
        ActField("agreement", AgreementFieldPhrase.agreement, .object([.agreement])),
        ActField("clause", AgreementFieldPhrase.clauseNumber, .line(limit: 20)),
        ActField("debtor", AgreementFieldPhrase.debtor, .object([.organisation])),
        ActField("creditors", AgreementFieldPhrase.creditors, .objects([.organisation])),
        ActField("measure", AgreementFieldPhrase.measure, .line(limit: 300), hint: AgreementFieldPhrase.measureHint),
        ActField("due", AgreementFieldPhrase.due, .moment),
        ActField("field", AgreementFieldPhrase.field, .cooperationField),
      ]),
    ActForm(.commitment, "close", [ActField("remark", AgreementFieldPhrase.remark, .text(limit: 1000))]),
  ]

  /// The acts on what people promise, report, check and pay, and on who they are.
  static let promises: [ActForm] = [
    agreement, commitment, partyReport, jointReport, verification, books, organisation, appointment, delegation, region,
    erasure,
  ].flatMap(\.self)
}
