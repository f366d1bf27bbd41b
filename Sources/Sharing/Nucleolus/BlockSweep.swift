import CollectiveAction
import Dispatch
import Mathematics

/// The search for violated coalitions in rounded numbers: blocks of the table, most of them skipped by a bound.
///
/// A block is the coalitions with the same members among the last players. When shares move, the largest
/// excess of a block grows at most by what its members may lose, so a block far from violation need not be
/// read. Blocks are read in a random but fixed order until enough violations are found; batches of them on all
/// cores, the same batches on any machine.
struct BlockSweep: ExcessSweep {
  /// The coalitions of a block that miss most, the largest excess first; their masks are zero where there are none.
  private struct Finding {
    var bound = -Double.infinity
    var first = (excess: -Double.infinity, mask: 0)
    var second = (excess: -Double.infinity, mask: 0)
  }

  private let blocks: CentredBlocks
  private let measure: ExcessMeasure
  /// What weights in proportion to worths are counted in, so that they are about one whatever the currency.
  private let weightUnit: Double
  /// For each block, what its largest excess cannot be above.
  private var bounds: [Double]
  private var lastShares: [Double]
  private var lastLevel = -Double.infinity
  private let order: [Int]
  private var chance: SplitMix
  /// A vector orthogonal to the settled coalitions, summed over the subsets of a block and of the rest.
  private var nullSums: (rank: Int, low: [MersennePrimeElement], high: [MersennePrimeElement]) = (-1, [], [])

  private static let enough = 40
  /// Blocks read before their findings are counted.
  private static let batch = 32

  init(_ game: CoalitionGame, measure: ExcessMeasure) {
    // What is in proportion to the worths themselves is not the same when something is taken off them.
    let centred = measure == .proportional ? CentredGains(uncentred: game) : CentredGains(game)
    blocks = CentredBlocks(centred)
    self.measure = measure
    let largest = game.players.indices.reduce(abs(game.jointWorth)) { max($0, abs(game[.single($1)])) }
    weightUnit = largest == 0 ? 1 : largest
    bounds = [Double](repeating: .infinity, count: blocks.count)
    lastShares = [Double](repeating: 0, count: game.playerCount)
    var chance = SplitMix(state: 1)
    order = (0..<blocks.count).shuffled(using: &chance)
    self.chance = chance
  }

  var centred: CentredGains { blocks.centred }
  var playerCount: Int { centred.playerCount }
  /// A ten-thousand-millionth of what is reckoned with, or what the worths themselves are rounded by.
  func tolerance(besides size: Double) -> Double {
    let largest = centred.anchor.reduce(size) { $0 + abs($1) }
    return max(size * 1e-10, 8 * largest.ulp)
  }
  func gain(of coalition: Coalition) -> Double { centred[Int(coalition.mask)] }
  func weight(of coalition: Coalition) -> Double {
    switch measure {
    case .total: 1
    case .perCapita: Double(coalition.count)
    case .proportional: abs(centred.worths[Int(coalition.mask)]) / weightUnit
    }
  }

  mutating func violated(
    receiving rawShares: [Double], above rawLevel: Double, by tolerance: Double, outside settled: CoalitionSpan
  ) -> [Coalition] {
    // To miss at most t a member is to miss nothing when every member receives t more; to miss at most t times its
    // worth, to miss nothing when every worth is so much less.
    let shares = measure == .perCapita ? rawShares.map { $0 + rawLevel } : rawShares
    let limit = (measure == .total ? rawLevel : 0) + tolerance
    let factor = centred.sign - (measure == .proportional ? rawLevel / weightUnit : 0)
    raiseBounds(to: shares, at: rawLevel)
    prepareNullSums(settled)
    let received = blocks.received(shares)
    var found: [Coalition] = []
    var findings = [Finding](repeating: Finding(), count: Self.batch)
    var position = 0
    while position < order.count, found.count < Self.enough {
      var batch: [Int] = []
      while position < order.count, batch.count < Self.batch {
        if bounds[order[position]] > limit { batch.append(order[position]) }
        position += 1
      }
      read(batch, receiving: received, times: factor, above: limit, into: &findings)
      for (block, finding) in zip(batch, findings) {
        bounds[block] = finding.bound
        for candidate in [finding.first, finding.second] where candidate.excess > limit {
          found.append(Coalition(mask: UInt64(candidate.mask)))
        }
      }
    }
    return found
  }

  /// Reads blocks, on all cores when that pays.
  private func read(
    _ batch: [Int], receiving received: CentredBlocks.Received, times factor: Double, above limit: Double,
    into findings: inout [Finding]
  ) {
    findings.withUnsafeMutableBufferPointer { findings in
      // Each block has a finding of its own.
      nonisolated(unsafe) let findings = findings
      @Sendable func read(piece: Int, of pieces: Int) {
        for index in (batch.count * piece / pieces)..<(batch.count * (piece + 1) / pieces) {
          findings[index] = finding(in: batch[index], receiving: received, times: factor, above: limit)
        }
      }
      let pieces = 4
      if batch.count * blocks.size < 1 << 16 {
        read(piece: 0, of: 1)
      } else {
        DispatchQueue.concurrentPerform(iterations: pieces) { read(piece: $0, of: pieces) }
      }
    }
  }

  private func finding(
    in block: Int, receiving received: CentredBlocks.Received, times factor: Double, above limit: Double
  ) -> Finding {
    var finding = Finding(bound: blocks.largestExcess(inBlock: block, receiving: received, times: factor))
    guard finding.bound > limit else { return finding }
    // Some of them may be settled: the largest of the others counts, and the two largest are kept.
    let target = .zero - nullSums.high[block]
    nullSums.low.withUnsafeBufferPointer { low in
      blocks.forEachExcess(inBlock: block, receiving: received, times: factor, above: -.infinity) { place, excess in
        guard excess > finding.second.excess, low[place] != target else { return }
        if excess > finding.first.excess {
          finding.second = finding.first
          finding.first = (excess, block * blocks.size + place)
        } else {
          finding.second = (excess, block * blocks.size + place)
        }
      }
    }
    finding.bound = finding.first.excess
    return finding
  }

  private mutating func raiseBounds(to shares: [Double], at level: Double) {
    let losses = zip(lastShares, shares).map { $0 - $1 }
    let inside = losses[..<blocks.bits].reduce(0) { $0 + max($1, 0) }
    let outside = CoalitionSums.sums(of: losses[blocks.bits...], zero: 0, adding: +)
    for block in bounds.indices { bounds[block] += inside + outside[block] }
    lastShares = shares
    // A lower level takes less off every worth.
    if measure == .proportional, level < lastLevel { for block in bounds.indices { bounds[block] = .infinity } }
    lastLevel = level
  }

  private mutating func prepareNullSums(_ settled: CoalitionSpan) {
    guard nullSums.rank != settled.rank else { return }
    let vector = settled.nullVector(using: &chance)
    nullSums = (
      settled.rank,
      CoalitionSums.sums(of: vector[..<blocks.bits], zero: .zero, adding: +),
      CoalitionSums.sums(of: vector[blocks.bits...], zero: .zero, adding: +)
    )
  }
}
