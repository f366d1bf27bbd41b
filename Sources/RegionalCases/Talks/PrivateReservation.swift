/// What no deal is worth to a party, as far as somebody knows who is not that party: a range, or a few worths with
/// their chances.
public enum PrivateReservation: Hashable, Sendable {
  /// One worth, and how likely it is.
  public struct Chance: Hashable, Sendable {
    public let worth: Double
    /// Above 0 and at most 1.
    public let chance: Double
  }

  /// Every worth between the two is as likely.
  case uniform(ClosedRange<Double>)
  /// Worths with chances that sum to 1, the smallest worth first.
  case few([Chance])

  /// What it is worth on average.
  public var mean: Double {
    switch self {
    case .uniform(let range): range.lowerBound + (range.upperBound - range.lowerBound) / 2
    case .few(let chances): chances.reduce(0) { $0 + $1.worth * $1.chance }
    }
  }

  /// The least and the most that it can be.
  public var range: ClosedRange<Double> {
    switch self {
    case .uniform(let range): range
    case .few(let chances): (chances.first?.worth ?? 0)...(chances.last?.worth ?? 0)
    }
  }

  /// The worth below which a share of all chance lies.
  ///
  /// - Parameter share: From 0 to 1.
  /// - Returns: A worth within ``range``.
  public func worth(atShare share: Double) -> Double {
    precondition((0...1).contains(share), "a share from 0 to 1")
    switch self {
    case .uniform(let range): return range.lowerBound + (range.upperBound - range.lowerBound) * share
    case .few(let chances):
      var below = 0.0
      for chance in chances {
        below += chance.chance
        if share < below { return chance.worth }
      }
      return chances.last?.worth ?? 0
    }
  }
}
