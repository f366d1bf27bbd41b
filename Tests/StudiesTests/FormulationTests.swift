import CollectiveAction
import Mathematics
import RegionalCases
import Testing

@testable import Studies

@Suite struct FormulationTests {
  private static let place = Place(file: "case.yaml", line: 1, column: 1)

  private func input(
    _ forms: [Figure.Form], status: [ProvenanceStatus] = [], limits: ClosedRange<Double> = -1e9...1e9
  ) -> StudyInput {
    let figures = forms.enumerated().map { index, form in
      Figure(
        form, provenance: Provenance(status: status.isEmpty ? .measured : status[index]), place: Self.place)
    }
    return StudyInput(name: "some.input", role: .game, figures: figures, limits: limits)
  }

  @Test("a rank moves all figures under a name together, and never backwards", arguments: 1..<20)
  func ranksAreMonotone(step: Int) {
    let input = input([
      .triangular(low: 1, mode: 2, high: 5), .normal(mean: 10, sd: 3), .uniform(min: 0, max: 4), .certain(7),
    ])
    let lower = input.values(in: Draw(ranks: ["some.input": Double(step - 1) / 20 + 0.01]))
    let upper = input.values(in: Draw(ranks: ["some.input": Double(step) / 20 + 0.01]))
    for index in 0..<3 { #expect(lower[index] < upper[index]) }
    #expect(lower[3] == 7 && upper[3] == 7)
  }

  @Test("the rank of the mode gives the best estimate of a triangle, a half that of the others")
  func bestRanks() {
    // 1e-12: a root and a few products of doubles.
    let triangle = input([.triangular(low: 1, mode: 2, high: 5)])
    #expect(abs(triangle.values(in: Draw(ranks: ["some.input": 0.25]))[0] - 2) < 1e-12)
    let others = input([.normal(mean: 10, sd: 3), .uniform(min: 0, max: 4)])
    let values = others.values(in: Draw(ranks: ["some.input": 0.5]))
    #expect(abs(values[0] - 10) < 1e-12 && abs(values[1] - 2) < 1e-12)
    #expect(others.values(in: .best) == [10, 2])
  }

  @Test("the ends of the ranks are the ends of a range")
  func ends() {
    let input = input([.triangular(low: 1, mode: 2, high: 5), .uniform(min: 0, max: 4)])
    #expect(input.values(in: Draw(ranks: ["some.input": 0])) == [1, 0])
    #expect(input.values(in: Draw(ranks: ["some.input": 1])) == [5, 4])
  }

  @Test("a factor moves what has no range, and nothing that has one or another name")
  func factors() {
    let input = input([.certain(3), .triangular(low: 1, mode: 2, high: 5)])
    #expect(input.values(in: Draw(factors: ["some.input": 2])) == [6, 2])
    #expect(input.values(in: Draw(ranks: ["other": 0.9], factors: ["another": 2])) == [3, 2])
  }

  @Test("a draw stops at the limits")
  func limits() {
    let input = input([.certain(3), .normal(mean: 1, sd: 5)], limits: 0...4)
    #expect(input.values(in: Draw(factors: ["some.input": 2]))[0] == 4)
    #expect(input.values(in: Draw(ranks: ["some.input": 0.01]))[1] == 0)
    #expect(input.values(in: Draw(ranks: ["some.input": 0.99]))[1] == 4)
  }

  @Test("an input has the weakest status of its figures")
  func status() {
    let mixed = input([.certain(1), .certain(2), .certain(3)], status: [.measured, .estimated, .published])
    #expect(mixed.status == .estimated)
    #expect(!mixed.isAssumed && !mixed.isUncertain)
    let assumed = input([.certain(1), .uniform(min: 0, max: 1)], status: [.assumed, .measured])
    #expect(assumed.status == .assumed)
    #expect(assumed.isAssumed && assumed.isUncertain)
  }

  @Test("lists what the case tells with its status and what it does not as assumed")
  func inputs() throws {
    let findings = try StudiedCases.scaffold(
      .spillover,
      replacing: [
        ("trust: {min: 0.4, max: 0.7}", "trust: {min: 0.4, max: 0.7, status: projected, source: survey}"),
        (
          "# sources:\n#   yearbook-2023: {citation: \"Statistical Yearbook 2023, table 2-1\", url: \"https://example.org\"}",
          "sources:\n  survey: {citation: A survey}"
        ),
      ]
    ) { try Study($0, folder: $1, draws: 0).findings() }
    let trust = try #require(findings.inputs.first { $0.name == "conditions.trust" })
    #expect(trust.status == "projected" && trust.source == "survey" && trust.isUncertain)
    #expect(trust.low == trust.high)
    let patience = try #require(findings.inputs.first { $0.name == "conditions.patience" })
    #expect(patience.status == "assumed" && !patience.isUncertain && patience.low == 0.9)
    #expect(patience.remark == "made up for the scaffold")
    let standard = try #require(findings.inputs.first { $0.name == "conditions.temptationShock" })
    #expect(standard.status == "assumed" && standard.low == 0.25 && standard.source == nil)
    let names = findings.inputs.map(\.name)
    #expect(Set(names).count == names.count)
    // Every member has its own, so no default stands in.
    #expect(!names.contains("conditions.autonomySensitivity"))
    #expect(names.contains("parties.south.autonomy"))
    let sensitivity = try #require(findings.mechanisms.conditions.first { $0.name == "autonomySensitivity" })
    #expect(abs(sensitivity.value - 0.4 / 3) < 1e-15)  // two additions, one division
    #expect(!sensitivity.isDefault)
  }

  @Test("states a spillover as the case file reads: the receptor's row, the emitter's column")
  func spillover() throws {
    try StudiedCases.scaffold(.spillover) { regionalCase, _ in
      let dilemma = try FormulatedProblem(regionalCase.problems[0], of: regionalCase).dilemma()
      let game = try #require(dilemma as? SpilloverGame)
      // 1e-15: three factors. South receives 10 per cent of its 35 from north, which emits 30.
      #expect(abs(game.transport[0, 2] - 0.10 * 35 / 30) < 1e-15)
      #expect(abs(game.transport[2, 0] - 0.05 * 40 / 10) < 1e-15)
      #expect(game.linearDamage == [1.5, 1.5, 1.5] && game.quadraticDamage == [0, 0, 0])
    }
  }

  @Test("a cheaper other way lowers what a member pays alone, and no dearer one raises it")
  func alternativeCost() throws {
    try StudiedCases.scaffold(
      .jointFacility,
      replacing: [
        (
          "      proportionalTo: [population]\n",
          "      proportionalTo: [population]\n      alternativeCost: {values: {north: 5, middle: 9, south: 1.5}}\n"
        )
      ]
    ) { regionalCase, _ in
      let game = try FormulatedProblem(regionalCase.problems[0], of: regionalCase).dilemma().coalitionGame(.gamma)
      #expect(game.worths == [0, 5, 4.2, 10.3, 1.5, 8, 5.3, 10.6])
    }
  }

  @Test("a cost function charges the plant and the shortest pipes between the members")
  func costFunction() throws {
    try StudiedCases.scaffold(
      .jointFacility,
      replacing: [
        (
          "costs: {file: coalition_costs.csv, coalition: coalition, worth: cost_million_eur}",
          "costFunction: {load: population, fixed: 1, scale: 0.5, exponent: 0.5, pipelinePerKm: 0.1}"
        )
      ]
    ) { regionalCase, _ in
      let game = try FormulatedProblem(regionalCase.problems[0], of: regionalCase).dilemma().coalitionGame(.gamma)
      let places = regionalCase.problems[0].members.compactMap { regionalCase.party($0)?.location }
      let pipes =
        greatCircleKilometres(from: places[0], to: places[1]) + greatCircleKilometres(from: places[1], to: places[2])
      // 1e-12: a root and a few sums of doubles.
      #expect(abs(game.jointWorth - (1 + 0.5 * 240.0.squareRoot() + 0.1 * pipes)) < 1e-12)
      #expect(abs(game[.single(2)] - (1 + 0.5 * 40.0.squareRoot())) < 1e-12)
    }
  }
}
