import Negotiations
import Testing

@Suite struct ConflictExplanationTests {
  @Test("gives as reason just what makes a state stable", arguments: UInt64(0)..<40)
  func reasons(seed: UInt64) throws {
    let random = try seed % 2 == 0 ? RandomConflict.graph(seed: seed) : RandomConflict.options(seed: seed)
    let conflict = random.conflict
    for reach in SanctionReach.allCases {
      let stability = try conflict.stability(sanctions: reach)
      var wrong: [String] = []
      for concept in StabilityConcept.allCases {
        for maker in random.moves.indices {
          for state in 0..<conflict.graph.stateCount {
            let reason = try conflict.reason(of: maker, at: state, concept, sanctions: reach)
            let isRight =
              reason.isStable == stability.stable(concept, for: maker).contains(state)
              && reason.prospects.map(\.improvement.to) == conflict.improvements(of: maker, from: state)
              && reason.prospects.allSatisfy { Self.isLegal($0, concept, reach, random) }
            if !isRight { wrong.append("\(concept.abbreviation) of \(maker) at \(state), \(reach)") }
          }
        }
      }
      #expect(wrong == [])
    }
  }

  /// Whether the moves follow each other and are made by opponents as the convention has it.
  static func isLegal(
    _ prospect: StabilityReason.Prospect, _ concept: StabilityConcept, _ reach: SanctionReach, _ random: RandomConflict
  ) -> Bool {
    var at = prospect.improvement.to
    var movers: [Int] = []
    for move in prospect.sanction {
      guard move.from == at, random.moves[move.decisionMaker][at].contains(move.to),
        move.decisionMaker != prospect.improvement.decisionMaker
      else { return false }
      let worth = random.worth[move.decisionMaker]
      if concept == .sequential || concept == .symmetricSequential, worth[move.to] <= worth[move.from] { return false }
      movers.append(move.decisionMaker)
      at = move.to
    }
    let isOrderly =
      switch reach {
      case .singleOpponent: movers.count <= 1
      case .eachOpponentOnce: Set(movers).count == movers.count
      case .legalSequences: zip(movers, movers.dropFirst()).allSatisfy { $0 != $1 }
      }
    let maker = prospect.improvement.decisionMaker
    let own = random.worth[maker]
    if let retort = prospect.retort {
      guard retort.decisionMaker == maker, retort.from == at, random.moves[maker][at].contains(retort.to),
        own[retort.to] > own[at]
      else { return false }
      at = retort.to
    }
    return isOrderly
      && prospect.isDeterred == (!prospect.sanction.isEmpty && own[at] <= own[prospect.improvement.from])
  }

  /// Two towns on a river, worked by hand in the article on conflict graphs.
  @Test func aSuitNotBroughtKeepsThePlantRunning() throws {
    let river = try Conflict(
      ConflictGraph(
        OptionForm([
          DecisionMaker("upstream", options: [ConflictOption("build a plant")]),
          DecisionMaker("downstream", options: [ConflictOption("sue")]),
        ])), preferences: [.ranking([[0], [1], [3], [2]]), .ranking([[1], [2], [0], [3]])])
    let rest = try river.stability()
    #expect(rest.equilibria(.nash).isEmpty)
    #expect(Array(rest.equilibria(.generalMetarational)) == [0, 1])
    #expect(Array(rest.equilibria(.sequential)) == [0, 1])
    #expect(Array(rest.equilibria(.symmetricMetarational)) == [1])
    #expect(Array(rest.equilibria(.symmetricSequential)) == [1])
    let reason = try river.reason(of: 0, at: 1, .sequential)
    #expect(reason.prospects.map(\.improvement) == [ConflictMove(decisionMaker: 0, from: 1, to: 0)])
    #expect(reason.prospects.map(\.sanction) == [[ConflictMove(decisionMaker: 1, from: 0, to: 2)]])
    #expect(reason.isStable)
    let inverse = try river.inverseStability(of: 0, at: 1, .sequential)
    #expect(inverse.rankingCount == 16)
    #expect(inverse.conditions.map(\.sanctions) == [[[2]]])
  }

  /// In the prisoner's dilemma both keep silent, because a confession would be answered by one.
  @Test func tellsTheSentenceOfMoves() throws {
    let conflict = try PublishedConflict.dilemma().conflict
    let confession = ConflictMove(decisionMaker: 0, from: 3, to: 2)
    let reason = try conflict.reason(of: 0, at: 3, .sequential)
    #expect(reason.prospects.map(\.improvement) == [confession])
    #expect(reason.prospects.map(\.sanction) == [[ConflictMove(decisionMaker: 1, from: 2, to: 0)]])
    #expect(reason.prospects.map(\.isDeterred) == [true])
    #expect(reason.isStable)
    let nash = try conflict.reason(of: 0, at: 3, .nash)
    #expect(nash.prospects.map(\.improvement) == [confession])
    #expect(!nash.isStable)
    #expect(try conflict.reason(of: 0, at: 0, .nash).prospects.isEmpty)
  }

  /// State 1 of the Euphrates conflict: if Iraq attacks, Syria can release water, which is worse for Iraq than peace;
  /// but Iraq would then stop and have the water. Escalation is the worst it must expect then, and that is better than
  /// to stay.
  @Test func tellsThatAnAnswerUndoesASanction() throws {
    let conflict = try PublishedConflict.euphrates().conflict
    let attack = ConflictMove(decisionMaker: 1, from: 0, to: 3)
    let first = try conflict.reason(of: 1, at: 0, .generalMetarational)
    #expect(first.prospects.map(\.improvement) == [attack])
    #expect(first.prospects.map(\.sanction) == [[ConflictMove(decisionMaker: 0, from: 3, to: 4)]])
    #expect(first.isStable)
    let second = try conflict.reason(of: 1, at: 0, .symmetricMetarational)
    #expect(second.prospects.map(\.improvement) == [attack])
    #expect(second.prospects.map(\.sanction) == [[ConflictMove(decisionMaker: 0, from: 3, to: 5)]])
    #expect(!second.isStable)
  }

  /// By hand, from the moves of Elmira with states from 1: the ministry takes 1 to 2, the company 2 to 4, the local
  /// government 4 to 8; by improvements the conflict goes from 1 to 5 (local government), and from there nobody moves
  /// alone.
  @Test func followsTheStatusQuoOfElmira() throws {
    let conflict = try PublishedConflict.elmira().conflict
    let moves = conflict.statusQuo(from: 0)
    #expect((0..<9).map { moves.moveCount(to: $0) } == [0, 1, 1, 2, 1, 2, 2, 3, 1])
    #expect(moves.path(to: 7)?.count == 3)
    #expect(moves.path(to: 0) == [])
    let improvements = conflict.statusQuo(from: 0, byImprovements: true)
    #expect(improvements.states.map { $0 + 1 } == [1, 5])
    #expect(improvements.path(to: 4) == [ConflictMove(decisionMaker: 2, from: 0, to: 4)])
    #expect(improvements.path(to: 7) == nil)
    #expect(improvements.moveCount(to: 8) == nil)
  }

  @Test("finds from the status quo what walking step by step finds", arguments: UInt64(0)..<40)
  func statusQuo(seed: UInt64) throws {
    let random = try RandomConflict.graph(seed: seed)
    for byImprovements in [false, true] {
      let analysis = random.conflict.statusQuo(from: 0, byImprovements: byImprovements)
      var counts = [Int?](repeating: nil, count: random.conflict.graph.stateCount)
      counts[0] = 0
      var front: Set<[Int]> = [[0, -1]]
      // There are 36 pairs of a state and who moved last, so no shortest walk is longer.
      for length in 1...36 {
        var next: Set<[Int]> = []
        for place in front {
          for mover in random.moves.indices where mover != place[1] {
            let worth = random.worth[mover]
            for to in random.moves[mover][place[0]] where !byImprovements || worth[to] > worth[place[0]] {
              next.insert([to, mover])
              if counts[to] == nil { counts[to] = length }
            }
          }
        }
        front = next
      }
      #expect(counts.indices.map { analysis.moveCount(to: $0) } == counts)
    }
  }
}
