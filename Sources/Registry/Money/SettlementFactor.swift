/// Something a settled amount is multiplied by, reckoned exactly from readings; never below zero.
///
/// In JSON `{"kind":"proportion","name":"water","measure":"volume","reference":"6.2","atLeast":"0","atMost":"1.5"}`,
/// `{"kind":"index","name":"quality","formula":{…},"atLeast":"0","atMost":"2"}` or `{"kind":"steps","name":"conduct",
/// "measure":"violations","steps":[{"upTo":"0","factor":"1"},{"factor":"0.8"}]}`.
public struct SettlementFactor: Hashable, Sendable, Codable {
  /// How the factor is reckoned.
  public enum Form: Hashable, Sendable {
    /// A measure over its reference.
    case proportion(measure: String, reference: Ratio, within: Limits)
    /// A weighted sum of measures over their references.
    case index(IndexFormula, within: Limits)
    /// The factor of the step a measure lies on: limits climb and the last step has none.
    case steps(measure: String, [Step])
  }

  /// The least and the most a factor may be: zero or above, the least not above the most.
  public struct Limits: Hashable, Sendable {
    /// Zero or above.
    public let least: Ratio
    /// Not below the least.
    public let most: Ratio

    /// - Throws: ``MoneyError`` for a least below zero or above the most.
    public init(_ least: Ratio, _ most: Ratio, at place: String = "factor") throws(MoneyError) {
      guard least >= Ratio(0) else { throw MoneyError(at: place, .negative("the lower limit \(least)")) }
      guard least <= most else { throw MoneyError(at: place, .openTiers) }
      self.least = least
      self.most = most
    }

    func clamping(_ value: Ratio) -> Ratio { min(max(value, least), most) }
  }

  /// One step of a factor.
  public struct Step: Hashable, Sendable, Codable {
    /// The last step has none.
    public let upTo: Ratio?
    /// Zero or above.
    public let factor: Ratio

    /// - Throws: ``MoneyError`` for a factor below zero.
    public init(upTo: Ratio?, factor: Ratio, at place: String = "step") throws(MoneyError) {
      guard factor >= Ratio(0) else { throw MoneyError(at: place, .negative("the factor \(factor)")) }
      self.upTo = upTo
      self.factor = factor
    }

    private enum CodingKeys: String, CodingKey {
      case upTo, factor
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      try self.init(
        upTo: container.decodeIfPresent(Ratio.self, forKey: .upTo),
        factor: container.decode(Ratio.self, forKey: .factor), at: decoder.place)
    }
  }

  /// What a line calls it.
  public let name: String
  /// How it is reckoned.
  public let form: Form

  /// - Throws: ``MoneyError`` naming `place`: an unusable name, a reference that is not above zero, no steps or more
  ///   than 32, or steps that leave part of the scale open.
  public init(_ name: String, _ form: Form, at place: String = "factor") throws(MoneyError) {
    try checkName(name, at: "\(place).name")
    switch form {
    case .proportion(let measure, let reference, _):
      try checkName(measure, at: "\(place).measure")
      guard reference > Ratio(0) else { throw MoneyError(at: "\(place).reference", .zeroDenominator) }
    case .index:
      break
    case .steps(let measure, let steps):
      try checkName(measure, at: "\(place).measure")
      guard (1...32).contains(steps.count) else {
        throw MoneyError(at: "\(place).steps", .count(of: "steps", steps.count, needs: "1 to 32"))
      }
      try checkTiers(steps.map(\.upTo), at: "\(place).steps")
    }
    self.name = name
    self.form = form
  }

  /// The factor for a period, or the readings it lacks.
  func evaluate(_ readings: Readings, for period: SettlementPeriod, at place: String)
    throws(MoneyError) -> Found<Ratio>
  {
    switch form {
    case .proportion(let measure, let reference, let limits):
      guard let value = readings.value(of: measure, in: period.name, by: period.cutOff) else {
        return .missing([Readings.name(measure, period.name)])
      }
      return .value(limits.clamping(try value.divided(by: reference, at: place)))
    case .index(let formula, let limits):
      switch try formula.evaluate(readings, for: period, at: place) {
      case .missing(let names): return .missing(names)
      case .value(let value): return .value(limits.clamping(value))
      }
    case .steps(let measure, let steps):
      guard let value = readings.value(of: measure, in: period.name, by: period.cutOff) else {
        return .missing([Readings.name(measure, period.name)])
      }
      // The last step has no limit, so one holds.
      return .value((steps.first { $0.upTo.map { value <= $0 } ?? true } ?? steps[steps.count - 1]).factor)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case kind, name, measure, reference, atLeast, atMost, formula, steps
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let place = decoder.place
    func limits() throws -> Limits {
      try Limits(
        container.decode(Ratio.self, forKey: .atLeast), container.decode(Ratio.self, forKey: .atMost), at: place)
    }
    let form: Form
    let kind = try container.decode(String.self, forKey: .kind)
    switch kind {
    case "proportion":
      form = .proportion(
        measure: try container.decode(String.self, forKey: .measure),
        reference: try container.decode(Ratio.self, forKey: .reference), within: try limits())
    case "index":
      form = .index(try container.decode(IndexFormula.self, forKey: .formula), within: try limits())
    case "steps":
      form = .steps(
        measure: try container.decode(String.self, forKey: .measure),
        try container.decode([Step].self, forKey: .steps))
    default:
      throw MoneyError(at: place, .unknownKind(kind, ["proportion", "index", "steps"]))
    }
    try self.init(container.decode(String.self, forKey: .name), form, at: place)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    func encode(_ limits: Limits) throws {
      try container.encode(limits.least, forKey: .atLeast)
      try container.encode(limits.most, forKey: .atMost)
    }
    switch form {
    case .proportion(let measure, let reference, let limits):
      try container.encode("proportion", forKey: .kind)
      try container.encode(measure, forKey: .measure)
      try container.encode(reference, forKey: .reference)
      try encode(limits)
    case .index(let formula, let limits):
      try container.encode("index", forKey: .kind)
      try container.encode(formula, forKey: .formula)
      try encode(limits)
    case .steps(let measure, let steps):
      try container.encode("steps", forKey: .kind)
      try container.encode(measure, forKey: .measure)
      try container.encode(steps, forKey: .steps)
    }
  }
}
