/// The fewest who must move first for all to follow from a bad outcome to a good one.
///
/// Those of `movers` take their action in the good outcome and keep to it; the others answer one after another, in their
/// order and round after round, until nobody would save by another action. Where the players end in the good
/// outcome, nobody needs to be held there: it is an equilibrium.
///
///     let push = try FirstMovers(in: game, from: diagnosis.nash, to: diagnosis.best)
///     push.movers      // whom a seed subsidy or a guarantee must reach
///     push.losses      // what each of them bears more while it moves alone with the others of them
///
/// The measure is ours; moving first to set others moving is the cascade of Granovetter (1978), Amer. J. Sociol. 83,
/// 1420–1443.
public struct FirstMovers: Sendable, Equatable {
  /// The smallest such coalition, the first of several in the order of the masks; none where not even all together lead
  /// there, because the outcome is no equilibrium.
  public let movers: Coalition?
  /// What each of the movers bears more than before, in money, when they have moved and nobody has followed yet; zero for
  /// the others, and below zero for one that gains at once.
  public let losses: [Double]

  /// The most players whose coalitions are all tried.
  public static let mostPlayers = 16
  /// The longest play that is followed, in rounds.
  public static let longestPlay = 1000

  /// - Throws: ``DilemmaError/invalid(_:)`` for more than ``mostPlayers`` players.
  /// - Complexity: up to 2ⁿ plays of some rounds of n replies.
  public init(in dilemma: some PlayableDilemma, from bad: Outcome, to good: Outcome) throws(DilemmaError) {
    let count = dilemma.players.count
    guard count <= Self.mostPlayers else {
      throw .invalid(
        "the coalitions of \(count) players are too many to try one by one; ask for at most \(Self.mostPlayers) players"
      )
    }
    let play = BestReplyPlay(of: dilemma)
    // Who does the same in both outcomes moves nobody.
    let able = Coalition((0..<count).filter { bad.actions[$0] != good.actions[$0] })
    func lead(_ movers: Coalition) -> Bool {
      var actions = bad.actions
      for mover in movers { actions[mover] = good.actions[mover] }
      for _ in 0..<Self.longestPlay {
        var isSettled = true
        for player in 0..<count where !movers.contains(player) {
          guard let reply = play.saving(of: player, at: actions) else { continue }
          actions[player] = reply
          isSettled = false
        }
        if isSettled { return play.isSame(actions, good.actions) && play.movers(at: actions).isEmpty }
      }
      return false
    }
    let tried = (0..<(UInt64(1) << UInt64(count))).map(Coalition.init(mask:)).filter { $0.isSubset(of: able) }
      .sorted { ($0.count, $0.mask) < ($1.count, $1.mask) }
    movers = tried.first(where: lead)
    var actions = bad.actions
    for mover in movers ?? .empty { actions[mover] = good.actions[mover] }
    let (before, after) = (dilemma.costs(of: bad.actions), dilemma.costs(of: actions))
    let chosen = movers ?? .empty
    losses = (0..<count).map { chosen.contains($0) ? after[$0] - before[$0] : 0 }
  }
}
