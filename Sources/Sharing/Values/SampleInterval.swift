import Mathematics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How far the means of several samples may be from what they estimate, all at once.
struct SampleInterval {
  /// How many independent numbers each mean is of; at least two.
  let replicates: Int
  /// How many means are judged; each may fail with an equal part of what the level leaves (Bonferroni).
  let comparisons: Int
  /// The chance that none of them fails.
  let level: Double

  /// The chance that one mean may fail.
  private var failure: Double { (1 - level) / Double(comparisons) }

  /// How far below and above the mean by Student's t: right for normal numbers. Of others with a long tail on one side
  /// the mean is missed on that side more often, so there it reaches out by the first term of Edgeworth's expansion
  /// of the t-statistic; the other side is not shortened.
  ///
  /// Source: Johnson (1978), Journal of the American Statistical Association 73, 536–544; the term after Hall (1992),
  /// The Bootstrap and Edgeworth Expansion, § 2.6.
  func studentReach(variance: Double, thirdMoment: Double) -> (below: Double, above: Double) {
    let quantile = studentQuantile
    let count = Double(replicates)
    let reach = quantile * (variance / count).squareRoot()
    let tail = thirdMoment / variance * (1 + 2 * quantile * quantile) / (6 * count)
    return (reach + max(0, -tail), reach + max(0, tail))
  }

  /// The half-width for numbers in a range of this `width`, whatever their distribution.
  ///
  /// Both bounds are held to half the failure, so that the narrower may be taken.
  /// Source: Hoeffding (1963), theorem 2; Maurer & Pontil (2009), theorem 4, on either side.
  func boundedReach(variance: Double, width: Double) -> Double {
    let count = Double(replicates)
    let hoeffding = width * (log(4 / failure) / (2 * count)).squareRoot()
    let sides = log(8 / failure)
    let bernstein = (2 * variance * sides / count).squareRoot() + 7 * width * sides / (3 * (count - 1))
    return min(hoeffding, bernstein)
  }

  /// How frequent something may be that was in none of the replicates.
  var unseenChance: Double { 1 - pow(failure, 1 / Double(replicates)) }

  /// What a Student's t of as many degrees of freedom exceeds in size with the chance of a failure.
  private var studentQuantile: Double {
    let freedom = Double(replicates - 1)
    let beta = BetaDistribution(a: freedom / 2, b: 0.5)
    // P(|t| > x) = I(ν/(ν + x²); ν/2, 1/2), DLMF (2024) § 8.17; it falls with x.
    func exceeded(_ x: Double) -> Bool { beta.cumulative(freedom / (freedom + x * x)) > failure }
    var low = 0.0
    var high = 1.0
    while exceeded(high) && high < 0x1p500 { (low, high) = (high, 2 * high) }
    // Halved until neighbours in 53 bits.
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if exceeded(middle) { low = middle } else { high = middle }
    }
    return high
  }
}
