/// A clause to begin with: model words in two languages, with where they come from. Words in square brackets are to be
/// filled in.
public struct ModelClause: Hashable, Sendable, Identifiable {
  /// Never changed and never used again; a clause that was taken from it names it as its model.
  public let id: String
  public let kind: Agreement.ClauseKind
  public let headingEnglish: String
  public let headingChinese: String
  public let english: String
  public let chinese: String
  /// The items that it answers, of whatever checklist.
  public let items: [String]
  public let provenance: String

  /// A draft to work on, in the language asked for, linked to this model and to the items of one checklist.
  ///
  /// - Parameters:
  ///   - id: the id of the clause in the agreement.
  ///   - frame: whose items are linked.
  ///   - inChinese: whether the words are Chinese.
  public func draft(id: String, under frame: LegalFrame, inChinese: Bool) -> Agreement.ClauseDraft {
    let known = Set(ContentChecklist.of(frame).items.map(\.id))
    return Agreement.ClauseDraft(
      id: id, heading: inChinese ? headingChinese : headingEnglish, kind: kind, text: inChinese ? chinese : english,
      model: self.id, items: items.filter(known.contains))
  }

  /// The library, in the order in which an agreement usually says these things.
  public static let library: [ModelClause] = founding + money + work + end + grouping
}

// MARK: - Who, what and by whom

extension ModelClause {
  private static let founding = [
    ModelClause(
      id: "purpose", kind: .provision, headingEnglish: "Purpose", headingChinese: "目的",
      english: "The parties cooperate in [field] in order to [goal].",
      chinese: "各方在[领域]开展合作，以[目标]。",
      items: ["28E.5-3", "39.34.030-3c", "egtc-8-c"], provenance: "after Iowa Code 28E.5 and RCW 39.34.030"),
    ModelClause(
      id: "scope", kind: .provision, headingEnglish: "Area and matters", headingChinese: "合作范围",
      english: "This agreement holds for [territory] and for these matters: [list].",
      chinese: "本协议适用于[区域]，合作事项为：[清单]。",
      items: ["cn-1", "egtc-8-b"], provenance: "after 生态保护补偿条例 17"),
    ModelClause(
      id: "parties", kind: .provision, headingEnglish: "Parties", headingChinese: "协议各方",
      english: "The parties are [names], each represented by the holder of the office named beside it.",
      chinese: "协议各方为[名称]，由所列职务的任职者代表。",
      items: ["egtc-8-e"], provenance: "after Regulation (EC) 1082/2006"),
    ModelClause(
      id: "definitions", kind: .definition, headingEnglish: "Words", headingChinese: "用语",
      english: "In this agreement [word] means [meaning].",
      chinese: "本协议所称[用语]，是指[含义]。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "language", kind: .definition, headingEnglish: "Language", headingChinese: "文本语言",
      english: "The [language] text decides.",
      chinese: "以[语言]文本为准。",
      items: ["egtc-9-c"], provenance: "common practice"),
    ModelClause(
      id: "goals", kind: .provision, headingEnglish: "Goals and how they are judged", headingChinese: "目标与评判",
      english:
        "By [date] the parties reach [figure and unit], measured at [place] by [method] and judged by [institution].",
      chinese: "各方于[日期]前达到[指标及单位]，由[机构]在[地点]按[方法]监测评判。",
      items: ["cn-2"], provenance: "after 生态保护补偿条例 17"),
    ModelClause(
      id: "responsibilities", kind: .provision, headingEnglish: "Who is responsible for what", headingChinese: "各方责任",
      english: "[Party] is responsible for [task]; [party] for [task]. Each bears what its own task costs unless "
        + "another clause divides it.",
      chinese: "[甲方]负责[事项]，[乙方]负责[事项]；除另有约定外，各自承担本方事项的费用。",
      items: ["cn-3"], provenance: "after 生态保护补偿条例 17"),
    ModelClause(
      id: "entry", kind: .provision, headingEnglish: "Entry into force", headingChinese: "生效",
      english: "This agreement enters into force when [number] parties have signed it and it has been filed with "
        + "[register], but not before [date].",
      chinese: "本协议经[数目]方签署并在[登记处]备案后生效，但不早于[日期]。",
      items: ["cn-8"], provenance: "common practice"),
    ModelClause(
      id: "no-new-body", kind: .provision, headingEnglish: "Administrator", headingChinese: "管理人",
      english: "No separate body is created. [Office] administers this agreement.",
      chinese: "不设立独立机构，由[机构]负责本协议的执行。",
      items: ["28E.6-1", "39.34.030-4a", "cn-7"], provenance: "after Iowa Code 28E.6 and RCW 39.34.030(4)"),
    ModelClause(
      id: "joint-board", kind: .provision, headingEnglish: "Joint board", headingChinese: "联合委员会",
      english: "A joint board of [number] members, with at least one of each party, administers this agreement and "
        + "decides by [majority].",
      chinese: "由[人数]人组成联合委员会负责执行，各方至少一人，以[多数]决定。",
      items: ["28E.6-1", "39.34.030-4a", "cn-7"], provenance: "after RCW 39.34.030(4)"),
    ModelClause(
      id: "new-body", kind: .provision, headingEnglish: "Joint body", headingChinese: "共同机构",
      english: "The parties create [name], a [nature] with [organs], and delegate to it the power to [powers].",
      chinese: "各方设立[名称]，性质为[性质]，设[机关]，受托行使[权限]。",
      items: ["28E.5-2", "39.34.030-3b", "egtc-8-f"], provenance: "after Iowa Code 28E.5(2)"),
    ModelClause(
      id: "conference", kind: .provision, headingEnglish: "Joint conference", headingChinese: "联席会议",
      english: "The heads of the parties meet at least [number] times a year; the chair changes every year in the "
        + "order of [order].",
      chinese: "各方主要负责人每年至少召开[次数]次联席会议，主席按[顺序]逐年轮值。",
      items: ["cn-7"], provenance: "common practice"),
    ModelClause(
      id: "contact", kind: .obligation, headingEnglish: "Desk officers", headingChinese: "联络人",
      english: "Each party names a desk officer and a deputy within [days] days and tells the others of every change.",
      chinese: "各方在[天数]日内指定联络人及其代理人，变更时通知其他各方。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "property", kind: .provision, headingEnglish: "Property", headingChinese: "财产",
      english: "Property is acquired in the name of [party], held for the purpose of this agreement and disposed of "
        + "by consent of the parties.",
      chinese: "财产以[一方]名义取得，为本协议目的持有，经各方同意处置。",
      items: ["28E.6-2", "39.34.030-4b"], provenance: "after Iowa Code 28E.6(2)"),
  ]
}

// MARK: - Money

extension ModelClause {
  private static let money = [
    ModelClause(
      id: "budget", kind: .money, headingEnglish: "Financing and budget", headingChinese: "经费与预算",
      english: "Costs of this agreement are borne from [source]. [Office] submits a budget by [date] of each year; "
        + "it holds when every party has approved its share.",
      chinese: "本协议经费由[来源]承担。[机构]每年[日期]前提出预算，经各方批准其份额后生效。",
      items: ["28E.5-4", "39.34.030-3d", "cn-4"], provenance: "after Iowa Code 28E.5 and RCW 39.34.030"),
    ModelClause(
      id: "share-equal", kind: .money, headingEnglish: "Equal shares", headingChinese: "均等分担",
      english: "The parties bear the costs in equal shares; what rounding leaves goes in the order of their names.",
      chinese: "费用由各方均等分担，尾差按名称顺序处理。",
      items: ["cn-4"], provenance: "common practice"),
    ModelClause(
      id: "share-population", kind: .money, headingEnglish: "Shares by population", headingChinese: "按人口分担",
      english: "Each party bears the costs in proportion to its residents on [date] by [source].",
      chinese: "各方按[来源]所载[日期]常住人口比例分担费用。",
      items: ["cn-4"], provenance: "common practice"),
    ModelClause(
      id: "share-use", kind: .money, headingEnglish: "Shares by use", headingChinese: "按使用量分担",
      english:
        "Each party bears [percentage] of the fixed costs, and the other costs in proportion to its metered use.",
      chinese: "各方承担固定费用的[百分比]，其余按计量使用量分担。",
      items: ["cn-4"], provenance: "common practice"),
    ModelClause(
      id: "advance", kind: .money, headingEnglish: "Advance and settlement", headingChinese: "预付与清算",
      english: "[Payer] pays [amount] by [date]; the sum due by the formula is settled by [date] of the next year, "
        + "and a difference is carried to the next advance.",
      chinese: "[付款方]于[日期]前预付[金额]，次年[日期]前按公式清算，差额结转至下一次预付。",
      items: ["cn-4"], provenance: "after 生态保护补偿条例 17"),
    ModelClause(
      id: "wager", kind: .money, headingEnglish: "Payment by result", headingChinese: "按结果支付",
      english: "If [index] is at most [threshold] at [place] over [period], [party] pays [amount] to [party]; if it "
        + "is above, [party] pays. Without a valid figure by [date] nobody pays and the matter is in dispute.",
      chinese: "[期间]内[断面]的[指标]不高于[阈值]的，由[下游]向[上游]支付[金额]；高于的，由[上游]支付。至[日期]无有效数据的，不支付并进入争议程序。",
      items: ["cn-4", "cn-2"], provenance: "after 生态保护补偿条例 17"),
    ModelClause(
      id: "late-payment", kind: .money, headingEnglish: "Late payment", headingChinese: "逾期付款",
      english: "A sum not paid when due bears [rate] a year from the day after.",
      chinese: "逾期款项自次日起按年[利率]计息。",
      items: ["cn-6"], provenance: "common practice"),
    ModelClause(
      id: "accounts", kind: .obligation, headingEnglish: "Accounts", headingChinese: "账目",
      english: "[Office] keeps the accounts of this agreement and shows them to every party by [date] of each year.",
      chinese: "[机构]管理本协议账目，每年[日期]前向各方公布。",
      items: ["egtc-9-g"], provenance: "after Regulation (EC) 1082/2006"),
    ModelClause(
      id: "audit", kind: .provision, headingEnglish: "Audit", headingChinese: "审计",
      english: "[Auditor], who is independent of the parties, audits the accounts every year.",
      chinese: "由独立于各方的[审计机构]每年审计账目。",
      items: ["egtc-9-h", "egtc-8-m"], provenance: "after Regulation (EC) 1082/2006"),
    ModelClause(
      id: "contributions", kind: .money, headingEnglish: "Contributions", headingChinese: "成员出资",
      english: "Each member contributes [amount or share] by [date] of each year.",
      chinese: "各成员每年[日期]前出资[金额或份额]。",
      items: ["egtc-9-f"], provenance: "after Regulation (EC) 1082/2006"),
  ]
}

// MARK: - Daily work, breach and dispute

extension ModelClause {
  private static let work = [
    ModelClause(
      id: "reporting", kind: .obligation, headingEnglish: "Reports", headingChinese: "报告",
      english: "Each party reports by [date] of every [period] on what it has done, with evidence.",
      chinese: "各方于每[周期]的[日期]前报告履行情况并附证明。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "monitoring", kind: .provision, headingEnglish: "Independent check", headingChinese: "第三方核查",
      english: "[Institution], which is no party and paid by none alone, checks the reports and certifies the result.",
      chinese: "由非协议方且不由单方付费的[机构]核查报告并出具证明。",
      items: ["cn-2"], provenance: "common practice"),
    ModelClause(
      id: "data", kind: .obligation, headingEnglish: "Data", headingChinese: "数据共享",
      english: "Each party gives the others [data] within [days] days after it is measured, in the form of [standard].",
      chinese: "各方在测得[数据]后[天数]日内按[标准]向其他各方提供。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "notice-harm", kind: .obligation, headingEnglish: "Notice of harm", headingChinese: "损害通报",
      english: "Whoever learns of an event that may harm another party tells it at once, at the latest within "
        + "[hours] hours.",
      chinese: "获知可能损害他方的事件时，应立即通报，至迟不超过[小时]小时。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "emergency", kind: .obligation, headingEnglish: "Mutual aid", headingChinese: "应急互助",
      english:
        "On request each party sends what it can spare; the party that asked bears the cost beyond [hours] hours.",
      chinese: "应请求，各方提供可调配的力量；超过[小时]小时的费用由请求方承担。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "rewards", kind: .provision, headingEnglish: "Rewards", headingChinese: "奖励",
      english: "Who exceeds a goal by [percentage] receives [reward] from [source].",
      chinese: "超过目标[百分比]的，由[来源]给予[奖励]。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "breach", kind: .provision, headingEnglish: "What follows a breach", headingChinese: "违约处理",
      english: "A breach is met in steps: advice, help, mediation, deduction of up to [amount], suspension. Each is "
        + "decided after hearing the party.",
      chinese: "违反协议的，依次采取建议、协助、调解、扣减不超过[金额]、中止；每一步均应听取该方意见。",
      items: ["cn-6"], provenance: "after 生态保护补偿条例 17"),
    ModelClause(
      id: "liability", kind: .provision, headingEnglish: "Liability", headingChinese: "责任",
      english: "Each party answers for its own acts. For the joint body the parties answer in proportion to their "
        + "contributions.",
      chinese: "各方对自身行为负责；对共同机构按出资比例承担责任。",
      items: ["egtc-8-l"], provenance: "after Regulation (EC) 1082/2006, art. 12"),
    ModelClause(
      id: "hardship", kind: .provision, headingEnglish: "Changed circumstances", headingChinese: "情势变更",
      english: "If circumstances change so that a duty costs more than [percentage] beyond what was foreseen, the "
        + "parties negotiate for [days] days before anything else.",
      chinese: "情势变更致义务成本超出预期[百分比]的，各方应先协商[天数]日。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "disputes", kind: .dispute, headingEnglish: "Disputes", headingChinese: "争议解决",
      english: "The parties negotiate for 30 days, then mediate for 30 days; what is left is decided within 60 days "
        + "by [body].",
      chinese: "各方先协商30日，再调解30日，仍未解决的由[机构]在60日内决定。",
      items: ["cn-9"], provenance: "common practice"),
    ModelClause(
      id: "higher-authority", kind: .dispute, headingEnglish: "Decision above", headingChinese: "上级裁决",
      english: "What the parties cannot settle is put to their common higher authority, with both positions.",
      chinese: "协商不成的，连同各方意见报共同上级机关裁决。",
      items: ["cn-9"], provenance: "common practice"),
    ModelClause(
      id: "publicity", kind: .provision, headingEnglish: "Publicity", headingChinese: "公开",
      english: "This agreement, its reports and certificates are published, except what the law protects.",
      chinese: "本协议及其报告、证明依法公开，法律保护的内容除外。",
      items: [], provenance: "common practice"),
  ]
}

// MARK: - Term and end

extension ModelClause {
  private static let end = [
    ModelClause(
      id: "duration", kind: .exit, headingEnglish: "Duration", headingChinese: "期限",
      english: "This agreement runs from its entry into force until [date].",
      chinese: "本协议自生效之日起至[日期]止。",
      items: ["28E.5-1", "39.34.030-3a", "cn-5"], provenance: "after Iowa Code 28E.5 and RCW 39.34.030"),
    ModelClause(
      id: "amendment", kind: .provision, headingEnglish: "Amendment", headingChinese: "修改",
      english: "This agreement is amended in the way in which it was made.",
      chinese: "本协议的修改按其订立程序进行。",
      items: ["cn-8", "egtc-8-n", "egtc-9-i"], provenance: "common practice"),
    ModelClause(
      id: "accession", kind: .exit, headingEnglish: "Acceding", headingChinese: "加入",
      english: "Another government may accede with the consent of every party by signing the text in force.",
      chinese: "经各方一致同意，其他政府可签署现行文本加入。",
      items: ["cn-8"], provenance: "common practice"),
    ModelClause(
      id: "withdrawal", kind: .exit, headingEnglish: "Leaving", headingChinese: "退出",
      english: "A party may leave on [days] days' notice once its dues are settled. It stays liable for what it "
        + "owed until then.",
      chinese: "任何一方可提前[天数]日通知并在清偿应付款项后退出，此前义务继续承担。",
      items: ["cn-8"], provenance: "common practice"),
    ModelClause(
      id: "suspension", kind: .exit, headingEnglish: "Suspension", headingChinese: "中止",
      english: "The joint conference may suspend this agreement for [reasons]; what was owed stays owed.",
      chinese: "联席会议可因[事由]中止本协议，已产生的义务不受影响。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "renewal", kind: .exit, headingEnglish: "Renewal", headingChinese: "续签",
      english: "[Days] days before the end the parties decide, on an evaluation, whether to renew.",
      chinese: "期满前[天数]日，各方根据评估决定是否续签。",
      items: [], provenance: "common practice"),
    ModelClause(
      id: "termination", kind: .exit, headingEnglish: "Ending and what becomes of property", headingChinese: "终止与财产处置",
      english: "The parties may end this agreement in part or in whole by [procedure]. Property then goes to "
        + "[party], at its value, in the order of contributions.",
      chinese: "各方可按[程序]部分或全部终止本协议；财产按出资比例折价归[一方]。",
      items: ["28E.5-5", "39.34.030-3e", "cn-8", "egtc-8-d"], provenance: "after Iowa Code 28E.5 and RCW 39.34.030"),
    ModelClause(
      id: "survival", kind: .exit, headingEnglish: "What outlives this agreement", headingChinese: "存续条款",
      english: "The clauses on money, liability and data hold until everything under them is done.",
      chinese: "经费、责任和数据条款在相关义务履行完毕前继续有效。",
      items: [], provenance: "common practice"),
  ]
}

// MARK: - Groupings under European law

extension ModelClause {
  private static let grouping = [
    ModelClause(
      id: "seat", kind: .provision, headingEnglish: "Name and seat", headingChinese: "名称与注册地",
      english: "The grouping is called [name] and has its registered office at [place].",
      chinese: "集团名称为[名称]，注册地为[地点]。",
      items: ["egtc-8-a"], provenance: "after Regulation (EC) 1082/2006"),
    ModelClause(
      id: "law", kind: .provision, headingEnglish: "Law", headingChinese: "适用法律",
      english: "This text is read by the law of [state] where the office is registered; organs act by the law of "
        + "[place]; activities are under the law of the place where they are carried out.",
      chinese: "本文本依注册地[国家]法律解释；机关依[地点]法律行事；业务依其实施地法律进行。",
      items: ["egtc-8-g", "egtc-8-h", "egtc-8-j"], provenance: "after Regulation (EC) 1082/2006"),
    ModelClause(
      id: "outside", kind: .provision, headingEnglish: "Members from elsewhere", headingChinese: "欧盟以外成员",
      english: "Members from outside the Union take part under [law], and answer as far as that law says.",
      chinese: "欧盟以外成员依[法律]参与，并依该法承担责任。",
      items: ["egtc-8-i"], provenance: "after Regulation (EC) 1082/2006"),
    ModelClause(
      id: "staff", kind: .provision, headingEnglish: "Staff", headingChinese: "人员",
      english: "Staff are recruited by [procedure] under [rules], with equal access for those of every member.",
      chinese: "人员按[程序]依[规则]招聘，各成员人员机会均等。",
      items: ["egtc-8-k", "egtc-9-e"], provenance: "after Regulation (EC) 1082/2006"),
    ModelClause(
      id: "organs", kind: .provision, headingEnglish: "Organs and decisions", headingChinese: "机关与决策",
      english: "The assembly has [number] representatives of each member and decides by [majority]; the director "
        + "represents the grouping and carries decisions out.",
      chinese: "大会由各成员[人数]名代表组成，以[多数]决定；主任代表集团并执行决定。",
      items: ["egtc-8-f", "egtc-9-a", "egtc-9-b", "egtc-9-d"], provenance: "after Regulation (EC) 1082/2006"),
  ]
}
