import Foundation
import Negotiations

/// A conflict told in options, each decision maker's own, all reversible and all states feasible.
struct ConflictWork {
  private let makers: [DecisionMaker]
  private let worths: [[Double]]

  private struct Drawn: Decodable {
    let options: [Int]
    let worths: [[Double]]
  }

  init(contentsOf path: String) throws {
    let drawn = try JSONDecoder().decode(Drawn.self, from: Data(contentsOf: URL(filePath: path)))
    makers = drawn.options.enumerated().map { maker, count in
      DecisionMaker("d\(maker)", options: (0..<count).map { ConflictOption("\(maker).\($0)") })
    }
    worths = drawn.worths
  }

  /// For each concept, for each decision maker and then for all, how many states are stable, and the sum of their numbers.
  func stability() throws -> [Double] {
    let conflict = try Conflict(ConflictGraph(OptionForm(makers)), preferences: worths.map { .payoffs($0) })
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
