import CollectiveAction
import Mathematics

/// Finds the coalitions that would miss more than a level.
protocol ExcessSweep {
  associatedtype Number: SearchNumber
  var playerCount: Int { get }
  /// What is left to rounding.
  var tolerance: Number { get }
  func gain(of coalition: Coalition) -> Number

  /// Coalitions outside `settled` whose gain is above what they receive plus `level`; some of them if there
  /// are many, none only if there are none.
  mutating func violated(
    receiving shares: [Number], above level: Number, outside settled: CoalitionSpan
  ) -> [Coalition]
}

/// The search in rounded numbers: blocks of the table, most of them skipped by a bound.
///
/// A block is the coalitions with the same members among the last players. When shares move, the largest
/// excess of a block grows at most by what its members may lose, so a block far from violation need not be
/// read. Blocks are read in a random but fixed order until enough violations are found.
struct BlockSweep: ExcessSweep {
  private let centred: CentredGains
  private var bounds: [Double]
  private var lastShares: [Double]
  private let order: [Int]
  private var chance: SplitMix
  /// A vector orthogonal to the settled coalitions, summed over the subsets of a block and of the rest.
  private var nullSums: (rank: Int, low: [MersennePrimeElement], high: [MersennePrimeElement]) = (-1, [], [])

  private static let enough = 300

  init(_ centred: CentredGains) {
    self.centred = centred
    let bits = CoalitionSums.blockBits(playerCount: centred.playerCount)
    let blocks = 1 << (centred.playerCount - bits)
    bounds = [Double](repeating: .infinity, count: blocks)
    lastShares = [Double](repeating: 0, count: centred.playerCount)
    var chance = SplitMix(state: 1)
    order = (0..<blocks).shuffled(using: &chance)
    self.chance = chance
  }

  var playerCount: Int { centred.playerCount }
  /// A ten-thousand-millionth of the gains, or what the worths themselves are rounded by.
  var tolerance: Double { max(centred.scale * 1e-10, centred.noise) }
  func gain(of coalition: Coalition) -> Double { centred.gains[Int(coalition.mask)] }

  mutating func violated(
    receiving shares: [Double], above level: Double, outside settled: CoalitionSpan
  ) -> [Coalition] {
    let limit = level + tolerance
    let (low, high) = CoalitionSums.halves(of: shares)
    raiseBounds(to: shares, blockBits: low.count.trailingZeroBitCount)
    prepareNullSums(settled, blockBits: low.count.trailingZeroBitCount)
    var found: [Coalition] = []
    for block in order where bounds[block] > limit {
      let start = block * low.count
      let received = high[block]
      var largest = centred.gains.withUnsafeBufferPointer { gains in
        low.withUnsafeBufferPointer { low in
          var largest = -Double.infinity
          for place in 0..<low.count {
            let excess = gains[start + place] - low[place]
            if excess > largest { largest = excess }
          }
          return largest - received
        }
      }
      if largest > limit {
        // Some of them may be settled: the largest of the others counts, and the two largest are kept.
        var (first, second) = ((excess: -Double.infinity, mask: 0), (excess: -Double.infinity, mask: 0))
        let target = .zero - nullSums.high[block]
        for place in 0..<low.count where nullSums.low[place] != target {
          let excess = centred.gains[start + place] - low[place] - received
          if excess > first.excess {
            second = first
            first = (excess, start + place)
          } else if excess > second.excess {
            second = (excess, start + place)
          }
        }
        for (excess, mask) in [first, second] where excess > limit { found.append(Coalition(mask: UInt64(mask))) }
        largest = first.excess
      }
      bounds[block] = largest
      if found.count >= Self.enough { break }
    }
    return found
  }

  private mutating func raiseBounds(to shares: [Double], blockBits: Int) {
    let losses = zip(lastShares, shares).map { $0 - $1 }
    let inside = losses[..<blockBits].reduce(0) { $0 + max($1, 0) }
    let outside = CoalitionSums.sums(of: losses[blockBits...], zero: 0, adding: +)
    for block in bounds.indices { bounds[block] += inside + outside[block] }
    lastShares = shares
  }

  private mutating func prepareNullSums(_ settled: CoalitionSpan, blockBits: Int) {
    guard nullSums.rank != settled.rank else { return }
    let vector = settled.nullVector(using: &chance)
    nullSums = (
      settled.rank,
      CoalitionSums.sums(of: vector[..<blockBits], zero: .zero, adding: +),
      CoalitionSums.sums(of: vector[blockBits...], zero: .zero, adding: +)
    )
  }
}

/// The search in exact fractions: every coalition, each time.
struct ExactSweep: ExcessSweep {
  private let gains: [Rational]
  let playerCount: Int

  init(_ game: CoalitionGame) {
    playerCount = game.playerCount
    gains = game.worths.indices.map { game.exactGain(of: Coalition(mask: UInt64($0))) }
  }

  var tolerance: Rational { 0 }
  func gain(of coalition: Coalition) -> Rational { gains[Int(coalition.mask)] }

  func violated(
    receiving shares: [Rational], above level: Rational, outside settled: CoalitionSpan
  ) -> [Coalition] {
    let received = CoalitionSums.sums(of: shares[...], zero: .zero, adding: +)
    var found: [(excess: Rational, coalition: Coalition)] = []
    for mask in 1..<gains.count where gains[mask] > received[mask] + level {
      let coalition = Coalition(mask: UInt64(mask))
      if !settled.contains(coalition) { found.append((gains[mask] - received[mask], coalition)) }
    }
    found.sort { $0.excess == $1.excess ? $0.coalition < $1.coalition : $0.excess > $1.excess }
    return found.prefix(2 * playerCount).map(\.coalition)
  }
}

/// A stream of random bits that its state repeats (SplitMix64; Steele, Lea & Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
