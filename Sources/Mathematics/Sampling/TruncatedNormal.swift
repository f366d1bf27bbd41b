#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A normal number that is known to lie within bounds: a normal belief about a share or a price.
public struct TruncatedNormal: Sendable, Hashable {
  /// The mean of the normal number before it was bounded.
  public let mean: Double
  /// Its standard deviation, above zero.
  public let sd: Double
  public let bounds: ClosedRange<Double>

  /// - Throws: ``DistributionError`` when a number is not finite or the deviation is not above zero.
  public init(mean: Double, sd: Double, bounds: ClosedRange<Double>) throws(DistributionError) {
    guard mean.isFinite, sd.isFinite, bounds.lowerBound.isFinite, bounds.upperBound.isFinite else { throw .notFinite }
    guard sd > 0 else { throw .negativeDeviation(sd) }
    self.mean = mean
    self.sd = sd
    self.bounds = bounds
  }

  /// The number that `probability` of the draws do not exceed; exactly a bound at 0 and at 1.
  ///
  /// Worked out in the tail on whose side the bounds lie, where no digits cancel; beyond 35 standard deviations,
  /// where a normal tail is an exponential one, as such.
  /// - Parameter probability: between 0 and 1.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability is between 0 and 1")
    if probability == 0 { return bounds.lowerBound }
    if probability == 1 { return bounds.upperBound }
    let low = (bounds.lowerBound - mean) / sd
    let high = (bounds.upperBound - mean) / sd
    // The tail to the left is the tail to the right of the mirrored number.
    let z = low + high > 0 ? -Self.lower(-high, -low, 1 - probability) : Self.lower(low, high, probability)
    return min(max(mean + sd * z, bounds.lowerBound), bounds.upperBound)
  }

  /// A standard normal quantile within bounds whose middle is not above 0.
  private static func lower(_ low: Double, _ high: Double, _ probability: Double) -> Double {
    guard high > -35 else {
      // The density at z is close to that at `high` times exp(−high·(z − high)).
      let share = probability + (1 - probability) * exp(high * (high - low))
      return high - log(share) / high
    }
    let (before, upTo) = (StandardNormal.cumulative(low), StandardNormal.cumulative(high))
    return StandardNormal.quantile(before + probability * (upTo - before))
  }
}
