import ArgumentParser
import Reporting
import Studies

struct Appraise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the forms of cooperation for a case: what each gains, costs and risks.",
    discussion: """
      Example: interlocal appraise Examples/beijing-tianjin-hebei
      Example: interlocal appraise Examples/beijing-tianjin-hebei --with monitor=0.6 --with matching=0.3
      Example: interlocal appraise Examples/beijing-tianjin-hebei --stages

      A lever is a circumstance (trust, patience, turnover, detectability, law, monitor, …) or a number of the rules \
      (fine, matching, evaluation, mediation, …) that somebody could change; 'interlocal mechanisms' lists them with \
      their ranges.
      """)

  @OptionGroup var source: CaseChoice

  @Option(help: ArgumentHelp("Pull a lever, and compare with things as they stand.", valueName: "lever=value"))
  var with: [String] = []

  @Flag(help: "Compare the stages of cooperation: initial, advanced, deepening.")
  var stages = false

  @Option(help: "The language of the answer.")
  var lang = Language.english

  @Flag(help: "Print the appraisal as JSON.")
  var json = false

  func validate() throws {
    guard with.isEmpty || !stages else { throw ValidationError("give --with or --stages, not both") }
  }

  func run() throws {
    if !with.isEmpty { return try runComparison() }
    if stages { return try runStages() }
    let findings = try source.findingsAtBestEstimates()
    try say(json ? JSONText(findings.mechanisms).description : text(of: Answer.appraisal(findings, in: lang)))
  }

  private func runComparison() throws {
    let levers = try with.map { text in try refusing { () throws(LeverError) in try LeverSetting(text) } }
    let study = try source.study(draws: 0)
    let comparison = try refusing { () throws(StudyError) in try study.comparison(with: levers) }
    guard !json else { return try say(JSONText(comparison).description) }
    let findings = try refusing { () throws(StudyError) in try study.findings() }
    try say(text(of: Answer.comparison(comparison, of: findings, in: lang)))
  }

  private func runStages() throws {
    let study = try source.study(draws: 0)
    let stages = try refusing { () throws(StudyError) in try study.stages() }
    guard !json else { return try say(JSONText(stages).description) }
    let findings = try refusing { () throws(StudyError) in try study.findings() }
    try say(text(of: Answer.stages(stages, of: findings, in: lang)))
  }
}
