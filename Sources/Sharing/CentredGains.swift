import CollectiveAction

/// A game as gains around an anchor: the one place where costs become gains and gains shares.
///
/// Every rule here follows when an additive game is taken off: divide what is left, put it back. With
/// the anchor near the shares, what is left is the part coalitions differ in, and budgets a million
/// times larger round nothing away. The gain of S is anchor(S) − cost(S) in a cost game and
/// surplus(S) − anchor(S) in a surplus game; a player who receives x of the gains pays its anchor − x,
/// or gets its anchor + x. The table itself is not copied: gains are worked out where they are read.
struct CentredGains: Sendable {
  let playerCount: Int
  let kind: CoalitionGame.Kind
  /// One a player; all zero where no additive part is worth taking off.
  let anchor: [Double]
  let isAnchored: Bool
  /// The game's own table.
  let worths: [Double]
  /// The anchors' sums over the subsets of a block, and over those of the players above it.
  let anchorSums: (low: [Double], high: [Double])
  private let blockBits: Int

  /// Around half of what each gains alone and adds as the last to join, where that is large beside the rest.
  init(_ game: CoalitionGame) {
    let all = game.grandCoalition
    let middle = game.players.indices.map { (game[.single($0)] + (game.jointWorth - game[all.removing($0)])) / 2 }
    let half = middle.reduce(0, +)
    // What is left of the worths that decide most, once the additive part is off.
    var rest = abs(game.jointWorth - half)
    var whole = abs(game.jointWorth)
    for player in game.players.indices {
      let (alone, others) = (game[.single(player)], game[all.removing(player)])
      rest = max(rest, abs(alone - middle[player]), abs(others - (half - middle[player])))
      whole = max(whole, abs(alone), abs(others))
    }
    // Up to a thousand times is no loss: ten bits of 53.
    self.init(game, anchor: whole > 1024 * rest ? middle : nil)
  }

  /// As the game is, with nothing taken off.
  init(uncentred game: CoalitionGame) { self.init(game, anchor: nil) }

  /// Around `anchor`, rounded so that every sum of anchors is exact.
  init(_ game: CoalitionGame, anchor rough: [Double]) { self.init(game, anchor: Optional(rough)) }

  private init(_ game: CoalitionGame, anchor rough: [Double]?) {
    playerCount = game.playerCount
    kind = game.kind
    worths = game.worths
    // 46 bits an anchor leave 7 for carrying: the sum of 26 of them is exact in 53.
    let largest = (rough ?? []).reduce(0) { max($0, abs($1)) }
    let unit = largest < .leastNormalMagnitude ? 0 : max(largest.ulp * 0x1p7, .leastNormalMagnitude)
    anchor = game.players.indices.map { player in
      guard let rough, unit != 0 else { return 0 }
      return (rough[player] / unit).rounded() * unit
    }
    isAnchored = unit != 0
    anchorSums = CoalitionSums.halves(of: anchor)
    blockBits = CoalitionSums.blockBits(playerCount: game.playerCount)
  }

  /// −1 for costs, 1 for surpluses.
  var sign: Double { kind == .cost ? -1 : 1 }

  /// The gain of the coalition with this mask.
  subscript(mask: Int) -> Double {
    guard isAnchored else { return sign * worths[mask] }
    return sign * (worths[mask] - (anchorSums.high[mask >> blockBits] + anchorSums.low[mask & (1 << blockBits - 1)]))
  }

  /// All gains, as a table of their own.
  ///
  /// - Complexity: a pass over the game's table, and as much memory again.
  func table() -> [Double] { worths.indices.map { self[$0] } }

  /// The share of a player who receives `gain` of the centred gains.
  func share(of player: Int, receiving gain: Double) -> Double {
    kind == .cost ? anchor[player] - gain : anchor[player] + gain
  }
}
