import Mathematics

/// Who has ties with whom: agreements, memberships, informal contact.
public struct TieNetwork: Sendable, Equatable {
  /// The players' names, unique.
  public let players: [String]
  /// The weight of the tie from row to column; zero where there is none, and on the diagonal.
  public let weights: Matrix

  /// - Parameters:
  ///   - players: names, no two alike.
  ///   - weights: one row and one column a player, never negative; the diagonal counts as zero.
  /// - Throws: ``NetworkError`` when names repeat, the matrix has another size, or a weight is negative or not
  ///   finite.
  public init(players: [String], weights: Matrix) throws(NetworkError) {
    try checkNames(players)
    guard weights.rows == players.count, weights.columns == players.count else {
      throw .size(rows: weights.rows, columns: weights.columns, players: players.count)
    }
    var kept = weights
    for i in players.indices {
      kept[i, i] = 0
      for j in players.indices where i != j {
        guard weights[i, j].isFinite else { throw .notFinite(from: players[i], to: players[j]) }
        guard weights[i, j] >= 0 else { throw .negative(from: players[i], to: players[j], weights[i, j]) }
      }
    }
    self.players = players
    self.weights = kept
  }

  /// A network of mutual ties, each of weight 1, given as pairs of names.
  public init(players: [String], mutualTies: [(String, String)]) throws(NetworkError) {
    try checkNames(players)
    var weights = Matrix(rows: players.count, columns: players.count)
    for (first, second) in mutualTies {
      guard let i = players.firstIndex(of: first) else { throw .unknownPlayer(first) }
      guard let j = players.firstIndex(of: second) else { throw .unknownPlayer(second) }
      guard i != j else { throw .sameEnds(first) }
      weights[i, j] = 1
      weights[j, i] = 1
    }
    try self.init(players: players, weights: weights)
  }

  /// Whether there is a tie between two, in either direction.
  public func areTied(_ i: Int, _ j: Int) -> Bool { weights[i, j] > 0 || weights[j, i] > 0 }

  /// The number of players with whom one is tied.
  public func degree(of player: Int) -> Int { players.indices.filter { areTied(player, $0) }.count }

  /// The tied pairs as a share of all pairs; zero for a single player (Wasserman & Faust 1994, § 4.2).
  public var density: Double {
    let count = players.count
    guard count > 1 else { return 0 }
    return Double(players.indices.reduce(0) { $0 + degree(of: $1) }) / Double(count * (count - 1))
  }

  /// How many third players are tied with both.
  public func commonPartners(of i: Int, and j: Int) -> Int {
    players.indices.filter { $0 != i && $0 != j && areTied(i, $0) && areTied(j, $0) }.count
  }

  /// The common partners of every two players, zero on the diagonal: what carries news of a breach (Coleman
  /// 1988, Amer. J. Sociol. 94, S95–S120).
  public var commonPartners: Matrix {
    var counts = Matrix(rows: players.count, columns: players.count)
    for i in players.indices {
      for j in players.indices where i != j { counts[i, j] = Double(commonPartners(of: i, and: j)) }
    }
    return counts
  }
}
