import CollectiveAction
import Foundation
import Mathematics
import Testing

@Suite struct BasinTests {
  @Test("leads all to mutual defection in the prisoner's dilemma, and half to either end in the stag hunt")
  func twoByTwo() throws {
    var chance = RandomStream(seed: 1)
    let prisoners = Basin(of: TableGame.symmetric(t: 5, r: 3, p: 1, s: 0), using: &chance)
    #expect(prisoners.settlements.map(\.actions) == [[0, 0]])
    #expect(prisoners.settlements.map(\.share) == [1])
    let stags = Basin(of: TableGame.symmetric(t: 3, r: 4, p: 2, s: 1), using: &chance)
    #expect(stags.settlements.map(\.actions) == [[0, 0], [1, 1]])
    #expect(stags.settlements.map(\.share) == [0.5, 0.5])
    #expect(stags.best?.actions == [1, 1])
    #expect(stags.draws == nil)
    #expect(chance == RandomStream(seed: 1))  // nothing was drawn
  }

  @Test("finds no end where every reply calls for another")
  func circle() throws {
    // Matching pennies.
    let game = TableGame([2, 2]) { $0[0] == $0[1] ? [0, 1] : [1, 0] }
    var chance = RandomStream(seed: 1)
    let basin = Basin(of: game, using: &chance)
    #expect(basin.settlements.isEmpty)
    #expect(basin.unsettled == 1)
    #expect(basin.best == nil)
  }

  @Test("solves a circle that can be left")
  func leavableCircle() throws {
    // Matching pennies of the first two; the third, who would rather have 1, ends the game for all by it.
    let game = TableGame([2, 2, 2]) { actions in
      actions[2] == 1 ? [actions[0], actions[1], 0] : (actions[0] == actions[1] ? [0, 1, 1] : [1, 0, 1])
    }
    var chance = RandomStream(seed: 1)
    let basin = Basin(of: game, using: &chance)
    #expect(basin.settlements.map(\.actions) == [[0, 0, 1]])
    #expect(abs((basin.best?.share ?? 0) - 1) < 1e-12)  // a linear system of a few equations
    #expect(basin.unsettled == 0)
  }

  @Test("ends exactly in the equilibria of the game, and its shares are what is drawn", arguments: UInt64(0)..<12)
  func exactAgainstDrawn(seed: UInt64) throws {
    let game = TableGame.random(seed % 2 == 0 ? [2, 3, 2] : [3, 3], seed: seed)
    var chance = RandomStream(seed: seed)
    let basin = Basin(of: game, using: &chance)
    #expect(basin.settlements.map(\.actions) == game.settled(agreeing: .empty))
    #expect(abs(basin.settlements.reduce(basin.unsettled) { $0 + $1.share } - 1) < 1e-12)
    // Played by hand, 150 times; five standard deviations of a share are at most 0.205.
    var counts = [Int](repeating: 0, count: basin.settlements.count)
    for _ in 0..<150 {
      var actions = game.sizes.map { Double(Int.random(in: 0..<$0, using: &chance)) }
      for _ in 0..<40 {
        let movers = game.players.indices.filter {
          game.costs(of: actions)[$0]
            > game.costOfDefecting($0, from: Outcome(actions: actions, costs: [], isUnique: true))
        }
        guard let mover = movers.randomElement(using: &chance) else { break }
        actions[mover] = game.bestReply(of: mover, to: actions)
      }
      if let end = basin.settlements.firstIndex(where: { $0.actions == actions }) { counts[end] += 1 }
    }
    for (count, settlement) in zip(counts, basin.settlements) {
      #expect(abs(Double(count) / 150 - settlement.share) < 0.205)
    }
  }

  @Test("draws where actions are not listed, and finds the one equilibrium of a spillover", arguments: UInt64(0)..<8)
  func spillover(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let nash = try game.outcome(agreeing: .empty)
    guard nash.isUnique else { return }
    var chance = RandomStream(seed: seed)
    let basin = Basin(of: game, draws: 20, using: &chance)
    #expect(basin.draws == 20)
    #expect(basin.settlements.count == 1)
    let settled = try #require(basin.best)
    for player in game.players.indices {
      // A way stops when what could be saved is rounding, some 10⁻¹² of costs that are quadratic.
      #expect(abs(settled.actions[player] - nash.actions[player]) < 1e-4 * max(1, game.limit[player]))
    }
    #expect(settled.share == 1)
    #expect(abs(settled.interval.lowerBound - 0.767) < 5e-4)  // 0.005^(1/20)
  }

  @Test("the same seed draws the same")
  func repeatable() throws {
    let game = try SpilloverGame.random(seed: 3)
    var (first, second) = (RandomStream(seed: 5), RandomStream(seed: 5))
    #expect(Basin(of: game, draws: 5, using: &first) == Basin(of: game, draws: 5, using: &second))
  }
}

@Suite struct CoordinationRiskTests {
  private func risk(_ game: TableGame) throws -> CoordinationRisk {
    let diagnosis = try GameDiagnosis(of: game)
    return try CoordinationRisk(in: game, from: diagnosis.worst, to: diagnosis.best)
  }

  @Test("needs the belief (P − S)/((R − T) + (P − S)) in the stag hunt", arguments: UInt64(0)..<60)
  func stagHunt(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [2])
    let (p, r) = (chance.uniform(), 1 + chance.uniform())
    let (t, s) = (r - 0.01 - chance.uniform(), p - 0.01 - chance.uniform())
    let found = try risk(.symmetric(t: t, r: r, p: p, s: s))
    let needed = (p - s) / ((r - t) + (p - s))
    for belief in found.neededBelief { #expect(abs(try #require(belief) - needed) < 1e-13) }
    #expect(abs(found.risk - needed) < 1e-13)
    // Harsanyi & Selten (1988): risk dominance is a product of losses, here of equals.
    #expect((found.laplacianAdvantage[0] > 0) == (needed < 0.5))
    #expect(abs(found.firstMoverLoss[0] - (p - s)) < 1e-13)
  }

  @Test("moves in the global game up to a cost of V(n + 1)/(2n) where adoption by k is worth Vk/n to each")
  func adoption() throws {
    for count in 2...6 {
      let limit = 10 * Double(count + 1) / Double(2 * count)  // 0.6 V for five
      for (cost, moves) in [(limit - 0.01, true), (limit + 0.01, false)] {
        let game = TableGame([Int](repeating: 2, count: count)) { actions in
          let adopters = actions.reduce(0, +)
          return actions.map { $0 == 1 ? cost - 10 * adopters / Double(count) : 0 }
        }
        let found = try CoordinationRisk(
          in: game, from: Outcome(actions: [Double](repeating: 0, count: count), costs: [], isUnique: false),
          to: Outcome(actions: [Double](repeating: 1, count: count), costs: [], isUnique: false))
        for advantage in found.laplacianAdvantage { #expect((advantage > 0) == moves) }
        for loss in found.firstMoverLoss { #expect(abs(loss - (cost - 10 / Double(count))) < 1e-12) }
      }
    }
  }

  @Test("the belief rises with the number of others in the weakest link, p = (c/b)^(1/(n − 1))")
  func weakestLink() throws {
    for count in 2...5 {
      // 0.2 · least effort − 0.1 · own: high effort pays when all others choose it, with probability pⁿ⁻¹ ≥ ½.
      let game = TableGame([Int](repeating: 2, count: count)) { actions in
        actions.map { 0.1 * $0 - 0.2 * (actions.min() ?? 0) }
      }
      let found = try risk(game)
      for belief in found.neededBelief {
        #expect(abs(try #require(belief) - pow(0.5, 1 / Double(count - 1))) < 1e-12)  // a power against a bisection
      }
    }
  }

  @Test("needs no belief where moving pays anyway, and has none where it never does")
  func extremes() throws {
    let ends = (
      Outcome(actions: [0, 0], costs: [], isUnique: true), Outcome(actions: [1, 1], costs: [], isUnique: true)
    )
    let harmony = try CoordinationRisk(in: TableGame.symmetric(t: 1, r: 4, p: 2, s: 3), from: ends.0, to: ends.1)
    #expect(harmony.neededBelief == [0, 0])
    #expect(harmony.risk == 0)
    let prisoners = try CoordinationRisk(in: TableGame.symmetric(t: 5, r: 3, p: 1, s: 0), from: ends.0, to: ends.1)
    #expect(prisoners.neededBelief == [nil, nil])
    #expect(prisoners.risk == 1)
  }
}

@Suite struct FirstMoversTests {
  private func push(_ game: TableGame, to good: [Double]) throws -> FirstMovers? {
    try FirstMovers(
      in: game, from: Outcome(actions: good.map { _ in 0 }, costs: [], isUnique: false),
      to: Outcome(actions: good, costs: [], isUnique: false))
  }

  @Test(
    "finds the seed of a cascade: thresholds 1, 1, 2, 3 and 4 wait for one, and a missing link breaks it (Granovetter 1978)"
  )
  func cascade() throws {
    func crowd(_ thresholds: [Double]) -> TableGame {
      TableGame(thresholds.map { _ in 2 }) { actions in
        let adopters = actions.reduce(0, +)
        // Adopting pays once as many others have as one's threshold.
        return actions.indices.map { actions[$0] == 1 ? thresholds[$0] - 0.5 - (adopters - 1) : 0 }
      }
    }
    let chain = try #require(try push(crowd([1, 1, 2, 3, 4]), to: [1, 1, 1, 1, 1]))
    #expect(chain.players == [0] && chain.lowerBound == 1 && chain.optimality == .exact)
    #expect(chain.losses == [0.5, 0, 0, 0, 0])
    let broken = try #require(try push(crowd([2, 2, 2, 4, 4]), to: [1, 1, 1, 1, 1]))
    #expect(broken.players == [0, 3])
    #expect(broken.losses == [0.5, 0, 0, 2.5, 0])  // each has one beside it
    #expect(try push(crowd([0, 1, 2, 3, 4]), to: [1, 1, 1, 1, 1])?.players == [])
  }

  @Test("lets nobody lead where the others would not follow")
  func prisoners() throws {
    #expect(try push(.symmetric(t: 5, r: 3, p: 1, s: 0), to: [1, 1]) == nil)
  }

  @Test("agrees with trying every coalition by hand in games of adoption", arguments: UInt64(0)..<40)
  func byHand(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [6])
    let count = 2 + Int(seed % 4)
    let costs = (0..<count).map { _ in chance.uniform() * Double(count - 1) }
    let game = TableGame(costs.map { _ in 2 }) { actions in
      let adopters = actions.reduce(0, +)
      return actions.indices.map { actions[$0] == 1 ? costs[$0] - (adopters - 1) : 0 }
    }
    let found = Coalition(try #require(try push(game, to: costs.map { _ in 1 })).players)
    // Who adopts raises what adoption is worth to all, so a set that grows as far as it can is where play ends.
    func spread(_ seed: Coalition) -> Coalition {
      var adopters = seed
      while let next = costs.indices.first(where: { !adopters.contains($0) && costs[$0] < Double(adopters.count) }) {
        adopters = adopters.adding(next)
      }
      return adopters
    }
    #expect(spread(found) == .grand(of: count))
    for mask in 0..<(UInt64(1) << UInt64(count)) where Coalition(mask: mask).count < found.count {
      #expect(spread(Coalition(mask: mask)) != .grand(of: count))
    }
  }

  @Test("has from the family of standards what trying every coalition finds", arguments: UInt64(0)..<40)
  func family(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [7])
    let count = 2 + Int(seed % 5)
    let names = (0..<count).map { "p\($0)" }
    var weights = Matrix(rows: count, columns: count)
    for i in 0..<count { for j in 0..<count where i != j { weights[i, j] = 0.1 + chance.uniform() } }
    // All share it in the end, and nobody begins by itself.
    let own = 1 / Double(count)
    let game = try AdoptionGame(
      players: names, benefit: names.map { _ in 1 },
      items: [.init(name: "x", switchingCost: names.map { _ in own + 0.9 * (1 - own) * chance.uniform() })],
      exchange: ExchangeWeights(players: names, weights: weights))
    let all = try game.equilibria(agreeing: .empty).outcomes
    let (bad, good) = (all[0], all[all.count - 1])
    #expect(bad.actions.allSatisfy { $0 == 0 } && good.actions.allSatisfy { $0 == 1 })
    let told = try #require(try FirstMovers(in: game, from: bad, to: good))
    let tried = try #require(
      try FirstMovers(in: TableGame(names.map { _ in 2 }) { game.costs(of: $0) }, from: bad, to: good))
    #expect(told.players.count == tried.players.count && told.optimality == .exact)
    // What one bears while the movers stand alone, from the definition.
    var alone = bad.actions
    for mover in told.players { alone[mover] = 1 }
    let borne = game.costs(of: alone)
    for player in 0..<count {
      let loss = told.players.contains(player) ? borne[player] : 0
      #expect(abs(told.losses[player] - loss) < 1e-12)  // some six shares added up in another order
    }
    // Not from elsewhere, nor for several items: there coalitions are tried.
    #expect(game.firstMovers(from: good, to: good) == nil)
  }
}

@Suite struct PDominanceTests {
  @Test("needs (P − S)/((R − T) + (P − S)) in the stag hunt, as two players cannot differ in how others come along")
  func stagHunt() throws {
    let ends = (
      Outcome(actions: [0, 0], costs: [], isUnique: true), Outcome(actions: [1, 1], costs: [], isUnique: true)
    )
    let hunt = PDominance(in: TableGame.symmetric(t: 3, r: 4, p: 2, s: 0), from: ends.0, to: ends.1)
    #expect(hunt.beliefs == [2.0 / 3, 2.0 / 3] && hunt.largest == 2.0 / 3)
    #expect(
      hunt.largest == StagHunt(bothFirst: 4, firstAlone: 0, secondAgainstFirst: 3, bothSecond: 2).smallestBeliefInFirst)
    let harmony = PDominance(in: TableGame.symmetric(t: 1, r: 4, p: 2, s: 3), from: ends.0, to: ends.1)
    #expect(harmony.beliefs == [0, 0] && harmony.mean == 0)
    let prisoners = PDominance(in: TableGame.symmetric(t: 5, r: 3, p: 1, s: 0), from: ends.0, to: ends.1)
    #expect(prisoners.beliefs == [nil, nil])
  }

  @Test("asks half in the weakest link, where others come all or not at all, and more where each comes by itself")
  func weakestLink() throws {
    for count in 2...5 {
      let game = TableGame([Int](repeating: 2, count: count)) { actions in
        actions.map { 0.1 * $0 - 0.2 * (actions.min() ?? 0) }
      }
      let diagnosis = try GameDiagnosis(of: game)
      let (together, apart) = (
        PDominance(in: game, from: diagnosis.worst, to: diagnosis.best),
        try CoordinationRisk(in: game, from: diagnosis.worst, to: diagnosis.best)
      )
      for belief in together.beliefs { #expect(abs(try #require(belief) - 0.5) < 1e-15) }
      #expect(apart.risk >= together.largest - 1e-12)
    }
  }

  @Test("says of a standard what pricing its outcomes does", arguments: UInt64(0)..<60)
  func standards(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed)
    let game = try AdoptionGame(
      players: standard.players, benefit: standard.benefit,
      items: [
        .init(
          name: "x", switchingCost: standard.switchingCost,
          holders: standard.players.indices.filter { standard.holds[$0] })
      ], exchange: standard.exchange)
    func outcome(_ adopters: [Bool]) -> Outcome {
      Outcome(actions: adopters.map { $0 ? 1 : 0 }, costs: [], isUnique: false)
    }
    let greatest = standard.greatestEquilibrium
    let priced = PDominance(in: game, from: outcome(standard.holds), to: outcome(greatest))
    for (player, belief) in standard.pDominance.beliefs.enumerated() where greatest[player] {
      let (told, found) = (try #require(belief), priced.beliefs[player])
      // Where sure of all it gains nothing, the family lets it adopt and a price may be off by rounding.
      #expect(abs(told - (found ?? 1)) < 1e-9)
    }
  }
}
