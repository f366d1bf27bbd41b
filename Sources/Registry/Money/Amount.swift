/// A sum of money: whole minor units of one currency, never a rounded number.
///
///     let share = try Amount(parsing: "1,234.56", in: .cny)
///     share.minor                       // 123 456 fen
///     try share.adding(share)           // 2,469.12 CNY
///
/// In JSON it is `{"currency":"CNY","minor":123456}`. Below zero it is owed the other way.
public struct Amount: Hashable, Sendable, Codable, CustomStringConvertible {
  /// In which it is owed.
  public let currency: Currency
  /// Whole minor units: fen, öre, cents.
  public let minor: Int64

  /// Any number of minor units; there is no wrong one.
  public init(minor: Int64, of currency: Currency) {
    self.currency = currency
    self.minor = minor
  }

  /// Nothing of a currency.
  public static func zero(_ currency: Currency) -> Amount { Amount(minor: 0, of: currency) }

  /// Whether nothing is owed.
  public var isZero: Bool { minor == 0 }

  /// The sum of both.
  ///
  /// - Throws: ``MoneyError`` where the currencies differ or the sum has no room.
  public func adding(_ other: Amount, at place: String = "sum") throws(MoneyError) -> Amount {
    try checkCurrency(other, at: place)
    let (sum, overflow) = minor.addingReportingOverflow(other.minor)
    guard !overflow else { throw MoneyError(at: place, .beyondRange) }
    return Amount(minor: sum, of: currency)
  }

  /// This less the other.
  ///
  /// - Throws: ``MoneyError`` where the currencies differ or the difference has no room.
  public func subtracting(_ other: Amount, at place: String = "difference") throws(MoneyError) -> Amount {
    try checkCurrency(other, at: place)
    let (difference, overflow) = minor.subtractingReportingOverflow(other.minor)
    guard !overflow else { throw MoneyError(at: place, .beyondRange) }
    return Amount(minor: difference, of: currency)
  }

  /// The same sum owed the other way.
  ///
  /// - Throws: ``MoneyError`` for the smallest number of 64 bits, which has no counterpart.
  public func negated(at place: String = "amount") throws(MoneyError) -> Amount {
    try Amount.zero(currency).subtracting(self, at: place)
  }

  /// A fraction of it, rounded once to the nearest minor unit, halves away from zero.
  ///
  /// - Throws: ``MoneyError`` where the product has no room.
  public func multiplied(by factor: Ratio, at place: String = "product") throws(MoneyError) -> Amount {
    let negative = (minor < 0) != (factor.numerator < 0)
    let divisor = factor.denominator.magnitude
    let product = UInt128(minor.magnitude).multipliedFullWidth(by: factor.numerator.magnitude)
    guard product.high < divisor else { throw MoneyError(at: place, .beyondRange) }
    var (quotient, remainder) = divisor.dividingFullWidth(product)
    // Half or more of the divisor is left: written so that nothing can overflow.
    if remainder >= divisor - remainder { quotient += quotient == .max ? 0 : 1 }
    guard let whole = Int64(exactly: negative ? -Int128(clamping: quotient) : Int128(clamping: quotient)) else {
      throw MoneyError(at: place, .beyondRange)
    }
    return Amount(minor: whole, of: currency)
  }

  /// Whether it is less than another sum of its currency.
  ///
  /// - Throws: ``MoneyError`` where the currencies differ.
  public func isLess(than other: Amount, at place: String = "comparison") throws(MoneyError) -> Bool {
    try checkCurrency(other, at: place)
    return minor < other.minor
  }

  /// The sum of all, nothing of `currency` for none. Only the total needs room, not what is summed on the way.
  ///
  /// - Throws: ``MoneyError`` where a currency differs or the total has no room.
  public static func sum(of amounts: some Sequence<Amount>, in currency: Currency, at place: String = "sum")
    throws(MoneyError) -> Amount
  {
    var total: Int128 = 0
    for amount in amounts {
      try Amount.zero(currency).checkCurrency(amount, at: place)
      total += Int128(amount.minor)  // 2⁶³ summands would be needed to leave 128 bits
    }
    guard let whole = Int64(exactly: total) else { throw MoneyError(at: place, .beyondRange) }
    return Amount(minor: whole, of: currency)
  }

  private func checkCurrency(_ other: Amount, at place: String) throws(MoneyError) {
    guard other.currency == currency else {
      throw MoneyError(at: place, .mixedCurrencies(currency, other.currency))
    }
  }

  private enum CodingKeys: String, CodingKey {
    case currency, minor
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    currency = try container.decode(Currency.self, forKey: .currency)
    minor = try container.decode(Int64.self, forKey: .minor)
  }
}
