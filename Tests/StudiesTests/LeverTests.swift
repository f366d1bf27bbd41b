import Mechanisms
import RegionalCases
import Testing

@testable import Studies

@Suite struct LeverTests {
  @Test(
    "reads a lever by its own name or the one people say",
    arguments: [
      ("monitor=0.6", "thirdPartyDetection", 0.6), ("trust=1", "trust", 1), ("law=0.2", "legalForce", 0.2),
      ("fine=2", "fine", 2), ("matching=0.3", "matching", 0.3), ("evaluation=0.4", "evaluationWeight", 0.4),
      ("mediation=1", "bumper", 1),
    ])
  func reads(text: String, name: String, value: Double) throws {
    let lever = try LeverSetting(text)
    #expect(lever.name == name && lever.value == value)
  }

  @Test("every name of a parameter can be written")
  func everyName() throws {
    for parameter in CircumstanceParameter.allCases {
      #expect(try LeverSetting("\(parameter.rawValue)=\(parameter.range.upperBound)").name == parameter.rawValue)
    }
    for parameter in Mechanisms.MechanismParameter.allCases {
      #expect(try LeverSetting("\(parameter.rawValue)=\(parameter.range.lowerBound)").name == parameter.rawValue)
    }
  }

  @Test(
    "refuses what is no lever, and says why",
    arguments: [
      ("monitor", "'monitor' is not a lever and its value; write name=value, such as monitor=0.6"),
      ("=1", "'=1' is not a lever and its value; write name=value, such as monitor=0.6"),
      ("trust=0.5=1", "'trust=0.5=1' is not a lever and its value; write name=value, such as monitor=0.6"),
      ("trus=0.5", "no lever is called 'trus'; did you mean 'trust'?"),
      ("trust=much", "trust is 'much'; give a number"), ("trust=nan", "trust is 'nan'; give a number"),
      ("trust=1.5", "trust is 1.5; give a number from 0.0 to 1.0"),
      ("matching=1", "matching is 1.0; give a number from 0.0 to 0.9"),
    ])
  func refuses(text: String, message: String) {
    #expect { try LeverSetting(text) } throws: { "\($0)" == message }
  }

  @discardableResult
  private func inScaffold<Answer>(_ body: (Study) throws -> Answer) throws -> Answer {
    try StudiedCases.scaffold(.spillover) { try body(Study($0, folder: $1, draws: 0)) }
  }

  @Test("a lever that is where it was changes nothing")
  func standingLever() throws {
    try inScaffold { study in
      let trust = try study.findings().mechanisms.conditions.first { $0.name == "trust" }?.value
      let comparison = try study.comparison(with: [LeverSetting("trust=\(try #require(trust))")])
      #expect(comparison.before.ranking == comparison.after.ranking)
      #expect(comparison.levers.map(\.from) == comparison.levers.map(\.to))
    }
  }

  @Test("levers act together as the study of a case that tells them does")
  func asTheCaseWould() throws {
    let comparison = try inScaffold { study in
      try study.comparison(with: [LeverSetting("trust=0.9"), LeverSetting("monitor=0.5")])
    }
    try StudiedCases.scaffold(
      .spillover, replacing: [("trust: {min: 0.4, max: 0.7}", "trust: 0.9\n  thirdPartyDetection: 0.5")]
    ) { regionalCase, folder in
      let told = try Study(regionalCase, folder: folder, draws: 0).findings().mechanisms
      #expect(comparison.after.ranking == told.ranking)
      #expect(comparison.after.recommended == told.recommended)
    }
  }

  @Test("a number of the rules moves in every form that can have it, and the others are named")
  func rules() throws {
    try inScaffold { study in
      let comparison = try study.comparison(with: [LeverSetting("matching=0.3")])
      #expect(comparison.levers == [LeverChange(name: "matching", from: 0, to: 0.3)])
      let after = Dictionary(uniqueKeysWithValues: comparison.after.ranking.map { ($0.id, $0) })
      let moved = comparison.before.ranking.count { form in after[form.id] != form }
      #expect(moved > 0)
      #expect(comparison.before.ranking.allSatisfy { $0.paidFromAbove == 0 })
      for form in comparison.after.ranking { #expect((form.paidFromAbove > 0) == form.isFormed, "\(form.id)") }
      let threshold = try study.comparison(with: [LeverSetting("decisionThreshold=1")])
      #expect(!threshold.unmoved.isEmpty)
      for unmoved in threshold.unmoved {
        #expect(unmoved.form.hasSuffix("-imposed") && unmoved.lever == "decisionThreshold" && !unmoved.reason.isEmpty)
      }
    }
  }

  @Test(
    "a lever among the overrides of a case moves its form as the same lever from outside does, and no other form",
    arguments: [
      // What a government spares three partners of search is just what it asks for it, so not with a contract.
      ("lubricant", 1, "multilateral-embeddedness"), ("bumper", 0.5, "multilateral-contract"),
      ("regulator", 1, "multilateral-contract"), ("matching", 0.3, "multilateral-contract"),
      ("evaluationWeight", 0.4, "multilateral-contract"), ("keepingReward", 0.2, "multilateral-contract"),
    ])
  func override(name: String, value: Double, id: String) throws {
    let comparison = try inScaffold { study in try study.comparison(with: [LeverSetting("\(name)=\(value)")]) }
    let text = "overrides:\n  \(id): {provenance: {status: assumed}, \(name): \(value)}\n"
    try StudiedCases.scaffold(.spillover, files: ["mechanisms.yaml": text]) { regionalCase, folder in
      let told = try Study(regionalCase, folder: folder, draws: 0).findings().mechanisms
      for form in told.ranking {
        let before = try #require(comparison.before.ranking.first { $0.id == form.id })
        let after = try #require(comparison.after.ranking.first { $0.id == form.id })
        if form.id == id {
          #expect(form.netGain != before.netGain && form.netGain == after.netGain)
          #expect(form.paidFromAbove == after.paidFromAbove && form.transactionCost == after.transactionCost)
        } else {
          #expect(form.netGain == before.netGain, "\(form.id)")
        }
      }
    }
  }

  @Test("a lever set twice is refused")
  func twice() throws {
    try inScaffold { study in
      #expect {
        try study.comparison(with: [LeverSetting("monitor=0.2"), LeverSetting("thirdPartyDetection=0.3")])
      } throws: {
        "\($0)" == "thirdPartyDetection is set twice; set it once"
      }
    }
  }

  @Test("stages are told with what differs from the case, and what fits at each")
  func stages() throws {
    try inScaffold { study in
      let stages = try study.stages()
      #expect(stages.map(\.stage) == ["initial", "advanced", "deepening"])
      for stage in stages {
        #expect(stage.changes.allSatisfy { $0.from != $0.to })
        #expect(stage.mechanisms.ranking.count == 12)
      }
      let trust = stages.flatMap { $0.changes.filter { $0.name == "trust" }.map(\.to) }
      #expect(trust == trust.sorted())
    }
  }
}
