import Foundation

/// Which days are worked in a jurisdiction: its weekend, its holidays, and the weekend days that are worked instead.
public struct WorkingCalendar: Codable, Hashable, Sendable {
  /// Of the time zone database, such as `Asia/Shanghai`.
  public let zone: String
  /// The version of the list of days, named in every deadline.
  public let version: String
  public let holidays: [CalendarDay]
  /// Days of a weekend that are worked by order (调休).
  public let workedWeekends: [CalendarDay]

  public init(zone: String, version: String, holidays: [CalendarDay] = [], workedWeekends: [CalendarDay] = []) {
    (self.zone, self.version) = (zone, version)
    (self.holidays, self.workedWeekends) = (holidays.sorted(), workedWeekends.sorted())
  }

  /// Whether the time zone is one of the data base.
  public var isKnown: Bool { TimeZone(identifier: zone) != nil }

  /// Whether the day is worked.
  public func works(_ day: CalendarDay) -> Bool {
    if day.weekday >= 6 { return workedWeekends.contains(day) }
    return !holidays.contains(day)
  }

  /// The day it is in the jurisdiction at `moment`.
  public func day(of moment: Instant) -> CalendarDay {
    let local = moment.later(by: offset(at: moment))
    return CalendarDay(daysSince1970: Int(local.milliseconds.quotientRoundedDown(by: Instant.millisecondsADay)))
  }

  /// The moment at which the day is over in the jurisdiction.
  public func end(of day: CalendarDay) -> Instant {
    let midnight = Instant(milliseconds: Int64(day.daysSince1970 + 1) * Instant.millisecondsADay)
    return midnight.later(by: -offset(at: midnight.later(by: -offset(at: midnight))))
  }

  /// The end of the last day of a term of working days; the day it begins on is not counted.
  public func deadline(from moment: Instant, workingDays: Int) -> Deadline {
    var day = day(of: moment)
    var left = workingDays
    while left > 0 {
      day = day.later(days: 1)
      if works(day) { left -= 1 }
    }
    return Deadline(begins: moment, workingDays: workingDays, calendar: version, due: end(of: day))
  }

  private func offset(at moment: Instant) -> Int64 {
    let seconds = TimeZone(identifier: zone)?.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    return Int64(seconds ?? 0) * 1000
  }
}

/// A moment by which something must be done, with what is needed to compute it anew.
public struct Deadline: Codable, Hashable, Sendable {
  public let begins: Instant
  public let workingDays: Int
  /// The version of the calendar it was computed with.
  public let calendar: String
  public let due: Instant
}
