/// The region whose cooperation this record keeps: its names, money, fields of cooperation, clocks and limits.
public struct Region: RecordObject {
  public enum Stage: String, RecordStage { case established }

  /// What the region has settled for itself.
  public struct Charter: Codable, Hashable, Sendable {
    public var nameEnglish: String
    public var nameChinese: String
    /// ISO 4217.
    public var currency: String
    /// Fields of cooperation by their short names, such as `water`.
    public var fields: [String]
    public var calendar: WorkingCalendar
    /// Working days within which a filed problem is answered.
    public var answerWithin: Int
    /// Days for which a question to the filer may stop the clock.
    public var clarificationLimit: Int

    public init(
      nameEnglish: String, nameChinese: String, currency: String, fields: [String], calendar: WorkingCalendar,
      answerWithin: Int = 10, clarificationLimit: Int = 60
    ) {
      (self.nameEnglish, self.nameChinese, self.currency) = (nameEnglish, nameChinese, currency)
      (self.fields, self.calendar) = (fields, calendar)
      (self.answerWithin, self.clarificationLimit) = (answerWithin, clarificationLimit)
    }
  }

  public enum Command: RecordCommand {
    case establish(charter: Charter)
    case revise(charter: Charter)
  }

  public enum Event: RecordEvent {
    case established(charter: Charter)
    case revised(charter: Charter)

    public var act: String {
      switch self {
      case .established: "establish"
      case .revised: "revise"
      }
    }
  }

  public static let kind = ObjectKind.region
  /// Whoever sets the record up establishes the region, before there is any appointment; once only.
  public static let lifeCycle = LifeCycle<Region>(
    opening: .init("establish", from: [], to: .established, by: [.clock]),
    [.init("revise", from: [.established], to: nil, by: [.conference])])

  public let id: ObjectID
  public private(set) var stage: Stage
  public private(set) var charter: Charter
  public var audience: Audience { .everybody }

  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .established(let charter) = event else { return nil }
    (self.id, stage, self.charter) = (id, .established, charter)
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    switch event {
    case .established: break
    case .revised(let charter): self.charter = charter
    }
  }

  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .establish(let charter):
      try scene.permitOpening(Region.self)
      guard scene.region == nil else {
        throw .conditionFails("one region a record", act: "establish", remedy: "keep another region in another record")
      }
      try check(charter, in: scene)
      scene.open(Region.self, with: .established(charter: charter))
    case .revise(let charter):
      let region = try scene.visible(Region.self, id)
      try check(charter, in: scene)
      try scene.act(.revised(charter: charter), on: region)
    }
  }

  private static func check(_ charter: Charter, in scene: borrowing Scene) throws(Refusal) {
    _ = try scene.checked(charter.nameEnglish, as: "nameEnglish")
    _ = try scene.checked(charter.nameChinese, as: "nameChinese")
    guard (try? Currency(code: charter.currency)) != nil else {
      throw .invalid(
        field: "currency", fault: "'\(charter.currency)' is no code of ISO 4217", remedy: "write CNY or USD")
    }
    try check(charter.calendar, in: scene)
    guard (1...100).contains(charter.fields.count), Set(charter.fields).count == charter.fields.count else {
      throw .invalid(
        field: "fields", fault: "none is given, one twice, or more than 100",
        remedy: "name each field of cooperation once")
    }
    for field in charter.fields { _ = try scene.checked(field, as: "fields", limit: 40) }
    guard (1...250).contains(charter.answerWithin), (1...365).contains(charter.clarificationLimit) else {
      throw .invalid(
        field: "answerWithin", fault: "a limit is outside what can be kept",
        remedy: "answer within 1 to 250 working days, and let questions stop the clock for 1 to 365 days")
    }
  }
  /// An unknown time zone would silently count as UTC and move every deadline.
  private static func check(_ calendar: WorkingCalendar, in scene: borrowing Scene) throws(Refusal) {
    guard calendar.isKnown else {
      throw .invalid(
        field: "zone", fault: "'\(calendar.zone)' is no time zone", remedy: "name one such as Asia/Shanghai")
    }
    _ = try scene.checked(calendar.version, as: "version", limit: 40)
    let days = calendar.holidays.count + calendar.workedWeekends.count
    guard days <= 2000 else {
      throw .invalid(
        field: "holidays", fault: "\(days) days are named, at most 2000 fit", remedy: "leave out past years")
    }
  }
}
