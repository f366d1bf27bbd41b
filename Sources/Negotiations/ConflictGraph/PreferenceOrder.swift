/// Which of two states a decision maker prefers, as told by chains of states, each better than the next.
struct PreferenceOrder {
  /// The states, a better one before a worse one.
  private(set) var order: [Int] = []
  /// The states each is directly better than.
  private let worse: [[Int]]

  /// - Throws: ``ConflictError`` for a state there is not, or for states each of which is preferred to the next in a
  ///   ring.
  init(_ pairs: [[Int]], _ name: String, _ stateCount: Int) throws(ConflictError) {
    var worse = [[Int]](repeating: [], count: stateCount)
    var betterCount = [Int](repeating: 0, count: stateCount)
    for pair in pairs {
      for state in pair where state < 0 || state >= stateCount {
        throw .unknownState(decisionMaker: name, state, stateCount: stateCount)
      }
      // A chain of states says that each is better than the next.
      for (better, other) in zip(pair, pair.dropFirst()) {
        worse[better].append(other)
        betterCount[other] += 1
      }
    }
    self.worse = worse
    var ready = (0..<stateCount).filter { betterCount[$0] == 0 }
    var place = 0
    while place < ready.count {
      for other in worse[ready[place]] {
        betterCount[other] -= 1
        if betterCount[other] == 0 { ready.append(other) }
      }
      place += 1
    }
    guard ready.count == stateCount else {
      throw .cyclicPreference(decisionMaker: name, Self.ring(worse, among: betterCount))
    }
    order = ready
  }

  /// States that are each better than the next, and the last than the first.
  private static func ring(_ worse: [[Int]], among betterCount: [Int]) -> [Int] {
    // Each state left over has a better one that is left over; going up must come round.
    var better = [Int: Int]()
    for state in worse.indices where betterCount[state] > 0 {
      for other in worse[state] where betterCount[other] > 0 && better[other] == nil { better[other] = state }
    }
    var path: [Int] = []
    var place: [Int: Int] = [:]
    var state = betterCount.indices.first { betterCount[$0] > 0 } ?? 0
    while place[state] == nil {
      place[state] = path.count
      path.append(state)
      state = better[state] ?? state
    }
    let ring = Array(path[(place[state] ?? 0)...].reversed())
    let least = ring.indices.min { ring[$0] < ring[$1] } ?? 0
    return Array(ring[least...] + ring[..<least])
  }

  /// The levels, if every two states are compared, directly or through others.
  func levels(_ name: String) throws(ConflictError) -> [UInt32] {
    var levels = [UInt32](repeating: 0, count: order.count)
    for (place, state) in order.enumerated() {
      levels[state] = UInt32(order.count - 1 - place)
      // In an order that compares all, each state is directly better than the next.
      if place + 1 < order.count, !worse[state].contains(order[place + 1]) {
        let pair = [state, order[place + 1]].sorted()
        throw .uncompared(decisionMaker: name, pair[0], pair[1])
      }
    }
    return levels
  }

  /// For each state the states that are worse, directly or through others.
  func below() -> [StateSet] {
    var below = [StateSet](repeating: StateSet(of: order.count), count: order.count)
    for state in order.reversed() {
      for other in worse[state] {
        below[state].insert(other)
        for index in below[state].words.indices { below[state].words[index] |= below[other].words[index] }
      }
    }
    return below
  }
}
