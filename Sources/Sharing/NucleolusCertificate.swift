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
    /// surplus; negative where they gain from working together. By ``ExcessMeasure/perCapita``, for each member.
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

extension NucleolusCertificate {
  /// The certificate that the stages of a search amount to: shares, levels and weights as exact solutions of
  /// the equations the stages state.
  ///
  /// - Returns: nil when the stages do not settle every share, or not once.
  init?(recoveredFrom stages: [SettledStage], of game: CoalitionGame, overImputations: Bool, measure: ExcessMeasure) {
    guard let solution = Self.sharesAndLevels(stages, of: game, measure: measure) else { return nil }
    players = game.players
    self.overImputations = overImputations
    self.measure = measure
    shares = solution.shares
    var proof: [Stage] = []
    var span = CoalitionSpan(playerCount: game.playerCount)
    _ = span.insert(game.grandCoalition)
    var independent = [game.grandCoalition]
    for (stage, level) in zip(stages, solution.levels) {
      let before = independent
      for coalition in stage.coalitions + stage.ownWorths.map({ Coalition.single($0) })
      where span.insert(coalition) { independent.append(coalition) }
      guard let weighed = Self.weights(of: stage, level: level, before: before, pivots: span.pivots) else {
        return nil
      }
      proof.append(weighed)
    }
    self.stages = proof
  }

  /// Solves: the shares add up to the joint worth; a tight coalition's total differs from its worth by the
  /// level; a player held at its own worth has it.
  private static func sharesAndLevels(
    _ stages: [SettledStage], of game: CoalitionGame, measure: ExcessMeasure
  ) -> (shares: [Rational], levels: [Rational])? {
    let count = game.playerCount
    let unknowns = count + stages.count
    var matrix: [[Int]] = []
    var sides: [Rational] = []
    func add(_ coalition: Coalition, level: Int?) {
      var row = [Int](repeating: 0, count: unknowns)
      for player in coalition { row[player] = 1 }
      // Paying beyond the cost is a positive excess, getting beyond the surplus a negative one.
      if let level { row[count + level] = (game.kind == .cost ? -1 : 1) * measure.weight(of: coalition) }
      matrix.append(row)
      sides.append(Rational(decimal: game[coalition]))
    }
    add(game.grandCoalition, level: nil)
    for (index, stage) in stages.enumerated() {
      for coalition in stage.coalitions { add(coalition, level: index) }
      for player in stage.ownWorths { add(.single(player), level: nil) }
    }
    guard matrix.count == unknowns, let system = ExactLinearSystem(matrix) else { return nil }
    let solution = system.solution(for: sides)
    return (Array(solution[..<count]), Array(solution[count...]))
  }

  /// Solves for the weights with which the stage's coalitions and those settled before cover nothing, the
  /// tight ones' adding up to one.
  ///
  /// - Parameter pivots: the players who stand for what is settled after the stage; the others' equations
  ///   follow from theirs.
  private static func weights(
    of stage: SettledStage, level: Rational, before: [Coalition], pivots: [Int]
  ) -> Stage? {
    let own = stage.ownWorths.map { Coalition.single($0) }
    let coalitions = stage.coalitions + own + before
    let matrix =
      pivots.map { player in coalitions.map { $0.contains(player) ? 1 : 0 } }
      + [coalitions.indices.map { $0 < stage.coalitions.count ? 1 : 0 }]
    guard matrix.count == coalitions.count, let system = ExactLinearSystem(matrix) else { return nil }
    let weights = system.solution(for: pivots.map { _ in 0 } + [1])
    let weighted = zip(coalitions, weights).map { WeightedCoalition(coalition: $0, weight: $1) }
    let (tightEnd, ownEnd) = (stage.coalitions.count, stage.coalitions.count + own.count)
    return Stage(
      level: level, tight: Array(weighted[..<tightEnd]), atOwnWorth: Array(weighted[tightEnd..<ownEnd]),
      settled: weighted[ownEnd...].filter { !$0.weight.isZero })
  }
}
