import Mathematics

/// In every round all parties bid at once, under seal; then each answers every bid, having seen none when it made its
/// own.
///
/// A bid is agreed if the acceptance rule is met. Of several the one that most parties accept is taken, of equally
/// many the one of the party whose turn it is to come first: the first party in the first round, the second in the
/// second, and so on around.
public struct SimultaneousBids: NegotiationProtocol {
  /// The number of rounds.
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
    deadline: Int, strategies: [NegotiationStrategy], rule: AcceptanceRule = .unanimity,
    binding: DealBinding = .consenting, clock: NegotiationClock = .toTheEnd
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
      let moments = parties.map { delegates.moment(for: $0, round: round, deadline: deadline, time: time) }
      var bids = [Bid?](repeating: nil, count: parties.count)
      for party in parties where isPresent[party] {
        turns += 1
        bids[party] = delegates.bid(of: party, at: moments[party])
        if bids[party] == nil {
          if isTraced { acts.append(.init(round, party, .leaves, nil)) }
          isPresent[party] = false
          if !rule.isMet(by: isPresent) { return ended(.walkAway(party: party), round) }
        }
      }
      for party in parties {
        guard let bid = bids[party] else { continue }
        delegates.bidders[party].didOffer(bid.outcome)
        let act = NegotiationRun.Act(round, party, .proposes, bid.outcome)
        if isTraced { acts.append(act) }
        delegates.tell(act, at: time)
      }
      var chosen: (outcome: Int, accepting: [Bool], count: Int)?
      for author in parties.map({ ($0 + round - 1) % parties.count }) {
        guard let outcome = bids[author]?.outcome else { continue }
        var isAccepting = parties.map { $0 == author }
        for party in parties where party != author {
          guard let own = bids[party] else { continue }
          isAccepting[party] = delegates.judges[party].accepts(outcome, insteadOf: own, at: moments[party])
          let act = NegotiationRun.Act(round, party, isAccepting[party] ? .accepts : .rejects, outcome)
          if isTraced { acts.append(act) }
          delegates.tell(act, at: time)
        }
        let count = isAccepting.count(where: \.self)
        if rule.isMet(by: isAccepting), chosen.map({ count > $0.count }) ?? true {
          chosen = (outcome, isAccepting, count)
        }
      }
      if let chosen {
        let members = binding.members(accepting: chosen.accepting)
        return ended(.agreement(.init(outcome: chosen.outcome, round: round, members: members)), round)
      }
    }
    return ended(.deadline, deadline)
  }
}
