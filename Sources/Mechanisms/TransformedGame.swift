import CollectiveAction
import Mathematics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A game under changed rules: what every coalition can expect of the mechanism.
struct TransformedGame {
  let mechanism: Mechanism
  let table: DilemmaTable
  let circumstances: Circumstances
  let isImposed: Bool
  let costs: CostRates
  /// The weight of all later years, with what linked issues add to the loss.
  let future: Double
  /// What a seen breach costs, as a multiple of the contribution.
  let fine: Double
  let shock: Double
  let trust: Double
  let bargainingWeights: [Double]?
  /// The probability that the authority and all third parties overlook a breach.
  let overlookedByOthers: Double
  /// The probability that one look of the members does.
  let overlookedByMembers: Double
  let belief: BetaDistribution?

  init(_ mechanism: Mechanism, _ table: DilemmaTable, _ circumstances: Circumstances) {
    self.mechanism = mechanism
    self.table = table
    self.circumstances = circumstances
    isImposed = mechanism.participation.isImposed
    costs = CostRates(mechanism, circumstances)
    future = circumstances.future * mechanism.scopeRule.lossFactor
    let force = mechanism.enforcement.needsLegalForce ? circumstances[.legalForce] : 1
    fine = force * mechanism.enforcement.fine + mechanism.participation.exitBond
    shock = circumstances[.temptationShock]
    trust = circumstances[.trust]
    bargainingWeights = circumstances.bargainingWeights
    overlookedByOthers =
      (1 - mechanism.information.authorityDetection) * (1 - mechanism.information.thirdPartyDetection)
      * (1 - circumstances[.thirdPartyDetection])
    overlookedByMembers = 1 - circumstances[.detectability]
    let strength = circumstances[.beliefStrength]
    belief = trust > 0 && trust < 1 ? BetaDistribution(a: strength * trust, b: strength * (1 - trust)) : nil
  }

  /// The appraisal of the coalition that the mechanism brings together.
  var solved: Appraisal {
    let candidates = mechanism.scope == .bilateral ? table.pairs : table.groups
    let order: [Int] =
      switch (mechanism.scope, isImposed) {
      case (.collective, _): [table.everyone]
      case (_, true): candidates.byRegion
      case (_, false): candidates.byMembers
      }
    var best: (prospect: Prospect, value: Double)?
    for index in order {
      let row = table.rows[index]
      // No success, no cost and no ignorance is the most to hope for; a loss may fail to come about.
      let most = max(isImposed ? row.regionGain : row.memberGain, 0)
      // No later candidate can do better than the best so far, nor, if asked, than acting alone.
      if let best, most <= best.value { break }
      if !isImposed && most == 0 { break }
      let floor = best?.value ?? (isImposed ? -.infinity : 0)
      guard let prospect = expectation(ofRow: index, reaching: floor) else { continue }
      let value = isImposed ? prospect.regionNet : prospect.memberNet
      if (isImposed || prospect.refusals.isEmpty) && value > (best?.value ?? -.infinity) {
        best = (prospect, value)
      }
    }
    if let best { return appraisal(of: best.prospect, isFormed: true) }
    return appraisal(of: expectation(ofRow: order[0]), isFormed: false)
  }

  /// What the coalition of a row can expect, whatever it is.
  func expectation(ofRow index: Int) -> Prospect {
    // Nothing is below minus infinity, so nothing is given up.
    guard let prospect = expectation(ofRow: index, reaching: -.infinity) else {
      preconditionFailure("an expectation without a floor is always worked out")
    }
    return prospect
  }

  /// What the coalition of a row can expect, or nothing once it is plain that its value stays below `floor`.
  private func expectation(ofRow index: Int, reaching floor: Double) -> Prospect? {
    let row = table.rows[index]
    let size = row.coalition.count
    let memberGain = row.coalition.reduce(0) { $0 + gain(of: $1, in: row) }
    let hope = max(isImposed ? row.gains.indices.reduce(0) { $0 + gain(of: $1, in: row) } : memberGain, 0)
    let transactionCost = costs.transactionCost(members: size, stake: row.stake)
    let cost =
      transactionCost.total + row.coalition.reduce(0) { $0 + costs.autonomyCost(of: $1, in: row) }
    if hope - cost < floor { return nil }

    let weightSum = row.coalition.reduce(0) { $0 + weight(of: $1) }
    let share = mechanism.transfers.share
    let detection = detection(within: row.coalition)
    var defection = 1.0
    var neededBelief = 0.0
    for member in row.coalition {
      let contribution = row.contributions[member]
      let deal = SelfEnforcement(
        temptation: row.temptations[member],
        loss: (1 - share) * gain(of: member, in: row) + share * weight(of: member) / weightSum * memberGain,
        detection: detection, fine: fine * contribution, firstMoverLoss: row.firstMoverLosses[member])
      defection *= holds(slack: deal.slack(future: future), deviation: shock * contribution)
      if hope * defection - cost < floor { return nil }
      neededBelief = max(neededBelief, deal.neededBelief(future: future))
    }
    let coordination = coordination(needing: neededBelief, members: size)
    if hope * defection * coordination - cost < floor { return nil }

    let players = row.gains.indices
    let gains = players.map { gain(of: $0, in: row) }
    let autonomyCosts = players.map { costs.autonomyCost(of: $0, in: row) }
    let weights = players.map { row.coalition.contains($0) ? weight(of: $0) / weightSum : 0 }
    // A member's part of the transaction cost goes with its contribution, as the stake does.
    let burdens = players.map { player in
      (row.stake > 0 ? transactionCost.total * row.contributions[player] / row.stake : 0) + autonomyCosts[player]
    }
    func net(_ player: Int, whenKeptWith probability: Double) -> Double {
      (1 - share) * (probability * gains[player] - burdens[player])
        + share * weights[player] * (probability * memberGain - cost)
    }
    // What rounding may take off a net gain of exactly zero.
    let rounding = 1e-12 * (1 + abs(memberGain) + cost)
    let content = row.coalition.reduce(0) { $0 + (net($1, whenKeptWith: 1) >= -rounding ? 1 : 0) }
    let division = division(inRow: index, members: size, content: Double(content) / Double(size))
    let success = Success(coordination: coordination, division: division, defection: defection)
    let chance = success.all
    let nets = players.map { player in
      row.coalition.contains(player) ? net(player, whenKeptWith: chance) : chance * gains[player]
    }
    let surplus = chance * memberGain - cost
    return Prospect(
      coalition: row.coalition, detection: detection, success: success, gains: gains, stake: row.stake,
      transactionCost: transactionCost, autonomyCosts: autonomyCosts,
      transfers: players.map { player in
        row.coalition.contains(player) && chance > 0
          ? share * ((weights[player] * surplus + burdens[player]) / chance - gains[player]) : 0
      },
      nets: nets,
      memberNet: row.coalition.reduce(0) { $0 + nets[$1] },
      regionNet: nets.reduce(0, +),
      refusals: row.coalition.compactMap { nets[$0] < -rounding ? Refusal(player: $0, loss: -nets[$0]) : nil })
  }

  /// The probability a year that a breach is seen: independent looks, those of partners in common counted with
  /// the members' own where relations are embedded. Own form.
  private func detection(within coalition: Coalition) -> Double {
    guard mechanism.information.usesClosure else { return 1 - overlookedByMembers * overlookedByOthers }
    let looks = 1 + circumstances[.closure] * meanCommonPartners(within: coalition)
    return 1 - pow(overlookedByMembers, looks) * overlookedByOthers
  }

  private func meanCommonPartners(within coalition: Coalition) -> Double {
    guard let counts = circumstances.commonPartners else { return circumstances[.commonPartners] }
    var sum = 0.0
    for first in coalition { for second in coalition where second > first { sum += counts[first, second] } }
    let size = Double(coalition.count)
    return sum / (size * (size - 1) / 2)
  }

  /// The probability that trust is enough for every member to start; one when nobody is asked.
  ///
  /// The most reluctant member needs the belief p* that the (k − 1) × threshold others whose agreement is
  /// needed all cooperate, p*^(1/((k − 1) × threshold)) of each; beliefs are Beta(κτ, κ(1 − τ)). Own form.
  private func coordination(needing belief: Double, members: Int) -> Double {
    if isImposed { return 1 }
    let others = Double(members - 1) * mechanism.decision.threshold
    let ofEach = others > 0 ? pow(belief, 1 / others) : (belief < 1 ? 0 : 1)
    if let distribution = self.belief { return distribution.exceeding(ofEach) }
    return trust > ofEach || ofEach == 0 ? 1 : 0
  }

  /// The probability that members agree who gets what: those content with the division as a share of all
  /// (of no account when imposed) × exp(−friction × disagreement × (1 − trust) × ln k). Own form.
  private func division(inRow index: Int, members: Int, content: Double) -> Double {
    let friction = mechanism.decision.divisionFriction
    let asked = isImposed ? 1 : content
    guard friction > 0 else { return asked }
    return asked * exp(-friction * table.disagreement(inRow: index) * (1 - trust) * log(Double(members)))
  }

  /// What a player gains if the agreement is kept, less what is lost because whoever decides knows too little:
  /// a share of every gain, while a loss stays what it is. Own form.
  private func gain(of player: Int, in row: CoalitionRow) -> Double {
    let gain = row.gains[player]
    return gain > 0 ? gain * (1 - mechanism.knowledge.informationLoss) : gain
  }

  private func weight(of player: Int) -> Double { bargainingWeights?[player] ?? 1 }

  private func appraisal(of prospect: Prospect, isFormed: Bool) -> Appraisal {
    let nobody = [Double](repeating: 0, count: table.players.count)
    return Appraisal(
      mechanism: mechanism, players: table.players,
      members: isFormed ? prospect.coalition : .empty, attempted: prospect.coalition,
      refusals: isFormed ? [] : prospect.refusals, detection: prospect.detection, success: prospect.success,
      gainsIfKept: prospect.gains, stake: prospect.stake, transactionCost: prospect.transactionCost,
      autonomyCosts: prospect.autonomyCosts, transfers: isFormed ? prospect.transfers : nobody,
      netGains: isFormed ? prospect.nets : nobody, prospectiveNetGain: prospect.regionNet)
  }
}

/// What one coalition can expect of a mechanism.
struct Prospect {
  let coalition: Coalition
  let detection: Double
  let success: Success
  let gains: [Double]
  let stake: Double
  let transactionCost: TransactionCost
  let autonomyCosts: [Double]
  let transfers: [Double]
  let nets: [Double]
  let memberNet: Double
  let regionNet: Double
  let refusals: [Refusal]
}
