import CollectiveAction
import Mathematics
import Testing

@Suite struct NormalFormDilemmaTests {
  @Test("reads a prisoner's dilemma as a trap")
  func prisonersDilemma() throws {
    let game = try NormalFormSamples.symmetric(3, 0, 5, 1)
    let nash = try game.outcome(agreeing: .empty)
    #expect(nash == Outcome(actions: [1, 1], costs: [-1, -1], isUnique: true))
    let optimum = try game.outcome(agreeing: .grand(of: 2))
    #expect(optimum == Outcome(actions: [0, 0], costs: [-3, -3], isUnique: true))
    #expect(game.costOfDefecting(0, from: optimum) == -5)
    #expect(game.contributions(in: optimum) == [2, 2] && game.contributions(in: nash) == [0, 0])
    // The other's turn to cooperation brings 5 instead of 1.
    #expect(try game.stakes(of: 0) == [0, 4])
    let diagnosis = try GameDiagnosis(of: game)
    #expect(diagnosis.cooperationGap == 4 && diagnosis.freeRidingIncentive == [2, 2])
    #expect(try game.coalitionGame(.gamma) == CoalitionGame(players: ["A", "B"], costs: [0, -1, -1, -6]))
    #expect(try game.coalitionGame(.alpha) == CoalitionGame(players: ["A", "B"], costs: [0, -1, -1, -6]))
    #expect(try game.coalitionGame(.delta) == CoalitionGame(players: ["A", "B"], costs: [0, -1, -1, -6]))
  }

  @Test("tells the equilibrium reached from today, and the others")
  func severalEquilibria() throws {
    let hunt = try NormalFormSamples.symmetric(4, 1, 3, 2)
    #expect(try hunt.outcome(agreeing: .empty).actions == [0, 0])
    let turned = try NormalFormSamples.symmetric(2, 3, 1, 4)
    #expect(try turned.outcome(agreeing: .empty) == Outcome(actions: [0, 0], costs: [-2, -2], isUnique: false))
    let all = try turned.equilibria(agreeing: .empty)
    #expect(all.isComplete && all.outcomes.count == 3)
    #expect(all.outcomes.map(\.actions) == [[0, 0], [1, 1], [0.5, 0.5]])
    #expect(all.outcomes.map(\.costs) == [[-2, -2], [-4, -4], [-2.5, -2.5]])
    #expect(try turned.outcome(agreeing: .grand(of: 2)).actions == [1, 1])
  }

  @Test("mixes where nothing pure holds, and remembers how")
  func mixed() throws {
    // Matching pennies with three choices: rock, paper, scissors.
    let game = try NormalFormSamples.bimatrix(
      [[0, -1, 1], [1, 0, -1], [-1, 1, 0]], [[0, 1, -1], [-1, 0, 1], [1, -1, 0]])
    let agreement = try game.partialAgreement(of: .empty)
    #expect(!agreement.isPure && agreement.isUnique && agreement.jointActions.isEmpty)
    for strategy in agreement.strategies { #expect(strategy.allSatisfy { abs($0 - 1.0 / 3) < 1e-15 }) }
    let outcome = try game.outcome(agreeing: .empty)
    // The average of 0, 1 and 2 is 1, and paper against paper gains as little; yet nobody plays paper for certain.
    let marked = Double(1).nextUp
    #expect(outcome.actions == [marked, marked] && outcome.costs == [0, 0])
    #expect(abs(game.costOfDefecting(0, from: outcome)) < 1e-15)
    #expect(game.contributions(in: outcome).allSatisfy { abs($0) < 1e-15 })
    // An outcome of nobody's: the second plays paper for certain, and the first answers with scissors.
    #expect(game.costOfDefecting(0, from: Outcome(actions: [0, 1], costs: [7, 7], isUnique: false)) == -1)
  }

  @Test("is at an equilibrium of coalition and outsiders in every outcome", arguments: UInt64(0)..<60)
  func outcomesAreEquilibria(seed: UInt64) throws {
    let counts = [[2, 2], [3, 3], [2, 2, 2], [3, 2, 3]][Int(seed % 4)]
    let game = try NormalFormSamples.random(counts, values: -9...9, seed: seed)
    for mask in 0..<UInt64(1 << counts.count) {
      let coalition = Coalition(mask: mask)
      let (agreements, _) = try game.partialAgreements(of: coalition)
      let chosen = try game.partialAgreement(of: coalition)
      #expect(agreements.contains(chosen))
      if chosen.isUnique { #expect(agreements.count == 1) }
      for agreement in agreements { expectEquilibrium(game, agreement) }
      if coalition.count < 2 && agreements.contains(where: \.isPure) {
        let pure = game.pureEquilibria()
        #expect(agreements.filter(\.isPure).map { game.profile($0.meanActions.map { Int($0) }) }.sorted() == pure)
      }
    }
    let optimum = try game.outcome(agreeing: .grand(of: counts.count))
    let best = try #require(game.socialOptima().first)
    #expect(-optimum.totalCost == game.totalPayoff(of: .grand(of: counts.count), in: best))
  }

  @Test("gives every coalition at least what it can be sure of", arguments: UInt64(0)..<40)
  func worths(seed: UInt64) throws {
    let counts = [[2, 2, 2], [3, 2, 3], [2, 2, 2, 2]][Int(seed % 3)]
    let game = try NormalFormSamples.random(counts, values: -9...9, seed: seed)
    let (gamma, alpha, delta) = (
      try game.coalitionGame(.gamma), try game.coalitionGame(.alpha), try game.coalitionGame(.delta)
    )
    for coalition in alpha.coalitions {
      // 1e-7: mixtures of a range of 72 are found to 1e-9 of it.
      #expect(gamma[coalition] <= alpha[coalition] + 1e-7 && delta[coalition] <= alpha[coalition] + 1e-7)
      // What two can be sure of apart they can together (von Neumann & Morgenstern 1944).
      for other in alpha.coalitions where other.isDisjoint(with: coalition) {
        #expect(alpha[coalition.union(other)] <= alpha[coalition] + alpha[other] + 1e-7)
      }
      let pure = try game.guarantee(of: coalition, mixing: false)
      let mixed = try game.guarantee(of: coalition, mixing: true)
      #expect(pure.value <= mixed.value + 1e-7 && mixed.held <= pure.held + 1e-7)
      expectSure(game, coalition, mixed)
      expectSure(game, coalition, pure)
    }
  }

  @Test("holds matching pennies to nothing, with lots, and to a loss without")
  func matchingPennies() throws {
    let game = try NormalFormSamples.bimatrix([[1, -1], [-1, 1]], [[-1, 1], [1, -1]])
    let mixed = try game.guarantee(of: .single(0), mixing: true)
    #expect(abs(mixed.value) < 1e-9 && mixed.plan.map(\.actions) == [[0], [1]])
    for part in mixed.plan + mixed.threat { #expect(abs(part.probability - 0.5) < 1e-9) }
    let pure = try game.guarantee(of: .single(0), mixing: false)
    #expect(pure.value == -1 && pure.held == 1)
  }

  /// By every joint action of the coalition and every action of each outsider, from the payoffs themselves.
  private func expectEquilibrium(_ game: NormalFormGame, _ agreement: PartialAgreement) {
    let members = Array(agreement.coalition)
    let likely = distribution(game, agreement)
    for player in game.players.indices {
      let gain = likely.reduce(0) { $0 + $1.1 * game.payoff(of: player, in: game.profile($1.0)) }
      #expect(abs(gain - agreement.payoffs[player]) <= 1e-9)
      guard !agreement.coalition.contains(player) else { continue }
      for action in game.actions[player].indices {
        let other = likely.reduce(0.0) { sum, entry in
          var choice = entry.0
          choice[player] = action
          return sum + entry.1 * game.payoff(of: player, in: game.profile(choice))
        }
        // 1e-7: 1e-9 of the range of at most 18, and rounding.
        #expect(other <= gain + 1e-7)
      }
    }
    let together = members.reduce(0) { $0 + agreement.payoffs[$1] }
    for joint in 0..<members.reduce(1, { $0 * game.actions[$1].count }) {
      var rest = joint
      var actions: [Int: Int] = [:]
      for member in members {
        actions[member] = rest % game.actions[member].count
        rest /= game.actions[member].count
      }
      let other = likely.reduce(0.0) { sum, entry in
        var choice = entry.0
        for (member, action) in actions { choice[member] = action }
        return sum + entry.1 * members.reduce(0) { $0 + game.payoff(of: $1, in: game.profile(choice)) }
      }
      #expect(other <= together + 1e-7)
    }
  }

  private func distribution(_ game: NormalFormGame, _ agreement: PartialAgreement) -> [([Int], Double)] {
    (0..<game.profileCount).compactMap { profile in
      let choice = game.choice(in: profile)
      let members = agreement.coalition.map { choice[$0] }
      var probability =
        agreement.coalition.isEmpty
        ? 1 : agreement.jointActions.first { $0.actions == members }.map(\.probability) ?? 0
      for player in choice.indices where !agreement.coalition.contains(player) {
        probability *= agreement.strategies[player][choice[player]]
      }
      return probability > 0 ? (choice, probability) : nil
    }
  }

  @Test("tells for all coalitions what each can be sure of without lots", arguments: UInt64(0)..<24)
  func sureWithoutLots(seed: UInt64) throws {
    // The last has more profiles than one block.
    let counts = [[2, 2], [3, 2, 4], [2, 3, 2, 2], [6, 6, 6, 6, 6, 2]][seed < 21 ? Int(seed % 3) : 3]
    let whole = try NormalFormSamples.random(counts, values: -99...99, seed: seed)
    // Of three seeds one counts in tenths, and one cannot be counted.
    let size: Double = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 10 : 3
    let game = try NormalFormGame(
      players: whole.players, actions: whole.actions,
      payoffs: (0..<whole.profileCount).flatMap { profile in whole.payoffs(in: profile).map { $0 / size } })
    let sure = try game.costsSureWithoutLots()
    for mask in 1..<(UInt64(1) << UInt64(counts.count)) where seed < 21 || mask % 7 == 0 {
      let one = try game.guarantee(of: Coalition(mask: mask), mixing: false).value
      #expect(sure[Coalition(mask: mask)] == -one)  // the same sums, to the bit
    }
  }

  private func expectSure(_ game: NormalFormGame, _ coalition: Coalition, _ guarantee: Guarantee) {
    let others = (0..<game.players.count).filter { !coalition.contains($0) }
    var least: [[Int]: Double] = [:]
    var most: [[Int]: Double] = [:]
    for profile in 0..<game.profileCount {
      let choice = game.choice(in: profile)
      let (own, opposed) = (coalition.map { choice[$0] }, others.map { choice[$0] })
      let gain = game.totalPayoff(of: coalition, in: profile)
      if let part = guarantee.plan.first(where: { $0.actions == own }) {
        least[opposed, default: 0] += part.probability * gain
      }
      if let part = guarantee.threat.first(where: { $0.actions == opposed }) {
        most[own, default: 0] += part.probability * gain
      }
    }
    #expect(abs((least.values.min() ?? .nan) - guarantee.value) <= 1e-7)
    #expect(abs((most.values.max() ?? .nan) - guarantee.held) <= 1e-7)
  }
}
