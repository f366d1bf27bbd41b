extension Matrix {
  /// Whether every principal minor is positive: whether this is a P-matrix.
  ///
  /// A matrix is one exactly when its first entry is positive and both what is left without the first row and
  /// column, and what is left after eliminating with them, are P-matrices. With each entry goes a bound of what rounding
  /// has done to it; where that leaves the sign of a pivot open, whole numbers decide, and where too many are open the
  /// matrix is refused.
  /// - Complexity: O(2ⁿ) for n rows; 13 rows take about 100 000 multiplications.
  ///
  /// Source: Tsatsomeros & Li (2000), Electron. J. Linear Algebra 7, 26–31; running error bounds as in Higham (2002),
  /// Accuracy and stability of numerical algorithms, chapter 3.
  public var hasPositivePrincipalMinors: Bool { hasPositivePrincipalMinors(within: 0) }

  /// Whether every matrix near this one is a P-matrix.
  ///
  /// - Parameter noise: by how much entry (i, k) may be off, over the greater of its size and √(AᵢᵢAₖₖ).
  public func hasPositivePrincipalMinors(within noise: Double) -> Bool {
    guard rows == columns else { return false }
    guard rows > 0 else { return true }
    guard (0..<rows).allSatisfy({ self[$0, $0] > 0 }) else { return false }
    return PrincipalMinors(of: self, within: noise).arePositive()
  }
}

/// The walk through the minors of a matrix.
private final class PrincipalMinors {
  private let matrix: Matrix
  private let noise: Double
  /// One square of each size, the largest first, with a bound of error after each number; a level's is overwritten by
  /// each branch below it.
  private let work: UnsafeMutablePointer<Double>
  private var exactLeft = 64

  init(of matrix: Matrix, within noise: Double) {
    self.matrix = matrix
    self.noise = noise
    let order = matrix.rows
    work = .allocate(capacity: 2 * (1...order).reduce(0) { $0 + $1 * $1 })
    for row in 0..<order {
      for column in 0..<order {
        let entry = matrix[row, column]
        work[2 * (row * order + column)] = entry
        let size = noise == 0 ? 0 : max(abs(entry), matrix[row, row].squareRoot() * matrix[column, column].squareRoot())
        work[2 * (row * order + column) + 1] = noise * size
      }
    }
  }

  deinit { work.deallocate() }

  func arePositive() -> Bool { isPositive(work, order: matrix.rows, eliminated: 0) }

  /// Whether the minor of these rows is above zero, those of the first of them being so.
  private func isExactlyPositive(with places: UInt64) -> Bool {
    let places = (0..<matrix.rows).filter { places >> UInt64($0) & 1 == 1 }
    return ExactMinors(matrix, at: places, isSymmetrised: false)?.areLeadingPositive ?? false
  }

  /// - Parameter eliminated: a bit for each row that was eliminated with; the first entry of the square is the minor with
  ///   them and the next row over the minor without it.
  private func isPositive(_ square: UnsafeMutablePointer<Double>, order: Int, eliminated: UInt64) -> Bool {
    let (pivot, bound) = (square[0], square[1])
    let next = matrix.rows - order
    let isSure = pivot > bound
    if !isSure {
      // Too small, or not a number: certain only in whole numbers.
      guard !(pivot < -bound), noise == 0, exactLeft > 0 else { return false }
      exactLeft -= 1
      guard isExactlyPositive(with: eliminated | 1 << UInt64(next)) else { return false }
    }
    let rest = order - 1
    guard rest > 0 else { return true }
    let below = square + 2 * order * order
    for row in 0..<rest {
      let (from, to) = (square + 2 * ((row + 1) * order + 1), below + 2 * row * rest)
      to.update(from: from, count: 2 * rest)
    }
    guard isPositive(below, order: rest, eliminated: eliminated) else { return false }
    let first = square + 2
    for row in 0..<rest {
      let from = square + 2 * (row + 1) * order
      let to = below + 2 * row * rest
      let factor = from[0] / pivot
      // All roundings, of the quotient, the product and the difference, are below an ulp each.
      let factorBound =
        isSure
        ? (from[1] + abs(factor) * bound) / (pivot - bound) * (1 + 4 * .ulpOfOne) + abs(factor) * .ulpOfOne
        : .infinity
      for column in 0..<rest {
        let (entry, entryBound) = (from[2 + 2 * column], from[3 + 2 * column])
        let (head, headBound) = (first[2 * column], first[2 * column + 1])
        let product = factor * head
        let value = entry - product
        to[2 * column] = value
        let passed = factorBound * (abs(head) + headBound) + abs(factor) * headBound
        to[2 * column + 1] =
          (entryBound + passed) * (1 + 8 * .ulpOfOne) + (abs(product) + abs(value)) * .ulpOfOne
          + .leastNormalMagnitude
      }
    }
    return isPositive(below, order: rest, eliminated: eliminated | 1 << UInt64(next))
  }
}
