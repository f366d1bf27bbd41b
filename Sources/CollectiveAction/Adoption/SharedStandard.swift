import Mathematics

/// One standard that is worth the more to each player the more of those it deals with share it.
///
/// A player that adopts gains bᵢ times the shares of itself and of the others that adopt (``ExchangeWeights``) and
/// pays its switching cost sᵢ once; one that does not adopt gains and pays nothing. Whoever has the standard already,
/// a holder, keeps it and pays nothing: what it paid is gone and giving the standard up would save nothing.
///
///     let standard = try SharedStandard(
///       players: ["a", "b", "c", "d", "e"], benefit: [1, 1, 1, 1, 1], switchingCost: [0.1, 0.3, 0.5, 0.7, 0.9])
///     standard.leastEquilibrium      // all: each follows the one before it
///     standard.laplacianThresholds   // 0.6 each: (n + 1)/(2n) of the benefit
///
/// The more adopt, the more adoption pays (the game is supermodular), so there is a least and a greatest
/// equilibrium, and every other lies between them. What decides an equilibrium is counted in whole units, some
/// 2⁻⁴⁸ of the largest figure, so that no result hangs on the order of a sum; differences of a few units a player
/// count as none.
///
/// Source: network benefits after Farrell & Saloner (1985), RAND J. Econ. 16, 70–83; supermodular games after
/// Topkis (1979), SIAM J. Control Optim. 17, 773–787, and Milgrom & Roberts (1990), Econometrica 58, 1255–1277.
public struct SharedStandard: Sendable, Equatable {
  /// The most players one standard may have.
  public static let mostPlayers = 10_000

  public let players: [String]
  /// bᵢ: what sharing the standard with everyone is worth, in the game's currency a year.
  public let benefit: [Double]
  /// sᵢ: what changing over costs, a year; 0 for holders.
  public let switchingCost: [Double]
  /// Whether each has the standard already.
  public let holds: [Bool]
  /// Whose adoption counts how much for whom.
  public let exchange: ExchangeWeights

  /// How many units one of the currency is.
  let scale: Double
  /// Differences up to this many units are rounding.
  let tolerance: Int64
  /// What each gains by its own adoption, less what it pays, in units.
  let ownNet: [Int64]

  /// - Parameters:
  ///   - players: 1 to ``mostPlayers`` names, no two alike; all lists are in their order.
  ///   - benefit: 0 or more. Below zero the standard would be worth less the more share it.
  ///   - switchingCost: 0 or more; what is given for holders does not matter.
  ///   - holders: the numbers of those that have the standard already.
  ///   - exchange: for as many players; all alike if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player, the number and what it should be.
  public init(
    players: [String], benefit: [Double], switchingCost: [Double], holders: [Int] = [],
    exchange: ExchangeWeights? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: Self.mostPlayers)
    try requireFigures(benefit, called: "benefit", of: players)
    try requireFigures(switchingCost, called: "switching cost", of: players)
    let exchange = exchange ?? ExchangeWeights(uniform: players.count)
    guard exchange.playerCount == players.count else {
      throw .invalid("exchange weights of \(exchange.playerCount) players for \(players.count); give one each")
    }
    var holds = [Bool](repeating: false, count: players.count)
    for holder in holders {
      guard players.indices.contains(holder) else {
        throw .invalid("player \(holder) has the standard already; players are numbered 0 to \(players.count - 1)")
      }
      holds[holder] = true
    }
    let paid = zip(switchingCost, holds).map { $1 ? 0 : $0 }
    let largest = max(benefit.max() ?? 0, paid.max() ?? 0)
    guard largest < 1e300 else {
      throw .invalid("the figures are too large to be added up; state them in larger units")
    }
    guard let scale = Self.scale(largest: largest, players: players.count) else {
      throw .invalid("the figures are too small to be told from nothing; state them in smaller units")
    }
    self.players = players
    self.benefit = benefit
    self.switchingCost = paid
    self.holds = holds
    self.exchange = exchange
    self.scale = scale
    tolerance = Int64(4 * (players.count + 8))
    ownNet = players.indices.map {
      Self.units(benefit[$0] * exchange.ownShare, scale) - Self.units(paid[$0], scale)
    }
  }

  /// How many units one of the currency is, a power of two: so many that the largest figure is some 2⁴⁸ of them, and
  /// so few that four times the sum of everybody's stays below 2⁶²; none when there is no such power.
  static func scale(largest: Double, players count: Int) -> Double? {
    guard largest > 0 else { return 1 }
    let doublings = Int.bitWidth - (count - 1).leadingZeroBitCount
    let scale = Double(sign: .plus, exponent: min(48, 59 - doublings) - largest.exponent - 1, significand: 1)
    return scale.isFinite && scale > 0 ? scale : nil
  }

  /// The figure in whole units; halves go away from zero.
  ///
  /// What is cut off is known exactly, so this is the rounding of the standard library, without its call.
  @inline(__always)
  static func units(_ figure: Double, _ scale: Double) -> Int64 {
    let number = figure * scale
    let whole = Int64(number)
    let rest = number - Double(whole)
    return whole + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0)
  }

  /// What `player` gains in units by another's adoption that counts `share` for it.
  @inline(__always)
  func gainUnits(of player: Int, _ share: Double) -> Int64 { Self.units(benefit[player] * share, scale) }

  /// What each would gain by the adoption of those of `adopters` that are others, were it to adopt itself.
  ///
  /// - Parameter adopters: one a player.
  /// - Complexity: one reading of the weights.
  public func gainsFromOthers(_ adopters: [Bool]) -> [Double] {
    precondition(adopters.count == players.count, "one answer a player")
    var sums = [Double](repeating: 0, count: players.count)
    for other in players.indices where adopters[other] {
      exchange.forEachCounting(other) { player, share in sums[player] += share }
    }
    return players.indices.map { benefit[$0] * sums[$0] }
  }

  /// What each player bears when those of `adopters` adopt: its switching cost less its benefit; 0 for the others.
  public func costs(of adopters: [Bool]) -> [Double] {
    let gains = gainsFromOthers(adopters)
    return players.indices.map {
      adopters[$0] ? switchingCost[$0] - (benefit[$0] * exchange.ownShare + gains[$0]) : 0
    }
  }
}
