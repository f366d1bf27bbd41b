extension NegotiationTable {
  /// A sort of confidential content that a party may show the mediator.
  public enum Disclosure: String, Codable, Hashable, CaseIterable, Sendable {
    case mandate, position, reservation, sealedPackages
  }

  /// One party's leave for the mediator: to sit at the table, and to read what is listed. It can be revoked.
  public struct MediatorGrant: Codable, Hashable, Sendable {
    public let party: ObjectID
    /// What of its own the party shows; ascending, perhaps nothing.
    public let sees: [Disclosure]
    /// The party's own people who go on reading what was for the whole party, while the mediator reads it too.
    public let readers: [ObjectID]
  }

  /// The neutral person whom every party must admit, and the leave that each has given.
  public struct Mediation: Codable, Hashable, Sendable {
    public let mediator: ObjectID
    public let organisation: ObjectID
    /// In the order of the parties' numbers.
    public internal(set) var grants: [MediatorGrant]
    /// Whether every party has admitted the mediator: only then may the mediator see the table and act at it.
    public internal(set) var isSeated: Bool

    /// What a party has granted, if it has.
    public func grant(of party: ObjectID) -> MediatorGrant? { grants.first { $0.party == party } }
  }
}
