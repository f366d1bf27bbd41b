import CollectiveAction
import Mathematics

/// Each player's average marginal cost, or contribution, over all coalitions of the others alike.
///
///     banzhafValue(of: tennesseeValley)["power"]  // 200 729.5
///
/// The shares need not add up to the joint worth; ``normalisedBanzhafValue(of:)`` scales them until they do. In
/// a vote, where a worth is one or zero, this is the chance to be decisive when everybody else tosses a coin.
///
/// - Parameter game: 1...26 players.
/// - Returns: one share a player, in the currency of the game.
/// - Complexity: O(2ⁿ) for n players.
///
/// Source: Banzhaf (1965), Rutgers Law Review 19, 317–343; for any game Owen (1975), Naval Research Logistics
/// Quarterly 22, 741–750.
public func banzhafValue(of game: CoalitionGame) -> Allocation {
  let chance = Double(sign: .plus, exponent: 1 - game.playerCount, significand: 1)
  let sweep = SemivalueSweep(weights: [Double](repeating: chance, count: game.playerCount))
  return Allocation(players: game.players, shares: sweep.values(of: game))
}

/// The Banzhaf value, scaled to add up to the joint worth.
///
/// In a vote this is the Banzhaf index. Unlike the value itself it does not follow when an additive game is
/// taken off: shares of a cost game and of its savings game are two divisions.
///
/// - Parameter game: 1...26 players.
/// - Throws: ``SharingError/contributionsCancel(joint:)`` when the Banzhaf value adds up to zero.
/// - Complexity: O(2ⁿ) for n players; where the sum nearly cancels it is taken again in fractions.
///
/// Source: Dubey & Shapley (1979), Mathematics of Operations Research 4, 99–131.
public func normalisedBanzhafValue(of game: CoalitionGame) throws(SharingError) -> Allocation {
  let value = banzhafValue(of: game)
  let (sum, joint) = (value.sum, game.jointWorth)
  let largest = game.worths.reduce(0) { max($0, abs($1)) }
  // A sum not a million times below the worths has lost six of sixteen digits at most.
  if abs(sum) > largest * 0x1p-20 {
    return Allocation(players: game.players, shares: value.shares.map { $0 / sum * joint })
  }
  let marginals = Marginals(of: game)
  let sums = contributionSums(of: game)
  let exactSum = sums.sum
  guard !exactSum.isZero else { throw .contributionsCancel(joint: joint) }
  return marginals.allocation(of: sums.map { $0 / exactSum * marginals.joint })
}

/// What each player adds to all coalitions of the others together, in exact fractions.
private func contributionSums(of game: CoalitionGame) -> [Rational] {
  var rest = game.worths.indices.map { game.exactGain(of: Coalition(mask: UInt64($0))) }
  let all = rest.sum
  var sums = [Rational](repeating: 0, count: game.playerCount)
  for player in stride(from: game.playerCount - 1, through: 0, by: -1) {
    let half = 1 << player
    sums[player] = rest[half..<(2 * half)].sum
    // Once the upper half is summed, a lower bit is the same for both halves: they may be merged.
    for mask in 0..<half { rest[mask] = rest[mask] + rest[half + mask] }
  }
  return sums.map { $0 + $0 - all }
}
