/// The moves of decision makers as they were given, one by one.
struct MoveEdges: Sendable {
  let stateCount: Int
  let makerCount: Int
  /// Where the moves of decision maker h out of state s begin, at h · states + s; one entry more at the end.
  private(set) var outStart: [UInt32] = [0]
  /// The states moved to, ascending for each mover and state.
  private(set) var out: [UInt32] = []
  /// Where the moves of decision maker h into state s begin, likewise.
  private(set) var inStart: [UInt32] = [0]
  /// The states moved from, ascending for each mover and state.
  private(set) var into: [UInt32] = []

  init(names: [String], stateCount: Int, moves: [[(from: Int, to: Int)]]) throws(ConflictError) {
    self.stateCount = stateCount
    makerCount = names.count
    let total = moves.reduce(0) { $0 + $1.count }
    out.reserveCapacity(total)
    into.reserveCapacity(total)
    for (name, list) in zip(names, moves) {
      var arrivals = [UInt32](repeating: 0, count: stateCount)
      for (from, to) in list {
        guard from >= 0, from < stateCount, to >= 0, to < stateCount, from != to else {
          throw .move(decisionMaker: name, from: from, to: to, stateCount: stateCount)
        }
        arrivals[to] += 1
      }
      // Sorted by target, then kept in that order by source: each state's targets come out ascending.
      var byTarget = [(from: UInt32, to: UInt32)](repeating: (0, 0), count: list.count)
      var next = Self.running(arrivals, from: 0)
      for (from, to) in list {
        byTarget[Int(next[to])] = (UInt32(from), UInt32(to))
        next[to] += 1
      }
      if let (from, to) = Self.append(byTarget, departing: true, stateCount, to: &out, starts: &outStart) {
        throw .repeatedMove(decisionMaker: name, from: from, to: to)
      }
      var bySource: [(from: UInt32, to: UInt32)] = []
      bySource.reserveCapacity(list.count)
      for state in 0..<stateCount {
        let row = outStart.count - 1 - stateCount + state
        for index in Int(outStart[row])..<Int(outStart[row + 1]) { bySource.append((UInt32(state), out[index])) }
      }
      _ = Self.append(bySource, departing: false, stateCount, to: &into, starts: &inStart)
    }
  }

  /// The most moves of merged states that are listed.
  static let moveLimit = 1 << 24

  /// The moves between states that hold others: whatever one of these allows, to the state that holds where it leads.
  ///
  /// - Throws: ``ConflictError/tooManyMoves(limit:)``.
  init(merging form: OptionForm) throws(ConflictError) {
    let blocks = MoveBlocks(form.separate)
    guard blocks.moveCount <= Self.moveLimit else { throw .tooManyMoves(limit: Self.moveLimit) }
    let moves = form.decisionMakers.indices.map { maker in
      var targets = [Set<Int>](repeating: [], count: form.codes.count)
      for (index, state) in form.holder.enumerated() {
        for target in blocks.moves(of: maker, from: index) where form.holder[target] != state {
          targets[state].insert(form.holder[target])
        }
      }
      return targets.enumerated().flatMap { from, list in list.sorted().map { (from: from, to: $0) } }
    }
    try self.init(names: form.decisionMakers.map(\.name), stateCount: form.codes.count, moves: moves)
  }

  private static func running(_ counts: [UInt32], from first: UInt32) -> [UInt32] {
    var total = first
    return counts.map { count in
      defer { total += count }
      return total
    }
  }

  /// Appends the moves sorted by their source, or by their target, in the order given; returns the first that comes
  /// twice.
  private static func append(
    _ moves: [(from: UInt32, to: UInt32)], departing: Bool, _ stateCount: Int,
    to items: inout [UInt32], starts: inout [UInt32]
  ) -> (Int, Int)? {
    var counts = [UInt32](repeating: 0, count: stateCount)
    for move in moves { counts[Int(departing ? move.from : move.to)] += 1 }
    let first = UInt32(items.count)
    var next = running(counts, from: first)
    let begin = next
    items.append(contentsOf: repeatElement(0, count: moves.count))
    var repeated: (Int, Int)?
    for move in moves {
      let row = Int(departing ? move.from : move.to)
      let item = departing ? move.to : move.from
      let place = Int(next[row])
      if repeated == nil, place > begin[row], items[place - 1] == item { repeated = (Int(move.from), Int(move.to)) }
      items[place] = item
      next[row] += 1
    }
    for end in next { starts.append(end) }
    return repeated
  }

  /// The states decision maker `maker` can move to from `state`, ascending.
  func moves(of maker: Int, from state: Int) -> [Int] {
    let row = maker * stateCount + state
    return out[Int(outStart[row])..<Int(outStart[row + 1])].map(Int.init)
  }
}
