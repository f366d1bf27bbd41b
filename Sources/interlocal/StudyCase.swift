import ArgumentParser
import Foundation
import Reporting
import Studies

struct StudyCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Study a case from end to end and write a report.",
    discussion: """
      Example: interlocal study Examples/skane-water --out report

      Writes report.html (open it in a browser, or print it), findings.json and tables/*.csv.
      Where the folder also holds negotiation.yaml, conflict.yaml or decision.yaml, the report tells what they come to.
      The same case and seed give the same bytes.
      """)

  @OptionGroup var source: CaseChoice

  // JSON readers hold whole numbers up to 2⁵³ exactly, and the findings tell the seed; a case's own has the same bound.
  @Option(
    parsing: .unconditional, help: "The seed of every random draw; the case's own, else 1, when absent.",
    transform: wholeNumber(0...9_007_199_254_740_992))
  var seed: UInt64?

  @Option(
    parsing: .unconditional, help: "How many draws of the uncertain figures; the case's own, else 1000, when absent.",
    transform: wholeNumber(0...10_000))
  var draws: Int?

  @Option(help: "The folder to write the report to.", completion: .directory, transform: path)
  var out: String?

  @Option(help: "The language of the report.")
  var lang = Language.english

  @Flag(help: "Print the findings as JSON to standard output.")
  var json = false

  func validate() throws {
    if out == nil, !json { throw ValidationError("say where the report goes with --out FOLDER, or ask for --json") }
  }

  func run() throws {
    if let out { try refuseUnwritable(out) }
    let study = try source.study(seed: seed, draws: draws, talks: source.talks())
    let findings = try findings(of: study)
    let report = try refusing { () throws(ReportingError) in try Report(findings: findings, language: lang) }
    if let out {
      try refusing(exitCode: 2) { () throws(ReportingError) in try ReportFiles(report).write(to: URL(filePath: out)) }
    }
    if json {
      try say(report.json)
    } else if let out {
      try say("\(out)/report.html")
    }
  }

  private func findings(of study: Study) throws -> Findings {
    let bar = ProgressBar()
    defer { bar.clear() }
    return try refusing { () throws(StudyError) in
      try study.findings { part, step in bar.show(part, words(for: step)) }
    }
  }

  private func words(for step: Study.Step) -> String {
    switch step {
    case .formulate: "stating the game"
    case .share: "dividing costs and gains"
    case .appraise: "comparing forms of cooperation"
    case .diagnose: "finding what kind of trap it is"
    case .negotiate: "trying out what they may agree"
    case .hinge: "asking what the answer hinges on"
    }
  }
}

extension Language: ExpressibleByArgument {}
