import ArgumentParser
import Negotiations
import RegionalCases
import Reporting
import Studies

struct Decide: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Forecast what a group will decide from positions, capability and how much each cares.",
    discussion: """
      Example: interlocal decide Literature/stokman-van-oosten-1994/toll.yaml

      FILE tells the issues with their scales and where each party stands; Documentation/decision.schema.json says how. \
      Answers by compromise, by majority, and after two and two have traded support (Stokman & Van Oosten 1994).
      """)

  @Argument(help: "A decision as YAML or JSON.", completion: .file(extensions: ["yaml", "json"]), transform: path)
  var file: String

  @Option(help: "The most rounds of trading support; the file's own, else 1.", transform: wholeNumber(1...1_000))
  var rounds: Int?

  @OptionGroup var page: PageChoice

  @Option(help: "The language of the answer.")
  var lang = Language.english

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws {
    try page.check()
    let decision: DecisionFile
    do { decision = try DecisionFile(contentsOf: file) } catch { throw Refusal(faults: "\(error)") }
    for warning in decision.warnings { warn("\(warning)") }
    let findings = try refusing { () throws(DecisionError) in try DecisionFindings(decision, rounds: rounds) }
    let place = try page.write { () throws(ReportingError) in try Report(decision: findings, language: lang) }
    try say(json ? JSONText(findings).description : place ?? text(of: Answer.decision(findings, in: lang)))
  }
}
