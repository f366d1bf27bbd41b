import CollectiveAction
import Mathematics

/// A coalition seen from a division: what its members pay, or get, and what they would on their own.
public struct CoalitionOffer: Sendable, Equatable {
  /// Who it is.
  public let coalition: Coalition
  /// The members' names, in the game's order.
  public let names: [String]
  /// What the members pay, or get, in all at the division.
  public let shares: Double
  /// What they would pay, or get, on their own.
  public let worth: Double
  /// What they gain by staying; below zero when they would rather leave.
  public let slack: Double
}

/// A coalition that forbids a nucleolus to do better by its members.
public struct BindingCoalition: Sendable, Equatable {
  /// The stage of the certificate at which it settles, counted from one.
  public let stage: Int
  /// What the coalition misses, or for each member where excesses count for each; negative where it gains by staying.
  public let level: Rational
  /// Who it is.
  public let coalition: Coalition
  /// The members' names, in the game's order.
  public let names: [String]
  /// Its weight in the stage's proof, above zero.
  public let weight: Rational
  /// Whether it is a player held at what it has alone, rather than a coalition at the stage's level.
  public let isHeldAtOwnWorth: Bool
}

/// Why one player pays, or gets, what it does.
public struct ShareExplanation: Sendable, Equatable {
  /// The player's index and its name.
  public let index: Int
  public let player: String
  /// What it pays, or gets.
  public let share: Double
  /// What it would pay, or get, alone: what it adds as the first to join.
  public let alone: Double
  /// What it adds as the last to join; of a cost its separable cost.
  public let separable: Double
  /// What it adds on average to nobody, to one other, and so on to all others; the average of these is its share
  /// under the Shapley value.
  public let averagesByPosition: [Double]
  /// The coalition it belongs to that gains least by staying, its most attractive way out; nil for a single player.
  public let bestAlternative: CoalitionOffer?
  /// What happens when it leaves; nil for a single player.
  public let departure: Departure?

  /// What it adds on average over all orders of joining.
  public var averageContribution: Double {
    averagesByPosition.reduce(0, +) / Double(averagesByPosition.count)
  }
}

/// Why a division is what it is, as figures.
public struct DivisionExplanation: Sendable, Equatable {
  /// The rule that divided.
  public let rule: SharingRule
  /// What it gave.
  public let allocation: Allocation
  /// One a player, in the game's order.
  public let shares: [ShareExplanation]
  /// The coalitions that gain least by staying, the least first, among equal ones in the order of the table.
  public let closestCoalitions: [CoalitionOffer]
  /// The coalitions that bind, in the order in which they settle, where the rule is a nucleolus; empty otherwise.
  public let bindingCoalitions: [BindingCoalition]
  /// The proof of a nucleolus; nil under other rules.
  public let certificate: CertificateSummary?

  /// The binding coalitions that the player at this index belongs to.
  public func bindingCoalitions(of player: Int) -> [BindingCoalition] {
    bindingCoalitions.filter { $0.coalition.contains(player) }
  }
}

/// Divides `game` by `rule` and says why each player pays, or gets, what it does.
///
/// - Parameters:
///   - rule: by which to divide.
///   - game: 1 to 24 players.
///   - grounds: what some rules go by besides the worths.
///   - limit: how many of the closest coalitions are listed.
/// - Throws: as ``SharingRule/divide(_:by:)``. A rule that has no answer once a player left says so in that player's
///   ``Departure``.
/// - Complexity: the rule once for all players and once for each without one; some reads of the table of 2ⁿ worths.
public func explain(
  _ rule: SharingRule, in game: CoalitionGame, by grounds: DivisionGrounds = .worthsAlone, limit: Int = 10
) throws(SharingError) -> DivisionExplanation {
  let solution: NucleolusSolution? =
    switch rule {
    case .nucleolus: try nucleolus(of: game)
    case .prenucleolus: try prenucleolus(of: game)
    default: nil
    }
  let allocation = if let solution { solution.allocation } else { try rule.divide(game, by: grounds) }
  let blocks = ExcessBlocks(game, shares: allocation.shares)
  func offer(_ mask: Int, excess: Double) -> CoalitionOffer {
    let coalition = Coalition(mask: UInt64(mask))
    return CoalitionOffer(
      coalition: coalition, names: game.names(of: coalition), shares: allocation.total(of: coalition),
      worth: game[coalition], slack: 0 - excess)
  }
  let contributions = contributionsByPosition(of: game)
  let alternatives = blocks.largestExcessesByPlayer(playerCount: game.playerCount)
  let leaving = departures(from: allocation, of: game, under: rule, by: grounds)
  let shares = game.players.indices.map { player in
    let averages = contributions.averages[player]
    return ShareExplanation(
      index: player, player: game.players[player], share: allocation.shares[player],
      alone: game[.single(player)], separable: averages[averages.count - 1], averagesByPosition: averages,
      bestAlternative: alternatives[player].map { offer($0, excess: blocks.excess($0)) },
      departure: leaving.isEmpty ? nil : leaving[player])
  }
  return DivisionExplanation(
    rule: rule, allocation: allocation, shares: shares,
    closestCoalitions: blocks.largestExcesses(above: -.infinity, limit: limit).listed
      .map { offer($0.mask, excess: $0.excess) },
    bindingCoalitions: solution.map { bindingCoalitions($0.certificate, in: game) } ?? [],
    certificate: solution?.summary)
}

private func bindingCoalitions(_ certificate: NucleolusCertificate, in game: CoalitionGame) -> [BindingCoalition] {
  certificate.stages.enumerated().flatMap { index, stage in
    (stage.tight.map { ($0, false) } + stage.atOwnWorth.map { ($0, true) }).map { member, isHeld in
      BindingCoalition(
        stage: index + 1, level: stage.level, coalition: member.coalition, names: game.names(of: member.coalition),
        weight: member.weight, isHeldAtOwnWorth: isHeld)
    }
  }
}

extension ExcessBlocks {
  /// For each player the coalition with it, but not of all, whose excess is largest, the first in the order of the
  /// table; nil for a single player.
  func largestExcessesByPlayer(playerCount count: Int) -> [Int?] {
    let lowCount = blockSize.trailingZeroBitCount
    var fold = MaximumFold(bits: lowCount)
    var best = [(excess: Double, block: Int)](repeating: (-.infinity, 0), count: count)
    forEachBlock { block, excesses in
      fold(excesses)
      for player in 0..<count {
        let isInside = player < lowCount
        guard isInside || block >> (player - lowCount) & 1 == 1 else { continue }
        let largest = isInside ? fold.with[player] : fold.largest
        if largest > best[player].excess { best[player] = (largest, block) }
      }
    }
    let all = blockSize * blockCount - 1
    return best.enumerated().map { player, best in
      (best.block * blockSize..<(best.block + 1) * blockSize).first { mask in
        mask >> player & 1 == 1 && mask != all && excess(mask) == best.excess
      }
    }
  }
}
