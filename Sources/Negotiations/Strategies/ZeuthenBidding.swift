/// Concedes when it has the smallest risk of insisting, as in ``MonotonicConcession``: between two parties just enough
/// to hand the turn on, among more as little as counts.
///
/// Other strategies see their own worths alone; this one takes the others' to be known, or is told what it is to
/// assume of them. Until another has offered anything, its best outcome in the zone of agreement counts as its offer.
public struct ZeuthenBidding: Bidding {
  /// What counts as a concession.
  public let kind: Concession
  private let table: BargainingTable

  /// - Parameters:
  ///   - table: The table with everybody's preferences as the party knows or assumes them, its own among them; as
  ///     many parties and outcomes as at the table it will sit at.
  ///   - kind: What counts as a concession.
  public init(knowing table: BargainingTable, kind: Concession = .strong) {
    self.table = table
    self.kind = kind
  }

  /// A fresh bidder of this kind.
  public func bidder(at seat: BiddingSeat) -> any Bidder {
    precondition(
      table.partyCount == seat.partyCount && table.outcomeCount == seat.standpoint.outcomeCount,
      "as many parties and outcomes as at the table")
    return ZeuthenBidder(kind, table, seat)
  }
}

private final class ZeuthenBidder: Bidder {
  private let kind: Concession
  private let standpoint: Standpoint
  private let party: Int
  private let partyCount: Int
  /// Nil where the zone of agreement is empty.
  private var state: ConcessionState?
  private var hasOpened = false

  init(_ kind: Concession, _ table: BargainingTable, _ seat: BiddingSeat) {
    self.kind = kind
    party = seat.party
    partyCount = seat.partyCount
    standpoint = seat.standpoint
    let openings = table.openings
    state = openings.isEmpty ? nil : ConcessionState(proposals: openings, on: table)
  }

  var isListening: Bool { true }

  func hear(_ act: NegotiationRun.Act, at time: Double) {
    guard act.deed == .proposes, let party = act.party, let outcome = act.outcome else { return }
    state?.propose(outcome, by: party)
  }

  func bid(at moment: BiddingMoment) -> Bid? {
    guard let state else { return nil }
    var outcome = state.proposals[party]
    if hasOpened, state.order.first == party {
      let step: MonotonicConcession.Step = partyCount == 2 ? .sufficient : .least
      outcome = state.concession(of: party, kind: kind, step: step) ?? outcome
    }
    return Bid(outcome: outcome, aspiration: standpoint.worth(of: outcome))
  }

  func didOffer(_ outcome: Int) {
    hasOpened = true
    state?.propose(outcome, by: party)
  }
}
