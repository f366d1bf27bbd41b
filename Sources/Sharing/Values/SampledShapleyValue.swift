import CollectiveAction

/// What sampled orders say of the Shapley value of a game too large for a table.
public struct SampledShapleyValue: Sendable, Equatable {
  /// What the sample says of how far one share may be off.
  public enum Evidence: Sendable, Equatable {
    /// All orders were taken: the share is exact. So it is with at most three players.
    case everyOrder
    /// The replicates differ; by their spread the share lies within, see ``SampledShapleyValue/level``.
    case spread(ClosedRange<Double>)
    /// All replicates gave the same, so they have no spread to judge by.
    ///
    /// So it is where the share is exact, but also where the sample missed what is rare: at the level of the sample,
    /// replicates that give something else may still be as frequent as `unseen`, and nothing says by how much they
    /// differ. Only ``SampledShapleyValue/bounds`` then limit the error.
    case noSpread(unseen: Double)
  }

  /// The estimated shares; they add up to the joint worth.
  public let allocation: Allocation
  /// What is known of each share's error, in the order of the players.
  public let evidence: [Evidence]
  /// Where each share lies, whatever the game, if no contribution leaves the range that was given; nil without one.
  public let bounds: [ClosedRange<Double>]?
  /// The chance, at least in the long run, that all intervals of ``evidence`` hold at once; and, apart from them,
  /// that all ``bounds`` do.
  public let level: Double
  /// How many independent blocks of orders were taken.
  public let replicates: Int
  /// What repeats the sample bit by bit.
  public let seed: UInt64
  /// How many orders of joining were taken: twice the number of players in each replicate.
  public var orderCount: Int { 2 * allocation.players.count * replicates }
}

/// Each player's average contribution over sampled orders of joining, for a game given as a function.
///
///     let sample = try sampledShapleyValue(players: cities, replicates: 100, seed: 7) { pollution(of: $0) }
///     sample.allocation["Nanjing"]
///     sample.evidence[2]               // .spread(11.8...12.6)
///
/// A replicate is one random order, all its rotations, and the reverse of each: 2n orders whose n(n − 1) + 1 different
/// coalitions are each asked for once. Every player comes at every place, and before and after every other, equally
/// often, so the estimate is exact, whatever the seed, for a game that is the sum of contributions of single players and
/// of pairs and of a function of the number of members. The error of the others is judged by the spread of the
/// independent replicates (Student's t, reaching out further where they have a long tail; Bonferroni's correction over the
/// players), and, when the range of contributions is known, bounded without any assumption by the narrower of Hoeffding's
/// and the empirical Bernstein bound.
///
/// - Parameters:
///   - players: 1 to 63 names, no two alike.
///   - replicates: at least 2; twenty or more for intervals that hold as often as they say.
///   - seed: the same seed gives the same bits on any number of cores.
///   - level: the chance that all intervals hold, above 0 and below 1.
///   - contributions: the range that no player's contribution to any coalition leaves, where it is known.
///   - worth: what a coalition pays, or gets; finite. Not asked for the empty coalition, which is worth zero; called
///     from several threads at a time.
/// - Throws: ``SharingError/samplePlayerCount(_:)``, ``SharingError/repeatedPlayer(_:)``,
///   ``SharingError/replicateCount(_:)``, ``SharingError/wrongLevel(_:)``, ``SharingError/worthNotFinite(_:)`` or
///   ``SharingError/contributionOutside(_:of:range:)``.
/// - Complexity: n(n − 1) worths a replicate, and 2n + 1 before.
///
/// Source: orders with their reverses after Mitchell, Cooper, Frank & Holmes (2022), Journal of Machine Learning
/// Research 23(43), 1–46; bounds of Hoeffding (1963), Journal of the American Statistical Association
/// 58, 13–30, and Maurer & Pontil (2009), Proceedings of COLT.
public func sampledShapleyValue(
  players: [String], replicates: Int, seed: UInt64, level: Double = 0.95,
  contributions: ClosedRange<Double>? = nil, worth: @Sendable (Coalition) -> Double
) throws(SharingError) -> SampledShapleyValue {
  guard (1...63).contains(players.count) else { throw .samplePlayerCount(players.count) }
  var seen = Set<String>()
  for name in players where !seen.insert(name).inserted { throw .repeatedPlayer(name) }
  guard (2...Int(UInt32.max) - 1).contains(replicates) else { throw .replicateCount(replicates) }
  guard level > 0 && level < 1 else { throw .wrongLevel(level) }

  let design = try RotationDesign(players: players, contributions: contributions, worth: worth)
  let sample = try design.sample(replicates: replicates, seed: seed, worth: worth)
  let interval = SampleInterval(replicates: replicates, comparisons: players.count, level: level)
  let (variances, thirdMoments) = (sample.variances, sample.thirdMoments)
  let centres = players.indices.map { design.anchor[$0] + sample.means[$0] }
  let evidence = players.indices.map { player -> SampledShapleyValue.Evidence in
    if players.count <= 3 { return .everyOrder }
    // Sums of as many worths as there are players, each right to some units in its last place.
    let rounding = Double(players.count) * sample.largestWorth.ulp
    if sample.highest[player] - sample.lowest[player] <= rounding { return .noSpread(unseen: interval.unseenChance) }
    let reach = interval.studentReach(variance: variances[player], thirdMoment: thirdMoments[player])
    return .spread((centres[player] - reach.below)...(centres[player] + reach.above))
  }
  let bounds = contributions.map { range in
    players.indices.map { player in
      let reach = interval.boundedReach(
        variance: variances[player], width: range.upperBound - range.lowerBound)
      let low = max(centres[player] - reach, range.lowerBound)
      return low...max(low, min(centres[player] + reach, range.upperBound))
    }
  }
  return SampledShapleyValue(
    allocation: Allocation(players: players, shares: centres), evidence: evidence, bounds: bounds, level: level,
    replicates: replicates, seed: seed)
}
