/// Where no group of decision makers would move together.
public struct CoalitionStability: Hashable, Sendable {
  /// The names of the decision makers.
  public let decisionMakers: [String]
  /// The groups looked at, each as ascending numbers of decision makers: the smaller first, then by their first
  /// members.
  public let coalitions: [[Int]]
  let stable: [StabilityConcept: [StateSet]]

  /// The states in which the coalition stays, one of ``coalitions``; `concept` must be one that was asked for.
  public func stable(_ concept: StabilityConcept, for coalition: [Int]) -> StateSet {
    guard let sets = stable[concept], let index = coalitions.firstIndex(of: coalition) else {
      preconditionFailure("a concept and a coalition that were asked for")
    }
    return sets[index]
  }

  /// The states in which every coalition stays, the single decision makers among them.
  public func equilibria(_ concept: StabilityConcept) -> StateSet {
    guard let sets = stable[concept] else { preconditionFailure("a concept that was asked for") }
    return sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
  }
}

extension Conflict {
  /// The most decision makers whose coalitions are looked at.
  static let coalitionLimit = 8

  /// Where each coalition stays, and where all do.
  ///
  /// A coalition improves by moves of its members, none twice in a row, to a state every one of them prefers. It is
  /// deterred if the others can answer, by moves each of which improves its own mover's place where the concept asks
  /// for that, so that for some member the end is no better than to stay; under the symmetric concepts, whatever the
  /// coalition then moves on to. For a single decision maker these are the usual concepts.
  ///
  /// - Parameters:
  ///   - reach: How far the others move together.
  ///   - concepts: What coalitions may expect of the others.
  /// - Throws: ``ConflictError/tooManyDecisionMakers(_:limit:)`` beyond 8 of them,
  ///   ``ConflictError/tooManyStates(limit:)`` beyond 1 024 states.
  /// - Complexity: For each of 2ᵈ − 1 coalitions O(states² · decision makers) and the moves met on the way.
  ///
  /// Source: Kilgour, Hipel, Fang & Peng (2001), Coalition analysis in group decision support, Group Decision and
  /// Negotiation 10, 159–175; Inohara & Hipel (2008), Coalition analysis in the graph model for conflict resolution,
  /// Systems Engineering 11, 343–359, whose opponents may also improve together.
  public func coalitionStability(
    sanctions reach: SanctionReach = .legalSequences,
    concepts: [StabilityConcept] = StabilityConcept.allCases
  ) throws(ConflictError) -> CoalitionStability {
    let makers = graph.decisionMakers.indices
    guard makers.count <= Self.coalitionLimit else {
      throw .tooManyDecisionMakers(makers.count, limit: Self.coalitionLimit)
    }
    let table = try MoveTable(graph)
    let coalitions = (1..<(1 << makers.count)).map { set in makers.filter { set >> $0 & 1 == 1 } }
      .sorted { ($0.count, $0) < ($1.count, $1) }
    var stable: [StabilityConcept: [StateSet]] = [:]
    for concept in concepts { stable[concept] = [] }
    for coalition in coalitions {
      let question = CoalitionQuestion(conflict: self, table: table, coalition: coalition, reach: reach)
      for concept in concepts { stable[concept]?.append(question.stable(concept)) }
    }
    return CoalitionStability(decisionMakers: graph.decisionMakers, coalitions: coalitions, stable: stable)
  }

  private struct CoalitionQuestion {
    let conflict: Conflict
    /// The states the coalition can bring about, and those the others can, by any moves and by improvements.
    let own: [StateSet]
    let any: [StateSet]
    let credible: [StateSet]
    /// For each state those that every member prefers to it.
    let better: [StateSet]

    init(conflict: Conflict, table: MoveTable, coalition: [Int], reach: SanctionReach) {
      self.conflict = conflict
      let others = conflict.graph.decisionMakers.indices.filter { !coalition.contains($0) }
      own = table.reached(by: coalition, .legalSequences) { _, _, _ in true }
      any = table.reached(by: others, reach) { _, _, _ in true }
      credible = table.reached(by: others, reach) {
        conflict.level(of: $2, for: $0) > conflict.level(of: $1, for: $0)
      }
      let states = 0..<table.stateCount
      better = states.map { state in
        StateSet(
          states.filter { other in
            coalition.allSatisfy { conflict.level(of: other, for: $0) > conflict.level(of: state, for: $0) }
          }, of: table.stateCount)
      }
    }

    func stable(_ concept: StabilityConcept) -> StateSet {
      let count = own.count
      let reached = concept.isCredible ? credible : any
      return StateSet(
        (0..<count).filter { state in
          let improvements = own[state].intersection(better[state])
          guard concept != .nash else { return improvements.isEmpty }
          guard !improvements.isEmpty else { return true }
          let harm = StateSet(
            (0..<count).filter { sanction in
              !better[state].contains(sanction)
                && (!concept.isSymmetric || !own[sanction].meets(better[state]))
            }, of: count)
          return improvements.allSatisfy { reached[$0].meets(harm) }
        }, of: count)
    }
  }
}

/// Shorter lists first, then by their first difference.
private func < (left: (Int, [Int]), right: (Int, [Int])) -> Bool {
  left.0 == right.0 ? left.1.lexicographicallyPrecedes(right.1) : left.0 < right.0
}
