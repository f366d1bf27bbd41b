import CollectiveAction
import Mathematics

/// Games of the literature and by number.
enum NormalFormSamples {
  /// Two players with two actions each: the payoffs of (0, 0), (1, 0), (0, 1), (1, 1).
  static func twoByTwo(_ payoffs: [[Double]]) throws -> NormalFormGame {
    try NormalFormGame(players: ["A", "B"], actions: [["0", "1"], ["0", "1"]], payoffs: payoffs)
  }

  /// A symmetric game of R, S, T and P; action 0 is to cooperate.
  static func symmetric(_ r: Double, _ s: Double, _ t: Double, _ p: Double) throws -> NormalFormGame {
    try twoByTwo([[r, r], [t, s], [s, t], [p, p]])
  }

  /// The first player's gains by rows, and the second's.
  static func bimatrix(_ first: [[Double]], _ second: [[Double]]) throws -> NormalFormGame {
    let (rows, columns) = (first.count, first[0].count)
    let actions = [(0..<rows).map { "r\($0)" }, (0..<columns).map { "c\($0)" }]
    var payoffs: [[Double]] = []
    for column in 0..<columns {
      for row in 0..<rows { payoffs.append([first[row][column], second[row][column]]) }
    }
    return try NormalFormGame(players: ["A", "B"], actions: actions, payoffs: payoffs)
  }

  /// Gains drawn from the whole numbers of a range.
  static func random(_ counts: [Int], values: ClosedRange<Int>, seed: UInt64) throws -> NormalFormGame {
    var chance = RandomStream(seed: seed, stream: counts)
    let size = counts.reduce(1, *) * counts.count
    let actions = counts.map { count in (0..<count).map { "a\($0)" } }
    var payoffs: [Double] = []
    for _ in 0..<size { payoffs.append(Double(Int.random(in: values, using: &chance))) }
    return try NormalFormGame(players: counts.indices.map { "P\($0)" }, actions: actions, payoffs: payoffs)
  }

  /// Each of n players may act at a cost of c; all gain b if anyone does (Diekmann 1985). Action 1 is to act.
  static func volunteers(_ count: Int, benefit: Double, cost: Double) throws -> NormalFormGame {
    var payoffs: [[Double]] = []
    for profile in 0..<(1 << count) {
      let gain = profile == 0 ? 0 : benefit
      payoffs.append((0..<count).map { player in profile >> player & 1 == 1 ? gain - cost : gain })
    }
    return try NormalFormGame(
      players: (0..<count).map { "P\($0)" }, actions: [[String]](repeating: ["wait", "act"], count: count),
      payoffs: payoffs)
  }

  /// The average gain of `player` if it takes `action` (or mixes too) and the others mix, by adding up every profile.
  static func gain(_ game: NormalFormGame, _ player: Int, action: Int?, _ strategies: [[Double]]) -> Double {
    (0..<game.profileCount).reduce(0) { sum, profile in
      let choice = game.choice(in: profile)
      var probability = 1.0
      for (other, chosen) in choice.enumerated() {
        if let action, other == player {
          probability *= chosen == action ? 1 : 0
        } else {
          probability *= strategies[other][chosen]
        }
      }
      return sum + probability * game.payoff(of: player, in: profile)
    }
  }

  /// The most any player gains by another action, from every profile anew.
  static func largestRegret(_ game: NormalFormGame, _ strategies: [[Double]]) -> Double {
    game.players.indices.reduce(0) { most, player in
      let own = gain(game, player, action: nil, strategies)
      return game.actions[player].indices.reduce(most) {
        max($0, gain(game, player, action: $1, strategies) - own)
      }
    }
  }
}
