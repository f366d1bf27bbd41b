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
  private let lubricant: Service.Terms
  private let bumper: Service.Terms
  private let regulator: Service.Terms
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
    lubricant = mechanism.bought(.lubricant)
    bumper = mechanism.bought(.bumper)
    regulator = mechanism.bought(.regulator)
    heldCapital = mechanism.participation.exitBond * (1 - circumstances[.patience])
    sensitivity = circumstances[.autonomySensitivity]
    sensitivities = circumstances.autonomySensitivities
    // What is paid from above is not the members' to decide on.
    autonomyLoss =
      mechanism.burden.autonomyLoss * (mechanism.scope == .collective ? Self.encompassing : 1)
      * (1 - mechanism.upperLevel.matching)
  }

  /// Search c_s (1 − e) L/k, bargaining c_b k^(η − 1) (1 + κH) × threshold × issues, monitoring c_m L/k × effort,
  /// running costs as enforcement up to a contract and as agency beyond, of which probity spares its part; each service
  /// bought adds its price to the kind of cost it serves. All × stake × experience.
  ///
  /// The links L go from the mesh k(k − 1)/2 towards the k of a hub by the part that an outside third party sees of
  /// breaches, and by the effect e of the lubricant.
  func transactionCost(members: Int, stake: Double) -> TransactionCost {
    let size = Double(members)
    let needless = hasHub ? 0 : (size * (size - 1) / 2 - size) * (1 - spared) * (1 - lubricant.effect)
    let links = members == 2 ? 1 : size + needless
    let scale = stake * experience
    let isBody = mechanism.authority >= .delegated
    let running = mechanism.burden.fixedCost
    return TransactionCost(
      links: links,
      search: scale * (searchPrice * (1 - lubricant.effect) * links / size + lubricant.price),
      bargaining: scale * (bargainingPrice * pow(size, bargainingPower) + bumper.price),
      monitoring: scale * (monitoringPrice * links / size + regulator.price),
      enforcement: scale * ((isBody ? 0 : running) + heldCapital),
      agency: scale * (isBody ? running * (1 - regulator.effect) : 0))
  }

  /// What giving up decision rights costs a unit of contribution at least.
  var leastAutonomyCost: Double { (sensitivities?.min() ?? sensitivity) * autonomyLoss }

  /// What giving up decision rights costs a player: sensitivity × autonomy loss × contribution.
  func autonomyCost(of player: Int, in row: CoalitionRow) -> Double {
    (sensitivities?[player] ?? sensitivity) * autonomyLoss * row.contributions[player]
  }
}
