import Mathematics
import Negotiations
import Testing

@Suite struct BargainingTableTests {
  @Test("holds the worth of every outcome, bit for bit, and ranks them", arguments: UInt64(0)..<40)
  func columnsAndRanking(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed, parties: 3)
    let agenda = table.scenario.agenda
    for (standpoint, preferences) in zip(table.standpoints, table.scenario.parties) {
      let worths = (0..<table.outcomeCount).map { preferences.worth(of: agenda.options(at: $0), on: agenda) }
      #expect(standpoint.worths == worths)
      let order = worths.indices.sorted { worths[$0] == worths[$1] ? $0 < $1 : worths[$0] > worths[$1] }
      #expect(order.indices.map(standpoint.outcome(at:)) == order)
      for place in order.indices { #expect(standpoint.place(of: order[place]) == place) }
      #expect(standpoint.acceptableCount == worths.count { $0 >= preferences.reservation })
    }
  }

  /// Most worths in one corner, one far away: buckets by distance hold nearly everything.
  @Test func ranksWorthsThatCrowdTogether() throws {
    var chance = RandomStream(seed: 4)
    var worths = (0..<3000).map { _ in chance.uniform() * 1e-9 }
    worths[17] = 1e9
    worths[18] = -0x1p999
    for worths in [worths, worths.map { $0 > 0.5e-9 ? 1 : 0 }, worths.map { _ in 2 }] {
      let standpoint = try ProtocolSamples.table([worths, worths]).standpoints[0]
      let order = worths.indices.sorted { worths[$0] == worths[$1] ? $0 < $1 : worths[$0] > worths[$1] }
      #expect(order.indices.map(standpoint.outcome(at:)) == order)
    }
  }

  @Test("finds the outcome that is worth just enough", arguments: UInt64(0)..<20)
  func leastWorth(seed: UInt64) throws {
    let standpoint = try ProtocolSamples.random(seed: seed).standpoints[0]
    var chance = RandomStream(seed: seed)
    for _ in 0..<50 {
      let wanted = standpoint.worst + (standpoint.best - standpoint.worst) * (1.2 * chance.uniform() - 0.1)
      let enough = standpoint.worths.indices.filter { standpoint.worths[$0] >= wanted }
      let least = enough.min { (standpoint.worths[$0], $0) < (standpoint.worths[$1], $1) }
      #expect(standpoint.place(ofLeastWorthAtLeast: wanted).map(standpoint.outcome(at:)) == least)
    }
  }

  @Test func refusesMoreOutcomesThanItHolds() throws {
    let agenda = try Agenda([Issue("share", .integers(1...10_001)), Issue("years", .integers(1...1000))])
    let party = Preferences(
      party: "Lund", worths: [[Double](repeating: 0, count: 10_001), [Double](repeating: 0, count: 1000)])
    let other = Preferences(party: "Malmö", worths: party.worths)
    let scenario = try NegotiationScenario(agenda: agenda, parties: [party, other])
    #expect(throws: NegotiationError.tooManyOutcomes(10_001_000)) { try BargainingTable(scenario) }
    #expect(
      NegotiationError.tooManyOutcomes(10_001_000).description
        == "there are 10001000 outcomes, too many for this question; give fewer or coarser options")
  }
}
