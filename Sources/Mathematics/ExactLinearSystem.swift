import BigInt

/// Linear equations with whole coefficients, solved without rounding.
///
/// The inverse is found once, modulo the prime p = 2⁶¹ − 1; a right-hand side is then solved digit by
/// digit in base p, and the fractions are read off the digits by Euclid's algorithm.
///
/// Source: Dixon (1982), Numer. Math. 40, 137–141.
public struct ExactLinearSystem: Sendable {
  private let matrix: [[Int]]
  private let inverse: [[MersennePrimeElement]]
  /// The determinant has at most so many bits (Hadamard's bound).
  private let determinantBits: Int

  /// - Parameter matrix: as many rows as columns, at most 64, each coefficient below 2⁵⁸ in size: a sum of 64 products
  ///   with digits below 2⁶¹ fits 128 bits.
  /// - Returns: nil when the equations do not determine their unknowns, or when the determinant is one
  ///   of the multiples of p, which no matrix met by accident has.
  /// - Complexity: m³ word operations for m equations.
  public init?(_ matrix: [[Int]]) {
    let size = matrix.count
    precondition(matrix.allSatisfy { $0.count == size }, "a system has as many equations as unknowns")
    precondition(size <= 64, "a system has at most 64 equations")
    precondition(
      matrix.allSatisfy { $0.allSatisfy { $0.magnitude < 1 << 58 } }, "coefficients are below 2⁵⁸ in size")
    guard let inverse = Self.inverse(of: matrix) else { return nil }
    self.matrix = matrix
    self.inverse = inverse
    var bits = 0
    for column in 0..<size {
      let square = matrix.reduce(BigInt(0)) { $0 + BigInt($1[column]) * BigInt($1[column]) }
      bits += (square.magnitude.bitWidth + 1) / 2
    }
    determinantBits = bits
  }

  /// The one solution of the equations with these right-hand sides.
  ///
  /// - Complexity: m² word operations and m long divisions for each 61 bits of the answer.
  public func solution(for rightHandSide: [Rational]) -> [Rational] {
    precondition(rightHandSide.count == matrix.count, "a system has one right-hand side an equation")
    // Whole right-hand sides, by a unit that divides them all.
    let unit = rightHandSide.reduce(BigInt(1)) { common, side in
      common * (side.denominator / common.greatestCommonDivisor(with: side.denominator))
    }
    var rest = rightHandSide.map { $0.numerator * (unit / $0.denominator) }
    // Cramer's rule: numerators are determinants with one column replaced by the right-hand side, whose
    // length is at most its largest entry times the number of entries.
    let sideBits = (rest.map(\.magnitude.bitWidth).max() ?? 0) + (Int.bitWidth - matrix.count.leadingZeroBitCount)
    let numeratorBits = determinantBits + sideBits
    let prime = BigInt(MersennePrimeElement.modulus)
    var digitsSum = [BigInt](repeating: 0, count: matrix.count)
    var power = BigInt(1)
    while power.magnitude.bitWidth <= numeratorBits + determinantBits + 2 {
      let residues = rest.map { side in
        let remainder = side % prime
        return MersennePrimeElement(Int(remainder))
      }
      let digits = inverse.map { row in
        zip(row, residues).reduce(MersennePrimeElement.zero) { $0 + $1.0 * $1.1 }
      }
      for index in digits.indices { digitsSum[index] += power * BigInt(digits[index].residue) }
      for index in rest.indices {
        var sum: Int128 = 0
        for (coefficient, digit) in zip(matrix[index], digits) where coefficient != 0 {
          sum += Int128(coefficient) * Int128(digit.residue)
        }
        rest[index] = (rest[index] - BigInt(sum)) / prime
      }
      power *= prime
    }
    return Self.fractions(digitsSum, modulo: power, numeratorsBelow: BigInt(1) << numeratorBits)
      .map { $0 / Rational(unit) }
  }

  /// The fractions with these residues whose numerators stay below a bound.
  private static func fractions(
    _ residues: [BigInt], modulo modulus: BigInt, numeratorsBelow bound: BigInt
  ) -> [Rational] {
    // Solutions share most of their denominator: what one fraction needed is tried on the next first.
    var denominator = BigInt(1)
    return residues.map { residue in
      var scaled = (residue * denominator) % modulus
      if scaled * 2 > modulus { scaled -= modulus }
      // Only one fraction with this residue is below the bounds, so a small numerator is the right one.
      if scaled.magnitude < bound.magnitude { return Rational(scaled, denominator) }
      // Euclid's algorithm, until the remainder is small enough to be a numerator.
      var (previous, current) = (modulus, residue)
      var (previousFactor, factor) = (BigInt(0), BigInt(1))
      while current >= bound {
        let (quotient, remainder) = previous.quotientAndRemainder(dividingBy: current)
        (previous, current) = (current, remainder)
        (previousFactor, factor) = (factor, previousFactor - quotient * factor)
      }
      let fraction = Rational(current, factor)
      denominator =
        denominator * (fraction.denominator / denominator.greatestCommonDivisor(with: fraction.denominator))
      return fraction
    }
  }

  /// Gauss–Jordan elimination modulo p; nil when some column has no pivot.
  private static func inverse(of matrix: [[Int]]) -> [[MersennePrimeElement]]? {
    let size = matrix.count
    var left = matrix.map { $0.map { MersennePrimeElement($0) } }
    var right = (0..<size).map { row in (0..<size).map { $0 == row ? MersennePrimeElement.one : .zero } }
    for column in 0..<size {
      guard let pivot = (column..<size).first(where: { left[$0][column] != .zero }) else { return nil }
      left.swapAt(column, pivot)
      right.swapAt(column, pivot)
      let scale = left[column][column].inverse
      for index in 0..<size {
        left[column][index] = left[column][index] * scale
        right[column][index] = right[column][index] * scale
      }
      for row in 0..<size where row != column && left[row][column] != .zero {
        let factor = left[row][column]
        for index in 0..<size {
          left[row][index] -= factor * left[column][index]
          right[row][index] -= factor * right[column][index]
        }
      }
    }
    return right
  }
}
