import CollectiveAction
import Mathematics
import Testing

@Suite struct StabilityWithTransfersTests {
  @Test("holds what is stable when every agreement shares what it saves over leaving", arguments: UInt64(0)..<60)
  func sharingStabilises(seed: UInt64) throws {
    // Eyckmans & Finus (2009): the sharing leaves the ordinary definition to decide.
    let table = try SpilloverGame.random(seed: seed).allOutcomes()
    let stability = AgreementStability(of: table)
    let count = table.playerCount
    let everyone = Coalition.grand(of: count)
    let coalitions = (0..<(UInt64(1) << UInt64(count))).map(Coalition.init(mask:))
    let shared = coalitions.map { stability.costsAfterSharing($0) }
    var stable: [Coalition] = []
    for coalition in coalitions where coalition.count > 1 {
      let costs = shared[Int(coalition.mask)]
      // Who leaves is outside, and the others' payments concern it no more.
      let isInside = coalition.allSatisfy {
        costs[$0] <= table.cost(of: $0, in: coalition.removing($0)) + 1e-9  // ties hold
      }
      let isOutside = everyone.subtracting(coalition).allSatisfy {
        costs[$0] <= shared[Int(coalition.adding($0).mask)][$0] + 1e-9
      }
      if isInside && isOutside { stable.append(coalition) }
      #expect(abs(costs.reduce(0, +) - table.totalCost(in: coalition)) < 1e-9 * table.totalCost(in: coalition))
    }
    #expect(stability.stableWithTransfers == stable)
  }

  @Test("names the agreement under which all bear least of those that transfers hold", arguments: UInt64(0)..<40)
  func best(seed: UInt64) throws {
    let table = try SpilloverGame.random(seed: seed).allOutcomes()
    let stability = AgreementStability(of: table)
    let held = (0..<(UInt64(1) << UInt64(table.playerCount))).map(Coalition.init(mask:)).filter {
      $0.count > 1 && stability.isPotentiallyInternallyStable($0)
    }
    let least = held.map { table.totalCost(in: $0) }.min()
    #expect((stability.bestWithTransfers == nil) == held.isEmpty)
    if let best = stability.bestWithTransfers { #expect(table.totalCost(in: best) == least) }
  }

  @Test("keeps out whom the members would rather not have")
  func admission() throws {
    // Alone 10 each, in pairs 8 each; the third brings a joint cost of 27, so pairs hold against it.
    let facility = try JointFacility(
      costs: CoalitionGame(players: ["a", "b", "c"], costs: [0, 10, 10, 16, 10, 16, 16, 27]))
    let stability = AgreementStability(of: try facility.allOutcomes())
    let pair = Coalition([0, 1])
    #expect(stability.isInternallyStable(pair))
    #expect(!stability.isExternallyStable(pair))  // 9 is less than 10 for the third
    #expect(stability.isExternallyStable(pair, admission: .majority))
    #expect(stability.isExternallyStable(pair, admission: .unanimity))
    // Once all three are in, each would bear 10 instead of 9 outside.
    let pairs = [Coalition([0, 1]), Coalition([0, 2]), Coalition([1, 2])]
    #expect(stability.stable(admission: .unanimity) == pairs + [.grand(of: 3)])
    #expect(stability.stable == [.grand(of: 3)])
  }

  @Test("lets no fewer agreements hold the more members have to consent", arguments: UInt64(0)..<30)
  func consentOnlyAdds(seed: UInt64) throws {
    let stability = AgreementStability(of: try SpilloverGame.random(seed: seed).allOutcomes())
    let open = Set(stability.stable)
    let majority = Set(stability.stable(admission: .majority))
    #expect(open.isSubset(of: majority))
    #expect(majority.isSubset(of: stability.stable(admission: .unanimity)))
  }

  @Test("lets two at most of equal players agree where harm is quadratic and all move at once", arguments: 3...7)
  func quadraticEquals(players: Int) throws {
    // Outsiders abate less where members abate more, which undoes what a third member would gain.
    for bend in [0.01, 0.1, 1.0] {
      let count = players
      let game = try SpilloverGame(
        players: (0..<count).map { "p\($0)" }, baseline: [Double](repeating: 50, count: count),
        abatementCost: [Double](repeating: 1, count: count), quadraticDamage: [Double](repeating: bend, count: count),
        transport: Matrix(rows: count, columns: count, repeating: 1))
      let stability = AgreementStability(of: try game.allOutcomes())
      #expect(stability.stable.allSatisfy { $0.count <= 2 })
    }
  }
}
