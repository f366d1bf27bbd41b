import Studies

/// The formulas of measures that have words in them; the others are the same in every language.
enum MeasureFormula: String, Phrase {
  case priceOfAnarchy, priceOfStability, gapOfWorstEquilibrium, gapOfBestEquilibrium, equilibriumCount
  case rankedEquilibria, opposedEquilibria, crossingActions, largestTemptation, largestTemptationOfWinners
  case largestLossAtOptimum, carriers, leavers, winnersOfGap, exposure, basinOfBest, neededBelief
  case coordinationRisk, bystanderElasticity, bystanderFall, proximityDecay, proximityFit, coreDeficit
  case ruleDisagreement, largestStableAgreement, horizontalShare, verticalShare, functionalShare

  var wording: Wording {
    switch self {
    case .priceOfAnarchy:
      Wording(
        "max over equilibria E of Σᵢ Cᵢ(E) / Σᵢ Cᵢ(O); of gains, the inverse",
        "各均衡 E 的 Σᵢ Cᵢ(E) / Σᵢ Cᵢ(O) 之最大值；计收益时取倒数")
    case .priceOfStability:
      Wording(
        "min over equilibria E of Σᵢ Cᵢ(E) / Σᵢ Cᵢ(O); of gains, the inverse",
        "各均衡 E 的 Σᵢ Cᵢ(E) / Σᵢ Cᵢ(O) 之最小值；计收益时取倒数")
    case .gapOfWorstEquilibrium:
      Wording(
        "max over equilibria E of (Σᵢ Cᵢ(E) − Σᵢ Cᵢ(O)) / size",
        "各均衡 E 的 (Σᵢ Cᵢ(E) − Σᵢ Cᵢ(O)) / 利害总额 之最大值")
    case .gapOfBestEquilibrium:
      Wording(
        "min over equilibria E of (Σᵢ Cᵢ(E) − Σᵢ Cᵢ(O)) / size",
        "各均衡 E 的 (Σᵢ Cᵢ(E) − Σᵢ Cᵢ(O)) / 利害总额 之最小值")
    case .equilibriumCount:
      Wording(
        "number of equilibria that differ in what somebody bears",
        "使至少一方负担不同的均衡个数")
    case .rankedEquilibria:
      Wording(
        "pairs E, F with Cᵢ(E) ≤ Cᵢ(F) for all i",
        "对所有 i 均有 Cᵢ(E) ≤ Cᵢ(F) 的均衡对 E、F 的个数")
    case .opposedEquilibria:
      Wording(
        "pairs E, F with Cᵢ(E) < Cᵢ(F) and Cⱼ(E) > Cⱼ(F) for some i, j",
        "存在 i、j 使 Cᵢ(E) < Cᵢ(F) 且 Cⱼ(E) > Cⱼ(F) 的均衡对 E、F 的个数")
    case .crossingActions:
      Wording(
        "pairs E, F with aᵢ(E) < aᵢ(F) and aⱼ(E) > aⱼ(F) for some i, j",
        "存在 i、j 使 aᵢ(E) < aᵢ(F) 且 aⱼ(E) > aⱼ(F) 的均衡对 E、F 的个数")
    case .largestTemptation:
      Wording(
        "maxᵢ (Cᵢ(O) − Cᵢ(D(i))) / size",
        "maxᵢ (Cᵢ(O) − Cᵢ(D(i))) / 利害总额")
    case .largestTemptationOfWinners:
      Wording(
        "max over i with Cᵢ(O) ≤ Cᵢ(N) of (Cᵢ(O) − Cᵢ(D(i))) / size",
        "满足 Cᵢ(O) ≤ Cᵢ(N) 的各 i 的 (Cᵢ(O) − Cᵢ(D(i))) / 利害总额 之最大值")
    case .largestLossAtOptimum:
      Wording(
        "maxᵢ (Cᵢ(O) − Cᵢ(N)) / size",
        "maxᵢ (Cᵢ(O) − Cᵢ(N)) / 利害总额")
    case .carriers:
      Wording(
        "fewest over equilibria E of the i with xᵢ(E) > 0 that are tempted or have xᵢ(E) > xᵢ(O)",
        "xᵢ(E) > 0 且受诱惑或 xᵢ(E) > xᵢ(O) 的成员 i 的个数，取各均衡 E 中最少者")
    case .leavers:
      Wording(
        "fewest over equilibria E of the i with xᵢ(E) = 0 < xᵢ(O)",
        "xᵢ(E) = 0 < xᵢ(O) 的成员 i 的个数，取各均衡 E 中最少者")
    case .winnersOfGap:
      Wording(
        "fewest over equilibria E of the i with Cᵢ(E) < Cᵢ(O)",
        "Cᵢ(E) < Cᵢ(O) 的成员 i 的个数，取各均衡 E 中最少者")
    case .exposure:
      Wording(
        "Σⱼ |sᵢⱼ|, sᵢⱼ = the fall of i's cost when j moves from N to O, over |Cᵢ(N)|",
        "Σⱼ |sᵢⱼ|，sᵢⱼ 为 j 由 N 转为 O 时 i 负担的下降额与 |Cᵢ(N)| 之比")
    case .basinOfBest:
      Wording(
        "share of starting points from which best replies lead to the best equilibrium",
        "由其出发经最优反应达到最好均衡的起点所占比例")
    case .neededBelief:
      Wording(
        "least p with Σₖ B(k; n − 1, p)·Aᵢ(k) ≥ 0 from p on, Aᵢ(k) = i's gain by the good action when k others take it",
        "自 p 起 Σₖ B(k; n − 1, p)·Aᵢ(k) ≥ 0 的最小 p，Aᵢ(k) 为有 k 个他方采取好行动时 i 采取该行动的好处")
    case .coordinationRisk:
      Wording(
        "maxᵢ of the needed belief",
        "各 i 所需信念之最大值")
    case .bystanderElasticity:
      Wording(
        "slope of ln x̄ᵢ(k) in ln k, x̄ᵢ(k) = i's mean contribution when k can act",
        "ln x̄ᵢ(k) 对 ln k 的斜率，x̄ᵢ(k) 为有 k 方可行动时 i 的平均投入")
    case .bystanderFall:
      Wording(
        "1 − xᵢ(all can act) / xᵢ(i alone can act)",
        "1 − xᵢ(全体可行动) / xᵢ(仅 i 可行动)")
    case .proximityDecay:
      Wording(
        "−slope of ln wᵢⱼ in the distance dᵢⱼ",
        "ln wᵢⱼ 对距离 dᵢⱼ 的斜率之变号值")
    case .proximityFit:
      Wording(
        "R² of ln wᵢⱼ on dᵢⱼ",
        "ln wᵢⱼ 对 dᵢⱼ 回归的 R²")
    case .coreDeficit:
      Wording(
        "least ε with Σ over S of xᵢ ≤ c(S) + ε for every S, over size",
        "使每一 S 的 Σ xᵢ ≤ c(S) + ε 成立的最小 ε 与利害总额之比")
    case .ruleDisagreement:
      Wording(
        "maxᵢ (greatest − least share of i among rules) / size",
        "maxᵢ (各规则下 i 的最大份额 − 最小份额) / 利害总额")
    case .largestStableAgreement:
      Wording(
        "most members of an agreement nobody gains by leaving or joining",
        "无人因退出或加入而获益的协议的最多成员数")
    case .horizontalShare:
      Wording(
        "mean over orders of remedies of what union of governments adds / gap",
        "政府联合所增弥合额对各办法次序的平均 / 差距")
    case .verticalShare:
      Wording(
        "mean over orders of remedies of what the upper level's instrument adds / gap",
        "上级手段所增弥合额对各办法次序的平均 / 差距")
    case .functionalShare:
      Wording(
        "mean over orders of remedies of what union of agencies adds / gap",
        "部门联合所增弥合额对各办法次序的平均 / 差距")
    }
  }
}

extension Voice {
  /// The formula of `measure`: as it was found, or in the words of this language.
  func formula(of measure: MeasureFinding) -> String {
    guard language != .english, let phrase = MeasureFormula(rawValue: measure.measure),
      phrase.wording.english == measure.formula
    else { return Voice.tidy(measure.formula) }
    return say(phrase)
  }
}
