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

/// From the least to the greatest equilibrium: both, and the smallest pushes from the one to the other.
public struct MinimumPush: Sendable, Equatable {
  /// Who adopts in the least equilibrium, one answer a player.
  public let least: [Bool]
  /// Who adopts in the greatest.
  public let greatest: [Bool]
  /// The smallest total subsidy.
  public let subsidy: SubsidyPush
  /// The smallest set of first movers.
  public let firstMovers: FirstMovers
}

extension SharedStandard {
  /// How many steps the search for the fewest first movers takes when nothing else is asked for: a few hundredths of
  /// a second.
  public static let fewSteps = 8_000_000

  /// Both extreme equilibria, the smallest subsidy and the fewest first movers: the same as asking for each, for little
  /// more than half of the work.
  ///
  /// - Parameter steps: as in ``fewestFirstMovers(steps:)``.
  /// - Complexity: for dense weights a few readings of them, on all cores, and a few passes over all pairs of players.
  public func minimumPush(steps: Int = fewSteps) -> MinimumPush {
    let push = PushProblem(self)
    let (subsidy, movers) = push.smallestPushes(steps: steps)
    return MinimumPush(least: push.base, greatest: push.greatest, subsidy: subsidy, firstMovers: movers)
  }

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
    PushProblem(self).smallestSubsidy()
  }

  /// The smallest set of players that, once they have adopted, draw play to the greatest equilibrium.
  ///
  /// Here a player follows only when it gains by it: who is indifferent has to be won as well. What is found is exact
  /// with equal weights, whatever benefits and costs and however many players; for up to ``mostUndecided`` players
  /// that do not adopt by themselves; and wherever the bound from below meets it. For up to ``mostSearched`` players
  /// both are sought by branch and bound, one number of movers after the other; beyond, it is the smallest of several
  /// good sets, and the bound is what the players gain at most by those that come before them.
  ///
  /// - Parameter steps: about how many sums the branch and bound may take, 0 for none. More may narrow what is between
  ///   the set and the bound; it does not change what is exact.
  /// - Complexity: as for ``smallestSubsidy()``, and the steps.
  public func fewestFirstMovers(steps: Int = fewSteps) -> FirstMovers {
    PushProblem(self).fewestFirstMovers(steps: steps)
  }

  /// The most undecided players among whom first movers are sought by branch and bound.
  public static let mostSearched = 256
}
