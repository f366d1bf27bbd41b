import CollectiveAction
import Mathematics
import Testing

@Suite struct TransformationTests {
  private let three = ["a", "b", "c"]

  // MARK: Dual

  @Test func theDualChargesWhatACoalitionAddsToTheOthers() throws {
    let game = CoalitionGame(players: three, costs: [0, 6, 7, 11, 8, 12, 13, 16])
    // a joins b and c: 16 − 13; a and b join c: 16 − 8.
    #expect(try game.dual().worths == [0, 3, 4, 8, 5, 9, 10, 16])
    #expect(try game.dual().kind == .cost)
  }

  @Test("gives the game back as the dual of its dual", arguments: UInt64(0)..<60)
  func dualOfDual(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed)
    #expect(try game.dual().dual() == game)
    // What is convex for one is concave for the other.
    let turned = try CoalitionGame(
      players: game.players, kind: game.kind == .cost ? .surplus : .cost, worths: game.dual().worths)
    #expect(game.verdict(on: .convexity).holds == turned.verdict(on: .convexity).holds)
  }

  // MARK: What players bring along

  @Test func savingsOfTenthsHaveNoNoise() throws {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 0.1, 0.2, 0.3])
    #expect(try game.savingsGame() == CoalitionGame(players: ["a", "b"], surpluses: [0, 0, 0, 0]))
    // No saving prints as -0.0.
    #expect(try game.savingsGame().worths.allSatisfy { $0.sign == .plus })
  }

  @Test func savingsArePublished() throws {
    // Staudacher & Anwander (2021): three players, costs 300, 270, 280, any two 410, all 550.
    let costs = CoalitionGame(players: three, costs: [0, 300, 270, 410, 280, 410, 410, 550])
    #expect(try costs.savingsGame().worths == [0, 0, 0, 160, 0, 170, 140, 300])
    // Straffin & Heaney (1981), thousand dollars.
    let valley = CoalitionGame(
      players: ["navigation", "flood control", "power"],
      costs: [0, 163_520, 140_826, 301_607, 250_096, 378_821, 367_370, 412_584])
    #expect(try valley.savingsGame().worths == [0, 0, 0, 2739, 0, 34_795, 23_552, 141_858])
  }

  @Test func aSurplusGameSavesWhatItAddsToItsMembersAlone() throws {
    let game = CoalitionGame(players: ["a", "b"], surpluses: [0, 1.1, 2.2, 4])
    #expect(try game.savingsGame().worths == [0, 0, 0, 0.7])
    #expect(try game.zeroNormalised() == game.savingsGame())
  }

  @Test("leaves every alone with nothing, and properties as they were", arguments: UInt64(0)..<60)
  func zeroNormalised(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed)
    let normal = try game.zeroNormalised()
    #expect(game.players.indices.allSatisfy { normal[.single($0)] == 0 })
    for property in [GameProperty.superadditivity, .convexity, .additivity] {
      #expect(game.verdict(on: property) == normal.verdict(on: property))
      #expect(try game.verdict(on: property).holds == game.savingsGame().verdict(on: property).holds)
    }
    for coalition in game.coalitions {
      let separate = coalition.map { Rational(decimal: game[.single($0)]) }.reduce(0, +)
      #expect(Rational(decimal: normal[coalition]) == Rational(decimal: game[coalition]) - separate)
    }
  }

  @Test func anOffsetOfAThousandMillionIsTakenOffWhole() throws {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 0.13, 0.24, 0.3])
    let dear = try game.scaled(by: 1, adding: [1e9, 1e9])
    #expect(dear.worths == [0, 1_000_000_000.13, 1_000_000_000.24, 2_000_000_000.3])
    #expect(try dear.savingsGame().worths == [0, 0, 0, 0.07])
  }

  @Test func rescalingKeepsDecimals() throws {
    let game = CoalitionGame(players: ["a", "b"], surpluses: [0, 1, 2, 3])
    // 3 · 0.1 is 0.30000000000000004 in binary.
    #expect(try game.scaled(by: 0.1).worths == [0, 0.1, 0.2, 0.3])
    #expect(try game.scaled(by: 0.1, adding: [0.1, 0.2]).worths == [0, 0.2, 0.4, 0.6])
    #expect(try game.scaled(by: 1e12).worths == [0, 1e12, 2e12, 3e12])
    #expect(try game.scaled(by: 1.0 / 3).worths[3] == 1)
  }

  // MARK: Fewer and other players

  @Test func aSubgameIsTheGameAmongSome() throws {
    let game = CoalitionGame(players: three, costs: [0, 6, 7, 11, 8, 12, 13, 16])
    #expect(
      try game.subgame(of: Coalition([0, 2])) == CoalitionGame(players: ["a", "c"], costs: [0, 6, 8, 12]))
    #expect(try game.subgame(of: game.grandCoalition) == game)
  }

  @Test("gives every coalition its worth in another order", arguments: UInt64(0)..<30)
  func reordered(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed, players: 5)
    var chance = RandomStream(seed: seed)
    let order = Array(0..<5).shuffled(using: &chance)
    let other = try game.reordered(order)
    for coalition in other.coalitions {
      #expect(other[coalition] == game[Coalition(coalition.map { order[$0] })])
    }
    // Every transformation of it is the reordered transformation.
    #expect(try other.dual() == game.dual().reordered(order))
    #expect(try other.savingsGame() == game.savingsGame().reordered(order))
    #expect(try other.superadditiveCover() == game.superadditiveCover().reordered(order))
    let links = [Coalition([0, 1]), Coalition([1, 4]), Coalition([2, 3])]
    let renamed = links.map { Coalition($0.map { order.firstIndex(of: $0) ?? 0 }) }
    #expect(try other.restricted(to: renamed) == game.restricted(to: links).reordered(order))
  }

  @Test func unionsActAsOne() throws {
    let game = try GamesByNumber.skane()
    let quotient = try game.quotientGame(of: [Coalition([0, 1, 3]), Coalition([2]), Coalition([4, 5])])
    #expect(quotient.players == ["A+H+L", "K", "M+T"])
    #expect(quotient.worths == [0, 43.22, 10.91, 48.95, 39.41, 83.0, 50.32, 83.82])
    let named = try game.quotientGame(of: [Coalition([0, 1, 3]), Coalition([2, 4, 5])], names: ["north", "south"])
    #expect(named.players == ["north", "south"] && named.worths == [0, 43.22, 50.32, 83.82])
  }

  // MARK: Who can speak to whom

  @Test func onAPathTheEndsNeedTheMiddle() throws {
    let game = CoalitionGame(players: three, surpluses: [0, 1, 2, 5, 4, 9, 10, 20])
    let path = try game.restricted(to: [Coalition([0, 1]), Coalition([1, 2])])
    // a and c cannot meet without b: 1 + 4.
    #expect(path.worths == [0, 1, 2, 5, 4, 5, 10, 20])
    let star = try game.restricted(to: [Coalition([2, 0]), Coalition([2, 1]), Coalition([1, 2])])
    #expect(star.worths == [0, 1, 2, 3, 4, 9, 10, 20])
  }

  @Test("falls into its connected parts, found link by link", arguments: UInt64(0)..<60)
  func restricted(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed, players: 5)
    var chance = RandomStream(seed: seed, stream: [2])
    var links: [Coalition] = []
    for i in 0..<5 {
      for j in 0..<i where Int.random(in: 0..<3, using: &chance) == 0 { links.append(Coalition([i, j])) }
    }
    let restricted = try game.restricted(to: links)
    for coalition in game.coalitions {
      var parts = coalition.map { Coalition.single($0) }
      for link in links where link.isSubset(of: coalition) {
        let joined = parts.filter { !$0.isDisjoint(with: link) }
        parts = parts.filter { $0.isDisjoint(with: link) } + [joined.reduce(.empty) { $0.union($1) }]
      }
      let worth = parts.map { Rational(decimal: game[$0]) }.reduce(0, +)
      #expect(Rational(decimal: restricted[coalition]) == worth, "\(coalition)")
    }
  }

  @Test func allLinksRestrictNothingAndNoneRestrictAll() throws {
    let game = try GamesByNumber.skane()
    let pairs = (0..<6).flatMap { i in (0..<i).map { Coalition([i, $0]) } }
    #expect(try game.restricted(to: pairs) == game)
    #expect(try game.restricted(to: []).verdict(on: .additivity).holds)
    #expect(try game.restricted(to: []).jointWorth == 108.61)
  }

  // MARK: Dividends

  @Test func unanimityPaysOneDividend() throws {
    let game = try CoalitionGame(players: ["a", "b", "c", "d"], kind: .surplus) {
      Coalition([1, 3]).isSubset(of: $0) ? 2.5 : 0
    }
    var expected = [Double](repeating: 0, count: 16)
    expected[0b1010] = 2.5
    #expect(game.dividends() == expected)
  }

  @Test("adds dividends up to the worths they came from", arguments: UInt64(0)..<60)
  func dividends(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed)
    let dividends = game.dividends()
    for coalition in game.coalitions {
      let sum = dividends.indices.filter { Coalition(mask: UInt64($0)).isSubset(of: coalition) }
        .map { Rational(decimal: dividends[$0]) }.reduce(0, +)
      #expect(sum == Rational(decimal: game[coalition]))
    }
    #expect(try CoalitionGame(players: game.players, kind: game.kind, dividends: dividends) == game)
  }

  @Test func dividendsOfALargeTableComeBack() throws {
    let game = try CoalitionGame(players: Array(GamesByNumber.names.prefix(14)), kind: .surplus) {
      Double($0.mask % 97) / 100
    }
    #expect(try CoalitionGame(players: game.players, kind: .surplus, dividends: game.dividends()) == game)
  }

  // MARK: Refusals

  @Test func refusesWhatIsNoPartOrNoPartition() throws {
    let game = CoalitionGame(players: three, costs: [0, 6, 7, 11, 8, 12, 13, 16])
    #expect(throws: TransformationError.nobody) { try game.subgame(of: .empty) }
    #expect(throws: TransformationError.unknownPlayers([4], playerCount: 3)) {
      try game.subgame(of: Coalition([0, 4]))
    }
    #expect(throws: TransformationError.notAnOrder([0, 0, 1])) { try game.reordered([0, 0, 1]) }
    #expect(throws: TransformationError.inTwoUnions(player: "b")) {
      try game.quotientGame(of: [Coalition([0, 1]), Coalition([1, 2])])
    }
    #expect(throws: TransformationError.inNoUnion(player: "c")) { try game.quotientGame(of: [Coalition([0, 1])]) }
    #expect(throws: TransformationError.emptyUnion(index: 1)) {
      try game.quotientGame(of: [game.grandCoalition, .empty])
    }
    #expect(throws: TransformationError.nameCount(given: 2, needed: 1)) {
      try game.quotientGame(of: [game.grandCoalition], names: ["all", "none"])
    }
    #expect(throws: TransformationError.repeatedName("all")) {
      try game.quotientGame(of: [Coalition([0]), Coalition([1, 2])], names: ["all", "all"])
    }
    #expect(throws: TransformationError.notAPair(Coalition([0, 1, 2]))) {
      try game.restricted(to: [game.grandCoalition])
    }
    #expect(throws: TransformationError.unknownPlayers([3], playerCount: 3)) {
      try game.restricted(to: [Coalition([0, 3])])
    }
  }

  @Test func refusesFactorsAndAmountsOfNoUse() throws {
    let game = CoalitionGame(players: ["a", "b"], surpluses: [0, 1, 2, 3])
    for factor in [0, -1, Double.infinity] {
      #expect(throws: TransformationError.unusableFactor(factor)) { try game.scaled(by: factor) }
    }
    #expect(throws: TransformationError.amountCount(given: 1, needed: 2)) { try game.scaled(by: 1, adding: [1]) }
    #expect(throws: TransformationError.notFinite(place: "the amount of 'b'")) {
      try game.scaled(by: 1, adding: [1, .infinity])
    }
  }

  @Test func refusesWorthsBeyondAllNumbers() throws {
    let most = CoalitionGame.largestWorth
    let game = CoalitionGame(players: ["a", "b"], surpluses: [0, most, most, -most])
    #expect(throws: TransformationError.tooLarge(["a"])) { try game.dual() }
    #expect(throws: TransformationError.tooLarge(["a", "b"])) { try game.savingsGame() }
    #expect(throws: TransformationError.tooLarge(["a", "b"])) { try game.superadditiveCover() }
    // The sum over a structure is no worth of a game, and still a number.
    #expect(try game.bestCoalitionStructure().worth == 2 * most)
    #expect(throws: TransformationError.tooLarge(["a", "b"])) { try game.restricted(to: []) }
  }

  @Test(
    "says what to do about it",
    arguments: [
      (TransformationError.nobody, "a game needs a player; name at least one to keep"),
      (.unknownPlayers([4, 7], playerCount: 3), "no player has the number 4, 7; they are numbered from 0 to 2"),
      (.notAPair(Coalition([0, 1, 2])), "a link joins two players, not 3; give {0,1,2} as pairs"),
      (.inTwoUnions(player: "b"), "'b' is in two unions; leave it in one"),
      (.inNoUnion(player: "c"), "'c' is in no union; give it one, if need be of its own"),
      (.emptyUnion(index: 1), "union 2 has no members; leave it out"),
      (.nameCount(given: 2, needed: 1), "2 names for 1 unions; give one each"),
      (.repeatedName("all"), "two unions are called 'all'; name them apart"),
      (.amountCount(given: 1, needed: 2), "1 amounts for 2 players; give one each"),
      (.notFinite(place: "the amount of 'b'"), "the amount of 'b' is not a finite number"),
      (.unusableFactor(-1), "worths cannot be rescaled by -1.0; give a finite factor above zero"),
      (.notAnOrder([0, 0, 1]), "[0, 0, 1] is not an order of the players; name every index once"),
      (
        .tooLarge(["a", "b"]),
        "the worth of {a, b} is beyond all numbers; give the figures in a larger unit"
      ),
    ])
  func messages(error: TransformationError, message: String) {
    #expect(error.description == message)
  }
}
