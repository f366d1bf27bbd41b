import CollectiveAction
import Foundation
import Mathematics
import RegionalCases
import Sharing
import Studies

/// Does one piece of work a number of times and prints what it took, with the answer, as JSON.
///
///     benchmark game superadd 13 7 table.f64       writes a table of 2¹³ worths (float64, little endian)
///     benchmark shapley table.f64 5                divides it, five times
///     benchmark nucleolus table.f64 5              divides it and proves the division, five times
///     benchmark worths Examples/beijing-tianjin-hebei 5   all worths of the case's first problem, five times
@main
struct Benchmark {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch words.first {
    case "game" where words.count == 5: try writeGame(words[1], players: words[2], seed: words[3], to: words[4])
    case "shapley" where words.count == 3:
      try divide(tableIn: words[1], repeats: words[2]) { shapleyValue(of: $0).shares }
    case "nucleolus" where words.count == 3:
      try divide(tableIn: words[1], repeats: words[2]) { game in
        let solution = try nucleolus(of: game)
        guard solution.verdict == .certified else { throw Refusal("the nucleolus was not certified") }
        return solution.allocation.shares
      }
    case "worths" where words.count == 3: try workOutWorths(ofCaseIn: words[1], repeats: words[2])
    default: throw Refusal("usage: benchmark game|shapley|nucleolus|worths …, see Sources/benchmark/Benchmark.swift")
    }
  }

  private static func writeGame(_ name: String, players: String, seed: String, to path: String) throws {
    guard let family = GameFamily(rawValue: name), let players = Int(players), (1...24).contains(players),
      let seed = UInt64(seed)
    else { throw Refusal("no family '\(name)' of \(players) players with seed \(seed)") }
    let worths = family.worths(players: players, seed: seed)
    try worths.withUnsafeBytes { Data($0) }.write(to: URL(filePath: path))
  }

  private static func divide(
    tableIn path: String, repeats: String, by rule: (CoalitionGame) throws -> [Double]
  ) throws {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let worths = bytes.withUnsafeBytes { raw in
      (0..<raw.count / 8).map { raw.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
    }
    let names = (0..<worths.count.trailingZeroBitCount).map { "p\($0)" }
    let game = CoalitionGame(players: names, surpluses: worths)
    let (shares, times) = try Stopwatch.measure(repeats: count(repeats)) { try rule(game) }
    try show(Answer(times: times, numbers: shares))
  }

  private static func workOutWorths(ofCaseIn folder: String, repeats: String) throws {
    let regionalCase = try RegionalCase(contentsOf: folder)
    let formulated = try FormulatedProblem(regionalCase.problems[0], of: regionalCase)
    let (game, times) = try Stopwatch.measure(repeats: count(repeats)) {
      try formulated.dilemma().coalitionGame(.gamma)
    }
    guard let spillover = try formulated.dilemma() as? SpilloverGame else {
      throw Refusal("the first problem of \(folder) is no spillover")
    }
    try show(Answer(times: times, numbers: game.worths, game: SpilloverFigures(spillover)))
  }

  private static func count(_ text: String) throws -> Int {
    guard let count = Int(text), count > 0 else { throw Refusal("'\(text)' is no number of repeats") }
    return count
  }

  private static func show(_ answer: Answer) throws {
    print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  }
}

private struct Answer: Encodable {
  let times: Stopwatch
  let numbers: [Double]
  var game: SpilloverFigures?
}

/// What another program needs to play the same spillover game.
private struct SpilloverFigures: Encodable {
  let baseline, limit, abatementCost, linearDamage, quadraticDamage, background: [Double]
  /// A row an emitter, a column a receptor.
  let transport: [[Double]]

  init(_ game: SpilloverGame) {
    baseline = game.baseline
    limit = game.limit
    abatementCost = game.abatementCost
    linearDamage = game.linearDamage
    quadraticDamage = game.quadraticDamage
    background = game.background
    transport = game.players.indices.map { row in game.players.indices.map { game.transport[row, $0] } }
  }
}

private struct Refusal: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
