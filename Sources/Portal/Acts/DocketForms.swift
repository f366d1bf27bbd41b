import Registry
import Reporting

extension ActForm {
  /// The acts on problems of the docket.
  static let docket: [ActForm] = [
    ActForm(
      .docketFile, "draft",
      [
        ActField("title", FieldPhrase.title, .line()),
        ActField("field", FieldPhrase.field, .cooperationField),
        ActField("description", FieldPhrase.description, .text(), hint: FieldPhrase.descriptionHint),
      ]),
    ActForm(
      .docketFile, "revise",
      [
        ActField("title", FieldPhrase.title, .line()),
        ActField("description", FieldPhrase.description, .text(), hint: FieldPhrase.descriptionHint),
      ]),
    ActForm(.docketFile, "file"),
    ActForm(.docketFile, "ask", [ActField("question", FieldPhrase.question, .text())]),
    ActForm(.docketFile, "answer", [ActField("text", FieldPhrase.answer, .text())]),
    ActForm(.docketFile, "accept"),
    ActForm(.docketFile, "reject", [ActField("reasons", FieldPhrase.reasons, .text(limit: 4000))]),
    ActForm(.docketFile, "diagnose", [ActField("lead", FieldPhrase.lead, .object([.appointment]))]),
    ActForm(
      .docketFile, "map",
      [
        ActField(
          "affected", FieldPhrase.affected,
          .list([
            ActField("organisation", FieldPhrase.organisation, .object([.organisation])),
            ActField(
              "involvement", FieldPhrase.involvement,
              .choice(DocketFile.Involvement.allCases.map(\.rawValue)) { $0.word(InvolvementPhrase.self, $1) }),
            ActField("reason", FieldPhrase.reasonLeftOut, .line(limit: 4000), isOptional: true),
          ]))
      ]),
    ActForm(.docketFile, "concludeDiagnosis", [ActField("summary", FieldPhrase.summary, .text())]),
    ActForm(.docketFile, "openOptions"),
    ActForm(
      .docketFile, "decide",
      [
        ActField(
          "outcome", FieldPhrase.outcome,
          .choice(DocketFile.Outcome.allCases.map(\.rawValue)) { $0.word(OutcomePhrase.self, $1) }),
        ActField("reasons", FieldPhrase.reasons, .text(limit: 4000)),
        ActField(
          "mechanism", MechanismFieldPhrase.choice,
          .group([
            ActField("chosen", MechanismFieldPhrase.chosen, .part(isNumber: false, forms("chosen"))),
            ActField(
              "advised", MechanismFieldPhrase.advised, .part(isNumber: false, forms("advised")), isOptional: true),
            ActField(
              "study", MechanismFieldPhrase.study, .line(limit: 64), hint: MechanismFieldPhrase.studyHint,
              isOptional: true),
            ActField(
              "deviation", MechanismFieldPhrase.deviation, .text(limit: 4000),
              hint: MechanismFieldPhrase.deviationHint, isOptional: true),
          ]), hint: MechanismFieldPhrase.choiceHint, isOptional: true),
      ]),
    ActForm(
      .docketFile, "carryOut",
      acts: ["carryOutNegotiation", "carryOutPractice", "carryOutRuleChange", "carryOutNotSolved"]),
    ActForm(
      .docketFile, "close",
      [
        ActField("reasons", FieldPhrase.reasons, .text(limit: 4000)),
        ActField("redressUntil", FieldPhrase.redressUntil, .moment),
      ]),
    ActForm(.docketFile, "merge", [ActField("into", FieldPhrase.mergeInto, .object([.docketFile]))]),
    ActForm(.docketFile, "reopen", [ActField("evidence", FieldPhrase.evidence, .text())]),
  ]
}

extension ActForm {
  /// The forms of cooperation of the catalogue, and the one that is filled in, which may be of a case's own.
  private static func forms(_ field: String) -> ActField.Options {
    { reading, filled in
      let codes = MechanismNames.codes
      let own = filled["mechanism.\(field)"].flatMap { $0.isEmpty || codes.contains($0) ? nil : $0 }
      return (codes + (own.map { [$0] } ?? [])).map { ($0, MechanismNames.name($0, in: reading.language)) }
    }
  }
}

/// How an affected jurisdiction takes part.
enum InvolvementPhrase: String, Phrase {
  case party, consulted, leftOut

  var wording: Wording {
    switch self {
    case .party: Wording("Party", "当事方")
    case .consulted: Wording("Consulted", "征求意见")
    case .leftOut: Wording("Left out", "不参与")
    }
  }
}

/// How a problem ends, or is to end.
enum OutcomePhrase: String, Phrase {
  case negotiation, practice, ruleChange, notSolved

  var wording: Wording {
    switch self {
    case .negotiation: Wording("Negotiate an agreement", "协商达成协议")
    case .practice: Wording("Change the practice", "改进做法")
    case .ruleChange: Wording("Change a rule", "修订规则")
    case .notSolved: Wording("Cannot be solved now", "目前无法解决")
    }
  }
}
