import CollectiveAction
import Mathematics
import Testing

@Suite struct CompetitionGameTests {
  /// Two that spur each other on, and would rather not.
  static func race() throws -> CompetitionGame {
    try CompetitionGame(
      players: ["east", "west"], low: [0, 0], high: [9, 9], base: [1, 1], own: [1, 1],
      interaction: Matrix([[0, 0.5], [0.5, 0]]), externality: Matrix([[0, -1], [-1, 0]]))
  }

  @Test("gives the equilibrium and the optimum worked by hand for two")
  func byHand() throws {
    // Slope 1 − x + y/2 = 0 gives 2 each; together the slope of the sum at equal actions is 1 − 1 = 0 from x = 0 on.
    let game = try Self.race()
    let nash = try game.outcome(agreeing: .empty)
    #expect(nash.actions == [2, 2])
    #expect(nash.costs == [0, 0])  // 2 − 2 + 2 − 2
    #expect(nash.isUnique)
    #expect(game.nature == .complements)
    let reply = game.costOfDefecting(0, from: Outcome(actions: [0, 2], costs: [2, 0], isUnique: false))
    #expect(reply == 0)  // best is 2 again
    #expect(game.contributions(in: nash) == [0, 0])
  }

  @Test("gives what the usual form says", arguments: UInt64(0)..<20)
  func usualForm(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let count = 2 + Int(seed % 3)
    func figures() -> [Double] { (0..<count).map { _ in chance.uniform() } }
    func matrix() -> Matrix {
      Matrix((0..<count).map { i in (0..<count).map { $0 == i ? 0 : 2 * chance.uniform() - 1 } })
    }
    let (base, own, constant, interaction, externality) = (figures(), figures(), figures(), matrix(), matrix())
    let game = try CompetitionGame(
      players: (0..<count).map { "p\($0)" }, low: [Double](repeating: 0, count: count),
      high: [Double](repeating: 1, count: count), base: base, own: own, interaction: interaction,
      externality: externality, constant: constant)
    let x = figures()
    for (i, cost) in game.costs(of: x).enumerated() {
      var payoff = base[i] * x[i] - own[i] * x[i] * x[i] / 2 + constant[i]
      for j in 0..<count { payoff += interaction[i, j] * x[i] * x[j] + externality[i, j] * x[j] }
      #expect(abs(payoff + cost) < 1e-14)  // a dozen terms of size one
    }
  }

  // MARK: - Equilibria against an independent search

  @Test(
    "leaves nobody a better choice, alone or in the coalition", arguments: CompetitionGame.Shape.allCases,
    UInt64(0)..<6)
  func nobodyDoesBetter(shape: CompetitionGame.Shape, seed: UInt64) throws {
    let game = try CompetitionGame.random(shape, seed: seed)
    for mask in 0..<(UInt64(1) << UInt64(game.players.count)) {
      let coalition = Coalition(mask: mask)
      let result = Result { () throws(DilemmaError) in try game.outcome(agreeing: coalition) }
      if case .failure(.noEquilibrium) = result, shape != .concave, coalition.count > 1 { continue }
      let outcome = try result.get()
      let parties = [Array(coalition)] + game.players.indices.filter { !coalition.contains($0) }.map { [$0] }
      for party in parties where !party.isEmpty {
        let now = party.reduce(0) { $0 + independentPayoff(of: $1, in: game, doing: outcome.actions) }
        #expect(abs(now + party.reduce(0) { $0 + outcome.costs[$1] }) < 1e-12)
        // 1e-8: what a search is proven to, of terms of size one.
        #expect(now >= bestOnGrid(of: party, in: game, from: outcome.actions) - 1e-8, "\(coalition) \(party)")
      }
    }
  }

  @Test("finds every equilibrium that pairs of best replies on a grid point to", arguments: UInt64(0)..<40)
  func allOfTwo(seed: UInt64) throws {
    let game = try CompetitionGame.random(.general, seed: seed, players: 2)
    let found = try game.equilibria(agreeing: .empty)
    for outcome in found.outcomes {
      for player in 0..<2 {
        let cost = game.costOfDefecting(player, from: outcome)
        #expect(abs(cost - outcome.costs[player]) < 1e-8)
      }
    }
    // The first answers the second's answer to it: what it does is in balance where that changes sides.
    func answer(_ first: Double) -> [Double] {
      let second = game.bestReply(of: 1, to: [first, game.today[1]])
      return [game.bestReply(of: 0, to: [first, second]), second]
    }
    let (low, width) = (game.low[0], game.high[0] - game.low[0])
    let steps = 500
    for step in 0...steps {
      var (from, to) = (low + width * Double(step) / Double(steps), low + width * Double(step + 1) / Double(steps))
      to = min(to, game.high[0])
      let isRising = answer(from)[0] > from
      guard answer(from)[0] != from else {
        expectListed(from)
        continue
      }
      guard (answer(to)[0] > to) != isRising else { continue }
      for _ in 0..<60 {
        let middle = (from + to) / 2
        if (answer(middle)[0] > middle) == isRising { from = middle } else { to = middle }
      }
      // Where a reply jumps there is no balance.
      if abs(answer(to)[0] - to) < 1e-9 { expectListed(to) }
    }
    func expectListed(_ first: Double) {
      let point = [first, answer(first)[1]]
      #expect(
        found.outcomes.contains { zip($0.actions, point).allSatisfy { abs($0 - $1) < 1e-7 } } || !found.isComplete,
        "\(point)")
    }
    let reached = try game.outcome(agreeing: .empty)
    #expect(found.outcomes.contains { $0.actions == reached.actions })
  }

  @Test("comes from where the players stand to the equilibrium on that side")
  func fromToday() throws {
    // Each does best by what the other does: both nothing, both everything, or a balance that does not hold.
    func game(today: [Double]) throws -> CompetitionGame {
      try CompetitionGame(
        players: ["a", "b"], low: [0, 0], high: [1, 1], base: [-1, -1], own: [1, 1],
        interaction: Matrix([[0, 3], [3, 0]]), today: today)
    }
    #expect(try game(today: [0, 0]).outcome(agreeing: .empty).actions == [0, 0])
    let high = try game(today: [1, 0.9]).outcome(agreeing: .empty)
    #expect(high.actions == [1, 1] && !high.isUnique)
    let all = try game(today: [0, 0]).equilibria(agreeing: .empty)
    #expect(all.isComplete)
    #expect(all.outcomes.map(\.actions) == [[0, 0], [0.5, 0.5], [1, 1]])
    #expect(try game(today: [0, 0]).continua(agreeing: .empty).isEmpty)
  }

  @Test("tells a continuum of equilibria by its corners")
  func continuum() throws {
    // Each fills up to one what the other leaves.
    let game = try CompetitionGame(
      players: ["a", "b"], low: [0, 0], high: [1, 1], base: [1, 1], own: [1, 1],
      interaction: Matrix([[0, -1], [-1, 0]]), today: [0.25, 0])
    let set = try game.equilibria(agreeing: .empty)
    #expect(!set.isComplete && set.outcomes.allSatisfy { !$0.isUnique })
    let continua = try game.continua(agreeing: .empty)
    #expect(continua.map { $0.corners.map(\.actions) } == [[[0, 1], [1, 0]]])
    #expect(try game.outcome(agreeing: .empty).actions == [1, 0])  // a moves first
  }

  // MARK: - Theorems

  @Test("has the maximum of the potential among the equilibria of a potential game", arguments: UInt64(0)..<40)
  func potential(seed: UInt64) throws {
    let game = try CompetitionGame.random(.potential, seed: seed)
    let potential = try #require(game.potential)
    let peak = try QuadraticMaximum(
      curvature: potential.curvature, slope: potential.slope, lower: game.low, upper: game.high)
    #expect(peak.isProven)
    let set = try game.equilibria(agreeing: .empty)
    #expect(set.outcomes.contains { zip($0.actions, peak.point).allSatisfy { abs($0 - $1) < 1e-6 } })
    for outcome in set.outcomes { #expect(potential.value(at: outcome.actions) <= peak.value + 1e-8) }
  }

  @Test("has a least and a greatest equilibrium where actions are complements", arguments: UInt64(0)..<40)
  func orderedExtremes(seed: UInt64) throws {
    let game = try CompetitionGame.random(.complements, seed: seed)
    #expect(game.nature == .complements)
    let set = try game.equilibria(agreeing: .empty)
    guard set.isComplete, let least = set.outcomes.first, let greatest = set.outcomes.last else { return }
    for outcome in set.outcomes {
      for player in game.players.indices {
        #expect(least.actions[player] <= outcome.actions[player] + 1e-8)
        #expect(outcome.actions[player] <= greatest.actions[player] + 1e-8)
      }
    }
  }

  @Test(
    "gives all together no less than any equilibrium does", arguments: CompetitionGame.Shape.allCases, UInt64(0)..<20)
  func optimumIsBest(shape: CompetitionGame.Shape, seed: UInt64) throws {
    let game = try CompetitionGame.random(shape, seed: seed)
    let optimum = try game.optimum()
    #expect(optimum.isProven && optimum.value <= optimum.upperBound)
    for outcome in try game.equilibria(agreeing: .empty).outcomes {
      #expect(-outcome.totalCost <= optimum.upperBound + 1e-9)
    }
    let together = try game.outcome(agreeing: .grand(of: game.players.count))
    #expect(abs(together.totalCost + optimum.value) < 1e-8)
    var chance = RandomStream(seed: seed, stream: [9])
    for _ in 0..<200 {
      let actions = zip(game.low, game.high).map { $0 + ($1 - $0) * chance.uniform() }
      #expect(-game.costs(of: actions).reduce(0, +) <= optimum.upperBound + 1e-9)
    }
  }

  // MARK: - Refusals

  @Test("names the player and the number that is wrong")
  func refusals() {
    func expect(_ message: String, _ make: () throws -> CompetitionGame) {
      #expect(throws: DilemmaError.invalid(message)) { try make() }
    }
    func game(
      low: [Double] = [0, 0], high: [Double] = [1, 1], own: [Double] = [1, 1], base: [Double] = [0, 0],
      interaction: Matrix = Matrix(rows: 2, columns: 2), externality: Matrix? = nil, today: [Double]? = nil
    ) throws -> CompetitionGame {
      try CompetitionGame(
        players: ["a", "b"], low: low, high: high, base: base, own: own, interaction: interaction,
        externality: externality, today: today)
    }
    expect("the actions of 'b' go from 2.0 to 1.0; the lowest must not be above the highest") {
      try game(low: [0, 2])
    }
    expect("the highest action of 'a' is inf; give a finite number") { try game(high: [.infinity, 1]) }
    expect("the lowest action of 'b' is nan; give a finite number") { try game(low: [0, .nan]) }
    expect("1 lowest actions for 2 players; give one each") { try game(low: [0]) }
    expect(
      "the own curvature of 'b' is -0.5; give 0 or more, so that what it yields does not rise without end"
    ) { try game(own: [1, -0.5]) }
    expect("the interaction of 'a' with itself is 3.0; give 0, and use the own curvature instead") {
      try game(interaction: Matrix([[3, 0], [0, 0]]))
    }
    expect("an externality matrix of 1 × 2; 2 players need a row and a column each") {
      try game(externality: Matrix([[3, 0]]))
    }
    expect(
      "the payoff of 'a' has a curvature of inf in the actions of 'a' and 'b'; give a finite number"
    ) { try game(interaction: Matrix([[0, .infinity], [0, 0]])) }
    expect("the payoff of 'b' has a slope of nan in the action of 'b'; give a finite number") {
      try game(base: [0, .nan])
    }
    expect("today 'a' does 5.0; give a number from 0.0 to 1.0, its lowest and highest") { try game(today: [5, 0]) }
    expect(
      "the payoff of 'a' bends upwards in its own action, with a curvature of 0.5; "
        + "give 0 or less, so that it has a best reply that holds"
    ) {
      try CompetitionGame(
        players: ["a"], low: [0], high: [1], payoffs: [QuadraticPayoff(curvature: Matrix([[0.5]]), slope: [0])])
    }
    expect(
      "the payoff of 'a' has a curvature of 1 × 1 and 2 slopes; 1 players need a row, a column and a slope each"
    ) {
      try CompetitionGame(
        players: ["a"], low: [0], high: [1], payoffs: [QuadraticPayoff(curvature: Matrix([[0]]), slope: [0, 1])])
    }
  }

  @Test("refuses figures whose sums no number holds, instead of failing")
  func overflow() throws {
    let huge = Double.greatestFiniteMagnitude
    let game = try CompetitionGame(
      players: ["a", "b"], low: [-2, -2], high: [2, 2], base: [huge, huge], own: [huge, huge],
      interaction: Matrix([[0, huge], [huge, 0]]), externality: Matrix([[0, huge], [huge, 0]]))
    #expect(
      throws: DilemmaError.invalid("the figures are too large to be added up; state them in larger units")
    ) { try game.outcome(agreeing: .grand(of: 2)) }
  }
}
