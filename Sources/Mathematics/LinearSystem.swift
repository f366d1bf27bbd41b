import CLAPACKE

/// A square system A x = b, taken apart once and solved for as many right sides as wanted.
///
///     try LinearSystem(Matrix([[2, 1], [1, 3]])).solution(for: [3, 5])  // [0.8, 1.4]
///
/// Source: LU with partial pivoting and the 1-norm condition estimate of LAPACK (Anderson et al. 1999:
/// dgetrf, dgecon, dgetrs).
public struct LinearSystem: Sendable {
  public let order: Int
  /// An estimate of 1 / (‖A‖₁ ‖A⁻¹‖₁): near one is good, below about 10⁻¹⁶ no digit can be trusted.
  public let reciprocalCondition: Double
  private let factors: [Double]
  private let pivots: [Int32]

  /// The least reciprocal condition that is accepted: about three digits of a solution are left.
  public static let leastReciprocalCondition = 1e-13

  /// - Throws: ``LinearSystemError`` when `matrix` is not square, not finite, or singular as far as
  ///   double precision can tell.
  /// - Complexity: O(n³).
  public init(_ matrix: Matrix) throws(LinearSystemError) {
    guard matrix.rows == matrix.columns else {
      throw .notSquare(rows: matrix.rows, columns: matrix.columns)
    }
    guard matrix.elements.allSatisfy(\.isFinite) else { throw .notFinite }
    order = matrix.rows
    let count = Int32(order)
    guard order > 0 else {
      (factors, pivots, reciprocalCondition) = ([], [], 1)
      return
    }
    // Read by columns, the rows are those of the transpose; its ∞-norm is the 1-norm wanted here.
    var norm = 0.0
    for column in 0..<matrix.columns {
      norm = max(norm, (0..<matrix.rows).reduce(0) { $0 + abs(matrix[$1, column]) })
    }
    var factors = matrix.elements
    var pivots = [Int32](repeating: 0, count: order)
    let info = LAPACKE_dgetrf(LAPACK_COL_MAJOR, count, count, &factors, count, &pivots)
    guard info == 0 else { throw .singular(reciprocalCondition: 0) }
    var reciprocal = 0.0
    _ = LAPACKE_dgecon(LAPACK_COL_MAJOR, CChar(UInt8(ascii: "I")), count, factors, count, norm, &reciprocal)
    guard reciprocal >= Self.leastReciprocalCondition else {
      throw .singular(reciprocalCondition: reciprocal)
    }
    (self.factors, self.pivots, reciprocalCondition) = (factors, pivots, reciprocal)
  }

  /// The x with A x = `right`.
  /// - Throws: ``LinearSystemError`` when `right` has another length or holds what is not a number.
  public func solution(for right: [Double]) throws(LinearSystemError) -> [Double] {
    guard right.count == order else { throw .wrongLength(given: right.count, needed: order) }
    guard right.allSatisfy(\.isFinite) else { throw .notFinite }
    guard order > 0 else { return [] }
    var solution = right
    let count = Int32(order)
    _ = LAPACKE_dgetrs(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "T")), count, 1, factors, count, pivots, &solution, count)
    return solution
  }

  /// Overwrites `right` with the solution for the matrix `columns`, stored by columns and overwritten too.
  /// - Returns: whether no pivot was zero; the caller checks what comes out.
  static func solve(columns: inout [Double], right: inout [Double], pivots: inout [Int32], order: Int) -> Bool {
    let count = Int32(order)
    return LAPACKE_dgesv_work(LAPACK_COL_MAJOR, count, 1, &columns, count, &pivots, &right, count) == 0
  }
}

/// Why a linear system was not solved.
public enum LinearSystemError: Error, Equatable, Sendable, CustomStringConvertible {
  case notSquare(rows: Int, columns: Int)
  case notFinite
  case singular(reciprocalCondition: Double)
  case wrongLength(given: Int, needed: Int)

  public var description: String {
    switch self {
    case .notSquare(let rows, let columns):
      "a linear system needs as many equations as unknowns, not \(rows) for \(columns)"
    case .notFinite:
      "a linear system holds a number that is not finite"
    case .singular(let reciprocal):
      "the equations determine no single solution (reciprocal condition \(reciprocal)); "
        + "remove an equation that follows from others, or change the figures"
    case .wrongLength(let given, let needed):
      "a right side of \(given) numbers was given; the system has \(needed) equations"
    }
  }
}
