import CollectiveAction
import Mathematics
import Testing

@Suite struct AgencyGameTests {
  private func whole(_ count: Int) -> [[AgencyGame.Agency]] {
    (0..<count).map { _ in [AgencyGame.Agency(name: "all", harm: 1)] }
  }

  private func split(_ parts: [Double]) -> [[AgencyGame.Agency]] {
    parts.map { [AgencyGame.Agency(name: "works", harm: $0), AgencyGame.Agency(name: "health", harm: 1 - $0)] }
  }

  @Test("changes nothing where each government is of one piece", arguments: UInt64(0)..<20)
  func onePiece(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let agencies = try AgencyGame(of: game, agencies: whole(game.players.count))
    for mask in 0..<(UInt64(1) << UInt64(game.players.count)) {
      let found = try agencies.game.outcome(agreeing: Coalition(mask: mask))
      expect(found.costs, try game.outcome(agreeing: Coalition(mask: mask)).costs)
    }
  }

  @Test("bears in parts what the government bears, whatever is done", arguments: UInt64(0)..<20)
  func parts(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [5])
    let game = try SpilloverGame.random(seed: seed)
    let agencies = try AgencyGame(of: game, agencies: split(game.players.map { _ in chance.uniform() }))
    let actions = game.limit.map { $0 * chance.uniform() }
    let costs = agencies.game.costs(of: actions.flatMap { [$0, 0] })
    for (government, borne) in game.costs(of: actions).enumerated() {
      let own = agencies.government.indices.filter { agencies.government[$0] == government }.reduce(0) {
        $0 + costs[$1]
      }
      #expect(abs(own - borne) <= 1e-12 * max(1, borne))
    }
    #expect(agencies.acting == Coalition(game.players.indices.map { 2 * $0 }))
    // All agencies as one are all governments as one.
    let optimum = try game.outcome(agreeing: .grand(of: game.players.count)).totalCost
    let together = try agencies.game.outcome(agreeing: .grand(of: agencies.game.players.count)).totalCost
    #expect(abs(together - optimum) <= 1e-9 * optimum)  // solved twice, with rows of nothing between
  }

  @Test("an agency that minds a part abates that part, where harm is linear")
  func linear() throws {
    let game = try SpilloverGame.threePlayers()
    let agencies = try AgencyGame(of: game, agencies: split([0.5, 1, 0.2]))
    #expect(agencies.game.players == ["1: works", "1: health", "2: works", "2: health", "3: works", "3: health"])
    expect(try agencies.game.outcome(agreeing: .empty).actions, [0.9, 0, 0.5, 0, 0.03, 0])
    expect(
      try agencies.game.outcome(agreeing: Coalition([0, 1])).actions, [1.8, 0, 0.5, 0, 0.03, 0])
  }

  @Test("refuses governments without agencies and parts that are none")
  func refusals() throws {
    let game = try SpilloverGame.threePlayers()
    func refuses(_ agencies: [[AgencyGame.Agency]], _ why: String) {
      #expect(throws: DilemmaError.invalid(why)) { try AgencyGame(of: game, agencies: agencies) }
    }
    refuses(whole(2), "2 lists of agencies for 3 governments; give one each")
    refuses(whole(2) + [[]], "'3' has no agency; give at least one")
    refuses(
      whole(2) + [[.init(name: "works", harm: 0.5), .init(name: "health", harm: 0.25)]],
      "the agencies of '3' mind 0.75 of its harm together; their parts must add up to 1")
    refuses(
      whole(2) + [[.init(name: "works", harm: -1), .init(name: "health", harm: 2)]],
      "'works' of '3' minds -1.0 of the harm; give a number from 0 to 1")
    refuses(
      whole(2) + [[.init(name: "works", harm: 0.5), .init(name: "works", harm: 0.5)]],
      "two players are called '3: works'; give each a name of its own")
  }
}

@Suite struct GapDecompositionTests {
  private func agencies(of game: SpilloverGame, minding part: Double) throws -> AgencyGame {
    try AgencyGame(
      of: game,
      agencies: game.players.map { _ in [.init(name: "works", harm: part), .init(name: "health", harm: 1 - part)] })
  }

  @Test("the parts add up to the gap", arguments: UInt64(0)..<6)
  func addsUp(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, players: 2, isLinear: seed % 2 == 0)
    let parts = try GapDecomposition(
      of: agencies(of: game, minding: 0.5), leader: "top", subsidyUpTo: 0.7, costOfFunds: 1.1, accuracy: 1e-3)
    guard parts.gap > 1e-6 else { return }
    #expect(abs(parts.parts.reduce(0) { $0 + ($1.share ?? 0) } - 1) < 1e-9)  // sums of eight costs of some hundreds
    #expect(abs(parts.parts.reduce(0) { $0 + $1.closed } - parts.gap) < 1e-9)
    #expect(parts.vertical.alone >= -1e-9)  // it may leave its lever alone
  }

  @Test(
    "finds nothing functional where governments are of one piece, and nothing horizontal where nothing crosses borders")
  func pure() throws {
    let game = try SpilloverGame.threePlayers()
    let single = try GapDecomposition(
      of: AgencyGame(of: game, agencies: game.players.map { _ in [.init(name: "all", harm: 1)] }), leader: "top",
      subsidyUpTo: 0.5, costOfFunds: 1000, accuracy: 1e-3)
    #expect(abs(single.functional.closed) < 1e-12)
    #expect(single.vertical.closed == 0)  // too dear to be used
    #expect(abs(try #require(single.horizontal.share) - 1) < 1e-12)
    #expect(abs(single.gap - 0.54875) < 1e-12)

    let apart = try SpilloverGame(
      players: ["a", "b"], baseline: [10, 10], abatementCost: [1, 2], linearDamage: [1, 3],
      transport: Matrix([[1, 0], [0, 1]]))
    let inside = try GapDecomposition(
      of: agencies(of: apart, minding: 0.25), leader: "top", subsidyUpTo: 0.5, costOfFunds: 1000, accuracy: 1e-3)
    #expect(abs(inside.horizontal.closed) < 1e-12)
    #expect(abs(try #require(inside.functional.share) - 1) < 1e-12)
  }

  @Test("is the mean over the six orders of what each remedy adds", arguments: UInt64(0)..<20)
  func orders(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [8])
    let names = GapDecomposition.Remedy.allCases
    let table = (0..<8).map { _ in 10 + chance.uniform() }
    func cost(_ remedies: Set<GapDecomposition.Remedy>) -> Double {
      table[names.indices.reduce(0) { $0 | (remedies.contains(names[$1]) ? 1 << $1 : 0) }]
    }
    let found = try GapDecomposition(optimum: 5) { (remedies) throws(DilemmaError) in cost(remedies) }
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for index in 0..<3 {
      let added = orders.map { order in
        let before = Set(order.prefix { $0 != index }.map { names[$0] })
        return cost(before) - cost(before.union([names[index]]))
      }
      #expect(abs(found.parts[index].closed - added.reduce(0, +) / 6) < 1e-12)
    }
  }

  @Test("tells stakes apart by who stands where")
  func standings() throws {
    let game = try SpilloverGame.threePlayers()
    let exposure = try Exposure(of: game)
    let total = exposure.total.reduce(0, +)
    let shares = try InteractionShares(
      of: exposure,
      standings: [.init(government: 0), .init(government: 0), .init(government: 1, superior: 0)])
    let functional = abs(exposure.stakes[0, 1]) + abs(exposure.stakes[1, 0])
    let vertical = abs(exposure.stakes[0, 2]) + abs(exposure.stakes[2, 0])
    #expect(abs(shares.functional - functional / total) < 1e-12)
    #expect(abs(shares.vertical - vertical / total) < 1e-12)
    #expect(abs(shares.horizontal + shares.vertical + shares.functional - 1) < 1e-12)
    #expect(
      throws: DilemmaError.invalid("player 0 stands, by way of others, below itself; let the order end at the top")
    ) {
      try InteractionShares(
        of: exposure,
        standings: [.init(government: 0, superior: 1), .init(government: 1, superior: 0), .init(government: 2)])
    }
    #expect(throws: DilemmaError.invalid("player 1 stands below player 7; there are players 0 to 2")) {
      try InteractionShares(
        of: exposure, standings: [.init(government: 0), .init(government: 1, superior: 7), .init(government: 2)])
    }
  }
}
