import Mathematics

/// How much each voter decides, by the two classical measures.
public struct VotingPower: Sendable, Equatable {
  /// The voters' names, in the game's order.
  public let voters: [String]
  /// The chance that the voter decides in a random order of saying yes; adds up to one.
  public let shapleyShubik: [Double]
  /// The chance that the voter decides when all others toss coins.
  public let banzhaf: [Double]

  /// The Banzhaf index divided by its sum.
  public var banzhafNormalised: [Double] {
    let sum = banzhaf.reduce(0, +)
    return banzhaf.map { $0 / sum }
  }
}

extension WeightedVotingGame {
  /// The Shapley–Shubik and Banzhaf indices of all voters.
  ///
  /// Up to 127 voters the swings are counted exactly and only their ratios are rounded. Beyond, the chances to
  /// decide are reckoned by additions and products of numbers from zero up alone, so nothing cancels: for n voters
  /// an index is off by at most about 5n units in its last place.
  ///
  /// - Throws: ``StructuredGameError/tooManySums(_:limit:)``.
  /// - Complexity: as ``swings()``; beyond 127 voters O(n² q log n) for quota q.
  ///
  /// Source: Shapley & Shubik (1954), Am. Polit. Sci. Rev. 48, 787–792; Banzhaf (1965), Rutgers Law Rev. 19,
  /// 317–343; Owen (1972), Manag. Sci. 18, P64–P79.
  public func power() throws(StructuredGameError) -> VotingPower {
    guard voters.count <= Self.largestCount else { return try powerByChances() }
    let swings = try swings()
    let n = Double(voters.count)
    let chances = swings.binomials.map { 1 / (n * Double($0)) }
    // 2^(n−1) is exact.
    let half = Double(sign: .plus, exponent: 1 - voters.count, significand: 1)
    return VotingPower(
      voters: voters,
      shapleyShubik: swings.bySize.map { counts in zip(counts, chances).reduce(0) { $0 + Double($1.0) * $1.1 } },
      banzhaf: swings.totals.map { Double($0) * half })
  }

  /// The indices by the chances to decide, at enough probabilities of a yes that their integral is exact.
  func powerByChances() throws(StructuredGameError) -> VotingPower {
    let n = voters.count
    let pivots = try PivotSums(of: self)
    let nodes = PivotNodes(count: (n + 1) / 2)
    // Steps of the whole computation: some minutes' worth at the most.
    let work = Double(nodes.points.count) * pivots.work
    guard work <= 0x1p38 else {
      throw .tooManySums(Double(pivots.count), limit: (0x1p38 / work) * Double(pivots.count))
    }
    var shapley = [Double](repeating: 0, count: n)
    for (point, weight) in zip(nodes.points, nodes.weights) {
      for (voter, chance) in pivots.chances(yes: point).enumerated() { shapley[voter] += weight * chance }
    }
    return VotingPower(voters: voters, shapleyShubik: shapley, banzhaf: pivots.chances(yes: 0.5))
  }
}

/// The chances that each voter decides when every other says yes with the same probability.
struct PivotSums {
  /// How many sums are told apart.
  let count: Int
  /// What each voter adds to a sum.
  private let steps: [Int]
  /// With one quota the sums where a voter decides are the last `step` below it; else the sums have to be asked.
  private let wins: [Bool]?
  /// Voters with one step, as indices, by ascending step.
  private let groups: [(step: Int, voters: [Int])]

  init(of game: WeightedVotingGame) throws(StructuredGameError) {
    let limit = 0x1p26
    if game.criteria.count == 1, game.minimumBlockers == 1 {
      let criterion = game.criteria[0]
      let divisor = criterion.weights.reduce(0) { greatestCommonDivisor($0, $1) }
      steps = criterion.weights.map { $0 / divisor }
      let quota = (criterion.quota + divisor - 1) / divisor
      // A voter decides among those who say no as often as among those who say yes: the shorter side counts, and
      // over all probabilities both are the same.
      count = min(quota, steps.reduce(1, +) - quota)
      wins = nil
      guard Double(count) <= limit else { throw .tooManySums(Double(count), limit: limit) }
    } else {
      let code = try game.sumCode(sized: false, limit: limit)
      (count, steps, wins) = (code.count, code.steps, code.wins)
    }
    groups = Dictionary(grouping: steps.indices) { [steps] in steps[$0] }.sorted { $0.key < $1.key }
      .map { (step: $0.key, voters: $0.value) }
  }

  /// About how many additions one call of ``chances(yes:)`` needs.
  var work: Double {
    let rounds = Double(Int.bitWidth - groups.count.leadingZeroBitCount)
    return Double(count) * Double(steps.count) * (rounds + 1)
  }

  /// One chance a voter.
  func chances(yes probability: Double) -> [Double] {
    var start = [Double](repeating: 0, count: count)
    start[0] = 1
    var chances = [Double](repeating: 0, count: steps.count)
    leaveOneOut(groups[...], start, yes: probability, into: &chances)
    return chances
  }

  /// All voters outside `part` have been added to `sums`: adds one half of `part` for the sake of the other, down
  /// to a single group, of which one is left out.
  private func leaveOneOut(
    _ part: ArraySlice<(step: Int, voters: [Int])>, _ sums: [Double], yes probability: Double,
    into chances: inout [Double]
  ) {
    if part.count == 1, let group = part.first {
      var rest = sums
      for _ in group.voters.dropFirst() { Self.add(group.step, yes: probability, to: &rest) }
      let chance = decided(by: group.step, rest)
      for voter in group.voters { chances[voter] = chance }
      return
    }
    let middle = (part.startIndex + part.endIndex) / 2
    for (own, other) in [(part[..<middle], part[middle...]), (part[middle...], part[..<middle])] {
      var rest = sums
      for group in other {
        for _ in group.voters { Self.add(group.step, yes: probability, to: &rest) }
      }
      leaveOneOut(own, rest, yes: probability, into: &chances)
    }
  }

  private func decided(by step: Int, _ sums: [Double]) -> Double {
    guard let wins else { return sums[max(count - step, 0)...].reduce(0, +) }
    var chance = 0.0
    for sum in 0..<max(count - step, 0) where wins[sum + step] && !wins[sum] { chance += sums[sum] }
    return chance
  }

  private static func add(_ step: Int, yes: Double, to sums: inout [Double]) {
    guard step > 0 else { return }
    let (no, count) = (1 - yes, sums.count)
    sums.withUnsafeMutableBufferPointer { sums in
      for sum in stride(from: count - 1, through: min(step, count), by: -1) {
        sums[sum] = no * sums[sum] + yes * sums[sum - step]
      }
      for sum in 0..<min(step, count) { sums[sum] *= no }
    }
  }
}
