import ArgumentParser
import Foundation
import Negotiations
import RegionalCases
import Reporting
import Studies

struct Negotiate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find which deals everyone can accept, which are fair, and where bargaining lands.",
    discussion: """
      Example: interlocal negotiate Examples/xinan-river
      Example: interlocal negotiate Examples/xinan-river --out page

      FILE tells the issues with their options and what each party thinks of them; Documentation/negotiation.schema.json \
      says how. A folder holds negotiation.yaml, or a domain with its profiles as GENIUS, GeniusWeb or NegMAS keep them.

      Several files are negotiations that may be joined: the answer tells which of them need each other, and who gives \
      what for what. Parties of one name are one party, and its points must mean the same in all files.

      That no deal is good enough for all is an answer, with what would open one.
      """)

  @Argument(
    help: ArgumentHelp("Negotiations as YAML or JSON, or folders.", valueName: "file"),
    completion: .file(extensions: ["yaml", "json"]), transform: path)
  var files: [String]

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(
      "Rules to bargain by; may be told again. All that fit the file when absent.", valueName: "rules"))
  var rules: [BargainingPlan.Rules] = []

  @Option(help: "How many rounds there are; the file's own, else 100.", transform: wholeNumber(1...1_000_000))
  var rounds: Int?

  @Option(
    help: ArgumentHelp(
      "How a party bargains: \(NegotiationFile.StrategyKind.allCases.map(\.rawValue).joined(separator: ", ")); "
        + "may be told again for others.", valueName: "party=strategy"), transform: PartyStrategy.init)
  var strategy: [PartyStrategy] = []

  @Option(
    help: """
      Repeat the first of the rules so often, with strategies by chance for those that --strategy leaves out, and with \
      reservations by chance where the file tells chances.
      """,
    transform: wholeNumber(1...100_000))
  var runs: Int?

  @Option(help: "The seed of all chance; 1 when absent.", transform: wholeNumber(0...9_007_199_254_740_992))
  var seed: UInt64?

  @OptionGroup var page: PageChoice

  @Option(help: "The language of the answer.")
  var lang = Language.english

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func validate() throws {
    var told: Set<String> = []
    for strategy in strategy where !told.insert(strategy.party).inserted {
      throw ValidationError("--strategy is told twice for '\(strategy.party)'; tell it once")
    }
    guard files.count > 1 else { return }
    let single: [(option: String, isTold: Bool)] = [
      ("protocol", !rules.isEmpty), ("rounds", rounds != nil), ("strategy", !strategy.isEmpty), ("runs", runs != nil),
      ("seed", seed != nil), ("out", page.out != nil),
    ]
    if let option = single.first(where: \.isTold)?.option {
      throw ValidationError("--\(option) is for one file; name one, or leave it out")
    }
  }

  func run() throws {
    try page.check()
    let read = try files.map(Self.negotiation)
    if read.count > 1 {
      let named = zip(names, read).map { (name: $0, file: $1) }
      let findings = try refusing { () throws(NegotiationError) in try LinkageFindings(named) }
      return try say(json ? JSONText(findings).description : text(of: Answer.linkage(findings, in: lang)))
    }
    let plan = BargainingPlan(
      rules: rules.isEmpty ? nil : rules, rounds: rounds,
      strategies: Dictionary(uniqueKeysWithValues: strategy.map { ($0.party, $0.kind) }), runs: runs, seed: seed ?? 1)
    let findings = try refusing { () throws(NegotiationError) in try NegotiationFindings(read[0], plan: plan) }
    let place = try page.write { () throws(ReportingError) in try Report(negotiation: findings, language: lang) }
    try say(json ? JSONText(findings).description : place ?? text(of: Answer.negotiation(findings, in: lang)))
  }

  /// The negotiation in a file or folder, or a refusal; its warnings go to standard error.
  static func negotiation(at path: String) throws -> NegotiationFile {
    let file: NegotiationFile
    do { file = try NegotiationFile(contentsOf: path) } catch {
      throw error.unreadable.map { Refusal(exitCode: 2, "\($0)") } ?? Refusal(faults: "\(error)")
    }
    for warning in file.warnings { warn("\(warning)") }
    return file
  }

  /// What the files are called: by their own names where these differ, else by their paths.
  private var names: [String] {
    let short = files.map { path in
      let url = URL(filePath: path).standardizedFileURL
      let name = url.deletingPathExtension().lastPathComponent
      return name == "negotiation" ? url.deletingLastPathComponent().lastPathComponent : name
    }
    return Set(short).count == short.count ? short : files
  }
}

/// How one party bargains, told by an option.
struct PartyStrategy: Sendable {
  let party: String
  let kind: NegotiationFile.StrategyKind

  /// - Parameter argument: `party=strategy`; the last equals sign parts them, since a name may hold one.
  init(_ argument: String) throws {
    let kinds = NegotiationFile.StrategyKind.allCases.map(\.rawValue).joined(separator: ", ")
    guard let sign = argument.lastIndex(of: "="), sign > argument.startIndex else {
      throw ValidationError("it is party=strategy, as in upstream=boulware")
    }
    let word = String(argument[argument.index(after: sign)...])
    guard let kind = NegotiationFile.StrategyKind(rawValue: word) else {
      throw ValidationError("'\(word)' is not a strategy; use one of \(kinds)")
    }
    party = String(argument[..<sign])
    self.kind = kind
  }
}

extension BargainingPlan.Rules: ExpressibleByArgument {}
