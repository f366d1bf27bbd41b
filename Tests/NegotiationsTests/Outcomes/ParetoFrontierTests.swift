import Mathematics
import Negotiations
import Testing

@Suite struct ParetoFrontierTests {
  @Test("holds the outcomes that comparing every pair leaves, ties included", arguments: UInt64(0)..<40)
  func agreesWithEveryPair(seed: UInt64) throws {
    for parties in [2, 3, 5] {
      for isCoupled in [false, true] {
        let counted = try CountedScenario(seed: seed, parties: parties, isCoupled: isCoupled)
        for isComplete in [false, true] {
          let frontier = try ParetoFrontier(of: counted.scenario, isComplete: isComplete)
          var found: Set<Int> = []
          for point in 0..<frontier.count {
            let codes = frontier.outcomes(at: point)
            #expect(codes == codes.sorted() && codes.first == frontier.codes[point])
            #expect(codes.count == frontier.tieCounts[point])
            for code in codes {
              // Tenths are added as tenths: the sums are the nearest numbers to the true ones.
              #expect(frontier.worths(at: point) == counted.tenths[code].map { Double($0) / 10 })
              #expect(found.insert(code).inserted)
            }
          }
          #expect(found == counted.unbeaten(isComplete: isComplete), "\(parties) \(isCoupled) \(isComplete)")
          let acceptable = frontier.acceptable.flatMap { frontier.outcomes(at: $0) }
          #expect(Set(acceptable) == counted.unbeaten(isComplete: false))
        }
      }
    }
  }

  @Test("of points is that of comparing every pair", arguments: UInt64(0)..<4)
  func pointsAgreeWithEveryPair(seed: UInt64) throws {
    for parties in 1...8 {
      var chance = RandomStream(seed: seed, stream: [parties])
      // Few different numbers: many ties.
      let points = (0..<300).map { _ in (0..<parties).map { _ in Double(Int.random(in: 0...9, using: &chance)) } }
      let frontier = try ParetoFrontier(points: points)
      let found = (0..<frontier.count).flatMap { frontier.outcomes(at: $0) }
      let unbeaten = points.indices.filter { row in
        !points.contains { other in other != points[row] && zip(other, points[row]).allSatisfy { $0 >= $1 } }
      }
      #expect(found.sorted() == unbeaten)
    }
  }

  @Test("of many points on a sphere is all of them, and inside it none", arguments: [3, 4, 6])
  func sphere(parties: Int) throws {
    var chance = RandomStream(seed: 11, stream: [parties])
    var points: [[Double]] = []
    for _ in 0..<3000 {
      let draw = (0..<parties).map { _ in chance.openUniform() }
      let length = draw.reduce(0) { $0 + $1 * $1 }.squareRoot()
      points.append(draw.map { $0 / length })
    }
    // Shrunk by a tenth, a point of the sphere is beaten by itself.
    let inside = points.map { $0.map { $0 * 0.9 } }
    let frontier = try ParetoFrontier(points: inside + points)
    #expect(frontier.codes.sorted() == Array(3000..<6000))
  }

  @Test func sumsOfDecimalsTieWhateverTheirOrder() throws {
    // Added as they are, 0.1 + 0.2 and 0.3 + 0 differ in the last binary digit, and one outcome would beat the other.
    let agenda = try Agenda([Issue("water", .integers(0...1)), Issue("air", .integers(0...1))])
    let scenario = try NegotiationScenario(
      agenda: agenda,
      parties: [
        Preferences(party: "a", worths: [[0.1, 0.3], [0.2, 0]], reservation: 0.3),
        Preferences(party: "b", worths: [[0, 0], [0, 0]]),
      ])
    let frontier = try ParetoFrontier(of: scenario)
    #expect(frontier.count == 1)
    #expect(frontier.outcomes(at: 0) == [2])
    #expect(frontier.worths(at: 0) == [0.5, 0])
    let other = try NegotiationScenario(
      agenda: agenda,
      parties: [
        Preferences(party: "a", worths: [[0.1, 0.3], [0.2, 0]], reservation: 0.3),
        Preferences(party: "b", worths: [[1, 0.7], [0.2, 0.2]]),
      ])
    // (0, air 0): 0.3 and 1.2; (1, air 0): 0.5 and 0.9; (1, air 1): 0.3 and 0.9 is beaten.
    #expect(try ParetoFrontier(of: other).codes == [2, 0])
  }

  @Test func tiesBeyondListingAreCounted() throws {
    let issues = try (0..<40).map { try Issue("i\($0)", .integers(0...1)) }
    let nothing = Preferences(party: "a", worths: issues.map { _ in [0, 0] })
    let little = Preferences(party: "b", worths: issues.indices.map { $0 == 0 ? [0, 1] : [0, 0] })
    let scenario = try NegotiationScenario(agenda: Agenda(issues), parties: [nothing, little])
    let frontier = try ParetoFrontier(of: scenario)
    #expect(frontier.tieCounts == [1 << 39])
    #expect(frontier.outcomes(at: 0, atMost: 3) == [1 << 39, 1 << 39 + 1, 1 << 39 + 2])
    let first = try ParetoFrontier(of: scenario, keepsTies: false)
    #expect(first.tieCounts == [1])
    #expect(first.outcomes(at: 0) == [1 << 39])
  }

  @Test func findsTheFrontierOfTenThousandMillionOutcomes() throws {
    var chance = RandomStream(seed: 3)
    let issues = try (0..<10).map { try Issue("i\($0)", .integers(1...10)) }
    let parties = ["a", "b"].map { name in
      Preferences(party: name, worths: issues.map { _ in (0..<10).map { _ in chance.uniform() } })
    }
    let scenario = try NegotiationScenario(agenda: Agenda(issues), parties: parties)
    let frontier = try ParetoFrontier(of: scenario)
    for point in 0..<frontier.count {
      let options = scenario.agenda.options(at: frontier.codes[point])
      for (party, worth) in zip(scenario.parties, frontier.worths(at: point)) {
        // 2e-14: twenty roundings of sums below 10.
        #expect(abs(party.worth(of: options, on: scenario.agenda) - worth) < 2e-14)
      }
    }
    // Whatever sum of worths is wanted, option by option, its best outcome is on the frontier.
    for weight in stride(from: 0.05, through: 0.95, by: 0.05) {
      let mixed = { (worths: [Double]) in weight * worths[0] + (1 - weight) * worths[1] }
      let best = issues.indices.reduce(0.0) { sum, issue in
        sum + (0..<10).map { option in mixed(parties.map { $0.worths[issue][option] }) }.max()!
      }
      let found = (0..<frontier.count).map { mixed(frontier.worths(at: $0)) }
      #expect(abs(found.max()! - best) < 1e-13)  // twenty roundings
    }
  }

  @Test func refusesPointsThatDoNotFit() {
    #expect(throws: NegotiationError.noOutcomes) { try ParetoFrontier(points: []) }
    #expect(throws: NegotiationError.worthCount(outcome: 1, 1, wanted: 2)) {
      try ParetoFrontier(points: [[1, 2], [3]])
    }
    #expect(throws: NegotiationError.worth(party: "2", at: "outcome 1", .infinity)) {
      try ParetoFrontier(points: [[1, 2], [3, .infinity]])
    }
    #expect(throws: NegotiationError.reservationCount(1, wanted: 2)) {
      try ParetoFrontier(points: [[1, 2]], reservations: [0])
    }
    #expect(
      NegotiationError.worthCount(outcome: 1, 1, wanted: 2).description
        == "outcome 1 has 1 worths; give one for each of the 2 parties")
  }

  @Test func refusesMoreThanItCanLookAt() throws {
    let issues = try (0..<70).map { try Issue("i\($0)", .choices(["no", "yes"])) }
    let party = { (name: String) in Preferences(party: name, worths: issues.map { _ in [0, 1] }) }
    let scenario = try NegotiationScenario(agenda: Agenda(issues), parties: [party("a"), party("b")])
    #expect(throws: NegotiationError.tooManyOutcomes(nil)) { try ParetoFrontier(of: scenario) }
  }
}
