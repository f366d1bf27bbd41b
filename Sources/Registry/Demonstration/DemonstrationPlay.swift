/// The stage manager of a demonstration: keeps the calendar of what is to happen, and sends each order at its moment.
final class DemonstrationPlay {
  private var record: any DemonstrationRecord
  /// The beginning of office hours on each day that is worked.
  let days: [Instant]
  private var plan: [[Step]]
  private var planned = 0
  private let seed: SamplingSeed
  private var drawn: UInt64 = 0
  var now = DemonstrationRegion.begins
  private(set) var orders = 0
  var cast = DemonstrationCast()
  /// What the stories have brought about so far, by the name of the story.
  var agreements: [String: ObjectID] = [:]
  var books: [String: ObjectID] = [:]
  var certificates: [String: ObjectID] = [:]
  var talksBegun = 0

  private struct Step {
    let minute: Int
    let number: Int
    let body: () throws -> Void
  }

  init(_ record: any DemonstrationRecord, seed: UInt64) {
    self.record = record
    self.seed = SamplingSeed(seed)
    let calendar = DemonstrationRegion.calendar
    let first = calendar.day(of: DemonstrationRegion.begins)
    let last = calendar.day(of: DemonstrationRegion.ends)
    var days: [Instant] = []
    var day = first
    while day <= last {
      if calendar.works(day) { days.append(calendar.end(of: day.later(days: -1)).later(by: 9 * 3_600_000)) }
      day = day.later(days: 1)
    }
    self.days = days
    plan = Array(repeating: [], count: days.count)
  }

  /// A number below `bound`, from the seed.
  func draw(below bound: Int) -> Int {
    drawn += 1
    return Int(seed.draw(drawn) % UInt64(bound))
  }

  /// Minutes of office hours in a day that is worked.
  static let minutes = 500

  /// Has something happen at a minute of a worked day; nothing when the history is over by then.
  func at(day: Int, minute: Int, _ body: @escaping () throws -> Void) {
    guard plan.indices.contains(day) else { return }
    planned += 1
    plan[day].append(Step(minute: minute, number: planned, body: body))
  }

  /// The first worked day that begins at `moment` or later.
  func day(from moment: Instant) -> Int { days.firstIndex { $0 >= moment } ?? days.count }

  /// Lets everything happen in its order.
  func run() throws {
    for day in days.indices {
      // The clock of the record runs on its own; here every few days, before the office opens.
      if day % 4 == 0 { try advance(to: days[day].later(by: -300_000)) }
      while let next = plan[day].indices.min(by: { one, other in
        (plan[day][one].minute, plan[day][one].number) < (plan[day][other].minute, plan[day][other].number)
      }) {
        let step = plan[day].remove(at: next)
        now = max(now, days[day].later(by: Int64(step.minute) * 60_000))
        try step.body()
      }
    }
    try advance(to: DemonstrationRegion.ends)
  }

  func advance(to moment: Instant) throws {
    now = max(now, moment)
    try record.advance(to: now)
  }

  /// Lets time do at once what has come: an agreement that was filed enters into force.
  func tick() throws { try record.advance(to: now) }

  /// Sends an order now, and gives the first object of the kind that it changed.
  @discardableResult
  func act<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, by person: DemonstrationPerson
  ) throws -> ObjectID {
    let changed: [ObjectID]
    do {
      changed = try record.submit(Order(type, command, on: id), by: person, at: now)
    } catch let refusal as Refusal {
      throw DemonstrationFault(at: now, order: "\(id?.description ?? T.kind.rawValue) \(command)", refusal: refusal)
    }
    orders += 1
    return id ?? changed.first { $0.kind == T.kind } ?? changed[0]
  }

  /// The object, which the story brought about.
  func read<T: RecordObject>(_ type: T.Type, _ id: ObjectID?) throws -> T {
    guard let id, let object = try record.object(type, id) else {
      throw DemonstrationFault(at: now, order: "read \(T.kind)", refusal: .notFound(id ?? ObjectID(T.kind, 0)))
    }
    return object
  }

  /// The objects of a kind, in the order of their numbers.
  func all(of kind: ObjectKind) throws -> [any RecordObject] {
    func found<T: RecordObject>(_ type: T.Type) throws -> [any RecordObject] {
      var all: [any RecordObject] = []
      while let next = try record.object(type, ObjectID(T.kind, all.count + 1)) { all.append(next) }
      return all
    }
    return try found(kind.type)
  }

  var written: any DemonstrationRecord { record }
}

/// An order of the demonstration that the record refused: then a life cycle has changed, and the demonstration must too.
public struct DemonstrationFault: Error, CustomStringConvertible {
  public let at: Instant
  public let order: String
  public let refusal: Refusal

  public var description: String {
    "the demonstration's order of \(at) was refused: \(refusal) (\(order.prefix(300))); report it"
  }
}

/// One thread of the history: steps one after the other, each on a later moment of office hours.
final class DemonstrationStory {
  let play: DemonstrationPlay
  private(set) var day: Int
  private var minute: Int
  private var isOver = false

  /// - Parameter day: the worked day on which it begins, counted from the first day of the history.
  init(_ play: DemonstrationPlay, from day: Int) {
    self.play = play
    self.day = day
    minute = play.draw(below: 200)
  }

  /// Has the next step happen some worked days later; the same day when there are none.
  func then(_ later: Int = 0, _ body: @escaping () throws -> Void) {
    guard !isOver else { return }
    if later > 0 {
      day += later
      minute = play.draw(below: 240)
    } else {
      minute += 2 + play.draw(below: 7)
      if minute >= DemonstrationPlay.minutes {
        day += 1
        minute = play.draw(below: 120)
      }
    }
    isOver = day >= play.days.count
    play.at(day: day, minute: minute, body)
  }

  /// Passes over time until `days` calendar days after the present moment of the story.
  func wait(calendarDays days: Int) {
    guard !isOver else { return }
    day = max(day + 1, play.day(from: play.days[day].later(days: days)))
    minute = play.draw(below: 240)
    isOver = day >= play.days.count
  }
}
