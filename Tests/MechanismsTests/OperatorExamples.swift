import CollectiveAction
import Testing

@testable import Mechanisms

/// The worked examples of the chapter, one for every operator, step by step. What is expected is worked out here from
/// small integers, line by line as the chapter prints it; the library is asked only for its answer.
///
/// Three towns dredge a river: dredging costs a town 4 and saves each of the three 2. All three: each saves 3 · 2 − 4 = 2.
/// Breaking saves the 4 and loses the town's own 2: temptation 2. Keeping alone costs 4 and saves 2: a loss of 2, which the
/// public good does not tell.
@Suite struct OperatorExamples {
  static func river() throws -> DilemmaTable {
    try DilemmaTable(of: PublicGood(price: [4, 4, 4], benefit: [2, 2, 2]))
  }

  /// Half of the breaches show, next year counts two thirds and officials stay: the future is worth (2/3)/(1/3) = 2 years.
  /// No shocks, no prices, no price of autonomy, so that each example has its own numbers only.
  static func bare() throws -> Circumstances {
    try Circumstances().with(.trust, 0.5).with(.beliefStrength, 2).with(.detectability, 0.5).with(.patience, 2.0 / 3)
      .with(.turnover, 0).with(.temptationShock, 1).with(.autonomySensitivity, 0).with(.searchPrice, 0)
      .with(.bargainingPrice, 0).with(.monitoringPrice, 0)
  }

  /// A collective contract stripped of everything but its scope: one issue, nothing seen by it, no fine, no cost.
  static func stripped() throws -> Mechanism {
    try MechanismCatalogue.mechanism("collective-contract").with([
      (.linkedIssues, 1), (.authorityDetection, 0), (.fine, 0), (.fixedCost, 0), (.autonomyLoss, 0),
      (.divisionFriction, 0),
    ])
  }

  static func close(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-12 }  // a dozen roundings

  /// Φ at multiples of a half, from printed tables (Abramowitz & Stegun 1964, table 26.1), to the digits used.
  static let normal = [0.0: 0.5, 0.5: 0.691_462_461_274_013, 1.0: 0.841_344_746_068_543]

  @Test("bare: gain 2 each, temptation 2, loss 2; slack 0.5 · 2 · 2 − 2 = 0, belief 2/(2 + 2) = 1/2")
  func bareContract() throws {
    let table = try Self.river()
    let row = table.rows[table.everyone]
    #expect(row.gains == [2, 2, 2])  // 3 · 2 − 4
    #expect(row.contributions == [4, 4, 4])
    #expect(row.temptations == [2, 2, 2])  // 4 − 2
    #expect(row.memberGain == 6)
    let answer = try appraise(Self.stripped(), in: table, under: Self.bare())
    #expect(answer.detection == 0.5)
    // Slack 0: Φ(0) = 1/2 for each of three.
    #expect(Self.close(answer.success.defection, 0.125))
    // Both others: √(1/2) of each; beliefs Beta(1, 1) are uniform: 1 − √(1/2).
    #expect(Self.close(answer.success.coordination, 1 - 0.5.squareRoot()))
    #expect(answer.success.division == 1)
    #expect(answer.transactionCost.total == 0)
    #expect(Self.close(answer.expectedNetGain, 6 * 0.125 * (1 - 0.5.squareRoot())))
  }

  @Test("scope: eleven linked issues double the loss, 1 + 0.1 · 10; two issues add a tenth to the future")
  func scope() throws {
    #expect(ScopeRule(scope: .collective, linkedIssues: 11).lossFactor == 2)
    let linked = try Self.stripped().with(.linkedIssues, 6)
    // 1 + 0.1 · 5 = 1.5: slack 0.5 · 2 · 1.5 · 2 − 2 = 1 of a contribution of 4.
    let answer = try appraise(linked, in: Self.river(), under: Self.bare().with(.temptationShock, 0.5))
    // Deviation 0.5 · 4 = 2: Φ(1/2) thrice.
    let each = Self.normal[0.5] ?? 0
    #expect(Self.close(answer.success.defection, each * each * each))
    #expect(ScopeRule(scope: .bilateral, linkedIssues: 1).admits(2, of: 3))
    #expect(!ScopeRule(scope: .bilateral, linkedIssues: 1).admits(3, of: 3))
    #expect(ScopeRule(scope: .multilateral, linkedIssues: 1).admits(3, of: 4))
    #expect(!ScopeRule(scope: .multilateral, linkedIssues: 1).admits(2, of: 4))
    #expect(!ScopeRule(scope: .collective, linkedIssues: 1).admits(3, of: 4))
  }

  @Test(
    "information: 1 − 1/2 · 1/2 · 1/2 = 7/8 when an authority and a third party each see half; 3 looks under closure")
  func information() throws {
    let watched = try Self.stripped().with([(.authorityDetection, 0.5), (.thirdPartyDetection, 0.5)])
    let answer = try appraise(watched, in: Self.river(), under: Self.bare())
    #expect(answer.detection == 0.875)
    // Slack 7/8 · 2 · 2 − 2 = 3/2; belief 2/(2 + 7/8 · 4) = 4/11, of each of two its root.
    #expect(Self.close(answer.success.coordination, 1 - (4.0 / 11).squareRoot()))
    // A named third party is a hub: 3 links, and 3 is the mesh of three too.
    #expect(answer.transactionCost.links == 3)
    let embedded = Information(authorityDetection: 0, thirdPartyDetection: 0, usesClosure: true, hasHub: false)
    #expect(embedded.detection(membersOverlook: 0.5, looks: 3, outsidersOverlook: 1) == 0.875)  // 1 − (1/2)³
  }

  @Test(
    "enforcement: a fine of 1/2 the contribution costs 1/2 · 2 = 1 in expectation, half of it where law is worth half")
  func enforcement() throws {
    let fined = try Self.stripped().with(.fine, 0.5)
    let table = try Self.river()
    // Fine 0.5 · 4 = 2, expected 1. Slack 1 + 2 − 2 = 1; belief (2 − 1)/(1 + 1 + 2) = 1/4, its root 1/2.
    let answer = try appraise(fined, in: table, under: Self.bare().with(.temptationShock, 0.25))
    let each = Self.normal[1] ?? 0
    #expect(Self.close(answer.success.defection, each * each * each))  // deviation 0.25 · 4 = 1
    #expect(Self.close(answer.success.coordination, 0.5))
    // Law worth half: fine 1, expected 1/2. Belief (2 − 1/2)/(3/2 + 1/2 + 2) = 3/8.
    let weak = try appraise(fined, in: table, under: Self.bare().with(.legalForce, 0.5))
    #expect(Self.close(weak.success.coordination, 1 - (3.0 / 8).squareRoot()))
  }

  @Test("sanctions 1, 2, 4 amount to 1/2 · 1 + 1/4 · 2 + 1/4 · 4 = 2, forgiven after a year to 14/9")
  func sanctions() throws {
    // Seen again, as of today: 1/2 · 2/3/(1 − 1/2 · 2/3) = 1/2.
    let lasting = try SanctionSchedule(fines: [1, 2, 4])
    #expect(Self.close(lasting.expectedFine(detection: 0.5, patience: 2.0 / 3), 2))
    // Within one year: 1/2 · 2/3 = 1/3. 2/3 · 1 + 2/9 · 2 + 1/9 · 4 = 14/9.
    let forgiving = try SanctionSchedule(fines: [1, 2, 4], forgivenAfterYears: 1)
    #expect(Self.close(forgiving.expectedFine(detection: 0.5, patience: 2.0 / 3), 14.0 / 9))
    // An eighth of those: 1/4, expected 1/2 · 1/4 · 4 = 1/2: belief (2 − 1/2)/(3/2 + 1/2 + 2) = 3/8.
    let graduated = try Self.stripped().sanctioned(by: SanctionSchedule(fines: [0.125, 0.25, 0.5]))
    let answer = try appraise(graduated, in: Self.river(), under: Self.bare())
    #expect(Self.close(answer.success.coordination, 1 - (3.0 / 8).squareRoot()))
  }

  @Test("transfers: towns that save 3, 3 and 0 of 6 share 2 each; without, the last refuses")
  func transfers() throws {
    // Benefits of 7/3, 7/3 and 4/3 add up to 6; all three save 7 − 4 = 3, 3 and 4 − 4 = 0.
    let table = try DilemmaTable(of: PublicGood(price: [4, 4, 4], benefit: [7.0 / 3, 7.0 / 3, 4.0 / 3]))
    #expect(zip(table.rows[table.everyone].gains, [3.0, 3, 0]).allSatisfy { Self.close($0, $1) })
    let paid = try appraise(Self.stripped(), in: table, under: Self.bare())
    #expect(zip(paid.transfers, [-1.0, -1, 2]).allSatisfy { Self.close($0, $1) })  // 6/3 − 3, 6/3 − 0
    #expect(zip(paid.netGains, paid.netGains.dropFirst()).allSatisfy { Self.close($0, $1) })
    let rule = TransferRule(share: 0.5)
    #expect(rule.mixed(own: 3, bargained: 2) == 2.5)
    let unpaid = try appraise(Self.stripped().with(.transfers, 0), in: table, under: Self.bare())
    #expect(unpaid.transfers == [0, 0, 0])
  }

  @Test("decision: the belief of 1/4 in two others is 1/2 in each, 1/4 where one of them is enough; friction e^(−…)")
  func decision() throws {
    let all = DecisionRule(threshold: 1, divisionFriction: 0)
    #expect(all.beliefOfEach(0.25, among: 3) == 0.5)
    #expect(DecisionRule(threshold: 0.5, divisionFriction: 0).beliefOfEach(0.25, among: 3) == 0.25)
    #expect(DecisionRule(threshold: 0, divisionFriction: 0).beliefOfEach(0.25, among: 3) == 0)
    // Friction 2, half of the saving disputed, trust 1/2, three members: e^(−2 · ½ · ½ · ln 3) = 3^(−1/2).
    let agreed = DecisionRule.agreement(friction: 2, disagreement: 0.5, trust: 0.5, members: 3)
    #expect(Self.close(agreed, 1 / 3.0.squareRoot()))
    // Wholly disputed when one rule gives the whole saving of 6 to one town, another to the next.
    let disputed = try DilemmaTable(of: PublicGood(price: [4, 4, 4], benefit: [2, 2, 2])) { _ in
      [[-6, 0, 0], [0, -6, 0]]
    }
    #expect(disputed.disagreement(inRow: disputed.everyone) == 1)  // (6 + 6 + 0)/2 of 6
    let answer = try appraise(Self.stripped().with(.divisionFriction, 1), in: disputed, under: Self.bare())
    #expect(Self.close(answer.success.division, 1 / 3.0.squareRoot()))  // e^(−1 · 1 · ½ · ln 3)
  }

  @Test("participation: a bond of 1/2 the contribution works as a fine and ties up 12 · 1/2 · 1/3 = 2 a year")
  func bond() throws {
    let answer = try appraise(Self.stripped().with(.exitBond, 0.5), in: Self.river(), under: Self.bare())
    #expect(Self.close(answer.success.coordination, 0.5))  // as the fine of 1/2
    #expect(answer.stake == 12)
    #expect(Self.close(answer.transactionCost.enforcement, 2))  // 12 · 1/2 · (1 − 2/3)
  }

  @Test("participation: who is bound needs no belief, and may lose; the rest are asked")
  func mandate() throws {
    // Benefits 3, 3 and 2: all three save 8 less the 4: 3 · 3 − 4 = 5, 5 and 3 · 2 − 4 = 2.
    let table = try DilemmaTable(of: PublicGood(price: [4, 4, 4], benefit: [3, 3, 2]))
    #expect(table.rows[table.everyone].gains == [5, 5, 2])
    // Only the third minds its autonomy: 1 · ½ · 1.5 · 4 = 3, more than it gains.
    let circumstances = try Self.bare().with(autonomySensitivities: [0, 0, 1])
    let unpaid = try Self.stripped().with([(.transfers, 0), (.autonomyLoss, 0.5)])
    let asked = try appraise(unpaid, in: table, under: circumstances)
    #expect(asked.autonomyCosts == [0, 0, 3])
    #expect(!asked.isFormed)
    #expect(asked.refusals.map(\.player) == [2])
    // Temptation 4 − 2 = 2, loss 2: its belief 2/(2 + ½ · 2 · 2) = 1/2 in two others; it is content with 2 − 3 no more.
    #expect(Self.close(asked.success.coordination, 1 - 0.5.squareRoot()))
    #expect(asked.success.division == 2.0 / 3)
    let bound = try appraise(unpaid.mandating(["p2"]), in: table, under: circumstances)
    #expect(bound.members == .grand(of: 3))
    #expect(bound.netGains[2] < 0)
    #expect(bound.success.division == 1)  // two content, one not asked
    // Two are asked: each needs the other. Temptation 4 − 3 = 1, loss 5: 1/(1 + ½ · 2 · 5) = 1/6.
    #expect(Self.close(bound.success.coordination, 1 - 1.0 / 6))
    let imposed = try unpaid.with([(.decisionThreshold, 0), (.participationImposed, 1)])
    #expect(try appraise(imposed, in: table, under: circumstances).success.coordination == 1)
  }

  @Test("knowledge: ignorance of a quarter leaves 1.5 of a gain of 2, and a loss as it is")
  func knowledge() throws {
    let knowledge = AuthorityKnowledge(informationLoss: 0.25)
    #expect(knowledge.left(of: 2) == 1.5)
    #expect(knowledge.left(of: -2) == -2)
    let answer = try appraise(Self.stripped().with(.informationLoss, 0.25), in: Self.river(), under: Self.bare())
    #expect(answer.gainsIfKept == [1.5, 1.5, 1.5])
    // Loss 1.5: belief 2/(2 + ½ · 2 · 1.5) = 4/7.
    #expect(Self.close(answer.success.coordination, 1 - (4.0 / 7).squareRoot()))
  }

  @Test(
    "burden: half of decision rights at a sensitivity of 1/2 cost 1 each of a contribution of 4, half more where all settle all"
  )
  func burden() throws {
    let heavy = try Self.stripped().with([(.autonomyLoss, 0.5), (.fixedCost, 0.25)])
    let answer = try appraise(heavy, in: Self.river(), under: Self.bare().with(.autonomySensitivity, 0.5))
    #expect(answer.autonomyCosts == [1.5, 1.5, 1.5])  // ½ · ½ · 4 · 1.5
    #expect(answer.transactionCost.enforcement == 3)  // 12 · ¼, a contract's
    #expect(answer.transactionCost.agency == 0)
  }

  @Test(
    "lubricant: a quarter of the market's whole service leaves 4/5 of the price of a link and costs 1 of a stake of 1000"
  )
  func lubricant() throws {
    // Four towns in a mesh: 6 links, a hub has 4. Effect ¼ · 0.8 = 0.2: 4 + 2 · 0.8 = 5.6 links.
    let table = try DilemmaTable(of: PublicGood(players: 4, benefit: 0.5))
    let oiled = try Self.stripped().provided(
      by: Providers(information: .market, mediation: nil, enforcement: .government)
    ).with(.lubricant, 0.25)
    let answer = try appraise(oiled, in: table, under: Self.bare().with(.searchPrice, 0.1))
    #expect(Self.close(answer.transactionCost.links, 5.6))
    // Stake 4: 4 · (0.1 · 0.8 · 5.6/4 + ¼ · 0.004) = 0.448 + 0.004.
    #expect(Self.close(answer.transactionCost.search, 0.452))
  }

  @Test("bumper: half of society's mediation takes 3/10 off division friction and costs 2 of a stake of 1000")
  func bumper() throws {
    let disputed = try DilemmaTable(of: PublicGood(price: [4, 4, 4], benefit: [2, 2, 2])) { _ in
      [[-6, 0, 0], [0, -6, 0]]
    }
    let mediated = try Self.stripped().provided(
      by: Providers(information: nil, mediation: .society, enforcement: .government)
    ).with([(.divisionFriction, 1), (.bumper, 0.5)])
    let answer = try appraise(mediated, in: disputed, under: Self.bare())
    // Effect ½ · 0.6 = 0.3; 0.7 of the friction is left: 3^(−0.35) = (3^(−7))^(1/20).
    var power = answer.success.division
    for _ in 0..<2 { power *= power }  // fourth power: 3^(−1.4)
    #expect(Self.close(power * power * power * power * power, 1.0 / 2187))  // twentieth: 3^(−7)
    #expect(Self.close(answer.transactionCost.bargaining, 12 * 0.002))
  }

  @Test("regulator: the whole of society's watch sees 2/5 more and spares 3/5 of what a body costs to run")
  func regulator() throws {
    let body = try MechanismCatalogue.mechanism("collective-delegated").with([
      (.linkedIssues, 1), (.authorityDetection, 0), (.fine, 0), (.fixedCost, 0.25), (.autonomyLoss, 0),
      (.divisionFriction, 0), (.informationLoss, 0),
    ])
    let watched = try body.provided(by: Providers(information: nil, mediation: nil, enforcement: .society))
      .with(.regulator, 1)
    let answer = try appraise(watched, in: Self.river(), under: Self.bare())
    #expect(Self.close(answer.detection, 0.7))  // 1 − ½ · 0.6
    #expect(Self.close(answer.transactionCost.agency, 1.2))  // 12 · ¼ · 0.4
    #expect(Self.close(answer.transactionCost.monitoring, 0.072))  // 12 · 0.006
  }

  @Test("matching of a quarter: each is given 1 of its 4, gains 3, is tempted by 1; the upper level pays what it adds")
  func matching() throws {
    let matched = try Self.stripped().with(.matching, 0.25)
    let answer = try appraise(matched, in: Self.river(), under: Self.bare())
    #expect(answer.grantsIfKept == [1, 1, 1])
    #expect(answer.gainsIfKept == [3, 3, 3])
    #expect(answer.stake == 12)
    #expect(answer.ownStake == 9)
    // Temptation 2 − 1 = 1, loss 3: belief 1/(1 + ½ · 2 · 3) = 1/4, of each 1/2.
    #expect(Self.close(answer.success.coordination, 0.5))
    // Slack 3 − 1 = 2 of a deviation of 1 · 3: Φ(2/3) thrice; what all expect is 9 times the chance, 3 of it from above.
    let chance = answer.success.all
    #expect(Self.close(answer.expectedNetGain, 9 * chance))
    #expect(Self.close(answer.outlayFromAbove, 3 * chance))
    #expect(Self.close(answer.expectedNetGainLessOutlay, 6 * chance))
  }

  @Test("evaluation weight of a quarter: temptation 1 and nobody any richer")
  func evaluation() throws {
    let weighed = try Self.stripped().with(.evaluationWeight, 0.25)
    let answer = try appraise(weighed, in: Self.river(), under: Self.bare().with(.temptationShock, 0.25))
    #expect(answer.gainsIfKept == [2, 2, 2])
    #expect(answer.outlayFromAbove == 0)
    // Temptation 2 − 1, loss 2: belief 1/(1 + 2) = 1/3; slack 2 − 1 = 1 of a deviation of 1.
    #expect(Self.close(answer.success.coordination, 1 - (1.0 / 3).squareRoot()))
    let each = Self.normal[1] ?? 0
    #expect(Self.close(answer.success.defection, each * each * each))
  }

  @Test("reward of a half, verified half of the time: 1 a year to each, as if a quarter were matched")
  func reward() throws {
    let rewarded = try Self.stripped().with(.keepingReward, 0.5)
    let answer = try appraise(rewarded, in: Self.river(), under: Self.bare())
    #expect(answer.grantsIfKept == [1, 1, 1])  // ½ · ½ · 4
    #expect(answer.gainsIfKept == [3, 3, 3])
    #expect(answer.ownStake == 12)
    #expect(Self.close(answer.success.coordination, 0.5))  // 1/(1 + 3) in two others
    #expect(Self.close(answer.expectedNetGainLessOutlay, 6 * answer.success.all))
  }
}
