/// How the region behaves; what a case does not tell takes the catalogue's labelled default.
public enum Condition: String, Hashable, Sendable, Codable, CaseIterable {
  /// The probability that a party expects another to keep its word.
  case trust
  /// How many observations the trust is worth.
  case beliefStrength
  /// The weight of next year against this one.
  case patience
  /// The probability that a year replaces an official.
  case turnover
  /// The probability that a breach is seen without anyone's help.
  case detectability
  /// How densely partners of a party are partners of each other.
  case closure
  /// How far law stands behind a promise.
  case legalForce
  /// The scale of the sudden gains that tempt a party to break away.
  case temptationShock
  /// How many earlier agreements the parties have had.
  case priorAgreements
  /// The probability that a third party sees a breach.
  case thirdPartyDetection
  /// How unlike the parties are.
  case heterogeneity

  /// What the condition may be.
  public var range: FigureRange {
    switch self {
    case .trust, .turnover, .legalForce, .heterogeneity: .share
    // Certainty would make later years or a breach infinitely dear.
    case .patience, .detectability, .thirdPartyDetection: .nearlyOne
    case .beliefStrength: FigureRange(low: 0.5, high: 200)
    case .temptationShock: FigureRange(low: 0, high: 5, includesLow: false)
    case .closure: FigureRange(low: 0, high: 2)
    case .priorAgreements: FigureRange(low: 0, high: 50, isWhole: true)
    }
  }
}
