import CollectiveAction
import Mathematics
import Testing

@Suite struct ExactEquilibriaTests {
  @Test("plays rock, paper and scissors a third of the time each, and in no other way")
  func rockPaperScissors() throws {
    let game = try NormalFormSamples.bimatrix(
      [[0, -1, 1], [1, 0, -1], [-1, 1, 0]], [[0, 1, -1], [-1, 0, 1], [1, -1, 0]])
    let found = try game.exactEquilibria()
    let third = [Rational](repeating: Rational(1, over: 3), count: 3)
    #expect(found.equilibria.map(\.strategies) == [[third, third]])
    #expect(found.equilibria.map(\.payoffs) == [[0, 0]])
    #expect(!found.isDegenerate && found.areAll)
    #expect(game.pureEquilibria().isEmpty)
  }

  // The 3 × 2 example with which von Stengel (2002), Handbook of Game Theory III, explains the algorithms.
  // The three equilibria are computed: against (y₁, y₂) rows gain 3, 2y₁ + 5y₂ and 6y₂, so rows 1 and 2 tie at
  // y₂ = 1/3 and rows 2 and 3 at y₂ = 2/3; columns tie where 3x₁ + 2x₂ + 3x₃ = 2x₁ + 6x₂ + x₃.
  @Test("finds the three equilibria of a game of three rows and two columns")
  func threeByTwo() throws {
    let game = try NormalFormSamples.bimatrix([[3, 3], [2, 5], [0, 6]], [[3, 2], [2, 6], [3, 1]])
    let found = try game.exactEquilibria()
    #expect(!found.isDegenerate)
    let strategies = found.equilibria.map { $0.strategies }
    #expect(
      strategies == [
        [[1, 0, 0], [1, 0]],
        [[Rational(4, over: 5), Rational(1, over: 5), 0], [Rational(2, over: 3), Rational(1, over: 3)]],
        [[0, Rational(1, over: 3), Rational(2, over: 3)], [Rational(1, over: 3), Rational(2, over: 3)]],
      ])
  }

  @Test("takes decimals as they are written")
  func decimals() throws {
    // The second player is indifferent at x = 0.3/(0.1 + 0.3), the first at y = 0.2/(0.7 + 0.2).
    let game = try NormalFormSamples.bimatrix([[0.7, 0], [0, 0.2]], [[0, 0.1], [0.3, 0]])
    let found = try game.exactEquilibria().equilibria
    let expected = [[Rational(3, over: 4), Rational(1, over: 4)], [Rational(2, over: 9), Rational(7, over: 9)]]
    #expect(found.map(\.strategies) == [expected])
  }

  @Test("finds an odd number of equilibria where no mixture has too many best replies", arguments: UInt64(0)..<150)
  func oddNumber(seed: UInt64) throws {
    let counts = [[2, 2], [2, 3], [3, 3], [3, 4], [4, 4]][Int(seed % 5)]
    let game = try NormalFormSamples.random(counts, values: -1000...1000, seed: seed)
    let found = try game.exactEquilibria()
    if !found.isDegenerate { #expect(found.equilibria.count % 2 == 1) }
    for equilibrium in found.equilibria {
      expectBestReplies(game, equilibrium.strategies, equilibrium.payoffs)
    }
    let pure = Set(game.pureEquilibria())
    let pureFound = found.equilibria.compactMap { $0.approximation.pureChoice.map { game.profile($0) } }
    #expect(Set(pureFound) == pure && pureFound.count == pure.count)
  }

  @Test("checks every equilibrium of games full of ties", arguments: UInt64(0)..<150)
  func degenerate(seed: UInt64) throws {
    let counts = [[2, 2], [3, 2], [3, 3], [2, 4], [4, 3]][Int(seed % 5)]
    let game = try NormalFormSamples.random(counts, values: 0...2, seed: seed)
    let found = try game.exactEquilibria()
    #expect(!found.equilibria.isEmpty)
    for equilibrium in found.equilibria { expectBestReplies(game, equilibrium.strategies, equilibrium.payoffs) }
    #expect(found.isDegenerate == hasTooManyReplies(game))
  }

  @Test("comes to one of the equilibria on every path of Lemke and Howson", arguments: UInt64(0)..<100)
  func lemkeHowson(seed: UInt64) throws {
    let counts = [[2, 2], [3, 3], [4, 3], [4, 4]][Int(seed % 4)]
    let game = try NormalFormSamples.random(counts, values: seed % 2 == 0 ? -99...99 : 0...2, seed: seed)
    let found = try game.exactEquilibria()
    for dropped in 0..<(counts[0] + counts[1]) {
      let end = try game.equilibriumOnPath(dropping: dropped)
      expectBestReplies(game, end.strategies, end.payoffs)
      // The path of a perturbed game ends at a vertex of the true one.
      #expect(found.equilibria.contains(end))
    }
  }

  @Test func refusesOtherNumbersOfPlayers() throws {
    let game = try NormalFormSamples.volunteers(3, benefit: 2, cost: 1)
    #expect(
      throws: DilemmaError.invalid("exact equilibria are found for 2 players, not 3; ask for mixed equilibria instead")
    ) { try game.exactEquilibria() }
    #expect(
      throws: DilemmaError.invalid(
        "a path of Lemke and Howson needs 2 players, not 3; ask for mixed equilibria instead")
    ) { try game.equilibriumOnPath() }
    let small = try NormalFormSamples.symmetric(3, 0, 5, 1)
    #expect(throws: DilemmaError.invalid("a path begins with one of 4 actions, counted from 0, not with 4")) {
      try small.equilibriumOnPath(dropping: 4)
    }
  }

  /// That nobody gains by another action, in fractions and from the game's own numbers.
  private func expectBestReplies(_ game: NormalFormGame, _ strategies: [[Rational]], _ payoffs: [Rational]) {
    for player in 0..<2 {
      #expect(strategies[player].reduce(0, +) == 1)
      #expect(strategies[player].allSatisfy { !$0.isNegative })
      let other = strategies[1 - player]
      let replies = game.actions[player].indices.map { action in
        other.indices.reduce(Rational(0)) { sum, reply in
          let choice = player == 0 ? [action, reply] : [reply, action]
          return sum + other[reply] * Rational(decimal: game.payoff(of: player, in: game.profile(choice)))
        }
      }
      let own = zip(strategies[player], replies).reduce(Rational(0)) { $0 + $1.0 * $1.1 }
      #expect(own == payoffs[player])
      #expect(replies.max() == own)
    }
  }

  /// Degeneracy from its definition: a mixture with more best replies than actions, looked for among the mixtures of
  /// each support that make each one larger set of replies equally good.
  private func hasTooManyReplies(_ game: NormalFormGame) -> Bool {
    for player in 0..<2 {
      let (own, replies) = (game.actions[player].count, game.actions[1 - player].count)
      func gain(_ action: Int, _ reply: Int) -> Double {
        game.payoff(of: 1 - player, in: game.profile(player == 0 ? [action, reply] : [reply, action]))
      }
      for taken in 1..<(1 << own) {
        let actions = (0..<own).filter { taken >> $0 & 1 == 1 }
        for best in 1..<(1 << replies) where best.nonzeroBitCount == actions.count + 1 {
          let tied = (0..<replies).filter { best >> $0 & 1 == 1 }
          // Is there a mixture of `actions` against which all of `tied` gain v and the others no more?
          let v = own
          var rows: [[Double]] = []
          var relations: [LinearProgram.Relation] = []
          for reply in 0..<replies {
            var row = [Double](repeating: 0, count: own + 1)
            for action in actions { row[action] = gain(action, reply) }
            row[v] = -1
            rows.append(row)
            relations.append(tied.contains(reply) ? .equal : .atMost)
          }
          rows.append((0..<own).map { actions.contains($0) ? 1 : 0 } + [0])
          relations.append(.equal)
          let program = try? LinearProgram(
            objective: [Double](repeating: 0, count: own + 1), rows: Matrix(rows), relations: relations,
            bounds: [Double](repeating: 0, count: replies) + [1],
            isFree: [Bool](repeating: false, count: own) + [true])
          if (try? program?.solution()) != nil { return true }
        }
      }
    }
    return false
  }
}
