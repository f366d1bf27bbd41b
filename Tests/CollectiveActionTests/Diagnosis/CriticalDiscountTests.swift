import CollectiveAction
import Mathematics
import Testing

@Suite struct CriticalDiscountTests {
  @Test(
    "gives the thresholds of the prisoner's dilemma, with and without detection and fine",
    arguments: [(1, 0, 0.5), (0.5, 0, 2.0 / 3), (0.2, 0, 5.0 / 6), (0.5, 2, 0.5)] as [(Double, Double, Double)])
  func prisoners(detection: Double, fine: Double, least: Double) throws {
    // T, R, P, S = 5, 3, 1, 0. Without fine and with full detection (T − R)/(T − P), Friedman (1971).
    let diagnosis = try GameDiagnosis(of: TableGame.symmetric(t: 5, r: 3, p: 1, s: 0))
    let patience = try CriticalDiscount(of: diagnosis, detection: detection, fine: fine)
    for value in patience.least { #expect(abs(try #require(value) - least) < 1e-15) }  // one rounded quotient
    #expect(abs(try #require(patience.pooled) - least) < 1e-15)
  }

  @Test(
    "gives (n − r)/(r(n − 1)) for a linear public good",
    arguments: [(5, 3), (4, 1.6), (3, 2), (5, 1.1)] as [(Int, Double)])
  func publicGood(count: Int, factor: Double) throws {
    let game = TableGame([Int](repeating: 2, count: count)) { actions in
      actions.map { $0 - factor * actions.reduce(0, +) / Double(count) }
    }
    let n = Double(count)
    let patience = try CriticalDiscount(of: GameDiagnosis(of: game))
    for value in patience.least {
      // Sums of a few tenths are rounded at the 15th digit.
      #expect(abs(try #require(value) - (n - factor) / (factor * (n - 1))) < 1e-13)
    }
  }

  @Test("has no answer for who is tempted and loses nothing by the end, but payments may give one")
  func loser() throws {
    let game = try SpilloverGame(
      players: ["a", "b"], baseline: [10, 10], abatementCost: [1, 1], linearDamage: [1, 3],
      transport: Matrix([[0.5, 0.5], [0, 1]]))
    let patience = try CriticalDiscount(of: GameDiagnosis(of: game))
    #expect(patience.least == [nil, 0])
    // a is tempted by 1.125 and all lose the gap of 1.125 a year.
    #expect(abs(try #require(patience.pooled) - 0.5) < 1e-12)  // differences of sums near 50
  }

  @Test("is where breaking away once and being alone ever after stop to pay", arguments: UInt64(0)..<60)
  func indifference(seed: UInt64) throws {
    let diagnosis = try GameDiagnosis(of: SpilloverGame.random(seed: seed, isLinear: true))
    let patience = try CriticalDiscount(of: diagnosis)
    for player in diagnosis.players.indices {
      let keep = diagnosis.optimum.costs[player]
      let leave = keep - diagnosis.freeRidingIncentive[player]
      let alone = diagnosis.nash.costs[player]
      func gainByLeaving(_ patience: Double) -> Double {
        keep - ((1 - patience) * leave + patience * alone)  // of a discounted average cost
      }
      if let least = patience.least[player] {
        #expect(least > 0 ? abs(gainByLeaving(least)) < 1e-9 : gainByLeaving(0) < 1e-9)  // costs of some hundreds
        #expect(gainByLeaving((least + 1) / 2) < 1e-9)
      } else {
        for step in 0...10 { #expect(gainByLeaving(Double(step) / 10) >= -1e-9) }
      }
    }
  }

  @Test(
    "lets the patient pay the impatient: some payments keep all exactly from the pooled factor on",
    arguments: UInt64(0)..<60)
  func payments(seed: UInt64) throws {
    let diagnosis = try GameDiagnosis(of: SpilloverGame.random(seed: seed, isLinear: true))
    let patience = try CriticalDiscount(of: diagnosis)
    guard let pooled = patience.pooled, pooled > 0 else { return }
    for (factor, holds) in [(pooled * 0.999, false), (min(1, pooled * 1.001), true)] {
      // Each keeps when δ(loss + payment received) ≥ (1 − δ)·temptation; these are the least payments, if any do.
      let needed = diagnosis.players.indices.map {
        (1 - factor) * patience.temptation[$0] / factor - patience.yearlyLoss[$0]
      }
      #expect((needed.reduce(0, +) <= 0) == holds)
    }
    let all = patience.least.compactMap { $0 }
    if all.count == diagnosis.players.count {
      #expect(pooled <= (all.max() ?? 0) + 1e-12)  // a mean is not above the largest, but for rounding
    }
  }

  @Test("refuses what is no probability and no fine")
  func refusals() throws {
    let diagnosis = try GameDiagnosis(of: TableGame.symmetric(t: 5, r: 3, p: 1, s: 0))
    #expect(
      throws: DilemmaError.invalid("the detection of a breach is 0.0; give a number above 0 and at most 1")
    ) { try CriticalDiscount(of: diagnosis, detection: 0) }
    #expect(throws: DilemmaError.invalid("the fine for a breach is -1.0; give a finite number, 0 or more")) {
      try CriticalDiscount(of: diagnosis, fine: -1)
    }
  }
}
