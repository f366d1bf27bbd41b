/// How finely each member governs each item, and what coming to a common level costs.
///
/// The further a member stands from the common level, the more steps it has to go, up or down: its cost of
/// changing over is the number of steps times what a step costs it.
public struct GovernanceScales: Hashable, Sendable {
  /// Which of the members' levels becomes the common one.
  public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
    case highest, lowest, median

    /// The common level among `levels`: of an even number of them, the median is the mean of the two in the middle.
    /// - Precondition: `levels` is not empty.
    public func level(among levels: [Double]) -> Double {
      precondition(!levels.isEmpty, "a common level is one of somebody's")
      let sorted = levels.sorted()
      switch self {
      case .highest: return sorted[sorted.count - 1]
      case .lowest: return sorted[0]
      case .median:
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
      }
    }
  }

  /// The level that all are to come to.
  public enum Target: Hashable, Sendable {
    /// One of the members' own levels, of each item anew.
    case rule(Rule)
    /// A level for each of the items, in their order.
    case levels([Figure])
  }

  /// Each member's level, for each of the items in their order; at least 0.
  public let levels: [PartyColumn]
  /// The level that all are to come to.
  public let target: Target
  /// What one step of one item costs each member; at least 0.
  public let costPerStep: PartyColumn

  /// The common level of the item with this index.
  public func targetLevel(of item: Int) -> Double {
    switch target {
    case .rule(let rule): rule.level(among: levels[item].best)
    case .levels(let figures): figures[item].best
    }
  }

  /// How many steps, up or down, lie between the level of the member with this index and the common level.
  public func steps(of item: Int, member: Int) -> Double {
    abs(targetLevel(of: item) - levels[item][member].best)
  }

  /// How many steps lie between two members in an item: the difference of their scales of governance.
  public func difference(of item: Int, between first: Int, and second: Int) -> Double {
    abs(levels[item][first].best - levels[item][second].best)
  }
}
