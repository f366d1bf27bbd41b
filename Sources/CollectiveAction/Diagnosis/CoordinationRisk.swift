/// How sure each player must be of the others before it moves from a bad outcome to a good one.
///
/// Aᵢ(k) is what i saves by its action in the good outcome, rather than that in the bad one, when k of the others take
/// their good action and the rest their bad one, the mean over which k they are. Whoever believes that each of the
/// others moves with probability p expects to save Σₖ B(k; n − 1, p)·Aᵢ(k), with the binomial B.
///
///     let risk = try CoordinationRisk(in: game, from: diagnosis.worst, to: diagnosis.best)
///     risk.neededBelief        // one a player: how sure it must be
///     risk.firstMoverLoss      // what a guarantee or a subsidy must cover for one that moves first
///
/// Where p is not known and all values are thought equally likely, k is uniform, and what is expected is the mean of
/// Aᵢ: the Laplacian advantage, which for equal players decides in the global game of Carlsson & van Damme (1993),
/// Econometrica 61, 989–1018. The needed belief is the p-dominance of Morris, Rob & Shin (1995), Econometrica 63,
/// 145–157, for the belief that the others move independently and alike; that form is ours. ``PDominance`` is theirs,
/// of others who come all together or not at all. In a game of two equal players 1 − p is the
/// basin of attraction of the good action as Dal Bó & Fréchette (2011) use it.
public struct CoordinationRisk: Sendable, Equatable {
  /// Row i, column k: Aᵢ(k), in money.
  public let advantage: [[Double]]

  /// The most players whose coalitions are all looked at; beyond it the mean over coalitions would have to be drawn.
  public static let mostPlayers = 16

  /// - Parameters:
  ///   - dilemma: at most ``mostPlayers`` players.
  ///   - bad: where they are.
  ///   - good: where they might be.
  /// - Throws: ``DilemmaError/invalid(_:)`` for more players.
  /// - Complexity: n·2ⁿ profiles priced.
  public init(in dilemma: some PlayableDilemma, from bad: Outcome, to good: Outcome) throws(DilemmaError) {
    let count = dilemma.players.count
    guard count <= Self.mostPlayers else {
      throw .invalid(
        "the coalitions of \(count) players are too many to move one by one; ask for at most \(Self.mostPlayers) players"
      )
    }
    var advantage = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for mask in 0..<(UInt64(1) << UInt64(count)) {
      let movers = Coalition(mask: mask)
      var actions = bad.actions
      for mover in movers { actions[mover] = good.actions[mover] }
      let borne = dilemma.costs(of: actions)
      for player in 0..<count {
        if movers.contains(player) {
          advantage[player][movers.count - 1] -= borne[player]
        } else {
          advantage[player][movers.count] += borne[player]
        }
      }
    }
    self.advantage = advantage.enumerated().map { player, row in
      // Who does the same in both has nothing to wait for; its sums would be rounding.
      guard bad.actions[player] != good.actions[player] else { return [Double](repeating: 0, count: count) }
      var coalitions = 1.0
      return row.enumerated().map { others, sum in
        defer { coalitions *= Double(count - 1 - others) / Double(others + 1) }
        return sum / coalitions
      }
    }
  }

  /// The mean of Aᵢ(k) over k. Where all players are equal, they move in the global game exactly if it is above zero
  /// (Morris & Shin 2003); of unequal ones, what one does there hangs on the gains of all (Frankel, Morris & Pauzner 2003,
  /// J. Econ. Theory 108, 1–44), and the sign tells only what i would do that thinks every number of movers equally likely.
  public var laplacianAdvantage: [Double] { advantage.map { $0.reduce(0, +) / Double($0.count) } }

  /// What each loses by moving first, −Aᵢ(0); negative for one that gains.
  public var firstMoverLoss: [Double] { advantage.map { -$0[0] } }

  /// What i expects to save by moving when each of the others moves with probability `belief`.
  public func expectedAdvantage(of player: Int, believing belief: Double) -> Double {
    // De Casteljau's steps: each keeps the values between those it began with.
    var values = advantage[player]
    for length in stride(from: values.count - 1, to: 0, by: -1) {
      for k in 0..<length { values[k] += belief * (values[k + 1] - values[k]) }
    }
    return values[0]
  }

  /// The least belief from which on each moves, whatever more it believes; 0 for one that moves anyway, none for one
  /// that does not move even when sure of all.
  ///
  /// Where Aᵢ rises with k there is one such point. Else the last change of sign on a grid of 1,024 steps is taken.
  public var neededBelief: [Double?] { advantage.indices.map(neededBelief(of:)) }

  /// The largest needed belief: the risk of the one that must be surest; 1 when somebody does not move at all.
  public var risk: Double { neededBelief.reduce(0) { max($0, $1 ?? 1) } }

  private func neededBelief(of player: Int) -> Double? {
    guard advantage[player].last ?? 0 >= 0 else { return nil }
    let steps = 1024
    guard
      let last = (0...steps).last(where: {
        expectedAdvantage(of: player, believing: Double($0) / Double(steps)) < 0
      })
    else { return 0 }
    var (low, high) = (Double(last) / Double(steps), Double(last + 1) / Double(steps))
    while true {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { return high }
      if expectedAdvantage(of: player, believing: middle) < 0 { low = middle } else { high = middle }
    }
  }
}
