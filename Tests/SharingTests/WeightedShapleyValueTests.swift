import CollectiveAction
import Mathematics
import Sharing
import Testing

@Suite struct WeightedShapleyValueTests {
  @Test("divides what two gain together in proportion to their weights")
  func twoPlayers() throws {
    let game = CoalitionGame(players: ["a", "b"], surpluses: [0, 10, 20, 42])
    #expect(try weightedShapleyValue(of: game, weights: [1, 3]).shares == [13, 29])
  }

  @Test("is the average over random orders filled from the last place by weight", arguments: UInt64(0)..<40)
  func randomOrders(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0x11)
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 6))
    let weights = game.players.map { _ in Double(Int.random(in: 1...40, using: &chance)) / 4 }
    let orders = joiningOrders(of: game.playerCount).map { order in
      (
        order: order,
        chance: order.indices.reduce(1.0) { chance, place in
          chance * weights[order[place]] / order[...place].reduce(0) { $0 + weights[$1] }
        }
      )
    }
    let average = averageContributions(to: game, over: orders)
    for (share, expected) in zip(try weightedShapleyValue(of: game, weights: weights).shares, average) {
      #expect(abs(share - expected) <= 1e-11)  // up to 720 chances, each rounded
    }
  }

  @Test("divides the dividend of each coalition in proportion to the weights", arguments: UInt64(0)..<12)
  func dividends(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, players: 3 + Int(seed % 5))
    let weights = game.players.indices.map { Double($0 * $0 + 1) }
    var dividends = game.worths.map { Rational(decimal: $0) }
    for player in game.players.indices {
      for mask in dividends.indices where mask >> player & 1 == 1 {
        dividends[mask] = dividends[mask] - dividends[mask ^ 1 << player]
      }
    }
    let shares = try weightedShapleyValue(of: game, weights: weights)
    for player in game.players.indices {
      var expected = Rational.zero
      for mask in dividends.indices where mask >> player & 1 == 1 {
        let together = Coalition(mask: UInt64(mask)).reduce(0) { $0 + weights[$1] }
        expected += dividends[mask] * Rational(decimal: weights[player]) / Rational(decimal: together)
      }
      #expect(abs(shares[player] - expected.approximation) <= 1e-12)  // whole numbers of two digits, rounded
    }
  }

  @Test("is the Shapley value for equal weights, however large or small", arguments: [1e-300, 1, 1e300])
  func equalWeights(weight: Double) throws {
    let game = PublishedGames.random(seed: 5, players: 7)
    let shares = try weightedShapleyValue(of: game, weights: [Double](repeating: weight, count: 7)).shares
    for (share, expected) in zip(shares, shapleyValue(of: game).shares) {
      #expect(abs(share - expected) <= 1e-12)  // rounding only
    }
  }

  @Test("stays a division when weights lie far apart")
  func farApart() throws {
    let game = PublishedGames.random(seed: 8, players: 6)
    let shares = try weightedShapleyValue(of: game, weights: [1, 1e-50, 1e-100, 1e-150, 1e-200, 1e-250])
    // The first is last to join for certain, then the second, and so on.
    for (share, expected) in zip(shares.shares, contributions(to: game, in: [5, 4, 3, 2, 1, 0])) {
      #expect(abs(share - expected) <= 1e-12)
    }
  }

  @Test func refusesWeightsThatAreNotAboveZero() {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 1, 1, 2])
    let faults: [([Double], SharingError)] = [
      ([1], .weightCount(given: 1, needed: 2)),
      ([1, -2], .wrongWeight(player: "b", weight: -2)),
      ([0, 1], .vanishingWeight(player: "a", weight: 0)),
      ([0, 0], .vanishingWeight(player: "a", weight: 0)),
      ([1e250, 1e-70], .vanishingWeight(player: "b", weight: 1e-70)),
    ]
    for (weights, error) in faults {
      #expect(throws: error) { try weightedShapleyValue(of: game, weights: weights) }
    }
    let unknown = refusal { () throws(SharingError) in _ = try weightedShapleyValue(of: game, weights: [.nan, 1]) }
    #expect(unknown?.description == "the weight of 'a' is nan; give a number from zero up")
    #expect(throws: SharingError.noWeightsToCountBy) { try SharingRule.weightedShapley.divide(game) }
    #expect(
      "\(SharingError.vanishingWeight(player: "a", weight: 0))"
        == "the weight of 'a' is 0, nothing beside the largest; give it a weight above zero, or leave it out of the game"
    )
    #expect(
      "\(SharingError.noWeightsToCountBy)"
        == "a weighted Shapley value needs weights; name an indicator, such as population, with one weight a player")
  }
}
