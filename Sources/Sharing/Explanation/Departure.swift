import CollectiveAction
import Mathematics

/// A player's share before and after somebody left.
public struct ChangedShare: Sendable, Equatable {
  /// The player's name.
  public let player: String
  /// Its share with all.
  public let before: Double
  /// Its share under the same rule among those who stay.
  public let after: Double

  /// What it pays, or gets, more when the other has left.
  public var change: Double { after - before }
}

/// What happens to a division when one player leaves and acts alone.
public struct Departure: Sendable, Equatable {
  /// Who leaves.
  public let player: String
  /// What it pays, or gets, alone.
  public let alone: Double
  /// What it pays, or gets, more alone than as things stand.
  public let change: Double
  /// What the others pay, or get, together as things stand.
  public let othersBefore: Double
  /// What they pay, or get, together without it.
  public let othersAfter: Double
  /// Each of the others under the same rule in the game without it, or why the rule has no answer there.
  public let others: Result<[ChangedShare], SharingError>

  /// What the others pay, or get, more in all when it has left.
  public var othersChange: Double { othersAfter - othersBefore }
}

/// What happens when each player in turn leaves a division by `rule` and the others divide by it among themselves.
///
/// - Parameters:
///   - allocation: what the rule gives `game`.
///   - game: 1 to 24 players.
///   - rule: by which those who stay divide.
///   - grounds: what the rule goes by; those of the leaver are left out.
/// - Returns: one departure a player, in the game's order; none for a single player.
public func departures(
  from allocation: Allocation, of game: CoalitionGame, under rule: SharingRule,
  by grounds: DivisionGrounds = .worthsAlone
) -> [Departure] {
  precondition(allocation.players == game.players, "an allocation is judged in the game of its players")
  guard game.playerCount > 1 else { return [] }
  return game.players.indices.map { leaver in
    let rest = game.remaining(without: leaver)
    let stay = game.players.indices.filter { $0 != leaver }
    let outcome: Result<[ChangedShare], SharingError>
    do throws(SharingError) {
      let after = try rule.divide(rest, by: grounds.remaining(without: leaver))
      outcome = .success(
        zip(stay, after.shares).map { player, share in
          ChangedShare(player: game.players[player], before: allocation.shares[player], after: share)
        })
    } catch {
      outcome = .failure(error)
    }
    let alone = game[.single(leaver)]
    return Departure(
      player: game.players[leaver], alone: alone, change: alone - allocation.shares[leaver],
      othersBefore: stay.reduce(0) { $0 + allocation.shares[$1] }, othersAfter: rest.jointWorth, others: outcome)
  }
}

extension CoalitionGame {
  /// The game of the others, at least one, when the player at this index has left.
  func remaining(without player: Int) -> CoalitionGame {
    let low = (1 << player) - 1
    let others = players.indices.filter { $0 != player }.map { players[$0] }
    let rest = (0..<(worths.count / 2)).map { mask in worths[mask & low | (mask & ~low) << 1] }
    return kind == .cost
      ? CoalitionGame(players: others, costs: rest) : CoalitionGame(players: others, surpluses: rest)
  }

  /// The same game, but for the worth of one coalition.
  func replacing(_ coalition: Coalition, by worth: Double) -> CoalitionGame {
    var worths = worths
    worths[Int(coalition.mask)] = worth
    return kind == .cost
      ? CoalitionGame(players: players, costs: worths) : CoalitionGame(players: players, surpluses: worths)
  }
}

extension DivisionGrounds {
  /// The grounds of the others, numbered anew, when the player at this index has left.
  func remaining(without player: Int) -> DivisionGrounds {
    func renumbered(_ coalition: Coalition) -> Coalition {
      Coalition(coalition.filter { $0 != player }.map { $0 < player ? $0 : $0 - 1 })
    }
    var rest = self
    rest.weights = weights.map { weights in weights.indices.filter { $0 != player }.map { weights[$0] } }
    rest.unions = unions.map { unions in unions.map(renumbered).filter { !$0.isEmpty } }
    rest.links = links.map { links in links.filter { !$0.contains(player) }.map(renumbered) }
    rest.downstreamOrder = downstreamOrder.map { order in
      order.filter { $0 != player }.map { $0 < player ? $0 : $0 - 1 }
    }
    return rest
  }
}
