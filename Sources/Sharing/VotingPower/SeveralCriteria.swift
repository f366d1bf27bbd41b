extension WeightedVotingGame {
  /// Sums under several criteria as one number: its digits are the members and the votes of each criterion, each
  /// digit with room for all of them, so that adding a voter adds a number and never carries.
  struct SumCode {
    /// How many codes there are.
    let count: Int
    /// What a voter adds.
    let steps: [Int]
    /// Whether a coalition with these sums wins.
    let wins: [Bool]
  }

  /// - Parameters:
  ///   - sized: whether the members are counted even where no criterion asks.
  ///   - limit: how many codes there may be.
  func sumCode(sized: Bool, limit: Double) throws(StructuredGameError) -> SumCode {
    let n = voters.count
    let heads = criteria.filter(\.countsHeads).map(\.quota).max() ?? 0
    let weighted = criteria.filter { !$0.countsHeads }
    let countsMembers = sized || heads > 0 || minimumBlockers > 1
    var digits: [(weights: [Int], quota: Int, room: Int)] = weighted.map {
      let divisor = $0.weights.reduce(0) { greatestCommonDivisor($0, $1) }
      let weights = $0.weights.map { $0 / divisor }
      return (weights, ($0.quota + divisor - 1) / divisor, weights.reduce(1, +))
    }
    if countsMembers { digits.append(([Int](repeating: 1, count: n), heads, n + 1)) }
    let product = digits.reduce(1.0) { $0 * Double($1.room) }
    guard product <= limit else { throw .tooManySums(product, limit: limit) }
    let count = digits.reduce(1) { $0 * $1.room }
    var steps = [Int](repeating: 0, count: n)
    var wins = [Bool](repeating: true, count: count)
    var unit = 1
    for (index, digit) in digits.enumerated() {
      for voter in 0..<n { steps[voter] += digit.weights[voter] * unit }
      for code in 0..<count where code / unit % digit.room < digit.quota { wins[code] = false }
      if countsMembers, index == digits.count - 1 {
        for code in 0..<count where code / unit > n - minimumBlockers { wins[code] = true }
      }
      unit *= digit.room
    }
    return SumCode(count: count, steps: steps, wins: wins)
  }

  /// The swings under two or more criteria of weighted votes.
  func severalSwings<Count: FixedWidthInteger & UnsignedInteger>(counting: Count.Type)
    throws(StructuredGameError) -> Swings
  {
    let n = voters.count
    let code = try sumCode(sized: true, limit: 0x1p28 / Double(MemoryLayout<Count>.size))
    let unit = code.count / (n + 1)
    var table = [Count](repeating: 0, count: code.count)
    table[0] = 1
    var reached = 0
    for step in code.steps {
      for sum in stride(from: reached, through: 0, by: -1) { table[sum + step] &+= table[sum] }
      reached += step
    }
    var rest = table
    var known: [Int: [UInt128]] = [:]
    for step in Set(code.steps).sorted() {
      // Sums below the step are those of coalitions without such a voter.
      for sum in 0..<step { rest[sum] = table[sum] }
      for sum in step..<code.count { rest[sum] = table[sum] &- rest[sum - step] }
      var swings = [Count](repeating: 0, count: n)
      for sum in 0..<(code.count - step) where code.wins[sum + step] && !code.wins[sum] {
        swings[sum / unit] &+= rest[sum]
      }
      known[step] = swings.map { UInt128($0) }
    }
    var winning: Count = 0
    for sum in 0..<code.count where code.wins[sum] { winning &+= table[sum] }
    return Swings(
      voters: voters, bySize: code.steps.map { known[$0] ?? [] }, winningCoalitions: UInt128(winning))
  }
}
