/// How far apart the levels are at which members govern, item by item and pair by pair.
///
/// An item may be anything with a level: a staffing norm, an emission limit, a subsidy rate. The difference of two
/// members in an item is the distance of their levels; over all items it is the weighted mean of these, the weights
/// adding up to one. The literature describes the difference of scale and has no formula for it: this form is ours.
///
///     let scale = try GovernanceScale(
///       members: ["Chongqing", "Chengdu"], items: ["offices", "cars"], levels: [[3, 5], [2, 2]], weights: [3, 1])
///     scale.difference(of: 0, and: 1)                    // 1.5
///     scale.distances(inItem: 0, to: .highest)           // [2, 0]
///     scale.switchingCosts(inItem: 0, to: .highest, costPerStep: [10, 10])   // [20, 0]
public struct GovernanceScale: Sendable, Equatable {
  /// The level that all are to have in common.
  public enum Target: Sendable, Equatable {
    case highest
    case lowest
    /// The middle one, or the mean of the two in the middle.
    case median
    /// A level of one's own choosing, in the item's unit.
    case given(Double)
  }

  public let members: [String]
  public let items: [String]
  /// A row an item, a column a member, in the item's unit.
  public let levels: [[Double]]
  /// One an item, adding up to 1.
  public let weights: [Double]

  /// - Parameters:
  ///   - members: 1 or more names, no two alike.
  ///   - items: 1 or more names, no two alike.
  ///   - levels: a row an item, a column a member. For an overall difference the items should be on one scale.
  ///   - weights: one an item, 0 or more, not all 0; equal if absent. Only their proportions matter.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the item, the member and the number.
  public init(
    members: [String], items: [String], levels: [[Double]], weights: [Double]? = nil
  ) throws(DilemmaError) {
    try requirePlayers(members, atMost: SharedStandard.mostPlayers)
    guard !items.isEmpty else { throw .invalid("there is no item; give 1 or more") }
    var seen = Set<String>()
    for item in items where !seen.insert(item).inserted {
      throw .invalid("two items are called '\(item)'; give each a name of its own")
    }
    guard levels.count == items.count else {
      throw .invalid("\(levels.count) rows of levels for \(items.count) items; give one each")
    }
    for (item, row) in zip(items, levels) {
      guard row.count == members.count else {
        throw .invalid("\(row.count) levels of '\(item)' for \(members.count) members; give one each")
      }
      for (member, level) in zip(members, row) where !level.isFinite {
        throw .invalid("the level of '\(member)' in '\(item)' is \(level); give a finite number")
      }
    }
    let given = weights ?? [Double](repeating: 1, count: items.count)
    guard given.count == items.count else {
      throw .invalid("\(given.count) weights for \(items.count) items; give one each")
    }
    for (item, weight) in zip(items, given) where !(weight.isFinite && weight >= 0) {
      throw .invalid("the weight of '\(item)' is \(weight); give a finite number, 0 or more")
    }
    let sum = given.reduce(0, +)
    guard sum > 0, sum.isFinite else { throw .invalid("the weights add up to \(sum); give some above 0") }
    self.members = members
    self.items = items
    self.levels = levels
    self.weights = given.map { $0 / sum }
  }

  /// The distance of two members' levels in an item, in its unit.
  public func difference(of first: Int, and second: Int, inItem item: Int) -> Double {
    abs(levels[item][first] - levels[item][second])
  }

  /// The weighted mean over the items of the distances of two members.
  public func difference(of first: Int, and second: Int) -> Double {
    items.indices.reduce(0) { $0 + weights[$1] * difference(of: first, and: second, inItem: $1) }
  }

  /// The level of the target in an item.
  public func level(of target: Target, inItem item: Int) -> Double {
    let sorted = levels[item].sorted()
    switch target {
    case .highest: return sorted[sorted.count - 1]
    case .lowest: return sorted[0]
    case .median: return sorted[(sorted.count - 1) / 2] / 2 + sorted[sorted.count / 2] / 2
    case .given(let level): return level
    }
  }

  /// How far each member is from the target in an item, in its unit.
  public func distances(inItem item: Int, to target: Target) -> [Double] {
    let common = level(of: target, inItem: item)
    return levels[item].map { abs($0 - common) }
  }

  /// What it costs each member to move to the target in an item: its distance times its cost of one unit.
  ///
  /// - Parameters:
  ///   - item: the number of the item.
  ///   - target: the level that all are to have in common.
  ///   - costPerStep: one a member, the cost a year of moving one unit of the item.
  public func switchingCosts(inItem item: Int, to target: Target, costPerStep: [Double]) -> [Double] {
    precondition(costPerStep.count == members.count, "a cost of one step for each member")
    return zip(distances(inItem: item, to: target), costPerStep).map { $0 * $1 }
  }
}
