import ArgumentParser
import Reporting
import Studies

struct Diagnose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what kind of trap the parties of a case are in, and how deep.",
    discussion: """
      Example: interlocal diagnose Examples/beijing-tianjin-hebei
      """)

  @OptionGroup var source: CaseChoice

  @Option(help: "The language of the answer.")
  var lang = Language.english

  @Flag(help: "Print the diagnosis as JSON.")
  var json = false

  func run() throws {
    let findings = try source.findingsAtBestEstimates()
    try say(json ? JSONText(findings.diagnosis).description : text(of: Answer.diagnosis(findings, in: lang)))
  }
}
