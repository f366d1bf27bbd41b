import Mathematics

/// The search for one equilibrium of a game of any number of players, mixed if need be.
///
/// Two players: Lemke and Howson's path, exactly. More: the path of logit equilibria, and at its points Newton's method
/// on the equations of the actions that are taken there. Large games are built up from today's actions: an equilibrium
/// of the game with few actions is kept if no other action is better in the whole game; otherwise the best replies
/// are added (McMahan, Gordon & Blum 2003, Proc. ICML 20, 536–543). What is returned was checked in the whole game.
struct EquilibriumSearch {
  /// The most a player may gain by another action, over the range of its payoffs.
  static let tolerance = 1e-9
  /// Up to so many profiles a game is solved at once, and a part of a larger game.
  static let smallGame = 4096

  let table: PayoffTable
  private let ranges: [Double]

  init(_ table: PayoffTable) {
    self.table = table
    ranges = table.counts.indices.map { table.range(of: $0) }
  }

  /// One equilibrium: the probability of each action of each player.
  func equilibrium() -> [[Double]]? {
    if table.profileCount <= Self.smallGame, table.counts.allSatisfy({ $0 <= 36 }) { return checked(Self.solve(table)) }
    var kept = table.counts.map { _ in [0] }
    while true {
      // Longer than a few minutes nobody waits: a mixture of so many actions is not looked for.
      guard kept.reduce(1, { $0 * $1.count }) <= Self.smallGame,
        let part = Self.solve(table.restricted(to: kept))
      else { return nil }
      let mixes = table.counts.indices.map { player in
        var mix = [Double](repeating: 0, count: table.counts[player])
        for (action, probability) in zip(kept[player], part[player]) { mix[action] = probability }
        return mix
      }
      var isEnlarged = false
      for player in table.counts.indices {
        let replies = table.replies(of: player, to: mixes)
        let gain = zip(mixes[player], replies).reduce(0) { $0 + $1.0 * $1.1 }
        guard let best = replies.indices.max(by: { replies[$0] < replies[$1] }),
          replies[best] - gain > Self.tolerance / 10 * ranges[player], !kept[player].contains(best)
        else { continue }
        kept[player] = (kept[player] + [best]).sorted()
        isEnlarged = true
      }
      if !isEnlarged { return checked(mixes) }
    }
  }

  /// The equilibrium at the end of the path of logit equilibria, a pure one only if the path ends there. Of large
  /// games, any that ``equilibrium()`` comes to.
  func mixedEquilibrium() -> [[Double]]? {
    guard table.profileCount <= Self.smallGame, !table.counts.contains(1) else { return equilibrium() }
    return checked(traced()) ?? equilibrium()
  }

  private func checked(_ mixes: [[Double]]?) -> [[Double]]? {
    guard let mixes, table.relativeRegret(of: mixes, ranges: ranges) <= Self.tolerance else { return nil }
    return mixes
  }

  private static func solve(_ table: PayoffTable) -> [[Double]]? {
    // Who has one action only is no player.
    let movers = table.counts.indices.filter { table.counts[$0] > 1 }
    guard !movers.isEmpty else { return table.counts.map { _ in [1] } }
    let game =
      movers.count == table.playerCount
      ? table
      : PayoffTable(
        counts: movers.map { table.counts[$0] }, gains: movers.map { table.gains[$0] }, unit: table.unit)
    let found: [[Double]]?
    if let profile = game.restingPoint(from: 0, groups: game.counts.indices.map { [$0] }) {
      found = game.counts.indices.map { player in
        (0..<game.counts[player]).map { $0 == game.action(of: player, in: profile) ? 1 : 0 }
      }
    } else if movers.count == 2 {
      found = BimatrixGame(game).equilibrium(dropping: 0).approximation.strategies
    } else {
      found = EquilibriumSearch(game).traced()
    }
    guard let found else { return nil }
    var mixes = table.counts.map { [Double](repeating: 0, count: $0 - 1) + [1] }
    for (player, mix) in zip(movers, found) { mixes[player] = mix }
    return mixes
  }

  /// The end of the path of logit equilibria; where that runs into a fork, of the path with slightly other payoffs.
  func traced() -> [[Double]]? {
    for attempt in 0..<4 {
      var chance = RandomStream(seed: 0, stream: [attempt])
      let bonuses =
        attempt == 0
        ? nil : table.counts.map { count in (0..<count).map { _ in 0.02 * Double(attempt) * chance.uniform() } }
      let path = LogitPath(table, scales: ranges, bonuses: bonuses)
      var found: [[Double]]?
      var tried = 1.0
      _ = path.follow(to: 1e7, steps: 600) { point in
        // Between points that are much alike Newton's method would fail alike.
        guard point.lambda > tried else { return false }
        tried = point.lambda * 1.3
        found = polished(path.mixes(at: point))
        return found != nil
      }
      if let found { return found }
    }
    return nil
  }

  /// The equilibrium near `mixes` in which the actions that are now taken at all often are taken.
  ///
  /// - Returns: nil when there is none near.
  func polished(_ mixes: [[Double]]) -> [[Double]]? {
    // Actions given up along the path lose probability exponentially; the gap between them and the others decides.
    for threshold in [1e-2, 1e-4] {
      let supports = mixes.map { mix in mix.indices.filter { mix[$0] > threshold } }
      guard let found = equilibrium(on: supports, from: mixes) else { continue }
      return found
    }
    return nil
  }

  /// Newton's method for the mixtures of `supports` that make their actions equally good.
  ///
  /// - Returns: nil unless it comes to an equilibrium of the whole game.
  func equilibrium(on supports: [[Int]], from start: [[Double]]) -> [[Double]]? {
    var mixes = zip(supports, start).map { support, mix in
      let sum = support.reduce(0) { $0 + mix[$1] }
      return mix.indices.map { support.contains($0) ? mix[$0] / sum : 0 }
    }
    for _ in 0..<20 {
      guard let step = newtonStep(supports, mixes) else { return nil }
      var largest = 0.0
      for player in mixes.indices {
        for (action, change) in zip(supports[player], step[player]) {
          mixes[player][action] += change
          largest = max(largest, abs(change))
        }
      }
      guard largest < 10 else { return nil }
      if largest < 1e-13 { break }
    }
    for player in mixes.indices {
      // 1e-12: rounding of an action that is just not taken.
      guard supports[player].allSatisfy({ mixes[player][$0] > -1e-12 }) else { return nil }
      let positive = mixes[player].map { max(0, $0) }
      let sum = positive.reduce(0, +)
      mixes[player] = positive.map { $0 / sum }
    }
    return table.relativeRegret(of: mixes, ranges: ranges) <= Self.tolerance / 100 ? mixes : nil
  }

  /// The step that makes the actions of each support equally good, were gains linear.
  private func newtonStep(_ supports: [[Int]], _ mixes: [[Double]]) -> [[Double]]? {
    var starts: [Int] = []
    var size = 0
    for support in supports {
      starts.append(size)
      size += support.count
    }
    var matrix = Matrix(rows: size, columns: size)
    var right = [Double](repeating: 0, count: size)
    for (player, support) in supports.enumerated() {
      let start = starts[player]
      let scale = ranges[player] > 0 ? 1 / ranges[player] : 1
      let replies = table.replies(of: player, to: mixes)
      // Probabilities add up to one.
      right[start] = 1 - support.reduce(0) { $0 + mixes[player][$1] }
      for index in support.indices { matrix[start, start + index] = 1 }
      guard support.count > 1 else { continue }
      for index in 1..<support.count {
        right[start + index] = (replies[support[0]] - replies[support[index]]) * scale
      }
      for (other, otherSupport) in supports.enumerated() where other != player {
        let pair = table.expected(player, keeping: [player, other], mixes: mixes)
        let (own, others) = (table.counts[player], table.counts[other])
        func gain(_ action: Int, _ reply: Int) -> Double {
          player < other ? pair[action + own * reply] : pair[reply + others * action]
        }
        for index in 1..<support.count {
          for (column, reply) in otherSupport.enumerated() {
            matrix[start + index, starts[other] + column] =
              (gain(support[index], reply) - gain(support[0], reply)) * scale
          }
        }
      }
    }
    guard let step = try? LinearSystem(matrix).solution(for: right) else { return nil }
    return supports.indices.map { player in supports[player].indices.map { step[starts[player] + $0] } }
  }
}
