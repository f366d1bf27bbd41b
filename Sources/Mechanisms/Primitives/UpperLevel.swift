/// What a higher level of government adds without ordering anybody: money for contributions, a reward for keeping, a
/// good mark for the officials who cooperate.
///
/// It acts on *gain, temptation and the loss of moving first*, each by a share of the contribution (``grant(detection:)``
/// and ``credit(detection:)``).
public struct UpperLevel: Sendable, Equatable, Codable {
  /// The share of contributions paid from above.
  public var matching: Double
  /// What cooperation adds to an official's evaluation, as a share of the contribution: it weighs in the official's
  /// choice and makes no money.
  public var evaluationWeight: Double
  /// What a member whose keeping is verified gets from above, as a multiple of its contribution.
  public var keepingReward: Double

  public init(matching: Double = 0, evaluationWeight: Double = 0, keepingReward: Double = 0) {
    self.matching = matching
    self.evaluationWeight = evaluationWeight
    self.keepingReward = keepingReward
  }

  /// The money from above a unit contributed: matching + q × reward, keeping being verified as often as a breach is seen.
  public func grant(detection: Double) -> Double { matching + detection * keepingReward }

  /// By how much a unit contributed makes keeping more attractive than breaking: the ``grant(detection:)``, which a
  /// breach forfeits, and the evaluation weight.
  public func credit(detection: Double) -> Double { grant(detection: detection) + evaluationWeight }

  /// Whether anything comes from above.
  public var isSilent: Bool { matching == 0 && evaluationWeight == 0 && keepingReward == 0 }
}
