import Negotiations
import Testing

@testable import Studies

@Suite struct LinkageFindingsTests {
  @Test("two problems without a zone open one together, and it is told who gives what for what")
  func opens() throws {
    let findings = try LinkageFindings([("water", TalkFiles.water()), ("rail", TalkFiles.rail())])
    #expect(findings.parties.map(\.name) == ["up", "down"])
    for problem in findings.problems {
      #expect(problem.alone == nil && problem.smallestPackages == [[0, 1]])
    }
    // Clean water and the railway: 0 + 80 of the 50 that the upper needs, 60 + 0 of the 50 of the lower; no other
    // package reaches both.
    #expect(
      findings.packages == [
        .init(
          problems: [0, 1], options: [[1], [1]],
          gains: [
            .init(party: "up", byProblem: [-30, 60], total: 30),
            .init(party: "down", byProblem: [40, -30], total: 10),
          ])
      ])
  }

  @Test("problems that each have a deal are told as one table as well")
  func openAlone() throws {
    let open = try TalkFiles.pair(
      "port", ("small", "large"), up: (40, 60), down: (50, 30), reservations: (up: 40, down: 20))
    let findings = try LinkageFindings([("port", open), ("again", open)])
    #expect(findings.problems.map(\.smallestPackages) == [[[0]], [[1]]])
    #expect(findings.packages.map(\.problems) == [[0, 1]])
    // Large: gains of 20 and 10; small: of 0 and 30.
    #expect(
      findings.problems[0].alone
        == .init(
          problems: [0], options: [[1]],
          gains: [
            .init(party: "up", byProblem: [20], total: 20), .init(party: "down", byProblem: [10], total: 10),
          ]))
  }

  @Test("a problem that nothing opens has no package")
  func neverOpens() throws {
    let closed = try TalkFiles.pair("war", ("a", "b"), up: (0, 10), down: (0, 10), reservations: (up: 90, down: 90))
    let findings = try LinkageFindings([("war", closed), ("rail", TalkFiles.rail())])
    #expect(findings.problems.map(\.smallestPackages) == [[], []])
    #expect(findings.packages.isEmpty)
  }

  @Test("a name that comes twice is refused")
  func twice() throws {
    let error = try #require(throws: NegotiationError.self) {
      try LinkageFindings([("water", TalkFiles.water()), ("water", TalkFiles.rail())])
    }
    #expect("\(error)" == "the problem 'water' is listed twice; name it once")
  }
}
