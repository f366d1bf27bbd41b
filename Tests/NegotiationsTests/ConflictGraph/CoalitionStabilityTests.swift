import Negotiations
import Testing

@Suite struct CoalitionStabilityTests {
  /// Kilgour, Hipel, Fang & Peng (2001): the ministry modifies the order and the company accepts it, which takes the
  /// conflict from state 5 to 8 and leaves both better off; alone neither would move.
  @Test func ministryAndCompanyLeaveStateFiveOfElmiraTogether() throws {
    let conflict = try PublishedConflict.elmira().conflict
    let stability = try conflict.coalitionStability()
    #expect(stability.coalitions == [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
    #expect(!stability.stable(.nash, for: [0, 1]).contains(4))
    #expect(!stability.stable(.sequential, for: [0, 1]).contains(4))
    #expect(Array(stability.equilibria(.nash)).map { $0 + 1 } == [8, 9])
  }

  @Test("agrees with the definitions for every coalition", arguments: UInt64(0)..<40)
  func definitions(seed: UInt64) throws {
    let random = try seed % 2 == 0 ? RandomConflict.graph(seed: seed) : RandomConflict.options(seed: seed)
    let stability = try random.conflict.coalitionStability()
    let single = try random.conflict.stability()
    for maker in random.moves.indices {
      for concept in StabilityConcept.allCases {
        #expect(stability.stable(concept, for: [maker]) == single.stable(concept, for: maker))
      }
    }
    // A coalition is one decision maker of a definition whose moves are its members' sequences, the others as they are.
    let makers = random.moves.count
    for coalition in stability.coalitions {
      let others = random.moves.indices.filter { !coalition.contains($0) }
      func sequences(_ state: Int) -> Set<Int> {
        Self.together(coalition, random).brought(from: state, byOpponentsOf: makers, improving: false)
      }
      func answers(_ state: Int, _ improving: Bool) -> Set<Int> {
        Self.together(others, random).brought(from: state, byOpponentsOf: makers, improving: improving)
      }
      func isBetter(_ one: Int, _ than: Int) -> Bool {
        coalition.allSatisfy { random.worth[$0][one] > random.worth[$0][than] }
      }
      let states = random.worth[0].indices
      for concept in StabilityConcept.allCases {
        let isCredible = concept == .sequential || concept == .symmetricSequential
        let isFinal = concept == .symmetricMetarational || concept == .symmetricSequential
        let stable = states.filter { state in
          sequences(state).filter { isBetter($0, state) }.allSatisfy { improvement in
            concept != .nash
              && answers(improvement, isCredible).contains { end in
                !isBetter(end, state) && !(isFinal && sequences(end).contains { isBetter($0, state) })
              }
          }
        }
        #expect(Array(stability.stable(concept, for: coalition)) == stable, "\(concept.abbreviation) of \(coalition)")
      }
    }
  }

  /// The moves of some decision makers alone, and one more that has none.
  static func together(_ movers: [Int], _ random: RandomConflict) -> StabilityByDefinition {
    let none = [[Int]](repeating: [], count: random.worth[0].count)
    return StabilityByDefinition(
      moves: random.moves.indices.map { movers.contains($0) ? random.moves[$0] : none } + [none],
      worth: random.worth + [random.worth[0]], reach: .legalSequences)
  }

  @Test func refusesMoreThanEightDecisionMakers() throws {
    let graph = try ConflictGraph(
      OptionForm((0..<9).map { DecisionMaker("\($0)", options: [ConflictOption("option \($0)")]) }))
    let conflict = try Conflict(graph, preferences: Array(repeating: .ranking([Array(0..<512)]), count: 9))
    #expect(throws: ConflictError.tooManyDecisionMakers(9, limit: 8)) { try conflict.coalitionStability() }
  }
}
