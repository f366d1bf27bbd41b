/// How far fair rules disagree about who pays what: the room for a quarrel over the division.
public struct Disagreement: Sendable, Equatable, Codable {
  /// The players' names, in the game's order.
  public let players: [String]
  /// For each player, its largest share under any of the rules less its smallest.
  public let spreads: [Double]

  /// The spread of the player the rules disagree about most.
  public var largestSpread: Double { spreads.max() ?? 0 }
  /// The spreads of all players together.
  public var totalSpread: Double { spreads.reduce(0, +) }
}

/// How far `allocations` of one game differ: for each player, its largest share less its smallest.
///
/// - Parameter allocations: at least one, all of the same players in the same order.
public func disagreement(of allocations: [Allocation]) -> Disagreement {
  guard let first = allocations.first else { preconditionFailure("a disagreement needs an allocation") }
  precondition(allocations.allSatisfy { $0.players == first.players }, "the allocations are of one game")
  return Disagreement(
    players: first.players,
    spreads: first.players.indices.map { player in
      let shares = allocations.map { $0.shares[player] }
      return (shares.max() ?? 0) - (shares.min() ?? 0)
    })
}
