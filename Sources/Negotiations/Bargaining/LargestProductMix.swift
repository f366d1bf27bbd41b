import Foundation

/// The mix of some given gains whose weighted product is largest.
///
/// Weight moves from the outcome that deserves it least to the one that deserves it most, each time as far as the
/// product rises: the pairwise steps of Frank and Wolfe's method (Lacoste-Julien & Jaggi 2015), which close in on the
/// best mix by a constant factor.
struct LargestProductMix {
  /// What each outcome adds: a row of gains for each party that can gain.
  var gains: [[Double]]
  /// The parties' weights, adding up to 1.
  let weights: [Double]
  /// The outcomes' shares in the mix, adding up to 1; with them every party gains.
  var shares: [Double]

  var mixed: [Double] {
    weights.indices.map { party in
      zip(gains, shares).reduce(0) { $0 + ($1.1 > 0 ? $1.0[party] * $1.1 : 0) }
    }
  }

  /// Improves the shares until no outcome promises to raise the logarithm of the product by more than rounding.
  mutating func improve() {
    for _ in 0..<5000 {
      let now = mixed
      let scores = gains.map { row in
        row.indices.reduce(0) { $0 + weights[$1] * row[$1] / now[$1] }
      }
      let best = scores.indices.max { scores[$0] < scores[$1] }!
      let worst = shares.indices.filter { shares[$0] > 0 }.min { scores[$0] < scores[$1] }!
      guard best != worst, scores[best] - scores[worst] > 1e-15 else { return }
      let direction = zip(gains[best], gains[worst]).map { $0 - $1 }
      func slope(_ step: Double) -> Double {
        direction.indices.reduce(0) { $0 + weights[$1] * direction[$1] / (now[$1] + step * direction[$1]) }
      }
      let most = shares[worst]
      let isFeasible = direction.indices.allSatisfy { now[$0] + most * direction[$0] > 0 }
      var step = most
      if !(isFeasible && slope(most) >= 0) {
        var (low, high) = (0.0, most)
        for _ in 0..<80 {
          let middle = (low + high) / 2
          let isPositive = direction.indices.allSatisfy { now[$0] + middle * direction[$0] > 0 }
          if isPositive && slope(middle) > 0 { low = middle } else { high = middle }
        }
        step = low
      }
      guard step > 0 else { return }
      shares[worst] = step == most ? 0 : shares[worst] - step
      shares[best] += step
    }
  }
}
