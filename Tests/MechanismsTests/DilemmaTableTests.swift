import CollectiveAction
import Synchronization
import Testing

@testable import Mechanisms

@Suite struct DilemmaTableTests {
  @Test("knows the equilibrium and optimum of a public good in closed form", arguments: 2...6)
  func publicGood(count: Int) throws {
    let table = try DilemmaTable(of: PublicGood(players: count, benefit: 0.7))
    #expect(table.nash.totalCost == 0)
    let gain = Double(count) * (0.7 * Double(count) - 1)
    #expect(abs(table.optimum.totalCost + gain) < 1e-12)  // sums of a few products
    let game = try #require(table.gammaGame)
    #expect(abs(game.jointWorth + gain) < 1e-12)
    #expect(table.rows.count == (1 << count) - count - 1)
    let all = table.rows[table.everyone]
    #expect(all.stake == Double(count))
    #expect(all.temptations.allSatisfy { abs($0 - 0.3) < 1e-12 })
  }

  @Test("a facility whose saving all share tempts nobody, so that only its division can fail")
  func facility() throws {
    let table = try DilemmaTable(of: TableFacility.waterWorks)
    let appraisal = try appraise(
      MechanismCatalogue.mechanism("multilateral-embeddedness"), in: table, under: Circumstances())
    #expect(appraisal.members == .grand(of: 3))
    #expect(abs(appraisal.gainIfKept - 6) < 1e-12)  // 30 alone, 24 together
    #expect(appraisal.success.coordination == 1)
    #expect(appraisal.success.defection > 0.7)
    #expect(appraisal.success.division < 1)
    #expect(abs(appraisal.stake - 24) < 1e-12)
  }

  @Test("asks once a coalition for fair divisions, of the game among its members")
  func fairDivisions() throws {
    let asked = Mutex<[[String]]>([])
    let table = try DilemmaTable(of: TableFacility.waterWorks) { game in
      asked.withLock { $0.append(game.players) }
      let alone = game.players.indices.map { game[.single($0)] }
      let equalSaving = (game.separateWorth - game.jointWorth) / Double(game.playerCount)
      return [alone.map { $0 * game.jointWorth / game.separateWorth }, alone.map { $0 - equalSaving }]
    }
    // Proportional to what each pays alone: 8, 9.6, 6.4; equal savings: 8, 10, 6. Disputed 0.4 of 6.
    #expect(abs(table.disagreement(inRow: table.everyone) - 0.4 / 6) < 1e-12)  // quotients of small integers
    #expect(abs(table.disagreement(inRow: table.everyone) - 0.4 / 6) < 1e-12)
    #expect(asked.withLock { $0 } == [["north", "south", "east"]])
  }

  @Test("more disagreement between fair divisions makes agreement rarer, less so the more authority")
  func divisionRisk() throws {
    let agreed = try DilemmaTable(of: TableFacility.waterWorks) { _ in [[8, 10, 6]] }
    let disputed = try DilemmaTable(of: TableFacility.waterWorks) { _ in [[8, 10, 6], [5, 12, 7]] }
    var last = 0.0
    for authority in Authority.allCases {
      let mechanism = try MechanismCatalogue.mechanism("collective-\(authority.rawValue)")
      let calm = try appraise(mechanism, in: agreed, under: Circumstances()).success.division
      let torn = try appraise(mechanism, in: disputed, under: Circumstances()).success.division
      #expect(calm == 1)
      #expect(authority == .imposed ? torn == 1 : torn < 1)
      #expect(torn > last)
      last = torn
    }
  }

  @Test("beyond sixteen players grows the coalition from the best pair and still finds all who gain")
  func manyPlayers() throws {
    let table = try DilemmaTable(of: PublicGood(players: 18, benefit: 0.6))
    #expect(!table.isExhaustive)
    #expect(table.gammaGame == nil)
    let circumstances = try Circumstances().with(.trust, 0.9).with(.turnover, 0)
    let appraisal = try appraise(
      MechanismCatalogue.mechanism("multilateral-delegated"), in: table, under: circumstances)
    #expect(appraisal.members == .grand(of: 18))
  }

  @Test("lists every coalition of two or more, the one with most to gain first", arguments: UInt64(0)..<20)
  func candidates(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed, players: 3...7)
    let table = try DilemmaTable(of: good)
    let count = good.players.count
    #expect(table.rows.count == (1 << count) - count - 1)
    #expect(table.pairs.byMembers.count == count * (count - 1) / 2)
    #expect(table.pairs.byMembers.count + table.groups.byMembers.count == table.rows.count)
    let gains = table.groups.byMembers.map { table.rows[$0].memberGain }
    #expect(gains == gains.sorted(by: >))
    let regional = table.groups.byRegion.map { table.rows[$0].regionGain }
    #expect(regional == regional.sorted(by: >))
  }

  @Test("outcomes solved before give the same table, and are not solved again", arguments: UInt64(0)..<10)
  func solvedBefore(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed)
    let table = try DilemmaTable(of: good)
    let given = try DilemmaTable(of: Solved(good: good), outcomes: good.allOutcomes())
    #expect(given.isExhaustive)
    #expect(given.gammaGame == table.gammaGame)
    #expect(given.gammaGame == (try good.coalitionGame(.gamma)))
    #expect(given.nash == table.nash)
    #expect(given.optimum == table.optimum)
    for mechanism in MechanismCatalogue.twelve {
      #expect(
        try appraise(mechanism, in: given, under: Circumstances())
          == appraise(mechanism, in: table, under: Circumstances()))
    }
  }

  /// A public good that has no equilibrium for whoever asks once more.
  struct Solved: Dilemma {
    let good: PublicGood
    var players: [String] { good.players }

    func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
      throw .noEquilibrium(agreeing: players)
    }
    func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
      good.costOfDefecting(player, from: outcome)
    }
    func contributions(in outcome: Outcome) -> [Double] { good.contributions(in: outcome) }
    func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
      throw .noEquilibrium(agreeing: players)
    }
    func stakes(of player: Int) -> [Double] { good.stakes(of: player) }
  }

  @Test("restated for the same few players it appraises as before", arguments: UInt64(0)..<10)
  func restated(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed)
    let table = try DilemmaTable(of: good)
    let again = try table.restated(for: good)
    for mechanism in MechanismCatalogue.twelve {
      #expect(
        try appraise(mechanism, in: again, under: Circumstances())
          == appraise(mechanism, in: table, under: Circumstances()))
    }
  }

  @Test("refuses a dilemma of one, and passes on what the dilemma refuses")
  func refusals() {
    #expect(throws: AppraisalError.playerCount(1)) {
      try DilemmaTable(of: PublicGood(price: [1], benefit: [0.5]))
    }
    #expect(AppraisalError.playerCount(1).description == "1 players; an agreement needs 2 to 63")
    #expect(throws: AppraisalError.dilemma(.noEquilibrium(agreeing: ["p0", "p1"]))) {
      try DilemmaTable(of: Unsolvable())
    }
  }

  /// A dilemma without an equilibrium for its only pair.
  struct Unsolvable: Dilemma {
    let players = ["p0", "p1"]

    func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
      if coalition.count == 2 { throw .noEquilibrium(agreeing: players) }
      return Outcome(actions: [0, 0], costs: [1, 1], isUnique: true)
    }
    func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double { 0 }
    func contributions(in outcome: Outcome) -> [Double] { [0, 0] }
    func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
      throw .noEquilibrium(agreeing: players)
    }
    func stakes(of player: Int) -> [Double] { [0, 0] }
  }
}
