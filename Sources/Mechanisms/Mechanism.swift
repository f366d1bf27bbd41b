/// A set of rules under which governments may act together: a transformation of the game they are in.
///
/// It is composed of seven primitives; the twelve of ``MechanismCatalogue`` differ in nothing else. A
/// mechanism of one's own is one of them with other numbers:
///
///     try MechanismCatalogue.mechanism("multilateral-contract")
///       .named("monitored-contract").with(.thirdPartyDetection, 0.4)
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

  public var scope: Scope { scopeRule.scope }

  /// The same rules under another name, which must not be empty.
  public func named(_ id: String) throws(MechanismError) -> Mechanism {
    guard !id.isEmpty else { throw .emptyName }
    return Mechanism(
      id: id, authority: authority, scopeRule: scopeRule, information: information, enforcement: enforcement,
      transfers: transfers, decision: decision, participation: participation, knowledge: knowledge,
      burden: burden, providers: providers)
  }

  /// The same mechanism with other providers.
  public func provided(by providers: Providers) -> Mechanism {
    var changed = self
    changed.providers = providers
    return changed
  }

  /// The same mechanism with one parameter changed.
  /// - Throws: ``MechanismError/outOfRange(_:_:)`` when `value` is not within the parameter's range,
  ///   ``MechanismError/notZeroOrOne(_:)`` when imposing participation is neither 0 (no) nor 1 (yes).
  public func with(_ parameter: MechanismParameter, _ value: Double) throws(MechanismError) -> Mechanism {
    guard parameter.range.contains(value) else { throw .outOfRange(parameter, value) }
    var changed = self
    switch parameter {
    case .authorityDetection: changed.information.authorityDetection = value
    case .thirdPartyDetection: changed.information.thirdPartyDetection = value
    case .fine: changed.enforcement.fine = value
    case .transfers: changed.transfers.share = value
    case .decisionThreshold: changed.decision.threshold = value
    case .exitBond: changed.participation.exitBond = value
    case .participationImposed:
      guard value == 0 || value == 1 else { throw .notZeroOrOne(value) }
      changed.participation.isImposed = value == 1
    case .informationLoss: changed.knowledge.informationLoss = value
    case .autonomyLoss: changed.burden.autonomyLoss = value
    case .fixedCost: changed.burden.fixedCost = value
    case .divisionFriction: changed.decision.divisionFriction = value
    case .linkedIssues: changed.scopeRule.linkedIssues = value
    }
    return changed
  }

  /// The number of one parameter.
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
    }
  }
}

/// A number of a mechanism that may be changed by name.
public enum MechanismParameter: String, Sendable, Codable, CaseIterable {
  /// The probability a year that the authority sees a breach.
  case authorityDetection
  /// The probability a year that the mechanism's own third party sees a breach.
  case thirdPartyDetection
  /// The fine on a detected breach, as a multiple of the contribution.
  case fine
  /// The part of the agreed compensation that can be paid.
  case transfers
  /// The share of members who must agree.
  case decisionThreshold
  /// The deposit forfeited on a detected breach, as a multiple of the contribution.
  case exitBond
  /// 1 when members are bound without being asked, else 0.
  case participationImposed
  /// The share of every gain lost through the authority's ignorance of local circumstances.
  case informationLoss
  /// The share of decision rights given up.
  case autonomyLoss
  /// The yearly cost of running it, as a share of contributions.
  case fixedCost
  /// How strongly disagreement over the division stands in the way.
  case divisionFriction
  /// The number of issues settled together.
  case linkedIssues

  /// The values it may take.
  public var range: ClosedRange<Double> {
    switch self {
    case .authorityDetection, .thirdPartyDetection: 0...0.99
    case .fine: 0...10
    case .exitBond: 0...5
    case .transfers, .decisionThreshold, .participationImposed, .informationLoss, .autonomyLoss: 0...1
    case .fixedCost: 0...0.5
    case .divisionFriction: 0...3
    case .linkedIssues: 1...10
    }
  }

  /// Where the catalogue's numbers for it come from; "own" where the literature has none.
  public var basis: String {
    switch self {
    case .authorityDetection: "own; rises with authority by assumption"
    case .thirdPartyDetection: "Milgrom, North & Weingast (1990); 0 unless a third party is named"
    case .fine: "own; the order of 3:1 fines per unit of fee in sanctioning experiments"
    case .transfers: "Chander & Tulkens (1997), Barrett (2001); half for linked issues without money: own"
    case .decisionThreshold: "Buchanan & Tullock (1962); two thirds for a delegated body: own"
    case .exitBond: "own; 0 unless a deposit is agreed"
    case .participationImposed: "by definition"
    case .informationLoss: "Oates (1972) for the sign; size own"
    case .autonomyLoss: "own; rises with authority by assumption"
    case .fixedCost: "own, below the mean ex ante cost of 2.7 % of contract value in Danish local governments"
    case .divisionFriction: "own; falls with authority by assumption"
    case .linkedIssues: "own"
    }
  }
}

/// Why a mechanism cannot be built as asked.
public enum MechanismError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknown(String)
  case emptyName
  case outOfRange(MechanismParameter, Double)
  case notZeroOrOne(Double)

  public var description: String {
    switch self {
    case .unknown(let id):
      "no mechanism is called '\(id)'; use one of \(MechanismCatalogue.twelve.map(\.id).joined(separator: ", "))"
    case .emptyName:
      "a mechanism needs a name; give it one"
    case .outOfRange(let parameter, let value):
      "\(parameter.rawValue) is \(value); give a number from \(parameter.range.lowerBound) to "
        + "\(parameter.range.upperBound)"
    case .notZeroOrOne(let value):
      "participationImposed is \(value); give 0 when members are asked, 1 when they are not"
    }
  }
}
