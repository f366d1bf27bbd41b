import Mathematics

/// Members who compete with an instrument each: a tax, a barrier, effort. What one does changes what pays for others.
///
/// Player i chooses xᵢ between its lowest and highest action. Its payoff is a quadratic of what all do,
/// ``QuadraticPayoff``, that does not bend upwards in its own action. The usual form is
///
///     uᵢ = baseᵢ·xᵢ − ownᵢ·xᵢ²/2 + Σⱼ interactionᵢⱼ·xᵢxⱼ + Σⱼ externalityᵢⱼ·xⱼ + constantᵢ
///
/// and costs are payoffs with the sign turned.
///
///     let game = try CompetitionGame(
///       players: ["east", "west"], low: [0, 0], high: [9, 9], base: [1, 1], own: [1, 1],
///       interaction: Matrix([[0, 0.5], [0.5, 0]]), externality: Matrix([[0, -1], [-1, 0]]))
///     try game.outcome(agreeing: .empty).actions        // [2, 2]: each spurs the other on
///     try game.outcome(agreeing: .grand(of: 2)).actions // [0, 0]: what both would rather do
///
/// An equilibrium solves a linear complementarity problem; there always is one when all act alone. Own curvature
/// may be zero: the best reply is then an end of the range, or anything where no end is better.
///
/// **Several equilibria.** ``outcome(agreeing:)`` is then the one that the players come to from ``today`` when
/// they adjust in turn, in their order, each to its best reply; where that comes to no rest, the one that
/// complementary pivoting finds. ``equilibria(agreeing:)`` has all of them.
///
/// Source: Bramoullé, Kranton & D'Amours (2014), Am. Econ. Rev. 104, 898–930 (linear–quadratic games on networks);
/// Cottle, Pang & Stone (1992), The linear complementarity problem.
public struct CompetitionGame: Dilemma, Equatable {
  public let players: [String]
  /// The least each can do.
  public let low: [Double]
  /// The most each can do.
  public let high: [Double]
  /// What each does today, from where the players come to an equilibrium when there are several.
  public let today: [Double]
  /// Hᵢ of one player after another, n × n each.
  let curvatures: [Double]
  /// gᵢ of one player after another.
  let slopes: [Double]
  let constants: [Double]
  /// The units in which it is solved.
  let units: ActionUnits
  /// Whether no cost, nor the sum of all, can grow beyond what a number holds.
  let isPriceable: Bool

  /// - Parameters:
  ///   - players: 1 to 63 names, no two alike; all lists are in their order.
  ///   - low: finite.
  ///   - high: finite, at least `low`.
  ///   - payoffs: one a player, finite, with a curvature of 0 or less in its own action.
  ///   - today: between `low` and `high`; `low` if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player, the number and what it should be.
  public init(
    players: [String], low: [Double], high: [Double], payoffs: [QuadraticPayoff], today: [Double]? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: 63)
    let count = players.count
    for (what, figures) in [("lowest actions", low), ("highest actions", high), ("actions today", today ?? low)] {
      guard figures.count == count else {
        throw .invalid("\(figures.count) \(what) for \(count) players; give one each")
      }
    }
    guard payoffs.count == count else {
      throw .invalid("\(payoffs.count) payoffs for \(count) players; give one each")
    }
    for (index, name) in players.enumerated() {
      guard low[index].isFinite else {
        throw .invalid("the lowest action of '\(name)' is \(low[index]); give a finite number")
      }
      guard high[index].isFinite else {
        throw .invalid("the highest action of '\(name)' is \(high[index]); give a finite number")
      }
      guard low[index] <= high[index] else {
        throw .invalid(
          "the actions of '\(name)' go from \(low[index]) to \(high[index]); the lowest must not be above the highest")
      }
      let now = (today ?? low)[index]
      guard now >= low[index], now <= high[index] else {
        throw .invalid(
          "today '\(name)' does \(now); give a number from \(low[index]) to \(high[index]), its lowest and highest")
      }
      try Self.require(payoffs[index], of: name, among: players)
      let own = payoffs[index].curvature[index, index]
      guard own <= 0 else {
        throw .invalid(
          "the payoff of '\(name)' bends upwards in its own action, with a curvature of \(own); "
            + "give 0 or less, so that it has a best reply that holds")
      }
    }
    self.players = players
    self.low = low
    self.high = high
    self.today = today ?? low
    curvatures = payoffs.flatMap(\.curvature.elements)
    slopes = payoffs.flatMap(\.slope)
    constants = payoffs.map(\.constant)
    units = ActionUnits(low: low, high: high)
    var largest = 0.0
    let reach = zip(low, high).map { max(abs($0), abs($1), $1 - $0) }
    for payoff in payoffs {
      largest += abs(payoff.constant)
      for j in 0..<count {
        var rise = abs(payoff.slope[j])
        for k in 0..<count { rise += abs(payoff.curvature[j, k]) * reach[k] }
        largest += rise * reach[j]
      }
    }
    // What is added up on the way to an answer is some times as large.
    isPriceable = largest <= .greatestFiniteMagnitude / 1024
  }

  /// The usual form: uᵢ = baseᵢ·xᵢ − ownᵢ·xᵢ²/2 + Σⱼ interactionᵢⱼ·xᵢxⱼ + Σⱼ externalityᵢⱼ·xⱼ + constantᵢ.
  ///
  /// - Parameters:
  ///   - players: 1 to 63 names, no two alike; all lists are in their order.
  ///   - low: finite.
  ///   - high: finite, at least `low`.
  ///   - base: what the first unit of its instrument yields each.
  ///   - own: how fast that falls as it does more; 0 or more.
  ///   - interaction: row i, column j: how much more a unit of its own yields i for each unit of j; zeros on the
  ///     diagonal. Positive for complements, negative for substitutes.
  ///   - externality: row i, column j: what a unit of j does to i, whatever i does; zeros on the diagonal, and
  ///     everywhere if absent.
  ///   - constant: what each gets where nobody does anything; 0 if absent.
  ///   - today: between `low` and `high`; `low` if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player, the number and what it should be.
  public init(
    players: [String], low: [Double], high: [Double], base: [Double], own: [Double], interaction: Matrix,
    externality: Matrix? = nil, constant: [Double]? = nil, today: [Double]? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: 63)
    let count = players.count
    let none = Matrix(rows: count, columns: count)
    let externality = externality ?? none
    let constant = constant ?? [Double](repeating: 0, count: count)
    for (what, figures) in [("base gains", base), ("own curvatures", own), ("constants", constant)] {
      guard figures.count == count else {
        throw .invalid("\(figures.count) \(what) for \(count) players; give one each")
      }
    }
    for (what, matrix) in [("interaction", interaction), ("externality", externality)] {
      guard matrix.rows == count, matrix.columns == count else {
        throw .invalid(
          "an \(what) matrix of \(matrix.rows) × \(matrix.columns); \(count) players need a row and a column each")
      }
    }
    var payoffs: [QuadraticPayoff] = []
    for (i, name) in players.enumerated() {
      guard own[i].isFinite, own[i] >= 0 else {
        throw .invalid(
          "the own curvature of '\(name)' is \(own[i]); give 0 or more, so that what it yields does not rise without end"
        )
      }
      for (what, matrix, place) in [
        ("interaction", interaction, "the own curvature"), ("externality", externality, "the base gain"),
      ] where matrix[i, i] != 0 {
        throw .invalid("the \(what) of '\(name)' with itself is \(matrix[i, i]); give 0, and use \(place) instead")
      }
      var curvature = none
      var slope = [Double](repeating: 0, count: count)
      for j in 0..<count {
        curvature[i, j] = interaction[i, j]
        curvature[j, i] = interaction[i, j]
        slope[j] = externality[i, j]
      }
      curvature[i, i] = -own[i]
      slope[i] = base[i]
      payoffs.append(QuadraticPayoff(curvature: curvature, slope: slope, constant: constant[i]))
    }
    try self.init(players: players, low: low, high: high, payoffs: payoffs, today: today)
  }

  private static func require(
    _ payoff: QuadraticPayoff, of name: String, among players: [String]
  ) throws(DilemmaError) {
    let count = players.count
    guard payoff.curvature.rows == count, payoff.curvature.columns == count, payoff.slope.count == count else {
      throw .invalid(
        "the payoff of '\(name)' has a curvature of \(payoff.curvature.rows) × \(payoff.curvature.columns) and "
          + "\(payoff.slope.count) slopes; \(count) players need a row, a column and a slope each")
    }
    for (j, other) in players.enumerated() {
      guard payoff.slope[j].isFinite else {
        throw .invalid(
          "the payoff of '\(name)' has a slope of \(payoff.slope[j]) in the action of '\(other)'; give a finite number")
      }
      for k in 0..<count where !payoff.curvature[j, k].isFinite {
        throw .invalid(
          "the payoff of '\(name)' has a curvature of \(payoff.curvature[j, k]) in the actions of '\(other)' and "
            + "'\(players[k])'; give a finite number")
      }
    }
    guard payoff.constant.isFinite else {
      throw .invalid("the payoff of '\(name)' has a constant of \(payoff.constant); give a finite number")
    }
  }

  /// What `player` gets from what all do.
  public func payoff(of player: Int) -> QuadraticPayoff {
    let count = players.count
    let square = count * count
    return QuadraticPayoff(
      curvature: Matrix(
        rows: count, columns: count, elements: Array(curvatures[(player * square)..<((player + 1) * square)])),
      slope: Array(slopes[(player * count)..<((player + 1) * count)]), constant: constants[player])
  }

  /// What each bears when `actions` are taken: its payoff with the sign turned.
  public func costs(of actions: [Double]) -> [Double] {
    let count = players.count
    return curvatures.withUnsafeBufferPointer { curvatures in
      actions.withUnsafeBufferPointer { actions in
        (0..<count).map { player in
          var cost = -constants[player]
          for row in 0..<count {
            let start = (player * count + row) * count
            var rise = 0.0
            for column in 0..<count { rise += curvatures[start + column] * actions[column] }
            cost -= (slopes[player * count + row] + rise / 2) * actions[row]
          }
          return cost
        }
      }
    }
  }
}
