/// What the upper level does, and what that changes.
public struct HierarchySolution: Sendable, Equatable {
  /// The best setting of the lever found: a rate, or a weight.
  public let setting: Double
  /// The leader's aim at the setting, in money.
  public let aim: Double
  /// No setting brings the aim lower by more than this; none where that was not shown, and the setting is the best of a grid
  /// of 200 with a search around it.
  public let shortfall: Double?
  /// What the players do without the lever, and with it, costs after what is paid for them.
  public let without: Outcome
  public let with: Outcome
  /// What is paid for the players.
  public let outlay: Double
  /// What the lever costs the leader.
  public let leaderCost: Double
  /// The part of the cooperation gap of the players below that the lever closes, its own cost taken off; none where there is
  /// no gap.
  public let shareOfGapClosed: Double?

  /// By how much each player's cost changes; negative for one that gains.
  public var change: [Double] { zip(with.costs, without.costs).map { $0 - $1 } }

  /// What all costs together change, the leader's included and what is paid taken as spared once and spent once.
  public var totalChange: Double { change.reduce(leaderCost, +) }
}

extension HierarchyGame {
  /// The leader's best setting while the players below each act alone.
  ///
  /// Where the base bounds how fast the aim can change, the search is over only when no setting can be better by more than
  /// ``accuracy`` of the size of all costs, or 20,000 settings have been looked at; what then may be missed is
  /// ``HierarchySolution/shortfall``.
  /// - Throws: ``DilemmaError`` when an equilibrium is not found.
  public func solution() throws(DilemmaError) -> HierarchySolution {
    let (lowest, response, size) = try best(agreeing: .empty)
    let without = try outcome(at: 0)
    let optimum = try base.outcome(agreeing: .grand(of: base.players.count))
    let gap = without.totalCost - optimum.totalCost
    let closed = without.totalCost - response.outcome.totalCost - response.leaderCost
    return HierarchySolution(
      setting: lowest.place, aim: lowest.value, shortfall: lowest.shortfall,
      without: Outcome(
        actions: Array(without.actions.dropLast()), costs: Array(without.costs.dropLast()), isUnique: without.isUnique),
      with: response.outcome, outlay: response.outlay, leaderCost: response.leaderCost,
      // Below 10⁻¹² of all costs a gap is rounding.
      shareOfGapClosed: gap > 1e-12 * size ? closed / gap : nil)
  }
}
