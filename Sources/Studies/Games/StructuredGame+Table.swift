import CollectiveAction
import Sharing

/// A structured game as the library's own, and written out: the worth of every coalition.
extension StructuredGame {
  /// The game with a worth for each coalition.
  ///
  /// - Throws: ``StructureFault/tooManyForTable(_:)`` beyond ``largestTable`` players.
  /// - Complexity: O(2ⁿ n) for n players, of a spanning tree O(2ⁿ n²).
  public func table() throws(StructureFault) -> CoalitionGame {
    let count = players.count
    guard count <= Self.largestTable else { throw .tooManyForTable(count) }
    do {
      switch numbers {
      case .airport(let costs):
        var worths = [Double](repeating: 0, count: 1 << count)
        for mask in 1..<worths.count {
          let last = mask & -mask
          worths[mask] = max(worths[mask ^ last], costs[last.trailingZeroBitCount])
        }
        return CoalitionGame(players: players, costs: worths)
      case .voting(let quota, let weights): return try votingGame(quota: quota, weights: weights).table()
      case .bankruptcy(let estate, let claims): return try bankruptcyProblem(estate: estate, claims: claims).table()
      case .pairwise(let alone, let pairs): return try pairwiseGame(alone: alone, pairs: pairs).table()
      case .spanningTree(let lengths): return try spanningTreeGame(lengths: lengths).table()
      }
    } catch {
      throw .noGame("\(error)")
    }
  }

  /// Refuses what the library's own game refuses.
  func checkStructure() throws(StructureFault) {
    do {
      switch numbers {
      case .airport: return
      case .voting(let quota, let weights): _ = try votingGame(quota: quota, weights: weights)
      case .bankruptcy(let estate, let claims): _ = try bankruptcyProblem(estate: estate, claims: claims)
      case .pairwise(let alone, let pairs): _ = try pairwiseGame(alone: alone, pairs: pairs)
      case .spanningTree(let lengths): _ = try spanningTreeGame(lengths: lengths)
      }
    } catch {
      throw .noGame("\(error)")
    }
  }

  // MARK: The library's games

  func votingGame(quota: Double, weights: [Double]) throws(StructuredGameError) -> WeightedVotingGame {
    try WeightedVotingGame(voters: players, weights: weights.map { Int($0) }, quota: Int(quota))
  }

  func bankruptcyProblem(estate: Double, claims: [Double]) throws(StructuredGameError) -> BankruptcyProblem {
    try BankruptcyProblem(claimants: players, claims: claims, estate: estate)
  }

  func pairwiseGame(alone: [Double], pairs: [Double]) throws(StructuredGameError) -> PairwiseGame {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: players.count), count: players.count)
    var pair = 0
    for first in players.indices {
      for second in players.indices.dropFirst(first + 1) {
        matrix[first][second] = pairs[pair]
        matrix[second][first] = pairs[pair]
        pair += 1
      }
    }
    return try PairwiseGame(players: players, alone: alone, pairs: matrix)
  }

  func spanningTreeGame(lengths: [Double]) throws(StructuredGameError) -> SpanningTreeGame {
    var connections: [SpanningTreeGame.Connection] = []
    // The source stands before the players.
    for first in -1..<players.count {
      for second in players.indices.dropFirst(first + 1) {
        connections.append(
          SpanningTreeGame.Connection(
            from: first < 0 ? nil : first, to: second, cost: lengths[connections.count]))
      }
    }
    return try SpanningTreeGame(players: players, connections: connections)
  }
}
