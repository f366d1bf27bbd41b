import CollectiveAction
import Mathematics
import Testing

@Suite struct MixedEquilibriaTests {
  // Diekmann (1985), J. Conflict Resolut. 29, 605–610: each acts with probability 1 − (c/b)^(1/(n − 1)), so the more
  // there are the less each does, and the less likely it is that anyone acts: the bystander effect.
  @Test("finds the volunteers' mixture of Diekmann (1985)", arguments: [3, 4, 6])
  func volunteers(count: Int) throws {
    let (benefit, cost) = (2.0, 1.0)
    let game = try NormalFormSamples.volunteers(count, benefit: benefit, cost: cost)
    let found = try game.mixedEquilibria()
    // Some of them, two or more, mix while the others wait; or one acts alone.
    if count < 5 { #expect(found.areAll && found.profiles.count == (1 << count) - 1) }
    let mixed = try #require(found.profiles.last)
    var wait = 1.0
    for _ in 0..<64 {
      wait = wait - (power(wait, count - 1) - cost / benefit) / (Double(count - 1) * power(wait, count - 2))
    }
    // 1e-9: the tolerance of the equilibrium.
    for strategy in mixed.strategies { #expect(abs(strategy[1] - (1 - wait)) <= 1e-9) }
    #expect(NormalFormSamples.largestRegret(game, mixed.strategies) <= 1e-9 * benefit)
  }

  @Test("finds an equilibrium of every game of three or four players", arguments: UInt64(0)..<32)
  func manyPlayers(seed: UInt64) throws {
    let counts = [[2, 2, 2], [3, 2, 2], [2, 2, 2, 3], [4, 3, 3]][Int(seed % 4)]
    let game = try NormalFormSamples.random(counts, values: seed % 3 == 0 ? 0...2 : -50...50, seed: seed)
    let found = try game.mixedEquilibria()
    for profile in found.profiles {
      for strategy in profile.strategies {
        #expect(strategy.allSatisfy { $0 >= 0 } && abs(strategy.reduce(0, +) - 1) <= 1e-12)
      }
      // 1e-9 of the range of at most 100.
      #expect(NormalFormSamples.largestRegret(game, profile.strategies) <= 1e-7)
      #expect(abs(game.regrets(of: profile).max()! - NormalFormSamples.largestRegret(game, profile.strategies)) <= 1e-9)
    }
    let pure = game.pureEquilibria()
    #expect(found.profiles.prefix(pure.count).map { game.profile($0.pureChoice!) } == pure)
  }

  // Wilson (1971), SIAM J. Appl. Math. 21, 80–87: almost all finite games have an odd number of equilibria.
  @Test("finds an odd number of equilibria, and the traced one among them", arguments: UInt64(0)..<12)
  func oddNumber(seed: UInt64) throws {
    let counts = [[2, 2, 2], [2, 3, 2], [2, 2, 3]][Int(seed % 3)]
    let game = try NormalFormSamples.random(counts, values: -1000...1000, seed: seed)
    let found = try game.mixedEquilibria()
    #expect(found.areAll && found.profiles.count % 2 == 1)
    for profile in found.profiles {
      // 1e-9 of a range of 2000.
      #expect(NormalFormSamples.largestRegret(game, profile.strategies) <= 2e-6)
    }
  }

  @Test("finds what both exact methods find for two players", arguments: UInt64(0)..<60)
  func twoPlayers(seed: UInt64) throws {
    let game = try NormalFormSamples.random([3, 3], values: -50...50, seed: seed)
    let found = try game.mixedEquilibria()
    for profile in found.profiles { #expect(NormalFormSamples.largestRegret(game, profile.strategies) <= 1e-9) }
    #expect(found.profiles.count == (try game.exactEquilibria().equilibria.count))
  }

  @Test("lets players that err obey the logit rule", arguments: UInt64(0)..<24)
  func logit(seed: UInt64) throws {
    let counts = [[2, 2], [3, 3], [2, 2, 2], [2, 3, 2]][Int(seed % 4)]
    let game = try NormalFormSamples.random(counts, values: -5...5, seed: seed)
    for precision in [0, 0.1, 0.7, 3] {
      let found = try game.logitEquilibrium(precision: precision)
      for player in game.players.indices {
        let strategy = found.profile.strategies[player]
        for action in strategy.indices {
          let gap =
            NormalFormSamples.gain(game, player, action: action, found.profile.strategies)
            - NormalFormSamples.gain(game, player, action: 0, found.profile.strategies)
          // ln(pₐ/p₀) = λ(uₐ − u₀), here multiplied out: e^x − 1 is near x, so a series is enough for 1e-8.
          #expect(abs(logarithm(strategy[action] / strategy[0]) - precision * gap) <= 1e-7)
        }
      }
      if precision == 0 {
        #expect(found.profile.strategies.allSatisfy { s in s.allSatisfy { abs($0 - 1 / Double(s.count)) <= 1e-12 } })
      }
    }
  }

  @Test func refusesAPrecisionBelowZero() throws {
    let game = try NormalFormSamples.symmetric(3, 0, 5, 1)
    #expect(throws: DilemmaError.invalid("a precision of -1.0; give a finite number, 0 or more")) {
      try game.logitEquilibrium(precision: -1)
    }
    #expect(throws: DilemmaError.invalid("a precision of inf; give a finite number, 0 or more")) {
      try game.logitEquilibrium(precision: .infinity)
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { result, _ in result * base }
  }

  /// By halving: 2 artanh((x − 1)/(x + 1)) after taking roots until x is near one.
  private func logarithm(_ number: Double) -> Double {
    var (root, factor) = (number, 1.0)
    while abs(root - 1) > 0.1 { (root, factor) = (root.squareRoot(), factor * 2) }
    let t = (root - 1) / (root + 1)
    return 2 * factor * (0..<12).reduce(0) { $0 + power(t, 2 * $1 + 1) / Double(2 * $1 + 1) }
  }
}
