/// What the levels above and the agencies within governments have to do with the gap.
public struct LevelFinding: Codable, Sendable, Equatable {
  /// Of a spillover with agencies, or with a level above that can pay.
  public var parts: GapPartsFinding? = nil
  /// What each level above would do with each lever it has, in the order of the case.
  public var levers: [LevelLeverFinding] = []
  /// What the gap is to each level above, by what it minds.
  public var views: [LevelViewFinding] = []
}

/// How much of the gap lies between governments, inside them, and with the level above.
public struct GapPartsFinding: Codable, Sendable, Equatable {
  /// The level above, where the problem names one that can pay.
  public var authority: String?
  /// Parts of the gap that agencies leave: what the union of governments, of agencies, and an upper level that minds all
  /// alike would close, each the mean over the orders of the remedies. They add up to 1 where all three close it.
  public var horizontal: Double
  public var functional: Double
  public var vertical: Double
}

/// A lever of a level above that moves first and foresees what the members answer (Stackelberg).
public struct LevelLeverFinding: Codable, Sendable, Equatable {
  /// What it does with the lever.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// It pays a part of what each contributes.
    case subsidy
    /// It judges officials by what others bear as well.
    case evaluation
    /// It judges officials by their joint result as well, in a tournament.
    case jointResult
  }

  public var authority: String
  public var kind: Kind
  /// The highest setting there is.
  public var upTo: Double
  /// λ, what a unit paid costs it; or k in the cost k·w²/2 of an evaluation.
  public var unitCost: Double
  /// Its best setting when the members come to what they come to from today.
  public var best: LevelAnswerFinding
  /// The same when they come to the best, or the worst, for it of what they can come to; absent where no other equilibrium
  /// was found without the lever, at the best setting or at the highest.
  public var optimistic: LevelAnswerFinding?
  public var pessimistic: LevelAnswerFinding?
  /// What the highest setting would lead to, best or not.
  public var atHighest: LevelAnswerFinding
  /// No setting is better for it by more than this: 0 where it is exact; absent where that was not shown, and the setting
  /// is the best of a grid with a search around it.
  public var shortfall: Double?
}

/// What a setting of a lever leads to.
public struct LevelAnswerFinding: Codable, Sendable, Equatable {
  public var setting: Double
  /// One a member, in the family's unit.
  public var actions: [Double]
  /// By how much each member's cost changes, payments included; negative for one that gains.
  public var change: [Double]
  /// What is paid to the members.
  public var outlay: Double
  /// What the lever costs the level above.
  public var leaderCost: Double
  /// The part of the gap that this closes, its own cost taken off; absent where there is no gap.
  public var gapClosed: Double?
}

/// What a level above minds, Σ weight·cost of the members, when each acts alone and when all act as one.
public struct LevelViewFinding: Codable, Sendable, Equatable {
  public var authority: String
  /// One a member.
  public var weights: [Double]
  public var alone: Double
  public var together: Double
}
