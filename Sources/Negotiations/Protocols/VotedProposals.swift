import Mathematics

/// Parties propose in turn, and all others vote on each proposal; it is a deal if the acceptance rule is met.
///
/// With ``DealBinding/consenting`` a coalition may close without a holdout: it takes the deal alone. A party that
/// leaves votes for nothing any more; when those who are left could not meet the rule even together, there is no
/// deal.
///
/// Source of proposing in turn under a majority rule: Baron & Ferejohn (1989), Bargaining in legislatures, American
/// Political Science Review 83, 1181–1206; here parties propose in the scenario's order.
public struct VotedProposals: NegotiationProtocol {
  /// The number of rounds, in each of which everybody proposes once.
  public let deadline: Int
  /// One for each party.
  public let strategies: [NegotiationStrategy]
  /// Whose acceptance makes a deal.
  public let rule: AcceptanceRule
  /// Whom the deal binds.
  public let binding: DealBinding
  /// What the clock shows in which round.
  public let clock: NegotiationClock

  /// - Parameters:
  ///   - deadline: The number of rounds, at least one.
  ///   - strategies: One for each party, in the scenario's order.
  ///   - rule: Whose acceptance makes a deal.
  ///   - binding: Whom the deal binds.
  ///   - clock: What the clock shows in which round.
  /// - Throws: ``NegotiationError/deadline(_:)``.
  public init(
    deadline: Int, strategies: [NegotiationStrategy], rule: AcceptanceRule, binding: DealBinding,
    clock: NegotiationClock = .toTheEnd
  ) throws(NegotiationError) {
    guard deadline >= 1 else { throw .deadline(deadline) }
    self.deadline = deadline
    self.strategies = strategies
    self.rule = rule
    self.binding = binding
    self.clock = clock
  }

  /// - Parameters:
  ///   - table: What is negotiated.
  ///   - chance: Where chance comes from.
  ///   - isTraced: Whether every act is kept.
  /// - Returns: How it went.
  /// - Throws: ``NegotiationError/strategyCount(_:parties:)`` or ``NegotiationError/voteCount(_:parties:)``.
  public func run(
    on table: BargainingTable, chance: RandomStream, isTraced: Bool = false
  ) throws(NegotiationError) -> NegotiationRun {
    try rule.check(for: table.partyCount)
    var delegates = try Delegates(strategies, at: table, chance: chance)
    let parties = 0..<table.partyCount
    var isPresent = [Bool](repeating: true, count: parties.count)
    var acts: [NegotiationRun.Act] = []
    var turns = 0
    func ended(_ ending: NegotiationRun.Ending, _ round: Int) -> NegotiationRun {
      NegotiationRun(ending, rounds: round, turns: turns, acts: acts, on: table)
    }
    for round in 1...deadline {
      let time = clock.time(in: round, of: deadline)
      for proposer in parties where isPresent[proposer] {
        turns += 1
        let moment = delegates.moment(for: proposer, round: round, deadline: deadline, time: time)
        guard let offer = delegates.bid(of: proposer, at: moment)?.outcome else {
          if isTraced { acts.append(.init(round, proposer, .leaves, nil)) }
          isPresent[proposer] = false
          if !rule.isMet(by: isPresent) { return ended(.walkAway(party: proposer), round) }
          continue
        }
        delegates.bidders[proposer].didOffer(offer)
        let proposal = NegotiationRun.Act(round, proposer, .proposes, offer)
        if isTraced { acts.append(proposal) }
        delegates.tell(proposal, at: time)
        var isAccepting = parties.map { $0 == proposer }
        for voter in parties where voter != proposer && isPresent[voter] {
          turns += 1
          let moment = delegates.moment(for: voter, round: round, deadline: deadline, time: time)
          // Who has nothing left to offer has nothing to accept either, and leaves at its own turn.
          if let bid = delegates.bid(of: voter, at: moment) {
            isAccepting[voter] = delegates.judges[voter].accepts(offer, insteadOf: bid, at: moment)
          }
          let vote = NegotiationRun.Act(round, voter, isAccepting[voter] ? .accepts : .rejects, offer)
          if isTraced { acts.append(vote) }
          delegates.tell(vote, at: time)
        }
        if rule.isMet(by: isAccepting) {
          let members = binding.members(accepting: isAccepting)
          return ended(.agreement(.init(outcome: offer, round: round, members: members)), round)
        }
      }
    }
    return ended(.deadline, deadline)
  }
}
