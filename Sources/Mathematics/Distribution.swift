/// What is known of a number: its value, or how likely each value is.
///
///     let cost = try Distribution(.triangular(low: 8, mode: 10, high: 15))
///     cost.mean                      // 11
///     cost.quantile(0.5)             // the number it exceeds half of the time
///     cost.centralInterval(0.9)      // what it lies within nine times in ten
public struct Distribution: Sendable, Hashable {
  /// The shapes on offer.
  public enum Shape: Sendable, Hashable {
    /// One value, for certain.
    case certain(Double)
    /// From `low` to `high`, most likely near `mode`, the density two straight lines.
    case triangular(low: Double, mode: Double, high: Double)
    /// The normal distribution.
    case normal(mean: Double, sd: Double)
    /// Any value from `low` to `high` alike.
    case uniform(low: Double, high: Double)
  }

  public let shape: Shape

  /// - Throws: ``DistributionError`` when a number is not finite, bounds are out of order or a standard
  ///   deviation is negative. Bounds that are equal, or a deviation of zero, are a certain value.
  public init(_ shape: Shape) throws(DistributionError) {
    switch shape {
    case .certain(let value):
      guard value.isFinite else { throw .notFinite }
    case .triangular(let low, let mode, let high):
      guard low.isFinite, mode.isFinite, high.isFinite else { throw .notFinite }
      guard low <= mode, mode <= high else { throw .outOfOrder([low, mode, high]) }
    case .normal(let mean, let sd):
      guard mean.isFinite, sd.isFinite else { throw .notFinite }
      guard sd >= 0 else { throw .negativeDeviation(sd) }
    case .uniform(let low, let high):
      guard low.isFinite, high.isFinite else { throw .notFinite }
      guard low <= high else { throw .outOfOrder([low, high]) }
    }
    self.shape = shape
  }

  /// The number that `probability` of the draws do not exceed.
  ///
  /// - Parameter probability: between 0 and 1; a normal number has −∞ and +∞ at the ends.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability is between 0 and 1")
    switch shape {
    case .certain(let value): return value
    // Rounding would now and then lead just past the end.
    case .uniform(let low, let high): return probability == 1 ? high : min(low + probability * (high - low), high)
    case .normal(let mean, let sd):
      return sd == 0 ? mean : mean + sd * StandardNormal.quantile(probability)
    case .triangular(let low, let mode, let high):
      guard high > low else { return low }
      let rising = (mode - low) / (high - low)
      return probability <= rising
        ? low + (probability * (high - low) * (mode - low)).squareRoot()
        : high - ((1 - probability) * (high - low) * (high - mode)).squareRoot()
    }
  }

  public var mean: Double {
    switch shape {
    case .certain(let value): value
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .normal(let mean, _): mean
    case .uniform(let low, let high): (low + high) / 2
    }
  }

  public var variance: Double {
    switch shape {
    case .certain: 0
    case .triangular(let low, let mode, let high):
      ((high - low) * (high - low) + (mode - low) * (mode - high)) / 18
    case .normal(_, let sd): sd * sd
    case .uniform(let low, let high): (high - low) * (high - low) / 12
    }
  }

  /// Whether it can take one value only.
  public var isCertain: Bool { variance == 0 }

  /// The bounds with the same share of draws below and above, `level` of them within.
  /// - Parameter level: between 0 and 1; 0.9 leaves one draw in twenty on either side.
  public func centralInterval(_ level: Double) -> ClosedRange<Double> {
    precondition((0...1).contains(level), "a share is between 0 and 1")
    let low = quantile((1 - level) / 2)
    return low...max(low, quantile((1 + level) / 2))
  }

  /// One draw, from 64 random bits whatever the shape, so that streams stay in step when a shape changes.
  public func draw(using chance: inout some RandomNumberGenerator) -> Double { quantile(chance.openUniform()) }
}

/// Why numbers describe no distribution.
public enum DistributionError: Error, Equatable, Sendable, CustomStringConvertible {
  case notFinite
  case outOfOrder([Double])
  case negativeDeviation(Double)

  public var description: String {
    switch self {
    case .notFinite: "a distribution needs finite numbers"
    case .outOfOrder(let numbers):
      "\(numbers.map { "\($0)" }.joined(separator: ", ")) are out of order; give the lowest first"
    case .negativeDeviation(let sd): "a standard deviation of \(sd); give 0 or more"
    }
  }
}
