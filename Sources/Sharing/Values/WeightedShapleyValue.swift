import CollectiveAction

/// The Shapley value when players count by weights: what a coalition yields beyond its parts is divided among its
/// members in proportion to them.
///
/// The same as the average contribution over random orders of joining in which the last place goes to a player with
/// a chance in proportion to its weight, then the last but one among the others, and so on. With equal weights it is
/// the Shapley value.
///
/// - Parameters:
///   - game: 1...26 players.
///   - weights: one a player, above zero, such as populations; only their proportions matter.
/// - Returns: one share a player, adding up to the joint worth.
/// - Throws: ``SharingError/weightCount(given:needed:)``, ``SharingError/wrongWeight(player:weight:)`` or, for
///   a weight of zero or 10³⁰⁰ times below the largest, ``SharingError/vanishingWeight(player:weight:)``.
/// - Complexity: O(n 2ⁿ) for n players, and a second table. The sums hold chances and contributions alone, and no
///   difference of 2ⁿ terms as by the dividends of all coalitions.
///
/// Source: Shapley (1953), Additive and non-additive set functions, PhD thesis, Princeton; by random orders in
/// Kalai & Samet (1987), International Journal of Game Theory 16, 205–222.
public func weightedShapleyValue(of game: CoalitionGame, weights: [Double]) throws(SharingError) -> Allocation {
  guard weights.count == game.playerCount else {
    throw .weightCount(given: weights.count, needed: game.playerCount)
  }
  for (player, weight) in zip(game.players, weights) where !(weight >= 0 && weight.isFinite) {
    throw .wrongWeight(player: player, weight: weight)
  }
  let largest = weights.max() ?? 0
  let proportions = weights.map { largest > 0 ? $0 / largest : 0 }
  for (index, player) in game.players.enumerated() where proportions[index] < 1e-300 {
    throw .vanishingWeight(player: player, weight: weights[index])
  }
  let centred = CentredGains(game)
  let gains = averageContributions(in: centred.table(), lastInProportionTo: proportions)
  return Allocation(
    players: game.players, shares: gains.indices.map { centred.share(of: $0, receiving: gains[$0]) })
}

private func averageContributions(in gains: [Double], lastInProportionTo weights: [Double]) -> [Double] {
  var values = [Double](repeating: 0, count: weights.count)
  let (low, high) = CoalitionSums.halves(of: weights)
  let bits = low.count.trailingZeroBitCount
  // The chance that a coalition is the one that has joined at some time; from all of them down.
  var chances = [Double](repeating: 0, count: gains.count)
  chances[gains.count - 1] = 1
  gains.withUnsafeBufferPointer { gains in
    chances.withUnsafeMutableBufferPointer { chances in
      for mask in stride(from: gains.count - 1, to: 0, by: -1) {
        let each = chances[mask] / (low[mask & (low.count - 1)] + high[mask >> bits])
        var rest = mask
        while rest != 0 {
          let player = rest.trailingZeroBitCount
          rest &= rest - 1
          let before = mask & ~(1 << player)
          let chance = each * weights[player]
          chances[before] += chance
          values[player] += chance * (gains[mask] - gains[before])
        }
      }
    }
  }
  return values
}
