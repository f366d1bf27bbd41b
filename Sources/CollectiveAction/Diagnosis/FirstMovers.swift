/// The fewest who must move first for all to follow from a bad outcome to a good one.
///
/// The movers take their action in the good outcome and keep to it; the others answer one after another, in their
/// order and round after round, until nobody would save by another action. Where the players end in the good
/// outcome, nobody needs to be held there: it is an equilibrium.
///
///     let push = try FirstMovers(in: game, from: diagnosis.nash, to: diagnosis.best)
///     push?.players     // whom a seed subsidy or a guarantee must reach
///     push?.losses      // what each of them bears more while it moves alone with the others of them
///
/// A family that knows a better way than to try all coalitions answers for itself (``FirstMoverDilemma``). For one
/// standard ``SharedStandard/fewestFirstMovers(steps:)`` has them for any number of players.
///
/// The measure is ours; moving first to set others moving is the cascade of Granovetter (1978), Amer. J. Sociol. 83,
/// 1420–1443.
public struct FirstMovers: Sendable, Equatable {
  /// Their numbers, ascending; none when play comes there by itself.
  public let players: [Int]
  /// No set of fewer players is enough.
  public let lowerBound: Int
  /// Whether there is no smaller set.
  public let optimality: Optimality
  /// What each of the movers bears more than before, in money, when they have moved and nobody has followed yet; zero for
  /// the others, and below zero for one that gains at once.
  public let losses: [Double]

  /// The most players whose coalitions are all tried.
  public static let mostPlayers = 16
  /// The longest play that is followed, in rounds.
  public static let longestPlay = 1000

  init(players: [Int], lowerBound: Int, optimality: Optimality, losses: [Double]) {
    self.players = players
    self.lowerBound = lowerBound
    self.optimality = optimality
    self.losses = losses
  }

  /// The smallest such set, the first of several in the order of the masks where all are tried; nil where not even all
  /// together lead there, because the outcome is no equilibrium.
  ///
  /// - Parameters:
  ///   - dilemma: at most ``mostPlayers`` players, unless its family answers for itself.
  ///   - bad: where they are.
  ///   - good: where they might be.
  /// - Throws: ``DilemmaError/invalid(_:)`` for more players.
  /// - Complexity: up to 2ⁿ plays of some rounds of n replies.
  public init?(in dilemma: some PlayableDilemma, from bad: Outcome, to good: Outcome) throws(DilemmaError) {
    if let family = dilemma as? any FirstMoverDilemma, let told = family.firstMovers(from: bad, to: good) {
      self = told
      return
    }
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
    guard let movers = tried.first(where: lead) else { return nil }
    var actions = bad.actions
    for mover in movers { actions[mover] = good.actions[mover] }
    let (before, after) = (dilemma.costs(of: bad.actions), dilemma.costs(of: actions))
    self.init(
      players: Array(movers), lowerBound: movers.count, optimality: .exact,
      losses: (0..<count).map { movers.contains($0) ? after[$0] - before[$0] : 0 })
  }
}

/// A dilemma whose family finds first movers in a better way than by trying all coalitions.
public protocol FirstMoverDilemma: PlayableDilemma {
  /// The fewest who must move first, or nil where the family has no better way from this outcome to that one.
  func firstMovers(from bad: Outcome, to good: Outcome) -> FirstMovers?
}

extension AdoptionGame: FirstMoverDilemma {
  /// Told for one item, from its least to its greatest equilibrium, where everybody who does not adopt in the first
  /// does in the second: with players left over, one of them might be won for the sake of others.
  public func firstMovers(from bad: Outcome, to good: Outcome) -> FirstMovers? {
    guard items.count == 1 else { return nil }
    let push = PushProblem(standards[0])
    let (least, greatest) = (adopters(ofItem: 0, in: bad), adopters(ofItem: 0, in: good))
    guard push.free == push.needed, least == Coalition(players.indices.filter { push.base[$0] }),
      greatest == .grand(of: players.count)
    else { return nil }
    return push.fewestFirstMovers(steps: SharedStandard.fewSteps)
  }
}
