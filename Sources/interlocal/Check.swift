import ArgumentParser
import RegionalCases

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a case and point at everything that is wrong with it.",
    discussion: """
      Example: interlocal check Examples/skane-water

      Prints one line a fault or warning: file:line:column: what is wrong; what to do.
      Exit code 0 when the case has no faults (warnings allowed), 1 when it has, 2 when it cannot be read.
      """)

  @Argument(help: "A case folder.", completion: .directory, transform: path)
  var folder: String

  @Flag(help: "Print faults and warnings as JSON.")
  var json = false

  func run() throws {
    let report: CaseReport
    do { report = try RegionalCase.check(folder: folder) } catch {
      throw Refusal(exitCode: 2, "\(error)")
    }
    if json {
      try say(JSONText(CheckOutput(report)).description)
    } else if report.faults.isEmpty, report.warnings.isEmpty {
      try say("\(folder): no faults")
    } else {
      try say("\(report)")
      if report.faults.isEmpty { try say("\(folder): no faults, \(counted(report.warnings.count, "warning"))") }
    }
    if !report.faults.isEmpty { throw ExitCode(1) }
  }
}

/// The faults and warnings of a case as JSON tells them.
private struct CheckOutput: Encodable {
  struct Entry: Encodable {
    let severity, file, message, what, remedy: String
    let line, column: Int
  }

  let faults, warnings: [Entry]

  init(_ report: CaseReport) {
    func entry(_ fault: CaseFault) -> Entry {
      Entry(
        severity: fault.severity.rawValue, file: fault.place.file, message: "\(fault)", what: fault.what,
        remedy: fault.remedy, line: fault.place.line, column: fault.place.column)
    }
    faults = report.faults.map(entry)
    warnings = report.warnings.map(entry)
  }
}
