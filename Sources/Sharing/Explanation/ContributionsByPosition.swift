import CollectiveAction
import Mathematics

/// What each player adds to those before it, by how many they are.
public struct ContributionsByPosition: Sendable, Equatable {
  /// The players' names, in the game's order.
  public let players: [String]
  /// One row a player: what it adds to nobody, to one other, and so on to all others; each averaged over all
  /// coalitions of that many others. The first is what it pays, or gets, alone, the last its separable part.
  public let averages: [[Double]]

  /// The average over the positions: the player's share under the Shapley value.
  public func average(of player: Int) -> Double {
    averages[player].reduce(0, +) / Double(averages[player].count)
  }
}

/// What each player adds as the first to join, the second, and so on, on average over who came before.
///
/// Where the first positions are dear and the last cheap, a player gains much from who is there already: the row
/// shows where a share comes from that the Shapley value averages out.
///
/// - Parameter game: 1 to 26 players.
/// - Complexity: O(2ⁿ) for n players: one read of the table, around the Shapley value, so that no additive part of the
///   budget blurs the averages.
///
/// Source: the value as an average of averages by size: Shapley (1953), in Contributions to the Theory of Games II,
/// 307–317.
public func contributionsByPosition(of game: CoalitionGame) -> ContributionsByPosition {
  let count = game.playerCount
  let blocks = ExcessBlocks(game, anchor: shapleyValue(of: game).shares)
  let sums = GainsBySize(blocks, playerCount: count)
  let marginals = Marginals(of: game)
  // How many coalitions of each size the others form: exact below 2⁵³.
  var ways = [1.0]
  for size in 1..<max(count, 1) { ways.append(ways[size - 1] * Double(count - size) / Double(size)) }
  let averages = game.players.indices.map { player in
    (0..<count).map { others in
      if others == 0 { return game[.single(player)] }
      if others == count - 1 { return (marginals.lastIn[player] * Rational(Int(blocks.sign))).approximation }
      let with = sums.with[player][others + 1]
      let without = sums.total[others] - sums.with[player][others]
      return blocks.anchor[player] + blocks.sign * (with - without) / ways[others]
    }
  }
  return ContributionsByPosition(players: game.players, averages: averages)
}

/// The gains of all coalitions of each size together, and of those with each player.
private struct GainsBySize {
  private(set) var total: [Double]
  private(set) var with: [[Double]]

  init(_ blocks: ExcessBlocks, playerCount count: Int) {
    let lowCount = blocks.blockSize.trailingZeroBitCount
    let sizes = (0..<blocks.blockSize).map(\.nonzeroBitCount)
    var total = [Double](repeating: 0, count: count + 1)
    var with = [[Double]](repeating: total, count: count)
    // Of players inside the blocks by the sums of each place over blocks of as many members, of the others by the
    // sums of each block over places of as many.
    var places = [[Double]](
      repeating: [Double](repeating: 0, count: blocks.blockSize), count: count - lowCount + 1)
    var bySize = [Double](repeating: 0, count: lowCount + 1)
    blocks.forEachBlock(properOnly: false) { block, gains in
      let members = block.nonzeroBitCount
      for size in bySize.indices { bySize[size] = 0 }
      for place in gains.indices where gains[place] > -.infinity {
        places[members][place] += gains[place]
        bySize[sizes[place]] += gains[place]
      }
      for size in bySize.indices {
        total[members + size] += bySize[size]
        for player in lowCount..<count where block >> (player - lowCount) & 1 == 1 {
          with[player][members + size] += bySize[size]
        }
      }
    }
    for (members, sums) in places.enumerated() {
      for place in sums.indices {
        for player in 0..<lowCount where place >> player & 1 == 1 {
          with[player][members + sizes[place]] += sums[place]
        }
      }
    }
    (self.total, self.with) = (total, with)
  }
}
