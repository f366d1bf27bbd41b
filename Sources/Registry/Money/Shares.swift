/// What every party bears of a total, and how that came about.
public struct Shares: Hashable, Sendable, Codable {
  /// One party's share.
  public struct Share: Hashable, Sendable, Codable {
    /// A party id.
    public let party: String
    /// What it bears; below zero where it is paid.
    public let amount: Amount

    /// A share as reckoned.
    public init(party: String, amount: Amount) {
      self.party = party
      self.amount = amount
    }
  }

  /// What was shared.
  public let total: Amount
  /// The rule's kind.
  public let kind: String
  /// By party id; adding up to the total.
  public let all: [Share]
  /// How the amounts came about: a party's weight over all weights, and its share.
  public let lines: [SettlementLine]

  /// A party's share; `nil` for a party that did not share.
  public subscript(party: String) -> Amount? { all.first { $0.party == party }?.amount }

  /// For shares that a rule has made add up.
  init(total: Amount, kind: String, _ all: [Share], lines: [SettlementLine]) {
    self.total = total
    self.kind = kind
    self.all = all
    self.lines = lines
  }

  /// A total by weights, of parties in the order of their ids.
  init(
    _ total: Amount, kind: String, _ parties: [String], by weights: [Int128], before: [SettlementLine] = [],
    at place: String
  ) throws(MoneyError) {
    let amounts = try largestRemainder(of: total.minor, by: weights, at: place)
    let sum = weights.reduce(0, +)
    var lines = before
    var shares: [Share] = []
    for (index, party) in parties.enumerated() {
      let amount = Amount(minor: amounts[index], of: total.currency)
      let factor = sum == 0 ? Ratio(0) : try Ratio(reducing: weights[index], over: sum, at: place)
      lines.append(SettlementLine(.share(party: party), factor: "\(factor)", amount: amount))
      shares.append(Share(party: party, amount: amount))
    }
    self.init(total: total, kind: kind, shares, lines: lines)
  }

  private enum CodingKeys: String, CodingKey {
    case total, kind, all, lines
  }

  /// - Throws: ``MoneyError`` where the shares do not add up to the total or a party stands twice.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let total = try container.decode(Amount.self, forKey: .total)
    let all = try container.decode([Share].self, forKey: .all)
    let place = decoder.place
    try checkOnce(all.map(\.party), at: place)
    let sum = try Amount.sum(of: all.map(\.amount), in: total.currency, at: place)
    guard sum == total else { throw MoneyError(at: place, .otherTotal(total, expected: sum)) }
    self.init(
      total: total, kind: try container.decode(String.self, forKey: .kind), all.sorted { $0.party < $1.party },
      lines: try container.decode([SettlementLine].self, forKey: .lines))
  }
}
