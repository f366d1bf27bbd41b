/// A wager on a measured index: who pays whom depends on the tier it lies in.
///
///     index ≤ 1: downstream pays upstream · above: upstream pays downstream · missing: nobody, and a dispute
///
/// After the first agreement between provinces along a river in China (Xin'an River, Anhui and Zhejiang, from 2012).
public struct TieredTransfer: Hashable, Sendable, Codable {
  /// Where the index comes from.
  ///
  /// In JSON `{"name":"P"}` or `{"name":"P","formula":{…}}`.
  public struct Index: Hashable, Sendable, Codable {
    /// What it is called, and by what measure it is on record where there is no formula.
    public let name: String
    /// How it is reckoned from readings; `nil` where it is put on record as such.
    public let formula: IndexFormula?

    /// - Throws: ``MoneyError`` for an unusable name.
    public init(_ name: String, formula: IndexFormula? = nil, at place: String = "index") throws(MoneyError) {
      try checkName(name, at: "\(place).name")
      self.name = name
      self.formula = formula
    }

    func evaluate(_ readings: Readings, for period: SettlementPeriod, at place: String)
      throws(MoneyError) -> Found<Ratio>
    {
      if let formula { return try formula.evaluate(readings, for: period, at: place) }
      let value = readings.value(of: name, in: period.name, by: period.cutOff)
      return value.map { .value($0) } ?? .missing([Readings.name(name, period.name)])
    }

    private enum CodingKeys: String, CodingKey {
      case name, formula
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      try self.init(
        container.decode(String.self, forKey: .name),
        formula: container.decodeIfPresent(IndexFormula.self, forKey: .formula), at: decoder.place)
    }
  }

  /// One tier: what is paid when the index is at most its limit and above that of the tier before.
  public struct Tier: Hashable, Sendable, Codable {
    /// The last tier has none.
    public let upTo: Ratio?
    /// What is paid in this tier.
    public let transfer: Transfer

    /// A tier; that limits climb is seen where tiers come together.
    public init(upTo: Ratio?, _ transfer: Transfer) {
      self.upTo = upTo
      self.transfer = transfer
    }
  }

  /// What decides.
  public let index: Index
  /// From the best index to the worst.
  public let tiers: [Tier]
  /// Paid whatever the index, even where it is missing: such as a grant from above.
  public let unconditional: [Transfer]

  /// - Throws: ``MoneyError`` naming `place`: no tiers or more than 32, limits that do not climb or leave a part of the
  ///   scale open, several currencies.
  public init(
    index: Index, tiers: [Tier], unconditional: [Transfer] = [], at place: String = "transfer"
  ) throws(MoneyError) {
    guard (1...32).contains(tiers.count) else {
      throw MoneyError(at: "\(place).tiers", .count(of: "tiers", tiers.count, needs: "1 to 32"))
    }
    guard unconditional.count <= 32 else {
      throw MoneyError(
        at: "\(place).unconditional", .count(of: "transfers", unconditional.count, needs: "at most 32"))
    }
    try checkTiers(tiers.map(\.upTo), at: "\(place).tiers")
    let currency = tiers[0].transfer.amount.currency
    for transfer in tiers.map(\.transfer) + unconditional where transfer.amount.currency != currency {
      throw MoneyError(at: place, .mixedCurrencies(currency, transfer.amount.currency))
    }
    self.index = index
    self.tiers = tiers
    self.unconditional = unconditional
  }

  /// What is paid for a period.
  ///
  /// - Throws: ``MoneyError`` only where the index has no room in 128 bits.
  public func settle(_ readings: Readings, for period: SettlementPeriod) throws(MoneyError) -> Settlement {
    var lines = unconditional.map { SettlementLine(.unconditional, amount: $0.amount) }
    switch try index.evaluate(readings, for: period, at: "index") {
    case .missing(let missing):
      return Settlement(.disputed(missing: missing), transfers: unconditional, lines: lines)
    case .value(let value):
      // The last tier has no limit, so one holds.
      let tier = tiers.first { $0.upTo.map { value <= $0 } ?? true } ?? tiers[tiers.count - 1]
      let amount = tier.transfer.amount
      lines.append(SettlementLine(.index(name: index.name), factor: "\(value)", amount: .zero(amount.currency)))
      lines.append(SettlementLine(.tier(upTo: tier.upTo), amount: amount))
      return Settlement(.settled, transfers: unconditional + [tier.transfer], lines: lines)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case index, tiers, unconditional
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      index: container.decode(Index.self, forKey: .index), tiers: container.decode([Tier].self, forKey: .tiers),
      unconditional: container.decodeIfPresent([Transfer].self, forKey: .unconditional) ?? [], at: decoder.place)
  }
}

/// Refuses limits that do not climb, or leave anything but the last open.
func checkTiers(_ limits: [Ratio?], at place: String) throws(MoneyError) {
  guard let last = limits.last, last == nil else { throw MoneyError(at: place, .openTiers) }
  var before: Ratio?
  for limit in limits.dropLast() {
    guard let limit else { throw MoneyError(at: place, .openTiers) }
    if let before, limit <= before { throw MoneyError(at: place, .openTiers) }
    before = limit
  }
}
