extension NegotiationTable {
  /// A change that a party proposes to somebody's wording of a clause, or to such a change: no deeper.
  public struct Amendment: Codable, Hashable, Sendable {
    /// What became of the amendment.
    public enum Stage: String, RecordStage {
      case open, accepted, rejected, withdrawn
      /// What it would change is gone: agreed, replaced or itself decided.
      case overtaken
    }

    public static let cycle = PartCycle<Stage>(
      first: .open,
      [
        .init("acceptAmendment", from: [.open], to: .accepted),
        .init("rejectAmendment", from: [.open], to: .rejected),
        .init("withdrawAmendment", from: [.open], to: .withdrawn),
        .init("amend", from: [.open], to: .overtaken),
      ])

    public let number: Int
    public let clause: Int
    /// The commitment of the wording that it changes.
    public internal(set) var target: String
    /// The amendment that it changes; nothing when it changes a wording itself.
    public let amends: Int?
    public let sponsor: ObjectID
    public internal(set) var text: Confided
    public internal(set) var reasons: Confided
    public internal(set) var stage: Stage
    /// The parties that accept it, its sponsor first among them; ascending.
    public internal(set) var acceptedBy: [ObjectID]
  }
}
