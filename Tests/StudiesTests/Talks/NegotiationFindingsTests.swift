import Foundation
import Negotiations
import RegionalCases
import Testing

@testable import Studies

@Suite struct NegotiationFindingsTests {
  /// Every package of a file with its worths: the slow way, by which findings are judged.
  private func everyPackage(of file: NegotiationFile) -> [NegotiationFindings.Deal] {
    var packages: [[Int]] = [[]]
    for issue in file.agenda { packages = packages.flatMap { start in (0..<issue.count).map { start + [$0] } } }
    return packages.map { options in
      NegotiationFindings.Deal(
        options: options, worths: file.parties.map { withoutRounding($0.worth(of: options)) })
    }
  }

  private func beats(_ one: NegotiationFindings.Deal, _ other: NegotiationFindings.Deal) -> Bool {
    zip(one.worths, other.worths).allSatisfy { $0 >= $1 } && one.worths != other.worths
  }

  /// The packages at which a score is as large as it can be, but for the ninth decimal to which worths are told.
  private func best(
    of packages: [NegotiationFindings.Deal], by score: (NegotiationFindings.Deal) -> Double
  ) -> [[Int]] {
    let most = packages.map(score).max() ?? 0
    return packages.filter { score($0) >= most - 1e-9 * abs(most) }.map(\.options)
  }

  // MARK: The example, against all of its packages

  @Test("along the Xin'an, frontier and fair deals are those found by looking at every package")
  func theExample() throws {
    let file = try TalkFiles.xinan()
    let findings = try NegotiationFindings(file)
    let all = everyPackage(of: file)
    #expect(findings.outcomeCount == Double(all.count) && all.count == 216)
    let floors = findings.parties.map(\.reservation)
    let acceptable = all.filter { zip($0.worths, floors).allSatisfy { $0 >= $1 } }
    let unbeaten = acceptable.filter { one in !acceptable.contains { beats($0, one) } }
    #expect(unbeaten.count > 1)
    #expect(findings.frontierCount == unbeaten.count)
    #expect(Set(findings.frontier.map(\.options)) == Set(unbeaten.map(\.options)))
    for deal in findings.frontier { #expect(all.contains(deal)) }
    #expect(findings.frontier.map { $0.worths[0] } == findings.frontier.map { $0.worths[0] }.sorted(by: >))
    let ideal = floors.indices.map { party in acceptable.map { $0.worths[party] }.max() ?? 0 }
    #expect(findings.parties.map(\.ideal) == ideal.map { $0 })
    #expect(findings.parties.map(\.best) == floors.indices.map { party in all.map { $0.worths[party] }.max() ?? 0 })
    func gain(_ deal: NegotiationFindings.Deal, _ party: Int) -> Double { deal.worths[party] - floors[party] }
    let found = Dictionary(uniqueKeysWithValues: findings.solutions.map { ($0.rule, $0.deals.map(\.options)) })
    #expect(found.keys.sorted() == ["egalitarian", "kalaiSmorodinsky", "nash"])
    #expect(found["nash"] == best(of: unbeaten) { gain($0, 0) * gain($0, 1) })
    // Of two parties on the frontier the smallest share or gain settles it, unless it is tied; it is not here.
    #expect(
      found["kalaiSmorodinsky"]
        == best(of: unbeaten) { min(gain($0, 0) / (ideal[0] - floors[0]), gain($0, 1) / (ideal[1] - floors[1])) })
    #expect(found["egalitarian"] == best(of: unbeaten) { min(gain($0, 0), gain($0, 1)) })
    #expect(findings.obstacle == nil && findings.series == nil)
  }

  @Test("along the Xin'an, what is left on the table is what looking at every package finds", arguments: [1, 2, 5, 20])
  func whatIsLeft(rounds: Int) throws {
    let file = try TalkFiles.xinan()
    let findings = try NegotiationFindings(file, plan: BargainingPlan(rounds: rounds))
    #expect(
      findings.landings.map(\.negotiationProtocol)
        == ["alternatingOffers", "monotonicConcession", "singleText", "simultaneousBids"])
    let all = everyPackage(of: file)
    let widths = file.parties.indices.map { party in
      let worths = all.map { $0.worths[party] }
      return (worths.max() ?? 0) - (worths.min() ?? 0)
    }
    for landing in findings.landings {
      guard let deal = landing.deal else {
        #expect(landing.ending != "agreement" && landing.leftOnTable == nil && landing.improvement == nil)
        continue
      }
      #expect(landing.ending == "agreement")
      #expect(all.contains(deal))
      #expect(zip(deal.worths, findings.parties).allSatisfy { $0 >= $1.reservation })
      let better = all.filter { beats($0, deal) }
      let most = better.map { better in widths.indices.map { (better.worths[$0] - deal.worths[$0]) / widths[$0] }.min()!
      }
      .max()
      // Shares of worths that are told to the ninth decimal.
      #expect(abs(try #require(landing.leftOnTable) - (most ?? 0)) < 1e-9)
      #expect((landing.improvement == nil) == better.isEmpty)
      if let improvement = landing.improvement { #expect(beats(improvement, deal)) }
    }
    let risks = try #require(findings.landings.first { $0.negotiationProtocol == "monotonicConcession" })
    let nash = try #require(findings.solutions.first { $0.rule == "nash" })
    // Zeuthen's concessions end at the largest product of gains (Harsanyi 1956).
    #expect(nash.deals.contains(try #require(risks.deal)))
  }

  @Test("offers are told by what they are worth to who made them, and whoever concedes with the clock asks ever less")
  func concessions() throws {
    let findings = try NegotiationFindings(try TalkFiles.xinan())
    let talks = findings.landings[0]
    for (party, offers) in talks.concessions.enumerated() {
      #expect(offers.count == talks.rounds)
      let made = offers.compactMap { $0 }
      #expect(!made.isEmpty && made == made.sorted(by: >))
      #expect(made[0] <= findings.parties[party].best && made.last! >= findings.parties[party].reservation)
    }
    #expect(findings.landings[2].concessions == [[], []])
    // Both keep 0.98 of what a deal gains over none for every round that they wait; a mediator's time costs nothing.
    let deal = try #require(talks.deal)
    let left = pow(0.98, Double(talks.rounds - 1))
    for ((waited, worth), party) in zip(zip(try #require(talks.worthsAfterWaiting), deal.worths), findings.parties) {
      let wanted = party.reservation + (worth - party.reservation) * left
      #expect(abs(waited - wanted) < 1e-8)  // told to the ninth decimal
    }
    #expect(findings.landings[2].worthsAfterWaiting == nil)
  }

  // MARK: What stands in the way

  @Test("where nothing suits all, what is missing and who could open a zone is told")
  func emptyZone() throws {
    let findings = try NegotiationFindings(try TalkFiles.water())
    #expect(findings.frontier.isEmpty && findings.frontierCount == 0 && findings.solutions.isEmpty)
    let obstacle = try #require(findings.obstacle)
    // Dirty, the lower misses its 20 of 60 points, a third of its way; clean, the upper misses all of its 30.
    #expect(obstacle.nearest == NegotiationFindings.Deal(options: [0], worths: [30, 0]))
    #expect(obstacle.shortfalls == [0, 20])
    #expect(obstacle.alone == [NamedNumber(name: "up", value: 30), NamedNumber(name: "down", value: 20)])
    #expect(findings.parties.map(\.best) == [30, 60] && findings.parties.allSatisfy { $0.ideal == nil })
    #expect(findings.landings.allSatisfy { $0.deal == nil && $0.leftOnTable == nil })
    #expect(findings.landings[1].ending == "noZone")
  }

  @Test("who asks for exactly so much less opens a zone")
  func openedZone() throws {
    let opened = try TalkFiles.pair(
      "water", ("dirty", "clean"), up: (30, 0), down: (0, 60), reservations: (up: 0, down: 20))
    #expect(try NegotiationFindings(opened).frontier == [.init(options: [1], worths: [0, 60])])
  }

  // MARK: Votes

  @Test("votes are tried where not everyone has to agree, and can leave one party with less than no deal")
  func votes() throws {
    func party(_ name: String, _ east: Int, _ west: Int, _ reservation: Int) -> String {
      "  - {name: \(name), preferences: {place: {weight: 1, scores: {east: \(east), west: \(west)}}}, reservation: \(reservation)}"
    }
    let file = try TalkFiles.read(
      """
      title: Where the works stand
      agenda: [{name: place, choices: [east, west]}]
      parties:
      \(party("a", 100, 0, 10))
      \(party("b", 100, 0, 10))
      \(party("c", 0, 100, 10))
      rounds: 10
      acceptance: majority
      """)
    let findings = try NegotiationFindings(file)
    #expect(findings.obstacle != nil)
    let vote = try #require(findings.landings.first { $0.negotiationProtocol == "votedProposals" })
    #expect(vote.deal == NegotiationFindings.Deal(options: [0], worths: [100, 100, 0]))
    #expect(vote.leftOnTable == 0 && vote.improvement == nil)
  }

  // MARK: Series

  @Test("a series is the same however often it is run, and another with another seed")
  func series() throws {
    let file = try TalkFiles.xinan()
    func run(_ seed: UInt64, _ strategies: [String: NegotiationFile.StrategyKind] = [:]) throws
      -> NegotiationFindings.Series
    {
      let plan = BargainingPlan(rules: [.alternatingOffers], strategies: strategies, runs: 200, seed: seed)
      return try #require(try NegotiationFindings(file, plan: plan).series)
    }
    let first = try run(7)
    #expect(try run(7) == first)
    #expect(try run(8) != first)
    #expect(first.runs == 200 && first.seed == 7)
    #expect(first.agreementRate > 0 && first.agreementRate <= 1)
    #expect(first.standardErrors.allSatisfy { $0 > 0 && $0.isFinite })
    // Where all strategies are told and none draws, every run is the first.
    let told = try run(7, ["anhui": .boulware, "zhejiang": .linear])
    #expect(told.standardErrors == [0, 0] && (told.agreementRate == 0 || told.agreementRate == 1))
  }

  // MARK: Refusals

  @Test("a strategy of nobody at the table is refused")
  func unknownParty() throws {
    let file = try TalkFiles.xinan()
    let error = try #require(throws: NegotiationError.self) {
      try NegotiationFindings(file, plan: BargainingPlan(strategies: ["jiangsu": .linear]))
    }
    #expect("\(error)" == "nobody at the table is called 'jiangsu'; use the name of a party")
  }

  @Test(
    "every strategy and every rule of bargaining is tried without a fault",
    arguments: BargainingPlan.Rules.allCases.filter { $0 != .bilateralTalks })
  func everyStrategy(rules: BargainingPlan.Rules) throws {
    let file = try TalkFiles.xinan()
    for kind in NegotiationFile.StrategyKind.allCases {
      let plan = BargainingPlan(rules: [rules], strategies: ["anhui": kind])
      let findings = try NegotiationFindings(file, plan: plan)
      #expect(findings.parties.map(\.strategy) == [kind.rawValue, "boulware"])
      #expect(findings.landings.map(\.negotiationProtocol) == [rules.rawValue])
      #expect(try NegotiationFindings(file, plan: plan) == findings)
    }
  }
}
