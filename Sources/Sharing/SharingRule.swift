import CollectiveAction

/// The rules on offer, by the name a command or a case file calls them; in the order of reports.
public enum SharingRule: String, Sendable, Codable, CaseIterable {
  /// ``shapleyValue(of:)``
  case shapley
  /// ``nucleolus(of:)``
  case nucleolus
  /// ``prenucleolus(of:)``
  case prenucleolus
  /// ``separableCostsRemainingBenefits(of:)``
  case scrb
  /// ``equalSharesOfNonseparableCost(of:)``
  case ensc
  /// ``tauValue(of:)``
  case tau
  /// ``gatelyPoint(of:)``
  case gately
  /// ``equalDivision(of:)``
  case equal
  /// ``proportionalDivision(of:to:)``
  case proportional

  /// Whether the rule divides by weights, which its user has to give.
  public var needsWeights: Bool { self == .proportional }

  /// Who pays, or gets, what under this rule.
  ///
  /// - Parameters:
  ///   - game: 1 to 24 players.
  ///   - weights: one a player; only the proportional rule reads them, and needs them.
  /// - Throws: ``SharingError`` when the rule gives this game no division.
  public func divide(_ game: CoalitionGame, weights: [Double]? = nil) throws(SharingError) -> Allocation {
    switch self {
    case .shapley: return shapleyValue(of: game)
    case .nucleolus: return try Sharing.nucleolus(of: game).allocation
    case .prenucleolus: return try Sharing.prenucleolus(of: game).allocation
    case .scrb: return try separableCostsRemainingBenefits(of: game)
    case .ensc: return equalSharesOfNonseparableCost(of: game)
    case .tau: return try tauValue(of: game)
    case .gately: return try gatelyPoint(of: game)
    case .equal: return equalDivision(of: game)
    case .proportional:
      guard let weights else { throw .noWeights }
      return try proportionalDivision(of: game, to: weights)
    }
  }
}
