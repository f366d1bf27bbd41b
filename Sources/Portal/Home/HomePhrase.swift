import Reporting

/// What is said on the first page and on the page of a person's week.
enum HomePhrase: String, Phrase {
  case lead, decided, decidedNone, negotiations, negotiationsNone, inForce, inForceNone, late, lateNone, certified,
    certifiedNone, howMany, nearest, weekTitle, weekLead, waiting, waitingNone, owedToUs, owedToUsNone, weOwe,
    weOweNone,
    signInFirst, deadline, withinADay, lessThanADayAgo, inDays, daysAgo, met, partlyMet, notMet, creditor, debtor,
    more, notAll, otherField

  var wording: Wording {
    switch self {
    case .lead:
      Wording(
        "What governments here decide together, owe each other and have done.", "本地区各政府共同决定什么、相互承诺什么、已经做到什么。")
    case .decided: Wording("Being decided now", "正在办理")
    case .decidedNone: Wording("No problem is open.", "目前没有办理中的议题。")
    case .negotiations: Wording("Negotiations, nearest date first", "协商（按期限先后）")
    case .negotiationsNone:
      Wording(
        "Offers are for those at the table. What they agree on is published here.", "方案仅供协商各方查看；达成一致的内容将在此公布。")
    case .inForce: Wording("Agreements in force", "生效中的协议")
    case .inForceNone: Wording("No agreement is in force yet.", "目前没有生效的协议。")
    case .late: Wording("Late commitments", "逾期的承诺")
    case .lateNone: Wording("Nothing is late.", "没有逾期事项。")
    case .certified: Wording("Last certified results", "最近的核查结果")
    case .certifiedNone: Wording("Nothing has been certified yet.", "目前没有核查结果。")
    case .howMany: Wording("How many", "数量")
    case .nearest: Wording("Nearest date", "最近期限")
    case .weekTitle: Wording("My week", "我的本周")
    case .weekLead: Wording("For {office}, as of {moment}", "{office}，截至{moment}")
    case .waiting: Wording("Waits for you", "等待您办理")
    case .waitingNone: Wording("Nothing waits for you.", "没有等待您办理的事项。")
    case .owedToUs: Wording("Owed to us", "其他单位对我方的承诺")
    case .owedToUsNone: Wording("Nobody owes us anything now.", "目前没有其他单位对我方的待办承诺。")
    case .weOwe: Wording("We owe", "我方的承诺")
    case .weOweNone: Wording("We owe nothing now.", "我方目前没有待办承诺。")
    case .signInFirst: Wording("Sign in to see what waits for you.", "请登录后查看等待您办理的事项。")
    case .deadline: Wording("Date", "期限")
    case .withinADay: Wording("within a day", "一天之内")
    case .lessThanADayAgo: Wording("less than a day ago", "不到一天前")
    case .inDays: Wording("in {n#day#days}", "{n}天后")
    case .daysAgo: Wording("{n#day#days} ago", "{n}天前")
    case .met: Wording("{n} met", "达成{n}项")
    case .partlyMet: Wording("{n} partly met", "部分达成{n}项")
    case .notMet: Wording("{n} not met", "未达成{n}项")
    case .creditor: Wording("Owed to", "受益方")
    case .debtor: Wording("Owed by", "承诺方")
    case .more: Wording("and {n} more", "另有{n}项")
    case .notAll: Wording("There are more than these.", "还有更多，未全部列出。")
    case .otherField: Wording("Other", "其他")
    }
  }
}
