import Testing

@testable import Negotiations

@Suite struct DecisionSensitivityTests {
  @Test func twoPartiesByHand() throws {
    let setting = try DecisionSetting(
      issues: [.init("fee", low: 0, high: 200)],
      parties: [
        .init("a", capability: 2, stakes: [.init(0, salience: 0.5)]),
        .init("b", capability: 1, stakes: [.init(200, salience: 1)]),
      ])
    let all = try sensitivities(of: setting) { compromises(of: $0).map(\.outcome) }
    #expect(
      all.map(\.factor) == [
        .capability(party: 0), .capability(party: 1), .salience(party: 0, issue: 0), .position(party: 0, issue: 0),
        .salience(party: 1, issue: 0), .position(party: 1, issue: 0),
      ])
    func holds(_ row: Int, _ lower: Double, _ higher: Double) {
      // 1e-12 of the scale: rounding of the mean.
      #expect(abs(all[row].lower[0] - lower) <= 2e-10 && abs(all[row].higher[0] - higher) <= 2e-10)
    }
    holds(0, 200 / 1.9, 200 / 2.1)
    holds(1, 180 / 1.9, 220 / 2.1)
    holds(2, 200 / 1.9, 200 / 2.1)
    holds(3, 100, 105)  // nobody leaves the scale
    holds(4, 180 / 1.9, 100)  // salience ends at 1
    holds(5, 95, 100)
    let range = outcomeRanges(of: all, around: [100])[0]
    #expect(abs(range.lowerBound - 180 / 1.9) <= 2e-10 && abs(range.upperBound - 200 / 1.9) <= 2e-10)
    #expect(abs(all[3].swing(on: 0) - 5) <= 2e-10)
  }

  @Test func servesEveryModel() throws {
    let drawn = try randomSetting(seed: 4, missing: 0)
    let exchanged = try sensitivities(of: drawn) { setting throws(DecisionError) in
      try positionExchanges(in: setting)[0].outcomes
    }
    #expect(exchanged.count == drawn.parties.count * (1 + 2 * drawn.issues.count))
    let base = try positionExchanges(in: drawn)[0].outcomes
    for (range, outcome) in zip(outcomeRanges(of: exchanged, around: base), base) { #expect(range.contains(outcome)) }
    var steps = SensitivitySteps()
    steps.dividesAttention = true
    let whole = try DecisionSetting(
      issues: [.init("road"), .init("rail")],
      parties: [
        .init("a", capability: 1, stakes: [.init(0, salience: 0.5), .init(10, salience: 0.5)]),
        .init("b", capability: 1, stakes: [.init(100, salience: 0.7), .init(40, salience: 0.2)]),
      ])
    let challenged = try sensitivities(of: whole, steps: steps) { setting throws(DecisionError) in
      try challengeCourse(of: setting).outcomes
    }
    #expect(challenged.count == 2 + 2 * 4)
  }

  @Test func stepsOutOfRangeAreRefused() throws {
    let toll = try TollSettings.setting()
    for (change, message) in [
      ({ $0.capability = 1 }, "the step of capability is 1.0; give a number from 0 to below 1"),
      ({ $0.salience = -0.1 }, "the step of salience is -0.1; give a number from 0 to below 1"),
      ({ $0.positionPoints = 101 }, "the step of positions is 101.0; give hundredths of a scale, from 0 to 100"),
    ] as [((inout SensitivitySteps) -> Void, String)] {
      var steps = SensitivitySteps()
      change(&steps)
      do throws(DecisionError) {
        _ = try sensitivities(of: toll, steps: steps) { _ in [] }
        Issue.record("accepted")
      } catch {
        #expect(error.description == message)
      }
    }
  }

  @Test func theGreatestCapabilityCanBeRaised() throws {
    func setting(_ one: Double, _ other: Double) throws -> DecisionSetting {
      try DecisionSetting(
        issues: [.init("i", low: 0, high: 100)],
        parties: [
          .init("a", capability: one, stakes: [.init(0, salience: 1)]),
          .init("b", capability: other, stakes: [.init(100, salience: 1)]),
        ])
    }
    let great = try sensitivities(of: setting(1.7e308, 0.85e308)) { compromises(of: $0).map(\.outcome) }
    let small = try sensitivities(of: setting(2, 1)) { compromises(of: $0).map(\.outcome) }
    for (one, other) in zip(great, small) {
      // Each outcome is a mean of three roundings of numbers up to 100.
      #expect(abs(one.lower[0] - other.lower[0]) <= 1e-12 && abs(one.higher[0] - other.higher[0]) <= 1e-12)
    }
  }
}
