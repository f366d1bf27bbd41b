extension NormalFormGame: EvaluatedDilemma {
  /// The equilibrium when each party's payoff is its own and `weight` times that of all others.
  public func outcome(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    let minded = try evaluated(at: weight, acting: [coalition])
    return borne(in: try minded.partialAgreement(of: coalition))
  }

  /// The same when all others act as one as well.
  /// - Throws: ``DilemmaError`` also when the two mix, since what they do together then is not told apart.
  public func outcomeOfTwo(_ coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    let rest = Coalition.grand(of: players.count).subtracting(coalition)
    let minded = try evaluated(at: weight, acting: [coalition, rest])
    let found = try GroupedGame(minded, agreeing: coalition, outsidersActAsOne: true)
      .equilibrium(provingUniqueness: false)
    guard found.isPure else {
      throw .invalid("two groups that each act as one mix what they do at a weight of \(weight); ask for γ")
    }
    return borne(in: found)
  }

  /// Of tables of up to 4096 profiles every equilibrium that was found; of larger ones the one they come to from today.
  public func answers(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> [Outcome] {
    let minded = try evaluated(at: weight, acting: [coalition])
    let found = try minded.partialAgreement(of: coalition)
    guard !found.isUnique, profileCount <= Self.mostSearched else { return [borne(in: found)] }
    return [borne(in: found)] + (try minded.partialAgreements(of: coalition).agreements).map(borne)
  }

  private static let mostSearched = 4096

  /// The game of what players mind. A member of a party of s counts every outsider w/s times, so that the party counts it
  /// w times.
  private func evaluated(at weight: Double, acting parties: [Coalition]) throws(DilemmaError) -> NormalFormGame {
    try requireEvaluation(weight)
    guard weight > 0 else { return self }
    let rows = (0..<profileCount).map { profile -> [Double] in
      let own = payoffs(in: profile)
      let all = own.reduce(0, +)
      return players.indices.map { player in
        let party = parties.first { $0.contains(player) } ?? .single(player)
        let outside = all - party.reduce(0) { $0 + own[$1] }
        return own[player] + weight / Double(party.count) * outside
      }
    }
    return try NormalFormGame(players: players, actions: actions, payoffs: rows)
  }

  /// What is really borne when the players do what they do in `agreement`.
  private func borne(in agreement: PartialAgreement) -> Outcome {
    let minded = agreement.outcome
    let gains: [Double]
    if let choice = MixedProfile(strategies: agreement.strategies).pureChoice {
      gains = payoffs(in: profile(choice))
    } else {
      gains = players.indices.map { player in
        let joint = agreement.jointActions.isEmpty ? [nil] : agreement.jointActions.map(Optional.some)
        return joint.reduce(0) { sum, action in
          var strategies = agreement.strategies
          if let action {
            for (member, done) in zip(agreement.coalition, action.actions) {
              strategies[member] = actions[member].indices.map { $0 == done ? 1 : 0 }
            }
          }
          let mean = zip(strategies[player], table.replies(of: player, to: strategies)).reduce(0) { $0 + $1.0 * $1.1 }
          return sum + (action?.probability ?? 1) * mean
        }
      }
    }
    // −0 is printed with its sign.
    return Outcome(actions: minded.actions, costs: gains.map { $0 == 0 ? 0 : -$0 }, isUnique: minded.isUnique)
  }
}
