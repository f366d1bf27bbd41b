import CollectiveAction
import Mathematics

/// Finds the coalitions of voters that would miss more than a level, without a table of coalitions.
///
/// A coalition misses most for its votes when it receives least, which is a knapsack problem. To leave out what is
/// settled, a second sum is carried along: random numbers of the voters, modulo a small prime, that add up to zero
/// over all settled coalitions. Coalitions where it is not zero are not settled; of those that are not, one prime
/// overlooks about one in so many, which is why several are tried. What is overlooked all the same is found by
/// ``verify(_:forVotesOf:)``, so it costs an answer but never yields a wrong one.
///
/// Source: after Elkind & Pasechnik (2009), SODA 2009, 327–335, whose separation also counts by votes.
struct KnapsackSweep: ExcessSweep {
  private let votes: Votes
  /// The voters of as many votes, for every number of votes.
  private let classes: [[Int]]
  private var chance: SplitMix

  init(_ votes: Votes, seed: UInt64) {
    self.votes = votes
    classes = Set(votes.weights).sorted().map { weight in votes.weights.indices.filter { votes.weights[$0] == weight } }
    chance = SplitMix(state: seed)
  }

  /// Together they overlook less than one coalition in a million.
  private static let primes = [11, 13, 17, 19, 23]
  /// Shares as whole numbers: of units so small that they round as the shares themselves.
  private static let unit = 0x1p50

  var playerCount: Int { votes.weights.count }
  func gain(of coalition: Coalition) -> Double { votes.isWinning(coalition) ? 1 : 0 }
  func weight(of coalition: Coalition) -> Double { 1 }
  func tolerance(besides size: Double) -> Double { 1e-10 }

  mutating func violated(
    receiving shares: [Double], above level: Double, by tolerance: Double, outside settled: CoalitionSpan
  ) -> [Coalition] {
    // No division that is looked at gives anybody less than nothing, or much more than there is.
    let costs = shares.map { Int((min(max($0, 0), 16) * Self.unit).rounded()) }
    for prime in [1] + Self.primes {
      let residues =
        prime == 1 ? [Int](repeating: 0, count: playerCount) : nullResidues(of: settled.independent, modulo: prime)
      guard let residues else { continue }
      let found = violated(
        costs: costs, residues: residues, modulus: prime, above: level + tolerance, outside: settled)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The coalition that misses most of every number of votes and residue, the worst first.
  ///
  /// Voters take their turns in random order: among equals not always the same ones are named, which would leave the
  /// search to learn of the others one by one.
  private mutating func violated(
    costs: [Int], residues: [Int], modulus: Int, above limit: Double, outside settled: CoalitionSpan
  ) -> [Coalition] {
    let order = costs.indices.shuffled(using: &chance)
    let table = KnapsackTable(
      votes: order.map { votes.weights[$0] }, costs: order.map { costs[$0] }, residues: order.map { residues[$0] },
      modulus: modulus, remembering: true)
    var worst: [(cost: Double, votes: Int, residue: Int)] = []
    for count in 0...votes.total {
      let gain = count >= votes.quota ? 1.0 : 0
      for residue in (modulus == 1 ? 0 : 1)..<modulus {
        let cost = table.cost(votes: count, residue: residue)
        guard cost < KnapsackTable.unreachable else { continue }
        let excess = gain - Double(cost) / Self.unit
        if excess > limit { worst.append((-excess, count, residue)) }
      }
    }
    worst.sort { $0 < $1 }
    var found: [Coalition] = []
    for entry in worst where found.count < 2 * playerCount {
      let coalition = Coalition(table.coalition(votes: entry.votes, residue: entry.residue).map { order[$0] })
      if !settled.contains(coalition) { found.append(coalition) }
    }
    // What one coalition misses, those miss in which equals stand for its members, once shares are equal as well.
    guard let first = found.first else { return [] }
    for shift in 1..<max(2, classes.map(\.count).max() ?? 0) {
      let turned = turn(first, by: shift)
      if !found.contains(turned), !settled.contains(turned) { found.append(turned) }
    }
    return found
  }

  /// The coalition with every member replaced by the voter so many places on among those of as many votes.
  private func turn(_ coalition: Coalition, by shift: Int) -> Coalition {
    Coalition(
      classes.flatMap { equals in
        equals.indices.filter { coalition.contains(equals[$0]) }.map { equals[($0 + shift) % equals.count] }
      })
  }

  /// Numbers of the voters, not all zero, that add up to zero over each of these coalitions, modulo a prime.
  ///
  /// - Returns: nil when the coalitions depend on one another modulo the prime.
  private mutating func nullResidues(of coalitions: [Coalition], modulo prime: Int) -> [Int]? {
    var rows: [(pivot: Int, entries: [Int])] = []
    for coalition in coalitions {
      var entries = (0..<playerCount).map { coalition.contains($0) ? 1 : 0 }
      for row in rows { Self.subtract(row.entries, times: entries[row.pivot], from: &entries, modulo: prime) }
      guard let pivot = entries.firstIndex(where: { $0 != 0 }) else { return nil }
      let inverse = (1..<prime).first { $0 * entries[pivot] % prime == 1 } ?? 1
      entries = entries.map { $0 * inverse % prime }
      for index in rows.indices {
        Self.subtract(entries, times: rows[index].entries[pivot], from: &rows[index].entries, modulo: prime)
      }
      rows.append((pivot, entries))
    }
    var residues = (0..<playerCount).map { _ in Int.random(in: 0..<prime, using: &chance) }
    for row in rows { residues[row.pivot] = 0 }
    let free = residues
    for row in rows {
      let sum = zip(row.entries, free).reduce(0) { $0 + $1.0 * $1.1 }
      residues[row.pivot] = (prime - sum % prime) % prime
    }
    return residues
  }

  private static func subtract(_ row: [Int], times factor: Int, from entries: inout [Int], modulo prime: Int) {
    guard factor != 0 else { return }
    for index in entries.indices { entries[index] = (entries[index] + (prime - factor) * row[index]) % prime }
  }
}
