/// The weakest link: what all have is decided by the one that does least.
///
/// Each player chooses a level from 1 to L. The lowest of all gives player i bᵢ a level, its own level costs it cᵢ a
/// level, and it gets a constant besides. Standards that are only as good as the laggard's are of this kind.
///
///     let game = try MinimumEffortGame(
///       players: ["a", "b"], benefit: [0.2, 0.2], effortCost: [0.1, 0.1], constant: [0.6, 0.6], levels: 7)
///     game.costs(of: [7, 7])   // [-1.3, -1.3]
///     game.costs(of: [7, 1])   // [-0.1, -0.7]
///     game.selectedLevel       // nil: 2 · 0.1 is as much as 0.2
///
/// If for everyone a level is worth more than it costs, all at one level is an equilibrium, whatever the level, and
/// there is no other; if for anyone it is worth less, only all at the lowest is one. Where play comes to among so
/// many is a matter of how many there are and of what effort costs: see ``selectedLevel``.
///
/// Source: Van Huyck, Battalio & Beil (1990), Am. Econ. Rev. 80, 234–248.
public struct MinimumEffortGame: Dilemma, Equatable {
  public let players: [String]
  /// bᵢ: the gain of one level of the lowest effort.
  public let benefit: [Double]
  /// cᵢ: the cost of one level of one's own effort.
  public let effortCost: [Double]
  /// What each gets besides; it decides nothing.
  public let constant: [Double]
  /// L: levels are 1 to L.
  public let levels: Int
  /// The level each is at today.
  public let current: [Int]

  /// - Parameters:
  ///   - players: 1 to 63 names, no two alike; all lists are in their order.
  ///   - benefit: 0 or more.
  ///   - effortCost: above 0; if effort cost nothing, one's own level would not matter to one.
  ///   - constant: any numbers; 0 if absent.
  ///   - levels: from 2 to 1 000.
  ///   - current: 1 to `levels`, from where play starts; all at 1 if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player, the number and what it should be.
  public init(
    players: [String], benefit: [Double], effortCost: [Double], constant: [Double]? = nil, levels: Int,
    current: [Int]? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: 63)
    try requireFigures(benefit, called: "benefit", of: players)
    try requireFigures(effortCost, called: "cost of effort", of: players)
    for (name, cost) in zip(players, effortCost) where cost == 0 {
      throw .invalid("the cost of effort of '\(name)' is \(cost); give a number above 0")
    }
    let constant = constant ?? [Double](repeating: 0, count: players.count)
    guard constant.count == players.count else {
      throw .invalid("\(constant.count) constants for \(players.count) players; give one each")
    }
    for (name, figure) in zip(players, constant) where !figure.isFinite {
      throw .invalid("the constant of '\(name)' is \(figure); give a finite number")
    }
    guard (2...1_000).contains(levels) else { throw .invalid("there are \(levels) levels; give 2 to 1000") }
    for figures in [benefit, effortCost, constant] where figures.contains(where: { $0.magnitude > 1e290 }) {
      throw .invalid("the figures are too large to be multiplied; state them in larger units")
    }
    let current = current ?? [Int](repeating: 1, count: players.count)
    guard current.count == players.count else {
      throw .invalid("\(current.count) current levels for \(players.count) players; give one each")
    }
    for (name, level) in zip(players, current) where !(1...levels).contains(level) {
      throw .invalid("the current level of '\(name)' is \(level); give 1 to \(levels)")
    }
    self.players = players
    self.benefit = benefit
    self.effortCost = effortCost
    self.constant = constant
    self.levels = levels
    self.current = current
  }

  /// What each bears at these levels: its effort less its gain.
  /// - Parameter efforts: one a player.
  public func costs(of efforts: [Int]) -> [Double] {
    precondition(efforts.count == players.count, "one level a player")
    let lowest = Double(efforts.min() ?? 1)
    return players.indices.map { effortCost[$0] * Double(efforts[$0]) - benefit[$0] * lowest - constant[$0] }
  }

  // MARK: - Equilibria

  /// Where play comes to from the current levels, while the members of `coalition` act as one.
  ///
  /// All go down to the lowest current level, since more would be wasted, or to 1 when a level costs someone more
  /// than it gains. Only all together can rise: they choose the highest level if it pays for all in sum. A tie stays
  /// where it is.
  public func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    let possible = equilibriumLevels(agreeing: coalition, outsidersAsOne: false)
    let level = min(max(current.min() ?? 1, possible.lowerBound), possible.upperBound)
    return outcome(at: level, isUnique: possible.count == 1)
  }

  /// Every equilibrium: all at one level, from the lowest to the highest there is.
  public func equilibria(agreeing coalition: Coalition) throws(DilemmaError) -> EquilibriumSet {
    let possible = equilibriumLevels(agreeing: coalition, outsidersAsOne: false)
    return EquilibriumSet(
      outcomes: possible.map { outcome(at: $0, isUnique: possible.count == 1) }, isComplete: true)
  }

  private func outcome(at level: Int, isUnique: Bool) -> Outcome {
    let efforts = [Int](repeating: level, count: players.count)
    return Outcome(actions: efforts.map(Double.init), costs: costs(of: efforts), isUnique: isUnique)
  }

  /// The levels at which all being at them is an equilibrium.
  ///
  /// Nobody, and no group, gains by going above the others. Going below gains it what a level costs it and loses it
  /// what a level is worth to it. Those of a group go down together, as what they lose is the same whoever goes.
  private func equilibriumLevels(agreeing coalition: Coalition, outsidersAsOne: Bool) -> ClosedRange<Int> {
    let everyone = Coalition.grand(of: players.count)
    precondition(coalition.isSubset(of: everyone), "a coalition of players the game does not have")
    let others = everyone.subtracting(coalition)
    var groups = outsidersAsOne ? [others] : others.map(Coalition.single)
    groups.append(coalition)
    groups.removeAll(where: \.isEmpty)
    let slopes = groups.map(slope)
    if groups.count == 1, slopes[0] != 0 { return slopes[0] > 0 ? levels...levels : 1...1 }
    return slopes.allSatisfy { $0 >= 0 } ? 1...levels : 1...1
  }

  /// What a level of all is worth to a group beyond its cost; no more than rounding counts as nothing.
  private func slope(_ group: Coalition) -> Double {
    let (worth, cost) = group.reduce((0.0, 0.0)) { ($0.0 + benefit[$1], $0.1 + effortCost[$1]) }
    return abs(worth - cost) <= 1e-12 * (worth + cost) ? 0 : worth - cost
  }

  // MARK: - What a player may do, and puts in

  /// Its cost at its best reply: the lowest level of the others, or 1 when a level costs it more than it gains.
  public func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    let others = players.indices.filter { $0 != player }.map { outcome.actions[$0] }.min() ?? Double(levels)
    let level = benefit[player] > effortCost[player] ? others : 1
    let best = (effortCost[player] - benefit[player]) * level - constant[player]
    return min(best, outcome.costs[player])
  }

  /// What each pays for its effort.
  public func contributions(in outcome: Outcome) -> [Double] {
    players.indices.map { effortCost[$0] * outcome.actions[$0] }
  }

  /// How much of what a rise from the equilibrium to the optimum is worth to `player` each other can undo alone: all
  /// of it, since one laggard is enough. 1 where the optimum is higher, 0 where it is not.
  ///
  /// While one moves alone the lowest effort stays what it is, so the stake is read the other way round: as what
  /// is lost when one alone stays behind. The form is ours.
  public func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    let nash = try outcome(agreeing: .empty)
    let optimum = try outcome(agreeing: .grand(of: players.count))
    let rises = optimum.actions[player] > nash.actions[player] && benefit[player] > 0
    return players.indices.map { $0 != player && rises ? 1 : 0 }
  }

  /// What each coalition bears together.
  ///
  /// - γ: where play comes to from the current levels while it acts as one and every outsider alone.
  /// - α: when outsiders do their worst: they stay at 1, and so does it.
  /// - δ: where play comes to while all outsiders act as one as well.
  public func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    guard players.count <= CoalitionGame.largestTable else { throw .tooManyPlayers(players.count) }
    let everyone = Coalition.grand(of: players.count)
    let lowest = current.min() ?? 1
    let worths = try CoalitionSweep.table(players: players.count, width: 1) { coalition, worth in
      guard !coalition.isEmpty else { return }
      let possible = equilibriumLevels(agreeing: coalition, outsidersAsOne: convention == .delta)
      let settled = min(max(lowest, possible.lowerBound), possible.upperBound)
      let level = Double(convention == .alpha && coalition != everyone ? 1 : settled)
      worth[0] = coalition.reduce(0) { $0 + (effortCost[$1] - benefit[$1]) * level - constant[$1] }
    }
    return try CoalitionGame(players: players, kind: .cost, ofTable: worths)
  }

  // MARK: - Selection

  /// What of everyone's level the potential rises by: 1 − Σ cᵢ/bᵢ; none where someone has no benefit.
  ///
  /// The lowest effort less Σ cᵢeᵢ/bᵢ rises with each change of one player's effort by what it gains, over its bᵢ.
  private var potentialSlope: Double? {
    guard benefit.allSatisfy({ $0 > 0 }) else { return nil }
    return 1 - zip(effortCost, benefit).reduce(0) { $0 + $1.0 / $1.1 }
  }

  /// A number for all efforts that rises whenever one player's change of effort gains it something; none where
  /// someone has no benefit.
  ///
  /// It is the lowest effort less Σ cᵢeᵢ/bᵢ, in levels; with one benefit b for all, b times it is the stochastic
  /// potential b·min e − c·Σe, which the logit equilibrium maximises less noise (Anderson, Goeree & Holt 2001).
  /// - Parameter efforts: one a player.
  public func potential(of efforts: [Int]) -> Double? {
    guard benefit.allSatisfy({ $0 > 0 }) else { return nil }
    return players.indices.reduce(Double(efforts.min() ?? 1)) {
      $0 - effortCost[$1] / benefit[$1] * Double(efforts[$1])
    }
  }

  /// The level that the potential selects, and logit play as its noise vanishes where all are alike: the highest if
  /// Σ cᵢ/bᵢ < 1, the lowest if it is more; none in a tie.
  ///
  /// For n players alike the condition is nc < b: selection falls with their number and with the cost of effort,
  /// though the equilibria stay what they are. Where someone gains nothing, that is the lowest as well.
  ///
  /// Source: Anderson, Goeree & Holt (2001), Games Econ. Behav. 34, 177–199; potentials with weights, Monderer &
  /// Shapley (1996), Games Econ. Behav. 14, 124–143.
  public var selectedLevel: Int? {
    guard let slope = potentialSlope else { return 1 }
    guard abs(slope) > 1e-12 else { return nil }
    return slope > 0 ? levels : 1
  }
}
