import Registry
import Reporting

extension ActForm {
  /// The acts on agreements.
  static let agreement: [ActForm] = [
    ActForm(
      .agreement, "draft",
      [
        ActField("parties", AgreementFieldPhrase.parties, .objects([.organisation])),
        ActField("field", AgreementFieldPhrase.field, .cooperationField),
        ActField("table", AgreementFieldPhrase.table, .object([.negotiationTable]), isOptional: true),
      ]),
    ActForm(
      .agreement, "set",
      [
        ActField("title", AgreementFieldPhrase.title, .line()),
        ActField(
          "frame", AgreementFieldPhrase.frame,
          .choice(LegalFrame.allCases.map(\.rawValue)) { $0.word(LegalFramePhrase.self, $1) }),
        ActField("terms", AgreementFieldPhrase.terms, .group(terms)),
      ]),
    ActForm(
      .agreement, "write",
      [
        ActField("clause", AgreementFieldPhrase.clause, .group(clause)),
        ActField(
          "position", AgreementFieldPhrase.position, .whole, hint: AgreementFieldPhrase.positionHint, isOptional: true),
      ]),
    ActForm(
      .agreement, "strike",
      [ActField("clause", AgreementFieldPhrase.clauseNumber, .line(limit: 20))]),
    ActForm(
      .agreement, "submit",
      [
        ActField(
          "reviewer", AgreementFieldPhrase.reviewer, .object([.organisation]), hint: AgreementFieldPhrase.reviewerHint)
      ]),
    ActForm(.agreement, "sendBack", [ActField("reasons", AgreementFieldPhrase.reasons, .text())]),
    ActForm(.agreement, "confirm", [ActField("opinion", AgreementFieldPhrase.opinion, .text())]),
    ActForm(.agreement, "freeze"),
    ActForm(.agreement, "sign", signature),
    ActForm(.agreement, "withdrawSignature"),
    ActForm(
      .agreement, "file",
      [
        ActField("registration", AgreementFieldPhrase.registration, .line(limit: 100)),
        ActField("disclosure", AgreementFieldPhrase.disclosure, .line()),
      ]),
    ActForm(.agreement, "amend", [reason]),
    ActForm(.agreement, "discardAmendment", [reason]),
    ActForm(.agreement, "suspend", [reason]),
    ActForm(.agreement, "resume", [reason]),
    ActForm(.agreement, "giveNotice", [reason]),
    ActForm(.agreement, "withdrawNotice"),
    ActForm(.agreement, "resolveTermination", [reason]),
    ActForm(
      .agreement, "settleDues",
      [
        ActField(
          "of", AgreementFieldPhrase.leaving, .object([.organisation]), hint: AgreementFieldPhrase.leavingHint,
          isOptional: true),
        ActField("statement", AgreementFieldPhrase.statement, .text(limit: 2000)),
      ]),
    ActForm(
      .agreement, "admit",
      [ActField("organisation", AgreementFieldPhrase.admitted, .object([.organisation]))]),
    ActForm(.agreement, "accede", signature),
    ActForm(
      .agreement, "prepareRenewal",
      [
        ActField("begins", AgreementFieldPhrase.begins, .moment, isOptional: true),
        ActField("ends", AgreementFieldPhrase.ends, .moment, isOptional: true),
      ]),
    ActForm(.agreement, "windUp"),
    ActForm(.agreement, "archive"),
    ActForm(.agreement, "abandon", [reason]),
  ]

  private static let reason = ActField("reason", AgreementFieldPhrase.reason, .text(limit: 2000))

  private static let signature = [
    ActField("version", AgreementFieldPhrase.version, .whole),
    ActField(
      "digest", AgreementFieldPhrase.digest, .line(limit: 64), hint: AgreementFieldPhrase.digestHint),
  ]

  private static let terms = [
    ActField("authentic", AgreementFieldPhrase.authentic, .line(limit: 40), hint: AgreementFieldPhrase.authenticHint),
    ActField("begins", AgreementFieldPhrase.begins, .moment, hint: AgreementFieldPhrase.beginsHint, isOptional: true),
    ActField("ends", AgreementFieldPhrase.ends, .moment, hint: AgreementFieldPhrase.endsHint, isOptional: true),
    ActField(
      "activation", AgreementFieldPhrase.activation, .whole, hint: AgreementFieldPhrase.activationHint,
      isOptional: true),
    ActField("noticeDays", AgreementFieldPhrase.noticeDays, .whole, hint: AgreementFieldPhrase.noticeDaysHint),
    ActField("openToAccession", AgreementFieldPhrase.openToAccession, .flag),
    ActField("jointBody", AgreementFieldPhrase.jointBody, .flag),
    ActField("outsideMembers", AgreementFieldPhrase.outsideMembers, .flag),
  ]

  private static let clause = [
    ActField("id", AgreementFieldPhrase.clauseNumber, .line(limit: 20), hint: AgreementFieldPhrase.clauseNumberHint),
    ActField("heading", AgreementFieldPhrase.heading, .line()),
    ActField(
      "kind", AgreementFieldPhrase.kind,
      .choice(Agreement.ClauseKind.allCases.map(\.rawValue)) { $0.word(ClauseKindPhrase.self, $1) }),
    ActField("text", AgreementFieldPhrase.text, .text()),
    ActField("model", AgreementFieldPhrase.model, .line(), hint: AgreementFieldPhrase.modelHint, isOptional: true),
    ActField("items", AgreementFieldPhrase.items, .lines, hint: AgreementFieldPhrase.itemsHint, isOptional: true),
    ActField("duties", AgreementFieldPhrase.duties, .list(duty), isOptional: true),
    ActField(
      "excuse", AgreementFieldPhrase.excuse, .line(limit: 1000), hint: AgreementFieldPhrase.excuseHint,
      isOptional: true),
    ActField("survives", AgreementFieldPhrase.survives, .flag),
  ]

  private static let duty = [
    ActField("id", AgreementFieldPhrase.dutyNumber, .line(limit: 20), hint: AgreementFieldPhrase.dutyNumberHint),
    ActField("debtor", AgreementFieldPhrase.debtor, .object([.organisation])),
    ActField("creditors", AgreementFieldPhrase.creditors, .objects([.organisation])),
    ActField("measure", AgreementFieldPhrase.measure, .line(limit: 300), hint: AgreementFieldPhrase.measureHint),
    ActField(
      "due", AgreementFieldPhrase.due,
      .variant(
        [
          ("on", [ActField("_0", AgreementFieldPhrase.dueOn, .moment)]),
          ("afterEntry", [ActField("days", AgreementFieldPhrase.dueAfterDays, .whole)]),
        ]) { $0.word(DueDatePhrase.self, $1) }),
    ActField("evidence", AgreementFieldPhrase.evidence, .line(limit: 300)),
    ActField(
      "method", AgreementFieldPhrase.method,
      .choice(Commitment.Method.allCases.map(\.rawValue)) { $0.word(CommitmentMethodPhrase.self, $1) }),
    ActField("weight", AgreementFieldPhrase.weight, .whole, hint: AgreementFieldPhrase.weightHint),
    ActField("window", AgreementFieldPhrase.window, .whole, hint: AgreementFieldPhrase.windowHint),
    ActField(
      "recurrence", AgreementFieldPhrase.recurrence,
      .group([
        ActField(
          "every", AgreementFieldPhrase.every,
          .choice(Commitment.Recurrence.Period.allCases.map(\.rawValue)) { $0.word(RecurrencePhrase.self, $1) }),
        ActField("times", AgreementFieldPhrase.times, .whole),
      ]), isOptional: true),
  ]
}
