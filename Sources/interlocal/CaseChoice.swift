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
  ///
  /// - Parameters:
  ///   - seed: of every random draw; the case's own when nil.
  ///   - draws: how many; the case's own when nil.
  ///   - talks: what lies beside the case about talks between its parties.
  func study(seed: UInt64? = nil, draws: Int? = nil, talks: CaseTalks = .none) throws -> Study {
    try Self.study(of: folder, problem: problem, seed: seed, draws: draws, talks: talks)
  }

  /// The talks beside the case, or a refusal with all that is wrong in their files.
  func talks() throws -> CaseTalks {
    do { return try CaseTalks(besideCaseIn: folder) } catch {
      throw error.unreadable.map { Refusal(exitCode: 2, "\($0)") } ?? Refusal(faults: "\(error)")
    }
  }

  /// The study of a problem of the case in `folder`, or a refusal; warnings of the case go to standard error.
  static func study(
    of folder: String, problem: String? = nil, seed: UInt64? = nil, draws: Int? = nil,
    talks: CaseTalks = .none
  ) throws -> Study {
    let (regionalCase, ownWarnings) = try readCase(folder)
    let warnings = ownWarnings + talks.warnings.map { "\($0)" }
    for warning in warnings { warn(warning) }
    return try refusing { () throws(StudyError) in
      try Study(
        regionalCase, folder: folder, problem: problem, seed: seed, draws: draws, talks: talks, warnings: warnings)
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
