/// One number of a diagnosis: what it measures, about whom, and how much.
///
///     measure.kind.formula  // "Σ cost at the equilibrium − Σ cost at the optimum"
///     measure.kind.unit     // .money
public struct DiagnosticMeasure: Sendable, Equatable, Codable {
  /// About whom a number is.
  public enum Scope: Sendable, Equatable, Codable {
    case region
    case player(Int)
    case pair(Int, Int)
  }

  /// What a number counts.
  public enum Unit: String, Sendable, Codable, CaseIterable {
    /// The game's currency a year.
    case money
    /// A part of a whole.
    case share
    /// One amount over another of the same kind.
    case ratio
    /// How many.
    case count
    /// The weight of the next year against this one, 0 to 1.
    case discountFactor
    /// Percent for one percent.
    case elasticity
    /// A part lost for each unit of distance.
    case perDistance
  }

  public let kind: Kind
  public let scope: Scope
  /// None where the formula has no value, as its type says.
  public let value: Double?

  public init(_ kind: Kind, _ scope: Scope = .region, _ value: Double?) {
    self.kind = kind
    self.scope = scope
    self.value = value
  }
}

extension DiagnosticMeasure {
  /// What is measured, as the code of its formula.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case cooperationGap, relativeGap, priceOfAnarchy, priceOfStability
    case gapOfWorstEquilibrium, gapOfBestEquilibrium
    case equilibriumCount, rankedEquilibria, opposedEquilibria, crossingActions
    case freeRidingIncentive, largestTemptation, largestTemptationOfWinners
    case lossAtOptimum, largestLossAtOptimum, carriers, leavers, winnersOfGap
    case contributionShortfall, shortfallShare
    case criticalDiscountFactor, pooledDiscountFactor
    case exposure, benefitFromOthers, harmFromOthers, mutualDependence, powerImbalance
    case basinOfBest, neededBelief, coordinationRisk, firstMoverLoss, laplacianAdvantage
    case bystanderElasticity, bystanderFall
    case proximityDecay, proximityFit
    case coreDeficit, ruleDisagreement, largestStableAgreement
    case horizontalShare, verticalShare, functionalShare

    /// What its values count.
    public var unit: Unit {
      switch self {
      case .cooperationGap, .freeRidingIncentive, .lossAtOptimum, .contributionShortfall, .firstMoverLoss,
        .laplacianAdvantage:
        .money
      case .priceOfAnarchy, .priceOfStability, .proximityFit, .exposure, .benefitFromOthers, .harmFromOthers,
        .mutualDependence, .powerImbalance:
        .ratio
      case .equilibriumCount, .rankedEquilibria, .opposedEquilibria, .crossingActions, .carriers, .leavers,
        .winnersOfGap,
        .largestStableAgreement:
        .count
      case .criticalDiscountFactor, .pooledDiscountFactor: .discountFactor
      case .bystanderElasticity: .elasticity
      case .proximityDecay: .perDistance
      case .relativeGap, .gapOfWorstEquilibrium, .gapOfBestEquilibrium, .largestTemptation,
        .largestTemptationOfWinners, .largestLossAtOptimum, .shortfallShare, .basinOfBest, .neededBelief,
        .coordinationRisk, .bystanderFall, .coreDeficit, .ruleDisagreement, .horizontalShare, .verticalShare,
        .functionalShare:
        .share
      }
    }

    /// The formula. C is a cost, N the equilibrium when all act alone, O the optimum, D(i) what i bears when it alone
    /// leaves the optimum, x a contribution; "size" is ``GameDiagnosis/size``.
    public var formula: String {
      switch self {
      case .cooperationGap: "Σᵢ Cᵢ(N) − Σᵢ Cᵢ(O)"
      case .relativeGap: "(Σᵢ Cᵢ(N) − Σᵢ Cᵢ(O)) / |Σᵢ Cᵢ(N)|"
      case .priceOfAnarchy: "max over equilibria E of Σᵢ Cᵢ(E) / Σᵢ Cᵢ(O); of gains, the inverse"
      case .priceOfStability: "min over equilibria E of Σᵢ Cᵢ(E) / Σᵢ Cᵢ(O); of gains, the inverse"
      case .gapOfWorstEquilibrium: "max over equilibria E of (Σᵢ Cᵢ(E) − Σᵢ Cᵢ(O)) / size"
      case .gapOfBestEquilibrium: "min over equilibria E of (Σᵢ Cᵢ(E) − Σᵢ Cᵢ(O)) / size"
      case .equilibriumCount: "number of equilibria that differ in what somebody bears"
      case .rankedEquilibria: "pairs E, F with Cᵢ(E) ≤ Cᵢ(F) for all i"
      case .opposedEquilibria: "pairs E, F with Cᵢ(E) < Cᵢ(F) and Cⱼ(E) > Cⱼ(F) for some i, j"
      case .crossingActions: "pairs E, F with aᵢ(E) < aᵢ(F) and aⱼ(E) > aⱼ(F) for some i, j"
      case .freeRidingIncentive: "Cᵢ(O) − Cᵢ(D(i))"
      case .largestTemptation: "maxᵢ (Cᵢ(O) − Cᵢ(D(i))) / size"
      case .largestTemptationOfWinners: "max over i with Cᵢ(O) ≤ Cᵢ(N) of (Cᵢ(O) − Cᵢ(D(i))) / size"
      case .lossAtOptimum: "Cᵢ(O) − Cᵢ(N)"
      case .largestLossAtOptimum: "maxᵢ (Cᵢ(O) − Cᵢ(N)) / size"
      case .carriers: "fewest over equilibria E of the i with xᵢ(E) > 0 that are tempted or have xᵢ(E) > xᵢ(O)"
      case .leavers: "fewest over equilibria E of the i with xᵢ(E) = 0 < xᵢ(O)"
      case .winnersOfGap: "fewest over equilibria E of the i with Cᵢ(E) < Cᵢ(O)"
      case .contributionShortfall: "xᵢ(O) − xᵢ(N)"
      case .shortfallShare: "1 − xᵢ(N) / xᵢ(O)"
      case .criticalDiscountFactor: "t / (t + q(Cᵢ(N) − Cᵢ(O))), t = max(0, Cᵢ(O) − Cᵢ(D(i)) − qF)"
      case .pooledDiscountFactor: "Σᵢ tᵢ / (Σᵢ tᵢ + q(Σᵢ Cᵢ(N) − Σᵢ Cᵢ(O)))"
      case .exposure: "Σⱼ |sᵢⱼ|, sᵢⱼ = the fall of i's cost when j moves from N to O, over |Cᵢ(N)|"
      case .benefitFromOthers: "Σⱼ max(sᵢⱼ, 0)"
      case .harmFromOthers: "Σⱼ max(−sᵢⱼ, 0)"
      case .mutualDependence: "Dᵢⱼ + Dⱼᵢ, Dᵢⱼ = max(sᵢⱼ, 0)"
      case .powerImbalance: "|Dᵢⱼ − Dⱼᵢ|, Dᵢⱼ = max(sᵢⱼ, 0)"
      case .basinOfBest: "share of starting points from which best replies lead to the best equilibrium"
      case .neededBelief:
        "least p with Σₖ B(k; n − 1, p)·Aᵢ(k) ≥ 0 from p on, Aᵢ(k) = i's gain by the good action when k others take it"
      case .coordinationRisk: "maxᵢ of the needed belief"
      case .firstMoverLoss: "−Aᵢ(0)"
      case .laplacianAdvantage: "(1/n) Σₖ Aᵢ(k), k = 0 … n − 1"
      case .bystanderElasticity: "slope of ln x̄ᵢ(k) in ln k, x̄ᵢ(k) = i's mean contribution when k can act"
      case .bystanderFall: "1 − xᵢ(all can act) / xᵢ(i alone can act)"
      case .proximityDecay: "−slope of ln wᵢⱼ in the distance dᵢⱼ"
      case .proximityFit: "R² of ln wᵢⱼ on dᵢⱼ"
      case .coreDeficit: "least ε with Σ over S of xᵢ ≤ c(S) + ε for every S, over size"
      case .ruleDisagreement: "maxᵢ (greatest − least share of i among rules) / size"
      case .largestStableAgreement: "most members of an agreement nobody gains by leaving or joining"
      case .horizontalShare: "mean over orders of remedies of what union of governments adds / gap"
      case .verticalShare: "mean over orders of remedies of what the upper level's instrument adds / gap"
      case .functionalShare: "mean over orders of remedies of what union of agencies adds / gap"
      }
    }

    /// Whose formula it is.
    public var source: String {
      switch self {
      case .priceOfAnarchy: "Koutsoupias & Papadimitriou (1999)"
      case .priceOfStability: "Anshelevich et al. (2008)"
      case .criticalDiscountFactor: "Friedman (1971); with detection and fine, own form"
      case .pooledDiscountFactor: "after Levin (2003), own form"
      case .mutualDependence, .powerImbalance: "Casciaro & Piskorski (2005), of stakes: own form"
      case .neededBelief: "Morris, Rob & Shin (1995), of a common belief: own form"
      case .laplacianAdvantage: "Carlsson & van Damme (1993)"
      case .coreDeficit: "Maschler, Peleg & Shapley (1979)"
      case .largestStableAgreement: "d'Aspremont et al. (1983)"
      case .horizontalShare, .verticalShare, .functionalShare:
        "Shapley (1953), after Shorrocks (2013); the remedies own"
      case .cooperationGap, .relativeGap, .freeRidingIncentive, .lossAtOptimum, .equilibriumCount, .rankedEquilibria,
        .opposedEquilibria:
        "by definition"
      case .gapOfWorstEquilibrium, .gapOfBestEquilibrium, .crossingActions, .largestTemptation,
        .largestTemptationOfWinners, .largestLossAtOptimum, .carriers, .leavers, .winnersOfGap, .contributionShortfall,
        .shortfallShare, .exposure, .benefitFromOthers, .harmFromOthers, .basinOfBest, .coordinationRisk,
        .firstMoverLoss, .bystanderElasticity, .bystanderFall, .proximityDecay, .proximityFit, .ruleDisagreement:
        "own form"
      }
    }
  }
}
