import Negotiations
import Testing

/// Forty-eight conflicts whose states were decided one by one, moves of the others followed sequence by sequence.
@Suite struct ConflictsOracleTests {
  private static let drawn: Result<DrawnConflicts, any Error> = Result { try OracleFile.read("conflicts") }
  private static let names: [(concept: StabilityConcept, name: String)] = [
    (.nash, "nash"), (.generalMetarational, "gmr"), (.symmetricMetarational, "smr"), (.sequential, "seq"),
    (.symmetricSequential, "sseq"),
  ]

  @Test("there are eight published conflicts and forty drawn ones") func isWhole() throws {
    let conflicts = try Self.drawn.get().conflicts
    #expect(conflicts.count == 48 && conflicts.count { $0.source == "drawn" } == 40)
    #expect(Self.names.count == StabilityConcept.allCases.count)
  }

  @Test("every state is as stable for everybody as found sequence by sequence", arguments: 0..<48)
  func stability(number: Int) throws {
    let known = try Self.drawn.get().conflicts[number]
    for graph in try known.graphs {
      let conflict = try Conflict(graph, preferences: known.preferences)
      for (reach, expected) in [
        (.legalSequences, known.any), (.eachOpponentOnce, known.once), (.singleOpponent, known.one),
      ] as [(SanctionReach, [String: [[Int]]])] {
        let found = try conflict.stability(sanctions: reach)
        for (concept, name) in Self.names {
          let stable = known.deciders.indices.map { found.stable(concept, for: $0).map { $0 + 1 } }
          #expect(stable == expected[name], "\(known.name), \(concept), \(reach), in options: \(graph.form != nil)")
        }
      }
    }
  }

  @Test("the program gmcr-py finds the same equilibria where each opponent moves once", arguments: 0..<48)
  func program(number: Int) throws {
    let known = try Self.drawn.get().conflicts[number]
    guard let theirs = known.gmcrPy else { return }
    let found = try Conflict(known.graph, preferences: known.preferences).stability(sanctions: .eachOpponentOnce)
    for (concept, name) in Self.names {
      guard let equilibria = theirs[name] else { continue }
      #expect(found.equilibria(concept).map { $0 + 1 } == equilibria, "\(known.name), \(concept)")
    }
  }

  @Test("rankings that make a state stable are as many as by trying all of them", arguments: [0, 1])
  func rankings(number: Int) throws {
    let drawn = try Self.drawn.get()
    let asked = drawn.inverse[number]
    let known = try #require(drawn.conflicts.first { $0.name == asked.conflict })
    let conflict = try Conflict(known.graph, preferences: known.preferences)
    for (concept, name) in Self.names {
      if asked.deciders.count == 1 {
        let inverse = try conflict.inverseStability(of: asked.deciders[0] - 1, at: asked.state - 1, concept)
        #expect(inverse.rankingCount == asked.stable[name], "\(known.name), \(concept)")
      } else {
        // What suits each of the two depends on how the other ranks, so all are tried here too.
        let rankings = Self.permutations(of: Array(1...known.worths[0].count))
        var count = 0
        for first in rankings {
          for second in rankings {
            let tried = try Conflict(known.graph, preferences: [.payoffs(first), .payoffs(second)])
            if try tried.stability().equilibria(concept).contains(asked.state - 1) { count += 1 }
          }
        }
        #expect(count == asked.stable[name], "\(known.name), \(concept)")
      }
    }
  }

  private static func permutations(of numbers: [Int]) -> [[Double]] {
    guard !numbers.isEmpty else { return [[]] }
    return numbers.flatMap { first in
      permutations(of: numbers.filter { $0 != first }).map { [Double(first)] + $0 }
    }
  }
}

private struct DrawnConflicts: Decodable {
  struct Inverse: Decodable {
    let conflict: String
    let deciders: [Int]
    let state: Int
    let stable: [String: Int]
  }

  let conflicts: [DrawnConflict]
  let inverse: [Inverse]
}

private struct DrawnConflict: Decodable {
  struct OneWay: Decodable {
    let option: Int
    let kept: String

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      option = try pair.decode(Int.self)
      kept = try pair.decode(String.self)
    }
  }

  let name, source: String
  let deciders: [String]
  let worths: [[Double]]
  let moves: [[[Int]]]
  let options: [Int]?
  let patterns: [String]?
  let oneWay: [OneWay]?
  let any, once, one: [String: [[Int]]]
  let gmcrPy: [String: [Int]]?

  var preferences: [StatePreference] { worths.map { .payoffs($0) } }

  /// Told by its moves.
  var graph: ConflictGraph {
    get throws {
      try ConflictGraph(
        decisionMakers: deciders, stateCount: worths[0].count,
        moves: moves.map { $0.map { (from: $0[0] - 1, to: $0[1] - 1) } })
    }
  }

  /// Told by its moves, and by its options where it has any.
  var graphs: [ConflictGraph] {
    get throws {
      guard let options, let patterns else { return [try graph] }
      var first = 0
      let makers = zip(deciders, options).map { name, count in
        defer { first += count }
        return DecisionMaker(
          name,
          options: (first..<first + count).map { option in
            let kept = oneWay?.first { $0.option == option }?.kept
            return ConflictOption(
              "option \(option)", kept == nil ? .reversible : kept == "Y" ? .bindsWhenTaken : .bindsWhenDropped)
          })
      }
      return [try graph, try ConflictGraph(OptionForm(makers, feasible: patterns))]
    }
  }
}
