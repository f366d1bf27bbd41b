/// A facility that each player could build for itself, and any of them together more cheaply.
///
/// The problem is given by what it costs to serve each coalition. A coalition that agrees builds one facility and
/// every outsider its own. Until a rule of sharing is chosen the members' bill is sent out in proportion to what
/// each would pay alone; that is a bill, not a judgement of what is fair, and a form of ours, not the
/// literature's: whoever compares rules starts from ``costs``.
///
///     let water = try JointFacility(costs: CoalitionGame(players: ["A", "B"], costs: [0, 20, 10, 24]))
///     try water.outcome(agreeing: .grand(of: 2)).costs   // [16, 8]
public struct JointFacility: Dilemma, Equatable {
  /// What it costs to serve each coalition.
  public let costs: CoalitionGame

  public var players: [String] { costs.players }

  /// - Parameter costs: a cost game; no coalition costs less than nothing.
  /// - Throws: ``DilemmaError/invalid(_:)`` when it is a surplus game or a cost is below zero.
  public init(costs: CoalitionGame) throws(DilemmaError) {
    guard costs.kind == .cost else {
      throw .invalid("a joint facility is given by what coalitions pay, not by what they get; give costs")
    }
    for coalition in costs.coalitions where costs[coalition] < 0 {
      throw .invalid(
        "the cost of {\(costs.names(of: coalition).joined(separator: ", "))} is \(costs[coalition]); give 0 or more")
    }
    self.costs = costs
  }

  /// A facility whose costs follow from a cost function.
  /// - Throws: ``DilemmaError`` when the function is for another number of players, or there are too many.
  public init(players: [String], cost: FacilityCost) throws(DilemmaError) {
    try requirePlayers(players, atMost: CoalitionGame.largestTable)
    guard cost.playerCount == players.count else {
      throw .invalid("\(cost.playerCount) loads for \(players.count) players; give one each")
    }
    let worths = try CoalitionSweep.table(players: players.count, width: 1) { coalition, worth in
      worth[0] = cost.cost(of: coalition)
    }
    try self.init(costs: CoalitionGame(players: players, kind: .cost, ofTable: worths))
  }

  /// Members of a coalition of two or more do 1 and share its cost in proportion to their costs alone (equally when
  /// these are all zero); everyone else does 0 and pays its own cost.
  public func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    precondition(coalition.isSubset(of: costs.grandCoalition), "a coalition of players the game does not have")
    var actions = [Double](repeating: 0, count: players.count)
    var bills = players.indices.map { costs[.single($0)] }
    if coalition.count > 1 {
      let apart = coalition.reduce(0) { $0 + bills[$1] }
      for member in coalition {
        actions[member] = 1
        let part = apart > 0 ? bills[member] / apart : 1 / Double(coalition.count)
        bills[member] = costs[coalition] * part
      }
    }
    return Outcome(actions: actions, costs: bills, isUnique: true)
  }

  /// Nothing for a member, who stops paying while the others, bound by what they have built, still serve it;
  /// an outsider already stands alone. The form is ours: it is the worst the others have to fear.
  public func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    outcome.actions[player] == 1 ? 0 : costs[.single(player)]
  }

  /// What each member pays; nothing from outsiders.
  public func contributions(in outcome: Outcome) -> [Double] {
    zip(outcome.actions, outcome.costs).map { $0 == 1 ? $1 : 0 }
  }

  /// The table itself under every convention: what outsiders build changes no coalition's cost.
  public func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame { costs }

  /// Half of what `player` and the other would save as a pair, over what `player` pays alone.
  ///
  /// Nothing changes for a player while another moves alone here, so the fall of its cost is taken from the
  /// smallest agreement with it, saved half and half.
  public func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    let alone = costs[.single(player)]
    return players.indices.map { other in
      guard other != player, alone > 0 else { return 0 }
      return (alone + costs[.single(other)] - costs[Coalition([player, other])]) / 2 / alone
    }
  }
}
