import Mathematics

/// Which rankings of one decision maker would make it stay in a wanted state.
public struct InverseStability: Hashable, Sendable {
  /// One improvement that must be taken away or deterred.
  public struct Condition: Hashable, Sendable {
    /// The state the decision maker could move to.
    public let move: Int
    /// What deters it if it is better: the states of one of these groups all below the wanted state. No group holds
    /// another; without a group only the move itself can be made no improvement.
    public let sanctions: [[Int]]
  }

  /// The number of the decision maker.
  public let decisionMaker: Int
  /// The wanted state.
  public let state: Int
  /// What the decision maker expects of the others.
  public let concept: StabilityConcept
  /// For each of its moves that is not deterred whatever it prefers: the state moved to must be below the wanted one,
  /// or one of the groups must. All conditions together are what is needed, and enough.
  public let conditions: [Condition]
  /// The states that matter: where they lie against the wanted state decides.
  public let involved: [Int]
  /// The share of all strict rankings of the states that meet the conditions.
  public let share: Rational
  /// The number of states ranked.
  public let stateCount: Int

  /// The number of strict rankings that meet the conditions; nil beyond 20 states, whose rankings an `Int` does not
  /// count.
  public var rankingCount: Int? {
    guard stateCount <= 20 else { return nil }
    return (share * Rational((1...stateCount).reduce(1, *))).wholeNumber
  }
}

extension Conflict {
  /// The most states whose place against the wanted one is tried.
  static let involvedLimit = 20

  /// Which strict rankings of decision maker number `maker` would make it stay in `state`, the others' preferences as
  /// they are.
  ///
  /// Only which states lie below the wanted one matters: with b of m involved states below it, a share b!(m − b)!/(m
  /// + 1)! of all rankings has just these below.
  ///
  /// - Parameters:
  ///   - maker: The number of the decision maker whose own preferences are left open.
  ///   - state: The wanted state.
  ///   - concept: What it expects of the others.
  ///   - reach: How far the others move together.
  /// - Throws: ``ConflictError/tooManyInvolvedStates(_:limit:)`` where more than 20 states matter, and
  ///   ``ConflictError/tooManyDecisionMakers(_:limit:)``.
  /// - Complexity: O(2ᵐ · conditions) for m states that matter.
  ///
  /// Source: Kinsara, Kilgour & Hipel (2015), Inverse approach to the graph model for conflict resolution, IEEE Trans.
  /// Syst. Man Cybern. Syst. 45, 734–742; the share is counted here by sets, not by rankings.
  public func inverseStability(
    of maker: Int, at state: Int, _ concept: StabilityConcept, sanctions reach: SanctionReach = .legalSequences
  ) throws(ConflictError) -> InverseStability {
    try check(reach)
    var conditions: [InverseStability.Condition] = []
    for move in graph.moves(of: maker, from: state) {
      let groups = sanctionGroups(of: maker, after: move, wanting: state, concept, reach)
      if groups.first?.isEmpty != true { conditions.append(.init(move: move, sanctions: groups)) }
    }
    let involved = Set(conditions.flatMap { [$0.move] + $0.sanctions.joined() }).sorted()
    guard involved.count <= Self.involvedLimit else {
      throw .tooManyInvolvedStates(involved.count, limit: Self.involvedLimit)
    }
    return InverseStability(
      decisionMaker: maker, state: state, concept: concept, conditions: conditions, involved: involved,
      share: Self.share(meeting: conditions, among: involved), stateCount: graph.stateCount)
  }

  /// The groups of states one of which must lie below the wanted state to deter a move, none holding another; one
  /// empty group where the move is deterred anyhow.
  private func sanctionGroups(
    of maker: Int, after move: Int, wanting state: Int, _ concept: StabilityConcept, _ reach: SanctionReach
  ) -> [[Int]] {
    guard concept != .nash else { return [] }
    let reached = opponentSequences(of: maker, from: move, improving: concept.isCredible, reach).states
    var groups: Set<Set<Int>> = []
    for sanction in reached {
      var group: Set<Int> = [sanction]
      if concept.isSymmetric { group.formUnion(graph.moves(of: maker, from: sanction)) }
      // The wanted state is never better than itself; a group with the move in it asks for more than the move alone.
      group.remove(state)
      if !group.contains(move) { groups.insert(group) }
    }
    return groups.filter { group in !groups.contains { $0 != group && $0.isSubset(of: group) } }
      .map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func share(meeting conditions: [InverseStability.Condition], among involved: [Int]) -> Rational {
    var bit: [Int: Int] = [:]
    for (index, state) in involved.enumerated() { bit[state] = 1 << index }
    let masks = conditions.map { condition in
      [bit[condition.move, default: 0]] + condition.sanctions.map { $0.reduce(0) { $0 | bit[$1, default: 0] } }
    }
    var counts = [Int](repeating: 0, count: involved.count + 1)
    for below in 0..<(1 << involved.count)
    where masks.allSatisfy({ $0.contains { $0 & ~below == 0 } }) { counts[below.nonzeroBitCount] += 1 }
    // b!(m − b)!/(m + 1)! is 1/((m + 1)·C(m, b)).
    var share = Rational.zero
    var choices = 1
    for (size, count) in counts.enumerated() {
      share = share + Rational(count, over: (involved.count + 1) * choices)
      choices = choices * (involved.count - size) / (size + 1)
    }
    return share
  }
}
