/// The straight line y = intercept + slope·x nearest to some points, by least squares in y.
///
///     FittedLine(x: [0, 1, 2], y: [1, 3, 5])?.slope  // 2
public struct FittedLine: Sendable, Equatable, Codable {
  public let slope: Double
  public let intercept: Double
  /// The part of the variance of y that the line explains, 0 to 1; 1 where y does not vary.
  public let rSquared: Double
  /// The number of points.
  public let count: Int

  /// None for fewer than two points, for points above one another, and for what is not finite.
  /// - Precondition: as many y as x.
  public init?(x: [Double], y: [Double]) {
    precondition(x.count == y.count, "a line is fitted to pairs")
    guard x.count >= 2, (x + y).allSatisfy(\.isFinite) else { return nil }
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let spread = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let common = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let height = y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
    // Equal numbers have a mean that may differ from them in the last digit.
    guard spread > 1e-28 * count * meanX * meanX, spread > 0 else { return nil }
    slope = common / spread
    intercept = meanY - slope * meanX
    rSquared = height > 1e-28 * count * meanY * meanY ? min(1, common * common / (spread * height)) : 1
    self.count = x.count
  }
}
