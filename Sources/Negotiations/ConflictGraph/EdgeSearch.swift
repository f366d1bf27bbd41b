/// Where a conflict rests whose moves were given one by one.
struct EdgeSearch: SanctionSearch {
  let edges: MoveEdges
  /// The level of preference of decision maker h at state s, at h · states + s.
  let levels: [UInt32]
  /// Those of the moves into each state that improve their mover's place, as the moves are kept.
  private let improvingStart: [UInt32]
  private let improvingInto: [UInt32]

  init(edges: MoveEdges, levels: [UInt32]) {
    self.edges = edges
    self.levels = levels
    var start: [UInt32] = [0]
    var into: [UInt32] = []
    start.reserveCapacity(levels.count + 1)
    for maker in 0..<edges.makerCount {
      let offset = maker * edges.stateCount
      for row in offset..<(offset + edges.stateCount) {
        let level = levels[row]
        for place in Int(edges.inStart[row])..<Int(edges.inStart[row + 1])
        where levels[offset + Int(edges.into[place])] < level { into.append(edges.into[place]) }
        start.append(UInt32(into.count))
      }
    }
    improvingStart = start
    improvingInto = into
  }

  var stateCount: Int { edges.stateCount }
  var makerCount: Int { edges.makerCount }

  func largest(_ values: [UInt32], within maker: Int) -> [UInt32] {
    var result = values
    for state in 0..<stateCount {
      let row = maker * stateCount + state
      for place in Int(edges.outStart[row])..<Int(edges.outStart[row + 1]) {
        result[state] = max(result[state], values[Int(edges.out[place])])
      }
    }
    return result
  }

  func smallest(_ values: [UInt32], within maker: Int, improving: Bool) -> [UInt32] {
    var result = values
    let offset = maker * stateCount
    for state in 0..<stateCount {
      for place in Int(edges.outStart[offset + state])..<Int(edges.outStart[offset + state + 1]) {
        let target = Int(edges.out[place])
        if improving, levels[offset + target] <= levels[offset + state] { continue }
        result[state] = min(result[state], values[target])
      }
    }
    return result
  }

  /// Goes through the sanctions from the worst up and back along the moves. Since nobody moves twice in a row and moves
  /// need not be transitive, a state is entered once for each decision maker that moves there first.
  func smallest(_ values: [UInt32], bound: Int, bySequencesWithout maker: Int, improving: Bool) -> [UInt32] {
    let order = BlockSearch.ascending(values[...], below: bound)
    var result = values
    let (start, into) = improving ? (improvingStart, improvingInto) : (edges.inStart, edges.into)
    // Every index below is a state or a place among the moves, checked when these were given.
    result.withUnsafeMutableBufferPointer { result in
      start.withUnsafeBufferPointer { start in
        into.withUnsafeBufferPointer { into in
          // Whether the state was entered with this mover, at mover · states + state.
          withUnsafeTemporaryAllocation(of: Bool.self, capacity: makerCount * stateCount) { isKnown in
            isKnown.initialize(repeating: false)
            // Each mover and state is put on the stack once at most.
            withUnsafeTemporaryAllocation(of: (state: UInt32, mover: UInt32).self, capacity: isKnown.count + 1) {
              stack in
              for sanction in order {
                let value = values[Int(sanction)]
                // Before the last move anyone but the decision maker may have made it.
                stack[0] = (sanction, UInt32(maker))
                var depth = 1
                while depth > 0 {
                  depth -= 1
                  let (state, mover) = (Int(stack[depth].state), Int(stack[depth].mover))
                  for before in 0..<makerCount where before != maker && before != mover {
                    let offset = before * stateCount
                    for place in Int(start[offset + state])..<Int(start[offset + state + 1]) {
                      let source = Int(into[place])
                      if isKnown[offset + source] { continue }
                      isKnown[offset + source] = true
                      if value < result[source] { result[source] = value }
                      stack[depth] = (UInt32(source), UInt32(before))
                      depth += 1
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return result
  }
}
