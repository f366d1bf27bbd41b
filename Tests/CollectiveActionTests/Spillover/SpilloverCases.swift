import CollectiveAction
import Mathematics

extension SpilloverGame {
  /// The three-player game of Literature/chander-tulkens-1997/transport-game.csv.
  static func threePlayers() throws -> SpilloverGame {
    try SpilloverGame(
      players: ["1", "2", "3"], baseline: [10, 10, 10], abatementCost: [1, 2, 4], linearDamage: [3, 2, 1],
      transport: Matrix([[0.6, 0.3, 0.1], [0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]))
  }

  /// The four-player game of Literature/chander-tulkens-1997/uniform-game.csv.
  static func uniformPollutant() throws -> SpilloverGame {
    try SpilloverGame(
      players: ["1", "2", "3", "4"], baseline: [10, 10, 10, 10], abatementCost: [1, 1.5, 2, 3],
      linearDamage: [0.8, 0.6, 0.4, 0.2], transport: Matrix(rows: 4, columns: 4, repeating: 1))
  }

  /// A game of two to four players; harm mostly quadratic, limits that bind at times.
  static func random(seed: UInt64, players: Int? = nil, isLinear: Bool = false) throws -> SpilloverGame {
    var chance = RandomStream(seed: seed)
    let count = players ?? 2 + Int(chance.next() % 3)
    func figures(_ low: Double, _ high: Double) -> [Double] {
      (0..<count).map { _ in low + (high - low) * chance.uniform() }
    }
    let baseline = figures(2, 12)
    let share = figures(0.05, 1)
    var transport = Matrix(rows: count, columns: count)
    for index in transport.elements.indices { transport.elements[index] = chance.uniform() / 2 }
    for index in 0..<count { transport[index, index] += 0.4 }
    return try SpilloverGame(
      players: (0..<count).map { "p\($0)" }, baseline: baseline, limit: zip(baseline, share).map { $0 * $1 },
      abatementCost: figures(0.2, 3), linearDamage: figures(0, 2),
      quadraticDamage: isLinear ? nil : figures(0, 0.6), transport: transport, background: figures(0, 3))
  }
}

/// What `game` makes `players` bear together, written down again from the definition.
func independentCost(of players: some Sequence<Int>, in game: SpilloverGame, doing actions: [Double]) -> Double {
  players.reduce(0) { sum, j in
    var settles = game.background[j]
    for i in actions.indices { settles += game.transport[i, j] * (game.baseline[i] - actions[i]) }
    return sum + game.abatementCost[j] * actions[j] * actions[j] / 2 + game.linearDamage[j] * settles
      + game.quadraticDamage[j] * settles * settles / 2
  }
}

/// The lowest value of a convex function between two bounds, by cutting the range in three.
func lowest(of function: (Double) -> Double, from low: Double, to high: Double) -> Double {
  var (low, high) = (low, high)
  for _ in 0..<80 {
    let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
    if function(left) <= function(right) { high = right } else { low = left }
  }
  return function((low + high) / 2)
}
