import CollectiveAction
import Sharing
import Testing

@Suite struct RiverTests {
  private func random(_ seed: UInt64) throws -> RiverGame {
    var chance = SeededChance(seed: seed)
    let n = Int.random(in: 1...6, using: &chance)
    let benefits = (0..<n).map { _ in
      (0..<Int.random(in: 0...3, using: &chance)).map { _ in
        RiverGame.BenefitStep(
          amount: Double(Int.random(in: 0...5, using: &chance)),
          worthPerUnit: Double(Int.random(in: 0...9, using: &chance)))
      }.sorted { $0.worthPerUnit > $1.worthPerUnit }
    }
    return try RiverGame(
      neighbours: (0..<n).map { "r\($0)" }, inflows: (0..<n).map { _ in Double(Int.random(in: 0...6, using: &chance)) },
      benefits: benefits)
  }

  @Test("gives consecutive neighbours the most that any use of whole units makes", arguments: UInt64(0)..<25)
  func bestUse(seed: UInt64) throws {
    let river = try random(seed)
    let table = try river.table()
    // Place by place, the most for each amount that can be left in the river.
    var best = [0.0]
    for place in river.inflows.indices {
      let arriving = [Double](repeating: -.infinity, count: Int(river.inflows[place])) + best
      best = [Double](repeating: -.infinity, count: arriving.count)
      for (water, worth) in arriving.enumerated() {
        for use in 0...water {
          var (left, benefit) = (Double(use), 0.0)
          for step in river.benefits[place] {
            benefit += min(left, step.amount) * step.worthPerUnit
            left -= min(left, step.amount)
          }
          best[water - use] = max(best[water - use], worth + benefit)
        }
      }
    }
    #expect(table.jointWorth == best.max())
  }

  @Test("shares by increments along the river, in the core of the river game", arguments: UInt64(0)..<40)
  func increments(seed: UInt64) throws {
    let river = try random(seed)
    let table = try river.table()
    let (down, up) = (river.downstreamIncremental, river.upstreamIncremental)
    for place in river.neighbours.indices {
      let above = Coalition(0..<place)
      #expect(down[place] == table[above.adding(place)] - table[above])
      let below = Coalition((place + 1)..<river.neighbours.count)
      #expect(up[place] == table[below.adding(place)] - table[below])
    }
    for division in [down, up] {
      #expect(coreMembership(of: division, in: table, tolerance: 0).isMember)
    }
  }

  @Test("shares the cost of a polluted river as the Shapley value of each responsibility", arguments: UInt64(0)..<20)
  func pollution(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let costs = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
      Double(Int.random(in: 0...50, using: &chance)) / 10
    }
    let river = try PollutedRiver(neighbours: costs.indices.map { "r\($0)" }, costs: costs)
    for responsibility in PollutedRiver.Responsibility.allCases {
      let value = shapleyValue(of: try river.table(responsibility))
      for (share, average) in zip(river.equalSharing(responsibility).shares, value.shares) {
        #expect(abs(share - average) <= 1e-13)  // sums of 64 fractions
      }
    }
  }

  @Test("gives the upstream shares of Ni & Wang (2007) that three reaches make by hand")
  func threeReaches() throws {
    let river = try PollutedRiver(neighbours: ["a", "b", "c"], costs: [3, 4, 6])
    #expect(river.equalSharing(.local).shares == [3, 4, 6])
    #expect(river.equalSharing(.upstream).shares == [7, 4, 2])
    #expect(river.equalSharing(.downstream).shares == [1, 3, 9])
  }

  @Test func refusesWhatIsNoRiver() {
    func error(_ inflows: [Double], _ benefits: [[RiverGame.BenefitStep]]) -> String? {
      do throws(StructuredGameError) {
        _ = try RiverGame(neighbours: ["a", "b"], inflows: inflows, benefits: benefits)
      } catch { return "\(error)" }
      return nil
    }
    #expect(error([1, -2], [[], []]) == "the inflow of 'b' is -2; give a number from zero up")
    #expect(error([1, 2], [[]]) == "1 benefits where 2 are needed; give one for each, in order")
    #expect(
      error([1, 2], [[.init(amount: 1, worthPerUnit: 2), .init(amount: 1, worthPerUnit: 3)], []])
        == "a later unit of water is worth more to 'a' than an earlier one; list steps from the most valuable down")
    #expect(
      error([1, 2], [[], [.init(amount: .infinity, worthPerUnit: 2)]])
        == "the amount of water of 'b' is inf; give a number from zero up")
    #expect(throws: StructuredGameError.wrongFigure(of: "cost", at: "a", figure: -1)) {
      try PollutedRiver(neighbours: ["a"], costs: [-1])
    }
  }
}
