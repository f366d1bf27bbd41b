/// A party's outcomes from the best to the worst, equally good ones by their code.
struct OutcomeRanking: Sendable {
  /// The outcomes' codes, best first.
  var outcomes: [UInt32]
  /// Their worths in the same order: contiguous, so that a search for a worth touches no other memory.
  var worths: [Double]

  /// O(n) where worths are spread over their range, O(n log n) where most of them crowd in a corner of it.
  ///
  /// Outcomes are dealt into as many buckets as there are outcomes, by where their worth lies between the best and
  /// the worst; the buckets are in order, and what is left to sort in each is little.
  init(of column: [Double]) {
    let count = column.count
    let best = column.max() ?? 0
    let scale = Double(count - 1) / (best - (column.min() ?? 0))
    guard count > 1, scale.isFinite, scale > 0 else {
      self.init(comparing: column)
      return
    }
    var ends = [UInt32](repeating: 0, count: count + 1)
    var outcomes = [UInt32](repeating: 0, count: count)
    var worths = [Double](repeating: 0, count: count)
    // Every index below is in bounds: `best - worth` times `scale` is between 0 and `count - 1`, give or take a
    // rounding that the smaller of the two takes away; a bucket's end is at most `count`.
    column.withUnsafeBufferPointer { column in
      ends.withUnsafeMutableBufferPointer { ends in
        outcomes.withUnsafeMutableBufferPointer { outcomes in
          worths.withUnsafeMutableBufferPointer { worths in
            for worth in column { ends[min(Int((best - worth) * scale), count - 1) + 1] &+= 1 }
            var largest: UInt32 = 0
            for bucket in 1...count {
              largest = max(largest, ends[bucket])
              ends[bucket] &+= ends[bucket - 1]
            }
            for outcome in 0..<count {
              let worth = column[outcome]
              let bucket = min(Int((best - worth) * scale), count - 1)
              let place = Int(ends[bucket])
              ends[bucket] &+= 1
              worths[place] = worth
              outcomes[place] = UInt32(truncatingIfNeeded: outcome)
            }
            if largest <= Self.fewInABucket {
              Self.insert(worths, outcomes, 0..<count)
            } else {
              var start = 0
              for bucket in 0..<count {
                let end = Int(ends[bucket])
                if end - start > 1 { Self.sort(worths, outcomes, start..<end) }
                start = end
              }
            }
          }
        }
      }
    }
    self.init(outcomes: outcomes, worths: worths)
  }

  private init(outcomes: [UInt32], worths: [Double]) {
    self.outcomes = outcomes
    self.worths = worths
  }

  private init(comparing column: [Double]) {
    let order = column.indices.sorted { (first: Int, second: Int) -> Bool in
      column[first] == column[second] ? first < second : column[first] > column[second]
    }
    self.init(outcomes: order.map { UInt32(truncatingIfNeeded: $0) }, worths: order.map { column[$0] })
  }

  /// Buckets up to this size are sorted by inserting.
  private static let fewInABucket = 24

  /// Sorts a range in which nothing is far from its place; equal worths keep their order.
  private static func insert(
    _ worths: UnsafeMutableBufferPointer<Double>, _ outcomes: UnsafeMutableBufferPointer<UInt32>, _ range: Range<Int>
  ) {
    for place in range.dropFirst() {
      let worth = worths[place]
      var gap = place
      guard worths[gap - 1] < worth else { continue }
      let outcome = outcomes[place]
      while gap > range.lowerBound, worths[gap - 1] < worth {
        worths[gap] = worths[gap - 1]
        outcomes[gap] = outcomes[gap - 1]
        gap -= 1
      }
      worths[gap] = worth
      outcomes[gap] = outcome
    }
  }

  private static func sort(
    _ worths: UnsafeMutableBufferPointer<Double>, _ outcomes: UnsafeMutableBufferPointer<UInt32>, _ range: Range<Int>
  ) {
    guard range.count > fewInABucket else { return insert(worths, outcomes, range) }
    guard range.dropFirst().contains(where: { worths[$0 - 1] < worths[$0] }) else { return }
    typealias Entry = (worth: Double, outcome: UInt32)
    let entries: [Entry] = range.map { (worths[$0], outcomes[$0]) }
    let sorted = entries.sorted { (first: Entry, second: Entry) -> Bool in
      first.worth == second.worth ? first.outcome < second.outcome : first.worth > second.worth
    }
    for (place, entry) in zip(range, sorted) {
      worths[place] = entry.worth
      outcomes[place] = entry.outcome
    }
  }
}
