import CollectiveAction

/// The Shapley value when only players that are linked, directly or through others of the coalition, can work
/// together.
///
/// A coalition is worth what its connected parts are worth. Two players gain alike from the link between them.
///
/// - Parameters:
///   - game: 1...26 players.
///   - links: the pairs that can work together directly, each a coalition of two; none leaves everyone alone.
/// - Returns: one share a player; the shares of each connected part of all players add up to its worth, so to the
///   joint worth when all are connected.
/// - Throws: ``SharingError/noSuchPlayer(index:count:)`` or ``SharingError/notALink(members:)``.
/// - Complexity: O(2ⁿ · d) for n players, d being how many steps the longest way through a connected part takes.
///
/// Source: Myerson (1977), Mathematics of Operations Research 2, 225–229.
public func myersonValue(of game: CoalitionGame, links: [Coalition]) throws(SharingError) -> Allocation {
  for link in links {
    try game.requirePlayers(link)
    guard link.count == 2 else { throw .notALink(members: game.names(of: link)) }
  }
  do throws(TransformationError) {
    return shapleyValue(of: try game.restricted(to: links))
  } catch {
    // The links are sound, so a sum of worths has no room in a number.
    throw .worthNotFinite(game.players)
  }
}
