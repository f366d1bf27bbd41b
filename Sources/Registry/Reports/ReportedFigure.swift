/// A whole number with its unit: what reports count in.
///
///     ReportedFigure(1_250_000, "CNY")  // 12 500.00 yuan
///     ReportedFigure(42, "km")
public struct ReportedFigure: Codable, Hashable, Sendable {
  /// Of money in minor units (fen, cents); from minus to plus ``limit``.
  public let amount: Int64
  /// A code of ISO 4217 for money, otherwise a short unit such as `km` or `mg/l`.
  public let unit: String

  public init(_ amount: Int64, _ unit: String) { (self.amount, self.unit) = (amount, unit) }

  /// 10¹⁵: so small that the sum of all lines of a joint report always fits an Int64.
  public static let limit: Int64 = 1_000_000_000_000_000
}

/// How a figure came from another currency or unit: `original` times `numerator` over `denominator`, rounded half
/// away from zero.
public struct Conversion: Codable, Hashable, Sendable {
  public let original: ReportedFigure
  /// Of the rate; at least 1.
  public let numerator: Int64
  /// Of the rate; at least 1.
  public let denominator: Int64

  public init(of original: ReportedFigure, numerator: Int64, denominator: Int64) {
    (self.original, self.numerator, self.denominator) = (original, numerator, denominator)
  }

  /// The converted amount; nothing when the rate is not positive or the amount exceeds ``ReportedFigure/limit``.
  public var amount: Int64? {
    guard numerator >= 1, denominator >= 1 else { return nil }
    // An Int64 times an Int64, twice, always fits an Int128.
    let doubled = 2 * (Int128(original.amount).magnitude * Int128(numerator).magnitude)
    let rounded = (doubled + Int128(denominator).magnitude) / (2 * Int128(denominator).magnitude)
    guard rounded <= Int128(ReportedFigure.limit).magnitude else { return nil }
    return original.amount < 0 ? -Int64(rounded) : Int64(rounded)
  }

  /// Whether the other converts from the same unit at the same rate.
  public func hasRate(of other: Conversion) -> Bool {
    original.unit == other.original.unit && numerator == other.numerator && denominator == other.denominator
  }
}

extension Scene {
  /// A figure that may stand in an event: within the limit, with a unit.
  func checked(_ figure: ReportedFigure, as field: String) throws(Refusal) -> ReportedFigure {
    guard (-ReportedFigure.limit...ReportedFigure.limit).contains(figure.amount) else {
      throw .invalid(
        field: field, fault: "\(figure.amount) is beyond ±\(ReportedFigure.limit)", remedy: "use a greater unit")
    }
    return ReportedFigure(figure.amount, try checked(figure.unit, as: "\(field).unit", limit: 20))
  }
}
