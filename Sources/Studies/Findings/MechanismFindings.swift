/// Which form of joint action fits, at what cost and risk.
public struct MechanismFindings: Codable, Sendable, Equatable {
  /// The forms compared, best first.
  public var ranking: [MechanismFinding]
  /// The id of the best, or nothing when none beats acting alone.
  public var recommended: String?
  public var reasons: [ReasonFinding]
  /// The ids no other form beats on net gain, risk, transaction cost and autonomy at once.
  public var paretoFront: [String]
  /// The forms that are not compared since they need a level above the members, and the case names none.
  public var withoutAuthority: [String] = []
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
  /// What the level above can be expected to pay in grants and rewards, which is part of ``netGain``; somebody bears it.
  public var paidFromAbove: Double = 0
  /// One a player, in the order of the game.
  public var netGainByPlayer: [Double]
  /// Payments between members, received if positive; one a player.
  public var transfers: [Double]
  /// Whether no member expects to be worse off than without any agreement.
  public var everyMemberGains: Bool
  /// The agreements of this form that would stand best side by side, no member in two of them; absent where more than one
  /// would bring no more than the one above.
  public var sideBySide: SideBySideFinding?
  /// Whether its members would stay and others come; told of the three forms ranked first.
  public var membership: MembershipFinding?
}

/// Several agreements of one form at once, each appraised as if everybody outside it acted alone.
public struct SideBySideFinding: Codable, Sendable, Equatable {
  /// The members of each.
  public var agreements: [[String]]
  /// What the region can expect of all together, and each player; one a player.
  public var netGain: Double
  public var netGainByPlayer: [Double]
  /// Whether it is proved that no other set of agreements brings its members more.
  public var isProved: Bool
}

/// Whether the members of an agreement would stay, and others come.
public struct MembershipFinding: Codable, Sendable, Equatable {
  /// The members that would gain by leaving, and how much a year.
  public var leavers: [NamedNumber]
  /// The outsiders that would gain by joining, if they were let in.
  public var joiners: [NamedNumber]
  /// Whether payments among the members could keep every one of them; absent where it is not known.
  public var couldKeepAll: Bool?
  /// The best agreement for the region that nobody would leave or join, were its doors open; absent where there is none,
  /// or where members are not asked.
  public var openMembers: [String]?
  public var openNetGain: Double?
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
