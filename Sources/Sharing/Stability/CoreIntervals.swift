import CollectiveAction
import Mathematics

/// An end of a player's interval in the core, and why it goes no further.
public struct CoreBound: Sendable, Equatable {
  /// The share at the end.
  public let share: Double
  /// The same, exactly.
  public let exactShare: Rational
  /// Coalitions whose weighted worths add up to the share, and whose weights add up to one over those that the
  /// player belongs to and to nothing over any other player's. No coalition but that of all has a weight that pulls
  /// the other way, so the share goes no further as long as each accepts. In the order of the table.
  ///
  /// Of an ε-core a cost counts with the subsidy ε on top, a surplus without it, but for the coalition of all.
  public let reasons: [WeightedCoalition]
}

/// What a player may pay, or get, in the core: the least and the most.
public struct CoreInterval: Sendable, Equatable {
  /// The player's name.
  public let player: String
  /// The least share of the player in any division in the core.
  public let lowest: CoreBound
  /// The most.
  public let highest: CoreBound

  /// How much there is to bargain about for the player.
  public var width: Double { (highest.exactShare - lowest.exactShare).approximation }
}

/// Every player's least and largest share over the core: the room that is left to bargain in.
///
/// Each is an end that some division in the core reaches; not all players reach theirs at once. Ends are found by
/// linear programmes whose rows are read from the table as they are violated, and proved in fractions.
///
///     try coreIntervals(of: skane)[3].highest.share  // 14.135: Lund may pay as much, no more, though 15.88 alone
///
/// - Parameters:
///   - game: 1 to 26 players.
///   - subsidy: the ε of the ε-core, in the game's currency: what a coalition is paid to stay.
/// - Returns: one interval a player, in the game's order.
/// - Throws: ``SharingError/emptyCore(subsidy:needed:)`` when no division is accepted by every coalition, or
///   ``SharingError/notCertified(_:)`` where worths carry so much rounding that no end can be proved.
/// - Complexity: 2n linear programmes in n unknowns, each some reads of the table of 2ⁿ worths.
public func coreIntervals(of game: CoalitionGame, subsidy: Double = 0) throws(SharingError) -> [CoreInterval] {
  let count = game.playerCount
  let all = game.worths.count - 1
  var programme = CoreProgramme(game, subsidy: Rational(decimal: subsidy))
  var intervals: [CoreInterval] = []
  for player in 0..<count {
    let unit = (0..<count).map { $0 == player ? 1 : 0 }
    // The player's own row has the weight one; of the others' rows that of all takes one's place.
    let ownRow = [1 << player]
    let others = (0..<count).filter { $0 != player }.map { 1 << $0 }
    let least = count == 1 ? [all] : ownRow + others.dropLast() + [all]
    guard let smallest = try programme.minimum(of: unit, startingFrom: least),
      let largest = try programme.minimum(of: unit.map { -$0 }, startingFrom: others + [all])
    else {
      throw .emptyCore(subsidy: subsidy, needed: try leastCore(of: game).subsidy)
    }
    let isCost = game.kind == .cost
    let fromLeast = CoreBound(smallest, share: isCost ? -smallest.value : smallest.value, turned: false)
    let fromMost = CoreBound(largest, share: isCost ? largest.value : -largest.value, turned: true)
    intervals.append(
      CoreInterval(
        player: game.players[player], lowest: isCost ? fromMost : fromLeast, highest: isCost ? fromLeast : fromMost))
  }
  return intervals
}

extension CoreBound {
  fileprivate init(_ optimum: CoreProgramme.Optimum, share: Rational, turned: Bool) {
    self.init(
      share: share.approximation, exactShare: share,
      reasons: turned
        ? optimum.weights.map { WeightedCoalition(coalition: $0.coalition, weight: -$0.weight) } : optimum.weights)
  }
}

/// The joint worth at which the core is about to vanish, and the coalitions that would then leave.
public struct BreakingPoint: Sendable, Equatable {
  /// The highest joint cost, or the lowest joint surplus, at which some division satisfies every coalition.
  public let jointWorth: Double
  /// The same, exactly.
  public let exactJointWorth: Rational
  /// Coalitions, without that of all, whose weights cover every player once and whose weighted worths add up to it.
  public let coalitions: BalancedCollection
}

/// How far the joint cost may rise, or the joint surplus fall, before no division satisfies every coalition.
///
/// - Parameter game: 2 to 26 players; what all get together is not looked at.
/// - Throws: ``SharingError/onlyOnePlayer``.
/// - Complexity: one linear programme in n unknowns, as for an end of ``coreIntervals(of:subsidy:)``.
///
/// Source: Bondareva (1963); Shapley (1967), Nav. Res. Logist. Q. 14, 453–460.
public func breakingPoint(of game: CoalitionGame) throws(SharingError) -> BreakingPoint {
  guard game.playerCount > 1 else { throw .onlyOnePlayer }
  var programme = CoreProgramme(game, divides: false)
  let singles = game.players.indices.map { 1 << $0 }
  guard let optimum = try programme.minimum(of: singles.map { _ in 1 }, startingFrom: singles) else {
    // Any division that gives enough to all is accepted: there is always one.
    throw .notCertified("the worths' differences drown in rounding")
  }
  let worth = game.kind == .cost ? -optimum.value : optimum.value
  return BreakingPoint(
    jointWorth: worth.approximation, exactJointWorth: worth,
    coalitions: BalancedCollection(members: optimum.weights, worth: worth))
}
