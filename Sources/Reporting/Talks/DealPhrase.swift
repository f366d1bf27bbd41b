/// What is said of a negotiation and its deals in a short answer.
enum DealPhrase: String, Phrase {
  case opening, zone, noZone, neverServed, nearest, alone, anyAlone, notAlone, openers
  case fairByAll, fairBy, shares, andAsGood, nash, kalaiSmorodinsky, egalitarian, utilitarian
  case lands, parted, inRound, afterProposals, nothingLeft, allCouldGain, someCouldGain, tooMany, waited, noneLands
  case alternatingOffers, monotonicConcession, singleText, simultaneousBids, votedProposals, bilateralTalks
  case deadline, walkedAway, deadlock, noPackage, noDraft
  case series, seriesOfChances, isMean, privateRange, deal, of, points
  case issueHead, dealHead, nearestHead, noDealHead, idealHead, bestHead, worthTo, inUnit

  var wording: Wording {
    switch self {
    case .opening:
      Wording("{title}: {n#party#parties}, {m#issue#issues}, {k} packages.", "{title}：{n}方，{m}项议题，{k}种方案。")
    case .zone:
      Wording(
        "A deal is possible: {n#package suits#packages suit} everyone and cannot be bettered for one without loss to another.",
        "可以达成协议：有{n}种方案各方都能接受，且无法在不损害他方的前提下让任何一方更好。")
    case .noZone: Wording("No package is good enough for everyone.", "没有任何方案能让各方都接受。")
    case .neverServed:
      Wording("To {who} even the best package is worth less than no deal.", "对{who}来说，最好的方案也不如不达成协议。")
    case .nearest:
      Wording(
        "The package nearest to a deal falls short of what is had without one: {who}.", "最接近协议的方案仍不及不达成协议时所得，差距为：{who}。"
      )
    case .alone:
      Wording("A deal opens if one party asks for less: {who}.", "只要一方降低要求即可达成协议：{who}。")
    case .anyAlone:
      Wording("A deal opens if any one of these asks for less: {who}.", "下列任一方降低要求即可达成协议：{who}。")
    case .notAlone:
      Wording("No party opens a deal by asking for less alone; several have to.", "单独一方降低要求还不够，须多方同时降低。")
    case .openers:
      Wording(
        "A new option, or another problem settled at the same table, may open one too.",
        "增加新的选项，或把另一问题放到同一谈判桌上一并解决，也可能促成协议。")
    case .fairByAll:
      Wording(
        "Every rule of fairness chooses {deal}: the largest product of gains (Nash), equal shares of what each could gain (Kalai and Smorodinsky), equal gains in points.",
        "各种公平规则都选择{deal}：收益乘积最大（纳什）、各得可得收益的同等比例（卡莱—斯莫罗丁斯基）、收益分数相等。")
    case .fairBy: Wording("{rule}: {deal}.", "{rule}：{deal}。")
    case .shares:
      Wording(
        "Of the most that each could gain in a deal that all accept, {deal} gives: {who}.",
        "在{deal}中，各方得到其在各方都接受的协议中最多可得收益的：{who}。")
    case .andAsGood: Wording("{deals} and {n#package#packages} as good", "{deals}以及{n}种同样好的方案")
    case .nash: Wording("The largest product of gains (Nash)", "收益乘积最大（纳什）")
    case .kalaiSmorodinsky:
      Wording(
        "The most equal shares of what each could gain (Kalai and Smorodinsky)", "各得可得收益的比例最均等（卡莱—斯莫罗丁斯基）")
    case .egalitarian:
      Wording("The most equal gains, as if a point were the same to all", "收益最均等（假定各方的分数可比）")
    case .utilitarian: Wording("The largest sum of gains", "收益总和最大")
    case .lands: Wording("{how}: {deal} {when}; {left}.", "{how}：{when}达成{deal}；{left}。")
    case .parted: Wording("{how}: no deal, since {why}.", "{how}：未达成协议，因为{why}。")
    case .inRound: Wording("in round {n}", "第{n}轮")
    case .afterProposals: Wording("after {n#proposal#proposals}", "经{n}次提议")
    case .nothingLeft: Wording("nothing is left on the table", "没有未实现的共同收益")
    case .allCouldGain:
      Wording(
        "everyone could still gain at least {p} of the way from its worst to its best ({deal})",
        "各方至少还可再得其最差与最好之间的{p}（{deal}）")
    case .someCouldGain: Wording("some could have more and nobody less ({deal})", "还可让部分方更好而无人受损（{deal}）")
    case .tooMany:
      Wording(
        "There are too many packages to bargain over in rounds; give fewer or coarser options to see where it lands.",
        "方案过多，无法逐轮模拟谈判；减少选项或加大步长即可。")
    case .alternatingOffers: Wording("Offers in turn", "轮流出价")
    case .monotonicConcession: Wording("Concessions by whoever risks least", "由风险承受最小的一方让步")
    case .singleText: Wording("A mediator's single text", "调解人的单一文本")
    case .simultaneousBids: Wording("Sealed bids at once", "同时密封出价")
    case .votedProposals: Wording("Proposals put to the vote", "提案表决")
    case .bilateralTalks: Wording("Talks of two, side by side", "多场双边会谈并行")
    case .deadline: Wording("the rounds run out", "轮次用尽")
    case .walkedAway: Wording("a party leaves the table", "有一方离席")
    case .deadlock: Wording("nobody can concede any more", "无人能再让步")
    case .noDraft: Wording("no draft suits everyone", "没有各方都能接受的草案")
    case .waited: Wording("Waiting leaves of its worth: {who}.", "计入等待成本后所余价值：{who}。")
    case .noneLands:
      Wording("Nor is a deal reached by any of the rules of bargaining looked at.", "所考察的各种谈判规则也都无法达成协议。")
    case .noPackage: Wording("no package suits everyone", "没有各方都能接受的方案")
    case .series:
      Wording(
        "{how}, {n#run#runs} with strategies drawn by chance: {p} end in a deal; on average, with what waiting costs: {who}.",
        "{how}，随机抽取策略模拟{n}次：{p}达成协议；计入等待成本后的平均所得：{who}。")
    case .seriesOfChances:
      Wording(
        "{how}, {n#run#runs} with strategies and private reservations drawn by chance: in {z} some package suits everyone, {p} end in a deal; on average, with what waiting costs: {who}.",
        "{how}，随机抽取策略与保密的底线模拟{n}次：{z}存在各方都能接受的方案，{p}达成协议；计入等待成本后的平均所得：{who}。")
    case .isMean:
      Wording(
        "What no deal is worth to {who} is private and told by chances; here it is taken at its mean, as far as runs do not draw it.",
        "{who}不达成协议时的所得保密，仅知其概率；除随机模拟外，均按平均值计算。")
    case .privateRange: Wording("({low} to {high}, mean {mean})", "（{low}至{high}，均值{mean}）")
    case .deal: Wording("deal {n}", "方案{n}")
    case .of: Wording("{who} {what}", "{who}{what}")
    case .points: Wording("{n} points", "{n}分")
    case .issueHead: Wording("Issue", "议题")
    case .dealHead: Wording("Deal {n}", "方案{n}")
    case .nearestHead: Wording("Nearest", "最接近的方案")
    case .noDealHead: Wording("No deal", "不达成协议")
    case .idealHead: Wording("At most, if all accept", "各方接受时最多")
    case .bestHead: Wording("At most", "最多")
    case .worthTo: Wording("Worth to {who}", "对{who}的价值")
    case .inUnit: Wording("{issue} ({unit})", "{issue}（{unit}）")
    }
  }
}
