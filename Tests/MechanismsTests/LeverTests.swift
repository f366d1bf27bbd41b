import CollectiveAction
import Foundation
import Testing

@testable import Mechanisms

@Suite struct LeverTests {
  @Test("levers left at 0 change nothing", arguments: MechanismCatalogue.twelve)
  func neutral(mechanism: Mechanism) throws {
    let table = try DilemmaTable(of: AppraisalTests.drawn(3))
    let circumstances = try AppraisalTests.surroundings(3, players: table.players.count)
    let same = try mechanism.with(MechanismParameter.levers.map { ($0, 0) })
    #expect(same == mechanism)
    for parameter in MechanismParameter.levers { #expect(mechanism[parameter] == 0) }
    // Who provides what nobody buys makes no difference.
    let others = try mechanism.provided(by: Providers(information: nil, mediation: nil, enforcement: .market))
    #expect(
      try appraise(others, in: table, under: circumstances).netGains
        == appraise(mechanism, in: table, under: circumstances).netGains)
    #expect(try appraise(mechanism, in: table, under: circumstances).outlayFromAbove == 0)
  }

  @Test("success never falls as any lever rises", arguments: MechanismParameter.levers)
  func monotone(lever: MechanismParameter) throws {
    let table = try DilemmaTable(of: PublicGood(players: 5, benefit: 0.35)) { _ in
      [[-1, 0, 0, 0, 0], [0, 0, 0, 0, -1]]
    }
    for authority in ["embeddedness", "contract", "delegated", "imposed"] {
      var mechanism = try MechanismCatalogue.mechanism("collective-" + authority)
      var last = 0.0
      for step in 0...20 {
        mechanism = try mechanism.with(lever, lever.range.upperBound * Double(step) / 20)
        let success = try appraise(mechanism, in: table, under: Circumstances()).success
        let now = success.coordination * success.defection
        #expect(now >= last - 1e-12, "\(authority) at \(step)")  // rounding where the curve is flat
        last = now
      }
    }
  }

  @Test(
    "what comes from above is told apart: net gain less outlay is what the players make themselves",
    arguments: UInt64(0)..<40)
  func outlay(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed)
    let table = try DilemmaTable(of: good)
    let circumstances = try AppraisalTests.surroundings(seed, players: good.players.count)
    for standard in MechanismCatalogue.twelve {
      let mechanism = try standard.with([(.matching, 0.3), (.keepingReward, 0.2), (.evaluationWeight, 0.2)])
      let answer = try appraise(mechanism, in: table, under: circumstances)
      guard answer.isFormed else { continue }
      let own = zip(answer.gainsIfKept, answer.grantsIfKept).reduce(0) { $0 + $1.0 - $1.1 }
      let net = answer.success.all * own - answer.transactionCost.total - answer.autonomyCost
      #expect(abs(answer.expectedNetGainLessOutlay - net) < 1e-9)  // sums of some twenty terms of the order of ten
      #expect(abs(answer.ownStake - 0.7 * answer.stake) < 1e-9)
      #expect(answer.outlayFromAbove >= 0)
    }
  }

  /// The first test of the search with grants: they come on top of what rows are ordered by.
  @Test(
    "with grants, services and a mandate it still finds the coalition that trying every one does",
    arguments: UInt64(0)..<40)
  func exhaustive(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed, players: 3...6)
    let table = try DilemmaTable(of: good)
    let circumstances = try AppraisalTests.surroundings(seed, players: good.players.count)
    for standard in MechanismCatalogue.twelve where standard.scope != .collective {
      var mechanism = try standard.with([
        (.matching, 0.5), (.keepingReward, 0.5), (.lubricant, 0.5), (.bumper, 0.5), (.regulator, 0.5),
      ])
      if !mechanism.participation.isImposed && seed % 2 == 0 { mechanism = try mechanism.mandating(["p1"]) }
      let game = TransformedGame(mechanism, table, circumstances)
      let open = table.rows.indices.filter {
        let coalition = table.rows[$0].coalition
        return mechanism.scopeRule.admits(coalition.count, of: good.players.count)
          && (game.isImposed || game.bound.isSubset(of: coalition))
      }
      let values = open.map { game.figures(ofRow: $0) }.filter {
        $0.isAccepted && (!game.bound.isEmpty || $0.terms.memberGain > 0)
      }.map(\.value)
      let found = try appraise(mechanism, in: table, under: circumstances)
      let value =
        game.isImposed
        ? found.expectedNetGainLessOutlay : found.members.reduce(0) { $0 + found.netGains[$1] }
      #expect(found.isFormed == !values.isEmpty, "\(mechanism.id)")
      if let best = values.max() { #expect(abs(value - best) < 1e-12, "\(mechanism.id)") }  // added in another order
    }
  }

  @Test("graduated fines lie between the first and the last, and never fall in detection, patience or memory")
  func graduated() throws {
    let years: [Int?] = [1, 2, 5, nil]
    var byMemory = [Double](repeating: 0, count: 121)
    for memory in years {
      let schedule = try SanctionSchedule(fines: [0.5, 1, 2], forgivenAfterYears: memory)
      var place = 0
      for tenth in 0...10 {
        var last = 0.5
        for step in 0...10 {
          let fine = schedule.expectedFine(detection: Double(step) / 10, patience: Double(tenth) / 10)
          #expect(fine >= last - 1e-15 && fine <= 2)
          #expect(fine >= byMemory[place] - 1e-15)
          (last, byMemory[place]) = (fine, fine)
          place += 1
        }
      }
      #expect(schedule.expectedFine(detection: 0, patience: 1) == 0.5)
    }
    #expect(try SanctionSchedule(fines: [0.5, 1, 2]).expectedFine(detection: 1, patience: 1) == 2)
  }

  /// Fines discounted along all paths of ten thousand years, worked forwards by the state of the record.
  @Test("the fine a schedule amounts to has the present value of the stream it replaces", arguments: [1, 2, 4, 1000])
  func presentValue(years: Int) throws {
    let (q, patience) = (0.3, 0.9)
    let fines = [0.5, 1, 2.0]
    // record[level][clean years]: the probability of having that record this year, counted from the first seen breach.
    var record = [[Double]](repeating: [Double](repeating: 0, count: years + 1), count: 3)
    record[0][0] = 1
    var worth = fines[0]
    var count = 1.0
    var weight = 1.0
    for _ in 0..<400 {  // 0.9⁴⁰⁰ is below 10⁻¹⁸
      weight *= patience
      var next = [[Double]](repeating: [Double](repeating: 0, count: years + 1), count: 3)
      for level in 0..<3 {
        for clean in 0...years where record[level][clean] > 0 {
          let chance = record[level][clean]
          let reached = clean >= years ? 0 : min(level + 1, 2)
          next[reached][0] += chance * q
          worth += weight * chance * q * fines[reached]
          count += weight * chance * q
          next[level][min(clean + 1, years)] += chance * (1 - q)
        }
      }
      record = next
    }
    let schedule = try SanctionSchedule(fines: fines, forgivenAfterYears: years)
    #expect(abs(schedule.expectedFine(detection: q, patience: patience) - worth / count) < 1e-12)  // 400 sums
  }

  @Test("rules that contradict one another are refused by name, and what to do is said")
  func contradictions() throws {
    let contract = try MechanismCatalogue.mechanism("multilateral-contract")
    let imposed = try MechanismCatalogue.mechanism("multilateral-imposed")
    let pair = try MechanismCatalogue.mechanism("bilateral-contract")
    func refused(_ contradiction: Contradiction, _ build: () throws -> Mechanism) {
      #expect(throws: MechanismError.contradiction(contradiction)) { try build() }
    }
    refused(.imposedYetUnanimous) { try contract.with(.participationImposed, 1) }
    refused(.imposedYetUnanimous) { try imposed.with(.decisionThreshold, 1) }
    refused(.imposedYetMandated(["a"])) { try imposed.mandating(["a"]) }
    refused(.mandateBeyondScope(["a", "b", "c"])) { try pair.mandating(["a", "b", "c"]) }
    refused(.mandatedTwice("a")) { try contract.mandating(["a", "a"]) }
    let nobody = Providers(information: nil, mediation: nil, enforcement: nil)
    refused(.nobodyProvides(.regulator, .thirdPartyDetection)) {
      try contract.with(.thirdPartyDetection, 0.2).provided(by: nobody)
    }
    refused(.nobodyProvides(.lubricant, .lubricant)) { try contract.provided(by: nobody).with(.lubricant, 0.5) }
    refused(.nobodyProvides(.bumper, .bumper)) { try contract.provided(by: nobody).with(.bumper, 0.5) }
    // Together the changes make sense, in either order.
    #expect(try contract.with([(.participationImposed, 1), (.decisionThreshold, 0)]).participation.isImposed)
    #expect(try !imposed.with([(.decisionThreshold, 1), (.participationImposed, 0)]).participation.isImposed)
    #expect(
      Contradiction.imposedYetUnanimous.description
        == "participation is imposed and the decision threshold is 1; ask the members (participationImposed 0), or "
        + "do not make all of them agree (decisionThreshold below 1)")
    #expect(
      Contradiction.nobodyProvides(.bumper, .bumper).description
        == "bumper is above 0 and nobody provides the bumper; name a government, market or society provider, or set it to 0"
    )
  }

  @Test("schedules that are none, probabilities above 1 and levers nobody knows are refused")
  func refusals() throws {
    #expect(throws: MechanismError.sanctions(.none)) { try SanctionSchedule(fines: []) }
    #expect(throws: MechanismError.sanctions(.falling(from: 1, to: 0.5))) { try SanctionSchedule(fines: [1, 0.5]) }
    #expect(throws: MechanismError.outOfRange(.fine, 11)) { try SanctionSchedule(fines: [11]) }
    #expect(throws: MechanismError.sanctions(.years(0))) { try SanctionSchedule(fines: [1], forgivenAfterYears: 0) }
    let contract = try MechanismCatalogue.mechanism("multilateral-contract")
    #expect(throws: MechanismError.outOfRange(.thirdPartyDetection, 1.2)) {
      try contract.with(.thirdPartyDetection, 1.2)
    }
    #expect(throws: MechanismError.unknownLever("machting", nearest: "matching")) {
      try MechanismParameter(named: "machting")
    }
    #expect(
      MechanismError.unknownLever("machting", nearest: "matching").description
        == "no lever is called 'machting'; did you mean 'matching'?")
    #expect(throws: MechanismError.unknownLever("xyz", nearest: nil)) { try MechanismParameter(named: "xyz") }
    #expect(
      MechanismError.unknownLever("xyz", nearest: nil).description.hasPrefix("no lever is called 'xyz'; use one of"))
    #expect(throws: CircumstanceError.unknown("turnovr", nearest: "turnover")) {
      try CircumstanceParameter(named: "turnovr")
    }
    #expect(try CircumstanceParameter(named: "trust") == .trust)
    let table = try DilemmaTable(of: PublicGood(players: 3, benefit: 0.6))
    #expect(throws: AppraisalError.unknownPlayer("p9", nearest: "p0")) {
      try appraise(contract.mandating(["p9"]), in: table, under: Circumstances())
    }
    #expect(
      AppraisalError.unknownPlayer("p9", nearest: "p0").description
        == "a mandate names 'p9', who is no player here; did you mean 'p0'?")
  }

  @Test("a mechanism read from data is the one built in code, and what is wrong with the data is said")
  func plans() throws {
    let json = """
      {"id": "watched", "basedOn": "multilateral-contract", "levers": {"regulator": 0.5, "matching": 0.2},
       "providers": {"enforcement": "society"}, "sanctions": {"fines": [0.5, 1], "forgivenAfterYears": 3},
       "mandated": ["p0"]}
      """
    let plan = try JSONDecoder().decode(MechanismPlan.self, from: Data(json.utf8))
    let built = try MechanismCatalogue.mechanism("multilateral-contract").named("watched")
      .provided(by: Providers(information: nil, mediation: nil, enforcement: .society))
      .with([(.regulator, 0.5), (.matching, 0.2)]).mandating(["p0"])
      .sanctioned(by: SanctionSchedule(fines: [0.5, 1], forgivenAfterYears: 3))
    #expect(try plan.mechanism() == built)
    #expect(try JSONDecoder().decode(MechanismPlan.self, from: JSONEncoder().encode(plan)) == plan)
    #expect(built.needs == [.authority, .thirdParty])
    var wrong = plan
    wrong.levers = ["fine": 1]
    #expect(throws: MechanismError.contradiction(.fineBesideSchedule)) { try wrong.mechanism() }
    wrong.levers = ["regulater": 1]
    #expect(throws: MechanismError.unknownLever("regulater", nearest: "regulator")) { try wrong.mechanism() }
    wrong.basedOn = "treaty"
    #expect(throws: MechanismError.unknown("treaty")) { try wrong.mechanism() }
    #expect(throws: MechanismError.sanctions(.falling(from: 2, to: 1))) {
      try JSONDecoder().decode(SanctionSchedule.self, from: Data(#"{"fines": [2, 1]}"#.utf8))
    }
  }

  @Test("only what a higher level does needs an authority, and only strangers are a third party")
  func needs() throws {
    for mechanism in MechanismCatalogue.twelve {
      #expect(mechanism.needs == (mechanism.authority == .imposed ? [.authority] : []))
    }
    let contract = try MechanismCatalogue.mechanism("multilateral-contract")
    #expect(try contract.with(.evaluationWeight, 0.1).needs == [.authority])
    #expect(try contract.with(.matching, 0.1).needs == [.authority])
    #expect(try contract.with(.thirdPartyDetection, 0.1).needs == [.thirdParty])
    #expect(try contract.with(.bumper, 0.1).needs == [.thirdParty])  // the market mediates a contract
    #expect(try contract.with(.regulator, 0.1).needs == [])  // a government watches it
  }

  @Test("every number says what its ground is worth")
  func grounds() {
    #expect(MechanismParameter.participationImposed.ground == .published)
    #expect(MechanismParameter.informationLoss.ground == .sign)
    #expect(MechanismParameter.linkedIssues.ground == .assumed)
    #expect(CircumstanceParameter.trust.ground == .assumed)
    #expect(CircumstanceParameter.thirdPartyDetection.ground == .published)
    #expect(MechanismParameter.catalogue + MechanismParameter.levers == MechanismParameter.allCases)
  }
}

@Suite struct YearlyStreamTests {
  @Test(
    "gives the capital recovery factors of printed tables",
    arguments: [(0.04, 20, 0.07358), (0.05, 10, 0.12950), (0.1, 5, 0.26380), (0.08, 1, 1.08)])
  func printed(rate: Double, years: Int, factor: Double) throws {
    #expect(abs(try YearlyStream(discountRate: rate, years: years).factor - factor) < 5e-6)  // five places
  }

  @Test("the yearly payments, discounted one by one, are worth the sum", arguments: 1...30)
  func presentValue(years: Int) throws {
    let stream = try YearlyStream(discountRate: 0.03, years: years)
    var worth = 0.0
    var value = 1.0
    for _ in 0..<years {
      value /= 1.03
      worth += stream.yearly(of: 100) * value
    }
    #expect(abs(worth - 100) < 1e-10)  // thirty sums
    #expect(abs(stream.total(of: stream.yearly(of: 100)) - 100) < 1e-12)
  }

  @Test("without discounting each year has its part, and a tiny rate comes to the same")
  func noRate() throws {
    #expect(try YearlyStream(discountRate: 0, years: 8).factor == 0.125)
    #expect(abs(try YearlyStream(discountRate: 1e-14, years: 8).factor - 0.125) < 1e-13)
  }

  @Test("refuses a rate or a horizon that is none")
  func refusals() {
    #expect(throws: YearlyStreamError.discountRate(-0.1)) { try YearlyStream(discountRate: -0.1, years: 5) }
    #expect(throws: YearlyStreamError.years(0)) { try YearlyStream(discountRate: 0.1, years: 0) }
    #expect(YearlyStreamError.years(0).description == "a sum spread over 0 years; give 1 to 1000")
    #expect(YearlyStreamError.discountRate(2).description == "the discount rate is 2.0; give a number from 0 to 1")
  }
}
