import Mathematics
import Testing

@Suite struct RandomStreamTests {
  /// The known-answer vectors published with Random123 (Salmon et al. 2011), file kat_vectors, philox4x32 10.
  @Test(
    "gives the known answers published with Random123",
    arguments: [
      ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
      (
        [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [([UInt32], [UInt32], [UInt32])])
  func knownAnswers(counter: [UInt32], key: [UInt32], answer: [UInt32]) {
    #expect(RandomStream.block(counter: SIMD4(counter), key: SIMD2(key)) == SIMD4(answer))
  }

  @Test("begins with the published bits when the seed is zero")
  func firstDraws() {
    var chance = RandomStream(seed: 0)
    #expect(chance.next() == 0xe169_c58d_6627_e8d5)
    #expect(chance.next() == 0x9b00_dbd8_bc57_ac4c)
  }

  @Test("depends on the seed and the path alone, not on what was drawn before")
  func substreamsStartAfresh() {
    var drawn = RandomStream(seed: 99)
    for _ in 0..<5 { _ = drawn.next() }
    var late = drawn.substream(4).substream(2)
    var direct = RandomStream(seed: 99, stream: [4, 2])
    for _ in 0..<20 { #expect(late.next() == direct.next()) }
  }

  @Test("gives paths that differ numbers that differ, also where one begins with the other")
  func pathsDiffer() {
    var seen = Set<UInt64>()
    var count = 0
    let paths: [[Int]] =
      [[]] + (0..<6).map { [$0] } + (0..<6).flatMap { a in (0..<6).map { [a, $0] } }
      + (0..<6).map { [0, 0, $0] } + (0..<6).map { [0, 0, 0, $0] } + (0..<6).map { [0, 0, 1, $0] }
      + (0..<6).map { [0, 0, 0, 0, 0, 0, $0] }
    for path in paths {
      var chance = RandomStream(seed: 5, stream: path)
      for _ in 0..<50 {
        seen.insert(chance.next())
        count += 1
      }
    }
    #expect(seen.count == count)  // among 3 350 draws of 64 bits a chance repeat is below 10⁻¹²
  }

  @Test("spreads uniform numbers evenly over 0..<1", arguments: UInt64(0)..<5)
  func uniformIsEven(seed: UInt64) {
    var chance = RandomStream(seed: seed)
    var counts = [Int](repeating: 0, count: 10)
    for _ in 0..<20_000 {
      let draw = chance.uniform()
      #expect(draw >= 0 && draw < 1)
      counts[Int(draw * 10)] += 1
    }
    let statistic = counts.reduce(0.0) { $0 + Double(($1 - 2000) * ($1 - 2000)) / 2000 }
    #expect(statistic < 33.7)  // χ² with 9 degrees of freedom exceeds this once in 10 000
  }
}
