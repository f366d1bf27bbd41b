import CollectiveAction

/// How much each player could gain without each other at an allocation: the largest excess of a coalition that has
/// the one and not the other.
public struct PairSurpluses: Sendable, Equatable {
  /// The players' names, in the game's order.
  public let players: [String]
  private let entries: [Double]

  init(players: [String], entries: [Double]) {
    self.players = players
    self.entries = entries
  }

  /// The surplus of one player over another, by their indices, which differ: what the best coalition with `player`
  /// and without `other` pays beyond its own cost, or gets less than its own surplus.
  public func callAsFunction(_ player: Int, over other: Int) -> Double {
    precondition(player != other, "a surplus is one player's over another")
    return entries[player * players.count + other]
  }
}

/// A pair of players out of balance: the one could gain more without the other than the other without it.
public struct Outweighing: Sendable, Equatable {
  /// The index of the player with the larger surplus, and its name.
  public let player: Int
  public let playerName: String
  /// The index of the other, and its name.
  public let other: Int
  public let otherName: String
  /// The difference of the two surpluses; above the tolerance.
  public let amount: Double
  /// Whether the other is no better off than alone, so that nothing can be asked of it.
  public let otherIsAtOwnWorth: Bool
}

/// Whether every two players are in balance at an allocation.
public struct KernelMembership: Sendable, Equatable {
  /// What the shares add up to, less the joint worth.
  public let imbalance: Double
  /// The players worse off than alone, by their names.
  public let belowOwnWorth: [String]
  /// The pairs out of balance, largest amount first, among equal ones in the order of the players.
  public let outweighings: [Outweighing]
  /// What was not counted: differences up to this.
  public let tolerance: Double

  /// Whether the joint worth is divided and no two players differ.
  public var isInPrekernel: Bool { abs(imbalance) <= tolerance && outweighings.isEmpty }
  /// Whether the joint worth is divided, nobody is worse off than alone, and whoever could ask something of another
  /// finds it no better off than alone.
  public var isInKernel: Bool {
    abs(imbalance) <= tolerance && belowOwnWorth.isEmpty && outweighings.allSatisfy(\.otherIsAtOwnWorth)
  }
}

/// The surplus of each player over each other at `allocation`.
///
/// - Parameters:
///   - allocation: of the game's players.
///   - game: 1 to 26 players.
/// - Complexity: O(2ⁿ) for n players: one read of the table gives all n(n − 1).
///
/// Source: Davis & Maschler (1965), Nav. Res. Logist. Q. 12, 223–259.
public func pairSurpluses(of allocation: Allocation, in game: CoalitionGame) -> PairSurpluses {
  precondition(allocation.players == game.players, "an allocation is judged in the game of its players")
  let blocks = ExcessBlocks(game, shares: allocation.shares)
  let count = game.playerCount
  let lowCount = blocks.blockSize.trailingZeroBitCount
  var entries = [Double](repeating: -.infinity, count: count * count)
  // Two players inside a block: by the largest excess of each place over all blocks. Two outside: by the largest of
  // each block. One of each: by the largest in a block with, and without, the one inside.
  var places = [Double](repeating: -.infinity, count: blocks.blockSize)
  var blockMaxima = [Double](repeating: -.infinity, count: blocks.blockCount)
  var fold = MaximumFold(bits: lowCount)
  blocks.forEachBlock { block, excesses in
    for place in 0..<excesses.count where excesses[place] > places[place] { places[place] = excesses[place] }
    fold(excesses)
    blockMaxima[block] = fold.largest
    for high in lowCount..<count {
      let holds = block >> (high - lowCount) & 1 == 1
      for low in 0..<lowCount {
        if holds {
          entries[high * count + low] = max(entries[high * count + low], fold.without[low])
        } else {
          entries[low * count + high] = max(entries[low * count + high], fold.with[low])
        }
      }
    }
  }
  func compare(_ maxima: [Double], first: Int, players: Int) {
    for player in 0..<players {
      for other in 0..<players where other != player {
        let entry = (first + player) * count + first + other
        for index in maxima.indices where index >> player & 1 == 1 && index >> other & 1 == 0 {
          entries[entry] = max(entries[entry], maxima[index])
        }
      }
    }
  }
  compare(places, first: 0, players: lowCount)
  compare(blockMaxima, first: lowCount, players: count - lowCount)
  return PairSurpluses(players: game.players, entries: entries)
}

/// Whether `allocation` is in the kernel, and in the prekernel, of `game`, and if not, who could ask something of
/// whom.
///
/// The nucleolus is always in the kernel where there are imputations, the prenucleolus always in the prekernel.
///
/// - Parameters:
///   - allocation: of the game's players.
///   - game: 1 to 26 players.
///   - tolerance: from zero up, in the game's currency; differences up to it are not counted.
/// - Complexity: O(2ⁿ) for n players.
///
/// Source: Davis & Maschler (1965), Nav. Res. Logist. Q. 12, 223–259; the prekernel: Maschler, Peleg & Shapley
/// (1972), Int. J. Game Theory 1, 73–93.
public func kernelMembership(
  of allocation: Allocation, in game: CoalitionGame, tolerance: Double
) -> KernelMembership {
  precondition(tolerance >= 0, "a tolerance is not negative")
  let surplus = pairSurpluses(of: allocation, in: game)
  let blocks = ExcessBlocks(game, shares: allocation.shares)
  // The excess of a single player: above zero where it is worse off than alone.
  let ownExcesses = game.players.indices.map { blocks.excess(1 << $0) }
  let ofAll = blocks.excess(game.worths.count - 1)
  var outweighings: [Outweighing] = []
  for player in game.players.indices {
    for other in game.players.indices where other != player {
      let amount = surplus(player, over: other) - surplus(other, over: player)
      guard amount > tolerance else { continue }
      outweighings.append(
        Outweighing(
          player: player, playerName: game.players[player], other: other, otherName: game.players[other],
          amount: amount, otherIsAtOwnWorth: abs(ownExcesses[other]) <= tolerance))
    }
  }
  outweighings.sort { ($1.amount, $0.player, $0.other) < ($0.amount, $1.player, $1.other) }
  return KernelMembership(
    imbalance: game.kind == .cost ? ofAll + 0 : 0 - ofAll,
    belowOwnWorth: zip(game.players, ownExcesses).filter { $0.1 > tolerance }.map(\.0),
    outweighings: outweighings, tolerance: tolerance)
}
