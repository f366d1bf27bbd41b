/// What happens in a dilemma for every coalition that might act as one.
///
///     let table = try game.allOutcomes()
///     table.cost(of: 2, in: Coalition([0, 1]))  // what player 2 bears while 0 and 1 act as one
public struct OutcomeTable: Sendable, Equatable {
  /// The most players whose table is kept: 2²⁰ outcomes take some 340 MB.
  public static let mostPlayers = 20

  public let players: [String]
  /// For each coalition in the order of the masks: the actions, the costs, and 1 if unique.
  private let numbers: [Double]
  private var stride: Int { 2 * players.count + 1 }

  init(players: [String], numbers: [Double]) {
    self.players = players
    self.numbers = numbers
  }

  public var playerCount: Int { players.count }

  /// The outcome when the members of `coalition` act as one and every other player alone.
  public subscript(coalition: Coalition) -> Outcome {
    let start = Int(coalition.mask) * stride
    return Outcome(
      actions: Array(numbers[start..<(start + players.count)]),
      costs: Array(numbers[(start + players.count)..<(start + 2 * players.count)]),
      isUnique: isUnique(coalition))
  }

  /// What `player` bears while `coalition` acts as one.
  public func cost(of player: Int, in coalition: Coalition) -> Double {
    numbers[Int(coalition.mask) * stride + players.count + player]
  }

  /// What `player` does while `coalition` acts as one.
  public func action(of player: Int, in coalition: Coalition) -> Double {
    numbers[Int(coalition.mask) * stride + player]
  }

  /// Whether the outcome was shown to be the only one.
  public func isUnique(_ coalition: Coalition) -> Bool {
    numbers[Int(coalition.mask) * stride + 2 * players.count] == 1
  }

  /// What the members of `coalition` bear together while they act as one.
  public func jointCost(of coalition: Coalition) -> Double {
    coalition.reduce(0) { $0 + cost(of: $1, in: coalition) }
  }

  /// What all players, members and outsiders, bear together while `coalition` acts as one.
  public func totalCost(in coalition: Coalition) -> Double {
    (0..<playerCount).reduce(0) { $0 + cost(of: $1, in: coalition) }
  }
}

/// A dilemma that works out many outcomes faster than one by one, to the same bits.
protocol SweptDilemma: Dilemma {
  func sweptOutcomes() throws(DilemmaError) -> OutcomeTable
  func sweptOutcomes(agreeing coalitions: [Coalition]) throws(DilemmaError) -> [Outcome]
}

extension Dilemma {
  /// The outcome for every coalition, the empty one included.
  ///
  /// The same bits as ``outcome(agreeing:)`` one by one, on any number of cores.
  /// - Throws: ``DilemmaError``; beyond ``OutcomeTable/mostPlayers`` players the table is refused.
  /// - Complexity: 2ⁿ equilibria; for twenty players in a spillover some seconds.
  public func allOutcomes() throws(DilemmaError) -> OutcomeTable {
    let count = players.count
    guard count <= OutcomeTable.mostPlayers else {
      throw .invalid(
        "the outcomes of all coalitions of \(count) players do not fit in memory; "
          + "ask for at most \(OutcomeTable.mostPlayers) players, or for the coalitions one by one")
    }
    if let swept = self as? any SweptDilemma { return try swept.sweptOutcomes() }
    let numbers = try CoalitionSweep.table(players: count, width: 2 * count + 1) {
      (coalition, part) throws(DilemmaError) in
      let outcome = try outcome(agreeing: coalition)
      for player in 0..<count {
        part[player] = outcome.actions[player]
        part[count + player] = outcome.costs[player]
      }
      part[2 * count] = outcome.isUnique ? 1 : 0
    }
    return OutcomeTable(players: players, numbers: numbers)
  }

  /// The outcome for each of `coalitions`, in their order.
  ///
  /// The same bits as ``outcome(agreeing:)`` one by one; faster where the family can use again what it worked out for the
  /// coalition before, most of all in the order of the masks.
  /// - Throws: ``DilemmaError`` of the first coalition for which no equilibrium is found.
  public func outcomes(agreeing coalitions: [Coalition]) throws(DilemmaError) -> [Outcome] {
    if let swept = self as? any SweptDilemma { return try swept.sweptOutcomes(agreeing: coalitions) }
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(coalitions.count)
    for coalition in coalitions { outcomes.append(try outcome(agreeing: coalition)) }
    return outcomes
  }
}
