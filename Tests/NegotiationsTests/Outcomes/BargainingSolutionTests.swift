import Mathematics
import Negotiations
import Testing

@Suite struct BargainingSolutionTests {
  /// What nine goods are worth to Bill, who owns the first five, and to Jack (Nash 1950, Econometrica 18, 155–162, table
  /// on p. 161).
  static let goods: [(name: String, bill: Double, jack: Double, isBills: Bool)] = [
    ("book", 2, 4, true), ("whip", 2, 2, true), ("ball", 2, 1, true), ("bat", 2, 2, true), ("box", 4, 1, true),
    ("pen", 10, 1, false), ("toy", 4, 1, false), ("knife", 6, 2, false), ("hat", 2, 2, false),
  ]

  @Test func billAndJackSwapAsNashPublished() throws {
    let agenda = try Agenda(Self.goods.map { try Negotiations.Issue($0.name, .choices(["Bill", "Jack"])) })
    let scenario = try NegotiationScenario(
      agenda: agenda,
      parties: [
        Preferences(party: "Bill", worths: Self.goods.map { [$0.bill, 0] }, reservation: 12),
        Preferences(party: "Jack", worths: Self.goods.map { [0, $0.jack] }, reservation: 6),
      ])
    let frontier = try ParetoFrontier(of: scenario)
    let nash = try #require(try frontier.solution(.nash()))
    #expect(nash.points.count == 1)
    let outcomes = frontier.outcomes(at: nash.points[0])
    #expect(outcomes.count == 1)
    // Bill gives book, whip, ball and bat; Jack gives pen, toy and knife.
    let owners = agenda.options(at: outcomes[0])
    #expect(zip(Self.goods, owners).filter { $0.1 == 1 }.map(\.0.name) == ["book", "whip", "ball", "bat", "hat"])
    #expect(frontier.gains(at: nash.points[0]) == [12, 5])
  }

  /// Ashby and Burton, a depot's site and its years.
  static func depot(reservations: [Double]) throws -> NegotiationScenario {
    try NegotiationScenario(
      agenda: Agenda([
        Negotiations.Issue("site", .choices(["north", "south"])), Negotiations.Issue("years", .integers(1...4)),
      ]),
      parties: [
        Preferences(party: "Ashby", worths: [[4, 0], [0, 1, 2, 1]], reservation: reservations[0]),
        Preferences(party: "Burton", worths: [[0, 3], [2, 1, 0, 0]], reservation: reservations[1]),
      ])
  }

  @Test func theDepotIsSettledAsByHand() throws {
    let all = try ParetoFrontier(of: Self.depot(reservations: [1, 1]), isComplete: true)
    #expect((0..<6).map { all.worths(at: $0) } == [[6, 0], [5, 1], [4, 2], [2, 3], [1, 4], [0, 5]])
    #expect(all.acceptable == [1, 2, 3, 4])
    for rule in [BargainingRule.nash(), .kalaiSmorodinsky(), .egalitarian(), .equalLoss()] {
      #expect(try all.solution(rule)?.points.map { all.gains(at: $0) } == [[3, 1]], "\(rule.name)")
    }
    #expect(try all.solution(.utilitarian(rates: [1, 1]))?.points.map { all.gains(at: $0) } == [[4, 0], [3, 1]])
    guard case .closed(let closed) = try ZoneOfAgreement(of: Self.depot(reservations: [3, 4])) else {
      Testing.Issue.record("3 and 4 cannot both be had")
      return
    }
    #expect(closed.openedAlone.map { $0?.worths } == [[1, 4], [4, 2]])
    #expect(closed.nearest.map(\.worths) == [[2, 3]])
  }

  @Test func smallestShareDecidesNotTheSpread() throws {
    // Even gains of little are no Kalai–Smorodinsky solution where all can have more.
    let frontier = try ParetoFrontier(
      points: [[200, 0], [0, 200], [191, 189], [193, 166], [150, 190]], isComplete: true)
    let solution = try #require(try frontier.solution(.kalaiSmorodinsky()))
    #expect(solution.points.map { frontier.worths(at: $0) } == [[191, 189]])
    let uneven = try ParetoFrontier(points: [[100, 0], [0, 100], [60, 50], [49, 49.5]], isComplete: true)
    #expect(try uneven.solution(.kalaiSmorodinsky())?.points.map { uneven.worths(at: $0) } == [[60, 50]])
  }

  @Test func allThatAreEquallyGoodAreNamed() throws {
    let frontier = try ParetoFrontier(points: [[6, 1], [3, 2], [2, 3], [1, 6]])
    #expect(try frontier.solution(.nash())?.points == [0, 1, 2, 3])
    #expect(try frontier.solution(.egalitarian())?.points == [1, 2])
    #expect(try frontier.solution(.utilitarian(rates: [1, 1]))?.points == [0, 3])
    #expect(try frontier.solution(.utilitarian(rates: [1, 2]))?.points == [3])
    #expect(try frontier.solution(.egalitarian(weights: [1, 3]))?.points == [2, 3])
    #expect(try frontier.solution(.nash(weights: [2, 1]))?.points == [0])
    #expect(try frontier.solution(.equalLoss())?.points == [1, 2])
  }

  @Test func whoCanGainNothingIsNamedAndLeftOut() throws {
    let frontier = try ParetoFrontier(points: [[5, 1, 3], [5, 3, 1], [5, 2, 2.5]], reservations: [5, 0, 0])
    for rule in [BargainingRule.nash(), .kalaiSmorodinsky(), .egalitarian()] {
      let solution = try #require(try frontier.solution(rule))
      #expect(solution.gainless == [0])
      #expect(!solution.leavesSomeoneWithout)
      #expect(solution.points.map { frontier.worths(at: $0) } == [[5, 2, 2.5]])
    }
  }

  @Test func whereNotAllCanGainAtOnceNashServesAsManyAsItCan() throws {
    let frontier = try ParetoFrontier(points: [[2, 2, 0], [3, 1, 0], [0, 7, 1], [0, 0, 9]])
    let solution = try #require(try frontier.solution(.nash()))
    #expect(solution.leavesSomeoneWithout)
    #expect(solution.points.map { frontier.worths(at: $0) } == [[2, 2, 0], [0, 7, 1]])
  }

  @Test("is acceptable, on the frontier, and does not hang on units", arguments: UInt64(0)..<60)
  func axioms(seed: UInt64) throws {
    for parties in [2, 3, 4] {
      let counted = try CountedScenario(seed: seed, parties: parties, isCoupled: seed % 2 == 1)
      let frontier = try ParetoFrontier(of: counted.scenario)
      let unbeaten = counted.unbeaten(isComplete: false)
      let rules: [BargainingRule] = [
        .nash(), .kalaiSmorodinsky(), .egalitarian(), .equalLoss(), .utilitarian(rates: (0..<parties).map { _ in 1 }),
      ]
      guard !unbeaten.isEmpty else {
        for rule in rules { #expect(try frontier.solution(rule) == nil) }
        continue
      }
      for rule in rules {
        let solution = try #require(try frontier.solution(rule))
        #expect(!solution.points.isEmpty)
        for point in solution.points { #expect(Set(frontier.outcomes(at: point)).isSubset(of: unbeaten)) }
      }
      // Units of a quarter or eight times the size, and another zero: powers of two leave every sum exact.
      let factors = [0.25, 8, 2, 0.5]
      let points = (0..<frontier.count).map { point in
        frontier.worths(at: point).enumerated().map { ($1 - frontier.reservations[$0]) * factors[$0] + 64 }
      }
      let other = try ParetoFrontier(points: points, reservations: (0..<parties).map { _ in 64 })
      for rule in [BargainingRule.nash(), .kalaiSmorodinsky()] {
        let here = try #require(try frontier.solution(rule)).points
        let there = try #require(try other.solution(rule)).points.flatMap { other.outcomes(at: $0) }
        #expect(here == there.sorted(), "\(rule.name)")
      }
      // The parties' order does not matter.
      let turned = try ParetoFrontier(
        points: (0..<frontier.count).map { frontier.worths(at: $0).reversed() },
        reservations: frontier.reservations.reversed())
      for rule in rules.dropLast() {
        let here = try #require(try frontier.solution(rule)).points
        let there = try #require(try turned.solution(rule)).points.flatMap { turned.outcomes(at: $0) }
        #expect(here == there.sorted(), "\(rule.name)")
      }
    }
  }

  @Test("is what trying every outcome gives", arguments: UInt64(0)..<60)
  func everyOutcome(seed: UInt64) throws {
    let counted = try CountedScenario(seed: seed, parties: 3, isCoupled: true)
    let frontier = try ParetoFrontier(of: counted.scenario)
    let gains = counted.tenths.map { zip($0, counted.reservations).map { $0.0 - $0.1 } }
    let acceptable = gains.indices.filter { gains[$0].allSatisfy { $0 >= 0 } }
    guard let product = acceptable.map({ gains[$0].reduce(1, *) }).max() else { return }
    func codes(_ rule: BargainingRule) throws -> Set<Int> {
      Set(try #require(try frontier.solution(rule)).points.flatMap { frontier.outcomes(at: $0) })
    }
    // Products, sums and smallest gains in whole numbers.
    if product > 0 { #expect(try codes(.nash()) == Set(acceptable.filter { gains[$0].reduce(1, *) == product })) }
    let sum = acceptable.map { gains[$0].reduce(0, +) }.max()!
    #expect(try codes(.utilitarian(rates: [1, 1, 1])) == Set(acceptable.filter { gains[$0].reduce(0, +) == sum }))
    let ideal = (0..<3).map { party in acceptable.map { gains[$0][party] }.max()! }
    let able = (0..<3).filter { ideal[$0] > 0 }
    guard !able.isEmpty else { return }
    // Shares of the ideal over a common denominator.
    let whole = able.reduce(1) { $0 * ideal[$1] }
    let shares = { (code: Int) in able.map { gains[code][$0] * (whole / ideal[$0]) }.sorted() }
    let best = acceptable.map(shares).max { $0.lexicographicallyPrecedes($1) }!
    let fair = Set(acceptable.filter { shares($0) == best })
    #expect(try codes(.kalaiSmorodinsky()).isSubset(of: fair))
    let smallest = { (code: Int) in able.map { gains[code][$0] }.sorted() }
    let most = acceptable.map(smallest).max { $0.lexicographicallyPrecedes($1) }!
    #expect(try codes(.egalitarian()).isSubset(of: Set(acceptable.filter { smallest($0) == most })))
  }

  @Test func refusesWeightsThatDoNotFit() throws {
    let frontier = try ParetoFrontier(points: [[1, 2], [2, 1]])
    #expect(throws: NegotiationError.weightCount(1, wanted: 2)) { try frontier.solution(.nash(weights: [1])) }
    #expect(throws: NegotiationError.weight(party: "2", 0)) { try frontier.solution(.utilitarian(rates: [1, 0])) }
    #expect(
      NegotiationError.weight(party: "2", 0).description == "the weight of '2' is 0.0; give a finite number above 0")
  }
}
