import CollectiveAction

/// The votes of a game with one quota, in the largest unit that divides them all.
struct Votes: Sendable {
  let weights: [Int]
  let quota: Int
  let total: Int

  /// Sums of votes, for each voter, that still make a table of seconds.
  static let largestTable = 1 << 22
  /// Coalitions are words of bits, and equations of stages have their limit.
  static let largestCount = 60

  /// - Throws: ``SharingError`` for games that ask for more than a table of sums.
  init(_ game: WeightedVotingGame) throws(SharingError) {
    guard game.voters.count <= Self.largestCount else {
      throw .tooManyPlayers(game.voters.count, limit: Self.largestCount)
    }
    guard game.criteria.count == 1, game.minimumBlockers == 1 else { throw .severalMajorities }
    let criterion = game.criteria[0]
    let unit = criterion.weights.reduce(0) { common, votes in
      var (a, b) = (common, votes)
      while b != 0 { (a, b) = (b, a % b) }
      return a
    }
    weights = criterion.weights.map { $0 / unit }
    quota = (criterion.quota + unit - 1) / unit
    total = weights.reduce(0, +)
    let limit = Self.largestTable / game.voters.count
    guard total <= limit else { throw .tooManyVotes(total, limit: limit) }
  }

  func isWinning(_ coalition: Coalition) -> Bool { coalition.reduce(0) { $0 + weights[$1] } >= quota }
}
