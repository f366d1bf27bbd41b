import CollectiveAction
import Mathematics

/// The same share for every player: the joint worth over their number.
public func equalDivision(of game: CoalitionGame) -> Allocation {
  let share = game.jointWorth / Double(game.playerCount)
  return Allocation(players: game.players, shares: game.players.map { _ in share })
}

/// Shares in proportion to `weights`, such as populations or demands.
///
/// - Parameters:
///   - game: any game.
///   - weights: one a player, from zero up, at least one above zero.
/// - Throws: ``SharingError/weightCount(given:needed:)``, ``SharingError/wrongWeight(player:weight:)`` or
///   ``SharingError/onlyZeroWeights``.
public func proportionalDivision(of game: CoalitionGame, to weights: [Double]) throws(SharingError) -> Allocation {
  guard weights.count == game.playerCount else {
    throw .weightCount(given: weights.count, needed: game.playerCount)
  }
  for (player, weight) in zip(game.players, weights) where !(weight >= 0 && weight.isFinite) {
    throw .wrongWeight(player: player, weight: weight)
  }
  // Relative to the largest, so that no sum of weights is too large for a number.
  let largest = weights.max() ?? 0
  guard largest > 0 else { throw .onlyZeroWeights }
  let sum = weights.reduce(0) { $0 + $1 / largest }
  return Allocation(players: game.players, shares: weights.map { $0 / largest / sum * game.jointWorth })
}
