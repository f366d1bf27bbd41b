/// Where a conflict told in options rests.
struct BlockSearch: SanctionSearch {
  let blocks: MoveBlocks
  /// The level of preference of decision maker h at state s, at h · states + s.
  let levels: [UInt32]
  /// The members of each block, what its decision maker likes least first.
  let sorted: [UInt32]

  var stateCount: Int { blocks.stateCount }
  var makerCount: Int { blocks.makerCount }

  init(_ blocks: MoveBlocks, levels: [UInt32], levelCounts: [Int]) {
    self.blocks = blocks
    self.levels = levels
    var sorted = [UInt32](repeating: 0, count: blocks.members.count)
    var next = blocks.start
    for maker in 0..<blocks.makerCount {
      let first = maker * blocks.stateCount
      for state in Self.ascending(levels[first..<(first + blocks.stateCount)], below: levelCounts[maker]) {
        let block = Int(blocks.blockOf[first + Int(state)])
        sorted[Int(next[block])] = state
        next[block] += 1
      }
    }
    self.sorted = sorted
  }

  /// The places of the values, which are below `bound`, by ascending value; of equals the first first.
  static func ascending(_ values: ArraySlice<UInt32>, below bound: Int) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: bound + 1)
    for value in values { next[Int(value) + 1] += 1 }
    for value in 0..<bound { next[value + 1] += next[value] }
    var result = [UInt32](repeating: 0, count: values.count)
    for (place, value) in values.enumerated() {
      result[Int(next[Int(value)])] = UInt32(place)
      next[Int(value)] += 1
    }
    return result
  }

  func largest(_ values: [UInt32], within maker: Int) -> [UInt32] { extreme(values, within: maker, 0, Swift.max) }

  private func extreme(
    _ values: [UInt32], within maker: Int, _ none: UInt32, _ better: (UInt32, UInt32) -> UInt32
  ) -> [UInt32] {
    let owned = blocks.blockOf[(maker * stateCount)..<((maker + 1) * stateCount)]
    let first = Int(owned.min() ?? 0)
    var ofBlock = [UInt32](repeating: none, count: Int(owned.max() ?? 0) + 1 - first)
    for (state, block) in owned.enumerated() {
      ofBlock[Int(block) - first] = better(ofBlock[Int(block) - first], values[state])
    }
    if !blocks.isReversible[maker] {
      ofBlock = ofBlock.indices.map { block in
        blocks.successors[block + first].reduce(none) { better($0, ofBlock[Int($1) - first]) }
      }
    }
    return owned.map { ofBlock[Int($0) - first] }
  }

  func smallest(_ values: [UInt32], within maker: Int, improving: Bool) -> [UInt32] {
    guard improving else { return extreme(values, within: maker, .max, Swift.min) }
    let offset = maker * stateCount
    // The smallest value from each place of a block to its end, where the decision maker likes the states most.
    var onward = sorted[offset..<(offset + stateCount)].map { values[Int($0)] }
    var block = -1
    for place in onward.indices.reversed() {
      let own = Int(blocks.blockOf[offset + Int(sorted[offset + place])])
      if own == block { onward[place] = min(onward[place], onward[place + 1]) }
      block = own
    }
    var result = values
    for state in 0..<stateCount {
      let level = levels[offset + state]
      for block in blocks.successors[Int(blocks.blockOf[offset + state])] {
        var (low, high) = (Int(blocks.start[Int(block)]), Int(blocks.start[Int(block) + 1]))
        let end = high
        while low < high {
          let middle = (low + high) / 2
          if levels[offset + Int(sorted[middle])] > level { high = middle } else { low = middle + 1 }
        }
        if low < end { result[state] = min(result[state], onward[low - offset]) }
      }
    }
    return result
  }

  /// Goes through the sanctions from the worst up and back to every state from which each can be reached; a state
  /// entered once has its answer. A decision maker's moves being transitive, it never moves twice in a row by need.
  /// What can move to a state within a block is its first part, by level, so a block is read once from the left
  /// however often it is met.
  func smallest(_ values: [UInt32], bound: Int, bySequencesWithout maker: Int, improving: Bool) -> [UInt32] {
    let order = Self.ascending(values[...], below: bound)
    let opponents = (0..<makerCount).filter { $0 != maker }
    var isReversible = true
    for opponent in opponents where !blocks.isReversible[opponent] { isReversible = false }
    var next = blocks.start
    // Every index below is a state, a block or a place that the blocks hold, so it is within bounds by their
    // construction; checked, the loop takes half as long again.
    return [UInt32](unsafeUninitializedCapacity: stateCount) { result, count in
      result.initialize(repeating: .max)
      count = stateCount
      blocks.blockOf.withUnsafeBufferPointer { blockOf in
        blocks.start.withUnsafeBufferPointer { start in
          levels.withUnsafeBufferPointer { levels in
            sorted.withUnsafeBufferPointer { sorted in
              next.withUnsafeMutableBufferPointer { next in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: stateCount) { stack in
                  let pass = Pass(blockOf: blockOf, start: start, levels: levels, sorted: sorted)
                  var left = stateCount
                  for sanction in order where result[Int(sanction)] == .max {
                    let value = values[Int(sanction)]
                    result[Int(sanction)] = value
                    stack[0] = sanction
                    left -= 1
                    var depth = 1
                    while depth > 0 && left > 0 {
                      depth -= 1
                      let state = Int(stack[depth])
                      for opponent in opponents {
                        let offset = opponent * stateCount
                        let level = improving ? levels[offset + state] : .max
                        let own = blockOf[offset + state]
                        let entered: Int
                        if isReversible {
                          entered = pass.enter(own, below: level, offset, value, next, result, stack, depth)
                        } else {
                          entered = blocks.predecessors[Int(own)].reduce(0) { entered, block in
                            entered
                              + pass.enter(block, below: level, offset, value, next, result, stack, depth + entered)
                          }
                        }
                        depth += entered
                        left -= entered
                      }
                    }
                    if left == 0 { break }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// What one pass over the blocks reads.
  private struct Pass {
    let blockOf: UnsafeBufferPointer<UInt32>
    let start: UnsafeBufferPointer<UInt32>
    let levels: UnsafeBufferPointer<UInt32>
    let sorted: UnsafeBufferPointer<UInt32>

    /// Gives `value` to the members of `block` whose level is below `level` and that have none; returns how many they
    /// are.
    @inline(__always)
    func enter(
      _ block: UInt32, below level: UInt32, _ offset: Int, _ value: UInt32,
      _ next: UnsafeMutableBufferPointer<UInt32>, _ result: UnsafeMutableBufferPointer<UInt32>,
      _ stack: UnsafeMutableBufferPointer<UInt32>, _ depth: Int
    ) -> Int {
      var place = next[Int(block)]
      let end = start[Int(block) + 1]
      guard place < end else { return 0 }
      var entered = 0
      while place < end {
        let member = Int(sorted[Int(place)])
        guard levels[offset + member] < level else { break }
        place += 1
        if result[member] == .max {
          result[member] = value
          stack[depth + entered] = UInt32(member)
          entered += 1
        }
      }
      next[Int(block)] = place
      return entered
    }
  }
}
