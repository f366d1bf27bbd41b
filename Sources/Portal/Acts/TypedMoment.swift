import Foundation
import Registry

/// A moment as forms hold it, such as `2026-03-31T12:00`: told by the clocks of a time zone, as pages show moments.
enum TypedMoment {
  /// What is typed, in milliseconds since 1970; seconds and a Z, for UTC, may follow. Nothing when it is no moment, or
  /// one that clocks skip when summer begins; of an hour that they show twice, the first.
  static func read(_ text: String, in zone: TimeZone) -> Int64? {
    let isUniversal = text.hasSuffix("Z")
    let halves = (isUniversal ? text.dropLast() : Substring(text)).split(whereSeparator: { $0 == "T" || $0 == " " })
    guard (1...2).contains(halves.count), let day = CalendarDay(String(halves[0])) else { return nil }
    var seconds = Int64(day.daysSince1970) * 86_400
    if halves.count == 2 {
      let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { $0.count == 2 ? Int64($0) : nil }
      guard (2...3).contains(parts.count), numbers.count == parts.count, (0..<24).contains(numbers[0]),
        (0..<60).contains(numbers[1]), (0..<60).contains(numbers.count == 3 ? numbers[2] : 0)
      else { return nil }
      seconds += numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
    guard !isUniversal else { return seconds * 1000 }
    // Clocks are set at most once within a day on either side.
    let moments = [seconds - 86_400, seconds + 86_400].map { seconds - zone.offset(at: $0) }
    return moments.filter { $0 + zone.offset(at: $0) == seconds }.min().map { $0 * 1000 }
  }

  /// A moment as ``read(_:in:)`` reads it; seconds only where there are any, and in UTC where they do not tell the
  /// moment alone.
  static func written(_ milliseconds: Int64, in zone: TimeZone) -> String {
    func text(_ milliseconds: Int64) -> String {
      let text = Instant(milliseconds: milliseconds).description.dropLast()
      return String(text.hasSuffix(":00") ? text.dropLast(3) : text)
    }
    let seconds = Int64((Double(milliseconds) / 1000).rounded(.down))
    let local = text(milliseconds + zone.offset(at: seconds) * 1000)
    return read(local, in: zone) == seconds * 1000 ? local : text(milliseconds) + "Z"
  }
}

extension TimeZone {
  /// By how many seconds its clocks are ahead of UTC, so many seconds after 1970 began.
  fileprivate func offset(at seconds: Int64) -> Int64 {
    Int64(secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
  }
}

extension Reading {
  /// The region's own time; UTC where there is no region.
  var zone: TimeZone { (region?.charter.calendar.zone).flatMap(TimeZone.init(identifier:)) ?? .gmt }
}
