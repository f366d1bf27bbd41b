import Registry
import Reporting

/// Words that stand on pages of every kind.
enum WordPhrase: String, Phrase {
  case office, erased, number, stage, parties, field, what, who, when, history, historyNote, act, by, actsNow,
    noActs, needs, open, visitor, clock, record, continueAct, check, change, doIt, cancel, done, none, total, more,
    proof, event, version, print, feed, data, since, until, title, reasons, skip, menu, language, signIn, signOut,
    account, portal, sample, errorTitle, faultOf, required, optional, dayHint, momentHint, linesHint, objectsHint,
    noScript, filter, all, search, giveCode, draftFound

  var wording: Wording {
    switch self {
    case .office: Wording("{role}, {organisation}", "{organisation}{role}")
    case .erased: Wording("This text was erased; its trace in the record remains.", "此内容已删除，其存证仍保留。")
    case .number: Wording("Number", "编号")
    case .stage: Wording("Stage", "阶段")
    case .parties: Wording("Parties", "当事方")
    case .field: Wording("Field", "领域")
    case .what: Wording("What", "内容")
    case .who: Wording("Who", "主体")
    case .when: Wording("When", "时间")
    case .history: Wording("What happened", "办理经过")
    case .historyNote:
      Wording("Each line is an entry of the public log; nobody can change it afterwards.", "每一行都是公开日志的一条记录，事后任何人不得更改。")
    case .act: Wording("Act", "事项")
    case .by: Wording("By", "由")
    case .actsNow: Wording("What you can do now", "您现在可以办理")
    case .noActs: Wording("Nothing here waits for you.", "此处没有等待您办理的事项。")
    case .needs: Wording("Cannot start yet", "尚不能办理")
    case .open: Wording("Open", "打开")
    case .visitor: Wording("a visitor", "访客")
    case .clock: Wording("the clock", "时限到期")
    case .record: Wording("the record itself", "系统记入")
    case .continueAct: Wording("Continue", "继续")
    case .check: Wording("Check your answers", "请核对")
    case .change: Wording("Change", "修改")
    case .doIt: Wording("Confirm and record", "确认并记入")
    case .cancel: Wording("Back without recording", "返回，不记入")
    case .done: Wording("Recorded", "已记入")
    case .none: Wording("none", "无")
    case .total: Wording("{n#entry#entries}", "共{n}条")
    case .more: Wording("Show more", "显示更多")
    case .proof: Wording("Proof", "存证")
    case .event: Wording("Entry {n} of the log", "日志第{n}条")
    case .version: Wording("Version {n}", "第{n}版")
    case .print: Wording("Print", "打印")
    case .feed: Wording("Feed", "订阅")
    case .data: Wording("Data", "数据")
    case .since: Wording("Since", "起")
    case .until: Wording("Until", "止")
    case .title: Wording("Title", "标题")
    case .reasons: Wording("Reasons", "理由")
    case .skip: Wording("Skip to the content", "跳到正文")
    case .menu: Wording("Pages", "页面")
    case .language: Wording("中文", "English")
    case .signIn: Wording("Sign in", "登录")
    case .signOut: Wording("Sign out", "退出")
    case .account: Wording("Your account", "我的账户")
    case .portal: Wording("Co-operation portal", "合作平台")
    case .sample: Wording("Sample: this region and everyone in it are invented.", "示例：本地区及其中人物均为虚构。")
    case .errorTitle: Wording("There is a problem", "提交的内容需要修改")
    case .faultOf: Wording("{field}: {fault}", "{field}：{fault}")
    case .required: Wording("Write something here", "请填写此项")
    case .optional: Wording("{label} (optional)", "{label}（可不填）")
    case .dayHint: Wording("For example 2026-03-31.", "例如 2026-03-31。")
    case .momentHint: Wording("By the clocks of {zone}.", "按{zone}时间填写。")
    case .linesHint: Wording("One a line", "每行一项")
    case .objectsHint: Wording("Choose every one that applies", "可多选")
    case .noScript: Wording("This page works without scripts.", "本页无需脚本即可使用。")
    case .filter: Wording("Show", "显示")
    case .all: Wording("All", "全部")
    case .search: Wording("Search", "搜索")
    case .draftFound:
      Wording(
        "This is what you had entered. Nothing of it was recorded; check it, and send it.",
        "以下是您先前填写的内容，尚未记录。请核对后提交。")
    case .giveCode: Wording("Give the code now", "现在输入验证码")
    }
  }
}

/// What is said in place of a text that is for others.
enum LevelPhrase: String, Phrase {
  case region, parties, holder, named

  var wording: Wording {
    switch self {
    case .region: Wording("For people appointed in the region.", "仅供本地区任职人员查看。")
    case .parties: Wording("For the parties only.", "仅供当事方查看。")
    case .holder: Wording("For one organisation only.", "仅供一个单位查看。")
    case .named: Wording("For named persons only.", "仅供指定人员查看。")
    }
  }

  static func of(_ level: Level) -> LevelPhrase {
    switch level {
    case .everybody, .region: .region
    case .parties: .parties
    case .holder: .holder
    case .named: .named
    }
  }
}

/// The roles in which people are appointed.
enum RolePhrase: String, Phrase {
  case clerk, lead, desk, conferenceMember, guide, monitor, mediator, socialDelegate, auditor, administrator, resident

  var wording: Wording {
    switch self {
    case .clerk: Wording("Clerk", "经办人")
    case .lead: Wording("Lead", "负责人")
    case .desk: Wording("Desk officer", "值班专员")
    case .conferenceMember: Wording("Conference member", "联席会议成员")
    case .guide: Wording("Guide", "指导员")
    case .monitor: Wording("Monitor", "监测员")
    case .mediator: Wording("Mediator", "调解员")
    case .socialDelegate: Wording("Delegate", "代表")
    case .auditor: Wording("Auditor", "审计员")
    case .administrator: Wording("Administrator", "管理员")
    case .resident: Wording("Resident", "居民")
    }
  }
}
