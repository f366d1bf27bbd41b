/// How deep the trap is: what is lost while all act alone, who is tempted, who would lose by the remedy.
///
///     let diagnosis = try GameDiagnosis(of: game)
///     diagnosis.cooperationGap                 // what all would save together
///     diagnosis.losersWithoutTransfers         // who must be paid to take part
///     diagnosis.verdict().trap                 // what kind of trap it is
public struct GameDiagnosis: Sendable, Equatable {
  /// A player that bears more at the optimum than when all act alone.
  public struct Loser: Sendable, Equatable {
    public let player: Int
    /// By how much, in the game's currency.
    public let loss: Double
  }

  public let players: [String]
  /// When all act alone: the equilibrium the players come to from where they stand today.
  public let nash: Outcome
  /// When all act as one.
  public let optimum: Outcome
  /// Every equilibrium that was found while all act alone.
  public let equilibria: EquilibriumSet
  /// Those of ``equilibria`` in which nobody mixes its actions, or all of them where there are none such. What lies between
  /// two equilibria as a mixture says nothing that they do not, and no step away from it leads back.
  public let standing: [Int]
  /// What each would save at the optimum by going its own way while the others keep to it; never below zero.
  public let freeRidingIncentive: [Double]
  /// What each puts into the common cause in each of ``equilibria``.
  public let contributionsAlone: [[Double]]
  /// What each puts into the common cause at the optimum.
  public let contributionsTogether: [Double]

  /// - Throws: ``DilemmaError`` when an equilibrium is not found.
  /// - Complexity: two equilibria, and as many as ``Dilemma/equilibria(agreeing:)`` takes.
  public init(of dilemma: some Dilemma) throws(DilemmaError) {
    players = dilemma.players
    nash = try dilemma.outcome(agreeing: .empty)
    let optimum = try dilemma.outcome(agreeing: .grand(of: dilemma.players.count))
    self.optimum = optimum
    let equilibria = try dilemma.equilibria(agreeing: .empty)
    self.equilibria = equilibria
    freeRidingIncentive = dilemma.players.indices.map {
      // A best reply never costs more than what it replaces, but for rounding.
      max(0, optimum.costs[$0] - dilemma.costOfDefecting($0, from: optimum))
    }
    contributionsAlone = equilibria.outcomes.map { dilemma.contributions(in: $0) }
    contributionsTogether = dilemma.contributions(in: optimum)
    let all = Array(equilibria.outcomes.indices)
    let game = dilemma as? any MixingDilemma
    let unmixed = all.filter { !(game?.isMixed(equilibria.outcomes[$0]) ?? false) }
    standing = unmixed.isEmpty ? all : unmixed
  }

  /// What all together lose by acting alone: total cost at the equilibrium less that at the optimum.
  public var cooperationGap: Double { nash.totalCost - optimum.totalCost }

  /// The gap over the size of the total cost at the equilibrium; zero when that is zero.
  public var relativeGap: Double { nash.totalCost == 0 ? 0 : cooperationGap / abs(nash.totalCost) }

  /// The equilibrium with the least total cost, the first of several.
  public var best: Outcome { equilibria.outcomes.min { $0.totalCost < $1.totalCost } ?? nash }

  /// The equilibrium with the greatest total cost, the first of several.
  public var worst: Outcome {
    equilibria.outcomes.reduce(nash) { $1.totalCost > $0.totalCost ? $1 : $0 }
  }

  /// Total cost at the worst equilibrium over that at the optimum (Koutsoupias & Papadimitriou 1999); where both
  /// are gains, the gain at the optimum over that at the equilibrium. Never below 1 but for rounding; none where
  /// one of them is zero or they differ in sign, since such a ratio says nothing.
  public var priceOfAnarchy: Double? { priceOver(worst) }

  /// The same of the best equilibrium (Anshelevich et al. 2008, SIAM J. Comput. 38, 1602–1623): what is lost even
  /// if the players find the best of them.
  public var priceOfStability: Double? { priceOver(best) }

  /// Which equilibria all prefer to which others.
  public var order: ParetoOrder { ParetoOrder(of: equilibria.outcomes.map(\.costs), within: 1e-9 * size) }

  /// Who bears more at the optimum than when all act alone, and so would not take part unpaid.
  public var losersWithoutTransfers: [Loser] {
    players.indices.compactMap { player in
      let loss = optimum.costs[player] - nash.costs[player]
      let rounding = 1e-12 * (abs(optimum.costs[player]) + abs(nash.costs[player]))
      return loss > rounding ? Loser(player: player, loss: loss) : nil
    }
  }

  /// How much money is at work: the greatest sum of the sizes of all costs, at the optimum or an equilibrium. What
  /// shares of money are taken of; 1 when nobody bears anything.
  public var size: Double {
    let size = ([optimum, nash] + equilibria.outcomes).map { $0.costs.reduce(0) { $0 + abs($1) } }.max() ?? 0
    return size > 0 ? size : 1
  }

  private func priceOver(_ outcome: Outcome) -> Double? {
    let (apart, together) = (outcome.totalCost, optimum.totalCost)
    if together > 0 { return apart / together }
    return apart < 0 ? together / apart : nil
  }
}
