import CollectiveAction
import Mathematics

/// A coalition and how much it counts.
public struct WeightedCoalition: Sendable, Equatable {
  public let coalition: Coalition
  /// How much it counts.
  public let weight: Rational

  /// A coalition that counts `weight`.
  public init(coalition: Coalition, weight: Rational) {
    self.coalition = coalition
    self.weight = weight
  }
}

/// The proof that shares are the nucleolus: exact shares, and stage by stage why nobody can do better.
///
/// At each stage the coalitions outside those already settled miss at most ``Stage/level``; the tight
/// ones miss exactly that; and they are balanced: with their weights, all above zero, they cover settled
/// coalitions only. So if some of them missed less under another division others would miss more: their
/// totals are settled. After the last stage every share is. ``verify(_:for:)`` checks this without knowing
/// how the shares were found.
///
/// Worths are read as the decimals they print as: 34.69 is 3469/100.
///
/// Source: Kohlberg (1971), SIAM J. Appl. Math. 20, 62–66; fewer tests after Benedek, Fliege & Nguyen
/// (2021), Math. Program. 190, 485–518.
public struct NucleolusCertificate: Sendable, Equatable {
  /// One stage of the proof.
  public struct Stage: Sendable, Equatable {
    /// The excess of the tight coalitions: what they pay beyond their own cost, or get less than their own
    /// surplus; negative where they gain from working together. By ``ExcessMeasure/perCapita``, for each member;
    /// by ``ExcessMeasure/proportional``, for each unit of its worth.
    public let level: Rational
    /// The coalitions with that excess, their weights above zero.
    public let tight: [WeightedCoalition]
    /// The players held at what they pay, or get, alone, their weights above zero; each a coalition of one.
    public let atOwnWorth: [WeightedCoalition]
    /// Coalitions of earlier stages, and the coalition of all, with the weights, of any sign, that bring
    /// the cover of the others to nothing.
    public let settled: [WeightedCoalition]

    /// A stage as somebody claims it; ``verify(_:for:)`` tells whether it holds.
    public init(
      level: Rational, tight: [WeightedCoalition], atOwnWorth: [WeightedCoalition], settled: [WeightedCoalition]
    ) {
      self.level = level
      self.tight = tight
      self.atOwnWorth = atOwnWorth
      self.settled = settled
    }
  }

  /// The players' names, in the game's order.
  public let players: [String]
  /// Whether only divisions are compared that leave every player at least as well off as alone: the
  /// nucleolus, not the prenucleolus.
  public let overImputations: Bool
  /// How excesses are compared.
  public let measure: ExcessMeasure
  /// One share a player, exactly.
  public let shares: [Rational]
  /// The stages, in the order in which coalitions settle.
  public let stages: [Stage]

  /// A certificate as somebody claims it; ``verify(_:for:)`` tells whether it holds.
  public init(
    players: [String], overImputations: Bool, measure: ExcessMeasure = .total, shares: [Rational], stages: [Stage]
  ) {
    self.players = players
    self.overImputations = overImputations
    self.measure = measure
    self.shares = shares
    self.stages = stages
  }

  /// The stages' levels, each once, in falling order.
  public var distinctLevels: [Rational] {
    stages.map(\.level).reduce(into: []) { levels, level in
      if levels.last != level { levels.append(level) }
    }
  }

  /// The shares, as numbers.
  public var allocation: Allocation {
    Allocation(players: players, shares: shares.map(\.approximation))
  }
}
