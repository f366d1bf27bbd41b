/// A weighted sum of measured values over their references, times a constant.
///
/// The index P of the Xin'an agreement is `k₀ · Σ kᵢ · Cᵢ / Cᵢ₀`: concentrations of permanganate index, ammonia
/// nitrogen, total phosphorus and total nitrogen, over their means in the years before, weighted by kᵢ; at or below 1
/// the water is no worse than then. Reckoned in exact fractions, so that 1 is 1.
public struct IndexFormula: Hashable, Sendable, Codable {
  /// One measured value in the sum.
  public struct Term: Hashable, Sendable, Codable {
    /// The name its readings bear.
    public let measure: String
    /// kᵢ.
    public let weight: Ratio
    /// What the measure was in the years compared with; not zero.
    public let reference: Ratio

    /// - Throws: ``MoneyError`` for an unusable name or a reference of zero.
    public init(_ measure: String, weight: Ratio, reference: Ratio, at place: String = "term")
      throws(MoneyError)
    {
      try checkName(measure, at: "\(place).measure")
      guard reference != Ratio(0) else { throw MoneyError(at: "\(place).reference", .zeroDenominator) }
      self.measure = measure
      self.weight = weight
      self.reference = reference
    }

    private enum CodingKeys: String, CodingKey {
      case measure, weight, reference
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      try self.init(
        container.decode(String.self, forKey: .measure), weight: container.decode(Ratio.self, forKey: .weight),
        reference: container.decode(Ratio.self, forKey: .reference), at: decoder.place)
    }
  }

  /// k₀.
  public let constant: Ratio
  /// What is added up.
  public let terms: [Term]

  /// - Throws: ``MoneyError`` naming `place`: no terms or more than 32, or a measure twice.
  public init(constant: Ratio = Ratio(1), terms: [Term], at place: String = "formula") throws(MoneyError) {
    guard (1...32).contains(terms.count) else {
      throw MoneyError(at: "\(place).terms", .count(of: "terms", terms.count, needs: "1 to 32"))
    }
    try checkOnce(terms.map(\.measure), at: "\(place).terms")
    self.constant = constant
    self.terms = terms
  }

  /// The index for a period, or the readings it lacks.
  func evaluate(_ readings: Readings, for period: SettlementPeriod, at place: String)
    throws(MoneyError) -> Found<Ratio>
  {
    var sum = Ratio(0)
    var missing: [String] = []
    for term in terms {
      guard let value = readings.value(of: term.measure, in: period.name, by: period.cutOff) else {
        missing.append(Readings.name(term.measure, period.name))
        continue
      }
      let relative = try value.divided(by: term.reference, at: place)
      sum = try sum.adding(relative.multiplied(by: term.weight, at: place), at: place)
    }
    guard missing.isEmpty else { return .missing(missing) }
    return .value(try sum.multiplied(by: constant, at: place))
  }

  private enum CodingKeys: String, CodingKey {
    case constant, terms
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      constant: container.decodeIfPresent(Ratio.self, forKey: .constant) ?? Ratio(1),
      terms: container.decode([Term].self, forKey: .terms), at: decoder.place)
  }
}
