import Mathematics
import Negotiations
import Testing

@Suite struct WorthUnitsTests {
  @Test("tie whatever the size of a party's unit", arguments: [1e-290, 1e-30, 1e-9, 1.0 / 3, 1, 1e6, 1e30, 1e280])
  func anySize(unit: Double) throws {
    // 1 + 2 and 2 + 1 of anything are the same, and 3 + 3 is more.
    let agenda = try Agenda([
      Negotiations.Issue("water", .integers(1...3)), Negotiations.Issue("air", .integers(1...3)),
    ])
    let ladder = [unit, 2 * unit, 3 * unit]
    let scenario = try NegotiationScenario(
      agenda: agenda,
      parties: [
        Preferences(party: "a", worths: [ladder, ladder], reservation: 3 * unit),
        Preferences(party: "b", worths: [ladder.reversed(), ladder.reversed()], reservation: 5 * unit),
      ])
    let frontier = try ParetoFrontier(of: scenario)
    #expect(frontier.count == 1)
    #expect(frontier.outcomes(at: 0) == [1, 3])
    #expect(abs(frontier.worths(at: 0)[0] / unit - 3) < 1e-14)  // two roundings
    #expect(try frontier.solution(.kalaiSmorodinsky())?.gainless == [0, 1])
  }

  @Test func refusesSumsBeyondNumbers() throws {
    let agenda = try Agenda([
      Negotiations.Issue("water", .integers(1...1)), Negotiations.Issue("air", .integers(1...1)),
    ])
    #expect(throws: NegotiationError.worth(party: "a", at: "the sum of the largest options", .infinity)) {
      try NegotiationScenario(
        agenda: agenda,
        parties: [
          Preferences(party: "a", worths: [[1e308], [1e308]]), Preferences(party: "b", worths: [[1], [1]]),
        ])
    }
  }
}
