/// A number worked out from draws, and how far another set of draws may move it.
///
/// The standard error is that of independent draws; over a scrambled Sobol sequence it is an upper bound in all but
/// odd cases. Where all draws agree it is 0, which proves little: what happens in one of n/3 draws is missed by n
/// draws one time in twenty.
public struct SampledFigure: Sendable, Equatable {
  public let value: Double
  public let standardError: Double

  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }

  /// The mean of `numbers`, of which there is at least one.
  init(meanOf numbers: some Collection<Double>) {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init(value: mean, standardError: count > 1 ? (squares / (count - 1) / count).squareRoot() : 0)
  }
}
