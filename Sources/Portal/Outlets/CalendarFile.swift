import Registry
import Reporting

/// Dates for calendars (RFC 5545): what falls due, runs out or goes on by itself.
struct CalendarFile {
  let reading: Reading
  /// Ends the names of events, which hold for ever, such as `rivers.example`.
  let authority: String

  /// How many dates a calendar holds; the nearest ones.
  static let mostDates = 2_000

  func reply() throws -> Reply {
    var dates: [(due: DueMoment, heading: String, version: Int)] = []
    for type in ObjectKind.allCases.compactMap({ $0.type as? any DatedThing.Type }) {
      func gather<T: DatedThing>(_ type: T.Type) throws {
        try reading.view.each(type, at: T.datedStages) { found in
          dates += found.object.dueMoments.map { ($0, reading.heading(of: found.object), found.version) }
          return true
        }
      }
      try gather(type)
    }
    dates.sort { DueMoment.isBefore($0.due, $1.due) }
    let region = reading.name(of: ObjectID(.region, 1))
    let name = reading.say(OutletPhrase.calendarName, ["region": .text(region)])
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Interlocal//Portal//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))"]
    for (due, heading, version) in dates.prefix(Self.mostDates) { lines += event(due, heading, version) }
    lines.append("END:VCALENDAR")
    let text = lines.map(Self.folded).joined()
    return Reply(
      headers: [
        .init("Content-Type", "text/calendar; charset=utf-8"),
        .init("Content-Disposition", "inline; filename=\"calendar.ics\""),
      ], body: Array(text.utf8))
  }

  private func event(_ due: DueMoment, _ heading: String, _ version: Int) -> [String] {
    let title = heading == due.object.description ? heading : "\(due.object) \(heading)"
    return [
      "BEGIN:VEVENT", "UID:\(due.name)@\(authority)", "DTSTAMP:\(Self.moment(reading.view.now))",
      "DTSTART:\(Self.moment(due.moment))", "SEQUENCE:\(version)",
      "SUMMARY:\(Self.escaped("\(reading.say(due.what)): \(title)"))", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  /// `20260331T120000Z`.
  static func moment(_ moment: Instant) -> String { moment.description.filter { $0 != "-" && $0 != ":" } }

  /// A text as it stands in a property (§3.3.11).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": break
      default: result.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    return result
  }

  /// A line with its end, broken so that no piece has more than 75 octets and none ends within a character (§3.1).
  static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if length + width > 75 {
        result += "\r\n "
        length = 1
      }
      result.unicodeScalars.append(scalar)
      length += width
    }
    return result + "\r\n"
  }
}
