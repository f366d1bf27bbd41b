extension Commitment {
  /// How often a duty falls due: every month, quarter or year, a bounded number of times.
  public struct Recurrence: Codable, Hashable, Sendable {
    /// How often it recurs.
    public enum Period: String, Codable, Hashable, CaseIterable, Sendable {
      case month, quarter, year

      var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
      }
    }

    public let every: Period
    /// How many times in all, from 2 to 120.
    public let times: Int

    static let range = 2...120

    public init(every: Period, times: Int) { (self.every, self.times) = (every, times) }

    /// When an occurrence is due: at the same hour of the same day of the month as the first, or of the last day when
    /// the month is shorter.
    ///
    /// - Parameters:
    ///   - occurrence: from 1.
    ///   - first: when the first one was due.
    ///   - calendar: whose days are meant.
    public func due(_ occurrence: Int, first: Instant, in calendar: WorkingCalendar) -> Instant {
      let day = calendar.day(of: first)
      let begins = calendar.end(of: day.later(days: -1))
      let (year, month, dayOfMonth) = day.civil
      let months = year * 12 + month - 1 + (occurrence - 1) * every.months
      // Day 28 exists in every month; the years stay below 9999, since nothing recurs for more than 120 years.
      var target = day
      for length in stride(from: dayOfMonth, through: 28, by: -1).map({ $0 }) + [min(dayOfMonth, 28)] {
        if let found = CalendarDay(year: months / 12, month: months % 12 + 1, day: length) {
          target = found
          break
        }
      }
      return calendar.end(of: target.later(days: -1)).later(by: first.milliseconds - begins.milliseconds)
    }
  }
}
