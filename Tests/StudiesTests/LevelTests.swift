import CollectiveAction
import RegionalCases
import Testing

@testable import Studies

/// What the levels above of the examples would do, and what every lever must keep to.
@Suite struct LevelTests {
  private func levels(_ example: String, problem: String) throws -> (LevelFinding, DiagnosisFindings) {
    let found = try Study(
      StudiedCases.example(example), folder: StudiedCases.folder(of: example), problem: problem, draws: 0
    ).findings()
    return (try #require(found.diagnosis.levels), found.diagnosis)
  }

  /// What must hold of any lever.
  private func check(_ lever: LevelLeverFinding, weights: [Double]) {
    for answer in [lever.best, lever.atHighest] + [lever.optimistic, lever.pessimistic].compactMap({ $0 }) {
      #expect(answer.setting >= 0 && answer.setting <= lever.upTo)
      #expect(answer.change.count == weights.count && answer.actions.count == weights.count)
      if lever.kind == .subsidy {
        #expect(abs(answer.leaderCost - lever.unitCost * answer.outlay) <= 1e-9 * max(1, answer.outlay))
      } else {
        #expect(answer.outlay == 0)
      }
      if answer.setting == 0 { #expect(answer.change.allSatisfy { $0 == 0 } && answer.leaderCost == 0) }
    }
    // It never does worse by its lever than without.
    func aim(_ answer: LevelAnswerFinding) -> Double {
      zip(weights, answer.change).reduce(answer.leaderCost) { $0 + $1.0 * $1.1 }
    }
    #expect(aim(lever.best) <= 1e-9)
    #expect(aim(lever.best) <= aim(lever.atHighest) + 1e-9)
    #expect(lever.atHighest.setting == lever.upTo)
  }

  @Test("the national office of Chengdu and Chongqing pays the least part of the switching costs that is best for it")
  func standards() throws {
    let problem = try #require(
      StudiedCases.example("chengdu-chongqing-standards").problems.first { !$0.hierarchy.isEmpty })
    // The family's own findings: a study of sixteen members in full takes minutes where nothing is optimised.
    let stated = try FormulatedProblem(problem, of: StudiedCases.example("chengdu-chongqing-standards"))
    let levels = try #require(try stated.findings().levels)
    let game = try stated.dilemma()
    #expect(levels.parts == nil)
    #expect(levels.views.map(\.authority) == ["offices", "sichuan"])
    let lever = try #require(levels.levers.first)
    #expect(levels.levers.count == 1 && lever.authority == "offices" && lever.kind == .subsidy)
    #expect(lever.upTo == 0.3 && lever.shortfall == 0)
    check(lever, weights: levels.views[0].weights)
    // All sixteen count alike for it, so the gap is to it what it is to the region.
    #expect(try abs(levels.views[0].alone - game.outcome(agreeing: .empty).totalCost) < 1e-9)
    #expect(try abs(levels.views[0].together - game.outcome(agreeing: .grand(of: 16)).totalCost) < 1e-9)
  }

  @Test("the province of Yongkang, Wuyi and Jinyun could judge officials by what the neighbours get")
  func protection() throws {
    let problem = try #require(StudiedCases.example("yongkang-wuyi-jinyun").problems.first { !$0.hierarchy.isEmpty })
    let (levels, _) = try levels("yongkang-wuyi-jinyun", problem: problem.id)
    #expect(levels.views.map(\.authority) == ["zhejiang", "jinhua", "lishui"])
    let lever = try #require(levels.levers.first)
    #expect(levels.levers.count == 1 && lever.kind == .evaluation && lever.upTo == 0.3)
    check(lever, weights: levels.views[0].weights)
    // Each level above minds its own: the prefectures' parts add up to the province's.
    #expect(abs(levels.views[1].alone + levels.views[2].alone - levels.views[0].alone) < 1e-9)
  }

  @Test("the centre above the Xin'an River pays, and its part of the gap is told beside its choice")
  func river() throws {
    let (levels, _) = try levels(
      "xinan-river", problem: try StudiedCases.example("xinan-river").problems[0].id)
    #expect(levels.parts != nil)
    let lever = try #require(levels.levers.first)
    #expect(lever.kind == .subsidy && lever.unitCost == 1.2)
    check(lever, weights: levels.views[0].weights)
  }

  @Test("a tournament's level above leaves the joint result its weight, for more effort costs the officials only")
  func tournament() throws {
    try scaffold(
      .competition,
      replacing: [
        ("kind: tax", "kind: tournament"),
        (
          "{outputA: 10, outputB: 1, capitalPerHead: 2, publicFundsValue: 1.5}",
          "{spillover: 0.5, prize: 2, noise: 1, effortCost: 1, cooperationWeight: 0.05}"
        ),
      ], lever: "evaluationUpTo: 0.4, subsidyUpTo: 0.2"
    ) { levels in
      #expect(levels.levers.map(\.kind) == [.subsidy, .jointResult])
      #expect(levels.levers.allSatisfy { $0.best.setting == 0 })
      for lever in levels.levers {
        check(lever, weights: levels.views[0].weights)
        #expect(lever.atHighest.change.allSatisfy { $0 > 0 })
      }
    }
  }

  @Test(
    "every other family tells what its level above would do", arguments: [ProblemFamily.commonStandard, .normalForm])
  func families(family: ProblemFamily) throws {
    try scaffold(family, lever: "evaluationUpTo: 1") { levels in
      #expect(levels.levers.map(\.kind) == [.evaluation])
      for lever in levels.levers { check(lever, weights: levels.views[0].weights) }
    }
  }

  private func scaffold(
    _ family: ProblemFamily, replacing: [(String, String)] = [], lever: String,
    _ body: (LevelFinding) throws -> Void
  ) throws {
    let chapter = "    \(family.rawValue):\n"
    let hierarchy =
      "    hierarchy: [{authority: province, weights: {all: 1, status: assumed}, "
      + "provenance: {status: assumed}, \(lever)}]\n"
    try StudiedCases.scaffold(family, replacing: replacing + [(chapter, hierarchy + chapter)]) { regionalCase, folder in
      let found = try Study(regionalCase, folder: folder, draws: 0).findings()
      try body(try #require(found.diagnosis.levels))
      #expect(found.inputs.contains { $0.name.hasSuffix("hierarchy.province.weights") })
    }
  }
}
