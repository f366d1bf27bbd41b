/// What each respondent answered to each question of one scale, as numbers.
public struct ItemScores: Sendable, Equatable {
  /// The questions' names, in order.
  public let items: [String]
  /// One list for each respondent, with one finite number for each item.
  public let respondents: [[Double]]

  /// - Parameters:
  ///   - items: Two questions or more, each named once.
  ///   - respondents: Two or more, each with one finite number for each item and no answer left out.
  /// - Throws: ``EvidenceError`` naming the respondent and the item.
  public init(items: [String], respondents: [[Double]]) throws(EvidenceError) {
    guard items.count >= 2 else { throw .items(items.count) }
    var seen: Set<String> = []
    for item in items where !seen.insert(item).inserted { throw .repeatedItem(item) }
    guard respondents.count >= 2 else { throw .respondents(respondents.count) }
    for (row, answers) in respondents.enumerated() {
      guard answers.count == items.count else {
        throw .answerCount(respondent: row + 1, answers.count, wanted: items.count)
      }
      for (item, answer) in zip(items, answers) where !answer.isFinite {
        throw .answer(respondent: row + 1, item: item, answer)
      }
    }
    self.items = items
    self.respondents = respondents
  }

  /// The same respondents without one question.
  ///
  /// - Throws: ``EvidenceError/unknownItem(_:)``, or ``EvidenceError/items(_:)`` if fewer than two are left.
  public func without(_ item: String) throws(EvidenceError) -> ItemScores {
    guard let column = items.firstIndex(of: item) else { throw .unknownItem(item) }
    return try ItemScores(
      items: items.filter { $0 != item },
      respondents: respondents.map { answers in
        answers.enumerated().filter { $0.offset != column }.map(\.element)
      })
  }

  /// The covariance of every two items over the respondents, with divisor respondents − 1. O(respondents · items²).
  public var covariances: [[Double]] {
    let count = Double(respondents.count)
    let means = items.indices.map { item in respondents.reduce(0) { $0 + $1[item] } / count }
    var sums = [[Double]](repeating: [Double](repeating: 0, count: items.count), count: items.count)
    for answers in respondents {
      for row in items.indices {
        for column in items.indices {
          sums[row][column] += (answers[row] - means[row]) * (answers[column] - means[column])
        }
      }
    }
    return sums.map { $0.map { $0 / (count - 1) } }
  }
}
