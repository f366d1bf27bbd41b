import Foundation
import Mathematics
import Negotiations
import Testing

@Suite struct ConvexBargainingTests {
  /// 12 units among three parties, the third of which values a unit at 2.
  static func pie(reservations: [Double] = [0, 0, 0]) throws -> ConvexBargaining {
    try ConvexBargaining(
      worths: Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 2]]), rows: Matrix([[1, 1, 1]]), relations: [.atMost], bounds: [12],
      reservations: reservations)
  }

  // 1e-6: linear programs hold their conditions within 1e-8 of their terms.
  @Test(
    "divides a pie as by hand",
    arguments: [
      (BargainingRule.nash(), [4.0, 4, 8]), (.nash(weights: [1, 2, 3]), [2, 4, 12]),
      (.kalaiSmorodinsky(), [4, 4, 8]), (.egalitarian(), [4.8, 4.8, 4.8]),
      (.egalitarian(weights: [1, 1, 2]), [4, 4, 8]), (.utilitarian(rates: [1, 1, 1]), [0, 0, 24]),
      // 12 − a = 12 − b = 24 − c and a + b + c/2 = 12: a = 2.4, c = 14.4.
      (.equalLoss(), [2.4, 2.4, 14.4]),
    ])
  func pie(rule: BargainingRule, worths: [Double]) throws {
    let solution = try #require(try Self.pie().solution(rule))
    for (found, expected) in zip(solution.worths, worths) { #expect(abs(found - expected) < 1e-6, "\(solution)") }
  }

  @Test func outsideOptionsComeFirstAndTheRestIsDivided() throws {
    let solution = try #require(try Self.pie(reservations: [6, 0, 0]).solution(.nash()))
    // 6 of 12 are the first's anyway; a third of the other 6 for each.
    for (found, expected) in zip(solution.worths, [8.0, 2, 4]) { #expect(abs(found - expected) < 1e-6) }
    #expect(try Self.pie(reservations: [6, 6, 2]).solution(.nash()) == nil)
    let tight = try #require(try Self.pie(reservations: [6, 6, 0]).solution(.nash()))
    #expect(tight.gainless == [0, 1, 2])
  }

  @Test func theSmallestFirstAndThenTheNext() throws {
    // The first can never have more than 1; equal gains of 1 for all would waste what the others can have.
    let problem = try ConvexBargaining(
      worths: Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), rows: Matrix([[1, 0, 0], [1, 1, 1]]),
      relations: [.atMost, .atMost], bounds: [1, 11])
    let solution = try #require(try problem.solution(.egalitarian()))
    for (found, expected) in zip(solution.worths, [1.0, 5, 5]) { #expect(abs(found - expected) < 1e-6) }
  }

  @Test("agrees with straight edges where two parties mix outcomes", arguments: UInt64(0)..<25)
  func twoPartiesMix(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let points = (0..<10).map { _ in [chance.uniform(), 10 * chance.uniform()] }
    let frontier = try ParetoFrontier(
      points: points, reservations: [0.3 * chance.uniform(), 3 * chance.uniform()], isComplete: true)
    let (straight, convex) = (try StraightFrontier(frontier), try ConvexBargaining(mixesOf: frontier))
    for rule in [
      BargainingRule.nash(), .nash(weights: [2, 1]), .kalaiSmorodinsky(), .egalitarian(weights: [1, 7]), .equalLoss(),
      .utilitarian(rates: [10, 1]),
    ] {
      let (here, there) = (try #require(try straight.solution(rule)), try #require(try convex.solution(rule)))
      for (a, b) in zip(here.ends[0].worths, there.worths) { #expect(abs(a - b) < 1e-6, "\(rule)") }
    }
  }

  @Test("makes a product that no corner can raise, whatever the parties' units", arguments: UInt64(0)..<15)
  func firstOrderCondition(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let parties = 2 + Int(seed % 4)
    let units = (0..<parties).map { _ in pow(10, 6 * chance.uniform() - 3) }
    let points = (0..<15).map { _ in units.map { $0 * chance.uniform() } }
    let frontier = try ParetoFrontier(points: points, isComplete: true)
    let solution = try #require(try ConvexBargaining(mixesOf: frontier).solution(.nash()))
    // At Nash's mix, gains as shares of those agreed add up to no more than the number of parties at any outcome.
    for point in points {
      let shares = zip(point, solution.gains).reduce(0) { $0 + $1.0 / $1.1 }
      #expect(shares <= Double(parties) + 1e-7)  // what linear programs leave open
    }
    #expect(abs(solution.amounts.reduce(0, +) - 1) < 1e-9)
  }

  @Test func refusesWhatHasNoEndOrDoesNotFit() throws {
    let endless = try ConvexBargaining(
      worths: Matrix([[1, 0], [0, 1]]), rows: Matrix([[1, 0]]), relations: [.atMost], bounds: [1], names: ["a", "b"])
    #expect(throws: NegotiationError.endlessWorth(party: "b")) { try endless.solution(.nash()) }
    #expect(
      NegotiationError.endlessWorth(party: "b").description
        == "what 'b' may have has no end under these conditions; add one")
    #expect(throws: NegotiationError.conditions) {
      try ConvexBargaining(worths: Matrix([[1]]), rows: Matrix([[1, 2]]), relations: [.atMost], bounds: [1])
    }
  }
}

@Suite struct ContinuousIssuesTests {
  static func scenario(first: [[Double]], second: [[Double]], issues: [Negotiations.Issue], needs: [Double] = [0, 0])
    throws -> NegotiationScenario
  {
    try NegotiationScenario(
      agenda: Agenda(issues),
      parties: [
        Preferences(party: "a", worths: first, reservation: needs[0]),
        Preferences(party: "b", worths: second, reservation: needs[1]),
      ])
  }

  @Test func aQuantityIsDividedBetweenItsSteps() throws {
    // One step only: 1 and 2 for the whole of it; half is best whatever the units.
    let share = try Negotiations.Issue("share", .quantity(0...1, steps: 1))
    let scenario = try Self.scenario(first: [[0, 1]], second: [[2, 0]], issues: [share])
    let nash = try #require(try scenario.continuousSolution(.nash()))
    #expect(abs(nash.positions[0] - 0.5) < 1e-9)  // the mix of two corners is exact but for rounding
    #expect(abs(nash.worths[0] - 0.5) < 1e-9 && abs(nash.worths[1] - 1) < 1e-9)
    let even = try #require(try scenario.continuousSolution(.egalitarian()))
    #expect(abs(even.worths[0] - 2.0 / 3) < 1e-7)
    #expect(try ParetoFrontier(of: scenario).count == 2)  // steps alone know only the two ends
  }

  @Test func comesToTheCurveThatItsStepsDraw() throws {
    // x for the first, 2√(1 − x) for the second, in 200 steps: Nash at 2/3 of the way.
    let steps = 200
    let share = try Negotiations.Issue("share", .quantity(0...1, steps: steps))
    let places = (0...steps).map { Double($0) / Double(steps) }
    let scenario = try Self.scenario(
      first: [places], second: [places.map { 2 * (1 - $0).squareRoot() }], issues: [share])
    let nash = try #require(try scenario.continuousSolution(.nash()))
    // Within a step: the product is flat there.
    #expect(abs(nash.worths[0] - 2.0 / 3) < 1.0 / 200)
    let fair = try #require(try scenario.continuousSolution(.kalaiSmorodinsky()))
    // The chords are below the curve by less than a step's square.
    #expect(abs(fair.worths[0] - (5.0.squareRoot() - 1) / 2) < 1.0 / 40_000)
  }

  @Test func choicesAreTriedOneByOne() throws {
    let share = try Negotiations.Issue("share", .quantity(0...10, steps: 2))
    let seat = try Negotiations.Issue("seat", .choices(["here", "there"]))
    // "there" adds 3 to both.
    let scenario = try Self.scenario(
      first: [[0, 3], [0, 5, 10]], second: [[0, 3], [10, 5, 0]], issues: [seat, share], needs: [0, 4])
    let nash = try #require(try scenario.continuousSolution(.nash()))
    #expect(nash.positions[0] == 1)
    // (3 + x)(3 + 10 − x − 4) is largest at x = 3: 0.6 of a step.
    #expect(abs(nash.positions[1] - 0.6) < 1e-9)
    #expect(abs(nash.gains[0] - 6) < 1e-8 && abs(nash.gains[1] - 6) < 1e-8)
    let closed = try Self.scenario(
      first: [[0, 3], [0, 5, 10]], second: [[0, 3], [10, 5, 0]], issues: [seat, share], needs: [9, 9])
    #expect(try closed.continuousSolution(.nash()) == nil)
  }

  @Test func refusesHollowWorths() throws {
    let share = try Negotiations.Issue("share", .quantity(0...1, steps: 2))
    let scenario = try Self.scenario(first: [[0, 1, 4]], second: [[2, 1, 0]], issues: [share])
    #expect(throws: NegotiationError.hollowWorths(party: "a", issue: "share")) {
      try scenario.continuousSolution(.nash())
    }
    #expect(
      NegotiationError.hollowWorths(party: "a", issue: "share").description
        == "to 'a' more of 'share' is worth more and more, so a mean of two deals may be worse than both; "
        + "look at its steps, or give worths that rise ever less")
  }
}
