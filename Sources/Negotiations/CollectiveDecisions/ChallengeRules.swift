/// The assumptions of the challenge model, each of which can be set.
public struct ChallengeRules: Hashable, Sendable {
  /// How likely each option is to prevail, given how likely it is to beat each other one.
  public enum Election: Hashable, Sendable, CaseIterable {
    /// In proportion to the chance of beating all others one after the other.
    case conditional
    /// The share of time each option leads if the leader is challenged by every option equally often.
    case markovUniform
    /// The same where an option is challenged more often the more support and success a challenger has.
    case markovIncentive
  }

  /// Whether a third party that joins a contest moves to the winner's position.
  public enum Commitment: Hashable, Sendable, CaseIterable {
    /// It keeps its position whoever wins.
    case none
    /// It moves if the side it joined loses.
    case half
    /// It moves whoever wins.
    case full
  }

  /// How attitudes to risk are spread between the party likeliest to prevail and the least likely.
  public enum RiskRange: Hashable, Sendable, CaseIterable {
    /// From 0, neutral, to 1.
    case fromNeutral
    /// From −1/2 to 1.
    case middle
    /// From −1 to 1.
    case full
  }

  /// How votes are cast in contests and elections; whole votes shrink where worths differ by less than 1e-8.
  public var vote = DecisionVote.proportional
  /// The power to which the supports of two sides are raised before they are compared in elections, 1 or more.
  public var victoryExponent = 1
  /// How likely each option is to prevail.
  public var election = Election.conditional
  /// What joining a contest binds a third party to.
  public var commitment = Commitment.half
  /// How risk attitudes are spread.
  public var riskRange = RiskRange.middle
  /// How much of another's own attitude to risk a party sees, in 0...1; the rest it takes from itself.
  public var insight = 1.0 / 3
  /// The power of saliences and chances in a bargain: with 1 or more, larger means the weaker side gives way sooner.
  public var bargainExponent = 2
  /// The gain above which a party challenges, in worths that run from 0 to 1.
  public var leastGain = 1e-5
  /// Play ends when all moves of a turn together are below this part of those of the first turn.
  public var stillness = 0.02
  /// The most turns that are played, 1 or more.
  public var turnLimit = 100

  /// The customary assumptions.
  public init() {}

  func check() throws(DecisionError) {
    guard victoryExponent >= 1 else {
      throw .option("the victory exponent", Double(victoryExponent), wanted: "1 or more")
    }
    guard bargainExponent >= 1 else {
      throw .option("the bargain exponent", Double(bargainExponent), wanted: "1 or more")
    }
    guard (0...1).contains(insight) else { throw .option("the insight", insight, wanted: "a number from 0 to 1") }
    guard leastGain >= 0, leastGain.isFinite else {
      throw .option("the least gain", leastGain, wanted: "a finite number, 0 or more")
    }
    guard stillness >= 0, stillness.isFinite else {
      throw .option("the stillness", stillness, wanted: "a finite number, 0 or more")
    }
    guard turnLimit >= 1 else { throw .option("the turn limit", Double(turnLimit), wanted: "1 or more") }
  }
}
