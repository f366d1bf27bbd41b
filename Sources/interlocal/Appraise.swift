import ArgumentParser
import Reporting
import Studies

struct Appraise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the forms of cooperation for a case: what each gains, costs and risks.",
    discussion: """
      Example: interlocal appraise Examples/beijing-tianjin-hebei
      """)

  @OptionGroup var source: CaseChoice

  @Option(help: "The language of the answer.")
  var lang = Language.english

  @Flag(help: "Print the appraisal as JSON.")
  var json = false

  func run() throws {
    let findings = try source.findingsAtBestEstimates()
    try say(json ? JSONText(findings.mechanisms).description : text(of: Answer.appraisal(findings, in: lang)))
  }
}
