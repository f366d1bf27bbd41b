import CollectiveAction
import Mathematics

/// Whether the coalitions of a table are settled before the stages of a certificate: a few loads for each.
///
/// A coalition is settled when its sum over every vector of ``CoalitionSpan/wholeNullVectors()`` is zero. Several of
/// them fit one word, the next multiplied beyond all sums of those before, so that the sum over the word is zero only
/// when every one is. A sum over a coalition is that over its members in the block less, with the sign turned, that over
/// the rest: the two are compared. Nothing is left to chance.
struct SettledSums: Sendable {
  private struct Stage: Sendable {
    /// Its words among all.
    let words: Range<Int>
    /// Whether the words prove that a coalition is settled; else they only rule out nearly all that are not.
    let isProof: Bool
  }

  private let spans: [CoalitionSpan]
  private let stages: [Stage]
  /// Word after word, for the subsets of a block and, the sign turned, of the rest.
  private let low, high: [UInt64]
  private let size, count: Int

  /// - Parameters:
  ///   - spans: what is settled before each stage.
  ///   - bits: how many of the first players make up a block.
  init(_ spans: [CoalitionSpan], bits: Int) {
    self.spans = spans
    size = 1 << bits
    count = 1 << ((spans.first?.playerCount ?? bits) - bits)
    var chance = SplitMix(state: 2)
    var stages: [Stage] = []
    var (low, high): ([UInt64], [UInt64]) = ([], [])
    var total = 0
    for span in spans {
      let words = span.wholeNullVectors().map(Self.words)
      let known = words ?? []
      // Of several words the first is a glance, which differs from zero for nearly all that are not settled.
      if known.count != 1 {
        let vector = span.nullVector(using: &chance)
        low += CoalitionSums.sums(of: vector[..<bits], zero: .zero, adding: +).map(\.residue)
        high += CoalitionSums.sums(of: vector[bits...], zero: .zero, adding: +).map { (-$0).residue }
      }
      for word in known {
        low += CoalitionSums.sums(of: word[..<bits], zero: 0, adding: &+)
        high += CoalitionSums.sums(of: word[bits...], zero: 0, adding: &+).map { 0 &- $0 }
      }
      let width = known.count == 1 ? 1 : known.count + 1
      stages.append(Stage(words: total..<(total + width), isProof: words != nil))
      total += width
    }
    (self.stages, self.low, self.high) = (stages, low, high)
  }

  /// The first stage from `first` on before which a coalition is settled; the number of stages when there is none.
  func firstStage(from first: Int, block: Int, place: Int) -> Int {
    low.withUnsafeBufferPointer { low in
      high.withUnsafeBufferPointer { high in
        stages.withUnsafeBufferPointer { stages in
          var index = first
          while index < stages.count {
            let stage = stages[index]
            let isZero = stage.words.allSatisfy { low[$0 &* size &+ place] == high[$0 &* count &+ block] }
            if isZero, stage.isProof || spans[index].contains(Coalition(mask: UInt64(block * size + place))) { break }
            index += 1
          }
          return index
        }
      }
    }
  }

  /// The vectors packed into as few words as hold their sums, a number from minus 2⁶² to 2⁶² for every player.
  private static func words(of vectors: [[Int]]) -> [[UInt64]] {
    var words: [[UInt64]] = []
    // Every sum over the vectors of the last word is smaller than this.
    var factor = Int.max
    for vector in vectors {
      let reach = max(vector.reduce(0) { $0 + max($1, 0) }, -vector.reduce(0) { $0 + min($1, 0) })
      let (largest, isTooLarge) = reach.multipliedReportingOverflow(by: factor)
      if isTooLarge || largest >= 1 << 62 - factor {
        words.append(vector.map { UInt64(bitPattern: Int64($0)) })
        factor = reach + 1
      } else {
        for player in vector.indices {
          words[words.count - 1][player] &+= UInt64(bitPattern: Int64(factor * vector[player]))
        }
        factor += largest
      }
    }
    return words
  }
}
