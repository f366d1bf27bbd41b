import Mathematics

/// The weights that agree with what was said: 0 or more each, adding up to one, and on the right side of every row.
struct WeightPolytope: Sendable {
  /// Σ coefficient × weight is at least `bound`.
  struct Row: Hashable, Sendable {
    let coefficients: [Double]
    let bound: Double
  }

  let issues: Int
  private(set) var rows: [Row]

  init(issues: Int, rows: [Row] = []) {
    self.issues = issues
    self.rows = rows
  }

  mutating func add(_ more: [Row]) { rows += more }

  /// The weights that make the sum smallest.
  ///
  /// - Returns: Nil if no weights agree.
  func minimum(of objective: [Double]) throws(ElicitationError) -> LinearProgram.Solution? {
    var table = Matrix(rows: rows.count + 1, columns: issues)
    for issue in 0..<issues { table[0, issue] = 1 }
    for (place, row) in rows.enumerated() {
      for issue in 0..<issues { table[place + 1, issue] = row.coefficients[issue] }
    }
    return try solve(
      objective, table, [.equal] + rows.map { _ in .atLeast }, [1] + rows.map(\.bound))
  }

  func isEmpty() throws(ElicitationError) -> Bool {
    try minimum(of: [Double](repeating: 0, count: issues)) == nil
  }

  /// The smallest and the largest value of a sum of weights.
  func range(of objective: [Double]) throws(ElicitationError) -> ClosedRange<Double>? {
    guard let low = try minimum(of: objective)?.objective,
      let high = try minimum(of: objective.map { -$0 })?.objective
    else { return nil }
    return low...max(low, -high)
  }

  /// Weights that keep away from every bound, as far as the nearest one allows: the centre of the largest ball that
  /// fits, and its radius. The radius is 0 where the weights leave a direction no room.
  func centre() throws(ElicitationError) -> (weights: [Double], radius: Double)? {
    // Distances are taken within the plane of weights that add up to one.
    let all =
      rows
      + (0..<issues).map { issue in
        Row(coefficients: (0..<issues).map { $0 == issue ? 1 : 0 }, bound: 0)
      }
    var table = Matrix(rows: all.count + 1, columns: issues + 1)
    for issue in 0..<issues { table[0, issue] = 1 }
    for (place, row) in all.enumerated() {
      for issue in 0..<issues { table[place + 1, issue] = row.coefficients[issue] }
      table[place + 1, issues] = -Self.length(row.coefficients)
    }
    let objective = [Double](repeating: 0, count: issues) + [-1]
    guard issues > 1 else { return try isEmpty() ? nil : ([1], 0) }
    guard
      let found = try solve(objective, table, [.equal] + all.map { _ in .atLeast }, [1] + all.map(\.bound))
    else { return nil }
    return (Array(found.values.dropLast()), found.values[issues])
  }

  /// The length of what is left of a row within the plane of weights that add up to one.
  static func length(_ coefficients: [Double]) -> Double {
    let mean = coefficients.reduce(0, +) / Double(coefficients.count)
    return coefficients.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
  }

  private func solve(
    _ objective: [Double], _ table: Matrix, _ relations: [LinearProgram.Relation], _ bounds: [Double]
  ) throws(ElicitationError) -> LinearProgram.Solution? {
    do {
      return try LinearProgram(objective: objective, rows: table, relations: relations, bounds: bounds).solution()
    } catch {
      switch error {
      case .infeasible: return nil
      // Weights are bounded; what is said of them may be too large to be reckoned with.
      case .unsolved, .unbounded, .notFinite: throw .unsolved
      case .shape: preconditionFailure("a row for each bound: \(error)")
      }
    }
  }
}
