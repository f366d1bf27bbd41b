import CollectiveAction
import Testing

@testable import Sharing

/// The loads that tell whether a coalition is settled, against elimination for each.
struct SettledSumsTests {
  /// What is settled after each of some random coalitions, in a game of so many players.
  private func spans(players: Int, seed: UInt64) -> [CoalitionSpan] {
    var chance = SeededChance(seed: seed)
    var span = CoalitionSpan(playerCount: players)
    _ = span.insert(.grand(of: players))
    var spans = [span]
    while span.rank < players - 1 {
      guard span.insert(Coalition(mask: chance.next() & Coalition.grand(of: players).mask)) else { continue }
      spans.append(span)
    }
    return spans
  }

  @Test("tell the stage before which a coalition is settled", arguments: UInt64(0)..<20)
  func everyCoalition(seed: UInt64) {
    let players = 2 + Int(seed % 10)
    let spans = spans(players: players, seed: seed)
    let bits = CoalitionSums.blockBits(playerCount: players)
    let sums = SettledSums(spans, bits: bits)
    for mask in 0..<(1 << players) {
      let coalition = Coalition(mask: UInt64(mask))
      let expected = spans.firstIndex { $0.contains(coalition) } ?? spans.count
      #expect(sums.firstStage(from: 0, block: mask >> bits, place: mask & (1 << bits - 1)) == expected)
    }
  }

  @Test("need several words where many players are open", arguments: UInt64(0)..<5)
  func manyPlayers(seed: UInt64) {
    let players = 26
    let spans = spans(players: players, seed: seed)
    let bits = CoalitionSums.blockBits(playerCount: players)
    let sums = SettledSums(spans, bits: bits)
    var chance = SeededChance(seed: seed &+ 77)
    for stage in spans.indices {
      for _ in 0..<40 {
        // Unions of what is settled and of what is not: settled ones would hardly come up by chance.
        let known = spans[stage].independent[Int(chance.next() % UInt64(spans[stage].rank))].mask
        for mask in [known, known ^ Coalition.grand(of: players).mask, known ^ (1 << (chance.next() % 26))] {
          let coalition = Coalition(mask: mask)
          let expected = spans[stage...].firstIndex { $0.contains(coalition) } ?? spans.count
          let (block, place) = (Int(mask) >> bits, Int(mask) & (1 << bits - 1))
          #expect(sums.firstStage(from: stage, block: block, place: place) == expected)
        }
      }
    }
  }

  @Test(
    "come from whole numbers that are orthogonal to what is settled, and to nothing more", arguments: UInt64(0)..<10)
  func nullVectors(seed: UInt64) {
    for span in spans(players: 9, seed: seed) {
      guard let vectors = span.wholeNullVectors() else { continue }
      #expect(vectors.count == 9 - span.rank)
      for mask in UInt64(0)..<512 {
        let coalition = Coalition(mask: mask)
        let isOrthogonal = vectors.allSatisfy { vector in coalition.reduce(0) { $0 + vector[$1] } == 0 }
        #expect(isOrthogonal == span.contains(coalition))
      }
    }
  }
}
