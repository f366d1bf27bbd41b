import CollectiveAction
import Mathematics

/// A spillover game of cities that harm one another the more, the more settles; about one limit in ten binds.
func spilloverGame(players count: Int, seed: UInt64) throws -> SpilloverGame {
  var chance = RandomStream(seed: seed)
  func figures(_ low: Double, _ high: Double) -> [Double] {
    (0..<count).map { _ in low + (high - low) * chance.uniform() }
  }
  let baseline = figures(2, 12)
  let share = figures(0.05, 1)
  var transport = Matrix(rows: count, columns: count)
  for index in transport.elements.indices { transport.elements[index] = chance.uniform() / Double(count) }
  for index in 0..<count { transport[index, index] += 0.4 }
  return try SpilloverGame(
    players: (0..<count).map { "p\($0)" }, baseline: baseline, limit: zip(baseline, share).map { $0 * $1 },
    abatementCost: figures(0.2, 3), linearDamage: figures(0, 2), quadraticDamage: figures(0, 0.6),
    transport: transport, background: figures(0, 3))
}

/// What another program needs to play the same spillover game.
struct SpilloverFigures: Encodable {
  let baseline, limit, abatementCost, linearDamage, quadraticDamage, background: [Double]
  /// A row an emitter, a column a receptor.
  let transport: [[Double]]

  init(_ game: SpilloverGame) {
    baseline = game.baseline
    limit = game.limit
    abatementCost = game.abatementCost
    linearDamage = game.linearDamage
    quadraticDamage = game.quadraticDamage
    background = game.background
    transport = game.players.indices.map { row in game.players.indices.map { game.transport[row, $0] } }
  }
}
