import CollectiveAction
import Mathematics

/// A network that stands, a tree rooted at its source, whose users pay for its upkeep: a sewer, an irrigation
/// canal, a road into a valley.
///
/// A coalition pays for every edge on its members' ways to the source. Costs are read as the decimals they print
/// as, and each share is rounded once.
///
/// Source: Megiddo (1978), Math. Oper. Res. 3, 189–196.
public struct FixedTreeGame: Sendable, Equatable {
  /// A place of the network, the edge that leads from it towards the source, and who uses it there.
  public struct Place: Sendable, Equatable {
    /// The index of an earlier place; nil for the source.
    public let parent: Int?
    /// What the edge to the parent costs, from zero up.
    public let cost: Double
    /// The users at this place; there may be none.
    public let users: [String]

    public init(parent: Int?, cost: Double, users: [String]) {
      self.parent = parent
      self.cost = cost
      self.users = users
    }
  }

  /// The places, each after the one it hangs from.
  public let places: [Place]

  /// The users' names, in the order of the places.
  public var players: [String] { places.flatMap(\.users) }

  private let costs: [Rational]
  /// The places that hang from each.
  private let children: [[Int]]
  /// How many users are at each place or beyond.
  private let usersBeyond: [Int]
  /// What the edges to each place and beyond cost, as far as somebody uses them.
  private let costBeyond: [Rational]

  /// - Parameter places: with at least one user in all, no two of one name.
  /// - Throws: ``StructuredGameError`` naming the place or user that is wrong.
  public init(places: [Place]) throws(StructuredGameError) {
    try checkNames(places.flatMap(\.users))
    var children = [[Int]](repeating: [], count: places.count)
    for (index, place) in places.enumerated() {
      let name = place.users.first ?? "place \(index)"
      guard place.cost >= 0, place.cost.isFinite else {
        throw .wrongFigure(of: "cost of the edge", at: name, figure: place.cost)
      }
      guard let parent = place.parent else { continue }
      guard places.indices.contains(parent) else { throw .unknownPlace(parent, count: places.count) }
      guard parent < index else { throw .parentNotBefore(name) }
      children[parent].append(index)
    }
    self.places = places
    self.children = children
    costs = places.map { Rational(decimal: $0.cost) }
    var usersBeyond = places.map(\.users.count)
    var costBeyond = [Rational](repeating: 0, count: places.count)
    for index in places.indices.reversed() where usersBeyond[index] > 0 {
      costBeyond[index] = costBeyond[index] + costs[index]
      guard let parent = places[index].parent else { continue }
      usersBeyond[parent] += usersBeyond[index]
      costBeyond[parent] = costBeyond[parent] + costBeyond[index]
    }
    self.usersBeyond = usersBeyond
    self.costBeyond = costBeyond
  }

  /// Every edge is paid by its users in equal parts: the Shapley value.
  ///
  /// - Complexity: O(n) for n places and users.
  ///
  /// Source: Megiddo (1978), Math. Oper. Res. 3, 189–196.
  public var shapleyValue: Allocation {
    var fees = [Rational](repeating: 0, count: places.count)
    for (index, place) in places.enumerated() where usersBeyond[index] > 0 {
      let above = place.parent.map { fees[$0] } ?? 0
      fees[index] = above + costs[index] / Rational(usersBeyond[index])
    }
    return allocation(fees)
  }

  /// The nucleolus: the users at one place pay alike.
  ///
  /// Only two kinds of saving can be the smallest: of all but one user, which is what that user pays, and of all
  /// but those at a place and beyond it, which is what these pay above the cost of their own edges. The largest t
  /// that all of these can reach is where what the places need at least adds up to what there is to pay; then those
  /// who are at t are settled, and each branch cut off by them goes on by itself.
  ///
  /// - Complexity: O(n³) for n places.
  ///
  /// Source: Granot, Maschler, Owen & Zhu (1996), Int. J. Game Theory 25, 219–244; Megiddo (1978).
  public var nucleolus: Allocation {
    var fees = [Rational](repeating: 0, count: places.count)
    // Branches whose users pay a sum that is settled already.
    var open: [(place: Int, sum: Rational)] = places.indices.filter { places[$0].parent == nil && usersBeyond[$0] > 0 }
      .map { ($0, costBeyond[$0]) }
    while let (root, sum) = open.popLast() {
      let level = largestLevel(in: root, paying: sum)
      // From the root as far as everybody pays the level; beyond, branches that pay their own edges and the level.
      var reached = [root]
      while let place = reached.popLast() {
        fees[place] = level
        for child in children[place] where usersBeyond[child] > 0 {
          let cutOff = costBeyond[child] + level
          if cutOff >= inner(child, at: level).need { open.append((child, cutOff)) } else { reached.append(child) }
        }
      }
    }
    return allocation(fees)
  }

  /// What every coalition of users pays on its own, as a table of costs.
  ///
  /// - Throws: ``StructuredGameError/noTable(_:)`` beyond 26 users.
  public func table() throws(StructuredGameError) -> CoalitionGame {
    let home = places.indices.flatMap { index in places[index].users.map { _ in index } }
    return try structuredTable(players, .cost) { coalition in
      var used = [Bool](repeating: false, count: places.count)
      for user in coalition { used[home[user]] = true }
      var total = Rational.zero
      for index in places.indices.reversed() where used[index] {
        total = total + costs[index]
        if let parent = places[index].parent { used[parent] = true }
      }
      return total
    }
  }

  /// What those at a place and beyond have to pay at least when nobody pays less than `level` and every branch
  /// beyond pays its own edges and the level; and how fast that grows with the level.
  private func inner(_ place: Int, at level: Rational) -> (need: Rational, rate: Int) {
    var need = Rational(places[place].users.count) * level
    var rate = places[place].users.count
    for child in children[place] where usersBeyond[child] > 0 {
      let beyond = inner(child, at: level)
      let cutOff = costBeyond[child] + level
      need = need + max(beyond.need, cutOff)
      rate += beyond.need > cutOff ? beyond.rate : 1
    }
    return (need, rate)
  }

  /// The largest level at which those at a place and beyond need no more than `sum`.
  ///
  /// The need is convex in the level, so Newton's steps come down from the right and end on the exact solution.
  private func largestLevel(in root: Int, paying sum: Rational) -> Rational {
    // At this level somebody alone would need all of it.
    var level = sum
    while true {
      let (need, rate) = inner(root, at: level)
      guard need > sum else { return level }
      level = level - (need - sum) / Rational(rate)
    }
  }

  private func allocation(_ fees: [Rational]) -> Allocation {
    Allocation(
      players: players,
      shares: places.indices.flatMap { index in places[index].users.map { _ in fees[index].approximation } })
  }
}
