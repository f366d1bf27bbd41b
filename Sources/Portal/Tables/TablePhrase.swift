import Reporting

/// What is said on the pages of negotiations alone.
enum TablePhrase: String, Phrase {
  case heading, progress, agreedOf, secretariat, problem, observers, mediator, seated, notSeated, currentRound,
    roundSince, suspendedUntil, agreement, closingReason, initials
  case seats, mandate, onFile, missing, mandateOf
  case rounds, round, begun, closed, running
  case text, noClauses, proposedBy, offeredBy, agreedBy, nobodyYet, waitsFor, differs, reopenConsents, silent,
    bracketNote
  case amendments, amendment, amendsAmendment, sponsor, acceptedBy, asAmended
  case silences, silence, silenceUntil, clause
  case packages, package, sealedNote, matter, issue, terms, conditions, forWhom, expires, answers, wouldChange,
    counter
  case positions, positionNote, position, withdrawnMark, confidential, andMediator
  case desk, deskNote, shows, nothingShown, notAdmitted
  case summary, embargo, published, notices, noticeNote

  var wording: Wording {
    switch self {
    case .notices: Wording("What everybody may know of closed negotiations", "已公开的协商结果")
    case .noticeNote:
      Wording(
        "The negotiation itself is for its parties. This is what they have made public.",
        "协商内容仅供当事方查看，以下为其公开的部分。")
    case .heading: Wording("Negotiation of {parties}", "{parties}协商")
    case .progress: Wording("Agreed so far", "已议定")
    case .agreedOf: Wording("{n} of {all#clause#clauses} agreed", "{all}条中已议定{n}条")
    case .secretariat: Wording("Served by", "承办")
    case .problem: Wording("Problem", "议题")
    case .observers: Wording("Observers", "观察员")
    case .mediator: Wording("Mediator", "调解员")
    case .seated: Wording("{who}, admitted by every party", "{who}，各方均已接纳")
    case .notSeated: Wording("{who}, not yet admitted by every party", "{who}，尚未获各方接纳")
    case .currentRound: Wording("Now", "目前")
    case .roundSince: Wording("Round {n}, since {when}", "第{n}轮，自{when}起")
    case .suspendedUntil: Wording("Suspended until", "中止至")
    case .agreement: Wording("Agreement", "协议")
    case .closingReason: Wording("Why it closed", "结束原因")
    case .initials: Wording("Initialled by", "已草签")
    case .seats: Wording("Seats and mandates", "席位与授权")
    case .mandate: Wording("Mandate", "授权书")
    case .onFile: Wording("on file", "已提交")
    case .missing: Wording("missing", "未提交")
    case .mandateOf: Wording("Mandate of {party}", "{party}的授权书")
    case .rounds: Wording("Rounds", "会谈轮次")
    case .round: Wording("Round", "轮次")
    case .begun: Wording("Begun", "开始")
    case .closed: Wording("Closed", "结束")
    case .running: Wording("running", "进行中")
    case .text: Wording("The text", "文本")
    case .noClauses: Wording("No clause has been proposed yet.", "尚未提出条款。")
    case .proposedBy: Wording("Proposed by {who}.", "由{who}提出。")
    case .offeredBy: Wording("Offered by {who}.", "由{who}提出。")
    case .agreedBy: Wording("Agreed by {who}.", "{who}已同意。")
    case .nobodyYet: Wording("Nobody has agreed yet.", "尚无一方同意。")
    case .waitsFor: Wording("Waits for {who}.", "待{who}同意。")
    case .differs: Wording("What differs from the first wording", "与第一种表述的差异")
    case .reopenConsents: Wording("{who} would reopen this clause.", "{who}同意重议本条。")
    case .silent:
      Wording("Adopted on {until} unless a party objects before.", "如{until}前无异议，即视为通过。")
    case .bracketNote:
      Wording("Words in square brackets are not agreed.", "方括号内文字尚未议定。")
    case .amendments: Wording("Amendments", "修正案")
    case .amendment: Wording("Amendment {n}", "修正案{n}")
    case .amendsAmendment: Wording("It amends amendment {n}.", "修正对象为修正案{n}。")
    case .sponsor: Wording("Sponsored by {who}.", "由{who}提出。")
    case .acceptedBy: Wording("Accepted by {who}.", "{who}已接受。")
    case .asAmended: Wording("Changed words", "改动")
    case .silences: Wording("Silence procedures", "默许程序")
    case .silence: Wording("Procedure {n}", "程序{n}")
    case .silenceUntil: Wording("Objections until", "异议截止")
    case .clause: Wording("Clause {n}", "第{n}条")
    case .packages: Wording("Packages", "一揽子方案")
    case .package: Wording("Package {n} of {who}", "{who}的一揽子方案{n}")
    case .sealedNote: Wording("Nobody else knows what it settles until it is tabled.", "提出之前，他人不知其内容。")
    case .matter: Wording("It settles", "事项")
    case .issue: Wording("Issue: {name}", "事项：{name}")
    case .terms: Wording("Terms", "条件内容")
    case .conditions: Wording("On condition that", "前提条件")
    case .forWhom: Wording("For", "对象")
    case .expires: Wording("Expires", "到期")
    case .answers: Wording("Answers", "回应")
    case .wouldChange: Wording("What it would change in clause {n}", "对第{n}条的改动")
    case .counter: Wording("Prepare a counter-offer", "准备反提案")
    case .positions: Wording("Confided positions", "存放的立场")
    case .positionNote:
      Wording("You read only what is meant for you. Nobody else is told what it says.", "您只能看到供您查看的内容，其他人无从得知。")
    case .position: Wording("{sort} {n} of {who}", "{who}的{sort}{n}")
    case .withdrawnMark: Wording("withdrawn", "已撤回")
    case .confidential: Wording("Confidential to {who}", "仅供{who}查看")
    case .andMediator: Wording("Opened to the mediator.", "已向调解员开放。")
    case .desk: Wording("The mediator's desk", "调解员工作台")
    case .deskNote:
      Wording("What each party shows the mediator. A party can take it back at any time.", "各方向调解员开放的内容，可随时撤回。")
    case .shows: Wording("Shows the mediator", "向调解员开放")
    case .nothingShown: Wording("nothing but the table", "仅限会谈内容")
    case .notAdmitted: Wording("has not admitted the mediator", "尚未接纳调解员")
    case .summary: Wording("Public summary", "公开摘要")
    case .embargo: Wording("Public on {until}", "{until}公布")
    case .published: Wording("Published", "已公布")
    }
  }
}
