import CollectiveAction

/// The value at which members of a coalition share its average marginal contribution, whoever makes it.
///
/// Over all orders of joining, a player gets not what it adds itself but the average of what each of those
/// present would have added as the last: the strong support the weak. A player who adds nothing may get something.
///
/// - Parameter game: 1...26 players.
/// - Returns: one share a player, adding up to the joint worth. What a player has alone is shared as well, so
///   a cost game and its savings game are divided differently.
/// - Complexity: O(2ⁿ) for n players: it is the Shapley value of the game in which a coalition of s, short of all
///   players, is worth 1/(s + 1) of its worth.
///
/// Source: Nowak & Radzik (1994), International Journal of Game Theory 23, 43–48.
public func solidarityValue(of game: CoalitionGame) -> Allocation {
  let centred = CentredGains(game)
  let count = game.playerCount
  var scaled = centred.table()
  for mask in 0..<(scaled.count - 1) { scaled[mask] /= Double(mask.nonzeroBitCount + 1) }
  let gains = SemivalueSweep.shapleyValue(ofTable: scaled)

  // Of the additive part a player keeps 1/s of its own in a coalition of s, for s from 1 to n alike, and gets
  // the rest from the others alike.
  let own = (1...count).reduce(0) { $0 + 1 / Double($1) } / Double(count)
  let all = centred.anchor.reduce(0, +)
  return Allocation(
    players: game.players,
    shares: gains.indices.map { player in
      let anchor = centred.anchor[player]
      let others = count > 1 ? (all - anchor) / Double(count - 1) : 0
      let additive = own * anchor + (1 - own) * others
      return game.kind == .cost ? additive - gains[player] : additive + gains[player]
    })
}
