import Mathematics
import Negotiations
import Testing

@Suite struct UncertainConflictTests {
  @Test("asks the usual question where everything is known", arguments: UInt64(0)..<20)
  func everythingKnown(seed: UInt64) throws {
    let random = try seed % 2 == 0 ? RandomConflict.graph(seed: seed) : RandomConflict.options(seed: seed)
    let known = random.worth.map { PartialPreference.known(.payoffs($0)) }
    let ranges = random.worth.map { PartialPreference.ranges($0.map { $0...$0 }) }
    for reach in SanctionReach.allCases {
      let stability = try random.conflict.stability(sanctions: reach)
      for stance in UnknownStance.allCases {
        for preferences in [known, ranges] {
          let uncertain = try UncertainConflict(random.conflict.graph, preferences: preferences)
          #expect(try uncertain.stability(stance, sanctions: reach) == stability)
        }
      }
    }
  }

  @Test("holds every true stability between the bold and the cautious answer", arguments: UInt64(0)..<40)
  func bounds(seed: UInt64) throws {
    let random = try RandomConflict.graph(seed: seed)
    var chance = RandomStream(seed: seed, stream: [3])
    // Only the first decision maker's own preferences are open; what the others do about it is the same then.
    let ranges = random.worth[0].map { $0...($0 + Double(Int.random(in: 0...4, using: &chance))) }
    let preferences =
      [PartialPreference.ranges(ranges)] + random.worth.dropFirst().map { .known(.payoffs($0)) }
    let uncertain = try UncertainConflict(random.conflict.graph, preferences: preferences)
    let bold = try uncertain.stability(.bold)
    let cautious = try uncertain.stability(.cautious)
    for _ in 0..<10 {
      let worth = [ranges.map { Double.random(in: $0, using: &chance) }] + random.worth.dropFirst()
      let truth = try Conflict(random.conflict.graph, preferences: worth.map { .payoffs($0) }).stability()
      for concept in StabilityConcept.allCases {
        #expect(bold.stable(concept, for: 0).isSubset(of: truth.stable(concept, for: 0)))
        #expect(truth.stable(concept, for: 0).isSubset(of: cautious.stable(concept, for: 0)))
      }
    }
  }

  @Test("holds every true stability between the two bounds, whoever's preferences are open", arguments: UInt64(0)..<60)
  func boundsForAll(seed: UInt64) throws {
    let random = try RandomConflict.graph(seed: seed)
    var chance = RandomStream(seed: seed, stream: [4])
    // Of a full order with ties only some pairs are told.
    var orders: [[Int]] = []
    var better: [[[Int]]] = []
    var equal: [[[Int]]] = []
    for worth in random.worth {
      let order = worth.map { _ in Int.random(in: 0...3, using: &chance) }
      var told: (better: [[Int]], equal: [[Int]]) = ([], [])
      for one in order.indices {
        for other in order.indices where one != other && Int.random(in: 0...2, using: &chance) == 0 {
          if order[one] > order[other] { told.better.append([one, other]) }
          if order[one] == order[other] { told.equal.append([one, other]) }
        }
      }
      orders.append(order)
      better.append(told.better)
      equal.append(told.equal)
    }
    let uncertain = try UncertainConflict(
      random.conflict.graph, preferences: zip(better, equal).map { PartialPreference.comparisons($0, equal: $1) })
    // Preferences that fit: the order itself, and others drawn that respect every pair.
    var fitting: [[[Double]]] = [orders.map { $0.map { Double($0) } }]
    for _ in 0..<300 where fitting.count < 12 {
      let drawn: [[Int]] = orders.map { order in order.map { $0 + Int.random(in: -2...2, using: &chance) } }
      let fits = drawn.indices.allSatisfy { maker in
        better[maker].allSatisfy { drawn[maker][$0[0]] > drawn[maker][$0[1]] }
          && equal[maker].allSatisfy { drawn[maker][$0[0]] == drawn[maker][$0[1]] }
      }
      if fits { fitting.append(drawn.map { $0.map { Double($0) } }) }
    }
    for reach in SanctionReach.allCases {
      let (sure, possible) = try uncertain.stabilityBounds(sanctions: reach)
      for worth in fitting {
        let conflict = try Conflict(random.conflict.graph, preferences: worth.map { .payoffs($0) })
        let truth = try conflict.stability(sanctions: reach)
        for maker in worth.indices {
          for concept in StabilityConcept.allCases {
            #expect(sure.stable(concept, for: maker).isSubset(of: truth.stable(concept, for: maker)))
            #expect(truth.stable(concept, for: maker).isSubset(of: possible.stable(concept, for: maker)))
          }
          for state in worth[maker].indices {
            let (better, open) = uncertain.improvements(of: maker, from: state)
            let improvements = Set(conflict.improvements(of: maker, from: state))
            #expect(improvements.isSuperset(of: better) && improvements.isSubset(of: better + open))
          }
        }
      }
    }
  }

  @Test func tiesAreNoPreferences() throws {
    let graph = try ConflictGraph(decisionMakers: ["A"], stateCount: 3, moves: [[(from: 0, to: 1), (from: 0, to: 2)]])
    let uncertain = try UncertainConflict(graph, preferences: [.comparisons([], equal: [[1, 0]])])
    #expect(uncertain.improvements(of: 0, from: 0) == ([], [2]))
    let ring = ConflictError.cyclicPreference(decisionMaker: "A", [0])
    #expect(throws: ring) { try UncertainConflict(graph, preferences: [.comparisons([[0, 1]], equal: [[1, 0]])]) }
    #expect(throws: ConflictError.unknownState(decisionMaker: "A", 3, stateCount: 3)) {
      try UncertainConflict(graph, preferences: [.comparisons([], equal: [[1, 3]])])
    }
  }

  /// Elmira, with the local government's view of states 3 and 5 left open, as if only 7 > 3 > 1 > 8 > 6 > 4 > 2 > 9 and
  /// 7 > 5 > 1 were known: neither is a move from the other, so nothing changes.
  @Test func chainsLeaveOpenWhatTheyDoNotSay() throws {
    let graph = try PublishedConflict.elmiraGraph()
    let chains = [[7, 3, 1, 8, 6, 4, 2, 9], [7, 5, 1]].map { $0.map { $0 - 1 } }
    let uncertain = try UncertainConflict(
      graph,
      preferences: PublishedConflict.elmiraRankings.dropLast().map { .known($0) } + [.comparisons(chains)])
    let equilibria = try uncertain.stability(.bold).equilibria(.nash)
    #expect(equilibria.map { $0 + 1 } == [5, 8, 9])
  }

  @Test func refusesARing() throws {
    let graph = try PublishedConflict.elmiraGraph()
    let ring = ConflictError.cyclicPreference(decisionMaker: "Ministry", [1, 3, 2])
    let preferences = [PartialPreference.comparisons([[1, 3], [3, 2, 1], [1, 5]])]
    #expect(throws: ring) {
      try UncertainConflict(
        graph, preferences: preferences + PublishedConflict.elmiraRankings.dropFirst().map { .known($0) })
    }
    #expect(
      ring.description == "'Ministry' prefers each of the states 2, 4, 3 to the next and the last to the first; "
        + "take one of these comparisons back")
  }
}

@Suite struct StrengthOfPreferenceTests {
  @Test("counts nobody as strongly deterred where nothing is strong", arguments: UInt64(0)..<20)
  func nothingStrong(seed: UInt64) throws {
    let random = try RandomConflict.options(seed: seed)
    let one = random.worth.map { [Array($0.indices)] }
    let strength = try random.conflict.strengthStability(groups: one)
    for concept in StabilityConcept.allCases {
      for maker in random.worth.indices {
        let nash = strength.stability.stable(.nash, for: maker)
        #expect(strength.strong.stable(concept, for: maker) == nash)
        #expect(
          strength.weaklyStable(concept, for: maker)
            == strength.stability.stable(concept, for: maker).intersection(nash.complement))
      }
    }
  }

  @Test("counts as strong what the definition says", arguments: UInt64(0)..<40)
  func definition(seed: UInt64) throws {
    let random = try seed % 2 == 0 ? RandomConflict.graph(seed: seed) : RandomConflict.options(seed: seed)
    // Strong from a negative to a positive worth.
    let groups = random.worth.map { worth in
      [worth.indices.filter { worth[$0] > 0 }, worth.indices.filter { worth[$0] <= 0 }]
    }
    let strength = try random.conflict.strengthStability(groups: groups)
    let definition = StabilityByDefinition(moves: random.moves, worth: random.worth, reach: .legalSequences)
    for concept in StabilityConcept.allCases where concept != .nash {
      let isCredible = concept == .sequential || concept == .symmetricSequential
      let isFinal = concept == .symmetricMetarational || concept == .symmetricSequential
      for maker in random.worth.indices {
        let own = random.worth[maker]
        func isStronglyWorse(_ one: Int, _ than: Int) -> Bool { own[one] <= 0 && own[than] > 0 }
        let strong = own.indices.filter { state in
          random.moves[maker][state].filter { own[$0] > own[state] }.allSatisfy { improvement in
            definition.brought(from: improvement, byOpponentsOf: maker, improving: isCredible).contains { end in
              isStronglyWorse(end, state)
                && (!isFinal || random.moves[maker][end].allSatisfy { isStronglyWorse($0, state) })
            }
          }
        }
        #expect(Array(strength.strong.stable(concept, for: maker)) == strong)
        #expect(
          strength.strong.stable(concept, for: maker).isSubset(of: strength.stability.stable(concept, for: maker)))
      }
    }
  }

  @Test func refusesGroupsAgainstTheRanking() throws {
    let conflict = try PublishedConflict.dilemma().conflict
    let fault = ConflictError.strength(decisionMaker: "A", 0, 3)
    #expect(throws: fault) {
      try conflict.strengthStability(groups: [[[2], [0], [3, 1]], [[0, 1, 2, 3]]])
    }
    #expect(
      fault.description == "'A' is said to prefer state 1 strongly to state 4, and does not prefer it; "
        + "group the states along the ranking")
  }
}
