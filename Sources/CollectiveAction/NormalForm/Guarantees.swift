import Mathematics

/// What some players can be sure of together, and how.
public struct Guarantee: Sendable, Equatable {
  /// What they gain together at least, on average where they mix.
  public let value: Double
  /// The joint actions they take to be sure of it, and how probably: the members' actions in their order.
  public let plan: [PartialAgreement.JointAction]
  /// What the others would do together to hold them to ``held``.
  public let threat: [PartialAgreement.JointAction]
  /// The least to which the others can hold them; the same as ``value`` where both may mix.
  public let held: Double
}

extension NormalFormGame {
  /// What `coalition` can be sure to gain together, whatever the others do, and to what the others can hold it.
  ///
  /// - Parameters:
  ///   - coalition: at least one player; the others act together against it.
  ///   - mixing: whether both sides may draw their joint actions by lot. Then what one side can be sure of is what
  ///     the other can hold it to (von Neumann 1928). Without lots the coalition moves first for ``Guarantee/value``
  ///     (maximin) and last for ``Guarantee/held`` (minimax).
  /// - Returns: for the coalition of all, its optimum.
  /// - Throws: ``DilemmaError/invalid(_:)`` when no value passed the check.
  /// - Complexity: one reading of the table; with lots a linear program with a row a joint action of the others and a
  ///   column one of the coalition's. One or two of eight players with six actions each take a second or two; four of
  ///   them, with 1296 joint actions on either side, take minutes.
  public func guarantee(of coalition: Coalition, mixing: Bool) throws(DilemmaError) -> Guarantee {
    precondition(
      !coalition.isEmpty && coalition.isSubset(of: .grand(of: players.count)),
      "a guarantee is for some of the game's players")
    let members = Array(coalition)
    let others = Array(Coalition.grand(of: players.count).subtracting(coalition))
    let (own, opposed) = (table.offsets(of: members), table.offsets(of: others))
    let totals = Matrix(
      rows: opposed.count, columns: own.count,
      elements: opposed.flatMap { base in own.map { table.total(of: members, in: base + $0) } })
    func joint(_ group: [Int], _ offset: Int, _ probability: Double) -> PartialAgreement.JointAction {
      .init(actions: group.map { table.action(of: $0, in: offset) }, probability: probability)
    }
    let pure = ZeroSumGame(totals: totals).pure
    guard mixing, pure.value < pure.held else {
      return Guarantee(
        value: pure.value, plan: [joint(members, own[pure.plan], 1)], threat: [joint(others, opposed[pure.threat], 1)],
        held: pure.held)
    }
    guard let mixed = ZeroSumGame(totals: totals).mixed() else {
      throw .invalid(
        "what {\(members.map { players[$0] }.joined(separator: ", "))} can be sure of was not found; "
          + "the payoffs differ too much in size")
    }
    return Guarantee(
      value: mixed.value,
      plan: zip(own, mixed.plan).filter { $1 > 0 }.map { joint(members, $0, $1) },
      threat: zip(opposed, mixed.threat).filter { $1 > 0 }.map { joint(others, $0, $1) }, held: mixed.value)
  }
}

/// What one side gains, and the other wants it to gain least: a row a choice of the other, a column one of its own.
struct ZeroSumGame {
  let totals: Matrix

  /// The best the one side can be sure of by one choice, and the least the other can hold it to by one choice.
  var pure: (value: Double, plan: Int, held: Double, threat: Int) {
    var least = [Double](repeating: .infinity, count: totals.columns)
    var (held, threat) = (Double.infinity, 0)
    for row in 0..<totals.rows {
      var most = -Double.infinity
      for column in 0..<totals.columns {
        let gain = totals[row, column]
        most = max(most, gain)
        least[column] = min(least[column], gain)
      }
      if most < held { (held, threat) = (most, row) }
    }
    let value = least.max() ?? 0
    return (value, least.firstIndex(of: value) ?? 0, held, threat)
  }

  /// The value, and the probabilities with which the two sides are sure of it; both are checked against every choice.
  func mixed() -> (value: Double, plan: [Double], threat: [Double])? {
    let (rows, columns) = (totals.rows, totals.columns)
    let least = totals.elements.min() ?? 0
    let range = (totals.elements.max() ?? 0) - least
    guard range > 0 else { return nil }
    // Gains from 1 to 2, so the value v is above zero: Σx = 1/v is least under Cx ≥ 1.
    var scaled = totals
    for index in scaled.elements.indices { scaled.elements[index] = 1 + (scaled.elements[index] - least) / range }
    guard
      let program = try? LinearProgram(
        objective: [Double](repeating: 1, count: columns), rows: scaled,
        relations: [LinearProgram.Relation](repeating: .atLeast, count: rows),
        bounds: [Double](repeating: 1, count: rows)),
      let solution = try? program.solution()
    else { return nil }
    let plan = shares(solution.values)
    let threat = shares(solution.prices)
    let sure = (0..<rows).map { row in (0..<columns).reduce(0) { $0 + totals[row, $1] * plan[$1] } }.min() ?? 0
    let held = (0..<columns).map { column in (0..<rows).reduce(0) { $0 + totals[$1, column] * threat[$1] } }.max() ?? 0
    // 1e-9 of the range: what the program's rounding may leave between the two.
    guard held - sure <= 1e-9 * range else { return nil }
    return ((sure + held) / 2, plan, threat)
  }

  private func shares(_ weights: [Double]) -> [Double] {
    let positive = weights.map { max(0, $0) }
    let sum = positive.reduce(0, +)
    return positive.map { $0 / sum }
  }
}
