import Mathematics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Bounds of the normal distribution function Φ from above, and of its logarithm.
enum NormalBound {
  /// Tangents of −log Φ, which is convex: their values at 0 and their slopes.
  struct Tangents {
    var values = SIMD8<Double>(), slopes = SIMD8<Double>()

    init() {
      for (place, z) in [-4, -2, -1, -0.2, 0.6, 1.6].enumerated() {
        let chance = StandardNormal.cumulative(z)
        slopes[place] = -StandardNormal.density(z) / chance
        // A little lower, for what rounding does.
        values[place] = -log(chance) - slopes[place] * z - 1e-12
      }
    }

    /// At most −log Φ(z), and not below 0.
    @inline(__always)
    func risk(_ z: SIMD8<Double>) -> SIMD8<Double> {
      var risk = SIMD8<Double>()
      for place in 0..<6 {
        let line: SIMD8<Double> = values[place] + slopes[place] * z
        risk.replace(with: line, where: line .> risk)
      }
      return risk
    }
  }

  static let tangents = Tangents()

  /// Above Φ(z) by less than one part in a thousand where that matters: in each step a chord left of 0, where Φ is convex,
  /// and a tangent right of it, where Φ is concave.
  struct Lines {
    private let lines: UnsafePointer<(value: Double, slope: Double)>
    private static let perUnit = 32.0

    /// The lines are kept for good, since the count of an owner would cost more than a look does.
    fileprivate init() {
      let count = Int(16 * Self.perUnit)
      let lines = UnsafeMutablePointer<(value: Double, slope: Double)>.allocate(capacity: count)
      for place in 0..<count {
        let (low, high) = (Double(place) / Self.perUnit - 8, Double(place + 1) / Self.perUnit - 8)
        let slope =
          low < 0
          ? (StandardNormal.cumulative(high) - StandardNormal.cumulative(low)) * Self.perUnit
          : StandardNormal.density(low)
        // A little higher, for what rounding does.
        lines[place] = (StandardNormal.cumulative(low) * (1 + 1e-12) - slope * low, slope)
      }
      self.lines = UnsafePointer(lines)
    }

    /// At least Φ(z).
    @inline(__always)
    func chance(_ z: Double) -> Double {
      // Also for what is no number.
      guard z < 7.99 else { return 1 }
      // Φ(−8) is below.
      guard z > -7.99 else { return 1e-15 }
      let line = lines[Int((z + 8) * Self.perUnit)]
      return (line.value + line.slope * z) * (1 + 1e-9)
    }
  }

  nonisolated(unsafe) static let lines = Lines()
}
