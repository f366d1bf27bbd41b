/// What is said of who pays what.
enum SharePhrase: String, Phrase {
  case pays, inUnits, finding, findingNone, findingEmpty, description, standAlone, coreBand, asPart, tableTitle, player
  case aloneHead, coreLow, coreHigh, violationTitle, rule, members, paysHead, aloneCost, excess, noViolations
  case wouldLeave, proposedMark, undefined, undefinedTitle, reason, proposed, certificate, certificateOpen, exactTitle
  case noIndicator, exact, disagreement, convention, note, jointCost, notAnswered, parts, outliers

  var wording: Wording {
    switch self {
    case .pays:
      Wording(
        "{who} pays {share}",
        "{who}付{share}",
        gains: (
          "{who} gets {share}",
          "{who}得{share}"
        ))
    case .inUnits: Wording("Amounts in {unit}.", "单位：{unit}。")
    case .finding:
      Wording(
        "{broken#rule#rules} of {all} would drive some members away; {rule} would not",
        "{all}种规则中有{broken}种会使部分成员退出，{rule}不会")
    case .findingNone: Wording("None of the {all#rule#rules} drives a member away", "{all}种规则都不会使成员退出")
    case .findingEmpty:
      Wording("{broken#rule#rules} of {all} would drive some members away", "{all}种规则中有{broken}种会使部分成员退出")
    case .description:
      Wording(
        "For each member, what each rule asks of it, as points, against the cost of going alone, as a bar. The figures are the share under the proposed rule and the cost alone, in {unit}.",
        "每个成员在各规则下的份额（点）与单独成本（竖线）的比较。数字为拟议规则下的份额和单独成本，单位：{unit}。",
        gains: (
          "For each member, what each rule gives it, as points, against what it gets alone, as a bar. The figures are the share under the proposed rule and the gain alone, in {unit}.",
          "每个成员在各规则下的份额（点）与单独收益（竖线）的比较。数字为拟议规则下的份额和单独收益，单位：{unit}。"
        ))
    case .standAlone:
      Wording(
        "cost of going alone",
        "单独成本",
        gains: (
          "what it gets alone",
          "单独收益"
        ))
    case .coreBand: Wording("what no group would object to (core)", "各组合均不反对的范围（核心）")
    case .asPart:
      Wording(
        "The axis is each member's share as a part of its cost alone.",
        "横轴为各成员份额占其单独成本的比例。",
        gains: (
          "The axis is each member's share as a part of what it gets alone.",
          "横轴为各成员份额与其单独收益之比。"
        ))
    case .tableTitle: Wording("Shares under each rule, in {unit}", "各规则下的份额，单位：{unit}")
    case .player: Wording("Member", "成员")
    case .aloneHead: Wording("Alone", "单独")
    case .coreLow: Wording("Core, least", "核心下限")
    case .coreHigh: Wording("Core, most", "核心上限")
    case .violationTitle: Wording("Who would leave, and under which rule, in {unit}", "何者会在何种规则下退出，单位：{unit}")
    case .rule: Wording("Rule", "规则")
    case .members: Wording("Members that would leave", "会退出的成员")
    case .paysHead:
      Wording(
        "Pay together",
        "合计应付",
        gains: (
          "Get together",
          "合计所得"
        ))
    case .aloneCost:
      Wording(
        "Pay on their own",
        "自行承担",
        gains: (
          "Get on their own",
          "自行可得"
        ))
    case .excess:
      Wording(
        "Too much",
        "多付",
        gains: (
          "Too little",
          "少得"
        ))
    case .noViolations: Wording("Under none of the rules would a group do better on its own.", "各规则下均无组合单独行动会更好。")
    case .wouldLeave: Wording("{rule} † ({count#group leaves#groups leave})", "{rule} †（{count}个组合退出）")
    case .proposedMark: Wording("{rule} — proposed", "{rule}（拟议）")
    case .undefined: Wording("no answer", "无解")
    case .noIndicator:
      Wording("The case names no indicator to go by, such as population.", "案例未指定分配依据（如人口）。")
    case .undefinedTitle: Wording("Rules without an answer here", "在此无解的规则")
    case .reason: Wording("Why", "原因")
    case .proposed: Wording("Proposed: {rule}.", "拟议规则：{rule}。")
    case .certificate:
      Wording(
        "That these shares are the nucleolus has been proved by a certificate (Kohlberg 1971) checked apart from how they were found, in {levels#stage#stages}.",
        "这些份额为核仁，已由独立于求解过程的证明（Kohlberg 1971）验证，共{levels}级。",
        gains: (
          "That these shares are the nucleolus has been proved by a certificate (Kohlberg 1971) checked apart from how they were found, in {levels#stage#stages}.",
          "这些份额为核仁，已由独立于求解过程的证明（Kohlberg 1971）验证，共{levels}级。"
        ))
    case .certificateOpen:
      Wording(
        "The certificate of the nucleolus is open within {within}: the figures are not exact enough to decide.",
        "核仁证明在{within}的误差内未能确定：数据精度不足。")
    case .exactTitle: Wording("Exact shares, in {unit}", "精确份额，单位：{unit}")
    case .exact: Wording("Exact share", "精确份额")
    case .disagreement:
      Wording("The rules differ most over {who}: by {amount}.", "各规则对{who}的分歧最大：相差{amount}。")
    case .convention: Wording("Worth of a coalition: {x}.", "联盟价值的计算：{x}。")
    case .note: Wording("† some members would do better on their own.", "† 部分成员单独行动会更好。")
    case .jointCost:
      Wording(
        "The joint cost to share is {cost}.",
        "待分摊的共同成本为{cost}。",
        gains: (
          "The joint gain to share is {cost}.",
          "待分配的共同收益为{cost}。"
        ))
    case .notAnswered: Wording("–", "–")
    case .outliers:
      Wording("A point at the edge with an arrow lies further out; the table has its figure.", "边缘带箭头的点位于图外，数值见表。")
    case .parts:
      Wording(
        "Part of cost alone",
        "占单独成本比例",
        gains: (
          "Part of gain alone",
          "与单独收益之比"
        ))
    }
  }
}

/// What is said of what the answer hinges on, of the setting, the inputs and the sources.
enum GroundPhrase: String, Phrase {
  case rangeFinding, rangeFindingNone, rangeDescription, atLow, atHigh, changes, rangeTable, input, best, low, high
  case formAtLow, formAtHigh, netAtLow, netAtHigh, switchesAt, switchesTo, status, baseLine, rangeNote
  case noHinges
  case institutions, institution, kind, members, since, goals, goal, baseline, target, unit, date, positions, party
  case demand, concern, actionCost, urgency
  case inputTitle, inputLead, inputLeadAll, inputLeadNone, count, values, source, ground, warnings, assumedMark,
    withRange
  case licence, note

  var wording: Wording {
    switch self {
    case .rangeFinding:
      Wording("{which} moves the net gain most: between {low} and {high}", "{which}对净收益影响最大：在{low}与{high}之间")
    case .rangeFindingNone: Wording("No single figure moves the net gain", "没有单项数据影响净收益")
    case .rangeDescription:
      Wording(
        "For each uncertain figure, the net gain when it stands at its low and at its high end, all else as it is, in {unit}.",
        "每项不确定数据取下限和上限、其他不变时的净收益，单位：{unit}。")
    case .atLow: Wording("at low end", "取下限")
    case .atHigh: Wording("at high end", "取上限")
    case .changes: Wording("another form is best there", "此处最佳形式改变")
    case .baseLine: Wording("as it stands", "现值")
    case .rangeTable: Wording("What each uncertain figure changes, in {unit}", "各项不确定数据的影响，单位：{unit}")
    case .rangeNote: Wording("{shown} of {all} figures are drawn; the table has all.", "图中为{all}项中的{shown}项，全部见表。")
    case .input: Wording("Figure", "数据")
    case .best: Wording("Best estimate", "最佳估计")
    case .low: Wording("Low", "下限")
    case .high: Wording("High", "上限")
    case .formAtLow: Wording("Best form at low", "下限时最佳形式")
    case .formAtHigh: Wording("Best form at high", "上限时最佳形式")
    case .netAtLow: Wording("Net gain at low", "下限时净收益")
    case .netAtHigh: Wording("Net gain at high", "上限时净收益")
    case .switchesAt: Wording("Switches at", "转折点")
    case .switchesTo: Wording("Switches to", "转为")
    case .status: Wording("Status", "状态")
    case .noHinges: Wording("No figure of this case is uncertain.", "本案例没有不确定的数据。")
    case .institutions: Wording("Institutions there are", "现有制度")
    case .institution: Wording("Institution", "制度")
    case .kind: Wording("Kind", "类型")
    case .members: Wording("Members", "成员")
    case .since: Wording("Since", "始于")
    case .goals: Wording("Goals", "目标")
    case .goal: Wording("Goal", "目标")
    case .baseline: Wording("Baseline", "基准")
    case .target: Wording("Target", "目标值")
    case .unit: Wording("Unit", "单位")
    case .date: Wording("By", "期限")
    case .positions: Wording("What each party wants", "各方诉求")
    case .party: Wording("Party", "参与方")
    case .demand: Wording("Demand", "诉求")
    case .concern: Wording("Concern", "顾虑")
    case .actionCost: Wording("Cost of acting", "行动成本")
    case .urgency: Wording("Urgency", "紧迫程度")
    case .inputTitle: Wording("Every set of figures the study used", "本研究使用的全部数据")
    case .inputLead:
      Wording(
        "{assumed} of {all#set of figures is#sets of figures are} assumed: not measured for this region. They are marked ▲.",
        "{all}组数据中有{assumed}组为假设，并非本区域的实测，以▲标出。")
    case .inputLeadAll:
      Wording(
        "All {all#set of figures is#sets of figures are} assumed: not measured for this region. They are marked ▲.",
        "全部{all}组数据均为假设，并非本区域的实测，以▲标出。")
    case .inputLeadNone: Wording("None of the figures is assumed.", "没有假设的数据。")
    case .count: Wording("Figures", "个数")
    case .values: Wording("Values", "数值范围")
    case .withRange: Wording("{status}, with a range", "{status}，有取值范围")
    case .source: Wording("Source", "来源")
    case .warnings: Wording("What the check of the case warned of", "案例检查的提示")
    case .assumedMark: Wording("▲ {status}", "▲ {status}")
    case .ground: Wording("Source and remark", "来源与说明")
    case .licence: Wording("Licence: {x}.", "许可：{x}。")
    case .note: Wording("Note", "注")
    }
  }
}
