import Registry
import Testing

@Suite struct CostGameTests {
  @Test("shares the Tennessee Valley's joint cost as published, in thousands of dollars")
  func tennesseeValley() throws {
    // Straffin & Heaney (1981): 117 829, 100 756.5, 193 998.5; the half goes to the first by name.
    let game = try CostGame(
      players: ["navigation", "flood control", "power"],
      costs: [0, 163_520, 140_826, 301_607, 250_096, 378_821, 367_370, 412_584])
    let total = Amount(minor: 412_584, of: .cny)
    let shares = try ShareRule.shapley.shares(of: total, among: game.players, from: ShareData(game: game))
    #expect(shares["navigation"]?.minor == 117_829)
    #expect(shares["flood control"]?.minor == 100_757)
    #expect(shares["power"]?.minor == 193_998)
  }

  @Test("is the mean over all orders of joining", arguments: UInt64(0)..<60)
  func allOrders(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    let count = Int(seed % 6) + 1
    let costs = (0..<(1 << count)).map { $0 == 0 ? 0 : Int64.random(in: -1_000_000...1_000_000, using: &chance) }
    let game = try CostGame(players: (0..<count).map { "p\($0)" }, costs: costs)
    var sums = Array(repeating: Int128(0), count: count)
    var orders: Int128 = 0
    func join(_ joined: Int) {
      if joined == (1 << count) - 1 { return orders += 1 }
      for player in 0..<count where joined & (1 << player) == 0 {
        // Counted once for each order that goes on from here.
        let rest = (1..<max(2, count - joined.nonzeroBitCount)).reduce(1, *)
        sums[player] += Int128(rest) * Int128(costs[joined | 1 << player] - costs[joined])
        join(joined | 1 << player)
      }
    }
    join(0)
    for (player, numerator) in game.shapleyNumerators.enumerated() {
      #expect(numerator * orders == sums[player] * game.shapleyDenominator)
    }
  }

  @Test("twelve players with costs at the edge of 64 bits add up to the total and keep the quota")
  func twelve() throws {
    var chance = MoneyChance(seed: 12)
    var costs = (0..<4_096).map { _ in Int64.random(in: 1...(.max), using: &chance) }
    costs[0] = 0
    costs[4_095] = .max
    let game = try CostGame(players: (0..<12).map { "p\(10 + $0)" }, costs: costs)
    #expect(game.shapleyDenominator == 27_720)
    let total = Int64.max - 12_345
    let shares = try ShareRule.shapley.shares(
      of: Amount(minor: total, of: .cny), among: game.players, from: ShareData(game: game))
    #expect(shares.all.reduce(Int128(0)) { $0 + Int128($1.amount.minor) } == Int128(total))
    let sum = game.shapleyNumerators.reduce(0, +)
    #expect(sum == 27_720 * Int128(Int64.max))
    for (share, weight) in zip(shares.all, game.shapleyNumerators) {
      // |share · sum − total · weight| < sum, in 256 bits: neither product is more than a sum away from the other.
      let one = share.amount.minor.magnitude
      let low = sum.magnitude.multipliedFullWidth(by: UInt128(one == 0 ? 0 : one - 1))
      let high = sum.magnitude.multipliedFullWidth(by: UInt128(one + 1))
      let exact = weight.magnitude.multipliedFullWidth(by: UInt128(total))
      #expect((low.high, low.low) < (exact.high, exact.low) && (exact.high, exact.low) < (high.high, high.low))
      #expect((share.amount.minor < 0) == (weight < 0))
    }
  }

  @Test("refuses games that are none")
  func refusals() throws {
    #expect(
      message { try CostGame(players: ["a", "b"], costs: [0, 1, 2]) }
        == "game: error: 3 costs for 2 players; "
        + "give 1 to 12 players and a cost for each of their coalitions, 2 to the power of players")
    #expect(
      message { try CostGame(players: ["a"], costs: [5, 6]) }
        == "game.costs[0]: error: the coalition of nobody costs 5; let the first cost be 0")
    #expect(throws: MoneyError.self) { try CostGame(players: ["a", "a"], costs: [0, 1, 2, 3]) }
    #expect(throws: MoneyError.self) {
      try CostGame(players: (0..<13).map { "\($0)" }, costs: Array(repeating: 0, count: 8_192))
    }
    #expect(throws: MoneyError.self) { try ShareRule.shapley.shares(of: yuan(1), among: ["a"]) }
  }
}
