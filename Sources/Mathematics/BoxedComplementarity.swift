/// A point of a box at which a linear force pushes only against the walls.
///
/// For F(x) = M x + q, wanted is x with lower ≤ x ≤ upper such that, for each i, Fᵢ ≥ 0 where xᵢ is at its
/// lower bound, Fᵢ ≤ 0 where it is at its upper one, and Fᵢ = 0 between them. When F is the slope of each
/// player's cost in its own action, that is a Nash equilibrium; when M is symmetric and positive
/// semidefinite, the minimum of ½ xᵀM x + qᵀx over the box.
///
///     let problem = try BoxedComplementarity(
///       matrix: Matrix([[2, 1], [1, 2]]), constant: [-4, 1], lower: [0, 0], upper: [1, 9])
///     try problem.solution().values  // [1, 0]
///
/// Guesses of which coordinates are free come first (each a linear system), then Lemke's path, which
/// is finite. Nothing is returned whose conditions were not checked. All of it is done from the lower corner, in lengths of
/// the box and with each row in a unit of its own, so neither units nor distances from zero make a difference.
///
/// Source: Cottle, Pang & Stone (1992), The linear complementarity problem, chapters 3 and 4; the guesses are
/// the block pivots of Júdice & Pires (1994), Comput. Oper. Res. 21, 587–596.
public struct BoxedComplementarity: Sendable {
  /// Where a coordinate stands.
  public enum Position: UInt8, Sendable { case atLower, between, atUpper }

  /// Why the solution is the only one, if that was shown.
  public enum Uniqueness: String, Sendable {
    /// M, perhaps with its rows scaled, has a positive definite symmetric part.
    case positiveDefinite
    /// Every principal minor of M is positive (Samelson, Thrall & Wesler 1958).
    case principalMinors
    /// Not shown. There may be others, or not.
    case uncertified

    public var isCertain: Bool { self != .uncertified }
  }

  /// A point that was checked to meet the conditions.
  public struct Solution: Sendable, Equatable {
    /// One number a coordinate, each within its bounds.
    public let values: [Double]
    public let positions: [Position]
  }

  public let matrix: Matrix
  public let constant: [Double]
  public let lower: [Double]
  /// May be infinite.
  public let upper: [Double]

  /// Guesses made before the path is followed. Two or three are the rule.
  static let guesses = 12
  /// How far a condition may be missed, relative to the terms added up in it.
  static let tolerance = 1e-8
  /// What counts as pushing the wrong way while guessing, relative in the same way: far above the rounding of
  /// a solve and far below ``tolerance``.
  static let wrongWay = 1e-11
  /// The most coordinates whose principal minors, 2ⁿ of them, are looked at.
  public static let mostMinors = 13

  /// - Parameters:
  ///   - matrix: n × n.
  ///   - constant: n numbers, finite.
  ///   - lower: finite.
  ///   - upper: at least `lower`; may be infinite.
  /// - Throws: ``ComplementarityError`` when shapes, numbers or bounds do not fit.
  public init(
    matrix: Matrix, constant: [Double], lower: [Double], upper: [Double]
  ) throws(ComplementarityError) {
    let count = constant.count
    guard matrix.rows == count, matrix.columns == count, lower.count == count, upper.count == count else {
      throw .shape
    }
    for index in 0..<count {
      guard constant[index].isFinite, lower[index].isFinite, !upper[index].isNaN else { throw .notFinite }
      guard lower[index] <= upper[index] else {
        throw .emptyBox(coordinate: index, lower: lower[index], upper: upper[index])
      }
    }
    for element in matrix.elements where !element.isFinite { throw .notFinite }
    self.matrix = matrix
    self.constant = constant
    self.lower = lower
    self.upper = upper
  }

  /// A solution, found from `guess` onwards.
  ///
  /// - Parameter guess: where each coordinate may stand; without it all are taken to be between.
  ///   Where there are several solutions, the guess may decide which is found.
  /// - Throws: ``ComplementarityError/unsolved`` when neither guesses nor path lead to a point that passes the
  ///   check. With finite bounds a solution always exists, and only rounding can hide it.
  /// - Complexity: O(n³) a guess; the path takes about as many steps as there are coordinates and may, in
  ///   contrived cases, take 2ⁿ.
  public func solution(startingFrom guess: [Position]? = nil) throws(ComplementarityError) -> Solution {
    precondition(guess.map { $0.count == constant.count } ?? true, "a guess has one position a coordinate")
    guard let units = BoxUnits(of: self),
      let own = units.problem.ownSolution(from: guess ?? [Position](repeating: .between, count: constant.count))
    else { throw .unsolved }
    return Solution(values: units.values(at: own.values), positions: own.positions)
  }

  /// The same in the problem's own units.
  private func ownSolution(from guess: [Position]) -> Solution? {
    if let found = guessed(from: guess) { return found }
    if let positions = LemkePath.positions(of: self),
      let found = point(at: positions), isMet(by: found, positions)
    {
      return Solution(values: found, positions: positions)
    }
    return nil
  }

  /// Whether, and why, this problem has one solution only, whatever its constant and bounds.
  ///
  /// The symmetric part is tried as it is and, which changes no sign of F, with each row divided by its diagonal entry,
  /// coordinates being measured in lengths of the box; then, up to ``mostMinors`` coordinates, the principal minors. All
  /// of this is certain: what rounding leaves open is decided in whole numbers, or left open.
  /// - Parameter noise: by how much entry (i, k) of the matrix may be off, over the greater of its size and
  ///   √(MᵢᵢMₖₖ): for matrices that are themselves rounded sums. What is said then holds for all matrices so near.
  /// - Complexity: O(n³), and O(2ⁿ) for the minors.
  public func uniqueness(within noise: Double = 0) -> Uniqueness {
    if matrix.isPositiveDefinite(within: noise) { return .positiveDefinite }
    let count = constant.count
    guard (0..<count).allSatisfy({ matrix[$0, $0] > 0 }) else { return .uncertified }
    var scaled = matrix
    var (least, most) = (Double.infinity, 0.0)
    for row in 0..<count {
      let width = upper[row] - lower[row]
      var factor = 1 / matrix[row, row]
      // In lengths of the box: the same for any units of the coordinates.
      if width.isFinite, width > 0 { factor = factor / width / width }
      for column in 0..<count { scaled[row, column] *= factor }
      (least, most) = (min(least, factor), max(most, factor))
    }
    // The products are rounded, and rows that are scaled apart weigh more against each other's diagonal entries.
    let weight = noise == 0 ? 0 : 1.01 * (most / least).squareRoot()
    if scaled.elements.allSatisfy(\.isFinite), scaled.isPositiveDefinite(within: noise * weight + 2 * .ulpOfOne) {
      return .positiveDefinite
    }
    return count <= Self.mostMinors && matrix.hasPositivePrincipalMinors(within: noise)
      ? .principalMinors : .uncertified
  }

  /// Frees, or pins, all coordinates that stand wrong, until none does or a guess comes to nothing.
  private func guessed(from start: [Position]) -> Solution? {
    var positions = start
    for index in positions.indices where !upper[index].isFinite && positions[index] == .atUpper {
      positions[index] = .between
    }
    for _ in 0..<Self.guesses {
      guard let values = point(at: positions, clipped: false) else { return nil }
      let largest = values.reduce(0) { max($0, abs($1)) }
      var isSettled = true
      for index in positions.indices {
        switch positions[index] {
        case .between:
          if values[index] < lower[index] - Self.wrongWay * largest {
            positions[index] = .atLower
          } else if values[index] > upper[index] + Self.wrongWay * largest {
            positions[index] = .atUpper
          } else {
            continue
          }
        case .atLower, .atUpper:
          let (force, scale) = force(on: index, at: values)
          let outward = positions[index] == .atLower ? force : -force
          guard outward < -Self.wrongWay * scale, lower[index] < upper[index] else { continue }
          positions[index] = .between
        }
        isSettled = false
      }
      if isSettled {
        let inside = clipped(values)
        return isMet(by: inside, positions) ? Solution(values: inside, positions: positions) : nil
      }
    }
    return nil
  }

  /// The point whose pinned coordinates are at their bounds and whose free ones feel no force; none if the
  /// equations of the free ones are singular.
  func point(at positions: [Position], clipped isClipped: Bool = true) -> [Double]? {
    let count = positions.count
    var values = [Double](repeating: 0, count: count)
    var free: [Int] = []
    free.reserveCapacity(count)
    for index in 0..<count {
      switch positions[index] {
      case .atLower: values[index] = lower[index]
      case .atUpper: values[index] = upper[index]
      case .between: free.append(index)
      }
    }
    guard !free.isEmpty else { return values }
    let order = free.count
    var columns = [Double](repeating: 0, count: order * order)
    var right = [Double](repeating: 0, count: order)
    matrix.elements.withUnsafeBufferPointer { entries in
      for (row, i) in free.enumerated() {
        var sum = constant[i]
        for k in 0..<count where positions[k] != .between { sum += entries[i * count + k] * values[k] }
        right[row] = -sum
        for (column, k) in free.enumerated() { columns[column * order + row] = entries[i * count + k] }
      }
    }
    var pivots = [Int32](repeating: 0, count: order)
    guard LinearSystem.solve(columns: &columns, right: &right, pivots: &pivots, order: order) else { return nil }
    for (row, i) in free.enumerated() {
      guard right[row].isFinite else { return nil }
      values[i] = right[row]
    }
    return isClipped ? clipped(values) : values
  }

  private func clipped(_ values: [Double]) -> [Double] {
    var inside = values
    for index in inside.indices { inside[index] = min(max(inside[index], lower[index]), upper[index]) }
    return inside
  }

  /// Fᵢ at `values`, and the sum of the sizes of its terms.
  func force(on index: Int, at values: [Double]) -> (force: Double, scale: Double) {
    let count = values.count
    var force = constant[index]
    var scale = abs(force)
    matrix.elements.withUnsafeBufferPointer { entries in
      for k in 0..<count {
        let term = entries[index * count + k] * values[k]
        force += term
        scale += abs(term)
      }
    }
    return (force, scale)
  }

  /// The check every solution passes: within bounds, and no force but against the walls.
  private func isMet(by values: [Double], _ positions: [Position]) -> Bool {
    for index in values.indices {
      let (force, scale) = force(on: index, at: values)
      let limit = Self.tolerance * scale
      guard values[index] >= lower[index], values[index] <= upper[index] else { return false }
      if force > limit && values[index] > lower[index] { return false }
      if force < -limit && values[index] < upper[index] { return false }
    }
    return true
  }
}

/// Why a complementarity problem is none, or was not solved.
public enum ComplementarityError: Error, Equatable, Sendable, CustomStringConvertible {
  case shape
  case notFinite
  case emptyBox(coordinate: Int, lower: Double, upper: Double)
  case unsolved

  public var description: String {
    switch self {
    case .shape:
      "a complementarity problem needs a square matrix and as many constants and bounds as it has rows"
    case .notFinite:
      "a complementarity problem needs finite numbers; only an upper bound may be infinite"
    case .emptyBox(let coordinate, let lower, let upper):
      "coordinate \(coordinate) lies between \(lower) and \(upper); give a lower bound that is not above the upper one"
    case .unsolved:
      "no point of the box met the conditions of the complementarity problem"
    }
  }
}
