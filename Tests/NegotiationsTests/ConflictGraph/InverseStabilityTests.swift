import Mathematics
import Negotiations
import Testing

@Suite struct InverseStabilityTests {
  /// Of Syria's 720 strict rankings those that make it stay in state 2. For sequential stability 420 have been published,
  /// which is 7/12: what comes out if the last improvement looked at decides. The definition gives 384: of state 1 and its
  /// sanction, and of state 3 and its own, one each must lie below state 2, 1 − 1/3 − 1/3 + 1/5 = 8/15.
  @Test(
    "counts the rankings of the Euphrates conflict",
    arguments: [
      (StabilityConcept.nash, 240), (.sequential, 384), (.generalMetarational, 384), (.symmetricMetarational, 300),
    ])
  func euphrates(concept: StabilityConcept, rankings: Int) throws {
    let inverse = try PublishedConflict.euphrates().conflict.inverseStability(of: 0, at: 1, concept)
    #expect(inverse.rankingCount == rankings)
    #expect(inverse.share == Rational(rankings, over: 720))
    #expect(inverse.conditions.map(\.move) == [0, 2])
  }

  @Test func saysWhatMustLieBelow() throws {
    let inverse = try PublishedConflict.euphrates().conflict.inverseStability(of: 0, at: 1, .sequential)
    #expect(inverse.conditions.map(\.sanctions) == [[[3]], [[5]]])
    #expect(inverse.involved == [0, 2, 3, 5])
  }

  static func permutations(_ items: [Int]) -> [[Int]] {
    guard let first = items.first else { return [[]] }
    return permutations(Array(items.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }

  /// Those of forty seeds whose conflicts have five states or fewer, so that every ranking can be tried.
  static let smallConflicts = (UInt64(0)..<40).filter { seed in
    (try? RandomConflict.graph(seed: seed)).map { $0.worth[0].count <= 5 } ?? false
  }

  @Test func enoughConflictsAreSmall() { #expect(Self.smallConflicts.count == 20) }

  @Test("counts what trying every ranking counts", arguments: smallConflicts)
  func everyRanking(seed: UInt64) throws {
    let random = try RandomConflict.graph(seed: seed)
    let states = random.worth[0].count
    let rankings = Self.permutations(Array(0..<states))
    for concept in StabilityConcept.allCases {
      let counts = (0..<states).map { state in
        rankings.filter { ranking in
          var worth = random.worth
          for (place, ranked) in ranking.enumerated() { worth[0][ranked] = Double(place) }
          return StabilityByDefinition(moves: random.moves, worth: worth, reach: .legalSequences)
            .isStable(concept, state, for: 0)
        }.count
      }
      let counted = try (0..<states).map {
        try random.conflict.inverseStability(of: 0, at: $0, concept).rankingCount
      }
      #expect(counted == counts, "\(concept.abbreviation)")
    }
  }

  /// All pairs of strict rankings of a two by two game: how many make one given state an equilibrium.
  @Test func countsThe576TwoByTwoGames() throws {
    let graph = try PublishedConflict.dilemma().conflict.graph
    let rankings = Self.permutations([0, 1, 2, 3])
    var counts: [StabilityConcept: Int] = [:]
    for first in rankings {
      for second in rankings {
        let conflict = try Conflict(
          graph, preferences: [.ranking(first.map { [$0] }), .ranking(second.map { [$0] })])
        let stability = try conflict.stability()
        for concept in stability.concepts where stability.equilibria(concept).contains(0) {
          counts[concept, default: 0] += 1
        }
      }
    }
    #expect(counts[.nash] == 144)
    #expect(counts[.sequential] == 193)
    #expect(counts[.generalMetarational] == 256)
    #expect(counts[.symmetricMetarational] == 196)
  }

  @Test func refusesToTryMoreThanTwentyStates() throws {
    let graph = try ConflictGraph(
      OptionForm([DecisionMaker("a", options: (0..<5).map { ConflictOption("\($0)") })]))
    let conflict = try Conflict(graph, preferences: [.ranking([Array(0..<32)])])
    #expect(throws: ConflictError.tooManyInvolvedStates(31, limit: 20)) {
      try conflict.inverseStability(of: 0, at: 0, .nash)
    }
  }
}
