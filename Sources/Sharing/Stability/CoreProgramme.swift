import CollectiveAction
import Mathematics

/// Makes a sum of gains as small as can be over the divisions that every coalition accepts.
///
/// The rows are x(S) ≥ v(S) − ε, one a coalition but that of all, and, unless it is left open, x(N) = v(N). A basis
/// is n rows that determine a point. It is kept dual feasible: its multipliers are from zero up on every row but
/// the last, so its value is never above the least, and rows may be added as they are found to be violated.
///
/// The search reckons in rounded numbers. The basis it ends with is solved again in fractions, its multipliers are
/// found from zero up in fractions and every coalition is looked at; where any of that fails, the search goes on in
/// fractions. So the answer is exact, or there is none.
///
/// Source: Lemke (1954), Nav. Res. Logist. Q. 1, 36–47; rows added as violated after Hallefjord, Helming & Jørnsten
/// (1995), Int. J. Game Theory 24, 365–372.
struct CoreProgramme {
  /// The least value, where it is taken, and why no division has less: Σ weight · (v(S) − ε) over its coalitions,
  /// those of the coalition of all without ε, is the value, and they cover the players as the objective does.
  struct Optimum {
    let value: Rational
    let point: [Rational]
    let weights: [WeightedCoalition]
  }

  /// Rounding, or an empty core, led the search astray.
  private struct LostWay: Error {}

  let game: CoalitionGame
  private let subsidy: Rational
  private let roundedSubsidy: Double
  /// Whether the joint worth is divided; otherwise what all receive is left open.
  private let divides: Bool
  private let all: Int
  private var blocks: ExcessBlocks
  private let tolerance: Double
  private let noise: Double
  /// The coalitions looked at before the table is, and what they accept.
  private var pool: [Int]
  private var poolSides: [Double]
  private var isPooled: Set<Int>
  /// No excess in a block is above its bound.
  private var bounds: [Double]
  private var lastPoint: [Double]
  private var firstStep = 0

  init(_ game: CoalitionGame, subsidy: Rational = 0, divides: Bool = true) {
    self.game = game
    self.subsidy = subsidy
    self.divides = divides
    roundedSubsidy = subsidy.approximation
    all = game.worths.count - 1
    blocks = ExcessBlocks(game, anchor: shapleyValue(of: game).shares)
    var scale = abs(roundedSubsidy)
    blocks.forEachBlock(properOnly: false) { _, gains in
      for gain in gains where gain.isFinite && abs(gain) > scale { scale = abs(gain) }
    }
    noise = 8 * game.worths.withUnsafeBufferPointer { $0.reduce(0) { max($0, abs($1)) } }.ulp
    tolerance = max(scale * 1e-10, noise)
    let singles = game.players.indices.map { 1 << $0 }
    pool = game.playerCount == 1 ? [] : Array(Set(singles + singles.map { [all] in all ^ $0 })).sorted()
    isPooled = Set(pool)
    bounds = [Double](repeating: .infinity, count: blocks.blockCount)
    lastPoint = [Double](repeating: 0, count: game.playerCount)
    poolSides = []
    poolSides = pool.map { roundedSide($0) }
  }

  /// How many exchanges in fractions are tried: a game as large as this leaves few to them, or rounding has drowned
  /// what its coalitions differ in.
  private static let mostExactExchanges = 2000

  /// The least of Σ `objective` · x, or nil when no division is accepted by every coalition.
  ///
  /// - Parameters:
  ///   - objective: one whole number a player.
  ///   - start: n independent coalitions, that of all last if the joint worth is divided, which cover the players as
  ///     the objective does with weights from zero up on all but that of all.
  /// - Throws: ``SharingError/notCertified(_:)`` when rounding leaves too much to be done in fractions.
  mutating func minimum(of objective: [Int], startingFrom start: [Int]) throws(SharingError) -> Optimum? {
    if let found = try? search(objective, start: start) {
      if let vertex = ExactVertex(rows: found, objective: objective, in: self), vertex.isDualFeasible {
        return try finish(vertex, objective: objective)
      }
    } else if divides, let leastCore = try? leastCore(of: game), leastCore.exactSubsidy > subsidy {
      // An empty core is proved sooner by the least core than by going on in fractions.
      return nil
    }
    guard let vertex = ExactVertex(rows: start, objective: objective, in: self) else { return nil }
    return try finish(vertex, objective: objective)
  }

  // MARK: In rounded numbers

  private mutating func search(_ objective: [Int], start: [Int]) throws(LostWay) -> [Int] {
    guard var basis = RoundedBasis(rows: start, sides: start.map { roundedSide($0) }, objective: objective) else {
      throw LostWay()
    }
    while true {
      try satisfyPool(&basis)
      let found = violated(at: basis.point)
      if found.isEmpty { return basis.rows }
      for mask in found where isPooled.insert(mask).inserted {
        pool.append(mask)
        poolSides.append(roundedSide(mask))
      }
    }
  }

  private func satisfyPool(_ basis: inout RoundedBasis) throws(LostWay) {
    var (stalled, exchanges) = (0, 0)
    while true {
      // After many exchanges without a rise, a fixed order, which cannot go in circles.
      let inFixedOrder = stalled > 4 * game.playerCount
      let totals = ChunkSums(basis.point)
      var worst: (violation: Double, index: Int)?
      for index in pool.indices {
        let violation = poolSides[index] - totals.total(of: pool[index])
        guard violation > tolerance else { continue }
        if let found = worst, inFixedOrder ? pool[index] > pool[found.index] : violation <= found.violation { continue }
        worst = (violation, index)
      }
      guard let worst else { return }
      exchanges += 1
      guard exchanges < 2000 * game.playerCount,
        let rise = basis.exchange(
          pool[worst.index], side: poolSides[worst.index], kept: divides ? all : nil, inFixedOrder: inFixedOrder)
      else { throw LostWay() }
      stalled = rise > 1e-9 ? 0 : stalled + 1
    }
  }

  private func roundedSide(_ mask: Int) -> Double { blocks.gain(mask) - (mask == all ? 0 : roundedSubsidy) }

  /// The coalition most violated in each block, until enough are found; none only if there are none.
  ///
  /// When a point moves, the largest excess of a block grows at most by what its members may lose: a block far from
  /// violation need not be read again.
  private mutating func violated(at point: [Double]) -> [Int] {
    blocks.receive(point)
    let losses = zip(lastPoint, point).map { $0 - $1 }
    let lowCount = blocks.blockSize.trailingZeroBitCount
    let inside = losses[..<lowCount].reduce(0) { $0 + max($1, 0) }
    let outside = CoalitionSums.sums(of: losses[lowCount...], zero: 0, adding: +)
    for block in bounds.indices { bounds[block] += inside + outside[block] }
    lastPoint = point
    let limit = roundedSubsidy + tolerance
    let (size, count) = (blocks.blockSize, blocks.blockCount)
    var found: [Int] = []
    var buffer = [Double](repeating: 0, count: size)
    buffer.withUnsafeMutableBufferPointer { buffer in
      for step in 0..<count {
        // An odd stride visits every block, neighbours far apart, going on where the last search stopped.
        let block = (firstStep + step) &* 0x9E3779B1 & (count - 1)
        guard bounds[block] > limit else { continue }
        blocks.fill(buffer, block: block)
        if block == 0 { buffer[0] = -.infinity }
        if block == count - 1 { buffer[size - 1] = -.infinity }
        let largest = UnsafeBufferPointer(buffer).largest
        bounds[block] = largest
        guard largest > limit, let place = buffer.firstIndex(of: largest) else { continue }
        found.append(block * size + place)
        if found.count >= 2 * game.playerCount {
          firstStep = (firstStep + step + 1) & (count - 1)
          return
        }
      }
    }
    return found
  }

  // MARK: In fractions

  func side(_ mask: Int) -> Rational {
    let gain = game.exactGain(of: Coalition(mask: UInt64(mask)))
    return mask == all ? gain : gain - subsidy
  }

  /// Goes on from a dual feasible vertex until no coalition is violated, always with the first in the order of the
  /// table, which cannot go in circles (Bland 1977).
  private func finish(_ start: ExactVertex, objective: [Int]) throws(SharingError) -> Optimum? {
    var vertex = start
    var exchanges = 0
    while let entering = firstViolated(vertex.point) {
      exchanges += 1
      guard exchanges <= (Self.mostExactExchanges >> max(game.playerCount - 8, 0)) + 50 else {
        throw .notCertified("the worths' differences drown in rounding")
      }
      guard let rows = vertex.rows(admitting: entering, kept: divides ? all : nil),
        let next = ExactVertex(rows: rows, objective: objective, in: self)
      else { return nil }
      vertex = next
    }
    let weights = zip(vertex.rows, vertex.multipliers).filter { !$0.1.isZero }
      .map { WeightedCoalition(coalition: Coalition(mask: UInt64($0)), weight: $1) }
      .sorted { $0.coalition < $1.coalition }
    return Optimum(
      value: zip(objective, vertex.point).map { Rational($0) * $1 }.sum, point: vertex.point, weights: weights)
  }

  /// The first coalition that receives less than it accepts; those too near for rounded numbers in fractions.
  private func firstViolated(_ point: [Rational]) -> Int? {
    let shares = game.kind == .cost ? point.map { -$0 } : point
    let blocks = ExcessBlocks(game, shares: shares)
    let limit = roundedSubsidy - 2 * noise - 4 * roundedSubsidy.ulp
    let totals = ExactTotals(point)
    var first: Int?
    blocks.forEachBlock { block, excesses in
      guard first == nil, excesses.largest > limit else { return }
      for place in excesses.indices where excesses[place] > limit {
        let mask = block * blocks.blockSize + place
        let fallsShort =
          subsidy.isZero ? totals.isTotal(of: mask, below: blocks.sign * game.worths[mask]) : nil
        if fallsShort ?? (totals.total(of: mask) < side(mask)) {
          first = mask
          return
        }
      }
    }
    return first
  }
}
