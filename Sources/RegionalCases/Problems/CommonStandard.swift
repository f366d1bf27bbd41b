/// A standard that is worth more the more share it.
public struct CommonStandard: Hashable, Sendable {
  /// One thing that could be made common.
  public struct Item: Hashable, Sendable, Identifiable {
    /// Unique among the items.
    public let id: String
    /// What the item is called.
    public let name: LocalizedText
    /// Above 0; 1 when absent.
    public let weight: Figure?
    /// A key of ``RegionalCase/sources``: where it is told who has it.
    public let source: String?
    /// Where it begins in the case file.
    public let place: Place
  }

  /// What changing over costs, told outright or by the distance from a common level.
  public enum Switching: Hashable, Sendable {
    /// The same for every item, whatever its weight; at least 0.
    case cost(PartyColumn)
    /// By the steps between each member's level and the common one.
    case scales(GovernanceScales)
  }

  /// Whose adoption counts how much for whom.
  public enum ExchangeWeights: String, Hashable, Sendable, Codable, CaseIterable {
    /// In proportion to the ties of exchange.
    case ties
    /// Everyone equally; what holds when the case does not tell.
    case uniform
  }

  /// The smallest effort of all decides what all have (Van Huyck, Battalio & Beil 1990).
  public struct MinimumEffort: Hashable, Sendable {
    /// The gain of one level of the smallest effort.
    public let benefit: Figure
    /// The cost of one level of one's own effort.
    public let cost: Figure
    /// How many levels there are; at least 2.
    public let levels: Int
  }

  /// What could be made common; at least one.
  public let items: [Item]
  /// The value to each of sharing the standard with everyone, per item of weight 1.
  public let benefit: PartyColumn
  /// What changing over costs each, item by item.
  public let switching: Switching
  /// Whose adoption counts how much for whom.
  public let exchangeWeights: ExchangeWeights
  /// Who has an item already, by the item's id.
  public let adopted: [String: [PartyID]]
  /// The variant in which the smallest effort decides, if told.
  public let minimumEffort: MinimumEffort?

  /// What changing over to the item with this index costs the member with this index, unless it has it already.
  public func switchingCost(of item: Int, member: Int) -> Double {
    switch switching {
    case .cost(let column): column[member].best
    case .scales(let scales): scales.steps(of: item, member: member) * scales.costPerStep[member].best
    }
  }
}
