/// What happens when some players act as one and every other alone.
public struct PartialAgreement: Sendable, Equatable {
  /// Something the members do together, and how probably.
  public struct JointAction: Sendable, Equatable {
    /// One action a member, in the members' order.
    public let actions: [Int]
    public let probability: Double
  }

  /// Those who act as one.
  public let coalition: Coalition
  /// What the members do together; one entry unless they mix. Nothing for no members.
  public let jointActions: [JointAction]
  /// The probability of each action of each player; of a member over all that the coalition does.
  public let strategies: [[Double]]
  /// What each player gains on average.
  public let payoffs: [Double]
  /// Whether it was shown to be the only equilibrium.
  public let isUnique: Bool

  /// Whether nobody mixes.
  public var isPure: Bool { strategies.allSatisfy { $0.contains(1) } }

  /// The number of the action each player takes on average: the number itself where it does not mix.
  public var meanActions: [Double] { MixedProfile(strategies: strategies).meanActions }

  /// In costs. The action of a player that mixes is no whole number: where its average is one, it is the next one up,
  /// so that a mixture is not taken for the action in its middle.
  var outcome: Outcome {
    let marked = zip(strategies, meanActions).map { strategy, mean in
      strategy.contains(1) || mean != mean.rounded() ? mean : mean.nextUp
    }
    // −0 is printed with its sign.
    return Outcome(actions: marked, costs: payoffs.map { $0 == 0 ? 0 : -$0 }, isUnique: isUnique)
  }
}

/// The game between groups of players that each act as one.
struct GroupedGame {
  /// Up to so many joint actions of a group dominance among them is looked for.
  static let mostActionsCompared = 1296
  /// Up to so many actions in all, all equilibria of two groups are found.
  static let mostActionsEnumerated = 12

  let game: NormalFormGame
  let coalition: Coalition
  /// Each ascending, in the order of their first members.
  let groups: [[Int]]

  /// - Parameter outsiders: whether those outside act alone, or as one.
  init(_ game: NormalFormGame, agreeing coalition: Coalition, outsidersActAsOne: Bool = false) {
    precondition(
      coalition.isSubset(of: .grand(of: game.players.count)), "a coalition of players the game does not have")
    self.game = game
    self.coalition = coalition
    let rest = Coalition.grand(of: game.players.count).subtracting(coalition)
    let parts = outsidersActAsOne ? [Array(coalition), Array(rest)] : [Array(coalition)] + rest.map { [$0] }
    groups = parts.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }

  var merged: PayoffTable { game.table.merged(groups) }

  /// The equilibrium that the groups come to from today.
  ///
  /// - Parameter isUnique: whether to look if it is the only one.
  func equilibrium(provingUniqueness: Bool) throws(DilemmaError) -> PartialAgreement {
    if let profile = game.table.restingPoint(from: 0, groups: groups) {
      return agreement(pure: profile, isUnique: provingUniqueness && isOnly(profile))
    }
    let merged = merged
    if let profile = merged.pureEquilibria().first {
      return agreement(pure: origin(profile, in: merged), isUnique: false)
    }
    guard let mixes = EquilibriumSearch(merged).equilibrium() else {
      throw .noEquilibrium(agreeing: coalition.map { game.players[$0] })
    }
    let isOnly = provingUniqueness && exactEquilibria(merged)?.equilibria.count == 1
    return agreement(mixed: mixes, in: merged, isUnique: isOnly)
  }

  /// All that were found, and whether there are no others.
  func equilibria() throws(DilemmaError) -> (agreements: [PartialAgreement], areAll: Bool) {
    let chosen = try equilibrium(provingUniqueness: true)
    if chosen.isUnique { return ([chosen], true) }
    let merged = merged
    if groups.count == 1 {
      // Every mixture of several optima is one too.
      let optima = merged.pureEquilibria().map { agreement(pure: origin($0, in: merged), isUnique: false) }
      return (optima, false)
    }
    if let exact = exactEquilibria(merged) {
      let agreements = exact.equilibria.map {
        agreement(mixed: $0.approximation.strategies, in: merged, isUnique: exact.equilibria.count == 1)
      }
      return (agreements.filter(\.isPure) + agreements.filter { !$0.isPure }, exact.areAll)
    }
    let pure = merged.pureEquilibria().map { agreement(pure: origin($0, in: merged), isUnique: false) }
    return (pure.isEmpty ? [chosen] : pure, false)
  }

  private func exactEquilibria(_ merged: PayoffTable) -> ExactEquilibria? {
    guard merged.playerCount == 2, merged.counts[0] + merged.counts[1] <= Self.mostActionsEnumerated else {
      return nil
    }
    return BimatrixGame(merged).equilibria()
  }

  /// Whether no other equilibrium exists than the pure one: the only optimum of one group, what is left when dominated
  /// actions are struck out, or the only one of all equilibria of two groups.
  private func isOnly(_ profile: Int) -> Bool {
    let merged = merged
    if groups.count == 1 {
      let own = merged.gains[0]
      guard let most = own.max() else { return false }
      return own.count { $0 == most } == 1
    }
    if let exact = exactEquilibria(merged) { return exact.equilibria.count == 1 }
    guard merged.counts.allSatisfy({ $0 <= Self.mostActionsCompared }) else { return false }
    return merged.elimination().isSolution
  }

  /// The profile of the game behind one of the merged game.
  private func origin(_ profile: Int, in merged: PayoffTable) -> Int {
    groups.indices.reduce(0) { sum, index in
      sum + game.table.offsets(of: groups[index])[merged.action(of: index, in: profile)]
    }
  }

  private func agreement(pure profile: Int, isUnique: Bool) -> PartialAgreement {
    let choice = game.choice(in: profile)
    return PartialAgreement(
      coalition: coalition,
      jointActions: coalition.isEmpty ? [] : [.init(actions: coalition.map { choice[$0] }, probability: 1)],
      strategies: game.mixedProfile(of: profile).strategies, payoffs: game.payoffs(in: profile), isUnique: isUnique)
  }

  private func agreement(mixed mixes: [[Double]], in merged: PayoffTable, isUnique: Bool) -> PartialAgreement {
    var strategies = game.actions.map { [Double](repeating: 0, count: $0.count) }
    var jointActions: [PartialAgreement.JointAction] = []
    var likelihoods = [0: 1.0]
    for (group, mix) in zip(groups, mixes) {
      let offsets = game.table.offsets(of: group)
      var next: [Int: Double] = [:]
      for (offset, probability) in zip(offsets, mix) where probability > 0 {
        let actions = group.map { game.table.action(of: $0, in: offset) }
        for (member, action) in zip(group, actions) { strategies[member][action] += probability }
        if coalition.contains(group[0]) { jointActions.append(.init(actions: actions, probability: probability)) }
        for (base, likelihood) in likelihoods { next[base + offset] = likelihood * probability }
      }
      likelihoods = next
    }
    let profiles = likelihoods.sorted { $0.key < $1.key }
    let payoffs = game.table.gains.map { own in profiles.reduce(0) { $0 + own[$1.key] * $1.value } }
    return PartialAgreement(
      coalition: coalition, jointActions: jointActions, strategies: strategies, payoffs: payoffs, isUnique: isUnique)
  }
}
