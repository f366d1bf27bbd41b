/// A date as exactly as it is known: a year, a month or a day, in the Gregorian calendar.
public struct CaseDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 1...9999.
  public let year: Int
  /// 1...12, if known.
  public let month: Int?
  /// 1...31 as the month allows, if known; then ``month`` is known too.
  public let day: Int?

  /// The date that an ISO 8601 text such as `1980`, `1980-05` or `1980-05-01` gives; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    guard numbers[0] >= 1 else { return nil }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    if numbers.count > 2, !(1...Self.days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2]) { return nil }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The year as a number, with the part of the year gone by; an unknown month or day counts as its first.
  public var yearFraction: Double {
    var gone = 0
    for earlier in 1..<(month ?? 1) { gone += Self.days(inMonth: earlier, of: year) }
    gone += (day ?? 1) - 1
    return Double(year) + Double(gone) / (Self.days(inMonth: 2, of: year) == 29 ? 366 : 365)
  }

  /// By year, month, day; a less exact date comes before the days within it.
  public static func < (left: CaseDate, right: CaseDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  /// As in ISO 8601, as exactly as it is known.
  public var description: String {
    [(year, 4), (month, 2), (day, 2)].compactMap { number, width in
      number.map { String(repeating: "0", count: max(0, width - "\($0)".count)) + "\($0)" }
    }.joined(separator: "-")
  }
}
