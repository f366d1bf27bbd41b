/// Which decision maker can move a conflict from which state to which.
///
///     let chicken = try ConflictGraph(OptionForm([
///       DecisionMaker("row", options: [ConflictOption("row drives on")]),
///       DecisionMaker("column", options: [ConflictOption("column drives on")]),
///     ]))
///     chicken.moves(of: 0, from: 0)  // [1]
///
/// Source: Kilgour, Hipel & Fang (1987), The graph model for conflicts, Automatica 23, 41–55.
public struct ConflictGraph: Sendable {
  enum Moves: Sendable {
    case blocks(MoveBlocks)
    case edges(MoveEdges)
  }

  /// The names of the decision makers.
  public let decisionMakers: [String]
  /// The number of states; they are numbered from 0.
  public let stateCount: Int
  /// The options behind the states; nil where moves were given one by one.
  public let form: OptionForm?
  let moves: Moves

  /// The graph of a conflict told in options: a decision maker moves by taking and dropping any of its options at once.
  ///
  /// - Parameter form: The options, and what of them can be.
  /// - Throws: ``ConflictError/tooManyMoves(limit:)`` if states were merged and more than 2²⁴ moves join them.
  /// - Complexity: O(states · decision makers); the moves themselves, up to 2ᵏ a state for k options, are listed
  ///   only where states were merged.
  public init(_ form: OptionForm) throws(ConflictError) {
    decisionMakers = form.decisionMakers.map(\.name)
    stateCount = form.codes.count
    self.form = form
    moves = form.unmerged.isEmpty ? .blocks(MoveBlocks(form)) : .edges(try MoveEdges(merging: form))
  }

  /// A graph whose moves are given one by one; they need be neither reversible nor transitive.
  ///
  /// - Parameters:
  ///   - decisionMakers: The names of one or more, each once.
  ///   - stateCount: The number of states, 1 to 2²⁰.
  ///   - moves: For each decision maker the states its moves join, each move once.
  /// - Throws: ``ConflictError`` naming the decision maker and the move that does not fit.
  /// - Complexity: O(states · decision makers + moves).
  public init(
    decisionMakers: [String], stateCount: Int, moves: [[(from: Int, to: Int)]]
  ) throws(ConflictError) {
    guard !decisionMakers.isEmpty else { throw .noDecisionMakers }
    var seen: Set<String> = []
    for name in decisionMakers where !seen.insert(name).inserted { throw .repeatedDecisionMaker(name) }
    guard stateCount >= 1 else { throw .noStates }
    guard stateCount <= OptionForm.stateLimit else { throw .tooManyStates(limit: OptionForm.stateLimit) }
    guard moves.count == decisionMakers.count else { throw .moveLists(moves.count, wanted: decisionMakers.count) }
    self.decisionMakers = decisionMakers
    self.stateCount = stateCount
    form = nil
    self.moves = .edges(try MoveEdges(names: decisionMakers, stateCount: stateCount, moves: moves))
  }

  /// The states decision maker number `maker` can move to from `state`, ascending.
  public func moves(of maker: Int, from state: Int) -> [Int] {
    precondition(decisionMakers.indices.contains(maker), "a decision maker of the conflict")
    precondition(state >= 0 && state < stateCount, "a state of the conflict")
    return switch moves {
    case .blocks(let blocks): blocks.moves(of: maker, from: state)
    case .edges(let edges): edges.moves(of: maker, from: state)
    }
  }
}
