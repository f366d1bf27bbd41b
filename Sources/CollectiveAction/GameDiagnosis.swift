/// How deep the trap is: what is lost while all act alone, who is tempted, who would lose by the remedy.
///
///     let diagnosis = try GameDiagnosis(of: game)
///     diagnosis.cooperationGap                 // what all would save together
///     diagnosis.losersWithoutTransfers         // who must be paid to take part
public struct GameDiagnosis: Sendable, Equatable {
  /// A player that bears more at the optimum than when all act alone.
  public struct Loser: Sendable, Equatable {
    public let player: Int
    /// By how much, in the game's currency.
    public let loss: Double
  }

  public let players: [String]
  /// When all act alone.
  public let nash: Outcome
  /// When all act as one.
  public let optimum: Outcome
  /// What each would save at the optimum by going its own way while the others keep to it; never below zero.
  public let freeRidingIncentive: [Double]

  /// - Throws: ``DilemmaError`` when an equilibrium is not found.
  public init(of dilemma: some Dilemma) throws(DilemmaError) {
    players = dilemma.players
    nash = try dilemma.outcome(agreeing: .empty)
    let optimum = try dilemma.outcome(agreeing: .grand(of: dilemma.players.count))
    self.optimum = optimum
    freeRidingIncentive = dilemma.players.indices.map {
      // A best reply never costs more than what it replaces, but for rounding.
      max(0, optimum.costs[$0] - dilemma.costOfDefecting($0, from: optimum))
    }
  }

  /// What all together lose by acting alone: total cost at the equilibrium less that at the optimum.
  public var cooperationGap: Double { nash.totalCost - optimum.totalCost }

  /// The gap over the size of the total cost at the equilibrium; zero when that is zero.
  public var relativeGap: Double { nash.totalCost == 0 ? 0 : cooperationGap / abs(nash.totalCost) }

  /// Total cost at the equilibrium over that at the optimum (Koutsoupias & Papadimitriou 1999); none where the
  /// optimum costs nothing or less, since such a ratio says nothing.
  public var priceOfAnarchy: Double? { optimum.totalCost > 0 ? nash.totalCost / optimum.totalCost : nil }

  /// Who bears more at the optimum than when all act alone, and so would not take part unpaid.
  public var losersWithoutTransfers: [Loser] {
    players.indices.compactMap { player in
      let loss = optimum.costs[player] - nash.costs[player]
      let rounding = 1e-12 * (abs(optimum.costs[player]) + abs(nash.costs[player]))
      return loss > rounding ? Loser(player: player, loss: loss) : nil
    }
  }
}
