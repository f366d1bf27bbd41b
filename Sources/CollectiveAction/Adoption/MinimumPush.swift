/// How a figure was found, and so what it says.
public enum Optimality: Sendable, Equatable {
  /// Nothing smaller does: every way was weighed, or a proof leaves out none.
  case exact
  /// Something smaller may do, down to the lower bound that is given.
  case upperBound
}

/// The smallest total subsidy that takes play from the least to the greatest equilibrium.
public struct SubsidyPush: Sendable, Equatable {
  /// What each player is paid for adopting, in the game's currency a year; 0 for most.
  public let subsidies: [Double]
  /// Who adopts after whom, beginning with those that do so by themselves; every one of the greatest equilibrium.
  public let order: [Int]
  /// No subsidy that adds up to less than this is enough.
  public let lowerBound: Double
  /// Whether ``total`` was shown to be the smallest.
  public let optimality: Optimality

  /// What is paid in all.
  public var total: Double { subsidies.reduce(0, +) }
}

/// The smallest set of players that, once they have adopted, draw play to the greatest equilibrium.
public struct FirstMoverPush: Sendable, Equatable {
  /// Their numbers, ascending; none when play comes there by itself.
  public let players: [Int]
  /// No set of fewer players is enough.
  public let lowerBound: Int
  /// Whether there is no smaller set.
  public let optimality: Optimality
}

extension SharedStandard {
  /// The smallest total subsidy that takes play from the least to the greatest equilibrium: the minimum push.
  ///
  /// Each subsidy lowers one player's switching cost. A player that is made indifferent is taken to adopt, so the
  /// subsidies are what must just be exceeded. A player of those that would not adopt in the greatest equilibrium may
  /// be paid as well, when it is cheap and others follow it. In whatever way play arrives there, someone comes after
  /// someone, and each is paid what it then still lacks; so the smallest subsidy is that of the best order.
  ///
  /// What is found is exact
  /// - with equal weights and equal benefits, for any number of players: the cheapest first;
  /// - with equal weights, for some hundred players: they are assigned to places in the order;
  /// - for up to ``mostUndecided`` players that do not adopt by themselves: all orders are weighed, set by set;
  /// - wherever the bound from below meets what was found.
  ///
  /// Otherwise it is the best of several orders, improved place by place, and ``SubsidyPush/lowerBound`` says how
  /// far from the smallest it can be.
  ///
  /// Source: paying those that come first and letting the rest follow, Segal (2003), J. Econ. Theory 113, 147–181.
  /// - Complexity: a sort; or u·2ᵘ for u undecided players; or u³; beyond, one reading of the weights a round.
  public func smallestSubsidy() -> SubsidyPush {
    let push = PushProblem(self)
    guard !push.needed.isEmpty else { return push.subsidies(inOrder: [], lowerBound: 0, isExact: true) }
    if push.isSorted {
      return push.subsidies(inOrder: push.cheapestFirst, lowerBound: 0, isExact: true)
    }
    if exchange.isUniform, let assigned = PushAssignment(push) {
      return push.subsidies(inOrder: assigned.order, lowerBound: 0, isExact: true)
    }
    if push.free.count <= Self.mostUndecided {
      return push.subsidies(inOrder: push.bestOrder { max(0, -$0) }.order, lowerBound: 0, isExact: true)
    }
    let local = LocalGains(push)
    let found = push.subsidies(inOrder: push.goodOrder(local), lowerBound: 0, isExact: false)
    let bound = max(push.bound(below: found.total, local), PushAssignment(push)?.cost ?? push.boundByPlaces())
    return push.subsidies(inOrder: Array(found.order.suffix(push.needed.count)), lowerBound: bound, isExact: false)
  }

  /// The smallest set of players that, once they have adopted, draw play to the greatest equilibrium.
  ///
  /// Here a player follows only when it gains by it: who is indifferent has to be won as well. What is found is exact
  /// with equal weights, whatever benefits and costs and however many players; for up to ``mostUndecided`` players
  /// that do not adopt by themselves; and wherever the bound from below meets it. Otherwise it is the
  /// smallest of several good sets.
  /// - Complexity: as for ``smallestSubsidy()``.
  public func fewestFirstMovers() -> FirstMoverPush {
    let push = PushProblem(self)
    guard !push.needed.isEmpty else { return FirstMoverPush(players: [], lowerBound: 0, optimality: .exact) }
    if exchange.isUniform {
      let movers = push.mostReluctant()
      return FirstMoverPush(players: movers.sorted(), lowerBound: movers.count, optimality: .exact)
    }
    if push.free.count <= Self.mostUndecided {
      let best = push.bestOrder { $0 > tolerance ? 0 : 1 }
      let movers = push.firstMovers(inOrder: best.order)
      return FirstMoverPush(players: movers.sorted(), lowerBound: movers.count, optimality: .exact)
    }
    let movers = push.goodFirstMovers()
    let bound = push.fewestByPlaces()
    return FirstMoverPush(
      players: movers.sorted(), lowerBound: bound, optimality: movers.count == bound ? .exact : .upperBound)
  }
}
