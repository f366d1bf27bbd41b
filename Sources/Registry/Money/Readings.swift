/// A value that a transfer hangs on, measured for a period and put on record at a time.
///
/// In JSON `{"measure":"P","period":"2012","value":"0.833","recorded":1358000000000}`.
public struct Reading: Hashable, Sendable, Codable {
  /// What was measured: `P`, `total nitrogen`, `quality class`.
  public let measure: String
  /// For when, in the words of the agreement: `2012`, `2012-07`.
  public let period: String
  /// In the unit of its references and limits.
  public let value: Ratio
  /// When it came on record: milliseconds since 1970 in UTC.
  public let recorded: Int64

  /// - Throws: ``MoneyError`` for an unusable name.
  public init(
    _ measure: String, in period: String, is value: Ratio, recorded: Int64, at place: String = "reading"
  ) throws(MoneyError) {
    try checkName(measure, at: "\(place).measure")
    try checkName(period, at: "\(place).period")
    self.measure = measure
    self.period = period
    self.value = value
    self.recorded = recorded
  }

  private enum CodingKeys: String, CodingKey {
    case measure, period, value, recorded
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(String.self, forKey: .measure), in: container.decode(String.self, forKey: .period),
      is: container.decode(Ratio.self, forKey: .value), recorded: container.decode(Int64.self, forKey: .recorded),
      at: decoder.place)
  }
}

/// Readings on record, one a measure and period.
///
/// A second value of the same thing is refused: which of two counts is a matter for a dispute, not for a rule.
public struct Readings: Hashable, Sendable, Codable {
  /// In the order given.
  public let all: [Reading]

  /// - Throws: ``MoneyError`` naming `place` where two readings have one measure and period.
  public init(_ all: [Reading], at place: String = "readings") throws(MoneyError) {
    try checkOnce(
      all, by: { [$0.measure, $0.period] }, named: { Readings.name($0.measure, $0.period) }, at: place)
    self.all = all
  }

  /// Nothing on record.
  public static let none = Readings()

  private init() { all = [] }

  /// The value of a measure for a period, if it was on record at the cut-off.
  public func value(of measure: String, in period: String, by cutOff: Int64) -> Ratio? {
    all.first { $0.measure == measure && $0.period == period && $0.recorded <= cutOff }?.value
  }

  /// How a reading is called where it is missing.
  static func name(_ measure: String, _ period: String) -> String { "\(measure) in \(period)" }

  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode([Reading].self), at: decoder.place)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(all)
  }
}

/// The year, or other period, a transfer is settled for, and until when its readings count.
public struct SettlementPeriod: Hashable, Sendable, Codable {
  /// In the words of the readings: `2012`.
  public let name: String
  /// What is not on record by then is missing: milliseconds since 1970 in UTC.
  public let cutOff: Int64

  /// - Throws: ``MoneyError`` for an unusable name.
  public init(_ name: String, cutOff: Int64, at place: String = "period") throws(MoneyError) {
    try checkName(name, at: "\(place).name")
    self.name = name
    self.cutOff = cutOff
  }

  private enum CodingKeys: String, CodingKey {
    case name, cutOff
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(String.self, forKey: .name), cutOff: container.decode(Int64.self, forKey: .cutOff),
      at: decoder.place)
  }
}

/// What was found, or what is missing for finding it.
enum Found<Value> {
  case value(Value)
  case missing([String])
}
