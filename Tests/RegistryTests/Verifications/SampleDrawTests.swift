import Registry
import Testing

@Suite struct SampleDrawTests {
  /// The first five numbers of SplitMix64 from the seed 1234567, as in the test of its reference implementation.
  @Test(
    "gives the numbers of SplitMix64",
    arguments: zip(
      UInt64(0)..<5,
      [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ] as [UInt64]))
  func isSplitMix(counter: UInt64, published: UInt64) {
    #expect(SamplingSeed(1_234_567).draw(counter) == published)
  }

  /// The same draw by another way: a list from which what is drawn is taken out, its place filled by the first.
  private func drawnAnew(_ size: Int, of numbers: [Int], seed: UInt64) -> [Int] {
    var state = seed
    func next() -> UInt64 {
      state = state &+ 11_400_714_819_323_198_485
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 13_787_848_793_156_543_929
      mixed = (mixed ^ (mixed >> 27)) &* 10_723_151_780_598_845_931
      return mixed ^ (mixed >> 31)
    }
    var left = numbers.sorted()
    var drawn: [Int] = []
    while drawn.count < size, !left.isEmpty {
      var number = next()
      let count = UInt64(left.count)
      while UInt128(number) >= (UInt128(1) << 64) / UInt128(count) * UInt128(count) { number = next() }
      let place = Int(number % count)
      drawn.append(left[place])
      left[place] = left[0]
      left.removeFirst()
    }
    return drawn.sorted()
  }

  @Test("is drawn again by anyone who knows the seed", arguments: UInt64(0)..<50)
  func isDrawnAgain(seed: UInt64) {
    let chance = SamplingSeed(seed)
    let seed = chance.draw(1000)
    let numbers = Array(1...Int(1 + chance.draw(1001) % 60))
    let size = Int(chance.draw(1002) % 40)
    #expect(SamplingSeed(seed).sample(size, of: numbers.reversed()) == drawnAnew(size, of: numbers, seed: seed))
  }

  @Test("favours no pair among six, over 15 000 seeds")
  func isFair() {
    var counts: [[Int]: Int] = [:]
    for seed in UInt64(0)..<15_000 { counts[SamplingSeed(seed).sample(2, of: Array(1...6)), default: 0] += 1 }
    #expect(counts.count == 15)
    let squares = counts.values.map { ($0 - 1000) * ($0 - 1000) }
    // Chi-squared with 14 degrees of freedom exceeds 36.1 once in a thousand; each pair is expected 1000 times.
    #expect(squares.reduce(0, +) < 36_100)
  }

  @Test("draws one and three of five from 1234567, as by hand")
  func isDrawnByHand() {
    #expect(SamplingSeed(1_234_567).sample(2, of: Array(1...5)) == [1, 3])
  }

  @Test("takes all when fewer are there, and none of none")
  func takesAll() {
    #expect(SamplingSeed(1).sample(9, of: [3, 1, 2]) == [1, 2, 3])
    #expect(SamplingSeed(1).sample(2, of: []) == [])
    #expect(SamplingSeed(1).sample(-1, of: [1]) == [])
  }

  @Test("is written as sixteen digits and read from nothing else")
  func isWritten() throws {
    #expect(SamplingSeed(255).description == "00000000000000ff")
    #expect(SamplingSeed("00000000000000ff") == SamplingSeed(255))
    for text in ["ff", "00000000000000FF", "+0000000000000ff", "00000000000000fg"] {
      #expect(SamplingSeed(text) == nil, "\(text)")
    }
    #expect(throws: DecodingError.self) { try CanonicalJSON.value(SamplingSeed.self, from: "\"ff\"") }
  }
}
