/// Tells whether any of the points it holds is at least as good for every party, many at a time.
///
/// Each party's worths are cut into 64 levels. For every party and level one bit a point says whether the point is at
/// that level or above; a point that is no worse for anyone has its bit set at all the levels of the point that is
/// asked about, so the bits of 64 points are compared at once, and only what is left is compared by the numbers.
struct DominanceSieve {
  private static let levels = 64
  /// Points in one block, and the words that hold a bit for each.
  private static let blockSize = 2048
  private static let words = blockSize / 64

  private let parties: Int
  /// 63 ascending thresholds and +∞ for each party; the level of a worth is how many it reaches.
  private let thresholds: [Double]
  /// `bits[((block · parties + party) · levels + level) · words + word]`
  private var bits: [UInt64] = []
  private var points: [Double] = []
  private(set) var count = 0

  /// - Parameters:
  ///   - sample: some points like those that will be asked about, a row of worths each: only speed hangs on it.
  ///   - parties: how many worths a row has.
  init(sample: [Double], parties: Int) {
    self.parties = parties
    let rows = sample.count / parties
    let step = max(1, rows / 2048)
    var all: [Double] = []
    for party in 0..<parties {
      let sorted = stride(from: 0, to: rows, by: step).map { sample[$0 * parties + party] }.sorted()
      for level in 1..<Self.levels {
        all.append(sorted.isEmpty ? .infinity : sorted[level * (sorted.count - 1) / (Self.levels - 1)])
      }
      all.append(.infinity)
    }
    thresholds = all
  }

  var closedBlocks: Int { count / Self.blockSize }
  var blocks: Int { (count + Self.blockSize - 1) / Self.blockSize }

  /// The level of each of the worths, for ``holdsAsGood(as:levels:blocks:)``.
  func setLevels(of worths: UnsafePointer<Double>, _ found: UnsafeMutablePointer<Int>) {
    thresholds.withUnsafeBufferPointer { thresholds in
      for party in 0..<parties {
        // Six halvings of 64 numbers, the last of which is never reached.
        var low = party * Self.levels
        let (start, worth) = (low, worths[party])
        var half = Self.levels / 2
        while half > 0 {
          low += worth >= thresholds[low + half - 1] ? half : 0
          half /= 2
        }
        found[party] = low - start
      }
    }
  }

  /// Whether a point in the blocks is at least as good for every party.
  func holdsAsGood(
    as worths: UnsafePointer<Double>, levels: UnsafePointer<Int>, blocks: Range<Int>
  ) -> Bool {
    // Eight words are read at once: a block has 32, and `bits` holds whole blocks only.
    bits.withUnsafeBytes { bits in
      for block in blocks {
        let base = block * parties * Self.levels * Self.words
        let used = min(Self.words, (count - block * Self.blockSize + 63) / 64)
        var word = 0
        while word < used {
          var common = SIMD8<UInt64>(repeating: .max)
          for party in 0..<parties {
            let place = base + (party * Self.levels + levels[party]) * Self.words + word
            common &= bits.loadUnaligned(fromByteOffset: place * 8, as: SIMD8<UInt64>.self)
          }
          let half = common.lowHalf | common.highHalf
          let quarter = half.lowHalf | half.highHalf
          if quarter[0] | quarter[1] != 0 {
            for lane in 0..<8 where common[lane] != 0 {
              let first = block * Self.blockSize + (word + lane) * 64
              if anyAsGood(as: worths, among: common[lane], first: first) { return true }
            }
          }
          word += 8
        }
      }
      return false
    }
  }

  private func anyAsGood(as worths: UnsafePointer<Double>, among set: UInt64, first: Int) -> Bool {
    points.withUnsafeBufferPointer { points in
      var rest = set
      while rest != 0 {
        let row = (first + rest.trailingZeroBitCount) * parties
        var party = 0
        while party < parties && points[row + party] >= worths[party] { party += 1 }
        if party == parties { return true }
        rest &= rest - 1
      }
      return false
    }
  }

  mutating func insert(_ worths: UnsafePointer<Double>, levels: UnsafePointer<Int>) {
    let (block, place) = (count / Self.blockSize, count % Self.blockSize)
    if place == 0 {
      bits.append(contentsOf: repeatElement(0, count: parties * Self.levels * Self.words))
    }
    let (word, bit) = (place / 64, UInt64(1) << UInt64(place % 64))
    bits.withUnsafeMutableBufferPointer { bits in
      for party in 0..<parties {
        let row = (block * parties + party) * Self.levels * Self.words + word
        for level in 0...levels[party] { bits[row + level * Self.words] |= bit }
      }
    }
    for party in 0..<parties { points.append(worths[party]) }
    count += 1
  }
}
