import Foundation

/// How many times each thing weighs another, all pairs compared: the judgements of an analytic hierarchy process.
///
/// Weights are the principal eigenvector, and the consistency ratio tells how far the judgements are from fitting
/// together: the consistency index (λ − n)/(n − 1) over that of random judgements. Saaty asks for 0.1 or less.
///
///     let matrix = try PairwiseMatrix([[1, 3, 5], [1 / 3, 1, 3], [1 / 5, 1 / 3, 1]])
///     matrix.weights           // 0.637, 0.258, 0.105
///     matrix.consistencyRatio  // 0.033
///
/// Source: Saaty (1980), The analytic hierarchy process; the random index as reprinted in Saaty (1987), Mathematical
/// Modelling 9, 161–176.
public struct PairwiseMatrix: Hashable, Sendable {
  /// `ratios[i][j]`: how many times i weighs j.
  public let ratios: [[Double]]
  /// One a thing, adding up to 1.
  public let weights: [Double]
  /// λ, at least the number of things; equal to it when every judgement fits the others.
  public let principalEigenvalue: Double

  /// Saaty's mean consistency index of random judgements about 1, 2, … 15 things.
  public static let randomIndex = [
    0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
  ]

  /// - Parameter ratios: A square table of positive numbers; each is one over its mirror image, to within a hundredth,
  ///   so that 0.33 may stand for a third.
  /// - Throws: ``ElicitationError/matrixShape(rows:columns:)``, ``ElicitationError/ratio(row:column:_:)`` or
  ///   ``ElicitationError/notReciprocal(row:column:_:mirror:)``, rows and columns counted from 0;
  ///   ``ElicitationError/unsolved`` where ratios are so large that their products are no numbers.
  public init(_ ratios: [[Double]]) throws(ElicitationError) {
    let count = ratios.count
    let columns = ratios.first { $0.count != count }?.count ?? count
    guard count >= 2, columns == count else { throw .matrixShape(rows: count, columns: columns) }
    for row in 0..<count {
      for column in 0..<count {
        let value = ratios[row][column]
        guard value > 0, value.isFinite else { throw .ratio(row: row, column: column, value) }
      }
    }
    for row in 0..<count {
      for column in row..<count where !(abs(ratios[row][column] * ratios[column][row] - 1) <= 0.01) {
        throw .notReciprocal(row: row, column: column, ratios[row][column], mirror: ratios[column][row])
      }
    }
    self.ratios = ratios
    (weights, principalEigenvalue) = try Self.principal(of: ratios)
  }

  /// The principal eigenvector, adding up to one, and its eigenvalue.
  ///
  /// Inverse iteration shifted by the upper end of what encloses the eigenvalue: each step about doubles the digits,
  /// however near the other eigenvalues come to it in size. Begun from the geometric means of the rows. With the
  /// unknowns in units of the last vector, the matrix to be solved has rows that add up to what the shift exceeds their
  /// quotient by, so elimination needs sums of positive numbers only and no digit is lost.
  ///
  /// Sources: Noda (1971), Numerische Mathematik 17, 382–386; the elimination, Grassmann, Taksar & Heyman (1985),
  /// Operations Research 33, 1107–1116.
  private static func principal(of ratios: [[Double]]) throws(ElicitationError) -> ([Double], Double) {
    let count = ratios.count
    let means = ratios.map { row in row.reduce(0) { $0 + log($1) } / Double(count) }
    let most = means.max() ?? 0
    var weights = means.map { exp($0 - most) }
    for _ in 0..<100 {
      var matrix = (0..<count).map { row in
        (0..<count).map { ratios[row][$0] * weights[$0] / weights[row] }
      }
      let quotients = matrix.map { $0.reduce(0, +) }
      let (low, high) = (quotients.min() ?? 0, quotients.max() ?? 0)
      guard quotients.allSatisfy(\.isFinite) else { throw .unsolved }
      if high - low <= 1e-14 * Double(count) * high {
        let sum = weights.reduce(0, +)
        return (weights.map { $0 / sum }, (low + high) / 2)
      }
      // (high − matrix) x = 1: off the diagonal all is negative, and rows add up to `excess`.
      var excess = quotients.map { high - $0 }
      var right = [Double](repeating: 1, count: count)
      var diagonal = [Double](repeating: 0, count: count)
      for pivot in 0..<count {
        diagonal[pivot] = matrix[pivot][(pivot + 1)...].reduce(excess[pivot], +)
        for row in pivot + 1..<max(pivot + 1, count) {
          let factor = matrix[row][pivot] / diagonal[pivot]
          for column in pivot + 1..<count { matrix[row][column] += factor * matrix[pivot][column] }
          excess[row] += factor * excess[pivot]
          right[row] += factor * right[pivot]
        }
      }
      var solution = right
      for row in (0..<count).reversed() {
        for column in row + 1..<max(row + 1, count) { solution[row] += matrix[row][column] * solution[column] }
        solution[row] /= diagonal[row]
      }
      let largest = zip(weights, solution).reduce(0) { max($0, $1.0 * $1.1) }
      guard largest > 0, largest.isFinite else { throw .unsolved }
      weights = zip(weights, solution).map { $0 * $1 / largest }
    }
    throw .unsolved
  }

  /// (λ − n)/(n − 1), 0 when all judgements fit each other.
  public var consistencyIndex: Double {
    max(0, (principalEigenvalue - Double(ratios.count)) / Double(ratios.count - 1))
  }

  /// The consistency index over ``randomIndex``; 0 for two things, nil for more than 15.
  public var consistencyRatio: Double? {
    guard ratios.count <= Self.randomIndex.count else { return nil }
    return ratios.count == 2 ? 0 : consistencyIndex / Self.randomIndex[ratios.count - 1]
  }

  /// Three things of which the first outweighs the second, the second the third and the third the first: each circle
  /// once, its smallest number first.
  public var cycles: [[Int]] {
    var found: [[Int]] = []
    for i in ratios.indices {
      for j in ratios.indices where j > i && ratios[i][j] != 1 {
        for k in ratios.indices where k > j {
          if ratios[i][j] > 1 && ratios[j][k] > 1 && ratios[k][i] > 1 { found.append([i, j, k]) }
          if ratios[i][k] > 1 && ratios[k][j] > 1 && ratios[j][i] > 1 { found.append([i, k, j]) }
        }
      }
    }
    return found
  }

  /// The weights as swings, each against the heaviest, of several the first: what an ``Elicitation`` takes.
  public var swings: [PreferenceAnswer] {
    let heaviest = weights.indices.max { (weights[$0], $1) < (weights[$1], $0) } ?? 0
    return weights.indices.filter { $0 != heaviest }.map {
      .swing(issue: $0, points: 100 * weights[$0] / weights[heaviest], reference: heaviest)
    }
  }
}
