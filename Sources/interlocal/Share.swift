import ArgumentParser
import Foundation
import RegionalCases
import Studies

struct Share: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Divide the joint cost, or surplus, of a cooperative game by any of the field's rules.",
    discussion: """
      Example: interlocal share game.json --method shapley,nucleolus

      FILE is JSON, {"players":["A","B"],"kind":"cost","worth":{"A":1,"B":2,"A,B":2.5}}, with a worth for every
      coalition, or CSV with the columns coalition,worth (members joined by +, or one-letter names side by side).
      For the proportional rule add "indicator":{"A":…,"B":…} to the JSON, or to the CSV a column weight that is
      empty but for single players.

      Prints JSON: one object a rule, player by player; a rule that has no answer here is {"undefined":"why"}.
      In a cost game a share is what the player pays. leastCore is the smallest amount by which every proper coalition
      must be subsidised to stay: positive when the core is empty, negative when each can be left a saving.
      Rules: \(GameShares.rules.joined(separator: ", ")).
      """)

  @Argument(help: "A game as JSON or CSV.", completion: .file(extensions: ["json", "csv"]), transform: path)
  var file: String

  @Option(help: "The rules, joined by commas, or all.")
  var method = "all"

  @Option(help: "What the worths of a CSV file are: cost or surplus.")
  var kind = GameFile.Kind.cost

  @Flag(inversion: .prefixedNo, help: "Print JSON; with --no-json a table for a terminal.")
  var json = true

  func validate() throws {
    if names.isEmpty {
      throw ValidationError("--method names no rule; use all, or any of \(GameShares.rules.joined(separator: ", "))")
    }
    for name in names where !GameShares.rules.contains(name) {
      throw ValidationError(
        "'\(name)' is not a rule; use all, or any of \(GameShares.rules.joined(separator: ", "))")
    }
  }

  private var names: [String] {
    let names = method.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    return names.contains("all") ? GameShares.rules + names.filter { $0 != "all" } : names
  }

  func run() throws {
    let game: GameFile
    do { game = try GameFile(contentsOf: file, kind: kind) } catch {
      throw error.unreadable.map { Refusal(exitCode: 2, "\($0)") } ?? Refusal(faults: "\(error)")
    }
    for warning in game.warnings { warn("\(warning)") }
    let shares = try refusing { () throws(StudyError) in try GameShares(of: game, rules: names) }
    try say(json ? JSONText(shares).description : table(shares))
  }

  private func table(_ shares: GameShares) -> String {
    var rows = [[""] + shares.players]
    var undefined: [String] = []
    for rule in shares.rules {
      switch rule.outcome {
      case .shares(let numbers): rows.append([rule.name] + numbers.map(rounded))
      case .undefined(let why): undefined.append("\(rule.name): \(why)")
      }
    }
    let table = rows.count > 1 ? [TextTable(rows).description] : []
    return (table + undefined).joined(separator: "\n")
  }

  private func rounded(_ number: Double) -> String {
    let scaled = (number * 1e4).rounded() / 1e4
    return scaled == scaled.rounded() && abs(scaled) < 1e15 ? "\(Int64(scaled))" : "\(scaled)"
  }
}

extension GameFile.Kind: ExpressibleByArgument {}
