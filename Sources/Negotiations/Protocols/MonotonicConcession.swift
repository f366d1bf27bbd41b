import Mathematics

/// Every party proposes its best deal, and then the one that would lose least by giving in concedes, until a proposal
/// suits all.
///
/// A party's gain of an outcome is its worth less its reservation; only outcomes that leave nobody with a loss are
/// proposed. A proposal is agreed once it gives every party as much as the party's own. While there is none, each
/// party's risk is
///
///     (gain of its own proposal − its least gain of anybody's proposal) / gain of its own proposal,
///
/// or 1 if it gains nothing by its own: the chance of failure at which it would rather insist than take the worst for
/// itself (Zeuthen 1930). The one with the smallest risk concedes, the first of them in the scenario's order; if it
/// has no concession to make, the next smallest. Nobody's own worth ever rises again. The parties see each other's
/// preferences, and the time it takes costs nothing.
///
/// For two parties, conceding just enough for the other's turn ends at the largest product of gains there is: the
/// smaller risk is the smaller product (Harsanyi 1956), and each proposal stays at or above what its party has of the
/// largest product.
///
/// Sources: Zeuthen (1930), Problems of Monopoly and Economic Warfare; Rosenschein & Zlotkin (1994), Rules of
/// Encounter, ch. 3; for more than two parties Endriss (2006), Monotonic concession protocols for multilateral
/// negotiation, AAMAS-06, 392–399.
public struct MonotonicConcession: NegotiationProtocol, Hashable {
  /// How far a party goes when it concedes. Of the concessions that go so far it makes the one that costs itself
  /// least; of equal ones the best for the others by the kind's measure, then the smallest code.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    /// Just enough that another party's risk becomes smaller than its own; if nothing is enough, to where they are
    /// equal; if there is no such outcome either, ``least``. With more than two parties often nothing is enough, since
    /// what another risks hangs on the worst of all proposals.
    case sufficient
    /// As little as counts as a concession.
    case least
  }

  /// What counts as a concession.
  public let kind: Concession
  /// How far a party goes; nil for ``Step/sufficient`` between two parties and ``Step/least`` among more.
  public let step: Step?

  /// - Parameters:
  ///   - kind: What counts as a concession; for two parties all but the egocentric are the same.
  ///   - step: How far a party goes; nil for ``Step/sufficient`` between two parties and ``Step/least`` among more.
  public init(kind: Concession = .strong, step: Step? = nil) {
    self.kind = kind
    self.step = step
  }

  /// Each party's risk of insisting, from 0 to 1, when the proposals, one a party, are outcomes in the zone of
  /// agreement.
  public static func risks(of proposals: [Int], on table: BargainingTable) -> [Double] {
    precondition(proposals.count == table.partyCount, "a proposal of each party")
    return ConcessionState(proposals: proposals, on: table).risks
  }

  /// - Parameters:
  ///   - table: What is negotiated.
  ///   - chance: Not used; nothing is left to chance.
  ///   - isTraced: Whether every act is kept.
  /// - Returns: How it went; ended by ``NegotiationRun/Ending/noZone`` where every outcome leaves somebody with a
  ///   loss, by ``NegotiationRun/Ending/deadlock`` where no party has a concession of the kind left.
  /// - Complexity: O(parties × outcomes) and O(parties²) a round for least steps and, between two parties, for
  ///   sufficient ones; O(parties × outcomes) a round for sufficient steps among more.
  public func run(
    on table: BargainingTable, chance: RandomStream = RandomStream(seed: 0), isTraced: Bool = false
  ) -> NegotiationRun {
    let proposals = table.openings
    var acts: [NegotiationRun.Act] = []
    var turns = 0
    func ended(_ ending: NegotiationRun.Ending, _ round: Int) -> NegotiationRun {
      NegotiationRun(ending, rounds: round, turns: turns, acts: acts, on: table, isWaitingCostly: false)
    }
    guard !proposals.isEmpty else { return ended(.noZone, 0) }
    for (party, opening) in proposals.enumerated() {
      turns += 1
      if isTraced { acts.append(.init(1, party, .proposes, opening)) }
    }
    var state = ConcessionState(proposals: proposals, on: table)
    // Whether a party has a concession left hangs on its own last proposal alone: who has none now never will.
    var isSpent = [Bool](repeating: false, count: table.partyCount)
    let step = step ?? (table.partyCount == 2 ? .sufficient : .least)
    var round = 1
    while true {
      if let (author, outcome) = state.agreed {
        if isTraced {
          for party in proposals.indices where party != author { acts.append(.init(round, party, .accepts, outcome)) }
        }
        return ended(
          .agreement(.init(outcome: outcome, round: round, members: Array(proposals.indices))), round)
      }
      round += 1
      var hasMoved = false
      for party in state.order {
        turns += 1
        if !isSpent[party], let outcome = state.concession(of: party, kind: kind, step: step) {
          state.propose(outcome, by: party)
          if isTraced { acts.append(.init(round, party, .concedes, outcome)) }
          hasMoved = true
          break
        }
        isSpent[party] = true
        if isTraced { acts.append(.init(round, party, .insists, state.proposals[party])) }
      }
      if !hasMoved { return ended(.deadlock, round) }
    }
  }
}
