import ArgumentParser
import Negotiations
import RegionalCases
import Reporting
import Studies

struct SolveConflict: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict",
    abstract: "Find where a conflict comes to rest: which states each decision maker would leave, and which none.",
    discussion: """
      Example: interlocal conflict Literature/hipel-fang-kilgour-haight-1993/elmira.yaml

      FILE tells who can do what, what cannot be, and what each prefers; Documentation/conflict.schema.json says how.
      A state is an equilibrium when nobody would leave it: looking at its own next move only (Nash), or fearing what the \
      others may do next (GMR, SMR, SEQ, SSEQ).
      """)

  @Argument(help: "A conflict as YAML or JSON.", completion: .file(extensions: ["yaml", "json"]), transform: path)
  var file: String

  @Option(
    help: ArgumentHelp(
      "How far the others may move in answer; the file's own, else legalSequences.", valueName: "reach"))
  var sanctions: ConflictFile.SanctionReach?

  @OptionGroup var page: PageChoice

  @Option(help: "The language of the answer.")
  var lang = Language.english

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws {
    try page.check()
    let conflict: ConflictFile
    do { conflict = try ConflictFile(contentsOf: file) } catch { throw Refusal(faults: "\(error)") }
    for warning in conflict.warnings { warn("\(warning)") }
    let findings = try refusing { () throws(ConflictError) in try ConflictFindings(conflict, sanctions: sanctions) }
    let place = try page.write { () throws(ReportingError) in try Report(conflict: findings, language: lang) }
    try say(json ? JSONText(findings).description : place ?? text(of: Answer.conflict(findings, in: lang)))
  }
}

extension ConflictFile.SanctionReach: ExpressibleByArgument {}
