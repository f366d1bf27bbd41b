/// The sets of players that bring most together, when each brings something of its own, perhaps less than nothing,
/// and each pair brings something, never less than nothing, if both are in.
///
/// Maximising Σᵢ wᵢ + Σ₍ᵢⱼ₎ pᵢⱼ over sets is a minimum cut: a player's own worth with half of what its pairs would
/// bring is an arc from the source or to the sink, half of each pair's an arc both ways, and a cut pays for what a
/// set forgoes. Flows are whole numbers, so the cut is exact. The best sets are closed under union and
/// intersection; the least and the greatest are what the source reaches, and what does not reach the sink, in the
/// arcs that the flow left room in.
///
/// Source: Picard & Ratliff (1975), Networks 5, 357–370.
enum BestSet {
  /// What is left of an arc to the source or the sink, after a flow that is as large as can be.
  struct Extremes {
    let least: [Bool]
    let greatest: [Bool]
  }

  /// - Parameters:
  ///   - worths: one a player, in whole units.
  ///   - pairs: two different players and what they bring together, 0 or more.
  ///   - tolerance: what is left of an arc and is no more than this counts as nothing.
  static func extremes(
    worths: [Int64], pairs: [(first: Int, second: Int, worth: Int64)], tolerance: Int64
  ) -> Extremes {
    let count = worths.count
    // Twice everything, so that halves are whole.
    var weights = worths.map { 2 * $0 }
    for pair in pairs {
      weights[pair.first] += pair.worth
      weights[pair.second] += pair.worth
    }
    var flow = MaximumFlow(nodes: count + 2, arcs: pairs.count + count)
    let (source, sink) = (count, count + 1)
    for (player, weight) in weights.enumerated() {
      if weight > 0 { flow.join(source, player, weight, back: 0) }
      if weight < 0 { flow.join(player, sink, -weight, back: 0) }
    }
    for pair in pairs where pair.worth > 0 { flow.join(pair.first, pair.second, pair.worth, back: pair.worth) }
    flow.saturate(from: source, to: sink)
    let reached = flow.reached(from: source, above: 2 * tolerance)
    let reaching = flow.reaching(sink, above: 2 * tolerance)
    return Extremes(least: Array(reached[..<count]), greatest: reaching[..<count].map { !$0 })
  }
}

/// A flow as large as can be, in whole units.
///
/// Source: Dinic (1970), Soviet Math. Dokl. 11, 1277–1280: augment along shortest ways, all of one length at a time.
struct MaximumFlow {
  /// The first arc out of each node, and the next of each arc; −1 for none. Arc a and arc a ^ 1 are one another's way back.
  private var first: [Int32]
  private var next: [Int32] = []
  private var head: [Int32] = []
  private var room: [Int64] = []

  init(nodes: Int, arcs: Int) {
    first = [Int32](repeating: -1, count: nodes)
    next.reserveCapacity(2 * arcs)
    head.reserveCapacity(2 * arcs)
    room.reserveCapacity(2 * arcs)
  }

  /// Adds an arc with room for `capacity` from `tail` to `head` and for `back` the other way.
  mutating func join(_ tail: Int, _ head: Int, _ capacity: Int64, back: Int64) {
    for (from, to, room) in [(tail, head, capacity), (head, tail, back)] {
      next.append(first[from])
      first[from] = Int32(self.head.count)
      self.head.append(Int32(to))
      self.room.append(room)
    }
  }

  /// Sends as much as can be sent.
  /// - Complexity: O(nodes² · arcs) at most, and far less as a rule.
  mutating func saturate(from source: Int, to sink: Int) {
    var level = [Int32](repeating: -1, count: first.count)
    var path: [Int32] = []
    while true {
      for node in level.indices { level[node] = -1 }
      level[source] = 0
      var queue = [Int32(source)]
      var place = 0
      while place < queue.count, level[sink] < 0 {
        let node = Int(queue[place])
        place += 1
        var arc = first[node]
        while arc >= 0 {
          let to = head[Int(arc)]
          if room[Int(arc)] > 0, level[Int(to)] < 0 {
            level[Int(to)] = level[node] + 1
            queue.append(to)
          }
          arc = next[Int(arc)]
        }
      }
      guard level[sink] >= 0 else { return }
      var current = first
      path.removeAll(keepingCapacity: true)
      var node = source
      while true {
        if node == sink {
          // The narrowest arc of the way decides, and the search goes on from where the way is now full.
          let pushed = path.reduce(Int64.max) { min($0, room[Int($1)]) }
          var firstFull = path.count
          for (index, arc) in path.enumerated().reversed() {
            room[Int(arc)] -= pushed
            room[Int(arc ^ 1)] += pushed
            if room[Int(arc)] == 0 { firstFull = index }
          }
          node = Int(head[Int(path[firstFull] ^ 1)])
          path.removeSubrange(firstFull...)
        } else if current[node] >= 0 {
          let arc = current[node]
          if room[Int(arc)] > 0, level[Int(head[Int(arc)])] == level[node] + 1 {
            path.append(arc)
            node = Int(head[Int(arc)])
          } else {
            current[node] = next[Int(arc)]
          }
        } else {
          guard let last = path.popLast() else { break }
          level[node] = -1
          node = Int(head[Int(last ^ 1)])
        }
      }
    }
  }

  /// The nodes that arcs with room for more than `least` lead to from `source`.
  func reached(from source: Int, above least: Int64) -> [Bool] { spread(from: source) { room[$0] > least } }

  /// The nodes from which arcs with room for more than `least` lead to `sink`.
  func reaching(_ sink: Int, above least: Int64) -> [Bool] { spread(from: sink) { room[$0 ^ 1] > least } }

  private func spread(from start: Int, over isOpen: (Int) -> Bool) -> [Bool] {
    var seen = [Bool](repeating: false, count: first.count)
    seen[start] = true
    var waiting = [start]
    while let node = waiting.popLast() {
      var arc = Int(first[node])
      while arc >= 0 {
        let to = Int(head[arc])
        if !seen[to], isOpen(arc) {
          seen[to] = true
          waiting.append(to)
        }
        arc = Int(next[arc])
      }
    }
    return seen
  }
}
