/// How one party negotiates: how it bids, and when it accepts.
///
/// Source of the division: Baarslag, Hindriks, Hendrikx, Dirkzwager & Jonker (2014), Decoupling negotiating agents to
/// explore the space of negotiation strategies, Novel Insights in Agent-based Complex Automated Negotiation, 61–83.
public struct NegotiationStrategy: Sendable {
  /// What it is called in a summary.
  public let name: String
  /// How it bids.
  public let bidding: any Bidding
  /// When it accepts.
  public let acceptance: Acceptance

  /// - Parameters:
  ///   - name: What it is called in a summary.
  ///   - bidding: How it bids.
  ///   - acceptance: When it accepts.
  public init(_ name: String, bidding: any Bidding, acceptance: Acceptance = .next()) {
    self.name = name
    self.bidding = bidding
    self.acceptance = acceptance
  }

  /// Holds out and concedes close to the deadline: time to the power of 4.
  public static var boulware: NegotiationStrategy { .init("Boulware", bidding: TimeDependentBidding(exponent: 4)) }
  /// Concedes by the same amount every round.
  public static var linear: NegotiationStrategy { .init("linear", bidding: TimeDependentBidding(exponent: 1)) }
  /// Concedes early: time to the power of 1/4.
  public static var conceder: NegotiationStrategy { .init("Conceder", bidding: TimeDependentBidding(exponent: 0.25)) }
  /// Makes one new offer for every new offer of the others.
  public static var micro: NegotiationStrategy { .init("MiCRO", bidding: MiCROBidding()) }
  /// Concedes as much as the others, in proportion.
  public static var titForTat: NegotiationStrategy { .init("tit for tat", bidding: TitForTatBidding()) }
  /// Answers concessions towards a fair deal in kind, with a frequency model of the others.
  public static var niceTitForTat: NegotiationStrategy { .init("Nice tit for tat", bidding: NiceTitForTatBidding()) }
  /// Offers by chance.
  public static var random: NegotiationStrategy { .init("random", bidding: RandomBidding()) }
}
