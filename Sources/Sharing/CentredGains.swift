import CollectiveAction
import Mathematics

/// A game as gains around an anchor: the one place where costs become gains and gains shares.
///
/// Every rule here follows when an additive game is taken off: divide what is left, put it back. With
/// the anchor near the shares, what is left is the part coalitions differ in, and budgets a million
/// times larger round nothing away. The gain of S is anchor(S) − cost(S) in a cost game and
/// surplus(S) − anchor(S) in a surplus game; a player who receives x of the gains pays its anchor − x,
/// or gets its anchor + x.
struct CentredGains {
  let playerCount: Int
  let kind: CoalitionGame.Kind
  let anchor: [Double]
  /// One gain a coalition, by mask.
  let gains: [Double]
  /// The largest gain or loss in the table.
  let scale: Double
  /// How far the worths themselves may be from what was meant: some units in the last place.
  let noise: Double

  /// Centred on the Shapley value.
  init(_ game: CoalitionGame) {
    let value = Self.shapleyValue(of: game.worths, playerCount: game.playerCount)
    self.init(game, anchor: value)
  }

  /// Centred near `anchor`, rounded so that every sum of anchors is exact.
  init(_ game: CoalitionGame, anchor rough: [Double]) {
    playerCount = game.playerCount
    kind = game.kind
    // 46 bits an anchor leave 7 for carrying: the sum of 26 of them is exact in 53.
    let largest = rough.reduce(0) { max($0, abs($1)) }
    let unit = largest < .leastNormalMagnitude ? 0 : max(largest.ulp * 0x1p7, .leastNormalMagnitude)
    let anchor = rough.map { unit == 0 ? 0 : ($0 / unit).rounded() * unit }
    self.anchor = anchor
    let (low, high) = CoalitionSums.halves(of: anchor)
    let blockSize = low.count
    let sign: Double = game.kind == .cost ? -1 : 1
    gains = [Double](unsafeUninitializedCapacity: game.worths.count) { gains, count in
      game.worths.withUnsafeBufferPointer { worths in
        for block in high.indices {
          let start = block * blockSize
          for index in 0..<blockSize {
            gains.initializeElement(
              at: start + index, to: sign * (worths[start + index] - (high[block] + low[index])))
          }
        }
      }
      count = game.worths.count
    }
    scale = gains.withUnsafeBufferPointer { $0.reduce(0) { max($0, abs($1)) } }
    noise = 8 * game.worths.withUnsafeBufferPointer { $0.reduce(0) { max($0, abs($1)) } }.ulp
  }

  /// The share of a player who receives `gain` of the centred gains.
  func share(of player: Int, receiving gain: Double) -> Double {
    kind == .cost ? anchor[player] - gain : anchor[player] + gain
  }

  /// Every player's average contribution over all orders of joining, of any table.
  ///
  /// The weight of a coalition depends on its size alone: with w(s) = s! (n−1−s)! / n!, player i's value
  /// is Σ over S containing i of (w(s−1) + w(s)) v(S), less Σ over all S of w(s) v(S). So the table is
  /// read once, for the sum over S and, folded bit by bit, for the sums over S containing i.
  ///
  /// - Complexity: O(2ⁿ): each worth is read once, in blocks of 2⁹ that stay in the nearest cache.
  static func shapleyValue(of worths: [Double], playerCount n: Int) -> [Double] {
    // w(0) = 1/n, w(s) = w(s−1) · s / (n−s): no factorial, which would overflow.
    var weights = [1 / Double(n)]
    for size in 1..<max(n, 2) where size < n { weights.append(weights[size - 1] * Double(size) / Double(n - size)) }
    let joining = (0...n).map { size in
      (size > 0 ? weights[size - 1] : 0) + (size < n ? weights[size] : 0)
    }

    let lowBits = min(n, 9)
    let blockSize = 1 << lowBits
    let blockCount = 1 << (n - lowBits)
    let sizes = (0..<blockSize).map(\.nonzeroBitCount)
    // One sum a block for the players above the block, one a place in it for those inside. Blocks of as
    // many high players weigh alike, so they are added up first and weighed once.
    var blockSums = [Double](repeating: 0, count: blockCount)
    var placeSums = (0...(n - lowBits)).map { _ in [Double](repeating: 0, count: blockSize) }
    let coefficients = (0...(n - lowBits)).map { high in sizes.map { joining[high + $0] } }
    worths.withUnsafeBufferPointer { worths in
      for block in 0..<blockCount {
        let high = block.nonzeroBitCount
        let start = block * blockSize
        coefficients[high].withUnsafeBufferPointer { coefficient in
          placeSums[high].withUnsafeMutableBufferPointer { places in
            var sum = 0.0
            for place in 0..<blockSize {
              let worth = worths[start + place]
              sum += coefficient[place] * worth
              places[place] += worth
            }
            blockSums[block] = sum
          }
        }
      }
    }
    var outside = 0.0
    var weighedPlaces = [Double](repeating: 0, count: blockSize)
    for high in placeSums.indices {
      for place in 0..<blockSize {
        let size = high + sizes[place]
        weighedPlaces[place] += joining[size] * placeSums[high][place]
        if size < n { outside += weights[size] * placeSums[high][place] }
      }
    }
    let values = foldedSums(weighedPlaces, bits: lowBits) + foldedSums(blockSums, bits: n - lowBits)
    return values.map { $0 - outside }
  }

  /// For each bit, the sum of the entries whose index has it.
  private static func foldedSums(_ entries: [Double], bits: Int) -> [Double] {
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
