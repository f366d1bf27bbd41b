import Mathematics
import Testing

@Suite struct BoundedQuantileTests {
  @Test("gives scipy's quantiles of a truncated normal number")
  func truncatedNormal() throws {
    let lines = try SamplingOracle.lines("truncated normal")
    #expect(lines.count == 25)
    for line in lines {
      let found = try TruncatedNormal(mean: line[0], sd: line[1], bounds: line[2]...line[3]).quantile(line[4])
      // Seven deviations out both sides keep about 13 digits of the tail.
      #expect(abs(found - line[5]) <= 1e-11 * max(1, abs(line[5])), "\(line)")
    }
  }

  @Test("gives scipy's quantiles of a beta number")
  func beta() throws {
    let lines = try SamplingOracle.lines("beta")
    #expect(lines.count == 30)
    for line in lines {
      let found = BetaDistribution(a: line[0], b: line[1]).quantile(line[2])
      // The distribution function is good to 1e-13; where it is flat (a = 0.05) the quantile loses two digits of that.
      #expect(abs(found - line[3]) <= 3e-11 * abs(line[3]), "\(line)")
    }
  }

  @Test("ends exactly at its bounds and rises between them", arguments: UInt64(0)..<40)
  func ends(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let low = -5 + 10 * chance.uniform()
    let high = low + 3 * chance.uniform()
    let mean = -60 + 120 * chance.uniform()
    let bounded = try TruncatedNormal(mean: mean, sd: 0.2 + chance.uniform(), bounds: low...high)
    let uniform = try Distribution(.uniform(low: low, high: high))
    let triangular = try Distribution(.triangular(low: low, mode: (low + high) / 2, high: high))
    let beta = BetaDistribution(a: 0.2 + 5 * chance.uniform(), b: 0.2 + 5 * chance.uniform())
    #expect(bounded.quantile(0) == low && bounded.quantile(1) == high)
    #expect(uniform.quantile(0) == low && uniform.quantile(1) == high)
    #expect(triangular.quantile(0) == low && triangular.quantile(1) == high)
    #expect(beta.quantile(0) == 0 && beta.quantile(1) == 1)
    var before = [low, low, low, 0]
    for step in 1..<200 {
      let probability = Double(step) / 200
      let now = [
        bounded.quantile(probability), uniform.quantile(probability), triangular.quantile(probability),
        beta.quantile(probability),
      ]
      #expect(zip(before, now).allSatisfy { $0 <= $1 } && now[..<3].allSatisfy { $0 <= high } && now[3] <= 1)
      // Its neighbours enclose it: near 1, where numbers lie far apart, the function is steep. 1e-12: its own accuracy.
      #expect(beta.cumulative(now[3].nextDown) - 1e-12 <= probability)
      #expect(probability <= beta.cumulative(now[3].nextUp) + 1e-12)
      before = now
    }
  }

  @Test("refuses a truncated normal number without spread or end")
  func refusals() {
    #expect(throws: DistributionError.negativeDeviation(0)) { try TruncatedNormal(mean: 0, sd: 0, bounds: 0...1) }
    #expect(throws: DistributionError.notFinite) { try TruncatedNormal(mean: 0, sd: 1, bounds: 0...(.infinity)) }
  }
}
