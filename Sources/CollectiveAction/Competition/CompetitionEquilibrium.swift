import Mathematics

extension CompetitionGame {
  /// The equilibrium in which the members of `coalition` maximise their joint payoff and every outsider its own.
  ///
  /// Where the joint payoff of the members is not concave, their best is found by cutting the box in pieces
  /// (`QuadraticMaximum`), and an equilibrium is returned only if no joint move of theirs is better.
  /// ``Outcome/isUnique`` is certified by the matrix of the conditions, by dominance, or by how hard the players are
  /// pressed against the ends of their ranges, and only where rounding cannot have made the difference; see
  /// ``equilibria(agreeing:)`` for a search.
  /// - Throws: ``DilemmaError/noEquilibrium(agreeing:)`` where none was found: there may be none where a joint payoff is
  ///   not concave, and elsewhere only rounding can hide it; ``DilemmaError/invalid(_:)`` where its best could not be
  ///   proven, or where costs grow beyond what a number holds.
  /// - Complexity: O(n³) as a rule, some ten microseconds for sixteen players.
  public func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    precondition(coalition.isSubset(of: .grand(of: players.count)), "a coalition of players the game does not have")
    return try outcome(acting: [coalition], agreeing: coalition)
  }

  /// The equilibrium of parties: `groups`, and every player outside them alone.
  func outcome(acting groups: [Coalition], agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    let (own, isUnique) = try equilibrium(acting: groups, agreeing: coalition)
    let actions = units.actions(at: own)
    return Outcome(actions: actions, costs: costs(of: actions), isUnique: isUnique)
  }

  /// The same in ``ActionUnits``.

  func equilibrium(
    acting groups: [Coalition], agreeing coalition: Coalition
  ) throws(DilemmaError) -> (own: [Double], isUnique: Bool) {
    let whole = try CompetitionProblem(of: self, groups: groups)
    if whole.contested.isEmpty, whole.complementarity.matrix.isPositiveDefinite(within: whole.noise) {
      return (try solution(of: whole, agreeing: coalition), true)
    }
    let problem = try whole.withoutDominated()
    let open = problem.open
    guard !open.isEmpty else { return (problem.complementarity.lower, true) }
    // What is certain holds for all that meet the conditions, so for the best of a contested group, which does.
    if try problem.conditionsOfOpen(open).uniqueness(within: problem.noise).isCertain {
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
    var own = start(in: problem)
    var isAtRest = false
    for _ in 0..<Self.rounds where !isAtRest {
      isAtRest = true
      for i in own.indices where problem.lower[i] < problem.upper[i] {
        let push = problem.push(on: i, at: own)
        let force = push.force
        guard abs(force) > 1e-13 * push.scale else { continue }
        let bend = problem.matrix[i, i]
        let (lower, upper) = (problem.lower[i], problem.upper[i])
        var target = force > 0 ? lower : upper
        if bend > 0 { target = min(max(own[i] - force / bend, lower), upper) }
        if abs(target - own[i]) > 1e-12 { isAtRest = false }
        own[i] = target
      }
    }
    return isAtRest ? exact(problem, near: own, within: 1e-6) : nil
  }

  /// Today, within what is open.
  private func start(in problem: BoxedComplementarity) -> [Double] {
    zip(units.own(of: today), zip(problem.lower, problem.upper)).map { min(max($0, $1.0), $1.1) }
  }

  /// The equilibrium of which the players stand where they came to rest, to the last digit, if it is that near; where
  /// no equations single it out, as on a continuum, the point itself if it meets the conditions.
  private func exact(_ problem: BoxedComplementarity, near own: [Double], within distance: Double) -> [Double]? {
    let near = distance * 1e-3
    let positions = own.indices.map { i -> BoxedComplementarity.Position in
      own[i] <= problem.lower[i] + near ? .atLower : own[i] >= problem.upper[i] - near ? .atUpper : .between
    }
    if let exact = try? problem.solution(startingFrom: positions).values,
      zip(exact, own).allSatisfy({ abs($0 - $1) <= distance })
    {
      return exact
    }
    let isMet = own.indices.allSatisfy { i in
      let push = problem.push(on: i, at: own)
      return abs(push.force) <= 1e-9 * push.scale || push.force > 0 && own[i] == problem.lower[i]
        || push.force < 0 && own[i] == problem.upper[i]
    }
    return isMet ? own : nil
  }

  // MARK: - Where a joint payoff is not concave

  /// How many boxes the search for a group's best may look at.
  private static let mostBoxes = 20_000

  /// An equilibrium in which each group does the best of all it can do together.
  private func contestedEquilibrium(
    of problem: CompetitionProblem, open: [Int], agreeing coalition: Coalition
  ) throws(DilemmaError) -> [Double] {
    var own = start(in: problem.complementarity)
    // With one party open there is nothing to adjust to.
    if let group = problem.contested.first, open.allSatisfy({ group.contains($0) }) {
      let best = try proven(problem, group, own)
      for (place, member) in group.enumerated() { own[member] = best.point[place] }
      return try polished(own, of: problem) ?? own
    }
    // Each in turn, a group at once, until none moves.
    let singles = open.filter { player in !problem.groups.contains { $0.contains(player) } }.map(Coalition.single)
    let parties = problem.groups + singles
    var isAtRest = false
    for _ in 0..<100 where !isAtRest {
      isAtRest = true
      for party in parties {
        let now = self.value(of: party, in: problem, at: own)
        let best = try proven(problem, party, own)
        guard best.value > now + best.rounding else { continue }
        for (place, member) in party.enumerated() { own[member] = best.point[place] }
        isAtRest = false
      }
    }
    // Nobody gains more than rounding, which may be far from where nobody gains anything.
    if isAtRest, let exact = try polished(own, of: problem) { return exact }
    // They go round in circles; some equilibrium may be there nevertheless: the one nearest to where they are.
    var nearest: (own: [Double], distance: Double)?
    for point in problem.complementarity.allSolutions().points where try isBest(for: problem, point) {
      let distance = zip(point, own).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if distance < nearest?.distance ?? .infinity { nearest = (point, distance) }
    }
    guard let nearest else { throw noEquilibrium(agreeing: coalition) }
    return nearest.own
  }

  /// The equilibrium near `own`, exactly; none where none is within a hundredth of the ranges.
  private func polished(_ own: [Double], of problem: CompetitionProblem) throws(DilemmaError) -> [Double]? {
    guard let exact = exact(problem.complementarity, near: own, within: 1e-2), try isBest(for: problem, exact) else {
      return nil
    }
    return exact
  }

  /// What `party` gets at `own`, but for terms it has no hand in.
  private func value(of party: Coalition, in problem: CompetitionProblem, at own: [Double]) -> Double {
    party.reduce(0) { sum, i in
      var slope = -problem.complementarity.constant[i]
      for k in own.indices {
        slope -= problem.complementarity.matrix[i, k] * own[k] * (party.contains(k) ? 0.5 : 1)
      }
      return sum + slope * own[i]
    }
  }

  /// Whether no contested group has a better joint reply.
  func isBest(for problem: CompetitionProblem, _ own: [Double]) throws(DilemmaError) -> Bool {
    for group in problem.contested {
      let best = try proven(problem, group, own)
      if best.value > value(of: group, in: problem, at: own) + 10 * best.rounding { return false }
    }
    return true
  }

  func proven(
    _ problem: CompetitionProblem, _ group: Coalition, _ own: [Double]
  ) throws(DilemmaError) -> QuadraticMaximum {
    let best = try problem.bestReply(of: group, to: own, mostBoxes: Self.mostBoxes)
    guard best.isProven else {
      throw .invalid(
        "the joint payoff of \(group.map { players[$0] }.joined(separator: ", ")) is not concave, and after "
          + "\(best.boxes) boxes its best is only known to within \(best.surplus); "
          + "ask optimum(mostBoxes:) for a bound, or state fewer players or narrower ranges")
    }
    return best
  }
}
