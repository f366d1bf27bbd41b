/// The numbers that make a linear sum as small as can be, under linear conditions.
///
/// Minimise c·x where each row of A x is at most, exactly or at least its bound; each xⱼ is at least zero unless it
/// is free.
///
///     // The cheapest mixture with 8 of one nutrient and 12 of the other.
///     let diet = try LinearProgram(
///       objective: [2, 3], rows: Matrix([[1, 2], [3, 1]]), relations: [.atLeast, .atLeast], bounds: [8, 12])
///     try diet.solution().values   // [3.2, 2.4]
///
/// What is returned was checked: the conditions hold, and so do those of the dual program, whose sum is the same. So
/// no other numbers do better.
///
/// Source: the parametric self-dual simplex method of Dantzig (1963), Linear programming and extensions, as in
/// Vanderbei (2014), Linear programming, chapter 7: perturbed at random, it comes to no tie, so it cannot go round in circles.
public struct LinearProgram: Sendable {
  /// How a row stands to its bound.
  public enum Relation: String, Sendable, Codable, CaseIterable { case atMost, equal, atLeast }

  /// Numbers that were checked to be optimal.
  public struct Solution: Sendable, Equatable {
    /// One number a variable.
    public let values: [Double]
    /// c·x.
    public let objective: Double
    /// At most 0 for `atMost`, at least 0 for `atLeast`: if the bounds are changed, the optimum is at least what it was
    /// plus each change times its price. Where the optimum moves smoothly with a bound, the price is by how much for each
    /// unit; where several rows bind alike, only some of them bear the price, and raising one of them alone may change
    /// less, or nothing.
    public let prices: [Double]
  }

  public let objective: [Double]
  public let rows: Matrix
  public let relations: [Relation]
  public let bounds: [Double]
  /// Whether a variable may be below zero.
  public let isFree: [Bool]

  /// How far a condition may be missed, over the size of the terms added up in it.
  static let tolerance = 1e-8

  /// - Parameters:
  ///   - objective: c, one number a variable.
  ///   - rows: A, a row a condition and a column a variable.
  ///   - relations: one a row.
  ///   - bounds: one a row.
  ///   - isFree: one a variable; none is free if absent.
  /// - Throws: ``LinearProgramError/shape`` or ``LinearProgramError/notFinite``.
  public init(
    objective: [Double], rows: Matrix, relations: [Relation], bounds: [Double], isFree: [Bool]? = nil
  ) throws(LinearProgramError) {
    let isFree = isFree ?? [Bool](repeating: false, count: objective.count)
    guard rows.columns == objective.count || rows.rows == 0, relations.count == rows.rows, bounds.count == rows.rows,
      isFree.count == objective.count
    else { throw .shape }
    for list in [objective, rows.elements, bounds] where !list.allSatisfy(\.isFinite) { throw .notFinite }
    self.objective = objective
    self.rows = rows
    self.relations = relations
    self.bounds = bounds
    self.isFree = isFree
  }

  /// An optimum.
  ///
  /// No answer is given that was not checked on the program's own numbers: an optimum by its dual, the lack of one by
  /// conditions that contradict each other, or by a direction in which the sum falls and no condition is ever broken.
  /// Sums are held against 10⁻⁸ of their terms, those of the last two against 10⁻¹⁰.
  ///
  /// - Throws: ``LinearProgramError/infeasible`` when no numbers meet the conditions,
  ///   ``LinearProgramError/unbounded`` when the sum can be made as small as one likes,
  ///   ``LinearProgramError/unsolved`` when rounding hid the answer.
  /// - Complexity: about as many steps as there are rows and columns, each of one pass over A; in contrived cases many
  ///   more. 73 rows and 4096 columns take some 30 ms.
  public func solution() throws(LinearProgramError) -> Solution {
    // Scaled evenly where that is needed only: which of several optima is found hangs on the scales.
    for (round, isEven) in [false, false, true, true, true, false].enumerated() {
      var dictionary = SimplexDictionary(self, perturbedBy: UInt64(round), isEven: isEven)
      switch dictionary.run() {
      case .optimal:
        if let solution = solution(at: dictionary, isScaled: isEven) { return solution }
      case .infeasible:
        if let weights = dictionary.contradiction, areContradicting(weights) { throw .infeasible }
      case .improvesForEver:
        // The dual has no solution: then the sum is unbounded, or nothing is feasible.
        guard let moves = dictionary.direction, isEndless(moves) else { continue }
        throw try isFeasible() ? .unbounded : .infeasible
      case .lost:
        continue
      }
    }
    throw .unsolved
  }

  private func isFeasible() throws(LinearProgramError) -> Bool {
    guard objective.contains(where: { $0 != 0 }) else { return true }
    do {
      let zero = [Double](repeating: 0, count: objective.count)
      _ = try LinearProgram(objective: zero, rows: rows, relations: relations, bounds: bounds, isFree: isFree)
        .solution()
      return true
    } catch {
      if error == .infeasible { return false }
      throw error
    }
  }

  /// How far a sum that shows that there is no optimum may miss its sign, over the size of its terms.
  private static let rayTolerance = 1e-10

  /// Whether the rows, each multiplied by its weight, add up to a condition that no numbers meet: nothing that is at
  /// least zero at most something below zero.
  private func areContradicting(_ given: [Double]) -> Bool {
    let weights = given.enumerated().map { row, weight in
      relations[row] == .atMost ? max(weight, 0) : relations[row] == .atLeast ? min(weight, 0) : weight
    }
    for j in objective.indices {
      var sum = CompensatedSum()
      for (i, weight) in weights.enumerated() where weight != 0 { sum.addProduct(rows[i, j], weight) }
      let slack = Self.rayTolerance * sum.size
      guard sum.value >= -slack, !isFree[j] || sum.value <= slack else { return false }
    }
    var total = CompensatedSum()
    for (i, weight) in weights.enumerated() where weight != 0 { total.addProduct(bounds[i], weight) }
    return total.value < -Self.rayTolerance * total.size
  }

  /// Whether the sum falls along `given` and no condition is broken however far one goes.
  private func isEndless(_ given: [Double]) -> Bool {
    let moves = given.enumerated().map { isFree[$0] ? $1 : max($1, 0) }
    for i in bounds.indices {
      var sum = CompensatedSum()
      for (j, move) in moves.enumerated() where move != 0 { sum.addProduct(rows[i, j], move) }
      let slack = Self.rayTolerance * sum.size
      if relations[i] != .atLeast && sum.value > slack { return false }
      if relations[i] != .atMost && sum.value < -slack { return false }
    }
    var fall = CompensatedSum()
    for (j, move) in moves.enumerated() where move != 0 { fall.addProduct(objective[j], move) }
    return fall.value < -Self.rayTolerance * fall.size
  }

  /// The optimum of a final basis, worked out afresh from the program's own numbers and checked.
  ///
  /// - Parameter isScaled: whether its equations are solved with rows and columns scaled as in the dictionary.
  private func solution(at dictionary: SimplexDictionary, isScaled: Bool) -> Solution? {
    let columns = dictionary.basicVariables
    let tight = dictionary.tightRows
    guard columns.count == tight.count else { return nil }
    var square = Matrix(rows: tight.count, columns: tight.count)
    let rowFactors = tight.map { isScaled ? abs(dictionary.rowFactors[$0]) : 1 }
    let columnFactors = columns.map { isScaled ? dictionary.columnFactors[$0] : 1 }
    for (row, i) in tight.enumerated() {
      for (column, j) in columns.enumerated() {
        square[row, column] = rows[i, j] * rowFactors[row] * columnFactors[column]
      }
    }
    var values = [Double](repeating: 0, count: objective.count)
    var prices = [Double](repeating: 0, count: bounds.count)
    if !tight.isEmpty {
      guard let found = try? LinearSystem(square).solution(for: zip(tight, rowFactors).map { bounds[$0] * $1 }),
        let dual = try? LinearSystem(square.transposed)
          .solution(for: zip(columns, columnFactors).map { objective[$0] * $1 })
      else { return nil }
      for (place, j) in columns.enumerated() { values[j] = found[place] * columnFactors[place] }
      for (place, i) in tight.enumerated() { prices[i] = dual[place] * rowFactors[place] }
    }
    return checked(values, prices)
  }

  /// Whether the numbers meet the conditions, and the prices those of the dual; small breaches of signs are cut off.
  private func checked(_ given: [Double], _ givenPrices: [Double]) -> Solution? {
    let largestValue = given.reduce(1) { max($0, abs($1)) }
    let largestPrice = givenPrices.reduce(1) { max($0, abs($1)) }
    var prices = givenPrices
    var values = given
    for j in values.indices where !isFree[j] && values[j] < 0 {
      guard values[j] >= -Self.tolerance * largestValue else { return nil }
      values[j] = 0
    }
    for i in bounds.indices {
      var (sum, scale) = (0.0, max(abs(bounds[i]), Self.tolerance * largestValue))
      for j in values.indices {
        let term = rows[i, j] * values[j]
        sum += term
        scale += abs(term)
      }
      let excess = sum - bounds[i]
      if relations[i] != .atLeast && excess > Self.tolerance * scale { return nil }
      if relations[i] != .atMost && excess < -Self.tolerance * scale { return nil }
      if relations[i] == .atMost && prices[i] > 0 || relations[i] == .atLeast && prices[i] < 0 {
        guard abs(prices[i]) <= Self.tolerance * largestPrice else { return nil }
        prices[i] = 0
      }
      // A row that is not tight has no price: only tight rows were given one, and those are tight within rounding.
    }
    var reduced = objective
    var scales = objective.map { abs($0) + Self.tolerance * largestPrice }
    for i in bounds.indices where prices[i] != 0 {
      for j in values.indices {
        let term = rows[i, j] * prices[i]
        reduced[j] -= term
        scales[j] += abs(term)
      }
    }
    for j in values.indices {
      // What one more unit would cost: nothing to be gained, and nothing lost where some is taken.
      guard reduced[j] >= -Self.tolerance * scales[j] else { return nil }
      if (isFree[j] || values[j] > Self.tolerance * largestValue) && reduced[j] > Self.tolerance * scales[j] {
        return nil
      }
    }
    let total = zip(objective, values).reduce(0) { $0 + $1.0 * $1.1 }
    var gap = CompensatedSum()
    for j in values.indices { gap.addProduct(objective[j], values[j]) }
    for i in bounds.indices { gap.addProduct(-bounds[i], prices[i]) }
    // Where all terms are what rounding leaves of zero, they are held against what they were worked out from.
    let rest =
      largestValue * objective.reduce(0) { $0 + abs($1) } + largestPrice * bounds.reduce(0) { $0 + abs($1) }
    guard abs(gap.value) <= Self.tolerance * gap.size + 1e-14 * rest else { return nil }
    return Solution(values: values, objective: total, prices: prices.map { $0 == 0 ? 0 : $0 })
  }
}

/// Why a linear program has no optimum, or none was found.
public enum LinearProgramError: Error, Equatable, Sendable, CustomStringConvertible {
  case shape
  case notFinite
  case infeasible
  case unbounded
  case unsolved

  public var description: String {
    switch self {
    case .shape:
      "a linear program needs a column of conditions a variable, and a relation and a bound a row"
    case .notFinite:
      "a linear program holds a number that is not finite"
    case .infeasible:
      "no numbers meet all conditions of the linear program; relax one of them"
    case .unbounded:
      "the linear program has no smallest sum; add a condition that keeps it from falling"
    case .unsolved:
      "no optimum of the linear program passed the check; its numbers differ too much in size"
    }
  }
}
