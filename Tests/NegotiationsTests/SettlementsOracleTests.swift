import Negotiations
import Testing

/// Eighty negotiations, every outcome of which was looked at in whole numbers, and by NegMAS.
@Suite struct SettlementsOracleTests {
  private static let drawn: Result<DrawnNegotiations, any Error> = Result { try OracleFile.read("settlements") }

  @Test("there are eight negotiations of each of ten kinds") func isWhole() throws {
    let drawn = try Self.drawn.get().negotiations
    #expect(drawn.count == 80 && Set(drawn.map(\.kind)).count == 10)
  }

  @Test("efficient outcomes and all four solutions are those found outcome by outcome", arguments: 0..<80)
  func solutions(number: Int) throws {
    let drawn = try Self.drawn.get()
    let known = drawn.negotiations[number]
    let scenario = try known.scenario(unit: drawn.unit)
    try expect(ParetoFrontier(of: scenario), known)
    // The same outcomes, told one by one.
    let worths = try known.worths(in: scenario)
    try expect(ParetoFrontier(points: worths, reservations: scenario.parties.map(\.reservation)), known)
    let whole = try ParetoFrontier(of: scenario, isComplete: true)
    #expect(whole.codes(behind: Array(0..<whole.count)) == known.efficient ?? known.frontier, "\(known)")
  }

  private func expect(_ frontier: ParetoFrontier, _ known: DrawnNegotiation) throws {
    #expect(frontier.codes(behind: frontier.acceptable) == known.frontier, "\(known)")
    let efficient = Set(known.frontier)
    for (rule, best) in [
      (.nash(), known.nash), (.kalaiSmorodinsky(), known.kalaiSmorodinsky), (.egalitarian(), known.egalitarian),
      (.utilitarian(rates: known.parties.map { _ in 1 }), known.utilitarian),
    ] as [(BargainingRule, [Int])] {
      let solution = try frontier.solution(rule)
      #expect((solution == nil) == known.frontier.isEmpty, "\(known), \(rule)")
      guard let solution else { continue }
      #expect(frontier.codes(behind: solution.points) == best.filter(efficient.contains), "\(known), \(rule)")
    }
  }

  @Test("NegMAS finds the same where it answers the same question", arguments: 0..<80)
  func negmas(number: Int) throws {
    let drawn = try Self.drawn.get()
    let known = drawn.negotiations[number]
    guard known.otherwise.isEmpty && !known.frontier.isEmpty else { return }
    let frontier = try ParetoFrontier(of: known.scenario(unit: drawn.unit))
    #expect(frontier.codes(behind: frontier.acceptable) == known.negmas.frontier, "\(known)")
    for (rule, theirs) in [(.nash(), known.negmas.nash), (.kalaiSmorodinsky(), known.negmas.ks)]
      as [(BargainingRule, [Int])]
    {
      #expect(frontier.codes(behind: try #require(try frontier.solution(rule)).points) == theirs, "\(known), \(rule)")
    }
  }
}

extension ParetoFrontier {
  fileprivate func codes(behind points: [Int]) -> [Int] {
    points.flatMap { outcomes(at: $0, atMost: .max) }.sorted()
  }
}

private struct DrawnNegotiations: Decodable {
  let unit: Double
  let negotiations: [DrawnNegotiation]
}

private struct DrawnNegotiation: Decodable, CustomStringConvertible {
  struct Party: Decodable {
    let worths: [[Double]]
    let couplings: [Coupling]?
    let reservation: Double
  }
  struct Coupling: Decodable {
    let issues: [Int]
    let worths: [Double]
  }
  struct Theirs: Decodable {
    let frontier, nash, ks: [Int]
  }

  let kind: String
  let number: Int
  let issues: [Int]
  let parties: [Party]
  let frontier: [Int]
  let efficient: [Int]?
  let nash, kalaiSmorodinsky, egalitarian, utilitarian: [Int]
  let negmas: Theirs
  let otherwise: [String]

  var description: String { "\(kind) \(number)" }

  func scenario(unit: Double) throws -> NegotiationScenario {
    let agenda = try Agenda(
      issues.enumerated().map { try Negotiations.Issue("issue \($0)", .integers(0...($1 - 1))) })
    return try NegotiationScenario(
      agenda: agenda,
      parties: parties.enumerated().map { number, party in
        Preferences(
          party: "party \(number)", worths: party.worths.map { $0.map { $0 / unit } },
          couplings: (party.couplings ?? []).map {
            .init(issues: $0.issues, worths: $0.worths.map { $0 / unit })
          }, reservation: party.reservation / unit)
      })
  }

  /// By outcome and party.
  func worths(in scenario: NegotiationScenario) throws -> [[Double]] {
    let agenda = scenario.agenda
    return (0..<(try #require(agenda.outcomeCount))).map { outcome in
      scenario.parties.map { $0.worth(of: agenda.options(at: outcome), on: agenda) }
    }
  }
}
