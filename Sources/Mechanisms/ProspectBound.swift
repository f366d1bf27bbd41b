import CollectiveAction

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a coalition can be worth at most under one mechanism.
///
/// The worth is chance × gain − cost. Every part is bounded on its own, with the largest probability `q` of any coalition
/// that a breach is seen, since a fine, a grant, and what a breach loses never fall in it:
/// - the gain by what ignorance leaves, and by the grant at `q`; for a higher authority, which counts grants against
///   itself, they cancel;
/// - the cost by the transaction cost, which is a rate × stake with all services bought, and the least sensitivity to a
///   loss of autonomy;
/// - division by its friction, after what mediation takes off, all members taken as content;
/// - defection first by log Φ being concave: the product of k chances Φ(zᵢ) is at most Φ(z̄)ᵏ, z̄ the mean, which is linear
///   in means over members that hang on no mechanism; then by the product itself. Credit from above and the fine add the
///   same to every zᵢ, matching divides all by the same, linked issues go with what is lost, and a member's part of the
///   common gain is at most that of the weightiest among the least weighty;
/// - trust by the belief that the most reluctant needs, which falls in credit, fine, detection and loss, and rises in the
///   greater of temptation and the loss of moving first;
/// - consent by the net gain of the member that gains least, given the chance and the worth so bounded.
///
/// Where some are bound and others asked, trust and consent are left out, since a member looked at may be one of the
/// bound; without shocks defection is, and so is disagreement where nobody has worked it out yet.
///
/// Every bound is let out by 10⁻⁹ of gain and cost, more than rounding takes.
struct ProspectBound {
  typealias Lanes = CandidateBounds.Lanes

  /// Whether all members are asked, so that what the weakest does is known.
  private let asksAll: Bool
  private let isImposed: Bool
  /// What ignorance leaves of a gain.
  private let kept: Double
  /// What is given for a unit contributed.
  private let grant: Double
  /// The expected fine, what keeping is credited, and what lost cooperation weighs.
  private let fine, credit, loss: Double
  /// One over the size of shocks, or zero without any: then chances of members are not bounded.
  private let calm: Double
  private let ownShare: Double
  private let terms: [SizeTerms]
  private let lines = NormalBound.lines
  private let tangents = NormalBound.tangents

  /// What hangs on the number of members alone.
  private struct SizeTerms {
    /// The cost of a unit of stake, at least.
    var rate = 0.0
    /// What full disagreement takes off the logarithm of success.
    var friction = 0.0
    /// A member's part of the common gain, at most.
    var jointShare = 0.0
  }

  init(_ game: TransformedGame) {
    isImposed = game.isImposed
    asksAll = game.bound.isEmpty
    kept = 1 - game.mechanism.knowledge.informationLoss
    let detection = game.mostDetection
    let upperLevel = game.mechanism.upperLevel
    grant = upperLevel.grant(detection: detection)
    credit = upperLevel.credit(detection: detection)
    fine = detection * game.fine(detection: detection)
    loss = detection * game.future
    calm = game.shock > 0 ? 1 / game.shock : 0
    let share = game.mechanism.transfers.share
    ownShare = 1 - share
    let count = game.table.players.count
    let friction = game.friction * (1 - game.trust)
    let autonomyCost = game.costs.leastAutonomyCost
    let (most, least) = (game.bargainingWeights?.max() ?? 1, game.bargainingWeights?.min() ?? 1)
    terms = (0...count).map { size in
      guard game.mechanism.scopeRule.admits(size, of: count) else { return SizeTerms() }
      return SizeTerms(
        rate: game.costs.transactionCost(members: size, stake: 1).total + autonomyCost,
        friction: friction * log(Double(size)), jointShare: share * most / (most + Double(size - 1) * least))
    }
  }

  /// Whether any coalition of a block may reach `floor` if nobody distrusted, disagreed or broke the deal.
  @inline(__always)
  func hopes(for reach: CandidateBounds.Reach, size: Int, reaching floor: Double) -> Bool {
    // What ignorance takes off the gains of those that gain it takes off the sum at least.
    let gain = max(
      kept * (isImposed ? reach.regionGain : reach.memberGain) + (isImposed ? 0 : grant) * reach.largestStake, 0)
    let cost = terms[size].rate * reach.leastStake
    return floor <= gain - cost + 1e-9 * (gain + cost)
  }

  /// What each coalition of a block can be worth at most, with disagreement and the mean chance of its members counted;
  /// none where no one reaches `floor`.
  ///
  /// Disagreement that nobody knows yet is not a number, and is taken as none. The block is read where it stands: a copy of
  /// all its lanes would cost as much as the first test.
  @inline(__always)
  func worths(
    in blocks: UnsafeBufferPointer<CandidateBounds.Block>, at index: Int, leastStake: Lanes, size: Int,
    disagreement: Lanes, reaching floor: Double
  ) -> Lanes? {
    let terms = terms[size]
    // There is a block, so the list has a place.
    let block = blocks.baseAddress.unsafelyUnwrapped + index
    let cost: Lanes = terms.rate * leastStake
    let joint: Lanes = kept * block.pointee.memberPlus + block.pointee.memberMinus + grant * block.pointee.stake
    var gain: Lanes =
      isImposed ? kept * block.pointee.regionPlus + block.pointee.regionMinus : joint
    gain = gain.replacing(with: 0, where: gain .< 0)
    // What dispute and breach take off the logarithm of success.
    var risk: Lanes = terms.friction * disagreement.replacing(with: 0, where: disagreement .!= disagreement)
    if calm > 0 {
      let common: Lanes = joint.replacing(with: 0, where: joint .< 0) * block.pointee.inverse
      var strength: Lanes = (loss * ownShare * kept) * block.pointee.gain + (loss * terms.jointShare) * common
      strength = (strength + (fine + credit + loss * ownShare * grant) - block.pointee.temptation) * calm
      risk += block.pointee.payers * tangents.risk(strength)
    }
    // e^x is at least the first terms of its series.
    var series: Lanes = risk * (1.0 / 120) + 1.0 / 24
    series = risk * series + 1.0 / 6
    series = risk * series + 0.5
    series = risk * series + 1
    series = risk * series + 1
    gain *= 1 + 1e-9
    let charge: Lanes = cost * (1 - 1e-9)
    // No division where it is not needed.
    var reaches = (charge + floor) * series .<= gain
    guard any(reaches) else { return nil }
    if asksAll && ownShare > 0 {
      let refusal = refuses(
        own: block.pointee.leastGain, block.pointee.leastInverse, series: series, surplus: gain - charge * series,
        gain: gain,
        stake: block.pointee.stake, terms)
      reaches = reaches .& .!refusal
      guard any(reaches) else { return nil }
    }
    return (gain / series - charge).replacing(with: -.infinity, where: .!reaches)
  }

  /// Whether the member that gains least by unit of contribution is sure to expect a loss, all times `series`.
  @inline(__always)
  private func refuses(
    own leastGain: Lanes, _ inverse: Lanes, series: Lanes, surplus: Lanes, gain: Lanes, stake: Lanes,
    _ terms: SizeTerms
  ) -> SIMDMask<Lanes.MaskStorage> {
    let zero = Lanes()
    var own: Lanes = leastGain.replacing(with: kept * leastGain, where: leastGain .> zero) + grant
    own = own.replacing(with: 0, where: own .< zero) * (1 + 1e-9)
    let common: Lanes = surplus.replacing(with: 0, where: surplus .< zero) * inverse
    var net: Lanes = ownShare * (own - (terms.rate * (1 - 1e-9)) * series)
    net += (terms.jointShare * (1 + 1e-9)) * common
    // Far more than the loss that is taken for rounding.
    let rounding: Lanes = (1 + gain + (2 + terms.rate) * stake) * inverse * series
    // Where nobody contributes nobody bears a cost.
    return (net .< -1e-9 * rounding) .& (inverse .> zero)
  }

  /// What the coalition at a place can be worth at most, with the chance and the belief of each member that contributes
  /// counted. Below all where one is sure to refuse.
  func worth(
    at place: Int, in shelf: CandidateBounds.Shelf, size: Int, disagreement: Double, reaching floor: Double,
    trust game: TransformedGame
  ) -> Double {
    let terms = terms[size]
    // There is a block, so the list has a place.
    let block = shelf.blocks.baseAddress.unsafelyUnwrapped + place / CandidateBounds.width
    let lane = place % CandidateBounds.width
    let stake = block.pointee.stake[lane]
    // What its members have in common to divide if the deal is kept, and what counts for its worth.
    let common = max(kept * block.pointee.memberPlus[lane] + block.pointee.memberMinus[lane] + grant * stake, 0)
    let gain =
      isImposed ? max(kept * block.pointee.regionPlus[lane] + block.pointee.regionMinus[lane], 0) : common
    let charge = terms.rate * stake * (1 - 1e-9)
    var chance = 1 + 1e-9
    if terms.friction > 0 && disagreement > 0 { chance *= exp(-terms.friction * disagreement) }
    var belief = 0.0
    var least = Double.infinity
    var leastInverse = 0.0
    let joint = terms.jointShare * common
    for number in shelf.starts[place]..<shelf.starts[place + 1] {
      let member = shelf.members[number]
      let own = (member.gain > 0 ? kept * member.gain : member.gain) + grant
      if own < least { (least, leastInverse) = (own, member.inverse) }
      // Of the mix of its own and what bargaining gives it each part at most.
      let lost = loss * max(ownShare * own + joint * member.inverse, 0)
      if calm > 0 { chance *= lines.chance((fine + credit + lost - member.temptation) * calm) }
      // Whoever is bound needs no belief.
      guard asksAll else { continue }
      let cost = max(member.risk - credit, 0) - fine
      let all = cost + fine + lost + max(credit - member.temptation, 0)
      if cost > belief * all { belief = cost / all }
    }
    if gain * chance - charge < floor { return -.infinity }
    if !asksAll { return gain * chance - charge }
    // A little less belief, for what rounding does.
    chance *= game.coordination(needing: belief * (1 - 1e-9), asked: size) * (1 + 1e-9)
    let most = gain * chance - charge
    guard leastInverse > 0 else { return most }
    let net =
      ownShare * (chance * max(least, 0) - terms.rate * (1 - 1e-9))
      + terms.jointShare * max(most, 0) * leastInverse * (1 + 1e-9)
    return net < -1e-9 * (1 + gain + (2 + terms.rate) * stake) * leastInverse ? -.infinity : most
  }
}
