/// The issues on one table; an outcome is one option of each.
///
/// An outcome is written as the options' indices, one an issue, or as one number, its code: the indices read as digits,
/// the first issue's the most significant. Codes run from 0 to one below ``outcomeCount``.
public struct Agenda: Hashable, Sendable {
  public let issues: [Issue]
  /// The number of outcomes; nil beyond `Int.max`.
  public let outcomeCount: Int?

  /// - Parameter issues: One or more, each named once.
  /// - Throws: ``NegotiationError/noIssues`` or ``NegotiationError/repeatedIssue(_:)``.
  public init(_ issues: [Issue]) throws(NegotiationError) {
    guard !issues.isEmpty else { throw .noIssues }
    var seen: Set<String> = []
    for issue in issues where !seen.insert(issue.name).inserted { throw .repeatedIssue(issue.name) }
    self.issues = issues
    var total: Int? = 1
    for issue in issues {
      total = total.flatMap { known in
        let (product, isOver) = known.multipliedReportingOverflow(by: issue.count)
        return isOver ? nil : product
      }
    }
    outcomeCount = total
  }

  /// The code of an outcome; there must be no more outcomes than `Int.max`.
  public func code(of options: [Int]) -> Int {
    precondition(outcomeCount != nil && options.count == issues.count, "an option of each issue")
    return zip(options, issues).reduce(0) { $0 * $1.1.count + $1.0 }
  }

  /// The options of the outcome with `code`, one an issue.
  public func options(at code: Int) -> [Int] {
    precondition(code >= 0 && outcomeCount.map { code < $0 } ?? false, "the code of an outcome")
    var rest = code
    var options = [Int](repeating: 0, count: issues.count)
    for index in issues.indices.reversed() {
      options[index] = rest % issues[index].count
      rest /= issues[index].count
    }
    return options
  }
}
