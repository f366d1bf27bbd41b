import Mathematics

extension SpilloverGame {
  /// Neighbours along a river, from the source down: what one lets in is felt where it enters and, as far as it is not
  /// held back or broken down on the way, by everyone downstream.
  ///
  ///     let river = try SpilloverGame.river(
  ///       players: ["Huangshan", "Hangzhou"], baseline: [10, 6], abatementCost: [1, 2], linearDamage: [1, 3],
  ///       passing: [0.8])
  ///     river.transport[0, 1]  // 0.8 of a unit from upstream arrives
  ///
  /// Whoever lives upstream feels nothing of what those below do; so nobody upstream gains by cleaner water below
  /// unless it is paid.
  /// - Parameters:
  ///   - players: from the source down; all lists are in their order.
  ///   - baseline: 0 or more.
  ///   - limit: from 0 to the baseline; the baseline if absent.
  ///   - abatementCost: above 0.
  ///   - linearDamage: 0 or more; 0 if absent.
  ///   - quadraticDamage: 0 or more; 0 if absent.
  ///   - felt: what a unit weighs where it enters, 0 or more; 1 if absent.
  ///   - passing: for each but the last, which part of what is in the water there arrives at the next one, 0 to 1. A
  ///     substance that decays at a rate k over a way of length s passes e⁻ᵏˢ.
  ///   - background: 0 or more; 0 if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` as ``init(players:baseline:limit:abatementCost:linearDamage:quadraticDamage:transport:background:)``
  ///   does, or when a part that passes is none.
  public static func river(
    players: [String], baseline: [Double], limit: [Double]? = nil, abatementCost: [Double],
    linearDamage: [Double]? = nil, quadraticDamage: [Double]? = nil, felt: [Double]? = nil, passing: [Double],
    background: [Double]? = nil
  ) throws(DilemmaError) -> SpilloverGame {
    let count = players.count
    try requirePlayers(players, atMost: 63)
    guard passing.count == count - 1 else {
      throw .invalid("\(passing.count) parts that pass between \(count) players along a river; give \(count - 1)")
    }
    for (reach, part) in passing.enumerated() where !(part >= 0 && part <= 1) {
      throw .invalid("the part that passes from '\(players[reach])' to '\(players[reach + 1])' is \(part); give 0 to 1")
    }
    let weights = felt ?? [Double](repeating: 1, count: count)
    try requireFigures(weights, called: "weight where it enters", of: players)
    var transport = Matrix(rows: count, columns: count)
    for i in 0..<count {
      var arrives = weights[i]
      transport[i, i] = arrives
      for j in (i + 1)..<max(count, i + 1) {
        arrives *= passing[j - 1]
        transport[i, j] = arrives
      }
    }
    return try SpilloverGame(
      players: players, baseline: baseline, limit: limit, abatementCost: abatementCost, linearDamage: linearDamage,
      quadraticDamage: quadraticDamage, transport: transport, background: background)
  }

  /// What each player adds to the cost of those before it: xᵢ = c({1, …, i}) − c({1, …, i−1}), in the order of
  /// ``players``, along a river from the source down.
  ///
  /// Along a river the first i bear c({1, …, i}) whatever the others do. No division that leaves each coalition at
  /// least as well off as apart, and none better off than if all others let nothing in, can charge the first i anything
  /// else, so this is the only one that may do both.
  ///
  /// Source: Ambec & Sprumont (2002), J. Econ. Theory 107, 453–462; for pollution Steinmann & Winkler (2019), Games
  /// 10(2), 23.
  /// - Throws: ``DilemmaError/noEquilibrium(agreeing:)`` when an equilibrium is not found.
  /// - Complexity: n equilibria.
  public func downstreamIncrementalCosts() throws(DilemmaError) -> [Double] {
    var costs: [Double] = []
    var before = 0.0
    for count in 1...players.count {
      let first = Coalition.grand(of: count)
      let outcome = try outcome(agreeing: first)
      let cost = first.reduce(0) { $0 + outcome.costs[$1] }
      costs.append(cost - before)
      before = cost
    }
    return costs
  }
}
