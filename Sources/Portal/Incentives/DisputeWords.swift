import Reporting

/// The stages of a dispute.
enum DisputeStagePhrase: String, Phrase {
  case raised, negotiating, mediating, arbitrating, settled, decided, closed

  var wording: Wording {
    switch self {
    case .raised: Wording("Raised", "已提出")
    case .negotiating: Wording("Being negotiated", "协商中")
    case .mediating: Wording("Being mediated", "调解中")
    case .arbitrating: Wording("Before decision", "待裁决")
    case .settled: Wording("Settled", "已和解")
    case .decided: Wording("Decided", "已裁决")
    case .closed: Wording("Closed", "已办结")
    }
  }
}

/// The acts in a dispute.
enum DisputeActPhrase: String, Phrase {
  case raise, negotiate, mediate, arbitrate, submit, settle, agreeToSettlement, decide, remind, close

  var wording: Wording {
    switch self {
    case .raise: Wording("Raise a dispute", "提出争议")
    case .negotiate: Wording("Begin to negotiate", "开始协商")
    case .mediate: Wording("Begin the mediation", "进入调解")
    case .arbitrate: Wording("Begin the arbitration", "进入裁决")
    case .submit: Wording("Submit a statement", "提交陈述")
    case .settle: Wording("Propose terms", "提出和解条件")
    case .agreeToSettlement: Wording("Agree to the terms", "同意和解条件")
    case .decide: Wording("Decide", "裁决")
    case .remind: Wording("Decision overdue", "裁决逾期")
    case .close: Wording("Close", "办结")
    }
  }
}

/// What is said on the pages of disputes alone.
enum DisputePhrase: String, Phrase {
  case heading, agreement, raisedBy, against, commitment, until, late, steps
  case claim, submissions, submittedBy, terms, termsOf, ruling, closing

  var wording: Wording {
    switch self {
    case .heading: Wording("{raiser} and {other} on {agreement}", "{raiser}与{other}关于{agreement}的争议")
    case .agreement: Wording("Agreement", "协议")
    case .raisedBy: Wording("Raised by", "提出方")
    case .against: Wording("Against", "相对方")
    case .commitment: Wording("About the commitment", "所涉承诺")
    case .until: Wording("This step ends", "本步骤截止")
    case .late: Wording("the decision is late", "裁决已逾期")
    case .steps: Wording("Steps", "办理步骤")
    case .claim: Wording("What is claimed", "诉求")
    case .submissions: Wording("Statements", "陈述")
    case .submittedBy: Wording("{who}, {when}", "{who}，{when}")
    case .terms: Wording("Terms offered", "和解条件")
    case .termsOf: Wording("Offered by {who}; they stay between the two sides.", "由{who}提出，仅限双方知悉。")
    case .ruling: Wording("Ruling", "裁决")
    case .closing: Wording("Closing note", "办结说明")
    }
  }
}
