import CollectiveAction
import Mathematics

/// The efficient compromise between the least each player can claim and the most it could ask for.
///
/// The most is what it adds as the last to join; the least what remains to it in the coalition that is
/// best for it when it grants every other member the most. Every player gets the same way from the one
/// to the other.
///
/// - Throws: ``SharingError/claimAboveUtopia(player:amount:)``, ``SharingError/leastClaimsExceed(by:)`` or
///   ``SharingError/utopiaFallsShort(by:)`` when the game is not quasi-balanced: then no compromise exists.
/// - Complexity: O(n 2ⁿ) for n players.
///
/// Source: Tijs (1981), in Game Theory and Mathematical Economics, 123–132.
public func tauValue(of game: CoalitionGame) throws(SharingError) -> Allocation {
  let marginals = Marginals(of: game)
  let most = marginals.lastIn
  let least = leastClaims(marginals)
  for (index, player) in game.players.enumerated() where least[index] > most[index] {
    throw .claimAboveUtopia(player: player, amount: (least[index] - most[index]).approximation)
  }
  let (leastSum, mostSum) = (least.sum, most.sum)
  guard leastSum <= marginals.joint else {
    throw .leastClaimsExceed(by: (leastSum - marginals.joint).approximation)
  }
  guard mostSum >= marginals.joint else {
    throw .utopiaFallsShort(by: (marginals.joint - mostSum).approximation)
  }
  guard mostSum > leastSum else { return marginals.allocation(of: least) }
  let way = (marginals.joint - leastSum) / (mostSum - leastSum)
  return marginals.allocation(of: zip(least, most).map { least, most in least + way * (most - least) })
}

/// The best any coalition leaves each of its members who grants the others what they add as the last to join.
private func leastClaims(_ marginals: Marginals) -> [Rational] {
  let game = marginals.game
  // A coalition leaves every member the same surplus over its own addition, so one search by coalitions
  // serves all players: around the additions, in numbers, and the best coalition again in fractions.
  let additions = marginals.lastIn.map { (game.kind == .cost ? -$0 : $0).approximation }
  let centred = CentredGains(game, anchor: additions)
  let residues = marginals.lastIn.indices.map { player in
    let anchored = Rational(exactly: centred.anchor[player])
    return (marginals.lastIn[player] - (game.kind == .cost ? -anchored : anchored)).approximation
  }
  let (low, high) = CoalitionSums.halves(of: residues)
  let bits = low.count.trailingZeroBitCount
  var best = [Double](repeating: -.infinity, count: game.playerCount)
  var bestCoalition = game.players.indices.map { Coalition.single($0) }
  for mask in 1..<centred.worths.count {
    let left = centred[mask] - (low[mask & (low.count - 1)] + high[mask >> bits])
    for player in Coalition(mask: UInt64(mask)) where left > best[player] {
      best[player] = left
      bestCoalition[player] = Coalition(mask: UInt64(mask))
    }
  }
  return game.players.indices.map { player in
    let coalition = bestCoalition[player]
    return coalition.removing(player).reduce(game.exactGain(of: coalition)) { $0 - marginals.lastIn[$1] }
  }
}
