import Reporting

/// The stages of a problem.
enum DocketStagePhrase: String, Phrase {
  case draft, filed, inClarification, accepted, rejected, diagnosing, diagnosed, optionsOpen, decided, inNegotiation,
    solvedByPractice, solvedByRuleChange, notSolved, closed, merged

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "草稿")
    case .filed: Wording("Filed", "已提出")
    case .inClarification: Wording("Question to the filer", "待提出人说明")
    case .accepted: Wording("Accepted", "已受理")
    case .rejected: Wording("Not accepted", "不予受理")
    case .diagnosing: Wording("Being diagnosed", "诊断中")
    case .diagnosed: Wording("Diagnosed", "已诊断")
    case .optionsOpen: Wording("Options open", "方案征集中")
    case .decided: Wording("Decided", "已决定")
    case .inNegotiation: Wording("Being negotiated", "协商中")
    case .solvedByPractice: Wording("Solved by practice", "已通过改进做法解决")
    case .solvedByRuleChange: Wording("Solved by a rule change", "已通过修订规则解决")
    case .notSolved: Wording("Not solved", "未解决")
    case .closed: Wording("Closed", "已办结")
    case .merged: Wording("Merged", "已合并")
    }
  }
}

/// The acts on a problem.
enum DocketActPhrase: String, Phrase {
  case draft, revise, file, ask, answer, lapse, accept, reject, diagnose, map, concludeDiagnosis, openOptions, decide,
    carryOutNegotiation, carryOutPractice, carryOutRuleChange, carryOutNotSolved, close, merge, reopen

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "起草")
    case .revise: Wording("Revise", "修改")
    case .file: Wording("File", "提出")
    case .ask: Wording("Ask the filer", "请提出人说明")
    case .answer: Wording("Answer", "答复")
    case .lapse: Wording("Lapse", "期满")
    case .accept: Wording("Accept", "受理")
    case .reject: Wording("Reject", "不予受理")
    case .diagnose: Wording("Begin the diagnosis", "开始诊断")
    case .map: Wording("Name the affected jurisdictions", "列明受影响地区")
    case .concludeDiagnosis: Wording("Conclude the diagnosis", "完成诊断")
    case .openOptions: Wording("Open the options", "征集方案")
    case .decide: Wording("Decide", "作出决定")
    case .carryOutNegotiation: Wording("Begin negotiations", "转入协商")
    case .carryOutPractice: Wording("Record the changed practice", "记录做法改进")
    case .carryOutRuleChange: Wording("Record the rule change", "记录规则修订")
    case .carryOutNotSolved: Wording("Record that it cannot be solved", "记录无法解决")
    case .close: Wording("Close", "办结")
    case .merge: Wording("Merge", "合并")
    case .reopen: Wording("Open again", "重新办理")
    }
  }
}
