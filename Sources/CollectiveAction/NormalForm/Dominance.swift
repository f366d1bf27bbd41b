/// What is left of a game when no player does what is worse for it whatever the others do.
public struct Elimination: Sendable, Equatable {
  /// An action that was struck out, and one that is better for the player whatever the others still do.
  public struct Step: Sendable, Equatable {
    public let player: Int
    public let action: Int
    public let betterAction: Int
  }

  /// What was struck out in each round; a later round is possible only because of the earlier ones.
  public let rounds: [[Step]]
  /// The numbers of the actions that are left of each player, ascending.
  public let remaining: [[Int]]

  /// Whether one action is left of each player: then this is the only equilibrium, mixed ones included.
  public var isSolution: Bool { remaining.allSatisfy { $0.count == 1 } }
}

extension PayoffTable {
  /// Strikes out strictly dominated actions, round by round, until none is left.
  func elimination() -> Elimination {
    var remaining = counts.map { Array(0..<$0) }
    var rounds: [[Elimination.Step]] = []
    while true {
      let game = restricted(to: remaining)
      var round: [Elimination.Step] = []
      for player in counts.indices where remaining[player].count > 1 {
        for action in game.counts[player].indices {
          guard let better = game.actionDominating(action, of: player) else { continue }
          round.append(
            Elimination.Step(
              player: player, action: remaining[player][action], betterAction: remaining[player][better]))
        }
      }
      guard !round.isEmpty else { return Elimination(rounds: rounds, remaining: remaining) }
      for step in round { remaining[step.player].removeAll { $0 == step.action } }
      rounds.append(round)
    }
  }

  /// The first action that gains `player` more than `action` does in every case; of those that remain undominated
  /// there is always one, since strict dominance is transitive.
  private func actionDominating(_ action: Int, of player: Int) -> Int? {
    let (count, stride) = (counts[player], strides[player])
    return gains[player].withUnsafeBufferPointer { own in
      (0..<count).first { other in
        guard other != action else { return false }
        for block in Swift.stride(from: 0, to: profileCount, by: stride * count) {
          let (better, worse) = (block + other * stride, block + action * stride)
          for index in 0..<stride where own[better + index] <= own[worse + index] { return false }
        }
        return true
      }
    }
  }
}

extension Int {
  fileprivate var indices: Range<Int> { 0..<self }
}

extension NormalFormGame {
  /// Strikes out every action that gains its player less than some other single action whatever the others do, and
  /// again in the game that is left. The order of the strikes does not matter, and no equilibrium is lost.
  ///
  /// Dominance by mixtures of actions is not looked for.
  /// - Complexity: k² readings of the table a player and round, most of them broken off early.
  public func eliminationOfDominatedActions() -> Elimination { table.elimination() }

  /// The action of `player` that is best for it whatever the others do, strictly; none if there is no such action.
  public func dominantAction(of player: Int) -> Int? {
    let struck = Set(
      (table.elimination().rounds.first ?? []).filter { $0.player == player }.map(\.action))
    let left = actions[player].indices.filter { !struck.contains($0) }
    return left.count == 1 ? left[0] : nil
  }
}
