import CollectiveAction
import Mathematics

/// Each player pays its separable cost and a part of the rest in proportion to its remaining benefit.
///
/// The separable cost is what the player adds as the last to join; its remaining benefit the difference
/// between its cost alone and that. Of a surplus game the same with gains. The method of the river-basin
/// agencies; it may leave the core.
///
/// - Returns: shares adding up to the joint worth; where nothing is left to divide, the separable parts.
/// - Throws: ``SharingError/negativeRemainingBenefit(player:amount:)`` when a player would rather stay
///   alone than join last, ``SharingError/noRemainingBenefit(left:)`` when there is nothing to divide by.
///
/// Source: Federal Inter-Agency River Basin Committee (1950), Proposed Practices for Economic Analysis of
/// River Basin Projects; Young, Okada & Hashimoto (1982), Water Resour. Res. 18, 463–475.
public func separableCostsRemainingBenefits(of game: CoalitionGame) throws(SharingError) -> Allocation {
  let marginals = Marginals(of: game)
  let benefits = zip(marginals.lastIn, marginals.alone).map { $0 - $1 }
  for (player, benefit) in zip(game.players, benefits) where benefit.isNegative {
    throw .negativeRemainingBenefit(player: player, amount: -benefit.approximation)
  }
  let rest = marginals.joint - marginals.lastIn.sum
  guard !rest.isZero else { return marginals.allocation(of: marginals.lastIn) }
  let total = benefits.sum
  guard total.isPositive else { throw .noRemainingBenefit(left: rest.magnitude.approximation) }
  return marginals.allocation(
    of: zip(marginals.lastIn, benefits).map { lastIn, benefit in lastIn + rest * benefit / total })
}

/// Each player pays its separable cost and the same part of the rest.
///
/// Of a surplus game: each gets what it adds as the last to join, and all bear the same part of what that
/// exceeds the joint surplus by.
///
/// Source: Moulin (1985), Int. Econ. Rev. 26, 553–567 (equal allocation of non-separable costs).
public func equalSharesOfNonseparableCost(of game: CoalitionGame) -> Allocation {
  let marginals = Marginals(of: game)
  let part = (marginals.joint - marginals.lastIn.sum) / Rational(game.playerCount)
  return marginals.allocation(of: marginals.lastIn.map { $0 + part })
}
