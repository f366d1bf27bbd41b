import Negotiations
import Testing

@Suite struct ConflictTests {
  /// States numbered from 1.
  static func numbered(_ states: StateSet) -> [Int] { states.map { $0 + 1 } }

  @Test("has the equilibria of conflicts of the literature", arguments: 0..<5)
  func equilibria(index: Int) throws {
    let published = try PublishedConflict.all.get()[index]
    let stability = try published.conflict.stability()
    for (concept, states) in published.equilibria {
      #expect(Self.numbered(stability.equilibria(concept)) == states, "\(published.name), \(concept.abbreviation)")
    }
  }

  /// Hipel, Fang, Kilgour & Haight (1993).
  @Test func statesAreStableForEachDecisionMakerOfElmira() throws {
    let stability = try PublishedConflict.elmira().conflict.stability()
    #expect(Self.numbered(stability.stable(.nash, for: 1)) == [1, 4, 5, 8, 9])
    #expect(Self.numbered(stability.stable(.nash, for: 2)) == [5, 6, 7, 8, 9])
    #expect(Self.numbered(stability.stable(.sequential, for: 2)) == [2, 3, 5, 6, 7, 8, 9])
    for concept in StabilityConcept.allCases { #expect(stability.stable(concept, for: 0).count == 9) }
  }

  @Test func elmiraRestsAlikeUnderBothRankingsThatAreQuoted() throws {
    let known = try PublishedConflict.elmira()
    var rankings = PublishedConflict.elmiraRankings
    rankings[1] = PublishedConflict.ranking([1, 4, 8, 5, 9, 2, 3, 7, 6])
    let stability = try Conflict(PublishedConflict.elmiraGraph(), preferences: rankings).stability()
    for (concept, states) in known.equilibria {
      #expect(Self.numbered(stability.equilibria(concept)) == states, "\(concept.abbreviation)")
    }
  }

  /// The three answers that programs give for one conflict, each under its own reading of what opponents can do
  /// together.
  @Test(
    "gives each published answer for Garrison under its own convention",
    arguments: [
      (SanctionReach.singleOpponent, [2, 3, 8, 11, 13, 14, 15, 17, 18, 19, 21, 22]),
      (.eachOpponentOnce, [2, 3, 4, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22]),
      (.legalSequences, [2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22]),
    ])
  func sanctionReach(reach: SanctionReach, states: [Int]) throws {
    let stability = try PublishedConflict.garrison().conflict.stability(sanctions: reach)
    #expect(Self.numbered(stability.equilibria(.generalMetarational)) == states)
    #expect(Self.numbered(stability.equilibria(.symmetricMetarational)) == states)
    #expect(Self.numbered(stability.equilibria(.nash)) == [2, 3, 11, 17, 18, 21, 22])
    #expect(Self.numbered(stability.equilibria(.sequential)) == [2, 3, 11, 17, 18, 21, 22])
  }

  /// The same nine states from the options: once the company has left, it does not matter what else was decided.
  @Test func mergedOptionsGiveTheStatesOfElmira() throws {
    let form = try OptionForm(
      [
        DecisionMaker("Ministry", options: [ConflictOption("modify", .bindsWhenTaken)]),
        DecisionMaker(
          "Uniroyal",
          options: [
            ConflictOption("delay", .bindsWhenDropped), ConflictOption("accept"),
            ConflictOption("abandon", .bindsWhenTaken),
          ]), DecisionMaker("Local Government", options: [ConflictOption("insist")]),
      ],
      infeasible: [
        .pattern("-YY--"), .pattern("-Y-Y-"), .pattern("--YY-"), .pattern("-NNN-"),
      ])
    let merged = try form.merging([.taken("abandon")])
    #expect(
      (0..<9).map { merged.pattern(of: $0) } == [
        "NYNNN", "YYNNN", "NNYNN", "YNYNN", "NYNNY", "YYNNY", "NNYNY", "YNYNY", "-NNY-",
      ])
    #expect(merged.state("YNNYN") == 8)
    #expect(try form.merging([.pattern("Y--Y-")]).merging([.pattern("---YY"), .pattern("N--Y-")]) == merged)
    let published = try PublishedConflict.elmira().conflict
    let graph = try ConflictGraph(merged)
    for maker in 0..<3 {
      for state in 0..<9 {
        let moves = published.graph.moves(of: maker, from: state)
        #expect(graph.moves(of: maker, from: state) == moves, "\(maker) from \(state + 1)")
      }
    }
    let conflict = try Conflict(graph, preferences: PublishedConflict.elmiraRankings)
    #expect(try conflict.stability() == published.stability())
  }

  @Test func aStatementHoldsInAMergedStateIfItHoldsInAll() throws {
    let form = try OptionForm([
      DecisionMaker("A", options: [ConflictOption("build")]), DecisionMaker("B", options: [ConflictOption("sue")]),
    ]).merging([.taken("sue")])
    let conflict = try Conflict(
      ConflictGraph(form),
      preferences: [.priorities([.taken("build")]), .priorities([.taken("sue"), .not(.taken("build"))])])
    #expect((0..<3).map { form.pattern(of: $0) } == ["NN", "YN", "-Y"])
    #expect((0..<3).map { conflict.level(of: $0, for: 0) } == [0, 1, 0])
    #expect((0..<3).map { conflict.level(of: $0, for: 1) } == [1, 0, 2])
  }
}
