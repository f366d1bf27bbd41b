import CollectiveAction
import Mathematics

/// Coalitions that settle together: all of them miss the same, and no division lets all of them miss less.
struct SettledStage: Equatable {
  /// The coalitions whose excess is the stage's level.
  var coalitions: [Coalition] = []
  /// The players held at what they gain alone.
  var ownWorths: [Int] = []
}

/// The sequence of linear programmes that ends in the nucleolus.
///
/// Each makes the largest excess of the coalitions not yet settled as small as can be, then settles the
/// coalitions whose multipliers are positive, for these cannot miss less in any optimum. (Coalitions that
/// merely happen to be tight at one optimum are not settled.) Coalitions whose totals follow from settled
/// ones are left out.
///
/// Source: Kopelowitz (1967), Hebrew University; Maschler, Peleg & Shapley (1979), Math. Oper. Res. 4,
/// 303–338; rows added as violated after Hallefjord, Helming & Jørnsten (1995), Int. J. Game Theory 24, 365–372.
struct NucleolusSearch<Sweep: ExcessSweep> {
  typealias Number = Sweep.Number
  typealias Row = SearchRow<Number>

  /// Rounding led the search astray.
  struct LostPrecision: Error {}

  private var sweep: Sweep
  private let overImputations: Bool
  private var settled: [Row]
  private var span: CoalitionSpan
  /// The coalitions looked at before the table is.
  private var pool: [Row]
  private var basis: SearchBasis<Number>
  private var chance = SplitMix(state: 3)
  /// The largest gain met so far: what rounding is measured by.
  private var size: Number

  init(_ sweep: Sweep, overImputations: Bool) throws(LostPrecision) {
    self.sweep = sweep
    self.overImputations = overImputations
    let count = sweep.playerCount
    let all = Coalition.grand(of: count)
    let whole = Self.row(.settled, all, of: sweep)
    settled = [whole]
    span = CoalitionSpan(playerCount: count)
    _ = span.insert(all)
    let singles = (0..<count).map { Coalition.single($0) }
    pool = Set(singles + singles.map { all.subtracting($0) }).subtracting([all, .empty]).sorted()
      .map { Self.row(.excess, $0, of: sweep) }
    size = pool.reduce(whole.side.magnitude) { max($0, $1.side.magnitude) }
    let tight = singles.map { Self.row(.excess, $0, of: sweep) }
    var rows = [whole] + tight
    if overImputations, tight.contains(where: { $0.weight == .zero }) {
      // Whoever has no worth of its own sets no level: one coalition does, with all but one member held.
      let setter =
        pool.last { $0.weight > .zero }
        ?? (1..<all.mask).lazy.map { Self.row(.excess, Coalition(mask: $0), of: sweep) }.first { $0.weight > .zero }
      guard let setter, let free = Array(setter.coalition).first else { throw LostPrecision() }
      rows =
        [whole, setter] + singles.indices.filter { $0 != free }.map { Self.row(.ownWorth, singles[$0], of: sweep) }
    }
    // All singles tight: multipliers of one over their weights' sum, so the basis is dual feasible.
    guard let basis = SearchBasis(rows: rows) else { throw LostPrecision() }
    self.basis = basis
  }

  private static func row(_ kind: Row.Kind, _ coalition: Coalition, of sweep: Sweep) -> Row {
    Row(kind: kind, coalition: coalition, side: sweep.gain(of: coalition), weight: sweep.weight(of: coalition))
  }

  /// What settles, in turn, until every player's share does.
  mutating func stages() throws(LostPrecision) -> [SettledStage] {
    var stages: [SettledStage] = []
    while span.rank < sweep.playerCount {
      try minimiseLevel()
      let stage = try settle()
      stages.append(stage)
      if span.rank < sweep.playerCount { try restart() }
    }
    return stages
  }

  /// What every player receives of the gains, once the stages are found.
  var shares: [Number] { basis.shares }

  private var tolerance: Number { sweep.tolerance(besides: size) }

  private mutating func minimiseLevel() throws(LostPrecision) {
    while true {
      try satisfyPool()
      let found = sweep.violated(receiving: basis.shares, above: basis.level, by: tolerance, outside: span)
      if found.isEmpty { return }
      shrinkPool()
      pool += found.map { Self.row(.excess, $0, of: sweep) }
      for row in pool.suffix(found.count) { size = max(size, row.side.magnitude) }
    }
  }

  /// Forgets the rows that are farthest from binding; the table would name them again.
  private mutating func shrinkPool() {
    let enough = 6 * sweep.playerCount
    guard pool.count > 2 * enough else { return }
    var violations: [(index: Int, violation: Number)] = []
    basis.violations(of: pool) { violations.append(($0, $1)) }
    violations.sort { $0.violation == $1.violation ? $0.index < $1.index : $0.violation > $1.violation }
    pool = violations.prefix(enough).map { pool[$0.index] }
  }

  private mutating func satisfyPool() throws(LostPrecision) {
    var stalled = 0
    var exchanges = 0
    let free = overImputations ? (0..<sweep.playerCount).filter { !span.contains(.single($0)) } : []
    let own = free.map { Self.row(.ownWorth, .single($0), of: sweep) }
    while true {
      // After many exchanges without a rise of the level, a fixed order, which cannot go in circles.
      let inFixedOrder = stalled > 4 * sweep.playerCount
      guard let row = violatedRow(among: own, first: inFixedOrder) else { return }
      guard exchanges < 2000 * sweep.playerCount, let rise = basis.exchange(row, inFixedOrder: inFixedOrder) else {
        throw LostPrecision()
      }
      exchanges += 1
      stalled = rise > Number.negligible ? 0 : stalled + 1
    }
  }

  /// The most violated row of the pool, or the first in order.
  private func violatedRow(among own: [Row], first: Bool) -> Row? {
    let tolerance = tolerance
    var worst: (violation: Number, row: Row)?
    for rows in [pool, own] {
      basis.violations(of: rows) { index, violation in
        guard violation > tolerance else { return }
        guard let found = worst else {
          worst = (violation, rows[index])
          return
        }
        if first ? rows[index].rank < found.row.rank : violation > found.violation { worst = (violation, rows[index]) }
      }
    }
    return worst?.row
  }

  /// Settles the rows with positive multipliers.
  private mutating func settle() throws(LostPrecision) -> SettledStage {
    var stage = SettledStage()
    for (index, row) in basis.rows.enumerated() where row.kind != .settled && isBinding(index) {
      if row.kind == .ownWorth {
        stage.ownWorths += Array(row.coalition)
      } else {
        stage.coalitions.append(row.coalition)
      }
      if span.insert(row.coalition) {
        let total = row.side - row.levelCoefficient * basis.level
        settled.append(Row(kind: .settled, coalition: row.coalition, side: total, weight: row.weight))
      }
    }
    stage.coalitions.sort()
    stage.ownWorths.sort()
    if stage.coalitions.isEmpty { throw LostPrecision() }
    return stage
  }

  private func isBinding(_ index: Int) -> Bool { basis.multiplier(index) > Number.negligible }

  /// A dual feasible basis for the next programme, without starting over.
  ///
  /// The rows that did not settle are independent of those that did; one of them, S, and its complement
  /// fix the new level, since together they make up the settled joint gain.
  private mutating func restart() throws(LostPrecision) {
    let null = span.nullVector(using: &chance)
    pool.removeAll { row in row.coalition.reduce(MersennePrimeElement.zero) { $0 + null[$1] } == .zero }
    var kept = basis.rows.indices
      .filter { basis.rows[$0].kind != .settled && !isBinding($0) }.map { basis.rows[$0] }
    let all = Coalition.grand(of: sweep.playerCount)
    func complement(_ row: Row) -> Row { Self.row(.excess, all.subtracting(row.coalition), of: sweep) }
    func fixesLevel(_ row: Row) -> Bool { row.weight + complement(row).weight > Number.negligible }
    let candidates = kept.indices.filter { kept[$0].kind == .excess && fixesLevel(kept[$0]) }
    let chosen =
      candidates.max { kept[$0].side + complement(kept[$0]).side < kept[$1].side + complement(kept[$1]).side }
      ?? kept.indices.first { fixesLevel(kept[$0]) }
    guard let chosen else { throw LostPrecision() }
    kept[chosen].kind = .excess
    let rows = settled + kept + [complement(kept[chosen])]
    guard rows.count == sweep.playerCount + 1, let next = SearchBasis(rows: rows) else { throw LostPrecision() }
    basis = next
  }
}
