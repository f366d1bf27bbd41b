import Reporting

/// The stages of a commitment.
enum CommitmentStagePhrase: String, Phrase {
  case pending, due, overdue, reported, verifiedMet, verifiedPartly, verifiedNotMet, waived, closed

  var wording: Wording {
    switch self {
    case .pending: Wording("Not due yet", "未到期")
    case .due: Wording("Due", "待履行")
    case .overdue: Wording("Overdue", "逾期")
    case .reported: Wording("Reported", "已报告")
    case .verifiedMet: Wording("Verified: met", "核查：已履行")
    case .verifiedPartly: Wording("Verified: partly met", "核查：部分履行")
    case .verifiedNotMet: Wording("Verified: not met", "核查：未履行")
    case .waived: Wording("Waived", "已免除")
    case .closed: Wording("Closed", "已办结")
    }
  }
}

/// The acts on a commitment.
enum CommitmentActPhrase: String, Phrase {
  case make, fallDue, miss, report, verify, dispute, settle, waive, release, close

  var wording: Wording {
    switch self {
    case .make: Wording("Commit", "作出承诺")
    case .fallDue: Wording("Fall due", "进入履行期")
    case .miss: Wording("Miss the due day", "逾期")
    case .report: Wording("Report", "报告")
    case .verify: Wording("Verify", "核查")
    case .dispute: Wording("Dispute", "提出争议")
    case .settle: Wording("Settle the dispute", "争议解决")
    case .waive: Wording("Waive", "免除")
    case .release: Wording("Release", "解除")
    case .close: Wording("Close", "办结")
    }
  }
}

/// What an independent check found of a commitment.
enum VerifiedResultPhrase: String, Phrase {
  case met, partlyMet, notMet

  var wording: Wording {
    switch self {
    case .met: Wording("Met", "已履行")
    case .partlyMet: Wording("Partly met", "部分履行")
    case .notMet: Wording("Not met", "未履行")
    }
  }
}

/// What is said on the pages of commitments alone.
enum CommitmentPhrase: String, Phrase {
  case agreement, clause, version, debtor, creditors, due, timeLeft, daysLate, daysLeft, dueToday, windowOpens,
    evidence, method, weight, occurrence, previous, next, report, certificate, result, disputes, waivedBy, remark,
    party, anyParty, state, anyState, order, byLateness, byDue, openOnly, introduction, shown, duty, ofAll,
    overdueSince

  var wording: Wording {
    switch self {
    case .agreement: Wording("Agreement", "协议")
    case .clause: Wording("Clause", "条款")
    case .version: Wording("Version", "版本")
    case .debtor: Wording("Owed by", "承诺方")
    case .creditors: Wording("Owed to", "受益方")
    case .due: Wording("Due", "期限")
    case .timeLeft: Wording("Days", "天数")
    case .daysLate: Wording("{n#day#days} late", "逾期{n}天")
    case .daysLeft: Wording("{n#day#days} left", "还有{n}天")
    case .dueToday: Wording("due today", "今日到期")
    case .windowOpens: Wording("Counts as due from", "履行期开始")
    case .evidence: Wording("Shown by", "凭证")
    case .method: Wording("Checked", "核查方式")
    case .weight: Wording("Weight", "权重")
    case .occurrence: Wording("Occurrence {n} of {all}", "第{n}次，共{all}次")
    case .previous: Wording("Before it", "上一次")
    case .next: Wording("After it", "下一次")
    case .report: Wording("Last report", "最近报告")
    case .certificate: Wording("Certificate", "核查证明")
    case .result: Wording("Found", "核查结果")
    case .disputes: Wording("Open disputes", "未解决的争议")
    case .waivedBy: Wording("Waived by", "免除依据")
    case .remark: Wording("Remark", "说明")
    case .party: Wording("Owed by", "承诺方")
    case .anyParty: Wording("anybody", "不限")
    case .state: Wording("State", "状态")
    case .anyState: Wording("still open", "未完成")
    case .order: Wording("Order", "排序")
    case .byLateness: Wording("Late ones first", "逾期优先")
    case .byDue: Wording("By due day", "按期限")
    case .openOnly: Wording("Everything, also what is closed", "全部，含已办结")
    case .introduction:
      Wording(
        "What the governments owe one another. A state follows from dates, reports and certificates; nobody types it.",
        "各方相互承诺的事项。状态由期限、报告和核查证明自动得出，不由人工填写。")
    case .shown: Wording("{n} of {all} shown", "共{all}项，显示{n}项")
    case .duty: Wording("Duty", "事项编号")
    case .ofAll: Wording("{open} open, {late} late", "未完成{open}项，逾期{late}项")
    case .overdueSince: Wording("Overdue since", "逾期起")
    }
  }
}
