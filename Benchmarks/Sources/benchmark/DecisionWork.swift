import Foundation
import Negotiations

/// A collective decision whose issues all run from 0 to 100.
struct DecisionWork {
  private let setting: DecisionSetting

  private struct Drawn: Decodable {
    let capability: [Double]
    /// Null where a party has no stake in an issue.
    let position: [[Double?]]
    let salience: [[Double]]
  }

  /// Saliences are divided by their largest sum where they are to be `shares` of a party's attention and exceed it.
  init(contentsOf path: String, shares: Bool) throws {
    let drawn = try JSONDecoder().decode(Drawn.self, from: Data(contentsOf: URL(filePath: path)))
    let attention = shares ? max(1, drawn.salience.map { $0.reduce(0, +) }.max() ?? 1) : 1
    setting = try DecisionSetting(
      issues: (drawn.position.first ?? []).indices.map { .init("issue \($0)") },
      parties: drawn.capability.indices.map { actor in
        .init(
          "actor \(actor)", capability: drawn.capability[actor],
          stakes: zip(drawn.position[actor], drawn.salience[actor]).map { position, salience in
            position.map { .init($0, salience: salience / attention) }
          })
      })
  }

  /// On how many pairs of parties and of issues the two are opposed, how many exchanges come about, what they gain in
  /// all, and the compromises in the end.
  func exchangeRound() throws -> [Double] {
    let round = try positionExchanges(in: setting)[0]
    return [
      Double(round.opposedPairs), Double(round.exchanges.count), round.exchanges.reduce(0) { $0 + $1.gain },
    ] + round.outcomes
  }

  /// How many turns of challenges there are, and where everybody stands in the end, as parts of a scale.
  func challenges() throws -> [Double] {
    let course = try challengeCourse(of: setting)
    return [Double(course.states.count - 1)] + (course.states.last?.positions.flatMap { $0 } ?? []).map { $0 / 100 }
  }
}
