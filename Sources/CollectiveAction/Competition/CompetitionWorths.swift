import Mathematics

/// The most that some players can get together, or how much it can be at most.
public struct OptimumBound: Sendable, Equatable {
  /// The best actions that were found, one a player.
  public let actions: [Double]
  /// What the players of the coalition get together then.
  public let value: Double
  /// They cannot get more; at least ``value``.
  public let upperBound: Double
  /// Whether ``value`` is the most there is, up to rounding.
  public let isProven: Bool
}

extension CompetitionGame {
  /// What all can get together.
  ///
  /// A convex programme where the sum of the payoffs is concave. Otherwise the box is cut into pieces, and the
  /// bound tells how much better than ``OptimumBound/value`` anything can be.
  /// - Parameter mostBoxes: after how many pieces the search stops.
  /// - Throws: ``DilemmaError/invalid(_:)`` when the figures are too large to be added up.
  public func optimum(mostBoxes: Int = 20_000) throws(DilemmaError) -> OptimumBound {
    try bestReply(of: .grand(of: players.count), to: today, mostBoxes: mostBoxes)
  }

  /// The best that the members of `coalition` can do together while the others do what they do in `actions`.
  /// - Parameters:
  ///   - coalition: one player or more.
  ///   - actions: one a player, within their ranges; those of the members do not matter.
  ///   - mostBoxes: after how many pieces of the box the search stops.
  /// - Throws: ``DilemmaError/invalid(_:)`` when the figures are too large to be added up.
  public func bestReply(
    of coalition: Coalition, to actions: [Double], mostBoxes: Int = 20_000
  ) throws(DilemmaError) -> OptimumBound {
    precondition(
      !coalition.isEmpty && coalition.isSubset(of: .grand(of: players.count)) && actions.count == players.count,
      "a coalition of players of the game and an action of each")
    let best = try CompetitionProblem(of: self, groups: [coalition])
      .bestReply(of: coalition, to: units.own(of: actions), mostBoxes: mostBoxes)
    var reply = actions
    for (place, member) in coalition.enumerated() {
      reply[member] = units.action(of: member, at: best.point[place])
    }
    let costs = costs(of: reply)
    let value = -coalition.reduce(0) { $0 + costs[$1] }
    return OptimumBound(
      actions: reply, value: value, upperBound: value + best.surplus, isProven: best.isProven)
  }

  /// Its cost at its best reply to what the others do in `outcome`.
  public func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    var actions = outcome.actions
    actions[player] = bestReply(of: player, to: actions)
    return costs(of: actions)[player]
  }

  /// What each forgoes in `outcome` by not doing what would be best for itself while the others do what they do there:
  /// its cost less that of defecting. Nothing at an equilibrium in which it acts alone, so this is what its restraint
  /// costs it; in a public good, what it gives less what of that comes back to itself.
  public func contributions(in outcome: Outcome) -> [Double] {
    // A best reply never costs more than what it replaces, but for rounding.
    players.indices.map { max(0, outcome.costs[$0] - costOfDefecting($0, from: outcome)) }
  }

  /// What each other spares `player` by moving, alone, from what it does when all act alone to what it does at the
  /// optimum, over the size of what `player` bears when all act alone; zeros where that is nothing.
  public func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    let nash = try outcome(agreeing: .empty)
    let optimum = try outcome(agreeing: .grand(of: players.count))
    let size = abs(nash.costs[player])
    guard size > 0 else { return [Double](repeating: 0, count: players.count) }
    return players.indices.map { other in
      guard other != player else { return 0 }
      var actions = nash.actions
      actions[other] = optimum.actions[other]
      return (nash.costs[player] - costs(of: actions)[player]) / size
    }
  }

  /// What each coalition bears together.
  ///
  /// - γ: in the equilibrium in which it acts as one and every outsider alone.
  /// - α: what it can hold its cost down to whatever outsiders do, its own choice coming first. An outsider whose
  ///   action harms it, or helps it, wherever all stand, is at its worst end. For the rest, where the joint payoff
  ///   is concave in what members do and convex in what outsiders do (so always where it is affine in that), its
  ///   worth is the value of a saddle point, and it makes no difference who moves first. Where neither side's
  ///   actions change what the other's are worth, each is solved for itself. Any other coalition is refused.
  /// - δ: in the equilibrium in which it acts as one and all outsiders together as another.
  /// - Throws: as ``outcome(agreeing:)``, and where the worst that outsiders can do is not found exactly.
  public func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    guard players.count <= CoalitionGame.largestTable else { throw .tooManyPlayers(players.count) }
    let everyone = Coalition.grand(of: players.count)
    let worths = try CoalitionSweep.table(players: players.count, width: 1) {
      (coalition, worth) throws(DilemmaError) in
      guard !coalition.isEmpty else { return }
      switch convention {
      case .gamma, .delta:
        let groups = convention == .gamma ? [coalition] : [coalition, everyone.subtracting(coalition)]
        let costs = costs(of: units.actions(at: try equilibrium(acting: groups, agreeing: coalition).own))
        worth[0] = coalition.reduce(0) { $0 + costs[$1] }
      case .alpha:
        worth[0] = try guaranteedCost(of: coalition)
      }
    }
    return try CoalitionGame(players: players, kind: .cost, ofTable: worths)
  }
}
