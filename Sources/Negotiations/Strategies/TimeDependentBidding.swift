#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Concedes with the clock alone: what the party asks for falls from its best outcome to its reservation.
///
/// At time t it asks for lowest + (highest − lowest) (1 − tᵉ) and offers the outcome that is worth least to it
/// among those worth as much, within rounding. An exponent e above 1 is called Boulware (it holds out), below 1
/// Conceder.
///
/// Source: Faratin, Sierra & Jennings (1998), Negotiation decision functions for autonomous agents, Robotics and
/// Autonomous Systems 24, 159–182, whose β is 1/e.
public struct TimeDependentBidding: BiddingByWorth, Hashable {
  /// The power of time; above zero.
  public let exponent: Double
  /// Where it begins: a share of the way from the reservation (0) to the best outcome (1).
  public let start: Double
  /// Where it ends, as such a share.
  public let end: Double

  /// - Parameters:
  ///   - exponent: The power of time, above zero and finite.
  ///   - start: Where it begins, from the reservation (0) to the best outcome (1).
  ///   - end: Where it ends, at most where it begins.
  public init(exponent: Double, start: Double = 1, end: Double = 0) {
    precondition(exponent > 0 && exponent.isFinite, "a power of time above zero")
    precondition(0 <= end && end <= start && start <= 1, "falling between 1 and 0")
    self.exponent = exponent
    self.start = start
    self.end = end
  }

  /// A fresh bidder of this kind.
  public func bidder(at seat: BiddingSeat) -> any Bidder { TimeDependentBidder(self, seat.standpoint) }

  /// What is left to concede at a time: 1 at the start, 0 at the end.
  ///
  /// The powers 1/4, 1/2, 1, 2 and 4 are worked out by roots and products, whose bits are the same on every machine.
  func remainder(at time: Double) -> Double {
    switch exponent {
    case 4: 1 - (time * time) * (time * time)
    case 1: 1 - time
    case 2: 1 - time * time
    case 0.5: 1 - time.squareRoot()
    case 0.25: 1 - time.squareRoot().squareRoot()
    default: 1 - pow(time, exponent)
    }
  }
}

private final class TimeDependentBidder: Bidder {
  private let rule: TimeDependentBidding
  private let standpoint: Standpoint

  init(_ rule: TimeDependentBidding, _ standpoint: Standpoint) {
    self.rule = rule
    self.standpoint = standpoint
  }

  func bid(at moment: BiddingMoment) -> Bid? {
    let best = standpoint.best
    guard best >= moment.floor else { return nil }
    let floor = max(moment.floor, standpoint.worst)
    let share = rule.end + (rule.start - rule.end) * rule.remainder(at: moment.time)
    guard let offer = standpoint.outcome(asking: floor + (best - floor) * share, floor: floor) else { return nil }
    return Bid(outcome: offer.outcome, aspiration: offer.worth)
  }
}
