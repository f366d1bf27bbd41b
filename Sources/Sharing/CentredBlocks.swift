import CollectiveAction

/// A game's gains block by block: the coalitions with the same members among the last players lie side by side.
struct CentredBlocks: Sendable {
  typealias Lanes = SIMD8<Double>

  let centred: CentredGains
  /// How many of the first players make up a block.
  let bits: Int
  private let lowAnchors: [Lanes]

  init(_ centred: CentredGains) {
    self.centred = centred
    bits = CoalitionSums.blockBits(playerCount: centred.playerCount)
    lowAnchors = centred.isAnchored ? Self.lanes(centred.anchorSums.low) : []
  }

  /// How many blocks there are, and how many coalitions each has.
  var count: Int { centred.worths.count >> bits }
  var size: Int { 1 << bits }

  /// What the players receive, ready for ``largestExcess(inBlock:receiving:times:)``.
  struct Received: Sendable {
    /// By the subsets of a block's players, and of the others.
    let low, high: [Double]
    fileprivate let lanes: [Lanes]
  }

  func received(_ shares: [Double]) -> Received {
    let (low, high) = CoalitionSums.halves(of: shares)
    return Received(low: low, high: high, lanes: Self.lanes(low))
  }

  /// The largest of a block's gains, times `factor` instead of the sign of the game, less what is received.
  ///
  /// A factor other than the sign is for games around no anchor.
  func largestExcess(inBlock block: Int, receiving received: Received, times factor: Double) -> Double {
    // Lanes are read in pairs.
    guard size >= 2 * Lanes.scalarCount else {
      return (0..<size).reduce(-Double.infinity) {
        max($0, excess(block << bits + $1, receiving: received, times: factor))
      }
    }
    let anchor = centred.anchorSums.high[block]
    let largest = centred.worths.withUnsafeBytes { table in
      received.lanes.withUnsafeBufferPointer { received in
        lowAnchors.withUnsafeBufferPointer { anchors in
          let first = block << bits * MemoryLayout<Double>.stride
          // Two maxima, so that a comparison need not wait for the one before.
          var (even, odd) = (Lanes(repeating: -.infinity), Lanes(repeating: -.infinity))
          if anchors.isEmpty {
            for vector in stride(from: 0, to: received.count, by: 2) {
              let start = first + vector * MemoryLayout<Lanes>.size
              let one = factor * table.loadUnaligned(fromByteOffset: start, as: Lanes.self) - received[vector]
              even.replace(with: one, where: one .> even)
              let other =
                factor * table.loadUnaligned(fromByteOffset: start + MemoryLayout<Lanes>.size, as: Lanes.self)
                - received[vector + 1]
              odd.replace(with: other, where: other .> odd)
            }
          } else {
            for vector in stride(from: 0, to: received.count, by: 2) {
              let start = first + vector * MemoryLayout<Lanes>.size
              let one = table.loadUnaligned(fromByteOffset: start, as: Lanes.self) - (anchor + anchors[vector])
              let oneExcess = factor * one - received[vector]
              even.replace(with: oneExcess, where: oneExcess .> even)
              let other =
                table.loadUnaligned(fromByteOffset: start + MemoryLayout<Lanes>.size, as: Lanes.self)
                - (anchor + anchors[vector + 1])
              let otherExcess = factor * other - received[vector + 1]
              odd.replace(with: otherExcess, where: otherExcess .> odd)
            }
          }
          even.replace(with: odd, where: odd .> even)
          return (0..<Lanes.scalarCount).reduce(-Double.infinity) { max($0, even[$1]) }
        }
      }
    }
    return largest - received.high[block]
  }

  /// The excess of one coalition.
  func excess(_ mask: Int, receiving received: Received, times factor: Double) -> Double {
    let gain = factor == centred.sign ? centred[mask] : factor * centred.worths[mask]
    return gain - received.low[mask & (size - 1)] - received.high[mask >> bits]
  }

  /// Calls `take` with the place in the block, and the excess, of every coalition of it whose excess is above `limit`.
  func forEachExcess(
    inBlock block: Int, receiving received: Received, times factor: Double, above limit: Double,
    _ take: (_ place: Int, _ excess: Double) -> Void
  ) {
    let high = received.high[block]
    let anchor = centred.anchorSums.high[block]
    centred.worths.withUnsafeBufferPointer { worths in
      centred.anchorSums.low.withUnsafeBufferPointer { anchors in
        received.low.withUnsafeBufferPointer { low in
          let start = block << bits
          for place in 0..<size {
            let worth = centred.isAnchored ? worths[start + place] - (anchor + anchors[place]) : worths[start + place]
            let excess = factor * worth - low[place] - high
            if excess > limit { take(place, excess) }
          }
        }
      }
    }
  }

  /// Writes every excess of a block, to the bit as ``excess(_:receiving:times:)`` has it.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, block: Int, receiving received: Received) {
    let (start, sign) = (block << bits, centred.sign)
    let (anchor, high) = (centred.anchorSums.high[block], received.high[block])
    centred.worths.withUnsafeBufferPointer { worths in
      centred.anchorSums.low.withUnsafeBufferPointer { anchors in
        received.low.withUnsafeBufferPointer { low in
          for place in 0..<size {
            buffer[place] = sign * (worths[start + place] - (anchor + anchors[place])) - low[place] - high
          }
        }
      }
    }
  }

  private static func lanes(_ numbers: [Double]) -> [Lanes] {
    guard numbers.count >= Lanes.scalarCount else { return [] }
    return numbers.withUnsafeBytes { bytes in
      (0..<numbers.count / Lanes.scalarCount).map {
        bytes.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Lanes>.size, as: Lanes.self)
      }
    }
  }
}
