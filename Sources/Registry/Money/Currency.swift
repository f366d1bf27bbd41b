/// A currency of ISO 4217: its code and how many decimal digits its minor unit takes.
///
///     try Currency(code: "CNY").minorDigits  // 2: 100 fen are a yuan
///     try Currency(code: "JPY").minorDigits  // 0
///
/// The digits come from the code, so no two amounts of one currency can be read in different units. In JSON a
/// currency is its code.
///
/// Source: ISO 4217, the list of current currencies in force from 1 January 2026. Metals, test codes and units of
/// account without a minor unit are left out: nothing is owed in them.
public struct Currency: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Three capital letters.
  public let code: String
  /// Decimal digits of the minor unit, 0 to 4.
  public let minorDigits: Int

  /// - Parameters:
  ///   - code: three capital letters on the list.
  ///   - place: where the code stands, for the refusal.
  /// - Throws: ``MoneyError`` with ``MoneyError/Fault/unknownCurrency(_:)``.
  public init(code: String, at place: String = "currency") throws(MoneyError) {
    guard let digits = Self.digitsByCode[code] else {
      throw MoneyError(at: place, .unknownCurrency(String(code.prefix(16))))
    }
    self.code = code
    minorDigits = digits
  }

  private init(listed code: String, minorDigits: Int) {
    self.code = code
    self.minorDigits = minorDigits
  }

  /// The yuan renminbi, in fen.
  public static let cny = Currency(listed: "CNY", minorDigits: 2)
  /// The Swedish krona, in öre.
  public static let sek = Currency(listed: "SEK", minorDigits: 2)
  /// The euro, in cents.
  public static let eur = Currency(listed: "EUR", minorDigits: 2)

  /// Every currency on the list, by code.
  public static var all: [Currency] {
    digitsByCode.map { Currency(listed: $0.key, minorDigits: $0.value) }.sorted()
  }

  /// Minor units in one unit: 1, 10, 100, 1 000 or 10 000.
  public var minorPerUnit: Int64 { (0..<minorDigits).reduce(1) { unit, _ in unit * 10 } }

  public var description: String { code }

  public static func < (first: Currency, second: Currency) -> Bool { first.code < second.code }

  public init(from decoder: any Decoder) throws {
    let code = try decoder.singleValueContainer().decode(String.self)
    try self.init(code: code, at: decoder.place)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }

  private static let digitsByCode: [String: Int] = {
    var digits: [String: Int] = [:]
    for (count, codes) in [
      (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
      (
        2,
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF \
        CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL \
        HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU \
        MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR \
        SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED \
        VES WST XAD XCD XCG YER ZAR ZMW ZWG
        """
      ),
      (3, "BHD IQD JOD KWD LYD OMR TND"),
      (4, "CLF UYW"),
    ] {
      for code in codes.split(separator: " ") { digits[String(code)] = count }
    }
    return digits
  }()
}
