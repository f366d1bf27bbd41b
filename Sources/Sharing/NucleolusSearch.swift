import CollectiveAction

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

  /// Rounding led the search astray.
  struct LostPrecision: Error {}

  private var sweep: Sweep
  private let overImputations: Bool
  private let measure: ExcessMeasure
  private var settled: [(coalition: Coalition, total: Number)]
  private var span: CoalitionSpan
  /// The coalitions looked at before the table is.
  private var pool: [Coalition]
  private var basis: SearchBasis<Number>

  init(_ sweep: Sweep, overImputations: Bool, measure: ExcessMeasure) throws(LostPrecision) {
    self.sweep = sweep
    self.overImputations = overImputations
    self.measure = measure
    let count = sweep.playerCount
    let all = Coalition.grand(of: count)
    settled = [(all, sweep.gain(of: all))]
    span = CoalitionSpan(playerCount: count)
    _ = span.insert(all)
    let singles = (0..<count).map { Coalition.single($0) }
    pool = Set(singles + singles.map { all.subtracting($0) }).subtracting([all, .empty]).sorted()
    // All singles tight: multipliers of 1/n, so the basis is dual feasible.
    guard
      let basis = SearchBasis(
        rows: [SearchRow(kind: .settled, coalition: all)] + singles.map { SearchRow(kind: .excess, coalition: $0) },
        sides: ([all] + singles).map { sweep.gain(of: $0) }, measure: measure)
    else { throw LostPrecision() }
    self.basis = basis
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

  private mutating func minimiseLevel() throws(LostPrecision) {
    while true {
      try satisfyPool()
      let shares = Array(basis.point.dropLast())
      // To miss at most t a member is to miss nothing when every member receives t more.
      let found =
        measure == .total
        ? sweep.violated(receiving: shares, above: basis.level, outside: span)
        : sweep.violated(receiving: shares.map { $0 + basis.level }, above: .zero, outside: span)
      if found.isEmpty { return }
      pool += found
    }
  }

  private mutating func satisfyPool() throws(LostPrecision) {
    var stalled = 0
    var exchanges = 0
    while true {
      // After many exchanges without a rise of the level, a fixed order, which cannot go in circles.
      let inFixedOrder = stalled > 4 * sweep.playerCount
      guard let row = violatedRow(first: inFixedOrder) else { return }
      let side = sweep.gain(of: row.coalition)
      guard exchanges < 2000 * sweep.playerCount,
        let rise = basis.exchange(row, side: side, inFixedOrder: inFixedOrder)
      else { throw LostPrecision() }
      exchanges += 1
      stalled = rise > Number.negligible ? 0 : stalled + 1
    }
  }

  /// The most violated row of the pool, or the first in order.
  private func violatedRow(first: Bool) -> SearchRow? {
    var worst: (violation: Number, row: SearchRow)?
    func consider(_ row: SearchRow) {
      let violation = sweep.gain(of: row.coalition) - basis.value(of: row)
      guard violation > sweep.tolerance else { return }
      guard let found = worst else {
        worst = (violation, row)
        return
      }
      if first ? row.rank < found.row.rank : violation > found.violation { worst = (violation, row) }
    }
    for coalition in pool { consider(SearchRow(kind: .excess, coalition: coalition)) }
    if overImputations {
      for player in 0..<sweep.playerCount where !span.contains(.single(player)) {
        consider(SearchRow(kind: .ownWorth, coalition: .single(player)))
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
      let gain = sweep.gain(of: row.coalition)
      let weight = Number(measure.weight(of: row.coalition))
      if span.insert(row.coalition) {
        settled.append((row.coalition, row.kind == .ownWorth ? gain : gain - weight * basis.level))
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
    pool.removeAll { span.contains($0) }
    var kept = basis.rows.indices
      .filter { basis.rows[$0].kind != .settled && !isBinding($0) }.map { basis.rows[$0] }
    let all = Coalition.grand(of: sweep.playerCount)
    func pairGain(_ row: SearchRow) -> Number {
      sweep.gain(of: row.coalition) + sweep.gain(of: all.subtracting(row.coalition))
    }
    let candidates = kept.indices.filter { kept[$0].kind == .excess }
    guard let chosen = candidates.max(by: { pairGain(kept[$0]) < pairGain(kept[$1]) }) ?? kept.indices.first else {
      throw LostPrecision()
    }
    kept[chosen] = SearchRow(kind: .excess, coalition: kept[chosen].coalition)
    let pair = SearchRow(kind: .excess, coalition: all.subtracting(kept[chosen].coalition))
    let rows = settled.map { SearchRow(kind: .settled, coalition: $0.coalition) } + kept + [pair]
    let sides = settled.map(\.total) + (kept + [pair]).map { sweep.gain(of: $0.coalition) }
    guard rows.count == sweep.playerCount + 1, let next = SearchBasis(rows: rows, sides: sides, measure: measure) else {
      throw LostPrecision()
    }
    basis = next
  }
}
