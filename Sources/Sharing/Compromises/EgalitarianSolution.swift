import CollectiveAction
import Mathematics

/// The most equal of the divisions that no coalition would leave, where cooperation pays the more, the more take part.
///
/// Whoever can have most a head by themselves gets that; of what is left the same is asked again. The result is
/// in the core, and for every k the k players worst off have together as much as any division in the core gives them.
/// The shares themselves are made equal, not what they save, so a cost game and its savings game are divided
/// differently.
///
/// - Parameter game: 1 to 26 players; a surplus game that is convex or a cost game that is concave, so that what
///   a player gains by joining does not shrink when another is there already.
/// - Returns: one share a player, adding up to the joint worth. Worths are read as the decimals they print as, unless
///   these go on into the digits that a sum of numbers rounds: then such rounding is not held against the game.
/// - Throws: ``SharingError/notConvex(player:other:joining:amount:)`` with the two players and the coalition at which
///   a gain shrinks most.
/// - Complexity: O(n² 2ⁿ) for n players.
///
/// Source: Dutta & Ray (1989), Econometrica 57, 615–635.
public func egalitarianSolution(of game: CoalitionGame) throws(SharingError) -> Allocation {
  if let breach = game.verdict(on: .convexity).breach {
    // Each of the two coalitions has one member that the other has not.
    let pair = [breach.first, breach.second].flatMap { Array($0.subtracting(breach.common)) }.sorted()
    throw .notConvex(
      player: game.players[pair[0]], other: game.players[pair[1]], joining: game.names(of: breach.common),
      amount: breach.amount)
  }
  let rounds =
    if let unit = DecimalUnit(of: game.worths) {
      // Below 10¹⁵, so that products with numbers of players fit a machine word.
      mostEqualRounds(gains: game.worths.map { Int(unit.count(of: $0)) * (game.kind == .cost ? -1 : 1) })
    } else {
      mostEqualRounds(gains: game.worths.indices.map { game.exactGain(of: Coalition(mask: UInt64($0))) })
    }
  var gains = game.players.indices.map { _ in Rational.zero }
  var settled = Coalition.empty
  for coalition in rounds {
    let joined = settled.union(coalition)
    let each = (game.exactGain(of: joined) - game.exactGain(of: settled)) / Rational(coalition.count)
    for player in coalition { gains[player] = each }
    settled = joined
  }
  return Marginals(of: game).allocation(of: gains)
}

/// A number whose sums, products and comparisons are exact.
private protocol ExactNumber: Comparable, AdditiveArithmetic {
  init(_ integer: Int)
  static func * (left: Self, right: Self) -> Self
}

extension Rational: ExactNumber {}
extension Int: ExactNumber {}

/// The coalitions that get most a head, one after the other, each the largest that does.
private func mostEqualRounds<Number: ExactNumber>(gains: [Number]) -> [Coalition] {
  let counts = (0...gains.count.trailingZeroBitCount).map { Number($0) }
  var rounds: [Coalition] = []
  var settled = 0
  while settled != gains.count - 1 {
    let open = (gains.count - 1) & ~settled
    var best = (gain: Number.zero, mask: 0)
    var mask = open
    while mask != 0 {
      let gain = gains[settled | mask] - gains[settled]
      let (mine, its) = (gain * counts[best.mask.nonzeroBitCount], best.gain * counts[mask.nonzeroBitCount])
      // Of coalitions that get as much a head, their union does as well: the largest is the only one.
      if best.mask == 0 || mine > its || (mine == its && mask.nonzeroBitCount > best.mask.nonzeroBitCount) {
        best = (gain, mask)
      }
      mask = (mask - 1) & open
    }
    rounds.append(Coalition(mask: UInt64(best.mask)))
    settled |= best.mask
  }
  return rounds
}
