/// A region to look at and to try things in: *Three Rivers Co-operation Region* / 三川合作区, invented, with two years of
/// history.
///
/// Nothing is written past the rules: the history is orders that its people send, each at its moment, and the record
/// decides them as it decides all others. The same seed sends the same orders at the same moments.
public struct DemonstrationRegion: Sendable {
  public let seed: UInt64

  public init(seed: UInt64 = 7) { self.seed = seed }

  /// Friday, 2024-11-01, 09:00 in Shanghai.
  public static let begins = Instant(milliseconds: 1_730_422_800_000)
  /// Saturday, 2026-10-31, 09:00 in Shanghai.
  public static let ends = Instant(milliseconds: 1_793_408_400_000)

  /// The fields of cooperation.
  public static let fields = ["emergency", "industry", "services", "standards", "taxation", "transport", "water"]

  /// A five-day week with sample holidays.
  static let calendar = WorkingCalendar(
    zone: "Asia/Shanghai", version: "sample-1",
    holidays: [
      (2025, 1, 1...1), (2025, 1, 28...31), (2025, 2, 1...4), (2025, 5, 1...5), (2025, 10, 1...8), (2026, 1, 1...1),
      (2026, 2, 16...23), (2026, 5, 1...5), (2026, 10, 1...8),
    ].flatMap { year, month, days in days.compactMap { CalendarDay(year: year, month: month, day: $0) } })

  /// Lets the two years pass in an empty record.
  ///
  /// - Returns: the record as it stands then, and what there is in it.
  /// - Throws: ``DemonstrationFault`` when an order is refused, and whatever else the record throws.
  public func play<Record: DemonstrationRecord>(
    in record: Record
  ) throws -> (record: Record, summary: DemonstrationSummary) {
    let play = DemonstrationPlay(record, seed: seed)
    try play.found()
    play.fileProblems()
    play.makeAgreements()
    try play.run()
    let summary = try DemonstrationSummary(of: play)
    guard let record = play.written as? Record else { preconditionFailure("the record changed its type") }
    return (record, summary)
  }
}

/// What a demonstration has brought about, and as whom one can try it.
public struct DemonstrationSummary: Sendable {
  /// How many objects of a kind stand in which stage.
  public struct Count: Hashable, Sendable {
    public let kind: ObjectKind
    public let stage: String
    public let count: Int
  }

  /// Somebody in the region, with the powers delegated to the appointment.
  public struct Person: Hashable, Sendable {
    public let appointment: ObjectID
    public let delegation: ObjectID?
    public let role: Role
    public let organisation: ObjectID
    public let nameEnglish: String
    public let nameChinese: String
  }

  /// By kind and then by stage, in the order of the life cycles.
  public let counts: [Count]
  /// In the order of their appointments.
  public let people: [Person]
  /// How many orders were sent.
  public let orders: Int

  /// How many objects of a kind there are, in one stage or in all.
  public func count(of kind: ObjectKind, in stage: String? = nil) -> Int {
    counts.filter { $0.kind == kind && (stage == nil || $0.stage == stage) }.map(\.count).reduce(0, +)
  }

  init(of play: DemonstrationPlay) throws {
    var counts: [Count] = []
    for kind in ObjectKind.allCases {
      func count<T: RecordObject>(_ type: T.Type) throws {
        let all = try play.all(of: kind)
        for stage in T.Stage.allCases {
          let there = all.count { ($0 as? T)?.stage == stage }
          if there > 0 { counts.append(Count(kind: kind, stage: stage.rawValue, count: there)) }
        }
      }
      try count(kind.type)
    }
    self.counts = counts
    people = play.cast.people
    orders = play.orders
  }
}
