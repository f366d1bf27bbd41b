import CollectiveAction
import Mathematics
import Sharing
import Testing

@Suite struct CoreTests {
  @Test("names who would leave the divisions of Skåne, as in Young, Okada & Hashimoto (1982)")
  func skane() throws {
    let game = try PublishedGames.skane()
    let shapley = violations(of: shapleyValue(of: game), in: game, tolerance: 0.005)
    #expect(shapley.map { $0.names.joined() } == ["HKL"])
    // They pay 27.69, their own supply costs 27.26.
    #expect(abs(try #require(shapley.first).amount - (27.69 - 27.26)) <= 0.005)  // printed to two decimals
    let separable = coreMembership(
      of: try separableCostsRemainingBenefits(of: game), in: game, tolerance: 0.005)
    #expect(separable.violations.map { $0.names.joined() } == ["HKL", "AHL", "AHKL"])
    for (violation, amount) in zip(separable.violations, [29.80 - 27.26, 43.73 - 43.22, 49.34 - 48.95]) {
      #expect(abs(violation.amount - amount) <= 0.01)  // printed to two decimals each
    }
    #expect(!separable.isMember)
    // 1e-12: six shares, each rounded once.
    #expect(coreMembership(of: try nucleolus(of: game).allocation, in: game, tolerance: 1e-12).isMember)
  }

  @Test("says by how much shares miss the joint worth, paid or received")
  func imbalance() {
    let costs = CoalitionGame(players: ["a", "b"], costs: [0, 5, 5, 8])
    let over = coreMembership(of: Allocation(players: ["a", "b"], shares: [4, 5]), in: costs, tolerance: 0)
    #expect(over.imbalance == 1 && over.violations.isEmpty && !over.isMember)
    let gains = CoalitionGame(players: ["a", "b"], surpluses: [0, 5, 5, 18])
    let under = coreMembership(of: Allocation(players: ["a", "b"], shares: [4, 9]), in: gains, tolerance: 0)
    #expect(under.imbalance == -5)
    #expect(under.violations.map(\.names) == [["a"]])
    #expect(under.violations.map(\.amount) == [1])
    let single = CoalitionGame(players: ["a"], costs: [0, 3])
    #expect(coreMembership(of: Allocation(players: ["a"], shares: [3]), in: single, tolerance: 0).isMember)
  }

  @Test("finds the coalitions that a look at each finds", arguments: UInt64(0)..<40)
  func everyCoalition(seed: UInt64) {
    let game = PublishedGames.random(seed: seed)
    let allocation = equalDivision(of: game)
    let found = violations(of: allocation, in: game, tolerance: 1e-9)
    var expected = Set<Coalition>()
    for coalition in game.coalitions where coalition != game.grandCoalition {
      let total = allocation.total(of: coalition)
      let amount = game.kind == .cost ? total - game[coalition] : game[coalition] - total
      if amount > 1e-9 { expected.insert(coalition) }
    }
    #expect(Set(found.map(\.coalition)) == expected)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.amount >= $1.amount })
  }

  @Test("gives the least cores of Skåne and of the Tennessee Valley")
  func leastCores() throws {
    // A, HKL and MT apart cost 21.95 + 27.26 + 39.41, together 83.82: a third of the difference each.
    let skane = try leastCore(of: try PublishedGames.skane())
    #expect(skane.subsidy == -1.6)
    #expect(
      skane.bindingCoalitions.members.map(\.coalition) == [Coalition([0]), Coalition([1, 2, 3]), Coalition([4, 5])])
    let valley = try leastCore(of: try PublishedGames.tennesseeValley())
    #expect(valley.subsidy == -47_286)  // a third of the savings of 141 858
    #expect(valley.verdict == .certified)
  }

  @Test("proves by a balanced collection that a core is empty", arguments: UInt64(0)..<40)
  func emptiness(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, players: 2 + Int(seed % 4), range: 0...40)
    let leastCore = try leastCore(of: game)
    let collection = leastCore.bindingCoalitions
    #expect(collection.isBalanced(playerCount: game.playerCount))
    switch try coreStatus(of: game) {
    case .nonempty(let example):
      #expect(leastCore.subsidy <= 0)
      #expect(coreMembership(of: example, in: game, tolerance: 1e-9).isMember)
    case .empty(let witness, let shortfall):
      #expect(leastCore.subsidy > 0 && shortfall > 0)
      let apart = witness.members.reduce(0) { $0 + $1.weight.approximation * game[$1.coalition] }
      let lost = game.kind == .cost ? game.jointWorth - apart : apart - game.jointWorth
      #expect(abs(lost - shortfall) <= 1e-9)  // rounding of whole numbers' fractions
    }
  }

  @Test("decides at a core that is just not empty, and at one that just is")
  func onTheEdge() throws {
    let gloves = CoalitionGame(players: ["l", "m", "r"], surpluses: [0, 0, 0, 0, 0, 0.1, 0.1, 0.1])
    #expect(try leastCore(of: gloves).exactSubsidy.isZero)
    #expect(
      try coreStatus(of: gloves) == .nonempty(example: Allocation(players: ["l", "m", "r"], shares: [0, 0, 0.1])))
    let pairs = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 2, 0, 2, 2, 2.999_999_999_9])
    guard case .empty(let witness, let shortfall) = try coreStatus(of: pairs) else {
      Issue.record("the core should be empty")
      return
    }
    #expect(witness.members.map(\.coalition) == [Coalition([0, 1]), Coalition([0, 2]), Coalition([1, 2])])
    #expect(witness.worth == 3)
    #expect(abs(shortfall - 1e-10) <= 1e-10.ulp)
  }

  @Test("counts the least core over all divisions of the joint worth")
  func efficientVectors() throws {
    // Nobody needs to be as well off as alone: pairs want 10 each of 6, singles 3 each.
    let game = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 3, 3, 10, 3, 10, 10, 6])
    #expect(try leastCore(of: game).subsidy == 6)
  }

  @Test func singlePlayerHasNobodyToLeave() throws {
    let game = CoalitionGame(players: ["a"], costs: [0, 3])
    #expect(throws: SharingError.onlyOnePlayer) { try leastCore(of: game) }
    #expect(try coreStatus(of: game) == .nonempty(example: Allocation(players: ["a"], shares: [3])))
    #expect("\(SharingError.onlyOnePlayer)" == "a single player has nobody to divide with; name at least two")
  }
}
