import CollectiveAction
import Mathematics

extension CompetitionGame {
  /// A game of two to four players, or as many as are asked for; its shapes are drawn anew for each number.
  enum Shape: String, CaseIterable { case general, complements, substitutes, potential, concave }

  /// - `general`: every payoff any quadratic that bends downwards, or not at all, in its own action.
  /// - `complements`, `substitutes`: of one sign; `potential`: what two do to each other is alike.
  /// - `concave`: every joint payoff is concave.
  static func random(_ shape: Shape, seed: UInt64, players: Int? = nil) throws -> CompetitionGame {
    var chance = RandomStream(seed: seed, stream: [Shape.allCases.firstIndex(of: shape) ?? 0])
    let count = players ?? 2 + Int(chance.next() % 3)
    func figures(_ low: Double, _ high: Double) -> [Double] {
      (0..<count).map { _ in low + (high - low) * chance.uniform() }
    }
    let low = figures(-1, 1)
    let high = low.map { $0 + 2 * chance.uniform() }
    var payoffs: [QuadraticPayoff] = []
    var pairs = Matrix(rows: count, columns: count)
    for index in pairs.elements.indices { pairs.elements[index] = 2 * chance.uniform() - 1 }
    for i in 0..<count {
      var curvature = Matrix(rows: count, columns: count)
      if shape == .concave {
        // Minus a sum of squares, and so for any sum of them.
        for _ in 0..<2 {
          let line = figures(-1, 1)
          for j in 0..<count { for k in 0..<count { curvature[j, k] -= line[j] * line[k] } }
        }
      } else {
        for j in 0..<count {
          let drawn = 2 * chance.uniform() - 1
          let pair = shape == .potential ? pairs[min(i, j), max(i, j)] : drawn
          let signed = shape == .complements ? abs(pair) : shape == .substitutes ? -abs(pair) : pair
          (curvature[i, j], curvature[j, i]) = (signed, signed)
        }
        if shape == .general {
          for j in 0..<count where j != i { curvature[j, j] = 2 * chance.uniform() - 1 }
        }
        curvature[i, i] = chance.uniform() < 0.1 ? 0 : -1.5 * chance.uniform()
      }
      payoffs.append(QuadraticPayoff(curvature: curvature, slope: figures(-1, 1), constant: chance.uniform()))
    }
    let part = chance.uniform()
    return try CompetitionGame(
      players: (0..<count).map { "p\($0)" }, low: low, high: high, payoffs: payoffs,
      today: zip(low, high).map { $0 + part * ($1 - $0) })
  }
}

/// What the payoff of `player` is, from the definition term by term.
func independentPayoff(of player: Int, in game: CompetitionGame, doing actions: [Double]) -> Double {
  let payoff = game.payoff(of: player)
  var sum = payoff.constant
  for j in actions.indices {
    sum += payoff.slope[j] * actions[j]
    for k in actions.indices { sum += payoff.curvature[j, k] * actions[j] * actions[k] / 2 }
  }
  return sum
}

/// The best that `players` get together, by trying all points of a grid of their ranges and then finer ones around the
/// best, the others standing still.
func bestOnGrid(of players: [Int], in game: CompetitionGame, from actions: [Double]) -> Double {
  let steps = players.count == 1 ? 40 : players.count == 2 ? 16 : players.count == 3 ? 5 : 4
  var best = -Double.infinity
  var centre = actions
  var spans = zip(game.low, game.high).map { ($0, $1) }
  for _ in 0..<(players.count == 1 ? 6 : 3) {
    var (found, at) = (-Double.infinity, centre)
    var point = centre
    func visit(_ place: Int) {
      guard place < players.count else {
        let value = players.reduce(0) { $0 + independentPayoff(of: $1, in: game, doing: point) }
        if value > found { (found, at) = (value, point) }
        return
      }
      let player = players[place]
      for step in 0...steps {
        point[player] = spans[player].0 + (spans[player].1 - spans[player].0) * Double(step) / Double(steps)
        visit(place + 1)
      }
    }
    visit(0)
    if found > best { (best, centre) = (found, at) }
    for player in players {
      let span = (spans[player].1 - spans[player].0) / Double(steps)
      spans[player] = (max(game.low[player], centre[player] - span), min(game.high[player], centre[player] + span))
    }
  }
  return best
}
