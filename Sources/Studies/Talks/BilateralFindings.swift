/// What talks of two and two come to, side by side, and what one table would bring instead.
///
/// Every issue is settled by the two parties whom it concerns most, by offers in turn, with everything else thought of as
/// it is now; what they settle holds for all.
public struct BilateralFindings: Codable, Sendable, Equatable {
  /// One talk.
  public struct Talk: Codable, Sendable, Equatable {
    /// The two by their names; the first makes the first offer.
    public var parties: [String]
    /// The numbers of the issues that they settle.
    public var issues: [Int]
    /// The number of the option of each of these issues; nil where they part and leave everything as it is.
    public var options: [Int]?
    /// How many rounds it took.
    public var rounds: Int
    /// How it ended, in a word, as landings tell it.
    public var ending: String
  }

  /// In the order of their first issues.
  public var talks: [Talk]
  /// What is there until something else is agreed.
  public var statusQuo: NegotiationFindings.Deal
  /// What all talks together leave.
  public var outcome: NegotiationFindings.Deal
  /// The names of the parties for whom that is worse than what is there now.
  public var harmed: [String]
  /// What all agree on at one table, by offers in turn about everything; nil where they do not.
  public var oneTable: NegotiationFindings.Deal?
}
