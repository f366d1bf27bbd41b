extension NegotiationTable {
  /// A position or a reservation value of one party: only its own people read it, or some of them by name.
  public struct SealedPosition: Codable, Hashable, Sendable {
    /// What the text says; a mediator may be shown the one and not the other.
    public enum Sort: String, Codable, Hashable, CaseIterable, Sendable { case position, reservation }

    public let number: Int
    public let party: ObjectID
    public let sort: Sort
    /// Who reads it when no mediator does: the party, or persons of it.
    public let own: Audience
    public internal(set) var text: Confided
    /// Whether the party no longer stands by it; it stays confidential all the same.
    public internal(set) var isWithdrawn: Bool
  }

  /// What a party has empowered its people to settle; every party lodges one before the table opens.
  public struct Mandate: Codable, Hashable, Sendable {
    public let party: ObjectID
    public internal(set) var text: Confided
  }
}
