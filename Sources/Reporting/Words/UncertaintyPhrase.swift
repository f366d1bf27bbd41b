/// What is said of how sure the choice is, and of where another form would be best.
enum UncertaintyPhrase: String, Phrase {
  case lead, refused, refusedChoice, inEveryForm
  case bestFinding, bestNone, bestDescription, bestTable, bestNote, standardError, choice, chance
  case spreadFinding, spreadDescription, spreadTable, spreadNote, median, mean, deviation, low5, low25, high75, high95
  case chanceOfGain
  case regretTitle, regretSame, regretApart, regretDescription, regretTable, regretNote, expectedRegret, worstRegret
  case gridAll, gridSome, gridDescription, gridTable, gridNote, formKey
  case nextTitle, perfect, nextFinding, nextNothing, nextDescription, nextTable, nextNote, worthOfKnowing
  case partFinding, partNone, partDescription, partTable, partNote, firstShare, totalShare, from, to, others
  case range95, fewer
  case stripFinding, stripFindingNone, stripDescription, stripTable, stripNote, bestEstimate, partFrom, partTo, bestHere
  case mapFinding, mapFindingOne, mapDescription, mapTable, mapBest, mapNote

  var wording: Wording {
    switch self {
    case .lead:
      Wording(
        "{inputs#set of uncertain figures is#sets of uncertain figures are} drawn together {draws#time#times}; every form is appraised on the same draws.",
        "{inputs}组不确定数据同时抽样{draws}次，各种形式均按同一样本评价。")
    case .refused:
      Wording(
        "{n#draw is#draws are} left out, since their figures make no game together.", "另有{n}次抽样的数据不能构成博弈，未计入。")
    case .refusedChoice: Wording("figures that make no game", "数据不能构成博弈")
    case .inEveryForm: Wording("{number} (in every form)", "{number}（各形式）")

    case .bestFinding: Wording("{form} is best in {chance} of the draws", "{form}在{chance}的抽样中为最佳")
    case .bestNone: Wording("No choice is best in any of the draws", "没有一种选择在抽样中成为最佳")
    case .bestDescription:
      Wording(
        "For each form, and for acting alone, in what part of the draws it is best; the whiskers reach 1.96 standard errors to either side.",
        "各种形式及各自行动成为最佳的抽样比例；须线为上下各 1.96 个标准误。")
    case .bestTable: Wording("Chance of being best", "成为最佳的可能性")
    case .bestNote:
      Wording(
        "Acting alone is best where no form brings the region more than nothing.", "没有一种形式能给区域带来净收益时，各自行动为最佳。")
    case .standardError: Wording("Standard error", "标准误")
    case .choice: Wording("Choice", "选择")
    case .chance: Wording("Chance", "可能性")

    case .spreadFinding:
      Wording(
        "The net gain of {form} lies between {low} and {high} nine times in ten",
        "{form}的净收益有九成落在{low}与{high}之间")
    case .spreadDescription:
      Wording(
        "For each form, the net gain of the region over the draws, in {unit}: the thin bar reaches from the 5th to the 95th percentile, the thick one over the middle half, the stroke stands at the median.",
        "各种形式在抽样中的区域净收益，单位：{unit}；细条为第 5 至第 95 百分位，粗条为中间一半，短线为中位数。")
    case .spreadTable: Wording("Net gain over the draws, in {unit}", "抽样中的净收益，单位：{unit}")
    case .spreadNote:
      Wording(
        "Thin bar: nine draws in ten. Thick bar: the middle half. Stroke: the median, which is the figure on the right. In {unit}. A form that does not come about brings nothing.",
        "细条：九成抽样；粗条：中间一半；短线：中位数，即右侧数字。单位：{unit}。未能达成的形式净收益为零。")
    case .median: Wording("Median", "中位数")
    case .mean: Wording("Mean", "均值")
    case .deviation: Wording("Standard deviation", "标准差")
    case .low5: Wording("5th percentile", "第 5 百分位")
    case .low25: Wording("25th percentile", "第 25 百分位")
    case .high75: Wording("75th percentile", "第 75 百分位")
    case .high95: Wording("95th percentile", "第 95 百分位")
    case .chanceOfGain: Wording("Chance of a gain", "有净收益的可能性")
    case .fewer:
      Wording(
        "{n#form that comes about in no draw is#forms that come about in no draw are} not shown.",
        "未显示在任何抽样中均无法达成的{n}种形式。")

    case .regretTitle: Wording("Which choice would be regretted least", "哪种选择最不易后悔")
    case .regretSame:
      Wording(
        "{form} is the choice to be regretted least, both on average and at worst",
        "无论就平均还是就最坏情形而言，最不易后悔的选择都是{form}")
    case .regretApart:
      Wording(
        "On average {expected} would be regretted least; who fears the worst would choose {worst}",
        "就平均而言，最不易后悔的选择是{expected}；就最坏情形而言是{worst}")
    case .regretDescription:
      Wording(
        "For each form, what choosing it loses against the best choice of each draw, on average and at worst, in {unit}.",
        "选择各种形式与每次抽样中的最佳选择相比的损失：期望值与最大值，单位：{unit}。")
    case .regretTable: Wording("Regret of each form, in {unit}", "各种形式的后悔值，单位：{unit}")
    case .regretNote:
      Wording(
        "Regret: what a choice loses against the best choice of the same draw. In {unit}.",
        "后悔值：一种选择与同一样本中最佳选择相比的损失。单位：{unit}。")
    case .expectedRegret: Wording("expected", "期望后悔值")
    case .worstRegret: Wording("worst", "最大后悔值")

    case .gridAll:
      Wording("Under {form}, all who take part gain in most draws", "在{form}下，所有参加者在多数抽样中受益")
    case .gridSome:
      Wording(
        "Under {form}, no more than half of the draws bring a gain to {who}", "在{form}下，{who}仅在不超过一半的抽样中受益")
    case .gridDescription:
      Wording(
        "For each member and each form, in what part of the draws the member gains, in percent.",
        "各成员在各种形式下受益的抽样比例（百分比）。")
    case .gridTable: Wording("Who gains under which form, in percent of the draws", "各形式下的受益成员（占抽样的百分比）")
    case .gridNote:
      Wording("In percent of the draws; darker is more often.", "占抽样的百分比，颜色越深越常受益。")
    case .formKey: Wording("{letter}  {form}", "{letter}  {form}")

    case .nextTitle: Wording("What to find out next", "最值得查明的数据")
    case .perfect:
      Wording(
        "To know every uncertain figure before choosing would be worth {worth}, with a standard error of {error}.",
        "选择之前若能掌握全部不确定数据，平均价值为{worth}（完全信息价值，标准误{error}）。")
    case .nextFinding:
      Wording("Knowing {input} before choosing would be worth most: {worth}", "选择之前最值得查明的是{input}：其信息价值为{worth}")
    case .nextNothing:
      Wording(
        "No single figure is known to be worth finding out: each value is within its error of nothing",
        "没有一项数据值得单独查明：各项信息价值均与零无显著差别")
    case .nextDescription:
      Wording(
        "For each uncertain figure, what it would be worth to know it before choosing, in {unit}; the whiskers reach 1.96 standard errors to either side.",
        "各项不确定数据在选择之前查明的价值，单位：{unit}；须线为上下各 1.96 个标准误。")
    case .nextTable: Wording("What knowing each figure would be worth, in {unit}", "各项数据的信息价值，单位：{unit}")
    case .nextNote:
      Wording(
        "What the choice would gain on average if the figure were known first, in {unit}. Nobody should spend more on finding it out.",
        "先查明该数据再作选择平均可增加的收益，单位：{unit}；查明数据的花费不应超过此值。")
    case .worthOfKnowing: Wording("Worth of knowing", "信息价值")

    case .partFinding:
      Wording(
        "What {form} brings depends most on {input}: {share} of its variance",
        "{form}净收益的变动主要来自{input}：占方差的{share}")
    case .partNone: Wording("The net gain does not vary over the draws", "净收益在抽样中没有变化")
    case .partDescription:
      Wording(
        "For each uncertain figure, the share of the variance of the net gain that it makes alone (ring) and with everything it takes part in (disc); the whiskers are 95 percent intervals.",
        "各项不确定数据对净收益方差的贡献：单独贡献（圆环）与包括一切交互作用的总贡献（圆点）；须线为 95% 置信区间。")
    case .partTable: Wording("Share of each figure in the variance of the net gain", "各项数据对净收益方差的贡献（敏感度）")
    case .partNote:
      Wording(
        "Alone: what would go from the variance if the figure became known. With others: what would stay if all but it were known. Estimates; the whiskers are 95 percent intervals, and a share may come out slightly below 0 or above 100 percent.",
        "单独：查明该数据可消除的方差比例；含交互：其余数据均已查明时仍剩的方差比例。均为估计值，须线为 95% 置信区间，可能略低于 0 或高于 100%。")
    case .firstShare: Wording("alone", "单独")
    case .totalShare: Wording("with others", "含交互")
    case .from: Wording("{which}, from", "{which}下限")
    case .to: Wording("{which}, to", "{which}上限")
    case .others: Wording("all other figures together", "其余数据合计")
    case .range95: Wording("95 percent interval", "95% 置信区间")

    case .stripFinding:
      Wording(
        "{n#figure changes#figures change} which form is best somewhere in the range", "有{n}项数据在其范围内改变最佳形式")
    case .stripFindingNone: Wording("No figure changes which form is best", "没有一项数据改变最佳形式")
    case .stripDescription:
      Wording(
        "For each figure, which form is best along its range while all else stays at the best estimate; letters stand for forms.",
        "其他数据取最佳估计时，各项数据在其范围内对应的最佳形式；字母代表形式。")
    case .stripTable: Wording("Which form is best along the range of each figure", "各项数据范围内的最佳形式")
    case .stripNote:
      Wording(
        "Below each strip: the ends of the range and the values at which another form takes over. {shown} of {all} figures are drawn; the table has all.",
        "条带下方：范围两端及最佳形式改变的转折点。图中为{all}项中的{shown}项，全部见表。")
    case .bestEstimate: Wording("best estimate", "最佳估计")
    case .partFrom: Wording("From", "自")
    case .partTo: Wording("To", "至")
    case .bestHere: Wording("Best form", "最佳形式")

    case .mapFinding:
      Wording(
        "Where {across} and {up} move together, {n#choice is#choices are} best somewhere",
        "{across}与{up}同时变动时，共有{n}种选择在某处为最佳")
    case .mapFindingOne:
      Wording(
        "{form} stays best wherever {across} and {up} move together", "{across}与{up}无论怎样同时变动，{form}始终最佳")
    case .mapDescription:
      Wording(
        "For each pair of values of the two figures, which form is best, all else at the best estimate; letters stand for forms.",
        "两项数据取各组值、其他取最佳估计时的最佳形式；字母代表形式。")
    case .mapTable: Wording("Which form is best where: {across} across, {up} down", "各处的最佳形式：横向为{across}，纵向为{up}")
    case .mapBest: Wording("best estimates", "最佳估计")
    case .mapNote: Wording("Letters: {keys}.", "字母：{keys}。")
    }
  }
}
