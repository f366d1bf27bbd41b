extension NegotiationTable {
  /// Wordings that are adopted unless a party objects in time.
  ///
  /// An objection a millisecond before the end wins; at the end itself the wordings stand. While the procedure runs
  /// its clauses rest.
  public struct SilenceProcedure: Codable, Hashable, Sendable {
    /// One wording under silence.
    public struct Item: Codable, Hashable, Sendable {
      public let clause: Int
      /// The commitment of the wording.
      public let text: String

      public init(clause: Int, text: String) { (self.clause, self.text) = (clause, text) }
    }

    public let number: Int
    public let items: [Item]
    /// From this moment on nobody can object.
    public let until: Instant
  }
}
