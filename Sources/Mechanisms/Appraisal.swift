import CollectiveAction

/// What one mechanism would do in one dilemma under given circumstances.
///
/// Money is in the dilemma's currency per year; a gain is what is saved compared with every player acting alone.
/// Where no agreement forms (``isFormed``), nobody gains or pays anything, and the other figures describe
/// the coalition that came nearest, ``attempted``.
public struct Appraisal: Sendable, Equatable {
  public let mechanism: Mechanism
  /// The players' names, in the dilemma's order, which all lists of this type follow.
  public let players: [String]
  /// Who joins; empty when no agreement forms.
  public let members: Coalition
  /// The members, or when nothing forms the coalition with most to gain.
  public let attempted: Coalition
  /// Those of the attempted coalition who would lose by joining, and how much; none when an agreement forms.
  public let refusals: [Refusal]
  /// The probability a year that a breach is seen.
  public let detection: Double
  /// The probability that each part goes well, and all of them.
  public let success: Success
  /// What each player gains if the agreement is made and kept, after the authority's ignorance and with what it is
  /// given from above, before transfers and costs.
  public let gainsIfKept: [Double]
  /// What each player is given from above if the agreement is made and kept, part of ``gainsIfKept``.
  public let grantsIfKept: [Double]
  /// The contributions that the agreement of the attempted coalition governs, the stake that transaction costs are a
  /// share of.
  public let stake: Double
  /// What is left of the ``stake`` to the members themselves, after matching from above.
  public let ownStake: Double
  public let transactionCost: TransactionCost
  /// What each member's loss of decision rights is worth to it.
  public let autonomyCosts: [Double]
  /// What each member receives when the agreement is kept, negative when it pays; they add up to zero.
  public let transfers: [Double]
  /// Each player's expected gain after transfers, transaction and autonomy costs.
  public let netGains: [Double]
  /// The region's expected net gain if the attempted coalition acted; below zero where it had better not.
  public let prospectiveNetGain: Double

  /// Whether the mechanism comes about at all.
  public var isFormed: Bool { !members.isEmpty }
  /// The region's expected net gain, the sum of ``netGains``.
  public var expectedNetGain: Double { isFormed ? prospectiveNetGain : 0 }
  /// What the upper level expects to pay, in matching and rewards.
  public var outlayFromAbove: Double { isFormed ? success.all * grantsIfKept.reduce(0, +) : 0 }
  /// The region's expected net gain when what the upper level pays is counted against it.
  public var expectedNetGainLessOutlay: Double { expectedNetGain - outlayFromAbove }
  /// What all players gain if the agreement is made and kept.
  public var gainIfKept: Double { gainsIfKept.reduce(0, +) }
  /// What the players outside gain if the agreement is made and kept.
  public var outsidersGain: Double {
    gainsIfKept.indices.reduce(0) { attempted.contains($1) ? $0 : $0 + gainsIfKept[$1] }
  }
  public var autonomyCost: Double { autonomyCosts.reduce(0, +) }
  /// The probability that the agreement is not made or not kept.
  public var risk: Double { 1 - success.all }
}

/// A player that would lose by joining.
public struct Refusal: Sendable, Equatable, Codable {
  public let player: Int
  /// What it would lose a year, above zero.
  public let loss: Double
}

/// The probabilities that an agreement overcomes the three risks of cooperation (Feiock 2013).
public struct Success: Sendable, Equatable, Codable {
  /// That members believe enough in one another to start.
  public let coordination: Double
  /// That they agree who gets what.
  public let division: Double
  /// That none of them breaks it.
  public let defection: Double

  /// That all three go well, taken as independent (own form).
  public var all: Double { coordination * division * defection }
}

/// What cooperating costs a year, by kind.
public struct TransactionCost: Sendable, Equatable, Codable {
  /// The links that must be kept: 1 between two, k with a hub, k(k − 1)/2 without; a third party
  /// outside the agreement spares the part of the difference that it sees of breaches, a lubricant its effect (own form).
  public let links: Double
  public let search: Double
  public let bargaining: Double
  public let monitoring: Double
  public let enforcement: Double
  public let agency: Double

  public var total: Double { search + bargaining + monitoring + enforcement + agency }
}
