/// The points and weights at which an integral from 0 to 1 of any polynomial of degree up to 2·count − 1 is exact.
///
/// The Shapley–Shubik index is such an integral: the chance that a voter decides when each of the others says yes
/// with probability p, over all p.
///
/// Source: Gauss (1814), with Newton's method from Tricomi's approximation of the zeros; Owen (1972), Manag. Sci. 18,
/// P64–P79, for the integral.
struct PivotNodes {
  let points: [Double]
  let weights: [Double]

  /// - Parameter count: at least one.
  init(count: Int) {
    // Legendre's polynomial at 1 − t, and its slope in t. Counting from the end keeps the digits of a t near zero.
    func legendre(_ t: Double) -> (value: Double, slope: Double) {
      var (previous, value) = (1.0, 1 - t)
      for degree in 1..<max(count, 2) where degree < count {
        let next = value - t * value + Double(degree) / Double(degree + 1) * (value - t * value - previous)
        (previous, value) = (value, next)
      }
      return (value, Double(count) * (value - t * value - previous) / (t * (2 - t)))
    }
    var (points, weights) = ([Double](repeating: 0.5, count: count), [Double](repeating: 1, count: count))
    for index in 0..<((count + 1) / 2) {
      var t = Self.oneLessCosine((Double(index) + 0.75) / (Double(count) + 0.5) * .pi)
      // So near the zero Newton's steps double the right digits each time; ten are more than there are digits.
      for _ in 0..<10 {
        let now = legendre(t)
        let step = now.value / now.slope
        t -= step
        if abs(step) <= t.ulp { break }
      }
      let slope = legendre(t).slope
      let weight = 1 / (t * (2 - t) * slope * slope)
      (points[index], points[count - 1 - index]) = (t / 2, 1 - t / 2)
      (weights[index], weights[count - 1 - index]) = (weight, weight)
    }
    self.points = points
    self.weights = weights
  }

  /// 1 − cos θ for 0 ≤ θ ≤ 2 by its series, which keeps the digits of a small one.
  private static func oneLessCosine(_ angle: Double) -> Double {
    var (sum, term) = (0.0, 1.0)
    for order in 1...15 {
      term *= -angle * angle / Double((2 * order - 1) * (2 * order))
      sum -= term
    }
    return sum
  }
}
