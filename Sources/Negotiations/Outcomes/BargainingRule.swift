/// Which of the outcomes that all parties prefer to no deal would be agreed.
///
/// Every rule chooses on the frontier of the acceptable outcomes; they differ in what they hold constant.
/// ``nash(weights:)`` and ``kalaiSmorodinsky(weights:)`` do not hang on the parties' units, the others do.
public enum BargainingRule: Hashable, Sendable {
  /// The largest product of gains, each raised to its party's weight (Nash 1950; weights: Kalai 1977).
  case nash(weights: [Double]? = nil)
  /// The smallest share of its best acceptable gain that a party gets, divided by its weight, is as large as can be;
  /// then the next smallest, and so on (Kalai & Smorodinsky 1975; Imai 1983).
  case kalaiSmorodinsky(weights: [Double]? = nil)
  /// The smallest gain, divided by the party's weight, is as large as can be; then the next smallest, and so on: equal
  /// gains where they can be had, and gains in proportion to weights (Kalai 1977). Compares the parties' units.
  case egalitarian(weights: [Double]? = nil)
  /// The largest loss against a party's best acceptable outcome, divided by its weight, is as small as can be; then the
  /// next largest, and so on (Chun 1988). Compares the parties' units.
  case equalLoss(weights: [Double]? = nil)
  /// The largest sum of worths, each times what one unit of its party's counts for. There is no sum before
  /// someone has said how the parties' units compare.
  case utilitarian(rates: [Double])

  /// What the parties are weighed by; nil where all count the same.
  public var weights: [Double]? {
    switch self {
    case .nash(let weights), .kalaiSmorodinsky(let weights), .egalitarian(let weights), .equalLoss(let weights): weights
    case .utilitarian(let rates): rates
    }
  }

  /// What the rule is called.
  public var name: String {
    switch self {
    case .nash: "Nash"
    case .kalaiSmorodinsky: "Kalai–Smorodinsky"
    case .egalitarian: "egalitarian"
    case .equalLoss: "equal loss"
    case .utilitarian: "utilitarian"
    }
  }

  /// One weight for each party, all above zero.
  func weights(for parties: [String]) throws(NegotiationError) -> [Double] {
    guard let weights else { return parties.map { _ in 1 } }
    guard weights.count == parties.count else { throw .weightCount(weights.count, wanted: parties.count) }
    for (party, weight) in zip(parties, weights) where !(weight > 0 && weight.isFinite) {
      throw .weight(party: party, weight)
    }
    return weights
  }
}
