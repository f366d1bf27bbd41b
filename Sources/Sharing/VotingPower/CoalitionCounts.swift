/// How many coalitions of some players have each size and each sum of whole weights below a cap.
///
/// One generating function: a row a size, a column a sum. A player is added by shifting the rows one size and
/// its weight, and taken out again by undoing that, so all players together cost one table and one removal
/// for each distinct weight. The counts are whole numbers; they wrap around where a removal borrows, so they
/// are right as long as the coalitions themselves fit.
///
/// Source: Mann & Shapley (1962), RAND RM-3158; Brams & Affuso (1976), Theory and Decision 7, 29–56.
struct CoalitionCounts<Count: FixedWidthInteger & UnsignedInteger> {
  /// How many sums are told apart: 0 to `cap` − 1. Larger ones are not counted.
  let cap: Int
  let playerCount: Int
  private var counts: [Count]
  /// The smallest and the largest sum of each size, beyond which a row is zero.
  private var lowest: [Int]
  private var highest: [Int]

  /// - Parameters:
  ///   - weights: from zero up.
  ///   - cap: at least one.
  init(weights: [Int], cap: Int) {
    self.cap = cap
    playerCount = weights.count
    let ascending = weights.sorted()
    counts = [Count](repeating: 0, count: (weights.count + 1) * cap)
    counts[0] = 1
    lowest = [0]
    highest = [0]
    for weight in ascending { lowest.append(lowest[lowest.count - 1] + weight) }
    for weight in ascending.reversed() { highest.append(highest[highest.count - 1] + weight) }
    // From the lightest up: after k of them the largest sum of a size is that of the last ones added.
    var sums = [0]
    for weight in ascending { sums.append(sums[sums.count - 1] + weight) }
    let (cap, lowest) = (cap, lowest)
    counts.withUnsafeMutableBufferPointer { counts in
      for (added, weight) in ascending.enumerated() where weight < cap {
        for size in stride(from: added, through: 0, by: -1) {
          let end = min(cap - weight, sums[added] - sums[added - size] + 1)
          guard lowest[size] < end else { continue }
          let (from, to) = (size * cap, (size + 1) * cap + weight)
          for sum in lowest[size]..<end { counts[to + sum] &+= counts[from + sum] }
        }
      }
    }
  }

  /// A buffer for ``remove(weight:into:)``.
  func room() -> [Count] { [Count](repeating: 0, count: counts.count) }

  /// The counts of the coalitions without one player of this weight, by row, into `rest`.
  func remove(weight: Int, into rest: inout [Count]) {
    let cap = cap
    rest.withUnsafeMutableBufferPointer { rest in
      counts.withUnsafeBufferPointer { counts in
        for size in 0..<playerCount {
          let row = size * cap
          let end = min(cap, highest[size] + 1)
          guard lowest[size] < end else { continue }
          if size == 0 || weight >= end {
            for sum in lowest[size]..<end { rest[row + sum] = counts[row + sum] }
            continue
          }
          let before = (size - 1) * cap - weight
          // Below the smallest sum of a size smaller by one, plus this weight, there is nothing to take away.
          let start = min(max(weight + lowest[size - 1], lowest[size]), end)
          let last = max(start, min(end, highest[size - 1] + weight + 1))
          for sum in lowest[size]..<start { rest[row + sum] = counts[row + sum] }
          for sum in start..<last { rest[row + sum] = counts[row + sum] &- rest[before + sum] }
          for sum in last..<end { rest[row + sum] = counts[row + sum] }
        }
      }
    }
  }

  /// The coalitions of this size in `rest` whose sum is below `bound`, at most the cap.
  func number(ofSize size: Int, below bound: Int, in rest: [Count]) -> Count {
    let end = min(bound, cap, highest[size] + 1)
    guard lowest[size] < end else { return 0 }
    return rest.withUnsafeBufferPointer { rest in
      var sum: Count = 0
      for column in (size * cap + lowest[size])..<(size * cap + end) { sum &+= rest[column] }
      return sum
    }
  }

  /// The sums below the cap that coalitions of this size can have, and how many have each, in `rest`.
  func row(ofSize size: Int, in rest: [Count]) -> (lowest: Int, counts: ArraySlice<Count>) {
    let end = min(cap, highest[size] + 1)
    guard lowest[size] < end else { return (0, []) }
    return (lowest[size], rest[(size * cap + lowest[size])..<(size * cap + end)])
  }
}
