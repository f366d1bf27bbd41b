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
  /// How much of the work of finding partners and carrying information is bought from whoever provides it.
  case lubricant
  /// How much mediation is bought.
  case bumper
  /// How much watching and probity is bought.
  case regulator
  /// The share of contributions paid from above.
  case matching
  /// What cooperation adds to an official's evaluation, as a share of the contribution.
  case evaluationWeight
  /// What a member whose keeping is verified gets from above, as a multiple of its contribution.
  case keepingReward

  /// The numbers in which the twelve mechanisms of the catalogue differ.
  public static let catalogue: [MechanismParameter] = [
    .authorityDetection, .thirdPartyDetection, .fine, .transfers, .decisionThreshold, .exitBond, .participationImposed,
    .informationLoss, .autonomyLoss, .fixedCost, .divisionFriction, .linkedIssues,
  ]
  /// Levers that can be added to any mechanism; 0, the default, leaves it as it is.
  public static let levers: [MechanismParameter] = [
    .lubricant, .bumper, .regulator, .matching, .evaluationWeight, .keepingReward,
  ]

  /// The parameter called `name`.
  /// - Throws: ``MechanismError/unknownLever(_:nearest:)`` when none is, with the one that comes nearest.
  public init(named name: String) throws(MechanismError) {
    guard let found = MechanismParameter(rawValue: name) else {
      throw .unknownLever(name, nearest: nearestName(to: name, among: Self.allCases.map(\.rawValue)))
    }
    self = found
  }

  /// The values it may take.
  public var range: ClosedRange<Double> {
    switch self {
    case .authorityDetection, .thirdPartyDetection: 0...0.99
    case .fine: 0...10
    case .exitBond, .keepingReward: 0...5
    case .transfers, .decisionThreshold, .participationImposed, .informationLoss, .autonomyLoss: 0...1
    case .lubricant, .bumper, .regulator, .evaluationWeight: 0...1
    case .matching: 0...0.9
    case .fixedCost: 0...0.5
    case .divisionFriction: 0...3
    case .linkedIssues: 1...10
    }
  }

  /// Where the numbers for it come from; "own" where the literature has none.
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
    case .lubricant, .bumper, .regulator: "Kaul & Luo for who is cheapest; effects and prices own; 0 unless bought"
    case .matching: "Oates (1972) for the sign; 0 unless granted"
    case .evaluationWeight: "own; 0–.4, 0 unless cooperation counts in the evaluation of officials"
    case .keepingReward: "Sigmund, Hauert & Nowak (2001) for the sign; 0 unless promised"
    }
  }

  /// What its ``basis`` is worth.
  public var ground: Ground { Ground(of: basis) }
}

/// How firm the ground of a number is.
public enum Ground: String, Sendable, Codable, CaseIterable {
  /// Somebody published it, or it holds by definition.
  case published
  /// Somebody published which way it works; its size is our own.
  case sign
  /// Our own.
  case assumed

  init(of basis: String) {
    if basis.hasPrefix("own") {
      self = .assumed
    } else {
      self = basis.contains("own") || basis.contains("sign") ? .sign : .published
    }
  }
}

extension CircumstanceParameter {
  /// What its ``basis`` is worth.
  public var ground: Ground { Ground(of: basis) }

  /// The parameter called `name`.
  /// - Throws: ``CircumstanceError/unknown(_:nearest:)`` when none is, with the one that comes nearest.
  public init(named name: String) throws(CircumstanceError) {
    guard let found = CircumstanceParameter(rawValue: name) else {
      throw .unknown(name, nearest: nearestName(to: name, among: Self.allCases.map(\.rawValue)))
    }
    self = found
  }
}
