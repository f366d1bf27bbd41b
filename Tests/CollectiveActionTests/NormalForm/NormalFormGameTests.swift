import CollectiveAction
import Mathematics
import Testing

@Suite struct NormalFormGameTests {
  @Test("counts profiles with the first player's action fastest")
  func profiles() throws {
    let game = try NormalFormSamples.random([2, 3, 4], values: 0...9, seed: 0)
    #expect(game.profileCount == 24)
    #expect(game.profile([1, 0, 0]) == 1 && game.profile([0, 1, 0]) == 2 && game.profile([0, 0, 1]) == 6)
    for profile in 0..<24 { #expect(game.profile(game.choice(in: profile)) == profile) }
    #expect(game.actionNames(in: 23) == ["a1", "a2", "a3"])
  }

  @Test("finds the pure equilibria that trying every change of action finds", arguments: UInt64(0)..<300)
  func pureEquilibria(seed: UInt64) throws {
    let counts = [[2, 2], [3, 4], [2, 2, 2], [3, 2, 4], [2, 3, 2, 3]][Int(seed % 5)]
    let game = try NormalFormSamples.random(counts, values: 0...Int(seed % 7 + 1), seed: seed)
    let expected = (0..<game.profileCount).filter { profile in
      counts.indices.allSatisfy { player in
        (0..<counts[player]).allSatisfy { action in
          var choice = game.choice(in: profile)
          choice[player] = action
          return game.payoff(of: player, in: game.profile(choice)) <= game.payoff(of: player, in: profile)
        }
      }
    }
    #expect(game.pureEquilibria() == expected)
    if let reached = game.equilibriumFromToday() { #expect(expected.contains(reached)) }
    if expected.isEmpty { #expect(game.equilibriumFromToday() == nil) }
    for profile in expected {
      for player in counts.indices {
        #expect(game.bestReplies(of: player, in: profile).contains(game.choice(in: profile)[player]))
      }
    }
  }

  @Test("keeps every equilibrium when dominated actions are struck out", arguments: UInt64(0)..<150)
  func elimination(seed: UInt64) throws {
    let counts = [[3, 3], [2, 3, 2], [4, 4]][Int(seed % 3)]
    let game = try NormalFormSamples.random(counts, values: 0...6, seed: seed)
    let left = game.eliminationOfDominatedActions()
    for profile in game.pureEquilibria() {
      #expect(zip(game.choice(in: profile), left.remaining).allSatisfy { $1.contains($0) })
    }
    // Each step is right among the actions that were still there.
    var remaining = counts.map { Array(0..<$0) }
    for round in left.rounds {
      for step in round {
        #expect(remaining[step.player].contains(step.betterAction))
        for profile in 0..<game.profileCount {
          var choice = game.choice(in: profile)
          guard zip(choice, remaining).allSatisfy({ $1.contains($0) }) else { continue }
          choice[step.player] = step.action
          let worse = game.payoff(of: step.player, in: game.profile(choice))
          choice[step.player] = step.betterAction
          #expect(game.payoff(of: step.player, in: game.profile(choice)) > worse)
        }
      }
      for step in round { remaining[step.player].removeAll { $0 == step.action } }
    }
    #expect(remaining == left.remaining)
    if left.isSolution { #expect(game.pureEquilibria() == [game.profile(left.remaining.map { $0[0] })]) }
  }

  @Test("knows a dominant action")
  func dominantAction() throws {
    let dilemma = try NormalFormSamples.symmetric(3, 0, 5, 1)
    #expect(dilemma.dominantAction(of: 0) == 1 && dilemma.dominantAction(of: 1) == 1)
    #expect(try NormalFormSamples.symmetric(4, 1, 3, 2).dominantAction(of: 0) == nil)
    // Solved in three rounds by both, though only the first player has a dominant action.
    let game = try NormalFormSamples.bimatrix([[3, 4], [1, 2]], [[1, 2], [2, 1]])
    #expect(game.dominantAction(of: 0) == 0 && game.dominantAction(of: 1) == nil)
    #expect(game.eliminationOfDominatedActions().remaining == [[0], [1]])
  }

  @Test("finds the Pareto optima that comparing all pairs finds", arguments: UInt64(0)..<100)
  func paretoOptima(seed: UInt64) throws {
    let counts = [[4, 4], [2, 3, 2], [3, 3, 3], [2, 2, 2, 2, 2]][Int(seed % 4)]
    let game = try NormalFormSamples.random(counts, values: 0...(seed % 2 == 0 ? 4 : 1000), seed: seed)
    let expected = (0..<game.profileCount).filter { profile in
      !(0..<game.profileCount).contains { other in
        let pairs = zip(game.payoffs(in: other), game.payoffs(in: profile))
        return pairs.allSatisfy { $0 >= $1 } && pairs.contains { $0 > $1 }
      }
    }
    #expect(game.paretoOptima() == expected)
    // Every social optimum is one.
    #expect(game.socialOptima().allSatisfy { expected.contains($0) })
  }

  @Test("orders equilibria by what all prefer")
  func paretoOrder() throws {
    let hunt = try NormalFormSamples.symmetric(4, 1, 3, 2)
    let order = hunt.paretoOrder(of: hunt.pureEquilibria())
    #expect(order.best == 0 && order.undominated == [0])
    #expect(order.relations == [[.alike, .above], [.below, .alike]])
    let sexes = try NormalFormSamples.twoByTwo([[2, 1], [0, 0], [0, 0], [1, 2]])
    let contested = sexes.paretoOrder(of: sexes.pureEquilibria())
    #expect(contested.best == nil && contested.undominated == [0, 1])
    #expect(contested.relations[0][1] == .opposed)
    let half = try NormalFormSamples.twoByTwo([[2, 1], [0, 0], [0, 0], [1, 1]])
    #expect(half.paretoRelation(of: 0, to: 3) == .above && half.paretoRelation(of: 3, to: 0) == .below)
  }

  @Test("adds decimals as decimals when it looks for the optimum")
  func decimalTotals() throws {
    // 0.1 + 0.2 and 0.3 + 0 are equal, though not in binary.
    let game = try NormalFormSamples.twoByTwo([[0.1, 0.2], [0.3, 0], [0, 0.2], [0.1, 0.1]])
    #expect(game.socialOptima() == [0, 1])
    #expect(game.totalPayoff(of: .grand(of: 2), in: 0) == 0.3)
  }

  @Test("names the twelve symmetric games by the order of their payoffs", arguments: OrdinalKind.allCases)
  func ordinalKinds(kind: OrdinalKind) throws {
    // R, S, T, P by rank, 4 the best (Bruns 2015 after Robinson & Goforth 2005).
    let ranks: [OrdinalKind: [Double]] = [
      .prisonersDilemma: [3, 1, 4, 2], .chicken: [3, 2, 4, 1], .battle: [2, 3, 4, 1], .hero: [2, 4, 3, 1],
      .compromise: [3, 4, 2, 1], .deadlock: [3, 4, 1, 2], .stagHunt: [4, 1, 3, 2], .assurance: [4, 1, 2, 3],
      .coordination: [4, 2, 1, 3], .peace: [4, 3, 1, 2], .harmony: [4, 3, 2, 1], .concord: [4, 2, 3, 1],
    ]
    let rank = try #require(ranks[kind])
    #expect(try NormalFormSamples.symmetric(rank[0], rank[1], rank[2], rank[3]).ordinalKinds == [kind])
    // The names of the actions do not matter, of both or of one player.
    #expect(try NormalFormSamples.symmetric(rank[3], rank[2], rank[1], rank[0]).ordinalKinds == [kind])
    let (r, s, t, p) = (rank[0], rank[1], rank[2], rank[3])
    #expect(try NormalFormSamples.twoByTwo([[s, t], [p, p], [r, r], [t, s]]).ordinalKinds == [kind])
    // Nor do the amounts.
    let tenfold = try NormalFormSamples.twoByTwo([[r, 10 * r], [t, 10 * s], [s, 10 * t], [p, 10 * p]])
    #expect(tenfold.ordinalKinds == [kind])
  }

  @Test("names both sides of a tie, and no kind where players see it differently")
  func ordinalTies() throws {
    #expect(try NormalFormSamples.symmetric(3, 0, 3, 1).ordinalKinds == [.prisonersDilemma, .stagHunt])
    #expect(try NormalFormSamples.twoByTwo([[3, 4], [4, 1], [1, 3], [2, 2]]).ordinalKinds.isEmpty)
    #expect(try NormalFormSamples.random([2, 3], values: 0...9, seed: 1).ordinalKinds.isEmpty)
    // Twenty-four orders, each the same game as one other: all have exactly one name.
    for order in permutations([1, 2, 3, 4]) {
      #expect(
        OrdinalKind.kinds(temptation: order[0], reward: order[1], punishment: order[2], sucker: order[3]).count == 1)
    }
  }

  @Test("is diagnosed as every dilemma is")
  func traps() throws {
    func trap(_ game: NormalFormGame) throws -> Trap { try GameDiagnosis(of: game).verdict().trap }
    #expect(try trap(NormalFormSamples.symmetric(3, 0, 5, 1)) == .defection)
    #expect(try trap(NormalFormSamples.symmetric(4, 1, 3, 2)) == .assurance)
    #expect(try trap(NormalFormSamples.symmetric(6, 2, 7, 0)) == .partialProvision)
    #expect(try trap(NormalFormSamples.symmetric(4, 3, 2, 1)) == .harmony)
    // Two conventions alike to all count as one.
    #expect(try trap(NormalFormSamples.symmetric(1, 0, 0, 1)) == .harmony)
    #expect(try trap(NormalFormSamples.volunteers(4, benefit: 2, cost: 1)) == .antiCoordination)
  }

  @Test func refusesWhatIsNoGame() {
    let two = ["A", "B"]
    let actions = [["x", "y"], ["x", "y"]]
    func expect(_ message: String, _ make: () throws -> NormalFormGame) {
      #expect(throws: DilemmaError.invalid(message)) { try make() }
    }
    expect("a game in normal form has 2 to 8 players, not 1") {
      try NormalFormGame(players: ["A"], actions: [["x", "y"]], payoffs: [1, 2])
    }
    expect("a game in normal form has 2 to 8 players, not 9") {
      try NormalFormGame(players: (1...9).map { "P\($0)" }, actions: [], payoffs: [Double]())
    }
    expect("two players are called 'A'; give each a name of its own") {
      try NormalFormGame(players: ["A", "A"], actions: actions, payoffs: [Double](repeating: 0, count: 8))
    }
    expect("1 lists of actions for 2 players; give one each") {
      try NormalFormGame(players: two, actions: [["x", "y"]], payoffs: [Double]())
    }
    expect("'B' has 1 actions; give it 2 to 6") {
      try NormalFormGame(players: two, actions: [["x", "y"], ["x"]], payoffs: [Double]())
    }
    expect("'A' has 7 actions; give it 2 to 6") {
      try NormalFormGame(players: two, actions: [(1...7).map(String.init), ["x", "y"]], payoffs: [Double]())
    }
    expect("'B' has the action 'x' twice; name it once") {
      try NormalFormGame(players: two, actions: [["x", "y"], ["x", "x"]], payoffs: [Double]())
    }
    expect("a table of 7 payoffs; 2 players with 4 profiles need 8, one a player and profile") {
      try NormalFormGame(players: two, actions: actions, payoffs: [Double](repeating: 0, count: 7))
    }
    expect("payoffs of 3 profiles; the actions make 4, give a row each") {
      try NormalFormGame(players: two, actions: actions, payoffs: [[1, 1], [1, 1], [1, 1]])
    }
    expect("1 payoffs in ('y', 'x'); give one for each of 2 players") {
      try NormalFormGame(players: two, actions: actions, payoffs: [[1, 1], [1], [1, 1], [1, 1]])
    }
    expect("the payoff of 'B' in ('x', 'y') is nan; give a finite number, at most 1e+100 in size") {
      try NormalFormGame(players: two, actions: actions, payoffs: [[1, 1], [1, 1], [1, .nan], [1, 1]])
    }
    expect("the payoff of 'A' in ('y', 'y') is -inf; give a finite number, at most 1e+100 in size") {
      try NormalFormGame(players: two, actions: actions, payoffs: [[1, 1], [1, 1], [1, 1], [-.infinity, 1]])
    }
    expect("the payoff of 'A' in ('x', 'x') is 1e+101; give a finite number, at most 1e+100 in size") {
      try NormalFormGame(players: two, actions: actions, payoffs: [1e101, 0, 0, 0, 0, 0, 0, 0])
    }
  }

  private func permutations(_ items: [Double]) -> [[Double]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in permutations(items.filter { $0 != first }).map { [first] + $0 } }
  }
}
