import Negotiations
import Testing

@Suite struct ConflictRefusalTests {
  static let two = [
    DecisionMaker("A", options: [ConflictOption("build")]), DecisionMaker("B", options: [ConflictOption("sue")]),
  ]

  static func fault(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was refused"
    } catch { return "\(error)" }
  }

  @Test func refusesWhatIsNoConflict() {
    #expect(Self.fault { _ = try OptionForm([]) } == "the conflict has no decision makers; give 1 or more")
    #expect(
      Self.fault { _ = try OptionForm([DecisionMaker("A", options: [])]) }
        == "no decision maker has an option; give 1 or more")
    #expect(
      Self.fault { _ = try OptionForm(Self.two + [DecisionMaker("A", options: [])]) }
        == "the decision maker 'A' stands twice in the conflict; name it once")
    #expect(
      Self.fault { _ = try OptionForm(Self.two + [DecisionMaker("C", options: [ConflictOption("sue")])]) }
        == "the option 'sue' stands twice in the conflict; give each option its own name")
    #expect(
      Self.fault { _ = try OptionForm(Self.two, infeasible: [.taken("build"), .not(.taken("build"))]) }
        == "no state is feasible; leave out a condition that forbids them, or list 1 or more")
    #expect(
      Self.fault { _ = try OptionForm(Self.two, feasible: []) }
        == "no state is feasible; leave out a condition that forbids them, or list 1 or more")
    #expect(
      Self.fault { _ = try OptionForm(Self.two, feasible: ["YN", "YN"]) }
        == "the state YN is listed twice; list it once")
    #expect(
      Self.fault { _ = try OptionForm(Self.two, feasible: ["Y-"]) }
        == "the pattern 'Y-' does not fit 2 options; give one Y, N or - for each")
    #expect(
      Self.fault { _ = try OptionForm(Self.two, infeasible: [.pattern("YNY")]) }
        == "the pattern 'YNY' does not fit 2 options; give one Y, N or - for each")
    #expect(
      Self.fault { _ = try OptionForm(Self.two, infeasible: [.any([.taken("wait")])]) }
        == "no decision maker has the option 'wait'; name one of the conflict's")
  }

  static func one(_ count: Int) -> [DecisionMaker] {
    [DecisionMaker("A", options: (0..<count).map { ConflictOption("\($0)") })]
  }

  @Test func refusesMoreStatesThanItCanHold() throws {
    let tooMany = "the conflict has more than 1048576 feasible states; forbid some, or give fewer options"
    #expect(Self.fault { _ = try OptionForm(Self.one(21)) } == tooMany)
    // Of 22 options the first being taken forbids half of 2²² states: 2²¹ remain.
    #expect(Self.fault { _ = try OptionForm(Self.one(22), infeasible: [.taken("0")]) } == tooMany)
    #expect(try OptionForm(Self.one(11), infeasible: [.taken("0")]).codes.count == 1024)
    #expect(
      Self.fault { _ = try OptionForm(Self.one(31)) }
        == "the conflict has 31 options, and states can be looked through for up to 30; "
        + "give fewer, or list the feasible states of up to 62")
  }

  @Test func refusesMovesThatAreNone() {
    func graph(_ moves: [[(from: Int, to: Int)]]) -> String {
      Self.fault { _ = try ConflictGraph(decisionMakers: ["A", "B"], stateCount: 3, moves: moves) }
    }
    #expect(graph([[]]) == "there are moves of 1 decision makers and 2 of them; give a list for each")
    #expect(
      graph([[], [(0, 3)]])
        == "'B' moves from state 1 to state 4; a move joins two different states of 1 to 3")
    #expect(
      graph([[(.min, .max)], []])
        == "'A' moves from state -9223372036854775807 to state 9223372036854775808; "
        + "a move joins two different states of 1 to 3")
    #expect(
      graph([[(1, 1)], []]) == "'A' moves from state 2 to state 2; a move joins two different states of 1 to 3")
    #expect(
      graph([[(0, 1), (2, 1), (0, 1)], []])
        == "the move of 'A' from state 1 to state 2 is given twice; give it once")
    #expect(
      Self.fault { _ = try ConflictGraph(decisionMakers: ["A"], stateCount: 0, moves: [[]]) }
        == "the graph has no states; give 1 or more")
  }

  @Test func refusesPreferencesThatRankNotEveryStateOnce() throws {
    let graph = try ConflictGraph(OptionForm(Self.two))
    func refusal(_ preference: StatePreference) -> String {
      Self.fault { _ = try Conflict(graph, preferences: [.ranking([[0, 1, 2, 3]]), preference]) }
    }
    #expect(
      refusal(.ranking([[3], [1], [0]]))
        == "'B' does not rank state 3; put every state in the ranking, equals together")
    #expect(refusal(.ranking([[3], [1], [0], [2, 1]])) == "'B' ranks state 2 twice; rank it once")
    #expect(refusal(.ranking([[.max]])) == "'B' ranks state 9223372036854775808; the states are 1 to 4")
    #expect(refusal(.ranking([[-1]])) == "'B' ranks state 0; the states are 1 to 4")
    #expect(refusal(.ranking([[4]])) == "'B' ranks state 5; the states are 1 to 4")
    #expect(refusal(.payoffs([1, 2])) == "'B' has 2 payoffs; give one for each of 4 states")
    #expect(refusal(.payoffs([1, 2, .nan, 4])) == "the payoff of 'B' at state 3 is nan; give a finite number")
    #expect(
      refusal(.comparisons([[0, 1], [1, 2], [2, 0], [2, 3]]))
        == "'B' prefers each of the states 1, 2, 3 to the next and the last to the first; "
        + "take one of these comparisons back")
    #expect(
      refusal(.comparisons([[1, 1]]))
        == "'B' prefers each of the states 2 to the next and the last to the first; "
        + "take one of these comparisons back")
    #expect(
      refusal(.comparisons([[0, 1, 2], [0, 3, 2]]))
        == "'B' does not compare state 2 with state 4; compare them, or leave preferences unknown")
    #expect(
      refusal(.priorities([.taken("wait")])) == "no decision maker has the option 'wait'; name one of the conflict's")
    #expect(
      Self.fault { _ = try Conflict(graph, preferences: []) }
        == "there are preferences of 0 decision makers and 2 of them; give one for each")
    let bare = try ConflictGraph(decisionMakers: ["A"], stateCount: 2, moves: [[]])
    #expect(
      Self.fault { _ = try Conflict(bare, preferences: [.priorities([])]) }
        == "the preferences of 'A' speak of options, and the conflict was given without; rank its states")
  }

  @Test func refusesToFollowMoreOpponentsThanItCan() throws {
    let makers = (0..<13).map { DecisionMaker("\($0)", options: $0 == 0 ? [ConflictOption("go")] : []) }
    let conflict = try Conflict(
      ConflictGraph(OptionForm(makers)), preferences: Array(repeating: .payoffs([0, 1]), count: 13))
    #expect(
      Self.fault { _ = try conflict.stability(sanctions: .eachOpponentOnce) }
        == "the conflict has 13 decision makers; this question can be asked of up to 8")
    #expect(try conflict.stability().equilibria(.nash).map { $0 } == [1])
  }
}
