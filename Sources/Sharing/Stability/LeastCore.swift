import CollectiveAction
import Mathematics

/// How much every coalition would have to be paid to stay, or could be taxed and still stay.
public struct LeastCore: Sendable, Equatable {
  /// The smallest subsidy ε for which some division of the joint worth satisfies every coalition: its members
  /// pay at most its own cost + ε, or get at least its own surplus − ε.
  ///
  /// Negative when the core has room (then −ε is the smallest saving of any coalition, made as large as can
  /// be), zero when the core is just not empty, positive when it is empty.
  public let subsidy: Double
  /// The same, exactly: its sign is decided, not rounded.
  public let exactSubsidy: Rational
  /// A division in the least core: the prenucleolus, which is its most even point.
  public let allocation: Allocation
  /// The coalitions that forbid a smaller ε, with weights above zero that cover every player exactly once.
  public let bindingCoalitions: BalancedCollection
  /// What the certificate of ``allocation`` was found to prove.
  public let verdict: NucleolusVerdict
}

/// Coalitions with weights above zero such that those of each player's coalitions add up to one: the
/// players may spend so much of their time in each.
public struct BalancedCollection: Sendable, Equatable {
  /// The coalitions, in the order of the table.
  public let members: [WeightedCoalition]
  /// The weighted worths together: what the players would pay, or get, working in these coalitions.
  public let worth: Rational

  /// Whether the weights are above zero and cover each of `playerCount` players exactly once.
  public func isBalanced(playerCount: Int) -> Bool {
    members.allSatisfy(\.weight.isPositive)
      && (0..<playerCount).allSatisfy { player in
        members.filter { $0.coalition.contains(player) }.map(\.weight).sum == 1
      }
  }
}

extension BalancedCollection {
  /// One coalition of a collection, in names and as it is printed.
  public struct Line: Sendable, Equatable, Codable {
    /// The members' names, in the game's order.
    public let names: [String]
    /// The part of their time that the members spend in it, as a fraction such as `1/2`.
    public let weight: String
    /// What the coalition pays, or gets, on its own.
    public let worth: Double
    /// The weight times the worth.
    public let weightedWorth: Double
  }

  /// The collection to be printed: one line a coalition, in the order of the table.
  public func lines(in game: CoalitionGame) -> [Line] {
    members.map { member in
      Line(
        names: game.names(of: member.coalition), weight: member.weight.description, worth: game[member.coalition],
        weightedWorth: (member.weight * Rational(decimal: game[member.coalition])).approximation)
    }
  }
}

/// Whether some division of the joint worth satisfies every coalition.
public enum CoreStatus: Sendable, Equatable {
  /// `example` satisfies every coalition.
  case nonempty(example: Allocation)
  /// No division does: in the coalitions of `witness` the players would pay less in all, or get more, by
  /// `shortfall`, than all together, so no division can satisfy all of these coalitions.
  case empty(witness: BalancedCollection, shortfall: Double)
}

/// The divisions of the joint worth that ask for the smallest subsidy to keep every coalition in.
///
/// Defined over all divisions of the joint worth, not only over those that leave each player as well off as
/// alone; so ε is the first level of the prenucleolus. With a subsidy for each member, or in proportion to
/// the worth, it would be another number.
///
/// - Parameter game: 2...26 players.
/// - Throws: ``SharingError/onlyOnePlayer``, for whom no coalition remains.
/// - Complexity: as ``prenucleolus(of:)``.
///
/// Source: Shapley & Shubik (1966), Econometrica 34, 805–827; Maschler, Peleg & Shapley (1979).
public func leastCore(of game: CoalitionGame) throws(SharingError) -> LeastCore {
  guard game.playerCount > 1 else { throw .onlyOnePlayer }
  let solution = try prenucleolus(of: game)
  // Two players or more leave a share open, so there is a first stage.
  guard let first = solution.certificate.stages.first else { throw .onlyOnePlayer }
  // The first stage's coalitions cover the coalition of all: as often as its weight takes away again.
  let cover = -first.settled.map(\.weight).sum
  let members = first.tight.map { WeightedCoalition(coalition: $0.coalition, weight: $0.weight / cover) }
  return LeastCore(
    subsidy: first.level.approximation, exactSubsidy: first.level, allocation: solution.allocation,
    bindingCoalitions: BalancedCollection(
      members: members, worth: members.map { $0.weight * Rational(decimal: game[$0.coalition]) }.sum),
    verdict: solution.verdict)
}

/// Whether the core is empty, with an allocation in it or with the coalitions that prove there is none.
///
/// - Parameter game: 1...26 players.
/// - Throws: ``SharingError/notCertified(_:)`` when the worths carry more rounding than differences.
/// - Complexity: as ``prenucleolus(of:)``.
///
/// Source: Bondareva (1963); Shapley (1967), Nav. Res. Logist. Q. 14, 453–460.
public func coreStatus(of game: CoalitionGame) throws(SharingError) -> CoreStatus {
  guard game.playerCount > 1 else {
    return .nonempty(example: Allocation(players: game.players, shares: [game.jointWorth]))
  }
  let leastCore = try leastCore(of: game)
  guard leastCore.exactSubsidy.isPositive else { return .nonempty(example: leastCore.allocation) }
  let shortfall = (leastCore.bindingCoalitions.worth - Rational(decimal: game.jointWorth)).magnitude
  return .empty(witness: leastCore.bindingCoalitions, shortfall: shortfall.approximation)
}
