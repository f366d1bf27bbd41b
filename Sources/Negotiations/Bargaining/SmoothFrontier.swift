import Foundation

/// What two parties can have when the best for the second is a smooth or bent, but never hollow, curve over what the
/// first has.
///
///     // one million cubic metres: worth its amount to the first, twice the root of it to the second
///     let water = try SmoothFrontier(of: 0...1) { 2 * (1 - $0).squareRoot() }
///     try water.solution(.nash())?.worths  // 0.6667, 1.1547
///
/// Whatever lies below the curve can be had too.
public struct SmoothFrontier: Sendable {
  /// What the first party may have.
  public let range: ClosedRange<Double>
  /// What each of the two has without a deal.
  public let reservations: [Double]
  private let second: @Sendable (Double) -> Double

  /// A rule's choice on a curve.
  public struct Solution: Sendable, Equatable {
    public let rule: BargainingRule
    /// What the two parties have.
    public let worths: [Double]
    /// What they gain over having no deal.
    public let gains: [Double]
  }

  /// - Parameters:
  ///   - range: what the first party may have; more than one value.
  ///   - reservations: what each of the two has without a deal.
  ///   - second: the most the second can have then; finite and concave. It is looked at in 65 places.
  /// - Throws: ``NegotiationError/hollowFrontier(at:)`` when the curve is seen to be hollow,
  ///   ``NegotiationError/worth(party:at:_:)`` or ``NegotiationError/reservationCount(_:wanted:)``.
  public init(
    of range: ClosedRange<Double>, reservations: [Double] = [0, 0], second: @escaping @Sendable (Double) -> Double
  ) throws(NegotiationError) {
    guard reservations.count == 2 else { throw .reservationCount(reservations.count, wanted: 2) }
    for end in [range.lowerBound, range.upperBound] where !end.isFinite {
      throw .worth(party: "1", at: "an end of the range", end)
    }
    for (party, worth) in reservations.enumerated() where !worth.isFinite {
      throw .worth(party: "\(party + 1)", at: "no deal", worth)
    }
    let width = range.upperBound - range.lowerBound
    let places = (0...64).map { range.lowerBound + width * Double($0) / 64 }
    let values = places.map(second)
    for (place, value) in zip(places, values) where !value.isFinite {
      throw .worth(party: "2", at: "the frontier at \(place)", value)
    }
    let size = values.reduce(0) { max($0, abs($1)) }
    for index in 1..<64 where values[index] < (values[index - 1] + values[index + 1]) / 2 - 1e-12 * size {
      throw .hollowFrontier(at: places[index])
    }
    self.range = range
    self.reservations = reservations
    self.second = second
  }

  /// What a rule chooses; nil when no point of the curve gives both their reservations.
  ///
  /// Kalai–Smorodinsky, egalitarian and equal loss are found to the last digits; Nash and utilitarian, whose maximum
  /// is flat, to about eight.
  ///
  /// - Parameter rule: weights, if any, for two parties.
  /// - Returns: the point of the curve, or nil.
  /// - Throws: ``NegotiationError/weightCount(_:wanted:)`` or ``NegotiationError/weight(party:_:)``.
  public func solution(_ rule: BargainingRule) throws(NegotiationError) -> Solution? {
    let weights = try rule.weights(for: ["1", "2"])
    // To the left of its peak the curve is below what the second can have anyway.
    let peak = highest(in: range, second)
    let left = max(peak, reservations[0])
    guard left <= range.upperBound, second(left) >= reservations[1] else { return nil }
    let right = lastPlace(in: left...range.upperBound) { second($0) >= reservations[1] }
    let gain = { (x: Double) in (x - reservations[0], second(x) - reservations[1]) }
    let ideal = (gain(right).0, gain(left).1)
    let place: Double
    switch rule {
    case .nash:
      place = highest(in: left...right) { x in
        let (first, other) = gain(x)
        // Where one gains nothing the product is nothing, whatever rounding makes of the other.
        guard first > 0, other > 0 else { return -.infinity }
        return weights[0] * log(first) + weights[1] * log(other)
      }
    case .utilitarian:
      place = highest(in: left...right) { weights[0] * $0 + weights[1] * second($0) }
    case .kalaiSmorodinsky:
      // Multiplied out, so that a party that can gain nothing divides nothing.
      place = lastPlace(in: left...right) {
        gain($0).0 * ideal.1 * weights[1] <= gain($0).1 * ideal.0 * weights[0]
      }
    case .egalitarian:
      place = lastPlace(in: left...right) { gain($0).0 * weights[1] <= gain($0).1 * weights[0] }
    case .equalLoss:
      place = lastPlace(in: left...right) {
        (ideal.0 - gain($0).0) * weights[1] >= (ideal.1 - gain($0).1) * weights[0]
      }
    }
    let gains = gain(place)
    return Solution(rule: rule, worths: [place, second(place)], gains: [max(0, gains.0), max(0, gains.1)])
  }

  /// The last place at which `holds`, which holds up to some place only; the first if it holds nowhere.
  private func lastPlace(in range: ClosedRange<Double>, _ holds: (Double) -> Bool) -> Double {
    if holds(range.upperBound) { return range.upperBound }
    var (low, high) = (range.lowerBound, range.upperBound)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return low }
      if holds(middle) { low = middle } else { high = middle }
    }
  }

  /// Where a function that rises and then falls is highest, by golden sections (Kiefer 1953).
  private func highest(in range: ClosedRange<Double>, _ value: (Double) -> Double) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (range.lowerBound, range.upperBound)
    var inner = (high - ratio * (high - low), low + ratio * (high - low))
    var values = (value(inner.0), value(inner.1))
    for _ in 0..<100 where inner.0 < inner.1 {
      if values.0 >= values.1 {
        high = inner.1
        inner = (high - ratio * (high - low), inner.0)
        values = (value(inner.0), values.0)
      } else {
        low = inner.0
        inner = (inner.1, low + ratio * (high - low))
        values = (values.1, value(inner.1))
      }
    }
    // The ends themselves are never tried above.
    let tried = [range.lowerBound, low + (high - low) / 2, range.upperBound]
    let found = tried.map(value)
    return tried[found.firstIndex(of: found.max()!)!]
  }
}
