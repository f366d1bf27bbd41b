import Foundation

/// One run of ``FairestPackage``: the tree of groups walked depth first, to find the fairest gains, or the package of
/// smallest code that has them.
struct PackageWalk {
  private let search: FairestPackage
  private let parties: Int
  /// Groups in the order of the walk, those that move gains most first.
  private let order: [Int]
  /// What a combination adds to worths, by depth: `added[depth][place * parties + party]`, and which combination.
  private var added: [[Double]] = []
  private var choices: [[Int]] = []
  /// The most that the groups from a depth on can add, by party.
  private var most: [[Double]] = []
  /// Weights of the dual bounds, each times its party's scale, and the most that the weighted sum of what is open can
  /// be from a depth on.
  private var weights: [[Double]] = []
  private var mostWeighted: [[Double]] = []
  /// A tilted gain is (worth − floor) × scale.
  private let floor: [Double]
  private let scales: [Double]
  private let canGain: [Bool]
  private var steps = 0
  private var chosen: [Int]
  private var sums: [[Double]]
  private var rank: [Int]

  /// The best package so far and its gains, smallest first; `Int.max` stands for who cannot gain.
  private(set) var incumbent: [Int]?
  private(set) var gains: [Int] = []
  /// What the smallest gain must reach to be of interest.
  private var threshold: Double

  /// Whether the gains are known and the smallest code is looked for.
  private let isByCode: Bool
  /// Of the nodes seen of a depth with the same sums, the one with the smallest code; nil once they are not to be kept.
  private var seen: [[[Double]: [Int]]]?
  /// Whether something that may be as good as the best was left out.
  private(set) var hasTies = false
  /// Whether a package was at everyone's floor but for what rounding leaves: then packages of equal sums differ.
  private(set) var isRough = false

  /// More nodes of a depth are not kept.
  private static let seenLimit = 1 << 17

  /// How far a bound may be missed: half a unit since gains are rounded, and as much for the weighted sums.
  private static let slack = FairestPackage.unit

  /// - Parameters:
  ///   - search: What is looked for.
  ///   - tilts: A positive number a party.
  ///   - known: A fairest package, beside which that of smallest code is wanted; nil to look for the fairest gains.
  ///   - remembering: Whether nodes with the same sums are gone through once only.
  init(_ search: FairestPackage, tilts: [Double], beside known: FairestPackage.Found? = nil, remembering: Bool) {
    self.search = search
    isByCode = known != nil
    seen = remembering ? search.space.groups.map { _ in [:] } : nil
    let space = search.space
    let parties = space.preferences.count
    self.parties = parties
    canGain = search.room.map { $0 != nil }
    let scales = (0..<parties).map { party -> Double in
      if let room = search.room[party] { return 1 / (room * tilts[party]) }
      // Who cannot gain must only not lose: any unit does in which rounding is small.
      let size = max(space.best[party] - space.worst[party], abs(search.floor[party]))
      return size > 0 ? 1 / size : 1
    }
    self.scales = scales
    floor = search.floor
    // Worths in steps of a power of two, some 2⁻⁴⁵ of the largest sum: whole numbers stay as they are, and sums
    // are exact in whatever order, so no bound falls below what it bounds and equal sums are equal numbers.
    let steps = (0..<parties).map { party -> Double in
      let size = space.worths.reduce(0.0) { total, table in
        total + stride(from: party, to: table.count, by: parties).reduce(0) { max($0, abs(table[$1])) }
      }
      return size > 0 ? Double(sign: .plus, exponent: max(size.exponent - 44, -1000), significand: 1) : 1
    }
    let tables = space.worths.map { table in
      var rounded = table
      for place in rounded.indices {
        let step = steps[place % parties]
        rounded[place] = (rounded[place] / step).rounded() * step
      }
      return rounded
    }
    let widths = zip(tables, space.counts).map { table, count in
      (0..<parties).reduce(0.0) { total, party in
        let own = stride(from: party, to: count * parties, by: parties).map { table[$0] }
        return total + ((own.max() ?? 0) - (own.min() ?? 0)) * scales[party]
      }
    }
    order = space.groups.indices.sorted { (-widths[$0], $0) < (-widths[$1], $1) }
    chosen = [Int](repeating: 0, count: space.agenda.issues.count)
    sums = [[Double]](repeating: [Double](repeating: 0, count: parties), count: order.count + 1)
    rank = [Int](repeating: 0, count: parties)
    threshold = -Self.slack
    let start = (0..<parties).map { -search.floor[$0] * scales[$0] }
    let scaled = tables.map { table in table.indices.map { table[$0] * scales[$0 % parties] } }
    weights = Self.dualWeights(of: scaled, counts: space.counts, start: start, canGain: canGain).map { weights in
      zip(weights, scales).map { $0 * $1 }
    }
    prepare(tables)
    if let known {
      gains = known.gains
      incumbent = known.package
      raiseThreshold()
    }
  }

  /// Sorts each group's combinations by what they promise, and adds up what depths can still bring.
  private mutating func prepare(_ tables: [[Double]]) {
    for group in order {
      let (table, count) = (tables[group], search.space.counts[group])
      let promise = (0..<count).map { choice in
        (0..<parties).reduce(0.0) { $0 + weights[0][$1] * table[choice * parties + $1] }
      }
      let sorted = !isByCode ? (0..<count).sorted { (-promise[$0], $0) < (-promise[$1], $1) } : Array(0..<count)
      choices.append(sorted)
      var rows: [Double] = []
      rows.reserveCapacity(count * parties)
      for choice in sorted { rows += table[(choice * parties)..<((choice + 1) * parties)] }
      added.append(rows)
    }
    most = [[Double]](repeating: [Double](repeating: 0, count: parties), count: order.count + 1)
    mostWeighted = [[Double]](repeating: [Double](repeating: 0, count: weights.count), count: order.count + 1)
    for depth in order.indices.reversed() {
      for party in 0..<parties {
        let own = stride(from: party, to: added[depth].count, by: parties).map { added[depth][$0] }
        most[depth][party] = most[depth + 1][party] + (own.max() ?? 0)
      }
      for (number, weights) in weights.enumerated() {
        var largest = -Double.infinity
        for row in 0..<choices[depth].count {
          var sum = 0.0
          for party in 0..<parties { sum += weights[party] * added[depth][row * parties + party] }
          largest = max(largest, sum)
        }
        mostWeighted[depth][number] = mostWeighted[depth + 1][number] + largest
      }
    }
  }

  /// Weights under which no package's weighted sum of gains is much larger than need be: the best found on the whole,
  /// then the best halfway.
  private static func dualWeights(
    of tables: [[Double]], counts: [Int], start: [Double], canGain: [Bool]
  ) -> [[Double]] {
    let parties = start.count
    let active = canGain.indices.filter { canGain[$0] }
    guard !active.isEmpty else { return [[Double](repeating: 0, count: parties)] }
    let work = max(1, counts.reduce(0, +) * parties)
    // Few packages are walked sooner than bounded.
    let packages = counts.reduce(1.0) { $0 * Double($1) }
    let rounds = packages <= 4096 ? 16 : min(240, max(16, 2_000_000 / work))
    var current = [Double](repeating: 0, count: parties)
    for party in active { current[party] = 1 / Double(active.count) }
    var kept: [[Double]] = []
    var (least, best) = (Double.infinity, current)
    for round in 0..<rounds {
      var gradient = start
      var bound = 0.0
      for (table, count) in zip(tables, counts) {
        var (largest, at) = (-Double.infinity, 0)
        for choice in 0..<count {
          var sum = 0.0
          for party in 0..<parties { sum += current[party] * table[choice * parties + party] }
          if sum > largest { (largest, at) = (sum, choice) }
        }
        bound += largest
        for party in 0..<parties { gradient[party] += table[at * parties + party] }
      }
      bound += zip(current, start).reduce(0) { $0 + $1.0 * $1.1 }
      if bound < least { (least, best) = (bound, current) }
      if round == rounds / 4 { kept.append(best) }
      // Who gains most weighs less.
      let step = 2 / (1 + Double(round)).squareRoot()
      var total = 0.0
      for party in active {
        current[party] = max(current[party] * exp(-step * min(max(gradient[party], -4), 4)), 1e-9)
        total += current[party]
      }
      for party in active { current[party] /= total }
    }
    return [best] + kept.filter { $0 != best }
  }

  // MARK: Candidates

  /// Takes a package for the best if it fits and is better than the best so far.
  mutating func offer(_ package: [Int]) {
    var sum = [Double](repeating: 0, count: parties)
    for (depth, group) in order.enumerated() {
      var code = 0
      for issue in search.space.groups[group] {
        code = code * search.space.agenda.issues[issue].count + package[issue]
      }
      guard let row = choices[depth].firstIndex(of: code) else { return }
      for party in 0..<parties { sum[party] += added[depth][row * parties + party] }
    }
    consider(package, sum)
  }

  private mutating func consider(_ package: [Int], _ sum: [Double]) {
    for party in 0..<parties { rank[party] = canGain[party] ? key(sum[party], party) : .max }
    rank.sort()
    if isByCode {
      guard !rank.lexicographicallyPrecedes(gains) else { return }
      if let incumbent, !package.lexicographicallyPrecedes(incumbent) { return }
    } else if let incumbent, !gains.lexicographicallyPrecedes(rank) {
      if rank == gains && package != incumbent { hasTies = true }
      return
    }
    guard search.keepsFloors(package) else {
      if (0..<parties).allSatisfy({ gain(sum[$0], $0) >= -1e-9 }) { isRough = true }
      return
    }
    guard search.fits(package) else { return }
    incumbent = package
    gains = rank
    raiseThreshold()
  }

  private mutating func raiseThreshold() {
    if gains[0] != .max { threshold = max(threshold, Double(gains[0]) * FairestPackage.unit - Self.slack) }
  }

  private func gain(_ worth: Double, _ party: Int) -> Double { (worth - floor[party]) * scales[party] }

  /// A gain in units; far below any floor where it would not fit.
  private func key(_ worth: Double, _ party: Int) -> Int {
    Int((min(max(gain(worth, party), -0x1p30), 0x1p30) / FairestPackage.unit).rounded())
  }

  /// Packages that no change of one group makes fairer, from where the weights point and from the first combinations.
  mutating func offerClimbs() {
    var rows = [Int](repeating: 0, count: order.count)
    for _ in 0..<2 {
      climb(&rows)
      rows = choices.map { $0.count / 2 }
    }
  }

  private mutating func climb(_ rows: inout [Int]) {
    var sum = [Double](repeating: 0, count: parties)
    for depth in order.indices {
      for party in 0..<parties { sum[party] += added[depth][rows[depth] * parties + party] }
    }
    var isBetter = true
    var rounds = 0
    while isBetter && rounds < 20 {
      isBetter = false
      rounds += 1
      for depth in order.indices {
        let row = bestRow(at: depth, given: sum, now: rows[depth])
        guard row != rows[depth] else { continue }
        for party in 0..<parties {
          sum[party] += added[depth][row * parties + party] - added[depth][rows[depth] * parties + party]
        }
        rows[depth] = row
        isBetter = true
      }
    }
    for depth in order.indices { place(choices[depth][rows[depth]], at: depth) }
    offer(chosen)
  }

  /// The row of a group that makes the smallest gain largest, all else as it is; a little of the sum is added to tell
  /// apart what has the same.
  private func bestRow(at depth: Int, given sum: [Double], now: Int) -> Int {
    let table = added[depth]
    let rest = (0..<parties).map { sum[$0] - table[now * parties + $0] }
    var (best, at) = (-Double.infinity, now)
    for row in 0..<choices[depth].count {
      var (least, total) = (Double.infinity, 0.0)
      for party in 0..<parties {
        let gained = gain(rest[party] + table[row * parties + party], party)
        least = min(least, gained)
        total += gained
      }
      let value = least + 1e-3 * total
      if value > best || value == best && row == now { (best, at) = (value, row) }
    }
    return at
  }

  private mutating func place(_ choice: Int, at depth: Int) {
    let group = order[depth]
    let issues = search.space.groups[group]
    if issues.count == 1 {
      chosen[issues[0]] = choice
    } else {
      for (issue, option) in zip(issues, search.space.options(of: choice, in: group)) { chosen[issue] = option }
    }
  }

  // MARK: The walk

  mutating func run() throws(NegotiationError) {
    for issue in chosen.indices { chosen[issue] = 0 }
    guard mayHold(0) else { return }
    try descend(0)
  }

  private mutating func descend(_ depth: Int) throws(NegotiationError) {
    let isLast = depth + 1 == order.count
    for row in choices[depth].indices {
      steps += 1
      guard steps <= search.stepLimit else { throw .searchStopped(steps: search.stepLimit) }
      for party in 0..<parties { sums[depth + 1][party] = sums[depth][party] + added[depth][row * parties + party] }
      guard isPromising(depth + 1) else { continue }
      place(choices[depth][row], at: depth)
      if isLast {
        consider(chosen, sums[depth + 1])
      } else if mayHold(depth + 1) && !isKnown(depth + 1) {
        try descend(depth + 1)
      }
    }
    // What is not chosen stands at its first option, so that `chosen` is the smallest code below a node.
    for issue in search.space.groups[order[depth]] { chosen[issue] = 0 }
  }

  /// Whether another node of the same depth and sums has been gone through (with a smaller code, if that is wanted):
  /// whatever completes this one completes that one as well. Nodes above a package that is excluded do not count.
  private mutating func isKnown(_ depth: Int) -> Bool {
    guard let known = seen?[depth][sums[depth]] else {
      guard let count = seen?[depth].count, count < Self.seenLimit, !isAboveExcluded(depth) else { return false }
      seen?[depth][sums[depth]] = chosen
      return false
    }
    if !isByCode || known.lexicographicallyPrecedes(chosen) {
      hasTies = true
      return true
    }
    if !isAboveExcluded(depth) { seen?[depth][sums[depth]] = chosen }
    return false
  }

  private func isAboveExcluded(_ depth: Int) -> Bool {
    guard !search.excluded.isEmpty else { return false }
    let fixed = order[..<depth].flatMap { search.space.groups[$0] }
    return search.excluded.contains { package in fixed.allSatisfy { package[$0] == chosen[$0] } }
  }

  /// Whether the bounds leave room for the threshold.
  private func isPromising(_ depth: Int) -> Bool {
    for party in 0..<parties {
      let bound = gain(sums[depth][party] + most[depth][party], party)
      if bound < (canGain[party] ? threshold : -1e-9) { return false }
    }
    for (number, weights) in weights.enumerated() {
      var sum = mostWeighted[depth][number]
      for party in 0..<parties { sum += weights[party] * (sums[depth][party] - floor[party]) }
      if sum < threshold { return false }
    }
    return true
  }

  /// Whether, the smallest gain apart, something below the node may still be better than the best so far.
  private mutating func mayHold(_ depth: Int) -> Bool {
    guard isByCode || incumbent != nil else { return true }
    for party in 0..<parties {
      rank[party] = canGain[party] ? key(sums[depth][party] + most[depth][party], party) : .max
    }
    rank.sort()
    if rank.lexicographicallyPrecedes(gains) { return false }
    guard let incumbent else { return true }
    // Of equal gains the package with the smaller code is wanted.
    if isByCode { return chosen.lexicographicallyPrecedes(incumbent) }
    guard rank == gains else { return true }
    let isAbove = order[..<depth].allSatisfy { group in
      search.space.groups[group].allSatisfy { chosen[$0] == incumbent[$0] }
    }
    if !isAbove { hasTies = true }
    return isAbove
  }
}
