import CollectiveAction
import Sharing
import Testing

@Suite struct DivisionTests {
  @Test(
    "gives the proportional shares of Skåne published by Young, Okada & Hashimoto (1982)",
    arguments: [
      ("proportional_to_population", "population_thousand"),
      ("proportional_to_demand", "water_demand_million_m3_a_year"),
    ])
  func skaneProportional(method: String, column: String) throws {
    let shares = try SharingRule.proportional.divide(
      try PublishedGames.skane(), by: DivisionGrounds(weights: try PublishedGames.skaneMembers(column)))
    for (share, published) in zip(shares.shares, try PublishedGames.skaneShares(method)) {
      #expect(abs(share - published) <= 0.02)  // populations and demands are printed rounded
    }
  }

  @Test("gives the shares by separable costs that Young, Okada & Hashimoto (1982) print")
  func skaneSeparableCosts() throws {
    let shares = try separableCostsRemainingBenefits(of: try PublishedGames.skane()).shares
    for (share, published) in zip(shares, try PublishedGames.skaneShares("scrb")) {
      #expect(abs(share - published) <= 0.01)  // printed to two decimals; two are off by one in the last
    }
  }

  @Test("gives the Tennessee Valley shares by separable costs and by Gately's point, Straffin & Heaney (1981)")
  func tennesseeValley() throws {
    let game = try PublishedGames.tennesseeValley()
    for (rule, method) in [(SharingRule.scrb, "scrb"), (.gately, "gately")] {
      for (share, published) in zip(
        try rule.divide(game).shares, try PublishedGames.tennesseeValleyShares(method))
      {
        #expect(abs(share - published) <= 0.005)  // printed to two decimals
      }
    }
    // Non-separable cost 222 630, a third each on top of the separable costs 45 214, 33 763, 110 977.
    #expect(equalSharesOfNonseparableCost(of: game).shares == [119_424, 107_973, 185_187])
  }

  @Test("gives the Gately points that are published")
  func gately() throws {
    for row in try literature("gately-1974/games.csv") {
      func numbers(_ names: [String]) -> [Double] { names.compactMap { row[$0].flatMap(Double.init) } }
      let game = try PublishedGames.bySize(numbers(["v1", "v2", "v3", "v12", "v13", "v23", "v123"]))
      for (share, published) in zip(try gatelyPoint(of: game).shares, numbers(["x1", "x2", "x3"])) {
        #expect(abs(share - published) <= 5e-5)  // printed to four decimals
      }
    }
  }

  @Test("gives the Shapley, nucleolus, prenucleolus and τ-values of the tests of CoopGame")
  func smallGames() throws {
    let rows = try literature("staudacher-anwander-2021/games.csv")
    #expect(rows.count == 7)
    for row in rows {
      func numbers(_ name: String) throws -> [Double] {
        try #require(row[name]).split(separator: " ").compactMap { Double($0) }
      }
      let notion = try #require(row["notion"])
      let rule = try #require(SharingRule(rawValue: notion))
      let shares = try rule.divide(try PublishedGames.bySize(try numbers("worths"))).shares
      for (share, published) in zip(shares, try numbers("shares")) {
        #expect(abs(share - published) <= 5e-7)  // printed to six decimals
      }
    }
  }

  @Test("divides the joint worth, by every rule that divides at all", arguments: UInt64(0)..<60)
  func efficient(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed)
    for rule in SharingRule.allCases where rule != .banzhaf {
      guard
        let shares = try? rule.divide(game, by: DivisionGrounds(weights: game.players.indices.map { Double($0 + 1) }))
      else { continue }
      #expect(abs(shares.sum - game.jointWorth) <= 1e-10, "\(rule)")  // rounding of whole numbers' fractions
    }
  }

  @Test("turns a cost game's shares into those of its gains", arguments: UInt64(0)..<40)
  func costsAreNegativeGains(seed: UInt64) throws {
    let costs = PublishedGames.random(seed: seed, kind: .cost)
    let gains = CoalitionGame(players: costs.players, surpluses: costs.worths.map { 0 - $0 })
    // What is in proportion to a cost is not in proportion to a gain below zero.
    for rule in SharingRule.allCases where !rule.needsWeights && rule != .proportionalNucleolus {
      let (paid, got) = (try? rule.divide(costs), try? rule.divide(gains))
      #expect((paid == nil) == (got == nil), "\(rule)")
      guard let paid, let got else { continue }
      for (share, gain) in zip(paid.shares, got.shares) { #expect(abs(share + gain) <= 1e-10, "\(rule)") }
    }
  }

  @Test("follows an additive part of the game", arguments: UInt64(0)..<40)
  func covariant(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, kind: .cost)
    let parts = game.players.indices.map { Double(($0 * 37 + 11) % 50) / 4 }
    let shifted = CoalitionGame(
      players: game.players,
      costs: game.worths.indices.map { mask in
        game.worths[mask] + Coalition(mask: UInt64(mask)).reduce(0) { $0 + parts[$1] }
      })
    // These divide what a player has alone as well.
    let sharing: Set<SharingRule> = [
      .equal, .egalitarian, .solidarity, .banzhafNormalised, .proportionalNucleolus,
    ]
    for rule in SharingRule.allCases where !sharing.contains(rule) && !rule.needsWeights {
      let (plain, moved) = (try? rule.divide(game), try? rule.divide(shifted))
      #expect((plain == nil) == (moved == nil), "\(rule)")
      guard let plain, let moved else { continue }
      for player in game.players.indices {
        #expect(abs(moved[player] - parts[player] - plain[player]) <= 1e-10, "\(rule)")
      }
    }
  }

  @Test("has the rules in the order of reports")
  func order() {
    #expect(
      SharingRule.allCases.map(\.rawValue)
        == [
          "shapley", "nucleolus", "prenucleolus", "perCapitaNucleolus", "perCapitaPrenucleolus",
          "proportionalNucleolus", "scrb", "ensc", "tau", "gately", "egalitarian", "solidarity", "banzhaf",
          "banzhafNormalised", "owen", "myerson", "weightedShapley", "downstreamIncremental", "equal", "proportional",
          "shapleyShubik", "deeganPackel", "holler",
        ])
  }

  @Test func refusesWeightsThatSayNothing() throws {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 1, 1, 2])
    func error(_ weights: [Double]?) -> SharingError? {
      do throws(SharingError) {
        _ = try SharingRule.proportional.divide(game, by: DivisionGrounds(weights: weights))
      } catch { return error }
      return nil
    }
    #expect(error(nil) == .noWeights)
    #expect(error([1]) == .weightCount(given: 1, needed: 2))
    #expect(error([1, -2]) == .wrongWeight(player: "b", weight: -2))
    #expect(error([.infinity, 1]) == .wrongWeight(player: "a", weight: .infinity))
    #expect(error([0, 0]) == .onlyZeroWeights)
    #expect(error([0, 1e308]) == nil)
    #expect(
      "\(SharingError.noWeights)" == "proportional shares need something to go by; name an indicator, such as "
        + "population, with one weight a player")
    #expect(
      "\(SharingError.wrongWeight(player: "a", weight: .infinity))"
        == "the weight of 'a' is inf; give a number from zero up")
    #expect(
      "\(SharingError.weightCount(given: 1, needed: 2))"
        == "1 weights for 2 players; give one for each, in the order of the players")
    #expect(
      "\(SharingError.wrongWeight(player: "b", weight: -2))" == "the weight of 'b' is -2; give a number from zero up")
  }

  @Test("gives the separable parts of an additive game, by decimals that binary numbers do not have")
  func additive() throws {
    let parts = [0.1, 0.2, 0.7]
    let game = CoalitionGame(players: ["a", "b", "c"], costs: [0, 0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 1])
    for rule in [SharingRule.scrb, .ensc, .tau, .gately, .nucleolus] {
      #expect(try rule.divide(game).shares == parts, "\(rule)")
    }
  }

  @Test func refusesSeparableCostsWithoutBenefits() {
    // b joins last at 5, alone it costs 3.
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 2, 3, 7])
    #expect(throws: SharingError.negativeRemainingBenefit(player: "a", amount: 2)) {
      try separableCostsRemainingBenefits(of: game)
    }
    #expect(
      "\(SharingError.negativeRemainingBenefit(player: "a", amount: 2))"
        == "'a' would be better off alone than as the last to join, by 2, so it has no claim on the remaining "
        + "benefits; leave it out, or use the nucleolus")
    // Pairs as dear as two apart, all three together dearer than a pair and one: benefits are all zero.
    let flat = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 1, 1, 4, 1, 4, 4, 5])
    #expect(throws: SharingError.noRemainingBenefit(left: 2)) { try separableCostsRemainingBenefits(of: flat) }
    #expect(throws: SharingError.noDisruption(gain: 2, disruption: 0)) { try gatelyPoint(of: flat) }
  }

  @Test func refusesTheTauValueOutsideQuasiBalancedGames() {
    // Majority of three: everybody adds nothing as the last to join, yet there is one to divide.
    let majority = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 1, 0, 1, 1, 1])
    #expect(throws: SharingError.claimAboveUtopia(player: "a", amount: 1)) { try tauValue(of: majority) }
    let generous = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 4, 0, 4, 4, 5])
    #expect(throws: SharingError.claimAboveUtopia(player: "a", amount: 2)) { try tauValue(of: generous) }
  }

  @Test("measures how far rules disagree")
  func disagreements() throws {
    let game = try PublishedGames.skane()
    let rules = [try nucleolus(of: game).allocation, shapleyValue(of: game)]
    let spread = disagreement(of: rules)
    #expect(spread.players == game.players)
    #expect(abs(spread.largestSpread - (10.372_666_67 - 8.606_666_67)) <= 1e-6)  // Lund; printed to eight digits
    #expect(spread.totalSpread == spread.spreads.reduce(0, +))
    #expect(disagreement(of: [rules[0]]).largestSpread == 0)
  }
}
