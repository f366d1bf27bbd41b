/// The sentences of the headline and the summary.
enum SummaryPhrase: String, Phrase {
  case headlineForm, headlineUnsure, headlineNone, headlineNothing
  case jointFacility, spillover, spilloverOneWay, commonStandard, competition, normalForm, otherFamily
  case depth, depthPlain, nothingToGain
  case riskCoordination, riskCoordinationSome, riskDivision, riskDefection, riskNone
  case losers, noLosers, freeRider, noFreeRider
  case form, allMembers, noForm, formCost, runnerUp, runnerUpEqual
  case pays, paysRange, noRule
  case leave, leaveAlone, leaveMore, nobodyLeaves, coreEmpty, coreHolds
  case switches, switchesMean, noSwitch, chance, assumed, allAssumed, unverified, noneAssumed
  case decidedByGuess, decidedByData, decidedAlso, chanceOther, findOut, findOutNothing

  var wording: Wording {
    switch self {
    case .headlineForm:
      Wording(
        "Acting alone costs {who} {gap} more than acting as one; the form that fits best, {form}, can be expected to bring {net} of it.",
        "{who}各自行动比共同行动多花{gap}；最适合的合作形式是{form}，预期净收益为{net}。",
        gains: (
          "Acting as one would bring {who} {gap} more than acting alone; the form that fits best, {form}, can be expected to bring {net} of it.",
          "{who}共同行动可比各自行动多得{gap}；最适合的合作形式是{form}，预期净收益为{net}。"
        ))
    case .headlineUnsure:
      Wording(
        "Acting alone costs {who} {gap} more than acting as one; at the best estimates the form that fits best, {form}, can be expected to bring {net} of it, but over the range of the figures {other} is best more often.",
        "{who}各自行动比共同行动多花{gap}；按最佳估计，最适合的合作形式是{form}，预期净收益为{net}，但在数据的取值范围内，{other}更常为最佳。",
        gains: (
          "Acting as one would bring {who} {gap} more than acting alone; at the best estimates the form that fits best, {form}, can be expected to bring {net} of it, but over the range of the figures {other} is best more often.",
          "{who}共同行动可比各自行动多得{gap}；按最佳估计，最适合的合作形式是{form}，预期净收益为{net}，但在数据的取值范围内，{other}更常为最佳。"
        ))
    case .headlineNone:
      Wording(
        "Acting alone costs {who} {gap} more than acting as one, yet no form of cooperation is worth its own costs and risks.",
        "{who}各自行动比共同行动多花{gap}，但没有一种合作形式值得付出它的成本和风险。",
        gains: (
          "Acting as one would bring {who} {gap} more than acting alone, yet no form of cooperation is worth its own costs and risks.",
          "{who}共同行动可比各自行动多得{gap}，但没有一种合作形式值得付出它的成本和风险。"
        ))
    case .headlineNothing:
      Wording("{who} have nothing to gain from acting as one.", "{who}共同行动没有收益。")
    case .jointFacility:
      Wording(
        "{who} can each build and run the same facility for themselves, or share one.",
        "{who}可以各自建设和运营同类设施，也可以共用一个。")
    case .spillover:
      Wording(
        "What each of {who} does reaches others, who have no say in it.", "{who}各自的行为影响他方，而受影响者无权干预。")
    case .spilloverOneWay:
      Wording(
        "What is done in {who} reaches {to}, without a say for those it reaches.", "{who}的行为影响{to}，而受影响者无权干预。")
    case .commonStandard:
      Wording(
        "A standard in common would serve {who}, but changing over is worth its trouble to each only if enough others change as well.",
        "统一标准可使{who}受益，但只有足够多的其他方也转换，每一方的转换才划算。")
    case .competition:
      Wording(
        "{who} compete with one another, and what one does for itself changes what the others get.",
        "{who}相互竞争，一方为自身所做的选择会改变他方的得失。")
    case .normalForm:
      Wording("What {who} each choose decides what the others get.", "{who}各自的选择决定彼此的所得。")
    case .otherFamily: Wording("{who} share a problem.", "{who}面对同一个问题。")
    case .depth:
      Wording(
        "If each looks after itself the bill is {alone}; if all act as one it is {together}: {gap} less, or {part} of the first.",
        "各自行动总成本为{alone}，共同行动为{together}，相差{gap}，占前者的{part}。",
        gains: (
          "If each looks after itself they get {alone} in all; if all act as one they get {together}: {gap} more, or {part} of the first.",
          "各自行动总收益为{alone}，共同行动为{together}，多得{gap}，为前者的{part}。"
        ))
    case .depthPlain:
      Wording(
        "If each looks after itself the bill is {alone}; if all act as one it is {together}: {gap} less.",
        "各自行动总成本为{alone}，共同行动为{together}，相差{gap}。",
        gains: (
          "If each looks after itself they get {alone} in all; if all act as one they get {together}: {gap} more.",
          "各自行动总收益为{alone}，共同行动为{together}，多得{gap}。"
        ))
    case .nothingToGain:
      Wording(
        "If each looks after itself the bill is {alone}, and acting as one would not lower it.",
        "各自行动总成本为{alone}，共同行动并不能降低它。",
        gains: (
          "If each looks after itself they get {alone} in all, and acting as one would not raise it.",
          "各自行动总收益为{alone}，共同行动并不能提高它。"
        ))
    case .riskCoordination:
      Wording(
        "The main risk is that they do not come together, although each would gain if all did.",
        "主要风险是各方无法协调一致，尽管一致行动对每一方都有利。")
    case .riskCoordinationSome:
      Wording("The main risk is that they do not come together.", "主要风险是各方无法协调一致。")
    case .riskDivision:
      Wording(
        "The main risk is that they cannot agree on who pays what.",
        "主要风险是各方无法就成本分摊达成一致。",
        gains: (
          "The main risk is that they cannot agree on who gets what.",
          "主要风险是各方无法就收益分配达成一致。"
        ))
    case .riskDefection:
      Wording(
        "The main risk is that some break the agreement once the others keep it.", "主要风险是在他方守约时有人违约。")
    case .riskNone:
      Wording("None of the three risks of cooperation stands out.", "三种合作风险均不突出。")
    case .losers:
      Wording(
        "Without payments between them, {who} would be worse off acting as one.", "若没有转移支付，{who}参与共同行动反而受损。")
    case .noLosers:
      Wording("No one would be worse off acting as one, even without payments.", "即使没有转移支付，也无人因共同行动受损。")
    case .freeRider:
      Wording(
        "{who} would gain most by leaving the work to the others: {saving}.",
        "{who}搭便车的好处最大：{saving}。",
        gains: (
          "{who} would gain most by breaking away while the others keep to acting as one: {saving}.",
          "在他方坚持共同行动时，{who}背离的好处最大：{saving}。"
        ))
    case .noFreeRider:
      Wording(
        "No one gains by leaving the work to the others.",
        "没有人能从搭便车中获益。",
        gains: (
          "No one gains by breaking away while the others keep to acting as one.",
          "在他方坚持共同行动时，没有人能因背离获益。"
        ))
    case .form:
      Wording(
        "The form that fits best is {form}, with {who} taking part: its expected net gain is {net}.",
        "最适合的合作形式是{form}，参加者为{who}：预期净收益为{net}。")
    case .allMembers: Wording("all of them", "全体成员")
    case .noForm:
      Wording(
        "No form of cooperation is worth its own costs and risks; acting alone stays best.",
        "没有一种合作形式值得付出它的成本和风险，各自行动仍是最好的选择。")
    case .formCost:
      Wording(
        "It takes {cost} to set up and run and {autonomy} in lost autonomy, and has a chance of {chance} of coming about and holding.",
        "它的建立和运行成本为{cost}，自主权损失为{autonomy}，达成并维持的可能性为{chance}。")
    case .runnerUp:
      Wording(
        "The next best is {form}, with {net}: {difference} less.", "其次是{form}，净收益为{net}，少{difference}。")
    case .runnerUpEqual:
      Wording("The net gain of {form} is the same.", "{form}的净收益与之相同。")
    case .pays:
      Wording(
        "Under {rule}, {shares}.",
        "按{rule}分摊，{shares}。",
        gains: (
          "Under {rule}, {shares}.",
          "按{rule}分配，{shares}。"
        ))
    case .paysRange:
      Wording(
        "Under {rule} the shares run from {low} ({lowWho}) to {high} ({highWho}); all of them are under “{section}”.",
        "按{rule}分摊，各方份额从{low}（{lowWho}）到{high}（{highWho}）不等，详见“{section}”。",
        gains: (
          "Under {rule} the shares run from {low} ({lowWho}) to {high} ({highWho}); all of them are under “{section}”.",
          "按{rule}分配，各方份额从{low}（{lowWho}）到{high}（{highWho}）不等，详见“{section}”。"
        ))
    case .noRule:
      Wording(
        "No rule for sharing is proposed.",
        "本研究没有提出分摊规则。",
        gains: (
          "No rule for sharing is proposed.",
          "本研究没有提出分配规则。"
        ))
    case .leave:
      Wording(
        "{who} would leave under {rule}: together they would pay {pays}, alone {alone}.",
        "若采用{rule}，{who}将会退出：合计须付{pays}，而自行承担只需{alone}。",
        gains: (
          "{who} would leave under {rule}: together they would get {pays}, on their own {alone}.",
          "若采用{rule}，{who}将会退出：合计只得{pays}，而自行行动可得{alone}。"
        ))
    case .leaveAlone:
      Wording(
        "{who} would leave under {rule}: it would pay {pays}, alone {alone}.",
        "若采用{rule}，{who}将会退出：须付{pays}，而自行承担只需{alone}。",
        gains: (
          "{who} would leave under {rule}: it would get {pays}, alone {alone}.",
          "若采用{rule}，{who}将会退出：只得{pays}，而单独行动可得{alone}。"
        ))
    case .leaveMore:
      Wording(
        "{count#other rule also gives#other rules also give} some members a reason to leave: {rules}.",
        "另有{count}种规则也会使部分成员退出：{rules}。")
    case .nobodyLeaves:
      Wording(
        "Under none of the rules compared would a group of members do better on its own.", "在所比较的各种规则下，没有任何成员组合单独行动会更好。"
      )
    case .coreEmpty:
      Wording(
        "No division whatever keeps every group of members content: each group would need {excess} from outside to stay.",
        "任何分摊都不能使所有成员组合满意；每个成员组合须从外部得到{excess}。",
        gains: (
          "No division whatever keeps every group of members content: each group would need {excess} from outside to stay.",
          "任何分配都不能使所有成员组合满意；每个成员组合须从外部得到{excess}。"
        ))
    case .coreHolds:
      Wording(
        "There are divisions that leave every group of members better off than on its own.",
        "存在使每一成员组合都优于单独行动的分摊办法。",
        gains: (
          "There are divisions that leave every group of members better off than on its own.",
          "存在使每一成员组合都优于单独行动的分配办法。"
        ))
    case .switches:
      Wording(
        "The nearest switch is that of {input}: at {value} instead of {best}, {form} becomes best.",
        "最近的转折点在{input}：若其为{value}而非{best}，则{form}成为最佳。")
    case .switchesMean:
      Wording(
        "The nearest switch is that of {input}: at {value} on average instead of {best}, {form} becomes best.",
        "最近的转折点在{input}：若其平均为{value}而非{best}，则{form}成为最佳。")
    case .noSwitch:
      Wording(
        "No single uncertain figure, moved over its range, changes which form is best.",
        "任何单项不确定数据在其范围内变动，都不改变最佳合作形式。")
    case .chance:
      Wording(
        "When the {ranged#set of figures that has a range varies#sets of figures that have a range vary} together, {form} stays best in {chance} of {draws#draw#draws}.",
        "{ranged}组有取值范围的数据同时变动时，在{draws}次抽样中，{form}有{chance}仍为最佳。")
    case .chanceOther:
      Wording(
        "When the {ranged#set of figures that has a range varies#sets of figures that have a range vary} together, {form} is best in only {chance} of {draws#draw#draws}; best most often, in {most}, is {other}.",
        "{ranged}组有取值范围的数据同时变动时，在{draws}次抽样中，{form}仅有{chance}为最佳；最常为最佳的是{other}，占{most}。")
    case .decidedByGuess:
      Wording(
        "Of the figures that decide which form is best, {count#is#are} assumed rather than observed: {which}.",
        "在左右最佳形式的数据中，有{count}项为假设而非观测：{which}。")
    case .decidedByData:
      Wording(
        "Which form is best is decided by {which}; none of these is a mere assumption.", "最佳形式取决于{which}，均非单纯的假设。")
    case .decidedAlso: Wording("Also decisive: {which}.", "此外还取决于{which}。")
    case .findOut:
      Wording(
        "Before choosing, it is worth most to find out {input}: knowing it would be worth {worth}.",
        "选择之前最值得查明的是{input}，其信息价值为{worth}。")
    case .findOutNothing:
      Wording(
        "No single figure is known to be worth finding out before choosing: each value is within its error of nothing.",
        "选择之前没有一项数据值得单独查明：各项信息价值均与零无显著差别。")
    case .allAssumed:
      Wording(
        "All {total#set#sets} of figures used are assumed rather than observed: {which}.",
        "所用{total}组数据全部为假设而非观测：{which}。")
    case .assumed:
      Wording(
        "Of the {total#set#sets} of figures used, {count#is#are} assumed rather than observed: {which}.",
        "所用{total}组数据中有{count}组为假设而非观测：{which}。")
    case .unverified:
      Wording(
        "{count#set is#sets are} unverified, quoted without being traced to where they were first printed: {which}.",
        "{count}组数据未经核实，引用时未追溯至最初出处：{which}。")
    case .noneAssumed:
      Wording("None of the figures used is a mere assumption of the case.", "所用数据均非案例的假设。")
    }
  }
}
