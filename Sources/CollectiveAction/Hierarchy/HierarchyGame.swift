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
/// | family | what a subsidy pays a part of | what an evaluation counts |
/// |---|---|---|
/// | ``SpilloverGame`` | the cost of abatement | what others bear |
/// | ``AdoptionGame``, ``MinimumEffortGame`` | the cost of changing over, of effort | what others bear |
/// | ``CompetitionGame`` | what an action costs by itself | what others bear |
/// | ``PromotionTournament`` | the cost of effort | the joint result |
/// | ``LinearPublicGood`` | what is given | what others bear |
/// | ``NormalFormGame`` | – | what others bear |
///
/// The best setting is exact where what the players come to rises in steps (``LeveredDilemma/risesInSteps``), certified
/// where a bound on the change of the aim is known, and else the best of a grid of 200 with a search around it; see
/// ``HierarchySolution/shortfall``. Of several equilibria the leader reckons with the one that play comes to from today,
/// the best or the worst for it, as ``LeverOutlook`` says.
///
/// As a ``Dilemma`` its players are those of the base and the leader, last; the leader's action is its setting, and it bears
/// what the lever costs it. A coalition with the leader in it sets the lever for the joint cost of its members; one
/// without it meets the setting that is best for the leader's own aim. Outcomes do not claim to be unique, since the
/// best setting is not shown to be the only one.
///
/// Source: the order of moves is von Stackelberg (1934), Marktform und Gleichgewicht; a matching grant for what spills
/// over is Oates (1972), Fiscal Federalism, ch. 3; the best and the worst answer, Leitmann (1978), J. Optim. Theory Appl. 26,
/// 637–643. The evaluation and both aims are our forms.
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
    try Self.requireSubsidy(upTo: subsidyUpTo, costOfFunds: costOfFunds, of: leader)
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
    try Self.requireEvaluation(upTo: evaluationUpTo, cost: cost, of: leader)
    try self.init(
      base: base, leader: leader, weights: weights, highest: evaluationUpTo, accuracy: accuracy,
      lever: .evaluation(cost: cost))
  }

  /// Over a tournament, with an evaluation that counts the joint result by so much more than it does already.
  ///
  /// A unit of effort then adds (1 − r) + (w + setting)(1 + r) to the difference that decides. The officials' costs are those
  /// of the tournament; what the public has of their effort is not in it, so an upper level that minds these costs alone
  /// leaves the lever be.
  /// - Parameters:
  ///   - tournament: the problem without the leader.
  ///   - leader: a name that no player has.
  ///   - weights: 0 or more, one a player; 1 each if absent.
  ///   - evaluationUpTo: the highest weight, above 0 and at most 1.
  ///   - cost: k, 0 or more: a weight w costs the leader k·w²/2 a year.
  ///   - accuracy: above 0.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the figure and what it should be.
  public init(
    tournament: PromotionTournament, leader: String, weights: [Double]? = nil, evaluationUpTo: Double,
    cost: Double = 0, accuracy: Double = 1e-5
  ) throws(DilemmaError) where Base == CompetitionGame {
    try Self.requireEvaluation(upTo: evaluationUpTo, cost: cost, of: leader)
    try self.init(
      base: tournament.game, leader: leader, weights: weights, highest: evaluationUpTo, accuracy: accuracy,
      lever: .evaluation(
        cost: cost,
        outcomes: { (_, weight, parties, _) throws(DilemmaError) in
          try tournament.outcomes(agreeing: parties, countingJointResult: weight)
        }))
  }

  /// Over a public good, matching the part r of every unit given.
  ///
  /// A player gives where what comes back of a unit is more than the 1 − r that is left to it.
  /// - Parameters:
  ///   - publicGood: the problem without the leader.
  ///   - leader: a name that no player has.
  ///   - weights: 0 or more, one a player; 1 each if absent.
  ///   - subsidyUpTo: the highest rate, above 0 and below 1.
  ///   - costOfFunds: λ, what a unit paid costs the leader; 0 or more.
  ///   - accuracy: above 0.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the figure and what it should be.
  public init(
    publicGood: LinearPublicGood, leader: String, weights: [Double]? = nil, subsidyUpTo: Double,
    costOfFunds: Double = 1, accuracy: Double = 1e-5
  ) throws(DilemmaError) where Base == CompetitionGame {
    try Self.requireSubsidy(upTo: subsidyUpTo, costOfFunds: costOfFunds, of: leader)
    try self.init(
      base: publicGood.game, leader: leader, weights: weights, highest: subsidyUpTo, accuracy: accuracy,
      lever: .subsidy(
        costOfFunds: costOfFunds, helped: { (_, rate) throws(DilemmaError) in try publicGood.matched(at: rate) },
        paid: { _, rate, outcome in outcome.actions.map { rate * $0 } }))
  }

  private static func requireSubsidy(
    upTo highest: Double, costOfFunds: Double, of leader: String
  ) throws(DilemmaError) {
    guard highest > 0, highest < 1 else {
      throw .invalid("the highest rate of '\(leader)' is \(highest); give a number above 0 and below 1")
    }
    guard costOfFunds.isFinite, costOfFunds >= 0 else {
      throw .invalid("the cost of funds of '\(leader)' is \(costOfFunds); give a finite number, 0 or more")
    }
  }

  private static func requireEvaluation(
    upTo highest: Double, cost: Double, of leader: String
  ) throws(DilemmaError) {
    guard highest > 0, highest <= 1 else {
      throw .invalid("the highest weight of '\(leader)' is \(highest); give a number above 0 and at most 1")
    }
    guard cost.isFinite, cost >= 0 else {
      throw .invalid("the cost of evaluation of '\(leader)' is \(cost); give a finite number, 0 or more")
    }
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
    outcome(try best(agreeing: parties(coalition)).response)
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

  /// What each coalition bears together.
  ///
  /// - γ: in the equilibrium in which it acts as one and every outsider alone. With the leader in it the lever is set for the
  ///   joint cost of its members, else for the leader's own aim.
  /// - α: when outsiders do their worst. Evaluating changes what officials mind, not what a coalition can be sure of, and the
  ///   worst a leader can do with its money is to keep it; where a unit paid costs it 1 or more, members and leader
  ///   together have nothing of paying either. So a coalition can be sure of what it can be sure of in the base, with the
  ///   leader or without.
  /// - δ: when all outsiders act as one as well. The leader moves first, for the joint cost of the party it is in.
  /// - Throws: ``DilemmaError`` as ``outcome(agreeing:)``; under α where a unit paid costs less than 1, and under α and δ
  ///   where the base does not tell.
  /// - Complexity: 2ⁿ searches for the best setting.
  public func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    guard players.count <= CoalitionGame.largestTable else { throw .tooManyPlayers(players.count) }
    guard convention != .alpha else { return try guaranteed() }
    let worths = try CoalitionSweep.table(players: players.count, width: 1) { (coalition, worth) throws(DilemmaError) in
      guard !coalition.isEmpty else { return }
      let costs = outcome(try best(agreeing: parties(coalition, othersTogether: convention == .delta)).response).costs
      worth[0] = coalition.reduce(0) { $0 + costs[$1] }
    }
    return try CoalitionGame(players: players, kind: .cost, ofTable: worths)
  }

  private func guaranteed() throws(DilemmaError) -> CoalitionGame {
    guard lever.costOfFunds >= 1 else {
      throw .invalid(
        "a unit paid costs '\(leader)' \(lever.costOfFunds), less than it is worth, and what a coalition with it can be "
          + "sure of is not told; ask for γ or δ, or give a cost of funds of 1 or more")
    }
    let below = try base.coalitionGame(.alpha)
    let count = base.players.count
    let worths = try CoalitionSweep.table(players: players.count, width: 1) { (coalition, worth) in
      worth[0] = below[coalition.removing(count)]
    }
    return try CoalitionGame(players: players, kind: .cost, ofTable: worths)
  }

  /// What each player has at stake in the others of the base, and in the leader the part of its cost alone that the best
  /// setting spares it. The leader, who bears nothing without its lever, has none.
  public func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    guard player < base.players.count else { return [Double](repeating: 0, count: players.count) }
    let alone = try response(to: 0, of: parties(.empty)).outcome.costs[player]
    let led = try outcome(agreeing: .empty).costs[player]
    return try base.stakes(of: player) + [alone == 0 ? 0 : (alone - led) / abs(alone)]
  }

  /// What each player and the leader do and bear at a setting of the lever, best for the leader or not.
  /// - Throws: ``DilemmaError/invalid(_:)`` for a setting the lever has not.
  public func outcome(at setting: Double, agreeing coalition: Coalition = .empty) throws(DilemmaError) -> Outcome {
    try requireSetting(setting)
    return outcome(try response(to: setting, of: parties(coalition.removing(base.players.count))))
  }

  func requireSetting(_ setting: Double) throws(DilemmaError) {
    guard setting >= 0, setting <= highest else {
      throw .invalid("the setting of '\(leader)' is \(setting); give a number from 0 to \(highest)")
    }
  }

  private func outcome(_ response: LeverResponse) -> Outcome {
    Outcome(
      actions: response.outcome.actions + [response.setting], costs: response.outcome.costs + [response.leaderCost],
      isUnique: false)
  }

  /// The parties in which players act while the members of `coalition` act as one; and whose costs the leader minds then.
  struct Sides {
    let parties: Lever<Base>.Parties
    let counted: [Double]
  }

  /// With the leader among them the members count and nobody else does. Without it, the leader counts all as it likes, or
  /// the members of the party it is in with all others.
  func parties(_ coalition: Coalition, othersTogether: Bool = false) -> Sides {
    let leads = coalition.contains(base.players.count)
    let members = coalition.removing(base.players.count)
    let counted =
      leads || othersTogether ? base.players.indices.map { members.contains($0) == leads ? 1.0 : 0 } : weights
    return Sides(parties: .init(members: members, othersTogether: othersTogether), counted: counted)
  }

  /// What play comes to from today, or the best or worst for the leader of what it can come to.
  func response(
    to setting: Double, of sides: Sides, outlook: LeverOutlook = .today
  ) throws(DilemmaError) -> LeverResponse {
    chosen(try lever.responses(to: setting, of: sides.parties, in: base, outlook: outlook), sides, outlook)
  }

  private func chosen(_ responses: [LeverResponse], _ sides: Sides, _ outlook: LeverOutlook) -> LeverResponse {
    responses.dropFirst().reduce(responses[0]) { chosen, response in
      let (now, other) = (aim(of: chosen, sides), aim(of: response, sides))
      return switch outlook {
      case .today: chosen
      case .optimistic: other < now ? response : chosen
      case .pessimistic: other > now ? response : chosen
      }
    }
  }

  func aim(of response: LeverResponse, _ sides: Sides) -> Double {
    zip(sides.counted, response.outcome.costs).reduce(response.leaderCost) { $0 + $1.0 * $1.1 }
  }

  /// The setting that is best for the leader, or for the coalition it is in, and what follows.
  func best(
    agreeing sides: Sides, outlook: LeverOutlook = .today
  ) throws(DilemmaError) -> (lowest: LowestPoint, response: LeverResponse, without: LeverResponse, size: Double) {
    let without = try response(to: 0, of: sides, outlook: outlook)
    let size = without.outcome.costs.reduce(0) { $0 + abs($1) }
    let lowest: LowestPoint
    if lever.risesInSteps {
      lowest = try steps(of: sides, outlook).lowest(outlook, rounding: 1e-12 * size) { aim(of: $0, sides) }
    } else {
      lowest = try LowestPoint(
        from: 0, to: highest,
        slope: {
          sides.parties.othersTogether
            ? nil : lever.slope(in: base, agreeing: sides.parties.members, upTo: $0, weights: sides.counted)
        },
        accuracy: accuracy * (size > 0 ? size : 1)
      ) { (setting) throws(DilemmaError) in aim(of: try response(to: setting, of: sides, outlook: outlook), sides) }
    }
    return (lowest, try response(to: lowest.place, of: sides, outlook: outlook), without, size)
  }

  /// All that the lever leads to, where that rises in steps.
  func steps(of sides: Sides, _ outlook: LeverOutlook) throws(DilemmaError) -> LeverSteps {
    try LeverSteps(to: highest) { (setting) throws(DilemmaError) in
      try lever.responses(to: setting, of: sides.parties, in: base, outlook: outlook)
    }
  }

  /// Whether what players come to only ever rises with the lever, in steps.
  var risesInSteps: Bool { lever.risesInSteps }
}
