/// Why each player pays what it does under one rule.
public struct ExplanationFinding: Codable, Sendable, Equatable {
  public var rule: String
  public var players: [PlayerExplanation]
  /// The coalitions that gain least by staying, the least first.
  public var closestCoalitions: [OfferFinding]
  /// The coalitions that forbid a nucleolus to do better by their members, in the order in which they settle; none
  /// under other rules.
  public var bindingCoalitions: [BindingFinding]
}

/// Why one player pays what it does.
public struct PlayerExplanation: Codable, Sendable, Equatable {
  public var player: String
  public var share: Double
  /// What it would pay, or get, alone.
  public var alone: Double
  /// What it adds as the last to join.
  public var addedLast: Double
  /// What it adds on average over all orders of joining.
  public var addedOnAverage: Double
  /// What it adds on average to nobody, to one other, and so on.
  public var addedByPosition: [Double]
  /// The coalition with it that gains least by staying; absent for a single player.
  public var bestAlternative: OfferFinding?
  /// What happens when it leaves; absent for a single player.
  public var ifItLeaves: DepartureFinding?
}

/// What a coalition pays, or gets, and what it would on its own.
public struct OfferFinding: Codable, Sendable, Equatable {
  public var members: [String]
  public var pays: Double
  public var alone: Double
  /// What it gains by staying; below zero when it would rather leave.
  public var gainsByStaying: Double
}

/// A coalition that binds a nucleolus.
public struct BindingFinding: Codable, Sendable, Equatable {
  /// Counted from one.
  public var stage: Int
  public var level: Double
  public var exactLevel: String
  public var members: [String]
  /// Its weight in the stage's proof, as a fraction.
  public var weight: String
  /// Whether it is a player held at what it has alone.
  public var isHeldAtOwnWorth: Bool
}

/// What happens when one player leaves and the rule divides among those who stay.
public struct DepartureFinding: Codable, Sendable, Equatable {
  /// What the leaver then pays, or gets, and by how much that is more.
  public var alone: Double
  public var change: Double
  /// What the others pay, or get, in all.
  public var othersBefore: Double
  public var othersAfter: Double
  /// What each of the others then pays, or gets; absent where the rule has no answer among them.
  public var others: [String: Double]?
  public var undefined: String?
}

/// Which properties one rule has on a game.
public struct RulePropertiesFinding: Codable, Sendable, Equatable {
  public var rule: String
  /// One a property that was asked; none where the rule has no answer.
  public var properties: [PropertyFinding]
}

/// Whether a rule has one property on a game.
public struct PropertyFinding: Codable, Sendable, Equatable {
  /// What was found.
  public enum Verdict: String, Codable, Sendable { case holds, fails, notApplicable }

  /// `efficiency`, `coreSelection`, …
  public var property: String
  public var verdict: Verdict
  /// Why it asks nothing here.
  public var reason: String?
  /// Who shows that it fails, and by how much it is missed.
  public var witnesses: [String]?
  public var amount: Double?
  /// What was changed in the game to show it: `jointWorth`, `improved`, `added` or `left`; absent where nothing was.
  public var change: String?
}

/// How the shares change with the joint cost, all else staying as it is.
public struct JointCostCurveFinding: Codable, Sendable, Equatable {
  /// The joint costs, rising; the first is the game's own.
  public var jointCosts: [Double]
  public var rules: [RuleCurveFinding]
}

/// Every player's share under one rule as the joint cost rises.
public struct RuleCurveFinding: Codable, Sendable, Equatable {
  public var rule: String
  /// One list a joint cost, one share a player; absent where the rule has no answer.
  public var shares: [[Double]?]
  /// Players whose share falls somewhere although the joint cost rises, and by how much at most.
  public var falls: [String: Double]
}
