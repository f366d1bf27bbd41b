/// How good each option is on its own issue, from 0 for the worst to 1 for the best.
///
/// Scores compare options of one issue; how much the issues weigh against each other is for an ``Elicitation`` to find
/// out. A package is worth Σ weight × score.
public struct OptionScores: Hashable, Sendable {
  public let agenda: Agenda
  /// `scores[issue][option]`; all 0 for an issue whose options are as good as each other.
  public let scores: [[Double]]

  /// - Parameters:
  ///   - scores: One list for each issue, one number for each option; the worst 0 and the best 1, or all 0.
  ///   - agenda: What may be agreed.
  /// - Throws: ``ElicitationError/issueCount(_:wanted:)``, ``ElicitationError/optionCount(issue:_:wanted:)`` or
  ///   ``ElicitationError/scores(issue:lowest:highest:)``.
  public init(_ scores: [[Double]], on agenda: Agenda) throws(ElicitationError) {
    guard scores.count == agenda.issues.count else {
      throw .issueCount(scores.count, wanted: agenda.issues.count)
    }
    for (issue, own) in zip(agenda.issues, scores) {
      guard own.count == issue.count else {
        throw .optionCount(issue: issue.name, own.count, wanted: issue.count)
      }
      var (lowest, highest) = (Double.infinity, -Double.infinity)
      for score in own {
        guard score.isFinite else { throw .scores(issue: issue.name, lowest: score, highest: score) }
        lowest = min(lowest, score)
        highest = max(highest, score)
      }
      guard lowest == 0, highest == 1 || highest == 0 else {
        throw .scores(issue: issue.name, lowest: lowest, highest: highest)
      }
    }
    self.agenda = agenda
    self.scores = scores
  }

  /// Scores from points in any unit, larger is better: each issue's worst option becomes 0 and its best 1.
  ///
  /// - Parameters:
  ///   - points: One list for each issue, one finite number for each option.
  ///   - agenda: What may be agreed.
  /// - Throws: As ``init(_:on:)``; points that are not finite are refused as scores.
  public init(points: [[Double]], on agenda: Agenda) throws(ElicitationError) {
    for (issue, own) in zip(agenda.issues, points) {
      for point in own where !point.isFinite { throw .scores(issue: issue.name, lowest: point, highest: point) }
    }
    try self.init(
      points.map { own in
        let (lowest, highest) = (own.min() ?? 0, own.max() ?? 0)
        guard highest > lowest else { return own.map { $0 - lowest } }
        // Halves, where the difference of two large numbers is none.
        let part = (highest - lowest).isFinite ? 1 : 0.5
        return own.map { $0 == highest ? 1 : (part * $0 - part * lowest) / (part * highest - part * lowest) }
      }, on: agenda)
  }

  func check(_ package: [Int]) throws(ElicitationError) {
    guard package.count == scores.count, zip(package, scores).allSatisfy({ $0 >= 0 && $0 < $1.count }) else {
      throw .package(package)
    }
  }

  /// By how much the first package scores more, by issue.
  func difference(_ first: [Int], _ second: [Int]) -> [Double] {
    scores.indices.map { scores[$0][first[$0]] - scores[$0][second[$0]] }
  }

  /// Preferences of an additive kind: each option is worth its score times its issue's weight.
  ///
  /// - Parameters:
  ///   - weights: One a issue, 0 or more, adding up to 1 (to within 10⁻⁹).
  ///   - party: Whose preferences they are.
  ///   - reservation: The worth of no deal, where the worst package is worth 0 and the best 1.
  ///   - discount: What waiting one round leaves of a deal's gain over the reservation.
  /// - Returns: Preferences over the agenda.
  /// - Throws: ``ElicitationError/weightCount(_:wanted:)``, ``ElicitationError/weight(issue:_:)`` or
  ///   ``ElicitationError/weightSum(_:)``.
  public func preferences(
    weights: [Double], party: String, reservation: Double = 0, discount: Double = 1
  ) throws(ElicitationError) -> Preferences {
    guard weights.count == scores.count else { throw .weightCount(weights.count, wanted: scores.count) }
    for (issue, weight) in zip(agenda.issues, weights) where !(weight >= 0 && weight.isFinite) {
      throw .weight(issue: issue.name, weight)
    }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= 1e-9 else { throw .weightSum(sum) }
    return Preferences(
      party: party, worths: zip(weights, scores).map { weight, own in own.map { weight * $0 } },
      reservation: reservation, discount: discount)
  }
}
