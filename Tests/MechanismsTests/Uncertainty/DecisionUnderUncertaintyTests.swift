import CollectiveAction
import Mathematics
import Mechanisms
import Testing

@Suite struct DecisionUnderUncertaintyTests {
  /// Four draws of two options: tied in the last, both worse than acting alone in the third.
  static let four = Matrix([[1, 2], [3, -1], [-1, -2], [2, 2]])

  @Test("weighs up a table of four draws as by hand")
  func byHand() throws {
    let decision = try DecisionUnderUncertainty(options: ["grant", "contract"], netGains: Self.four)
    #expect(decision.draws == 4 && decision.outlooks.map(\.option) == ["grant", "contract", nil])
    #expect(decision.outlooks.map(\.mean.value) == [1.25, 0.25, 0])
    #expect(decision.outlooks.map(\.gainChance.value) == [0.75, 0.5, 0])
    #expect(decision.outlooks.map(\.bestChance.value) == [0.375, 0.375, 0.25])
    #expect(decision.outlooks.map(\.expectedRegret.value) == [0.5, 1.5, 1.75])
    #expect(decision.outlooks.map(\.largestRegret) == [1, 4, 3])
    #expect(decision.best.option == "grant" && decision.leastRegret.option == "grant")
    #expect(decision.perfectInformation.value == 0.5)  // (2 + 3 + 0 + 2)/4 − 1.25
    let grant = decision.outlooks[0]
    #expect(grant.quantiles[2].value == 1.5)  // halfway between 1 and 2
    #expect(abs(grant.deviation.value - (8.75 / 3).squareRoot()) < 1e-15)  // one rounding
    #expect(abs(grant.mean.standardError - (8.75 / 12).squareRoot()) < 1e-15)
    #expect(decision.outlooks[2].deviation == SampledFigure(value: 0, standardError: 0))
  }

  @Test("tells who gains and who loses")
  func players() throws {
    // The gains of two players under each option, draw by draw; they add up to the net gains.
    let gains: [Double] = [2, -1, 1, 1, 3, 0, -1, 0, -1, 0, -1, -1, 1, 1, 2, 0]
    let decision = try DecisionUnderUncertainty(
      options: ["grant", "contract"], netGains: Self.four, players: ["up", "down"], gains: gains)
    let grant = decision.outlooks[0].players
    #expect(grant.map(\.player) == ["up", "down"])
    #expect(grant.map(\.gainChance.value) == [0.75, 0.25] && grant.map(\.lossChance.value) == [0.25, 0.25])
    #expect(grant.map(\.mean.value) == [1.25, 0])
    let alone = decision.outlooks[2].players
    #expect(alone.allSatisfy { $0.gainChance.value == 0 && $0.lossChance.value == 0 && $0.mean.value == 0 })
  }

  @Test("leaves it at acting alone where nothing gains")
  func nothingGains() throws {
    let decision = try DecisionUnderUncertainty(options: ["a", "b"], netGains: Matrix([[0, -1], [0, 0], [-2, -3]]))
    #expect(decision.best.option == nil && decision.leastRegret.option == nil)
    #expect(decision.outlooks.map(\.bestChance.value) == [0, 0, 1] && decision.perfectInformation.value == 0)
  }

  @Test("shares out being the best among all, whoever it is", arguments: UInt64(0)..<30)
  func sharesAddUp(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    // Whole numbers, so that ties are frequent.
    let numbers = (0..<300).map { _ in Double(Int.random(in: -3...3, using: &chance)) }
    let table = Matrix(rows: 60, columns: 5, elements: numbers)
    let decision = try DecisionUnderUncertainty(options: ["a", "b", "c", "d", "e"], netGains: table)
    #expect(abs(decision.outlooks.reduce(0) { $0 + $1.bestChance.value } - 1) < 1e-12)  // 60 thirds and fifths
    for (place, outlook) in decision.outlooks.enumerated() {
      let regrets = (0..<60).map { draw in
        max(0, (0..<5).map { table[draw, $0] }.max() ?? 0) - (place < 5 ? table[draw, place] : 0)
      }
      #expect(abs(outlook.expectedRegret.value - regrets.reduce(0, +) / 60) < 1e-12)
      #expect(outlook.largestRegret == regrets.max())
      #expect(outlook.expectedRegret.value >= decision.perfectInformation.value)
      let quantiles = outlook.quantiles.map(\.value)
      #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test(
    "finds what is known in closed form of an option that is normal",
    arguments: [(0.3, 1.0), (-0.5, 2.0), (0, 0.7), (1.5, 1.0)])
  func normalOption(mean: Double, deviation: Double) throws {
    let draws = try draw(count: 16_384, seed: 4, inputs: 1, outputs: 1) { point in
      [mean + deviation * StandardNormal.quantile(point[0])]
    }
    let decision = try DecisionUnderUncertainty(options: ["act"], netGains: draws.results)
    let act = decision.outlooks[0]
    let ratio = mean / deviation
    // Sobol points in one dimension are nearly exact; the standard error is that of independent draws.
    func agrees(_ figure: SampledFigure, _ exact: Double) -> Bool {
      abs(figure.value - exact) <= figure.standardError && figure.standardError < 0.03 * deviation
    }
    #expect(agrees(act.mean, mean) && agrees(act.deviation, deviation))
    #expect(agrees(act.gainChance, StandardNormal.cumulative(ratio)))
    #expect(agrees(act.bestChance, StandardNormal.cumulative(ratio)))
    for (quantile, probability) in zip(act.quantiles, Outlook.probabilities) {
      #expect(agrees(quantile, mean + deviation * StandardNormal.quantile(probability)))
    }
    let positivePart = mean * StandardNormal.cumulative(ratio) + deviation * StandardNormal.density(ratio)
    #expect(agrees(decision.perfectInformation, positivePart - max(mean, 0)))
  }

  @Test("gives standard errors that hold over independent draws")
  func standardErrors() throws {
    let exact = 0.2 * StandardNormal.cumulative(0.2) + StandardNormal.density(0.2) - 0.2
    var (within, total) = (0, 0)
    for seed in UInt64(0)..<200 {
      var chance = RandomStream(seed: seed)
      let numbers = (0..<400).map { _ in 0.2 + StandardNormal.quantile(chance.openUniform()) }
      let decision = try DecisionUnderUncertainty(
        options: ["act"], netGains: Matrix(rows: 400, columns: 1, elements: numbers))
      let act = decision.outlooks[0]
      for (figure, truth) in [
        (act.mean, 0.2), (act.deviation, 1), (act.gainChance, StandardNormal.cumulative(0.2)), (act.quantiles[2], 0.2),
        (act.quantiles[0], 0.2 + StandardNormal.quantile(0.05)), (decision.perfectInformation, exact),
      ] {
        total += 1
        if abs(figure.value - truth) <= 1.96 * figure.standardError { within += 1 }
      }
    }
    // 95 % if all were normal; 1 200 figures, of which the six of one seed hang together.
    #expect((0.91...0.98).contains(Double(within) / Double(total)))
  }

  @Test("refuses what is no table of draws")
  func refusals() throws {
    #expect(throws: DecisionError.noDraws) {
      try DecisionUnderUncertainty(options: ["a"], netGains: Matrix(rows: 0, columns: 1))
    }
    #expect(throws: DecisionError.noOptions) {
      try DecisionUnderUncertainty(options: [], netGains: Matrix(rows: 2, columns: 0))
    }
    #expect(throws: DecisionError.optionCount(given: 2, named: 1)) {
      try DecisionUnderUncertainty(options: ["a"], netGains: Self.four)
    }
    #expect(throws: DecisionError.notFinite(draw: 1, option: "b")) {
      try DecisionUnderUncertainty(options: ["a", "b"], netGains: Matrix([[1, 1], [1, .nan]]))
    }
    #expect(throws: DecisionError.gainCount(given: 3, needed: 8)) {
      try DecisionUnderUncertainty(options: ["a", "b"], netGains: Self.four, players: ["p"], gains: [1, 2, 3])
    }
    #expect(DecisionError.noDraws.description == "no draw was accepted; look at why they were refused")
    #expect(
      DecisionError.notFinite(draw: 1, option: "b").description
        == "the net gain of 'b' in draw 1 is not a finite number; leave refused draws out")
  }
}
