import Foundation
import RegionalCases

/// A command's refusal: what it prints to standard error, and the exit code it leaves.
///
/// 1 says that the input has faults or has no answer, 2 that it could not be read or the answer not be written.
struct Refusal: Error, CustomStringConvertible {
  let exitCode: Int32
  let description: String

  /// One sentence that says what was refused and what to do.
  init(exitCode: Int32 = 1, _ sentence: String) {
    self.exitCode = exitCode
    description = "Error: \(sentence)"
  }

  /// The faults of an input, a line each, as `check` prints them, and after them what became of the question.
  init(faults: String, outcome: String? = nil) {
    exitCode = 1
    description = ([faults] + (outcome.map { [$0] } ?? [])).joined(separator: "\n")
  }
}

/// Reads the case in `folder`, or refuses with everything that is wrong with it.
func readCase(_ folder: String) throws -> (regionalCase: RegionalCase, warnings: [String]) {
  let report: CaseReport
  do { report = try RegionalCase.check(folder: folder) } catch { throw Refusal(exitCode: 2, "\(error)") }
  guard let regionalCase = report.case else {
    throw Refusal(
      faults: "\(report)", outcome: "\(folder): \(counted(report.faults.count, "fault")); nothing was computed")
  }
  return (regionalCase, report.warnings.map { "\($0)" })
}

/// A number with its noun, as in `1 fault`, `3 faults`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
