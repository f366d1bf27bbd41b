import Registry
import Reporting

/// Sums of money as people read them: `¥1,234.56`, and large ones in words, `3亿元` or `¥300 million`.
struct MoneyWords {
  let language: Language

  /// The sum to its last minor unit, behind the sign of its currency: `−¥1,234.56`.
  func figure(_ amount: Amount) -> String {
    let digits = amount.figure
    let isOwed = amount.minor < 0
    return (isOwed ? Numeral.minus : "") + Self.sign(amount.currency) + (isOwed ? String(digits.dropFirst()) : digits)
  }

  /// The sum in words where it is large and nothing is lost by it: in Chinese from 万 (10⁴) and 亿 (10⁸) on, in English
  /// from a million on, with at most four decimals; otherwise nothing.
  func large(_ amount: Amount) -> String? {
    let steps: [(power: Int, word: String)] =
      language == .chinese ? [(8, "亿"), (4, "万")] : [(9, " billion"), (6, " million")]
    for (power, word) in steps {
      guard let count = Self.count(amount.minor, power: power + amount.currency.minorDigits) else { continue }
      let sign = amount.minor < 0 ? Numeral.minus : ""
      return language == .chinese
        ? "\(sign)\(count)\(word)\(Self.unit(amount.currency))" : "\(sign)\(Self.sign(amount.currency))\(count)\(word)"
    }
    return nil
  }

  /// The figure, and its words where it is large: `¥300,000,000.00 (3亿元)`.
  func text(_ amount: Amount) -> String {
    guard let large = large(amount) else { return figure(amount) }
    return language == .chinese ? "\(figure(amount))（\(large)）" : "\(figure(amount)) (\(large))"
  }

  /// How many times ten to the power a number is, when at least once and exactly to four decimals.
  private static func count(_ minor: Int64, power: Int) -> String? {
    // A currency of four digits and a billion need thirteen places: far within 64 bits.
    let unit = (0..<power).reduce(UInt64(1)) { unit, _ in unit * 10 }
    let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: unit)
    let step = unit / 10_000
    guard whole >= 1, rest.isMultiple(of: step) else { return nil }
    let written = Numeral.whole(Int(whole))
    guard rest > 0 else { return written }
    let decimals = String(rest / step)
    var fraction = String(repeating: "0", count: 4 - decimals.count) + decimals
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(written).\(fraction)"
  }

  /// Before the figure; a currency without a sign of its own is named by its code.
  private static func sign(_ currency: Currency) -> String {
    switch currency.code {
    case "CNY": "¥"
    case "EUR": "€"
    case "USD": "$"
    case "GBP": "£"
    default: "\(currency.code)\u{A0}"
    }
  }

  /// After words in Chinese.
  private static func unit(_ currency: Currency) -> String {
    switch currency.code {
    case "CNY": "元"
    case "EUR": "欧元"
    case "USD": "美元"
    case "GBP": "英镑"
    case "SEK": "瑞典克朗"
    case "JPY": "日元"
    default: currency.code
    }
  }
}

extension Reading {
  /// A sum as people read it.
  func money(_ amount: Amount) -> String { MoneyWords(language: language).text(amount) }

  /// A sum as a figure alone, for columns.
  func moneyFigure(_ amount: Amount) -> String { MoneyWords(language: language).figure(amount) }

  /// A reported figure: money in its currency, anything else with its unit.
  func figure(_ figure: ReportedFigure) -> String {
    if let currency = try? Currency(code: figure.unit) {
      return moneyFigure(Amount(minor: figure.amount, of: currency))
    }
    let unit = figure.unit == "percent" || figure.unit == "%" ? "%" : "\u{A0}\(figure.unit)"
    return "\(Numeral.whole(Int(figure.amount)))\(unit)"
  }
}
