import CollectiveAction

/// Appraisals of several mechanisms in one dilemma, best first.
public struct Ranking: Sendable, Equatable {
  /// By expected net gain of the region; where no agreement forms, by what it would have been, after the
  /// others. Equal ones keep the order in which they were given.
  public let order: [Appraisal]
  /// The mechanisms that come about and that no other beats in net gain, risk, transaction cost and autonomy
  /// cost at once, best net gain first.
  public let paretoFront: [Appraisal]
  /// Why the order is as it is, the most important first.
  public let reasons: [Reason]

  /// The best mechanism, or none when acting alone is at least as good as any.
  public var best: Appraisal? { order.first.flatMap { $0.isFormed && $0.expectedNetGain > 0 ? $0 : nil } }
}

/// A reason for a ranking, for a report to put into words. Mechanisms are named by their identifiers,
/// money is in the dilemma's currency per year.
public enum Reason: Sendable, Equatable {
  /// The mechanism promises the region most, `margin` more than the next.
  case highestNet(mechanism: String, margin: Double, over: String)
  /// The only mechanism that comes about.
  case onlyOneFormed(mechanism: String, net: Double)
  /// The next best falls behind the best by `amount` in this respect: what it would gain at the best's level,
  /// all else averaged over both. The amounts of all respects add up to the margin.
  case runnerUpLosesOn(mechanism: String, aspect: Aspect, amount: Double)
  /// The next best is ahead of the best by `amount` in this respect.
  case runnerUpGainsOn(mechanism: String, aspect: Aspect, amount: Double)
  /// No mechanism promises more than every player acting alone.
  case noMechanismBeatsNoAgreement
  /// The mechanism does not come about: this player would lose most by joining, `amount` a year.
  case rejected(mechanism: String, member: String, amount: Double)
  /// The mechanism does not come about: its members together would gain nothing.
  case nothingToGain(mechanism: String)
  /// The mechanism would bind this player although it loses `amount` a year, more than any other does.
  case bindsLoser(mechanism: String, member: String, amount: Double)
}

/// A respect in which two mechanisms differ.
public enum Aspect: String, Sendable, Codable, CaseIterable {
  case gainIfKept, coordination, division, defection
  case searchCost, bargainingCost, monitoringCost, enforcementCost, agencyCost, autonomyCost
}

/// Orders appraisals of one dilemma and says why.
/// - Throws: ``AppraisalError/nothingToRank`` when there is none.
/// - Complexity: quadratic in the number of appraisals.
public func rank(_ appraisals: [Appraisal]) throws(AppraisalError) -> Ranking {
  guard !appraisals.isEmpty else { throw .nothingToRank }
  let order = appraisals.enumerated().sorted { left, right in
    if left.element.isFormed != right.element.isFormed { return left.element.isFormed }
    if left.element.prospectiveNetGain != right.element.prospectiveNetGain {
      return left.element.prospectiveNetGain > right.element.prospectiveNetGain
    }
    return left.offset < right.offset
  }.map(\.element)
  let formed = order.filter(\.isFormed)
  let front = Dominance(among: formed).front.map { formed[$0] }
  return Ranking(order: order, paretoFront: front, reasons: reasons(for: order))
}

private func reasons(for order: [Appraisal]) -> [Reason] {
  var reasons: [Reason] = []
  let best = order[0]
  if !best.isFormed || best.expectedNetGain <= 0 {
    reasons.append(.noMechanismBeatsNoAgreement)
  } else if order.count > 1, order[1].isFormed {
    let next = order[1]
    reasons.append(
      .highestNet(
        mechanism: best.mechanism.id, margin: best.expectedNetGain - next.expectedNetGain, over: next.mechanism.id))
    let differences = netDifference(of: best, over: next).filter { $0.amount != 0 }
    for difference in differences.sorted(by: { abs($0.amount) > abs($1.amount) }) {
      reasons.append(
        difference.amount > 0
          ? .runnerUpLosesOn(mechanism: next.mechanism.id, aspect: difference.aspect, amount: difference.amount)
          : .runnerUpGainsOn(mechanism: next.mechanism.id, aspect: difference.aspect, amount: -difference.amount))
    }
  } else {
    reasons.append(.onlyOneFormed(mechanism: best.mechanism.id, net: best.expectedNetGain))
  }
  for one in order where !one.isFormed {
    if let worst = one.refusals.max(by: { $0.loss < $1.loss }) {
      reasons.append(
        .rejected(mechanism: one.mechanism.id, member: one.players[worst.player], amount: worst.loss))
    } else {
      reasons.append(.nothingToGain(mechanism: one.mechanism.id))
    }
  }
  for one in order where one.isFormed {
    let losers = one.netGains.indices.filter { one.members.contains($0) && one.netGains[$0] < 0 }
    if let loser = losers.min(by: { one.netGains[$0] < one.netGains[$1] }) {
      reasons.append(
        .bindsLoser(mechanism: one.mechanism.id, member: one.players[loser], amount: -one.netGains[loser]))
    }
  }
  return reasons
}
