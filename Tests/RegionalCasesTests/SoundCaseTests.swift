import Foundation
import RegionalCases
import Testing

@Suite struct SoundCaseTests {
  private func check(_ name: String) throws -> CaseReport {
    try RegionalCase.check(folder: Folders.tests.appendingPathComponent("Sound/\(name)").path)
  }

  private func read(_ name: String) throws -> RegionalCase {
    let report = try check(name)
    #expect(report.faults == [])
    return try #require(report.case)
  }

  // MARK: Young, Okada & Hashimoto (1982)

  @Test func readsThePublishedCostsOfSkane() throws {
    let water = try read("skane-water")
    let problem = water.problems[0]
    #expect(problem.members == ["A", "H", "K", "L", "M", "T"])
    guard case .jointFacility(let facility) = problem.family, case .table(let table) = facility.costs else {
      Issue.record("the problem is a joint facility with a table")
      return
    }
    #expect(table.worths.count == 64)
    #expect(table.worths[0] == 0)
    #expect(table.worths[0b000001] == 21.95)  // A
    #expect(table.worths[0b001110] == 27.26)  // H, K, L
    #expect(table.worths[0b111111] == 83.82)
    #expect(table.provenance == Provenance(status: .published, source: "young-1982"))
    #expect(facility.proportionalTo == ["population", "demand"])
    #expect(water.indicator("population")?["M"]?.best == 287.3)
    #expect(water.indicator("demand")?["T"]?.best == 6.21)
    #expect(water.money.description == "million SEK")
    #expect(water.title["zh"] == "斯科讷供水")
    #expect(water.party("L")?.location?.latitude == 55.7)
  }

  @Test func warnsOfTheOnePairOfCoalitionsThatIsCheaperApart() throws {
    #expect(
      try check("skane-water").description == """
        case.yaml:35:21: warning: cheaper apart than together: A+H+L with M+T: 82.63 < 83; \
        check these figures, or leave them if being together does cost more
        """)
  }

  // MARK: Every key

  @Test func readsEveryKeyOfTheFormat() throws {
    let report = try check("everything")
    #expect(report.description == "")
    let all = try read("everything")
    #expect(all.money.description == "billion CNY (2020 prices)")
    #expect(all.referenceDate == CaseDate("2020-05"))
    #expect(all.boundaryKey == "code")
    #expect(all.parties.map(\.id) == ["a", "b", "c", "top", "club", "watch"])
    #expect(all.parties.map(\.name.description) == ["A, the first", "B \"the second\"", "C", "Top", "Club", "Watch"])
    #expect(all.party("a")?.kind == .government(tier: .county, parent: "top"))
    #expect(all.party("club")?.kind == .socialOrganisation(.chamber))
    #expect(all.party("a")?.capability?.provenance.status == .assumed)
    #expect(all.party("b")?.capability?.provenance == Provenance(status: .published, source: "book"))
    #expect(all.party("a")?.capability?.place == Place(file: "parties.csv", line: 2, column: 54))
    #expect(
      all.problems.map(\.family.name) == [
        .jointFacility, .jointFacility, .spillover, .spillover, .commonStandard, .commonStandard, .commonStandard,
        .competition, .competition, .competition, .competition, .normalForm,
      ])
    #expect(all.conditions.count == Condition.allCases.count)
    #expect(all.studySettings.problem == "air")
    #expect(all.studySettings.seed == 9_007_199_254_740)
    #expect(all.studySettings.draws == 0)
  }

  @Test func fillsProvenanceFromTheNearestMappingAround() throws {
    let population = try #require(try read("everything").indicator("population"))
    #expect(population["a"]?.provenance == Provenance(status: .published, source: "book", remark: "table 1"))
    #expect(population["b"]?.provenance == Provenance(status: .estimated, source: "book"))
    // What is assumed does not come from the source named further out.
    #expect(population["c"]?.provenance == Provenance(status: .assumed, source: nil, remark: "a guess"))
  }

  @Test func takesValueModeMeanOrMidpointAsBest() throws {
    let all = try read("everything")
    #expect(all.indicator("population")?["b"]?.best == 2)
    #expect(all.indicator("population")?["c"]?.best == 2)
    #expect(all.institutions[0].enforcement?.best == 0.2)
    #expect(all.institutions[0].enforcement?.isUncertain == true)
    #expect(all.conditions[.trust]?.isUncertain == false)
  }

  @Test func readsTiesWithTheirWeights() throws {
    let ties = try read("everything").ties
    #expect(
      ties.map(\.kind.word) == [
        .hierarchy, .exchange, .informal, .membership, .agreement, .exchange, .exchange, .exchange,
      ])
    #expect(ties.map(\.strength) == [1, 0.5, 3, 1, 1, 0.25, 0.25, 0.25])
    guard case .exchange(let exchange) = ties[1].kind else {
      Issue.record("the second tie is an exchange")
      return
    }
    #expect(exchange.resource["zh"] == "水")
    #expect(exchange.criticality?.best == 0.8)
    #expect(ties[1].weight?.provenance.status == .assumed)
    #expect(ties[2].weight?.provenance == Provenance(status: .estimated, source: "survey"))
  }

  @Test func keepsTheMembersOrderInEveryTable() throws {
    let all = try read("everything")
    guard case .jointFacility(let facility) = all.problem("table")?.family, case .table(let table) = facility.costs,
      case .spillover(let air) = all.problem("air")?.family,
      case .competition(let general) = all.problem("general")?.family,
      case .normalForm(let market) = all.problem("market")?.family
    else {
      Issue.record("the problems are there")
      return
    }
    #expect(table.worths == [0, 3, 2, 4])  // c, a, both
    #expect(air.baseline.best == [4, 10, 0])  // c, a, b
    #expect(air.baseline[1].provenance == Provenance(status: .measured, source: "survey"))
    #expect(air.abatementCost[0].form == .triangular(low: 4, mode: 5, high: 8))
    #expect(air.abatementCost[2].form == .certain(2))
    #expect(air.transport.matrix.rows == [[3.5, 10, 0.5], [5, 50, 10], [0, 20, 40]])
    #expect(air.transport.scale == 0.01)
    #expect(air.transport.matrix.provenance == Provenance(status: .modelled, source: "book"))
    #expect(general.general?.interaction.rows == [[0, 0.25], [-0.5, 0]])  // b, a
    #expect(market.actions == [["open", "closed"], ["open", "half", "closed"]])  // b, a
    #expect(market.payoffs[market.profile([1, 0])] == [4, 1])  // b closed, a open
    #expect(market.payoffs[market.profile([0, 2])] == [1, 4])  // b open, a closed
  }

  @Test func readsChangesToTheCatalogue() throws {
    let changes = try read("everything").mechanisms
    let contract = try #require(changes.overrides[MechanismCell(.multilateral, .contract)])
    #expect(contract.mapValues(\.best) == [.fine: 2, .transfers: 1, .decisionThreshold: 0.75])
    #expect(changes.additions.map(\.basedOn.id) == ["bilateral-delegated"])
    #expect(changes.additions[0].parameters.count == MechanismParameter.allCases.count)
  }

  @Test func takesTheDirectionOfAGoalFromItsFiguresUnlessTold() throws {
    #expect(try read("everything").goals.map(\.direction) == [.rise, .fall])
  }

  // MARK: Spellings

  @Test func readsMarksLineEndsAndWordsThatYAMLWouldTakeForOtherThings() throws {
    let odd = try read("odd-spellings")
    #expect(odd.parties.map(\.id) == ["no", "2019", "on"])
    #expect(odd.parties[0].location?.longitude == -15)
    #expect(odd.parties[1].name["zh"] == "北")
    #expect(odd.parties[2].name.description == "Several\nlines: with a colon\n")
    #expect(odd.title.description == "5")
    #expect(odd.problems[0].id == "true")
    #expect(odd.problems[0].title.description == "2001-01-01")
    guard case .normalForm(let game) = odd.problems[0].family else {
      Issue.record("the problem is in normal form")
      return
    }
    #expect(game.payoffs[game.profile([0, 1, 0])] == [2, -2, 2.5])
    #expect(game.payoffs[game.profile([1, 1, 1])] == [7, -7, 7.5])
  }

  // MARK: The catalogue in a file

  @Test func takesTheMechanismsFromAFileOfTheirOwnAsFromTheCase() throws {
    let home = Folders.tests.appendingPathComponent("Sound/everything")
    let text = try String(contentsOf: home.appendingPathComponent("case.yaml"), encoding: .utf8)
    let parts = text.components(separatedBy: "\nmechanisms:\n")
    let (head, tail) = (try #require(parts.first), try #require(parts.last))
    let chapter = tail.components(separatedBy: "\nstudy:")
    let moved = try Folders.withTemporary { folder in
      try FileManager.default.copyItem(atPath: home.path, toPath: folder + "/copy")
      let copy = URL(fileURLWithPath: folder + "/copy")
      try Data((head + "\nstudy:" + chapter[1]).utf8).write(to: copy.appendingPathComponent("case.yaml"))
      try Data(chapter[0].utf8).write(to: copy.appendingPathComponent("mechanisms.yaml"))
      return try RegionalCase(contentsOf: copy.path)
    }
    let whole = try RegionalCase(contentsOf: home.path)
    #expect(moved.mechanisms.additions.map(\.id) == ["fund"])
    for (cell, parameters) in whole.mechanisms.overrides {
      let own = try #require(moved.mechanisms.overrides[cell])
      #expect(own.mapValues(\.form) == parameters.mapValues(\.form))
      #expect(own.mapValues(\.provenance) == parameters.mapValues(\.provenance))
      #expect(own.values.allSatisfy { $0.place.file == "mechanisms.yaml" })
    }
    #expect(moved.mechanisms.overrides.count == whole.mechanisms.overrides.count)
  }
}
