/// How one negotiation went.
public struct NegotiationRun: Sendable, Hashable {
  /// What a party did.
  public enum Deed: String, Sendable, Hashable, CaseIterable {
    /// Put an outcome on the table.
    case proposes
    /// Put an outcome on the table that gives the others more than its last one.
    case concedes
    /// Would sign the outcome on the table.
    case accepts
    /// Would not.
    case rejects
    /// Has nothing more to offer and keeps to its last proposal.
    case insists
    /// Left the table.
    case leaves
  }

  /// One act of one party.
  public struct Act: Sendable, Hashable {
    /// Counted from 1.
    public let round: Int
    /// The party's number in the scenario; nil for a mediator.
    public let party: Int?
    /// What it did.
    public let deed: Deed
    /// The code of the outcome that was proposed, accepted or rejected; nil for who leaves.
    public let outcome: Int?

    /// - Parameters:
    ///   - round: Counted from 1.
    ///   - party: The party's number in the scenario; nil for a mediator.
    ///   - deed: What it did.
    ///   - outcome: The code of the outcome that was proposed, accepted or rejected.
    public init(_ round: Int, _ party: Int?, _ deed: Deed, _ outcome: Int?) {
      self.round = round
      self.party = party
      self.deed = deed
      self.outcome = outcome
    }
  }

  /// A deal, and whom it binds.
  public struct Deal: Sendable, Hashable {
    /// The code of the outcome.
    public let outcome: Int
    /// Counted from 1.
    public let round: Int
    /// The numbers of the parties bound by it, ascending; the others have what they have without a deal.
    public let members: [Int]

    /// - Parameters:
    ///   - outcome: The code of the outcome.
    ///   - round: Counted from 1.
    ///   - members: The numbers of the parties bound by it, ascending.
    public init(outcome: Int, round: Int, members: [Int]) {
      self.outcome = outcome
      self.round = round
      self.members = members
    }
  }

  /// Why it is over.
  public enum Ending: Sendable, Hashable {
    /// There is a deal.
    case agreement(Deal)
    /// The last round went by without one.
    case deadline
    /// A party left.
    case walkAway(party: Int)
    /// Nobody can concede any more, and no proposal suits all.
    case deadlock
    /// No outcome gives every party what it has without a deal.
    case noZone
  }

  /// Why it is over.
  public let ending: Ending
  /// The round in which it ended, counted from 1; 0 if it never began.
  public let rounds: Int
  /// How often a party had its turn.
  public let turns: Int
  /// What each party has in the end: its reservation, and the deal's gain over that, discounted for the rounds waited.
  public let worths: [Double]
  /// Everything that was done, in order; empty for a run that was not traced.
  public let acts: [Act]

  /// The deal, if there is one.
  public var deal: Deal? {
    if case .agreement(let deal) = ending { deal } else { nil }
  }

  /// A run of rules of your own; what each party has in the end follows from the ending.
  ///
  /// - Parameters:
  ///   - ending: Why it is over; a deal's outcome and members are codes and parties of the table.
  ///   - rounds: The round in which it ended.
  ///   - turns: How often a party had its turn.
  ///   - acts: Everything that was done, in order.
  ///   - table: What was negotiated.
  ///   - isWaitingCostly: Whether a deal is discounted for the rounds it took.
  public init(
    _ ending: Ending, rounds: Int, turns: Int, acts: [Act], on table: BargainingTable, isWaitingCostly: Bool = true
  ) {
    self.ending = ending
    self.rounds = rounds
    self.turns = turns
    self.acts = acts
    var worths = table.reservations
    if case .agreement(let deal) = ending {
      for party in deal.members {
        let standpoint = table.standpoints[party]
        let round = isWaitingCostly ? deal.round : 1
        worths[party] = Discounting.worth(of: deal.outcome, to: standpoint, in: round)
      }
    }
    self.worths = worths
  }
}
