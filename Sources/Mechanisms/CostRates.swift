#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a mechanism costs a coalition, as shares of its contributions.
///
/// All forms are own; the kinds are those of the literature (search, bargaining, monitoring, enforcement,
/// agency), their signs too.
struct CostRates {
  private let mechanism: Mechanism
  private let hasHub: Bool
  /// The part of the mesh of links that an outside third party makes needless, by how much it sees.
  private let spared: Double
  private let experience: Double
  private let searchPrice: Double
  private let bargainingPrice: Double
  private let bargainingPower: Double
  private let monitoringPrice: Double
  private let heldCapital: Double
  private let sensitivity: Double
  private let sensitivities: [Double]?
  private let autonomyLoss: Double

  /// How much more autonomy an encompassing body takes than one for a single task. Own number.
  static let encompassing = 1.5

  init(_ mechanism: Mechanism, _ circumstances: Circumstances) {
    self.mechanism = mechanism
    let information = mechanism.information
    let outsideEyes = circumstances[.thirdPartyDetection]
    hasHub = information.hasHub || information.thirdPartyDetection > 0
    spared = outsideEyes
    experience = pow(circumstances[.experienceFactor], circumstances[.priorAgreements])
    searchPrice = circumstances[.searchPrice]
    bargainingPrice =
      circumstances[.bargainingPrice] * (1 + circumstances[.heterogeneityWeight] * circumstances[.heterogeneity])
      * mechanism.decision.threshold * mechanism.scopeRule.linkedIssues
    bargainingPower = circumstances[.bargainingExponent] - 1
    // A constant hazard of discovery a unit of effort; what shows by itself costs nothing.
    monitoringPrice =
      circumstances[.monitoringPrice]
      * (0 - log(1 - information.authorityDetection) - log(1 - information.thirdPartyDetection) - log(1 - outsideEyes))
    heldCapital = mechanism.participation.exitBond * (1 - circumstances[.patience])
    sensitivity = circumstances[.autonomySensitivity]
    sensitivities = circumstances.autonomySensitivities
    autonomyLoss = mechanism.burden.autonomyLoss * (mechanism.scope == .collective ? Self.encompassing : 1)
  }

  /// Search c_s L/k, bargaining c_b k^(η − 1) (1 + κH) × threshold × issues, monitoring c_m L/k × effort,
  /// running costs as enforcement up to a contract and as agency beyond; each × stake × experience.
  func transactionCost(members: Int, stake: Double) -> TransactionCost {
    let size = Double(members)
    let mesh = size * (size - 1) / 2
    let links = members == 2 ? 1 : hasHub ? size : mesh - spared * (mesh - size)
    let scale = stake * experience
    let isBody = mechanism.authority >= .delegated
    let running = mechanism.burden.fixedCost
    return TransactionCost(
      links: links,
      search: scale * searchPrice * links / size,
      bargaining: scale * bargainingPrice * pow(size, bargainingPower),
      monitoring: scale * monitoringPrice * links / size,
      enforcement: scale * ((isBody ? 0 : running) + heldCapital),
      agency: scale * (isBody ? running : 0))
  }

  /// What giving up decision rights costs a player: sensitivity × autonomy loss × contribution.
  func autonomyCost(of player: Int, in row: CoalitionRow) -> Double {
    (sensitivities?[player] ?? sensitivity) * autonomyLoss * row.contributions[player]
  }
}
