import CollectiveAction
import Dispatch

/// What each player adds on average, where a coalition counts by its size alone, in one read of the table.
///
/// With w(s) the weight with which a player joins a coalition of s others, player i's value is Σ over S
/// containing i of (w(s−1) + w(s)) v(S), less Σ over all S of w(s) v(S). So the table is read once, for the sum
/// over S and, folded bit by bit, for the sums over S containing i.
///
/// Source: Dubey, Neyman & Weber (1981), Math. Oper. Res. 6, 122–128.
struct SemivalueSweep {
  private typealias Lanes = SIMD8<Double>

  private let playerCount: Int
  private let lowBits: Int
  /// The coefficient of a coalition that holds the player, by size.
  private let joining: [Double]
  /// The coefficient of every coalition, by size; of all of them it is zero.
  private let outside: [Double]

  /// - Parameter weights: w(0)…w(n−1) for n players, so that those of all coalitions a player may join add up to one.
  init(weights: [Double]) {
    let n = weights.count
    playerCount = n
    // At least one vector of eight: a table of fewer is padded with zeros.
    lowBits = max(3, min(n, 9))
    joining = (0...max(n, 3)).map { size in
      (1...n).contains(size) ? weights[size - 1] + (size < n ? weights[size] : 0) : size == 0 ? weights[0] : 0
    }
    outside = (0...max(n, 3)).map { $0 < n ? weights[$0] : 0 }
  }

  /// The weights of the Shapley value: s! (n−1−s)! / n!.
  static func shapleyWeights(playerCount n: Int) -> [Double] {
    // By recurrence: a factorial would overflow.
    var weights = [1 / Double(n)]
    for size in 1..<max(n, 2) where size < n { weights.append(weights[size - 1] * Double(size) / Double(n - size)) }
    return weights
  }

  /// One value a player, of the game's worths as they are.
  ///
  /// - Complexity: one read of the table for n players, in blocks of 2⁹ whose coefficients stay in the nearest cache;
  ///   pieces of the table on all cores, the same pieces on any machine.
  func values(of game: CoalitionGame) -> [Double] {
    precondition(game.playerCount == playerCount, "a semivalue weighs the coalitions of its own number of players")
    let centred = CentredGains(game)
    // One or two players have too few coalitions to blur one another.
    guard centred.isAnchored, playerCount >= 3 else { return values(ofTable: game.worths) }
    // What is taken off is additive: each player adds its own anchor to every coalition, and the weights add to one.
    return zip(values(of: game.worths, less: centred.anchor), centred.anchor).map { $0 + $1 }
  }

  /// One value a player, of any table of 2ⁿ numbers.
  func values(ofTable worths: [Double]) -> [Double] {
    // Too few for a vector are filled up with coalitions that count for nothing; a table of more is not copied.
    values(of: worths.count < 8 ? worths + [Double](repeating: 0, count: 8 - worths.count) : worths, less: nil)
  }

  /// The Shapley value of any table of 2ⁿ numbers.
  static func shapleyValue(ofTable worths: [Double]) -> [Double] {
    let count = worths.count.trailingZeroBitCount
    return SemivalueSweep(weights: shapleyWeights(playerCount: count)).values(ofTable: worths)
  }

  private func values(of worths: [Double], less anchor: [Double]?) -> [Double] {
    let blockSize = 1 << lowBits
    let vectors = blockSize / Lanes.scalarCount
    let blockCount = worths.count >> lowBits
    let highBits = blockCount.trailingZeroBitCount
    let sizes = (0..<blockSize).map(\.nonzeroBitCount)
    let coefficients = (0...highBits).flatMap { high in
      (0..<vectors).map { vector in
        var lanes = Lanes()
        for lane in 0..<Lanes.scalarCount { lanes[lane] = joining[high + sizes[vector * Lanes.scalarCount + lane]] }
        return lanes
      }
    }
    let lowAnchors = anchor.map { anchor in
      let sums = CoalitionSums.sums(of: anchor[..<lowBits], zero: 0, adding: +)
      return (0..<vectors).map { Lanes(sums[($0 * Lanes.scalarCount)..<(($0 + 1) * Lanes.scalarCount)]) }
    }
    let highAnchors = anchor.map { CoalitionSums.sums(of: $0[lowBits...], zero: 0, adding: +) }
    // Pieces by the size of the table, not by the number of cores: the sums come out the same everywhere.
    let pieces = blockCount >= 512 ? 8 : 1
    let sumsAPiece = (highBits + 1) * vectors
    // One sum a block for the players above the block, one a place in it for those inside. Blocks of as
    // many high players weigh alike, so they are added up first and weighed once.
    var blockSums = [Double](repeating: 0, count: blockCount)
    var placeSums = [Lanes](repeating: Lanes(), count: pieces * sumsAPiece)
    worths.withUnsafeBytes { table in
      coefficients.withUnsafeBufferPointer { coefficients in
        blockSums.withUnsafeMutableBufferPointer { blockSums in
          placeSums.withUnsafeMutableBufferPointer { placeSums in
            // Pieces write sums of their own, and read what nobody writes.
            nonisolated(unsafe) let (table, coefficients) = (table, coefficients)
            nonisolated(unsafe) let (blockSums, placeSums) = (blockSums, placeSums)
            @Sendable func sum(piece: Int) {
              for block in (blockCount * piece / pieces)..<(blockCount * (piece + 1) / pieces) {
                let high = block.nonzeroBitCount
                let places = placeSums.baseAddress! + (piece * sumsAPiece + high * vectors)
                let weights = coefficients.baseAddress! + high * vectors
                let start = block * blockSize * MemoryLayout<Double>.stride
                var (even, odd) = (Lanes(), Lanes())
                for vector in 0..<vectors {
                  var worth = table.loadUnaligned(
                    fromByteOffset: start + vector * MemoryLayout<Lanes>.size, as: Lanes.self)
                  if let lowAnchors, let highAnchors {
                    // The sum of anchors first: it is exact.
                    worth -= highAnchors[block] + lowAnchors[vector]
                  }
                  // Two sums, so that an addition need not wait for the one before.
                  if vector & 1 == 0 { even += weights[vector] * worth } else { odd += weights[vector] * worth }
                  places[vector] += worth
                }
                blockSums[block] = (even + odd).sum()
              }
            }
            if pieces == 1 { sum(piece: 0) } else { DispatchQueue.concurrentPerform(iterations: pieces, execute: sum) }
          }
        }
      }
    }
    var total = 0.0
    var weighedPlaces = [Double](repeating: 0, count: blockSize)
    for high in 0...highBits {
      for place in 0..<blockSize {
        let (vector, lane) = place.quotientAndRemainder(dividingBy: Lanes.scalarCount)
        var sum = 0.0
        for piece in 0..<pieces { sum += placeSums[piece * sumsAPiece + high * vectors + vector][lane] }
        let size = high + sizes[place]
        weighedPlaces[place] += joining[size] * sum
        total += outside[size] * sum
      }
    }
    let sums = Self.folded(weighedPlaces, bits: lowBits) + Self.folded(blockSums, bits: highBits)
    return sums.prefix(playerCount).map { $0 - total }
  }

  /// For each bit, the sum of the entries whose index has it.
  private static func folded(_ entries: [Double], bits: Int) -> [Double] {
    var rest = entries
    var sums = [Double](repeating: 0, count: bits)
    for bit in stride(from: bits - 1, through: 0, by: -1) {
      let half = 1 << bit
      // Once the upper half is summed, a lower bit is the same for both halves: they may be merged.
      for index in 0..<half {
        sums[bit] += rest[half + index]
        rest[index] += rest[half + index]
      }
    }
    return sums
  }
}
