extension NormalFormGame: PlayableDilemma {
  /// The numbers of its actions.
  public func actions(of player: Int) -> ActionSet { .listed(actions[player].indices.map(Double.init)) }

  /// What each bears in the profile of these actions.
  /// - Precondition: every action is the number of one; the mean of a mixture is not.
  public func costs(of actions: [Double]) -> [Double] { payoffs(in: profile(choice(of: actions))).map { -$0 } }

  /// The first of its actions that yield most while the others take theirs.
  public func bestReply(of player: Int, to actions: [Double]) -> Double {
    var choice = choice(of: actions)
    var best = (action: 0, payoff: -Double.infinity)
    for action in self.actions[player].indices {
      choice[player] = action
      let payoff = payoff(of: player, in: profile(choice))
      if payoff > best.payoff { best = (action, payoff) }
    }
    return Double(best.action)
  }

  private func choice(of actions: [Double]) -> [Int] {
    actions.map { action in
      guard let number = Int(exactly: action) else {
        preconditionFailure("\(action) is the mean of a mixture, not an action")
      }
      return number
    }
  }
}
