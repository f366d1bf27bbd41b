import CollectiveAction
import Mathematics

/// The division at which every player loses as much of its gain, for each unit others would lose, by
/// disrupting the cooperation.
///
/// A player's propensity to disrupt is what the others would lose if it left, over what it would lose
/// itself; the point makes the largest of them as small as can be, which makes them equal. Straffin &
/// Heaney (1981) showed that it is the alternate-cost-avoided method of the Tennessee Valley Authority.
///
/// - Returns: what each gains alone, and of the joint gain a part in proportion to what it adds as the
///   last to join beyond its gain alone; of a game without a joint gain, what each has alone.
/// - Throws: ``SharingError/noDisruption(gain:disruption:)`` when these additions are together not above zero.
///
/// Source: Gately (1974), Int. Econ. Rev. 15, 195–208.
public func gatelyPoint(of game: CoalitionGame) throws(SharingError) -> Allocation {
  let marginals = Marginals(of: game)
  let additions = zip(marginals.lastIn, marginals.alone).map { $0 - $1 }
  let gain = marginals.joint - marginals.alone.sum
  guard !gain.isZero else { return marginals.allocation(of: marginals.alone) }
  let total = additions.sum
  guard total.isPositive else {
    throw .noDisruption(gain: gain.approximation, disruption: total.approximation)
  }
  return marginals.allocation(
    of: zip(marginals.alone, additions).map { alone, addition in alone + gain * addition / total })
}
