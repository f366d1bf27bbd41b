import Mathematics
import Negotiations
import Testing

@Suite struct StatePreferenceTests {
  /// Statements weigh by their order: what comes first decides.
  @Test func statementsRankStatesByTheFirstThatDiffers() throws {
    let form = try OptionForm([
      DecisionMaker("A", options: [ConflictOption("build"), ConflictOption("pay")]),
      DecisionMaker("B", options: [ConflictOption("sue")]),
    ])
    let conflict = try Conflict(
      ConflictGraph(form),
      preferences: [
        .priorities([
          .not(.taken("sue")), .implies(.taken("pay"), .taken("build")), .same(.taken("build"), .taken("pay")),
        ]), .priorities([.all([.taken("build"), .taken("pay")]), .any([.taken("sue"), .pattern("N--")])]),
      ])
    // Codes: build 1, pay 2, sue 4. For A by hand: 000 111 = 7, build 110 = 6, pay 100 = 4, both 111 = 7; with sue 4
    // less.
    #expect((0..<8).map { conflict.level(of: $0, for: 0) } == [5, 4, 3, 5, 2, 1, 0, 2])
    #expect((0..<8).map { conflict.level(of: $0, for: 1) } == [1, 0, 1, 2, 1, 1, 1, 3])
  }

  @Test("ranks by any number of statements as by their truths in a row", arguments: [0, 31, 32, 33, 64, 70])
  func manyStatements(count: Int) throws {
    var chance = RandomStream(seed: UInt64(count), stream: [4])
    let form = try OptionForm([DecisionMaker("A", options: (0..<6).map { ConflictOption("\($0)") })])
    let patterns = (0..<count).map { _ in
      String((0..<6).map { _ in "YN----".randomElement(using: &chance) ?? "-" })
    }
    let conflict = try Conflict(
      ConflictGraph(form), preferences: [.priorities(patterns.map { .pattern($0) })])
    let truths = (0..<64).map { state in
      patterns.map { zip($0, form.pattern(of: state)).allSatisfy { $0 == "-" || $0 == $1 } ? 1 : 0 }
    }
    let ranked = Set(truths).sorted { $0.lexicographicallyPrecedes($1) }
    #expect((0..<64).map { conflict.level(of: $0, for: 0) } == truths.map { ranked.firstIndex(of: $0) })
  }

  @Test func countsMinusZeroAndZeroAsEquals() throws {
    let graph = try ConflictGraph(decisionMakers: ["A"], stateCount: 5, moves: [[(0, 1)]])
    let conflict = try Conflict(graph, preferences: [.payoffs([-0.0, 0, -1e300, 2, -1])])
    #expect((0..<5).map { conflict.level(of: $0, for: 0) } == [2, 2, 0, 3, 1])
    #expect(conflict.improvements(of: 0, from: 0) == [])
  }

  @Test func chainsThatCompareAllAreARanking() throws {
    let graph = try ConflictGraph(decisionMakers: ["A"], stateCount: 4, moves: [[]])
    let conflict = try Conflict(graph, preferences: [.comparisons([[2, 0], [0, 3, 1], [2, 1]])])
    #expect((0..<4).map { conflict.level(of: $0, for: 0) } == [2, 0, 3, 1])
  }

  /// The same moves as options and one by one.
  @Test("rests where the same moves given one by one rest", arguments: UInt64(1)..<5)
  func optionsAndMoves(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [5])
    let form = try OptionForm(
      (0..<3).map { maker in
        DecisionMaker(
          "\(maker)",
          options: (0..<3).map { ConflictOption("\(maker).\($0)", seed > 2 && $0 == 0 ? .bindsWhenTaken : .reversible) }
        )
      }, infeasible: seed % 2 == 0 ? [] : [.all([.taken("0.0"), .taken("1.1")]), .pattern("NYN---Y-N")])
    let graph = try ConflictGraph(form)
    let bare = try ConflictGraph(
      decisionMakers: graph.decisionMakers, stateCount: graph.stateCount,
      moves: (0..<3).map { maker in
        (0..<graph.stateCount).flatMap { from in graph.moves(of: maker, from: from).map { (from, $0) } }
      })
    let preferences = (0..<3).map { _ in
      StatePreference.payoffs((0..<graph.stateCount).map { _ in Double(Int.random(in: 0..<200, using: &chance)) })
    }
    for reach in SanctionReach.allCases {
      #expect(
        try Conflict(graph, preferences: preferences).stability(sanctions: reach)
          == Conflict(bare, preferences: preferences).stability(sanctions: reach))
    }
  }
}
