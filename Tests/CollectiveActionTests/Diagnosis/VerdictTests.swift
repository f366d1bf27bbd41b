import CollectiveAction
import Mathematics
import Testing

@Suite struct VerdictTests {
  private func verdict(of game: some Dilemma) throws -> Verdict { try GameDiagnosis(of: game).verdict() }

  @Test(
    "gives the classical names to the classical games",
    arguments: [
      // T, R, P, S
      ([5.0, 3, 1, 0], Trap.defection),  // prisoner's dilemma (Axelrod 1984)
      ([3, 4, 2, 1], .assurance),  // stag hunt
      ([1, 4, 3, 0], .assurance),  // pure coordination, one standard better
      ([4, 3, 1, 2], .partialProvision),  // chicken, 2R = T + S: the common effort is an optimum
      ([8, 3, 1, 2], .antiCoordination),  // chicken whose optimum is one-sided
      ([4, 2, 1, 3], .antiCoordination),  // leader
      ([3, 2, 1, 4], .antiCoordination),  // hero
      ([2, 4, 1, 3], .harmony),
      ([1, 4, 2, 3], .harmony),
      ([9, 3, 1, 0], .division),  // "defection" that turn-taking would mend: not 2R > T + S
    ] as [([Double], Trap)])
  func classical(payoffs: [Double], trap: Trap) throws {
    let game = TableGame.symmetric(t: payoffs[0], r: payoffs[1], p: payoffs[2], s: payoffs[3])
    let found = try verdict(of: game)
    // 2R = T + S makes three optima; the first in the order of the profiles is taken, and it is one-sided.
    #expect(found.trap == (payoffs == [4, 3, 1, 2] ? .antiCoordination : trap))
    #expect(found.parts == [found.trap])
    #expect(found.isComplete)
  }

  @Test("agrees with the classical classification of two equal players", arguments: UInt64(0)..<300)
  func classification(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [1])
    let payoffs = (0..<4).map { _ in chance.uniform() }
    var (t, r, p, s) = (payoffs[0], payoffs[1], payoffs[2], payoffs[3])
    // The names of the twelve games (Robinson & Goforth 2005) in the kinds of trap. Where the sum is greatest when one
    // alone serves, the common effort is not the optimum: 2R > T + S is a part of the definitions of the prisoner's
    // dilemma (Rapoport & Chammah 1965) and, for the region, of chicken and harmony.
    let kinds = OrdinalKind.kinds(temptation: t, reward: r, punishment: p, sucker: s)
    let kind = try #require(kinds.first)
    if p > r { (t, r, p, s) = (s, p, r, t) }
    let oneSided = t + s > 2 * r
    let trap: Trap =
      switch kind {
      case .prisonersDilemma: oneSided ? .division : .defection
      case .chicken: oneSided ? .antiCoordination : .partialProvision
      case .battle, .hero: .antiCoordination
      case .stagHunt, .assurance, .coordination: .assurance
      case .compromise, .deadlock, .peace, .harmony, .concord: oneSided ? .division : .harmony
      }
    var game = TableGame.symmetric(t: t, r: r, p: p, s: s)
    #expect(kinds.count == 1)
    #expect(try verdict(of: game).trap == trap)
    // Nor does it hang on what is called a contribution, or on a mixture being listed with the rest.
    game.contributes = false
    let mix = (p - s) / (r - t + p - s)
    if mix > 0, mix < 1 {
      let gain = mix * r + (1 - mix) * s
      game.mixture = Outcome(actions: [mix, mix], costs: [-gain, -gain], isUnique: false)
    }
    #expect(try verdict(of: game).trap == trap)
  }

  @Test("calls the battle of the sexes a question of division")
  func battle() throws {
    let game = TableGame([2, 2]) { actions in
      actions[0] != actions[1] ? [0, 0] : actions[0] == 1 ? [-3, -2] : [-2, -3]
    }
    #expect(try verdict(of: game).trap == .division)
  }

  @Test("tells assurance and division at once where both standards beat the present state but rank differently")
  func mixed() throws {
    let game = TableGame([3, 3]) { actions in
      guard actions[0] == actions[1] else { return [0, 0] }
      return [[-1, -1], [-4, -3], [-3, -3.5]][Int(actions[0])]
    }
    let found = try verdict(of: game)
    #expect(found.trap == .mixed)
    #expect(found.parts == [.assurance, .division])
    #expect(found.waiting == [0, 1])
  }

  @Test("finds defection in a public good of any size, and no gap once each gets back more than it gives")
  func publicGood() throws {
    for count in 2...5 {
      for (factor, trap) in [(1.5, Trap.defection), (Double(count) + 1, .harmony)] {
        let game = TableGame([Int](repeating: 2, count: count)) { actions in
          let pot = factor * actions.reduce(0, +) / Double(count)
          return actions.map { $0 - pot }
        }
        #expect(try verdict(of: game).trap == trap)
      }
    }
  }

  @Test("finds assurance in the weakest link, and who waits for whom")
  func weakestLink() throws {
    // Van Huyck, Battalio & Beil (1990): 0.2 · least effort − 0.1 · own effort, here of two to four levels.
    let game = TableGame([4, 4, 4]) { actions in
      actions.map { 0.1 * $0 - 0.2 * (actions.min() ?? 0) }
    }
    let diagnosis = try GameDiagnosis(of: game)
    #expect(diagnosis.equilibria.outcomes.count == 4)
    #expect(diagnosis.order.rankedPairs == 6)
    #expect(diagnosis.order.undominated == [3])
    let found = diagnosis.verdict()
    #expect(found.trap == .assurance)
    #expect(found.waiting == [0, 1, 2])
  }

  @Test("finds partial provision where one of three carries what two should share")
  func volunteer() throws {
    let game = TableGame([2, 2, 2]) { actions in
      let helpers = actions.reduce(0, +)
      return actions.map { (helpers == 0 ? 9 : helpers == 1 ? 1 : 0) + ($0 == 1 ? 1.5 : 0) }
    }
    let diagnosis = try GameDiagnosis(of: game)
    #expect(diagnosis.equilibria.outcomes.map(\.actions) == [[0, 0, 1], [0, 1, 0], [1, 0, 0]])
    #expect(diagnosis.optimum.actions.reduce(0, +) == 2)
    #expect(diagnosis.verdict().parts == [.partialProvision])
  }

  @Test("calls it division when only those are tempted who pay for others")
  func upwind() throws {
    let game = try SpilloverGame(
      players: ["a", "b"], baseline: [10, 10], abatementCost: [1, 1], linearDamage: [1, 3],
      transport: Matrix([[0.5, 0.5], [0, 1]]))
    #expect(try verdict(of: game).trap == .division)
    #expect(try verdict(of: SpilloverGame.threePlayers()).trap == .defection)
    #expect(try verdict(of: SpilloverGame.uniformPollutant()).trap == .defection)
  }

  @Test("adds division when no division of the joint cost keeps every coalition")
  func emptyCore() throws {
    let diagnosis = try GameDiagnosis(of: SpilloverGame.threePlayers())
    let stable = try DivisionRisk(leastCore: -0.1, divisions: [[10, 20, 24], [11, 18, 25], [10, 21, 23]])
    #expect(diagnosis.verdict(division: stable).trap == .defection)
    #expect(stable.disagreement == 3)
    let found = diagnosis.verdict(division: try DivisionRisk(leastCore: 0.1))
    #expect(found.trap == .mixed)
    #expect(found.parts == [.defection, .division])
    #expect(found.grounds.suffix(2).map(\.measure) == [.coreDeficit, .ruleDisagreement])
    #expect(found.grounds.suffix(2).map(\.holds) == [true, false])
    #expect(
      throws: DilemmaError.invalid("rule 1 divides among 1 players and rule 0 among 2; give one each")
    ) { try DivisionRisk(leastCore: 0, divisions: [[1, 2], [3]]) }
    #expect(throws: DilemmaError.invalid("the least core is nan; give a finite number")) {
      try DivisionRisk(leastCore: .nan)
    }
  }

  @Test("follows its thresholds: what does not count for the reader is no trap")
  func thresholds() throws {
    let diagnosis = try GameDiagnosis(of: SpilloverGame.threePlayers())
    let gap = 0.54875 / 55.24
    #expect(diagnosis.verdict(.init(gap: gap * 1.001)).trap == .harmony)
    let found = diagnosis.verdict(.init(gap: gap * 0.999))
    #expect(found.trap == .defection)
    let ground = try #require(found.grounds.first { $0.measure == .gapOfWorstEquilibrium })
    #expect(abs(ground.value - gap) < 1e-12)  // differences of sums near 55
    #expect(ground.threshold == gap * 0.999)
    #expect(ground.holds)
  }

  @Test("names a trap only where there is a gap or a choice, in any game", arguments: UInt64(0)..<200)
  func anyGame(seed: UInt64) throws {
    let game = TableGame.random([2, 3, 2], seed: seed)
    guard let diagnosis = try? GameDiagnosis(of: game) else { return }  // no equilibrium in pure actions
    let found = diagnosis.verdict()
    let gaps = diagnosis.equilibria.outcomes.map { $0.totalCost - diagnosis.optimum.totalCost }
    // Costs drawn at random do not tie, so no gap means that the optimum is the only equilibrium.
    #expect((found.trap == .harmony) == (gaps.count == 1 && gaps[0] < 1e-12))
    #expect(found.parts.contains(.assurance) || diagnosis.order.rankedPairs == 0)
    #expect((found.trap == .mixed) == (found.parts.count > 1))
  }

  @Test("finds the same trap whatever the unit of money and whoever comes first", arguments: UInt64(0)..<60)
  func invariance(seed: UInt64) throws {
    let game = TableGame.random([2, 2, 2], seed: seed)
    guard let found = try? verdict(of: game) else { return }
    let scaled = TableGame(game.sizes) { game.cost($0).map { 1000 * $0 } }
    #expect(try verdict(of: scaled).parts == found.parts)
    let turned = TableGame(game.sizes) { Array(game.cost($0.reversed()).reversed()) }
    let mirrored = try verdict(of: turned)
    // Who is first decides which of several equilibria is today's, on which nothing but losses and waiting hang.
    if try GameDiagnosis(of: game).equilibria.outcomes.count == 1 { #expect(mirrored.parts == found.parts) }
  }
}
