import Mathematics
import Testing

@Suite struct DistributionTests {
  @Test(
    "gives the normal quantiles printed by Wichura (1988)",
    arguments: [
      (0.25, -0.6744897501960817), (0.001, -3.090232306167814), (1e-20, -9.262340089798408),
      (0.975, 1.959963984540054), (0.5, 0),
    ])
  func printedQuantiles(probability: Double, printed: Double) {
    // Printed to 16 digits; the algorithm promises about one part in 10¹⁶.
    #expect(abs(StandardNormal.quantile(probability) - printed) <= 1e-15 * max(1, abs(printed)))
  }

  @Test("undoes the normal distribution function", arguments: UInt64(0)..<40)
  func quantileUndoesCumulative(seed: UInt64) {
    var chance = RandomStream(seed: seed)
    let x = -8 + 8 * chance.uniform()  // beyond 0 the chance itself loses the digits
    // The function is steep in the tails: one unit in the last place of the chance moves x by up to 1e-15.
    #expect(abs(StandardNormal.quantile(StandardNormal.cumulative(x)) - x) < 4e-15 * max(1, abs(x)))
  }

  @Test("has the density that the normal distribution function rises by", arguments: [-3.0, -1, 0, 0.5, 2])
  func density(x: Double) {
    let step = 1e-5
    let rise = (StandardNormal.cumulative(x + step) - StandardNormal.cumulative(x - step)) / (2 * step)
    #expect(abs(StandardNormal.density(x) - rise) < 1e-10)  // rounding over the step; its square over 6 is less
  }

  @Test("has infinite ends where the normal distribution has none")
  func ends() {
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
  }

  @Test("gives quantiles that rise, with the right mean and variance, for each shape", arguments: 0..<5)
  func momentsAgree(index: Int) throws {
    let shapes: [Distribution.Shape] = [
      .certain(4), .triangular(low: 8, mode: 10, high: 15), .triangular(low: 0, mode: 0, high: 3),
      .normal(mean: 5, sd: 2), .uniform(low: -1, high: 3),
    ]
    let distribution = try Distribution(shapes[index])
    let cells = 20_000
    var sum = 0.0
    var squares = 0.0
    var before = -Double.infinity
    for cell in 0..<cells {
      let value = distribution.quantile((Double(cell) + 0.5) / Double(cells))
      #expect(value >= before)
      before = value
      sum += value
      squares += (value - distribution.mean) * (value - distribution.mean)
    }
    // The midpoint rule over 20 000 cells: its error is largest in the normal tails, about 1e-3 of σ².
    #expect(abs(sum / Double(cells) - distribution.mean) < 1e-4)
    #expect(abs(squares / Double(cells) - distribution.variance) < 2e-3)
  }

  @Test("puts as much below its central interval as above it")
  func centralInterval() throws {
    let normal = try Distribution(.normal(mean: 10, sd: 2)).centralInterval(0.95)
    #expect(abs(normal.lowerBound - (10 - 2 * 1.959963984540054)) < 1e-12)  // rounding of two products
    #expect(abs(normal.upperBound - (10 + 2 * 1.959963984540054)) < 1e-12)
    #expect(try Distribution(.uniform(low: 0, high: 4)).centralInterval(0.5) == 1...3)
    #expect(try Distribution(.certain(3)).centralInterval(0.9) == 3...3)
  }

  @Test("takes one draw of the generator whatever the shape")
  func staysInStep() throws {
    var one = RandomStream(seed: 1)
    var other = RandomStream(seed: 1)
    _ = try Distribution(.certain(3)).draw(using: &one)
    _ = try Distribution(.normal(mean: 0, sd: 1)).draw(using: &other)
    #expect(one == other)
  }

  @Test("refuses what describes no distribution")
  func refusals() {
    #expect(throws: DistributionError.outOfOrder([3, 2, 4])) {
      try Distribution(.triangular(low: 3, mode: 2, high: 4))
    }
    #expect(throws: DistributionError.negativeDeviation(-1)) { try Distribution(.normal(mean: 0, sd: -1)) }
    #expect(throws: DistributionError.notFinite) { try Distribution(.uniform(low: 0, high: .infinity)) }
    #expect(
      DistributionError.outOfOrder([3, 2]).description == "3.0, 2.0 are out of order; give the lowest first")
  }
}
