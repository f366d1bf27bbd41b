import CollectiveAction

/// The rules on offer, by the name a command or a case file calls them; in the order of reports.
public enum SharingRule: String, Sendable, Codable, CaseIterable {
  /// ``shapleyValue(of:)``
  case shapley
  /// ``nucleolus(of:)``
  case nucleolus
  /// ``prenucleolus(of:)``
  case prenucleolus
  /// ``perCapitaNucleolus(of:)``
  case perCapitaNucleolus
  /// ``perCapitaPrenucleolus(of:)``
  case perCapitaPrenucleolus
  /// ``proportionalNucleolus(of:)``
  case proportionalNucleolus
  /// ``separableCostsRemainingBenefits(of:)``
  case scrb
  /// ``equalSharesOfNonseparableCost(of:)``
  case ensc
  /// ``tauValue(of:)``
  case tau
  /// ``gatelyPoint(of:)``
  case gately
  /// ``egalitarianSolution(of:)``
  case egalitarian
  /// ``solidarityValue(of:)``
  case solidarity
  /// ``banzhafValue(of:)``: its shares need not add up to the joint worth.
  case banzhaf
  /// ``normalisedBanzhafValue(of:)``
  case banzhafNormalised
  /// ``owenValue(of:unions:)``, by ``DivisionGrounds/unions``
  case owen
  /// ``myersonValue(of:links:)``, by ``DivisionGrounds/links``: its shares add up to the joint worth when all
  /// players are connected.
  case myerson
  /// ``weightedShapleyValue(of:weights:)``, by ``DivisionGrounds/weights``
  case weightedShapley
  /// ``downstreamIncrementalDivision(of:order:)``, by ``DivisionGrounds/downstreamOrder``
  case downstreamIncremental
  /// ``equalDivision(of:)``
  case equal
  /// ``proportionalDivision(of:to:)``
  case proportional
  /// ``shapleyShubikIndex(of:)``
  case shapleyShubik
  /// ``deeganPackelIndex(of:)``
  case deeganPackel
  /// ``publicGoodIndex(of:)``
  case holler

  /// Whether the rule divides by weights, which its user has to give.
  public var needsWeights: Bool { self == .proportional || self == .weightedShapley }

  /// Whether the rule measures power in a vote: it refuses worths other than one and zero.
  public var isVotingIndex: Bool { self == .shapleyShubik || self == .deeganPackel || self == .holler }

  /// Who pays, or gets, what under this rule.
  ///
  /// - Parameters:
  ///   - game: 1 to 26 players.
  ///   - grounds: what some rules go by besides the worths.
  /// - Throws: ``SharingError`` when the rule gives this game no division.
  public func divide(_ game: CoalitionGame, by grounds: DivisionGrounds = .worthsAlone) throws(SharingError)
    -> Allocation
  {
    switch self {
    case .shapley: return shapleyValue(of: game)
    case .nucleolus: return try Sharing.nucleolus(of: game).allocation
    case .prenucleolus: return try Sharing.prenucleolus(of: game).allocation
    case .perCapitaNucleolus: return try Sharing.perCapitaNucleolus(of: game).allocation
    case .perCapitaPrenucleolus: return try Sharing.perCapitaPrenucleolus(of: game).allocation
    case .proportionalNucleolus: return try Sharing.proportionalNucleolus(of: game).allocation
    case .scrb: return try separableCostsRemainingBenefits(of: game)
    case .ensc: return equalSharesOfNonseparableCost(of: game)
    case .tau: return try tauValue(of: game)
    case .gately: return try gatelyPoint(of: game)
    case .egalitarian: return try egalitarianSolution(of: game)
    case .solidarity: return solidarityValue(of: game)
    case .banzhaf: return banzhafValue(of: game)
    case .banzhafNormalised: return try normalisedBanzhafValue(of: game)
    case .owen:
      guard let unions = grounds.unions else { throw .noUnions }
      return try owenValue(of: game, unions: unions)
    case .myerson:
      guard let links = grounds.links else { throw .noLinks }
      return try myersonValue(of: game, links: links)
    case .weightedShapley:
      guard let weights = grounds.weights else { throw .noWeightsToCountBy }
      return try weightedShapleyValue(of: game, weights: weights)
    case .downstreamIncremental:
      guard let order = grounds.downstreamOrder else { throw .noDownstreamOrder }
      return try downstreamIncrementalDivision(of: game, order: order)
    case .equal: return equalDivision(of: game)
    case .proportional:
      guard let weights = grounds.weights else { throw .noWeights }
      return try proportionalDivision(of: game, to: weights)
    case .shapleyShubik: return try shapleyShubikIndex(of: game)
    case .deeganPackel: return try deeganPackelIndex(of: game)
    case .holler: return try publicGoodIndex(of: game)
    }
  }
}
