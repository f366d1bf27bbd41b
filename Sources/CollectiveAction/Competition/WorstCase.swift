import Mathematics

extension CompetitionGame {
  /// The least cost that the members of `coalition` can be sure of, whatever the outsiders do.
  ///
  /// Members choose to make their joint cost least, outsiders to make it greatest.
  func guaranteedCost(of coalition: Coalition) throws(DilemmaError) -> Double {
    let count = players.count
    // All mind the coalition's cost; it wants it low and the others high.
    let whole = try CompetitionProblem(
      of: self, parties: [Coalition](repeating: coalition, count: count),
      signs: (0..<count).map { coalition.contains($0) ? 1 : -1 }, groups: []
    ).complementarity
    let (matrix, constant) = (whole.matrix, whole.constant)
    // Who gains by more, or by less, wherever the others stand, goes to that end; the order of moves does not matter.
    let (lower, upper) = CompetitionProblem.undominated(whole)
    let open = (0..<count).filter { lower[$0] < upper[$0] }
    let members = open.filter { coalition.contains($0) }
    let outsiders = open.filter { !coalition.contains($0) }
    func cost(_ own: [Double]) -> Double {
      let costs = costs(of: units.actions(at: own))
      return coalition.reduce(0) { $0 + costs[$1] }
    }
    func isConcave(_ places: [Int]) -> Bool {
      CompetitionProblem.block(of: matrix, places).isPositiveSemidefinite()
    }
    if outsiders.isEmpty || isConcave(outsiders), members.isEmpty || isConcave(members) {
      let saddle = try CompetitionProblem.complementarity(matrix, constant, lower, upper)
      guard let found = try? saddle.solution() else {
        throw .noEquilibrium(agreeing: coalition.map { players[$0] })
      }
      return cost(found.values)
    }
    guard members.allSatisfy({ i in outsiders.allSatisfy { matrix[i, $0] == 0 } }) else {
      throw .invalid(
        "the worst that others can do to \(coalition.map { players[$0] }.joined(separator: ", ")) is not found exactly: "
          + "it depends on what the coalition does, and the coalition's joint payoff is not both concave in its own "
          + "actions and convex in theirs; use the convention gamma or delta")
    }
    var own = lower
    for (side, sign) in [(Coalition(members), -1.0), (Coalition(outsiders), 1.0)] where !side.isEmpty {
      let places = Array(side)
      var curvature = CompetitionProblem.block(of: matrix, places)
      for index in curvature.elements.indices { curvature.elements[index].negate() }
      let slope = places.map { i in
        (0..<count).reduce(-constant[i]) { side.contains($1) ? $0 : $0 - matrix[i, $1] * own[$1] }
      }
      let best: QuadraticMaximum
      do {
        best = try QuadraticMaximum(
          curvature: curvature, slope: slope, lower: places.map { lower[$0] }, upper: places.map { upper[$0] },
          mostBoxes: 20_000)
      } catch {
        throw CompetitionProblem.tooLarge
      }
      guard best.isProven else {
        let who = coalition.map { players[$0] }.joined(separator: ", ")
        throw .invalid(
          "what \(who) can be sure of is only known to within \(best.surplus), "
            + (sign < 0 ? "its joint payoff not being concave" : "the harm that others can do not being concave")
            + "; use the convention gamma or delta, or state narrower ranges")
      }
      for (place, player) in places.enumerated() { own[player] = best.point[place] }
    }
    return cost(own)
  }
}
