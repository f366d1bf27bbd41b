import Reporting

/// What the fields of forms at a negotiation are called, and hints on how to fill them in.
enum TableFieldPhrase: String, Phrase {
  case parties, file, secretariat, organisation, seat, mandate, mandateHint, suspendedUntil, reason
  case clauseTitle, clauseText, clauseTextHint, clause, wording, target, amends, amendmentText, amendment
  case silence, silenceItems, silenceUntil, silenceHint
  case sort, positionText, positionHint, readers, readersHint, position
  case terms, termsHint, matter, clauseMatter, issueMatter, issueName, termText, conditions, package, matters,
    mattersHint, addressees, expires, answers
  case mediator, sees, seesHint, mediatorReaders
  case summaryText, embargoEnds, embargoUntil, closingReason

  var wording: Wording {
    switch self {
    case .parties: Wording("Who negotiates?", "由哪些单位协商？")
    case .file: Wording("Problem that is negotiated", "所协商的议题")
    case .secretariat: Wording("Public body that serves the table", "承办单位")
    case .organisation: Wording("Organisation", "单位")
    case .seat: Wording("How does it take part?", "以何种身份参加？")
    case .mandate: Wording("What may your people settle?", "授权范围")
    case .mandateHint:
      Wording("Only your organisation reads it. The others see that it is on file.", "仅本单位可查看，他方只知已提交。")
    case .suspendedUntil: Wording("Suspended until", "中止至")
    case .reason: Wording("Reason", "原因")
    case .clauseTitle: Wording("Title of the clause", "条款标题")
    case .clauseText: Wording("Your wording", "您的表述")
    case .clauseTextHint: Wording("Everybody at the table reads it.", "会谈各方均可查看。")
    case .clause: Wording("Clause", "条款")
    case .wording: Wording("Which wording?", "哪一种表述？")
    case .target: Wording("What does it change?", "修正哪一段文字？")
    case .amends: Wording("Amendment that it changes", "所修正的修正案")
    case .amendmentText: Wording("How should it read?", "修正后的文字")
    case .amendment: Wording("Amendment", "修正案")
    case .silence: Wording("Silence procedure", "默许程序")
    case .silenceItems: Wording("Wordings to be adopted", "拟通过的表述")
    case .silenceUntil: Wording("Objections until", "异议截止时间")
    case .silenceHint:
      Wording("An objection before this moment counts; at this moment the wordings stand.", "截止前提出的异议有效，届时即视为通过。")
    case .sort: Wording("What is it?", "类型")
    case .positionText: Wording("Text", "内容")
    case .positionHint: Wording("Nobody else reads it.", "他人不得查看。")
    case .readers: Wording("Who of your own reads it?", "本单位哪些人可查看？")
    case .readersHint: Wording("Nobody chosen: everybody of your organisation.", "不选则本单位人员均可查看。")
    case .position: Wording("Position", "立场")
    case .terms: Wording("Terms", "方案内容")
    case .termsHint: Wording("They are accepted together or not at all.", "须整体接受，不得拆分。")
    case .matter: Wording("What does it settle?", "解决何事？")
    case .clauseMatter: Wording("A clause of the text", "文本条款")
    case .issueMatter: Wording("Something outside the text", "文本以外的事项")
    case .issueName: Wording("Name", "名称")
    case .termText: Wording("How?", "如何解决？")
    case .conditions: Wording("On what conditions?", "前提条件")
    case .package: Wording("Package", "一揽子方案")
    case .matters: Wording("What each term settles", "各项内容所解决的事项")
    case .mattersHint: Wording("In the order in which the terms were sealed.", "按密封时的顺序。")
    case .addressees: Wording("Who must accept it?", "须由谁接受？")
    case .expires: Wording("Expires", "到期时间")
    case .answers: Wording("Package that it answers", "所回应的方案")
    case .mediator: Wording("Who mediates?", "由谁调解？")
    case .sees: Wording("What of your own do you show the mediator?", "向调解员开放哪些内容？")
    case .seesHint: Wording("You can take it back at any time; what was read stays read.", "可随时撤回，但已阅内容无法收回。")
    case .mediatorReaders: Wording("Who of your own goes on reading it?", "本单位哪些人继续可查看？")
    case .summaryText: Wording("What may the public read?", "向公众公布的内容")
    case .embargoEnds: Wording("Published on", "公布时间")
    case .embargoUntil: Wording("New day of publication", "新的公布时间")
    case .closingReason: Wording("Why does it close?", "结束原因")
    }
  }
}
