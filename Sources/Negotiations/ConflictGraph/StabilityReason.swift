/// Why a decision maker stays in a state, or does not: what would follow each of its improvements.
public struct StabilityReason: Hashable, Sendable {
  /// An improvement and the worst that others can make of it.
  public struct Prospect: Hashable, Sendable {
    /// The move to a better state.
    public let improvement: ConflictMove
    /// The moves of the others that leave the decision maker worst off; empty if they cannot move, or under Nash's
    /// concept, where nobody looks so far.
    public let sanction: [ConflictMove]
    /// What the decision maker does then, where the concept lets it answer and it would be better off than where it
    /// ended.
    public let retort: ConflictMove?
    /// Whether this ends no better for the decision maker than to stay, so that it does not set out.
    public let isDeterred: Bool
  }

  /// What the decision maker expects of the others.
  public let concept: StabilityConcept
  /// The number of the decision maker.
  public let decisionMaker: Int
  /// The state it stays in or leaves.
  public let state: Int
  /// One for each improvement, by ascending state; none where there is no better state to move to.
  public let prospects: [Prospect]
  /// Whether the decision maker stays: no improvement is left that nothing deters.
  public var isStable: Bool { prospects.allSatisfy(\.isDeterred) }
}

extension Conflict {
  /// Why decision maker number `maker` stays in `state`, or does not.
  ///
  ///     let reason = try dilemma.reason(of: 0, at: 0, .sequential)
  ///     reason.prospects[0].improvement  // A defects …
  ///     reason.prospects[0].sanction     // … then B defects: no better than to stay, so A stays
  ///
  /// Of several sanctions the one that leaves least is told; of equals the one of fewest moves.
  ///
  /// - Parameters:
  ///   - maker: The number of the decision maker.
  ///   - state: Where it is.
  ///   - concept: What it expects of others.
  ///   - reach: How far the others move together.
  /// - Throws: ``ConflictError/tooManyDecisionMakers(_:limit:)`` as
  ///   ``stability(sanctions:concepts:)`` does.
  /// - Complexity: For each improvement one search through the states the others can reach.
  public func reason(
    of maker: Int, at state: Int, _ concept: StabilityConcept, sanctions reach: SanctionReach = .legalSequences
  ) throws(ConflictError) -> StabilityReason {
    try check(reach)
    let stay = level(of: state, for: maker)
    let prospects = improvements(of: maker, from: state).map { improved in
      let improvement = ConflictMove(decisionMaker: maker, from: state, to: improved)
      guard concept != .nash else {
        return StabilityReason.Prospect(improvement: improvement, sanction: [], retort: nil, isDeterred: false)
      }
      let sequences = opponentSequences(of: maker, from: improved, improving: concept.isCredible, reach)
      var worst: (level: Int, state: Int, retort: ConflictMove?)?
      for reached in sequences.states {
        let own = level(of: reached, for: maker)
        var end = (level: own, state: reached, retort: ConflictMove?.none)
        if concept.isSymmetric {
          for answer in graph.moves(of: maker, from: reached) where level(of: answer, for: maker) > end.level {
            end.level = level(of: answer, for: maker)
            end.retort = ConflictMove(decisionMaker: maker, from: reached, to: answer)
          }
        }
        if worst.map({ end.level < $0.level }) ?? true { worst = end }
      }
      return StabilityReason.Prospect(
        improvement: improvement, sanction: worst.flatMap { sequences.path(to: $0.state) } ?? [],
        retort: worst?.retort, isDeterred: worst.map { $0.level <= stay } ?? false)
    }
    return StabilityReason(concept: concept, decisionMaker: maker, state: state, prospects: prospects)
  }

  /// What the opponents of `maker` can bring about from `state`.
  func opponentSequences(
    of maker: Int, from state: Int, improving: Bool, _ reach: SanctionReach
  ) -> MoveSequences {
    MoveSequences(among: graph.stateCount, from: state, by: graph.decisionMakers.indices.filter { $0 != maker }, reach)
    {
      improving ? improvements(of: $0, from: $1) : graph.moves(of: $0, from: $1)
    }
  }

  func check(_ reach: SanctionReach) throws(ConflictError) {
    if reach == .eachOpponentOnce, graph.decisionMakers.count > Self.onceLimit {
      throw .tooManyDecisionMakers(graph.decisionMakers.count, limit: Self.onceLimit)
    }
  }
}
