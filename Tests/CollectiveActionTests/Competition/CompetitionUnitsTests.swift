import CollectiveAction
import Mathematics
import Testing

/// Equilibria and verdicts hang neither on the units of the players nor on where their ranges begin.
@Suite struct CompetitionUnitsTests {
  private static func game(
    high: [Double], base: [Double], own: [Double], interaction: [[Double]], externality: [[Double]]? = nil,
    today: [Double]? = nil
  ) throws -> CompetitionGame {
    try CompetitionGame(
      players: high.indices.map { "p\($0)" }, low: high.map { _ in 0 }, high: high, base: base, own: own,
      interaction: Matrix(interaction), externality: externality.map { Matrix($0) }, today: today)
  }

  private static func actions(_ set: EquilibriumSet) -> [[Double]] { set.outcomes.map(\.actions) }

  private static func holds(_ set: EquilibriumSet, _ point: [Double], within reach: [Double]) -> Bool {
    set.outcomes.contains { found in point.indices.allSatisfy { abs(found.actions[$0] - point[$0]) <= reach[$0] } }
  }

  // MARK: - Ranges far apart

  @Test("keeps the three equilibria of two apart however wide the range of a third", arguments: [1e7, 1e8, 1e9, 1e12])
  func widestRange(widest: Double) throws {
    let game = try Self.game(
      high: [widest, 5, 5], base: [widest / 2, 1, 1], own: [1, 1, 1],
      interaction: [[0, 0, 0], [0, 0, -2], [0, -2, 0]], today: [0, 1, 0])
    let set = try game.equilibria(agreeing: .empty)
    #expect(set.isComplete && set.outcomes.count == 3)
    for pair: [Double] in [[0, 1], [1.0 / 3, 1.0 / 3], [1, 0]] {
      #expect(Self.holds(set, [widest / 2] + pair, within: [0, 1e-12, 1e-12]))
    }
    // Today's two are in balance already.
    let reached = try game.outcome(agreeing: .empty)
    #expect(reached.actions == [widest / 2, 1, 0] && !reached.isUnique)
  }

  @Test("keeps rates apart beside amounts")
  func rates() throws {
    let game = try Self.game(
      high: [1e8, 1, 1], base: [5e7, 0.3, 0.3], own: [1, 1, 1], interaction: [[0, 0, 0], [0, 0, -2], [0, -2, 0]])
    let set = try game.equilibria(agreeing: .empty)
    #expect(set.isComplete && set.outcomes.count == 3)
    for pair: [Double] in [[0, 0.3], [0.1, 0.1], [0.3, 0]] {
      #expect(Self.holds(set, [5e7] + pair, within: [0, 1e-12, 1e-12]))
    }
  }

  @Test("drops no face because another player's figures are large")
  func largePivot() throws {
    let game = try Self.game(
      high: [1, 1e6, 1e6], base: [0, 3e5, 3.5e5], own: [1e12, 1, 1],
      interaction: [[0, 0.5e12 / 3e5, 0], [0, 0, -2], [0, -2, 0]], today: [0, 0, 3.5e5])
    let set = try game.equilibria(agreeing: .empty)
    #expect(set.outcomes.allSatisfy { !$0.isUnique } && set.isComplete)
    #expect(Self.holds(set, [0, 0, 3.5e5], within: [1e-9, 1e-3, 1e-3]))
    #expect(Self.holds(set, [0.5, 3e5, 0], within: [1e-9, 1e-3, 1e-3]))
  }

  @Test("sees that a joint payoff bends upwards beside one that bends down a million million times as fast")
  func jointOptimum() throws {
    let game = try Self.game(
      high: [1, 1e6, 1e6], base: [0.5e12, 3e5, 3.5e5], own: [1e12, 1, 1],
      interaction: [[0, 0, 0], [0, 0, -1], [0, -1, 0]])
    // The first gets 0.5e12²/2e12; of the others only the second to give, 3.5e5²/2.
    let best = 1.25e11 + 6.125e10
    #expect(abs(try game.outcome(agreeing: .grand(of: 3)).totalCost + best) <= 1e-9 * best)
    let optimum = try game.optimum()
    #expect(optimum.isProven && abs(optimum.value - best) <= 1e-9 * best)
  }

  @Test("certifies no equilibrium as the only one because another player's figures are large")
  func falselyUnique() throws {
    let game = try Self.game(
      high: [1, 1e6, 1e6], base: [3e12, -7e5, 3.5e5], own: [1e12, 1, 1],
      interaction: [[0, 0, 0], [1e6, 0, -2], [0, -2, 0]])
    let set = try game.equilibria(agreeing: .empty)
    #expect(set.isComplete && set.outcomes.allSatisfy { !$0.isUnique })
    #expect(Self.holds(set, [1, 0, 3.5e5], within: [0, 0, 1e-6]))
    #expect(Self.holds(set, [1, 3e5, 0], within: [0, 1e-6, 0]))
  }

  @Test("adds no equilibrium because ranges begin far from zero", arguments: [0, 1e6])
  func farAway(a: Double) throws {
    let game = try CompetitionGame(
      players: ["a", "b"], low: [a, a], high: [a + 1, a + 1], base: [0.5 + 3 * a, 3 * a + 1.04], own: [1, 1],
      interaction: Matrix([[0, -2], [-2, 0]]))
    let set = try game.equilibria(agreeing: .empty)
    #expect(Self.actions(set) == [[a, a + 1]] && set.isComplete)
  }

  @Test("gives the same equilibria, optimum and verdicts in any unit of each player", arguments: UInt64(0)..<150)
  func anyUnits(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [21])
    let shape = CompetitionGame.Shape.allCases[Int(seed % 5)]
    let plain = try CompetitionGame.random(shape, seed: seed, players: 4)
    let units = plain.players.map { _ in Double("1e\(chance.next() % 13)") ?? 1 }
    let other = try Self.restated(plain, units: units, origins: plain.players.map { _ in 0 })
    try Self.expectAlike(plain, other, units, origins: plain.players.map { _ in 0 }, within: 1e-8)
    let (one, best) = (try plain.optimum(), try other.optimum())
    #expect(one.isProven && best.isProven && abs(one.value - best.value) <= 1e-7)  // figures near one
  }

  @Test("gives the same equilibria and verdicts a hundred million ranges from zero", arguments: UInt64(0)..<60)
  func anyOrigin(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [22])
    let count = 3
    // In sixty-fourths, so that every figure is still exact so far from zero.
    func figure(_ low: Double, _ high: Double) -> Double {
      ((low + (high - low) * chance.uniform()) * 64).rounded() / 64
    }
    let payoffs = (0..<count).map { player in
      var bend = Matrix(rows: count, columns: count)
      for j in 0..<count where j != player {
        bend[player, j] = figure(-2, 2)
        bend[j, player] = bend[player, j]
      }
      bend[player, player] = -figure(0.5, 2)
      return QuadraticPayoff(curvature: bend, slope: (0..<count).map { _ in figure(-2, 2) })
    }
    let plain = try CompetitionGame(
      players: (0..<count).map { "p\($0)" }, low: [0, 0, 0], high: (0..<count).map { _ in figure(0.5, 2) },
      payoffs: payoffs)
    let units = (0..<count).map { _ in Double(sign: .plus, exponent: Int(chance.next() % 40), significand: 1) }
    let origins = (0..<count).map { _ in Double(chance.next() % 100_000_000) }
    let other = try Self.restated(plain, units: units, origins: origins)
    // Numbers near 10⁸ have no more than eight digits behind the point.
    try Self.expectAlike(plain, other, units, origins: origins, within: 1e-7)
  }

  /// The same game with actions counted from −`origins` on, in `units`.
  private static func restated(
    _ game: CompetitionGame, units: [Double], origins: [Double]
  ) throws -> CompetitionGame {
    func stated(_ actions: [Double]) -> [Double] { actions.indices.map { (actions[$0] + origins[$0]) * units[$0] } }
    let payoffs = game.players.indices.map { player in
      let payoff = game.payoff(of: player)
      var bend = payoff.curvature
      var slope = payoff.slope
      for j in units.indices {
        for k in units.indices {
          slope[j] -= payoff.curvature[j, k] * origins[k]
          bend[j, k] = payoff.curvature[j, k] / units[j] / units[k]
        }
        slope[j] /= units[j]
      }
      return QuadraticPayoff(curvature: bend, slope: slope, constant: payoff.constant)
    }
    return try CompetitionGame(
      players: game.players, low: stated(game.low), high: stated(game.high), payoffs: payoffs,
      today: stated(game.today))
  }

  private static func expectAlike(
    _ plain: CompetitionGame, _ other: CompetitionGame, _ units: [Double], origins: [Double], within reach: Double,
    location: SourceLocation = #_sourceLocation
  ) throws {
    func isAlike(_ found: [Double], _ actions: [Double]) -> Bool {
      actions.indices.allSatisfy { abs(found[$0] / units[$0] - origins[$0] - actions[$0]) <= reach }
    }
    for coalition in [Coalition.empty, Coalition([0, 1])] {
      guard let first = try? plain.equilibria(agreeing: coalition) else { continue }
      let second = try other.equilibria(agreeing: coalition)
      #expect(first.isComplete == second.isComplete, sourceLocation: location)
      #expect(first.outcomes.count == second.outcomes.count, sourceLocation: location)
      #expect(first.outcomes.allSatisfy(\.isUnique) == second.outcomes.allSatisfy(\.isUnique), sourceLocation: location)
      for outcome in first.outcomes {
        #expect(second.outcomes.contains { isAlike($0.actions, outcome.actions) }, sourceLocation: location)
      }
      let (one, reached) = (try plain.outcome(agreeing: coalition), try other.outcome(agreeing: coalition))
      #expect(isAlike(reached.actions, one.actions) && one.isUnique == reached.isUnique, sourceLocation: location)
      #expect(second.outcomes.contains { $0.actions == reached.actions && $0.costs == reached.costs })
    }
  }

  // MARK: - Joint payoffs that are not concave

  @Test(
    "stands exactly where a group and an outsider come to rest, and lists it once",
    arguments: [(0.9, 10.0), (0.5, 2.0)])
  func polished(spur: Double, level: Double) throws {
    let game = try Self.game(
      high: [20, 20, 20], base: [1, 0.5, 1], own: [1, 1, 1],
      interaction: [[0, -1, spur], [-1, 0, 0], [spur, 0, 0]])
    let pair = Coalition([0, 1])
    let outcome = try game.outcome(agreeing: pair)
    // x = 1 + spur·z and z = 1 + spur·x, the second of the pair giving way to the first.
    for (found, worked) in zip(outcome.actions, [level, 0, level]) { #expect(abs(found - worked) < 1e-12) }
    let worth = try game.coalitionGame(.gamma)[pair]
    #expect(abs(worth + level * level / 2) < 1e-11)
    let set = try game.equilibria(agreeing: pair)
    #expect(set.outcomes.filter { abs($0.actions[0] - level) < 0.1 }.count == 1)
    #expect(set.outcomes.contains { $0.actions == outcome.actions } && set.isComplete)
  }

  // MARK: - Ties

  @Test("leaves a coalition at which a gift brings just what it costs to give as it does today", arguments: 2...12)
  func ties(size: Int) throws {
    let good = try LinearPublicGood(
      players: (0..<16).map { "p\($0)" }, endowment: 10, marginalReturn: 1 / Double(size))
    let outcome = try good.game.outcome(agreeing: Coalition(0..<size))
    #expect(!outcome.isUnique)
    #expect(outcome.actions == [Double](repeating: 0, count: 16))
  }

  // MARK: - Refusals

  @Test("refuses ranges over which costs grow beyond what a number holds")
  func overflow() throws {
    let game = try CompetitionGame(
      players: ["a", "b"], low: [-1e200, -1e200], high: [1e200, 1e200], base: [1, 1], own: [1, 1],
      interaction: Matrix([[0, 2], [2, 0]]))
    let refusal = DilemmaError.invalid("the figures are too large to be added up; state them in larger units")
    #expect(throws: refusal) { try game.outcome(agreeing: .empty) }
    #expect(throws: refusal) { try game.equilibria(agreeing: .empty) }
    #expect(throws: refusal) { try game.optimum() }
    #expect(throws: refusal) { try game.coalitionGame(.gamma) }
    #expect(throws: refusal) { try game.coalitionGame(.alpha) }
  }

  // MARK: - What is measured of it

  @Test("finds no bystander effect where nobody contributes anything", arguments: UInt64(0)..<40)
  func bystanders(seed: UInt64) throws {
    let game = try CompetitionGame.random(.general, seed: seed, players: 4)
    var chance = RandomStream(seed: seed)
    let effect = try BystanderEffect(of: game, using: &chance)
    #expect(effect.region == nil && effect.elasticity.allSatisfy { $0 == nil } && effect.fall.allSatisfy { $0 == nil })
  }

  @Test("knows the end of a way that stopped short of the equilibrium it leads to")
  func basin() throws {
    let game = try Self.game(
      high: [1, 1, 20, 20], base: [-1, -1, 1, 1], own: [1, 1, 1, 1],
      interaction: [[0, 3, 0, 0], [3, 0, 0, 0], [0, 0, 0, 0.9], [0, 0, 0.9, 0]],
      externality: [[0, 0, 1, 1], [0, 0, 1, 1], [1, 1, 0, 0], [1, 1, 0, 0]])
    var chance = RandomStream(seed: 1)
    let basin = Basin(of: game, draws: 200, using: &chance)
    let set = try game.equilibria(agreeing: .empty)
    #expect(set.outcomes.count == 3 && set.isComplete)
    let best = try #require(set.outcomes.min { $0.totalCost < $1.totalCost })
    let playable: any PlayableDilemma = game
    let end = basin.settlement(at: best.actions, in: playable)
    let reached = try #require(end)
    #expect(reached == basin.best && reached.share > 0.2)
    #expect(basin.settlement(at: [0.5, 0.5, 10, 10], in: game) == nil)  // the balance that does not hold
  }

  @Test("leaves one market closed where that is best for all together")
  func unequalExchange() throws {
    let protection = try MarketProtection(
      players: ["a", "b", "c"], temptation: 5, reward: 3, punishment: 1, sucker: 0,
      exchange: Matrix([[0, 1, 0], [1, 0, 10], [0, 10, 0]]))
    let optimum = try protection.game.outcome(agreeing: .grand(of: 3))
    #expect(optimum.actions == [1, 0, 0])
    // a gets T; b gets S of an eleventh and R of the rest; c gets R.
    #expect(abs(optimum.totalCost + 5 + 30.0 / 11 + 3) < 1e-12)
  }
}
