import CollectiveAction
import Mathematics
import Testing

@Suite struct GradualAgreementTests {
  @Test("raises nobody's cost at any step, with payments that add up to nothing", arguments: UInt64(0)..<60)
  func nobodyLoses(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, isLinear: seed % 4 == 0)
    let path = try GradualAgreement(of: game, pace: seed % 3 == 0 ? 1 : 0.25)
    var before = path.start.costs
    var paid = [Double](repeating: 0, count: game.players.count)
    for step in path.steps {
      #expect(abs(step.received.reduce(0, +)) < 1e-10)  // sums of some tens
      for player in game.players.indices {
        // Written down again from the definition; 1e-12 is what these sums round away.
        paid[player] += step.received[player]
        let cost = independentCost(of: [player], in: game, doing: step.actions) - paid[player]
        #expect(abs(step.costs[player] - cost) < 1e-9 * max(1, abs(cost)))
        #expect(step.costs[player] <= before[player] + 1e-12 * abs(before[player]))
        #expect(step.actions[player] >= 0 && step.actions[player] <= game.limit[player])
      }
      before = step.costs
    }
  }

  @Test("comes as near to the optimum as asked, and says how near", arguments: UInt64(0)..<60)
  func reachesOptimum(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let optimum = try game.outcome(agreeing: .grand(of: game.players.count))
    let path = try GradualAgreement(of: game, nearness: 1e-7)
    let total = path.costs.reduce(0, +)
    #expect(path.isComplete)
    #expect(path.largestGap <= 1e-7 * path.start.totalCost)
    #expect(total - optimum.totalCost <= path.largestGap + 1e-10 * total)  // rounding of sums
    #expect(total >= optimum.totalCost - 1e-10 * total)
    for (after, before) in zip(path.costs, path.start.costs) { #expect(after <= before + 1e-12 * before) }
  }

  @Test("gives the first step worked by hand")
  func byHand() throws {
    // Upwind abates .5, downwind 3. A unit more upwind spares .5 and 1.5 and costs .5; half of the way is .75.
    let game = try SpilloverGame(
      players: ["upwind", "downwind"], baseline: [10, 10], abatementCost: [1, 1], linearDamage: [1, 3],
      transport: Matrix([[0.5, 0.5], [0, 1]]))
    let path = try GradualAgreement(of: game, pace: 0.5)
    let step = try #require(path.steps.first)
    expect(step.actions, [1.25, 3])
    // Saved at first sight: .75 · 1.5 = 1.125, half each. Upwind is paid .375 − .375 + .5625, downwind pays the same.
    expect(step.received, [0.5625, -0.5625])
    // Upwind's own cost rises by .65625 and its harm falls by .375; downwind's harm falls by 1.125.
    expect(
      step.costs, [path.start.costs[0] + 0.65625 - 0.375 - 0.5625, path.start.costs[1] - 1.125 + 0.5625])
  }

  @Test("shortens a step that would cost somebody", arguments: UInt64(0)..<20)
  func halves(seed: UInt64) throws {
    // With a thousandth of the gain a party has next to nothing to cover what marginal costs leave out.
    let game = try SpilloverGame.random(seed: seed, players: 4)
    let path = try GradualAgreement(
      of: game, pace: 1, shares: [0.001, 1, 1, 1], nearness: 1e-3, mostSteps: 20_000)
    #expect(path.steps.contains { $0.pace < 1 })
    for (after, before) in zip(path.costs, path.start.costs) { #expect(after <= before + 1e-12 * before) }
  }

  @Test("starts anywhere, and stays where nothing is to be gained", arguments: UInt64(0)..<20)
  func startsAnywhere(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let optimum = try game.outcome(agreeing: .grand(of: game.players.count))
    #expect(try GradualAgreement(of: game, from: optimum.actions).steps.isEmpty)
    let fromNothing = try GradualAgreement(of: game, from: game.players.map { _ in 0 })
    let fromLimit = try GradualAgreement(of: game, from: game.limit)
    for path in [fromNothing, fromLimit] {
      #expect(path.isComplete)
      for (found, best) in zip(path.actions, optimum.actions) {
        // A gap of 1e-6 of the costs, in the square of the distance, at slopes of .2 and more.
        #expect((found - best) * (found - best) <= 10 * path.largestGap + 1e-9)
      }
    }
  }

  @Test("says when the steps ran out before")
  func stepsRunOut() throws {
    let path = try GradualAgreement(of: .threePlayers(), pace: 0.1, mostSteps: 3)
    #expect(path.steps.count == 3)
    #expect(!path.isComplete)
    #expect(path.largestGap > 0)
  }

  @Test("refuses figures that make no path, naming the remedy")
  func refusals() throws {
    let game = try SpilloverGame.threePlayers()
    for (why, attempt) in [
      ("a pace of 0.0; give a number above 0, at most 1", { _ = try GradualAgreement(of: game, pace: 0) }),
      ("a pace of nan; give a number above 0, at most 1", { _ = try GradualAgreement(of: game, pace: .nan) }),
      ("a nearness of 0.0; give a number above 0", { _ = try GradualAgreement(of: game, nearness: 0) }),
      ("at most 0 steps; give 1 or more", { _ = try GradualAgreement(of: game, mostSteps: 0) }),
      (
        "the share of '2' is 0.0; give a number above 0, or it may lose by a step",
        { _ = try GradualAgreement(of: game, shares: [1, 0, 1]) }
      ),
      ("2 figures of share for 3 players; give one each", { _ = try GradualAgreement(of: game, shares: [1, 1]) }),
      (
        "the abatement of '3' is 11.0, above its limit of 10.0",
        { _ = try GradualAgreement(of: game, from: [0, 0, 11]) }
      ),
      (
        "the abatement of '1' is -1.0; give a finite number, 0 or more",
        { _ = try GradualAgreement(of: game, from: [-1, 0, 0]) }
      ),
    ] as [(String, () throws -> Void)] {
      #expect(throws: DilemmaError.invalid(why)) { try attempt() }
    }
  }
}
