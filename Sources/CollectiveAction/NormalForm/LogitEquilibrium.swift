/// What players do that err: each takes an action the more often the more it gains by it.
public struct LogitEquilibrium: Sendable, Equatable {
  /// λ: how exact the players are, per unit of payoff. At 0 all actions are taken equally often.
  public let precision: Double
  /// How often each player takes each action.
  public let profile: MixedProfile
  /// What each player gains on average.
  public let payoffs: [Double]
}

extension NormalFormGame {
  /// The logit quantal response equilibrium at λ that is reached from blind chance as players get more exact.
  ///
  /// Each takes action a with probability exp(λuₐ) / Σ exp(λuᵦ), where uₐ is what it gains by a on average while the
  /// others err likewise. There may be several; this is the one on the branch that begins at λ = 0, and if that turns
  /// back the first on it.
  ///
  ///     try game.logitEquilibrium(precision: 2).profile.strategies[0]
  ///
  /// - Parameter precision: λ, 0 or more and finite, per unit of payoff.
  /// - Returns: probabilities within 10⁻⁹ of those that λ and the payoffs call for.
  /// - Throws: ``DilemmaError/invalid(_:)`` when `precision` is below zero or not finite, or the branch was lost.
  /// - Complexity: at most four thousand systems of Σkᵢ equations, n² readings of the table each.
  ///
  /// Source: McKelvey & Palfrey (1995), Games Econ. Behav. 10, 6–38; followed as in Turocy (2005), Games Econ. Behav.
  /// 51, 243–263.
  public func logitEquilibrium(precision: Double) throws(DilemmaError) -> LogitEquilibrium {
    guard precision.isFinite, precision >= 0 else {
      throw .invalid("a precision of \(precision); give a finite number, 0 or more")
    }
    // In units of the largest range, in which the path is neither too long nor too short.
    let unit = players.indices.reduce(0) { max($0, table.range(of: $1)) }
    let scale = unit > 0 ? unit : 1
    let path = LogitPath(table, scales: players.map { _ in scale })
    guard let point = path.follow(to: precision * scale, isEnough: { $0.lambda >= precision * scale }) else {
      throw .invalid(
        "the branch of logit equilibria was lost before a precision of \(precision); ask for a smaller one")
    }
    let profile = MixedProfile(strategies: path.mixes(at: point))
    return LogitEquilibrium(precision: precision, profile: profile, payoffs: table.payoffs(of: profile.strategies))
  }
}
