import CollectiveAction
import Mathematics

/// Claims on an estate that is too small for all of them: a fund, a budget, water rights in a drought.
///
///     let talmud = try BankruptcyProblem(claimants: ["a", "b", "c"], claims: [100, 200, 300], estate: 200)
///     talmud.talmud.shares  // 50, 75, 75
///
/// Its coalitions can count on what remains when all others are paid in full; ``table()`` lists that. Figures are
/// read as the decimals they print as, and each award is rounded once.
///
/// Source: O'Neill (1982), Math. Soc. Sci. 2, 345–371; Thomson (2003), Math. Soc. Sci. 45, 249–297.
public struct BankruptcyProblem: Sendable, Equatable {
  /// The claimants' names; unique.
  public let claimants: [String]
  /// One claim each, from zero up.
  public let claims: [Double]
  /// What there is to divide, at most the sum of the claims.
  public let estate: Double

  private let exactClaims: [Rational]
  private let exactEstate: Rational

  /// - Parameters:
  ///   - claimants: at least one name, no two alike.
  ///   - claims: one each, finite, from zero up.
  ///   - estate: from zero to the sum of the claims.
  /// - Throws: ``StructuredGameError`` naming the figure that is wrong.
  public init(claimants: [String], claims: [Double], estate: Double) throws(StructuredGameError) {
    try checkNames(claimants)
    try checkFigures(claims, called: "claim", of: claimants)
    guard estate >= 0, estate.isFinite else { throw .wrongFigure(of: "amount", at: "estate", figure: estate) }
    self.claimants = claimants
    self.claims = claims
    self.estate = estate
    exactClaims = fractions(claims)
    exactEstate = Rational(decimal: estate)
    guard exactEstate <= exactClaims.sum else {
      throw .estateAboveClaims(estate: estate, claims: exactClaims.sum.approximation)
    }
  }

  /// Everybody the same part of its claim.
  public var proportional: Allocation {
    let total = exactClaims.sum
    return allocation(total.isZero ? exactClaims : exactClaims.map { $0 * exactEstate / total })
  }

  /// Everybody the same award, but nobody more than its claim.
  public var constrainedEqualAwards: Allocation { allocation(Self.equalAwards(exactEstate, up: exactClaims)) }

  /// Everybody the same loss, but nobody more than its claim.
  public var constrainedEqualLosses: Allocation {
    let losses = Self.equalAwards(exactClaims.sum - exactEstate, up: exactClaims)
    return allocation(zip(exactClaims, losses).map { $0 - $1 })
  }

  /// Equal awards up to half of each claim while the estate is below half of all claims, from then on equal losses
  /// down to half: the nucleolus.
  ///
  /// - Complexity: O(n log n) for n claimants.
  ///
  /// Source: Aumann & Maschler (1985), J. Econ. Theory 36, 195–213.
  public var talmud: Allocation {
    let half = Rational(1) / Rational(2)
    let halves = exactClaims.map { $0 * half }
    let total = exactClaims.sum
    guard exactEstate > total * half else { return allocation(Self.equalAwards(exactEstate, up: halves)) }
    let losses = Self.equalAwards(total - exactEstate, up: halves)
    return allocation(zip(exactClaims, losses).map { $0 - $1 })
  }

  /// Claims lie on the same first units of the estate as far as they can, and every unit is shared equally by those
  /// who claim it: Ibn Ezra's division, carried on beyond the largest claim.
  ///
  /// Source: Abraham ibn Ezra (12th century), Sefer ha-Mispar; O'Neill (1982), Math. Soc. Sci. 2, 345–371.
  public var minimalOverlap: Allocation {
    let largest = exactClaims.max() ?? 0
    guard exactEstate > largest else {
      return allocation(Self.nestedShares(exactClaims.map { min($0, exactEstate) }))
    }
    // What each claims beyond t is its alone, and the claims up to t lie on one another.
    let ascending = exactClaims.sorted()
    var depth: Rational = 0
    for (index, claim) in ascending.enumerated() {
      let above = Rational(ascending.count - index)
      let rest = ascending[index...].sum - exactEstate
      // Up to this claim the part beyond t of those above, and t, add up to the estate at t = rest / (above − 1).
      guard above > 1 else { break }
      let t = rest / (above - 1)
      depth = t
      if t <= claim { break }
    }
    let nested = Self.nestedShares(exactClaims.map { min($0, depth) })
    return allocation(zip(exactClaims, nested).map { $1 + max($0 - depth, 0) })
  }

  /// First come, first served, averaged over all orders of arrival: the Shapley value.
  ///
  /// - Throws: ``StructuredGameError/tooManySums(_:limit:)`` when the estate has too many of the claims' smallest
  ///   units for more than 24 claimants, or ``StructuredGameError/tooManyClaimants(_:limit:)`` beyond 127.
  /// - Complexity: for n claimants, d distinct claims and an estate (or a loss, if less) of E units, O((n + d) n E).
  ///
  /// Source: O'Neill (1982), Math. Soc. Sci. 2, 345–371.
  public func randomArrival() throws(StructuredGameError) -> Allocation {
    let n = claimants.count
    guard n <= 127 else { throw .tooManyClaimants(n, limit: 127) }
    // Losses are served like awards: what is missing is divided by the same rule.
    let missing = exactClaims.sum - exactEstate
    let servesLosses = missing < exactEstate
    let amount = servesLosses ? missing : exactEstate
    guard amount.isPositive else { return allocation(servesLosses ? exactClaims : exactClaims.map { _ in 0 }) }
    let unit = Rational.commonUnit(of: exactClaims.map { min($0, amount) } + [amount])
    let units = amount / unit
    let cells = units.approximation * Double(n + 1)
    guard cells <= 0x1p25, let cap = units.wholeNumber else {
      guard n <= 24 else { throw .tooManySums(cells, limit: 0x1p25) }
      return shapleyValue(of: try table())
    }
    // A claim of the whole amount or more takes it all, and none comes after it.
    let weights = exactClaims.map { min($0 / unit, units).wholeNumber ?? cap }
    let averages =
      n <= 64
      ? averageService(weights, cap: cap, counting: UInt64.self)
      : averageService(weights, cap: cap, counting: UInt128.self)
    let scale = unit.approximation
    return Allocation(
      players: claimants,
      shares: zip(claims, averages).map { servesLosses ? $0 - $1 * scale : $1 * scale })
  }

  /// What remains to a coalition when all others are paid in full, as a table of surpluses.
  ///
  /// - Throws: ``StructuredGameError/noTable(_:)`` beyond 26 claimants.
  public func table() throws(StructuredGameError) -> CoalitionGame {
    let missing = exactClaims.sum - exactEstate
    return try structuredTable(claimants, .surplus) { coalition in
      max(coalition.map { exactClaims[$0] }.sum - missing, 0)
    }
  }

  /// What claims of these whole sizes are served on average of `cap` units.
  private func averageService<Count: FixedWidthInteger & UnsignedInteger>(
    _ weights: [Int], cap: Int, counting: Count.Type
  ) -> [Double] {
    let n = weights.count
    let table = CoalitionCounts<Count>(weights: weights, cap: cap)
    let binomials: [Count] = SizedReach.binomials(of: n - 1)
    var rest = table.room()
    var known: [Int: Double] = [:]
    for weight in Set(weights).sorted() {
      table.remove(weight: weight, into: &rest)
      var average = 0.0
      for size in 0..<n {
        let row = table.row(ofSize: size, in: rest)
        var served = 0.0
        for (offset, count) in row.counts.enumerated() where count != 0 {
          served += Double(count) * Double(min(weight, cap - row.lowest - offset))
        }
        average += served / (Double(n) * Double(binomials[size]))
      }
      known[weight] = average
    }
    return weights.map { known[$0] ?? 0 }
  }

  /// The same for all, but nobody more than its bound; the bounds together are enough.
  private static func equalAwards(_ amount: Rational, up bounds: [Rational]) -> [Rational] {
    var awards = [Rational](repeating: 0, count: bounds.count)
    var rest = amount
    for (place, index) in bounds.indices.sorted(by: { bounds[$0] < bounds[$1] }).enumerated() {
      awards[index] = min(bounds[index], rest / Rational(bounds.count - place))
      rest = rest - awards[index]
    }
    return awards
  }

  /// Amounts that lie on the same first units, every unit shared equally.
  private static func nestedShares(_ amounts: [Rational]) -> [Rational] {
    var shares = [Rational](repeating: 0, count: amounts.count)
    var (share, reached) = (Rational.zero, Rational.zero)
    for (place, index) in amounts.indices.sorted(by: { amounts[$0] < amounts[$1] }).enumerated() {
      share = share + (amounts[index] - reached) / Rational(amounts.count - place)
      reached = amounts[index]
      shares[index] = share
    }
    return shares
  }

  private func allocation(_ awards: [Rational]) -> Allocation {
    Allocation(players: claimants, shares: awards.map(\.approximation))
  }
}

extension Rational {
  /// The largest fraction that all of these, not all zero, are whole multiples of.
  static func commonUnit(of numbers: [Rational]) -> Rational {
    numbers.reduce(0) { unit, number in
      var (a, b) = (unit, number.magnitude)
      while !b.isZero { (a, b) = (b, a - b * (a / b).floor) }
      return a
    }
  }
}
