import CollectiveAction
import Mathematics

/// The core as a body with corners.
public struct CoreVertices: Sendable, Equatable {
  /// The corners in exact shares, sorted by the first player's share, then the second's, and so on. Every division in
  /// the core is a weighted average of them.
  public let exactShares: [[Rational]]
  /// The same as allocations, each share rounded once.
  public let allocations: [Allocation]
  /// How many shares may be chosen before the others follow: 0 for a single division, n − 1 for a core with room in
  /// every direction.
  public let dimension: Int
}

/// The largest number of players whose core is shown by its corners.
public let largestCoreShown = 6

/// The corners of the core, exactly.
///
/// The divisions that leave each player as well off as alone are a simplex; each coalition in turn cuts off the part
/// it does not accept. Two corners are joined by an edge when no third lies in all the faces they share.
///
/// - Parameters:
///   - game: 1 to ``largestCoreShown`` players: beyond, a core has up to n! corners.
///   - subsidy: the ε of the ε-core, in the game's currency: what a coalition is paid to stay.
/// - Throws: ``SharingError/emptyCore(subsidy:needed:)`` or ``SharingError/tooManyPlayers(_:limit:)``.
/// - Complexity: for each of 2ⁿ coalitions, the corners so far to the third power at worst.
///
/// Source: Motzkin, Raiffa, Thompson & Thrall (1953), in Contributions to the Theory of Games II, 51–73; that a core
/// has at most n! corners: Derks & Kuipers (2002), Int. J. Game Theory 31, 165–176.
public func coreVertices(of game: CoalitionGame, subsidy: Double = 0) throws(SharingError) -> CoreVertices {
  guard game.playerCount <= largestCoreShown else {
    throw .tooManyPlayers(game.playerCount, limit: largestCoreShown)
  }
  let body = CutSimplex(game, subsidy: Rational(decimal: subsidy))
  guard !body.corners.isEmpty else { throw .emptyCore(subsidy: subsidy, needed: try leastCore(of: game).subsidy) }
  let sorted = body.corners.map { corner in game.kind == .cost ? corner.gains.map { -$0 } : corner.gains }
    .sorted { $0.lexicographicallyPrecedes($1) }
  return CoreVertices(
    exactShares: sorted,
    allocations: sorted.map { Allocation(players: game.players, shares: $0.map(\.approximation)) },
    dimension: body.dimension)
}

/// A simplex from which coalitions cut what they do not accept.
private struct CutSimplex {
  struct Corner {
    let gains: [Rational]
    /// A bit a coalition, by mask: those that gain nothing here by staying.
    var tight: UInt64
  }

  private(set) var corners: [Corner]
  private let playerCount: Int

  init(_ game: CoalitionGame, subsidy: Rational) {
    playerCount = game.playerCount
    let all = game.worths.count - 1
    let joint = game.exactGain(of: game.grandCoalition)
    func accepts(_ mask: Int) -> Rational { game.exactGain(of: Coalition(mask: UInt64(mask))) - subsidy }
    guard game.playerCount > 1 else {
      corners = [Corner(gains: [joint], tight: 0)]
      return
    }
    let own = game.players.indices.map { accepts(1 << $0) }
    let room = joint - own.sum
    let singles = game.players.indices.reduce(UInt64(0)) { $0 | 1 << (1 << $1) }
    if room.isNegative {
      corners = []
    } else if room.isZero {
      corners = [Corner(gains: own, tight: singles)]
    } else {
      corners = game.players.indices.map { player in
        var gains = own
        gains[player] = gains[player] + room
        return Corner(gains: gains, tight: singles & ~(1 << (1 << player)))
      }
    }
    for mask in 1..<all where mask.nonzeroBitCount > 1 { cut(mask, accepting: accepts(mask)) }
  }

  /// What is left where the coalition receives at least so much.
  private mutating func cut(_ mask: Int, accepting least: Rational) {
    let slacks = corners.map { corner in
      Coalition(mask: UInt64(mask)).reduce(-least) { $0 + corner.gains[$1] }
    }
    var left: [Corner] = []
    for (corner, slack) in zip(corners, slacks) where !slack.isNegative {
      left.append(Corner(gains: corner.gains, tight: slack.isZero ? corner.tight | 1 << mask : corner.tight))
    }
    for inside in corners.indices where slacks[inside].isPositive {
      for outside in corners.indices where slacks[outside].isNegative {
        let shared = corners[inside].tight & corners[outside].tight
        let isEdge = !corners.indices.contains { third in
          third != inside && third != outside && corners[third].tight & shared == shared
        }
        guard isEdge else { continue }
        let way = slacks[inside] / (slacks[inside] - slacks[outside])
        left.append(
          Corner(
            gains: zip(corners[inside].gains, corners[outside].gains).map { $0 + way * ($1 - $0) },
            tight: shared | 1 << mask))
      }
    }
    corners = left
  }

  /// The players less the coalitions' totals that are the same all over.
  var dimension: Int {
    let everywhere = corners.reduce(~UInt64(0)) { $0 & $1.tight }
    var span = CoalitionSpan(playerCount: playerCount)
    _ = span.insert(.grand(of: playerCount))
    for mask in 1..<(1 << playerCount) - 1 where everywhere >> mask & 1 == 1 {
      _ = span.insert(Coalition(mask: UInt64(mask)))
    }
    return playerCount - span.rank
  }
}
