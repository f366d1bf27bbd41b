import Mathematics
import Sharing
import Testing

@Suite struct ApportionmentTests {
  @Test("gives the unit that is left to the first of equal remainders")
  func equalRemainders() throws {
    #expect(try apportion(100, by: [1, 1, 1]) == [34, 33, 33])
    #expect(try apportion(-100, by: [1, 1, 1]) == [-33, -33, -34])
  }

  @Test("gives the units that are left to the largest remainders")
  func largestRemainders() throws {
    // Quotas 5.5, 2.75 and 2.75 of 11: the two larger remainders are rounded up.
    #expect(try apportion(11, by: [2, 1, 1]) == [5, 3, 3])
    // One tenth is a tenth: quotas of exactly 1, 2 and 7.
    #expect(try apportion(10, by: [0.1, 0.2, 0.7]) == [1, 2, 7])
  }

  @Test("pays a negative share the other way")
  func negativeShare() throws {
    #expect(try apportion(34_300, by: [0.1493, 0.3054, -0.1117]) == [14_930, 30_540, -11_170])
  }

  @Test("adds up to the total, each amount within one of its quota", arguments: UInt64(0)..<100)
  func addsUp(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let shares = (0..<Int.random(in: 1...12, using: &chance)).map { _ in
      Double(Int.random(in: -200...1000, using: &chance)) / 100
    }
    let sum = shares.map { Rational(decimal: $0) }.reduce(.zero, +)
    let total = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &chance)
    guard !sum.isZero else { return }
    let amounts = try apportion(total, by: shares)
    #expect(amounts.reduce(0, +) == total)
    for (amount, share) in zip(amounts, shares) {
      let quota = Rational(Int(total)) * Rational(decimal: share) / sum
      #expect((Rational(Int(amount)) - quota).magnitude < 1)
    }
  }

  @Test func refusesSharesWithoutSum() {
    #expect(throws: SharingError.sharesWithoutSum) { try apportion(5, by: [1, -1]) }
    #expect(throws: SharingError.sharesWithoutSum) { try apportion(5, by: []) }
    #expect(throws: SharingError.sharesWithoutSum) { try apportion(5, by: [.nan, 1]) }
    #expect(throws: SharingError.amountTooLarge(index: 0)) { try apportion(.max, by: [3, -2]) }
  }

  @Test func dividesNothingAsNothing() throws {
    #expect(try apportion(0, by: [0, 0]) == [0, 0])
    #expect(try apportion(0, by: [3, 4]) == [0, 0])
  }
}
