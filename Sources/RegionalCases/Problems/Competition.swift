/// Members who compete with an instrument: taxes, protection, a tournament for promotion.
public struct Competition: Hashable, Sendable {
  /// How the members compete; each kind is a game of its own.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case tax, protection, tournament, general

    /// The parameters the kind needs, all of them.
    public var parameters: [Parameter] {
      switch self {
      case .tax: [.outputA, .outputB, .capitalPerHead, .publicFundsValue]
      case .protection: [.reward, .temptation, .punishment, .sucker]
      case .tournament: [.spillover, .prize, .noise, .effortCost, .cooperationWeight]
      case .general: []
      }
    }
  }

  /// A number that a kind is made of; ``Kind/parameters`` tells which.
  public enum Parameter: String, Hashable, Sendable, Codable, CaseIterable {
    case outputA, outputB, capitalPerHead, publicFundsValue
    case reward, temptation, punishment, sucker
    case spillover, prize, noise, effortCost, cooperationWeight
  }

  /// The payoff of the general kind is quadratic: each member's own curvature, its base gain and the
  /// effect of every other's instrument on it.
  public struct General: Hashable, Sendable {
    /// What each member's instrument does to itself.
    public let own: PartyColumn
    /// What the instrument yields each at first.
    public let base: PartyColumn
    /// Row i, column j: what j's instrument does to i.
    public let interaction: PartyMatrix
  }

  /// What they compete with.
  public let instrument: LocalizedText
  /// How they compete.
  public let kind: Kind
  /// The least and the most of the instrument.
  public let range: ClosedRange<Double>
  /// One figure for each of the parameters of ``kind``, and no others.
  public let parameters: [Parameter: Figure]
  /// Of the general kind only.
  public let general: General?
}
