import Mathematics

extension SpilloverGame: LeveredDilemma {
  /// What happens when the members of `coalition` act as one and all others together as another.
  public func outcomeOfTwo(_ coalition: Coalition) throws(DilemmaError) -> Outcome {
    try outcome(agreeing: coalition, othersTogether: true, evaluatedAt: 0)
  }
}

extension SpilloverGame: SubsidisedDilemma {
  /// The same spillover with abatement cost cᵢ(1 − rᵢ).
  public func subsidised(at rates: [Double]) throws(DilemmaError) -> SpilloverGame {
    try requireRates(rates, of: players)
    return try SpilloverGame(
      players: players, baseline: baseline, limit: limit,
      abatementCost: zip(abatementCost, rates).map { $0 * (1 - $1) },
      linearDamage: linearDamage, quadraticDamage: quadraticDamage, transport: transport, background: background)
  }

  /// From how fast actions can change: where each row of the conditions M q + p = 0 has a diagonal that exceeds the sum of
  /// the sizes of the rest by βᵢ > 0, a change of row i by bᵢ moves no action by more than the largest |bᵢ|/βᵢ.
  ///
  /// That holds with bounds too: for the action that moves most, the bounded conditions say (1 − s)Δᵢ + s(MΔ)ᵢ = −s·bᵢ
  /// with an s between 0 and 1, and (MΔ)ᵢ is at least βᵢ|Δᵢ| in size and of the sign of Δᵢ.
  public func subsidySlope(
    agreeing coalition: Coalition, upTo highest: Double, weighing weights: LeverWeights
  ) -> Double? {
    let pull = pulls(agreeing: coalition)
    let most = players.indices.map { i in
      min(limit[i], pull.own[i] / (abatementCost[i] * (1 - highest)))
    }
    let speeds = speeds(
      changes: players.indices.map { abatementCost[$0] * most[$0] },
      slack: players.indices.map { abatementCost[$0] * (1 - highest) + pull.slack[$0] }, isCoupled: pull.isCoupled)
    guard let speeds else { return nil }
    let direct = players.indices.reduce(0) {
      $0 + abatementCost[$1] * most[$1] * most[$1] / 2 * abs(weights.outlay - weights.players[$1])
    }
    return players.indices.reduce(direct) {
      $0 + speeds[$1] * steepness(of: $1, upTo: most[$1], weighing: weights, spending: weights.outlay)
    }
  }

  /// How steep the aim can be in the action of `player`: its cost rises and harm falls, so the larger of the two.
  private func steepness(
    of player: Int, upTo most: Double, weighing weights: LeverWeights, spending outlay: Double
  ) -> Double {
    let spent = abatementCost[player] * most * max(weights.players[player], outlay)
    let spared = players.indices.reduce(0) { $0 + weights.players[$1] * transport[player, $1] * mostHarm(of: $1) }
    return max(spent, spared)
  }

  /// The harm of one more unit at `receptor` while nobody abates, when it is greatest.
  private func mostHarm(of receptor: Int) -> Double {
    linearDamage[receptor] + quadraticDamage[receptor] * unabated[receptor]
  }

  /// How fast each action can change, or none where a row has no slack.
  private func speeds(changes: [Double], slack: [Double], isCoupled: Bool) -> [Double]? {
    guard slack.allSatisfy({ $0 > 0 }) else { return nil }
    let speeds = zip(changes, slack).map { $0 / $1 }
    // Where no action minds another's, each moves by itself.
    return isCoupled ? speeds.map { _ in speeds.max() ?? 0 } : speeds
  }

  /// What draws each to abate: the harm it counts as its own; how far its own row outweighs the others' in it, apart from
  /// its abatement cost; and whether anybody's row has others in it.
  private func pulls(agreeing coalition: Coalition) -> (own: [Double], slack: [Double], isCoupled: Bool) {
    var isCoupled = false
    var own: [Double] = []
    var slack: [Double] = []
    for i in players.indices {
      let actsFor = coalition.contains(i) ? coalition : .single(i)
      own.append(actsFor.reduce(0) { $0 + transport[i, $1] * mostHarm(of: $1) })
      let row = crossEffects(of: i, at: actsFor)
      slack.append(2 * row[i] - row.reduce(0, +))
      isCoupled = isCoupled || players.indices.contains { $0 != i && row[$0] > 0 }
    }
    return (own, slack, isCoupled)
  }

  /// Σⱼ Aᵢⱼ δⱼ Aₖⱼ over the receptors j: how the abatement of each k lowers what i is spared there.
  private func crossEffects(of i: Int, at receptors: Coalition) -> [Double] {
    players.indices.map { k in
      receptors.reduce(0) { $0 + transport[i, $1] * quadraticDamage[$1] * transport[k, $1] }
    }
  }
}

extension SpilloverGame: EvaluatedDilemma {
  /// Each abates until cᵢqᵢ = Σⱼ ωᵢⱼAᵢⱼ(dⱼ + δⱼ·depⱼ), within the limit, with ωᵢⱼ = 1 for those i acts for and `weight` for
  /// the rest.
  public func outcome(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    try outcome(agreeing: coalition, othersTogether: false, evaluatedAt: weight)
  }

  /// The same when all others act as one as well.
  public func outcomeOfTwo(_ coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    try outcome(agreeing: coalition, othersTogether: true, evaluatedAt: weight)
  }

  private func outcome(
    agreeing coalition: Coalition, othersTogether: Bool, evaluatedAt weight: Double
  ) throws(DilemmaError) -> Outcome {
    try requireEvaluation(weight)
    let count = players.count
    precondition(coalition.isSubset(of: .grand(of: count)), "a coalition of players the game does not have")
    var matrix = Matrix(rows: count, columns: count)
    var constant = [Double](repeating: 0, count: count)
    let rest = Coalition.grand(of: count).subtracting(coalition)
    for i in 0..<count {
      matrix[i, i] = abatementCost[i]
      let actsFor = coalition.contains(i) ? coalition : othersTogether ? rest : .single(i)
      for j in 0..<count {
        let passed = transport[i, j] * (actsFor.contains(j) ? 1 : weight)
        constant[i] -= passed * mostHarm(of: j)
        for k in 0..<count { matrix[i, k] += passed * quadraticDamage[j] * transport[k, j] }
      }
    }
    do {
      let problem = try BoxedComplementarity(
        matrix: matrix, constant: constant, lower: [Double](repeating: 0, count: count), upper: limit)
      let actions = try problem.solution().values
      return Outcome(actions: actions, costs: costs(of: actions), isUnique: problem.uniqueness().isCertain)
    } catch .unsolved {
      throw .noEquilibrium(agreeing: coalition.map { players[$0] })
    } catch {
      throw .invalid("the figures are too large to be multiplied; state them in larger units")
    }
  }

  /// As for a subsidy: row i changes by what the others are spared, hᵢ = Σⱼ Aᵢⱼ(dⱼ + δⱼ·depⱼ), which is greatest while
  /// nobody abates.
  public func evaluationSlope(
    agreeing coalition: Coalition, upTo highest: Double, weighing weights: LeverWeights
  ) -> Double? {
    let pull = pulls(agreeing: coalition)
    var isCoupled = pull.isCoupled
    var changes: [Double] = []
    var slack: [Double] = []
    for i in players.indices {
      let others = Coalition.grand(of: players.count).subtracting(coalition.contains(i) ? coalition : .single(i))
      changes.append(others.reduce(0) { $0 + transport[i, $1] * mostHarm(of: $1) })
      let row = crossEffects(of: i, at: others)
      isCoupled = isCoupled || players.indices.contains { $0 != i && row[$0] > 0 }
      // The slack is linear in the weight, and so least at an end.
      slack.append(abatementCost[i] + pull.slack[i] + min(0, highest * (2 * row[i] - row.reduce(0, +))))
    }
    guard let speeds = speeds(changes: changes, slack: slack, isCoupled: isCoupled) else { return nil }
    return players.indices.reduce(0) { sum, i in
      let most = min(limit[i], (pull.own[i] + highest * changes[i]) / abatementCost[i])
      return sum + speeds[i] * steepness(of: i, upTo: most, weighing: weights, spending: 0)
    }
  }
}
