import CollectiveAction
import Mathematics

/// A game under changed rules: what every coalition can expect of the mechanism.
///
/// Every primitive acts on a row of the table in turn: knowledge and grants on gains, information on detection,
/// enforcement, grants and evaluation on what a breach brings and costs, transfers on who has it, the decision rule on
/// what it takes to agree. Looking a row through makes no lists; they are made for the one that is taken.
///
/// An object that never changes, so that handing it on counts one reference and not those of all it holds.
final class TransformedGame {
  let mechanism: Mechanism
  let table: DilemmaTable
  let circumstances: Circumstances
  /// Whom nobody asks: everybody when participation is imposed, else the mandated.
  let bound: Coalition
  let isImposed: Bool
  let costs: CostRates
  /// The weight of all later years, with what linked issues add to the loss.
  let future: Double
  /// What a seen breach costs as a multiple of the contribution, where that does not hang on detection.
  private let constantFine: Double?
  private let legalForce: Double
  private let patience: Double
  /// The standard deviation of a member's temptation, as a share of its whole contribution.
  let shock: Double
  let trust: Double
  let friction: Double
  let bargainingWeights: [Double]?
  private let membersOverlook: Double
  private let outsidersOverlook: Double
  /// The most that is given from above for a unit contributed.
  let largestGrant: Double
  private let belief: BetaDistribution?

  init(_ mechanism: Mechanism, _ table: DilemmaTable, _ circumstances: Circumstances) {
    self.mechanism = mechanism
    self.table = table
    self.circumstances = circumstances
    isImposed = mechanism.participation.isImposed
    let everyone = Coalition.grand(of: table.players.count)
    let mandated = mechanism.participation.mandated
    bound =
      isImposed
      ? everyone : mandated.isEmpty ? .empty : Coalition(everyone.filter { mandated.contains(table.players[$0]) })
    costs = CostRates(mechanism, circumstances)
    future = circumstances.future * mechanism.scopeRule.lossFactor
    legalForce = circumstances[.legalForce]
    patience = circumstances.effectivePatience
    let enforcement = mechanism.enforcement
    constantFine =
      enforcement.sanctions.isConstant
      ? enforcement.price(detection: 1, patience: 0, legalForce: legalForce, bond: mechanism.participation.exitBond)
      : nil
    let upperLevel = mechanism.upperLevel
    shock = circumstances[.temptationShock] * (1 - upperLevel.matching)
    largestGrant = upperLevel.grant(detection: 1)
    trust = circumstances[.trust]
    friction = mechanism.decision.divisionFriction * (1 - mechanism.bought(.bumper).effect)
    bargainingWeights = circumstances.bargainingWeights
    membersOverlook = 1 - circumstances[.detectability]
    outsidersOverlook =
      (1 - circumstances[.thirdPartyDetection]) * (1 - mechanism.bought(.regulator).detection)
    let strength = circumstances[.beliefStrength]
    belief = trust > 0 && trust < 1 ? BetaDistribution(a: strength * trust, b: strength * (1 - trust)) : nil
  }

  /// The appraisal of the coalition that the mechanism brings together.
  var solved: Appraisal {
    if mechanism.scope == .collective {
      let figures = figures(ofRow: table.everyone)
      let isFormed = isOpen(table.rows[table.everyone]) && figures.isAccepted
      return appraisal(of: expectation(ofRow: table.everyone, figures), isFormed: isFormed)
    }
    if let best = CoalitionSearch.best(in: self) {
      return appraisal(of: expectation(ofRow: best.row, best.figures), isFormed: true)
    }
    let rows = openRows
    let first = rows.first { isImposed || bound.isSubset(of: table.rows[$0].coalition) }
    return appraisal(of: expectation(ofRow: first ?? table.everyone), isFormed: false)
  }

  /// Whether the coalition of a row within the scope may form: it holds the mandated, or where nobody is bound its members
  /// gain something together.
  func isOpen(_ row: CoalitionRow) -> Bool {
    if bound.isEmpty { return row.memberGain + largestGrant * row.stake > 0 }
    return isImposed || bound.isSubset(of: row.coalition)
  }

  /// Whether of two rows worth the same the first is taken: the one that gains more before any rules, then by its mask.
  func precedes(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (table.rows[one], table.rows[other])
    return isImposed
      ? (-left.regionGain, left.coalition) < (-right.regionGain, right.coalition)
      : (-left.memberGain, left.coalition) < (-right.memberGain, right.coalition)
  }

  /// The rows within the scope, those that promise most first.
  private var openRows: [Int] {
    switch (mechanism.scope, isImposed) {
    case (.collective, _): [table.everyone]
    case (.bilateral, true): table.pairs.byRegion
    case (.bilateral, false): table.pairs.byMembers
    case (.multilateral, true): table.groups.byRegion
    case (.multilateral, false): table.groups.byMembers
    }
  }

  /// What the coalition of a row can expect, whatever it is.
  func figures(ofRow index: Int) -> RowFigures {
    // Nothing is below minus infinity, so nothing is given up.
    guard let figures = figures(ofRow: index, reaching: -.infinity) else {
      preconditionFailure("a row without a floor is always worked out")
    }
    return figures
  }

  /// What the coalition of a row can expect, or nothing once it is plain that its value stays below `floor`.
  func figures(ofRow index: Int, reaching floor: Double) -> RowFigures? {
    let row = table.rows[index]
    let size = row.coalition.count
    let knowledge = mechanism.knowledge
    let ownGain = row.coalition.reduce(0) { $0 + knowledge.left(of: row.gains[$1]) }
    let hope = max(
      isImposed ? row.gains.reduce(0) { $0 + knowledge.left(of: $1) } : ownGain + largestGrant * row.stake, 0)
    let transactionCost = costs.transactionCost(members: size, stake: row.stake)
    let cost = transactionCost.total + row.coalition.reduce(0) { $0 + costs.autonomyCost(of: $1, in: row) }
    // A little lower, since the parts below round apart from the whole.
    let floor = floor - 1e-10 * (hope + cost)
    if hope - cost < floor { return nil }

    let detection = detection(within: row.coalition)
    let grant = mechanism.upperLevel.grant(detection: detection)
    let credit = mechanism.upperLevel.credit(detection: detection)
    let fine = fine(detection: detection)
    let memberGain = ownGain + grant * row.stake
    let terms = RowTerms(
      memberGain: memberGain, grant: grant,
      weightSum: row.coalition.reduce(0) { $0 + weight(of: $1) }, transactionCost: transactionCost, cost: cost)
    var defection = 1.0
    var neededBelief = 0.0
    for member in row.coalition {
      let contribution = row.contributions[member]
      let deal = SelfEnforcement(
        temptation: row.temptations[member] - credit * contribution,
        loss: mechanism.transfers.mixed(
          own: gain(of: member, in: row, grant: grant), bargained: weight(of: member) / terms.weightSum * memberGain),
        detection: detection, fine: fine * contribution,
        firstMoverLoss: row.firstMoverLosses[member] - credit * contribution)
      defection *= holds(slack: deal.slack(future: future), deviation: shock * contribution)
      if hope * defection - cost < floor { return nil }
      if !bound.contains(member) { neededBelief = max(neededBelief, deal.neededBelief(future: future)) }
    }
    let coordination = coordination(needing: neededBelief, asked: row.coalition.subtracting(bound).count)
    if hope * defection * coordination - cost < floor { return nil }

    // What rounding may take off a net gain of exactly zero.
    let rounding = 1e-12 * (1 + abs(memberGain) + cost)
    let content = row.coalition.reduce(0) {
      $0 + (bound.contains($1) || net($1, in: row, terms, whenKeptWith: 1) >= -rounding ? 1 : 0)
    }
    let success = Success(
      coordination: coordination,
      division: division(inRow: index, members: size, content: Double(content) / Double(size)), defection: defection)
    let chance = success.all
    var memberNet = 0.0
    var regionNet = 0.0
    var isAccepted = true
    for player in row.gains.indices {
      guard row.coalition.contains(player) else {
        regionNet += chance * knowledge.left(of: row.gains[player])
        continue
      }
      let net = net(player, in: row, terms, whenKeptWith: chance)
      memberNet += net
      regionNet += net
      if net < -rounding && !bound.contains(player) { isAccepted = false }
    }
    return RowFigures(
      terms: terms, detection: detection, success: success, memberNet: memberNet, regionNet: regionNet,
      value: isImposed ? regionNet - chance * grant * row.stake : memberNet, isAccepted: isAccepted, rounding: rounding)
  }

  /// What the coalition of a row can expect, player by player.
  func expectation(ofRow index: Int) -> Prospect { expectation(ofRow: index, figures(ofRow: index)) }

  private func expectation(ofRow index: Int, _ figures: RowFigures) -> Prospect {
    let row = table.rows[index]
    let terms = figures.terms
    let chance = figures.success.all
    let share = mechanism.transfers.share
    let players = row.gains.indices
    let nets = players.map { netGain(of: $0, in: row, figures) }
    let surplus = chance * terms.memberGain - terms.cost
    let transfers = players.map { player -> Double in
      guard row.coalition.contains(player), chance > 0 else { return 0 }
      let weight = weight(of: player) / terms.weightSum
      let due = (weight * surplus + burden(of: player, in: row, terms)) / chance
      return share * (due - gain(of: player, in: row, grant: terms.grant))
    }
    return Prospect(
      coalition: row.coalition, figures: figures,
      gains: players.map { gain(of: $0, in: row, grant: terms.grant) },
      grants: row.contributions.map { terms.grant * $0 }, stake: row.stake,
      ownStake: row.stake * (1 - mechanism.upperLevel.matching),
      autonomyCosts: players.map { costs.autonomyCost(of: $0, in: row) }, transfers: transfers, nets: nets,
      refusals: row.coalition.compactMap { member in
        nets[member] < -figures.rounding && !bound.contains(member) ? Refusal(player: member, loss: -nets[member]) : nil
      })
  }

  /// A player's expected net gain, member or not.
  func netGain(of player: Int, in row: CoalitionRow, _ figures: RowFigures) -> Double {
    row.coalition.contains(player)
      ? net(player, in: row, figures.terms, whenKeptWith: figures.success.all)
      : figures.success.all * mechanism.knowledge.left(of: row.gains[player])
  }

  private func net(
    _ member: Int, in row: CoalitionRow, _ terms: RowTerms, whenKeptWith probability: Double
  ) -> Double {
    mechanism.transfers.mixed(
      own: probability * gain(of: member, in: row, grant: terms.grant) - burden(of: member, in: row, terms),
      bargained: weight(of: member) / terms.weightSum * (probability * terms.memberGain - terms.cost))
  }

  /// A member's part of the transaction cost, which goes with its contribution as the stake does, and its loss of autonomy.
  private func burden(of member: Int, in row: CoalitionRow, _ terms: RowTerms) -> Double {
    (row.stake > 0 ? terms.transactionCost.total * row.contributions[member] / row.stake : 0)
      + costs.autonomyCost(of: member, in: row)
  }

  /// What a player gains if the agreement is kept: what ignorance leaves of its gain, and what it is given from above.
  private func gain(of player: Int, in row: CoalitionRow, grant: Double) -> Double {
    mechanism.knowledge.left(of: row.gains[player]) + grant * row.contributions[player]
  }

  /// What a seen breach costs as a multiple of the contribution; never falls in detection.
  func fine(detection: Double) -> Double {
    constantFine
      ?? mechanism.enforcement.price(
        detection: detection, patience: patience, legalForce: legalForce, bond: mechanism.participation.exitBond)
  }

  /// The probability a year that a breach is seen within a coalition.
  private func detection(within coalition: Coalition) -> Double {
    detection(commonPartners: mechanism.information.usesClosure ? meanCommonPartners(within: coalition) : 0)
  }

  /// The largest probability with which any coalition sees a breach: a mean of partners is at most the greatest number.
  var mostDetection: Double {
    detection(commonPartners: circumstances.commonPartners?.elements.max() ?? circumstances[.commonPartners])
  }

  private func detection(commonPartners: Double) -> Double {
    let information = mechanism.information
    return information.detection(
      membersOverlook: membersOverlook,
      looks: information.usesClosure ? 1 + circumstances[.closure] * commonPartners : 1,
      outsidersOverlook: outsidersOverlook)
  }

  private func meanCommonPartners(within coalition: Coalition) -> Double {
    guard let counts = circumstances.commonPartners else { return circumstances[.commonPartners] }
    var sum = 0.0
    for first in coalition { for second in coalition where second > first { sum += counts[first, second] } }
    let size = Double(coalition.count)
    return sum / (size * (size - 1) / 2)
  }

  /// The probability that trust is enough for every member that is asked to start; one when nobody is.
  ///
  /// The most reluctant of them needs the belief p* that the others whose agreement is needed all cooperate; beliefs are
  /// Beta(κτ, κ(1 − τ)). Whoever is bound starts for sure. Own form.
  func coordination(needing belief: Double, asked: Int) -> Double {
    if asked == 0 { return 1 }
    let ofEach = mechanism.decision.beliefOfEach(belief, among: asked)
    if let distribution = self.belief { return distribution.exceeding(ofEach) }
    return trust > ofEach || ofEach == 0 ? 1 : 0
  }

  /// The probability that members agree who gets what: those content with the division or not asked as a share of all ×
  /// what disagreement leaves. Own form.
  private func division(inRow index: Int, members: Int, content: Double) -> Double {
    guard friction > 0 else { return content }
    return content
      * DecisionRule.agreement(
        friction: friction, disagreement: table.disagreement(inRow: index), trust: trust, members: members)
  }

  private func weight(of player: Int) -> Double { bargainingWeights?[player] ?? 1 }

  func appraisal(of prospect: Prospect, isFormed: Bool) -> Appraisal {
    let nobody = [Double](repeating: 0, count: table.players.count)
    let figures = prospect.figures
    return Appraisal(
      mechanism: mechanism, players: table.players,
      members: isFormed ? prospect.coalition : .empty, attempted: prospect.coalition,
      refusals: isFormed ? [] : prospect.refusals, detection: figures.detection, success: figures.success,
      gainsIfKept: prospect.gains, grantsIfKept: prospect.grants, stake: prospect.stake, ownStake: prospect.ownStake,
      transactionCost: figures.terms.transactionCost,
      autonomyCosts: prospect.autonomyCosts, transfers: isFormed ? prospect.transfers : nobody,
      netGains: isFormed ? prospect.nets : nobody, prospectiveNetGain: figures.regionNet)
  }
}
