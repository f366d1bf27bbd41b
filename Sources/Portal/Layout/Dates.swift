import Foundation
import Registry
import Reporting

/// Days and times in words: 21 November 2026, 2026年11月21日.
enum Dates {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// A day.
  static func day(_ day: CalendarDay, in language: Language) -> String {
    let (year, month, number) = day.civil
    return language == .english ? "\(number) \(months[month - 1]) \(year)" : "\(year)年\(month)月\(number)日"
  }

  /// A moment to the minute, in a time zone that is named; UTC when it is unknown.
  static func moment(_ instant: Instant, zone: String?, in language: Language) -> String {
    let known = zone.flatMap(TimeZone.init(identifier:))
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let seconds = (instant.milliseconds / 1000) + Int64(known?.secondsFromGMT(for: date) ?? 0)
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let minute = Int(seconds) - days * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let time = "\(two(minute / 3600)):\(two(minute / 60 % 60))"
    let text = day(CalendarDay(daysSince1970: days), in: language)
    return "\(text)\(language == .english ? ", " : " ")\(time)\(known == nil ? " UTC" : "")"
  }
}
