/// Decision makers who can each move a conflict from state to state, and what each thinks of the states.
///
///     let dilemma = try Conflict(
///       ConflictGraph(OptionForm([
///         DecisionMaker("A", options: [ConflictOption("A defects")]),
///         DecisionMaker("B", options: [ConflictOption("B defects")]),
///       ])),
///       preferences: [.ranking([[1], [0], [3], [2]]), .ranking([[2], [0], [3], [1]])])
///     try dilemma.stability().equilibria(.nash)        // [3]: both defect
///     try dilemma.stability().equilibria(.sequential)  // [0, 3]: a defector is followed by the other
///
/// Source: Fang, Hipel & Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict Resolution.
public struct Conflict: Sendable {
  /// Who can move where.
  public let graph: ConflictGraph
  /// The level of preference of decision maker h at state s, at h · states + s; 0 is the worst.
  let levels: [UInt32]
  /// The number of levels of each decision maker.
  let levelCounts: [Int]

  /// - Parameters:
  ///   - graph: Who can move where.
  ///   - preferences: One for each decision maker, in order.
  /// - Throws: ``ConflictError`` naming the decision maker and the state that does not fit.
  /// - Complexity: O(states · decision makers), with a logarithm where many different payoffs must be sorted.
  public init(_ graph: ConflictGraph, preferences: [StatePreference]) throws(ConflictError) {
    guard preferences.count == graph.decisionMakers.count else {
      throw .preferenceCount(preferences.count, wanted: graph.decisionMakers.count)
    }
    var levels: [UInt32] = []
    levels.reserveCapacity(graph.stateCount * preferences.count)
    var counts: [Int] = []
    for (name, preference) in zip(graph.decisionMakers, preferences) {
      let (own, count) = try preference.levels(of: name, in: graph)
      levels.append(contentsOf: own)
      counts.append(count)
    }
    self.graph = graph
    self.levels = levels
    levelCounts = counts
  }

  /// The level at which decision maker number `maker` puts `state`: 0 for the states it likes least; equals share one.
  public func level(of state: Int, for maker: Int) -> Int {
    precondition(graph.decisionMakers.indices.contains(maker), "a decision maker of the conflict")
    precondition(state >= 0 && state < graph.stateCount, "a state of the conflict")
    return Int(levels[maker * graph.stateCount + state])
  }

  /// The states decision maker number `maker` can move to from `state` and prefers to it, ascending.
  public func improvements(of maker: Int, from state: Int) -> [Int] {
    let level = level(of: state, for: maker)
    return graph.moves(of: maker, from: state).filter { self.level(of: $0, for: maker) > level }
  }

  /// The most decision makers for whom sanctions by each opponent once are followed.
  static let onceLimit = 8

  /// Where each decision maker stays, and where all do.
  ///
  /// - Parameters:
  ///   - reach: How far opponents move together when they answer.
  ///   - concepts: What decision makers may expect of each other.
  /// - Throws: ``ConflictError/tooManyDecisionMakers(_:limit:)`` for more than 8 of them with
  ///   ``SanctionReach/eachOpponentOnce``.
  /// - Complexity: For each decision maker and concept O(states · decision makers) where moves are told in options,
  ///   O(states · decision makers + moves) where they are given one by one. With ``SanctionReach/eachOpponentOnce``
  ///   times 2ᵈ for d decision makers.
  public func stability(
    sanctions reach: SanctionReach = .legalSequences,
    concepts: [StabilityConcept] = StabilityConcept.allCases
  ) throws(ConflictError) -> ConflictStability {
    try check(reach)
    switch graph.moves {
    case .blocks(let blocks):
      return stability(BlockSearch(blocks, levels: levels, levelCounts: levelCounts), reach, concepts)
    case .edges(let edges): return stability(EdgeSearch(edges: edges, levels: levels), reach, concepts)
    }
  }

  private func stability(
    _ search: some SanctionSearch, _ reach: SanctionReach, _ concepts: [StabilityConcept]
  ) -> ConflictStability {
    var stable: [StabilityConcept: [StateSet]] = [:]
    for concept in concepts {
      stable[concept] = graph.decisionMakers.indices.map { maker in
        let own = levels[(maker * graph.stateCount)..<((maker + 1) * graph.stateCount)]
        return search.stable(
          concept, for: maker, levels: Array(own), levelCount: levelCounts[maker], reach: reach)
      }
    }
    return ConflictStability(
      decisionMakers: graph.decisionMakers, stateCount: graph.stateCount, reach: reach, stable: stable)
  }
}

/// Where each decision maker of a conflict stays, and where all do.
public struct ConflictStability: Hashable, Sendable {
  /// The names of the decision makers.
  public let decisionMakers: [String]
  /// The number of states of the conflict.
  public let stateCount: Int
  /// How far opponents were taken to move together.
  public let reach: SanctionReach
  let stable: [StabilityConcept: [StateSet]]

  /// The concepts that were asked for, in their usual order.
  public var concepts: [StabilityConcept] { StabilityConcept.allCases.filter { stable[$0] != nil } }

  /// The states in which decision maker number `maker` stays; `concept` must be one of ``concepts``.
  public func stable(_ concept: StabilityConcept, for maker: Int) -> StateSet {
    precondition(decisionMakers.indices.contains(maker), "a decision maker of the conflict")
    guard let sets = stable[concept] else { preconditionFailure("a concept that was asked for") }
    return sets[maker]
  }

  /// The states in which every decision maker stays; `concept` must be one of ``concepts``.
  public func equilibria(_ concept: StabilityConcept) -> StateSet {
    guard let sets = stable[concept] else { preconditionFailure("a concept that was asked for") }
    return sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
  }
}
