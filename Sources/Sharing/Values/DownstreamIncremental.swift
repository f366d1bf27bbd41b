import CollectiveAction

/// Down a river, each player gets what it adds to all those upstream of it.
///
/// Among states along a river it is the only division of the gain in which no coalition gets less than it can secure
/// by itself, nor more than it would have if nobody else lived on the river. Of a cost game each pays what it adds
/// to the cost of those upstream.
///
/// - Parameters:
///   - game: any game.
///   - order: the players' indices from the source to the mouth, each once.
/// - Returns: one share a player, adding up to the joint worth.
/// - Throws: ``SharingError/noSuchPlayer(index:count:)``, ``SharingError/twiceInOrder(player:)`` or
///   ``SharingError/missingInOrder(player:)``.
///
/// Source: Ambec & Sprumont (2002), Journal of Economic Theory 107, 453–462.
public func downstreamIncrementalDivision(of game: CoalitionGame, order: [Int]) throws(SharingError) -> Allocation {
  var upstream = Coalition.empty
  var gains = game.players.indices.map { _ in game.exactGain(of: .empty) }
  for player in order {
    guard game.players.indices.contains(player) else {
      throw .noSuchPlayer(index: player, count: game.playerCount)
    }
    guard !upstream.contains(player) else { throw .twiceInOrder(player: game.players[player]) }
    let joined = upstream.adding(player)
    gains[player] = game.exactGain(of: joined) - game.exactGain(of: upstream)
    upstream = joined
  }
  for missing in game.grandCoalition.subtracting(upstream) {
    throw .missingInOrder(player: game.players[missing])
  }
  return Marginals(of: game).allocation(of: gains)
}
