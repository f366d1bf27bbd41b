import CollectiveAction
import Foundation
import Mathematics
import Mechanisms
import RegionalCases
import Sharing
import Studies

/// Does one piece of work a number of times and prints what it took, with the answer, as JSON.
///
///     benchmark table superadd:13:7 table.f64      writes a table of 2¹³ worths (float64, little endian)
///     benchmark nucleolus superadd:13:7 5          divides and proves it, five times; so each of `tableWorks`
///     benchmark verify superadd:13:7 5             checks the proof of the nucleolus alone, five times
///     benchmark voting 255 29,29,27 5              both indices of voters with these votes
///     benchmark sampled 41 122 7 5                 the Shapley value of 41 players from 122 · 82 orders, seed 7
///     benchmark coverage 200 50,37,21              of 200 samples, in which part the intervals hold the true power
///     benchmark worths Examples/beijing-tianjin-hebei 5   all worths of the case's first problem, five times
///     benchmark spillover gamma 16 7 5             all worths of a spillover game of 16 players, seed 7, five times;
///                                                  also alpha, delta, and outcomes (everybody's cost, certified)
///     benchmark adoption push 3000 7 5             a standard among 3,000 players, seed 7: both extreme equilibria and
///                                                  both smallest pushes; also equilibria alone, and read (the weights,
///                                                  once)
///     benchmark adoption table 41 7 table.f64      writes its benefits, costs and weights
///     benchmark appraisals 13 10000 7 5            all mechanisms in that game under 10,000 draws of circumstances
///     benchmark figures 13 16 7 figures.json       what another program needs to do so, for 16 draws
///     benchmark negotiations stacked file.json 5   stacked offers of 1,000 rounds in what `compare/inputs.py` drew; also
///                                                  solutions, mediated, and points of points.f64,4
///     benchmark conflict file.json 5               five kinds of stability of the conflict it drew
///     benchmark moves 100000 1000000 7 5           the same of 100,000 states joined by a million moves of four, seed 7
///     benchmark decision exchange file.json 5      a round of exchanges in the decision it drew; also challenge
///     benchmark indices multilateral-contract 256 7 table.json   writes 256 samples of all circumstances, the net gain at
///                                                  each of their points, and the shares of variance; also ishigami
@main
struct Benchmark {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("table", 3):
      try game(words[1]).worths.withUnsafeBytes { Data($0) }.write(to: URL(filePath: words[2]))
    case (let name?, 3) where tableWorks[name] != nil:
      guard let work = tableWorks[name] else { return }
      let game = try game(words[1])
      try measure(words[2]) { try work(game) }
    case ("verify", 3):
      let game = try game(words[1])
      let solution = try nucleolus(of: game)
      try measure(words[2]) {
        guard verify(solution.certificate, for: game) == .certified else { throw Refusal("the proof was refused") }
        return solution.allocation.shares
      }
    case ("voting", 4):
      let weights = try words[2].split(separator: ",").map { try count(String($0)) }
      let body = try WeightedVotingGame(
        voters: weights.indices.map { "p\($0)" }, weights: weights, quota: count(words[1]))
      try measure(words[3]) {
        let power = try body.power()
        return power.shapleyShubik + power.banzhaf
      }
    case ("sampled", 5):
      let spillover = try SampledSpillover(players: count(words[1]), seed: UInt64(count(words[3])))
      try measure(words[4], quadratic: spillover.figures, exact: spillover.exactShares) {
        try spillover.shares(replicates: count(words[2]), seed: UInt64(count(words[3])))
      }
    case ("coverage", 3):
      let weights = try words[2].split(separator: ",").map { try count(String($0)) }
      try measure("1") {
        try coverage(
          weights: weights, quota: weights.reduce(0, +) / 2 + 1, replicates: 25, samples: count(words[1]))
      }
    case ("worths", 3): try workOutWorths(ofCaseIn: words[1], repeats: words[2])
    case ("spillover", 5):
      let game = try spilloverGame(players: count(words[2]), seed: UInt64(count(words[3])))
      try measure(words[4], spillover: game) {
        guard let convention = WorthConvention(rawValue: words[1]) else {
          let outcomes = try game.allOutcomes()
          return (0..<(UInt64(1) << UInt64(game.players.count))).map { outcomes.jointCost(of: Coalition(mask: $0)) }
        }
        return try game.coalitionGame(convention).worths
      }
    case ("adoption", 5):
      let game = try DenseStandard(players: count(words[2]), seed: UInt64(count(words[3])))
      switch words[1] {
      case "table": try game.figures.withUnsafeBytes { Data($0) }.write(to: URL(filePath: words[4]))
      case "read": try measure(words[4]) { [streamedSum(of: game.weights.elements)] }
      case "equilibria": try measure(words[4]) { game.equilibria }
      case "push": try measure(words[4]) { game.push }
      default: throw Refusal("of a standard, push, equilibria, read and table are told, not \(words[1])")
      }
    case ("appraisals", 5):
      let work = try AppraisalWork(players: count(words[1]), seed: UInt64(count(words[3])))
      try measure(words[4]) { try work.netGains(draws: count(words[2]), seed: UInt64(count(words[3]))) }
    case ("figures", 5):
      let work = try AppraisalWork(players: count(words[1]), seed: UInt64(count(words[3])))
      let figures = try work.figures(draws: count(words[2]), seed: UInt64(count(words[3])))
      try JSONEncoder().encode(figures).write(to: URL(filePath: words[4]))
    case ("negotiations", 4): try negotiate(words[1], file: words[2], repeats: words[3])
    case ("conflict", 3):
      let work = try ConflictWork(contentsOf: words[1])
      try measure(words[2]) { try work.stability() }
    case ("moves", 5):
      let work = try ConflictWork(states: count(words[1]), moves: count(words[2]), seed: UInt64(count(words[3])))
      try measure(words[4]) { try work.stability() }
    case ("decision", 4):
      let work = try DecisionWork(contentsOf: words[2], shares: words[1] == "challenge")
      switch words[1] {
      case "exchange": try measure(words[3]) { try work.exchangeRound() }
      case "challenge": try measure(words[3]) { try work.challenges() }
      default: throw Refusal("of a decision, exchange and challenge are told, not \(words[1])")
      }
    case ("indices", 5):
      let (samples, seed) = (try count(words[2]), UInt64(try count(words[3])))
      let table =
        words[1] == "ishigami"
        ? try IndexTable.ishigami(samples: samples, seed: seed)
        : try AppraisalWork(players: 13, seed: seed).indices(
          of: MechanismCatalogue.mechanism(words[1]), samples: samples, seed: seed)
      try JSONEncoder().encode(table).write(to: URL(filePath: words[4]))
    default: throw Refusal("what to do is told in Sources/benchmark/Benchmark.swift, not as \(words)")
    }
  }

  /// The game `family:players:seed`.
  private static func game(_ text: String) throws -> CoalitionGame {
    let parts = text.split(separator: ":").map(String.init)
    guard parts.count == 3, let family = GameFamily(rawValue: parts[0]), let players = Int(parts[1]),
      family.players.contains(players), let seed = UInt64(parts[2])
    else { throw Refusal("'\(text)' is no family:players:seed, or the family has no such size") }
    return CoalitionGame(
      players: (0..<players).map { "p\($0)" }, surpluses: family.worths(players: players, seed: seed))
  }

  private static func measure(
    _ repeats: String, quadratic: QuadraticFigures? = nil, exact: [Double]? = nil, spillover: SpilloverGame? = nil,
    _ work: () throws -> [Double]
  ) throws {
    forgetPeakMemory()
    let (numbers, times) = try Stopwatch.measure(repeats: count(repeats), work)
    try show(
      Answer(
        times: times, numbers: numbers, peak: peakMemory(), quadratic: quadratic, exact: exact,
        game: spillover.map(SpilloverFigures.init)))
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
    try show(Answer(times: times, numbers: game.worths, peak: peakMemory(), game: SpilloverFigures(spillover)))
  }

  private static func negotiate(_ work: String, file: String, repeats: String) throws {
    switch work {
    case "stacked":
      let work = try NegotiationWork(contentsOf: file)
      try measure(repeats) { try work.stackedOffers() }
    case "solutions":
      let work = try NegotiationWork(contentsOf: file)
      try measure(repeats) { try work.solutions() }
    case "mediated":
      let work = try NegotiationWork(contentsOf: file)
      try measure(repeats) { try work.mediated() }
    case "points":
      let parts = file.split(separator: ",").map(String.init)
      guard parts.count == 2 else { throw Refusal("'\(file)' is not a file, a comma and how many numbers a point has") }
      let work = try PointWork(contentsOf: parts[0], numbers: count(parts[1]))
      try measure(repeats) { try work.efficient() }
    default: throw Refusal("of negotiations, stacked, solutions, mediated and points are told, not \(work)")
    }
  }

  private static func count(_ text: String) throws -> Int {
    guard let count = Int(text), count > 0 else { throw Refusal("'\(text)' is no number from one up") }
    return count
  }

  private static func show(_ answer: Answer) throws {
    print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  }
}

private struct Answer: Encodable {
  let times: Stopwatch
  let numbers: [Double]
  /// Bytes.
  let peak: Int?
  var quadratic: QuadraticFigures?
  /// What `numbers` should be, where it is known otherwise.
  var exact: [Double]?
  var game: SpilloverFigures?
}

struct Refusal: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
