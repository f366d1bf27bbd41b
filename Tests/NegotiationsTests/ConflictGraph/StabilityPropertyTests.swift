import Mathematics
import Negotiations
import Testing

@Suite struct StabilityPropertyTests {
  /// What the search finds otherwise than the definitions.
  static func differences(_ random: RandomConflict) throws -> [String] {
    var found: [String] = []
    for reach in SanctionReach.allCases {
      let stability = try random.conflict.stability(sanctions: reach)
      let definition = StabilityByDefinition(moves: random.moves, worth: random.worth, reach: reach)
      for concept in StabilityConcept.allCases {
        for maker in random.moves.indices
        where Array(stability.stable(concept, for: maker)) != definition.stable(concept, for: maker) {
          found.append("\(concept.abbreviation) of \(maker), \(reach)")
        }
      }
    }
    return found
  }

  @Test("moves as the options or the list of moves say", arguments: UInt64(0)..<100)
  func moves(seed: UInt64) throws {
    for random in try [RandomConflict.graph(seed: seed), .options(seed: seed)] {
      let moves = random.moves.indices.map { maker in
        random.moves[maker].indices.map { random.conflict.graph.moves(of: maker, from: $0) }
      }
      #expect(moves == random.moves)
    }
  }

  @Test("agrees with the definitions where moves are given one by one", arguments: UInt64(0)..<120)
  func movesGiven(seed: UInt64) throws { #expect(try Self.differences(.graph(seed: seed)) == []) }

  @Test("agrees with the definitions where options are chosen", arguments: UInt64(0)..<120)
  func optionsChosen(seed: UInt64) throws { #expect(try Self.differences(.options(seed: seed)) == []) }

  @Test("counts who stays under a sterner concept among those who stay under a weaker", arguments: UInt64(0)..<300)
  func inclusions(seed: UInt64) throws {
    let random = try seed % 2 == 0 ? RandomConflict.graph(seed: seed) : RandomConflict.options(seed: seed)
    for reach in SanctionReach.allCases {
      let stability = try random.conflict.stability(sanctions: reach)
      for (narrow, wide) in [
        (StabilityConcept.nash, .symmetricSequential), (.symmetricSequential, .sequential),
        (.symmetricSequential, .symmetricMetarational), (.sequential, .generalMetarational),
        (.symmetricMetarational, .generalMetarational),
      ] as [(StabilityConcept, StabilityConcept)] {
        let isWithin = random.moves.indices.allSatisfy { maker in
          stability.stable(narrow, for: maker).isSubset(of: stability.stable(wide, for: maker))
        }
        #expect(isWithin, "\(narrow.abbreviation) is not in \(wide.abbreviation)")
      }
    }
  }

  @Test("lets more sanctions never make fewer states stable", arguments: UInt64(0)..<100)
  func widerReach(seed: UInt64) throws {
    let random = try seed % 2 == 0 ? RandomConflict.graph(seed: seed) : RandomConflict.options(seed: seed)
    let single = try random.conflict.stability(sanctions: .singleOpponent)
    let once = try random.conflict.stability(sanctions: .eachOpponentOnce)
    let full = try random.conflict.stability(sanctions: .legalSequences)
    for concept in StabilityConcept.allCases {
      #expect(single.equilibria(concept).isSubset(of: once.equilibria(concept)))
      #expect(once.equilibria(concept).isSubset(of: full.equilibria(concept)))
    }
  }

  @Test("does not depend on the order of the decision makers", arguments: UInt64(0)..<100)
  func relabelling(seed: UInt64) throws {
    let random = try RandomConflict.graph(seed: seed)
    let makers = random.moves.count
    let graph = try ConflictGraph(
      decisionMakers: (0..<makers).map { "\($0)" }, stateCount: random.worth[0].count,
      moves: random.moves.reversed().map { $0.enumerated().flatMap { from, list in list.map { (from, $0) } } })
    let reversed = try Conflict(graph, preferences: random.worth.reversed().map { .payoffs($0) }).stability()
    let stability = try random.conflict.stability()
    for concept in StabilityConcept.allCases {
      for maker in 0..<makers {
        #expect(reversed.stable(concept, for: makers - 1 - maker) == stability.stable(concept, for: maker))
      }
    }
  }

  /// Where all options are free, opponents can bring about anything that leaves the decision maker's own options as
  /// they are. So a metarational sanction is the worst of all their choices, and a symmetric one holds exactly if to
  /// stay is worth the least to which they can hold the decision maker (Fang, Hipel & Kilgour 1993).
  @Test("rests, all options being free, where the closed form says", arguments: UInt64(0)..<3)
  func closedForm(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [6])
    let form = try OptionForm(
      (0..<3).map { maker in
        DecisionMaker("\(maker)", options: (0..<3).map { ConflictOption("\(maker).\($0)") })
      })
    let worth = (0..<3).map { _ in (0..<512).map { _ in Double(Int.random(in: 0..<300, using: &chance)) } }
    let stability = try Conflict(ConflictGraph(form), preferences: worth.map { .payoffs($0) }).stability()
    for maker in 0..<3 {
      let shift = 3 * maker
      let own = worth[maker]
      var least = [Double](repeating: .infinity, count: 8)
      var largest = [Int: Double]()
      for state in 0..<512 {
        let (mine, others) = (state >> shift & 7, state & ~(7 << shift))
        least[mine] = min(least[mine], own[state])
        largest[others] = max(largest[others] ?? -.infinity, own[state])
      }
      let held = largest.values.min() ?? 0
      let metarational = (0..<512).filter { state in
        (0..<8).allSatisfy { mine in
          own[state & ~(7 << shift) | mine << shift] <= own[state] || least[mine] <= own[state]
        }
      }
      let symmetric = (0..<512).filter { state in
        own[state] >= held || largest[state & ~(7 << shift)] == own[state]
      }
      #expect(Array(stability.stable(.generalMetarational, for: maker)) == metarational)
      #expect(Array(stability.stable(.symmetricMetarational, for: maker)) == symmetric)
    }
  }
}
