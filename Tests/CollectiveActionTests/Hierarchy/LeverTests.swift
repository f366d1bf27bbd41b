import CollectiveAction
import Mathematics
import Testing

/// What an upper level does in the families other than a spillover.
@Suite struct LeverTests {
  private let three = ["a", "b", "c"]

  private func standard() throws -> AdoptionGame {
    try AdoptionGame(players: three, benefit: [6, 6, 6], items: [.init(name: "offices", switchingCost: [3, 3, 5])])
  }

  private func protection() throws -> CompetitionGame {
    try MarketProtection(players: three, temptation: 5, reward: 3, punishment: 1, sucker: 0).game
  }

  // MARK: - Worked by hand

  @Test("pays the least part of the switching cost that starts the first: 3(1 − r) = 6/3")
  func leastSubsidy() throws {
    let game = try HierarchyGame(base: standard(), leader: "top", subsidyUpTo: 0.9, costOfFunds: 1.1)
    let found = try game.solution()
    #expect(abs(found.setting - 1.0 / 3) < 2e-9)  // 2⁻³⁰ of the range
    #expect(found.shortfall == 0)
    #expect(found.without.actions == [0, 0, 0] && found.with.actions == [1, 1, 1])
    #expect(abs(found.outlay - 11.0 / 3) < 1e-8)
    let closed = (7 - 0.1 * 11 / 3) / 7
    #expect(abs(try #require(found.shareOfGapClosed) - closed) < 1e-8)
    // Who believes that all adopt pays nothing; who believes the worst pays as play that starts from today needs.
    #expect(try game.solution(.optimistic).setting == 0)
    #expect(try game.solution(.optimistic).with.actions == [1, 1, 1])
    #expect(abs(try game.solution(.pessimistic).setting - 1.0 / 3) < 2e-9)
    #expect(try game.solutions() == LeverOutlook.allCases.map { try game.solution($0) })
    // What starts nothing is not paid.
    let small = try HierarchyGame(base: standard(), leader: "top", subsidyUpTo: 0.3).solution()
    #expect(small.setting == 0 && small.outlay == 0)
  }

  @Test("to count the others starts no standard that nobody shares yet, but keeps one that some hold")
  func evaluatedStandard() throws {
    let found = try HierarchyGame(base: standard(), leader: "top", evaluationUpTo: 1).solution()
    #expect(found.setting == 0 && found.with.actions == [0, 0, 0])
    // With a as holder, b gains 4 by adopting if a counts it at all: 2 + 2 of its own against 4.5, so w = 1/4.
    let held = try AdoptionGame(
      players: three, benefit: [6, 6, 6], items: [.init(name: "offices", switchingCost: [0, 4.5, 9], holders: [0])])
    let moved = try HierarchyGame(base: held, leader: "top", weights: [1, 1, 1], evaluationUpTo: 0.5).solution()
    #expect(abs(moved.setting - 0.25) < 2e-9)
    #expect(moved.with.actions == [1, 1, 0])
  }

  @Test("opens every market where closing one no longer pays: 2 = 3w")
  func protectionByEvaluation() throws {
    let game = try HierarchyGame(base: protection(), leader: "top", evaluationUpTo: 1)
    for outlook in LeverOutlook.allCases {
      let found = try game.solution(outlook)
      #expect(abs(found.setting - 2.0 / 3) < 1e-6)  // a search by sections of a cell of 1/200
      #expect(found.with.actions.allSatisfy { $0 < 1e-6 })
      #expect(abs(try #require(found.shareOfGapClosed) - 1) < 1e-5)
      #expect(found.shortfall == nil)
    }
    // Below 1/4 all stay closed, so half of that changes nothing.
    let weak = try HierarchyGame(base: protection(), leader: "top", evaluationUpTo: 0.24).solution()
    #expect(weak.setting == 0 && weak.change == [0, 0, 0])
    // There is no cost of closing that could be paid.
    #expect(try HierarchyGame(base: protection(), leader: "top", subsidyUpTo: 0.9).solution().setting == 0)
  }

  @Test("a prisoner's dilemma given as a table opens where its degrees do")
  func tableByEvaluation() throws {
    let table = try NormalFormSamples.symmetric(3, 0, 5, 1)
    // Both cooperate for sure from 5 − 3 = 3w on; from 1/4 on it is an answer to one that defects.
    let found = try HierarchyGame(base: table, leader: "top", evaluationUpTo: 1).solution(.pessimistic)
    #expect(abs(found.setting - 2.0 / 3) < 1e-6)
    #expect(found.with.costs == [-3, -3])
    #expect(try table.outcome(agreeing: .empty, evaluatedAt: 0.2).costs == [-1, -1])
    #expect(try table.outcome(agreeing: .empty, evaluatedAt: 1).costs == [-3, -3])
  }

  @Test("matches gifts until what comes back of one is what is left of its price: 1 − r = m")
  func publicGood() throws {
    let good = try LinearPublicGood(players: three, endowment: 10, marginalReturn: 0.5)
    let found = try HierarchyGame(publicGood: good, leader: "top", subsidyUpTo: 0.9).solution(.optimistic)
    #expect(abs(found.setting - 0.5) < 1e-6)
    #expect(found.with.actions == [10, 10, 10])
    #expect(abs(found.with.totalCost + found.outlay + 45) < 1e-9)
    #expect(abs(try #require(found.shareOfGapClosed) - 1) < 1e-9)
  }

  @Test("lowers what effort costs until the one that holds all back keeps up, where they stand high already")
  func effort() throws {
    let game = try MinimumEffortGame(
      players: ["a", "b"], benefit: [2, 4], effortCost: [3, 1], levels: 5, current: [5, 5])
    let found = try HierarchyGame(base: game, leader: "top", subsidyUpTo: 0.9).solution()
    #expect(abs(found.setting - 1.0 / 3) < 2e-9)
    #expect(found.without.actions == [1, 1] && found.with.actions == [5, 5])
    // From the lowest level nobody rises alone, however little it costs.
    let low = try MinimumEffortGame(players: ["a", "b"], benefit: [2, 4], effortCost: [3, 1], levels: 5)
    #expect(try HierarchyGame(base: low, leader: "top", subsidyUpTo: 0.9).solution().setting == 0)
    let hopeful = try HierarchyGame(base: low, leader: "top", subsidyUpTo: 0.9).solution(.optimistic)
    #expect(abs(hopeful.setting - 1.0 / 3) < 2e-9)
    // a minds 2 + 4w of a level that costs it 3.
    let minded = try HierarchyGame(base: game, leader: "top", evaluationUpTo: 1).solution()
    #expect(abs(minded.setting - 0.25) < 2e-9)
  }

  @Test("in a tournament more weight on the joint result means more effort, which costs the officials only")
  func tournament() throws {
    func tournament(_ weight: Double) throws -> PromotionTournament {
      try PromotionTournament(
        players: ["a", "b"], spillover: 0.5, prize: 2, noise: 1, effortCost: 1, cooperationWeight: weight, range: 0...1)
    }
    let game = try HierarchyGame(tournament: tournament(0.05), leader: "top", evaluationUpTo: 0.4)
    let found = try game.solution()
    #expect(found.setting == 0)
    for weight in [0.1, 0.4] {
      let there = try game.outcome(at: weight)
      let effort = try tournament(0.05 + weight).effort
      #expect(abs(there.actions[0] - effort) < 1e-12 && abs(there.actions[1] - effort) < 1e-12)
      #expect(there.costs[0] > found.with.costs[0])
    }
    // Nor is it worth paying for the race.
    #expect(
      try HierarchyGame(base: tournament(0.05).game, leader: "top", subsidyUpTo: 0.3).solution().setting == 0)
  }

  // MARK: - Whatever the game

  @Test("without being pulled a lever changes nothing", arguments: UInt64(0)..<20)
  func zero(seed: UInt64) throws {
    func check(_ base: some SubsidisedDilemma & EvaluatedDilemma) throws {
      let own = try base.outcome(agreeing: .empty)
      #expect(try base.outcome(agreeing: .empty, evaluatedAt: 0).actions == own.actions)
      for game in [
        try HierarchyGame(base: base, leader: "top", subsidyUpTo: 0.5),
        try HierarchyGame(base: base, leader: "top", evaluationUpTo: 0.5),
      ] {
        #expect(try game.outcome(at: 0).costs == own.costs + [0])
      }
    }
    try check(AdoptionGameTests.random(seed: seed))
    try check(CompetitionGame.random(.substitutes, seed: seed))
    try check(effortGame(seed: seed))
    let table = try NormalFormSamples.random([2, 3, 2], values: -9...9, seed: seed)
    let (own, minded) = (try table.outcome(agreeing: .empty), try table.outcome(agreeing: .empty, evaluatedAt: 0))
    #expect(minded.actions == own.actions)
    // The mean of a mixture, added up in two orders.
    #expect(zip(minded.costs, own.costs).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("with a wider range an upper level does no worse, and with a better outlook neither", arguments: UInt64(0)..<10)
  func wider(seed: UInt64) throws {
    func check(_ base: some SubsidisedDilemma & EvaluatedDilemma) throws {
      var last = (Double.infinity, Double.infinity)
      for highest in [0.1, 0.3, 0.6, 0.9] {
        let paid = try HierarchyGame(base: base, leader: "top", subsidyUpTo: highest, costOfFunds: 1.2)
        let minded = try HierarchyGame(base: base, leader: "top", evaluationUpTo: highest, cost: 0.1)
        let aims = (try paid.solution().aim, try minded.solution().aim)
        #expect(aims.0 <= last.0 + 1e-7 && aims.1 <= last.1 + 1e-7)  // steps are cornered to 2⁻³⁰ of the range
        for (game, aim) in [(paid, aims.0), (minded, aims.1)] {
          #expect(try game.solution(.optimistic).aim <= aim + 1e-7)
          #expect(try game.solution(.pessimistic).aim >= aim - 1e-7)
        }
        last = aims
      }
    }
    try check(AdoptionGameTests.random(seed: seed))
    try check(effortGame(seed: seed))
  }

  @Test("finds no worse than the best of a grid", arguments: UInt64(0)..<20)
  func grid(seed: UInt64) throws {
    func check<Base: Dilemma>(_ game: HierarchyGame<Base>) throws {
      let found = try game.solution()
      for step in 0...40 {
        let there = try game.outcome(at: game.highest * Double(step) / 40)
        #expect(found.aim <= there.totalCost + 1e-7)  // steps are cornered to 2⁻³⁰ of the range
      }
    }
    let standard = try AdoptionGameTests.random(seed: seed)
    try check(HierarchyGame(base: standard, leader: "top", subsidyUpTo: 0.8, costOfFunds: 1.3))
    try check(HierarchyGame(base: standard, leader: "top", evaluationUpTo: 0.8, cost: 0.2))
    let rivals = try CompetitionGame.random(.complements, seed: seed, players: 2)
    try check(HierarchyGame(base: rivals, leader: "top", subsidyUpTo: 0.8))
    try check(HierarchyGame(base: rivals, leader: "top", evaluationUpTo: 0.8))
  }

  @Test("what the members bear and what is paid for them add up to what their actions cost", arguments: UInt64(0)..<20)
  func accounts(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [12])
    let rate = 0.9 * chance.uniform()
    func check(_ base: some SubsidisedDilemma, _ costs: ([Double]) -> [Double]) throws {
      let rates = base.players.map { _ in rate * chance.uniform() }
      let helped = try base.subsidised(at: rates).outcome(agreeing: .empty)
      let real = costs(helped.actions)
      for (player, paid) in base.payments(at: rates, in: helped).enumerated() {
        #expect(abs(helped.costs[player] + paid - real[player]) < 1e-9)  // sums of some tens
      }
      let found = try HierarchyGame(base: base, leader: "top", subsidyUpTo: rate + 0.05, costOfFunds: 1.4).solution()
      #expect(abs(found.with.totalCost + found.outlay - costs(found.with.actions).reduce(0, +)) < 1e-9)
      #expect(abs(found.leaderCost - 1.4 * found.outlay) < 1e-12)
    }
    let standard = try AdoptionGameTests.random(seed: seed)
    try check(standard) { standard.costs(of: $0) }
    let rivals = try CompetitionGame.random(.potential, seed: seed, players: 2)
    try check(rivals) { rivals.costs(of: $0) }
    let efforts = try effortGame(seed: seed)
    try check(efforts) { actions in efforts.costs(of: actions.map { Int($0) }) }
  }

  @Test("evaluated parties have no better answer, and adopt the least that has none", arguments: UInt64(0)..<40)
  func evaluatedAdoption(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [13])
    let game = try AdoptionGameTests.random(seed: seed, players: 1 + Int(seed % 4), items: 1)
    let count = game.players.count
    let weight = chance.uniform()
    let coalition = Coalition(mask: chance.next() % (1 << UInt64(count)))
    let everyone = Coalition.grand(of: count)
    let holders = Coalition(game.items[0].holders)
    let parties = [coalition].filter { !$0.isEmpty } + everyone.subtracting(coalition).map(Coalition.single)
    func minded(by party: Coalition, _ adopters: Coalition) -> Double {
      game.costs(of: [adopters]).enumerated().reduce(0) { $0 + (party.contains($1.0) ? 1 : weight) * $1.1 }
    }
    let all = (0..<(UInt64(1) << UInt64(count))).map(Coalition.init(mask:)).filter { holders.isSubset(of: $0) }
    let stable = all.filter { adopters in
      parties.allSatisfy { party in
        all.allSatisfy { other in
          other.subtracting(party) != adopters.subtracting(party)
            || minded(by: party, other) >= minded(by: party, adopters) - 1e-9
        }
      }
    }
    let answers = try game.answers(agreeing: coalition, evaluatedAt: weight)
    let least = game.adopters(ofItem: 0, in: answers[0])
    let greatest = game.adopters(ofItem: 0, in: try #require(answers.last))
    #expect(stable.contains(least) && stable.contains(greatest))
    for other in stable { #expect(least.isSubset(of: other) && other.isSubset(of: greatest)) }
    #expect(answers[0].costs == game.costs(of: [least]))
  }

  @Test("evaluated competitors have no better answer", arguments: UInt64(0)..<20)
  func evaluatedCompetition(seed: UInt64) throws {
    let game = try CompetitionGame.random(.substitutes, seed: seed)
    let found = try game.outcome(agreeing: .empty, evaluatedAt: 0.4)
    func minded(by player: Int, _ actions: [Double]) -> Double {
      game.players.indices.reduce(0) {
        $0 + ($1 == player ? 1 : 0.4) * independentPayoff(of: $1, in: game, doing: actions)
      }
    }
    for player in game.players.indices {
      let now = minded(by: player, found.actions)
      for step in 0...20 {
        var tried = found.actions
        tried[player] = game.low[player] + (game.high[player] - game.low[player]) * Double(step) / 20
        #expect(minded(by: player, tried) <= now + 1e-9)
      }
      #expect(abs(found.costs[player] + independentPayoff(of: player, in: game, doing: found.actions)) < 1e-12)
    }
  }

  @Test("in a table, counted in full the total is what each minds", arguments: UInt64(0)..<20)
  func evaluatedTable(seed: UInt64) throws {
    let table = try NormalFormSamples.random([2, 2, 3], values: -9...9, seed: seed)
    // The best for all is an answer of each to the others then.
    let best = try table.outcome(agreeing: .grand(of: 3)).totalCost
    let answers = try table.answers(agreeing: .empty, evaluatedAt: 1)
    #expect(answers.contains { abs($0.totalCost - best) < 1e-9 })
  }

  // MARK: - Coalitions

  @Test("what a coalition can be sure of does not depend on the leader", arguments: UInt64(0)..<10)
  func alpha(seed: UInt64) throws {
    let base = try AdoptionGameTests.random(seed: seed, players: 3)
    let below = try base.coalitionGame(.alpha)
    for game in [
      try HierarchyGame(base: base, leader: "top", subsidyUpTo: 0.5, costOfFunds: 1.1),
      try HierarchyGame(base: base, leader: "top", evaluationUpTo: 0.5),
    ] {
      let worths = try game.coalitionGame(.alpha)
      for mask in 0..<UInt64(8) {
        #expect(worths[Coalition(mask: mask)] == below[Coalition(mask: mask)])
        #expect(worths[Coalition(mask: mask | 8)] == below[Coalition(mask: mask)])
      }
    }
    #expect(
      throws: DilemmaError.invalid(
        "a unit paid costs 'top' 0.5, less than it is worth, and what a coalition with it can be sure of is not told; "
          + "ask for γ or δ, or give a cost of funds of 1 or more")
    ) {
      try HierarchyGame(base: base, leader: "top", subsidyUpTo: 0.5, costOfFunds: 0.5).coalitionGame(.alpha)
    }
  }

  @Test("a leader whose lever is too dear leaves coalitions what they are without it", arguments: UInt64(0)..<6)
  func delta(seed: UInt64) throws {
    func check(_ base: some SubsidisedDilemma & EvaluatedDilemma) throws {
      let everyone = UInt64(1) << UInt64(base.players.count)
      for convention in [WorthConvention.gamma, .delta] {
        let below = try base.coalitionGame(convention)
        for game in [
          try HierarchyGame(base: base, leader: "top", subsidyUpTo: 0.5, costOfFunds: 1e9, accuracy: 1e-2),
          try HierarchyGame(base: base, leader: "top", evaluationUpTo: 0.5, cost: 1e12, accuracy: 1e-2),
        ] {
          let worths = try game.coalitionGame(convention)
          for mask in 1..<everyone {
            let coalition = Coalition(mask: mask)
            let bound = 1e-6 * max(1, abs(below[coalition]))  // the lever is pulled a little where the search says so
            let difference = worths[coalition] - below[coalition]
            #expect(abs(difference) < bound, "\(coalition), \(convention), \(type(of: base))")
          }
        }
      }
    }
    // Where somebody is indifferent the least pull tips it, however dear; so nobody is.
    let tied = try AdoptionGameTests.random(seed: seed, players: 3)
    try check(
      AdoptionGame(
        players: tied.players, benefit: tied.benefit,
        items: tied.items.map {
          .init(
            name: $0.name, weight: $0.weight, switchingCost: $0.switchingCost.map { $0 + 0.0137 }, holders: $0.holders)
        }, exchange: tied.exchange))
    try check(effortGame(seed: seed))
    try check(CompetitionGame.random(.concave, seed: seed, players: 2))
  }

  private func effortGame(seed: UInt64) throws -> MinimumEffortGame {
    var chance = RandomStream(seed: seed, stream: [14])
    func tenths() -> [Double] { (0..<3).map { _ in Double(Int.random(in: 1...9, using: &chance)) / 10 } }
    return try MinimumEffortGame(
      players: three, benefit: tenths().map { 2 * $0 + 0.03 }, effortCost: tenths(), levels: 4,
      current: (0..<3).map { _ in Int.random(in: 1...4, using: &chance) })
  }
}
