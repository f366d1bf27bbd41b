/// The minimum cut of ``BestSet`` among at most 63 players, in tables and masks.
///
/// It sends flow along shortest ways from players that bring something to players that take something, all of whom
/// are looked for at once, so that the source and the sink need no place of their own.
///
/// Source: Edmonds & Karp (1972), J. ACM 19, 248–264.
enum SmallCut {
  /// The least and the greatest of the best sets of `players`.
  ///
  /// - Parameters:
  ///   - players: whose choice is open.
  ///   - worths: by player, what each brings by itself.
  ///   - mutual: by row and column of players, `stride` apart, what two bring together, 0 or more.
  ///   - tolerance: what is left of an arc and is no more than this counts as nothing.
  static func extremes(
    of players: Coalition, worths: UnsafeMutablePointer<Int64>, mutual: UnsafeBufferPointer<Int64>, stride: Int,
    tolerance: Int64
  ) -> (least: Coalition, greatest: Coalition) {
    let count = players.count
    let all: UInt64 = (1 << UInt64(count)) - 1
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: count * count + 2 * count) { buffer in
      let room = buffer.baseAddress.unsafelyUnwrapped
      let left = room + count * count  // what each still brings (above 0) or takes (below 0)
      let names = left + count
      for (place, player) in players.enumerated() { names[place] = Int64(player) }
      for i in 0..<count {
        var weight = 2 * worths[Int(names[i])]
        for j in 0..<count {
          let both = i == j ? 0 : mutual[Int(names[i]) * stride + Int(names[j])]
          room[i * count + j] = both
          weight += both
        }
        left[i] = weight
      }
      return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { open in
        let open = open.baseAddress.unsafelyUnwrapped
        for i in 0..<count {
          var mask: UInt64 = 0
          for j in 0..<count where room[i * count + j] > 0 { mask |= 1 << UInt64(j) }
          open[i] = mask
        }
        return withUnsafeTemporaryAllocation(of: Int8.self, capacity: count) { parents in
          let parents = parents.baseAddress.unsafelyUnwrapped
          while send(count, left: left, room: room, open: open, parents: parents) {}
          var least: UInt64 = 0
          var lost: UInt64 = 0
          for i in 0..<count {
            if left[i] > 2 * tolerance { least |= 1 << UInt64(i) }
            if left[i] < -2 * tolerance { lost |= 1 << UInt64(i) }
          }
          least = spread(least, count) { room[$0 * count + $1] > 2 * tolerance }
          lost = spread(lost, count) { room[$1 * count + $0] > 2 * tolerance }
          return (named(least, names), named(all & ~lost, names))
        }
      }
    }
  }

  /// Sends flow along one shortest way; false when there is none.
  private static func send(
    _ count: Int, left: UnsafeMutablePointer<Int64>, room: UnsafeMutablePointer<Int64>,
    open: UnsafeMutablePointer<UInt64>, parents: UnsafeMutablePointer<Int8>
  ) -> Bool {
    var (seen, sinks): (UInt64, UInt64) = (0, 0)
    for i in 0..<count {
      if left[i] > 0 {
        seen |= 1 << UInt64(i)
        parents[i] = -1
      } else if left[i] < 0 {
        sinks |= 1 << UInt64(i)
      }
    }
    guard seen != 0, sinks != 0 else { return false }
    var wave = seen
    while wave != 0 {
      var next: UInt64 = 0
      for i in Coalition(mask: wave) {
        let fresh = open[i] & ~seen
        guard fresh != 0 else { continue }
        seen |= fresh
        next |= fresh
        for j in Coalition(mask: fresh) { parents[j] = Int8(i) }
        let met = fresh & sinks
        guard met == 0 else {
          push(to: met.trailingZeroBitCount, count, left: left, room: room, open: open, parents: parents)
          return true
        }
      }
      wave = next
    }
    return false
  }

  private static func push(
    to sink: Int, _ count: Int, left: UnsafeMutablePointer<Int64>, room: UnsafeMutablePointer<Int64>,
    open: UnsafeMutablePointer<UInt64>, parents: UnsafeMutablePointer<Int8>
  ) {
    var amount = -left[sink]
    var node = sink
    while parents[node] >= 0 {
      let before = Int(parents[node])
      amount = min(amount, room[before * count + node])
      node = before
    }
    amount = min(amount, left[node])
    left[node] -= amount
    left[sink] += amount
    node = sink
    while parents[node] >= 0 {
      let before = Int(parents[node])
      room[before * count + node] -= amount
      if room[before * count + node] == 0 { open[before] &= ~(1 << UInt64(node)) }
      room[node * count + before] += amount
      open[node] |= 1 << UInt64(before)
      node = before
    }
  }

  private static func spread(_ start: UInt64, _ count: Int, over isOpen: (Int, Int) -> Bool) -> UInt64 {
    var (seen, waiting) = (start, start)
    while waiting != 0 {
      let i = waiting.trailingZeroBitCount
      waiting &= waiting - 1
      for j in 0..<count where seen >> UInt64(j) & 1 == 0 && isOpen(i, j) {
        seen |= 1 << UInt64(j)
        waiting |= 1 << UInt64(j)
      }
    }
    return seen
  }

  private static func named(_ places: UInt64, _ names: UnsafeMutablePointer<Int64>) -> Coalition {
    Coalition(Coalition(mask: places).lazy.map { Int(names[$0]) })
  }
}
