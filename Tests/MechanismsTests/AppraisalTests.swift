import CollectiveAction
import Mathematics
import Testing

@testable import Mechanisms

@Suite struct AppraisalTests {
  /// Four players alike, trust .6, detectability .5, patience .9 without turnover.
  static func base() throws -> Circumstances {
    try Circumstances().with(.trust, 0.6).with(.detectability, 0.5).with(.turnover, 0)
  }

  /// A public good of players who differ in price and benefit.
  static func drawn(_ seed: UInt64, players: ClosedRange<Int> = 2...6) -> PublicGood {
    var chance = SplitMix(seed: seed)
    let count = Int.random(in: players, using: &chance)
    return PublicGood(
      price: (0..<count).map { _ in Double.random(in: 0.6...1.8, using: &chance) },
      benefit: (0..<count).map { _ in Double.random(in: 0...0.7, using: &chance) })
  }

  static func surroundings(_ seed: UInt64, players: Int) throws -> Circumstances {
    var chance = SplitMix(seed: seed ^ 0xABCD)
    return try Circumstances().with(.trust, .random(in: 0...1, using: &chance))
      .with(.patience, .random(in: 0.5...0.99, using: &chance))
      .with(.turnover, .random(in: 0...0.5, using: &chance))
      .with(.heterogeneity, .random(in: 0...1, using: &chance))
      .with(.legalForce, .random(in: 0...1, using: &chance))
      .with(autonomySensitivities: (0..<players).map { _ in .random(in: 0...0.4, using: &chance) })
      .with(bargainingWeights: (0..<players).map { _ in .random(in: 0.1...2, using: &chance) })
  }

  /// Worked out apart from this library, with SciPy's beta and normal distributions.
  @Test(
    "gives the nets worked out by hand for four players alike",
    arguments: [
      (
        0.8,
        ["embeddedness": 8.2305646818, "contract": 8.4397060791, "delegated": 7.6541228203, "imposed": 5.8866967415]
      ),
      (
        0.45,
        ["embeddedness": 2.0345477056, "contract": 2.8397060791, "delegated": 2.3901228203, "imposed": 1.6866967415]
      ),
      (
        0.3,
        ["embeddedness": -0.0893611718, "contract": 0.3285282879, "delegated": 0.1341228203, "imposed": -0.1133032585]
      ),
    ])
  func byHand(benefit: Double, nets: [String: Double]) throws {
    let table = try DilemmaTable(of: PublicGood(players: 4, benefit: benefit))
    for (authority, net) in nets.sorted(by: { $0.key < $1.key }) {
      let mechanism = try MechanismCatalogue.mechanism("multilateral-" + authority)
      let game = try TransformedGame(mechanism, table, Self.base())
      let all = game.expectation(ofRow: table.everyone)
      #expect(abs(all.regionNet - net) < 1e-9, "\(authority)")  // printed with ten places
    }
  }

  @Test("an encompassing body takes half as much autonomy again as one for a single task")
  func autonomy() throws {
    let table = try DilemmaTable(of: PublicGood(players: 4, benefit: 0.8))
    let wide = try appraise(MechanismCatalogue.mechanism("collective-delegated"), in: table, under: Self.base())
    let narrow = try appraise(MechanismCatalogue.mechanism("multilateral-delegated"), in: table, under: Self.base())
    #expect(wide.members == narrow.members)
    #expect(abs(narrow.autonomyCost - 0.288) < 1e-12)  // 4 × .12 × .6, added up
    #expect(abs(wide.autonomyCost - 0.432) < 1e-12)
  }

  @Test("finds the same coalition as trying every one", arguments: UInt64(0)..<30)
  func exhaustive(seed: UInt64) throws {
    let good = Self.drawn(seed)
    let table = try DilemmaTable(of: good)
    let circumstances = try Self.surroundings(seed, players: good.players.count)
    for mechanism in MechanismCatalogue.twelve where mechanism.scope != .collective {
      let game = TransformedGame(mechanism, table, circumstances)
      let fits = table.rows.indices.filter {
        let size = table.rows[$0].coalition.count
        return mechanism.scope == .bilateral ? size == 2 : size >= min(3, good.players.count)
      }
      let prospects = fits.map { game.expectation(ofRow: $0) }
      let appraisal = try appraise(mechanism, in: table, under: circumstances)
      if mechanism.participation.isImposed {
        #expect(appraisal.expectedNetGain == prospects.map(\.regionNet).max())
      } else {
        let admitted = prospects.filter { prospect in
          prospect.refusals.isEmpty && table.rows.contains { $0.coalition == prospect.coalition && $0.memberGain > 0 }
        }
        #expect(appraisal.isFormed == !admitted.isEmpty)
        guard let best = admitted.map(\.memberNet).max() else { continue }
        let got = appraisal.members.reduce(0) { $0 + appraisal.netGains[$1] }
        #expect(got == best, "\(mechanism.id)")
      }
    }
  }

  @Test("voluntary mechanisms leave no member worse off than without an agreement", arguments: UInt64(0)..<60)
  func individualRationality(seed: UInt64) throws {
    let good = Self.drawn(seed)
    let circumstances = try Self.surroundings(seed, players: good.players.count)
    let table = try DilemmaTable(of: good)
    for mechanism in MechanismCatalogue.twelve where !mechanism.participation.isImposed {
      let appraisal = try appraise(mechanism, in: table, under: circumstances)
      for member in appraisal.members {
        #expect(appraisal.netGains[member] >= -1e-9, "\(mechanism.id)")  // the rounding a zero gain may carry
      }
      if !appraisal.isFormed { #expect(appraisal.netGains.allSatisfy { $0 == 0 }) }
    }
  }

  @Test("imposed mechanisms may leave a member worse off, and the ranking says whom they bind")
  func imposedLoser() throws {
    let table = try DilemmaTable(of: PublicGood(price: [1, 1, 1], benefit: [0.9, 0.9, 0.1]))
    let imposed = try MechanismCatalogue.mechanism("collective-imposed")
    let appraisal = try appraise(imposed, in: table, under: Circumstances())
    #expect(appraisal.members == .grand(of: 3))
    #expect(appraisal.netGains[2] < -0.5)
    #expect(
      try rank([appraisal]).reasons.contains(
        .bindsLoser(mechanism: "collective-imposed", member: "p2", amount: -appraisal.netGains[2])))
    let asked = try imposed.with(.participationImposed, 0)
    #expect(try appraise(asked, in: table, under: Circumstances()).refusals.map(\.player).contains(2))
  }

  @Test(
    "net gain is success × gain − transaction cost − autonomy cost, shared out to the last", arguments: UInt64(0)..<60)
  func accounts(seed: UInt64) throws {
    let good = Self.drawn(seed)
    let circumstances = try Self.surroundings(seed, players: good.players.count)
    let table = try DilemmaTable(of: good)
    for mechanism in MechanismCatalogue.twelve {
      let appraisal = try appraise(mechanism, in: table, under: circumstances)
      let cost = appraisal.transactionCost
      let parts = [cost.search, cost.bargaining, cost.monitoring, cost.enforcement, cost.agency]
      #expect(parts.allSatisfy { $0 >= 0 && $0.isFinite })
      #expect(cost.total == parts.reduce(0, +))
      #expect(appraisal.autonomyCosts.allSatisfy { $0 >= 0 })
      #expect(
        [appraisal.success.coordination, appraisal.success.division, appraisal.success.defection]
          .allSatisfy { (0...1).contains($0) })
      let net = appraisal.success.all * appraisal.gainIfKept - cost.total - appraisal.autonomyCost
      // 1e-9: sums of some twenty terms of the order of ten.
      #expect(abs(appraisal.prospectiveNetGain - net) < 1e-9)
      #expect(abs(appraisal.netGains.reduce(0, +) - appraisal.expectedNetGain) < 1e-9)
      // Compensation is paid out of success, so its rounding grows as success becomes rare.
      #expect(abs(appraisal.transfers.reduce(0, +)) * appraisal.success.all < 1e-9)
    }
  }

  @Test(
    "success never falls as trust, patience, legal force or what is seen rises",
    arguments: [
      CircumstanceParameter.trust, .patience, .detectability, .thirdPartyDetection, .legalForce, .commonPartners,
    ])
  func monotoneInCircumstances(parameter: CircumstanceParameter) throws {
    let table = try DilemmaTable(of: PublicGood(players: 5, benefit: 0.35))
    for authority in ["embeddedness", "contract", "delegated", "imposed"] {
      let mechanism = try MechanismCatalogue.mechanism("collective-" + authority)
      var last = 0.0
      for step in 0...20 {
        let top = min(parameter.range.upperBound, 5)
        let circumstances = try Circumstances().with(parameter, top * Double(step) / 20)
        let success = try appraise(mechanism, in: table, under: circumstances).success
        let now = success.coordination * success.defection
        #expect(now >= last - 1e-12, "\(authority) at \(step)")  // rounding where the curve is flat
        last = now
      }
    }
  }

  @Test(
    "success never falls as fines, bonds, detection or linked issues rise",
    arguments: [
      MechanismParameter.fine, .exitBond, .authorityDetection, .thirdPartyDetection, .linkedIssues,
    ])
  func monotoneInMechanism(parameter: MechanismParameter) throws {
    let table = try DilemmaTable(of: PublicGood(players: 5, benefit: 0.35))
    for authority in ["embeddedness", "contract", "delegated", "imposed"] {
      var mechanism = try MechanismCatalogue.mechanism("collective-" + authority)
      var last = 0.0
      for step in 0...20 {
        let range = parameter.range
        mechanism = try mechanism.with(
          parameter, range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 20)
        let success = try appraise(mechanism, in: table, under: Circumstances()).success
        let now = success.coordination * success.defection
        #expect(now >= last - 1e-12, "\(authority) at \(step)")  // rounding where the curve is flat
        last = now
      }
    }
  }

  @Test("transfers bring in a member that would lose without")
  func transfers() throws {
    let table = try DilemmaTable(of: PublicGood(price: [1, 1, 1], benefit: [0.9, 0.9, 0.25]))
    let circumstances = try Self.base().with(.trust, 0.9)
    let contract = try MechanismCatalogue.mechanism("collective-contract")
    let paid = try appraise(contract, in: table, under: circumstances)
    #expect(paid.members.contains(2))
    #expect(paid.transfers[2] > 0.25)
    let unpaid = try appraise(contract.with(.transfers, 0), in: table, under: circumstances)
    #expect(!unpaid.isFormed)
    #expect(unpaid.refusals.map(\.player) == [2])
    #expect(
      try rank([unpaid]).reasons.contains(
        .rejected(mechanism: "collective-contract", member: "p2", amount: unpaid.refusals[0].loss)))
  }

  @Test("compensated members divide what they gain by their bargaining weights")
  func weights() throws {
    let table = try DilemmaTable(of: PublicGood(players: 3, benefit: 0.6))
    let circumstances = try Self.base().with(bargainingWeights: [2, 1, 1])
    let appraisal = try appraise(
      MechanismCatalogue.mechanism("collective-contract"), in: table, under: circumstances)
    #expect(abs(appraisal.netGains[0] - appraisal.expectedNetGain / 2) < 1e-12)  // rounded twice
    #expect(abs(appraisal.netGains[1] - appraisal.netGains[2]) < 1e-12)
  }

  @Test("breaches are seen by independent looks, and by common partners where relations are embedded")
  func detection() throws {
    let table = try DilemmaTable(of: PublicGood(players: 3, benefit: 0.6))
    let circumstances = try Circumstances().with(.thirdPartyDetection, 0.5)
      .with(commonPartners: Matrix([[0, 4, 4], [4, 0, 4], [4, 4, 0]]))
    let contract = try appraise(
      MechanismCatalogue.mechanism("collective-contract"), in: table, under: circumstances)
    let embedded = try appraise(
      MechanismCatalogue.mechanism("collective-embeddedness"), in: table, under: circumstances)
    #expect(abs(contract.detection - (1 - 0.6 * 0.8 * 0.5)) < 1e-12)  // three factors
    #expect(abs(embedded.detection - (1 - 0.6 * 0.6 * 0.5)) < 1e-12)  // 1 + .25 × 4 looks
  }

  @Test("an independent monitor can make trust alone enough")
  func monitor() throws {
    let table = try DilemmaTable(of: PublicGood(players: 4, benefit: 0.5))
    let circumstances = try Self.base().with(.detectability, 0.2)
    let effect = try Counterfactual(
      of: MechanismCatalogue.twelve, in: table, under: circumstances, changing: .thirdPartyDetection, to: 0.8)
    let embedded = try #require(effect.changes.first { $0.mechanism == "multilateral-embeddedness" })
    #expect(embedded.amount > 0.5)
    #expect(effect.from == 0)
    // The monitor sees 0.8 of the breaches, so 0.8 of the two links that a hub of four would spare of six.
    let monitored = try #require(effect.after.order.first { $0.mechanism.id == "multilateral-contract" })
    #expect(abs(monitored.transactionCost.links - 4.4) < 1e-12)
    #expect(effect.before.order.first { $0.mechanism.id == "multilateral-contract" }?.transactionCost.links == 6)
    let impossible = AppraisalError.circumstance(.outOfRange(.thirdPartyDetection, 1))
    #expect(throws: impossible) {
      try Counterfactual(
        of: MechanismCatalogue.twelve, in: table, under: circumstances, changing: .thirdPartyDetection, to: 1)
    }
  }

  @Test("a higher authority does not need the law to bite, a contract does")
  func legalForce() throws {
    let table = try DilemmaTable(of: PublicGood(players: 4, benefit: 0.4))
    let weak = try Circumstances().with(.legalForce, 0.2)
    func safety(_ id: String, _ circumstances: Circumstances) throws -> Double {
      try appraise(MechanismCatalogue.mechanism(id), in: table, under: circumstances).success.defection
    }
    #expect(try safety("collective-contract", weak) < safety("collective-contract", Circumstances()) - 0.05)
    #expect(try safety("collective-imposed", weak) == safety("collective-imposed", Circumstances()))
  }

  @Test("each earlier agreement takes a tenth off transaction costs")
  func experience() throws {
    let table = try DilemmaTable(of: PublicGood(players: 4, benefit: 0.8))
    let contract = try MechanismCatalogue.mechanism("collective-contract")
    let first = try appraise(contract, in: table, under: Circumstances()).transactionCost
    let third = try appraise(contract, in: table, under: Circumstances().with(.priorAgreements, 2)).transactionCost
    #expect(abs(third.total - 0.81 * first.total) < 1e-12)  // five products added
    #expect(abs(third.search - 0.81 * first.search) < 1e-12)
  }

  @Test("refuses circumstances stated for other players")
  func refusals() throws {
    let table = try DilemmaTable(of: PublicGood(players: 3, benefit: 0.6))
    let contract = try MechanismCatalogue.mechanism("bilateral-contract")
    #expect(throws: AppraisalError.sensitivityCount(given: 2, needed: 3)) {
      try appraise(contract, in: table, under: Circumstances().with(autonomySensitivities: [0, 0]))
    }
    #expect(throws: AppraisalError.weightCount(given: 1, needed: 3)) {
      try appraise(contract, in: table, under: Circumstances().with(bargainingWeights: [1]))
    }
    #expect(throws: AppraisalError.commonPartnersCount(given: 2, needed: 3)) {
      try appraise(contract, in: table, under: Circumstances().with(commonPartners: Matrix(rows: 2, columns: 2)))
    }
    #expect(
      AppraisalError.sensitivityCount(given: 2, needed: 3).description
        == "2 autonomy sensitivities for 3 players; give one a player, in the players' order")
    #expect(
      AppraisalError.commonPartnersCount(given: 2, needed: 3).description
        == "common partners of 2 players in a dilemma of 3; give one row and column a player")
  }
}
