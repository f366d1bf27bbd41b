import CollectiveAction

/// Who pays, or gets, what.
///
/// Of a cost game a share is the amount the player pays, of a surplus game the amount it gets; a
/// negative share is paid the other way. Shares are in the currency and price year of the game.
public struct Allocation: Sendable, Equatable, Codable {
  /// The players' names, in the game's order; unique.
  public let players: [String]
  /// One share a player, in the order of ``players``.
  public let shares: [Double]

  /// - Parameters:
  ///   - players: unique names.
  ///   - shares: one for each.
  public init(players: [String], shares: [Double]) {
    precondition(players.count == shares.count, "an allocation has one share for each player")
    self.players = players
    self.shares = shares
  }

  /// The share of the player called `name`, who must be one of ``players``.
  public subscript(name: String) -> Double {
    guard let index = players.firstIndex(of: name) else {
      preconditionFailure("no player is called '\(name)'; the players are \(players)")
    }
    return shares[index]
  }

  /// The share of the player with this index in ``players``.
  public subscript(index: Int) -> Double { shares[index] }

  /// What the members of `coalition` pay, or get, in all.
  public func total(of coalition: Coalition) -> Double { coalition.reduce(0) { $0 + shares[$1] } }

  /// What all players pay, or get, in all.
  public var sum: Double { shares.reduce(0, +) }
}
