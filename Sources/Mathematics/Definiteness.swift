import CLAPACKE

extension Matrix {
  /// Whether xᵀ A x ≥ 0 for every x, to within `slack` times the order times the largest entry of the symmetric
  /// part, for |x| = 1.
  ///
  /// Decided by Cholesky factors (LAPACK dpotrf) of the symmetric part with that much added to its diagonal, so
  /// a matrix at the edge, such as one of ones, is accepted although rounding may have made it a little negative.
  /// - Complexity: O(n³).
  public func isPositiveSemidefinite(within slack: Double = 1e-12) -> Bool {
    guard rows == columns else { return false }
    var (symmetric, largest) = symmetricPart
    guard rows > 0, largest > 0 else { return true }
    for row in 0..<rows { symmetric[row * rows + row] += slack * Double(rows) * largest }
    let count = Int32(rows)
    return LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), count, &symmetric, count) == 0
  }

  /// The greatest of xᵀ A x for |x| = 1: the largest eigenvalue of the symmetric part (LAPACK dsyev); zero for a
  /// matrix without rows, none where LAPACK finds none.
  /// - Complexity: O(n³).
  var largestEigenvalue: Double? {
    precondition(rows == columns, "only a square matrix has eigenvalues")
    guard rows > 0 else { return 0 }
    var symmetric = symmetricPart.elements
    var values = [Double](repeating: 0, count: rows)
    let count = Int32(rows)
    let info = LAPACKE_dsyev(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "L")), count, &symmetric, count, &values)
    return info == 0 ? values[rows - 1] : nil
  }

  /// (A + Aᵀ) / 2 and the size of its largest entry.
  private var symmetricPart: (elements: [Double], largest: Double) {
    var symmetric = elements
    var largest = 0.0
    for row in 0..<rows {
      for column in 0...row {
        let mean = elements[row * rows + column] / 2 + elements[column * rows + row] / 2
        symmetric[row * rows + column] = mean
        symmetric[column * rows + row] = mean
        largest = max(largest, abs(mean))
      }
    }
    return (symmetric, largest)
  }
}
