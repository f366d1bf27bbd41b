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
  /// set holds its corners, of those with more than some thousands not all, and is not complete; ``continua(agreeing:)``
  /// tells which belong together. The outcome of ``outcome(agreeing:)`` is in the set to the last bit.
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
    let (own, isUnique) = try equilibrium(acting: [coalition], agreeing: coalition)
    let reached = units.actions(at: own)
    guard !isUnique else { return ([Outcome(actions: reached, costs: costs(of: reached), isUnique: true)], [], true) }
    let problem = try CompetitionProblem(of: self, groups: [coalition]).withoutDominated()
    let found = problem.complementarity.allSolutions()
    var points: [[Double]] = []
    var places: [Int: Int] = [:]
    var isKnown = false
    for (index, point) in found.points.enumerated() where try isBest(for: problem, point) {
      places[index] = points.count
      // The outcome itself, to the last bit, in place of its twin.
      let isReached = !isKnown && zip(point, own).allSatisfy { abs($0 - $1) <= 1e-7 }
      isKnown = isKnown || isReached
      points.append(isReached ? reached : units.actions(at: point))
    }
    if !isKnown { points.append(reached) }
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
    let continua =
      problem.contested.isEmpty ? found.continua.map { $0.compactMap { places[$0].map { rank[$0] } }.sorted() } : []
    return (outcomes, continua, isComplete)
  }
}
