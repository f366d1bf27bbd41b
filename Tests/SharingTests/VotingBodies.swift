import Sharing
import Testing

/// The voting bodies of the literature.
enum VotingBodies {
  /// Fifteen members, nine votes carry unless one of the five permanent members objects.
  static func securityCouncil() throws -> WeightedVotingGame {
    try WeightedVotingGame(
      voters: (1...15).map { "\($0)" }, weights: [Int](repeating: 7, count: 5) + [Int](repeating: 1, count: 10),
      quota: 39)
  }

  /// The European Economic Community of six.
  static func council1958() throws -> WeightedVotingGame {
    try WeightedVotingGame(
      voters: ["Germany", "France", "Italy", "Netherlands", "Belgium", "Luxembourg"], weights: [4, 4, 4, 2, 2, 1],
      quota: 12)
  }

  /// A body whose votes are under Literature.
  static func read(_ file: String, member: String, quota: Int) throws -> WeightedVotingGame {
    let rows = try literature("voting-bodies/\(file).csv")
    return try WeightedVotingGame(
      voters: rows.compactMap { $0[member] }, weights: rows.compactMap { $0["votes"].flatMap { Int($0) } },
      quota: quota)
  }

  /// A published or computed index, as the fraction it is written as.
  static func index(of body: String, _ member: String, _ measure: String) throws -> String {
    let row = try literature("voting-bodies/indices.csv").first {
      $0["body"] == body && $0["member"] == member && $0["measure"] == measure
    }
    return try #require(row?["value"])
  }

  /// One quota or several, with a blocking clause or without, of 1 to `voters` voters.
  static func random(voters: Int, seed: UInt64, criteria: ClosedRange<Int> = 1...3) throws -> WeightedVotingGame {
    var chance = SeededChance(seed: seed)
    let n = Int.random(in: 1...voters, using: &chance)
    let majorities = try (0..<Int.random(in: criteria, using: &chance)).map { index in
      if index == 1 { return WeightedVotingGame.Criterion.members(Int.random(in: 1...n, using: &chance), of: n) }
      let weights = (0..<n).map { _ in Int.random(in: 0...9, using: &chance) }
      let total = weights.reduce(0, +)
      try #require(total >= 0)
      return total == 0
        ? .members(1, of: n)
        : WeightedVotingGame.Criterion(weights: weights, quota: Int.random(in: 1...total, using: &chance))
    }
    return try WeightedVotingGame(
      voters: (0..<n).map { "v\($0)" }, criteria: majorities,
      minimumBlockers: majorities.count == 1 ? 1 : Int.random(in: 1...n, using: &chance))
  }
}
