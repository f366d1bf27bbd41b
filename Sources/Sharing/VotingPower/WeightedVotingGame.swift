import CollectiveAction
import Mathematics

/// Voters with votes, and the majorities a motion needs.
///
/// A coalition wins when it reaches the quota of every criterion; where a clause asks for a least number of
/// members to block, also when fewer than these stand outside. The Council of the European Union has both.
///
///     let parliament = try WeightedVotingGame(voters: ["A", "B", "C"], weights: [50, 49, 1], quota: 51)
///     try parliament.power().shapleyShubik  // 2/3, 1/6, 1/6
///
/// There is no table of coalitions behind it, so hundreds may vote; ``table()`` makes one of a small game.
public struct WeightedVotingGame: Sendable, Equatable {
  /// One majority: votes, and how many of them win.
  public struct Criterion: Sendable, Equatable {
    /// One number a voter, from zero up.
    public let weights: [Int]
    /// At least 1, at most all votes.
    public let quota: Int

    public init(weights: [Int], quota: Int) {
      self.weights = weights
      self.quota = quota
    }

    /// A majority of heads: `quota` of `count` voters.
    public static func members(_ quota: Int, of count: Int) -> Criterion {
      Criterion(weights: [Int](repeating: 1, count: count), quota: quota)
    }

    /// Whether every voter counts one.
    var countsHeads: Bool { weights.allSatisfy { $0 == 1 } }
  }

  /// The voters' names; unique.
  public let voters: [String]
  /// The majorities a winning coalition needs, all of them.
  public let criteria: [Criterion]
  /// How many voters it takes to block whatever the quotas say: a coalition that fewer stand outside of wins.
  /// One, where no such clause exists.
  public let minimumBlockers: Int

  /// - Parameters:
  ///   - voters: at least one name, no two alike.
  ///   - criteria: at least one.
  ///   - minimumBlockers: from one, which is no clause, to all.
  /// - Throws: ``StructuredGameError`` naming the voter or the quota that is wrong.
  public init(voters: [String], criteria: [Criterion], minimumBlockers: Int = 1) throws(StructuredGameError) {
    try checkNames(voters)
    guard !criteria.isEmpty else { throw .noCriterion }
    for criterion in criteria {
      guard criterion.weights.count == voters.count else {
        throw .figureCount(of: "weights", given: criterion.weights.count, needed: voters.count)
      }
      var total = 0
      for (voter, votes) in zip(voters, criterion.weights) {
        guard votes >= 0 else { throw .negativeVotes(voter: voter, votes: votes) }
        // Sums of twice as many votes still fit a word.
        let (sum, overflow) = total.addingReportingOverflow(votes)
        guard !overflow, sum < Int.max / 2 else { throw .tooManySums(Double(total) + Double(votes), limit: 0x1p62) }
        total = sum
      }
      guard (1...max(total, 1)).contains(criterion.quota), total > 0 else {
        throw .quotaOutOfRange(quota: criterion.quota, total: total)
      }
    }
    guard (1...voters.count).contains(minimumBlockers) else {
      throw .blockersOutOfRange(minimumBlockers, voters: voters.count)
    }
    self.voters = voters
    self.criteria = criteria
    self.minimumBlockers = minimumBlockers
  }

  /// One quota of weighted votes.
  public init(voters: [String], weights: [Int], quota: Int) throws(StructuredGameError) {
    try self.init(voters: voters, criteria: [Criterion(weights: weights, quota: quota)])
  }

  /// Whether these voters, each named once by its index, carry a motion.
  public func isWinning(_ members: some Sequence<Int>) -> Bool {
    var count = 0
    var votes = [Int](repeating: 0, count: criteria.count)
    for member in members {
      count += 1
      for index in criteria.indices { votes[index] += criteria[index].weights[member] }
    }
    return count > voters.count - minimumBlockers || zip(votes, criteria).allSatisfy { $0 >= $1.quota }
  }

  /// The simple game as a table: 1 for a winning coalition, 0 for a losing one.
  ///
  /// - Throws: ``StructuredGameError/noTable(_:)`` beyond 26 voters.
  public func table() throws(StructuredGameError) -> CoalitionGame {
    try structuredTable(voters, .surplus) { isWinning($0) ? 1 : 0 }
  }
}
