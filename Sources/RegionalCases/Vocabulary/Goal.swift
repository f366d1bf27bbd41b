/// What the region, or one party, wants an indicator to be by a date.
public struct Goal: Hashable, Sendable, Identifiable {
  /// Which way is better.
  public enum Direction: String, Hashable, Sendable, Codable, CaseIterable { case rise, fall }

  /// Unique among the goals.
  public let id: String
  /// What is wanted.
  public let title: LocalizedText
  /// The id of an ``Indicator``.
  public let indicator: String
  /// Whose goal it is; nil for the region's.
  public let party: PartyID?
  /// Whether more or less is better; where the case does not tell, the way from baseline to target.
  public let direction: Direction
  /// Where the indicator starts, in its unit.
  public let baseline: Figure
  /// Where the indicator should be, in its unit.
  public let target: Figure
  /// By when.
  public let date: CaseDate
  /// Above 0.
  public let weight: Figure
  /// Where it begins in the case file.
  public let place: Place
}
