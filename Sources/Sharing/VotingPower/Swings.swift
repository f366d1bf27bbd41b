import Mathematics

/// How often each voter turns a losing coalition into a winning one, exactly.
public struct Swings: Sendable, Equatable {
  /// The voters' names, in the game's order.
  public let voters: [String]
  /// For each voter and each number of others, 0 to n − 1, how many coalitions of so many others lose without it
  /// and win with it.
  public let bySize: [[UInt128]]
  /// How many coalitions win.
  public let winningCoalitions: UInt128

  /// For each voter, in how many coalitions of the others it decides: the raw Banzhaf count.
  public var totals: [UInt128] { bySize.map { $0.reduce(0, +) } }

  /// The Shapley–Shubik index as exact fractions: the chance that a voter decides in a random order.
  public var shapleyShubik: [Rational] {
    let chances = binomials.map { Rational(1) / (Rational(voters.count) * Rational($0)) }
    return bySize.map { counts in zip(counts, chances).map { Rational($0) * $1 }.sum }
  }

  /// The absolute Banzhaf index as exact fractions: the chance that a voter decides when all others toss coins.
  public var banzhaf: [Rational] {
    let half = Rational(1) / Rational(UInt128(1) << UInt128(voters.count - 1))
    return totals.map { Rational($0) * half }
  }

  /// The Banzhaf index whose shares add up to one, as exact fractions.
  public var banzhafNormalised: [Rational] {
    let totals = totals.map { Rational($0) }
    let sum = totals.sum
    return totals.map { $0 / sum }
  }

  /// How many coalitions of each size the others of a voter have.
  var binomials: [UInt128] {
    var row: [UInt128] = [1]
    for size in 1..<max(voters.count, 2) where size < voters.count {
      // C(n−1, s) from C(n−1, s−1): the product may outgrow the word, so the common divisor goes first.
      let (next, step) = (UInt128(voters.count - size), UInt128(size))
      let divisor = greatestCommonDivisor(row[size - 1], step)
      row.append(row[size - 1] / divisor * (next / (step / divisor)))
    }
    return row
  }
}

extension Rational {
  /// A whole number of up to 128 bits.
  init(_ whole: UInt128) {
    self =
      Int(exactly: whole).map { Rational($0) }
      ?? {
        let half = Rational(1 << 62)
        let (high, low) = whole.quotientAndRemainder(dividingBy: 1 << 62)
        let (top, middle) = high.quotientAndRemainder(dividingBy: 1 << 62)
        return (Rational(Int(top)) * half + Rational(Int(middle))) * half + Rational(Int(low))
      }()
  }
}

/// The largest number that divides both.
func greatestCommonDivisor<Whole: BinaryInteger>(_ left: Whole, _ right: Whole) -> Whole {
  var (a, b) = (left, right)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

extension WeightedVotingGame {
  /// How many voters' swings can be counted in 128 bits.
  public static let largestCount = 127

  /// Every voter's swings, counted exactly by size.
  ///
  /// - Throws: ``StructuredGameError/tooManyVotersToCount(_:limit:)`` beyond 127 voters, or
  ///   ``StructuredGameError/tooManySums(_:limit:)``.
  /// - Complexity: for n voters, d distinct weights and quota q (or what blocks it, if less), O((n + d) n q); with
  ///   up to 44 voters of large weights instead O(n 2^(n/2)).
  ///
  /// Source: Mann & Shapley (1962), RAND RM-3158; Brams & Affuso (1976); the halves after Horowitz & Sahni
  /// (1974), J. ACM 21, 277–292.
  public func swings() throws(StructuredGameError) -> Swings {
    guard voters.count <= Self.largestCount else {
      throw .tooManyVotersToCount(voters.count, limit: Self.largestCount)
    }
    if voters.count <= 64 { return try swings(counting: UInt64.self) }
    return try swings(counting: UInt128.self)
  }

  private func swings<Count: FixedWidthInteger & UnsignedInteger>(counting: Count.Type) throws(StructuredGameError)
    -> Swings
  {
    let heads = criteria.filter(\.countsHeads).map(\.quota).max() ?? 0
    let weighted = criteria.filter { !$0.countsHeads }
    let reach: SizedReach<Count>
    switch weighted.count {
    case 0: reach = .everything(of: voters.count)
    case 1: reach = try .counted(of: weighted[0])
    default: return try severalSwings(counting: counting)
    }
    // Of coalitions of the others of one size, those that win without the voter win with it as well.
    let n = voters.count
    let all: [Count] = SizedReach.binomials(of: n - 1)
    var winning: Count = 0
    let bySize = (0..<n).map { voter in
      (0..<n).map { size -> UInt128 in
        func winners(_ reaching: Count, members: Int) -> Count {
          members > n - minimumBlockers ? all[size] : members >= heads ? reaching : 0
        }
        let with = winners(reach.with[voter][size], members: size + 1)
        let without = winners(reach.without[voter][size], members: size)
        if voter == 0 { winning &+= with &+ without }
        return UInt128(with &- without)
      }
    }
    // All 2⁶⁴ coalitions of 64 voters cannot win, the empty one loses: the count fits.
    return Swings(voters: voters, bySize: bySize, winningCoalitions: UInt128(winning))
  }
}

/// For each voter and number of others, how many coalitions of these reach a quota, with it and without it.
struct SizedReach<Count: FixedWidthInteger & UnsignedInteger> {
  var with: [[Count]]
  var without: [[Count]]

  /// Where no votes are asked for.
  static func everything(of count: Int) -> SizedReach {
    let all = [[Count]](repeating: binomials(of: count - 1), count: count)
    return SizedReach(with: all, without: all)
  }

  /// The numbers of subsets of `count` things by size, by Pascal's rule, which never outgrows them.
  static func binomials(of count: Int) -> [Count] {
    var row: [Count] = [1]
    for _ in 0..<count {
      row = (0...row.count).map { ($0 > 0 ? row[$0 - 1] : 0) &+ ($0 < row.count ? row[$0] : 0) }
    }
    return row
  }

  /// By the cheaper of the two ways.
  static func counted(of criterion: WeightedVotingGame.Criterion) throws(StructuredGameError) -> SizedReach {
    let n = criterion.weights.count
    let divisor = criterion.weights.reduce(0) { greatestCommonDivisor($0, $1) }
    let weights = criterion.weights.map { $0 / divisor }
    let quota = (criterion.quota + divisor - 1) / divisor
    let total = weights.reduce(0, +)
    let cells = Double(min(quota, total - quota + 1)) * Double(n + 1)
    let distinct = Set(weights).count
    let tableSteps = cells * Double(n + distinct) / 4
    let halfSteps = n <= 44 ? Double(n) * Double(n) * Double(1 << ((n + 1) / 2)) / 2 : .infinity
    if halfSteps < tableSteps { return CoalitionHalves(weights: weights, quota: quota).reach() }
    // A quarter of a gibibyte of counts, and as much to take players out.
    let limit = 0x1p28 / Double(MemoryLayout<Count>.size)
    guard cells <= limit else { throw .tooManySums(cells, limit: limit) }
    return tabulated(weights: weights, quota: quota, total: total)
  }

  /// By the generating function: from below the quota, or, if that is shorter, from what may stand outside.
  static func tabulated(weights: [Int], quota: Int, total: Int) -> SizedReach {
    let n = weights.count
    let outside = total - quota + 1
    let fromOutside = outside < quota
    let table = CoalitionCounts<Count>(weights: weights, cap: fromOutside ? outside : quota)
    let all = binomials(of: n - 1)
    var rest = table.room()
    var known: [Int: ([Count], [Count])] = [:]
    for weight in Set(weights).sorted() {
      table.remove(weight: weight, into: &rest)
      func reaching(_ bound: Int, _ size: Int) -> Count {
        if fromOutside {
          // S reaches the quota with the voter when at most `outside` − 1 of the others' votes stand outside of it.
          return table.number(ofSize: n - 1 - size, below: bound, in: rest)
        }
        return all[size] &- table.number(ofSize: size, below: bound, in: rest)
      }
      known[weight] =
        fromOutside
        ? ((0..<n).map { reaching(outside, $0) }, (0..<n).map { reaching(outside - weight, $0) })
        : ((0..<n).map { reaching(quota - weight, $0) }, (0..<n).map { reaching(quota, $0) })
    }
    let both = weights.map { known[$0] ?? ([], []) }
    return SizedReach(with: both.map(\.0), without: both.map(\.1))
  }
}
