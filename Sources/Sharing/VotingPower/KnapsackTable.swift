import CollectiveAction

/// The cheapest coalition of every number of votes, and of every residue of a second sum.
///
/// Costs are whole numbers, so nothing rounds.
///
/// Source: Bellman (1957), Dynamic Programming, Princeton University Press.
struct KnapsackTable {
  /// The cost of what no coalition has; all costs together stay below half of it.
  static let unreachable = 1 << 62

  /// How many residues are told apart.
  let modulus: Int
  private let votes: [Int]
  private let residues: [Int]
  /// Number of votes after number of votes, its residues side by side.
  private let costs: [Int]
  /// Whether the voter belongs, table after table; empty where coalitions are not asked for.
  private let joins: [Bool]

  /// - Parameters:
  ///   - costs: from zero up, one a voter.
  ///   - residues: from zero up and below `modulus`, one a voter.
  ///   - remembering: whether ``coalition(votes:residue:)`` will be asked.
  /// - Complexity: O(n W m) for n voters, W votes in all and modulus m.
  init(votes: [Int], costs: [Int], residues: [Int], modulus: Int, remembering: Bool) {
    self.votes = votes
    self.residues = residues
    self.modulus = modulus
    let size = (votes.reduce(0, +) + 1) * modulus
    var table = [Int](repeating: Self.unreachable, count: size)
    table[0] = 0
    var joins = [Bool](repeating: false, count: remembering ? votes.count * size : 0)
    var reach = modulus
    table.withUnsafeMutableBufferPointer { table in
      joins.withUnsafeMutableBufferPointer { joins in
        guard let table = table.baseAddress else { return }
        for voter in votes.indices {
          let marks = remembering ? joins.baseAddress.map { $0 + voter * size } : nil
          reach += votes[voter] * modulus
          let step = KnapsackStep(
            cost: costs[voter], residue: residues[voter], modulus: modulus, marks: marks, table: table)
          var row = reach - modulus
          // Downwards, so that no voter joins twice; who has no votes joins a copy of the row.
          while row >= votes[voter] * modulus {
            step.take(row: row, from: row - votes[voter] * modulus, isSameRow: votes[voter] == 0)
            row -= modulus
          }
        }
      }
    }
    self.costs = table
    self.joins = joins
  }

  /// What the cheapest coalition costs; ``unreachable`` where there is none.
  func cost(votes: Int, residue: Int) -> Int { costs[votes * modulus + residue] }

  /// The cheapest coalition, where there is one.
  func coalition(votes: Int, residue: Int) -> Coalition {
    var (votesLeft, residueLeft) = (votes, residue)
    var coalition = Coalition.empty
    for voter in self.votes.indices.reversed() where joins[voter * costs.count + votesLeft * modulus + residueLeft] {
      coalition = coalition.adding(voter)
      votesLeft -= self.votes[voter]
      residueLeft = (residueLeft - residues[voter] + modulus) % modulus
    }
    return coalition
  }
}

/// One voter's turn in the table.
private struct KnapsackStep {
  let cost: Int
  let residue: Int
  let modulus: Int
  let marks: UnsafeMutablePointer<Bool>?
  let table: UnsafeMutablePointer<Int>

  /// Lets the voter join the coalitions of the row that starts at `source`.
  @inline(__always)
  func take(row: Int, from source: Int, isSameRow: Bool) {
    guard isSameRow else { return take(row: row, from: table + source) }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: modulus) { copy in
      _ = copy.initialize(from: UnsafeBufferPointer(start: table + source, count: modulus))
      if let start = copy.baseAddress { take(row: row, from: UnsafeMutablePointer(start)) }
    }
  }

  @inline(__always)
  private func take(row: Int, from source: UnsafeMutablePointer<Int>) {
    take(row + residue, from: source, count: modulus - residue)
    take(row, from: source + (modulus - residue), count: residue)
  }

  @inline(__always)
  private func take(_ start: Int, from source: UnsafeMutablePointer<Int>, count: Int) {
    var index = 0
    while index < count {
      let joined = source[index] + cost
      if joined < table[start + index] {
        table[start + index] = joined
        if let marks { marks[start + index] = true }
      }
      index += 1
    }
  }
}
