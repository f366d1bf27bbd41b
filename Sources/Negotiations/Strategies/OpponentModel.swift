/// What a party has learnt about another's preferences from its offers.
public protocol OpponentModel: Sendable {
  /// The other has offered these options, one an issue, at a time from 0 to 1.
  mutating func observe(_ options: [Int], at time: Double)

  /// The preferences it is taken to have, on a scale from about 0 to 1.
  var estimate: Preferences { get }
}
