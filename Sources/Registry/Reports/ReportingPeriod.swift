/// The days that a report is about, the first and the last among them.
public struct ReportingPeriod: Codable, Hashable, Sendable, CustomStringConvertible {
  public let from: CalendarDay
  public let through: CalendarDay

  public init(from: CalendarDay, through: CalendarDay) { (self.from, self.through) = (from, through) }

  /// As ISO 8601 writes an interval: `2026-01-01/2026-03-31`.
  public var description: String { "\(from)/\(through)" }

  /// The period, when its days are in order.
  func checked() throws(Refusal) -> ReportingPeriod {
    guard from <= through else {
      throw .invalid(field: "period", fault: "it ends before it begins", remedy: "give the first day and the last day")
    }
    return self
  }
}
