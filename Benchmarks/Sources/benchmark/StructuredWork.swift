import CollectiveAction
import Sharing

/// The sampled Shapley value of a quadratic spillover of any number of players, whose exact value is known.
struct SampledSpillover {
  let figures: QuadraticFigures
  private let players: [String]
  /// What any five players gain with any five, group by group: nearly all the time of a sample is the worths'.
  private let gains: [Double]

  init(players n: Int, seed: UInt64) {
    figures = QuadraticFigures(players: n, seed: seed, pairs: 0...100)
    players = (0..<n).map { "p\($0)" }
    let groups = (n + 4) / 5
    var gains: [Double] = []
    gains.reserveCapacity(groups * (groups + 1) / 2 * 1024)
    for late in 0..<groups {
      for early in 0...late {
        for mask in 0..<1024 {
          let (own, others) = (Coalition(mask: UInt64(mask >> 5)), Coalition(mask: UInt64(mask & 31)))
          gains.append(Self.gain(own, of: late, others, of: early, figures))
        }
      }
    }
    self.gains = gains
  }

  /// What members of group `late` gain with those of group `early`; within a group, what they have alone too.
  private static func gain(
    _ own: Coalition, of late: Int, _ others: Coalition, of early: Int, _ figures: QuadraticFigures
  ) -> Double {
    guard late != early || own == others else { return 0 }
    var sum = 0.0
    for player in own.lazy.map({ 5 * late + $0 }) where player < figures.alone.count {
      if late == early { sum += figures.alone[player] }
      for other in others.lazy.map({ 5 * early + $0 }) where other < player { sum += figures.pairs[other][player] }
    }
    return sum
  }

  /// What everybody has alone and half of each of its pairs.
  var exactShares: [Double] {
    figures.alone.indices.map { player in
      var share = figures.alone[player]
      for other in figures.alone.indices where other != player {
        share += figures.pairs[min(player, other)][max(player, other)] / 2
      }
      return share
    }
  }

  /// The shares from `replicates` blocks of 2n orders each.
  func shares(replicates: Int, seed: UInt64) throws -> [Double] {
    try sampledShapleyValue(players: players, replicates: replicates, seed: seed, worth: worth(of:)).allocation.shares
  }

  @Sendable private func worth(of coalition: Coalition) -> Double {
    gains.withUnsafeBufferPointer { gains in
      var (sum, place) = (0.0, 0)
      for late in 0..<(figures.alone.count + 4) / 5 {
        let own = Int(coalition.mask >> UInt64(5 * late) & 31) << 5
        for early in 0...late {
          sum += gains[place + own + Int(coalition.mask >> UInt64(5 * early) & 31)]
          place += 1024
        }
      }
      return sum
    }
  }
}

/// How often the intervals of a sample hold what is known exactly: the power of voters in a body of one quota.
///
/// - Returns: of the samples, with one seed each, the part whose intervals all hold their exact value, and the part
///   in which some voter had no interval, because all replicates gave it the same.
func coverage(weights: [Int], quota: Int, replicates: Int, samples: Int) throws -> [Double] {
  let voters = weights.indices.map { "p\($0)" }
  let exact = try WeightedVotingGame(voters: voters, weights: weights, quota: quota).power().shapleyShubik
  var (held, withoutSpread) = (0, 0)
  for seed in 0..<UInt64(samples) {
    let sample = try sampledShapleyValue(players: voters, replicates: replicates, seed: seed) { coalition in
      coalition.reduce(0) { $0 + weights[$1] } >= quota ? 1 : 0
    }
    var (all, some) = (true, false)
    for (evidence, value) in zip(sample.evidence, exact) {
      switch evidence {
      case .everyOrder: break
      case .spread(let interval): all = all && interval.contains(value)
      case .noSpread: some = true
      }
    }
    if all { held += 1 }
    if some { withoutSpread += 1 }
  }
  return [Double(held) / Double(samples), Double(withoutSpread) / Double(samples)]
}
