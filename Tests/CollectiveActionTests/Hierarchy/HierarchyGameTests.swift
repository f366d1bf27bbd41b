import CollectiveAction
import Mathematics
import Testing

@Suite struct HierarchyGameTests {
  /// Equal players whose nuisance settles on all alike.
  private func equal(_ count: Int) throws -> SpilloverGame {
    try SpilloverGame(
      players: (0..<count).map { "p\($0)" }, baseline: [Double](repeating: 100, count: count),
      abatementCost: [Double](repeating: 2, count: count), linearDamage: [Double](repeating: 3, count: count),
      transport: Matrix(rows: count, columns: count, repeating: 1))
  }

  @Test("pays what spills over: the rate 1 − 1/n closes the gap of n equal players", arguments: 2...5)
  func matchingGrant(count: Int) throws {
    let game = try HierarchyGame(base: equal(count), leader: "top", subsidyUpTo: 0.95, accuracy: 1e-4)
    let found = try game.solution()
    // Costs are flat around the best rate: the root of their rounding is open.
    #expect(abs(found.setting - (1 - 1 / Double(count))) < 1e-6)
    #expect(abs(try #require(found.shareOfGapClosed) - 1) < 1e-9)
    #expect(try #require(found.shortfall) <= 1e-4 * found.without.totalCost)
    for action in found.with.actions { #expect(abs(action - 1.5 * Double(count)) < 1e-4) }  // n·d/c
    #expect(found.without.actions.allSatisfy { abs($0 - 1.5) < 1e-12 })
  }

  @Test("misses no better rate by more than it says", arguments: UInt64(0)..<8)
  func certificate(seed: UInt64) throws {
    let base = try SpilloverGame.random(seed: seed, isLinear: seed % 2 == 0)
    let game = try HierarchyGame(
      base: base, leader: "top", weights: base.players.indices.map { $0 == 0 ? 2 : 1 }, subsidyUpTo: 0.8,
      costOfFunds: 1.3, accuracy: 1e-3)
    let found = try game.solution()
    var lowest = Double.infinity
    for step in 0...400 {
      let there = try game.outcome(at: 0.8 * Double(step) / 400)
      let aim = base.players.indices.reduce(there.costs[base.players.count]) {
        $0 + ($1 == 0 ? 2 : 1) * there.costs[$1]
      }
      lowest = min(lowest, aim)
    }
    if let shortfall = found.shortfall {
      #expect(found.aim <= lowest + shortfall + 1e-9)  // sums of some hundreds
    } else {
      #expect(found.aim <= lowest + 1e-9)  // the grid of 200 is a part of that of 400
    }
  }

  @Test("bounds how fast the aim can change, for both levers", arguments: UInt64(0)..<30)
  func slopes(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [3])
    let base = try SpilloverGame.random(seed: seed)
    let count = base.players.count
    let weights = LeverWeights(players: (0..<count).map { _ in chance.uniform() * 2 }, outlay: chance.uniform() * 2)
    let coalition = Coalition(mask: chance.next() % (1 << UInt64(count)))
    func paid(_ rate: Double) throws -> Double {
      let helped = try base.subsidised(at: [Double](repeating: rate, count: count))
      let outcome = try helped.outcome(agreeing: coalition)
      let (gross, net) = (base.contributions(in: outcome), helped.contributions(in: outcome))
      return (0..<count).reduce(0) {
        $0 + weights.players[$1] * outcome.costs[$1] + weights.outlay * (gross[$1] - net[$1])
      }
    }
    func evaluated(_ weight: Double) throws -> Double {
      let outcome = try base.outcome(agreeing: coalition, evaluatedAt: weight)
      return (0..<count).reduce(0) { $0 + weights.players[$1] * outcome.costs[$1] }
    }
    let bounds = (
      base.subsidySlope(agreeing: coalition, upTo: 0.7, weighing: weights),
      base.evaluationSlope(agreeing: coalition, upTo: 0.7, weighing: weights)
    )
    for _ in 0..<10 {
      let (first, second) = (0.7 * chance.uniform(), 0.7 * chance.uniform())
      // 1e-9: rounding of sums of some hundreds.
      if let bound = bounds.0 { #expect(abs(try paid(first) - paid(second)) <= bound * abs(first - second) + 1e-9) }
      if let bound = bounds.1 {
        #expect(abs(try evaluated(first) - evaluated(second)) <= bound * abs(first - second) + 1e-9)
      }
    }
  }

  @Test("a bound is known wherever harm is linear", arguments: UInt64(0)..<10)
  func linear(seed: UInt64) throws {
    let base = try SpilloverGame.random(seed: seed, isLinear: true)
    let weights = LeverWeights(players: base.players.map { _ in 1 }, outlay: 1)
    #expect(base.subsidySlope(agreeing: .empty, upTo: 0.9, weighing: weights) != nil)
    #expect(base.evaluationSlope(agreeing: .empty, upTo: 1, weighing: weights) != nil)
  }

  @Test(
    "evaluation at 0 is each for itself, at 1 all for all, and between the best reply to both",
    arguments: UInt64(0)..<20)
  func evaluation(seed: UInt64) throws {
    let base = try SpilloverGame.random(seed: seed)
    expectClose(try base.outcome(agreeing: .empty, evaluatedAt: 0).costs, try base.outcome(agreeing: .empty).costs)
    let everyone = Coalition.grand(of: base.players.count)
    expectClose(
      [try base.outcome(agreeing: .empty, evaluatedAt: 1).totalCost], [try base.outcome(agreeing: everyone).totalCost])
    let weight = 0.3
    let actions = try base.outcome(agreeing: .empty, evaluatedAt: weight).actions
    for player in base.players.indices {
      func minded(_ action: Double) -> Double {
        var tried = actions
        tried[player] = action
        return weight * independentCost(of: base.players.indices, in: base, doing: tried)
          + (1 - weight) * independentCost(of: [player], in: base, doing: tried)
      }
      let least = lowest(of: minded, from: 0, to: base.limit[player])
      #expect(minded(actions[player]) <= least + 1e-9 * max(1, least))  // thirds of a range against a solve
    }
  }

  @Test("an evaluation without cost closes the gap; one that costs too much is not used")
  func evaluationCost() throws {
    let base = try SpilloverGame.threePlayers()
    let free = try HierarchyGame(base: base, leader: "top", evaluationUpTo: 1, accuracy: 1e-5).solution()
    #expect(try #require(free.shareOfGapClosed) > 0.99)
    let dear = try HierarchyGame(base: base, leader: "top", evaluationUpTo: 1, cost: 1e4, accuracy: 1e-6).solution()
    #expect(dear.setting < 0.01)
    #expect(abs(try #require(dear.shareOfGapClosed)) < 0.05)
    let dearFunds = try HierarchyGame(
      base: base, leader: "top", subsidyUpTo: 0.5, costOfFunds: 1000, accuracy: 1e-5
    ).solution()
    #expect(dearFunds.setting == 0)
    #expect(dearFunds.change == [0, 0, 0])
    #expect(dearFunds.shareOfGapClosed == 0)
  }

  @Test("what is paid is spared once and spent once")
  func accounts() throws {
    let base = try SpilloverGame.uniformPollutant()
    let found = try HierarchyGame(base: base, leader: "top", subsidyUpTo: 0.7, costOfFunds: 1.1, accuracy: 1e-5)
      .solution()
    let real = base.costs(of: found.with.actions).reduce(0, +)
    #expect(abs(found.with.totalCost + found.outlay - real) < 1e-9)
    #expect(abs(found.leaderCost - 1.1 * found.outlay) < 1e-12)
    #expect(abs(found.totalChange - (real + 0.1 * found.outlay - found.without.totalCost)) < 1e-9)
    #expect(found.totalChange < 0)
  }

  @Test("is a dilemma of the players and the leader: together they need no lever", arguments: UInt64(0)..<6)
  func dilemma(seed: UInt64) throws {
    let base = try SpilloverGame.random(seed: seed, players: 2, isLinear: true)
    let game = try HierarchyGame(base: base, leader: "top", subsidyUpTo: 0.6, accuracy: 1e-4)
    let optimum = try game.outcome(agreeing: .grand(of: 3))
    let size = optimum.totalCost
    #expect(abs(optimum.totalCost - (try base.outcome(agreeing: .grand(of: 2)).totalCost)) <= 1e-4 * size)
    let diagnosis = try GameDiagnosis(of: game)
    #expect(diagnosis.players == ["p0", "p1", "top"])
    #expect(diagnosis.cooperationGap >= -1e-4 * size)  // the accuracy of the search
    for player in 0..<2 {
      // Each pays what is left to it and answers the rate.
      #expect(game.costOfDefecting(player, from: diagnosis.nash) >= diagnosis.nash.costs[player] - 1e-9 * size)
    }
    #expect(game.costOfDefecting(2, from: diagnosis.nash) == 0)
    let worths = try game.coalitionGame(.gamma)
    #expect(worths.players == game.players)
    #expect(abs(worths.jointWorth - size) <= 1e-9 * size)
    // With the leader or without, a coalition can be sure of what it can be sure of in the spillover.
    #expect(try game.coalitionGame(.alpha)[Coalition([0, 2])] == base.coalitionGame(.alpha)[Coalition([0])])
  }

  @Test("searches a grid where no bound is known, and says that it is not certain")
  func uncertified() throws {
    let game = try HierarchyGame(base: Unbounded(game: equal(3)), leader: "top", subsidyUpTo: 0.95)
    let found = try game.solution()
    #expect(found.shortfall == nil)
    #expect(abs(found.setting - 2.0 / 3) < 1e-6)  // golden section sees no less than the root of rounding
  }

  @Test("refuses levers that are none, naming the leader")
  func refusals() throws {
    let base = try SpilloverGame.threePlayers()
    #expect(throws: DilemmaError.invalid("the highest rate of 'top' is 1.0; give a number above 0 and below 1")) {
      try HierarchyGame(base: base, leader: "top", subsidyUpTo: 1)
    }
    #expect(throws: DilemmaError.invalid("two players are called '2'; give each a name of its own")) {
      try HierarchyGame(base: base, leader: "2", subsidyUpTo: 0.5)
    }
    #expect(throws: DilemmaError.invalid("the cost of funds of 'top' is nan; give a finite number, 0 or more")) {
      try HierarchyGame(base: base, leader: "top", subsidyUpTo: 0.5, costOfFunds: .nan)
    }
    #expect(throws: DilemmaError.invalid("the weight of '2' is -1.0; give a finite number, 0 or more")) {
      try HierarchyGame(base: base, leader: "top", weights: [1, -1, 1], subsidyUpTo: 0.5)
    }
    #expect(
      throws: DilemmaError.invalid("the highest weight of 'top' is 2.0; give a number above 0 and at most 1")
    ) { try HierarchyGame(base: base, leader: "top", evaluationUpTo: 2) }
    #expect(throws: DilemmaError.invalid("the rate paid to '3' is 1.0; give 0 or more and less than 1")) {
      try base.subsidised(at: [0, 0.5, 1])
    }
    #expect(throws: DilemmaError.invalid("the weight of what others bear is -0.1; give a number from 0 to 1")) {
      try base.outcome(agreeing: .empty, evaluatedAt: -0.1)
    }
    #expect(throws: DilemmaError.invalid("the setting of 'top' is 0.6; give a number from 0 to 0.5")) {
      try HierarchyGame(base: base, leader: "top", subsidyUpTo: 0.5).outcome(at: 0.6)
    }
  }
}

/// Numbers near some hundreds that were worked out in two ways.
private func expectClose(_ found: [Double], _ worked: [Double]) {
  #expect(found.count == worked.count)
  for (a, b) in zip(found, worked) { #expect(abs(a - b) <= 1e-9 * max(1, abs(b))) }
}

/// A spillover that does not tell how fast it can change.
private struct Unbounded: SubsidisedDilemma {
  let game: SpilloverGame

  var players: [String] { game.players }
  func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    try game.outcome(agreeing: coalition)
  }
  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double { game.costOfDefecting(player, from: outcome) }
  func contributions(in outcome: Outcome) -> [Double] { game.contributions(in: outcome) }
  func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    try game.coalitionGame(convention)
  }
  func stakes(of player: Int) throws(DilemmaError) -> [Double] { try game.stakes(of: player) }
  func subsidised(at rates: [Double]) throws(DilemmaError) -> Unbounded {
    Unbounded(game: try game.subsidised(at: rates))
  }
  func subsidySlope(agreeing: Coalition, upTo: Double, weighing: LeverWeights) -> Double? { nil }
}
