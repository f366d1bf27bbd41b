/// What is said of the forms of cooperation.
enum MechanismPhrase: String, Phrase {
  case gainFinding, gainFindingNone, gainDescription, recommendedMark, net, autonomy, transaction, risk, gainTable, form
  case gross, riskLoss, rank, chanceFinding, chanceDescription, chanceTable, coordination, division, defection, holds
  case chanceNote, costTable, search, bargaining, monitoring, enforcement, agency, total, links, members, pareto
  case everyGains, detailTable, scope, authority, playerTable, netGain, transfer, reasons, conditions, condition, value
  case notFormed, setAside, origin, status, fromCase, byDefault, levers, lever, from, to, best, change, leverFinding,
    leverNone, player
  case equalNet, autonomyHead, all, before, after, netBefore, netAfter, leverHead

  var wording: Wording {
    switch self {
    case .gainFinding:
      Wording("The {form} nets most: {net} of a gain of {gross}", "{form}的净收益最高：{gross}的收益中保留{net}")
    case .gainFindingNone: Wording("No form is worth its own costs and risks", "没有一种形式值得付出它的成本和风险")
    case .gainDescription:
      Wording(
        "For each form, what the region would gain if the agreement held, and what risk, transaction costs and lost autonomy take of it; the figure is the expected net gain in {unit}.",
        "各种形式在协议得到遵守时的区域收益，以及风险、交易成本和自主权损失所扣除的部分；数字为预期净收益，单位：{unit}。")
    case .recommendedMark: Wording("{form} — best", "{form}（最佳）")
    case .net: Wording("net gain (figure on the right)", "净收益（右侧数字）")
    case .autonomy: Wording("lost autonomy", "自主权损失")
    case .transaction: Wording("transaction cost", "交易成本")
    case .risk: Wording("lost to risk", "风险损失")
    case .gainTable: Wording("Gain, losses and net gain of each form, in {unit}", "各种形式的收益、损失与净收益，单位：{unit}")
    case .form: Wording("Form", "形式")
    case .gross: Wording("Gain if it holds", "得到遵守时的收益")
    case .riskLoss: Wording("Lost to risk", "风险损失")
    case .autonomyHead: Wording("Lost autonomy", "自主权损失")
    case .setAside: Wording("Why other forms are set aside, and whom they would bind", "其他形式被排除的原因及其约束对象")
    case .notFormed: Wording("does not come about", "无法达成")
    case .rank: Wording("Rank", "排名")
    case .chanceFinding:
      Wording(
        "The {form} comes about and holds in {chance} of cases; {weak} is its weakest point",
        "{form}达成并维持的可能性为{chance}，最薄弱的环节是{weak}")
    case .chanceDescription:
      Wording(
        "For each form, the chances in percent that the members come together, agree on a division and keep to it, and that all three happen.",
        "各种形式下，成员达成协调、就分配达成一致、遵守协议以及三者同时实现的可能性（百分比）。")
    case .chanceTable: Wording("Chances of each form", "各种形式的成功可能性")
    case .coordination: Wording("Start", "协调")
    case .division: Wording("Share", "分配")
    case .defection: Wording("Keep", "守约")
    case .holds: Wording("All three", "全部")
    case .chanceNote:
      Wording(
        "Start: the members come together. Share: they agree on who pays what. Keep: no one breaks the agreement. In percent.",
        "协调：成员能走到一起；分配：就分摊达成一致；守约：无人违约。单位：百分比。",
        gains: (
          "Start: the members come together. Share: they agree on who gets what. Keep: no one breaks the agreement. In percent.",
          "协调：成员能走到一起；分配：就收益分配达成一致；守约：无人违约。单位：百分比。"
        ))
    case .costTable: Wording("Transaction cost of each form by kind, in {unit}", "各种形式的交易成本构成，单位：{unit}")
    case .search: Wording("Search", "搜寻")
    case .bargaining: Wording("Bargaining", "谈判")
    case .monitoring: Wording("Monitoring", "监督")
    case .enforcement: Wording("Enforcement", "执行")
    case .agency: Wording("Agency", "代理")
    case .total: Wording("Total", "合计")
    case .links: Wording("Links", "联系数")
    case .members: Wording("Members", "成员")
    case .pareto: Wording("Unbeaten", "未被全面超越")
    case .everyGains: Wording("All members gain", "成员均受益")
    case .detailTable: Wording("Make-up of each form", "各种形式的构成")
    case .scope: Wording("Scope", "范围")
    case .authority: Wording("What makes it hold", "约束来源")
    case .playerTable: Wording("What the {form} brings each member, in {unit}", "{form}给各成员带来的结果，单位：{unit}")
    case .netGain: Wording("Net gain", "净收益")
    case .transfer: Wording("Payment received when it holds", "得到遵守时所得转移支付")
    case .reasons: Wording("Why", "理由")
    case .conditions: Wording("Conditions the comparison rests on", "比较所依据的条件")
    case .condition: Wording("Condition", "条件")
    case .value: Wording("Value", "数值")
    case .origin: Wording("Given by", "取自")
    case .status: Wording("Status", "状态")
    case .fromCase: Wording("the case", "案例")
    case .byDefault: Wording("default of the catalogue", "目录默认值")
    case .levers: Wording("What single changes would do", "单项改变的效果")
    case .lever: Wording("Change", "改变")
    case .from: Wording("From", "由")
    case .to: Wording("To", "至")
    case .best: Wording("Best form then", "此时最佳形式")
    case .change: Wording("Difference", "变化")
    case .leverFinding: Wording("Of single changes, {lever} would do most: {change}", "单项改变中，{lever}作用最大：{change}")
    case .leverNone: Wording("No single change would raise the net gain by anything that counts", "没有单项改变能明显提高净收益")
    case .player: Wording("Member", "成员")
    case .all: Wording("all", "全体")
    case .before: Wording("before", "之前")
    case .after: Wording("after", "之后")
    case .netBefore: Wording("Net gain before", "此前净收益")
    case .netAfter: Wording("Net gain after", "此后净收益")
    case .equalNet:
      Wording("{a} and {b} promise the region most, and the same", "{a}与{b}给区域带来的预期净收益最高，且相同")
    case .leverHead:
      Wording("Net gain of the best form, before and after each change, in {unit}", "各项改变前后最佳形式的净收益，单位：{unit}")
    }
  }
}

/// Why a form stands where it stands: `{a}` and `{b}` are what a reason speaks of, `{amount}` its figure in money.
enum ReasonPhrase: String, Phrase {
  case highestNet, onlyOneFormed, runnerUpLosesOn, runnerUpGainsOn, noMechanismBeatsNoAgreement, rejected
  case nothingToGain, bindsLoser

  var wording: Wording {
    switch self {
    case .highestNet:
      Wording("{a} promises the region most: {amount} more than {b}", "{a}给区域带来的预期净收益最高，比{b}多{amount}")
    case .onlyOneFormed:
      Wording("Only {a} comes about; it can be expected to bring {amount}", "只有{a}能够达成，预期净收益为{amount}")
    case .runnerUpLosesOn: Wording("{a} falls behind on {b}: {amount}", "{a}在{b}方面较逊，少得{amount}")
    case .runnerUpGainsOn: Wording("{a} is ahead on {b}: {amount}", "{a}在{b}方面较优，多得{amount}")
    case .noMechanismBeatsNoAgreement:
      Wording("No form promises more than each acting alone", "没有一种形式优于各自行动")
    case .rejected:
      Wording("{a} does not come about: {b} would lose {amount} by joining", "{a}无法达成：{b}加入将损失{amount}")
    case .nothingToGain:
      Wording(
        "{a} does not come about: its members together would gain nothing", "{a}无法达成：成员合计没有收益")
    case .bindsLoser: Wording("{a} would bind {b}, who loses {amount} by it", "{a}将约束{b}，而{b}会因此损失{amount}")
    }
  }
}

/// A respect in which two forms differ.
enum AspectName: String, Phrase {
  case gainIfKept, coordination, division, defection
  case searchCost, bargainingCost, monitoringCost, enforcementCost, agencyCost, autonomyCost

  var wording: Wording {
    switch self {
    case .gainIfKept: Wording("the gain if it holds", "维持时的收益")
    case .coordination: Wording("the chance of coming together", "达成协调的可能")
    case .division: Wording("the chance of agreeing on shares", "就分配达成一致的可能")
    case .defection: Wording("the chance that all keep to it", "各方守约的可能")
    case .searchCost: Wording("the cost of search", "搜寻成本")
    case .bargainingCost: Wording("the cost of bargaining", "谈判成本")
    case .monitoringCost: Wording("the cost of monitoring", "监督成本")
    case .enforcementCost: Wording("the cost of enforcement", "执行成本")
    case .agencyCost: Wording("the cost of running it", "代理成本")
    case .autonomyCost: Wording("lost autonomy", "自主权损失")
    }
  }
}
