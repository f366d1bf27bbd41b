import Mathematics

/// The numbers the search for a nucleolus reckons with: rounded ones first, exact ones where those fail.
protocol SearchNumber: Comparable, SearchArithmetic {
  init(_ integer: Int)
  var magnitude: Self { get }
  /// What counts as zero for a coefficient: coefficients are sums of few fractions with small denominators.
  static var negligible: Self { get }
}

protocol SearchArithmetic: AdditiveArithmetic {
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
}

extension Double: SearchNumber {
  static var negligible: Double { 1e-9 }
}

extension Rational: SearchNumber {
  static var negligible: Rational { 0 }
}
