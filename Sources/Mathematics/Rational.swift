import BigInt

/// A fraction of whole numbers of any size, in lowest terms with a positive denominator.
///
/// Sums, products and comparisons are exact, so a tie is a tie.
public struct Rational: Hashable, Sendable {
  /// Carries the sign.
  public let numerator: BigInt
  /// At least one, and without a common divisor with ``numerator``.
  public let denominator: BigInt

  /// The quotient of two whole numbers.
  ///
  /// - Parameters:
  ///   - numerator: any whole number.
  ///   - denominator: not zero.
  public init(_ numerator: BigInt, _ denominator: BigInt) {
    precondition(!denominator.isZero, "a fraction's denominator is not zero")
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    if divisor == 1 {
      self.init(lowestTerms: numerator * sign, denominator * sign)
    } else {
      let common = BigInt(divisor) * sign
      self.init(lowestTerms: numerator / common, denominator / common)
    }
  }

  /// The quotient of two machine words, the second not zero.
  public init(_ numerator: Int, over denominator: Int) {
    precondition(denominator != 0, "a fraction's denominator is not zero")
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let (top, bottom) = (numerator.magnitude / divisor, denominator.magnitude / divisor)
    let isNegative = (numerator < 0) != (denominator < 0) && top != 0
    self.init(lowestTerms: BigInt(word: top, isNegative: isNegative), BigInt(word: bottom, isNegative: false))
  }

  /// A whole number.
  public init(_ integer: Int) {
    self.init(lowestTerms: BigInt(word: integer.magnitude, isNegative: integer < 0), 1)
  }
  /// A whole number of any size.
  public init(_ integer: BigInt) { self.init(lowestTerms: integer, 1) }

  private init(lowestTerms numerator: BigInt, _ denominator: BigInt) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The shortest decimal that prints `number`: what a person wrote, so 34.69 is 3469/100 and not the
  /// binary fraction nearest to it.
  ///
  /// - Parameter number: finite.
  public init(decimal number: Double) {
    precondition(number.isFinite, "only a finite number is a fraction")
    // Two decimals of at most 15 digits never meet in one number. So a whole number of tenths, hundredths, …
    // that gives this very number back is the decimal it prints as.
    var unit = 1
    for _ in 0...6 {
      let scaled = (number * Double(unit)).rounded()
      guard abs(scaled) < 1e15 else { break }
      if scaled / Double(unit) == number {
        self.init(Int(scaled), over: unit)
        return
      }
      unit *= 10
    }
    guard let fraction = Rational("\(number)") else {
      preconditionFailure("a finite number prints as a decimal: \(number)")
    }
    self = fraction
  }

  /// The number itself, a binary fraction: 0.1 is 3602879701896397/36028797018963968.
  ///
  /// - Parameter number: finite.
  public init(exactly number: Double) {
    precondition(number.isFinite, "only a finite number is a fraction")
    guard number != 0 else {
      self = 0
      return
    }
    // The significand has 53 bits: scaled by 2⁵² it is a whole number.
    let exponent = Int(number.exponent) - 52
    let significand = BigInt(number.significand * 0x1p52) * (number < 0 ? -1 : 1)
    self =
      exponent >= 0
      ? Rational(significand << exponent) : Rational(significand, BigInt(1) << -exponent)
  }

  /// The nearest number: of two equally near the one whose last bit is zero.
  ///
  /// Below the smallest normal number, 2⁻¹⁰²², it is rounded twice.
  public var approximation: Double {
    guard !isZero else { return 0 }
    let (top, bottom) = (numerator.magnitude, denominator.magnitude)
    // Shifted so that the whole quotient has 62 or 63 bits, nine or more beyond those a number keeps.
    let shift = 62 - (top.bitWidth - bottom.bitWidth)
    let (quotient, remainder) =
      shift >= 0
      ? (top << shift).quotientAndRemainder(dividingBy: bottom)
      : top.quotientAndRemainder(dividingBy: bottom << -shift)
    // Whatever is left makes the last bit one: a quotient that looks like a tie is one only if nothing is left.
    let bits = UInt64(quotient.words.first ?? 0) | (remainder.isZero ? 0 : 1)
    let nearest = Double(sign: .plus, exponent: -shift, significand: Double(bits))
    return isNegative ? -nearest : nearest
  }

  /// Whether it is zero; the sign is exact.
  public var isZero: Bool { numerator.isZero }
  /// Whether it is above zero.
  public var isPositive: Bool { numerator.signum() > 0 }
  /// Whether it is below zero.
  public var isNegative: Bool { numerator.signum() < 0 }
  /// Its distance from zero.
  public var magnitude: Rational { isNegative ? -self : self }

  /// The largest whole number that is not above it.
  public var floor: Rational {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Rational(remainder.signum() < 0 ? quotient - 1 : quotient)
  }

  /// Numerator and denominator as machine words; nil where one has no room in 64 bits.
  public var words: (numerator: Int, denominator: Int)? {
    // Read off the words themselves: conversions of whole numbers of any size take ten times as long.
    guard numerator.magnitude.bitWidth < 64, denominator.magnitude.bitWidth < 64 else { return nil }
    let size = Int(numerator.magnitude.words.first ?? 0)
    return (numerator.sign == .minus ? -size : size, Int(denominator.magnitude.words.first ?? 0))
  }

  /// The number as a machine word; nil for a fraction, or a number without room in 64 bits.
  public var wholeNumber: Int? { denominator == 1 ? Int(exactly: numerator) : nil }
}

extension Rational: Comparable, AdditiveArithmetic, ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }

  public static let zero = Rational(0)

  public static func + (left: Rational, right: Rational) -> Rational {
    if let (a, b) = left.words, let (c, d) = right.words, let sum = wordSum(a, over: b, c, over: d) { return sum }
    if left.denominator == right.denominator {
      return left.denominator == 1
        ? Rational(left.numerator + right.numerator)
        : Rational(left.numerator + right.numerator, left.denominator)
    }
    return Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  public static prefix func - (number: Rational) -> Rational {
    Rational(lowestTerms: -number.numerator, number.denominator)
  }

  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  public static func * (left: Rational, right: Rational) -> Rational {
    if let (a, b) = left.words, let (c, d) = right.words, let product = wordProduct(a, over: b, c, over: d) {
      return product
    }
    return Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// The quotient; `right` must not be zero.
  public static func / (left: Rational, right: Rational) -> Rational {
    if let (a, b) = left.words, let (c, d) = right.words, c != 0, let quotient = wordProduct(a, over: b, d, over: c) {
      return quotient
    }
    return Rational(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  /// a/b + c/d where all of it has room in machine words, which is many times faster.
  private static func wordSum(_ a: Int, over b: Int, _ c: Int, over d: Int) -> Rational? {
    let (first, isFirstTooLarge) = a.multipliedReportingOverflow(by: b == d ? 1 : d)
    let (second, isSecondTooLarge) = c.multipliedReportingOverflow(by: b == d ? 1 : b)
    let (sum, isSumTooLarge) = first.addingReportingOverflow(second)
    let (denominator, isTooLarge) = b.multipliedReportingOverflow(by: b == d ? 1 : d)
    guard !isFirstTooLarge, !isSecondTooLarge, !isSumTooLarge, !isTooLarge else { return nil }
    return Rational(sum, over: denominator)
  }

  /// a/b · c/d likewise; d may be below zero.
  private static func wordProduct(_ a: Int, over b: Int, _ c: Int, over d: Int) -> Rational? {
    let (numerator, isTooLarge) = a.multipliedReportingOverflow(by: c)
    let (denominator, isDenominatorTooLarge) = b.multipliedReportingOverflow(by: d)
    guard !isTooLarge, !isDenominatorTooLarge else { return nil }
    return Rational(numerator, over: denominator)
  }

  public static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational: LosslessStringConvertible {
  /// `7/3`, or `7` for a whole number.
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

  /// Reads `7/3`, `-12`, `34.69` and `1.5e-07`; nil for anything else, a denominator of zero included.
  ///
  /// An exponent is at most 1000 in size, so that no short text asks for a number without end.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let numerator = BigInt(parts[0], radix: 10), let denominator = BigInt(parts[1], radix: 10),
        !denominator.isZero
      else { return nil }
      self.init(numerator, denominator)
      return
    }
    guard parts.count == 1 else { return nil }
    let pieces = description.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard pieces.count <= 2, let exponent = pieces.count == 2 ? Int(pieces[1]) : 0, abs(exponent) <= 1000
    else { return nil }
    let decimals = pieces[0].split(separator: ".", omittingEmptySubsequences: false)
    guard decimals.count <= 2, decimals.count == 1 || decimals[1].allSatisfy(\.isNumber),
      let digits = BigInt(decimals.joined(), radix: 10)
    else { return nil }
    let power = exponent - (decimals.count == 2 ? decimals[1].count : 0)
    let scale = BigInt(10).power(abs(power))
    self = power >= 0 ? Rational(digits * scale) : Rational(digits, scale)
  }
}

/// The largest number that divides both; the other when one is zero.
private func greatestCommonDivisor(_ left: BigUInt, _ right: BigUInt) -> BigUInt {
  // Most fractions are small, and Euclid's algorithm on machine words is many times faster.
  guard left.bitWidth <= 64, right.bitWidth <= 64 else { return left.greatestCommonDivisor(with: right) }
  let common = greatestCommonDivisor(UInt(left.words.first ?? 0), UInt(right.words.first ?? 0))
  return BigUInt(integerLiteral: UInt64(common))
}

extension BigInt {
  /// A machine word with a sign, by way of a literal: the general conversion takes many times as long.
  fileprivate init(word: UInt, isNegative: Bool) {
    self.init(sign: isNegative ? .minus : .plus, magnitude: BigUInt(integerLiteral: UInt64(word)))
  }
}

private func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
  var (a, b) = (left, right)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
