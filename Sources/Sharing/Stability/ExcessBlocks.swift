import CollectiveAction
import Mathematics

/// What every coalition would gain by leaving a division, read from the game's own table block by block.
///
/// The excess of S is what S gains alone less what its members receive. A block is the coalitions with the same
/// members among the last players; it is worked out in a buffer that stays in the nearest cache, so no second
/// table is needed. Everything is counted around an anchor whose sums are exact: a budget a million times larger
/// than the differences rounds nothing away.
struct ExcessBlocks {
  private let blocks: CentredBlocks
  private var received: CentredBlocks.Received

  /// Anchored near `rough`, one worth a player; the members receive nothing beyond the anchor yet.
  init(_ game: CoalitionGame, anchor rough: [Double]) {
    blocks = CentredBlocks(CentredGains(game, anchor: rough))
    received = blocks.received([Double](repeating: 0, count: game.playerCount))
  }

  /// At the division that gives each player this share.
  init(_ game: CoalitionGame, shares: [Double]) {
    self.init(game, anchor: shares)
    receive(zip(shares, anchor).map { [sign] in sign * ($0 - $1) })
  }

  /// At the division that gives each player this exact share.
  init(_ game: CoalitionGame, shares: [Rational]) {
    self.init(game, anchor: shares.map(\.approximation))
    receive(zip(shares, anchor).map { [sign] in sign * ($0 - Rational(exactly: $1)).approximation })
  }

  var blockSize: Int { blocks.size }
  var blockCount: Int { blocks.count }
  /// The worths around which excesses are counted, one a player; sums of them are exact.
  var anchor: [Double] { blocks.centred.anchor }
  /// −1 where worths are paid, 1 where they are received.
  var sign: Double { blocks.centred.sign }

  /// Lets each player receive so much beyond its anchor, counted as a gain.
  mutating func receive(_ gains: [Double]) { received = blocks.received(gains) }

  /// The excess of one coalition.
  func excess(_ mask: Int) -> Double { blocks.excess(mask, receiving: received, times: sign) }

  /// What one coalition gains alone beyond its anchor.
  func gain(_ mask: Int) -> Double { blocks.centred[mask] }

  /// Calls `body` with each block's excesses in turn. The empty coalition's excess, and that of all if `properOnly`,
  /// are given as −∞.
  func forEachBlock(properOnly: Bool = true, _ body: (Int, UnsafeBufferPointer<Double>) -> Void) {
    var buffer = [Double](repeating: 0, count: blockSize)
    buffer.withUnsafeMutableBufferPointer { buffer in
      for block in 0..<blockCount {
        fill(buffer, block: block)
        if block == 0 { buffer[0] = -.infinity }
        if properOnly, block == blockCount - 1 { buffer[blockSize - 1] = -.infinity }
        body(block, UnsafeBufferPointer(buffer))
      }
    }
  }

  /// The largest excesses of coalitions other than that of all, among equal ones in the order of the table, with how
  /// many there are above a bar and the largest of all, nil for a single player.
  func largestExcesses(
    above bar: Double, limit: Int
  ) -> (listed: [(mask: Int, excess: Double)], count: Int, largest: Double?) {
    var count = 0
    var largest = -Double.infinity
    var blockMaxima: [(largest: Double, block: Int)] = []
    forEachBlock { block, excesses in
      let highest = excesses.largest
      largest = max(largest, highest)
      guard highest > bar else { return }
      count += excesses.count(above: bar)
      blockMaxima.append((highest, block))
    }
    // As many blocks as are listed hold them all: each of these has one that comes before any in another block.
    blockMaxima.sort { $0.largest == $1.largest ? $0.block < $1.block : $0.largest > $1.largest }
    let floor = blockMaxima.count >= limit && limit > 0 ? blockMaxima[limit - 1].largest : -.infinity
    var listed: [(mask: Int, excess: Double)] = []
    for (_, block) in blockMaxima.prefix(limit) {
      for mask in max(block * blockSize, 1)..<min((block + 1) * blockSize, blockCount * blockSize - 1) {
        let excess = excess(mask)
        if excess > bar, excess >= floor { listed.append((mask, excess)) }
      }
    }
    listed.sort { $0.excess == $1.excess ? $0.mask < $1.mask : $0.excess > $1.excess }
    return (Array(listed.prefix(limit)), count, largest == -.infinity ? nil : largest)
  }

  /// Writes a block's excesses.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, block: Int) {
    blocks.fill(buffer, block: block, receiving: received)
  }
}

extension UnsafeBufferPointer<Double> {
  /// The largest of them; −∞ when there are none.
  var largest: Double {
    guard count.isMultiple(of: 8), let baseAddress else { return reduce(-.infinity) { $1 > $0 ? $1 : $0 } }
    // Eight at a time: a comparison of one at a time waits for the one before.
    let lanes = UnsafeRawPointer(baseAddress)
    var largest = SIMD8<Double>(repeating: -.infinity)
    for offset in stride(from: 0, to: count * 8, by: 64) {
      let next = lanes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
      largest.replace(with: next, where: next .> largest)
    }
    return largest.max()
  }

  /// How many are above `limit`.
  func count(above limit: Double) -> Int {
    var count = 0
    for entry in self { count &+= entry > limit ? 1 : 0 }
    return count
  }
}
