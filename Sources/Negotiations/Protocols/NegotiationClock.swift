/// What the clock shows in which round.
public enum NegotiationClock: Sendable, Hashable {
  /// (round − 1) / (deadline − 1): 0 in the first round and 1 in the last; 1 if there is only one.
  case toTheEnd
  /// round / (deadline + 1): the last round comes just before time is up.
  case withinTime

  /// The time in a round.
  public func time(in round: Int, of deadline: Int) -> Double {
    switch self {
    case .toTheEnd: deadline == 1 ? 1 : Double(round - 1) / Double(deadline - 1)
    case .withinTime: Double(round) / Double(deadline + 1)
    }
  }
}
