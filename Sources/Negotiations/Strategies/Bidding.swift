import Mathematics

/// How a party chooses what to offer; seats a fresh bidder at every negotiation.
///
/// A strategy of your own is a type that conforms to this, with a ``Bidder`` that remembers what it needs.
public protocol Bidding: Sendable {
  /// A party's bidder for one negotiation.
  func bidder(at seat: BiddingSeat) -> any Bidder
}

/// A way of bidding that looks for outcomes by their worth alone and so needs no list of them.
protocol BiddingByWorth: Bidding {}

/// What a party knows when it sits down: its own view and nothing of the others' preferences.
public struct BiddingSeat: Sendable {
  /// The party's number in the scenario.
  public let party: Int
  /// How many sit at the table.
  public let partyCount: Int
  /// What may be agreed.
  public let agenda: Agenda
  /// How the party sees every outcome.
  public let standpoint: Standpoint
  /// Chance for this party alone.
  public let chance: RandomStream
}

/// When a party has its turn.
public struct BiddingMoment: Sendable, Hashable {
  /// Counted from 1.
  public let round: Int
  /// The last round.
  public let deadline: Int
  /// The time that has gone by, from 0 in the first round to 1 at the deadline.
  public let time: Double
  /// What an outcome has to be worth to the party, undiscounted, to be no worse than no deal if it were agreed in
  /// this round.
  public let floor: Double
}

/// What a party would offer now, and what it would settle for.
public struct Bid: Sendable, Hashable {
  /// The code of the outcome it would offer.
  public let outcome: Int
  /// The worth, undiscounted, from which it prefers the outcome on the table to going on.
  public let aspiration: Double

  /// - Parameters:
  ///   - outcome: The code of the outcome the party would offer.
  ///   - aspiration: The undiscounted worth from which it would rather take what is on the table.
  public init(outcome: Int, aspiration: Double) {
    self.outcome = outcome
    self.aspiration = aspiration
  }
}

/// One party's mind during one negotiation.
public protocol Bidder: AnyObject {
  /// Whether it wants to be told what the others do. A constant of the bidder.
  var isListening: Bool { get }

  /// What it would offer now; nil to leave the table. Asked once at each of the party's turns, before it answers the
  /// outcome on the table.
  ///
  /// A protocol takes an offer below the moment's floor, or of no outcome, as leaving.
  func bid(at moment: BiddingMoment) -> Bid?

  /// Its bid was put on the table.
  func didOffer(_ outcome: Int)

  /// Another party has done something. Told only to who is listening.
  func hear(_ act: NegotiationRun.Act, at time: Double)
}

extension Bidder {
  /// Hears nothing.
  public var isListening: Bool { false }
  /// Nothing to remember.
  public func didOffer(_ outcome: Int) {}
  /// Nothing to learn.
  public func hear(_ act: NegotiationRun.Act, at time: Double) {}
}
