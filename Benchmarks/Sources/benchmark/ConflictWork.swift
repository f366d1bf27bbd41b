import Foundation
import Mathematics
import Negotiations

/// A conflict, and in which of its states everybody stays.
struct ConflictWork {
  private let makers: [String]
  private let graph: @Sendable () throws -> ConflictGraph
  private let worths: [[Double]]

  private struct Drawn: Decodable {
    let options: [Int]
    let worths: [[Double]]
  }

  /// One told in options in a file, each decision maker's own, all reversible and all states feasible.
  init(contentsOf path: String) throws {
    let drawn = try JSONDecoder().decode(Drawn.self, from: Data(contentsOf: URL(filePath: path)))
    let makers = drawn.options.enumerated().map { maker, count in
      DecisionMaker("d\(maker)", options: (0..<count).map { ConflictOption("\(maker).\($0)") })
    }
    self.makers = makers.map(\.name)
    graph = { try ConflictGraph(OptionForm(makers)) }
    worths = drawn.worths
  }

  /// One told move by move: four decision makers, each of the moves by one of them between two states, all drawn; and how
  /// each ranks the states.
  init(states: Int, moves: Int, seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    var drawn: Set<ConflictMove> = []
    while drawn.count < moves {
      let move = ConflictMove(
        decisionMaker: Int.random(in: 0..<4, using: &chance), from: Int.random(in: 0..<states, using: &chance),
        to: Int.random(in: 0..<states, using: &chance))
      if move.from != move.to { drawn.insert(move) }
    }
    let listed = (0..<4).map { maker in
      drawn.filter { $0.decisionMaker == maker }.map { (from: $0.from, to: $0.to) }.sorted(by: <)
    }
    let names = (0..<4).map { "d\($0)" }
    makers = names
    graph = { try ConflictGraph(decisionMakers: names, stateCount: states, moves: listed) }
    worths = names.map { _ in (0..<states).map { _ in Double(Int.random(in: 0..<states, using: &chance)) } }
  }

  /// For each concept, for each decision maker and then for all, how many states are stable, and the sum of their numbers.
  func stability() throws -> [Double] {
    let conflict = try Conflict(graph(), preferences: worths.map { .payoffs($0) })
    let found = try conflict.stability()
    return StabilityConcept.allCases.flatMap { concept in
      (makers.indices.map { found.stable(concept, for: $0) } + [found.equilibria(concept)]).flatMap { states in
        var (count, sum) = (0, 0)
        for state in states {
          count += 1
          sum += state
        }
        return [Double(count), Double(sum)]
      }
    }
  }
}
