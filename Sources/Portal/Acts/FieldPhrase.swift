import Reporting

/// What the fields of forms are called, and hints on how to fill them in.
enum FieldPhrase: String, Phrase {
  case title, description, descriptionHint, field, question, answer, reasons, lead, summary, outcome, redressUntil,
    mergeInto, evidence, affected, organisation, involvement, reasonLeftOut

  var wording: Wording {
    switch self {
    case .title: Wording("Title", "标题")
    case .description: Wording("What is the problem?", "问题是什么？")
    case .descriptionHint:
      Wording(
        "Say what happens, where, since when, and whom it affects. Everybody can read it.",
        "请说明何事、何地、自何时起、影响到谁。内容对所有人公开。")
    case .field: Wording("Field of cooperation", "合作领域")
    case .question: Wording("What do you need to know?", "需要了解什么？")
    case .answer: Wording("Your answer", "您的答复")
    case .reasons: Wording("Reasons", "理由")
    case .lead: Wording("Who leads the diagnosis?", "由谁牵头诊断？")
    case .summary: Wording("What was found?", "诊断结论")
    case .outcome: Wording("Outcome", "处理结果")
    case .redressUntil: Wording("Redress possible until", "可申诉至")
    case .mergeInto: Wording("Merge into", "并入")
    case .evidence: Wording("New evidence", "新的证据")
    case .affected: Wording("Affected jurisdictions", "受影响的地区")
    case .organisation: Wording("Organisation", "单位")
    case .involvement: Wording("How it takes part", "参与方式")
    case .reasonLeftOut: Wording("Why it is left out", "不参与的理由")
    }
  }
}
