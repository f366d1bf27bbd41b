#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension BetaDistribution {
  /// The number that `probability` of the draws do not exceed; exactly 0 and 1 at the ends.
  ///
  /// Newton's steps on the distribution function, halving the interval known to hold the answer where a step would
  /// leave it or hardly shortens it.
  /// - Parameter probability: between 0 and 1.
  /// - Complexity: about ten values of ``cumulative(_:)``.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability is between 0 and 1")
    if probability == 0 { return 0 }
    if probability == 1 { return 1 }
    var (low, high) = (0.0, 1.0)
    var x = mean
    let scale = lgamma(a + b).0 - lgamma(a).0 - lgamma(b).0
    // A halving settles at least one binary digit, and small answers have up to a thousand before their first.
    for _ in 0..<1200 {
      let error = cumulative(x) - probability
      if error == 0 { return x }
      if error < 0 { low = x } else { high = x }
      let slope = exp(scale + (a - 1) * log(x) + (b - 1) * log1p(-x))
      var next = x - error / slope
      // Not a number where the slope is 0.
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      if abs(next - x) <= 1e-16 * x || next == low || next == high { return next }
      x = next
    }
    return x
  }
}
