import CollectiveAction
import Mechanisms
import RegionalCases
import Testing

@testable import Studies

@Suite struct HingeTests {
  private func inScaffold<Answer>(
    _ family: ProblemFamily, draws: Int = 2, replacing changes: [(String, String)] = [],
    _ body: (FormulatedProblem, Lookout, Findings) throws -> Answer
  ) throws -> Answer {
    try StudiedCases.scaffold(family, replacing: changes) { regionalCase, folder in
      let formulated = try FormulatedProblem(regionalCase.problems[0], of: regionalCase)
      let study = try Study(regionalCase, folder: folder, draws: draws)
      let dilemma = try formulated.dilemma()
      let table = try Study.table(of: dilemma, outcomes: dilemma.allOutcomes())
      let choice = try ChosenMechanism(formulated.behaviour, in: table, draw: .best)
      return try body(formulated, Lookout(formulated, table: table, choice: choice), study.findings())
    }
  }

  @Test(
    "where an input is said to switch the advice, it does: not just before, but there",
    arguments: [ProblemFamily.spillover, .jointFacility])
  func switches(family: ProblemFamily) throws {
    try inScaffold(family) { formulated, lookout, findings in
      let questions = HingeFindings.questions(formulated)
      #expect(questions.count == findings.hinges.inputs.count)
      var switches = 0
      for question in questions {
        let hinge = try #require(findings.hinges.inputs.first { $0.name == question.name })
        #expect(hinge.low <= hinge.best && hinge.best <= hinge.high, "\(hinge.name)")
        guard let value = hinge.switchesAt else {
          #expect(hinge.recommendedAtLow == findings.mechanisms.recommended, "\(hinge.name)")
          #expect(hinge.recommendedAtHigh == findings.mechanisms.recommended, "\(hinge.name)")
          continue
        }
        switches += 1
        let end = value > hinge.best ? 1.0 : 0
        // The place of the value between rest and end, by halving: values rise with places.
        var (near, far) = (question.restingPlace, end)
        for _ in 0..<60 {
          let middle = (near + far) / 2
          let isBeyond = end == 1 ? question.value(at: middle) >= value : question.value(at: middle) <= value
          if isBeyond { far = middle } else { near = middle }
        }
        // A five-hundredth of an eighth of the way: the search ends at a thousandth.
        let before = far - (end - question.restingPlace) / 8 / 500
        #expect(try lookout.outlook(question.draw(at: before)).recommended == findings.mechanisms.recommended)
        let there = try lookout.outlook(question.draw(at: far + (end - far) * 1e-9)).recommended
        #expect((there ?? "none") == hinge.switchesTo, "\(hinge.name)")
        #expect(there != findings.mechanisms.recommended, "\(hinge.name)")
      }
      // Nothing moves the advice for the three neighbours' facility within the ranges searched.
      #expect((switches > 0) == (family == .spillover))
    }
  }

  @Test("at the best estimates the shortened view advises what the whole study does")
  func sameAdvice() throws {
    try inScaffold(.spillover) { _, lookout, findings in
      let outlook = try lookout.outlook(.best)
      #expect(outlook.recommended == findings.mechanisms.recommended)
      #expect(outlook.netGain == findings.mechanisms.ranking[0].netGain)
      #expect(outlook.netGains == findings.mechanisms.ranking[0].netGainByPlayer)
    }
  }

  @Test("the chances add up to one, the percentiles are in order, the inputs by how much they move")
  func chances() throws {
    try inScaffold(.spillover, draws: 20) { _, _, findings in
      let hinges = findings.hinges
      #expect(hinges.draws == 20)
      // 1e-12: a few sums of twentieths.
      #expect(abs(hinges.chanceOfBeingBest.reduce(0) { $0 + $1.value } - 1) < 1e-12)
      #expect(hinges.chanceOfBeingBest.map(\.value) == hinges.chanceOfBeingBest.map(\.value).sorted(by: >))
      #expect(hinges.netGainPercentiles.count == 3)
      #expect(hinges.netGainPercentiles == hinges.netGainPercentiles.sorted())
      #expect(hinges.chanceOfGaining.count == 3 && hinges.chanceOfGaining.allSatisfy { (0...1).contains($0) })
      let reach = hinges.inputs.map { abs($0.netGainAtHigh - $0.netGainAtLow) }
      #expect(reach == reach.sorted(by: >))
    }
  }

  @Test("a range is searched to its ends")
  func ends() throws {
    try inScaffold(.spillover) { _, _, findings in
      let trust = try #require(findings.hinges.inputs.first { $0.name == "conditions.trust" })
      #expect(trust.low == 0.4 && trust.high == 0.7)
      let patience = try #require(findings.hinges.inputs.first { $0.name == "conditions.patience" })
      #expect(patience.low == 0.45 && patience.high == 0.99)  // half, and twice as far as the parameter goes
    }
  }

  @Test("a mechanism's own number is an input like any other, moved and asked about")
  func mechanismNumbers() throws {
    let changes = """
      mechanisms:
        overrides: {multilateral-contract: {fine: {low: 0, mode: 1, high: 3}}}
        additions:
          - {id: watched, name: Watched, basedOn: bilateral-contract, parameters: {thirdPartyDetection: 0.5, participationImposed: 0}}
      goals:   #
      """
    try inScaffold(.spillover, replacing: [("goals:   #", changes)]) { formulated, _, findings in
      let fine = "mechanisms.overrides.multilateral-contract.fine"
      #expect(findings.inputs.contains { $0.name == fine && $0.isUncertain && $0.status == "assumed" })
      let hinge = try #require(findings.hinges.inputs.first { $0.name == fine })
      #expect(hinge.low == 0 && hinge.best == 1 && hinge.high == 3)
      #expect(findings.hinges.inputs.contains { $0.name == "mechanisms.additions.watched.thirdPartyDetection" })
      #expect(findings.mechanisms.ranking.count == 13)
      let own = try #require(findings.mechanisms.ranking.first { $0.id == "watched" })
      #expect(own.name == ["en": "Watched"] && own.scope == "bilateral")
      let moved = try formulated.behaviour.mechanisms(in: Draw(ranks: [fine: 1]))
      #expect(moved.first { $0.id == "multilateral-contract" }?.enforcement.fine == 3)
      #expect(moved.first { $0.id == "bilateral-contract" }?.enforcement.fine == 1)
    }
  }
}
