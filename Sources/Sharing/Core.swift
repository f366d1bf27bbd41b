import CollectiveAction

/// A coalition that would leave an allocation, and how much it would save, or get, by leaving.
public struct CoreViolation: Sendable, Equatable {
  /// Who would leave.
  public let coalition: Coalition
  /// The members' names, in the game's order.
  public let names: [String]
  /// What the members pay beyond the coalition's own cost, or get less than its own surplus; above zero.
  public let amount: Double
}

/// Whether an allocation leaves every coalition at least as well off as on its own.
public struct CoreMembership: Sendable, Equatable {
  /// What the shares add up to, less the joint worth: zero for an allocation that divides it.
  public let imbalance: Double
  /// The coalitions that would leave, largest amount first, among equal ones in the order of the table.
  public let violations: [CoreViolation]
  /// What was not counted: amounts up to this.
  public let tolerance: Double

  /// Whether the joint worth is divided and no coalition would leave.
  public var isMember: Bool { violations.isEmpty && abs(imbalance) <= tolerance }
}

/// Whether `allocation` is in the core of `game`, and if not, who would walk away.
///
///     try coreMembership(of: shapleyValue(of: skane), in: skane, tolerance: 0.005)
///       .violations.first?.names  // ["H", "K", "L"]
///
/// - Parameters:
///   - allocation: of the game's players.
///   - game: 1 to 26 players.
///   - tolerance: from zero up; amounts up to it are not counted, in the game's currency.
/// - Complexity: O(2ⁿ) for n players.
///
/// Source: Gillies (1959), in Contributions to the Theory of Games IV, 47–85.
public func coreMembership(
  of allocation: Allocation, in game: CoalitionGame, tolerance: Double
) -> CoreMembership {
  precondition(allocation.players == game.players, "an allocation is judged in the game of its players")
  precondition(tolerance >= 0, "a tolerance is not negative")
  // Around the shares themselves: what is left of a coalition's worth is what it would gain by leaving.
  let centred = CentredGains(game, anchor: allocation.shares)
  let residues = allocation.shares.indices.map { index in
    let rest = allocation.shares[index] - centred.anchor[index]
    return game.kind == .cost ? -rest : rest
  }
  let (low, high) = CoalitionSums.halves(of: residues)
  let bits = low.count.trailingZeroBitCount
  func amount(_ mask: Int) -> Double {
    centred.gains[mask] - (low[mask & (low.count - 1)] + high[mask >> bits])
  }
  let all = centred.gains.count - 1
  var violations: [CoreViolation] = []
  for mask in 1..<max(all, 1) {
    let amount = amount(mask)
    guard amount > tolerance else { continue }
    let coalition = Coalition(mask: UInt64(mask))
    violations.append(CoreViolation(coalition: coalition, names: game.names(of: coalition), amount: amount))
  }
  violations.sort { $0.amount == $1.amount ? $0.coalition < $1.coalition : $0.amount > $1.amount }
  return CoreMembership(
    imbalance: game.kind == .cost ? amount(all) + 0 : 0 - amount(all), violations: violations, tolerance: tolerance)
}

/// The coalitions that would leave `allocation`, largest amount first.
///
/// See ``coreMembership(of:in:tolerance:)``.
public func violations(
  of allocation: Allocation, in game: CoalitionGame, tolerance: Double
) -> [CoreViolation] {
  coreMembership(of: allocation, in: game, tolerance: tolerance).violations
}
