/// A whole number modulo the prime 2⁶¹ − 1.
///
/// Linear algebra over this field is exact and fits machine words. It answers questions about whole
/// numbers wherever the numbers asked for are known to be smaller than the prime.
public struct MersennePrimeElement: Hashable, Sendable {
  /// 2⁶¹ − 1, the ninth Mersenne prime.
  public static let modulus: UInt64 = (1 << 61) - 1

  /// Between zero and ``modulus`` − 1.
  public let residue: UInt64

  /// The class of any whole number.
  public init(_ integer: Int) {
    let reduced = Self.reduce(UInt64(integer.magnitude))
    residue = integer < 0 && reduced != 0 ? Self.modulus - reduced : reduced
  }

  /// The class of any number from zero up.
  public init(_ integer: UInt64) { residue = Self.reduce(integer) }

  private init(reduced residue: UInt64) { self.residue = residue }

  public static let zero = MersennePrimeElement(reduced: 0)
  public static let one = MersennePrimeElement(reduced: 1)

  public static func + (left: Self, right: Self) -> Self {
    let sum = left.residue + right.residue
    return Self(reduced: sum >= modulus ? sum - modulus : sum)
  }

  public static func - (left: Self, right: Self) -> Self {
    Self(
      reduced: left.residue >= right.residue
        ? left.residue - right.residue : left.residue + modulus - right.residue)
  }

  public static prefix func - (number: Self) -> Self { zero - number }

  public static func * (left: Self, right: Self) -> Self {
    let (high, low) = left.residue.multipliedFullWidth(by: right.residue)
    // 2⁶¹ is one: the bits from the 61st up count as units.
    let sum = (low & modulus) + (high << 3 | low >> 61)
    return Self(reduced: sum >= modulus ? sum - modulus : sum)
  }

  public static func += (left: inout Self, right: Self) { left = left + right }
  public static func -= (left: inout Self, right: Self) { left = left - right }

  /// The number whose product with this one, which is not zero, is one.
  public var inverse: Self {
    precondition(residue != 0, "zero has no inverse")
    // Fermat: a to the power p − 2.
    var (result, power, exponent) = (Self.one, self, Self.modulus - 2)
    while exponent != 0 {
      if exponent & 1 == 1 { result = result * power }
      power = power * power
      exponent >>= 1
    }
    return result
  }

  private static func reduce(_ integer: UInt64) -> UInt64 {
    let folded = (integer & modulus) + integer >> 61
    return folded >= modulus ? folded - modulus : folded
  }
}
