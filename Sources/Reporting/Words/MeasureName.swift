/// What the measures of a diagnosis are called.
enum MeasureName: String, Phrase {
  case cooperationGap, relativeGap, priceOfAnarchy, priceOfStability, gapOfWorstEquilibrium, gapOfBestEquilibrium
  case equilibriumCount, rankedEquilibria, opposedEquilibria, crossingActions
  case freeRidingIncentive, largestTemptation, largestTemptationOfWinners, lossAtOptimum, largestLossAtOptimum
  case winnersOfGap, carriers, leavers, contributionShortfall, shortfallShare, criticalDiscountFactor,
    pooledDiscountFactor
  case exposure, benefitFromOthers, harmFromOthers, mutualDependence, powerImbalance
  case basinOfBest, neededBelief, coordinationRisk, firstMoverLoss, laplacianAdvantage
  case bystanderElasticity, bystanderFall, proximityDecay, proximityFit
  case coreDeficit, ruleDisagreement, largestStableAgreement, horizontalShare, verticalShare, functionalShare

  var wording: Wording {
    switch self {
    case .cooperationGap: Wording("What cooperation is worth at most", "合作的最大价值")
    case .relativeGap: Wording("The same as a part of the total when each acts alone", "合作的最大价值占各自行动总额的比例")
    case .priceOfAnarchy: Wording("Price of anarchy", "无政府代价")
    case .priceOfStability: Wording("Price of stability", "稳定代价")
    case .gapOfWorstEquilibrium: Wording("How far the worst equilibrium falls short", "最差均衡与最优的差距")
    case .gapOfBestEquilibrium: Wording("How far the best equilibrium falls short", "最好均衡与最优的差距")
    case .equilibriumCount: Wording("Equilibria that differ", "不同均衡的个数")
    case .rankedEquilibria: Wording("Pairs of equilibria of which all prefer one", "全体偏好其一的均衡对数")
    case .opposedEquilibria: Wording("Pairs of equilibria about which members differ", "成员偏好相左的均衡对数")
    case .crossingActions: Wording("Pairs of equilibria in which some do more and others less", "有人多做、有人少做的均衡对数")
    case .freeRidingIncentive: Wording("Gain from breaking away", "背离的好处")
    case .largestTemptation: Wording("Largest gain from breaking away", "背离的最大好处")
    case .largestTemptationOfWinners:
      Wording("Largest gain from breaking away, of those who gain by acting as one", "共同行动受益者中背离的最大好处")
    case .lossAtOptimum: Wording("Loss by acting as one, without payments", "无转移支付时共同行动的损失")
    case .largestLossAtOptimum: Wording("Largest loss by acting as one, without payments", "无转移支付时共同行动的最大损失")
    case .winnersOfGap: Wording("Members that do better short of the optimum", "未达最优时反而更好的成员数")
    case .carriers: Wording("Members that carry others", "替他方承担的成员数")
    case .leavers: Wording("Members that leave it to others", "留给他方承担的成员数")
    case .contributionShortfall: Wording("Contribution missing when each acts alone", "各自行动时的投入缺口")
    case .shortfallShare: Wording("Part of the contribution that is missing", "投入缺口的比例")
    case .criticalDiscountFactor: Wording("Patience needed to keep to acting as one", "坚持共同行动所需的耐心")
    case .pooledDiscountFactor: Wording("Patience needed when members may pay each other", "允许转移支付时所需的耐心")
    case .exposure: Wording("Exposure to what the others do", "受他方行为影响的程度")
    case .benefitFromOthers: Wording("Benefit from the others’ cooperation", "因他方合作而受益")
    case .harmFromOthers: Wording("Harm from the others’ cooperation", "因他方合作而受损")
    case .mutualDependence: Wording("Mutual dependence", "相互依赖")
    case .powerImbalance: Wording("Imbalance of power", "权力不对称")
    case .basinOfBest: Wording("Starting points that lead to the best equilibrium", "通向最好均衡的起点比例")
    case .neededBelief: Wording("Belief in the others needed to begin", "起步所需的对他方的信念")
    case .coordinationRisk: Wording("Belief that the most reluctant needs", "最不情愿者所需的信念")
    case .firstMoverLoss: Wording("Loss by moving first", "率先行动的损失")
    case .laplacianAdvantage: Wording("Gain by acting when nothing is known of the others", "对他方一无所知时行动的好处")
    case .bystanderElasticity: Wording("How contributions change as more can act", "可行动者增多时投入的变化")
    case .bystanderFall: Wording("Contribution given up because others can act", "因他方也可行动而放弃的投入")
    case .proximityDecay: Wording("How fast ties fall with distance", "联系随距离减弱的速度")
    case .proximityFit: Wording("How well distance explains ties", "距离对联系的解释程度")
    case .coreDeficit: Wording("What it would take to keep every group", "留住每一组合所需的补偿")
    case .ruleDisagreement: Wording("Largest disagreement between fair rules", "公平规则间的最大分歧")
    case .largestStableAgreement: Wording("Members of the largest agreement that holds", "最大稳定协议的成员数")
    case .horizontalShare: Wording("Part of the gap between governments", "差距中政府之间的部分")
    case .verticalShare: Wording("Part of the gap with the level above", "差距中上下级之间的部分")
    case .functionalShare: Wording("Part of the gap between agencies of one government", "差距中同一政府各部门之间的部分")
    }
  }

  /// Whether it counts things, where a finding does not name its unit.
  var isCount: Bool {
    switch self {
    case .equilibriumCount, .rankedEquilibria, .opposedEquilibria, .crossingActions, .winnersOfGap, .carriers, .leavers,
      .largestStableAgreement:
      true
    default: false
    }
  }
}

/// What the values of a measure count.
enum MeasureUnit: String, Phrase {
  case money, share, ratio, count, discountFactor, elasticity, perDistance

  /// The value with what it counts, where that is not plain from the number.
  var wording: Wording {
    switch self {
    case .money, .share, .ratio, .count: Wording("{x}", "{x}")
    case .discountFactor: Wording("{x} of 1", "{x}（满值1）")
    case .elasticity: Wording("{x}% for 1%", "每1%变化{x}%")
    case .perDistance: Wording("{x} a kilometre", "每公里{x}")
    }
  }
}

/// What is said around the measures.
enum MeasurePhrase: String, Phrase {
  case allTitle, playerTitle, playerMoreTitle, formulaTitle, measure, formula, source, notation, byDefinition, ownForm,
    given
  case friedmanOwn, levinOwn, casciaroOwn, morrisOwn, shapleyOwn

  var wording: Wording {
    switch self {
    case .allTitle: Wording("Every measure of the region, with its formula", "全部区域指标及其公式")
    case .playerTitle: Wording("What each member is up against", "各成员面对的处境")
    case .playerMoreTitle: Wording("Further measures of each member", "各成员的其他指标")
    case .formulaTitle: Wording("The formulas of the members’ measures", "成员指标的公式")
    case .measure: Wording("Measure", "指标")
    case .formula: Wording("Formula", "公式")
    case .source: Wording("After", "出处")
    case .notation:
      Wording(
        "In the formulas C is what a member bears, N the outcome when each acts alone, O the one when all act as one, D(i) the one when i alone leaves it, x a contribution, a an action, q the chance in a year that a breach is seen, F a fine, c(S) what a group bears on its own. “Size” is what is at stake: the largest sum of what all bear, in any outcome.",
        "公式中 C 为成员的负担，N 为各自行动的结果，O 为共同行动的结果，D(i) 为仅 i 背离时的结果，x 为投入，a 为行动，q 为违约一年内被发现的可能，F 为罚款，c(S) 为组合自行承担的负担。“利害总额”为各种结果中全体负担之和的最大值。",
        gains: (
          "In the formulas C is a gain with its sign turned, N the outcome when each acts alone, O the one when all act as one, D(i) the one when i alone leaves it, x a contribution, a an action, q the chance in a year that a breach is seen, F a fine, c(S) what a group gains on its own, its sign turned too. “Size” is what is at stake: the largest sum of what all get, in any outcome.",
          "公式中 C 为变号的收益，N 为各自行动的结果，O 为共同行动的结果，D(i) 为仅 i 背离时的结果，x 为投入，a 为行动，q 为违约一年内被发现的可能，F 为罚款，c(S) 为组合自行可得的收益（同样变号）。“利害总额”为各种结果中全体所得之和的最大值。"
        ))
    case .byDefinition: Wording("by definition", "按定义")
    case .ownForm: Wording("own form", "自设形式")
    case .given: Wording("{formula} — {source}", "{formula} — {source}")
    case .friedmanOwn: Wording("Friedman (1971); with detection and fine, own form", "Friedman（1971）；含发现与罚款，自设形式")
    case .levinOwn: Wording("after Levin (2003), own form", "依据 Levin（2003），自设形式")
    case .casciaroOwn:
      Wording("Casciaro & Piskorski (2005), of stakes: own form", "Casciaro & Piskorski（2005），用于利害关系：自设形式")
    case .morrisOwn:
      Wording("Morris, Rob & Shin (1995), of a common belief: own form", "Morris, Rob & Shin（1995），用于共同信念：自设形式")
    case .shapleyOwn:
      Wording("Shapley (1953), after Shorrocks (2013); the remedies own", "Shapley（1953），依据 Shorrocks（2013）；办法为自设")
    }
  }
}
