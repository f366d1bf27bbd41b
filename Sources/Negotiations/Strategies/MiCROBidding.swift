import Mathematics

/// Goes down its own ranking one outcome at a time, and only when every other party has made as many different offers.
///
/// It needs no clock and no model of the others, and cannot be drawn down faster than they come: the minimal
/// concession in reply to offers. An acceptance counts as an offer of what was accepted. It settles for the last
/// outcome it has come down to.
///
/// Source: de Jonge (2022), An analysis of the linear bilateral ANAC domains using the MiCRO benchmark strategy,
/// IJCAI-22, 223–229, for two parties.
public struct MiCROBidding: Bidding, Hashable {
  /// What it offers while it does not concede.
  public enum Repetition: Hashable, Sendable {
    /// The last outcome it has come down to: of its offers the best for the others, if their interests are opposed.
    case last
    /// One of its earlier offers by chance, as in the source.
    case chance
  }

  /// What it offers while it does not concede.
  public let repetition: Repetition

  /// - Parameter repetition: What it offers while it does not concede.
  public init(repetition: Repetition = .last) { self.repetition = repetition }

  /// A fresh bidder of this kind.
  public func bidder(at seat: BiddingSeat) -> any Bidder { MiCROBidder(self, seat) }
}

private final class MiCROBidder: Bidder {
  private let rule: MiCROBidding
  private let standpoint: Standpoint
  private let party: Int
  private var chance: RandomStream
  /// How many different outcomes it has offered: the first places of its ranking.
  private var offered = 0
  /// The different outcomes that each party has offered or accepted.
  private var heard: [Set<Int>]
  /// The fewest that one of the others has.
  private var slowest = 0

  init(_ rule: MiCROBidding, _ seat: BiddingSeat) {
    self.rule = rule
    standpoint = seat.standpoint
    party = seat.party
    chance = seat.chance
    heard = Array(repeating: [], count: seat.partyCount)
  }

  var isListening: Bool { true }

  func bid(at moment: BiddingMoment) -> Bid? {
    guard standpoint.best >= moment.floor else { return nil }
    if offered <= slowest, offered < standpoint.outcomeCount, standpoint.worth(at: offered) >= moment.floor {
      return Bid(outcome: standpoint.outcome(at: offered), aspiration: standpoint.worth(at: offered))
    }
    // A discount may have carried the last offers below what no deal is worth.
    var last = offered - 1
    while standpoint.worth(at: last) < moment.floor { last -= 1 }
    let place = rule.repetition == .last ? last : Int.random(in: 0...last, using: &chance)
    return Bid(outcome: standpoint.outcome(at: place), aspiration: standpoint.worth(at: last))
  }

  func didOffer(_ outcome: Int) {
    if offered < standpoint.outcomeCount, standpoint.outcome(at: offered) == outcome { offered += 1 }
  }

  func hear(_ act: NegotiationRun.Act, at time: Double) {
    guard let other = act.party, let outcome = act.outcome, act.deed != .rejects else { return }
    guard heard[other].insert(outcome).inserted, heard[other].count == slowest + 1 else { return }
    slowest = heard.indices.reduce(.max) { $1 == party ? $0 : min($0, heard[$1].count) }
  }
}
