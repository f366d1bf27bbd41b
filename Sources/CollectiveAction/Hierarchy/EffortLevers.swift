extension MinimumEffortGame: LeveredDilemma {
  /// Where a level costs less, or the others' gain counts, no level is given up.
  public static var risesInSteps: Bool { true }

  /// What play comes to when the members of `coalition` act as one and all others together as another.
  public func outcomeOfTwo(_ coalition: Coalition) throws(DilemmaError) -> Outcome {
    answers(of: twoParties(coalition), evaluatedAt: 0)[0]
  }

  private func twoParties(_ coalition: Coalition) -> [Coalition] {
    [coalition, .grand(of: players.count).subtracting(coalition)].filter { !$0.isEmpty }
  }

  private func parties(_ coalition: Coalition) -> [Coalition] {
    [coalition].filter { !$0.isEmpty }
      + Coalition.grand(of: players.count).subtracting(coalition).map(Coalition.single)
  }

  /// Where play comes to from the current levels, then the lowest and the highest common level there can be.
  ///
  /// Nobody gains by going above the others; a party goes below when a level costs it more than it minds.
  private func answers(of parties: [Coalition], evaluatedAt weight: Double) -> [Outcome] {
    let all = benefit.reduce(0, +)
    let drives = parties.map { party -> Double in
      let own = party.reduce(0) { $0 + benefit[$1] }
      let (worth, cost) = (own + weight * (all - own), party.reduce(0) { $0 + effortCost[$1] })
      return abs(worth - cost) <= 1e-12 * (worth + cost) ? 0 : worth - cost
    }
    let highest = drives.allSatisfy { $0 >= 0 } ? levels : 1
    // A single party rises to what is best for it; several cannot, without each other's word.
    let lowest = drives.count == 1 && drives[0] > 0 ? levels : 1
    let settled = min(max(current.min() ?? 1, lowest), highest)
    return (lowest == highest ? [lowest] : [settled, lowest, highest]).map { level in
      let efforts = [Int](repeating: level, count: players.count)
      return Outcome(actions: efforts.map(Double.init), costs: costs(of: efforts), isUnique: lowest == highest)
    }
  }
}

extension MinimumEffortGame: SubsidisedDilemma {
  /// The same problem with efforts that cost cᵢ(1 − rᵢ) a level.
  public func subsidised(at rates: [Double]) throws(DilemmaError) -> MinimumEffortGame {
    try requireRates(rates, of: players)
    return try MinimumEffortGame(
      players: players, benefit: benefit, effortCost: zip(effortCost, rates).map { $0 * (1 - $1) },
      constant: constant, levels: levels, current: current)
  }

  /// Where play comes to from the current levels, then the lowest and the highest common level there can be.
  public func answers(agreeing coalition: Coalition) throws(DilemmaError) -> [Outcome] {
    answers(of: parties(coalition), evaluatedAt: 0)
  }
}

extension MinimumEffortGame: EvaluatedDilemma {
  /// Where play comes to when each party also counts `weight` times what a level is worth to the others.
  public func outcome(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    try answers(agreeing: coalition, evaluatedAt: weight)[0]
  }

  /// The same when all others act as one as well.
  public func outcomeOfTwo(_ coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    try requireEvaluation(weight)
    return answers(of: twoParties(coalition), evaluatedAt: weight)[0]
  }

  /// Where play comes to from the current levels, then the lowest and the highest common level there can be.
  public func answers(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> [Outcome] {
    try requireEvaluation(weight)
    return answers(of: parties(coalition), evaluatedAt: weight)
  }
}
