import ArgumentParser
import Foundation
import RegionalCases
import Studies

struct Share: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Divide the joint cost, or surplus, of a cooperative game by any of the field's rules.",
    discussion: """
      Example: interlocal share game.json --method shapley,nucleolus --explain

      FILE is JSON, {"players":["A","B"],"kind":"cost","worth":{"A":1,"B":2,"A,B":2.5}}, with a worth for every
      coalition, or "worths":[0,1,2,2.5] in the order none, A, B, A+B, C, …; or CSV with the columns coalition,worth
      (members joined by +, or one-letter names side by side). Rules that go by weights need "weights":{"A":…,"B":…},
      or in CSV a column weight that is empty but for single players; owen needs "unions":[["A","B"],["C"]], myerson
      "edges":[["A","B"],["B","C"]], downstreamIncremental "downstream":["A","B","C"].

      Without a file, numbers make a game:
      interlocal share --game airport --costs 8,11,13,18
      interlocal share --game voting --quota 51 --weights 50,49,1
      interlocal share --game bankruptcy --estate 200 --claims 100,200,300
      Up to \(StructuredGame.largestTable) players it is divided by every rule, beyond by those that its structure answers.

      Prints JSON: one object a rule, player by player; a rule that has no answer here is {"undefined":"why"}.
      In a cost game a share is what the player pays. leastCore is the smallest amount by which every proper coalition
      must be subsidised to stay: positive when the core is empty, negative when each can be left a saving.
      Rules: \(GameShares.rules.joined(separator: ", ")).
      A bankruptcy has besides: \(StructuredGame.ownRules(of: .bankruptcy).joined(separator: ", ")); a spanning tree:
      \(StructuredGame.ownRules(of: .spanningTree).joined(separator: ", ")).
      """)

  @OptionGroup var choice: GameChoice

  @Option(help: "The rules, joined by commas, or all.")
  var method = "all"

  @Flag(help: "Say why each player pays what it does, and which properties each rule has on this game.")
  var explain = false

  @Flag(inversion: .prefixedNo, help: "Print JSON; with --no-json a table for a terminal.")
  var json = true

  func validate() throws {
    let rules = self.rules.joined(separator: ", ")
    if names.isEmpty { throw ValidationError("--method names no rule; use all, or any of \(rules)") }
    for name in names where !self.rules.contains(name) {
      throw ValidationError("'\(name)' is not a rule; use all, or any of \(rules)")
    }
  }

  /// The rules of any game, and those that only games of the kind have that was named.
  private var rules: [String] { GameShares.rules + (choice.game.map(StructuredGame.ownRules) ?? []) }

  private var names: [String] {
    let names = method.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    return names.contains("all") ? rules + names.filter { $0 != "all" } : names
  }

  func run() throws {
    let shares: GameShares
    if let structured = try choice.structured() {
      if let seed = structured.seed {
        warn("an example: its numbers were drawn from the seed \(seed); tell your own to divide a game of yours")
      }
      shares = try refusing { () throws(StudyError) in
        try GameShares(of: structured, rules: names, explained: explain)
      }
    } else {
      let game = try readGame()
      for warning in game.warnings { warn("\(warning)") }
      shares = try refusing { () throws(StudyError) in try GameShares(of: game, rules: names, explained: explain) }
    }
    try say(json ? JSONText(shares).description : ShareText(shares).description)
  }

  private func readGame() throws -> GameFile {
    do { return try GameFile(contentsOf: choice.file ?? "", kind: choice.kind) } catch {
      throw error.unreadable.map { Refusal(exitCode: 2, "\($0)") } ?? Refusal(faults: "\(error)")
    }
  }
}

extension GameFile.Kind: ExpressibleByArgument {}
