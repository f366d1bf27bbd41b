/// What every group of parties would pay if it built on its own: the game whose Shapley value shares a joint cost.
///
/// In JSON `{"players":["a","b"],"costs":[0,60,50,80]}`.
public struct CostGame: Hashable, Sendable, Codable {
  /// The most players whose coalitions are all looked at.
  public static let playerLimit = 12

  /// Party ids.
  public let players: [String]
  /// One a coalition, in minor units: coalition `S` stands at the sum of 2ⁱ over its players i; nobody costs 0.
  public let costs: [Int64]

  /// - Throws: ``MoneyError`` naming `place`: too many players, one twice, a wrong number of costs, a cost of nobody.
  public init(players: [String], costs: [Int64], at place: String = "game") throws(MoneyError) {
    guard (1...CostGame.playerLimit).contains(players.count), costs.count == 1 << players.count else {
      throw MoneyError(at: place, .gameSize(players: players.count, costs: costs.count))
    }
    for (index, player) in players.enumerated() { try checkName(player, at: "\(place).players[\(index)]") }
    try checkOnce(players, at: "\(place).players")
    guard costs[0] == 0 else { throw MoneyError(at: "\(place).costs[0]", .costOfNobody(costs[0])) }
    self.players = players
    self.costs = costs
  }

  /// Every player's Shapley value as a whole number over ``shapleyDenominator``, in the order of `players`.
  ///
  /// A player's value is the mean, over all orders of joining, of what it adds to the cost. With n players a coalition
  /// of s others is joined in s!(n − s − 1)! of the n! orders, which is 1 / (n · C(n − 1, s)); the least common
  /// multiple of these denominators is that of 1 … n, 27 720 for twelve.
  ///
  /// - Complexity: n · 2ⁿ⁻¹ additions. Every sum stays below 2⁶⁵ · 27 720, far within 128 bits.
  ///
  /// Source: Shapley (1953), Contributions to the Theory of Games II, 307–317.
  public var shapleyNumerators: [Int128] {
    let count = players.count
    let denominator = shapleyDenominator
    var choices: Int128 = 1  // C(n − 1, s)
    var weightBySize: [Int128] = []
    for size in 0..<count {
      weightBySize.append(denominator / (Int128(count) * choices))
      choices = choices * Int128(count - 1 - size) / Int128(size + 1)
    }
    return players.indices.map { player in
      var value: Int128 = 0
      for coalition in costs.indices where coalition & (1 << player) == 0 {
        let added = Int128(costs[coalition | 1 << player]) - Int128(costs[coalition])
        value += weightBySize[coalition.nonzeroBitCount] * added
      }
      return value
    }
  }

  /// The least common multiple of 1 … n.
  public var shapleyDenominator: Int128 {
    (1...players.count).reduce(Int128(1)) { multiple, number in
      multiple / Int128(Ratio.divisor(multiple.magnitude, UInt128(number))) * Int128(number)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case players, costs
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      players: container.decode([String].self, forKey: .players),
      costs: container.decode([Int64].self, forKey: .costs), at: decoder.place)
  }
}
