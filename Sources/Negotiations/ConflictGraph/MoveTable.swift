/// Every move of a small conflict, for questions that look from every state at all it can lead to.
struct MoveTable {
  /// The most states such a question can be asked of.
  static let stateLimit = 1024

  let stateCount: Int
  let makerCount: Int
  /// The states to which each decision maker can move from each state.
  let moves: [[[Int]]]

  /// - Throws: ``ConflictError/tooManyStates(limit:)`` beyond ``stateLimit``.
  init(_ graph: ConflictGraph) throws(ConflictError) {
    guard graph.stateCount <= Self.stateLimit else { throw .tooManyStates(limit: Self.stateLimit) }
    stateCount = graph.stateCount
    makerCount = graph.decisionMakers.count
    moves = graph.decisionMakers.indices.map { maker in
      (0..<graph.stateCount).map { graph.moves(of: maker, from: $0) }
    }
  }

  /// For each state the states that `movers` can bring about from it, by moves that `isAllowed`.
  func reached(
    by movers: [Int], _ reach: SanctionReach, where isAllowed: (_ mover: Int, _ from: Int, _ to: Int) -> Bool
  ) -> [StateSet] {
    let allowed = moves.enumerated().map { mover, lists in
      lists.enumerated().map { from, list in list.filter { isAllowed(mover, from, $0) } }
    }
    return (0..<stateCount).map { start in
      StateSet(
        MoveSequences(among: stateCount, from: start, by: movers, reach) { allowed[$0][$1] }.states, of: stateCount)
    }
  }
}
