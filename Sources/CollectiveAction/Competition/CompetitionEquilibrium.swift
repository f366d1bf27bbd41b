import Mathematics

extension CompetitionGame {
  /// The equilibrium in which the members of `coalition` maximise their joint payoff and every outsider its own.
  ///
  /// Where the joint payoff of the members is not concave, their best is found by cutting the box in pieces
  /// (`QuadraticMaximum`), and an equilibrium is returned only if no joint move of theirs is better.
  /// ``Outcome/isUnique`` is certified by the matrix of the conditions, by dominance, or by their being monotone; see
  /// ``equilibria(agreeing:)`` for a search.
  /// - Throws: ``DilemmaError/noEquilibrium(agreeing:)`` where none was found, which is possible only where a joint
  ///   payoff is not concave; ``DilemmaError/invalid(_:)`` where its best could not be proven.
  /// - Complexity: O(n³) as a rule, some ten microseconds for sixteen players.
  public func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    precondition(coalition.isSubset(of: .grand(of: players.count)), "a coalition of players the game does not have")
    return try outcome(acting: [coalition], agreeing: coalition)
  }

  /// The equilibrium of parties: `groups`, and every player outside them alone.
  func outcome(acting groups: [Coalition], agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    let (actions, isUnique) = try equilibrium(acting: groups, agreeing: coalition)
    return Outcome(actions: actions, costs: costs(of: actions), isUnique: isUnique)
  }

  func equilibrium(
    acting groups: [Coalition], agreeing coalition: Coalition
  ) throws(DilemmaError) -> (actions: [Double], isUnique: Bool) {
    let whole = try CompetitionProblem(of: self, groups: groups)
    if whole.contested.isEmpty, whole.complementarity.matrix.isPositiveDefinite {
      return (try solution(of: whole, agreeing: coalition), true)
    }
    let problem = try whole.withoutDominated()
    let open = problem.open
    guard !open.isEmpty else { return (problem.complementarity.lower, true) }
    // What is certain holds for all that meet the conditions, so for the best of a contested group, which does.
    if try problem.conditionsOfOpen(open).uniqueness().isCertain {
      return (try solution(of: problem, agreeing: coalition), true)
    }
    guard problem.contested.isEmpty else {
      return (try contestedEquilibrium(of: problem, open: open, agreeing: coalition), false)
    }
    let found = try solution(of: problem, agreeing: coalition)
    if problem.isOnlyOne(found) { return (found, true) }
    return (settled(problem.complementarity) ?? found, false)
  }

  private func solution(of problem: CompetitionProblem, agreeing coalition: Coalition) throws(DilemmaError) -> [Double]
  {
    do {
      return try problem.complementarity.solution().values
    } catch {
      throw noEquilibrium(agreeing: coalition)
    }
  }

  private func noEquilibrium(agreeing coalition: Coalition) -> DilemmaError {
    .noEquilibrium(agreeing: coalition.map { players[$0] })
  }

  // MARK: - From today

  /// How often each adjusts before it is held to go on without end.
  private static let rounds = 10_000

  /// Where the players come to from today as each in turn does its best, exactly; none where they come to no rest.
  private func settled(_ problem: BoxedComplementarity) -> [Double]? {
    let count = players.count
    var actions = zip(today, zip(problem.lower, problem.upper)).map { min(max($0, $1.0), $1.1) }
    let width = zip(problem.lower, problem.upper).reduce(0) { max($0, $1.1 - $1.0) }
    var isAtRest = false
    for _ in 0..<Self.rounds where !isAtRest {
      isAtRest = true
      for i in 0..<count where problem.lower[i] < problem.upper[i] {
        let push = problem.push(on: i, at: actions)
        let force = push.force
        guard abs(force) > 1e-13 * push.scale else { continue }
        let bend = problem.matrix[i, i]
        let (lower, upper) = (problem.lower[i], problem.upper[i])
        var target = force > 0 ? lower : upper
        if bend > 0 { target = min(max(actions[i] - force / bend, lower), upper) }
        if abs(target - actions[i]) > 1e-12 * width { isAtRest = false }
        actions[i] = target
      }
    }
    guard isAtRest else { return nil }
    // To the last digit: the equilibrium of which the players stand where they came to rest.
    let positions = actions.indices.map { i -> BoxedComplementarity.Position in
      let near = 1e-9 * width
      return actions[i] <= problem.lower[i] + near
        ? .atLower : actions[i] >= problem.upper[i] - near ? .atUpper : .between
    }
    guard let exact = try? problem.solution(startingFrom: positions).values,
      zip(exact, actions).allSatisfy({ abs($0 - $1) <= 1e-6 * width })
    else {
      // On a continuum no system of equations singles the point out; it is one if the conditions are met.
      let isMet = actions.indices.allSatisfy { i in
        let push = problem.push(on: i, at: actions)
        return abs(push.force) <= 1e-9 * push.scale || push.force > 0 && actions[i] == problem.lower[i]
          || push.force < 0 && actions[i] == problem.upper[i]
      }
      return isMet ? actions : nil
    }
    return exact
  }

  // MARK: - Where a joint payoff is not concave

  /// How many boxes the search for a group's best may look at.
  private static let mostBoxes = 20_000

  /// An equilibrium in which each group does the best of all it can do together.
  private func contestedEquilibrium(
    of problem: CompetitionProblem, open: [Int], agreeing coalition: Coalition
  ) throws(DilemmaError) -> [Double] {
    var actions = zip(today, zip(problem.complementarity.lower, problem.complementarity.upper)).map {
      min(max($0, $1.0), $1.1)
    }
    // With one party open there is nothing to adjust to.
    if let group = problem.contested.first, open.allSatisfy({ group.contains($0) }) {
      let best = try proven(problem, group, actions)
      for (place, member) in group.enumerated() { actions[member] = best.point[place] }
      return actions
    }
    // Each in turn, a group at once, until none moves.
    let singles = open.filter { player in !problem.groups.contains { $0.contains(player) } }.map(Coalition.single)
    let parties = problem.groups + singles
    for _ in 0..<100 {
      var hasMoved = false
      for party in parties {
        let now = self.value(of: party, in: problem, at: actions)
        let best = try proven(problem, party, actions)
        guard best.value > now + best.rounding else { continue }
        for (place, member) in party.enumerated() { actions[member] = best.point[place] }
        hasMoved = true
      }
      if !hasMoved { return actions }
    }
    // They go round in circles; some equilibrium may be there nevertheless.
    for point in problem.complementarity.allSolutions().points where try isBest(for: problem, point) { return point }
    throw noEquilibrium(agreeing: coalition)
  }

  /// What `party` gets at `actions`, but for terms it has no hand in.
  private func value(of party: Coalition, in problem: CompetitionProblem, at actions: [Double]) -> Double {
    party.reduce(0) { sum, i in
      var slope = -problem.complementarity.constant[i]
      for k in actions.indices {
        slope -= problem.complementarity.matrix[i, k] * actions[k] * (party.contains(k) ? 0.5 : 1)
      }
      return sum + slope * actions[i]
    }
  }

  /// Whether no contested group has a better joint reply.
  func isBest(for problem: CompetitionProblem, _ actions: [Double]) throws(DilemmaError) -> Bool {
    for group in problem.contested {
      let best = try proven(problem, group, actions)
      if best.value > value(of: group, in: problem, at: actions) + 10 * best.rounding { return false }
    }
    return true
  }

  func proven(
    _ problem: CompetitionProblem, _ group: Coalition, _ actions: [Double]
  ) throws(DilemmaError) -> QuadraticMaximum {
    let best = try problem.bestReply(of: group, to: actions, mostBoxes: Self.mostBoxes)
    guard best.isProven else {
      throw .invalid(
        "the joint payoff of \(group.map { players[$0] }.joined(separator: ", ")) is not concave, and after "
          + "\(best.boxes) boxes its best is only known to within \(best.upperBound - best.value); "
          + "ask optimum(mostBoxes:) for a bound, or state fewer players or narrower ranges")
    }
    return best
  }
}
