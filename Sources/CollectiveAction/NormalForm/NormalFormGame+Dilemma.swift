extension NormalFormGame: Dilemma {
  /// What happens when the members of `coalition` choose among their joint actions what is best for them together, and
  /// every other player alone.
  ///
  /// Of several equilibria it is the one the groups come to from today, when all take their first action, if each in
  /// turn goes over to its best reply (the coalition when its first member's turn comes), keeps an action that is
  /// among the best and otherwise takes the first of them. If they move in a circle it is the pure equilibrium with
  /// the smallest number, and without a pure one a mixed one in which the coalition mixes its joint actions.
  ///
  /// ``PartialAgreement/isUnique`` is true where that was shown: a single optimum of all players, a game that is solved
  /// by striking out dominated actions, or two groups of up to twelve actions together, all of whose equilibria
  /// were found.
  /// - Throws: ``DilemmaError/noEquilibrium(agreeing:)`` when there is no pure equilibrium and no mixed one is found
  ///   that passes the check and in whose search the actions tried make at most 4096 profiles.
  public func partialAgreement(of coalition: Coalition) throws(DilemmaError) -> PartialAgreement {
    try GroupedGame(self, agreeing: coalition).equilibrium(provingUniqueness: true)
  }

  /// All equilibria that were found while `coalition` acts as one, the pure ones first; whether there are no others.
  ///
  /// All pure ones; the mixed ones of two groups of up to twelve actions together, exactly; otherwise a mixed one only
  /// if there is no pure one.
  public func partialAgreements(
    of coalition: Coalition
  ) throws(DilemmaError) -> (agreements: [PartialAgreement], areAll: Bool) {
    try GroupedGame(self, agreeing: coalition).equilibria()
  }

  /// ``partialAgreement(of:)`` in costs. An action is the number of what a player does; where it mixes, the average of
  /// the numbers, and where that is whole the next floating-point number up, so that only who does not mix has a
  /// whole number.
  public func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    try partialAgreement(of: coalition).outcome
  }

  /// ``partialAgreements(of:)`` in costs.
  public func equilibria(agreeing coalition: Coalition) throws(DilemmaError) -> EquilibriumSet {
    let (agreements, areAll) = try partialAgreements(of: coalition)
    return EquilibriumSet(outcomes: agreements.map(\.outcome), isComplete: areAll)
  }

  /// The cost of `player`'s best reply while all others do what they do in `outcome`.
  ///
  /// Mixtures are those of the first coalition, in the order of masks, whose outcome this is. An outcome that is
  /// nobody's is read as if each player mixed the two actions next to its number.
  public func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    let gains = replies(of: player, to: outcome)
    guard let most = gains.max(), most != 0 else { return 0 }
    return -most
  }

  /// What each player would save by its best reply while the others stay: what it forgoes for their sake. Zero for
  /// all in an equilibrium of players that act alone.
  ///
  /// A table does not say what an action costs by itself, so this is measured by what keeping to it costs. The form
  /// is ours.
  public func contributions(in outcome: Outcome) -> [Double] {
    players.indices.map { max(0, outcome.costs[$0] - costOfDefecting($0, from: outcome)) }
  }

  /// The fall of `player`'s cost when the other one alone goes over to what it does at the social optimum, over the
  /// size of its cost when all act alone; zeros where that is zero.
  public func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    let nash = try partialAgreement(of: .empty)
    let optimum = try partialAgreement(of: .grand(of: players.count))
    guard nash.payoffs[player] != 0 else { return players.map { _ in 0 } }
    return players.indices.map { other in
      guard other != player else { return 0 }
      var strategies = nash.strategies
      strategies[other] = optimum.strategies[other]
      let gain = zip(strategies[player], table.replies(of: player, to: strategies)).reduce(0) { $0 + $1.0 * $1.1 }
      return (gain - nash.payoffs[player]) / abs(nash.payoffs[player])
    }
  }

  /// What `player` gains by each action while the others do what they do in `outcome`.
  private func replies(of player: Int, to outcome: Outcome) -> [Double] {
    if let profile = pureProfile(of: outcome) {
      return actions[player].indices.map {
        table.gains[player][table.profile(profile, with: player, doing: $0)]
      }
    }
    for mask in 0..<(UInt64(1) << UInt64(players.count)) {
      guard let agreement = try? partialAgreement(of: Coalition(mask: mask)),
        agreement.outcome.actions == outcome.actions, agreement.outcome.costs == outcome.costs
      else { continue }
      return replies(of: player, to: agreement)
    }
    let strategies = zip(actions, outcome.actions).map { own, mean in
      own.indices.map { max(0, 1 - abs(Double($0) - mean)) }
    }
    return table.replies(of: player, to: strategies)
  }

  /// The profile with these actions; none where someone mixes, since an average is never written as a whole number.
  private func pureProfile(of outcome: Outcome) -> Int? {
    let choice = outcome.actions.compactMap { Int(exactly: $0) }
    guard choice.count == players.count, zip(choice, actions).allSatisfy({ $1.indices.contains($0) }) else {
      return nil
    }
    return profile(choice)
  }

  /// The others in the coalition keep to what they do together, chosen by one draw.
  private func replies(of player: Int, to agreement: PartialAgreement) -> [Double] {
    guard !agreement.jointActions.isEmpty else { return table.replies(of: player, to: agreement.strategies) }
    var gains = actions[player].map { _ in 0.0 }
    for joint in agreement.jointActions {
      var strategies = agreement.strategies
      for (member, action) in zip(agreement.coalition, joint.actions) {
        strategies[member] = actions[member].indices.map { $0 == action ? 1 : 0 }
      }
      for (action, gain) in table.replies(of: player, to: strategies).enumerated() {
        gains[action] += joint.probability * gain
      }
    }
    return gains
  }

  /// What each coalition bears together, as it acts as one.
  ///
  /// - γ: in the equilibrium that ``partialAgreement(of:)`` tells.
  /// - α: what it can be sure of, mixing its joint actions, whatever the others do: the value of the game of two in
  ///   which the others together want it to gain least (von Neumann & Morgenstern 1944). See
  ///   ``guarantee(of:mixing:)``. Beyond ``mostProfilesByLot`` profiles no lots are drawn, by any coalition: its worth
  ///   is then ``costsSureWithoutLots()``.
  /// - δ: in the equilibrium, come to from today in the same way, in which the others act as one as well.
  /// - Throws: ``DilemmaError`` when an equilibrium or a value is not found.
  public func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    if convention == .alpha, profileCount > Self.mostProfilesByLot { return try costsSureWithoutLots() }
    let costs = try CoalitionSweep.table(players: players.count, width: 1) {
      (coalition, worth) throws(DilemmaError) in
      guard !coalition.isEmpty else { return }
      switch convention {
      case .gamma, .delta:
        let game = GroupedGame(self, agreeing: coalition, outsidersActAsOne: convention == .delta)
        let agreement = try game.equilibrium(provingUniqueness: false)
        worth[0] = cost(of: coalition, in: agreement)
      case .alpha:
        let sure = try guarantee(of: coalition, mixing: true).value
        worth[0] = sure == 0 ? 0 : -sure
      }
    }
    return try CoalitionGame(players: players, kind: .cost, ofTable: costs)
  }

  private func cost(of coalition: Coalition, in agreement: PartialAgreement) -> Double {
    let total: Double
    if agreement.isPure, let choice = MixedProfile(strategies: agreement.strategies).pureChoice {
      total = totalPayoff(of: coalition, in: profile(choice))
    } else {
      total = coalition.reduce(0) { $0 + agreement.payoffs[$1] }
    }
    return total == 0 ? 0 : -total
  }
}
