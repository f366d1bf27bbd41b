import CollectiveAction
import Mathematics

/// A finite game solved by looking at everything, for tests: action 1 and above serve the common cause, 0 does not.
struct TableGame: PlayableDilemma, MixingDilemma {
  let players: [String]
  /// How many actions each player has: 0, 1, …
  let sizes: [Int]
  let cost: @Sendable ([Double]) -> [Double]
  /// What contributions say; the actions if absent.
  var contributes = true
  /// An equilibrium in mixed actions, listed after the others.
  var mixture: Outcome?

  init(_ sizes: [Int], cost: @escaping @Sendable ([Double]) -> [Double]) {
    players = sizes.indices.map { "p\($0)" }
    self.sizes = sizes
    self.cost = cost
  }

  /// Two equal players; payoffs in the usual letters, what one gets: R both serve, T it alone does not, S it alone does.
  static func symmetric(t: Double, r: Double, p: Double, s: Double) -> TableGame {
    TableGame([2, 2]) { actions in
      (0..<2).map { player in
        switch (actions[player], actions[1 - player]) {
        case (1, 1): -r
        case (1, _): -s
        case (_, 1): -t
        default: -p
        }
      }
    }
  }

  /// Costs drawn at random for every profile.
  static func random(_ sizes: [Int], seed: UInt64) -> TableGame {
    let count = sizes.reduce(1, *)
    var chance = RandomStream(seed: seed, stream: [31])
    let table = (0..<count).map { _ in sizes.map { _ in chance.uniform() } }
    return TableGame(sizes) { actions in
      var index = 0
      for (action, size) in zip(actions, sizes).reversed() { index = index * size + Int(action) }
      return table[index]
    }
  }

  var profiles: [[Double]] {
    sizes.reduce([[]]) { profiles, size in profiles.flatMap { head in (0..<size).map { head + [Double($0)] } } }
  }

  func actions(of player: Int) -> ActionSet { .listed((0..<sizes[player]).map(Double.init)) }
  func costs(of actions: [Double]) -> [Double] { cost(actions) }
  func isMixed(_ outcome: Outcome) -> Bool { outcome == mixture }

  func bestReply(of player: Int, to actions: [Double]) -> Double {
    var (best, least) = (0.0, Double.infinity)
    for action in 0..<sizes[player] {
      var tried = actions
      tried[player] = Double(action)
      let borne = cost(tried)[player]
      if borne < least { (best, least) = (Double(action), borne) }
    }
    return best
  }

  /// The profiles in which the members' joint cost and each outsider's own cannot be lowered.
  func settled(agreeing coalition: Coalition) -> [[Double]] {
    profiles.filter { profile in
      let joint = coalition.reduce(0) { $0 + cost(profile)[$1] }
      for other in profiles {
        let differs = Coalition(players.indices.filter { other[$0] != profile[$0] })
        if !differs.isEmpty, differs.isSubset(of: coalition),
          coalition.reduce(0, { $0 + cost(other)[$1] }) < joint
        {
          return false
        }
        if differs.count == 1, let mover = differs.first(where: { _ in true }), !coalition.contains(mover),
          cost(other)[mover] < cost(profile)[mover]
        {
          return false
        }
      }
      return true
    }
  }

  func equilibria(agreeing coalition: Coalition) throws(DilemmaError) -> EquilibriumSet {
    let found = settled(agreeing: coalition)
    guard !found.isEmpty else { throw .noEquilibrium(agreeing: coalition.map { players[$0] }) }
    let pure = found.map { Outcome(actions: $0, costs: cost($0), isUnique: found.count == 1) }
    return EquilibriumSet(outcomes: pure + (coalition.isEmpty ? [mixture].compactMap { $0 } : []), isComplete: true)
  }

  func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    try equilibria(agreeing: coalition).outcomes[0]
  }

  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    var actions = outcome.actions
    actions[player] = bestReply(of: player, to: actions)
    return cost(actions)[player]
  }

  func contributions(in outcome: Outcome) -> [Double] {
    contributes ? outcome.actions : outcome.actions.map { _ in 0 }
  }

  func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    throw .invalid("not asked of this game")
  }

  func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    let (alone, optimum) = (try outcome(agreeing: .empty), try outcome(agreeing: .grand(of: players.count)))
    return players.indices.map { other in
      guard other != player else { return 0 }
      var actions = alone.actions
      actions[other] = optimum.actions[other]
      return (alone.costs[player] - cost(actions)[player]) / abs(alone.costs[player])
    }
  }
}
