/// Which form of joint action fits, at what cost and risk.
public struct MechanismFindings: Codable, Sendable, Equatable {
  /// The forms compared, best first.
  public var ranking: [MechanismFinding]
  /// The id of the best, or nothing when none beats acting alone.
  public var recommended: String?
  public var reasons: [ReasonFinding]
  /// The ids no other form beats on net gain, risk, transaction cost and autonomy at once.
  public var paretoFront: [String]
  public var conditions: [ConditionFinding]
  /// What single changes would do to the best form's net gain: a third-party monitor, and the like.
  public var levers: [LeverFinding]
}

/// What one form of cooperation would do.
public struct MechanismFinding: Codable, Sendable, Equatable {
  /// Such as `multilateral-contract`; a form the case adds has an id and a name of its own.
  public var id: String
  public var name: [String: String]?
  public var scope: String
  public var authority: String
  /// Whether the form comes about at all: a voluntary one does not when a member would lose by joining.
  public var isFormed: Bool
  /// Who joins; where the form does not come about, the coalition that came nearest.
  public var members: [String]
  /// What the region gains over everyone acting alone if the agreement holds, before the costs below.
  public var grossGain: Double
  /// Chances between 0 and 1 that the parties find together, agree on a division, and keep to it.
  public var coordination: Double
  public var division: Double
  public var defectionSafety: Double
  public var transactionCost: TransactionCostFinding
  public var autonomyCost: Double
  /// Expected gain of the region, costs and risks included; of a form that does not come about, what it
  /// would be if its members acted against their interest.
  public var netGain: Double
  /// One a player, in the order of the game.
  public var netGainByPlayer: [Double]
  /// Payments between members, received if positive; one a player.
  public var transfers: [Double]
  /// Whether no member expects to be worse off than without any agreement.
  public var everyMemberGains: Bool
}

/// What cooperating costs by kind, in the money of the case.
public struct TransactionCostFinding: Codable, Sendable, Equatable {
  public var search: Double
  public var bargaining: Double
  public var monitoring: Double
  public var enforcement: Double
  public var agency: Double
  public var total: Double
  /// How many links between members the costs were counted over.
  public var links: Double
}

/// Why a form is placed where it is: a code, the forms or parties it speaks of, and its figures.
public struct ReasonFinding: Codable, Sendable, Equatable {
  public var code: String
  public var subjects: [String]
  public var figures: [NamedNumber]
}

/// One behavioural number the appraisal used.
public struct ConditionFinding: Codable, Sendable, Equatable {
  public var name: String
  /// The mean where each member, or each pair of them, has its own.
  public var value: Double
  /// Whether the case gave it, or the catalogue's default stood in.
  public var isDefault: Bool
  public var status: String
  public var source: String?
}

/// What one change of the circumstances would do, all else as it is.
public struct LeverFinding: Codable, Sendable, Equatable {
  /// `thirdPartyMonitor`, `moreTrust`, `steadierOffices` or `bindingLaw`.
  public var name: String
  public var from: Double
  public var to: Double
  /// The recommended form with the lever pulled, and its net gain.
  public var recommended: String?
  public var netGain: Double
  public var netGainBefore: Double
}
