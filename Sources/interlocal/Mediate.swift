import ArgumentParser
import RegionalCases
import Reporting
import Studies

struct Mediate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Suggest packages as a mediator does who knows every side's preferences and tells none.",
    discussion: """
      Example: interlocal mediate Examples/xinan-river

      FILE is a negotiation, as for interlocal negotiate; give it to nobody at the table. The answer holds packages and \
      no worths, and may be shown to all. With a signed deal it suggests what is better for some and worse for nobody.
      """)

  @Argument(
    help: "A negotiation as YAML or JSON, or a folder.", completion: .file(extensions: ["yaml", "json"]),
    transform: path)
  var file: String

  @Option(
    help: ArgumentHelp(
      "The option of an issue in a deal that is signed; told again for every issue.", valueName: "issue=option"),
    transform: SignedOption.init)
  var signed: [SignedOption] = []

  @Option(help: "How many packages at most: 1, or 3 to 5.", transform: wholeNumber(1...5))
  var count = 4

  @Option(help: "The seed of all chance; 1 when absent.", transform: wholeNumber(0...9_007_199_254_740_992))
  var seed: UInt64?

  @Option(help: "The language of the answer.")
  var lang = Language.english

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func validate() throws {
    guard count != 2 else { throw ValidationError("--count is 1, or 3 to 5: of two, each would tell of the other") }
    var told: Set<String> = []
    for option in signed where !told.insert(option.issue).inserted {
      throw ValidationError("--signed is told twice for '\(option.issue)'; tell it once")
    }
  }

  func run() throws {
    let negotiation = try Negotiate.negotiation(at: file)
    let deal = Dictionary(uniqueKeysWithValues: signed.map { ($0.issue, $0.option) })
    let findings = try refusing { () throws(MediationFault) in
      try MediationFindings(negotiation, signed: deal.isEmpty ? nil : deal, count: count, seed: seed ?? 1)
    }
    try say(json ? JSONText(findings).description : text(of: Answer.mediation(findings, in: lang)))
  }
}

/// An option of one issue, told by an option of the command.
struct SignedOption: Sendable {
  let issue: String
  let option: String

  /// - Parameter argument: `issue=option`; the first equals sign parts them.
  init(_ argument: String) throws {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else {
      throw ValidationError("it is issue=option, as in term=5")
    }
    issue = String(argument[..<sign])
    option = String(argument[argument.index(after: sign)...])
  }
}
