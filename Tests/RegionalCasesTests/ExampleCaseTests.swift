import Foundation
import RegionalCases
import Testing

/// The examples that are shipped: sound, in two languages, and as their pages say.
@Suite struct ExampleCaseTests {
  static let home = Folders.repository.appendingPathComponent("Examples")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? [])
    .filter { FileManager.default.fileExists(atPath: home.appendingPathComponent("\($0)/case.yaml").path) }.sorted()

  private func example(_ name: String) throws -> RegionalCase {
    try RegionalCase(contentsOf: Self.home.appendingPathComponent(name).path)
  }

  @Test func thereIsOneForEveryFamily() throws {
    let families = try Self.names.flatMap { try example($0).problems.map(\.family.name) }
    #expect(Set(families) == Set(ProblemFamily.allCases))
  }

  @Test("is named in English and Chinese throughout", arguments: names)
  func speaksTwoLanguages(name: String) throws {
    let shown = try example(name)
    var texts = [shown.title] + shown.parties.map(\.name) + shown.indicators.map(\.name)
    texts += shown.institutions.map(\.name) + shown.goals.map(\.title)
    for problem in shown.problems {
      texts += [problem.title, problem.field] + problem.agencies.map(\.name)
      switch problem.family {
      case .commonStandard(let standard): texts += standard.items.map(\.name)
      case .competition(let competition): texts.append(competition.instrument)
      case .spillover(let spillover): texts += [spillover.action, spillover.actionUnit]
      case .jointFacility, .normalForm: break
      }
    }
    for text in texts {
      #expect(text.byLanguage["en"] != nil && text.byLanguage["zh"] != nil, "\(text)")
    }
  }

  @Test("has a page that tells how to run it, and a line in the table", arguments: names)
  func hasAPage(name: String) throws {
    let page = try String(contentsOf: Self.home.appendingPathComponent("\(name)/README.md"), encoding: .utf8)
    #expect(page.contains("make study CASE=Examples/\(name)"))
    let table = try String(contentsOf: Self.home.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(table.contains("[\(name)](\(name))"))
  }

  @Test("gives a reason or a range for every figure of a problem that is assumed", arguments: names)
  func explainsWhatIsAssumed(name: String) throws {
    for problem in try example(name).problems {
      for figure in figures(of: problem) where figure.provenance.status == .assumed {
        #expect(figure.isUncertain || figure.provenance.remark != nil, "\(figure.place)")
      }
    }
  }

  private func figures(of problem: Problem) -> [Figure] {
    var columns = problem.hierarchy.map(\.weights)
    var figures: [Figure] = []
    switch problem.family {
    case .spillover(let spillover):
      columns += [spillover.baseline, spillover.limit, spillover.abatementCost]
      columns += [spillover.linearDamage, spillover.quadraticDamage, spillover.background].compactMap(\.self)
      figures += spillover.river?.retention ?? []
    case .commonStandard(let standard):
      columns.append(standard.benefit)
      switch standard.switching {
      case .cost(let cost): columns.append(cost)
      case .scales(let scales): columns += scales.levels + [scales.costPerStep]
      }
    case .competition(let competition):
      for parameters in [competition.parameters] + Array(competition.overrides.values) { figures += parameters.values }
    case .jointFacility, .normalForm: break
    }
    return figures + columns.flatMap(\.figures)
  }

  // MARK: Xin'an River

  @Test func whatAnhuiReceivedIsWhatTheAgreementOfItsYearSays() throws {
    let river = try example("xinan-river")
    for year in 2012...2014 {
      let index = try #require(river.indicator("index\(year)")?["anhui"]).best
      let date = try #require(CaseDate("\(year)"))
      let round = try #require(
        river.institutions.first { institution in
          guard !institution.payments.isEmpty, let since = institution.since, let until = institution.until
          else { return false }
          return since <= date && date <= until
        })
      #expect(round.id == "round-1")
      let between = round.payments.filter { $0.from != "centre" && $0.isDue(at: index) }
      let received = try #require(river.indicator("received\(year)"))
      #expect(between.map(\.from) == ["zhejiang"])
      #expect(between.map(\.amount.best) == [received["anhui"]?.best])
      #expect(round.received(by: "anhui", at: index) == 400)  // with 300 from the ministries
      #expect(round.received(by: "zhejiang", at: index) == received["zhejiang"]?.best)
    }
  }

  @Test func anIndexAboveOneTurnsThePaymentsRound() throws {
    let rounds = try example("xinan-river").institutions.filter { $0.index != nil }
    #expect(rounds.map(\.id) == ["round-1", "round-2", "round-3", "round-4"])
    // What Zhejiang receives at an index of 0.95, 1 and 1.01.
    #expect(
      rounds.map { round in [0.95, 1, 1.01].map { round.received(by: "zhejiang", at: $0) } }
        == [[-100, -100, 100], [-200, -100, 100], [-200, -100, 200], [-500, -500, 0]])
    // Nothing changed: the coefficients themselves, as the weights come to 1.
    for (round, coefficient) in zip(rounds, [0.85, 0.89, 0.90, 0.90]) {
      let index = try #require(round.index)
      // 1e-12: the weights 0.22 and 0.28 are rounded in binary.
      #expect(abs(index.value(ratios: [1, 1, 1, 1]) - coefficient) < 1e-12)
    }
  }

  // MARK: Chengdu–Chongqing

  @Test func theBusinessOfEachOfSixteenCitiesIsShared() throws {
    let circle = try example("chengdu-chongqing-standards")
    let members = circle.problems[0].members
    #expect(members.count == 16)
    for member in members {
      let ties = circle.ties.filter { $0.from == member && $0.kind.word == .exchange }
      // 1e-9: shares in thousandths, added up in binary.
      #expect(abs(ties.reduce(0) { $0 + $1.strength } - 1) < 1e-9, "\(member)")
      #expect(ties.allSatisfy { members.contains($0.to) })
    }
  }

  @Test func onlyWhoStandsBelowTheHighestCityHasStepsToGo() throws {
    let problem = try example("chengdu-chongqing-standards").problems[0]
    guard case .commonStandard(let standard) = problem.family, case .scales(let scales) = standard.switching else {
      Issue.record("the problem is a common standard with scales")
      return
    }
    func steps(_ item: String, _ city: PartyID) throws -> Double {
      let index = try #require(standard.items.firstIndex { $0.id == item })
      return scales.steps(of: index, member: try #require(problem.index(of: city)))
    }
    #expect(try steps("travel", "chongqing") == 0)
    #expect(try steps("travel", "yaan") == 3)
    #expect(try steps("travel", "ziyang") == 4)
    for (index, item) in standard.items.enumerated() where standard.adopted[item.id]?.count == problem.members.count {
      #expect(problem.members.indices.allSatisfy { scales.steps(of: index, member: $0) == 0 }, "\(item.id)")
    }
    // How many affairs each has in common is told twice: by the indicator and by who has adopted what.
    let affairs = try #require(try example("chengdu-chongqing-standards").indicator("affairs"))
    for member in problem.members {
      #expect(affairs[member]?.best == Double(standard.adopted.values.count { $0.contains(member) }), "\(member)")
    }
  }

  @Test func nobodyFollowsChongqingInSharedCarsUntilOneMoreCityMoves() throws {
    let circle = try example("chengdu-chongqing-standards")
    let problem = circle.problems[0]
    guard case .commonStandard(let standard) = problem.family else {
      Issue.record("the problem is a common standard")
      return
    }
    let members = problem.members
    let travel = try #require(standard.items.firstIndex { $0.id == "travel" })
    let costs = members.indices.map { standard.switchingCost(of: travel, member: $0) }
    #expect(zip(standard.benefit.best, costs).allSatisfy { $0 > $1 })
    var weights = members.map { _ in members.map { _ in 0.0 } }
    for tie in circle.ties where tie.kind.word == .exchange {
      weights[try #require(problem.index(of: tie.from))][try #require(problem.index(of: tie.to))] = tie.strength
    }
    // One's own adoption is worth a sixteenth of sharing with all, each other's its part of the rest.
    func followers(of first: Set<Int>) -> Set<Int> {
      var adopters = first
      while true {
        let joining = members.indices.filter { city in
          let shared = adopters.reduce(0) { $0 + weights[city][$1] }
          return !adopters.contains(city) && standard.benefit[city].best * (1 + 15 * shared) / 16 > costs[city]
        }
        guard !joining.isEmpty else { return adopters }
        adopters.formUnion(joining)
      }
    }
    let chongqing = try #require(problem.index(of: "chongqing"))
    #expect(followers(of: [chongqing]) == [chongqing])
    let tooLittle = members.indices.filter { $0 != chongqing && followers(of: [chongqing, $0]).count < members.count }
    #expect(tooLittle.map { members[$0] } == ["luzhou", "guangan", "dazhou"])
  }

  // MARK: Yongkang, Wuyi and Jinyun

  @Test func theTableHasOneEquilibriumWhereAllUndercut() throws {
    guard case .normalForm(let table) = try example("yongkang-wuyi-jinyun").problem("price")?.family else {
      Issue.record("the problem is in normal form")
      return
    }
    let profiles = (0..<8).map { bits in (0..<3).map { bits >> $0 & 1 } }
    let equilibria = profiles.filter { choice in
      choice.indices.allSatisfy { member in
        var other = choice
        other[member] = 1 - choice[member]
        return table.payoffs[table.profile(choice)][member] >= table.payoffs[table.profile(other)][member]
      }
    }
    #expect(equilibria == [[1, 1, 1]])
    let totals = profiles.map { table.payoffs[table.profile($0)].reduce(0, +) }
    #expect(totals[7] == 220)
    #expect(totals[0] == 890)
    #expect(totals.max() == 890)
  }

  @Test func theTableAgreesWithTheRewardsOfTheMarket() throws {
    let cluster = try example("yongkang-wuyi-jinyun")
    guard case .normalForm(let table) = cluster.problem("price")?.family,
      case .competition(let market) = cluster.problem("market")?.family
    else {
      Issue.record("the problems are there")
      return
    }
    let members: [PartyID] = ["yongkang", "wuyi", "jinyun"]
    #expect(table.payoffs[table.profile([0, 0, 0])] == members.compactMap { market.figure(.reward, of: $0)?.best })
    #expect(table.payoffs[table.profile([1, 1, 1])] == members.compactMap { market.figure(.punishment, of: $0)?.best })
    let alone = members.indices.map { member in
      table.payoffs[table.profile(members.indices.map { $0 == member ? 1 : 0 })][member]
    }
    #expect(alone == members.compactMap { market.figure(.temptation, of: $0)?.best })
    let last = members.indices.map { member in
      table.payoffs[table.profile(members.indices.map { $0 == member ? 0 : 1 })][member]
    }
    #expect(last == members.compactMap { market.figure(.sucker, of: $0)?.best })
  }
}
