/// What every outcome is worth to a party that minds each issue by itself, as sums of two parts: what the first issues
/// bring and what the others bring, in whole units of the party's scale, whose sums are exact.
///
/// With as many options in both parts, n outcomes are known from √n numbers each, and an outcome of a certain worth is
/// found by a look at √n sums, without a list of all.
struct WorthSums: Sendable {
  /// What the other issues bring, by the code of their options alone.
  private let rest: [Double]
  /// What the first issues bring, by the code of theirs.
  private let first: [Double]
  private let restInOrder: DistinctWorths
  private let firstInOrder: DistinctWorths
  private let factor: Double

  /// - Parameters:
  ///   - preferences: Without couplings, about two issues or more.
  ///   - agenda: What may be agreed; at most ``BargainingTable/mostOutcomes`` outcomes.
  init(of preferences: Preferences, on agenda: Agenda) {
    precondition(preferences.couplings.isEmpty && agenda.issues.count >= 2, "issues that stand by themselves")
    let lists = preferences.worths.map { $0.map(preferences.scale.units) }
    let split = Self.split(of: agenda)
    first = Self.sums(lists[..<split.issues])
    rest = Self.sums(lists[split.issues...])
    firstInOrder = DistinctWorths(first)
    restInOrder = DistinctWorths(rest)
    factor = preferences.scale.factor
  }

  /// How many of the first issues make the first part, and how many combinations of options both parts have: as many
  /// issues as leave the first part no larger than the other one, but one in any case.
  static func split(of agenda: Agenda) -> (issues: Int, first: Int, rest: Int) {
    let counts = agenda.issues.map(\.count)
    var (issues, first, rest) = (1, counts[0], counts[1...].reduce(1, *))
    while issues < counts.count, first * counts[issues] <= rest / counts[issues] {
      first *= counts[issues]
      rest /= counts[issues]
      issues += 1
    }
    return (issues, first, rest)
  }

  /// How many sums are looked at for one outcome of a certain worth, at most.
  var looks: Int { firstInOrder.worths.count }
  /// What the best outcome is worth.
  var best: Double { (firstInOrder.largest + restInOrder.largest) / factor }
  /// What the worst outcome is worth.
  var worst: Double { (firstInOrder.least + restInOrder.least) / factor }

  /// What the outcome with this code is worth; the same bits as ``Preferences/worth(of:on:)``.
  @inline(__always)
  func worth(of outcome: Int) -> Double {
    // Codes are below ten million, and numbers of half the width are divided faster.
    let (place, other) = UInt32(outcome).quotientAndRemainder(dividingBy: UInt32(truncatingIfNeeded: rest.count))
    return (first[Int(place)] + rest[Int(other)]) / factor
  }

  /// The outcome that is worth least among those worth at least `wanted`, the smallest code among equals; `wanted` is at
  /// most ``best``.
  func outcome(ofLeastWorthAtLeast wanted: Double) -> (outcome: Int, worth: Double) {
    let least = leastSum(for: wanted)
    // Who brings less than this comes to no such sum, whatever the rest bring.
    let start = firstInOrder.place(ofLeastAtLeast: least - restInOrder.largest)
    var sum = Double.infinity
    var code = 0
    for place in start..<firstInOrder.worths.count {
      let own = firstInOrder.worths[place]
      let other = restInOrder.place(ofLeastAtLeast: least - own)
      let total = own + restInOrder.worths[other]
      if total <= sum {
        let candidate = firstInOrder.codes[place] * rest.count + restInOrder.codes[other]
        if total < sum || candidate < code { (sum, code) = (total, candidate) }
      }
      // The rest bring no less, and from here on the first bring more.
      if other == 0 { break }
    }
    return (code, sum / factor)
  }

  /// The least whole number of units that is worth at least `wanted`, or less than all sums where all are worth more.
  private func leastSum(for wanted: Double) -> Double {
    guard wanted > worst else { return firstInOrder.least + restInOrder.least }
    // One rounding of the product is less than a unit, for sums are below 2⁵³.
    var sum = (wanted * factor).rounded(.up)
    while (sum - 1) / factor >= wanted { sum -= 1 }
    while sum / factor < wanted { sum += 1 }
    return sum
  }

  /// The sums of an option of each issue, by code.
  private static func sums(_ lists: ArraySlice<[Double]>) -> [Double] {
    lists.reduce([0]) { known, own in known.flatMap { sum in own.map { sum + $0 } } }
  }
}

/// Numbers in ascending order, each once with the smallest code that has it, and where to begin looking for one.
private struct DistinctWorths: Sendable {
  let worths: [Double]
  let codes: [Int]
  /// The range of worths is cut into cells of one width: the first place of each, and one for the end.
  private let starts: [Int32]
  private let scale: Double

  init(_ column: [Double]) {
    let ranking = OutcomeRanking(of: column)
    var worths: [Double] = []
    var codes: [Int] = []
    worths.reserveCapacity(column.count)
    codes.reserveCapacity(column.count)
    // Equal ones stand by their code, so that from behind the last of them has the smallest.
    for place in ranking.worths.indices.reversed() {
      if worths.last == ranking.worths[place] {
        codes[codes.count - 1] = Int(ranking.outcomes[place])
      } else {
        worths.append(ranking.worths[place])
        codes.append(Int(ranking.outcomes[place]))
      }
    }
    let width = Double(worths.count) / (worths[worths.count - 1] - worths[0])
    // Numbers too close or too far apart to be told apart by cells share one.
    scale = width.isFinite ? width : 0
    var starts = [Int32](repeating: 0, count: worths.count + 2)
    for worth in worths { starts[Self.cell(of: worth, worths[0], scale, worths.count) + 1] += 1 }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    self.worths = worths
    self.codes = codes
    self.starts = starts
  }

  var least: Double { worths[0] }
  var largest: Double { worths[worths.count - 1] }

  /// From 0 to `count`; rises with the worth, so that in earlier cells all are smaller.
  @inline(__always)
  private static func cell(of worth: Double, _ least: Double, _ scale: Double, _ count: Int) -> Int {
    Int(min((worth - least) * scale, Double(count)))
  }

  /// The place of the least of those that are at least `wanted`, which is at most the largest.
  @inline(__always)
  func place(ofLeastAtLeast wanted: Double) -> Int {
    guard wanted > worths[0] else { return 0 }
    let cell = Self.cell(of: wanted, worths[0], scale, worths.count)
    var low = Int(starts[cell])
    // All cells up to this one end at or behind the place that is looked for.
    var high = Int(starts[cell + 1])
    while high - low > 8 {
      let middle = (low + high) / 2
      if worths[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    while low < high, worths[low] < wanted { low += 1 }
    return low
  }
}
