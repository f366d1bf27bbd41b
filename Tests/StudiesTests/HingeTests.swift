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
    "where an input is said to switch the advice, it does: not just before, but just beyond",
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
        // The search ends within a ten-thousandth of the way.
        let step = (end - question.restingPlace) * 1e-4
        #expect(lookout.best(try lookout.advice(question.draw(at: far - step))) == findings.mechanisms.recommended)
        let there = lookout.best(try lookout.advice(question.draw(at: far + step)))
        #expect((there ?? "none") == hinge.switchesTo, "\(hinge.name)")
        #expect(there != findings.mechanisms.recommended, "\(hinge.name)")
      }
      #expect(switches > 0, "nothing was tried")
    }
  }

  @Test("at the best estimates the shortened view advises what the whole study does")
  func sameAdvice() throws {
    try inScaffold(.spillover) { _, lookout, findings in
      let advice = try lookout.advice(.best)
      #expect(lookout.best(advice) == findings.mechanisms.recommended)
      #expect(lookout.forms[lookout.standing] == findings.mechanisms.recommended)
      #expect(advice.netGains[lookout.standing] == findings.mechanisms.ranking[0].netGain)
      #expect(advice.gains[lookout.standing] == findings.mechanisms.ranking[0].netGainByPlayer)
    }
  }

  @Test("the chances add up to one, the percentiles are in order, the inputs by how much they move")
  func chances() throws {
    try inScaffold(.spillover, draws: 20) { formulated, lookout, findings in
      let uncertainty = try #require(findings.uncertainty)
      #expect(uncertainty.draws == 20 && uncertainty.refusedDraws == 0)
      #expect(uncertainty.inputs == formulated.inputs.filter(\.isUncertain).map(\.name))
      #expect(uncertainty.forms.map(\.form) == findings.mechanisms.ranking.map(\.id))
      let chances = uncertainty.forms.map(\.chanceOfBeingBest.value) + [uncertainty.chanceOfNone.value]
      // 1e-12: a few sums of twentieths.
      #expect(abs(chances.reduce(0, +) - 1) < 1e-12)
      for form in uncertainty.forms {
        #expect(form.percentiles.count == 5 && form.percentiles == form.percentiles.sorted())
        #expect(form.chanceOfGaining.count == 3 && form.chanceOfGaining.allSatisfy { (0...1).contains($0) })
        #expect(form.expectedRegret.value >= uncertainty.perfectInformation.value - 1e-12)
      }
      #expect(Set(uncertainty.information.map(\.input)) == Set(uncertainty.inputs))
      let worths = uncertainty.information.map(\.worth.value)
      #expect(worths == worths.sorted(by: >))
      let shares = uncertainty.sensitivities.map(\.total.value)
      #expect(shares == shares.sorted(by: >))
      let hinges = findings.hinges
      let reach = hinges.inputs.map { abs($0.netGainAtHigh - $0.netGainAtLow) }
      #expect(reach == reach.sorted(by: >))
    }
  }

  @Test("the strip of an input covers its range without gaps, and changes form at every joint")
  func strips() throws {
    try inScaffold(.spillover) { _, _, findings in
      for hinge in findings.hinges.inputs {
        let first = try #require(hinge.strip.first)
        let last = try #require(hinge.strip.last)
        #expect(first.from == hinge.low && last.to == hinge.high, "\(hinge.name)")
        #expect(first.form == hinge.recommendedAtLow ?? "none" && last.form == hinge.recommendedAtHigh ?? "none")
        for (one, next) in zip(hinge.strip, hinge.strip.dropFirst()) {
          #expect(one.to == next.from && one.form != next.form, "\(hinge.name)")
        }
      }
    }
  }

  @Test("the map's middle is where all stands at its best, its corners are the ends of two inputs together")
  func map() throws {
    try inScaffold(.spillover) { formulated, lookout, findings in
      let map = try #require(findings.hinges.map)
      #expect(map.across == findings.hinges.inputs[0].name && map.up == findings.hinges.inputs[1].name)
      let questions = HingeFindings.questions(formulated)
      let across = try #require(questions.first { $0.name == map.across })
      let up = try #require(questions.first { $0.name == map.up })
      for (row, column) in [(0, 0), (0, 12), (12, 0), (12, 12), (5, 7)] {
        let draw = across.draw(at: Double(column) / 12).merged(with: up.draw(at: Double(row) / 12))
        #expect(map.forms[row][column] == lookout.best(try lookout.advice(draw)) ?? "none")
        #expect(map.acrossValues[column] == across.value(at: Double(column) / 12))
      }
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
