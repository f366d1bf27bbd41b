/// A set of rules under which governments may act together: a transformation of the game they are in.
///
/// It is composed of seven primitives, of services that somebody provides and of what a higher level adds; the twelve
/// of ``MechanismCatalogue`` differ in nothing else. A mechanism of one's own is one of them with other numbers:
///
///     try MechanismCatalogue.mechanism("multilateral-contract")
///       .named("monitored-contract").with(.thirdPartyDetection, 0.4)
///
/// Every change is refused that would make rules which contradict one another (``Contradiction``); changes that only
/// make sense together are made together, by ``with(_:)``.
public struct Mechanism: Sendable, Equatable, Encodable, Identifiable {
  public let id: String
  public let authority: Authority
  public internal(set) var scopeRule: ScopeRule
  public internal(set) var information: Information
  public internal(set) var enforcement: Enforcement
  public internal(set) var transfers: TransferRule
  public internal(set) var decision: DecisionRule
  public internal(set) var participation: Participation
  public internal(set) var knowledge: AuthorityKnowledge
  public internal(set) var burden: Burden
  public internal(set) var providers: Providers
  public internal(set) var services = Services()
  public internal(set) var upperLevel = UpperLevel()

  public var scope: Scope { scopeRule.scope }

  /// The same rules under another name, which must not be empty.
  public func named(_ id: String) throws(MechanismError) -> Mechanism {
    guard !id.isEmpty else { throw .emptyName }
    return Mechanism(
      id: id, authority: authority, scopeRule: scopeRule, information: information, enforcement: enforcement,
      transfers: transfers, decision: decision, participation: participation, knowledge: knowledge,
      burden: burden, providers: providers, services: services, upperLevel: upperLevel)
  }

  /// The same mechanism with other providers.
  /// - Throws: ``MechanismError/contradiction(_:)`` when nobody would provide what the mechanism buys.
  public func provided(by providers: Providers) throws(MechanismError) -> Mechanism {
    try changed { $0.providers = providers }
  }

  /// The same mechanism binding these players, by name, while the rest are asked.
  /// - Throws: ``MechanismError/contradiction(_:)`` when everybody is bound already, or more are named than the scope
  ///   has room for.
  public func mandating(_ names: [String]) throws(MechanismError) -> Mechanism {
    try changed { $0.participation.mandated = names }
  }

  /// The same mechanism with fines by repetition in place of its fine.
  public func sanctioned(by schedule: SanctionSchedule) -> Mechanism {
    var changed = self
    changed.enforcement.sanctions = schedule
    return changed
  }

  /// The same mechanism with one parameter changed. A ``MechanismParameter/fine`` takes the place of any schedule.
  /// - Throws: ``MechanismError/outOfRange(_:_:)`` when `value` is not within the parameter's range,
  ///   ``MechanismError/notZeroOrOne(_:)`` when imposing participation is neither 0 (no) nor 1 (yes),
  ///   ``MechanismError/contradiction(_:)`` when the rules would contradict one another.
  public func with(_ parameter: MechanismParameter, _ value: Double) throws(MechanismError) -> Mechanism {
    var changed = self
    try changed.set(parameter, value)
    return try changed.consistent()
  }

  /// The same mechanism with several parameters changed at once, in the order given.
  /// - Throws: as ``with(_:_:)``; contradictions are looked for only when all changes are made.
  public func with(_ changes: [(parameter: MechanismParameter, value: Double)]) throws(MechanismError) -> Mechanism {
    var changed = self
    for change in changes { try changed.set(change.parameter, change.value) }
    return try changed.consistent()
  }

  private func changed(_ change: (inout Mechanism) -> Void) throws(MechanismError) -> Mechanism {
    var changed = self
    change(&changed)
    return try changed.consistent()
  }

  private mutating func set(_ parameter: MechanismParameter, _ value: Double) throws(MechanismError) {
    guard parameter.range.contains(value) else { throw .outOfRange(parameter, value) }
    switch parameter {
    case .authorityDetection: information.authorityDetection = value
    case .thirdPartyDetection: information.thirdPartyDetection = value
    case .fine: enforcement.sanctions = .constant(value)
    case .transfers: transfers.share = value
    case .decisionThreshold: decision.threshold = value
    case .exitBond: participation.exitBond = value
    case .participationImposed:
      guard value == 0 || value == 1 else { throw .notZeroOrOne(value) }
      participation.isImposed = value == 1
    case .informationLoss: knowledge.informationLoss = value
    case .autonomyLoss: burden.autonomyLoss = value
    case .fixedCost: burden.fixedCost = value
    case .divisionFriction: decision.divisionFriction = value
    case .linkedIssues: scopeRule.linkedIssues = value
    case .lubricant: services.lubricant = value
    case .bumper: services.bumper = value
    case .regulator: services.regulator = value
    case .matching: upperLevel.matching = value
    case .evaluationWeight: upperLevel.evaluationWeight = value
    case .keepingReward: upperLevel.keepingReward = value
    }
  }

  /// The number of one parameter; of a schedule of fines, the fine on a first breach.
  public subscript(parameter: MechanismParameter) -> Double {
    switch parameter {
    case .authorityDetection: information.authorityDetection
    case .thirdPartyDetection: information.thirdPartyDetection
    case .fine: enforcement.fine
    case .transfers: transfers.share
    case .decisionThreshold: decision.threshold
    case .exitBond: participation.exitBond
    case .participationImposed: participation.isImposed ? 1 : 0
    case .informationLoss: knowledge.informationLoss
    case .autonomyLoss: burden.autonomyLoss
    case .fixedCost: burden.fixedCost
    case .divisionFriction: decision.divisionFriction
    case .linkedIssues: scopeRule.linkedIssues
    case .lubricant: services.lubricant
    case .bumper: services.bumper
    case .regulator: services.regulator
    case .matching: upperLevel.matching
    case .evaluationWeight: upperLevel.evaluationWeight
    case .keepingReward: upperLevel.keepingReward
    }
  }
}
