import CollectiveAction
import Mathematics
import Testing

@Suite struct MinimumEffortGameTests {
  static func experiment(players: Int, current: Int = 1) throws -> MinimumEffortGame {
    try MinimumEffortGame(
      players: (0..<players).map { "p\($0)" }, benefit: [Double](repeating: 0.2, count: players),
      effortCost: [Double](repeating: 0.1, count: players), constant: [Double](repeating: 0.6, count: players),
      levels: 7, current: [Int](repeating: current, count: players))
  }

  @Test("pays what Van Huyck, Battalio & Beil (1990) paid for own and smallest choice", arguments: 0..<3)
  func payoffTable(row: Int) throws {
    let table = try LiteratureTable("van-huyck-battalio-beil-1990/payoffs.csv")
    let own = try #require(table.numbers("own")[row])
    let smallest = try #require(table.numbers("smallest")[row])
    let dollars = try #require(table.numbers("dollars")[row])
    let costs = try Self.experiment(players: 2).costs(of: [Int(own), Int(smallest)])
    #expect(abs(-costs[0] - dollars) < 1e-15)  // two products of tenths
  }

  @Test("has every level as an equilibrium, the optimum at the top, and stays where play stands")
  func equilibria() throws {
    let game = try Self.experiment(players: 3, current: 4)
    let alone = try game.equilibria(agreeing: .empty)
    #expect(
      alone.isComplete && alone.outcomes.map(\.actions) == (1...7).map { [Double](repeating: Double($0), count: 3) })
    let nash = try game.outcome(agreeing: .empty)
    #expect(nash.actions == [4, 4, 4] && !nash.isUnique && alone.outcomes.contains(nash))
    #expect(try game.outcome(agreeing: Coalition([0, 1])).actions == [4, 4, 4])
    let optimum = try game.outcome(agreeing: .grand(of: 3))
    #expect(optimum.actions == [7, 7, 7] && optimum.isUnique)
    #expect(game.contributions(in: optimum).allSatisfy { abs($0 - 0.7) < 1e-15 })
    #expect(try game.stakes(of: 1) == [1, 0, 1])
    for convention in WorthConvention.allCases {
      let worths = try game.coalitionGame(convention)
      // A level is worth 0.1 more than it costs: 1.0 at level 4, 0.7 at level 1, 1.3 at the top.
      let alone = convention == .alpha ? 0.7 : 1.0
      #expect(abs(worths[Coalition([0, 2])] + 2 * alone) < 1e-14 && abs(worths.jointWorth + 3 * 1.3) < 1e-14)
    }
  }

  @Test("leaves nobody a better level, alone or in the coalition", arguments: UInt64(0)..<30)
  func nobodyDoesBetter(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [5])
    let count = Int.random(in: 1...3, using: &chance)
    func tenths() -> [Double] { (0..<count).map { _ in Double(Int.random(in: 1...9, using: &chance)) / 10 } }
    let game = try MinimumEffortGame(
      players: (0..<count).map { "p\($0)" }, benefit: tenths().map { 2 * $0 }, effortCost: tenths(), levels: 4,
      current: (0..<count).map { _ in Int.random(in: 1...4, using: &chance) })
    let profiles = (0..<(1 << (2 * count))).map { code in (0..<count).map { 1 + code >> (2 * $0) & 3 } }
    for mask in 0..<(UInt64(1) << UInt64(count)) {
      let coalition = Coalition(mask: mask)
      func isSettled(_ efforts: [Int]) -> Bool {
        let costs = game.costs(of: efforts)
        let groups = [Array(coalition)] + (0..<count).filter { !coalition.contains($0) }.map { [$0] }
        return groups.filter { !$0.isEmpty }.allSatisfy { group in
          profiles.filter { profile in (0..<count).allSatisfy { group.contains($0) || profile[$0] == efforts[$0] } }
            .allSatisfy { other in
              let otherCosts = game.costs(of: other)
              return group.reduce(0) { $0 + otherCosts[$1] - costs[$1] } >= -1e-12
            }
        }
      }
      let listed = try game.equilibria(agreeing: coalition)
      let found = profiles.filter(isSettled)
      #expect(Set(listed.outcomes.map { $0.actions.map { Int($0) } }).isSubset(of: Set(found)))
      // A group whose joint gain is nothing may also do less among themselves; those ties are left out.
      #expect(Set(found.filter { Set($0).count == 1 }).count == listed.outcomes.count)
      let outcome = try game.outcome(agreeing: coalition)
      #expect(listed.outcomes.contains(outcome))
      for player in 0..<count {
        let best = (1...4).map { level in
          game.costs(of: (0..<count).map { $0 == player ? level : Int(outcome.actions[$0]) })[player]
        }.min()
        #expect(abs(game.costOfDefecting(player, from: outcome) - (best ?? 0)) < 1e-12)
      }
    }
  }

  // MARK: - Selection

  @Test("selects the top while n times the cost is below the benefit, the bottom once it is above")
  func selection() throws {
    func selected(players: Int, cost: Double) throws -> Int? {
      try MinimumEffortGame(
        players: (0..<players).map { "p\($0)" }, benefit: [Double](repeating: 1, count: players),
        effortCost: [Double](repeating: cost, count: players), levels: 7
      ).selectedLevel
    }
    #expect(try selected(players: 2, cost: 0.25) == 7 && selected(players: 2, cost: 0.75) == 1)
    #expect(try selected(players: 3, cost: 0.25) == 7 && selected(players: 5, cost: 0.25) == 1)
    #expect(try selected(players: 4, cost: 0.25) == nil)
    #expect(try Self.experiment(players: 2).selectedLevel == nil)
    #expect(try Self.experiment(players: 16).selectedLevel == 1)  // where the experiments ended
  }

  @Test("has a potential that rises by what a change of effort gains, over the benefit")
  func potential() throws {
    let game = try MinimumEffortGame(
      players: ["a", "b", "c"], benefit: [1, 2, 4], effortCost: [0.5, 0.3, 0.8], levels: 4)
    for code in 0..<64 {
      let efforts = (0..<3).map { 1 + code >> (2 * $0) & 3 }
      for player in 0..<3 {
        for level in 1...4 {
          var other = efforts
          other[player] = level
          let rise = try #require(game.potential(of: other)) - #require(game.potential(of: efforts))
          let gain = game.costs(of: efforts)[player] - game.costs(of: other)[player]
          #expect(abs(rise * game.benefit[player] - gain) < 1e-12)  // sums of four products
        }
      }
    }
  }

  // MARK: - Logit play

  @Test(
    "finds logit equilibria in which each level is chosen in proportion to exp(gain/noise)",
    arguments: [
      0.02, 0.05, 0.2, 1, 10,
    ])
  func logitReplies(noise: Double) throws {
    let game = try MinimumEffortGame(
      players: ["a", "b", "c"], benefit: [0.2, 0.3, 0.25], effortCost: [0.1, 0.05, 0.12], levels: 5)
    let play = try game.logitEquilibria(noise: noise)
    for rows in [play.least, play.greatest] {
      for player in 0..<3 {
        // The expected gain of each level by adding up all that the others may do.
        let gains = (1...5).map { level -> Double in
          var sum = 0.0
          for first in 1...5 {
            for second in 1...5 {
              let others = (0..<3).filter { $0 != player }
              let lowest = Double(min(level, first, second))
              sum +=
                rows[others[0]][first - 1] * rows[others[1]][second - 1]
                * (game.benefit[player] * lowest - game.effortCost[player] * Double(level))
            }
          }
          return sum
        }
        for level in 1..<5 {
          let odds = rows[player][level] / rows[player][0]
          // The replies settle to 10⁻¹²; odds span many powers of ten.
          #expect(abs(odds - exponential((gains[level] - gains[0]) / noise)) < 1e-6 * (1 + odds))
        }
      }
    }
    #expect(zip(play.leastMeans, play.greatestMeans).allSatisfy { $0 <= $1 + 1e-9 })
    if noise >= 0.2 { #expect(play.isUnique) }
  }

  @Test("makes efforts fall with their cost and with the number of players, as Anderson, Goeree & Holt prove")
  func comparativeStatics() throws {
    func mean(_ players: Int, _ cost: Double, noise: Double = 0.05) throws -> Double {
      try MinimumEffortGame(
        players: (0..<players).map { "p\($0)" }, benefit: [Double](repeating: 1, count: players),
        effortCost: [Double](repeating: cost, count: players), levels: 7
      ).meanEffort(noise: noise)
    }
    let byCost = try [0.1, 0.25, 0.4, 0.6, 0.75].map { try mean(2, $0) }
    #expect(zip(byCost, byCost.dropFirst()).allSatisfy { $0 > $1 })
    let byNumber = try [2, 3, 5, 8, 16].map { try mean($0, 0.25) }
    #expect(zip(byNumber, byNumber.dropFirst()).allSatisfy { $0 > $1 })
    // In the limit the condition nc < b decides.
    #expect(try mean(2, 0.25, noise: 0.002) > 6.95 && mean(2, 0.75, noise: 0.002) < 1.05)
    #expect(try mean(3, 0.25, noise: 0.002) > 6.9 && mean(6, 0.25, noise: 0.002) < 1.1)
    // Noise alone: any effort is as likely as any other.
    #expect(abs(try mean(2, 0.25, noise: 1e6) - 4) < 1e-5)
    // By symmetry of two players at half the benefit: as far from the bottom as from the top.
    #expect(abs(try mean(2, 0.5) - 4) < 1e-9)
  }

  @Test("gives with fine levels the mean of efforts that may be any number", arguments: [0.5, 1, 4])
  func fineLevels(noise: Double) throws {
    // 121 levels of a twentieth each between 1 and 7, an independent way to the same equilibrium.
    let coarse = try MinimumEffortGame(
      players: ["a", "b", "c"], benefit: [1, 1, 1], effortCost: [0.3, 0.3, 0.3], levels: 7)
    let fine = try MinimumEffortGame(
      players: ["a", "b", "c"], benefit: [0.05, 0.05, 0.05], effortCost: [0.015, 0.015, 0.015], levels: 121)
    let play = try fine.logitEquilibria(noise: noise)
    #expect(play.isUnique)
    // Sums for integrals: off by the square of the step.
    #expect(abs(1 + 0.05 * (play.leastMeans[0] - 1) - (try coarse.meanEffort(noise: noise))) < 0.05)
  }

  @Test("refuses figures that would not be such a game, naming the player")
  func refusals() throws {
    func refusal(
      benefit: [Double] = [1, 1], cost: [Double] = [1, 1], constant: [Double]? = nil, levels: Int = 3,
      current: [Int]? = nil
    ) -> String? {
      do throws(DilemmaError) {
        _ = try MinimumEffortGame(
          players: ["a", "b"], benefit: benefit, effortCost: cost, constant: constant, levels: levels,
          current: current)
        return nil
      } catch { return error.description }
    }
    #expect(refusal() == nil)
    #expect(refusal(benefit: [1, -1]) == "the benefit of 'b' is -1.0; give a finite number, 0 or more")
    #expect(refusal(cost: [0, 1]) == "the cost of effort of 'a' is 0.0; give a number above 0")
    #expect(refusal(constant: [1]) == "1 constants for 2 players; give one each")
    #expect(refusal(constant: [1, .nan]) == "the constant of 'b' is nan; give a finite number")
    #expect(refusal(levels: 1) == "there are 1 levels; give 2 to 1000")
    #expect(refusal(current: [1, 4]) == "the current level of 'b' is 4; give 1 to 3")
    #expect(refusal(current: [1]) == "1 current levels for 2 players; give one each")
    #expect(refusal(benefit: [1e299, 1]) == "the figures are too large to be multiplied; state them in larger units")
    let game = try Self.experiment(players: 2)
    #expect(throws: DilemmaError.invalid("the noise is 0.0; give a finite number above 0")) {
      try game.logitEquilibria(noise: 0)
    }
    #expect(
      throws: DilemmaError.invalid(
        "the noise is 1e-13, nothing beside a figure of 0.2; ask for selectedLevel instead")
    ) { try game.meanEffort(noise: 1e-13) }
    #expect(
      throws: DilemmaError.invalid(
        "logit play with a noise of 0.05 has not settled after 2 rounds; allow more, or another noise")
    ) { try game.logitEquilibria(noise: 0.05, rounds: 2) }
    let unlike = try MinimumEffortGame(players: ["a", "b"], benefit: [1, 2], effortCost: [1, 1], levels: 3)
    #expect(
      throws: DilemmaError.invalid(
        "'b' differs from 'a' in benefit or cost of effort; this equilibrium is of players that are alike, "
          + "so ask for logitEquilibria")
    ) { try unlike.meanEffort(noise: 1) }
  }
}

/// e to a power, by its series after halving: apart from the library's.
private func exponential(_ power: Double) -> Double {
  var (term, sum) = (1.0, 1.0)
  for index in 1..<40 {
    term *= power / 1024 / Double(index)
    sum += term
  }
  for _ in 0..<10 { sum *= sum }
  return sum
}
