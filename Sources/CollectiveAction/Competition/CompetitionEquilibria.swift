import Mathematics

/// Equilibria that lie between others: every mixture of the corners is one too.
public struct EquilibriumContinuum: Sendable, Equatable {
  /// Two or more.
  public let corners: [Outcome]
}

extension CompetitionGame {
  /// All equilibria while the members of `coalition` act as one and every other player alone, the one with the least
  /// sum of actions first.
  ///
  /// Every way in which the players may stand, at their lowest, between or at their highest action, is looked at: all
  /// 3ⁿ of up to eight open players, and of more as far as the search comes. Where equilibria form a continuum the
  /// set holds its corners and is not complete; ``continua(agreeing:)`` tells which belong together.
  /// - Throws: as ``outcome(agreeing:)``.
  /// - Complexity: O(3ⁿ n³) at worst.
  public func equilibria(agreeing coalition: Coalition) throws(DilemmaError) -> EquilibriumSet {
    let (outcomes, _, isComplete) = try search(agreeing: coalition)
    return EquilibriumSet(outcomes: outcomes, isComplete: isComplete)
  }

  /// The continua among the equilibria; empty where each stands by itself.
  ///
  /// Where a joint payoff is not concave, corners at which the members have a better joint move are left out, and
  /// what lies between the others is not claimed to be an equilibrium: no continuum is returned then.
  /// - Throws: as ``outcome(agreeing:)``.
  /// - Complexity: as ``equilibria(agreeing:)``.
  public func continua(agreeing coalition: Coalition) throws(DilemmaError) -> [EquilibriumContinuum] {
    let (outcomes, continua, _) = try search(agreeing: coalition)
    return continua.map { EquilibriumContinuum(corners: $0.map { outcomes[$0] }) }
  }

  private func search(
    agreeing coalition: Coalition
  ) throws(DilemmaError) -> (outcomes: [Outcome], continua: [[Int]], isComplete: Bool) {
    let reached = try outcome(agreeing: coalition)
    if reached.isUnique { return ([reached], [], true) }
    let problem = try CompetitionProblem(of: self, groups: [coalition]).withoutDominated()
    let found = problem.complementarity.allSolutions()
    var points: [[Double]] = []
    for point in found.points where try isBest(for: problem, point) { points.append(point) }
    let width = zip(low, high).reduce(0) { max($0, $1.1 - $1.0) }
    let isKnown = points.contains { zip($0, reached.actions).allSatisfy { abs($0 - $1) <= 1e-7 * width } }
    if !isKnown { points.append(reached.actions) }
    let order = points.indices.sorted { a, b in
      let (left, right) = (points[a].reduce(0, +), points[b].reduce(0, +))
      return left != right ? left < right : points[a].lexicographicallyPrecedes(points[b])
    }
    var rank = [Int](repeating: 0, count: points.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    let isComplete = found.isComplete && isKnown
    let outcomes = order.map {
      Outcome(actions: points[$0], costs: costs(of: points[$0]), isUnique: isComplete && points.count == 1)
    }
    let continua = problem.contested.isEmpty ? found.continua.map { $0.map { rank[$0] }.sorted() } : []
    return (outcomes, continua, isComplete)
  }
}
