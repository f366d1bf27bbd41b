import Mathematics

/// Parties take turns: each accepts the offer on the table, or rejects it and puts its own there.
///
/// An offer is a deal once all the others have accepted it, one after the other: two parties alternate as in
/// Rubinstein (1982), and more of them stack their offers. Every round gives each party one turn, in the order of the
/// scenario; in the first turn there is nothing to answer.
///
/// A party leaves when even its best outcome has become worth less than no deal, or when its strategy says so; then
/// there is no deal for anybody.
///
/// Source: Aydoğan, Festen, Hindriks & Jonker (2017), Alternating offers protocols for multilateral negotiation,
/// Modern Approaches to Agent-based Complex Automated Negotiation, 153–167.
public struct AlternatingOffers: NegotiationProtocol {
  /// The number of rounds.
  public let deadline: Int
  /// One for each party.
  public let strategies: [NegotiationStrategy]
  /// What the clock shows in which round.
  public let clock: NegotiationClock

  /// - Parameters:
  ///   - deadline: The number of rounds, at least one.
  ///   - strategies: One for each party, in the scenario's order.
  ///   - clock: What the clock shows in which round.
  /// - Throws: ``NegotiationError/deadline(_:)``.
  public init(
    deadline: Int, strategies: [NegotiationStrategy], clock: NegotiationClock = .toTheEnd
  ) throws(NegotiationError) {
    guard deadline >= 1 else { throw .deadline(deadline) }
    self.deadline = deadline
    self.strategies = strategies
    self.clock = clock
  }

  /// - Parameters:
  ///   - table: What is negotiated.
  ///   - chance: Where chance comes from; each party has a stream of its own.
  ///   - isTraced: Whether every act is kept.
  /// - Returns: How it went.
  /// - Throws: ``NegotiationError/strategyCount(_:parties:)``.
  public func run(
    on table: BargainingTable, chance: RandomStream, isTraced: Bool = false
  ) throws(NegotiationError) -> NegotiationRun {
    var delegates = try Delegates(strategies, at: table, chance: chance)
    var acts: [NegotiationRun.Act] = []
    var turns = 0
    var offer = -1
    var acceptances = 0
    let needed = table.partyCount - 1
    func ended(_ ending: NegotiationRun.Ending, _ round: Int) -> NegotiationRun {
      NegotiationRun(ending, rounds: round, turns: turns, acts: acts, on: table)
    }
    for round in 1...deadline {
      let time = clock.time(in: round, of: deadline)
      for party in 0...needed {
        turns += 1
        let moment = delegates.moment(for: party, round: round, deadline: deadline, time: time)
        guard let bid = delegates.bid(of: party, at: moment) else {
          if isTraced { acts.append(.init(round, party, .leaves, nil)) }
          return ended(.walkAway(party: party), round)
        }
        if offer >= 0 {
          let isAccepted = delegates.judges[party].accepts(offer, insteadOf: bid, at: moment)
          let act = NegotiationRun.Act(round, party, isAccepted ? .accepts : .rejects, offer)
          if isTraced { acts.append(act) }
          delegates.tell(act, at: time)
          if isAccepted {
            acceptances += 1
            guard acceptances < needed else {
              return ended(.agreement(.init(outcome: offer, round: round, members: Array(0...needed))), round)
            }
            continue
          }
        }
        offer = bid.outcome
        acceptances = 0
        delegates.bidders[party].didOffer(offer)
        let act = NegotiationRun.Act(round, party, .proposes, offer)
        if isTraced { acts.append(act) }
        delegates.tell(act, at: time)
      }
    }
    return ended(.deadline, deadline)
  }
}
