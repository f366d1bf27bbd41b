/// A dilemma with an upper level in it: it moves first, with one lever, and the players answer.
///
/// The upper level minds Σ αᵢ·(cost of i) and what its lever costs it, and foresees the equilibrium each setting leads to
/// (Stackelberg). Two levers: a **subsidy** pays the part r of every player's contribution, at a cost of λ for each unit
/// paid; an **evaluation** makes officials count w times what other players bear beside their own, and costs k·w²/2.
///
///     let game = try HierarchyGame(
///       base: spillover, leader: "province", subsidyUpTo: 0.8, costOfFunds: 1.2)
///     let found = try game.solution()
///     found.setting             // the rate that is best for the province
///     found.change              // by how much each member's cost changes
///     found.shareOfGapClosed
///
/// As a ``Dilemma`` its players are those of the base and the leader, last; the leader's action is its setting, and it bears
/// what the lever costs it. A coalition with the leader in it sets the lever for the joint cost of its members; one
/// without it meets the setting that is best for the leader's own aim. Outcomes do not claim to be unique, since the
/// best setting is not shown to be the only one.
///
/// Source: the order of moves is von Stackelberg (1934), Marktform und Gleichgewicht; a matching grant for what spills
/// over is Oates (1972), Fiscal Federalism, ch. 3. The evaluation and both aims are our forms.
public struct HierarchyGame<Base: Dilemma>: Dilemma {
  /// The players below, with their problem.
  public let base: Base
  /// The upper level's name.
  public let leader: String
  /// α: how much each player's cost counts for the leader.
  public let weights: [Double]
  /// The highest setting of the lever.
  public let highest: Double
  /// How far the leader may stay behind its best setting, as a part of the size of all costs, before the search stops.
  public let accuracy: Double
  private let lever: Lever<Base>

  public var players: [String] { base.players + [leader] }

  /// With a subsidy of one rate for all.
  /// - Parameters:
  ///   - base: the problem without the leader.
  ///   - leader: a name that no player has.
  ///   - weights: 0 or more, one a player; 1 each if absent.
  ///   - subsidyUpTo: the highest rate, above 0 and below 1.
  ///   - costOfFunds: λ, what a unit paid costs the leader, taxes' burden included; 0 or more.
  ///   - accuracy: above 0.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the figure and what it should be.
  public init(
    base: Base, leader: String, weights: [Double]? = nil, subsidyUpTo: Double, costOfFunds: Double = 1,
    accuracy: Double = 1e-5
  ) throws(DilemmaError) where Base: SubsidisedDilemma {
    guard subsidyUpTo > 0, subsidyUpTo < 1 else {
      throw .invalid("the highest rate of '\(leader)' is \(subsidyUpTo); give a number above 0 and below 1")
    }
    guard costOfFunds.isFinite, costOfFunds >= 0 else {
      throw .invalid("the cost of funds of '\(leader)' is \(costOfFunds); give a finite number, 0 or more")
    }
    try self.init(
      base: base, leader: leader, weights: weights, highest: subsidyUpTo, accuracy: accuracy,
      lever: .subsidy(costOfFunds: costOfFunds))
  }

  /// With an evaluation that counts what others bear.
  /// - Parameters:
  ///   - base: the problem without the leader.
  ///   - leader: a name that no player has.
  ///   - weights: 0 or more, one a player; 1 each if absent.
  ///   - evaluationUpTo: the highest weight, above 0 and at most 1.
  ///   - cost: k, 0 or more: a weight w costs the leader k·w²/2 a year.
  ///   - accuracy: above 0.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the figure and what it should be.
  public init(
    base: Base, leader: String, weights: [Double]? = nil, evaluationUpTo: Double, cost: Double = 0,
    accuracy: Double = 1e-5
  ) throws(DilemmaError) where Base: EvaluatedDilemma {
    guard evaluationUpTo > 0, evaluationUpTo <= 1 else {
      throw .invalid("the highest weight of '\(leader)' is \(evaluationUpTo); give a number above 0 and at most 1")
    }
    guard cost.isFinite, cost >= 0 else {
      throw .invalid("the cost of evaluation of '\(leader)' is \(cost); give a finite number, 0 or more")
    }
    try self.init(
      base: base, leader: leader, weights: weights, highest: evaluationUpTo, accuracy: accuracy,
      lever: .evaluation(cost: cost))
  }

  private init(
    base: Base, leader: String, weights: [Double]?, highest: Double, accuracy: Double, lever: Lever<Base>
  ) throws(DilemmaError) {
    try requirePlayers(base.players + [leader], atMost: 63)
    let weights = weights ?? [Double](repeating: 1, count: base.players.count)
    try requireFigures(weights, called: "weight", of: base.players)
    guard accuracy.isFinite, accuracy > 0 else {
      throw .invalid("the accuracy of the search is \(accuracy); give a finite number above 0")
    }
    self.base = base
    self.leader = leader
    self.weights = weights
    self.highest = highest
    self.accuracy = accuracy
    self.lever = lever
  }

  /// What happens when the members of `coalition` act as one, the leader moving first.
  public func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    let (_, response, _) = try best(agreeing: coalition)
    return outcome(response)
  }

  /// For the leader, nothing: it no longer pays, while the others do as before.
  public func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    guard player < base.players.count else { return 0 }
    let below = Outcome(
      actions: Array(outcome.actions.dropLast()), costs: Array(outcome.costs.dropLast()), isUnique: false)
    return lever.costOfDefecting(player, from: below, at: outcome.actions.last ?? 0, in: base)
  }

  /// What each player puts in itself, and what the lever costs the leader.
  public func contributions(in outcome: Outcome) -> [Double] {
    let paid = outcome.costs.last ?? 0
    let below = Outcome(actions: Array(outcome.actions.dropLast()), costs: [], isUnique: false)
    return lever.contributions(in: below, at: outcome.actions.last ?? 0, of: base) + [paid]
  }

  /// Under γ only: with α and δ the convention would have to say what the leader does to a coalition.
  /// - Complexity: 2ⁿ searches for the best setting.
  public func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    guard convention == .gamma else {
      throw .invalid("what '\(leader)' does to a coalition is told under γ alone; ask for γ")
    }
    guard players.count <= CoalitionGame.largestTable else { throw .tooManyPlayers(players.count) }
    let worths = try CoalitionSweep.table(players: players.count, width: 1) { (coalition, worth) throws(DilemmaError) in
      guard !coalition.isEmpty else { return }
      let costs = try outcome(agreeing: coalition).costs
      worth[0] = coalition.reduce(0) { $0 + costs[$1] }
    }
    return try CoalitionGame(players: players, kind: .cost, ofTable: worths)
  }

  /// What each player has at stake in the others of the base, and in the leader the part of its cost alone that the best
  /// setting spares it. The leader, who bears nothing without its lever, has none.
  public func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    guard player < base.players.count else { return [Double](repeating: 0, count: players.count) }
    let alone = try response(to: 0, agreeing: .empty).outcome.costs[player]
    let led = try outcome(agreeing: .empty).costs[player]
    return try base.stakes(of: player) + [alone == 0 ? 0 : (alone - led) / abs(alone)]
  }

  /// What each player and the leader do and bear at a setting of the lever, best for the leader or not.
  /// - Throws: ``DilemmaError/invalid(_:)`` for a setting the lever has not.
  public func outcome(at setting: Double, agreeing coalition: Coalition = .empty) throws(DilemmaError) -> Outcome {
    guard setting >= 0, setting <= highest else {
      throw .invalid("the setting of '\(leader)' is \(setting); give a number from 0 to \(highest)")
    }
    return outcome(try response(to: setting, agreeing: coalition.removing(base.players.count)))
  }

  private func outcome(_ response: LeverResponse) -> Outcome {
    Outcome(
      actions: response.outcome.actions + [response.setting], costs: response.outcome.costs + [response.leaderCost],
      isUnique: false)
  }

  private func response(to setting: Double, agreeing members: Coalition) throws(DilemmaError) -> LeverResponse {
    try lever.response(to: setting, agreeing: members, in: base)
  }

  /// The setting that is best for the leader, or for the coalition it is in; what follows; and what may still be missed.
  func best(agreeing coalition: Coalition) throws(DilemmaError) -> (LowestPoint, LeverResponse, Double) {
    let leads = coalition.contains(base.players.count)
    let members = coalition.removing(base.players.count)
    let counted = leads ? base.players.indices.map { members.contains($0) ? 1.0 : 0 } : weights
    let without = try response(to: 0, agreeing: members)
    let size = without.outcome.costs.reduce(0) { $0 + abs($1) }
    let lowest = try LowestPoint(
      from: 0, to: highest,
      slope: { lever.slope(in: base, agreeing: members, upTo: $0, weights: counted) },
      accuracy: accuracy * (size > 0 ? size : 1)
    ) { (setting) throws(DilemmaError) in
      let response = try response(to: setting, agreeing: members)
      return zip(counted, response.outcome.costs).reduce(response.leaderCost) { $0 + $1.0 * $1.1 }
    }
    return (lowest, try response(to: lowest.place, agreeing: members), size)
  }
}

/// What a setting of a lever leads to.
struct LeverResponse: Sendable {
  let setting: Double
  /// What the players below do, and bear after what is paid for them.
  let outcome: Outcome
  /// What is paid for them.
  let outlay: Double
  let leaderCost: Double
}
