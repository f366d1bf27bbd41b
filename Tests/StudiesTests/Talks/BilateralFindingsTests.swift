import Negotiations
import RegionalCases
import Testing

@testable import Studies

@Suite struct BilateralFindingsTests {
  /// A dam that is good for the upper and the middle party and bad for the lower, and a road that is good for the middle
  /// and the lower. Today there is neither. Of what each has at stake the dam is 1, 0.6 and 0.55, the road 0, 0.4, 0.45.
  static func valley(status: String = "{dam: no dam, road: no road}") throws -> NegotiationFile {
    func party(_ name: String, _ dam: (Double, Double, Double), _ road: (Double, Double)) -> String {
      """
        - name: \(name)
          label: {en: The \(name), zh: \(name)方}
          preferences:
            dam: {weight: \(dam.0), scores: {no dam: \(dam.1), dam: \(dam.2)}}
            road: {weight: \(1 - dam.0), scores: {no road: \(road.0), road: \(road.1)}}
          reservation: \(status)
      """
    }
    return try TalkFiles.read(
      """
      title: {en: A valley, zh: 河谷}
      agenda:
        - {name: dam, choices: [no dam, dam]}
        - {name: road, choices: [no road, road]}
      parties:
      \(party("upper", (1, 0, 50), (0, 0)))
      \(party("middle", (0.75, 0, 50), (0, 100)))
      \(party("lower", (0.5, 60, 0), (0, 50)))
      rounds: 10
      """)
  }

  @Test("what two settle may harm a third, and one table leaves nobody worse off")
  func valley() throws {
    let file = try Self.valley()
    let findings = try NegotiationFindings(file)
    #expect(findings.landings.map(\.negotiationProtocol).last == "bilateralTalks")
    let bilateral = try #require(findings.bilateral)
    // Shares of the stakes: dam 1, 0.6 and 30 of 55; road 0, 0.4 and 25 of 55.
    #expect(bilateral.talks.map(\.parties) == [["upper", "middle"], ["middle", "lower"]])
    #expect(bilateral.talks.map(\.issues) == [[0], [1]])
    #expect(bilateral.talks.map(\.options) == [[1], [1]])
    // Dam and road: 50; 0.75·50 + 0.25·100; 0.5·50. Neither: 0; 0; 0.5·60.
    #expect(bilateral.outcome == .init(options: [1, 1], worths: [50, 62.5, 25]))
    #expect(bilateral.statusQuo == .init(options: [0, 0], worths: [0, 0, 30]))
    #expect(bilateral.harmed == ["lower"])
    // The road alone is all that suits everyone.
    #expect(bilateral.oneTable == .init(options: [0, 1], worths: [0, 25, 55]))
    let landing = try #require(findings.landings.last)
    #expect(landing.deal == bilateral.outcome && landing.improvement == nil)
    #expect(findings.landings.first?.deal == bilateral.oneTable)
  }

  @Test("whatever strategies parties have, the talks are those of the landing, and run after run the same")
  func everyStrategy() throws {
    let file = try Self.valley()
    for kind in NegotiationFile.StrategyKind.allCases {
      let plan = BargainingPlan(rules: [.bilateralTalks], strategies: ["middle": kind], runs: 20, seed: 5)
      let findings = try NegotiationFindings(file, plan: plan)
      #expect(findings.landings.map(\.negotiationProtocol) == ["bilateralTalks"])
      let bilateral = try #require(findings.bilateral)
      let isSettled = bilateral.talks.contains { $0.options != nil }
      #expect(findings.landings[0].deal == (isSettled ? bilateral.outcome : nil))
      #expect(bilateral.harmed.isEmpty == (bilateral.outcome.worths[2] >= 30), "\(kind)")
      #expect(findings.series?.runs == 20)
      #expect(try NegotiationFindings(file, plan: plan) == findings)
    }
  }

  @Test("without a status quo that all tell the same, or with two parties, there are no such talks")
  func left() throws {
    let open = try Self.valley(status: "10")
    #expect(try NegotiationFindings(open).bilateral == nil)
    let plan = BargainingPlan(rules: [.bilateralTalks])
    #expect(throws: NegotiationError.noStatusQuo) { try NegotiationFindings(open, plan: plan) }
    #expect(try NegotiationFindings(TalkFiles.xinan()).bilateral == nil)
    let error = try #require(throws: NegotiationError.self) {
      try NegotiationFindings(TalkFiles.xinan(), plan: plan)
    }
    #expect(
      "\(error)"
        == "talks side by side leave somebody out, and only 2 sit at the table; leave these rules out, or seat 3 or more"
    )
  }
}
