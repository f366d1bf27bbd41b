import CollectiveAction

/// Several agreements of one mechanism at once, no player in two of them.
///
/// Each is appraised as if everybody outside it acted alone, and what the agreements bring is added up. That is exact
/// where an agreement changes neither what the others do nor what it is worth to them (linear damages); elsewhere it is
/// an approximation, and ``regionAtMost`` bounds what the region can have whatever agreements stand beside one another.
/// Where several agreements would each move the same others, as the first adopters of a standard do, the sum counts that
/// gain more than once: then it is out of reach (``isWithinReach``) and no figure for the region.
public struct SideBySide: Sendable, Equatable {
  /// The agreements, in the order of their first members; none where none comes about.
  public let agreements: [Appraisal]
  /// What each player expects of all of them together, a year: of its own as a member, of the others as an outsider.
  public let netGains: [Double]
  /// What the members expect together of their own agreements (the region, less the outlay from above, where participation
  /// is imposed): by this the agreements are chosen.
  public let value: Double
  /// No set of agreements has a larger ``value``; equal to it, up to rounding, where the best was proved.
  public let valueAtMost: Double
  /// No agreements at all, side by side or not, bring the region a larger net gain after the outlay from above: the gain
  /// of the social optimum, less what whoever decides does not know.
  public let regionAtMost: Double

  public var expectedNetGain: Double { netGains.reduce(0, +) }
  /// Whether the region can have what the agreements bring when added up: no more than the gain of the social optimum
  /// less what the agreements cost to make, to keep and in autonomy.
  public var isWithinReach: Bool {
    let costs = agreements.reduce(0) { $0 + $1.transactionCost.total + $1.autonomyCost }
    let sum = agreements.reduce(0) { $0 + $1.expectedNetGainLessOutlay }
    return sum <= regionAtMost - costs + 1e-9 * (1 + abs(sum))
  }
  /// Whether no other set of agreements is better.
  public var isBest: Bool { valueAtMost <= value + 1e-9 * (1 + abs(value)) }
}

/// The agreements that stand best side by side under `mechanism`: the best set of disjoint pairs, or of larger groups.
///
/// Pairs are matched exactly up to a dozen or two players; beyond, the best found comes with a bound on all others that is
/// proved (``SideBySide/valueAtMost``), or is proved itself (``SideBySide/isBest``). Larger groups
/// are chosen exactly among all ways to part up to ``DilemmaTable/largestExhaustive`` players; beyond, one agreement of
/// those that were solved is given with its bound. A collective mechanism has one agreement.
///
/// Source: of the division into groups, Yeh (1986), BIT 26, 467–474.
///
/// - Throws: as ``appraise(_:in:under:)``.
/// - Complexity: n³ for each of few branches for pairs, 3ⁿ/2 sums for groups.
public func sideBySide(
  _ mechanism: Mechanism, in table: DilemmaTable, under circumstances: Circumstances
) throws(AppraisalError) -> SideBySide {
  let game = try TransformedGame(checking: mechanism, table, circumstances)
  let chosen: (coalitions: [Coalition], atMost: Double?)
  switch mechanism.scope {
  case .bilateral: chosen = game.bestPairs
  case .multilateral where table.isExhaustive: chosen = game.bestGroups
  case .multilateral, .collective:
    let only = game.solved
    chosen = (only.isFormed ? [only.members] : [], mechanism.scope == .collective ? nil : game.regionAtMost)
  }
  var netGains = [Double](repeating: 0, count: table.players.count)
  var agreements: [Appraisal] = []
  var value = 0.0
  for coalition in chosen.coalitions {
    guard let index = table.row(of: coalition) else { continue }
    let prospect = game.expectation(ofRow: index)
    agreements.append(game.appraisal(of: prospect, isFormed: true))
    value += prospect.figures.value
    for player in netGains.indices { netGains[player] += prospect.nets[player] }
  }
  return SideBySide(
    agreements: agreements, netGains: netGains, value: value, valueAtMost: max(chosen.atMost ?? value, value),
    regionAtMost: game.regionAtMost)
}

extension TransformedGame {
  /// The gain of the social optimum less what whoever decides does not know of it; no costs, no risks. Whatever the
  /// members do, the region cannot have more: what is lost to ignorance is a share of every gain, which takes at least that
  /// share of their sum.
  var regionAtMost: Double {
    max(mechanism.knowledge.left(of: table.nash.totalCost - table.optimum.totalCost), 0)
  }

  /// What an agreement of this coalition would add, 0 where it does not come about or is worth nothing.
  private func value(of coalition: Coalition) -> Double {
    guard isImposed || bound.isSubset(of: coalition), let index = table.row(of: coalition) else { return 0 }
    let figures = figures(ofRow: index)
    return figures.isAccepted ? max(figures.value, 0) : 0
  }

  fileprivate var bestPairs: (coalitions: [Coalition], atMost: Double?) {
    let matching = PairMatching(players: table.players.count) { value(of: Coalition([$0, $1])) }
    return (matching.pairs.map { Coalition([$0.0, $0.1]) }, matching.atMost)
  }

  fileprivate var bestGroups: (coalitions: [Coalition], atMost: Double?) {
    let count = table.players.count
    var worths = [Double](repeating: 0, count: 1 << count)
    for mask in worths.indices {
      let coalition = Coalition(mask: UInt64(mask))
      if mechanism.scopeRule.admits(coalition.count, of: count) { worths[mask] = value(of: coalition) }
    }
    let parts: [Coalition]
    do {
      parts = try CoalitionGame(players: table.players, kind: .surplus, worths: worths).bestCoalitionStructure().parts
    } catch {
      preconditionFailure("finite worths of the table's players are a game: \(error)")
    }
    return (parts.filter { worths[Int($0.mask)] > 0 }, nil)
  }
}
