extension MinimumEffortGame: PlayableDilemma {
  /// The levels.
  public func actions(of player: Int) -> ActionSet { .listed((1...levels).map(Double.init)) }

  /// What each bears at these levels.
  /// - Precondition: every action is a level.
  public func costs(of actions: [Double]) -> [Double] {
    costs(
      of: actions.map { action in
        guard let level = Int(exactly: action), (1...levels).contains(level) else {
          preconditionFailure("\(action) is no level from 1 to \(levels)")
        }
        return level
      })
  }

  /// The least level of the others where a level is worth more than it costs, else the lowest of all.
  public func bestReply(of player: Int, to actions: [Double]) -> Double {
    guard benefit[player] > effortCost[player] else { return 1 }
    return actions.indices.filter { $0 != player }.map { actions[$0] }.min() ?? Double(levels)
  }
}
