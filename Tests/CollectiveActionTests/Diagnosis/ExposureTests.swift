import CollectiveAction
import Mathematics
import Testing

@Suite struct ExposureTests {
  @Test("is what the others' steps to the optimum change of a player's cost, one by one", arguments: UInt64(0)..<30)
  func definition(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let (nash, optimum) = (
      try game.outcome(agreeing: .empty), try game.outcome(agreeing: .grand(of: game.players.count))
    )
    let exposure = try Exposure(of: game)
    for i in game.players.indices {
      let alone = independentCost(of: [i], in: game, doing: nash.actions)
      var (better, worse) = (0.0, 0.0)
      for j in game.players.indices where j != i {
        var actions = nash.actions
        actions[j] = optimum.actions[j]
        let spared = alone - independentCost(of: [i], in: game, doing: actions)
        if spared > 0 { better += spared / alone } else { worse -= spared / alone }
      }
      // 1e-10: differences of costs of some hundreds, over such a cost.
      #expect(abs(exposure.benefit[i] - better) < 1e-10)
      #expect(abs(exposure.harm[i] - worse) < 1e-10)
      #expect(abs(exposure.total[i] - better - worse) < 1e-10)
      for j in game.players.indices where j != i {
        #expect(exposure.mutualDependence(i, j) == exposure.mutualDependence(j, i))
        #expect(exposure.powerImbalance(i, j) <= exposure.mutualDependence(i, j))
      }
    }
  }

  @Test("measures free riding as what is held back of what the optimum asks")
  func freeRiding() throws {
    let riding = try GameDiagnosis(of: SpilloverGame.threePlayers()).freeRiding
    // cq²/2 at 1.8 and 2.5, at 0.5 and 0.95, at 0.15 and 0.375.
    expect(riding.map(\.alone), [1.62, 0.25, 0.045])
    expect(riding.map(\.together), [3.125, 0.9025, 0.28125])
    expect(riding.map { $0.share ?? -1 }, [1 - 1.62 / 3.125, 1 - 0.25 / 0.9025, 1 - 0.045 / 0.28125])
    #expect(riding.allSatisfy { $0.incentive > 0 && $0.shortfall > 0 })
  }

  @Test("gives every measure a formula, a unit and an owner")
  func kinds() {
    let kinds = DiagnosticMeasure.Kind.allCases
    #expect(Set(kinds.map(\.formula)).count == kinds.count)
    for kind in kinds {
      #expect(!kind.formula.isEmpty)
      #expect(!kind.source.isEmpty)
    }
    // A unit that nothing is told in would have no words worth keeping.
    #expect(Set(kinds.map(\.unit)) == Set(DiagnosticMeasure.Unit.allCases))
  }

  @Test("lists each player's numbers in order, and none twice")
  func lists() throws {
    let game = try SpilloverGame.threePlayers()
    let diagnosis = try GameDiagnosis(of: game)
    var chance = RandomStream(seed: 1)
    let measures =
      try diagnosis.measures + CriticalDiscount(of: diagnosis).measures + Exposure(of: game).measures
      + BystanderEffect(of: game, using: &chance).measures
      + CoordinationRisk(in: game, from: diagnosis.nash, to: diagnosis.optimum).measures
      + Basin(of: game, draws: 2, using: &chance).measures
    #expect(Set(measures.map { "\($0.kind) \($0.scope)" }).count == measures.count)
    #expect(measures.first?.kind == .cooperationGap)
    #expect(measures.filter { $0.kind == .exposure }.map(\.scope) == [.player(0), .player(1), .player(2)])
    #expect(measures.filter { $0.kind == .powerImbalance }.map(\.scope) == [.pair(0, 1), .pair(0, 2), .pair(1, 2)])
    let verdict = diagnosis.verdict()
    #expect(verdict.measures.map(\.kind) == verdict.grounds.map(\.measure))
  }

  @Test("the price of stability is not above that of anarchy, and neither is below one", arguments: UInt64(0)..<60)
  func prices(seed: UInt64) throws {
    let game = TableGame.random([3, 2, 2], seed: seed)
    guard let diagnosis = try? GameDiagnosis(of: game) else { return }  // no equilibrium in pure actions
    let (anarchy, stability) = (try #require(diagnosis.priceOfAnarchy), try #require(diagnosis.priceOfStability))
    #expect(stability <= anarchy)
    #expect(stability >= 1)
    let gains = TableGame(game.sizes) { game.cost($0).map { $0 - 2 } }
    let inGains = try GameDiagnosis(of: gains)
    #expect(try #require(inGains.priceOfStability) <= (try #require(inGains.priceOfAnarchy)))
    #expect(try #require(inGains.priceOfStability) >= 1)
    let order = diagnosis.order
    for i in diagnosis.equilibria.outcomes.indices {
      let dominators = diagnosis.equilibria.outcomes.filter { other in
        zip(other.costs, diagnosis.equilibria.outcomes[i].costs).allSatisfy { $0 <= $1 }
          && other.costs != diagnosis.equilibria.outcomes[i].costs
      }
      #expect(order.undominated.contains(i) == dominators.isEmpty)
    }
  }
}
