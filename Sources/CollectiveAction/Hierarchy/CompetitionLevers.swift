import Mathematics

extension CompetitionGame: LeveredDilemma {
  /// What happens when the members of `coalition` act as one and all others together as another.
  public func outcomeOfTwo(_ coalition: Coalition) throws(DilemmaError) -> Outcome {
    try outcome(acting: parties(coalition, isOthersTogether: true), agreeing: coalition)
  }

  private func parties(_ coalition: Coalition, isOthersTogether: Bool) -> [Coalition] {
    let rest = Coalition.grand(of: players.count).subtracting(coalition)
    return isOthersTogether ? [coalition, rest].filter { !$0.isEmpty } : [coalition]
  }
}

extension CompetitionGame: SubsidisedDilemma {
  /// The same competition in which each pays the part 1 − rᵢ of what its own action costs it by itself, ownᵢ·xᵢ²/2.
  ///
  /// In a tournament that is the cost of effort. Where an action has no such cost, as in closing a market, there is
  /// nothing to be paid for. That what an instrument yields falls because it costs is our reading.
  public func subsidised(at rates: [Double]) throws(DilemmaError) -> CompetitionGame {
    try requireRates(rates, of: players)
    let payoffs = players.indices.map { player -> QuadraticPayoff in
      let whole = payoff(of: player)
      var curvature = whole.curvature
      curvature[player, player] *= 1 - rates[player]
      return QuadraticPayoff(curvature: curvature, slope: whole.slope, constant: whole.constant)
    }
    return try CompetitionGame(players: players, low: low, high: high, payoffs: payoffs, today: today)
  }

  /// The part rᵢ of what each one's own action costs it by itself.
  public func payments(at rates: [Double], in outcome: Outcome) -> [Double] {
    let count = players.count
    return players.indices.map { player in
      let action = outcome.actions[player]
      return rates[player] * -curvatures[(player * count + player) * count + player] * action * action / 2
    }
  }

  /// Of up to eight players every equilibrium that was found; of more the one they come to from today.
  public func answers(agreeing coalition: Coalition) throws(DilemmaError) -> [Outcome] {
    let today = try outcome(agreeing: coalition)
    guard !today.isUnique, players.count <= Self.mostSearched else { return [today] }
    return [today] + (try equilibria(agreeing: coalition).outcomes)
  }

  /// How many players at most all equilibria are looked for at every setting of a lever.
  static let mostSearched = 8
}

extension CompetitionGame: EvaluatedDilemma {
  /// The equilibrium when each party's payoff is its own and `weight` times that of all others.
  /// - Throws: ``DilemmaError`` as ``outcome(agreeing:)``, and where counting others makes the best of one's own action lie at
  ///   no point, since the payoff bends upwards in it.
  public func outcome(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    try outcome(of: parties(coalition, isOthersTogether: false), agreeing: coalition, evaluatedAt: weight)
  }

  /// The same when all others act as one as well.
  public func outcomeOfTwo(_ coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    try outcome(of: parties(coalition, isOthersTogether: true), agreeing: coalition, evaluatedAt: weight)
  }

  /// Of up to eight players every equilibrium that was found; of more the one they come to from today.
  public func answers(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> [Outcome] {
    let minded = try evaluated(at: weight, acting: [coalition])
    let found = try minded.outcome(agreeing: coalition)
    guard !found.isUnique, players.count <= Self.mostSearched else { return [borne(in: found)] }
    return [borne(in: found)] + (try minded.equilibria(agreeing: coalition).outcomes).map(borne)
  }

  private func outcome(
    of parties: [Coalition], agreeing coalition: Coalition, evaluatedAt weight: Double
  ) throws(DilemmaError) -> Outcome {
    borne(in: try evaluated(at: weight, acting: parties).outcome(acting: parties, agreeing: coalition))
  }

  /// What is really borne when these actions are taken.
  private func borne(in outcome: Outcome) -> Outcome {
    Outcome(actions: outcome.actions, costs: costs(of: outcome.actions), isUnique: outcome.isUnique)
  }

  /// The game of what players mind. A member of a party of s counts every outsider w/s times, so that the party counts it
  /// w times.
  private func evaluated(at weight: Double, acting parties: [Coalition]) throws(DilemmaError) -> CompetitionGame {
    try requireEvaluation(weight)
    guard weight > 0 else { return self }
    let count = players.count
    let whole = players.indices.map(payoff)
    let payoffs = players.indices.map { player -> QuadraticPayoff in
      let party = parties.first { $0.contains(player) } ?? .single(player)
      let part = weight / Double(party.count)
      var (curvature, slope) = (whole[player].curvature, whole[player].slope)
      var constant = whole[player].constant
      for other in 0..<count where !party.contains(other) {
        for place in curvature.elements.indices {
          curvature.elements[place] += part * whole[other].curvature.elements[place]
        }
        for place in 0..<count { slope[place] += part * whole[other].slope[place] }
        constant += part * whole[other].constant
      }
      return QuadraticPayoff(curvature: curvature, slope: slope, constant: constant)
    }
    return try CompetitionGame(players: players, low: low, high: high, payoffs: payoffs, today: today)
  }
}

extension PromotionTournament {
  /// The efforts when the evaluation counts the joint result by `weight` more than it does already.
  ///
  /// A unit of effort then adds (1 − r) + (w + `weight`)(1 + r) to the difference that decides. Costs are those of
  /// ``game``: what an official gets for its part in the joint result is not a gain of the officials' together.
  func outcomes(
    agreeing parties: Lever<CompetitionGame>.Parties, countingJointResult weight: Double
  ) throws(DilemmaError) -> [Outcome] {
    try requireEvaluation(weight)
    let count = game.players.count
    let pull = prize * Self.densityAtTie(noise: noise) * weight * (1 + spillover)
    let payoffs = game.players.indices.map { player -> QuadraticPayoff in
      let whole = game.payoff(of: player)
      let slope = whole.slope.enumerated().map { $1 + ($0 == player ? pull : pull / Double(count - 1)) }
      return QuadraticPayoff(curvature: whole.curvature, slope: slope, constant: whole.constant)
    }
    let minded = try CompetitionGame(
      players: game.players, low: game.low, high: game.high, payoffs: payoffs, today: game.today)
    let found =
      try parties.othersTogether ? minded.outcomeOfTwo(parties.members) : minded.outcome(agreeing: parties.members)
    return [Outcome(actions: found.actions, costs: game.costs(of: found.actions), isUnique: found.isUnique)]
  }
}

extension LinearPublicGood {
  /// The good when a part of every unit given is paid for.
  func matched(at rate: Double) throws(DilemmaError) -> CompetitionGame {
    let payoffs = game.players.indices.map { player -> QuadraticPayoff in
      let whole = game.payoff(of: player)
      var slope = whole.slope
      slope[player] += rate
      return QuadraticPayoff(curvature: whole.curvature, slope: slope, constant: whole.constant)
    }
    return try CompetitionGame(
      players: game.players, low: game.low, high: game.high, payoffs: payoffs, today: game.today)
  }
}
