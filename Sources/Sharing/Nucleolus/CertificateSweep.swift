import CollectiveAction
import Dispatch
import Mathematics

/// Looks at every coalition for one that misses more than a certificate allows.
///
/// A coalition that is settled before stage k may miss anything then; before that it may miss no more than the
/// levels so far. Rounded numbers decide for most coalitions at once; those near a level are decided exactly.
struct CertificateSweep: Sendable {
  struct Overshoot: Sendable {
    let amount: Rational
    let coalition: Coalition
    /// Counted from zero.
    let stage: Int
  }

  private let excesses: ExactExcesses
  private let settled: SettledSums
  /// Each stage's own or an earlier one: where the level is least up to the stage.
  private let lowest: [Int]
  private let floors: [Double]
  private let blocks: CentredBlocks
  private let received: CentredBlocks.Received
  /// What rounding may hide.
  private let doubt: Double

  /// - Parameter spans: what is settled before each stage, and after the last, which is everything.
  init(_ excesses: ExactExcesses, spans: [CoalitionSpan]) {
    self.excesses = excesses
    let (certificate, game) = (excesses.certificate, excesses.game)
    var lowest: [Int] = []
    for index in certificate.stages.indices {
      let before = lowest.last ?? index
      lowest.append(certificate.stages[index].level < certificate.stages[before].level ? index : before)
    }
    self.lowest = lowest
    let levels = lowest.map { certificate.stages[$0].level.approximation }
    var shares = certificate.shares.map(\.approximation)
    // A coalition near a level has a worth no larger than all shares and levels together; only in proportion to it,
    // the worth itself counts as well.
    let reach = shares.reduce(0) { $0 + abs($1) } + (levels.map { abs($0) }.max() ?? 0) * Double(game.playerCount)
    // Beyond all numbers nothing is told by rounded ones: every coalition is near every level.
    let isTold = reach < 0x1p1000
    floors = isTold ? levels : levels.map { _ in -.greatestFiniteMagnitude }
    if !isTold { shares = shares.map { _ in 0 } }
    // Around the shares themselves, so that what is left is what would be gained by leaving.
    let centred =
      certificate.measure == .proportional ? CentredGains(uncentred: game) : CentredGains(game, anchor: shares)
    let residues = certificate.shares.indices.map { player in
      guard isTold else { return 0.0 }
      let rest = (certificate.shares[player] - Rational(exactly: centred.anchor[player])).approximation
      return game.kind == .cost ? -rest : rest
    }
    blocks = CentredBlocks(centred)
    // Members may miss so much more each: taken from all at once in the first look.
    received = blocks.received(residues)
    settled = SettledSums(Array(spans.dropLast()), bits: blocks.bits)
    doubt = isTold ? 16 * reach.ulp + 64 * residues.reduce(0) { $0 + abs($1) }.ulp : .infinity
  }

  /// The largest excess over what the certificate allows, the first of equals; nil when there is none.
  ///
  /// - Complexity: one read of the table, on all cores.
  func largestOvershoot() -> Overshoot? {
    guard let floor = floors.last else { return nil }
    let (count, measure) = (blocks.count, excesses.certificate.measure)
    let shifted = measure == .perCapita ? shifted(by: floor) : received
    // In proportion, worths far above the shares leave a glance at a block nothing to go by.
    let readsAll = measure == .proportional || doubt == .infinity
    let factor = blocks.centred.sign
    let limit = (measure == .total ? floor : 0) - 2 * doubt
    let pieces = blocks.centred.worths.count >= 1 << 17 ? 32 : 1
    var found = [Overshoot?](repeating: nil, count: pieces)
    found.withUnsafeMutableBufferPointer { found in
      // Each piece of the table has a result of its own.
      nonisolated(unsafe) let found = found
      @Sendable func look(at piece: Int) {
        for block in (count * piece / pieces)..<(count * (piece + 1) / pieces)
        where readsAll || blocks.largestExcess(inBlock: block, receiving: shifted, times: factor) > limit {
          found[piece] = Self.larger(found[piece], largestOvershoot(inBlock: block))
        }
      }
      if pieces == 1 { look(at: 0) } else { DispatchQueue.concurrentPerform(iterations: pieces, execute: look) }
    }
    return found.reduce(nil, Self.larger)
  }

  private static func larger(_ first: Overshoot?, _ second: Overshoot?) -> Overshoot? {
    guard let first, let second else { return first ?? second }
    return second.amount > first.amount ? second : first
  }

  /// What is received with so much more for every player.
  private func shifted(by level: Double) -> CentredBlocks.Received {
    let singles = (0..<excesses.game.playerCount).map { player in
      player < blocks.bits ? received.low[1 << player] : received.high[1 << (player - blocks.bits)]
    }
    return blocks.received(singles.map { $0 + level })
  }

  private func largestOvershoot(inBlock block: Int) -> Overshoot? {
    var largest: Overshoot?
    let measure = excesses.certificate.measure
    let last = floors[floors.count - 1]
    // A weight is from zero up, so that below the last level, and below zero, nothing is too much.
    let limit = measure == .total ? last - doubt : -.infinity
    let size = blocks.size
    // Games with many ties come here for nearly every coalition: nothing but words is touched.
    excesses.withComparison { comparison in
      floors.withUnsafeBufferPointer { floors in
        blocks.forEachExcess(
          inBlock: block, receiving: received, times: blocks.centred.sign, above: limit
        ) { place, excess in
          let mask = block * size + place
          let weight: Double =
            switch measure {
            case .total: 1
            case .perCapita: Double(mask.nonzeroBitCount)
            case .proportional: abs(blocks.centred.worths[mask])
            }
          // Its product with a level is off by the worth's own rounding.
          let rounded = excess + (measure == .proportional ? doubt + 8 * weight.ulp : doubt)
          guard mask != 0, rounded > weight * last else { return }
          // The first level it may be above; before that stage it should have been settled.
          var first = 0
          while rounded <= weight * floors[first] { first += 1 }
          let settledAt = settled.firstStage(from: first, block: block, place: place)
          guard settledAt > first else { return }
          let stage = lowest[settledAt - 1]
          let coalition = Coalition(mask: UInt64(mask))
          guard comparison?.isAbove(mask, at: stage) ?? excesses.isAbove(coalition, at: stage) else { return }
          let amount = excesses.overshoot(of: coalition, at: stage)
          largest = Self.larger(largest, Overshoot(amount: amount, coalition: coalition, stage: settledAt - 1))
        }
      }
    }
    return largest
  }
}
