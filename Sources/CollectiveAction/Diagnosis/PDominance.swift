/// How sure each player must be that all others go along before it moves from a bad outcome to a good one.
///
/// A player's belief is the smallest probability that all others take their action in the good outcome, all keeping to
/// that in the bad one otherwise, at which its own action in the good outcome is the better of its two. With A(k) as in
/// ``CoordinationRisk``, that is −A(0)/(A(n − 1) − A(0)). All or nobody: ``CoordinationRisk/neededBelief`` asks about
/// others that make up their minds one by one. For an equilibrium in which each chooses among two actions, or in which
/// no third is better, the good outcome is p-dominant for every p from the largest belief on.
///
///     let standard = try PDominance(in: game, from: diagnosis.nash, to: diagnosis.best)
///     standard.largest     // what the most reluctant must believe
///
/// Source: Morris, Rob & Shin (1995), Econometrica 63, 145–157.
public struct PDominance: Sendable, Equatable {
  /// One a player, 0 to 1; 0 for whom moves whatever the others do or has nothing to change, none for whom the move does
  /// not pay even when sure of all.
  public let beliefs: [Double?]

  /// The largest belief: what the most reluctant must expect; 0 when nobody has one.
  public var largest: Double { beliefs.reduce(0) { max($0, $1 ?? 0) } }

  /// The mean over the players that have one; 0 when nobody does.
  public var mean: Double {
    let asked = beliefs.compactMap(\.self)
    return asked.isEmpty ? 0 : asked.reduce(0, +) / Double(asked.count)
  }

  init(beliefs: [Double?]) { self.beliefs = beliefs }

  /// - Parameters:
  ///   - dilemma: with any number of players.
  ///   - bad: where they are.
  ///   - good: where they might be.
  /// - Complexity: 2n + 2 profiles priced.
  public init(in dilemma: some PlayableDilemma, from bad: Outcome, to good: Outcome) {
    let (nobody, everybody) = (dilemma.costs(of: bad.actions), dilemma.costs(of: good.actions))
    beliefs = dilemma.players.indices.map { player in
      guard bad.actions[player] != good.actions[player] else { return 0 }
      func cost(_ action: Double, beside others: [Double]) -> Double {
        var actions = others
        actions[player] = action
        return dilemma.costs(of: actions)[player]
      }
      return Self.belief(
        savingAlone: nobody[player] - cost(good.actions[player], beside: bad.actions),
        savingWithAll: cost(bad.actions[player], beside: good.actions) - everybody[player])
    }
  }

  /// The probability of the second at which what is saved is nothing on average.
  static func belief(savingAlone: Double, savingWithAll: Double) -> Double? {
    guard savingAlone < 0 else { return 0 }
    guard savingWithAll >= 0 else { return nil }
    return -savingAlone / (savingWithAll - savingAlone)
  }
}

extension SharedStandard {
  /// The beliefs that the greatest equilibrium asks of its players, when nobody but the holders adopts otherwise.
  ///
  /// Those that do not adopt in the greatest equilibrium have none.
  public var pDominance: PDominance {
    let greatest = greatestEquilibrium
    let (certain, full) = (gainsFromOthers(holds), gainsFromOthers(greatest))
    return PDominance(
      beliefs: players.indices.map {
        guard greatest[$0] else { return nil }
        let lacking = switchingCost[$0] - benefit[$0] * exchange.ownShare - certain[$0]
        guard !holds[$0], lacking > 0 else { return 0 }
        // Above 1 only by rounding, or where nothing but rounding makes it adopt.
        return full[$0] > certain[$0] ? min(lacking / (full[$0] - certain[$0]), 1) : 1
      })
  }
}
