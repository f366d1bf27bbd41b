import CollectiveAction
import Sharing
import Testing

@Suite struct OwenValueTests {
  @Test("gives the shares that the manual of GameTheoryAllocation prints")
  func published() throws {
    let rows = try literature("saavedra-nieves-2016/games.csv")
    #expect(rows.count == 2)
    for row in rows {
      let costs = try PublishedGames.bySize(fractions(row["costs"])).worths
      let game = CoalitionGame(players: ["1", "2", "3"], costs: costs)
      let unions = try #require(row["unions"]).split(separator: " ").map { members in
        Coalition(members.compactMap { $0.wholeNumberValue.map { $0 - 1 } })
      }
      for (share, published) in zip(try owenValue(of: game, unions: unions).shares, fractions(row["shares"])) {
        #expect(abs(share - published) <= 1e-15)  // rounding of a few terms near one
      }
    }
  }

  @Test("is the average over the orders that interrupt no union", arguments: UInt64(0)..<40)
  func compatibleOrders(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0xA5)
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 6))
    let unions = randomUnions(of: game.playerCount, using: &chance)
    let orders = joiningOrders(of: game.playerCount).filter { order in
      unions.allSatisfy { union in
        let places = order.indices.filter { union.contains(order[$0]) }
        return places[places.count - 1] - places[0] + 1 == union.count
      }
    }
    let average = averageContributions(to: game, over: orders.map { ($0, 1 / Double(orders.count)) })
    for (share, expected) in zip(try owenValue(of: game, unions: unions).shares, average) {
      #expect(abs(share - expected) <= 1e-11)  // up to 720 chances, each rounded
    }
  }

  @Test("is the Shapley value when all stand alone, or all together", arguments: UInt64(0)..<20)
  func trivialUnions(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 7))
    let shapley = shapleyValue(of: game).shares
    for unions in [game.players.indices.map { Coalition.single($0) }, [game.grandCoalition]] {
      for (share, expected) in zip(try owenValue(of: game, unions: unions).shares, shapley) {
        #expect(abs(share - expected) <= 1e-12)  // rounding only
      }
    }
  }

  @Test("gives each union its Shapley value of the game among unions", arguments: UInt64(0)..<20)
  func quotientGame(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0x5A)
    let game = PublishedGames.random(seed: seed, players: 7)
    let unions = randomUnions(of: 7, using: &chance)
    let among = try CoalitionGame(players: unions.indices.map { "\($0)" }, kind: game.kind) { chosen in
      game[chosen.reduce(.empty) { $0.union(unions[$1]) }]
    }
    let shares = try owenValue(of: game, unions: unions)
    for (union, expected) in zip(unions, shapleyValue(of: among).shares) {
      #expect(abs(shares.total(of: union) - expected) <= 1e-12)  // rounding only
    }
  }

  @Test("divides by Aumann and Drèze what each union has alone", arguments: UInt64(0)..<20)
  func aumannDreze(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0x3C)
    let game = PublishedGames.random(seed: seed, players: 6)
    let unions = randomUnions(of: 6, using: &chance)
    let shares = try aumannDrezeValue(of: game, unions: unions)
    for union in unions {
      #expect(abs(shares.total(of: union) - game[union]) <= 1e-12)  // rounding only
      let members = Array(union)
      let inside = try CoalitionGame(players: members.map { "\($0)" }, kind: game.kind) { part in
        game[Coalition(part.map { members[$0] })]
      }
      for (member, expected) in zip(members, shapleyValue(of: inside).shares) {
        #expect(abs(shares[member] - expected) <= 1e-12)  // rounding only
      }
    }
  }

  @Test func refusesUnionsThatDoNotPartThePlayers() {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 1, 1, 2])
    let faults: [([Coalition], SharingError, String)] = [
      (
        [.single(0), .empty, .single(1)], .emptyUnion(index: 1), "union 2 has no members; leave it out"
      ),
      (
        [.single(0), Coalition([0, 1])], .inTwoUnions(player: "a"), "'a' stands in two unions; name it in one"
      ),
      (
        [.single(0)], .inNoUnion(player: "b"),
        "'b' stands in no union; name it in one, of its own if it bargains alone"
      ),
      (
        [Coalition([0, 1, 4])], .noSuchPlayer(index: 4, count: 2),
        "there is no player 5 among 2; name players of the game"
      ),
    ]
    for (unions, error, message) in faults {
      #expect(throws: error) { try owenValue(of: game, unions: unions) }
      #expect(throws: error) { try aumannDrezeValue(of: game, unions: unions) }
      #expect("\(error)" == message)
    }
    #expect(throws: SharingError.noUnions) { try SharingRule.owen.divide(game) }
    #expect(
      "\(SharingError.noUnions)"
        == "a value with unions needs to know who stands together; give the unions, each player in exactly one")
  }

  @Test("takes no longer than the table asks for when nearly everybody stands alone", .timeLimit(.minutes(1)))
  func readsTheTableOnce() throws {
    // Worked out anew for each of 2¹⁵ coalitions of unions, the gains would take many minutes.
    let game = try CoalitionGame(players: (0..<16).map { "p\($0)" }, kind: .cost) { Double($0.count).squareRoot() }
    let pair = Coalition([0, 1])
    let shares = try owenValue(of: game, unions: [pair] + (2..<16).map { .single($0) }).shares
    #expect(abs(shares.reduce(0, +) - game.jointWorth) < 1e-11)  // differences of sums over 2¹⁵ worths up to four
    #expect(shares[2...].allSatisfy { abs($0 - shares[2]) < 1e-12 })
    let alone = try aumannDrezeValue(of: game, unions: [game.grandCoalition]).shares
    #expect(alone.allSatisfy { abs($0 - 0.25) < 1e-12 })
  }
}
