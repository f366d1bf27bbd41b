import CollectiveAction
import Sharing
import Testing

@Suite struct PropertyTableTests {
  @Test("shows which rules for the water of Skåne fail which properties, and who suffers")
  func skane() throws {
    let game = try PublishedGames.skane()
    let table = propertyTable(
      of: game, rules: [.shapley, .scrb, .nucleolus, .proportional, .equal],
      by: DivisionGrounds(weights: try PublishedGames.skaneMembers("population_thousand")))
    func row(_ rule: SharingRule) throws -> RuleProperties { try #require(table.first { $0.rule == rule }) }
    func witness(_ rule: SharingRule, _ property: SharingProperty) throws -> PropertyWitness? {
      if case .fails(let witness) = try row(rule)[property] { witness } else { nil }
    }
    let shapley = try #require(try witness(.shapley, .coreSelection))
    // They pay 27.69, their own supply costs 27.26.
    #expect(shapley.names == ["H", "K", "L"] && abs(shapley.amount - (27.69 - 27.26)) <= 0.005)  // two decimals printed
    #expect(try witness(.scrb, .coreSelection)?.names == ["H", "K", "L"])
    #expect(try row(.nucleolus)[.coreSelection] == .holds)
    // Young, Okada & Hashimoto (1982): proportional shares charge Malmö more than alone; the nucleolus lets Kävlinge
    // pay less when the joint cost rises.
    #expect(try witness(.proportional, .individualRationality)?.names == ["M"])
    let falling = try #require(try witness(.nucleolus, .jointWorthMonotonicity))
    #expect(falling.names == ["K"])
    guard case .jointWorth(let rise) = falling.change else {
      Issue.record("the joint cost should have been changed")
      return
    }
    #expect(rise > 0)
    #expect(try row(.shapley)[.jointWorthMonotonicity] == .holds)
    #expect(try row(.shapley)[.coalitionalMonotonicity] == .holds)
    for row in table { #expect(row[.efficiency] == .holds) }
    for rule in [SharingRule.shapley, .scrb, .nucleolus] { #expect(try row(rule)[.covariance] == .holds) }
    for rule in [SharingRule.proportional, .equal] { #expect(try witness(rule, .covariance) != nil) }
    for row in table {
      #expect(row[.equalTreatment] == .notApplicable(.nobodyInterchangeable))
      #expect(row[.dummyPlayer] == .notApplicable(.noDummyPlayer))
    }
  }

  @Test("asks for equal treatment and for dummies where there are some")
  func equalsAndDummies() {
    // a and b are alike, c saves nobody anything.
    let game = CoalitionGame(players: ["a", "b", "c"], costs: [0, 4, 4, 6, 0.1, 4.1, 4.1, 6.1])
    let table = propertyTable(
      of: game, rules: [.shapley, .equal, .proportional], by: DivisionGrounds(weights: [1, 2, 0]))
    #expect(table[0][.equalTreatment] == .holds && table[0][.dummyPlayer] == .holds)
    #expect(table[1][.equalTreatment] == .holds)
    guard case .fails(let dummy) = table[1][.dummyPlayer], case .fails(let unequal) = table[2][.equalTreatment] else {
      Issue.record("equal shares charge c too much, weights divide a from b")
      return
    }
    #expect(dummy.names == ["c"] && unequal.names == ["a", "b"])
    #expect(abs(dummy.amount - (6.1 / 3 - 0.1)) <= 1e-15 && abs(unequal.amount - 6.1 / 3) <= 1e-15)  // rounded twice
    #expect(dummy.change == nil)
  }

  @Test("asks nothing where nothing can be asked")
  func notApplicable() {
    let pairs = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 6, 0, 6, 6, 6])
    let table = propertyTable(of: pairs, rules: [.shapley, .tau])
    #expect(table[0][.coreSelection] == .notApplicable(.emptyCore))
    let apart = CoalitionGame(players: ["a", "b"], costs: [0, 1, 1, 3])
    let worse = propertyTable(of: apart, rules: [.nucleolus, .prenucleolus])
    #expect(worse[0].outcome == .failure(.cheaperApart(apart: 2, together: 3)) && worse[0].cells.isEmpty)
    #expect(worse[1][.individualRationality] == .notApplicable(.noImputation))
    #expect(worse[1][.noSubsidy] == .notApplicable(.separablePartsExceed))
    let single = propertyTable(of: CoalitionGame(players: ["a"], costs: [0, 3]), rules: [.nucleolus])
    #expect(single[0][.coreSelection] == .holds && single[0][.efficiency] == .holds)
    #expect(single[0][.populationMonotonicity] == .notApplicable(.onlyOnePlayer))
  }

  @Test("finds in every game what a rule promises of all games", arguments: UInt64(0)..<30)
  func promises(seed: UInt64) {
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 4))
    for row in propertyTable(of: game, rules: [.shapley, .nucleolus, .prenucleolus, .equal]) where !row.cells.isEmpty {
      #expect(row[.efficiency] == .holds)
      func fails(_ property: SharingProperty) -> Bool { if case .fails = row[property] { true } else { false } }
      #expect(!fails(.equalTreatment))
      if row.rule != .equal {
        #expect(!fails(.covariance), "\(row.rule)")
        #expect(!fails(.dummyPlayer), "\(row.rule)")
      }
      if row.rule == .nucleolus || row.rule == .prenucleolus { #expect(!fails(.coreSelection)) }
      if row.rule == .nucleolus { #expect(!fails(.individualRationality)) }
      if row.rule == .shapley || row.rule == .equal {
        #expect(!fails(.jointWorthMonotonicity))
      }
      if row.rule == .shapley { #expect(!fails(.coalitionalMonotonicity)) }
    }
  }

  @Test("holds a concave game's Shapley value to population monotonicity, and shows who gains from a loss elsewhere")
  func population() throws {
    let concave = try CoalitionGame(players: ["a", "b", "c", "d"], kind: .cost) { coalition in
      [0, 10, 18, 24, 28][coalition.count] + (coalition.contains(0) ? 1.0 : 0)
    }
    // Sprumont (1990): in a convex game the Shapley value is a population monotonic scheme.
    #expect(propertyTable(of: concave, rules: [.shapley])[0][.populationMonotonicity] == .holds)
    let skane = try PublishedGames.skane()
    let equal = propertyTable(of: skane, rules: [.equal], properties: [.populationMonotonicity])
    guard case .fails(let witness) = equal[0][.populationMonotonicity] else {
      Issue.record("equal shares of 83.82 are more than equal shares of what some five pay")
      return
    }
    // Without Trelleborg the five pay 69.76, 13.952 each, instead of 13.97.
    #expect(witness.change != nil && witness.amount > 0)
  }
}
