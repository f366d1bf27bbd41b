import CLAPACKE

extension Matrix {
  /// Whether xᵀ A x > 0 for every x but zero, that is, whether the symmetric part (A + Aᵀ) / 2 is positive definite.
  ///
  /// Said only where it is certain. Each row and column is divided by the root of its diagonal entry, to the nearest
  /// power of two, so the units of the entries do not matter. Cholesky factors of what is left after taking away all that
  /// rounding can add prove it; where those do not exist, whole numbers decide, up to 24 rows.
  /// - Complexity: O(n³).
  ///
  /// Source: Rump (2006), BIT Numer. Math. 46, 433–452.
  public var isPositiveDefinite: Bool { isPositiveDefinite(within: 0) }

  /// Whether every matrix near this one is positive definite.
  ///
  /// - Parameter noise: by how much entry (i, k) may be off, over the greater of its size and √(AᵢᵢAₖₖ).
  public func isPositiveDefinite(within noise: Double) -> Bool {
    guard rows == columns else { return false }
    guard rows > 0 else { return true }
    guard let form = UnitForm(self, at: Array(0..<rows)) else { return false }
    if form.hasFactors(adding: -form.rounding - form.margin(of: noise)) { return true }
    guard noise == 0, form.hasFactors(adding: form.rounding) else { return false }
    return ExactMinors(self, at: Array(0..<rows), isSymmetrised: true)?.areLeadingPositive ?? false
  }

  /// Whether xᵀ A x ≥ 0 for every x, or misses that by rounding: by no more than `slack` times the order times
  /// Σ Aᵢᵢxᵢ².
  ///
  /// Decided by Cholesky factors (LAPACK dpotrf) of the symmetric part, each row and column divided by the root of its
  /// diagonal entry, with that much added to its diagonal. So a matrix at the edge, such as one of ones, is accepted
  /// although rounding may have made it a little negative, whatever the units of its entries.
  /// - Complexity: O(n³).
  public func isPositiveSemidefinite(within slack: Double = 1e-12) -> Bool {
    guard rows == columns else { return false }
    guard let places = bendingPlaces else { return false }
    guard !places.isEmpty else { return true }
    return UnitForm(self, at: places)?.hasFactors(adding: slack * Double(places.count)) ?? false
  }

  /// The places whose diagonal entry is above zero; none at all where one is below, or is zero and its row is not.
  private var bendingPlaces: [Int]? {
    var places: [Int] = []
    for row in 0..<rows {
      let own = elements[row * rows + row]
      if own > 0 {
        places.append(row)
      } else {
        guard own == 0, (0..<rows).allSatisfy({ elements[row * rows + $0] == -elements[$0 * rows + row] }) else {
          return nil
        }
      }
    }
    return places
  }

  /// The greatest of xᵀ A x for |x| = 1: the largest eigenvalue of the symmetric part (LAPACK dsyev); zero for a
  /// matrix without rows, none where LAPACK finds none.
  /// - Complexity: O(n³).
  var largestEigenvalue: Double? {
    precondition(rows == columns, "only a square matrix has eigenvalues")
    guard rows > 0 else { return 0 }
    var symmetric = elements
    for row in 0..<rows {
      for column in 0...row {
        let mean = elements[row * rows + column] / 2 + elements[column * rows + row] / 2
        symmetric[row * rows + column] = mean
        symmetric[column * rows + row] = mean
      }
    }
    var values = [Double](repeating: 0, count: rows)
    let count = Int32(rows)
    let info = LAPACKE_dsyev(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "L")), count, &symmetric, count, &values)
    return info == 0 ? values[rows - 1] : nil
  }
}

/// The symmetric part of a matrix with rows and columns multiplied by powers of two, so that its diagonal lies between one
/// and four.
private struct UnitForm {
  private let order: Int
  private var elements: [Double]
  /// The largest entry of the matrix itself in these units, at least four.
  private var largest = 4.0

  /// None where a diagonal entry is not above zero, or where an entry shows by its size that the form is indefinite.
  init?(_ matrix: Matrix, at places: [Int]) {
    order = places.count
    elements = [Double](repeating: 0, count: order * order)
    var scales = [Double](repeating: 1, count: order)
    for (row, i) in places.enumerated() {
      let own = matrix[i, i]
      guard own >= .leastNormalMagnitude, own.isFinite else { return nil }
      scales[row] = Double(sign: .plus, exponent: -(Int(own.exponent) >> 1), significand: 1)
    }
    for (row, i) in places.enumerated() {
      for (column, k) in places[...row].enumerated() {
        let (one, other) = (
          matrix[i, k] * scales[row] * scales[column], matrix[k, i] * scales[row] * scales[column]
        )
        let mean = one / 2 + other / 2
        // Not so: |Aᵢₖ|² < AᵢᵢAₖₖ where the form is definite.
        guard abs(mean) < 8 else { return nil }
        elements[row * order + column] = mean
        elements[column * order + row] = mean
        largest = max(largest, abs(one), abs(other))
      }
    }
  }

  /// More than what rounding of the means and of the factors can come to.
  var rounding: Double {
    let count = Double(order)
    return .ulpOfOne * (4 * count * (count + 4) + count * largest)
  }

  /// What errors of that size in the entries can come to.
  func margin(of noise: Double) -> Double { noise * largest * Double(order) }

  /// Whether the form with so much on its diagonal has Cholesky factors.
  func hasFactors(adding shift: Double) -> Bool {
    var form = elements
    for row in 0..<order { form[row * order + row] += shift }
    let count = Int32(order)
    return LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), count, &form, count) == 0
  }
}
