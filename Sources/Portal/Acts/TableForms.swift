import Registry
import Reporting

extension ActForm {
  /// The acts at negotiations.
  static let negotiationTable: [ActForm] = tableSittings + tableText + tableOffers + tableEnding

  private static func table(_ command: String, acts: [String]? = nil, _ fields: [ActField] = []) -> ActForm {
    ActForm(.negotiationTable, command, acts: acts, fields)
  }

  private static let tableSittings: [ActForm] = [
    table(
      "convene",
      [
        ActField("parties", TableFieldPhrase.parties, .parts(TableOptions.possibleParties)),
        ActField("field", FieldPhrase.field, .cooperationField),
        ActField("file", TableFieldPhrase.file, .part(isNumber: false, TableOptions.files), isOptional: true),
        ActField(
          "secretariat", TableFieldPhrase.secretariat, .part(isNumber: false, TableOptions.publicBodies),
          isOptional: true),
      ]),
    table(
      "admit",
      [
        ActField("organisation", TableFieldPhrase.organisation, .object([.organisation])),
        ActField(
          "seat", TableFieldPhrase.seat,
          .choice(NegotiationTable.Seat.allCases.map(\.rawValue)) { $0.word(SeatPhrase.self, $1) }),
      ]),
    table(
      "lodgeMandate",
      [ActField("text", TableFieldPhrase.mandate, .text(), hint: TableFieldPhrase.mandateHint)]),
    table("open"),
    table("beginRound"),
    table("closeRound"),
    table(
      "suspend",
      [
        ActField("until", TableFieldPhrase.suspendedUntil, .moment),
        ActField("reason", TableFieldPhrase.reason, .text(limit: 500)),
      ]),
    table("consentToResume"),
  ]

  private static func clause(_ act: String) -> ActField {
    ActField("clause", TableFieldPhrase.clause, .part(TableOptions.clauses(for: act)))
  }
  private static func wording(_ act: String) -> ActField {
    ActField("text", TableFieldPhrase.wording, .part(isNumber: false, TableOptions.wordings(for: act)))
  }
  private static func amendment(_ act: String) -> ActField {
    ActField("amendment", TableFieldPhrase.amendment, .part(TableOptions.amendments(for: act)))
  }
  private static let ownWording = ActField(
    "text", TableFieldPhrase.clauseText, .text(), hint: TableFieldPhrase.clauseTextHint)
  private static let reasons = ActField("reasons", FieldPhrase.reasons, .text())

  private static let tableText: [ActForm] = [
    table("proposeClause", [ActField("title", TableFieldPhrase.clauseTitle, .line(limit: 120)), ownWording]),
    table("offerText", [clause("offerText"), ownWording]),
    table("agreeToText", [clause("agreeToText"), wording("agreeToText")]),
    table("withdrawClause", [clause("withdrawClause")]),
    table("consentToReopen", [clause("consentToReopen")]),
    table(
      "amend",
      [
        clause("amend"),
        ActField("target", TableFieldPhrase.target, .part(isNumber: false, TableOptions.targets)),
        ActField("amends", TableFieldPhrase.amends, .part(TableOptions.amendments(for: "amend")), isOptional: true),
        ActField("text", TableFieldPhrase.amendmentText, .text()), reasons,
      ]),
    table("acceptAmendment", [amendment("acceptAmendment")]),
    table("rejectAmendment", [amendment("rejectAmendment"), reasons]),
    table("withdrawAmendment", [amendment("withdrawAmendment")]),
    table(
      "putUnderSilence",
      [
        ActField(
          "items", TableFieldPhrase.silenceItems, .list([clause("putUnderSilence"), wording("putUnderSilence")])),
        ActField("until", TableFieldPhrase.silenceUntil, .moment, hint: TableFieldPhrase.silenceHint),
      ]),
    table(
      "objectTo", [ActField("silence", TableFieldPhrase.silence, .part(TableOptions.silences)), reasons]),
  ]

  private static let readers = ActField(
    "readers", TableFieldPhrase.readers, .parts(TableOptions.ownPeople), hint: TableFieldPhrase.readersHint,
    isOptional: true)
  private static func offered(_ options: @escaping ActField.Options) -> ActField {
    ActField("package", TableFieldPhrase.package, .part(options))
  }
  /// What a term settles: a clause, or something outside the text.
  private static func matter(_ name: String) -> ActField {
    ActField(
      name, TableFieldPhrase.matter,
      .variant(
        [
          ("clause", [ActField("number", TableFieldPhrase.clause, .part(TableOptions.clauses(for: "tablePackage")))]),
          ("issue", [ActField("name", TableFieldPhrase.issueName, .line(limit: 120))]),
        ]) { $0.say($1 == "clause" ? TableFieldPhrase.clauseMatter : TableFieldPhrase.issueMatter) })
  }

  private static let tableOffers: [ActForm] = [
    table(
      "lodgePosition",
      [
        ActField(
          "sort", TableFieldPhrase.sort,
          .choice(NegotiationTable.SealedPosition.Sort.allCases.map(\.rawValue)) {
            $0.word(PositionSortPhrase.self, $1)
          }),
        ActField("text", TableFieldPhrase.positionText, .text(), hint: TableFieldPhrase.positionHint), readers,
      ]),
    table(
      "withdrawPosition", [ActField("position", TableFieldPhrase.position, .part(TableOptions.ownPositions))]),
    table(
      "sealPackage",
      [
        ActField(
          "terms", TableFieldPhrase.terms,
          .list([matter("matter"), ActField("text", TableFieldPhrase.termText, .text())]),
          hint: TableFieldPhrase.termsHint),
        ActField("conditions", TableFieldPhrase.conditions, .lines, isOptional: true),
        ActField(
          "readers", TableFieldPhrase.readers, .parts(TableOptions.ownPeople), hint: TableFieldPhrase.positionHint,
          isOptional: true),
      ]),
    table(
      "tablePackage",
      [
        offered(TableOptions.ownPackages([.sealed])),
        ActField(
          "matters", TableFieldPhrase.matters, .list([matter("_")]), hint: TableFieldPhrase.mattersHint),
        ActField("to", TableFieldPhrase.addressees, .parts(TableOptions.otherParties)),
        ActField("expires", TableFieldPhrase.expires, .moment),
        ActField("answers", TableFieldPhrase.answers, .part(TableOptions.tabledPackages), isOptional: true),
      ]),
    table("acceptPackage", [offered(TableOptions.waitingPackages)]),
    table("rejectPackage", [offered(TableOptions.waitingPackages)]),
    table("withdrawPackage", [offered(TableOptions.ownPackages([.sealed, .tabled]))]),
    table(
      "nameMediator",
      [ActField("appointment", TableFieldPhrase.mediator, .part(isNumber: false, TableOptions.mediators))]),
    table(
      "grantMediator",
      [
        ActField(
          "sees", TableFieldPhrase.sees,
          .choices(NegotiationTable.Disclosure.allCases.map(\.rawValue)) { $0.word(DisclosurePhrase.self, $1) },
          hint: TableFieldPhrase.seesHint, isOptional: true),
        ActField(
          "readers", TableFieldPhrase.mediatorReaders, .parts(TableOptions.ownPeople), isOptional: true),
      ]),
    table("revokeMediator"),
  ]

  private static let tableEnding: [ActForm] = [
    table("agreeText"),
    table("initial"),
    table(
      "summarise",
      [
        ActField("text", TableFieldPhrase.summaryText, .text()),
        ActField("embargoEnds", TableFieldPhrase.embargoEnds, .moment),
      ]),
    table("extendEmbargo", [ActField("until", TableFieldPhrase.embargoUntil, .moment)]),
    table("closeWithAgreement"),
    table(
      "closeWithout",
      [
        ActField(
          "reason", TableFieldPhrase.closingReason,
          .choice(NegotiationTable.ClosingReason.allCases.map(\.rawValue)) { $0.word(ClosingReasonPhrase.self, $1) })
      ]),
  ]
}
