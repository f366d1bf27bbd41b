/// One decision maker takes a conflict from one state to another.
public struct ConflictMove: Hashable, Sendable {
  /// The number of the decision maker.
  public let decisionMaker: Int
  /// The state it leaves.
  public let from: Int
  /// The state it leads to.
  public let to: Int

  /// The move of a decision maker, by its number, between two states.
  public init(decisionMaker: Int, from: Int, to: Int) {
    self.decisionMaker = decisionMaker
    self.from = from
    self.to = to
  }
}

/// Every state some decision makers can bring about together from one, each by the fewest moves.
struct MoveSequences: Hashable, Sendable {
  private struct Place: Hashable {
    let state: Int
    /// What the rules remember of the moves so far: who made the last one, or who made one.
    let memory: Int
    let before: Int
    let mover: Int
    let count: Int
  }

  /// The states reached by one move or more, those of fewer moves first.
  private(set) var states: [Int] = []
  private var places: [Place]
  /// Where each state was reached first; -1 where it was not.
  private var placeOf: [Int32]

  /// - Parameters:
  ///   - stateCount: The number of states of the conflict.
  ///   - start: Where they begin; it counts as reached only if they can come back to it.
  ///   - movers: Who may move.
  ///   - reach: How far they move together.
  ///   - moves: The states to which a decision maker may move from a state.
  init(
    among stateCount: Int, from start: Int, by movers: [Int], _ reach: SanctionReach,
    moves: (_ mover: Int, _ from: Int) -> [Int]
  ) {
    placeOf = [Int32](repeating: -1, count: stateCount)
    places = [Place(state: start, memory: reach == .legalSequences ? -1 : 0, before: -1, mover: -1, count: 0)]
    // What is remembered is a number below this: the last mover, a set of movers, or that one has moved.
    let memories = reach == .eachOpponentOnce ? 1 << movers.count : movers.count + 2
    var seen = StateSet(of: stateCount * memories)
    var next = 0
    while next < places.count {
      let place = places[next]
      for (index, mover) in movers.enumerated() {
        let memory: Int
        switch reach {
        case .singleOpponent where place.count == 0: memory = 1
        case .eachOpponentOnce where place.memory >> index & 1 == 0: memory = place.memory | 1 << index
        case .legalSequences where place.memory != index: memory = index
        default: continue
        }
        for state in moves(mover, place.state) where !seen.contains(state * memories + memory) {
          seen.insert(state * memories + memory)
          if placeOf[state] < 0 {
            placeOf[state] = Int32(places.count)
            states.append(state)
          }
          places.append(Place(state: state, memory: memory, before: next, mover: mover, count: place.count + 1))
        }
      }
      next += 1
    }
  }

  /// The fewest moves to `state`; nil where it is not reached.
  func moveCount(to state: Int) -> Int? { placeOf[state] < 0 ? nil : places[Int(placeOf[state])].count }

  /// The moves to `state`; nil where it is not reached.
  func path(to state: Int) -> [ConflictMove]? {
    guard placeOf[state] >= 0 else { return nil }
    var index = Int(placeOf[state])
    var path: [ConflictMove] = []
    while places[index].before >= 0 {
      let before = places[index].before
      path.append(
        ConflictMove(decisionMaker: places[index].mover, from: places[before].state, to: places[index].state))
      index = before
    }
    return path.reversed()
  }
}
