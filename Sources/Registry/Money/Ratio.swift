/// An exact fraction: a percentage of a rule, a measured index, a factor of a settlement.
///
///     try Ratio(parsing: "0.85")   // 17/20, printed 0.85
///     try Ratio(parsing: "1/3")    // printed 1/3
///     try Ratio(parsing: "12.5%")  // 1/8, printed 0.125
///
/// Kept in lowest terms with 128 bits above and below; what does not fit is refused. In JSON it is its text, because a
/// number in JSON may be rounded by whoever reads it.
public struct Ratio: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Below zero where the fraction is.
  public let numerator: Int128
  /// At least 1.
  public let denominator: Int128

  /// A whole number.
  public init(_ whole: Int64) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Hundredths of a percent: 2 500 are a quarter.
  public init(basisPoints: Int64) {
    let divisor = Int128(Ratio.divisor(basisPoints.magnitude, 10_000))
    numerator = Int128(basisPoints) / divisor
    denominator = 10_000 / divisor
  }

  /// - Throws: ``MoneyError`` over zero.
  public init(_ numerator: Int64, over denominator: Int64, at place: String = "fraction") throws(MoneyError) {
    try self.init(reducing: Int128(numerator), over: Int128(denominator), at: place)
  }

  /// - Throws: ``MoneyError`` over zero, or where the lowest terms have no room.
  init(reducing numerator: Int128, over denominator: Int128, at place: String) throws(MoneyError) {
    guard denominator != 0 else { throw MoneyError(at: place, .zeroDenominator) }
    let divisor = Ratio.divisor(numerator.magnitude, denominator.magnitude)
    guard let above = Int128(exactly: numerator.magnitude / divisor),
      let below = Int128(exactly: denominator.magnitude / divisor)
    else { throw MoneyError(at: place, .tooPrecise) }
    self.numerator = (numerator < 0) != (denominator < 0) ? -above : above
    self.denominator = below
  }

  /// Reads `3`, `-0.85`, `17/20` or `12.5%`, in at most 100 bytes.
  ///
  /// - Throws: ``MoneyError`` for anything else.
  public init(parsing text: String, at place: String = "number") throws(MoneyError) {
    let fault = MoneyError(at: place, .notANumber(String(text.prefix(40))))
    guard text.utf8.count <= 100 else { throw fault }
    let percent = text.utf8.last == UInt8(ascii: "%")
    let parts = (percent ? text.dropLast() : Substring(text)).utf8
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let first = parts.first, let above = Ratio.decimal(first), parts.count <= 2 else { throw fault }
    var below: (digits: Int128, scale: Int128) = (1, 1)
    if parts.count == 2 {
      guard !percent, above.scale == 1, let second = Ratio.decimal(parts[1]), second.scale == 1, second.digits >= 0
      else { throw fault }
      below = second
    }
    let (scale, overflow) = above.scale.multipliedReportingOverflow(by: percent ? 100 : 1)
    guard !overflow else { throw fault }
    try self.init(reducing: above.digits, over: parts.count == 2 ? below.digits : scale, at: place)
  }

  /// Digits with at most one point and a sign, as a whole number over a power of ten.
  private static func decimal(_ text: Substring.UTF8View) -> (digits: Int128, scale: Int128)? {
    let negative = text.first == UInt8(ascii: "-")
    let parts = (negative ? text.dropFirst() : text)
      .split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }), !parts.isEmpty else { return nil }
    var (digits, scale): (Int128, Int128) = (0, 1)
    for (position, part) in parts.enumerated() {
      for byte in part {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        let (tenfold, tooMany) = digits.multipliedReportingOverflow(by: 10)
        let (next, tooLarge) = tenfold.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        guard !tooMany, !tooLarge else { return nil }
        digits = next
        if position == 1 {
          let (wider, tooWide) = scale.multipliedReportingOverflow(by: 10)
          guard !tooWide else { return nil }
          scale = wider
        }
      }
    }
    return (negative ? -digits : digits, scale)
  }

  /// The sum of both.
  ///
  /// - Throws: ``MoneyError`` where it has no room.
  public func adding(_ other: Ratio, at place: String = "sum") throws(MoneyError) -> Ratio {
    let shared = Int128(Ratio.divisor(denominator.magnitude, other.denominator.magnitude))
    let (first, one) = numerator.multipliedReportingOverflow(by: other.denominator / shared)
    let (second, two) = other.numerator.multipliedReportingOverflow(by: denominator / shared)
    let (sum, three) = first.addingReportingOverflow(second)
    let (below, four) = (denominator / shared).multipliedReportingOverflow(by: other.denominator)
    guard !(one || two || three || four) else { throw MoneyError(at: place, .tooPrecise) }
    return try Ratio(reducing: sum, over: below, at: place)
  }

  /// The product of both.
  ///
  /// - Throws: ``MoneyError`` where it has no room.
  public func multiplied(by other: Ratio, at place: String = "product") throws(MoneyError) -> Ratio {
    // Reduced crosswise first, so that only a product without room in lowest terms is refused.
    let one = try Ratio(reducing: numerator, over: other.denominator, at: place)
    let two = try Ratio(reducing: other.numerator, over: denominator, at: place)
    let (above, tooLarge) = one.numerator.multipliedReportingOverflow(by: two.numerator)
    let (below, tooDeep) = one.denominator.multipliedReportingOverflow(by: two.denominator)
    guard !tooLarge, !tooDeep else { throw MoneyError(at: place, .tooPrecise) }
    return try Ratio(reducing: above, over: below, at: place)
  }

  /// This over the other.
  ///
  /// - Throws: ``MoneyError`` over zero, or where it has no room.
  public func divided(by other: Ratio, at place: String = "quotient") throws(MoneyError) -> Ratio {
    guard other.numerator != 0 else { throw MoneyError(at: place, .zeroDenominator) }
    return try multiplied(
      by: Ratio(reducing: other.denominator, over: other.numerator, at: place), at: place)
  }

  public static func < (first: Ratio, second: Ratio) -> Bool {
    guard (first.numerator < 0) == (second.numerator < 0) else { return first.numerator < second.numerator }
    let one = first.numerator.magnitude.multipliedFullWidth(by: second.denominator.magnitude)
    let other = second.numerator.magnitude.multipliedFullWidth(by: first.denominator.magnitude)
    let (low, high) = first.numerator < 0 ? (other, one) : (one, other)
    return (low.high, low.low) < (high.high, high.low)
  }

  /// A decimal where one of at most 18 digits after the point says it exactly, else a fraction.
  public var description: String {
    var (scale, digits): (Int128, Int) = (1, 0)
    while digits < 18 && scale % denominator != 0 { (scale, digits) = (scale * 10, digits + 1) }
    let factor = scale / denominator
    // What cannot be read back as a decimal in 128 bits is written as a fraction too.
    guard scale % denominator == 0, !numerator.multipliedReportingOverflow(by: factor).overflow else {
      return "\(numerator)/\(denominator)"
    }
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    let sign = numerator < 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    let decimals = String(rest * factor.magnitude)
    return "\(sign)\(whole).\(String(repeating: "0", count: digits - decimals.count))\(decimals)"
  }

  public init(from decoder: any Decoder) throws {
    try self.init(parsing: decoder.singleValueContainer().decode(String.self), at: decoder.place)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The greatest common divisor, at least 1.
  static func divisor<Number: FixedWidthInteger & UnsignedInteger>(_ first: Number, _ second: Number) -> Number {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger == 0 ? 1 : larger
  }
}
