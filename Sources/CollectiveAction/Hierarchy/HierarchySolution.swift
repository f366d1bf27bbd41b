/// What the upper level does, and what that changes.
public struct HierarchySolution: Sendable, Equatable {
  /// Which of several equilibria the leader reckoned with.
  public let outlook: LeverOutlook
  /// The best setting of the lever found: a rate, or a weight. Of settings that are as good it is the least.
  public let setting: Double
  /// The leader's aim at the setting, in money.
  public let aim: Double
  /// No setting brings the aim lower by more than this: 0 where it was found exactly, but for 2⁻³⁰ of the lever's range beside
  /// a step; none where that was not shown, and the setting is the best of a grid of 200 with a search around it.
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
  /// Where what players come to rises in steps, every step is found and what lies between two of them is known.
  /// Where the base bounds how fast the aim can change, the search is over only when no setting can be better by more than
  /// ``accuracy`` of the size of all costs, or 20,000 settings have been looked at; what then may be missed is
  /// ``HierarchySolution/shortfall``.
  ///
  /// - Parameter outlook: which equilibrium the leader reckons with where there are several.
  /// - Throws: ``DilemmaError`` when an equilibrium is not found.
  public func solution(_ outlook: LeverOutlook = .today) throws(DilemmaError) -> HierarchySolution {
    let (lowest, response, without, size) = try best(agreeing: parties(.empty), outlook: outlook)
    return try solution(outlook, response, without: without, size: size, aim: lowest.value, shortfall: lowest.shortfall)
  }

  /// The leader's best settings by every outlook, in the order of ``LeverOutlook``.
  ///
  /// As ``solution(_:)`` tells them, from one search where what players come to rises in steps.
  /// - Throws: ``DilemmaError`` when an equilibrium is not found.
  public func solutions() throws(DilemmaError) -> [HierarchySolution] {
    var solutions: [HierarchySolution] = []
    let sides = parties(.empty)
    let steps = risesInSteps ? try self.steps(of: sides, .optimistic) : nil
    for outlook in LeverOutlook.allCases {
      guard let steps else {
        solutions.append(try solution(outlook))
        continue
      }
      let without = try response(to: 0, of: sides, outlook: outlook)
      let size = without.outcome.costs.reduce(0) { $0 + abs($1) }
      let lowest = steps.lowest(outlook, rounding: 1e-12 * size) { aim(of: $0, sides) }
      solutions.append(
        try solution(
          outlook, try response(to: lowest.place, of: sides, outlook: outlook), without: without, size: size,
          aim: lowest.value, shortfall: lowest.shortfall))
    }
    return solutions
  }

  /// What a setting leads to while the players below each act alone, best for the leader or not.
  ///
  /// - Parameters:
  ///   - setting: from 0 to ``highest``.
  ///   - outlook: which equilibrium the leader reckons with where there are several.
  /// - Returns: the setting and what follows; nothing is claimed of other settings, so there is no shortfall.
  /// - Throws: ``DilemmaError`` for a setting the lever has not, or when an equilibrium is not found.
  public func solution(at setting: Double, _ outlook: LeverOutlook = .today) throws(DilemmaError) -> HierarchySolution {
    try requireSetting(setting)
    let sides = parties(.empty)
    let response = try response(to: setting, of: sides, outlook: outlook)
    let without = try self.response(to: 0, of: sides, outlook: outlook)
    return try solution(
      outlook, response, without: without, size: without.outcome.costs.reduce(0) { $0 + abs($1) },
      aim: aim(of: response, sides), shortfall: nil)
  }

  private func solution(
    _ outlook: LeverOutlook, _ response: LeverResponse, without: LeverResponse, size: Double, aim: Double,
    shortfall: Double?
  ) throws(DilemmaError) -> HierarchySolution {
    let optimum = try base.outcome(agreeing: .grand(of: base.players.count))
    let gap = without.outcome.totalCost - optimum.totalCost
    let closed = without.outcome.totalCost - response.outcome.totalCost - response.leaderCost
    return HierarchySolution(
      outlook: outlook, setting: response.setting, aim: aim, shortfall: shortfall,
      without: without.outcome, with: response.outcome, outlay: response.outlay, leaderCost: response.leaderCost,
      // Below 10⁻¹² of all costs a gap is rounding.
      shareOfGapClosed: gap > 1e-12 * size ? closed / gap : nil)
  }
}
