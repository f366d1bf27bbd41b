import Mathematics
import Negotiations
import Testing

@Suite struct ZoneOfAgreementTests {
  @Test func aClosedZoneSaysWhatWouldOpenIt() throws {
    let points = [[9.0, 1], [6, 5], [2, 8]]
    let zone = ZoneOfAgreement(try ParetoFrontier(points: points, reservations: [7, 7], isComplete: true))
    guard case .closed(let closed) = zone else {
      Testing.Issue.record("the zone is closed")
      return
    }
    #expect(!zone.isOpen)
    // Alone, the first would have to come down from 7 to 2, the second from 7 to 1.
    #expect(closed.openedAlone.map { $0?.worths } == [[2, 8], [9, 1]])
    #expect(closed.openedAlone.map { $0?.shortfalls } == [[5, 0], [0, 6]])
    // 1/7 of the way from 2 to 9, and 2/7 of that from 1 to 8.
    #expect(closed.nearest.map(\.worths) == [[6, 5]])
    #expect(closed.nearest[0].shortfalls == [1, 2])
    #expect(closed.neverServed == [])
  }

  @Test func whoIsNeverServedIsNamed() throws {
    let zone = ZoneOfAgreement(
      try ParetoFrontier(points: [[3, 1], [1, 3]], reservations: [4, 2], isComplete: true))
    guard case .closed(let closed) = zone else {
      Testing.Issue.record("the zone is closed")
      return
    }
    #expect(closed.neverServed == [0])
    #expect(closed.openedAlone.map { $0?.code } == [1, nil])
  }

  @Test("agrees with looking at every outcome", arguments: UInt64(0)..<60)
  func everyOutcome(seed: UInt64) throws {
    let counted = try CountedScenario(seed: seed, parties: 3, isCoupled: seed % 2 == 0)
    let misses = counted.tenths.map { zip(counted.reservations, $0).map { max(0, $0.0 - $0.1) } }
    let zone = try ZoneOfAgreement(of: counted.scenario)
    #expect(zone.isOpen == misses.contains { $0.allSatisfy { $0 == 0 } })
    guard case .closed(let closed) = zone else { return }
    for party in 0..<3 {
      let cuts = misses.filter { miss in (0..<3).allSatisfy { $0 == party || miss[$0] == 0 } }.map { $0[party] }
      // Tenths, less what subtracting them rounds.
      let found = closed.openedAlone[party].map { Int(($0.shortfalls[party] * 10).rounded()) }
      #expect(found == cuts.min())
      #expect(closed.neverServed.contains(party) == misses.allSatisfy { $0[party] > 0 })
    }
    let lengths = (0..<3).map { party in
      let worths = counted.tenths.map { $0[party] }
      return max(worths.max()!, counted.reservations[party]) - worths.min()!
    }
    func shares(_ miss: [Int]) -> [Double] {
      (0..<3).map { miss[$0] == 0 ? 0 : Double(miss[$0]) / Double(lengths[$0]) }.sorted(by: >)
    }
    let best = misses.map(shares).min { $0.lexicographicallyPrecedes($1) }!
    for near in closed.nearest {
      for (a, b) in zip(shares(misses[near.code]), best) { #expect(abs(a - b) < 1e-12) }  // a few roundings
    }
  }
}

@Suite struct DealAssessmentTests {
  @Test func saysWhatABeatenDealMisses() throws {
    let frontier = try ParetoFrontier(points: [[4, 0], [3, 3], [0, 4], [2, 2], [0, 0]])
    let deal = try frontier.assessment(of: [2, 2], rules: [.nash(), .utilitarian(rates: [1, 1])])
    #expect(deal.gains == [2, 2])
    #expect(deal.refusedBy == [])
    #expect(deal.improvements == [1] && deal.fairestImprovement == 1)
    #expect(deal.toFrontier?.point == 1)
    #expect(deal.toFrontier?.inOwnUnits == 2.0.squareRoot())
    #expect(abs(deal.toFrontier!.inShares - 0.125.squareRoot()) < 1e-15)  // a quarter of the way for each
    #expect(deal.toSolutions.map { $0?.point } == [1, 1])
    let best = try frontier.assessment(of: [3, 3])
    #expect(best.improvements.isEmpty && best.toFrontier?.inShares == 0 && best.fairestImprovement == nil)
  }

  @Test func refusesADealForOthers() throws {
    let frontier = try ParetoFrontier(points: [[4, 0], [0, 4]])
    #expect(throws: NegotiationError.worthCount(outcome: 0, 3, wanted: 2)) { try frontier.assessment(of: [1, 2, 3]) }
    #expect(throws: NegotiationError.worth(party: "1", at: "the deal", .infinity)) {
      try frontier.assessment(of: [.infinity, 2])
    }
  }

  @Test func oppositionIsWhatTheBestOutcomeLeavesMissing() throws {
    #expect(try ParetoFrontier(points: [[1, 1], [0, 0]]).oppositionLevel == 0)
    #expect(try ParetoFrontier(points: [[1, 0], [0, 1]]).oppositionLevel == 1)
    // 3 of 4 for each: a quarter is missing twice.
    #expect(try ParetoFrontier(points: [[4, 0], [0, 4], [3, 3]]).oppositionLevel == 0.125.squareRoot())
  }
}

@Suite struct SampledOutcomesTests {
  @Test("finds outcomes of a small scenario than which none is better for all", arguments: UInt64(0)..<10)
  func smallScenario(seed: UInt64) throws {
    let counted = try CountedScenario(seed: seed, parties: 2, isCoupled: true)
    var chance = RandomStream(seed: seed)
    let sample = try SampledOutcomes(of: counted.scenario, draws: 300, isComplete: true, using: &chance)
    let whole = try ParetoFrontier(of: counted.scenario, isComplete: true)
    // All that is found is there, and nothing that it finds best is beaten by what it saw.
    let rows = (0..<whole.count).map { whole.worths(at: $0) }
    let found = (0..<sample.frontier.count).map { sample.frontier.worths(at: $0) }
    for row in found {
      #expect(!rows.contains { better in zip(better, row).allSatisfy { $0 > $1 + 0.05 } }, "\(row)")
    }
    #expect(sample.options.allSatisfy { counted.tenths.indices.contains(counted.scenario.agenda.code(of: $0)) })
  }

  @Test func looksIntoWhatCannotBeCounted() throws {
    var chance = RandomStream(seed: 5)
    let issues = try (0..<80).map { try Issue("i\($0)", .choices(["no", "yes"])) }
    let parties = ["a", "b", "c"].map { name in
      Preferences(party: name, worths: issues.map { _ in [0, chance.uniform() - 0.4] })
    }
    let scenario = try NegotiationScenario(agenda: Agenda(issues), parties: parties)
    let sample = try SampledOutcomes(of: scenario, draws: 15, using: &chance)
    #expect(sample.frontier.count > 0)
    var again = RandomStream(seed: 5)
    for _ in 0..<240 { _ = again.uniform() }
    #expect(try SampledOutcomes(of: scenario, draws: 15, using: &again).options == sample.options)
    #expect(throws: NegotiationError.draws(0)) { try SampledOutcomes(of: scenario, draws: 0, using: &chance) }
  }
}
