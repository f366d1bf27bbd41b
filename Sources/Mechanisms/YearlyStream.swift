#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A sum paid once as what it amounts to each year: the annuity with the same present value.
///
///     try YearlyStream(discountRate: 0.04, years: 20).yearly(of: 100)  // 7.36 a year at the end of each
///
/// Mechanisms are appraised by the year: what is known of a whole undertaking is turned into a yearly stream first.
public struct YearlyStream: Sendable, Equatable {
  /// What a year's waiting takes off money, 0 to 1.
  public let discountRate: Double
  /// Over how many years the sum is spread, at least 1.
  public let years: Int
  /// The part of the sum that falls on each year: r/(1 − (1 + r)^−n), 1/n without discounting.
  public let factor: Double

  /// - Throws: ``YearlyStreamError`` when the rate is not from 0 to 1 or there are not 1 to 1000 years.
  public init(discountRate: Double, years: Int) throws(YearlyStreamError) {
    guard (0...1).contains(discountRate) else { throw .discountRate(discountRate) }
    guard (1...1000).contains(years) else { throw .years(years) }
    self.discountRate = discountRate
    self.years = years
    // expm1 and log1p keep the digits of a small rate.
    factor = discountRate > 0 ? discountRate / -expm1(-Double(years) * log1p(discountRate)) : 1 / Double(years)
  }

  /// What a sum today amounts to each year.
  public func yearly(of total: Double) -> Double { total * factor }

  /// What a yearly amount over the horizon is worth today.
  public func total(of yearly: Double) -> Double { yearly / factor }
}

/// Why a sum cannot be spread over years.
public enum YearlyStreamError: Error, Equatable, Sendable, CustomStringConvertible {
  case discountRate(Double)
  case years(Int)

  public var description: String {
    switch self {
    case .discountRate(let rate): "the discount rate is \(rate); give a number from 0 to 1"
    case .years(let count): "a sum spread over \(count) years; give 1 to 1000"
    }
  }
}
