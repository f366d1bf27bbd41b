/// The best sums of one row from each of several lists of worths, found a list at a time.
///
/// A sum that another beats stays beaten whatever is added to both; so after each list only the sums that no other
/// beats are kept.
struct FrontierSum {
  /// How the sums of one step came about: a sum of the step before, and a row of the list that was added.
  struct Step {
    let group: IssueGroup
    var starts: [Int] = [0]
    var parts: [(earlier: Int32, row: Int32)] = []
  }

  /// More sums than this are not compared at one step.
  static let mostSums = 1 << 26

  let parties: Int
  let keepsTies: Bool
  private(set) var sums: [Double]
  private(set) var steps: [Step] = []
  /// The smallest code and the number of the outcomes behind each sum; the number stops at `Int.max`.
  private(set) var codes: [Int] = [0]
  private(set) var tieCounts: [Int] = [1]

  /// - Parameters:
  ///   - groups: the lists.
  ///   - least: what each party's sum must reach, in units.
  ///   - keepsTies: whether all outcomes behind equal sums are kept, or the one with the smallest code.
  ///   - weighings: weights of the parties, at which sums that cannot reach the weighted sum of `least` are given up
  ///     early; only speed hangs on them.
  /// - Throws: ``NegotiationError/frontierTooLarge(_:)``.
  init(
    of groups: [IssueGroup], least: [Double], keepsTies: Bool, weighings: [[Double]] = []
  ) throws(NegotiationError) {
    parties = least.count
    self.keepsTies = keepsTies
    sums = [Double](repeating: 0, count: least.count)
    // Short lists first: the long steps are few then. The order of equal ones is that of the issues.
    let order = groups.indices.sorted { (groups[$0].count, $0) < (groups[$1].count, $1) }
    // What must be reached before a list is added: all later lists give at most their best.
    var needed = [[Double]](repeating: least, count: order.count)
    for step in order.indices.reversed().dropFirst() {
      needed[step] = zip(needed[step + 1], groups[order[step + 1]].highest).map { $0 - $1 }
    }
    var weighed: [[(weights: [Double], least: Double)]] = order.map { _ in [] }
    for weights in weighings {
      func weigh(_ row: ArraySlice<Double>) -> Double { zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 } }
      var bound = weigh(least[...])
      // 10⁻⁹ of the terms: far more than rounding makes of a sum.
      bound -= 1e-9 * zip(weights, least).reduce(0) { $0 + abs($1.0 * $1.1) }
      for step in order.indices.reversed() {
        weighed[step].append((weights, bound))
        let group = groups[order[step]]
        let values = (0..<group.count).map { weigh(group.rows[$0 * least.count..<($0 + 1) * least.count]) }
        bound -= values.max()! + 1e-9 * values.reduce(0) { max($0, abs($1)) }
      }
    }
    for (step, group) in order.enumerated() {
      try add(groups[group], needed: needed[step], weighed: weighed[step])
    }
  }

  private mutating func add(
    _ group: IssueGroup, needed: [Double], weighed: [(weights: [Double], least: Double)]
  ) throws(NegotiationError) {
    let (count, isOver) = codes.count.multipliedReportingOverflow(by: group.count)
    guard !isOver, count <= Self.mostSums / parties else { throw .frontierTooLarge(codes.count) }
    var parts: [(earlier: Int32, row: Int32)] = []
    parts.reserveCapacity(count)
    let parties = parties
    let candidates = [Double](unsafeUninitializedCapacity: count * parties) { buffer, filled in
      sums.withUnsafeBufferPointer { sums in
        group.rows.withUnsafeBufferPointer { rows in
          for earlier in 0..<codes.count {
            for row in 0..<group.count {
              var isEnough = true
              for party in 0..<parties {
                let sum = sums[earlier * parties + party] + rows[row * parties + party]
                buffer[filled + party] = sum
                isEnough = isEnough && sum >= needed[party]
              }
              for (weights, least) in weighed where isEnough {
                var sum = 0.0
                for party in 0..<parties { sum += weights[party] * buffer[filled + party] }
                isEnough = sum >= least
              }
              if isEnough {
                filled += parties
                parts.append((Int32(truncatingIfNeeded: earlier), Int32(truncatingIfNeeded: row)))
              }
            }
          }
        }
      }
    }
    let best = NondominatedPoints(of: candidates, parties: parties)
    var step = Step(group: group)
    var next: (sums: [Double], codes: [Int], tieCounts: [Int]) = ([], [], [])
    next.sums.reserveCapacity(best.count * parties)
    next.codes.reserveCapacity(best.count)
    next.tieCounts.reserveCapacity(best.count)
    for index in 0..<best.count {
      let members = best.members(of: index)
      let row = Int(members.first!) * parties
      next.sums.append(contentsOf: candidates[row..<row + parties])
      var (smallest, ties, chosen) = (Int.max, 0, parts[Int(members.first!)])
      for member in members {
        let part = parts[Int(member)]
        let found = group.codes(of: Int(part.row))
        let code = codes[Int(part.earlier)] + found.first!
        if code < smallest { (smallest, chosen) = (code, part) }
        let (product, isOver) = tieCounts[Int(part.earlier)].multipliedReportingOverflow(by: found.count)
        let (sum, isOverToo) = ties.addingReportingOverflow(product)
        ties = isOver || isOverToo ? .max : sum
        if keepsTies { step.parts.append(part) }
      }
      if !keepsTies { step.parts.append(chosen) }
      step.starts.append(step.parts.count)
      next.codes.append(smallest)
      next.tieCounts.append(ties)
    }
    (sums, codes, tieCounts) = next
    steps.append(step)
  }

  /// The smallest codes of the outcomes behind a sum, ascending, at most `limit` of them.
  func outcomes(behind sum: Int, atMost limit: Int) -> [Int] {
    if !keepsTies { return Array([codes[sum]].prefix(limit)) }
    var known: [[Int: [Int]]] = Array(repeating: [:], count: steps.count)
    // Two outcomes that differ in the added list's issues only are in the order of what they add: so the smallest
    // codes are made of the smallest codes before.
    func smallest(_ step: Int, _ sum: Int) -> [Int] {
      guard step >= 0 else { return [0] }
      if let found = known[step][sum] { return found }
      let here = steps[step]
      var all: [Int] = []
      for part in here.parts[here.starts[sum]..<here.starts[sum + 1]] {
        let added = here.group.codes(of: Int(part.row)).prefix(limit)
        for code in smallest(step - 1, Int(part.earlier)) { all.append(contentsOf: added.map { code + $0 }) }
      }
      let found = Array(all.sorted().prefix(limit))
      known[step][sum] = found
      return found
    }
    return smallest(steps.count - 1, sum)
  }
}
