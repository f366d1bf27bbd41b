/// Which numbers a figure may be.
public struct FigureRange: Hashable, Sendable, CustomStringConvertible {
  /// The least that is allowed, if there is one.
  public let low: Double?
  /// The most that is allowed, if there is one.
  public let high: Double?
  /// Whether `low` itself is allowed.
  public let includesLow: Bool
  /// Whether `high` itself is allowed.
  public let includesHigh: Bool
  /// Whether only whole numbers are allowed.
  public let isWhole: Bool

  /// A range made in code; without bounds, every number.
  public init(
    low: Double? = nil, high: Double? = nil, includesLow: Bool = true, includesHigh: Bool = true,
    isWhole: Bool = false
  ) {
    self.low = low
    self.high = high
    self.includesLow = includesLow
    self.includesHigh = includesHigh
    self.isWhole = isWhole
  }

  /// Every number.
  public static let any = FigureRange()
  /// 0 to 1.
  public static let share = FigureRange(low: 0, high: 1)
  /// 0 to 0.99: a probability, or a weight of the future, that never is certainty.
  public static let nearlyOne = FigureRange(low: 0, high: 0.99)
  /// 0 and more.
  public static let atLeastZero = FigureRange(low: 0)
  /// More than 0.
  public static let positive = FigureRange(low: 0, includesLow: false)
  /// A whole number, 0 and more.
  public static let count = FigureRange(low: 0, isWhole: true)

  /// Whether `number` is in the range.
  public func contains(_ number: Double) -> Bool {
    if let low, includesLow ? number < low : number <= low { return false }
    if let high, includesHigh ? number > high : number >= high { return false }
    return !isWhole || number == number.rounded()
  }

  /// In words, to stand after "must be": `0 to 1`, `above 0`, `a whole number of at least 0`.
  public var description: String {
    let bounds =
      switch (low, high) {
      case (nil, nil): ""
      case (let low?, nil): (includesLow ? "at least " : "above ") + plain(low)
      case (nil, let high?): (includesHigh ? "at most " : "below ") + plain(high)
      case (let low?, let high?):
        if includesLow && includesHigh {
          "\(plain(low)) to \(plain(high))"
        } else {
          (includesLow ? "at least " : "above ") + plain(low) + " and " + (includesHigh ? "at most " : "below ")
            + plain(high)
        }
      }
    guard isWhole else { return bounds.isEmpty ? "a number" : bounds }
    return "a whole number" + (bounds.isEmpty ? "" : low != nil && high != nil ? ", \(bounds)" : " of \(bounds)")
  }
}

/// A number as an author would write it: no `.0` on a whole one.
func plain(_ number: Double) -> String {
  if number == number.rounded(), abs(number) < 1e16 { return String(Int64(number)) }
  return "\(number)"
}
