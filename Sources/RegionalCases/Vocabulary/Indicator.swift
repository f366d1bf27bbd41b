/// One figure for each of several parties: population, demand, revenue.
public struct Indicator: Hashable, Sendable, Identifiable {
  /// The key by which goals and problems name it.
  public let id: String
  /// What it measures.
  public let name: LocalizedText
  /// The unit of all its figures.
  public let unit: String
  /// The figures it has; not every party has one.
  public let values: [PartyID: Figure]
  /// Where it begins in the case file.
  public let place: Place

  /// The figure of a party, if it has one.
  public subscript(party: PartyID) -> Figure? { values[party] }
}
