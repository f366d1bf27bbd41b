import CollectiveAction

/// What may be asked of a division, and can be looked up on one game.
public enum SharingProperty: String, Sendable, Codable, CaseIterable {
  /// The shares add up to the joint worth.
  case efficiency
  /// Nobody pays more than alone, or gets less. Source: Shapley (1953).
  case individualRationality
  /// No coalition pays more than on its own, or gets less, where some division spares all of them. Source: Gillies
  /// (1959).
  case coreSelection
  /// Everybody pays at least what it adds as the last to join, or gets at most that: nobody is subsidised by the
  /// others. Source: Young, Okada & Hashimoto (1982), who call it marginality.
  case noSubsidy
  /// Players who add the same to every coalition pay, or get, the same. Source: Shapley (1953).
  case equalTreatment
  /// A player who adds what it has alone to every coalition pays, or gets, just that. Source: Shapley (1953).
  case dummyPlayer
  /// When every coalition pays or gets something more for each of its members, each of them does. Source: von Neumann
  /// & Morgenstern (1944), strategic equivalence.
  case covariance
  /// Nobody's share falls when the joint worth rises. Source: Megiddo (1974).
  case jointWorthMonotonicity
  /// Nobody in a coalition is worse off when the coalition alone does better. Source: Young (1985).
  case coalitionalMonotonicity
  /// Nobody who stays is better off when another leaves. Source: Sprumont (1990), Games Econ. Behav. 2, 378–394.
  case populationMonotonicity
}

/// Why a property asks nothing of a rule on a game.
public enum NotApplicable: String, Sendable, Codable, CaseIterable {
  /// No division of the joint worth leaves everybody as well off as alone.
  case noImputation
  /// No division satisfies every coalition.
  case emptyCore
  /// There are too many players to tell whether some division satisfies every coalition.
  case coreUnknown
  /// What players add as the last to join comes to more than the joint cost, or less than the joint surplus.
  case separablePartsExceed
  /// No two players add the same to every coalition.
  case nobodyInterchangeable
  /// No player adds what it has alone to every coalition.
  case noDummyPlayer
  /// There is only one player.
  case onlyOnePlayer
  /// The rule has no answer in any of the games compared with.
  case undefinedElsewhere
}

/// Who shows that a property fails, and by how much.
public struct PropertyWitness: Sendable, Equatable {
  /// The player or players concerned: who pays too much or too little, who would leave, the two who are not treated
  /// equally.
  public let coalition: Coalition
  /// Their names, in the game's order.
  public let names: [String]
  /// By how much the property is missed, in the game's currency; above zero.
  public let amount: Double
  /// What was changed to show it; nil where the game was taken as it is.
  public let change: GameChange?
}

/// What was changed in a game to see whether a rule follows.
public enum GameChange: Sendable, Equatable {
  /// The joint worth rises by so much.
  case jointWorth(by: Double)
  /// A coalition other than that of all pays so much less, or gets so much more.
  case improved(coalition: Coalition, by: Double)
  /// Every coalition pays, or gets, so much more for each of these players: one amount a player.
  case added([Double])
  /// A player, by its index, leaves.
  case left(player: Int)
}

/// Whether a rule has a property on a game.
public enum PropertyVerdict: Sendable, Equatable {
  /// It has, on this game and the changes of it that were tried; of other games nothing is said.
  case holds
  /// It has not; of several who show it the one who misses most.
  case fails(PropertyWitness)
  /// The property asks nothing here.
  case notApplicable(NotApplicable)
}

/// One property of one rule.
public struct PropertyCell: Sendable, Equatable {
  public let property: SharingProperty
  public let verdict: PropertyVerdict
}

/// Which properties one rule has on a game.
public struct RuleProperties: Sendable, Equatable {
  public let rule: SharingRule
  /// What the rule gives, or why it has no answer; then there are no cells.
  public let outcome: Result<Allocation, SharingError>
  /// One a property, in the order asked for.
  public let cells: [PropertyCell]

  /// The verdict on `property`; nil when it was not asked for or the rule has no answer.
  public subscript(property: SharingProperty) -> PropertyVerdict? {
    cells.first { $0.property == property }?.verdict
  }
}
