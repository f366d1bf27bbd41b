/// What kind of trap the players are in, and how deep it is.
public struct DiagnosisFindings: Codable, Sendable, Equatable {
  /// What the members mind. Where they count gains, everything called a cost here is a gain with its sign turned.
  public enum Counting: String, Codable, Sendable, CaseIterable { case cost, gain }

  public var counts: Counting = .cost
  /// Total cost when each acts alone (the Nash equilibrium) and when all act as one (the social optimum).
  public var costAlone: Double
  public var costTogether: Double
  /// ``costAlone`` less ``costTogether``: what cooperation is worth at most.
  public var gap: Double
  /// ``costAlone`` over ``costTogether``; absent when the latter is not positive.
  public var priceOfAnarchy: Double?
  public var players: [PlayerDiagnosis]
  /// Players whose cost rises from acting alone to the optimum unless they are paid; absent for a family
  /// whose joint cost has no division until a rule is agreed.
  public var losersWithoutTransfers: [String]?
  /// Payments that bring everyone its part of the gain (Chander & Tulkens 1995), received if positive;
  /// one a player, zero in sum; absent where the family has none.
  public var transfers: [Double]?
  /// Whether no coalition has reason to leave some division of the joint cost.
  public var isCoreEmpty: Bool
  /// The smallest payment to every proper coalition that would keep all from leaving; negative when
  /// every one of them can be left some saving.
  public var leastCore: Double
  /// The largest coalition that no member wants to leave and no outsider wants to join, without and with
  /// transfers; the empty list when even a pair does not hold, absent where it was not computed.
  public var stableWithoutTransfers: [String]?
  public var stableWithTransfers: [String]?
  /// Whether the equilibrium was shown to be the only one.
  public var isEquilibriumUnique: Bool
  /// Row i, column j: the part of i's cost that hangs on what j does.
  public var dependence: [[Double]]
  /// The pairs that depend most on each other, largest first.
  public var pairs: [PairDependence]
  /// What flows from row to column in a spillover: deposition at the receptor; absent elsewhere.
  public var flows: [[Double]]?
  /// What ``flows`` are counted in, as the case writes it.
  public var flowUnit: String?
  /// The three risks in words of degree: which of them is the trap's main one.
  public var mainRisk: Risk
  public var familyNumbers: [NamedNumber]
  public var verdict: VerdictFinding? = nil
  /// Every measure with its formula, the region's and the players'.
  public var measures: [MeasureFinding] = []
  public var equilibria: EquilibriaFinding? = nil
  /// Of a common standard only.
  public var standard: StandardFinding? = nil
  /// Of a competition only.
  public var competition: CompetitionFinding? = nil
  /// Where the case tells of several agencies in a government, or of a level above.
  public var levels: LevelFinding? = nil

  /// The three risks of cooperation (Feiock 2013), or none that stands out.
  public enum Risk: String, Codable, Sendable, CaseIterable { case coordination, division, defection, none }
}

/// What one player does and bears alone and at the optimum.
public struct PlayerDiagnosis: Codable, Sendable, Equatable {
  public var player: String
  public var actionAlone: Double
  public var actionTogether: Double
  public var costAlone: Double
  /// Its cost at the optimum before any transfer.
  public var costTogether: Double
  /// What it would save by breaking away from the optimum while all others keep to it.
  public var freeRidingIncentive: Double
}

/// Two parties, how much they depend on one another and how unevenly (Casciaro & Piskorski 2005).
public struct PairDependence: Codable, Sendable, Equatable {
  public var first: String
  public var second: String
  public var mutual: Double
  public var imbalance: Double
}

/// A further number of the family, by a code that a catalogue puts into words.
public struct NamedNumber: Codable, Sendable, Equatable {
  public var name: String
  public var value: Double
}
