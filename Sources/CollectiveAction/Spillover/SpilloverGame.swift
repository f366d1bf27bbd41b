import Mathematics

/// A nuisance that crosses borders: each player may abate its own, and all feel it where it settles.
///
/// Player i emits Ēᵢ and may abate qᵢ of it, 0 ≤ qᵢ ≤ limitᵢ, at a cost of cᵢqᵢ²/2. What settles at j is
/// depⱼ = bⱼ + Σᵢ Aᵢⱼ (Ēᵢ − qᵢ), and harms it by dⱼ·depⱼ + δⱼ·depⱼ²/2.
///
///     let game = try SpilloverGame(
///       players: ["upwind", "downwind"], baseline: [10, 10], abatementCost: [1, 1], linearDamage: [1, 3],
///       transport: Matrix([[0.5, 0.5], [0, 1]]))
///     try game.outcome(agreeing: .empty).actions        // [0.5, 3]: each for itself
///     try game.outcome(agreeing: .grand(of: 2)).actions // [2, 3]: for both
///
/// With linear damage player i abates Σⱼ Aᵢⱼdⱼ / cᵢ, the sum over those it acts for, cut off at its limit. With
/// quadratic damage what one does changes what pays for the others, and the equilibrium is the solution of a
/// linear complementarity problem; there is always one, and ``Outcome/isUnique`` says whether it was shown to be
/// the only one. Where there are several, ``outcome(agreeing:)`` is the one that is come to from where nobody abates,
/// when everyone who stands wrong moves at once, again and again; ``equilibria(agreeing:)`` has them all.
///
/// Source: the acid rain game of Mäler (1989); partial-agreement equilibrium of Chander & Tulkens (1997), Int.
/// J. Game Theory 26, 379–401.
public struct SpilloverGame: SweptDilemma, Equatable {
  public let players: [String]
  /// Ēᵢ: what is emitted without abatement, a year.
  public let baseline: [Double]
  /// The most that can be abated, at most the baseline.
  public let limit: [Double]
  /// cᵢ: how fast the cost of one more unit rises.
  public let abatementCost: [Double]
  /// dⱼ: the harm of the first unit that settles.
  public let linearDamage: [Double]
  /// δⱼ: how fast the harm of one more unit rises.
  public let quadraticDamage: [Double]
  /// Aᵢⱼ: what settles at j (column) of a unit emitted by i (row).
  public let transport: Matrix
  /// bⱼ: what settles at j and comes from none of the players.
  public let background: [Double]
  /// What settles at each player while nobody abates.
  let unabated: [Double]
  /// Whether all equilibria, with respect to any coalition, are the only ones.
  let isUniqueThroughout: Bool

  /// - Parameters:
  ///   - players: 1 to 63 names, no two alike; all lists are in their order.
  ///   - baseline: 0 or more.
  ///   - limit: from 0 to the baseline; the baseline if absent.
  ///   - abatementCost: above 0.
  ///   - linearDamage: 0 or more; 0 if absent.
  ///   - quadraticDamage: 0 or more; 0 if absent.
  ///   - transport: a row an emitter, a column a receptor, 0 or more.
  ///   - background: 0 or more; 0 if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player, the number and what it should be.
  public init(
    players: [String], baseline: [Double], limit: [Double]? = nil, abatementCost: [Double],
    linearDamage: [Double]? = nil, quadraticDamage: [Double]? = nil, transport: Matrix,
    background: [Double]? = nil
  ) throws(DilemmaError) {
    let none = [Double](repeating: 0, count: players.count)
    self.players = players
    self.baseline = baseline
    self.limit = limit ?? baseline
    self.abatementCost = abatementCost
    self.linearDamage = linearDamage ?? none
    self.quadraticDamage = quadraticDamage ?? none
    self.transport = transport
    self.background = background ?? none

    try requirePlayers(players, atMost: 63)
    for (what, figures) in [
      ("baseline", self.baseline), ("limit", self.limit), ("abatement cost", self.abatementCost),
      ("linear damage", self.linearDamage), ("quadratic damage", self.quadraticDamage),
      ("background", self.background),
    ] {
      try requireFigures(figures, called: what, of: players)
    }
    for (index, name) in players.enumerated() {
      guard self.abatementCost[index] > 0 else {
        throw .invalid("the abatement cost of '\(name)' is \(self.abatementCost[index]); give a number above 0")
      }
      guard self.limit[index] <= self.baseline[index] else {
        throw .invalid(
          "the limit of '\(name)' is \(self.limit[index]), above its baseline of \(self.baseline[index]); "
            + "nobody can abate more than it emits")
      }
    }
    guard transport.rows == players.count, transport.columns == players.count else {
      throw .invalid(
        "a transport matrix of \(transport.rows) × \(transport.columns); "
          + "\(players.count) players need a row and a column each")
    }
    var unabated = self.background
    for (i, emitter) in players.enumerated() {
      for (j, receptor) in players.enumerated() {
        guard transport[i, j].isFinite, transport[i, j] >= 0 else {
          throw .invalid(
            "the transport from '\(emitter)' to '\(receptor)' is \(transport[i, j]); give 0 or more")
        }
        unabated[j] += transport[i, j] * baseline[i]
      }
    }
    self.unabated = unabated
    isUniqueThroughout = Self.isUniqueThroughout(
      abatementCost: self.abatementCost, quadraticDamage: self.quadraticDamage, transport: transport)
  }

  /// What the first unit abated at a place spares it.
  func harmOfFirstUnit(at player: Int) -> Double {
    linearDamage[player] + quadraticDamage[player] * unabated[player]
  }

  /// The equilibrium in which the members of `coalition` minimise their joint cost and every outsider its own.
  /// - Throws: ``DilemmaError/noEquilibrium(agreeing:)``; one always exists, and only rounding can hide it.
  /// - Complexity: O(n³) as a rule, some ten microseconds for thirteen players.
  public func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    try outcome(agreeing: coalition, by: PartialAgreementSearch(self, outsiders: .gamma, isSweeping: false))
  }

  func sweptOutcomes(agreeing coalitions: [Coalition]) throws(DilemmaError) -> [Outcome] {
    let search = PartialAgreementSearch(self, outsiders: .gamma, isSweeping: true)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(coalitions.count)
    for coalition in coalitions { outcomes.append(try outcome(agreeing: coalition, by: search)) }
    return outcomes
  }

  private func outcome(
    agreeing coalition: Coalition, by search: PartialAgreementSearch
  ) throws(DilemmaError) -> Outcome {
    precondition(coalition.isSubset(of: .grand(of: players.count)), "a coalition of players the game does not have")
    try search.solve(agreeing: coalition)
    return Outcome(
      actions: players.indices.map { search.actions[$0] }, costs: players.indices.map { search.cost(of: $0) },
      isUnique: search.isUnique)
  }

  /// Every equilibrium, from the least abatement in all to the most, where the one found was not shown to be the
  /// only one.
  ///
  /// All faces of the box of actions are looked at, for some nine players; beyond, as many as time allows, and the set
  /// says that it may not be complete. Where equilibria are not single points, the corners between which they lie are
  /// listed.
  public func equilibria(agreeing coalition: Coalition) throws(DilemmaError) -> EquilibriumSet {
    let found = try outcome(agreeing: coalition)
    guard !found.isUnique else { return EquilibriumSet(outcomes: [found], isComplete: true) }
    let all = try equilibriumProblem(of: coalition, outsiders: .gamma).allSolutions()
    var outcomes = [found]
    // The outcome itself stands for its twin, which rounding tells from it.
    for point in all.points {
      if players.indices.allSatisfy({ abs(point[$0] - found.actions[$0]) <= 1e-7 * limit[$0] }) { continue }
      outcomes.append(Outcome(actions: point, costs: costs(of: point), isUnique: false))
    }
    outcomes.sort { first, second in
      let (one, other) = (first.actions.reduce(0, +), second.actions.reduce(0, +))
      return one == other ? first.actions.lexicographicallyPrecedes(second.actions) : one < other
    }
    return EquilibriumSet(outcomes: outcomes, isComplete: all.isComplete)
  }

  /// What settles at each player when `actions` are taken.
  public func deposition(after actions: [Double]) -> [Double] {
    let count = players.count
    var deposition = unabated
    transport.elements.withUnsafeBufferPointer { transport in
      for i in 0..<count {
        for j in 0..<count { deposition[j] -= transport[i * count + j] * actions[i] }
      }
    }
    return deposition
  }

  /// What settles at one of them, to the same bits.
  func deposition(at player: Int, after actions: [Double]) -> Double {
    let count = players.count
    precondition(actions.count == count && player < count, "an action of every player")
    var deposition = unabated[player]
    transport.elements.withUnsafeBufferPointer { transport in
      for i in 0..<count { deposition -= transport[i * count + player] * actions[i] }
    }
    return deposition
  }

  /// What each player bears when `actions` are taken: its abatement and its harm.
  public func costs(of actions: [Double]) -> [Double] {
    let deposition = deposition(after: actions)
    return players.indices.map { abatement(of: $0, actions[$0]) + damage(to: $0, deposition[$0]) }
  }

  /// The cost of abatement, a part of each player's cost.
  public func contributions(in outcome: Outcome) -> [Double] {
    players.indices.map { abatement(of: $0, outcome.actions[$0]) }
  }

  /// Its cost at its best reply: cᵢq = Aᵢᵢ(dᵢ + δᵢ·depᵢ), within the limit.
  public func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    let own = transport[player, player]
    let rest = deposition(at: player, after: outcome.actions) + own * outcome.actions[player]
    let slope = abatementCost[player] + own * own * quadraticDamage[player]
    let free = own * (linearDamage[player] + quadraticDamage[player] * rest) / slope
    let reply = min(max(free, 0), limit[player])
    return abatement(of: player, reply) + damage(to: player, rest - own * reply)
  }

  /// What it bears when the others stay where they are alone.
  public func costOfKeepingAlone(_ player: Int, to outcome: Outcome, while alone: Outcome) -> Double? {
    var actions = alone.actions
    actions[player] = outcome.actions[player]
    guard actions.allSatisfy(\.isFinite) else { return nil }
    return abatement(of: player, actions[player]) + damage(to: player, deposition(at: player, after: actions))
  }

  /// What the abatement that each other adds on the way from acting alone to the optimum spares `player`, over
  /// what `player` bears when all act alone; zeros where it bears nothing.
  public func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    let nash = try outcome(agreeing: .empty)
    let optimum = try outcome(agreeing: .grand(of: players.count))
    guard nash.costs[player] > 0 else { return [Double](repeating: 0, count: players.count) }
    return players.indices.map { other in
      guard other != player else { return 0 }
      var actions = nash.actions
      actions[other] = optimum.actions[other]
      return (nash.costs[player] - costs(of: actions)[player]) / nash.costs[player]
    }
  }

  /// What each coalition bears together.
  ///
  /// - γ: in the equilibrium in which it acts as one and every outsider alone.
  /// - α: when outsiders do their worst. That is to abate nothing, whatever the coalition does: no unit
  ///   emitted lowers what settles anywhere (A ≥ 0), and harm never falls as more settles (d, δ and what
  ///   settles are 0 or more). So it makes no difference who moves first.
  /// - δ: in the equilibrium in which it acts as one and all outsiders together as another.
  public func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    guard players.count <= CoalitionGame.largestTable else { throw .tooManyPlayers(players.count) }
    let worths = try CoalitionSweep.table(
      players: players.count, width: 1,
      preparing: { PartialAgreementSearch(self, outsiders: convention, isSweeping: true) }
    ) { (search, coalition, worth) throws(DilemmaError) in
      guard !coalition.isEmpty else { return }
      try search.solve(agreeing: coalition)
      worth[0] = search.jointCost
    }
    return try CoalitionGame(players: players, kind: .cost, ofTable: worths)
  }

  func sweptOutcomes() throws(DilemmaError) -> OutcomeTable {
    let count = players.count
    return OutcomeTable(
      players: players,
      numbers: try CoalitionSweep.table(
        players: count, width: 2 * count + 1,
        preparing: { PartialAgreementSearch(self, outsiders: .gamma, isSweeping: true) }
      ) { (search, coalition, part) throws(DilemmaError) in
        try search.solve(agreeing: coalition)
        for player in 0..<count {
          part[player] = search.actions[player]
          part[count + player] = search.cost(of: player)
        }
        part[2 * count] = search.isUnique ? 1 : 0
      })
  }

  func abatement(of player: Int, _ action: Double) -> Double { abatementCost[player] * action * action / 2 }

  func damage(to player: Int, _ deposition: Double) -> Double {
    linearDamage[player] * deposition + quadraticDamage[player] * deposition * deposition / 2
  }

  /// The conditions of the equilibrium: Fᵢ is the slope, in i's abatement, of the cost of those i acts for.
  private func equilibriumProblem(
    of coalition: Coalition, outsiders: WorthConvention
  ) throws(DilemmaError) -> BoxedComplementarity {
    let count = players.count
    precondition(coalition.isSubset(of: .grand(of: count)), "a coalition of players the game does not have")
    var matrix = Matrix(rows: count, columns: count)
    var constant = [Double](repeating: 0, count: count)
    var upper = limit
    let rest = Coalition.grand(of: count).subtracting(coalition)
    transport.elements.withUnsafeBufferPointer { transport in
      for i in 0..<count {
        let isMember = coalition.contains(i)
        if !isMember && outsiders == .alpha { upper[i] = 0 }
        let actsFor = isMember ? coalition : outsiders == .delta ? rest : .single(i)
        matrix.elements[i * count + i] = abatementCost[i]
        for j in actsFor {
          let passed = transport[i * count + j]
          constant[i] -= passed * (linearDamage[j] + quadraticDamage[j] * unabated[j])
          let weight = passed * quadraticDamage[j]
          guard weight != 0 else { continue }
          for k in 0..<count { matrix.elements[i * count + k] += weight * transport[k * count + j] }
        }
      }
    }
    do {
      return try BoxedComplementarity(
        matrix: matrix, constant: constant, lower: [Double](repeating: 0, count: count), upper: upper)
    } catch {
      // The figures are sound one by one, so only their products can have grown beyond what a number holds.
      throw .invalid("the figures are too large to be multiplied; state them in larger units")
    }
  }

  /// What everybody does, by the search that answers whenever there are digits enough.
  func generalSolution(
    agreeing coalition: Coalition, outsiders: WorthConvention
  ) throws(DilemmaError) -> [Double] {
    let problem = try equilibriumProblem(of: coalition, outsiders: outsiders)
    do {
      return try problem.solution().values
    } catch {
      throw .noEquilibrium(agreeing: coalition.map { players[$0] })
    }
  }
}
