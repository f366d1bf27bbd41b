import Mathematics

/// A way from acting alone to the joint optimum on which nobody's cost ever rises.
///
/// At every step the parties look only at where they stand: what a further unit of abatement costs each, and what a
/// unit that settles harms each. Every emitter moves in proportion to what a unit of its abatement spares all, less
/// what it costs; it is paid that cost, whoever is spared pays for it, and what is left over is shared:
///
///     moves     pᵢ = s (Σⱼ Aᵢⱼhⱼ − cᵢqᵢ) / cᵢ, cut off at the limits,   hⱼ = dⱼ + δⱼ depⱼ
///     receives  tⱼ = cⱼqⱼpⱼ − hⱼ Σᵢ Aᵢⱼpᵢ + θⱼ Σᵢ pᵢ (Σₖ Aᵢₖhₖ − cᵢqᵢ)
///
/// The payments add up to zero. To first order j's cost falls by θⱼ times the whole saving. To second order a step may
/// cost a party more than that, so each step is tried and halved until it costs nobody anything; as θⱼ > 0 a short
/// enough one never does. The total falls at every step, and no shorter step than a fixed one is ever needed, so the
/// path comes as near to the optimum as is asked.
///
///     let path = try GradualAgreement(of: game, pace: 0.25)
///     path.steps.map(\.costs)     // after payments: each column falls
///     path.largestGap             // what is still to be gained, at most
///
/// Source: Kaitala, Mäler & Tulkens (1995), The acid rain game as a resource allocation process, Scand. J. Econ. 97,
/// 325–343, after Chander & Tulkens (1992), Eur. Econ. Rev. 36. The finite steps and their check are ours.
public struct GradualAgreement: Sendable, Equatable {
  /// Where the parties stand after a step, and what was paid for it.
  public struct Step: Sendable, Equatable {
    /// s: which part of the way towards where marginal costs and harms, as they are now, would balance.
    public let pace: Double
    /// What each abates.
    public let actions: [Double]
    /// What each bears a year, the payments agreed so far included.
    public let costs: [Double]
    /// What this step added to what each receives a year; negative where it pays. They add up to zero.
    public let received: [Double]
  }

  public let players: [String]
  /// What each bore a year before the first step.
  public let start: Outcome
  public let steps: [Step]
  /// What could still be saved by all together, at most.
  public let largestGap: Double
  /// Whether the path came as near as was asked before its steps ran out.
  public let isComplete: Bool

  /// What each does at the end of the path.
  public var actions: [Double] { steps.last?.actions ?? start.actions }
  /// What each bears a year at the end of the path, all payments included.
  public var costs: [Double] { steps.last?.costs ?? start.costs }

  /// - Parameters:
  ///   - game: whose nuisance is abated step by step.
  ///   - start: what the parties do before; the equilibrium in which each acts alone if absent.
  ///   - pace: s of every step that nobody loses by, above 0 and at most 1.
  ///   - shares: θ, one a party, above 0; only their ratios matter. Equal if absent.
  ///   - nearness: the path ends when what is still to be gained is no more than this part of what all bore before,
  ///     above 0.
  ///   - mostSteps: one or more.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the number that is wrong;
  ///   ``DilemmaError/noEquilibrium(agreeing:)`` when the start is not found.
  public init(
    of game: SpilloverGame, from start: [Double]? = nil, pace: Double = 0.25, shares: [Double]? = nil,
    nearness: Double = 1e-6, mostSteps: Int = 1000
  ) throws(DilemmaError) {
    let count = game.players.count
    guard pace > 0, pace <= 1 else { throw .invalid("a pace of \(pace); give a number above 0, at most 1") }
    guard nearness > 0, nearness.isFinite else { throw .invalid("a nearness of \(nearness); give a number above 0") }
    guard mostSteps >= 1 else { throw .invalid("at most \(mostSteps) steps; give 1 or more") }
    let weights = shares ?? [Double](repeating: 1, count: count)
    try requireFigures(weights, called: "share", of: game.players)
    for (name, weight) in zip(game.players, weights) where weight <= 0 {
      throw .invalid("the share of '\(name)' is \(weight); give a number above 0, or it may lose by a step")
    }
    if let start {
      try requireFigures(start, called: "abatement", of: game.players)
      for (place, name) in game.players.enumerated() where start[place] > game.limit[place] {
        throw .invalid("the abatement of '\(name)' is \(start[place]), above its limit of \(game.limit[place])")
      }
      self.start = Outcome(actions: start, costs: game.costs(of: start), isUnique: true)
    } else {
      self.start = try game.outcome(agreeing: .empty)
    }
    players = game.players
    let sum = weights.reduce(0, +)
    let walk = Walk(game: game, shares: weights.map { $0 / sum })
    let enough = nearness * self.start.costs.reduce(0) { $0 + abs($1) }
    var steps: [Step] = []
    var place = walk.place(at: self.start.actions)
    var paid = [Double](repeating: 0, count: count)
    while place.gap > enough, steps.count < mostSteps, let move = walk.move(from: place, pace: pace) {
      place = walk.place(at: move.actions)
      for player in 0..<count { paid[player] += move.received[player] }
      steps.append(
        Step(
          pace: move.pace, actions: move.actions, costs: zip(game.costs(of: move.actions), paid).map { $0 - $1 },
          received: move.received))
    }
    self.steps = steps
    largestGap = place.gap
    isComplete = place.gap <= enough
  }
}

/// What the parties know of where they stand, and the steps from there.
private struct Walk {
  struct Place {
    let actions: [Double]
    /// hⱼ: what a further unit that settles harms each.
    let harms: [Double]
    /// What a further unit of each one's abatement would save all together.
    let gains: [Double]
    /// What all together may still save, at most.
    let gap: Double
  }

  let game: SpilloverGame
  let shares: [Double]

  func place(at actions: [Double]) -> Place {
    let deposition = game.deposition(after: actions)
    let players = game.players.indices
    let harms = players.map { game.linearDamage[$0] + game.quadraticDamage[$0] * deposition[$0] }
    let gains = players.map { i in
      players.reduce(-game.abatementCost[i] * actions[i]) { $0 + game.transport[i, $1] * harms[$1] }
    }
    // Harm is convex, so a move x saves at most Σ gᵢxᵢ − cᵢxᵢ²/2: greatest emitter by emitter.
    let gap = players.reduce(0) { sum, i in
      let best = min(max(gains[i] / game.abatementCost[i], -actions[i]), game.limit[i] - actions[i])
      return sum + gains[i] * best - game.abatementCost[i] * best * best / 2
    }
    return Place(actions: actions, harms: harms, gains: gains, gap: gap)
  }

  /// A step that costs nobody anything; none when no number is small enough for one.
  func move(from place: Place, pace: Double) -> (pace: Double, actions: [Double], received: [Double])? {
    let players = game.players.indices
    var pace = pace
    while pace > 1e-12 {
      let actions = players.map { i in
        min(max(place.actions[i] + pace * place.gains[i] / game.abatementCost[i], 0), game.limit[i])
      }
      let moves = players.map { actions[$0] - place.actions[$0] }
      let cleaned = players.map { j in players.reduce(0) { $0 + game.transport[$1, j] * moves[$1] } }
      let saving = players.reduce(0) { $0 + moves[$1] * place.gains[$1] }
      // What the payments, worked out where the parties stood, leave out: how marginal costs and harms change.
      let isNobodyWorseOff = players.allSatisfy { j in
        game.abatementCost[j] * moves[j] * moves[j] + game.quadraticDamage[j] * cleaned[j] * cleaned[j]
          <= 2 * shares[j] * saving
      }
      if isNobodyWorseOff, saving > 0 {
        let received = players.map { j in
          game.abatementCost[j] * place.actions[j] * moves[j] - place.harms[j] * cleaned[j] + shares[j] * saving
        }
        return (pace, actions, received)
      }
      pace /= 2
    }
    return nil
  }
}
