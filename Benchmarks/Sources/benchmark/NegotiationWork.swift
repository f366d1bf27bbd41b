import Foundation
import Mathematics
import Negotiations

/// What `compare/inputs.py` draws, and the work on it that the programs in `compare` do as well.
struct NegotiationWork {
  let scenario: NegotiationScenario

  private struct Drawn: Decodable {
    let worths: [[[Double]]]
  }

  init(contentsOf path: String) throws {
    let drawn = try JSONDecoder().decode(Drawn.self, from: Data(contentsOf: URL(filePath: path)))
    let agenda = try Agenda(
      (drawn.worths.first ?? []).enumerated().map { index, options in
        try Issue("issue \(index)", .integers(0...(options.count - 1)))
      })
    scenario = try NegotiationScenario(
      agenda: agenda,
      parties: drawn.worths.enumerated().map { Preferences(party: "party \($0)", worths: $1) })
  }

  /// The turns and rounds that stacked offers of 1,000 rounds take when everybody holds out alike, and what the deal is
  /// worth to each; the table is laid out anew, as the parties are.
  func stackedOffers() throws -> [Double] {
    let table = try BargainingTable(scenario)
    let talks = try AlternatingOffers(
      deadline: 1000, strategies: scenario.parties.map { _ in .boulware }, clock: .withinTime)
    let run = try talks.run(on: table, chance: RandomStream(seed: 1))
    return [Double(run.turns), Double(run.rounds)] + (run.deal.map { table.worths(of: $0.outcome) } ?? [])
  }

  /// How many different efficient points there are, their sums party by party, and the worths in the Nash and in the
  /// Kalai–Smorodinsky point.
  func solutions() throws -> [Double] {
    let frontier = try ParetoFrontier(of: scenario, keepsTies: false)
    return [Double(frontier.count)] + sums(of: frontier)
      + (try chosen(.nash(), of: frontier)) + (try chosen(.kalaiSmorodinsky(), of: frontier))
  }

  /// The fairest package that a mediator suggests who was given everybody's preferences under seal, issue by issue.
  func mediated() throws -> [Double] {
    var mediator = try Mediator(
      between: scenario.parties.map { try SealedPreferences($0, on: scenario.agenda) })
    return try (mediator.suggestText() ?? []).map(Double.init)
  }

  private func chosen(_ rule: BargainingRule, of frontier: ParetoFrontier) throws -> [Double] {
    guard let point = try frontier.solution(rule)?.points.first else { return [] }
    return frontier.worths(at: point)
  }
}

private func sums(of frontier: ParetoFrontier) -> [Double] {
  let count = frontier.parties.count
  return (0..<count).map { party in
    stride(from: party, to: frontier.worths.count, by: count).reduce(0) { $0 + frontier.worths[$1] }
  }
}

/// Points in a file: float64, little endian, one row of numbers after the other.
struct PointWork {
  private let rows: [Double]
  private let numbers: Int

  init(contentsOf path: String, numbers: Int) throws {
    rows = try Data(contentsOf: URL(filePath: path)).withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map { place in
        Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self)))
      }
    }
    self.numbers = numbers
  }

  /// How many different efficient points there are, and their sums.
  func efficient() throws -> [Double] {
    let frontier = try ParetoFrontier(rows: rows, parties: numbers, keepsTies: false)
    return [Double(frontier.count)] + sums(of: frontier)
  }
}
