/// By what a share is weighed, where a rule is a weight for every party.
///
/// In JSON an object with a `kind`: `{"kind":"equal"}`, `{"kind":"percentages","portions":[{"party":"a",
/// "portion":"0.6"}, …]}`, `{"kind":"per-capita","asOf":…}`, `{"kind":"metered-use","from":…,"until":…}`,
/// `{"kind":"ability","asOf":…}`, `{"kind":"benefit","asOf":…}`. Times are milliseconds since 1970 in UTC.
public enum ShareBasis: Hashable, Sendable {
  /// All alike.
  case equal
  /// Fixed portions of the whole.
  case percentages(Portions)
  /// By population: the last count at or before the time.
  case perCapita(asOf: Int64)
  /// By use: everything metered within the period.
  case meteredUse(Period)
  /// By ability to pay: the last fiscal revenue known at the time.
  case ability(asOf: Int64)
  /// By benefit: the last appraisal known at the time.
  case benefit(asOf: Int64)

  /// Whole weights of `parties`, in their order, in proportion to which the total is shared.
  func weights(of parties: [String], from data: ShareData, at place: String) throws(MoneyError) -> [Int128] {
    switch self {
    case .equal:
      return parties.map { _ in 1 }
    case .percentages(let portions):
      for (index, portion) in portions.all.enumerated() where !parties.contains(portion.party) {
        throw MoneyError(at: "\(place).portions[\(index)].party", .notAmong(portion.party, parties))
      }
      return try wholeWeights(of: parties.map { portions[$0] }, at: place)
    case .perCapita(let time):
      return try data.last(.population, of: parties, at: time, place: place)
    case .meteredUse(let period):
      return try data.sum(.meteredUse, of: parties, in: period, place: place)
    case .ability(let time):
      return try data.last(.fiscalRevenue, of: parties, at: time, place: place)
    case .benefit(let time):
      return try data.last(.benefit, of: parties, at: time, place: place)
    }
  }

  /// The word of the rule in files: `per-capita`.
  public var kind: String {
    switch self {
    case .equal: "equal"
    case .percentages: "percentages"
    case .perCapita: "per-capita"
    case .meteredUse: "metered-use"
    case .ability: "ability"
    case .benefit: "benefit"
    }
  }
}

/// A span of time: from a moment up to, and without, another. Milliseconds since 1970 in UTC.
public struct Period: Hashable, Sendable, Codable {
  /// Its first moment.
  public let from: Int64
  /// The first moment after it.
  public let until: Int64

  /// - Throws: ``MoneyError`` where it is empty.
  public init(from: Int64, until: Int64, at place: String = "period") throws(MoneyError) {
    guard from < until else { throw MoneyError(at: place, .emptyPeriod(from: from, until: until)) }
    self.from = from
    self.until = until
  }

  /// Whether a moment lies within it.
  public func contains(_ time: Int64) -> Bool { from <= time && time < until }

  private enum CodingKeys: String, CodingKey {
    case from, until
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      from: container.decode(Int64.self, forKey: .from), until: container.decode(Int64.self, forKey: .until),
      at: decoder.place)
  }
}

/// Fixed portions of a whole, by party: none below zero, together exactly 1.
///
/// Who is not named bears nothing. In JSON `[{"party":"a","portion":"0.6"},{"party":"b","portion":"2/5"}]`.
public struct Portions: Hashable, Sendable, Codable {
  /// One party's portion of the whole.
  public struct Portion: Hashable, Sendable, Codable {
    /// A party id.
    public let party: String
    /// Zero or above.
    public let portion: Ratio

    /// - Throws: ``MoneyError`` for an unusable name or a portion below zero.
    public init(party: String, portion: Ratio, at place: String = "portion") throws(MoneyError) {
      try checkName(party, at: "\(place).party")
      guard portion >= Ratio(0) else { throw MoneyError(at: place, .negative("the portion \(portion)")) }
      self.party = party
      self.portion = portion
    }

    private enum CodingKeys: String, CodingKey {
      case party, portion
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      try self.init(
        party: container.decode(String.self, forKey: .party),
        portion: container.decode(Ratio.self, forKey: .portion), at: decoder.place)
    }
  }

  /// As given.
  public let all: [Portion]

  /// - Throws: ``MoneyError`` naming `place`: no parties or too many, one twice, another sum than 1.
  public init(_ all: [Portion], at place: String = "portions") throws(MoneyError) {
    guard (1...ShareRule.partyLimit).contains(all.count) else {
      throw MoneyError(at: place, .partyCount(all.count, limit: ShareRule.partyLimit))
    }
    var sum = Ratio(0)
    for portion in all { sum = try sum.adding(portion.portion, at: place) }
    try checkOnce(all.map(\.party), at: place)
    guard sum == Ratio(1) else { throw MoneyError(at: place, .portionSum(sum)) }
    self.all = all
  }

  /// A party's portion, zero where it is not named.
  public subscript(party: String) -> Ratio {
    all.first { $0.party == party }?.portion ?? Ratio(0)
  }

  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode([Portion].self), at: decoder.place)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(all)
  }
}

extension ShareBasis: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, portions, asOf, from, until
  }

  /// The words for the kinds.
  static let kinds = ["equal", "percentages", "per-capita", "metered-use", "ability", "benefit"]

  public init(from decoder: any Decoder) throws {
    try self.init(from: decoder, known: ShareBasis.kinds)
  }

  /// - Parameter known: the kinds a refusal names.
  init(from decoder: any Decoder, known: [String]) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decode(String.self, forKey: .kind)
    switch kind {
    case "equal": self = .equal
    case "percentages": self = .percentages(try container.decode(Portions.self, forKey: .portions))
    case "per-capita": self = .perCapita(asOf: try container.decode(Int64.self, forKey: .asOf))
    case "metered-use": self = .meteredUse(try Period(from: decoder))
    case "ability": self = .ability(asOf: try container.decode(Int64.self, forKey: .asOf))
    case "benefit": self = .benefit(asOf: try container.decode(Int64.self, forKey: .asOf))
    default:
      throw MoneyError(at: decoder.place, .unknownKind(kind, known))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    switch self {
    case .equal: break
    case .percentages(let portions): try container.encode(portions, forKey: .portions)
    case .perCapita(let time), .ability(let time), .benefit(let time): try container.encode(time, forKey: .asOf)
    case .meteredUse(let period):
      try container.encode(period.from, forKey: .from)
      try container.encode(period.until, forKey: .until)
    }
  }
}
