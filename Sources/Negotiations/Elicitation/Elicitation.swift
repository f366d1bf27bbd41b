/// A conversation that finds out how much each issue weighs for a party, and says at once when answers do not go
/// together.
///
/// Weights are 0 or more and add up to one; the worth of a package is the weighted sum of its options' scores, so the
/// worst package is worth 0 and the best 1. Every answer cuts away the weights that disagree with it. What is left is
/// kept whole, and a conclusion is drawn only if it holds for all of it.
///
///     var talk = try Elicitation(scores)
///     try talk.record(.ranking([[1], [0], [2]]))                      // 1
///     try talk.record(.swing(issue: 0, points: 60, reference: 1))     // 2
///     try talk.comparison(of: [0, 1, 1], and: [1, 0, 1])              // .first, .second, .equal or .open
///
/// People mean their answers roughly. "Better" means by ``margin`` of the whole range or more, "as good" means within
/// ``slack``, and points are taken to within ``pointSlack``.
///
/// Sources: swing weights, von Winterfeldt & Edwards (1986), Decision analysis and behavioral research, chapter 8;
/// conclusions for all weights, Greco, Mousseau & Słowiński (2008), Eur. J. Oper. Res. 191, 416–436.
public struct Elicitation: Sendable {
  /// What all weights that are left say of two packages.
  public enum Comparison: String, Sendable, Codable, CaseIterable {
    /// The first is better for some weights and for none worse.
    case first
    /// The second is better for some weights and for none worse.
    case second
    /// As good as each other for all weights.
    case equal
    /// It hangs on the weights.
    case open
  }

  public let scores: OptionScores
  /// By how much a package or swing that is called better is better at least.
  public let margin: Double
  /// How far packages or swings that are called equal may differ.
  public let slack: Double
  /// How far the points of a swing may be off.
  public let pointSlack: Double
  /// The answers that stand, by number, in order; numbers count from 1 and are never reused.
  public private(set) var answers: [(number: Int, answer: PreferenceAnswer)] = []

  private var lastNumber = 0
  private(set) var polytope: WeightPolytope

  /// Worths that differ by less are called equal in conclusions: what linear programs leave of nothing.
  static let tolerance = 1e-7

  /// - Parameters:
  ///   - scores: How good the options of each issue are.
  ///   - margin: By how much what is called better is better at least.
  ///   - slack: How far what is called equal may differ, no less than the margin, so that any two packages are either.
  ///   - pointSlack: How many points of a hundred the answer to a swing may be off.
  /// - Throws: ``ElicitationError/slack(margin:slack:)`` or ``ElicitationError/points(_:)``.
  public init(
    _ scores: OptionScores, margin: Double = 0.001, slack: Double = 0.02, pointSlack: Double = 10
  ) throws(ElicitationError) {
    guard margin >= 0, slack >= margin, slack <= 1 else { throw .slack(margin: margin, slack: slack) }
    guard pointSlack >= 0, pointSlack.isFinite else { throw .points(pointSlack) }
    self.scores = scores
    self.margin = margin
    self.slack = slack
    self.pointSlack = pointSlack
    polytope = WeightPolytope(issues: scores.agenda.issues.count)
  }

  private var issues: Int { scores.agenda.issues.count }

  // MARK: Answers

  /// Takes an answer, unless it contradicts earlier ones.
  ///
  /// - Parameter answer: What the party said.
  /// - Returns: The answer's number.
  /// - Throws: ``ElicitationError/contradiction(_:with:)`` naming all smallest sets of earlier answers that it cannot
  ///   stand beside: then nothing has changed. ``ElicitationError`` naming the issue, package or number where the
  ///   answer fits no agenda.
  /// - Complexity: one linear program; on a contradiction, some for each set looked at, whose number grows steeply with
  ///   the size of the smallest: of 25 answers on ten issues, milliseconds for three answers and up to seconds for
  ///   eight.
  @discardableResult
  public mutating func record(_ answer: PreferenceAnswer) throws(ElicitationError) -> Int {
    let own = try rows(of: answer)
    var narrowed = polytope
    narrowed.add(own)
    if try narrowed.isEmpty() {
      let earlier = try answers.map { known throws(ElicitationError) in try rows(of: known.answer) }
      let sets = try SmallestContradictions(
        isAgreeing: { places throws(ElicitationError) in
          try !WeightPolytope(issues: own[0].coefficients.count, rows: places.flatMap { earlier[$0] } + own).isEmpty()
        }, count: earlier.count
      ).sets()
      throw .contradiction(answer, with: sets.map { $0.map { answers[$0].number } })
    }
    polytope = narrowed
    lastNumber += 1
    answers.append((lastNumber, answer))
    return lastNumber
  }

  /// Takes an earlier answer back.
  ///
  /// - Parameter number: The answer's number.
  /// - Throws: ``ElicitationError/unknownAnswer(_:)``.
  public mutating func withdraw(_ number: Int) throws(ElicitationError) {
    guard let place = answers.firstIndex(where: { $0.number == number }) else { throw .unknownAnswer(number) }
    answers.remove(at: place)
    var rest = WeightPolytope(issues: issues)
    for known in answers { rest.add(try rows(of: known.answer)) }
    polytope = rest
  }

  /// What an answer says of the weights.
  private func rows(of answer: PreferenceAnswer) throws(ElicitationError) -> [WeightPolytope.Row] {
    switch answer {
    case .ranking(let tiers):
      guard tiers.flatMap(\.self).sorted() == Array(0..<issues), !tiers.contains([]) else {
        throw .ranking(tiers, count: issues)
      }
      var rows: [WeightPolytope.Row] = []
      for (place, tier) in tiers.enumerated() {
        for (number, first) in tier.enumerated() {
          for second in tier.dropFirst(number + 1) { rows += equal(swings(first, second, 1), slack: slack) }
          if place + 1 < tiers.count {
            for second in tiers[place + 1] { rows.append(.init(coefficients: swings(first, second, 1), bound: margin)) }
          }
        }
      }
      // A ranking of one issue says what is known.
      return rows.isEmpty ? [.init(coefficients: [Double](repeating: 0, count: issues), bound: 0)] : rows
    case .swing(let issue, let points, let reference):
      for named in [issue, reference] where !(0..<issues).contains(named) {
        throw .unknownIssue(named, count: issues)
      }
      guard issue != reference else { throw .sameIssue(issue) }
      guard points >= 0, points.isFinite else { throw .points(points) }
      return [
        .init(coefficients: swings(issue, reference, max(0, points - pointSlack) / 100), bound: 0),
        .init(coefficients: swings(issue, reference, (points + pointSlack) / 100).map { -$0 }, bound: 0),
      ]
    case .prefers(let first, let second):
      try scores.check(first)
      try scores.check(second)
      return [.init(coefficients: scores.difference(first, second), bound: margin)]
    case .equal(let first, let second):
      try scores.check(first)
      try scores.check(second)
      return equal(scores.difference(first, second), slack: slack)
    }
  }

  private func equal(_ difference: [Double], slack: Double) -> [WeightPolytope.Row] {
    [.init(coefficients: difference, bound: -slack), .init(coefficients: difference.map { -$0 }, bound: -slack)]
  }

  /// One issue's swing less `share` of another's; both divided by a share above one, so that none is too large.
  private func swings(_ first: Int, _ second: Int, _ share: Double) -> [Double] {
    var row = [Double](repeating: 0, count: issues)
    row[first] = share > 1 ? 1 / share : 1
    row[second] -= min(share, 1)
    return row
  }

  // MARK: Conclusions

  /// The smallest and largest weight that each issue may have.
  ///
  /// - Throws: ``ElicitationError/unsolved`` where rounding hid it.
  public func weightRanges() throws(ElicitationError) -> [ClosedRange<Double>] {
    var ranges: [ClosedRange<Double>] = []
    for issue in 0..<issues {
      guard let range = try polytope.range(of: (0..<issues).map { $0 == issue ? 1 : 0 }) else { throw .unsolved }
      ranges.append(min(max(range.lowerBound, 0), 1)...max(min(range.upperBound, 1), 0))
    }
    return ranges
  }

  /// Weights in the middle of those left: the centre of the largest ball among them.
  ///
  /// - Throws: ``ElicitationError/unsolved`` where rounding hid it.
  public func centralWeights() throws(ElicitationError) -> [Double] {
    guard let found = try polytope.centre() else { throw .unsolved }
    let weights = found.weights.map { max($0, 0) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// How much more the first package may be worth than the second, from the least to the most.
  ///
  /// - Parameters:
  ///   - first: One option of each issue.
  ///   - second: One option of each issue.
  /// - Throws: ``ElicitationError/package(_:)``, or ``ElicitationError/unsolved`` where rounding hid it.
  public func advantage(of first: [Int], over second: [Int]) throws(ElicitationError) -> ClosedRange<Double> {
    try scores.check(first)
    try scores.check(second)
    guard let range = try polytope.range(of: scores.difference(first, second)) else { throw .unsolved }
    return range
  }

  /// Which of two packages is better for all weights that agree with the answers.
  ///
  /// - Parameters:
  ///   - first: One option of each issue.
  ///   - second: One option of each issue.
  /// - Throws: As ``advantage(of:over:)``.
  /// - Complexity: two linear programs of as many rows as answers.
  public func comparison(of first: [Int], and second: [Int]) throws(ElicitationError) -> Comparison {
    let range = try advantage(of: first, over: second)
    let (isNeverWorse, isNeverBetter) = (range.lowerBound >= -Self.tolerance, range.upperBound <= Self.tolerance)
    return isNeverWorse && isNeverBetter ? .equal : isNeverWorse ? .first : isNeverBetter ? .second : .open
  }

  /// Whether these weights agree with every answer.
  ///
  /// - Parameter weights: One a issue.
  /// - Throws: ``ElicitationError/weightCount(_:wanted:)``, ``ElicitationError/weight(issue:_:)`` or
  ///   ``ElicitationError/weightSum(_:)`` when they are no weights.
  public func admits(_ weights: [Double]) throws(ElicitationError) -> Bool {
    _ = try scores.preferences(weights: weights, party: "party")
    return polytope.rows.allSatisfy { row in
      zip(row.coefficients, weights).reduce(0) { $0 + $1.0 * $1.1 } >= row.bound - Self.tolerance
    }
  }
}
