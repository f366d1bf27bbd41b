import Mathematics
import Negotiations
import Testing

@Suite struct BilateralTalksTests {
  /// A dam that costs the third party 4, and a road. Outcomes (dam, road): 00, 01, 10, 11.
  static func table(couplings: [Preferences.Coupling] = []) throws -> BargainingTable {
    let agenda = try Agenda([Issue("dam", .choices(["no", "yes"])), Issue("road", .choices(["no", "yes"]))])
    return try BargainingTable(
      NegotiationScenario(
        agenda: agenda,
        parties: [
          Preferences(party: "upper", worths: [[0, 2], [0, 0]]),
          Preferences(party: "middle", worths: [[0, 1], [0, 1]], couplings: couplings),
          Preferences(party: "lower", worths: [[0, -4], [0, 2]]),
        ]))
  }
  static let linear = [NegotiationStrategy](repeating: .linear, count: 3)

  @Test func twoCanGainAtTheCostOfAThird() throws {
    let talks = try BilateralTalks(
      [.init(parties: [0, 1], issues: [0]), .init(parties: [1, 2], issues: [1])], statusQuo: 0, deadline: 10,
      strategies: Self.linear)
    let table = try AlternatingOffers(deadline: 10, strategies: Self.linear)
    let comparison = try talks.compare(with: table, on: Self.table(), chance: RandomStream(seed: 0))
    #expect(comparison.outcome == 3 && comparison.worths == [2, 2, -2] && comparison.harmed == [2])
    #expect(comparison.talks.map(\.worths) == [[2, 1], [1, 2]])
    #expect(comparison.multilateral.deal?.outcome == 1 && comparison.multilateral.worths == [0, 1, 2])
  }

  @Test func asOneRunTheyBindEverybodyWhenTheLastIsOver() throws {
    let pairs: [BilateralTalks.Talk] = [.init(parties: [0, 1], issues: [0]), .init(parties: [1, 2], issues: [1])]
    let talks = try BilateralTalks(pairs, statusQuo: 0, deadline: 10, strategies: Self.linear)
    let table = try Self.table()
    let course = try talks.hold(on: table, chance: RandomStream(seed: 0))
    let run = try talks.run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    let rounds = course.talks.compactMap { $0.deal?.round }
    #expect(rounds.count == 2)
    #expect(run.deal == .init(outcome: 3, round: rounds.max() ?? 0, members: [0, 1, 2]))
    #expect(run.worths == [2, 2, -2] && run.acts.isEmpty)
    #expect(run.turns == course.talks.reduce(0) { $0 + $1.turns })
  }

  /// Zeuthen's bidder knows the table at which it sits: two parties and two outcomes, not three and four.
  @Test func strategiesThatKnowATableKnowThatOfTheirTalk() throws {
    let pairs: [BilateralTalks.Talk] = [.init(parties: [0, 1], issues: [0]), .init(parties: [1, 2], issues: [1])]
    let talks = try BilateralTalks(
      pairs, statusQuo: 0, deadline: 10,
      strategiesAt: (0..<3).map { _ in { .init("Zeuthen", bidding: ZeuthenBidding(knowing: $0)) } })
    #expect(try talks.hold(on: Self.table(), chance: RandomStream(seed: 0)).outcome == 3)
  }

  @Test func whereNothingIsSettledThereIsNoDeal() throws {
    let table = try Self.table()
    // The dam is all they talk about, and it is there: the upper party wants nothing else, and so nothing changes.
    let talks = try BilateralTalks(
      [.init(parties: [0, 2], issues: [0])], statusQuo: 2, deadline: 3, strategies: Self.linear)
    let run = try talks.run(on: table, chance: RandomStream(seed: 0), isTraced: false)
    let course = try talks.hold(on: table, chance: RandomStream(seed: 0))
    #expect(course.outcome == 2 && course.harmed.isEmpty)
    #expect((run.deal == nil) == (course.talks[0].deal == nil))
    #expect(run.rounds == course.talks[0].rounds)
  }

  /// Dam and road together are worth 5 less to the middle one. In a talk it takes the road for what it is with the
  /// dam as it stands: without a dam it builds it, with one it does not.
  @Test func aTalkTakesEverythingElseAsItStands() throws {
    let table = try Self.table(couplings: [.init(issues: [0, 1], worths: [0, 0, 0, -5])])
    let rules = try AlternatingOffers(deadline: 10, strategies: Self.linear)
    func outcome(statusQuo: Int) throws -> Int {
      try BilateralTalks(
        [.init(parties: [1, 2], issues: [1])], statusQuo: statusQuo, deadline: 10, strategies: Self.linear
      ).compare(with: rules, on: table, chance: RandomStream(seed: 0)).outcome
    }
    #expect(try outcome(statusQuo: 0) == 1)
    #expect(try outcome(statusQuo: 2) == 2)
  }

  /// Shares of what each has at stake: dam 1, 1/2, 2/3, road 0, 1/2, 1/3.
  @Test func issuesGoToWhomTheyConcernMost() throws {
    let talks = try BilateralTalks.ofThoseMostConcerned(in: Self.table().scenario)
    #expect(talks == [.init(parties: [0, 2], issues: [0]), .init(parties: [1, 2], issues: [1])])
  }

  @Test(
    "who talks about all its issues is never harmed, if they do not depend on each other", arguments: UInt64(0)..<40)
  func nobodyAtTheTalkLoses(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: 2 * seed + 1, parties: 3, reservation: 0)
    let statusQuo = Int(seed) % table.outcomeCount
    let talks = try BilateralTalks(
      [.init(parties: [0, 2], issues: [0, 2])], statusQuo: statusQuo, deadline: 30, strategies: Self.linear)
    let rules = try AlternatingOffers(deadline: 30, strategies: Self.linear)
    let comparison = try talks.compare(with: rules, on: table, chance: RandomStream(seed: seed))
    #expect(!comparison.harmed.contains(0) && !comparison.harmed.contains(2))
    let old = table.scenario.agenda.options(at: statusQuo)
    #expect(table.scenario.agenda.options(at: comparison.outcome)[1] == old[1])
    #expect(comparison.worths == table.worths(of: comparison.outcome))
  }

  @Test func refusesTalksThatDoNotFit() throws {
    func refusal(_ talks: [BilateralTalks.Talk]) -> NegotiationError? {
      do throws(NegotiationError) {
        let talks = try BilateralTalks(talks, statusQuo: 0, deadline: 5, strategies: Self.linear)
        let table: BargainingTable
        do { table = try Self.table() } catch { return nil }
        let rules = try AlternatingOffers(deadline: 5, strategies: Self.linear)
        _ = try talks.compare(with: rules, on: table, chance: RandomStream(seed: 0))
        return nil
      } catch { return error }
    }
    #expect(refusal([.init(parties: [0, 0], issues: [0])]) == .talk(1))
    #expect(refusal([.init(parties: [0, 1], issues: [0]), .init(parties: [1, 2], issues: [0])]) == .talk(2))
    #expect(refusal([.init(parties: [0, 3], issues: [0])]) == .talk(1))
    #expect(refusal([.init(parties: [0, 1], issues: [2])]) == .talk(1))
    #expect(
      NegotiationError.talk(1).description
        == "talk 1 does not fit; give two different parties, and known issues, ascending, that no other talk settles")
  }
}
