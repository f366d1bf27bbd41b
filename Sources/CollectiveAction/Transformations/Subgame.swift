extension CoalitionGame {
  /// The game of some players among themselves, in their order; the worths are those they have here.
  ///
  /// - Parameter members: at least one, all of them players.
  /// - Throws: ``TransformationError`` when nobody is left or a member is no player.
  public func subgame(of members: Coalition) throws(TransformationError) -> CoalitionGame {
    guard !members.isEmpty else { throw .nobody }
    try requirePlayers(members)
    let indices = Array(members)
    return try CoalitionGame(
      transformed: indices.map { players[$0] }, kind: kind,
      worths: Self.table(of: worths, joining: indices.map { Coalition.single($0) }))
  }

  /// The same game with its players in another order.
  ///
  /// - Parameter order: every player's index once; the first becomes player 0.
  /// - Throws: ``TransformationError/notAnOrder(_:)`` when an index is missing, doubled or unknown.
  public func reordered(_ order: [Int]) throws(TransformationError) -> CoalitionGame {
    guard order.sorted() == Array(players.indices) else { throw .notAnOrder(order) }
    return try CoalitionGame(
      transformed: order.map { players[$0] }, kind: kind,
      worths: Self.table(of: worths, joining: order.map { Coalition.single($0) }))
  }

  /// The game between unions of players that act as one: the worth of some unions is that of all their members.
  ///
  /// Source: Owen (1977), in Henn & Moeschlin (eds), Mathematical economics and game theory, 76–88.
  ///
  /// - Parameters:
  ///   - unions: coalitions, each player in exactly one of them.
  ///   - names: one a union; by default its members' names, joined by "+".
  /// - Throws: ``TransformationError`` when the unions are no partition, or names are missing or doubled.
  public func quotientGame(of unions: [Coalition], names: [String]? = nil) throws(TransformationError)
    -> CoalitionGame
  {
    var met = Coalition.empty
    for (index, union) in unions.enumerated() {
      if union.isEmpty { throw .emptyUnion(index: index) }
      try requirePlayers(union)
      for player in union where met.contains(player) { throw .inTwoUnions(player: players[player]) }
      met = met.union(union)
    }
    for player in grandCoalition.subtracting(met) { throw .inNoUnion(player: players[player]) }
    let names = names ?? unions.map { self.names(of: $0).joined(separator: "+") }
    guard names.count == unions.count else { throw .nameCount(given: names.count, needed: unions.count) }
    return try CoalitionGame(
      transformed: names, kind: kind, worths: Self.table(of: worths, joining: unions))
  }

  /// - Throws: ``TransformationError/unknownPlayers(_:playerCount:)`` when a member is no player.
  func requirePlayers(_ members: Coalition) throws(TransformationError) {
    let unknown = members.subtracting(grandCoalition)
    guard unknown.isEmpty else { throw .unknownPlayers(Array(unknown), playerCount: playerCount) }
  }

  /// The worth of every set of parts, for parts without a common member.
  private static func table(of worths: [Double], joining parts: [Coalition]) -> [Double] {
    var masks = [0]
    masks.reserveCapacity(1 << parts.count)
    for part in parts {
      for index in masks.indices { masks.append(masks[index] | Int(part.mask)) }
    }
    return masks.map { worths[$0] }
  }
}
