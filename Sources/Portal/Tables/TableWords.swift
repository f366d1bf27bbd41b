import Reporting

/// The stages of a negotiation.
enum TableStagePhrase: String, Phrase {
  case convened, open, round, textAgreed, initialled, suspended, closedWithAgreement, closedWithout

  var wording: Wording {
    switch self {
    case .convened: Wording("Convened", "已召集")
    case .open: Wording("Between rounds", "会期之间")
    case .round: Wording("In a round", "会谈中")
    case .textAgreed: Wording("Text agreed", "文本已议定")
    case .initialled: Wording("Initialled", "已草签")
    case .suspended: Wording("Suspended", "已中止")
    case .closedWithAgreement: Wording("Closed with an agreement", "已达成协议")
    case .closedWithout: Wording("Closed without an agreement", "未达成协议")
    }
  }
}

/// The acts at a negotiation.
enum TableActPhrase: String, Phrase {
  case convene, admit, lodgeMandate, open, beginRound, closeRound, suspend, consentToResume, resume
  case proposeClause, offerText, agreeToText, withdrawClause, consentToReopen, reopenClause
  case amend, acceptAmendment, rejectAmendment, withdrawAmendment, putUnderSilence, objectTo, adopt
  case lodgePosition, withdrawPosition, sealPackage, tablePackage, acceptPackage, rejectPackage, withdrawPackage,
    expirePackage
  case nameMediator, grantMediator, seatMediator, revokeMediator
  case agreeText, initial, completeInitials, summarise, extendEmbargo, publishSummary, closeWithAgreement,
    closeWithout

  var wording: Wording {
    switch self {
    case .convene: Wording("Convene", "召集")
    case .admit: Wording("Admit an organisation", "接纳单位")
    case .lodgeMandate: Wording("Lodge a mandate", "提交授权书")
    case .open: Wording("Open the negotiation", "开始协商")
    case .beginRound: Wording("Begin a round", "开始一轮会谈")
    case .closeRound: Wording("Close the round", "结束本轮会谈")
    case .suspend: Wording("Suspend", "中止")
    case .consentToResume: Wording("Consent to go on", "同意恢复")
    case .resume: Wording("Go on", "恢复协商")
    case .proposeClause: Wording("Propose a clause", "提出条款")
    case .offerText: Wording("Offer another wording", "提出其他表述")
    case .agreeToText: Wording("Agree to a wording", "同意表述")
    case .withdrawClause: Wording("Withdraw a clause", "撤回条款")
    case .consentToReopen: Wording("Consent to reopen a clause", "同意重议条款")
    case .reopenClause: Wording("Reopen a clause", "重议条款")
    case .amend: Wording("Sponsor an amendment", "提出修正案")
    case .acceptAmendment: Wording("Accept an amendment", "接受修正案")
    case .rejectAmendment: Wording("Reject an amendment", "拒绝修正案")
    case .withdrawAmendment: Wording("Withdraw an amendment", "撤回修正案")
    case .putUnderSilence: Wording("Begin a silence procedure", "启动默许程序")
    case .objectTo: Wording("Raise an objection", "提出异议")
    case .adopt: Wording("Adopt by silence", "默许通过")
    case .lodgePosition: Wording("Lodge a position", "存放立场")
    case .withdrawPosition: Wording("Withdraw a position", "撤回立场")
    case .sealPackage: Wording("Seal a package", "密封一揽子方案")
    case .tablePackage: Wording("Table a package", "提出一揽子方案")
    case .acceptPackage: Wording("Accept a package", "接受一揽子方案")
    case .rejectPackage: Wording("Reject a package", "拒绝一揽子方案")
    case .withdrawPackage: Wording("Withdraw a package", "撤回一揽子方案")
    case .expirePackage: Wording("Let a package expire", "一揽子方案到期")
    case .nameMediator: Wording("Name a mediator", "提名调解员")
    case .grantMediator: Wording("Admit the mediator", "接纳调解员")
    case .seatMediator: Wording("Seat the mediator", "调解员就位")
    case .revokeMediator: Wording("Revoke the mediator's admission", "撤销对调解员的接纳")
    case .agreeText: Wording("Declare the text agreed", "宣布文本议定")
    case .initial: Wording("Initial the text", "草签文本")
    case .completeInitials: Wording("Complete the initials", "完成草签")
    case .summarise: Wording("Lodge the public summary", "提交公开摘要")
    case .extendEmbargo: Wording("Extend the embargo", "延长保密期")
    case .publishSummary: Wording("Publish the summary", "公布摘要")
    case .closeWithAgreement: Wording("Close with an agreement", "以达成协议结束")
    case .closeWithout: Wording("Close without an agreement", "未达成协议而结束")
    }
  }
}

/// The stages of a clause.
enum ClauseStagePhrase: String, Phrase {
  case proposed, bracketed, agreed, reopened, withdrawn

  var wording: Wording {
    switch self {
    case .proposed: Wording("Proposed", "已提出")
    case .bracketed: Wording("In brackets", "有分歧")
    case .agreed: Wording("Agreed", "已议定")
    case .reopened: Wording("Reopened", "重议中")
    case .withdrawn: Wording("Withdrawn", "已撤回")
    }
  }
}

/// What became of an amendment.
enum AmendmentStagePhrase: String, Phrase {
  case open, accepted, rejected, withdrawn, overtaken

  var wording: Wording {
    switch self {
    case .open: Wording("Open", "待定")
    case .accepted: Wording("Accepted", "已接受")
    case .rejected: Wording("Rejected", "已拒绝")
    case .withdrawn: Wording("Withdrawn", "已撤回")
    case .overtaken: Wording("Overtaken", "已失去对象")
    }
  }
}

/// What became of a package.
enum PackageStagePhrase: String, Phrase {
  case sealed, tabled, accepted, rejected, expired, withdrawn

  var wording: Wording {
    switch self {
    case .sealed: Wording("Sealed", "密封中")
    case .tabled: Wording("Tabled", "已提出")
    case .accepted: Wording("Accepted", "已接受")
    case .rejected: Wording("Rejected", "已拒绝")
    case .expired: Wording("Expired", "已到期")
    case .withdrawn: Wording("Withdrawn", "已撤回")
    }
  }
}

/// How an organisation takes part.
enum SeatPhrase: String, Phrase {
  case party, observer

  var wording: Wording {
    switch self {
    case .party: Wording("Party", "当事方")
    case .observer: Wording("Observer", "观察员")
    }
  }
}

/// What a confided text says.
enum PositionSortPhrase: String, Phrase {
  case position, reservation

  var wording: Wording {
    switch self {
    case .position: Wording("Position", "立场")
    case .reservation: Wording("Reservation value", "底线")
    }
  }
}

/// What a party may show the mediator.
enum DisclosurePhrase: String, Phrase {
  case mandate, position, reservation, sealedPackages

  var wording: Wording {
    switch self {
    case .mandate: Wording("Mandate", "授权书")
    case .position: Wording("Positions", "立场")
    case .reservation: Wording("Reservation values", "底线")
    case .sealedPackages: Wording("Sealed packages", "密封的一揽子方案")
    }
  }
}

/// Why a negotiation closed without an agreement.
enum ClosingReasonPhrase: String, Phrase {
  case noCommonGround, mandateWithdrawn, overtakenByEvents, referredToAuthority, solvedElsewhere

  var wording: Wording {
    switch self {
    case .noCommonGround: Wording("No common ground was found", "未能取得共识")
    case .mandateWithdrawn: Wording("A mandate was withdrawn", "授权被撤回")
    case .overtakenByEvents: Wording("Events overtook it", "情况已变")
    case .referredToAuthority: Wording("Referred to the higher authority", "提请上级机关处理")
    case .solvedElsewhere: Wording("Solved elsewhere", "已另行解决")
    }
  }
}
