import CollectiveAction

/// Power among the coalitions that need every one of their members.
public struct MinimalWinningPower: Sendable, Equatable {
  /// The voters' names, in the game's order.
  public let voters: [String]
  /// How many coalitions win and lose without any one of their members; exact below 2⁵³.
  public let coalitions: Double
  /// In how many of them each voter is; exact below 2⁵³.
  public let memberships: [Double]
  /// Each of those coalitions equally likely and its members sharing equally; adds up to one.
  public let deeganPackel: [Double]
  /// Each voter's memberships, divided by their sum: the public good index.
  public var publicGood: [Double] {
    let sum = memberships.reduce(0, +)
    return memberships.map { $0 / sum }
  }
}

extension WeightedVotingGame {
  /// The indices of Deegan & Packel and of Holler, without listing a coalition.
  ///
  /// Ordered from the most votes to the fewest, a coalition is minimal when only its last member carries it over the
  /// quota. So the ways to come to each sum, and the ways to go on from it, count them all; a member's equal
  /// part of coalitions of every size is an integral of their generating function, taken exactly.
  ///
  /// - Throws: ``StructuredGameError/severalCriteria`` unless there is one quota and no blocking clause,
  ///   ``StructuredGameError/tooManySums(_:limit:)`` or, beyond 1000 voters,
  ///   ``StructuredGameError/tooManyVotersToCount(_:limit:)``.
  /// - Complexity: O(n² q) for n voters and quota q, and room for n q numbers.
  ///
  /// Source: Deegan & Packel (1978), Int. J. Game Theory 7, 113–123; Holler (1982), Political Studies 30,
  /// 262–271; generating functions as Alonso-Meijide & Bowles (2005), Ann. Oper. Res. 137, 21–44.
  public func minimalWinningPower() throws(StructuredGameError) -> MinimalWinningPower {
    guard criteria.count == 1, minimumBlockers == 1 else { throw .severalCriteria }
    // Counts up to 2¹⁰⁰⁰ are numbers.
    guard voters.count <= 1000 else { throw .tooManyVotersToCount(voters.count, limit: 1000) }
    let chain = MinimalChain(of: criteria[0])
    guard chain.cells <= 0x1p26 else { throw .tooManySums(chain.cells, limit: 0x1p26) }
    let memberships = chain.memberships(weighingEachOther: 1)
    let coalitions = chain.coalitions
    var deeganPackel = [Double](repeating: 0, count: voters.count)
    // A coalition of m members counts ∫ p^(m−1) = 1/m.
    let nodes = PivotNodes(count: (voters.count + 1) / 2)
    for (point, weight) in zip(nodes.points, nodes.weights) {
      for (voter, sum) in chain.memberships(weighingEachOther: point).enumerated() {
        deeganPackel[voter] += weight * sum / coalitions
      }
    }
    return MinimalWinningPower(
      voters: voters, coalitions: coalitions, memberships: memberships, deeganPackel: deeganPackel)
  }
}

/// Minimal winning coalitions as chains of sums below the quota, the heaviest member first.
private struct MinimalChain {
  let weights: [Int]
  let quota: Int
  /// The voters who have votes, the heaviest first.
  let order: [Int]

  init(of criterion: WeightedVotingGame.Criterion) {
    let divisor = criterion.weights.reduce(0) { greatestCommonDivisor($0, $1) }
    let weights = criterion.weights.map { $0 / divisor }
    self.weights = weights
    quota = (criterion.quota + divisor - 1) / divisor
    order = weights.indices.filter { weights[$0] > 0 }
      .sorted { weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1] }
  }

  var cells: Double { Double(order.count + 1) * Double(quota) }

  /// How many there are.
  var coalitions: Double {
    var sums = [Double](repeating: 0, count: quota)
    sums[0] = 1
    var number = 0.0
    for voter in order {
      let weight = weights[voter]
      number += sums[max(quota - weight, 0)...].reduce(0, +)
      for sum in stride(from: quota - 1, through: min(weight, quota), by: -1) { sums[sum] += sums[sum - weight] }
    }
    return number
  }

  /// For each voter, the sum over the coalitions it is in of `factor` to the number of other members.
  func memberships(weighingEachOther factor: Double) -> [Double] {
    // The ways to come to a sum with voters before each, and, from the last voter back, to go on from it.
    var before = [Double](repeating: 0, count: order.count * quota)
    before[0] = 1
    for (place, voter) in order.dropLast().enumerated() {
      let (weight, row) = (weights[voter], place * quota)
      for sum in 0..<quota { before[row + quota + sum] = before[row + sum] }
      for sum in 0..<max(quota - weight, 0) { before[row + quota + sum + weight] += factor * before[row + sum] }
    }
    var after = [Double](repeating: 0, count: quota)
    var result = [Double](repeating: 0, count: weights.count)
    for (place, voter) in order.enumerated().reversed() {
      let (weight, row) = (weights[voter], place * quota)
      let last = max(quota - weight, 0)
      var sums = 0.0
      for sum in 0..<last { sums += before[row + sum] * after[sum + weight] }
      for sum in last..<quota { sums += before[row + sum] }
      result[voter] = sums
      // Upwards: the way on with this voter leads to a larger sum, still of the voters after it.
      for sum in 0..<last { after[sum] += factor * after[sum + weight] }
      for sum in last..<quota { after[sum] += factor }
    }
    return result
  }
}
