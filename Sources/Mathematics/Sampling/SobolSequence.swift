/// Points that fill a cube more evenly than chance does: any first 2ᵐ of them are spread out in every dimension.
///
///     let sequence = try SobolSequence(dimensions: 3, scrambledBy: 7)
///     sequence.point(1_000_000)      // as quickly as the first
///
/// A mean over n such points is off by little more than 1/n for smooth functions of a few inputs, by 1/√n over
/// independent ones. Unscrambled, the points are always the same and the first is the corner at 0. Scrambled, each
/// point by itself is uniform, so that means are unbiased and other seeds tell how far off they are; every coordinate
/// is then strictly between 0 and 1 and may go into any quantile function. A point is a function of the seed and its
/// index alone: points may be worked out anywhere, in any order.
///
/// Use 2ᵐ points, from the first on, where there is a choice: only those are balanced (Owen 2020, arXiv:2008.08051).
///
/// Source: Sobol (1967), USSR Comput. Math. Math. Phys. 7(4), 86–112, in the order of Antonov & Saleev (1979), ibid.
/// 19(1), 252–256; direction numbers of Joe & Kuo (2008), SIAM J. Sci. Comput. 30, 2635–2654. Scrambled by a random
/// lower triangular matrix and a digital shift: Matoušek (1998), J. Complexity 14, 527–556.
public struct SobolSequence: Sendable {
  /// The most dimensions there are direction numbers for.
  public static let mostDimensions = SobolDirections.dimensions
  /// How many points there are.
  public static let mostPoints = 1 << indexBits

  public let dimensions: Int
  /// Whether a seed was given.
  public let isScrambled: Bool
  /// The vector of bit b of the index in dimension d stands at `b * dimensions + d`, its first digit at bit 52.
  private let vectors: [UInt64]
  private let shifts: [UInt64]

  private static let indexBits = 32
  /// As many digits as a number in 0..<1 can have.
  private static let digits = 53

  /// The sequence as published, its first point at 0.
  /// - Parameter dimensions: how many coordinates a point has, from none up.
  /// - Throws: ``SamplingError/tooManyInputs(_:most:)``.
  public init(dimensions: Int) throws(SamplingError) {
    try self.init(dimensions: dimensions, seed: nil)
  }

  /// The sequence scrambled.
  /// - Parameters:
  ///   - dimensions: how many coordinates a point has, from none up.
  ///   - seed: any number; each dimension takes the stream of its number.
  /// - Throws: ``SamplingError/tooManyInputs(_:most:)``.
  public init(dimensions: Int, scrambledBy seed: UInt64) throws(SamplingError) {
    try self.init(dimensions: dimensions, seed: seed)
  }

  private init(dimensions: Int, seed: UInt64?) throws(SamplingError) {
    precondition(dimensions >= 0, "a point has no fewer than 0 coordinates")
    guard dimensions <= Self.mostDimensions else {
      throw .tooManyInputs(dimensions, most: Self.mostDimensions)
    }
    self.dimensions = dimensions
    isScrambled = seed != nil
    var vectors = [UInt64](repeating: 0, count: Self.indexBits * dimensions)
    var shifts = [UInt64](repeating: 0, count: dimensions)
    var place = 0
    for dimension in 0..<dimensions {
      var column = Self.vectors(ofDimension: dimension, initialAt: &place)
      if let seed {
        var chance = RandomStream(seed: seed, stream: [dimension])
        column = Self.scrambled(column, using: &chance)
        // An odd number of the smallest steps is never 0 and never 1.
        shifts[dimension] = chance.next() >> (64 - UInt64(Self.digits)) | 1
      }
      for bit in 0..<Self.indexBits { vectors[bit * dimensions + dimension] = column[bit] }
    }
    self.vectors = vectors
    self.shifts = shifts
  }

  /// The coordinates of one point, each at least 0 and below 1.
  /// - Parameter index: from 0 to ``mostPoints`` − 1.
  /// - Returns: one number a dimension.
  public func point(_ index: Int) -> [Double] {
    precondition((0..<Self.mostPoints).contains(index), "a point's index is between 0 and 2³² − 1")
    var digits = shifts
    var ones = UInt64(index ^ (index >> 1))
    while ones != 0 {
      let start = ones.trailingZeroBitCount * dimensions
      for dimension in 0..<dimensions { digits[dimension] ^= vectors[start + dimension] }
      ones &= ones - 1
    }
    return digits.map { Double($0) * 0x1p-53 }
  }

  /// Vⱼ = mⱼ·2⁻ʲ for j from 1 on, by the recurrence that the polynomial stands for.
  private static func vectors(ofDimension dimension: Int, initialAt place: inout Int) -> [UInt64] {
    // The first dimension reverses the digits of the index.
    guard dimension > 0 else { return (1...indexBits).map { 1 << UInt64(digits - $0) } }
    let polynomial = SobolDirections.polynomials[dimension - 1]
    let degree = UInt16.bitWidth - 1 - polynomial.leadingZeroBitCount
    var vectors: [UInt64] = []
    for number in 0..<indexBits {
      if number < degree {
        vectors.append(UInt64(SobolDirections.initial[place + number]) << UInt64(digits - 1 - number))
        continue
      }
      var next = vectors[number - degree] ^ (vectors[number - degree] >> UInt64(degree))
      for back in 1..<degree where polynomial >> UInt16(degree - back) & 1 == 1 { next ^= vectors[number - back] }
      vectors.append(next)
    }
    place += degree
    return vectors
  }

  /// The vectors times a random matrix of digits with ones on the diagonal and nothing above: every digit is changed by
  /// those before it, so that points that shared a cell share one still.
  ///
  /// The last digit is left alone by all, for the shift to hold it at one.
  private static func scrambled(_ vectors: [UInt64], using chance: inout RandomStream) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: vectors.count)
    for row in 0..<(digits - 1) {
      let own: UInt64 = 1 << UInt64(digits - 1 - row)
      let before = chance.next() & ~(own | (own - 1))
      for (number, vector) in vectors.enumerated() where (vector & (before | own)).nonzeroBitCount & 1 == 1 {
        result[number] |= own
      }
    }
    return result
  }
}
