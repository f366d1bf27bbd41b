import Registry
import Reporting

extension ActForm {
  /// The acts in disputes.
  static let dispute: [ActForm] = [
    ActForm(
      .dispute, "raise",
      [
        ActField("agreement", DisputeFieldPhrase.agreement, .object([.agreement])),
        ActField("against", DisputeFieldPhrase.against, .object([.organisation])),
        ActField("commitment", DisputeFieldPhrase.commitment, .object([.commitment]), isOptional: true),
        ActField("claim", DisputeFieldPhrase.claim, .text(), hint: DisputeFieldPhrase.claimHint),
      ]),
    ActForm(.dispute, "accept", acts: ["negotiate"]),
    ActForm(
      .dispute, "submit",
      [ActField("text", DisputeFieldPhrase.statement, .text(), hint: DisputeFieldPhrase.statementHint)]),
    ActForm(
      .dispute, "settle",
      [ActField("terms", DisputeFieldPhrase.terms, .text(), hint: DisputeFieldPhrase.termsHint)]),
    ActForm(.dispute, "agreeToSettlement"),
    ActForm(
      .dispute, "decide",
      [ActField("ruling", DisputeFieldPhrase.ruling, .text(), hint: DisputeFieldPhrase.rulingHint)]),
    ActForm(.dispute, "close", [ActField("reasons", FieldPhrase.reasons, .text(limit: 4_000))]),
  ]
}

/// What the fields of forms in disputes are called.
enum DisputeFieldPhrase: String, Phrase {
  case agreement, against, commitment, claim, claimHint, statement, statementHint, terms, termsHint, ruling, rulingHint

  var wording: Wording {
    switch self {
    case .agreement: Wording("About which agreement?", "关于哪一协议？")
    case .against: Wording("With whom?", "与哪一方？")
    case .commitment: Wording("Commitment in dispute", "所涉承诺")
    case .claim: Wording("What do you claim?", "您的诉求")
    case .claimHint:
      Wording(
        "The other side reads it; a mediator and whoever decides read it when their turn comes.",
        "对方可查看；进入调解、裁决后，调解员和裁决方可查看。")
    case .statement: Wording("Your statement", "您的陈述")
    case .statementHint: Wording("Whoever helps or decides reads it too.", "参与调解或裁决者也可查看。")
    case .terms: Wording("On what terms would you settle?", "和解条件")
    case .termsHint:
      Wording("Only the two sides read it; it is not held against you.", "仅限双方知悉，不作为对您不利的依据。")
    case .ruling: Wording("Ruling and its reasons", "裁决及理由")
    case .rulingHint: Wording("Everybody can read it.", "内容对所有人公开。")
    }
  }
}
