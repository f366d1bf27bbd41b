/// Sums of money as people write them.
extension Amount {
  /// Reads an amount written in digits: `1,234.56`, `1234.56`, `-1,234` and nothing looser.
  ///
  /// Commas part groups of three, all of them or none. After the point stand as many digits as the currency has, or
  /// there is no point. Leading zeros, plus signs, blanks, other digits than 0 to 9 and a currency's name are
  /// refused: a text that two people could read in two ways is no amount.
  ///
  /// - Throws: ``MoneyError`` naming `place`: no amount, a wrong number of decimals, or beyond 64 bits.
  public init(parsing text: String, in currency: Currency, at place: String = "amount") throws(MoneyError) {
    let fault = MoneyError(at: place, .notAnAmount(String(text.prefix(40)), currency))
    var rest = Substring(text).utf8
    let negative = rest.first == UInt8(ascii: "-")
    if negative { rest = rest.dropFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty else { throw fault }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let digits = groups.joined()
    guard digits.allSatisfy(isDigit),
      groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 }),
      digits.first != UInt8(ascii: "0") || whole.count == 1
    else { throw fault }
    let decimals = parts.count > 1 ? parts[1] : rest.prefix(0)
    guard decimals.allSatisfy(isDigit), parts.count == 1 || !decimals.isEmpty else { throw fault }
    guard parts.count == 1 || decimals.count == currency.minorDigits else {
      throw MoneyError(at: place, .decimals(given: decimals.count, currency))
    }
    var minor: Int64 = 0
    let missing = parts.count == 1 ? currency.minorDigits : 0
    for digit in Array(digits) + Array(decimals) + Array(repeating: UInt8(ascii: "0"), count: missing) {
      let value = Int64(digit - UInt8(ascii: "0"))
      // Downwards, so that the smallest number of 64 bits can be read as well.
      let (tenfold, tooMany) = minor.multipliedReportingOverflow(by: 10)
      let (next, tooLow) = tenfold.subtractingReportingOverflow(value)
      guard !tooMany, !tooLow else { throw MoneyError(at: place, .beyondRange) }
      minor = next
    }
    guard negative || minor != .min else { throw MoneyError(at: place, .beyondRange) }
    guard !(negative && minor == 0) else { throw fault }
    self.init(minor: negative ? minor : -minor, of: currency)
  }

  /// The amount in digits with commas, as ``init(parsing:in:at:)`` reads it: `-1,234.56`.
  public var figure: String { written(grouped: true) }

  /// The amount in digits without commas, for tables that machines read: `-1234.56`.
  public var plainFigure: String { written(grouped: false) }

  /// `1,234.56 CNY`.
  public var description: String { "\(figure) \(currency)" }

  private func written(grouped: Bool) -> String {
    let unit = UInt64(currency.minorPerUnit)
    let whole = String(minor.magnitude / unit)
    var text = minor < 0 ? "-" : ""
    for (position, digit) in whole.enumerated() {
      if grouped && position > 0 && (whole.count - position) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    if currency.minorDigits > 0 {
      let decimals = String(minor.magnitude % unit)
      text += "." + String(repeating: "0", count: currency.minorDigits - decimals.count) + decimals
    }
    return text
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
