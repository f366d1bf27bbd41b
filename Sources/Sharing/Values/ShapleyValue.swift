import CollectiveAction

/// Each player's average marginal cost, or contribution, over all orders of joining.
///
///     shapleyValue(of: .tennesseeValley)["power"]  // 193 998.5
///
/// The four properties that single it out: the joint worth is divided exactly, players who add the same
/// get the same, one who adds nothing gets nothing, and the shares of a sum of games are the sums of
/// shares. It may lie outside the core: ``coreMembership(of:in:tolerance:subsidy:limit:)`` tells.
///
/// - Parameter game: 1...26 players.
/// - Returns: one share a player, adding up to the joint worth; no order is sampled.
/// - Complexity: O(2ⁿ) for n players: one read of the table.
///
/// Source: Shapley (1953), in Contributions to the Theory of Games II, 307–317; the sum by coalition
/// sizes as for semivalues in Dubey, Neyman & Weber (1981), Math. Oper. Res. 6, 122–128.
public func shapleyValue(of game: CoalitionGame) -> Allocation {
  let sweep = SemivalueSweep(weights: SemivalueSweep.shapleyWeights(playerCount: game.playerCount))
  return Allocation(players: game.players, shares: sweep.values(of: game))
}
