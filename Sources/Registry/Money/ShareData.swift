/// What a rule needs to know about the parties: counted, metered, appraised, measured.
public struct ShareData: Hashable, Sendable, Codable {
  /// What a figure says of a party.
  public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
    /// Residents.
    case population
    /// Units metered, in whatever unit all meters share.
    case meteredUse = "metered-use"
    /// Fiscal revenue of a year.
    case fiscalRevenue = "fiscal-revenue"
    /// Appraised benefit of a year.
    case benefit

    var name: String {
      switch self {
      case .population: "population"
      case .meteredUse: "metered use"
      case .fiscalRevenue: "fiscal revenue"
      case .benefit: "appraised benefit"
      }
    }
  }

  /// One figure of one party at one time.
  public struct Figure: Hashable, Sendable, Codable {
    /// What it says of the party.
    public let measure: Measure
    /// A party id.
    public let party: String
    /// When it was counted or metered: milliseconds since 1970 in UTC.
    public let time: Int64
    /// Zero or more, in one unit for all parties.
    public let value: Int64

    /// - Throws: ``MoneyError`` for an unusable name or a value below zero.
    public init(
      _ measure: Measure, of party: String, at time: Int64, is value: Int64, place: String = "figure"
    ) throws(MoneyError) {
      try checkName(party, at: "\(place).party")
      guard value >= 0 else { throw MoneyError(at: place, .negative("the \(measure.name) \(value)")) }
      self.measure = measure
      self.party = party
      self.time = time
      self.value = value
    }

    private enum CodingKeys: String, CodingKey {
      case measure, party, time, value
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      try self.init(
        container.decode(Measure.self, forKey: .measure), of: container.decode(String.self, forKey: .party),
        at: container.decode(Int64.self, forKey: .time), is: container.decode(Int64.self, forKey: .value),
        place: decoder.place)
    }
  }

  /// In the order given.
  public let figures: [Figure]
  /// For the Shapley value.
  public let game: CostGame?
  /// For conditional transfers.
  public let readings: Readings
  /// For shared taxes.
  public let move: BusinessMove?

  /// - Throws: ``MoneyError`` naming `place` where two figures have one measure, party and time.
  public init(
    figures: [Figure] = [], game: CostGame? = nil, readings: Readings = .none, move: BusinessMove? = nil,
    at place: String = "data"
  ) throws(MoneyError) {
    try checkOnce(
      figures, by: { [$0.measure.rawValue, $0.party, "\($0.time)"] },
      named: { "\($0.measure.name) of \($0.party) at \($0.time)" }, at: "\(place).figures")
    self.figures = figures
    self.game = game
    self.readings = readings
    self.move = move
  }

  /// Nothing known.
  public static let none = ShareData()

  private init() {
    figures = []
    game = nil
    readings = .none
    move = nil
  }

  /// The last figure of every party at or before a time.
  func last(_ measure: Measure, of parties: [String], at time: Int64, place: String)
    throws(MoneyError) -> [Int128]
  {
    var newest: [String: Figure] = [:]
    for figure in figures where figure.measure == measure && figure.time <= time {
      if let known = newest[figure.party], known.time > figure.time { continue }
      newest[figure.party] = figure
    }
    var weights: [Int128] = []
    for party in parties {
      guard let figure = newest[party] else {
        throw MoneyError(at: place, .missingFigure(party: party, measure: measure.name))
      }
      weights.append(Int128(figure.value))
    }
    return weights
  }

  /// The sum of every party's figures within a period; a party without any is missing, not zero.
  func sum(_ measure: Measure, of parties: [String], in period: Period, place: String)
    throws(MoneyError) -> [Int128]
  {
    var sums: [String: Int128] = [:]
    for figure in figures where figure.measure == measure && period.contains(figure.time) {
      sums[figure.party, default: 0] += Int128(figure.value)
    }
    var weights: [Int128] = []
    for party in parties {
      guard let sum = sums[party] else {
        throw MoneyError(at: place, .missingFigure(party: party, measure: measure.name))
      }
      weights.append(sum)
    }
    return weights
  }

  private enum CodingKeys: String, CodingKey {
    case figures, game, readings, move
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      figures: container.decodeIfPresent([Figure].self, forKey: .figures) ?? [],
      game: container.decodeIfPresent(CostGame.self, forKey: .game),
      readings: container.decodeIfPresent(Readings.self, forKey: .readings) ?? .none,
      move: container.decodeIfPresent(BusinessMove.self, forKey: .move), at: decoder.place)
  }
}
