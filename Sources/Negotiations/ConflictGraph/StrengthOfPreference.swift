/// How firmly decision makers stay: because a sanction would be strongly worse than to stay, or only no better.
public struct StrengthStability: Hashable, Sendable {
  /// Where each stays for whatever reason.
  public let stability: ConflictStability
  /// Where each stays because each of its improvements would end strongly worse than to stay, or there is none.
  public let strong: ConflictStability

  /// The states in which decision maker number `maker` stays, but not strongly.
  public func weaklyStable(_ concept: StabilityConcept, for maker: Int) -> StateSet {
    stability.stable(concept, for: maker).intersection(strong.stable(concept, for: maker).complement)
  }
}

extension Conflict {
  /// Where decision makers stay strongly, and where only weakly, if some of their preferences are strong.
  ///
  /// A sanction counts as strong if it leads to a state strongly worse than to stay and, under the symmetric concepts,
  /// all the decision maker can move on to is that as well. Whoever has no improvement stays strongly.
  ///
  /// - Parameters:
  ///   - groups: For each decision maker the states in groups, the best first: across groups it prefers strongly,
  ///     within one mildly or not at all.
  ///   - reach: How far opponents move together.
  ///   - concepts: What decision makers may expect of each other.
  /// - Throws: ``ConflictError/strength(decisionMaker:_:_:)`` where a group goes against the ranking, the faults of a
  ///   ranking, ``ConflictError/tooManyStates(limit:)`` beyond 1 024 states.
  /// - Complexity: O(states² · decision makers) and the moves met on the way, for each decision maker.
  ///
  /// Source: Hamouda, Kilgour & Hipel (2006), Strength of preference in graph models for multiple-decision-maker
  /// conflicts, Appl. Math. Comput. 179, 314–327.
  public func strengthStability(
    groups: [[[Int]]], sanctions reach: SanctionReach = .legalSequences,
    concepts: [StabilityConcept] = StabilityConcept.allCases
  ) throws(ConflictError) -> StrengthStability {
    let names = graph.decisionMakers
    guard groups.count == names.count else { throw .preferenceCount(groups.count, wanted: names.count) }
    let weak = try stability(sanctions: reach, concepts: concepts)
    let table = try MoveTable(graph)
    var strata: [[UInt32]] = []
    for (maker, name) in names.enumerated() {
      strata.append(try StatePreference.ranking(groups[maker]).levels(of: name, in: graph).levels)
      try checkStrength(strata[maker], of: maker)
    }
    let states = 0..<graph.stateCount
    let better = names.indices.map { maker in
      states.map { state in
        StateSet(
          states.filter { level(of: $0, for: maker) > level(of: state, for: maker) }, of: graph.stateCount)
      }
    }
    let harm = strata.map { own in
      states.map { state in StateSet(states.filter { own[$0] < own[state] }, of: graph.stateCount) }
    }
    let strong = RelationalStability(table: table, reach: reach, setsOut: better, harm: harm, improves: better)
    return StrengthStability(
      stability: weak,
      strong: ConflictStability(
        decisionMakers: names, stateCount: graph.stateCount, reach: reach, stable: strong.stable(concepts)))
  }

  /// States of a better group must all be preferred to those of a worse one.
  private func checkStrength(_ stratum: [UInt32], of maker: Int) throws(ConflictError) {
    let ascending = (0..<graph.stateCount).sorted {
      (stratum[$0], level(of: $0, for: maker), $0) < (stratum[$1], level(of: $1, for: maker), $1)
    }
    // Within a group ascending, so the last of one and the first of the next are what is nearest.
    for (worse, other) in zip(ascending, ascending.dropFirst())
    where stratum[worse] != stratum[other] && level(of: other, for: maker) <= level(of: worse, for: maker) {
      throw .strength(decisionMaker: graph.decisionMakers[maker], other, worse)
    }
  }
}
