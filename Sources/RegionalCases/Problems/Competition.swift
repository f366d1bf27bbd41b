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

    /// The parameters that may differ from member to member; the others are those of all.
    public var ownParameters: [Parameter] {
      switch self {
      case .tax: [.capitalPerHead]
      case .protection: parameters
      case .tournament, .general: []
      }
    }
  }

  /// A number that a kind is made of; ``Kind/parameters`` tells which.
  public enum Parameter: String, Hashable, Sendable, Codable, CaseIterable {
    case outputA, outputB, capitalPerHead, publicFundsValue
    case reward, temptation, punishment, sucker
    case spillover, prize, noise, effortCost, cooperationWeight

    /// Which numbers the parameter may be; what several of them must be together, the case file's reader checks.
    public var range: FigureRange {
      switch self {
      case .outputA, .outputB, .capitalPerHead, .prize, .noise, .effortCost: .positive
      case .publicFundsValue: FigureRange(low: 1, includesLow: false)
      case .reward, .temptation, .punishment, .sucker: .any
      case .spillover: FigureRange(low: -1, high: 1, includesLow: false, includesHigh: false)
      case .cooperationWeight: .atLeastZero
      }
    }
  }

  /// Who competes with whom how much.
  public enum Rivalry: String, Hashable, Sendable, Codable, CaseIterable {
    /// In proportion to the ties of exchange.
    case ties
    /// Everyone equally; what holds when the case does not tell.
    case uniform
  }

  /// The payoff of the general kind is quadratic in the instruments x: baseᵢxᵢ − ownᵢxᵢ²/2 + xᵢ·Σⱼ interactionᵢⱼxⱼ.
  public struct General: Hashable, Sendable {
    /// How fast what its instrument yields each falls as it does more; at least 0.
    public let own: PartyColumn
    /// What the first unit of the instrument yields each.
    public let base: PartyColumn
    /// Row i, column j: what a unit of j's instrument adds to what one of i's yields; 0 where i is j.
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
  /// What differs for some of the members: only of the kind's ``Kind/ownParameters``.
  public let overrides: [PartyID: [Parameter: Figure]]
  /// Who competes with whom how much; uniform but in a protection.
  public let rivalry: Rivalry
  /// Where each one's instrument stands now, within ``range``; at its least when absent.
  public let today: PartyColumn?
  /// Of the general kind only.
  public let general: General?

  /// What `parameter` is for `member`: its own figure if it has one, the common one otherwise.
  public func figure(_ parameter: Parameter, of member: PartyID) -> Figure? {
    overrides[member]?[parameter] ?? parameters[parameter]
  }
}
