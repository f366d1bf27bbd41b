/// How many members an agreement binds.
public enum Scope: String, Sendable, Codable, CaseIterable {
  /// Two members, one issue.
  case bilateral
  /// Three or more members, as many as gain by it.
  case multilateral
  /// All players, several issues at once.
  case collective
}

/// Where the force of an agreement comes from, from the weakest hold on members to the strongest.
public enum Authority: String, Sendable, Codable, CaseIterable, Comparable {
  /// Acquaintance, reputation and mutual obligation.
  case embeddedness
  /// A contract between equals.
  case contract
  /// A body to which the members give power.
  case delegated
  /// A higher level of government.
  case imposed

  /// 0 for embeddedness to 3 for imposed.
  public var level: Int {
    switch self {
    case .embeddedness: 0
    case .contract: 1
    case .delegated: 2
    case .imposed: 3
    }
  }

  public static func < (left: Authority, right: Authority) -> Bool { left.level < right.level }
}

/// Primitive 1, scope: which coalition may commit itself, and how many issues it settles together.
public struct ScopeRule: Sendable, Equatable, Codable {
  public var scope: Scope
  /// The number of issues settled together, at least 1. Each further one adds to the loss a breach brings
  /// (``stacking``) and to the cost of bargaining.
  public var linkedIssues: Double

  /// By how much each further linked issue raises what a member loses when cooperation ends.
  ///
  /// Own form and number: Bernheim & Whinston (1990), RAND J. Econ. 21, 1–26, show that contact in several
  /// markets helps to sustain cooperation only as far as the markets differ, so a small number.
  public static let stacking = 0.1

  public init(scope: Scope, linkedIssues: Double) {
    self.scope = scope
    self.linkedIssues = linkedIssues
  }

  /// What the loss of cooperation is multiplied by: 1 + ``stacking`` × (issues − 1).
  public var lossFactor: Double { 1 + Self.stacking * (linkedIssues - 1) }
}

/// Primitive 2, information: what brings a breach to light besides the members' own eyes.
///
/// Detection is 1 − (1 − q₀)^(1 + χ × common partners) × (1 − authority) × (1 − third party), the exponent
/// only where ``usesClosure``. Own form: independent looks at one breach; closure after Coleman (1988).
public struct Information: Sendable, Equatable, Codable {
  /// The probability that the authority of the agreement sees a breach within a year.
  public var authorityDetection: Double
  /// The probability that a third party the agreement names sees it.
  public var thirdPartyDetection: Double
  /// Whether partners in common carry news of a breach: in embedded relations.
  public var usesClosure: Bool
  /// Whether one body links the members, so that k links are enough, not k(k − 1)/2.
  public var hasHub: Bool

  public init(authorityDetection: Double, thirdPartyDetection: Double, usesClosure: Bool, hasHub: Bool) {
    self.authorityDetection = authorityDetection
    self.thirdPartyDetection = thirdPartyDetection
    self.usesClosure = usesClosure
    self.hasHub = hasHub
  }
}

/// Primitive 3, enforcement: what a detected breach costs the member that commits it.
public struct Enforcement: Sendable, Equatable, Codable {
  /// The fine, as a multiple of the member's contribution.
  public var fine: Double
  /// Whether the fine is worth only as much as the law behind it (the legal force of the circumstances); a
  /// higher authority does not depend on it.
  public var needsLegalForce: Bool

  public init(fine: Double, needsLegalForce: Bool) {
    self.fine = fine
    self.needsLegalForce = needsLegalForce
  }
}

/// Primitive 4, transfers: whether members may compensate one another.
public struct TransferRule: Sendable, Equatable, Codable {
  /// The part of the agreed compensation that can be paid: 0 none, 1 all of it.
  public var share: Double

  public init(share: Double) { self.share = share }
}

/// Primitive 5, decision rule: how many must agree, and how much members quarrel over the division.
public struct DecisionRule: Sendable, Equatable, Codable {
  /// The share of members whose agreement is needed: 1 is unanimity, 0 leaves it to a higher authority.
  public var threshold: Double
  /// How strongly disagreement between fair divisions stands in the way: 1 without any rule, 0 when
  /// somebody else decides.
  public var divisionFriction: Double

  public init(threshold: Double, divisionFriction: Double) {
    self.threshold = threshold
    self.divisionFriction = divisionFriction
  }
}

/// Primitive 6, participation and exit.
public struct Participation: Sendable, Equatable, Codable {
  /// Whether members are bound without being asked.
  public var isImposed: Bool
  /// What a member deposits and loses on a detected breach, as a multiple of its contribution. Being held
  /// already, it does not depend on legal force; the capital tied up costs 1 − patience a year.
  public var exitBond: Double

  public init(isImposed: Bool, exitBond: Double) {
    self.isImposed = isImposed
    self.exitBond = exitBond
  }
}

/// Primitive 7, the authority's knowledge of local circumstances.
public struct AuthorityKnowledge: Sendable, Equatable, Codable {
  /// The share of every gain that is lost because whoever decides knows less than the members do (Oates 1972).
  public var informationLoss: Double

  public init(informationLoss: Double) { self.informationLoss = informationLoss }
}

/// What a mechanism costs its members whatever it achieves.
public struct Burden: Sendable, Equatable, Codable {
  /// The share of its decision rights a member gives up, 0 to 1.
  public var autonomyLoss: Double
  /// The yearly cost of running it, as a share of the contributions it governs.
  public var fixedCost: Double

  public init(autonomyLoss: Double, fixedCost: Double) {
    self.autonomyLoss = autonomyLoss
    self.fixedCost = fixedCost
  }
}

/// Who does a piece of the work of cooperation.
public enum Provider: String, Sendable, Codable, CaseIterable { case government, market, society }

/// Who provides each part of a mechanism. Carried along for the reader; it changes no number.
public struct Providers: Sendable, Equatable, Codable {
  public var information: Provider
  public var mediation: Provider
  public var enforcement: Provider

  public init(information: Provider, mediation: Provider, enforcement: Provider) {
    self.information = information
    self.mediation = mediation
    self.enforcement = enforcement
  }
}
