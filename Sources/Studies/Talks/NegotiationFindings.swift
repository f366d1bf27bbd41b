/// What a negotiation may come to: the deals no other beats, the fair ones among them, and where bargaining lands.
///
/// Worths are each party's own points and never compared between parties.
public struct NegotiationFindings: Codable, Sendable, Equatable {
  /// A matter on the table.
  public struct Issue: Codable, Sendable, Equatable {
    public var name: String
    /// What it is called, by language.
    public var label: [String: String]
    /// What may be agreed about it, in order.
    public var options: [Option]
    /// In what its numbers are counted, by language; empty where they are choices or nothing is told.
    public var unit: [String: String]
  }

  /// Something that may be agreed.
  public struct Option: Codable, Sendable, Equatable {
    public var name: String
    public var label: [String: String]
  }

  /// A party at the table.
  public struct Party: Codable, Sendable, Equatable {
    public var name: String
    public var label: [String: String]
    /// What no deal is worth to it; where that is private, its mean.
    public var reservation: Double
    /// The least and the most that no deal may be worth to it where that is private; nil where it is known.
    public var reservationRange: [Double]?
    /// The most any deal is worth to it.
    public var best: Double
    /// The most it can have in a deal that nobody would refuse; nil where there is none.
    public var ideal: Double?
    /// How it bargains in the runs below.
    public var strategy: String
  }

  /// One package, and what it is worth to each party.
  public struct Deal: Codable, Sendable, Equatable {
    /// The number of the option of each issue.
    public var options: [Int]
    /// One for each party, in their order.
    public var worths: [Double]
  }

  /// The deals that a rule of fairness chooses.
  public struct Solution: Codable, Sendable, Equatable {
    /// `nash`, `kalaiSmorodinsky`, `egalitarian` or `utilitarian`.
    public var rule: String
    /// All that serve it equally well, at most 100 of them.
    public var deals: [Deal]
  }

  /// Where one protocol lands.
  public struct Landing: Codable, Sendable, Equatable {
    /// `alternatingOffers`, `monotonicConcession`, `singleText`, `simultaneousBids`, `votedProposals` or
    /// `bilateralTalks`.
    public var negotiationProtocol: String
    /// The deal; nil where they part without one.
    public var deal: Deal?
    /// How many rounds it took.
    public var rounds: Int
    /// How it ended, in a word: `agreement`, `deadline`, `walkedAway`, `deadlock` where nobody could concede any more, or
    /// `noZone` where no package suits all.
    public var ending: String
    /// For each party what its own offers are worth to it, round by round; nil where it made none. Nothing for a single
    /// text, which a mediator writes, for bilateral talks, which have packages of their own, nor for talks of more than some million offers and answers; and nothing after
    /// 10,000 rounds.
    public var concessions: [[Double?]]
    /// How far the deal stays below the frontier: the least share of every party's range that all could still gain; nil
    /// without a deal.
    public var leftOnTable: Double?
    /// What would be better for some and worse for nobody, the one that gives most to the party that it gives least; nil
    /// where nothing is, or without a deal.
    public var improvement: Deal?
    /// What the deal is worth to each party after the rounds that it waited for it; nil where waiting took nothing, or
    /// without a deal.
    public var worthsAfterWaiting: [Double]?
  }

  /// Many runs of the first protocol, in which chance draws the strategy of every party that none was told for,
  /// and every reservation that is private.
  public struct Series: Codable, Sendable, Equatable {
    public var runs: Int
    public var seed: UInt64
    /// The share of runs in which some package suits everyone; nil where no reservation is private, so that all runs are
    /// alike in this.
    public var zoneRate: Double?
    /// The share of runs that end in a deal.
    public var agreementRate: Double
    /// The mean worth for each party over all runs, no deal counted at its reservation in that run.
    public var meanWorths: [Double]
    public var standardErrors: [Double]
  }

  /// What stands in the way where no package is good enough for all.
  public struct Obstacle: Codable, Sendable, Equatable {
    /// The package that comes nearest to being good enough.
    public var nearest: Deal
    /// What each party would have to give up of its reservation to open it, in its own points.
    public var shortfalls: [Double]
    /// The parties that could open a zone alone, and by how much each would have to lower its reservation.
    public var alone: [NamedNumber]
  }

  /// The title by language.
  public var title: [String: String]
  public var issues: [Issue]
  public var parties: [Party]
  /// How many packages there are.
  public var outcomeCount: Double
  /// The packages nobody would refuse that no other beats, at most 1,000 of them; the first party's best first.
  public var frontier: [Deal]
  /// How many there are in all; packages that are worth the same to everyone count each.
  public var frontierCount: Int
  /// None where some package is good enough for all.
  public var obstacle: Obstacle?
  public var solutions: [Solution]
  /// Nothing where there are too many packages to bargain over in rounds.
  public var landings: [Landing]
  /// Nothing where no talks of two and two were tried.
  public var bilateral: BilateralFindings?
  public var series: Series?
}
