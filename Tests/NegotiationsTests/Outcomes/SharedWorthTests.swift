import Mathematics
import Negotiations
import Testing

/// Frontier, table and mediator answer to one notion of what an outcome is worth and of what comes to a reservation.
@Suite struct SharedWorthTests {
  /// 0.7 + 0.1 comes to 0.8, though as binary numbers they do not.
  @Test func aSumOfDecimalsMeetsItsReservationEverywhere() throws {
    let agenda = try Agenda([Issue("fund", .choices(["no", "yes"])), Issue("seat", .choices(["no", "yes"]))])
    let parties = [
      Preferences(party: "A", worths: [[0, 0.7], [0, 0.1]], reservation: 0.8),
      Preferences(party: "B", worths: [[0, 1], [0, 1]]),
    ]
    let scenario = try NegotiationScenario(agenda: agenda, parties: parties)
    #expect(parties[0].worth(of: [1, 1], on: agenda) == 0.8)
    #expect(try ParetoFrontier(of: scenario).codes == [3])
    let table = try BargainingTable(scenario)
    #expect(table.zoneOfAgreement() == [3])
    #expect(table.worths(of: 3) == [0.8, 2])
    #expect(table.standpoints[0].acceptableCount == 1)
    let chance = RandomStream(seed: 1)
    let strategies: [NegotiationStrategy] = [.boulware, .conceder]
    let runs = [
      try AlternatingOffers(deadline: 20, strategies: strategies).run(on: table, chance: chance),
      try VotedProposals(deadline: 20, strategies: strategies, rule: .unanimity, binding: .consenting)
        .run(on: table, chance: chance),
      try SimultaneousBids(deadline: 20, strategies: strategies).run(on: table, chance: chance),
      MonotonicConcession().run(on: table, chance: chance),
      try SingleNegotiatingText(deadline: 200).run(on: table, chance: chance),
    ]
    for run in runs { #expect(run.deal?.outcome == 3) }
    var mediator = try Mediator(between: parties.map { try SealedPreferences($0, on: agenda) })
    #expect(try mediator.suggestText() == [1, 1])
  }

  @Test func worthsOfOneIssueStayAsTheyAre() throws {
    let scenario = try NegotiationScenario(
      agenda: Agenda([Issue("text", .integers(1...3))]),
      parties: [
        Preferences(party: "A", worths: [[1e12, 0.02, 0]], reservation: 0.02),
        Preferences(party: "B", worths: [[-1, 1, 2]]),
      ])
    let table = try BargainingTable(scenario)
    #expect(table.standpoints.map(\.worths) == [[1e12, 0.02, 0], [-1, 1, 2]])
    #expect(table.zoneOfAgreement() == [1])
    #expect(try ParetoFrontier(of: scenario).worths == [0.02, 1])
  }

  /// Two-decimal worths, each reservation the sum of some outcome's options, added up in whole hundredths as a check;
  /// and the same in thirds of that, which no decimal is.
  @Test("zones of agreement of table, frontier and mediator are the same", arguments: UInt64(0)..<200)
  func oneZone(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [3])
    let agenda = try Agenda((0..<3).map { try Issue("issue \($0)", .integers(1...3)) })
    let hundredths = (0..<2).map { _ in
      (0..<3).map { _ in (0..<3).map { _ in Int.random(in: 0...100, using: &chance) } }
    }
    let sums = (0..<27).map { code in
      hundredths.map { own in zip(own, agenda.options(at: code)).reduce(0) { $0 + $1.0[$1.1] } }
    }
    let least = (0..<2).map { sums[Int.random(in: 0..<27, using: &chance)][$0] }
    let zone = sums.indices.filter { code in zip(sums[code], least).allSatisfy { $0 >= $1 } }
    for unit in [100.0, 300] {
      let parties = (0..<2).map { party in
        Preferences(
          party: "\(party)", worths: hundredths[party].map { $0.map { Double($0) / unit } },
          reservation: Double(least[party]) / unit)
      }
      let scenario = try NegotiationScenario(agenda: agenda, parties: parties)
      let table = try BargainingTable(scenario)
      let frontier = try ParetoFrontier(of: scenario)
      #expect(table.zoneOfAgreement() == zone)
      #expect((frontier.count > 0) == !zone.isEmpty)
      for point in 0..<frontier.count {
        for code in frontier.outcomes(at: point) {
          #expect(zone.contains(code) && table.worths(of: code) == frontier.worths(at: point))
          for (party, worth) in zip(parties, table.worths(of: code)) {
            #expect(party.worth(of: agenda.options(at: code), on: agenda) == worth)
          }
        }
      }
      var mediator = try Mediator(between: parties.map { try SealedPreferences($0, on: agenda) })
      let text = try mediator.suggestText().map { agenda.code(of: $0) }
      #expect(zone.isEmpty ? text == nil : zone.contains(text ?? -1))
    }
  }
}
