import Registry
import Reporting

/// What to try in the sample region, one card a role: for somebody signed in their own, for a visitor all of them.
struct TryThis {
  let reading: Reading

  func write(_ html: inout HTML) {
    let own = reading.view.standing.role
    html.element("details", own == nil ? [:] : ["open": "open"]) { html in
      html.element("summary", text: reading.say(TryPhrase.heading))
      if own == nil { html.element("p", ["class": "note"], text: reading.say(TryPhrase.accounts)) }
      let roles: [Role?] = own.map { [$0] } ?? [nil] + Role.allCases
      html.element("div", ["class": "cards"]) { html in
        for role in roles { card(role, &html) }
      }
    }
  }

  private func card(_ role: Role?, _ html: inout HTML) {
    let name = role.map { reading.word(RolePhrase.self, $0.rawValue) } ?? reading.say(TryPhrase.everybody)
    let phrase = role.flatMap { TryPhrase(rawValue: $0.rawValue) } ?? .visitor
    html.element("section", ["class": "card"]) { html in
      html.element("h3", text: name)
      html.element("p", text: reading.say(phrase))
      html.element("p") { $0.link(Self.path(for: role), reading.say(TryPhrase.begin)) }
    }
  }

  /// Where a person of a role begins.
  static func path(for role: Role?) -> String {
    switch role {
    case nil: ObjectKind.agreement.path
    case .clerk, .resident: "\(ObjectKind.docketFile.path)/acts/draft"
    case .lead: "/week"
    case .desk, .conferenceMember: ObjectKind.docketFile.path
    case .guide: ObjectKind.incentiveCase.path
    case .monitor: ObjectKind.verification.path
    case .mediator: ObjectKind.negotiationTable.path
    case .socialDelegate: ObjectKind.evaluation.path
    case .auditor: "/log"
    case .administrator: "/admin"
    }
  }
}

/// What the cards say, by role.
enum TryPhrase: String, Phrase {
  case heading, accounts, everybody, begin, visitor
  case clerk, lead, desk, conferenceMember, guide, monitor, mediator, socialDelegate, auditor, administrator, resident

  var wording: Wording {
    switch self {
    case .heading: Wording("Try this", "试一试")
    case .accounts:
      Wording(
        "Whoever set this sample up finds its accounts in the file sample-accounts.txt beside its record.",
        "示例账户见记录所在文件夹中的 sample-accounts.txt（由搭建者查看）。")
    case .everybody: Wording("Without an account", "无需账户")
    case .begin: Wording("Begin here", "从这里开始")
    case .visitor:
      Wording(
        "Open an agreement: read its clauses, who signed, what is owed under it, and prove an entry of its history "
          + "from the log.", "打开一份协议：阅读条款、签署方和由此产生的承诺，并用日志验证其中一条记录。")
    case .clerk:
      Wording(
        "File a problem: describe it, check your answers, record it. Then see on its page by when it must be answered.",
        "提出议题：描述、核对、记入。随后在其页面查看答复期限。")
    case .lead:
      Wording(
        "Look at your week: what waits for you, what others owe you, what you owe. Sign or accept one thing of it.",
        "查看本周事项：等待您办理的、他方欠您的、您欠他方的。签署或接受其中一项。")
    case .desk:
      Wording(
        "Take a problem that was filed: accept it, or ask its author a question, which stops the clock.",
        "处理已提交的议题：予以受理，或向提出人提问（暂停计时）。")
    case .conferenceMember:
      Wording(
        "Choose a problem whose options are open, and decide how it is dealt with.", "选择一个已列出方案的议题，决定处理方式。")
    case .guide:
      Wording(
        "Follow a case of reward or sanction from its ground through the hearing to the decision.",
        "跟踪一个奖惩案件：从事由、听取意见到作出决定。")
    case .monitor:
      Wording(
        "Open a verification: check the items that were drawn, write a finding, and see who must answer by when.",
        "打开一项核查：核对抽中的条目，写明发现，并查看谁须在何时答复。")
    case .mediator:
      Wording(
        "Open a negotiation to which the parties admitted you: see what each let you see, and nothing else.",
        "打开一项各方接纳您的协商：只能看到各方允许您看的内容。")
    case .socialDelegate:
      Wording("Comment on an evaluation while its term for comments runs.", "在征求意见期内对一项评估发表意见。")
    case .auditor:
      Wording(
        "Take any entry of the log and prove that it is in the record and was never changed.",
        "任取一条日志，验证其确在记录之中且从未更改。")
    case .administrator:
      Wording("Open an account for somebody appointed, and end its sessions again.", "为任职人员开立账户，并结束其登录。")
    case .resident:
      Wording("File a problem as a resident, and follow what becomes of it.", "以居民身份提出议题，并跟踪办理进展。")
    }
  }
}
