import Reporting

/// The stages of an evaluation.
enum EvaluationStagePhrase: String, Phrase {
  case planned, dataFrozen, drafted, commented, adopted, renewalRecommended, revise, end

  var wording: Wording {
    switch self {
    case .planned: Wording("Planned", "已计划")
    case .dataFrozen: Wording("Data frozen", "数据已锁定")
    case .drafted: Wording("Drafted", "已起草")
    case .commented: Wording("Open to comment", "征求意见")
    case .adopted: Wording("Adopted", "已通过")
    case .renewalRecommended: Wording("Renewal recommended", "建议续期")
    case .revise: Wording("Revision recommended", "建议修订")
    case .end: Wording("Ending recommended", "建议终止")
    }
  }
}

/// The acts on an evaluation.
enum EvaluationActPhrase: String, Phrase {
  case plan, freeze, write, openComments, comment, closeComments, adopt, recommend

  var wording: Wording {
    switch self {
    case .plan: Wording("Plan an evaluation", "制定评估计划")
    case .freeze: Wording("Freeze the data", "锁定数据")
    case .write: Wording("Write the lessons", "撰写结论")
    case .openComments: Wording("Open to comment", "征求意见")
    case .comment: Wording("Comment", "提出意见")
    case .closeComments: Wording("Time for comments over", "意见征集期满")
    case .adopt: Wording("Adopt", "通过")
    case .recommend: Wording("Recommend what follows", "提出处理建议")
    }
  }
}

/// When an agreement is looked at.
enum EvaluationSortPhrase: String, Phrase {
  case midTerm, final, afterDecision

  var wording: Wording {
    switch self {
    case .midTerm: Wording("Mid-term evaluation", "中期评估")
    case .final: Wording("Final evaluation", "终期评估")
    case .afterDecision: Wording("Evaluation after a decision", "决策后评估")
    }
  }
}

/// In which direction a figure is to move.
enum EvaluationDirectionPhrase: String, Phrase {
  case up, down

  var wording: Wording {
    switch self {
    case .up: Wording("more is better", "越高越好")
    case .down: Wording("less is better", "越低越好")
    }
  }
}

/// Whether a figure moved as it was to move.
enum TrendPhrase: String, Phrase {
  case better, unchanged, worse

  var wording: Wording {
    switch self {
    case .better: Wording("better", "改善")
    case .unchanged: Wording("unchanged", "不变")
    case .worse: Wording("worse", "变差")
    }
  }
}

/// What follows from an evaluation.
enum EvaluationOutcomePhrase: String, Phrase {
  case renewal, revision, ending

  var wording: Wording {
    switch self {
    case .renewal: Wording("Renew the agreement", "续签协议")
    case .revision: Wording("Revise the agreement", "修订协议")
    case .ending: Wording("End the agreement", "终止协议")
    }
  }
}

/// Where a figure comes from.
enum EvaluationSourcePhrase: String, Phrase {
  case jointReport, document

  var wording: Wording {
    switch self {
    case .jointReport: Wording("A finalised joint report", "已定稿的联合报告")
    case .document: Wording("A document", "文件")
    }
  }
}

/// What is said on the pages of evaluations alone.
enum EvaluationPhrase: String, Phrase {
  case heading, agreement, evaluator, frozenAt, commentsUntil, way
  case criteria, criterion, direction, target, before, after, change, source, targetReached, targetMissed, noTarget,
    notMeasured
  case lessons, comments, noComments, commentBy, answer, recommendation

  var wording: Wording {
    switch self {
    case .heading: Wording("{sort} of {agreement}", "{agreement}{sort}")
    case .agreement: Wording("Agreement", "协议")
    case .evaluator: Wording("Evaluator", "评估人")
    case .frozenAt: Wording("Data frozen on", "数据锁定时间")
    case .commentsUntil: Wording("Comments until", "意见截止")
    case .way: Wording("Steps", "办理步骤")
    case .criteria: Wording("Criteria and figures", "评估标准与数据")
    case .criterion: Wording("Criterion", "标准")
    case .direction: Wording("Aim", "方向")
    case .target: Wording("Target", "目标")
    case .before: Wording("Before", "之前")
    case .after: Wording("After", "之后")
    case .change: Wording("Change", "变化")
    case .source: Wording("Source", "来源")
    case .targetReached: Wording("{target}, reached", "{target}，已达到")
    case .targetMissed: Wording("{target}, not reached", "{target}，未达到")
    case .noTarget: Wording("none", "无")
    case .notMeasured: Wording("not measured yet", "尚无数据")
    case .lessons: Wording("Lessons", "结论")
    case .comments: Wording("Comments", "意见")
    case .noComments: Wording("No comments were made.", "未收到意见。")
    case .commentBy: Wording("{n}. {who}, {when}", "{n}. {who}，{when}")
    case .answer: Wording("Answer to the comments", "对意见的答复")
    case .recommendation: Wording("Recommendation", "处理建议")
    }
  }
}
