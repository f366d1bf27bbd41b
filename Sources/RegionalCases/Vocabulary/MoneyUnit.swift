/// What one unit of money in the case is: a scale of a currency, in the prices of a year.
public struct MoneyUnit: Hashable, Sendable, CustomStringConvertible {
  /// How many units of currency one unit of money is.
  public enum Scale: String, Hashable, Sendable, Codable, CaseIterable {
    case one, thousand, million, billion

    /// How many whole units of currency one is.
    public var factor: Double {
      switch self {
      case .one: 1
      case .thousand: 1e3
      case .million: 1e6
      case .billion: 1e9
      }
    }
  }

  /// Three capitals after ISO 4217.
  public let currency: String
  /// How many units of currency one is.
  public let scale: Scale
  /// The year whose prices count, if told.
  public let priceYear: Int?

  /// As in `million SEK (1978 prices)`.
  public var description: String {
    (scale == .one ? "" : scale.rawValue + " ") + currency + (priceYear.map { " (\($0) prices)" } ?? "")
  }
}

/// What the costs of a case are costs of.
public enum CostPeriod: String, Hashable, Sendable, Codable, CaseIterable {
  /// The whole undertaking, once.
  case total
  /// One year.
  case year
}
