import Mathematics

/// Whose adoption counts how much for whom, as parts of one.
///
/// A player that adopts gains a part of its benefit by its own adoption and a part for each other that adopts as
/// well. Its own part is 1/n unless told otherwise; the rest, 1 − 1/n, is divided among the others in proportion to
/// what it exchanges with them. So with equal weights each of n players counts 1/n, and k others that share the
/// standard make (k + 1)/n of the benefit. A player that exchanges with nobody gains its own part only.
///
///     let weights = try ExchangeWeights(
///       players: ["hub", "east", "west"], weights: Matrix([[0, 1, 1], [1, 0, 0], [1, 0, 0]]))
///     weights.share(of: 0, for: 1)   // 2/3: east deals with the hub alone
///     weights.share(of: 1, for: 0)   // 1/3
public struct ExchangeWeights: Sendable, Equatable {
  /// What one player exchanges with another.
  public struct Tie: Sendable, Equatable {
    /// The player that gains, by its number.
    public let player: Int
    /// The player whose adoption it gains from.
    public let other: Int
    /// 0 or more, in any unit.
    public let weight: Double

    public init(player: Int, other: Int, weight: Double) {
      self.player = player
      self.other = other
      self.weight = weight
    }
  }

  public let playerCount: Int
  /// The part of its benefit a player has by its own adoption.
  public let ownShare: Double
  /// Whether all others count alike for everyone.
  public var isUniform: Bool { offsets.isEmpty }
  /// What each other counts where all count alike.
  let uniformShare: Double
  /// Column j of the shares stands at offsets[j]..<offsets[j + 1]: for whom j counts, ascending, and how much.
  /// Empty where all count alike.
  let offsets: [Int]
  let rows: [Int32]
  let shares: [Double]

  /// Everyone counts alike for everyone.
  /// - Parameter playerCount: 1 or more.
  public init(uniform playerCount: Int) {
    precondition(playerCount >= 1, "weights of exchange between 1 player or more")
    self.playerCount = playerCount
    ownShare = 1 / Double(playerCount)
    uniformShare = ownShare
    offsets = []
    rows = []
    shares = []
  }

  /// - Parameters:
  ///   - players: their names, in the order of the rows.
  ///   - weights: what the player of the row exchanges with that of the column, 0 or more, in any unit, which may
  ///     differ from row to row; 0 on the diagonal.
  ///   - ownShare: the part of its benefit a player has by its own adoption, 0 to 1; 1/n if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the two players and the number.
  public init(players: [String], weights: Matrix, ownShare: Double? = nil) throws(DilemmaError) {
    guard weights.rows == players.count, weights.columns == players.count else {
      throw .invalid(
        "exchange weights of \(weights.rows) × \(weights.columns); "
          + "\(players.count) players need a row and a column each")
    }
    var ties: [Tie] = []
    for other in players.indices {
      for player in players.indices where weights[player, other] != 0 {
        ties.append(Tie(player: player, other: other, weight: weights[player, other]))
      }
    }
    try self.init(players: players, sorted: ties, ownShare: ownShare)
  }

  /// - Parameters:
  ///   - players: their names.
  ///   - ties: who exchanges with whom, in one direction each; several between the same two add up.
  ///   - ownShare: as in ``init(players:weights:ownShare:)``.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the two players and the number.
  public init(players: [String], ties: [Tie], ownShare: Double? = nil) throws(DilemmaError) {
    for tie in ties where !(players.indices.contains(tie.player) && players.indices.contains(tie.other)) {
      throw .invalid(
        "a tie between players \(tie.player) and \(tie.other); players are numbered 0 to \(players.count - 1)")
    }
    // Equal keys keep their order, so that sums do not depend on the sort.
    let order = ties.indices.sorted {
      (ties[$0].other, ties[$0].player, $0) < (ties[$1].other, ties[$1].player, $1)
    }
    try self.init(players: players, sorted: order.map { ties[$0] }, ownShare: ownShare)
  }

  private init(players: [String], sorted ties: [Tie], ownShare: Double?) throws(DilemmaError) {
    try requirePlayers(players, atMost: SharedStandard.mostPlayers)
    let count = players.count
    let own = ownShare ?? 1 / Double(count)
    guard own >= 0, own <= 1 else { throw .invalid("the own share is \(own); give a number from 0 to 1") }
    var sums = [Double](repeating: 0, count: count)
    for tie in ties {
      guard tie.weight.isFinite, tie.weight >= 0 else {
        throw .invalid(
          "the exchange weight of '\(players[tie.other])' for '\(players[tie.player])' is \(tie.weight); "
            + "give a finite number, 0 or more")
      }
      guard tie.player != tie.other || tie.weight == 0 else {
        throw .invalid(
          "the exchange weight of '\(players[tie.player])' for itself is \(tie.weight); give 0, "
            + "its own adoption counts by the own share")
      }
      sums[tie.player] += tie.weight
    }
    for (player, sum) in sums.enumerated() where !sum.isFinite {
      throw .invalid(
        "the exchange weights for '\(players[player])' add up beyond what a number holds; use a larger unit")
    }
    var offsets = [0]
    var rows: [Int32] = []
    var shares: [Double] = []
    offsets.reserveCapacity(count + 1)
    rows.reserveCapacity(ties.count)
    shares.reserveCapacity(ties.count)
    for tie in ties where tie.weight > 0 {
      while offsets.count <= tie.other { offsets.append(rows.count) }
      let share = (1 - own) * (tie.weight / sums[tie.player])
      if offsets[tie.other] < rows.count, rows[rows.count - 1] == Int32(tie.player) {
        shares[shares.count - 1] += share
      } else {
        rows.append(Int32(tie.player))
        shares.append(share)
      }
    }
    while offsets.count <= count { offsets.append(rows.count) }
    playerCount = count
    self.ownShare = own
    uniformShare = 0
    self.offsets = offsets
    self.rows = rows
    self.shares = shares
  }

  /// What the adoption of `other` counts for `player`, a part of `player`'s benefit; its own share for itself.
  public func share(of other: Int, for player: Int) -> Double {
    guard other != player else { return ownShare }
    guard !isUniform else { return uniformShare }
    var (low, high) = (offsets[other], offsets[other + 1])
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < player { low = middle + 1 } else { high = middle }
    }
    return low < offsets[other + 1] && rows[low] == player ? shares[low] : 0
  }

  /// The same for weights that are not all alike, when it may stand at `place`, which then moves on past it.
  @inline(__always)
  func share(of other: Int, for player: Int, near place: inout Int) -> Double {
    if place < offsets[other + 1], place >= offsets[other], rows[place] == player {
      place += 1
      return shares[place - 1]
    }
    return share(of: other, for: player)
  }

  /// Calls `body` with every player but `other` for whom `other` counts, ascending, and how much.
  @inline(__always)
  func forEachCounting(_ other: Int, _ body: (Int, Double) -> Void) {
    if isUniform {
      for player in 0..<playerCount where player != other { body(player, uniformShare) }
    } else {
      for place in offsets[other]..<offsets[other + 1] { body(Int(rows[place]), shares[place]) }
    }
  }
}
