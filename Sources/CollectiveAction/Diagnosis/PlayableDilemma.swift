import Mathematics

/// A dilemma that can be played move by move: any actions can be priced, and each player answers them.
public protocol PlayableDilemma: Dilemma {
  /// What `player` can do.
  func actions(of player: Int) -> ActionSet

  /// What each player bears when `actions` are taken, equilibrium or not.
  func costs(of actions: [Double]) -> [Double]

  /// What costs `player` least while the others keep to `actions`; of several such actions the least, or the one that it
  /// takes already, as the family says.
  func bestReply(of player: Int, to actions: [Double]) -> Double
}

/// What a player can do.
public enum ActionSet: Sendable, Equatable {
  /// One of these; ascending, at least one.
  case listed([Double])
  /// Anything between two bounds.
  case between(Double, Double)
}

extension PlayableDilemma {
  /// What it bears when the others stay where they are alone; none where an outcome is a mixture, which nobody can keep
  /// to by an action.
  public func costOfKeepingAlone(_ player: Int, to outcome: Outcome, while alone: Outcome) -> Double? {
    var actions = alone.actions
    actions[player] = outcome.actions[player]
    return allows(actions) ? costs(of: actions)[player] : nil
  }

  /// Whether each can do what it does in `actions`.
  public func allows(_ actions: [Double]) -> Bool {
    actions.indices.allSatisfy { player in
      switch self.actions(of: player) {
      case .listed(let listed): listed.contains(actions[player])
      // What a solver rounds may lie a hair outside.
      case .between: actions[player].isFinite
      }
    }
  }
}

extension SpilloverGame: PlayableDilemma {
  /// Anything from no abatement to the limit.
  public func actions(of player: Int) -> ActionSet { .between(0, limit[player]) }

  /// Its abatement at cᵢq = Aᵢᵢ(dᵢ + δᵢ·depᵢ), within the limit.
  public func bestReply(of player: Int, to actions: [Double]) -> Double {
    let own = transport[player, player]
    let rest = deposition(at: player, after: actions) + own * actions[player]
    let slope = abatementCost[player] + own * own * quadraticDamage[player]
    return min(max(own * (linearDamage[player] + quadraticDamage[player] * rest) / slope, 0), limit[player])
  }
}
