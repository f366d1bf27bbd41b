import BigInt

/// A square matrix in whole numbers, every entry being multiplied by one power of two, for signs without rounding.
///
/// Rows and columns are brought to one size by powers of two first, which changes no sign of a minor.
///
/// Source: elimination without fractions, Bareiss (1968), Math. Comput. 22, 565–578.
struct ExactMinors {
  private let entries: [[BigInt]]
  private let residues: [[MersennePrimeElement]]

  /// The most rows that are worked out exactly: some tens of milliseconds.
  static let mostRows = 24
  /// The most bits by which the sizes of entries may differ.
  private static let mostBits = 2_000

  /// The rows and columns `places` of a matrix, or of the sum of it and its transpose.
  ///
  /// - Returns: none for a matrix that is too large or whose entries differ too much in size, or when some diagonal entry
  ///   is below zero.
  init?(_ matrix: Matrix, at places: [Int], isSymmetrised: Bool) {
    guard places.count <= Self.mostRows else { return nil }
    var shifts: [Int] = []
    for place in places {
      let own = matrix[place, place]
      guard own >= 0, own.isFinite else { return nil }
      shifts.append(own > 0 ? -(Int(own.exponent) >> 1) : 0)
    }
    // Each entry as a whole number of 53 bits times a power of two; two of them where a pair is added up.
    var pieces: [[[(significand: Int, exponent: Int)]]] = []
    var (least, most) = (Int.max, Int.min)
    for (row, i) in places.enumerated() {
      pieces.append(
        places.indices.map { column in
          let k = places[column]
          let numbers = isSymmetrised ? [matrix[i, k], matrix[k, i]] : [matrix[i, k]]
          return numbers.filter { $0 != 0 }.map { number in
            let exponent = Int(number.exponent) - 52 + shifts[row] + shifts[column]
            least = min(least, exponent)
            most = max(most, exponent)
            return (Int(number.significand * 0x1p52) * (number < 0 ? -1 : 1), exponent)
          }
        })
    }
    guard least == .max || most - least <= Self.mostBits else { return nil }
    entries = pieces.map { $0.map { $0.reduce(BigInt(0)) { $0 + (BigInt($1.significand) << ($1.exponent - least)) } } }
    residues = pieces.map {
      $0.map {
        $0.reduce(MersennePrimeElement.zero) { sum, piece in
          // 2⁶¹ is one modulo the prime.
          sum + MersennePrimeElement(piece.significand)
            * MersennePrimeElement(UInt64(1) << UInt64((piece.exponent - least) % 61))
        }
      }
    }
  }

  /// Whether the determinants of the first row and column, the first two, and so on, are all above zero; false also
  /// when one of them is a multiple of 2⁶¹ − 1, which but for zero none met by accident is.
  var areLeadingPositive: Bool {
    guard areLeadingNonzero else { return false }
    var rows = entries
    var last = BigInt(1)
    for step in rows.indices {
      let pivot = rows[step][step]
      guard pivot.signum() > 0 else { return false }
      Self.eliminate(&rows, at: step, over: last)
      last = pivot
    }
    return true
  }

  private static func eliminate(_ rows: inout [[BigInt]], at step: Int, over last: BigInt) {
    let pivot = rows[step][step]
    for row in (step + 1)..<max(rows.count, step + 1) {
      let factor = rows[row][step]
      for column in (step + 1)..<rows.count {
        rows[row][column] = (rows[row][column] * pivot - factor * rows[step][column]) / last
      }
    }
  }

  /// The same modulo a prime, many times faster: a zero there is taken for a zero.
  private var areLeadingNonzero: Bool {
    var rows = residues
    for step in rows.indices {
      guard rows[step][step] != .zero else { return false }
      let inverse = rows[step][step].inverse
      for row in (step + 1)..<max(rows.count, step + 1) {
        let factor = rows[row][step] * inverse
        for column in step..<rows.count { rows[row][column] -= factor * rows[step][column] }
      }
    }
    return true
  }
}
