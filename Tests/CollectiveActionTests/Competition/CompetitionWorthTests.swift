import CollectiveAction
import Mathematics
import Testing

/// What coalitions are worth when others act alone, at their worst, or as one.
@Suite struct CompetitionWorthTests {
  /// Two or three in the usual form: each payoff is affine in what others do, and every joint one concave.
  private static func affine(seed: UInt64) throws -> CompetitionGame {
    var chance = RandomStream(seed: seed, stream: [8])
    let count = 2 + Int(seed % 2)
    func matrix() -> Matrix {
      Matrix((0..<count).map { i in (0..<count).map { $0 == i ? 0 : 2 * chance.uniform() - 1 } })
    }
    return try CompetitionGame(
      players: (0..<count).map { "p\($0)" }, low: [Double](repeating: -1, count: count),
      high: [Double](repeating: 1, count: count), base: (0..<count).map { _ in chance.uniform() },
      own: (0..<count).map { _ in 4 + chance.uniform() }, interaction: matrix(), externality: matrix())
  }

  @Test("lets one be sure of what no corner of the others' actions can take away", arguments: UInt64(0)..<60)
  func guaranteedAlone(seed: UInt64) throws {
    let game = try Self.affine(seed: seed)
    let worths = try game.coalitionGame(.alpha)
    let others = game.players.count - 1
    for player in game.players.indices {
      // Affine in the others' actions: their worst is a corner. The least of concave functions is concave.
      func atWorst(_ own: Double) -> Double {
        (0..<(1 << others)).reduce(Double.infinity) { least, corner in
          var actions = (0..<others).map { corner >> $0 & 1 == 1 ? 1.0 : -1.0 }
          actions.insert(own, at: player)
          return min(least, independentPayoff(of: player, in: game, doing: actions))
        }
      }
      let worked = -lowest(of: { -atWorst($0) }, from: -1, to: 1)
      #expect(abs(worths[.single(player)] + worked) < 1e-9)  // a search by thirds
    }
  }

  @Test("orders the conventions: what is guaranteed is no more than what is reached", arguments: UInt64(0)..<40)
  func alphaIsLeast(seed: UInt64) throws {
    let game = try Self.affine(seed: seed)
    let alpha = try game.coalitionGame(.alpha)
    let gamma = try game.coalitionGame(.gamma)
    let delta = try game.coalitionGame(.delta)
    for coalition in alpha.coalitions {
      #expect(alpha[coalition] >= gamma[coalition] - 1e-9 && alpha[coalition] >= delta[coalition] - 1e-9)
    }
    #expect(abs(alpha.jointWorth - gamma.jointWorth) < 1e-9 && abs(delta.jointWorth - gamma.jointWorth) < 1e-9)
  }

  @Test("finds two blocs that cannot do better against each other", arguments: 2..<5)
  func blocs(count: Int) throws {
    let race = try TaxCompetition(
      players: (0..<count).map { "p\($0)" }, outputA: 30, outputB: 1,
      capitalPerHead: (0..<count).map { 1 + Double($0) / 4 }, publicFundsValue: 1.5, range: 0...2)
    let delta = try race.game.coalitionGame(.delta)
    let everyone = Coalition.grand(of: count)
    for coalition in delta.coalitions where coalition != everyone {
      // Best replies in turn close in on the equilibrium of two blocs.
      var actions = race.game.low
      for _ in 0..<40 {
        actions = try race.game.bestReply(of: coalition, to: actions).actions
        actions = try race.game.bestReply(of: everyone.subtracting(coalition), to: actions).actions
      }
      let costs = race.game.costs(of: actions)
      // Values proven to 10⁻⁹ leave the actions of a bloc open to about the root of that, the other's gain less.
      #expect(abs(delta[coalition] - coalition.reduce(0) { $0 + costs[$1] }) < 1e-6)
    }
  }

  @Test("refuses a worst case that is no saddle point")
  func noSaddle() throws {
    // a gains by meeting b and loses the further b is from the middle: b flees to the end away from a.
    let game = try CompetitionGame(
      players: ["a", "b"], low: [-1, -1], high: [1, 1],
      payoffs: [
        QuadraticPayoff(curvature: Matrix([[-1, 1], [1, -1]]), slope: [0, 0]),
        QuadraticPayoff(curvature: Matrix([[0, 0], [0, -1]]), slope: [0, 0]),
      ])
    let message =
      "the worst that others can do to a is not found exactly: it depends on what the coalition does, and the "
      + "coalition's joint payoff is not both concave in its own actions and convex in theirs; use the convention "
      + "gamma or delta"
    #expect(throws: DilemmaError.invalid(message)) { try game.coalitionGame(.alpha) }
    _ = try game.coalitionGame(.gamma)
  }

  @Test("says that there is no equilibrium where a coalition and an outsider chase each other")
  func noEquilibrium() throws {
    // a and b want to be far out on one side, the one c is on; c wants to be on the other.
    let game = try CompetitionGame(
      players: ["a", "b", "c"], low: [-1, -1, -1], high: [1, 1, 1], base: [0, 0, 0], own: [0, 0, 0],
      interaction: Matrix([[0, 1, 0.5], [1, 0, 0.5], [-1, -1, 0]]))
    #expect(throws: DilemmaError.noEquilibrium(agreeing: ["a", "b"])) {
      try game.outcome(agreeing: Coalition([0, 1]))
    }
    let alone = try game.outcome(agreeing: .empty)
    for player in 0..<3 { #expect(game.costOfDefecting(player, from: alone) >= alone.costs[player] - 1e-12) }
  }

  @Test("measures stakes by what another's move alone spares")
  func stakes() throws {
    let race = try CompetitionKindsTests.threeTaxes()
    let stakes = try race.game.stakes(of: 0)
    // From 1.5 to 3 by one other: capital comes, and is taxed at 1.5.
    let (before, after) = (race.game.costs(of: [1.5, 1.5, 1.5])[0], race.game.costs(of: [1.5, 3, 1.5])[0])
    #expect(stakes[0] == 0)
    #expect(abs(stakes[1] - (before - after) / abs(before)) < 1e-12 && stakes[1] > 0)
    #expect(abs(stakes[2] - stakes[1]) < 1e-12)
  }

  @Test("bounds what all can get together by what was looked at")
  func bound() throws {
    let game = try CompetitionGame.random(.general, seed: 2, players: 8)
    let rough = try game.optimum(mostBoxes: 1)
    let exact = try game.optimum()
    #expect(exact.isProven)
    #expect(rough.value <= exact.value + 1e-9 && exact.value <= rough.upperBound + 1e-9)
    #expect(abs(-game.costs(of: exact.actions).reduce(0, +) - exact.value) < 1e-12)
  }
}
