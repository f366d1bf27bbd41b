import Reporting

/// The stages of a reward or a sanction.
enum IncentiveStagePhrase: String, Phrase {
  case triggered, proposed, notified, heard, decided, inAppeal, effective, dismissed, lifted

  var wording: Wording {
    switch self {
    case .triggered: Wording("Opened", "已启动")
    case .proposed: Wording("Proposed", "已提议")
    case .notified: Wording("Notified", "已告知")
    case .heard: Wording("Heard", "已听取申辩")
    case .decided: Wording("Decided", "已决定")
    case .inAppeal: Wording("Under appeal", "申诉中")
    case .effective: Wording("In effect", "已生效")
    case .dismissed: Wording("Dismissed", "已驳回")
    case .lifted: Wording("Lifted", "已解除")
    }
  }
}

/// The acts on a reward or a sanction.
enum IncentiveActPhrase: String, Phrase {
  case trigger, propose, notify, reply, waiveReply, lapse, grant, dismiss, appeal, remind, upholdAppeal, rejectAppeal,
    putIntoEffect, lift, expire

  var wording: Wording {
    switch self {
    case .trigger: Wording("Open a case", "启动")
    case .propose: Wording("Propose a measure", "提议措施")
    case .notify: Wording("Notify whom it concerns", "告知相对方")
    case .reply: Wording("Reply", "申辩")
    case .waiveReply: Wording("Waive the reply", "放弃申辩")
    case .lapse: Wording("Time for a reply over", "申辩期满")
    case .grant: Wording("Decide in favour of the measure", "决定采取措施")
    case .dismiss: Wording("Decide against the measure", "决定不采取措施")
    case .appeal: Wording("Appeal", "申诉")
    case .remind: Wording("Appeal overdue", "申诉处理逾期")
    case .upholdAppeal: Wording("Uphold the appeal", "支持申诉")
    case .rejectAppeal: Wording("Reject the appeal", "驳回申诉")
    case .putIntoEffect: Wording("Put into effect", "使其生效")
    case .lift: Wording("Lift the measure", "解除措施")
    case .expire: Wording("Suspension over", "暂停期满")
    }
  }
}

/// Whether somebody gains or loses by it.
enum IncentiveDirectionPhrase: String, Phrase {
  case reward, sanction

  var wording: Wording {
    switch self {
    case .reward: Wording("Reward", "奖励")
    case .sanction: Wording("Sanction", "惩戒")
    }
  }
}

/// What gave rise to a case.
enum IncentiveTriggerPhrase: String, Phrase {
  case certificate, overdue

  var wording: Wording {
    switch self {
    case .certificate: Wording("What a certificate found", "核查证明的结论")
    case .overdue: Wording("An overdue commitment", "承诺逾期")
    }
  }
}

/// What a case is to lead to.
enum MeasurePhrase: String, Phrase {
  case payment, publicNotice, suspension

  var wording: Wording {
    switch self {
    case .payment: Wording("Payment", "付款")
    case .publicNotice: Wording("Public notice", "公告")
    case .suspension: Wording("Suspension", "暂停权利")
    }
  }
}

/// What is said on the pages of rewards and sanctions alone.
enum IncentivePhrase: String, Phrase {
  case heading, direction, subject, agreement, rule, trigger, certificate, commitment
  case way, rise, proposal, notice, hearing, decision, appeal, effect
  case replyUntil, appealUntil, decideUntil, late, votes, votesOf
  case measure, payer, payee, amount, purpose, books, entry, notices, suspendedVote, suspendedOther, suspendedUntil
  case proposalReasons, reply, noReply, decisionReasons, grounds

  var wording: Wording {
    switch self {
    case .heading: Wording("{direction} for {subject}", "对{subject}的{direction}")
    case .direction: Wording("Direction", "性质")
    case .subject: Wording("Concerns", "相对方")
    case .agreement: Wording("Agreement", "协议")
    case .rule: Wording("Rule", "依据")
    case .trigger: Wording("Trigger", "起因")
    case .certificate: Wording("Certificate", "核查证明")
    case .commitment: Wording("Commitment", "承诺")
    case .way: Wording("Steps", "办理步骤")
    case .rise: Wording("Trigger", "启动")
    case .proposal: Wording("Proposal", "提议")
    case .notice: Wording("Notice", "告知")
    case .hearing: Wording("Reply", "申辩")
    case .decision: Wording("Decision", "决定")
    case .appeal: Wording("Appeal", "申诉")
    case .effect: Wording("Effect", "生效")
    case .replyUntil: Wording("reply until {when}", "申辩截止{when}")
    case .appealUntil: Wording("appeal until {when}", "申诉截止{when}")
    case .decideUntil: Wording("to be decided until {when}", "应于{when}前处理")
    case .late: Wording("late", "已逾期")
    case .votes: Wording("Votes", "表决")
    case .votesOf:
      Wording("{for} in favour, {against} against, quorum {quorum}", "赞成{for}，反对{against}，法定人数{quorum}")
    case .measure: Wording("Measure", "措施")
    case .payer: Wording("From", "付款方")
    case .payee: Wording("To", "收款方")
    case .amount: Wording("Amount", "金额")
    case .purpose: Wording("Purpose", "用途")
    case .books: Wording("Books", "账簿")
    case .entry: Wording("Entry in the books", "记账凭证")
    case .notices: Wording("Payments", "付款")
    case .suspendedVote: Wording("the vote is suspended", "暂停表决权")
    case .suspendedOther: Wording("rights other than the vote are suspended", "暂停表决权以外的权利")
    case .suspendedUntil: Wording("{what} until {when}", "{what}，至{when}")
    case .proposalReasons: Wording("Why it was proposed", "提议理由")
    case .reply: Wording("Reply of {who}", "{who}的申辩")
    case .noReply: Wording("No reply was made.", "未提出申辩。")
    case .decisionReasons: Wording("Reasons of the decision", "决定理由")
    case .grounds: Wording("Grounds of the appeal", "申诉理由")
    }
  }
}
