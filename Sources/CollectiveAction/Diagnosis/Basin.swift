import Mathematics

/// Where best replies lead from any starting point, and from how many of them to which equilibrium.
///
/// At each step one of the players who would save by another action, each as likely as the next, takes its best
/// reply, until nobody would. Every starting point counts alike. The share of those that end in the best equilibrium is its
/// basin, and what is missing to one is the risk that the players, once out of step, settle for less.
///
///     let basin = try Basin(of: game, using: &chance)
///     basin.settlements[0].actions   // where they may end
///     basin.settlements[0].share     // how often
///     basin.best?.share              // of the cheapest for all
///
/// Where the profiles of actions are few enough the shares are exact: they solve the equations of the chain the steps
/// make, one part of it that leads back to itself after another. Else starting points are drawn, and every share comes
/// with an interval that holds it with probability 0.99 (Clopper & Pearson 1934, Biometrika 26, 404–413).
///
/// Players who move one by one, at random: Monderer & Shapley (1996), Games Econ. Behav. 14, 124–143, call such a way
/// an improvement path. The measure is ours.
public struct Basin: Sendable, Equatable {
  /// An end of the ways, and how many lead there.
  public struct Settlement: Sendable, Equatable {
    public let actions: [Double]
    public let costs: [Double]
    /// The share of the starting points that lead here.
    public let share: Double
    /// What holds the share with probability 0.99; a single point where it is exact.
    public let interval: ClosedRange<Double>
  }

  /// The ends that were reached, or in an exact basin all there are, by their actions.
  public let settlements: [Settlement]
  /// The share of the ways that do not end: they turn in a circle or, where drawn, were still moving at the last step.
  public let unsettled: Double
  /// How many starting points were drawn; none where all were looked at.
  public let draws: Int?

  /// The settlement with the least total cost, the first of several; none where no way ends.
  public var best: Settlement? {
    settlements.min { $0.costs.reduce(0, +) < $1.costs.reduce(0, +) }
  }

  /// The settlement at `actions`, of several the nearest; none if no way that was followed ends there.
  ///
  /// Drawn ways stop when what could still be saved is rounding, so an end counts as the same within a thousandth of each
  /// range; listed actions have to be equal.
  public func settlement(at actions: [Double], in dilemma: some PlayableDilemma) -> Settlement? {
    let play = BestReplyPlay(of: dilemma)
    return settlements.filter { play.isSame($0.actions, actions) }
      .min { play.distance($0.actions, actions) < play.distance($1.actions, actions) }
  }

  /// The most profiles that are all looked at.
  public static let mostProfiles = 4096
  /// The longest way that is followed when starting points are drawn, in steps a player.
  public static let longestWay = 400

  /// - Parameters:
  ///   - dilemma: any game that can be played.
  ///   - draws: how many starting points are drawn where they cannot all be looked at.
  ///   - chance: not drawn from where they can.
  /// - Complexity: for m profiles of n players, m·n² prices and the solution of linear systems as large as the largest set
  ///   of profiles that lead back to one another; when drawn, draws times the length of a way.
  public init(
    of dilemma: some PlayableDilemma, draws: Int = 1000, using chance: inout some RandomNumberGenerator
  ) {
    precondition(draws > 0, "at least one starting point is drawn")
    let play = BestReplyPlay(of: dilemma)
    if let chain = ReplyChain(of: play, mostProfiles: Self.mostProfiles) {
      (settlements, unsettled) = chain.settlements()
      self.draws = nil
      return
    }
    var ends: [(actions: [Double], count: Int)] = []
    var lost = 0
    for _ in 0..<draws {
      guard let end = play.end(from: play.start(using: &chance), steps: Self.longestWay, using: &chance) else {
        lost += 1
        continue
      }
      if let known = ends.firstIndex(where: { play.isSame($0.actions, end) }) {
        ends[known].count += 1
      } else {
        ends.append((end, 1))
      }
    }
    settlements = ends.sorted { $0.actions.lexicographicallyPrecedes($1.actions) }.map { actions, count in
      Settlement(
        actions: actions, costs: dilemma.costs(of: actions), share: Double(count) / Double(draws),
        interval: shareInterval(successes: count, of: draws))
    }
    unsettled = Double(lost) / Double(draws)
    self.draws = draws
  }
}

/// What holds the probability behind `successes` of `trials` with probability 0.99 at least (Clopper & Pearson 1934).
func shareInterval(successes: Int, of trials: Int) -> ClosedRange<Double> {
  /// The x at which `distribution` has passed `probability`.
  func quantile(_ distribution: BetaDistribution, _ probability: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    // 60 halvings leave less than 10⁻¹⁷ of the range.
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if distribution.cumulative(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
  let (hits, misses) = (Double(successes), Double(trials - successes))
  let low = successes == 0 ? 0 : quantile(BetaDistribution(a: hits, b: misses + 1), 0.005)
  let high = successes == trials ? 1 : quantile(BetaDistribution(a: hits + 1, b: misses), 0.995)
  return low...high
}
