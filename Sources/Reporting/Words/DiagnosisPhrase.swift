/// What is said of the members, the trap they are in and how they depend on each other.
enum DiagnosisPhrase: String, Phrase {
  case mapSome, costFindingNamed, mapPairs, savingTable, pairSaving, bondLine
  case mapTies, mapFlows, mapPlain, mapDescription, mapNote, flowTable, flowFrom, flowTo, flowAmount, tieTable, tieKind
  case resource, tieWeight, territory, playerSeat, otherSeat, flowLine, partyTable, party, kind, tier, parent, plays
  case fieldLine, territoryLine, urgencyLine, noMap
  case costFinding, costFindingSame, costDescription, alone, together, bill, billFinding, billDescription
  case playerTable, player, actionAlone, actionTogether, costAlone, costTogether, difference, temptation, transfer
  case numbers, measure, value, formula, gap, anarchy, uniqueness, isUnique, isNotUnique, core, coreEmpty, coreFilled
  case costTable, leastCoreSaving, leastCore, stableWithout, stableWith, nobody, mainRisk, riskCoordination,
    riskDivision, riskDefection, riskNone
  case losers, dependenceFinding, dependenceFindingSmall, dependenceDescription, dependenceNote, dependenceTable
  case actionSpillover, actionStandard, actionMarket, actionCompetition, actionTable
  case oneOfSeveral, nothingNeeded, pairNote
  case pairFinding, pairDescription, pairTable, firstParty, secondParty, mutual, imbalance, even, uneven

  var wording: Wording {
    switch self {
    case .mapTies: Wording("{n#tie joins#ties join} the parties today", "各方之间现有{n}项联系")
    case .mapFlows:
      Wording("The strongest flow runs from {from} to {to}: {amount}", "最强的影响由{from}流向{to}：{amount}")
    case .mapPairs:
      Wording("{who} would save most as a pair: {amount}", "两两合作中，{who}节约最多：{amount}")
    case .savingTable:
      Wording("The pairs that would save most, in {unit}", "两两合作节约最多的组合，单位：{unit}")
    case .pairSaving: Wording("Saving", "节约")
    case .bondLine: Wording("saving as a pair, wider for more", "两两合作的节约，越宽越多")
    case .mapPlain: Wording("{n#member takes#members take} part", "共有{n}个成员参与")
    case .mapDescription:
      Wording(
        "A map of the parties: {who}. Lines are ties, arrows are the strongest flows; the tables give both.",
        "各方位置图：{who}。线条表示联系，箭头表示最强的影响；数据见表格。")
    case .mapSome:
      Wording("The {n} pairs that exchange most are drawn.", "图中只画出资源交换最强的{n}对。")
    case .costFindingNamed:
      Wording(
        "{lower} would pay less if all acted as one, {higher} would pay more",
        "共同行动时，{lower}负担减轻，{higher}负担加重",
        gains: (
          "{lower} would get more if all acted as one, {higher} would get less",
          "共同行动时，{lower}收益增加，{higher}收益减少"
        ))
    case .mapNote:
      Wording(
        "Longitudes are shortened by the cosine of the middle latitude, so that distances near the centre are true in every direction.",
        "经度按中心纬度的余弦缩放，图中央各方向的距离比例一致。")
    case .flowTable: Wording("The strongest flows between members", "成员间最强的影响")
    case .flowFrom: Wording("From", "来自")
    case .flowTo: Wording("To", "流向")
    case .flowAmount: Wording("Flow", "影响量")
    case .tieTable: Wording("Ties between the parties", "各方之间的联系")
    case .tieKind: Wording("Kind", "类型")
    case .resource: Wording("Resource", "资源")
    case .tieWeight: Wording("Weight", "权重")
    case .territory: Wording("territory of a member", "成员辖区")
    case .playerSeat: Wording("member", "成员")
    case .otherSeat: Wording("other party", "其他方")
    case .flowLine: Wording("flow, wider for more", "影响，越宽越强")
    case .partyTable: Wording("The parties", "参与各方")
    case .party: Wording("Party", "参与方")
    case .kind: Wording("Kind", "类别")
    case .tier: Wording("Level", "层级")
    case .parent: Wording("Belongs to", "隶属")
    case .plays: Wording("Member", "成员")
    case .fieldLine: Wording("Field: {x}.", "领域：{x}。")
    case .territoryLine: Wording("Territory: {x}.", "地域：{x}。")
    case .urgencyLine: Wording("Urgency: {x} of 100.", "紧迫程度：{x}（满分100）。")
    case .noMap: Wording("The case gives no places, so there is no map.", "案例未给出位置，因此没有地图。")
    case .costFinding:
      Wording(
        "{lower#member would pay#members would pay} less if all acted as one, {higher} would pay more",
        "共同行动时，{lower}个成员负担减轻，{higher}个成员负担加重",
        gains: (
          "{lower#member would get#members would get} more if all acted as one, {higher} would get less",
          "共同行动时，{lower}个成员收益增加，{higher}个成员收益减少"
        ))
    case .costFindingSame:
      Wording(
        "Every member would pay less if all acted as one",
        "共同行动时，每个成员的负担都减轻",
        gains: (
          "Every member would get more if all acted as one",
          "共同行动时，每个成员的收益都增加"
        ))
    case .costDescription:
      Wording(
        "For each member, what it pays when each acts alone and when all act as one, before any payment between them, in {unit}.",
        "每个成员在各自行动和共同行动时（未计转移支付）的负担，单位：{unit}。",
        gains: (
          "For each member, what it gets when each acts alone and when all act as one, before any payment between them, in {unit}.",
          "每个成员在各自行动和共同行动时（未计转移支付）的收益，单位：{unit}。"
        ))
    case .alone: Wording("alone", "单独")
    case .together: Wording("together", "共同")
    case .bill: Wording("All members, {unit}", "全体成员，{unit}")
    case .billFinding:
      Wording(
        "Acting as one would lower the bill from {alone} to {together}",
        "共同行动可使总成本从{alone}降至{together}",
        gains: (
          "Acting as one would raise the total gain from {alone} to {together}",
          "共同行动可使总收益从{alone}升至{together}"
        ))
    case .billDescription:
      Wording(
        "The total cost when each acts alone and when all act as one, in {unit}.",
        "各自行动和共同行动时的总成本，单位：{unit}。",
        gains: (
          "The total gain when each acts alone and when all act as one, in {unit}.",
          "各自行动和共同行动时的总收益，单位：{unit}。"
        ))
    case .playerTable: Wording("Every member alone and together, in {unit}", "各成员单独与共同行动的情况，单位：{unit}")
    case .player: Wording("Member", "成员")
    case .actionAlone: Wording("Action alone", "单独行动量")
    case .actionTogether: Wording("Action together", "共同行动量")
    case .costAlone:
      Wording(
        "Cost alone",
        "单独成本",
        gains: (
          "Gain alone",
          "单独收益"
        ))
    case .costTogether:
      Wording(
        "Cost together",
        "共同成本",
        gains: (
          "Gain together",
          "共同收益"
        ))
    case .difference: Wording("Change", "变化")
    case .actionSpillover: Wording("Action: how much a member abates.", "行动量：成员的减排量。")
    case .actionStandard:
      Wording("Action: the part of the items, by weight, that a member has taken up.", "行动量：成员已采用事项所占的比重（按权重）。")
    case .actionMarket:
      Wording("Action: how far a member closes its market, from 0 (open) to 1 (closed).", "行动量：成员封锁市场的程度，0为开放，1为封锁。")
    case .actionCompetition: Wording("Action: where a member sets its instrument.", "行动量：成员手段的取值。")
    case .actionTable: Wording("Action: the number of what a member chooses.", "行动量：成员所选行动的编号。")
    case .oneOfSeveral: Wording("one of {n#equilibrium#equilibria}", "{n}个均衡之一")
    case .nothingNeeded: Wording("none is needed", "无需补偿")
    case .temptation:
      Wording(
        "Gain from free riding",
        "搭便车收益",
        gains: (
          "Gain from breaking away",
          "背离可多得"
        ))
    case .transfer:
      Wording("Payment received (Chander & Tulkens 1995)", "所得转移支付（Chander & Tulkens 1995）")
    case .numbers: Wording("The trap in figures", "困境的数字刻画")
    case .measure: Wording("Measure", "指标")
    case .value: Wording("Value", "数值")
    case .formula: Wording("Formula", "公式")
    case .gap: Wording("What cooperation is worth at most", "合作的最大价值")
    case .anarchy: Wording("Price of anarchy", "无政府代价")
    case .uniqueness: Wording("Outcome when each acts alone", "各自行动的结果")
    case .isUnique: Wording("the only equilibrium", "唯一均衡")
    case .isNotUnique: Wording("not shown to be the only equilibrium", "未证明均衡唯一")
    case .core:
      Wording(
        "Divisions that no group of members would leave",
        "无人愿意退出的分摊",
        gains: (
          "Divisions that no group of members would leave",
          "无人愿意退出的分配"
        ))
    case .coreEmpty: Wording("none: the core is empty", "不存在：核心为空")
    case .coreFilled:
      Wording(
        "exist: the core is not empty",
        "存在：核心非空",
        gains: (
          "exist: the core is not empty",
          "存在：核心非空"
        ))
    case .leastCore: Wording("Payment that would keep every group", "留住每一组合所需的补偿")
    case .leastCoreSaving:
      Wording(
        "none: every group can be left a saving of {x}",
        "无需补偿：每一组合都可保留{x}的节约",
        gains: (
          "none: every group can be left {x} more than on its own",
          "无需补偿：每一组合可比单独行动多得{x}"
        ))
    case .costTable:
      Wording(
        "Cost of every member alone and together, in {unit}",
        "各成员单独与共同行动的成本，单位：{unit}",
        gains: (
          "Gain of every member alone and together, in {unit}",
          "各成员单独与共同行动的收益，单位：{unit}"
        ))
    case .stableWithout: Wording("Largest group that holds without payments", "无转移支付时最大的稳定组合")
    case .stableWith: Wording("Largest group that holds with payments", "有转移支付时最大的稳定组合")
    case .nobody: Wording("not even a pair", "连两方也不能维持")
    case .mainRisk: Wording("Main risk", "主要风险")
    case .riskCoordination: Wording("coordination", "协调")
    case .riskDivision: Wording("division", "分配")
    case .riskDefection: Wording("defection", "违约")
    case .riskNone: Wording("none stands out", "不突出")
    case .losers: Wording("Worse off together without payments", "无转移支付时因共同行动受损")
    case .dependenceFinding:
      Wording(
        "{who} depends most on another: what {on} does moves its cost by {share}",
        "{who}对他方的依赖最大：{on}的行为可使其成本变动{share}",
        gains: (
          "{who} depends most on another: what {on} does moves its gain by {share}",
          "{who}对他方的依赖最大：{on}的行为可使其收益变动{share}"
        ))
    case .dependenceFindingSmall:
      Wording(
        "No member's cost hangs on what another does",
        "没有成员的成本取决于他方的行为",
        gains: (
          "No member's gain hangs on what another does",
          "没有成员的收益取决于他方的行为"
        ))
    case .dependenceDescription:
      Wording(
        "A matrix with a row and a column for each member; each cell says by what part of its cost alone the row's cost moves with what the column does. Darker is more.",
        "每个成员一行一列；单元格表示列成员的行为使行成员成本变动的幅度，以行成员的单独成本为基数，颜色越深越大。",
        gains: (
          "A matrix with a row and a column for each member; each cell says by what part of its gain alone the row's gain moves with what the column does. Darker is more.",
          "每个成员一行一列；单元格表示列成员的行为使行成员收益变动的幅度，以行成员的单独收益为基数，颜色越深越大。"
        ))
    case .dependenceNote:
      Wording(
        "Row: whose cost. Column: whose action moves it. In percent of the row's cost alone.",
        "行：成本所属成员；列：行为使其变动的成员。单位：行成员单独成本的百分比。",
        gains: (
          "Row: whose gain. Column: whose action moves it. In percent of the row's gain alone.",
          "行：收益所属成员；列：行为使其变动的成员。单位：行成员单独收益的百分比。"
        ))
    case .dependenceTable:
      Wording(
        "How far each member's cost moves with what another does, in percent",
        "各成员成本随他方行为变动的幅度（百分比）",
        gains: (
          "How far each member's gain moves with what another does, in percent",
          "各成员收益随他方行为变动的幅度（百分比）"
        ))
    case .pairNote:
      Wording(
        "Pairs below one percent are left out here; the files beside this page have all.",
        "低于1%的成员对未列出，全部见随附数据文件。")
    case .pairFinding: Wording("{first} and {second} depend most on each other", "{first}与{second}相互依赖最深")
    case .pairDescription:
      Wording(
        "For the pairs that depend most on each other, their mutual dependence and how uneven it is.",
        "相互依赖最深的各对成员，其相互依赖程度及不对称程度。")
    case .pairTable: Wording("Pairs by mutual dependence", "按相互依赖程度排列的成员对")
    case .firstParty: Wording("First", "成员一")
    case .secondParty: Wording("Second", "成员二")
    case .mutual: Wording("Mutual dependence", "相互依赖")
    case .imbalance: Wording("Imbalance", "不对称")
    case .even: Wording("even part", "对称部分")
    case .uneven: Wording("imbalance", "不对称部分")
    }
  }
}
