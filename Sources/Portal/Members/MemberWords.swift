import Reporting

/// The stages of an organisation.
enum OrganisationStagePhrase: String, Phrase {
  case active, closed

  var wording: Wording {
    switch self {
    case .active: Wording("Active", "有效")
    case .closed: Wording("Closed", "已撤销")
    }
  }
}

/// The acts on an organisation.
enum OrganisationActPhrase: String, Phrase {
  case register, rename, speakFor, close

  var wording: Wording {
    switch self {
    case .register: Wording("Register", "登记")
    case .rename: Wording("Rename", "更名")
    case .speakFor: Wording("Seat somebody who speaks for it", "确定代表")
    case .close: Wording("Close", "撤销")
    }
  }
}

/// The stages of an appointment.
enum AppointmentStagePhrase: String, Phrase {
  case appointed, ended

  var wording: Wording {
    switch self {
    case .appointed: Wording("In office", "在任")
    case .ended: Wording("Ended", "已卸任")
    }
  }
}

/// The acts on an appointment.
enum AppointmentActPhrase: String, Phrase {
  case appoint, empower, end, lapse

  var wording: Wording {
    switch self {
    case .appoint: Wording("Appoint", "任命")
    case .empower: Wording("Give powers", "授权")
    case .end: Wording("End the appointment", "免去任职")
    case .lapse: Wording("Term over", "任期届满")
    }
  }
}

/// The stages of a delegation.
enum DelegationStagePhrase: String, Phrase {
  case given, revoked, lapsed

  var wording: Wording {
    switch self {
    case .given: Wording("Given", "已授予")
    case .revoked: Wording("Revoked", "已撤销")
    case .lapsed: Wording("Term over", "已到期")
    }
  }
}

/// The acts on a delegation.
enum DelegationActPhrase: String, Phrase {
  case delegate, passOn, revoke, lapse

  var wording: Wording {
    switch self {
    case .delegate: Wording("Delegate", "授予")
    case .passOn: Wording("Pass on", "转授")
    case .revoke: Wording("Revoke", "撤销")
    case .lapse: Wording("Term over", "到期")
    }
  }
}

/// The stages of a region.
enum RegionStagePhrase: String, Phrase {
  case established

  var wording: Wording { Wording("Established", "已设立") }
}

/// The acts on a region.
enum RegionActPhrase: String, Phrase {
  case establish, revise

  var wording: Wording {
    switch self {
    case .establish: Wording("Establish", "设立")
    case .revise: Wording("Revise the charter", "修订章程")
    }
  }
}

/// The stages of an erasure.
enum ErasureStagePhrase: String, Phrase {
  case erased

  var wording: Wording { Wording("Erased", "已删除") }
}

/// The acts on an erasure.
enum ErasureActPhrase: String, Phrase {
  case erase

  var wording: Wording { Wording("Erase", "删除") }
}

/// The sorts of organisations.
enum OrganisationSortPhrase: String, Phrase {
  case government, authority, socialOrganisation, monitor, publicBody

  var wording: Wording {
    switch self {
    case .government: Wording("Government", "政府")
    case .authority: Wording("Authority above", "上级机关")
    case .socialOrganisation: Wording("Social organisation", "社会组织")
    case .monitor: Wording("Monitor", "监测机构")
    case .publicBody: Wording("Public body", "公共机构")
    }
  }
}

/// Why a content may be erased.
enum ErasureGroundPhrase: String, Phrase {
  case personalData, courtOrder, retentionOver, filedByMistake

  var wording: Wording {
    switch self {
    case .personalData: Wording("Personal data", "个人信息")
    case .courtOrder: Wording("Order of a court", "法院裁定")
    case .retentionOver: Wording("Kept long enough", "保存期满")
    case .filedByMistake: Wording("Filed by mistake", "误提交")
    }
  }
}

/// What the fields of forms about members are called, with hints.
enum MemberFieldPhrase: String, Phrase {
  case nameEnglish, nameChinese, sort, parent, reason, person, personHint, organisation, role, from, until, instrument,
    instrumentHint, holder, powers, fields, mayPassOn, charter, charterFields, charterFieldsHint, calendar, zone,
    zoneHint, calendarVersion, calendarVersionHint, holidays, workedWeekends, daysHint, answerWithin,
    clarificationLimit, commit, commitHint, erasedOf, ground, erasureInstrumentHint

  var wording: Wording {
    switch self {
    case .nameEnglish: Wording("Name in English", "英文名称")
    case .nameChinese: Wording("Name in Chinese", "中文名称")
    case .sort: Wording("Sort of organisation", "单位性质")
    case .parent: Wording("Organisation above it", "上级单位")
    case .reason: Wording("Reason", "理由")
    case .person: Wording("Name of the person", "姓名")
    case .personHint:
      Wording("Shown to people appointed in the region only", "仅供本地区任职人员查看")
    case .organisation: Wording("Organisation", "单位")
    case .role: Wording("Role", "职务")
    case .from: Wording("From", "起")
    case .until: Wording("Until", "止")
    case .instrument: Wording("Document", "文件依据")
    case .instrumentHint: Wording("The document of the appointment", "任命文件")
    case .holder: Wording("Who gets the powers", "被授权人")
    case .powers: Wording("Powers", "权限")
    case .fields: Wording("Fields in which they hold", "适用领域")
    case .mayPassOn: Wording("They may be passed on", "可以转授")
    case .charter: Wording("Charter", "章程")
    case .charterFields: Wording("Fields of cooperation", "合作领域")
    case .charterFieldsHint: Wording("Short names, such as water", "简称，例如 water")
    case .calendar: Wording("Calendar", "工作日历")
    case .zone: Wording("Time zone", "时区")
    case .zoneHint: Wording("Such as Asia/Shanghai", "例如 Asia/Shanghai")
    case .calendarVersion: Wording("Name of the list of days", "日历版本")
    case .calendarVersionHint: Wording("Such as 2026-1; every deadline names it", "例如 2026-1，期限均注明该版本")
    case .holidays: Wording("Holidays", "节假日")
    case .workedWeekends: Wording("Weekend days that are worked", "调休上班日")
    case .daysHint: Wording("Such as 2026-10-01", "例如 2026-10-01")
    case .answerWithin: Wording("Working days within which a problem is answered", "议题答复期限（工作日）")
    case .clarificationLimit: Wording("Days for which a question may stop the clock", "补充说明可暂停计时的天数")
    case .commit: Wording("Commitment of the content", "内容存证值")
    case .commitHint: Wording("64 digits, as the object names it", "64位字符，见该事项所载")
    case .erasedOf: Wording("Whose content it is", "所属事项")
    case .ground: Wording("Ground", "依据")
    case .erasureInstrumentHint: Wording("The document that orders it", "要求删除的文件")
    }
  }
}

/// What is said on the pages of members alone.
enum MemberPhrase: String, Phrase {
  case english, chinese, sort, parent, belonging, speakers, people, office, person, since, until, powers, noPeople,
    former, agreements, owed, instrument, organisation, role, holder, givenBy, setUp, fields, mayPassOn, under,
    passedOn, reason, of, commit, ground, delegations, currency, answerWithin, clarification, zone, calendar,
    holidays, clocks, clock, length, workingDays, plainDays, whoMayWhat, whoNote, act, fromStage, toStage, by, needs,
    secondFactor, opens, stays, drawing, replyClock, noticeClock, hearingClock, appealClock, negotiateClock,
    mediateClock, decideClock, commentClock, afterGiven, capacityNote, word, yes, no, power

  var wording: Wording {
    switch self {
    case .english: Wording("In English", "英文名称")
    case .chinese: Wording("In Chinese", "中文名称")
    case .sort: Wording("Sort", "性质")
    case .parent: Wording("Belongs to", "上级单位")
    case .belonging: Wording("Organisations that belong to it", "下属单位")
    case .speakers: Wording("Speaks for it", "代表")
    case .people: Wording("People in office", "任职人员")
    case .office: Wording("Office", "职务")
    case .person: Wording("Name", "姓名")
    case .since: Wording("Since", "起")
    case .until: Wording("Until", "止")
    case .powers: Wording("Powers", "权限")
    case .noPeople: Wording("Nobody is in office.", "目前无任职人员。")
    case .former: Wording("{n#earlier appointment#earlier appointments}", "以往任职{n}项")
    case .agreements: Wording("Agreements", "协议")
    case .owed: Wording("Commitments", "承诺")
    case .instrument: Wording("Document", "文件依据")
    case .organisation: Wording("Organisation", "单位")
    case .role: Wording("Role", "职务")
    case .holder: Wording("Held by", "被授权人")
    case .givenBy: Wording("Given by", "授权人")
    case .setUp: Wording("when the record was set up", "建立记录时")
    case .fields: Wording("Fields", "领域")
    case .mayPassOn: Wording("may be passed on", "可以转授")
    case .under: Wording("Passed on from", "转授自")
    case .passedOn: Wording("Passed on as", "已转授")
    case .reason: Wording("Reason", "理由")
    case .of: Wording("Content of", "所属事项")
    case .commit: Wording("Commitment", "存证值")
    case .ground: Wording("Ground", "依据")
    case .delegations: Wording("Powers held", "持有的授权")
    case .currency: Wording("Money", "货币")
    case .answerWithin: Wording("A problem is answered within", "议题答复期限")
    case .clarification: Wording("A question to the filer stops the clock for at most", "请提出人说明时，计时最多暂停")
    case .zone: Wording("Time zone", "时区")
    case .calendar: Wording("Calendar of working days", "工作日历")
    case .holidays: Wording("{n#holiday#holidays} named", "列明节假日{n}天")
    case .clocks: Wording("Clocks", "期限")
    case .clock: Wording("What", "事项")
    case .length: Wording("How long", "时长")
    case .workingDays: Wording("{n#working day#working days}", "{n}个工作日")
    case .plainDays: Wording("{n#day#days}", "{n}天")
    case .whoMayWhat: Wording("Who may do what", "谁可以办理什么")
    case .whoNote:
      Wording(
        "Taken from the very rules by which the record decides; nothing here is written by hand.",
        "直接取自本记录的裁定规则，并非人工编写。")
    case .act: Wording("Act", "事项")
    case .fromStage: Wording("While", "所处阶段")
    case .toStage: Wording("Leads to", "进入阶段")
    case .by: Wording("By", "办理人")
    case .needs: Wording("Needs", "要求")
    case .secondFactor: Wording("second factor", "第二重验证")
    case .opens: Wording("begins it", "开始")
    case .stays: Wording("stays", "不变")
    case .drawing: Wording("Life cycle of “{kind}” as a drawing", "“{kind}”办理流程图")
    case .replyClock: Wording("Replies to findings of a check", "对核查发现的答复")
    case .noticeClock: Wording("Notice before leaving an agreement", "退出协议的提前通知")
    case .hearingClock: Wording("Hearing before a reward or sanction", "奖惩决定前的申辩")
    case .appealClock: Wording("Decision of an appeal", "申诉的决定")
    case .negotiateClock: Wording("Dispute: talks", "争议：协商")
    case .mediateClock: Wording("Dispute: mediation", "争议：调解")
    case .decideClock: Wording("Dispute: decision", "争议：裁决")
    case .commentClock: Wording("Comments on an evaluation", "对评估的意见")
    case .afterGiven: Wording("as each agreement says", "依各协议约定")
    case .capacityNote:
      Wording("“Parties” are those of the thing at hand.", "“当事方”指所办事项的当事方。")
    case .word: Wording("Word", "名称")
    case .yes: Wording("yes", "是")
    case .no: Wording("no", "否")
    case .power: Wording("power “{power}”", "“{power}”权限")
    }
  }
}
