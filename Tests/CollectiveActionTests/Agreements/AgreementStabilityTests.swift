import CollectiveAction
import Mathematics
import Testing

@Suite struct AgreementStabilityTests {
  /// Equal players, a pollutant that settles alike, linear damage.
  static func equals(_ count: Int) throws -> SpilloverGame {
    try SpilloverGame(
      players: (0..<count).map { "p\($0)" }, baseline: [Double](repeating: 50, count: count),
      abatementCost: [Double](repeating: 1, count: count), linearDamage: [Double](repeating: 1, count: count),
      transport: Matrix(rows: count, columns: count, repeating: 1))
  }

  /// Known since Carraro & Siniscalco (1993): at most three of any number of equal parties.
  @Test("lets three of any number of equal players agree, or two", arguments: 3...7)
  func threeOfAny(players: Int) throws {
    let stability = AgreementStability(of: try Self.equals(players).allOutcomes())
    #expect(Set(stability.stable.map(\.count)) == [2, 3])
    #expect(stability.largestStable == stability.stable.filter { $0.count == 3 })
    #expect(stability.largestStable.count == players * (players - 1) * (players - 2) / 6)
    // Among equals transfers have nothing to even out.
    #expect(stability.largestWithTransfers == stability.largestStable)
  }

  @Test("gives what a member gains by leaving, worked by hand")
  func gainByLeaving() throws {
    // k members abate k each, outsiders 1: leaving four saves 8 − ½ of abatement and costs 16 − 10 of harm.
    let stability = AgreementStability(of: try Self.equals(5).allOutcomes())
    #expect(abs(stability.gainByLeaving(0, Coalition([0, 1, 2, 3])) - 1.5) < 1e-9)  // costs near 250
    #expect(abs(stability.gainByLeaving(0, Coalition([0, 1, 2]))) < 1e-9)
  }

  @Test("does not call stable what an outsider would join")
  func outsiderJoins() throws {
    // Alone 10 each, in pairs 8 each, all together 6 each: every pair holds, but the third would come in.
    let facility = try JointFacility(
      costs: CoalitionGame(players: ["a", "b", "c"], costs: [0, 10, 10, 16, 10, 16, 16, 18]))
    let stability = AgreementStability(of: try facility.allOutcomes())
    #expect(stability.isInternallyStable(Coalition([0, 1])))
    #expect(!stability.isExternallyStable(Coalition([0, 1])))
    #expect(stability.stable == [.grand(of: 3)])
  }

  @Test("lets transfers hold what would fall apart without them")
  func transfers() throws {
    // The wind blows one way, so the upwind player has nothing to gain but money.
    let game = try SpilloverGame(
      players: ["up", "down"], baseline: [10, 10], abatementCost: [1, 1], linearDamage: [1, 3],
      transport: Matrix([[0.5, 0.5], [0, 1]]))
    let stability = AgreementStability(of: try game.allOutcomes())
    #expect(stability.largestStable.isEmpty)
    #expect(stability.largestWithTransfers == [.grand(of: 2)])
    // Down is spared .5 · 1.5 · 3, up loses 1.875 − .75.
    #expect(abs(stability.surplusOverLeaving(.grand(of: 2)) - (2.25 - 1.125)) < 1e-12)
  }

  @Test("counts as potentially stable whatever is stable", arguments: UInt64(0)..<30)
  func stableIsPotentiallyStable(seed: UInt64) throws {
    let stability = AgreementStability(of: try SpilloverGame.random(seed: seed).allOutcomes())
    for coalition in stability.stable {
      #expect(stability.isPotentiallyInternallyStable(coalition))
      #expect(coalition.count <= stability.largestWithTransfers.first?.count ?? 0)
    }
  }
}
