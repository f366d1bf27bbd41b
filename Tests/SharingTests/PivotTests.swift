import Testing

@testable import Sharing

@Suite struct PivotTests {
  @Test("reckons by chances what exact counts give, under one quota or several", arguments: UInt64(0)..<80)
  func chances(seed: UInt64) throws {
    let body = try VotingBodies.random(voters: 9, seed: seed)
    let (counted, reckoned) = (try body.power(), try body.powerByChances())
    for voter in body.voters.indices {
      #expect(abs(reckoned.shapleyShubik[voter] - counted.shapleyShubik[voter]) <= 1e-14)  // some tens of roundings
      #expect(abs(reckoned.banzhaf[voter] - counted.banzhaf[voter]) <= 1e-14)
    }
  }

  @Test("integrates every power as far as it promises", arguments: [1, 2, 3, 10, 75, 250])
  func powers(count: Int) {
    let nodes = PivotNodes(count: count)
    for degree in [0, 1, count, 2 * count - 1] {
      var sum = 0.0
      for (point, weight) in zip(nodes.points, nodes.weights) {
        var power = weight
        for _ in 0..<degree { power *= point }
        sum += power
      }
      #expect(abs(sum * Double(degree + 1) - 1) <= 1e-12)  // up to 500 roundings a power
    }
  }
}
