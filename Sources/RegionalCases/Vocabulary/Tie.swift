/// A relation from one party to another.
public struct Tie: Hashable, Sendable {
  /// What relates two parties, with what only an exchange has.
  public enum Kind: Hashable, Sendable {
    /// `from` directs `to`.
    case hierarchy
    case agreement
    case membership
    case informal
    /// `from` depends on `to` for a resource.
    case exchange(Exchange)

    /// The word of the case file.
    public var word: Word {
      switch self {
      case .hierarchy: .hierarchy
      case .agreement: .agreement
      case .membership: .membership
      case .informal: .informal
      case .exchange: .exchange
      }
    }
  }

  /// The word a case file uses for a kind of tie.
  public enum Word: String, Hashable, Sendable, Codable, CaseIterable {
    case hierarchy, agreement, membership, informal, exchange
  }

  /// How much one party depends on another for a resource; each figure is 0...1.
  public struct Exchange: Hashable, Sendable {
    /// What the exchange is of.
    public let resource: LocalizedText
    /// How much the resource matters to it.
    public let importance: Figure?
    /// How badly it does without the resource.
    public let criticality: Figure?
    /// How easily it gets the resource elsewhere.
    public let substitutability: Figure?
  }

  /// The party it goes out from; of an exchange the one that depends.
  public let from: PartyID
  /// The party it goes to; never ``from``.
  public let to: PartyID
  /// What relates them.
  public let kind: Kind
  /// At least 0; of an exchange the share, 0...1, of the resource that comes from `to`. 1 when absent.
  public let weight: Figure?
  /// When it began, if told.
  public let since: CaseDate?
  /// A key of ``RegionalCase/sources``: where it is told of.
  public let source: String?
  /// Where it begins in its file.
  public let place: Place

  /// The weight as one number: 1 when the case gives none.
  public var strength: Double { weight?.best ?? 1 }
}
