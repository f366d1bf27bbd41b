/// The points of a list that no other point beats: at least as good for every party and better for one.
///
/// Points with the same worths do not beat each other; they are kept together, as one group.
struct NondominatedPoints {
  /// The numbers of the points, a group after the other, ascending within a group. Groups are in order of the first
  /// party's worth, the largest first, then the second's, and so on.
  private(set) var members: [Int32] = []
  /// Where each group begins, and where the last one ends.
  private(set) var starts: [Int32] = [0]

  var count: Int { starts.count - 1 }

  func members(of group: Int) -> ArraySlice<Int32> { members[Int(starts[group])..<Int(starts[group + 1])] }

  /// - Parameters:
  ///   - points: a row of finite worths for each point; fewer than 2³¹ rows.
  ///   - parties: how many worths a row has.
  ///   - bounds: the rows' own, if they are known.
  /// - Complexity: O(n log n) for two parties; for more, the points that are left after the best few have beaten
  ///   what they can are held against those kept, 64 at a time.
  init(of points: [Double], parties: Int, bounds: WorthBounds? = nil) {
    guard !points.isEmpty else { return }
    points.withUnsafeBufferPointer { points in
      let bounds = bounds ?? WorthBounds(of: points, parties: parties)
      var rows = Rows(points: points, parties: parties)
      rows.keepUnbeaten(bounds)
      let groups = rows.sortedGroups()
      let kept = parties == 2 ? rows.staircase(groups) : rows.sieved(groups)
      let order = kept.sorted { rows.precedes(Int(groups[$0].first), Int(groups[$1].first)) }
      members.reserveCapacity(order.count)
      starts.reserveCapacity(order.count + 1)
      for group in order {
        let range = groups[group].range
        members.append(contentsOf: rows.order[range].lazy.map(\.row).sorted())
        starts.append(Int32(members.count))
      }
    }
  }
}

extension NondominatedPoints {
  /// Those groups for which `isKept` holds.
  func keeping(_ isKept: (Int) -> Bool) -> NondominatedPoints {
    var kept = NondominatedPoints(of: [], parties: 1)
    for group in 0..<count where isKept(group) {
      kept.members.append(contentsOf: members(of: group))
      kept.starts.append(Int32(kept.members.count))
    }
    return kept
  }
}

/// Points on their way through the sieve.
private struct Rows {
  struct Keyed {
    let key: Double
    let row: Int32
  }
  struct Group {
    let range: Range<Int>
    let first: Int32
  }

  /// How many points the others are held against first.
  static let pivotCount = 12

  let points: UnsafeBufferPointer<Double>
  let parties: Int
  /// The points that are left, with the sum of their worths, each party's scaled to its range.
  private(set) var order: [Keyed] = []

  init(points: UnsafeBufferPointer<Double>, parties: Int) {
    self.points = points
    self.parties = parties
  }

  /// Whether the first row comes before the second: the first worth that differs is larger.
  func precedes(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (first * parties, second * parties)
    for party in 0..<parties where points[a + party] != points[b + party] {
      return points[a + party] > points[b + party]
    }
    return false
  }

  /// All points but those that the best few beat, if there are many.
  mutating func keepUnbeaten(_ bounds: WorthBounds) {
    let (points, parties) = (points, parties)
    let isLong = points.count > 1024 * parties
    switch parties {
    case 4 where isLong:
      order = unbeaten(bounds) { row in
        SIMD4(points[4 * row], points[4 * row + 1], points[4 * row + 2], points[4 * row + 3])
      }
    case ...3 where isLong:
      order = unbeaten(bounds) { row in
        var lanes = SIMD4<Double>.zero
        for party in 0..<parties { lanes[party] = points[row * parties + party] }
        return lanes
      }
    default:
      keepAll(bounds)
      if isLong { dropBeaten() }
    }
  }

  /// Rounding keeps order, so no point's key is below that of a point it beats.
  private mutating func keepAll(_ bounds: WorthBounds) {
    let count = points.count / parties
    order = [Keyed](unsafeUninitializedCapacity: count) { buffer, filled in
      bounds.factors.withUnsafeBufferPointer { factors in
        var place = 0
        for row in 0..<count {
          var key = 0.0
          for party in 0..<parties { key += points[place + party] * factors[party] }
          buffer[row] = Keyed(key: key, row: Int32(truncatingIfNeeded: row))
          place += parties
        }
      }
      filled = count
    }
  }

  /// The same of up to four parties, where `lanes` gives a row's worths, with zeros after the last: a stretch of the
  /// list after the other, each held against the best of those before.
  @inline(__always)
  private func unbeaten(_ bounds: WorthBounds, _ lanes: (Int) -> SIMD4<Double>) -> [Keyed] {
    let count = points.count / parties
    var factors = SIMD4<Double>.zero
    for party in 0..<parties { factors[party] = bounds.factors[party] }
    func keyed(_ row: Int, _ worths: SIMD4<Double>) -> Keyed {
      Keyed(key: (worths * factors).sum(), row: Int32(truncatingIfNeeded: row))
    }
    func best(_ rows: [Keyed]) -> [Keyed] { Array(rows.sorted { $0.key > $1.key }.prefix(Self.pivotCount)) }
    var few = best((0..<1024).map { keyed($0, lanes($0)) })
    var left: [Keyed] = []
    left.reserveCapacity(count / 16)
    let stretch = (count + 31) / 32
    for start in stride(from: 0, to: count, by: stretch) {
      let first = left.count
      let pivots = few.map { lanes(Int($0.row)) }
      pivots.withUnsafeBufferPointer { pivots in
        for row in start..<min(count, start + stretch) {
          let worths = lanes(row)
          // As good for all: beaten unless it is the same.
          if !pivots.contains(where: { all($0 .>= worths) && any($0 .> worths) }) { left.append(keyed(row, worths)) }
        }
      }
      // What is best so far beats more of what comes.
      few = best((start > 0 ? few : []) + best(Array(left[first...])))
    }
    // The first stretches have not met the last pivots yet.
    let pivots = few.map { lanes(Int($0.row)) }
    left.removeAll { point in
      let worths = lanes(Int(point.row))
      return pivots.contains { all($0 .>= worths) && any($0 .> worths) }
    }
    return left
  }

  /// Drops what is beaten by the best points of some stretches of the list.
  private mutating func dropBeaten() {
    let stretch = (order.count + 31) / 32
    var best: [Keyed] = []
    for start in stride(from: 0, to: order.count, by: stretch) {
      var top = order[start]
      for index in start..<min(order.count, start + stretch) where order[index].key > top.key { top = order[index] }
      best.append(top)
    }
    best.sort { $0.key > $1.key }
    var pivots: [Double] = []
    for point in best.prefix(Self.pivotCount) {
      pivots.append(contentsOf: points[Int(point.row) * parties..<(Int(point.row) + 1) * parties])
    }
    let (parties, points) = (parties, points)
    let left = order.withUnsafeMutableBufferPointer { order in
      pivots.withUnsafeBufferPointer { pivots -> Int in
        var kept = 0
        for index in order.indices {
          let place = Int(order[index].row) * parties
          var isBeaten = false
          var pivot = 0
          while pivot < pivots.count && !isBeaten {
            var party = 0
            while party < parties && pivots[pivot + party] >= points[place + party] { party += 1 }
            if party == parties {
              // As good for all: beaten unless it is the same.
              for party in 0..<parties where pivots[pivot + party] > points[place + party] { isBeaten = true }
            }
            pivot += parties
          }
          order[kept] = order[index]
          kept += isBeaten ? 0 : 1
        }
        return kept
      }
    }
    order.removeLast(order.count - left)
  }

  /// Puts what beats before what is beaten, and equal points together.
  mutating func sortedGroups() -> [Group] {
    order.sort { $0.key > $1.key }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && order[end].key == order[start].key { end += 1 }
      if end > start + 1 {
        let run = order[start..<end].sorted {
          precedes(Int($0.row), Int($1.row)) || !precedes(Int($1.row), Int($0.row)) && $0.row < $1.row
        }
        order.replaceSubrange(start..<end, with: run)
      }
      start = end
    }
    var groups: [Group] = []
    start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && order[end].key == order[start].key
        && !precedes(Int(order[start].row), Int(order[end].row))
      { end += 1 }
      groups.append(Group(range: start..<end, first: order[start].row))
      start = end
    }
    return groups
  }

  /// Two parties: from the first's best downwards, those that give the second more than any before.
  func staircase(_ groups: [Group]) -> [Int] {
    let descending = groups.indices.sorted { precedes(Int(groups[$0].first), Int(groups[$1].first)) }
    var most = -Double.infinity
    return descending.filter { group in
      let second = points[Int(groups[group].first) * 2 + 1]
      defer { most = max(most, second) }
      return second > most
    }
  }

  /// Those groups to which no earlier one is as good: what beats a point stands before it.
  func sieved(_ groups: [Group]) -> [Int] {
    let base = points.baseAddress!
    var kept: [Int] = []
    if groups.count <= 256 {
      for (index, group) in groups.enumerated() {
        let place = Int(group.first) * parties
        let isBeaten = kept.contains { other in
          let row = Int(groups[other].first) * parties
          var party = 0
          while party < parties && points[row + party] >= points[place + party] { party += 1 }
          return party == parties
        }
        if !isBeaten { kept.append(index) }
      }
      return kept
    }
    var sample: [Double] = []
    for index in stride(from: 0, to: groups.count, by: max(1, groups.count / 2048)) {
      let row = Int(groups[index].first) * parties
      sample.append(contentsOf: points[row..<row + parties])
    }
    var sieve = DominanceSieve(sample: sample, parties: parties)
    let batch = 1024
    var levels = [Int](repeating: 0, count: batch * parties)
    var alive: [Int] = []
    var start = 0
    while start < groups.count {
      let end = min(start + batch, groups.count)
      alive.removeAll(keepingCapacity: true)
      levels.withUnsafeMutableBufferPointer { levels in
        let levels = levels.baseAddress!
        for index in start..<end {
          sieve.setLevels(of: base + Int(groups[index].first) * parties, levels + (index - start) * parties)
          alive.append(index)
        }
        // A whole batch goes through one block while the block is at hand.
        let closed = sieve.closedBlocks
        for block in 0..<closed {
          alive.removeAll {
            sieve.holdsAsGood(
              as: base + Int(groups[$0].first) * parties, levels: levels + ($0 - start) * parties,
              blocks: block..<block + 1)
          }
        }
        for index in alive {
          let worths = base + Int(groups[index].first) * parties
          let own = levels + (index - start) * parties
          if !sieve.holdsAsGood(as: worths, levels: own, blocks: closed..<sieve.blocks) {
            sieve.insert(worths, levels: own)
            kept.append(index)
          }
        }
      }
      start = end
    }
    return kept
  }
}
