import CollectiveAction
import Mathematics
import Testing

@Suite struct CorrelatedEquilibriumTests {
  // Aumann (1974), J. Math. Econ. 1, 67–96: 5.25 each is beyond every mixture of the equilibria (2, 7), (7, 2).
  @Test("gives Aumann's players of chicken 5.25 each")
  func chicken() throws {
    let game = try NormalFormSamples.symmetric(6, 2, 7, 0)
    let found = try game.bestCorrelatedEquilibrium(for: .grand(of: 2))
    // 1e-8: the check of the linear program.
    #expect(abs(found.payoffs[0] - 5.25) <= 1e-8 && abs(found.payoffs[1] - 5.25) <= 1e-8)
    for (profile, probability) in [0.5, 0.25, 0.25, 0].enumerated() {
      #expect(abs(found.probabilities[profile] - probability) <= 1e-8)
    }
    let first = try game.bestCorrelatedEquilibrium(for: .single(0))
    #expect(abs(first.payoffs[0] - 7) <= 1e-8)
  }

  @Test("is at least as good as every equilibrium, which is one of them", arguments: UInt64(0)..<80)
  func nashIsCorrelated(seed: UInt64) throws {
    let counts = [[2, 2], [3, 3], [2, 2, 2], [3, 2, 2]][Int(seed % 4)]
    let game = try NormalFormSamples.random(counts, values: seed % 2 == 0 ? 0...3 : -40...40, seed: seed)
    let best = try game.bestCorrelatedEquilibrium(for: .grand(of: counts.count))
    #expect(game.correlationRegret(of: best.probabilities) <= 1e-8)
    #expect(abs(best.probabilities.reduce(0, +) - 1) <= 1e-12 && best.probabilities.allSatisfy { $0 >= 0 })
    for profile in try game.mixedEquilibria().profiles {
      let product = (0..<game.profileCount).map { number in
        zip(game.choice(in: number), profile.strategies).reduce(1) { $0 * $1.1[$1.0] }
      }
      #expect(game.correlationRegret(of: product) <= 1e-8)
      // 1e-6 of sums up to 120.
      #expect(best.payoffs.reduce(0, +) >= game.payoffs(of: profile).reduce(0, +) - 1e-6)
    }
    for player in counts.indices {
      let own = try game.bestCorrelatedEquilibrium(for: .single(player))
      #expect(own.payoffs[player] >= best.payoffs[player] - 1e-6)
    }
  }

  @Test func refusesTooManyProfiles() throws {
    let game = try NormalFormSamples.random([5, 6, 6, 6, 6], values: 0...9, seed: 0)
    #expect(
      throws: DilemmaError.invalid(
        "a correlated equilibrium of 6480 profiles; it is looked for among at most 4096, "
          + "strike out dominated actions first"
      )
    ) { try game.bestCorrelatedEquilibrium(for: .grand(of: 5)) }
  }
}
