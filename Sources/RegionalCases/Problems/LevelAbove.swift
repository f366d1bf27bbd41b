/// A level above the members that counts what each of them bears for as much as it likes: a ministry all of them
/// alike, a province only its own cities. It may have a lever to move them with.
public struct LevelAbove: Hashable, Sendable {
  /// Pays a part of what the members contribute.
  public struct Subsidy: Hashable, Sendable {
    /// The highest rate, above 0 and below 1.
    public let upTo: Figure
    /// What a unit paid costs the level above, the burden of taxes included; at least 0, 1 when absent.
    public let costOfFunds: Figure?
  }

  /// Judges the members' officials by what the others bear as well.
  public struct Evaluation: Hashable, Sendable {
    /// How much, at most, what others bear counts beside one's own; above 0, at most 1.
    public let upTo: Figure
    /// k in the cost k·w²/2 of counting it with a weight w; at least 0, 0 when absent.
    public let cost: Figure?
  }

  /// The authority or government whose level it is; no member.
  public let authority: PartyID
  /// How much what each member bears counts for it; at least 0. Its objective is Σ weight·cost of the members.
  public let weights: PartyColumn
  /// A lever it has.
  public let subsidy: Subsidy?
  /// A lever it has.
  public let evaluation: Evaluation?
  /// Where it begins in the case file.
  public let place: Place
}

/// An agency within a member, which minds a part only of what its government gains or suffers.
///
/// The first agency of a member acts and bears what that costs. Where it minds less than everything, too little is
/// worth doing to it: the dilemma between functions (Feiock 2013).
public struct Agency: Hashable, Sendable, Identifiable {
  /// Unique among the agencies of the problem.
  public let id: String
  /// What the agency is called.
  public let name: LocalizedText
  /// The member whose agency it is.
  public let member: PartyID
  /// The part, 0...1, of what the member gains or suffers that the agency minds; those of one member come to 1.
  public let minds: Figure
  /// Where it begins in the case file.
  public let place: Place
}
