/// Who bears how much of a total, as data that an agreement's clause can hold.
///
///     let rule = ShareRule.by(.perCapita(asOf: census))
///     try rule.shares(of: cost, among: ["lund", "malmö"], from: data)["lund"]
///
/// Whatever the rule, the shares add up to the total to the last minor unit, and the order in which parties are given
/// changes nothing. Under a rule of weights each share is its exact quota rounded down or up, by largest remainders;
/// ties go to the party whose id comes first; a party of weight zero bears nothing. What is not promised is that a
/// larger total raises every share: 6 : 6 : 2 of 10 is 4, 4, 2, of 11 it is 5, 5, 1. A share falls by at most one
/// minor unit as the total grows, and by none among two parties or among equals.
///
/// In JSON an object with a `kind`: those of ``ShareBasis``, `mixed`, `shapley`, `transfer`, `tax-share`, `imported`.
public enum ShareRule: Hashable, Sendable {
  /// The most parties a total is shared among.
  public static let partyLimit = 1_000

  /// In proportion to one weight a party.
  case by(ShareBasis)
  /// A portion of the total by one basis, the rest by others: a base charge and a charge by use.
  case mixed([MixedPart])
  /// In proportion to the Shapley value of the cost game in the data; where its joint cost is the total, that value.
  case shapley
  /// The whole by whoever pays in the tier that the index lies in.
  case transfer(TieredTransfer, SettlementPeriod)
  /// This year's tax between the place a business left and the place it went to; the data hold the years before.
  case taxShare(TaxShareRule)
  /// As a study found, with its certificate.
  case imported(ImportedShares)

  /// The word of the rule in files: `per-capita`.
  public var kind: String {
    switch self {
    case .by(let basis): basis.kind
    case .mixed: "mixed"
    case .shapley: "shapley"
    case .transfer: "transfer"
    case .taxShare: "tax-share"
    case .imported: "imported"
    }
  }

  /// The shares of a total.
  ///
  /// - Parameters:
  ///   - total: below zero for a refund, which is shared like the charge.
  ///   - parties: ids of those who share, 1 to ``partyLimit``, each once, in any order.
  ///   - data: what the rule needs to know.
  ///   - place: what is shared, for refusals.
  /// - Returns: one share a party, by id, adding up to `total`.
  /// - Throws: ``MoneyError`` where the rule does not fit the parties, the data lack a figure, or numbers have no room.
  public func shares(
    of total: Amount, among parties: [String], from data: ShareData = .none, at place: String = "shares"
  ) throws(MoneyError) -> Shares {
    guard (1...ShareRule.partyLimit).contains(parties.count) else {
      throw MoneyError(at: "\(place).parties", .partyCount(parties.count, limit: ShareRule.partyLimit))
    }
    for party in parties { try checkName(party, at: "\(place).parties") }
    try checkOnce(parties, at: "\(place).parties")
    let parties = parties.sorted()
    switch self {
    case .by(let basis):
      let weights = try basis.weights(of: parties, from: data, at: place)
      return try Shares(total, kind: kind, parties, by: weights, at: place)
    case .mixed(let parts):
      return try mixed(parts, total, parties, data, at: place)
    case .shapley:
      return try shapley(total, parties, data, at: place)
    case .transfer(let transfer, let period):
      let settlement = try transfer.settle(data.readings, for: period)
      if case .disputed(let missing) = settlement.outcome {
        throw MoneyError(at: place, .unsettled(missing: missing))
      }
      // Settled, so the last transfer is that of the tier.
      let paid = settlement.transfers[settlement.transfers.count - 1]
      guard paid.amount == total else { throw MoneyError(at: place, .otherTotal(total, expected: paid.amount)) }
      guard parties.contains(paid.from.owner) else {
        throw MoneyError(at: place, .notAmong(paid.from.owner, parties))
      }
      let weights: [Int128] = parties.map { $0 == paid.from.owner ? 1 : 0 }
      return try Shares(total, kind: kind, parties, by: weights, before: settlement.lines, at: place)
    case .taxShare(let rule):
      return try tax(rule, total, parties, data, at: place)
    case .imported(let imported):
      return try imported.shares(of: total, among: parties, at: place)
    }
  }

  private func mixed(_ parts: [MixedPart], _ total: Amount, _ parties: [String], _ data: ShareData, at place: String)
    throws(MoneyError) -> Shares
  {
    try MixedPart.check(parts, at: place)
    var quotas = parties.map { _ in Ratio(0) }
    var lines: [SettlementLine] = []
    for (number, part) in parts.enumerated() where part.portion > Ratio(0) {
      let partPlace = "\(place).parts[\(number)]"
      let weights = try part.basis.weights(of: parties, from: data, at: partPlace)
      var sum: Int128 = 0
      for weight in weights { sum += weight }  // at most 1 000 weights below 2¹²⁷ / 2⁶⁴
      guard sum > 0 else { throw MoneyError(at: partPlace, .nothingToWeighBy) }
      for index in quotas.indices {
        let quota = try Ratio(reducing: weights[index], over: sum, at: partPlace)
        quotas[index] = try quotas[index].adding(quota.multiplied(by: part.portion, at: partPlace), at: partPlace)
      }
      let amount = try total.multiplied(by: part.portion, at: partPlace)
      lines.append(SettlementLine(.component(kind: part.basis.kind), factor: "\(part.portion)", amount: amount))
    }
    // Rounded once, from the sum of the exact parts.
    return try Shares(
      total, kind: kind, parties, by: wholeWeights(of: quotas, at: place), before: lines, at: place)
  }

  private func shapley(_ total: Amount, _ parties: [String], _ data: ShareData, at place: String)
    throws(MoneyError) -> Shares
  {
    guard let game = data.game else { throw MoneyError(at: place, .count(of: "cost games", 0, needs: "one")) }
    for player in game.players where !parties.contains(player) {
      throw MoneyError(at: "\(place).game", .notAmong(player, parties))
    }
    let values = Dictionary(uniqueKeysWithValues: zip(game.players, game.shapleyNumerators))
    var weights: [Int128] = []
    for party in parties {
      guard let value = values[party] else {
        throw MoneyError(at: place, .missingFigure(party: party, measure: "cost"))
      }
      weights.append(value)
    }
    return try Shares(total, kind: kind, parties, by: weights, at: place)
  }

  private func tax(
    _ rule: TaxShareRule, _ total: Amount, _ parties: [String], _ data: ShareData, at place: String
  ) throws(MoneyError) -> Shares {
    guard let move = data.move else { throw MoneyError(at: place, .count(of: "moves", 0, needs: "one")) }
    for party in [rule.origin, rule.destination] where !parties.contains(party) {
      throw MoneyError(at: place, .notAmong(party, parties))
    }
    let withThis = try BusinessMove(
      governmentLed: move.governmentLed, before: move.before, after: move.after + [total], at: place)
    let schedule = try rule.schedule(of: withThis, at: place)
    let year = schedule.years[schedule.years.count - 1]
    return Shares(
      total: total, kind: kind,
      parties.map { party in
        let amount =
          party == rule.origin ? year.toOrigin : party == rule.destination ? year.toDestination : .zero(total.currency)
        return Shares.Share(party: party, amount: amount)
      }, lines: schedule.lines)
  }
}

/// One component of a mixed rule: which portion of the total, by which basis.
public struct MixedPart: Hashable, Sendable, Codable {
  /// Of the total, 0 to 1.
  public let portion: Ratio
  /// By what this portion is weighed.
  public let basis: ShareBasis

  /// - Throws: ``MoneyError`` for a portion outside 0 to 1.
  public init(_ portion: Ratio, by basis: ShareBasis, at place: String = "part") throws(MoneyError) {
    guard portion >= Ratio(0), portion <= Ratio(1) else { throw MoneyError(at: place, .outsideWhole(portion)) }
    self.portion = portion
    self.basis = basis
  }

  /// Refuses parts that are too many or do not make up the whole.
  static func check(_ parts: [MixedPart], at place: String) throws(MoneyError) {
    guard (1...16).contains(parts.count) else {
      throw MoneyError(at: "\(place).parts", .count(of: "parts", parts.count, needs: "1 to 16"))
    }
    var sum = Ratio(0)
    for part in parts { sum = try sum.adding(part.portion, at: place) }
    guard sum == Ratio(1) else { throw MoneyError(at: "\(place).parts", .portionSum(sum)) }
  }

  private enum CodingKeys: String, CodingKey {
    case portion, basis
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(Ratio.self, forKey: .portion), by: container.decode(ShareBasis.self, forKey: .basis),
      at: decoder.place)
  }
}

extension ShareRule: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, parts, transfer, period, rule, shares
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(String.self, forKey: .kind) {
    case "mixed":
      let parts = try container.decode([MixedPart].self, forKey: .parts)
      try MixedPart.check(parts, at: decoder.place)
      self = .mixed(parts)
    case "shapley":
      self = .shapley
    case "transfer":
      self = .transfer(
        try container.decode(TieredTransfer.self, forKey: .transfer),
        try container.decode(SettlementPeriod.self, forKey: .period))
    case "tax-share":
      self = .taxShare(try container.decode(TaxShareRule.self, forKey: .rule))
    case "imported":
      self = .imported(try container.decode(ImportedShares.self, forKey: .shares))
    default:
      let known = ShareBasis.kinds + ["mixed", "shapley", "transfer", "tax-share", "imported"]
      self = .by(try ShareBasis(from: decoder, known: known))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    if case .by(let basis) = self { return try basis.encode(to: encoder) }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    switch self {
    case .by, .shapley: break
    case .mixed(let parts): try container.encode(parts, forKey: .parts)
    case .transfer(let transfer, let period):
      try container.encode(transfer, forKey: .transfer)
      try container.encode(period, forKey: .period)
    case .taxShare(let rule): try container.encode(rule, forKey: .rule)
    case .imported(let shares): try container.encode(shares, forKey: .shares)
    }
  }
}
