/// What a group settles on if everybody gives way in proportion: the mean of positions, each weighed by capability and
/// salience.
public struct Compromise: Hashable, Sendable {
  /// The number of the issue.
  public let issue: Int
  /// The outcome, in the issue's unit.
  public let outcome: Double
  /// How far the outcome moves when a party moves by one, one number for each party, 0 for one without a stake; they
  /// add up to 1.
  public let influence: [Double]

  /// - Parameters:
  ///   - issue: The number of the issue.
  ///   - outcome: The outcome, in the issue's unit.
  ///   - influence: One number for each party, together 1.
  public init(issue: Int, outcome: Double, influence: [Double]) {
    self.issue = issue
    self.outcome = outcome
    self.influence = influence
  }
}

/// The compromise on every issue: with capability c, salience s and position x, Σ c s x ÷ Σ c s.
///
/// It is the Nash bargaining solution where a party's loss grows with the square of its distance from the outcome times
/// its salience, capability is bargaining power and no agreement is far worse than any outcome. A party's influence
/// share is c s ÷ Σ c s.
///
/// - Parameter setting: The issues and the parties.
/// - Returns: One compromise for each issue, in their order.
/// - Complexity: issues × parties.
///
/// Source: Van den Bos (1991), Dutch EC Policy Making; Achen (2006) in Thomson et al., The European Union Decides, ch.
/// 4.
public func compromises(of setting: DecisionSetting) -> [Compromise] {
  setting.issues.indices.map { number in
    let issue = setting.issues[number]
    let weights = setting.weights(on: number)
    let total = weights.reduce(0, +)
    let influence = weights.map { $0 / total }
    // The mean is taken in points of the scale so that a scale far from zero loses no digits.
    var points = 0.0
    for (party, share) in zip(setting.parties, influence) {
      if let stake = party.stakes[number] { points += share * issue.points(at: stake.position) }
    }
    return Compromise(issue: number, outcome: issue.position(at: points), influence: influence)
  }
}
