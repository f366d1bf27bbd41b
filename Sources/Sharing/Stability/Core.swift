import CollectiveAction

/// A coalition that would leave an allocation, and how much it would save, or get, by leaving.
public struct CoreViolation: Sendable, Equatable {
  /// Who would leave.
  public let coalition: Coalition
  /// The members' names, in the game's order.
  public let names: [String]
  /// What the members pay beyond the coalition's own cost, or get less than its own surplus, and beyond the
  /// subsidy if one was named; above zero.
  public let amount: Double
}

/// Whether an allocation leaves every coalition at least as well off as on its own.
public struct CoreMembership: Sendable, Equatable {
  /// What the shares add up to, less the joint worth: zero for an allocation that divides it.
  public let imbalance: Double
  /// The coalitions that would leave, largest amount first, among equal ones in the order of the table; not more
  /// than were asked for.
  public let violations: [CoreViolation]
  /// How many coalitions would leave, whether listed or not.
  public let violationCount: Int
  /// The smallest subsidy a coalition at which none would leave this allocation: the largest excess of any but all
  /// together. Negative when every coalition gains by staying; nil for a single player, whom nobody can leave.
  public let neededSubsidy: Double?
  /// What was not counted: amounts up to this.
  public let tolerance: Double

  /// Whether the joint worth is divided and no coalition would leave.
  public var isMember: Bool { violationCount == 0 && abs(imbalance) <= tolerance }
}

/// Whether `allocation` is in the core of `game`, and if not, who would walk away.
///
///     try coreMembership(of: shapleyValue(of: skane), in: skane, tolerance: 0.005)
///       .violations.first?.names  // ["H", "K", "L"]
///
/// With a subsidy ε it is asked of the ε-core: coalitions count that would leave though each is paid ε to stay, or,
/// where ε is negative, though leaving earned them −ε more.
///
/// - Parameters:
///   - allocation: of the game's players.
///   - game: 1 to 26 players.
///   - tolerance: from zero up; amounts up to it are not counted, in the game's currency.
///   - subsidy: what a coalition is paid to stay, in the game's currency.
///   - limit: how many violations are listed; all are counted.
/// - Complexity: O(2ⁿ) for n players: one read of the table, and of as many blocks again as violations are listed.
///
/// Source: Gillies (1959), in Contributions to the Theory of Games IV, 47–85; the ε-core: Shapley & Shubik (1966),
/// Econometrica 34, 805–827.
public func coreMembership(
  of allocation: Allocation, in game: CoalitionGame, tolerance: Double, subsidy: Double = 0, limit: Int = 20
) -> CoreMembership {
  precondition(allocation.players == game.players, "an allocation is judged in the game of its players")
  precondition(tolerance >= 0, "a tolerance is not negative")
  precondition(limit >= 0, "a list is not shorter than empty")
  let blocks = ExcessBlocks(game, shares: allocation.shares)
  let found = blocks.largestExcesses(above: subsidy + tolerance, limit: limit)
  let violations = found.listed.map { mask, excess in
    let coalition = Coalition(mask: UInt64(mask))
    return CoreViolation(coalition: coalition, names: game.names(of: coalition), amount: excess - subsidy)
  }
  let ofAll = blocks.excess(game.worths.count - 1)
  return CoreMembership(
    imbalance: game.kind == .cost ? ofAll + 0 : 0 - ofAll, violations: violations,
    violationCount: found.count, neededSubsidy: found.largest, tolerance: tolerance)
}

/// The coalitions that would leave `allocation`, largest amount first: all of them when no limit is named.
///
/// See ``coreMembership(of:in:tolerance:subsidy:limit:)``, which counts them as well.
public func violations(
  of allocation: Allocation, in game: CoalitionGame, tolerance: Double, limit: Int = .max
) -> [CoreViolation] {
  coreMembership(of: allocation, in: game, tolerance: tolerance, limit: limit).violations
}
