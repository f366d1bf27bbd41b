import Mathematics
import Negotiations
import Testing

@Suite struct IssueLinkageTests {
  @Test func issuesOfAPackageHaveNamesOfTheirOwn() throws {
    func problem(_ name: String, _ issue: String) throws -> LinkedProblem {
      LinkedProblem(
        name,
        try NegotiationScenario(
          agenda: Agenda([Issue(issue, .choices(["no", "yes"]))]),
          parties: [Preferences(party: "p", worths: [[0, 1]]), Preferences(party: "q", worths: [[0, 1]])]))
    }
    let linkage = try IssueLinkage([problem("a", "b: c"), problem("a: b", "c"), problem("d", "e")])
    #expect(try linkage.scenario(of: [0, 1, 2]).agenda.issues.map(\.name) == ["a: b: c", "a: b: c (2)", "d: e"])
  }

  typealias Table = [(party: String, worths: [Double], reservation: Double)]

  static func problem(_ name: String, _ table: Table) throws -> LinkedProblem {
    let options = Issue.Options.integers(1...table[0].worths.count)
    return LinkedProblem(
      name,
      try NegotiationScenario(
        agenda: Agenda([Negotiations.Issue("plan", options)]),
        parties: table.map { Preferences(party: $0.party, worths: [$0.worths], reservation: $0.reservation) }))
  }

  /// Water serves the lower town and costs the upper one 3, rail the other way round.
  static func waterAndRail() throws -> IssueLinkage {
    try IssueLinkage([
      problem("water", [("upper", [0, -3], 0), ("lower", [0, 5], 1)]),
      problem("rail", [("upper", [0, 6], 1), ("lower", [0, -2], 0)]),
      problem("waste", [("upper", [0, -1], 0), ("lower", [0, -1], 0.5)]),
    ])
  }

  @Test func whatFailsAloneIsSettledTogether() throws {
    let table = try Self.waterAndRail()
    #expect(try !table.isOpen([0]) && !table.isOpen([1]) && !table.isOpen([2]))
    #expect(try table.openPackages() == [0b011, 0b111])
    #expect(try table.smallestPackages() == [[[0, 1]], [[0, 1]], [[0, 1, 2]]])
    let deal = try #require(try table.deal(on: [0, 1], by: .nash()))
    #expect(deal.codes == [1, 1])
    #expect(deal.gains == [[-3, 5], [4, -2]])
    #expect(deal.totalGains == [2, 2])
    #expect(deal.concessions.map(\.loss) == [3, 2])
    #expect(deal.concessions.map(\.party) == [0, 1] && deal.concessions.map(\.problem) == [0, 1])
    #expect(deal.givenUp == [[[3], [0]], [[0], [2]]])
    #expect(try table.deal(on: [2], by: .nash()) == nil)
  }

  @Test func partiesNeedNotSitEverywhere() throws {
    let table = try IssueLinkage([
      Self.problem("a", [("x", [0, -1], 0), ("y", [0, 2], 1)]),
      Self.problem("b", [("x", [0, 2], 1), ("z", [0, -1], 0)]),
      Self.problem("c", [("z", [0, 2], 1), ("y", [0, -1], 0)]),
    ])
    #expect(table.parties == ["x", "y", "z"])
    // Only round the whole circle does everyone gain.
    #expect(try table.smallestPackages() == [[[0, 1, 2]], [[0, 1, 2]], [[0, 1, 2]]])
    let deal = try #require(try table.deal(on: [0, 1, 2], by: .egalitarian()))
    #expect(deal.totalGains == [0, 0, 0])
    let names = try table.scenario(of: [0, 2]).agenda.issues.map(\.name)
    #expect(names == ["a: plan", "c: plan"])
  }

  @Test("opens what trying every outcome opens", arguments: UInt64(0)..<40)
  func everyOutcome(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let parties = ["x", "y", "z"]
    let tenths = (0..<4).map { _ in
      (0..<3).map { _ in (0..<3).map { _ in Int.random(in: -10...10, using: &chance) } }
    }
    let needs = (0..<4).map { _ in (0..<3).map { _ in Int.random(in: -3...5, using: &chance) } }
    let problems = try (0..<4).map { problem in
      try Self.problem(
        "p\(problem)",
        (0..<3).map { (parties[$0], tenths[problem][$0].map { Double($0) / 10 }, Double(needs[problem][$0]) / 10) })
    }
    let table = try IssueLinkage(problems)
    let open = try table.openPackages()
    for set in 1..<16 {
      let package = (0..<4).filter { set >> $0 & 1 == 1 }
      let isOpen = (0..<81).contains { code in
        (0..<3).allSatisfy { party in
          var rest = code
          var total = 0
          for problem in 0..<4 {
            if package.contains(problem) { total += tenths[problem][party][rest % 3] - needs[problem][party] }
            rest /= 3
          }
          return total >= 0
        }
      }
      #expect(open.contains(UInt(set)) == isOpen, "\(package)")
      let deal = try table.deal(on: package, by: .nash())
      #expect((deal != nil) == isOpen)
      // A sum of reservations may round; a tenth of a tenth is far more than that.
      if let deal { for gain in deal.totalGains { #expect(gain > -0.01) } }
    }
  }

  @Test func twelveProblemsAreLookedAtInEveryPackage() throws {
    var chance = RandomStream(seed: 4)
    let problems = try (0..<12).map { problem in
      try Self.problem(
        "p\(problem)",
        ["a", "b", "c", "d"].map { name in (name, (0..<5).map { _ in chance.uniform() }, 0.55) })
    }
    let table = try IssueLinkage(problems)
    let open = try table.openPackages()
    let isOpen = Set(open)
    for set in open { for other in open where set & other == 0 { #expect(isOpen.contains(set | other)) } }
    for packages in try table.smallestPackages() {
      for package in packages { #expect(try table.isOpen(package)) }
    }
  }

  @Test func refusesWhatIsNoListOfProblems() throws {
    let problem = try Self.problem("a", [("x", [0, 1], 0), ("y", [0, 1], 0)])
    #expect(throws: NegotiationError.problems(0)) { try IssueLinkage([]) }
    #expect(throws: NegotiationError.problems(13)) { try IssueLinkage([LinkedProblem](repeating: problem, count: 13)) }
    #expect(throws: NegotiationError.repeatedProblem("a")) { try IssueLinkage([problem, problem]) }
    #expect(NegotiationError.problems(13).description == "13 problems to link; give 1 to 12")
  }
}
