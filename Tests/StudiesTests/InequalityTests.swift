import Testing

@testable import Studies

@Suite struct InequalityTests {
  private static let hand: [([Double], Double)] = [
    ([1, 1, 1], 0), ([0, 1], 0.5), ([0, 0, 0, 1], 0.75), ([1, 2, 3], 2.0 / 9), ([3, 1, 2], 2.0 / 9), ([1, 3], 0.25),
    ([10, 30], 0.25), ([0, 0], 0), ([], 0), ([5], 0), ([-4, 1], 0.5), ([-1, -2], 0),
  ]

  @Test(
    "is Gini's coefficient, worked out by hand",
    arguments: hand)
  func byHand(amounts: [Double], expected: Double) {
    #expect(abs(inequality(of: amounts) - expected) < 1e-15)  // one division
  }

  @Test("is half the mean difference over the mean", arguments: UInt64(1)..<50)
  func meanDifference(seed: UInt64) {
    let amounts = (1...7).map { Double((seed * 2_654_435_761 &* UInt64($0)) % 1000) }
    let sum = amounts.reduce(0, +)
    let differences = amounts.reduce(0) { total, one in amounts.reduce(total) { $0 + abs(one - $1) } }
    #expect(abs(inequality(of: amounts) - differences / (2 * 7 * sum)) < 1e-12)  // sums of 49 doubles
  }
}
