import CollectiveAction
import Mathematics
import Testing

@Suite struct GameDiagnosisTests {
  @Test("gives the gap and the price of anarchy worked out for three players")
  func threePlayers() throws {
    let diagnosis = try GameDiagnosis(of: SpilloverGame.threePlayers())
    #expect(abs(diagnosis.cooperationGap - 0.54875) < 1e-12)  // differences of sums near 55
    #expect(abs(diagnosis.relativeGap - 0.54875 / 55.24) < 1e-13)
    #expect(abs(try #require(diagnosis.priceOfAnarchy) - 55.24 / 54.69125) < 1e-13)
    #expect(diagnosis.losersWithoutTransfers.isEmpty)
    // Going back from 2.5 to 1.8 saves c(2.5² − 1.8²)/2 and costs .6·3·.7 of harm, and so on.
    expect(
      diagnosis.freeRidingIncentive.map { $0 + 10 },
      [
        10 + (2.5 * 2.5 - 1.8 * 1.8) / 2 - 1.8 * 0.7,
        10 + (0.95 * 0.95 - 0.25) - 0.45,
        10 + 2 * (0.375 * 0.375 - 0.0225) - 0.6 * 0.225,
      ])
  }

  @Test("names who would lose by the optimum unpaid")
  func loser() throws {
    // All wind blows from a to b: a pays, b breathes.
    let game = try SpilloverGame(
      players: ["a", "b"], baseline: [10, 10], abatementCost: [1, 1], linearDamage: [1, 3],
      transport: Matrix([[0.5, 0.5], [0, 1]]))
    let diagnosis = try GameDiagnosis(of: game)
    expect(diagnosis.nash.actions, [0.5, 3])
    expect(diagnosis.optimum.actions, [2, 3])
    #expect(diagnosis.losersWithoutTransfers.map(\.player) == [0])
    // Abating 2 instead of .5 costs a (4 − .25)/2 and spares it .5 · 1.5.
    expect(diagnosis.losersWithoutTransfers.map(\.loss), [1.875 - 0.75])
  }

  @Test("finds nothing lost where nothing crosses a border")
  func noSpillover() throws {
    let game = try SpilloverGame(
      players: ["a", "b"], baseline: [10, 10], abatementCost: [1, 2], linearDamage: [1, 3],
      quadraticDamage: [0.5, 0.1], transport: Matrix([[1, 0], [0, 1]]))
    let diagnosis = try GameDiagnosis(of: game)
    #expect(abs(diagnosis.cooperationGap) < 1e-12)  // equal but for rounding
    #expect(diagnosis.losersWithoutTransfers.isEmpty)
    #expect(diagnosis.freeRidingIncentive.allSatisfy { $0 < 1e-12 })
  }

  @Test("never finds a gap below zero", arguments: UInt64(0)..<40)
  func gapIsNotNegative(seed: UInt64) throws {
    let diagnosis = try GameDiagnosis(of: SpilloverGame.random(seed: seed))
    #expect(diagnosis.cooperationGap >= -1e-10)  // rounding of sums of some hundreds
    #expect(diagnosis.freeRidingIncentive.allSatisfy { $0 >= 0 })
  }

  @Test("reads a facility like any other dilemma")
  func facility() throws {
    let facility = try JointFacility(
      costs: CoalitionGame(players: ["A", "B", "C"], costs: [0, 20, 10, 24, 30, 45, 40, 48]))
    let diagnosis = try GameDiagnosis(of: facility)
    #expect(diagnosis.cooperationGap == 12)
    #expect(diagnosis.relativeGap == 0.2)
    #expect(diagnosis.priceOfAnarchy == 1.25)
    #expect(diagnosis.freeRidingIncentive == [16, 8, 24])
  }

  @Test("gives no price of anarchy where the optimum costs nothing")
  func noPrice() throws {
    let free = try JointFacility(costs: CoalitionGame(players: ["a", "b"], costs: [0, 1, 1, 0]))
    #expect(try GameDiagnosis(of: free).priceOfAnarchy == nil)
  }
}
