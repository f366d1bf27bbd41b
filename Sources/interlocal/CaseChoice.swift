import ArgumentParser
import RegionalCases
import Reporting
import Studies

/// Which case, and which problem of it.
struct CaseChoice: ParsableArguments {
  @Argument(help: "A case folder.", completion: .directory, transform: path)
  var folder: String

  @Option(help: "The problem to study, when the case has several.")
  var problem: String?

  /// The study of the chosen problem, or a refusal that says what is wrong; warnings of the case go to standard error.
  func study(seed: UInt64? = nil, draws: Int? = nil) throws -> Study {
    try Self.study(of: folder, problem: problem, seed: seed, draws: draws)
  }

  /// The study of a problem of the case in `folder`, or a refusal; warnings of the case go to standard error.
  static func study(
    of folder: String, problem: String? = nil, seed: UInt64? = nil, draws: Int? = nil
  ) throws -> Study {
    let (regionalCase, warnings) = try readCase(folder)
    for warning in warnings { warn(warning) }
    return try refusing { () throws(StudyError) in
      try Study(regionalCase, folder: folder, problem: problem, seed: seed, draws: draws, warnings: warnings)
    }
  }

  /// The findings without random draws: all that a question about the best estimates needs.
  func findingsAtBestEstimates() throws -> Findings {
    let study = try study(draws: 0)
    return try refusing { () throws(StudyError) in try study.findings() }
  }
}

/// The value of `body`, its error turned into a refusal.
func refusing<Value, Fault: Error>(exitCode: Int32 = 1, _ body: () throws(Fault) -> Value) throws -> Value {
  do { return try body() } catch { throw Refusal(exitCode: exitCode, "\(error)") }
}

/// An answer for a terminal: its sentences, then its table.
func text(of answer: Answer) -> String {
  answer.sentences.joined(separator: "\n") + "\n\n" + TextTable(answer.table).description
}
