import CollectiveAction
import Mathematics
import Testing

@Suite struct DecimalUnitTests {
  @Test(
    "is the coarsest that fits",
    arguments: [
      ([0, 34.69, 22.9], -2), ([1, 2, 3], 0), ([1000, 5000], 0), ([0, 0], 0), ([1e-9, 3.4e-8], -9),
      ([0.1, 0.2, 0.30000000000001], -14), ([1e16, 2.5e17], 16), ([1.5e20], 19), ([-0.5, 1e12], -1),
    ] as [([Double], Int)])
  func fits(numbers: [Double], exponent: Int) throws {
    let unit = try #require(DecimalUnit(of: numbers))
    #expect(unit.exponent == exponent)
    for number in numbers { #expect(unit.number(of: unit.count(of: number)) == number) }
  }

  @Test(
    "does not exist where digits would be lost",
    arguments: [
      [1.0 / 3], [0.1 + 0.2], [1e12, 0.0001], [1e300], [.leastNonzeroMagnitude], [.infinity], [.nan], [1e15, 0.1],
    ] as [[Double]])
  func none(numbers: [Double]) { #expect(DecimalUnit(of: numbers) == nil) }

  @Test("reads what it counts as the decimals that fractions are made of", arguments: UInt64(0)..<60)
  func agreesWithFractions(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let digits = Int.random(in: 0...6, using: &chance)
    var power = 1
    for _ in 0..<digits { power *= 10 }
    let numbers = (0..<600).map { _ in Double(Int.random(in: -1_000_000...1_000_000, using: &chance)) / Double(power) }
    let unit = try #require(DecimalUnit(of: numbers))
    #expect((-digits...0).contains(unit.exponent))
    let perOne = Int((1 / unit.size).rounded())
    for number in numbers {
      let count = try #require(Int(exactly: unit.count(of: number)))
      #expect(Rational(decimal: number) == Rational(count) / Rational(perOne))
    }
  }

  @Test func sumsAreWhatAPersonWouldWrite() throws {
    let unit = try #require(DecimalUnit(of: [0.1, 0.2]))
    #expect(0.1 + 0.2 != 0.3)
    #expect(unit.number(of: unit.count(of: 0.1) + unit.count(of: 0.2)) == 0.3)
  }
}
