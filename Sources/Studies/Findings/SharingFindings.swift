/// Who pays what under every rule, and who would leave.
public struct SharingFindings: Codable, Sendable, Equatable {
  public var kind: String
  /// `table`, `gamma` or `alpha`: how the worth of a coalition was found.
  public var convention: String
  /// What each player would pay alone; one a player.
  public var standAlone: [Double]
  public var jointCost: Double
  public var rules: [RuleFinding]
  /// The rule this study puts first: the nucleolus, which is in the core if any division is; where none exists the
  /// prenucleolus, else the Shapley value.
  public var proposed: String?
  /// The lowest and highest share of every player over all core divisions; absent when the core is empty
  /// or was not computed.
  public var coreInterval: [[Double]]?
  public var certificate: CertificateFinding?
  /// Which properties each rule has on this game; absent where it was not computed.
  public var properties: [RulePropertiesFinding]? = nil
  /// How the shares under the proposed rule and the Shapley value change as the joint cost
  /// overruns, up to where nothing is gained by working together.
  public var jointCostCurve: JointCostCurveFinding? = nil
  /// Why each player pays what it does under the proposed rule.
  public var explanation: ExplanationFinding? = nil
  /// Largest difference between two rules for one player, and that player.
  public var widestDisagreement: Double?
  public var widestDisagreementPlayer: String?
}

/// Who pays what under one rule.
public struct RuleFinding: Codable, Sendable, Equatable {
  /// `shapley`, `nucleolus`, `scrb`, …
  public var rule: String
  /// What the proportional rule goes by.
  public var indicator: String?
  /// The indicator's name by language, where the case gives one.
  public var indicatorName: [String: String]?
  /// One a player; absent when the rule is undefined on this game.
  public var shares: [Double]?
  /// Why the rule has no answer here.
  public var undefined: String?
  /// How many coalitions would pay less on their own; all of them, though ``violations`` lists only some.
  public var violationCount: Int
  /// Coalitions that would pay less on their own, those with most to gain first, at most twenty.
  public var violations: [ViolationFinding]
}

/// A coalition that would leave.
public struct ViolationFinding: Codable, Sendable, Equatable {
  public var members: [String]
  /// What they pay under the rule, and what they would pay on their own.
  public var pays: Double
  public var alone: Double
  public var excess: Double
}

/// The proof of the nucleolus in short.
public struct CertificateFinding: Codable, Sendable, Equatable {
  public var isCertified: Bool
  /// The levels of saving at which coalitions bind, smallest first.
  public var levels: [Double]
  /// Exact shares as fractions, one a player.
  public var exactShares: [String]
  /// How far the data's noise leaves the certificate open; zero when it is exact.
  public var within: Double
}
