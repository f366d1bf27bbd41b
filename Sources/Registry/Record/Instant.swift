/// A moment, in milliseconds since 1970-01-01T00:00:00Z: what every clock of the record counts in.
public struct Instant: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (one: Instant, other: Instant) -> Bool { one.milliseconds < other.milliseconds }

  /// The moment `milliseconds` later; at the end of what an Int64 holds it stays there.
  public func later(by milliseconds: Int64) -> Instant {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    return Instant(milliseconds: overflow ? (milliseconds > 0 ? .max : .min) : sum)
  }

  /// The moment `days` times 24 hours later.
  public func later(days: Int) -> Instant { later(by: Int64(days) * Self.millisecondsADay) }

  public static let millisecondsADay: Int64 = 86_400_000

  /// As ISO 8601 in UTC, to the second: `2026-03-01T12:00:00Z`.
  public var description: String {
    let seconds = milliseconds.quotientRoundedDown(by: 1000)
    let day = CalendarDay(daysSince1970: Int(seconds.quotientRoundedDown(by: 86_400)))
    let second = Int(seconds - Int64(day.daysSince1970) * 86_400)
    return "\(day)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }

  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

/// A day of the Gregorian calendar without a time zone: `2026-03-01`.
public struct CalendarDay: Hashable, Comparable, Codable, Sendable, CustomStringConvertible, LosslessStringConvertible {
  public let daysSince1970: Int

  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// A day by its year, month and day of the month; nothing when there is no such day (years 1 to 9999).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    // Counted from 1 March of year 0, so that the leap day is a year's last (Hinnant, 2014, days_from_civil).
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    daysSince1970 = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    let back = civil
    guard back == (year, month, day) else { return nil }
  }

  /// A day from its text `2026-03-01`.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1)
  }

  /// Monday is 1, Sunday is 7 (ISO 8601).
  public var weekday: Int { Int((Int64(daysSince1970) + 3).remainderRoundedDown(by: 7)) + 1 }

  /// The day so many days later.
  public func later(days: Int) -> CalendarDay { CalendarDay(daysSince1970: daysSince1970 + days) }

  public static func < (one: CalendarDay, other: CalendarDay) -> Bool { one.daysSince1970 < other.daysSince1970 }

  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = CalendarDay(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no day; write year-month-day, such as 2026-03-01")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity, for a positive divisor.
  func quotientRoundedDown(by divisor: Int64) -> Int64 { self / divisor - (self % divisor < 0 ? 1 : 0) }

  /// The remainder from 0 to the divisor, the divisor left out, for a positive divisor.
  func remainderRoundedDown(by divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}

private func padded(_ number: Int, to width: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
