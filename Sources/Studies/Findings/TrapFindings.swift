/// What kind of trap the members are in, with the numbers it was decided by.
public struct VerdictFinding: Codable, Sendable, Equatable {
  /// `harmony`, `defection`, `assurance`, `division`, `partialProvision`, `antiCoordination` or `mixed`.
  public var trap: String
  /// The kinds that hold at once; one unless `trap` is mixed.
  public var parts: [String]
  /// Every number that was looked at, in the order in which it counts.
  public var grounds: [GroundFinding]
  /// Whether all equilibria are known; if not, another one may change the verdict.
  public var isComplete: Bool
  /// Who would gain from the best equilibrium, but not by moving first.
  public var waiting: [String]
}

/// A number, what it was held against, and whether it counts.
public struct GroundFinding: Codable, Sendable, Equatable {
  /// A code of `DiagnosticMeasure.Kind`.
  public var measure: String
  public var value: Double
  public var threshold: Double
  public var holds: Bool
}

/// One measure of the diagnosis: of the region, or one number a player.
public struct MeasureFinding: Codable, Sendable, Equatable {
  /// A code of `DiagnosticMeasure.Kind`.
  public var measure: String
  /// `money`, `share`, `ratio`, `count`, `discountFactor`, `elasticity` or `perDistance`.
  public var unit: String
  public var formula: String
  /// Whose formula it is: a citation, "by definition" or "own form".
  public var source: String
  /// Of the region; absent where the measure is the players', or has no value here.
  public var value: Double?
  /// One a player, absent where it has no value; absent altogether where the measure is the region's.
  public var players: [Double?]?
}

/// What can happen when each acts alone.
public struct EquilibriaFinding: Codable, Sendable, Equatable {
  /// The first of them, in the family's order, at most ``mostListed``; today's is always among them.
  public var listed: [EquilibriumFinding]
  /// How many were found in all.
  public var count: Int
  /// Whether it was shown that there are no others.
  public var isComplete: Bool

  public static let mostListed = 12
}

/// One equilibrium.
public struct EquilibriumFinding: Codable, Sendable, Equatable {
  /// One a player, in the family's unit.
  public var actions: [Double]
  /// One a player, before any transfer.
  public var costs: [Double]
  /// Whether it is the one the members come to from where they stand today.
  public var isToday: Bool
  /// Whether no other that was found costs all together less.
  public var isBest: Bool
  /// Whether another that was found is better for somebody and worse for nobody.
  public var isDominated: Bool
}

/// Who would take up a common standard, and what it takes to get there.
public struct StandardFinding: Codable, Sendable, Equatable {
  public var items: [StandardItemFinding]
  /// Row i, column j: how far apart two members govern, over all items; absent where the case gives no levels.
  public var scaleDifferences: [[Double]]?
}

/// One thing that could be made common.
public struct StandardItemFinding: Codable, Sendable, Equatable {
  public var id: String
  public var name: [String: String]
  public var weight: Double
  /// Who has it already.
  public var holders: [String]
  /// Who follows by itself, round after round, the holders first.
  public var rounds: [[String]]
  /// Who has it in the equilibrium with the most adopters.
  public var greatest: [String]
  /// Whom a cautious player's belief about the others brings to adopt (the global-game selection).
  public var laplacian: [String]
  /// The least belief in each other member at which adopting pays, one a player; 0 where it pays anyhow, absent where
  /// it never does.
  public var neededBeliefs: [Double?]
  /// The smallest push to the equilibrium with the most adopters; absent where none is needed.
  public var push: PushFinding?
}

/// The smallest push to the equilibrium with the most adopters.
public struct PushFinding: Codable, Sendable, Equatable {
  /// What each has to be paid so that the others follow by themselves; one a player, zero for most.
  public var subsidies: [Double]
  public var total: Double
  /// No smaller total does.
  public var least: Double
  /// The fewest members that, moving first, make the others follow.
  public var firstMovers: [String]
  /// No fewer do.
  public var fewestFirstMovers: Int
}

/// How the members' instruments work on one another.
public struct CompetitionFinding: Codable, Sendable, Equatable {
  /// `complements`: one doing more makes the others do more; `substitutes`: less; `mixed`; `independent`.
  public var nature: String
  /// Whether the equilibrium was shown to be the only one: `certified` or `uncertified`.
  public var uniqueness: String
  /// How far the optimum may be missed at most; zero where it is exact.
  public var optimumWithin: Double
}
