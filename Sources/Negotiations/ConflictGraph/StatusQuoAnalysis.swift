/// Which states can come about from where the conflict stands now, and by which moves.
///
/// Source: Li, Kilgour & Hipel (2005), Status quo analysis in the graph model for conflict resolution, J. Oper. Res.
/// Soc. 56, 699–707.
public struct StatusQuoAnalysis: Hashable, Sendable {
  /// Where the conflict stands.
  public let start: Int
  /// The number of states of the conflict.
  public let stateCount: Int
  /// Whether each move counted is an improvement of its mover.
  public let isByImprovements: Bool
  let sequences: MoveSequences

  /// The fewest moves to `state`, 0 for where the conflict stands; nil where it cannot come about.
  public func moveCount(to state: Int) -> Int? {
    precondition(state >= 0 && state < stateCount, "a state of the conflict")
    return state == start ? 0 : sequences.moveCount(to: state)
  }

  /// The fewest moves that lead to `state`, none for where the conflict stands; nil where it cannot come about.
  public func path(to state: Int) -> [ConflictMove]? {
    precondition(state >= 0 && state < stateCount, "a state of the conflict")
    return state == start ? [] : sequences.path(to: state)
  }

  /// The states that can come about, where the conflict stands among them.
  public var states: StateSet { StateSet([start] + sequences.states, of: stateCount) }
}

extension Conflict {
  /// What can come of the conflict from where it stands, nobody moving twice in a row.
  ///
  /// - Parameters:
  ///   - start: The state in which the conflict stands.
  ///   - isByImprovements: Whether decision makers move only to what they prefer, one move at a time.
  /// - Complexity: O((states + moves) · decision makers).
  public func statusQuo(from start: Int, byImprovements isByImprovements: Bool = false) -> StatusQuoAnalysis {
    precondition(start >= 0 && start < graph.stateCount, "a state of the conflict")
    return StatusQuoAnalysis(
      start: start, stateCount: graph.stateCount, isByImprovements: isByImprovements,
      sequences: MoveSequences(
        among: graph.stateCount, from: start, by: Array(graph.decisionMakers.indices), .legalSequences
      ) {
        isByImprovements ? improvements(of: $0, from: $1) : graph.moves(of: $0, from: $1)
      })
  }
}
