/// How much of the variance of a result comes from each input, by itself and with all it takes part in.
///
///     let design = try SaltelliDesign(samples: 1024, inputs: 3, seed: 7)
///     let draws = draw(design, outputs: 1) { [model($0)] }
///     let indices = try SobolIndices(of: draws.results.elements, inputs: 3, seed: 7)
///     indices.total[2].value            // the part of the variance that goes when input 2 becomes known, last of all
///
/// With outputs centred on their mean over all points and scaled by their standard deviation, as SALib does,
/// first order Sⱼ = mean(B·(ABⱼ − A))/V (Saltelli et al. 2010, Comput. Phys. Commun. 181, 259–270), total
/// Tⱼ = mean((A − ABⱼ)²)/2V (Jansen 1999, Comput. Phys. Commun. 117, 35–43) and pairs
/// Sⱼₖ = mean(BAⱼ·ABₖ − A·B)/V − Sⱼ − Sₖ (Saltelli 2002, ibid. 145, 280–297), V the variance of A and B together. An
/// estimate may fall slightly below 0 or above 1.
public struct SobolIndices: Sendable, Equatable {
  /// A share of the variance, and how far off it may be.
  public struct Estimate: Sendable, Equatable {
    public let value: Double
    /// Half the width of the confidence interval: the normal quantile × the standard deviation over resamples.
    public let halfWidth: Double
  }

  /// A share of the variance that two inputs make together and neither by itself.
  public struct Pair: Sendable, Equatable {
    public let first: Int
    public let second: Int
    public let share: Estimate
  }

  /// The share of each input by itself.
  public let first: [Estimate]
  /// The share of each input with every interaction it takes part in.
  public let total: [Estimate]
  /// Every two inputs, in order; none unless the design was prepared for pairs.
  public let pairs: [Pair]
  /// How many samples were used.
  public let samples: Int
  /// How many samples were left out because a result of theirs is not a finite number.
  public let leftOut: Int

  /// Estimates the indices from the results of a ``SaltelliDesign``; all are 0 when the results do not vary.
  ///
  /// - Parameters:
  ///   - outputs: one number a point, in the design's order; "not a number" where a point was refused.
  ///   - inputs: how many there are.
  ///   - hasPairs: whether the design was prepared for pairs.
  ///   - resamples: how many times the samples are drawn again, with replacement, for the confidence; at least two.
  ///   - level: how sure the intervals are, between 0 and 1.
  ///   - seed: of the resamples.
  /// - Throws: ``SamplingError/outputCount(_:sampleSize:)`` when the results are not a whole number of samples,
  ///   ``SamplingError/nothingComplete(samples:)`` when every sample is left out.
  /// - Complexity: resamples × samples × inputs, inputs² with pairs.
  public init(
    of outputs: [Double], inputs: Int, pairs hasPairs: Bool = false, resamples: Int = 200, level: Double = 0.95,
    seed: UInt64
  ) throws(SamplingError) {
    precondition(resamples >= 2 && level > 0 && level < 1, "two resamples or more, and a level between 0 and 1")
    let terms = try VarianceTerms(of: outputs, inputs: inputs, hasPairs: hasPairs)
    let found = terms.shares(weights: [Double](repeating: 1, count: terms.samples))
    var sums = [Double](repeating: 0, count: found.count)
    var squares = sums
    for resample in 0..<resamples {
      var chance = RandomStream(seed: seed, stream: [resample])
      var weights = [Double](repeating: 0, count: terms.samples)
      for _ in 0..<terms.samples { weights[Int(chance.uniform() * Double(terms.samples))] += 1 }
      for (place, share) in terms.shares(weights: weights).enumerated() {
        sums[place] += share - found[place]
        squares[place] += (share - found[place]) * (share - found[place])
      }
    }
    let width = StandardNormal.quantile(0.5 + level / 2)
    let count = Double(resamples)
    let estimates = found.indices.map { place in
      let variance = (squares[place] - sums[place] * sums[place] / count) / (count - 1)
      return Estimate(value: found[place], halfWidth: width * max(variance, 0).squareRoot())
    }
    first = Array(estimates[..<inputs])
    total = Array(estimates[inputs..<(2 * inputs)])
    pairs = zip(terms.pairs, estimates[(2 * inputs)...]).map { Pair(first: $0.0, second: $0.1, share: $1) }
    samples = terms.samples
    leftOut = terms.leftOut
  }
}

/// What the shares are means of, a number a sample.
private struct VarianceTerms {
  let samples: Int
  let leftOut: Int
  let pairs: [(Int, Int)]
  private let a: [Double]
  private let b: [Double]
  /// For each input B·(ABⱼ − A) and (A − ABⱼ)²/2, for each pair BAⱼ·ABₖ − A·B.
  private let firstTerms, totalTerms, pairTerms: [[Double]]

  init(of outputs: [Double], inputs: Int, hasPairs: Bool) throws(SamplingError) {
    let size = SaltelliDesign.sampleSize(inputs: inputs, hasPairs: hasPairs)
    guard !outputs.isEmpty, outputs.count.isMultiple(of: size) else {
      throw .outputCount(outputs.count, sampleSize: size)
    }
    let starts = stride(from: 0, to: outputs.count, by: size).filter { start in
      outputs[start..<(start + size)].allSatisfy(\.isFinite)
    }
    samples = starts.count
    leftOut = outputs.count / size - starts.count
    pairs = hasPairs ? (0..<inputs).flatMap { one in (one + 1..<max(inputs, one + 1)).map { (one, $0) } } : []
    guard samples > 0 else { throw .nothingComplete(samples: leftOut) }

    let used = starts.flatMap { outputs[$0..<($0 + size)] }
    let mean = used.reduce(0, +) / Double(used.count)
    let deviation = (used.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(used.count)).squareRoot()
    // Nothing but rounding varies below this.
    let isConstant = deviation <= 1e-15 * used.reduce(0) { max($0, abs($1)) }
    func column(_ place: Int) -> [Double] {
      isConstant ? starts.map { _ in 0 } : starts.map { (outputs[$0 + place] - mean) / deviation }
    }
    let (a, b) = (column(0), column(size - 1))
    let mixed = (0..<inputs).map { column($0 + 1) }
    self.a = a
    self.b = b
    firstTerms = mixed.map { mixed in a.indices.map { b[$0] * (mixed[$0] - a[$0]) } }
    totalTerms = mixed.map { mixed in a.indices.map { (a[$0] - mixed[$0]) * (a[$0] - mixed[$0]) / 2 } }
    pairTerms = pairs.map { one, other in
      let reversed = column(inputs + 1 + one)
      return a.indices.map { reversed[$0] * mixed[other][$0] - a[$0] * b[$0] }
    }
  }

  /// First orders, totals and pairs when each sample counts as often as its weight.
  func shares(weights: [Double]) -> [Double] {
    let count = Double(samples)
    func mean(_ terms: [Double]) -> Double {
      var sum = 0.0
      for sample in 0..<samples { sum += weights[sample] * terms[sample] }
      return sum / count
    }
    let middle = (mean(a) + mean(b)) / 2
    var spread = 0.0
    for sample in 0..<samples {
      let (fromA, fromB) = (a[sample] - middle, b[sample] - middle)
      spread += weights[sample] * (fromA * fromA + fromB * fromB)
    }
    let variance = spread / (2 * count)
    guard variance > .ulpOfOne else { return [Double](repeating: 0, count: 2 * firstTerms.count + pairs.count) }
    let first = firstTerms.map { mean($0) / variance }
    let together = zip(pairs, pairTerms).map { pair, terms in
      mean(terms) / variance - first[pair.0] - first[pair.1]
    }
    return first + totalTerms.map { mean($0) / variance } + together
  }
}
