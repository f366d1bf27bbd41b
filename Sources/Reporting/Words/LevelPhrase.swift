/// What is said of the levels of government between which a gap lies, and of what the levels above would do.
enum LevelPhrase: String, Phrase {
  case title, finding, description, table, horizontal, functional, vertical, part, gap, legend
  case leverTitle, subsidyBest, subsidyNone, evaluationBest, evaluationNone, jointBest, jointNone
  case costs, closes, widens, highestCloses, highestWidens, highestNothing
  case outlooks, sameOutlooks, exact, within, grid
  case leverTable, member, changeAt, paid, total
  case viewTable, level, minds, alone, together, gain, viewNote, each, nobody, weighted

  var wording: Wording {
    switch self {
    case .title: Wording("Between which levels the gap lies", "差距位于哪些层级之间")
    case .finding: Wording("{part} of the gap lies {where}", "差距的{part}{where}")
    case .description:
      Wording(
        "The gap between acting alone and acting as one, divided into what lies between governments, between agencies of one government, and with the level above.",
        "各自行动与共同行动之间的差距，分为政府之间、同一政府各部门之间以及与上级之间的部分。")
    case .table: Wording("Parts of the gap", "差距的构成")
    case .horizontal: Wording("between governments", "在政府之间")
    case .functional: Wording("between agencies of one government", "在同一政府各部门之间")
    case .vertical: Wording("with the level above", "在上下级之间")
    case .part: Wording("Part", "部分")
    case .gap: Wording("The gap", "差距")
    case .legend: Wording("{where}: {part}", "{where}：{part}")
    case .leverTitle: Wording("What {who} would do", "{who}会怎么做")
    case .subsidyBest:
      Wording(
        "For {who} it is best to pay {rate} of what members put in; up to {upTo} could be paid.",
        "{who}最有利的做法是补助各成员投入的{rate}（上限{upTo}）。")
    case .subsidyNone:
      Wording(
        "For {who} it is best to pay nothing, though up to {upTo} of what members put in could be paid.",
        "{who}最有利的做法是不予补助，尽管最多可补助各成员投入的{upTo}。")
    case .evaluationBest:
      Wording(
        "For {who} it is best to judge officials so that what the other members bear counts {rate} as much as what their own does; up to {upTo} is possible.",
        "{who}最有利的做法是在官员考核中，把其他成员的负担按本地负担的{rate}计入（上限{upTo}）。",
        gains: (
          "For {who} it is best to judge officials so that what the other members get counts {rate} as much as what their own does; up to {upTo} is possible.",
          "{who}最有利的做法是在官员考核中，把其他成员的所得按本地所得的{rate}计入（上限{upTo}）。"
        ))
    case .evaluationNone:
      Wording(
        "For {who} it is best to judge officials as before, though what the other members bear could be made to count up to {upTo} as much as what their own does.",
        "{who}最有利的做法是维持现有考核，尽管最多可把其他成员的负担按本地负担的{upTo}计入。",
        gains: (
          "For {who} it is best to judge officials as before, though what the other members get could be made to count up to {upTo} as much as what their own does.",
          "{who}最有利的做法是维持现有考核，尽管最多可把其他成员的所得按本地所得的{upTo}计入。"
        ))
    case .jointBest:
      Wording(
        "For {who} it is best to give the joint result {rate} more weight in promotion; up to {upTo} is possible.",
        "{who}最有利的做法是把共同业绩在晋升中的权重提高{rate}（上限{upTo}）。")
    case .jointNone:
      Wording(
        "For {who} it is best to give the joint result no more weight in promotion, though up to {upTo} is possible: more effort costs the officials, and what the public has of it is not in their game.",
        "{who}最有利的做法是不再提高共同业绩在晋升中的权重，尽管最多可提高{upTo}：更多的努力由官员承担，公众由此所得不在他们的博弈之内。")
    case .costs: Wording("The level above bears {cost} for it.", "上级为此承担{cost}。")
    case .closes: Wording("It closes {closed} of the gap, its own cost counted.", "计入上级成本，可弥合差距的{closed}。")
    case .widens:
      Wording(
        "For all together, its own cost counted, the gap grows by {closed} of itself.", "计入上级成本，对全体而言差距扩大{closed}。")
    case .highestCloses:
      Wording(
        "At the most that is possible, {upTo}, {closed} of the gap would be closed.", "若用至上限{upTo}，可弥合差距的{closed}。")
    case .highestWidens:
      Wording(
        "At the most that is possible, {upTo}, the gap would grow by {closed} of itself, its cost counted.",
        "若用至上限{upTo}，计入其成本，差距扩大{closed}。")
    case .highestNothing:
      Wording("Even at the most that is possible, {upTo}, nobody would do otherwise.", "即使用至上限{upTo}，各成员的行为也不会改变。")
    case .outlooks:
      Wording(
        "Other equilibria are possible. If members came to the best of them for it, {who} would choose {best} and close {bestClosed} of the gap that would then be left; if to the worst, {worst} and {worstClosed}.",
        "还可能出现其他均衡：若各成员达到对其最有利的均衡，{who}会选择{best}，弥合届时差距的{bestClosed}；若达到最不利的均衡，则为{worst}和{worstClosed}。")
    case .sameOutlooks:
      Wording(
        "Other equilibria are possible; {who} would choose the same reckoning with the best or with the worst of them.",
        "还可能出现其他均衡；无论按其中最有利还是最不利者考虑，{who}的选择相同。")
    case .exact: Wording("The choice is exact.", "该选择是精确的。")
    case .within: Wording("No choice is better for it by more than {x}.", "没有其他选择能使其多得超过{x}。")
    case .grid:
      Wording(
        "The choice is the best of 200 that were looked at, with a search around it; that none is better was not shown.",
        "该选择是200个取值中的最优者并在其附近细查；尚未证明没有更优者。")
    case .leverTable:
      Wording(
        "What the lever of {who} changes in what each bears, in {unit}", "{who}使各方负担改变多少，单位：{unit}",
        gains: ("What the lever of {who} changes in what each gets, in {unit}", "{who}使各方所得改变多少，单位：{unit}"))
    case .member: Wording("Member", "成员")
    case .changeAt: Wording("At {x}", "{x}时")
    case .paid: Wording("{who}, for its lever", "{who}（手段的成本）")
    case .total: Wording("All together", "合计")
    case .viewTable:
      Wording(
        "What the levels above mind: what those bear that count for them, in {unit}", "各上级看重的负担，单位：{unit}",
        gains: ("What the levels above mind: what those get that count for them, in {unit}", "各上级看重的所得，单位：{unit}"))
    case .level: Wording("Level above", "上级")
    case .minds: Wording("Who counts", "看重的成员")
    case .alone: Wording("Each alone", "各自行动")
    case .together: Wording("All as one", "共同行动")
    case .gain: Wording("Difference", "差额")
    case .viewNote: Wording("Before any payment between members.", "未计成员之间的转移支付。")
    case .each: Wording("every member", "全体成员")
    case .nobody: Wording("nobody", "无")
    case .weighted: Wording("{who} ({x})", "{who}（{x}）")
    }
  }
}
