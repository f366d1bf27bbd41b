/// A number that a mechanism is made of.
public enum MechanismParameter: String, Hashable, Sendable, Codable, CaseIterable {
  /// The probability that the authority sees a breach.
  case authorityDetection
  /// The probability that a third party sees a breach.
  case thirdPartyDetection
  /// What a breach that is seen costs, as a multiple of the member's contribution.
  case fine
  /// Whether gains may be divided by payments: 0 or 1.
  case transfers
  /// The share of the members who must agree.
  case decisionThreshold
  /// What a member deposits and loses on a breach that is seen, as a multiple of its contribution.
  case exitBond
  /// Whether taking part is imposed: 0 or 1.
  case participationImposed
  /// How much the authority does not know of the members.
  case informationLoss
  /// How much of its own say a member gives up.
  case autonomyLoss
  /// What the form costs each year whatever it does, as a share of the contributions it governs.
  case fixedCost
  /// How strongly disagreement over the division stands in the way; 1 without any rule.
  case divisionFriction
  /// How many issues are settled together.
  case linkedIssues
  /// How much of the work of finding partners and carrying information is bought, 1 the whole.
  case lubricant
  /// How much mediation is bought, 1 the whole.
  case bumper
  /// How much watching and probity is bought, 1 the whole.
  case regulator
  /// The share of the contributions that is paid from above.
  case matching
  /// What cooperation adds to an official's evaluation, as a share of the contribution.
  case evaluationWeight
  /// What a member whose keeping is verified gets from above, as a multiple of its contribution.
  case keepingReward

  /// What the parameter may be.
  public var range: FigureRange {
    switch self {
    case .decisionThreshold, .informationLoss, .autonomyLoss, .lubricant, .bumper, .regulator, .evaluationWeight: .share
    case .authorityDetection, .thirdPartyDetection: .nearlyOne
    case .fine: FigureRange(low: 0, high: 10)
    case .exitBond, .keepingReward: FigureRange(low: 0, high: 5)
    case .matching: FigureRange(low: 0, high: 0.9)
    case .fixedCost: FigureRange(low: 0, high: 0.5)
    case .divisionFriction: FigureRange(low: 0, high: 3)
    case .transfers, .participationImposed: FigureRange(low: 0, high: 1, isWhole: true)
    case .linkedIssues: FigureRange(low: 1, high: 10)
    }
  }
}
