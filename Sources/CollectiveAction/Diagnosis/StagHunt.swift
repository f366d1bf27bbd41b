/// Two players, two choices each, and the same payoffs for both: which choice is safer.
///
///     let hunt = StagHunt(bothFirst: 4, firstAlone: 0, secondAgainstFirst: 3, bothSecond: 2)
///     hunt.riskDominant             // second: 4 − 3 < 2 − 0
///     hunt.smallestBeliefInFirst    // 2/3
///
/// Source: Harsanyi & Selten (1988), A general theory of equilibrium selection in games.
public struct StagHunt: Sendable, Equatable {
  /// One of the two choices.
  public enum Choice: Sendable, Equatable { case first, second }

  /// a: what each gets when both choose the first.
  public let bothFirst: Double
  /// b: what one gets by the first while the other chooses the second.
  public let firstAlone: Double
  /// c: what one gets by the second while the other chooses the first.
  public let secondAgainstFirst: Double
  /// d: what each gets when both choose the second.
  public let bothSecond: Double

  public init(bothFirst: Double, firstAlone: Double, secondAgainstFirst: Double, bothSecond: Double) {
    self.bothFirst = bothFirst
    self.firstAlone = firstAlone
    self.secondAgainstFirst = secondAgainstFirst
    self.bothSecond = bothSecond
  }

  /// The choice that is best against a coin toss: the first when a − c > d − b; none in a tie.
  public var riskDominant: Choice? {
    let (first, second) = (bothFirst - secondAgainstFirst, bothSecond - firstAlone)
    return first > second ? .first : first < second ? .second : nil
  }

  /// The smallest probability of the other's choosing the first that makes the first best; none where the two
  /// choices are not both equilibria, or no belief matters.
  public var smallestBeliefInFirst: Double? {
    let (first, second) = (bothFirst - secondAgainstFirst, bothSecond - firstAlone)
    return first >= 0 && second >= 0 && first + second > 0 ? second / (first + second) : nil
  }
}
