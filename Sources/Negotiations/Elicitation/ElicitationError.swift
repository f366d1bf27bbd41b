/// Why what a party says about its preferences cannot be taken as it is.
public enum ElicitationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Scores for more or fewer issues than there are.
  case issueCount(Int, wanted: Int)
  /// Scores for more or fewer options than the issue has.
  case optionCount(issue: String, Int, wanted: Int)
  /// Scores that are no numbers, or do not run from 0 for the worst option to 1 for the best.
  case scores(issue: String, lowest: Double, highest: Double)
  /// A slack or margin that is negative or not a number, or a slack smaller than the margin.
  case slack(margin: Double, slack: Double)
  /// An issue's number that is not on the agenda, counted from 0.
  case unknownIssue(Int, count: Int)
  /// A ranking that leaves out an issue or names one twice.
  case ranking([[Int]], count: Int)
  /// Points that are negative or not a number.
  case points(Double)
  /// A swing compared with itself.
  case sameIssue(Int)
  /// A list of options that is no package of the agenda.
  case package([Int])
  /// Weights for more or fewer issues than there are.
  case weightCount(Int, wanted: Int)
  /// A weight that is negative or not a number.
  case weight(issue: String, Double)
  /// Weights that do not add up to one.
  case weightSum(Double)
  /// An answer that no weights agree with together with the earlier ones named: all smallest such sets, each with the
  /// numbers of the answers in it. The set without any is the answer that contradicts itself.
  case contradiction(PreferenceAnswer, with: [[Int]])
  /// An answer's number that was never given, or was taken back.
  case unknownAnswer(Int)
  /// A pairwise matrix that is not square, or of fewer than 2 things.
  case matrixShape(rows: Int, columns: Int)
  /// A ratio that is not above zero, or not a number.
  case ratio(row: Int, column: Int, Double)
  /// A ratio that is not one over its mirror image.
  case notReciprocal(row: Int, column: Int, Double, mirror: Double)
  /// Weights that were not found: numbers too large or too small to be reckoned with.
  case unsolved

  public var description: String {
    switch self {
    case .issueCount(let count, let wanted):
      "there are scores for \(count) issues of \(wanted); give one list for each"
    case .optionCount(let issue, let count, let wanted):
      "'\(issue)' has \(count) scores; give one for each of its \(wanted) options"
    case .scores(let issue, let lowest, let highest):
      "the scores of '\(issue)' run from \(lowest) to \(highest); give the worst option 0 and the best 1, or all 0"
    case .slack(let margin, let slack):
      "the margin is \(margin) and the slack \(slack); give numbers from 0 to 1, the slack no smaller than the margin"
    case .unknownIssue(let issue, let count):
      "there is no issue \(issue); issues are numbered from 0 to \(count - 1)"
    case .ranking(let tiers, let count):
      "\(tiers) ranks not all \(count) issues, or one of them twice; name each number from 0 to \(count - 1) once"
    case .points(let points): "a swing of \(points) points; give 0 or more, where 100 is the swing compared with"
    case .sameIssue(let issue): "issue \(issue) is compared with itself; compare it with another"
    case .package(let options):
      "\(options) is no package; give the number of one option, counted from 0, for each issue"
    case .weightCount(let count, let wanted): "there are \(count) weights for \(wanted) issues; give one for each"
    case .weight(let issue, let value): "the weight of '\(issue)' is \(value); give a number from 0 to 1"
    case .weightSum(let sum): "the weights add up to \(sum); divide each by that, so that they add up to 1"
    case .contradiction(let answer, let sets):
      if sets.contains([]) {
        "no weights agree with '\(answer)'; answer again"
      } else {
        "no weights agree with '\(answer)' together with "
          + sets.map { "answer\($0.count == 1 ? "" : "s") \($0.map(String.init).joined(separator: ", "))" }
          .joined(separator: ", nor with ") + "; answer again, or take one of each back"
      }
    case .unknownAnswer(let number): "there is no answer \(number); use the number of one that stands"
    case .matrixShape(let rows, let columns):
      "the comparisons are a table of \(rows) rows and \(columns) columns; give as many rows as columns, 2 or more"
    case .ratio(let row, let column, let value):
      "row \(row + 1), column \(column + 1) holds \(value); give a number above 0"
    case .notReciprocal(let row, let column, let value, let mirror):
      "row \(row + 1), column \(column + 1) holds \(value) and its mirror image \(mirror); give 1/\(value) there"
    case .unsolved:
      "rounding hid which weights agree with the answers; take back an answer of very small or large numbers"
    }
  }
}
