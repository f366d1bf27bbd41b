import Reporting

/// What the fields of forms about agreements and commitments are called, with hints.
enum AgreementFieldPhrase: String, Phrase {
  case parties, field, table, title, frame, terms, clause, clauseNumber, clauseNumberHint, position, positionHint,
    reviewer, reviewerHint, reasons, opinion, registration, disclosure, reason, leaving, leavingHint, statement,
    admitted, begins, beginsHint, ends, endsHint, version, digest, digestHint, authentic, authenticHint, activation,
    activationHint, noticeDays, noticeDaysHint, openToAccession, jointBody, outsideMembers, heading, kind, text, model,
    modelHint, items, itemsHint, duties, excuse, excuseHint, survives, dutyNumber, dutyNumberHint, debtor, creditors,
    measure, measureHint, due, dueOn, dueAfterDays, evidence, method, weight, weightHint, window, windowHint,
    recurrence, every, times, agreement, remark

  var wording: Wording {
    switch self {
    case .parties: Wording("Parties", "协议各方")
    case .field: Wording("Field of cooperation", "合作领域")
    case .table: Wording("Negotiation it comes from", "来源协商")
    case .title: Wording("Title", "标题")
    case .frame: Wording("Law under which it is made", "适用的法律框架")
    case .terms: Wording("Terms", "基本条件")
    case .clause: Wording("Clause", "条款")
    case .clauseNumber: Wording("Number of the clause", "条款编号")
    case .clauseNumberHint:
      Wording(
        "Such as 3.2; it stays the same through all versions. The number of a clause that is there replaces its text.",
        "例如 3.2，各版本保持不变。填写已有编号将替换该条款。")
    case .position: Wording("Place in the text", "在文本中的位置")
    case .positionHint:
      Wording("1 is the first clause; left out, a new clause comes last", "1为首条；不填则新条款列于最后")
    case .reviewer: Wording("Who checks it?", "由谁审查？")
    case .reviewerHint: Wording("A party, a public body or an authority", "协议一方、公共机构或上级机关")
    case .reasons: Wording("Why is it sent back?", "退回理由")
    case .opinion: Wording("Opinion of the check", "审查意见")
    case .registration: Wording("Number in the public register", "登记备案编号")
    case .disclosure: Wording("Where it is published", "公开方式")
    case .reason: Wording("Reason", "理由")
    case .leaving: Wording("Party that leaves", "退出方")
    case .leavingHint: Wording("Leave out when the whole agreement ends", "整个协议终止时不填")
    case .statement: Wording("How the dues were settled", "应付款项结清说明")
    case .admitted: Wording("Organisation to be admitted", "同意加入的单位")
    case .begins: Wording("Begins", "起始时间")
    case .beginsHint: Wording("Left out: as soon as it is signed and filed", "不填：签署备案后即生效")
    case .ends: Wording("Ends", "终止时间")
    case .endsHint: Wording("Left out: until it is ended", "不填：长期有效")
    case .version: Wording("Version", "版本")
    case .digest: Wording("Digest of the frozen text", "定稿文本摘要值")
    case .digestHint:
      Wording(
        "You sign exactly the text that has this digest. Compare it with the digest on the page of the agreement.",
        "您签署的正是该摘要值对应的文本。请与协议页面显示的摘要值核对。")
    case .authentic: Wording("Authentic language", "文本效力语言")
    case .authenticHint: Wording("Such as zh, or zh, en", "例如 zh，或 zh, en")
    case .activation: Wording("Signatures that bring it into force", "生效所需签署数")
    case .activationHint: Wording("Left out: those of all parties", "不填：须各方全部签署")
    case .noticeDays: Wording("Days of notice before a party leaves", "退出须提前通知的天数")
    case .noticeDaysHint: Wording("For example 180", "例如 180")
    case .openToAccession: Wording("Others may accede", "允许其他单位加入")
    case .jointBody: Wording("It founds a joint body", "设立共同机构")
    case .outsideMembers: Wording("It has members outside the Union", "有欧盟以外的成员")
    case .heading: Wording("Heading", "条款标题")
    case .kind: Wording("What is the clause for?", "条款性质")
    case .text: Wording("Text", "正文")
    case .model: Wording("Model clause it was taken from", "所依据的示范条款")
    case .modelHint: Wording("The short name in the library, such as purpose", "示范条款库中的简称，例如 purpose")
    case .items: Wording("Items of the check list that it answers", "所对应的必备内容项")
    case .itemsHint: Wording("Such as cn-1", "例如 cn-1")
    case .duties: Wording("Duties", "承诺事项")
    case .excuse: Wording("Not measurable because", "无法量化的原因")
    case .excuseHint: Wording("Only for an obligation without a duty", "仅用于未列承诺事项的义务条款")
    case .survives: Wording("Its duties outlive the agreement", "协议终止后仍须履行")
    case .dutyNumber: Wording("Number of the duty", "事项编号")
    case .dutyNumberHint: Wording("Such as d1; unique within the clause", "例如 d1，条款内不重复")
    case .debtor: Wording("Who owes it", "承诺方")
    case .creditors: Wording("To whom it is owed", "受益方")
    case .measure: Wording("What is to be reached", "履行标准")
    case .measureHint: Wording("With figure and unit", "请写明指标和单位")
    case .due: Wording("When it is due", "履行期限")
    case .dueOn: Wording("On", "日期时间")
    case .dueAfterDays: Wording("Days after entry into force", "生效后天数")
    case .evidence: Wording("What shows that it was done", "履行凭证")
    case .method: Wording("How it is checked", "核查方式")
    case .weight: Wording("Weight beside the other duties", "权重")
    case .weightHint: Wording("1 to 1000; 1 when all count alike", "1至1000；同等重要时填1")
    case .window: Wording("Days before the due day in which it counts as due", "到期提醒提前天数")
    case .windowHint: Wording("For example 30", "例如 30")
    case .recurrence: Wording("It recurs", "定期重复")
    case .every: Wording("Every", "周期")
    case .times: Wording("How many times in all, 2 to 120", "总次数（2至120）")
    case .agreement: Wording("Agreement", "协议")
    case .remark: Wording("Remark", "说明")
    }
  }
}

/// The law under which an agreement is made.
enum LegalFramePhrase: String, Phrase {
  case iowa28E, rcw3934, egtc, chineseCooperation

  var wording: Wording {
    switch self {
    case .iowa28E: Wording("Iowa Code chapter 28E", "艾奥瓦州法典第28E章")
    case .rcw3934: Wording("Revised Code of Washington 39.34", "华盛顿州法典第39.34章")
    case .egtc: Wording("European grouping of territorial cooperation", "欧洲领土合作组织（EGTC）")
    case .chineseCooperation: Wording("Regional cooperation agreement (China)", "区域合作协议（中国）")
    }
  }
}

/// What a clause is for.
enum ClauseKindPhrase: String, Phrase {
  case provision, obligation, money, exit, dispute, definition

  var wording: Wording {
    switch self {
    case .provision: Wording("Provision", "一般规定")
    case .obligation: Wording("Obligation", "义务")
    case .money: Wording("Money", "资金")
    case .exit: Wording("Change and end", "变更与退出")
    case .dispute: Wording("Disputes", "争议解决")
    case .definition: Wording("Definition", "定义")
    }
  }
}

/// When a duty is due.
enum DueDatePhrase: String, Phrase {
  case on, afterEntry

  var wording: Wording {
    switch self {
    case .on: Wording("On a day", "在某日")
    case .afterEntry: Wording("So many days after entry into force", "生效后若干天")
    }
  }
}

/// How it is found out whether a commitment was met.
enum CommitmentMethodPhrase: String, Phrase {
  case documents, measurement, inspection, statement

  var wording: Wording {
    switch self {
    case .documents: Wording("By documents", "查阅资料")
    case .measurement: Wording("By measurement", "监测计量")
    case .inspection: Wording("By inspection", "现场检查")
    case .statement: Wording("By statement", "书面声明")
    }
  }
}

/// How often a duty falls due.
enum RecurrencePhrase: String, Phrase {
  case month, quarter, year

  var wording: Wording {
    switch self {
    case .month: Wording("Month", "每月")
    case .quarter: Wording("Quarter", "每季度")
    case .year: Wording("Year", "每年")
    }
  }
}
