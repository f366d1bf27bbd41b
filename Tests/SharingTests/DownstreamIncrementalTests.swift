import CollectiveAction
import Sharing
import Testing

@Suite struct DownstreamIncrementalTests {
  @Test("gives each player what it adds to those upstream", arguments: UInt64(0)..<20)
  func increments(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let game = PublishedGames.random(seed: seed)
    let order = game.players.indices.shuffled(using: &chance)
    let shares = try downstreamIncrementalDivision(of: game, order: order).shares
    #expect(shares == contributions(to: game, in: order))  // differences of whole numbers are exact
  }

  @Test("lets no upstream party get less than it can secure, nor more than alone on the river")
  func river() throws {
    // Water 4, 2 and 3 arises at three states, whose benefit of x is 10√x; what a state leaves flows on.
    let water = [4.0, 2, 3]
    let game = try CoalitionGame(players: ["source", "middle", "mouth"], kind: .surplus) { members in
      // Only neighbours can pass water on; each connected part pools where the benefit is evened out downstream.
      var worth = 0.0
      var part: [Double] = []
      for state in 0...water.count {
        if state < water.count && members.contains(state) {
          part.append(water[state])
        } else {
          worth += 10 * pooled(part)
          part = []
        }
      }
      return worth
    }
    let shares = try downstreamIncrementalDivision(of: game, order: [0, 1, 2])
    #expect(abs(shares.sum - game.jointWorth) <= 1e-12)
    for coalition in game.coalitions { #expect(shares.total(of: coalition) >= game[coalition] - 1e-12) }
    #expect(shares["source"] == 20)
  }

  @Test("reads worths as decimals")
  func decimals() throws {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 0.1, 0.2, 0.3])
    #expect(try downstreamIncrementalDivision(of: game, order: [0, 1]).shares == [0.1, 0.2])
  }

  @Test func refusesOrdersThatAreNotOrders() {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 1, 1, 2])
    #expect(throws: SharingError.twiceInOrder(player: "b")) {
      try downstreamIncrementalDivision(of: game, order: [1, 1])
    }
    #expect(throws: SharingError.missingInOrder(player: "a")) {
      try downstreamIncrementalDivision(of: game, order: [1])
    }
    for wrong in [-1, 2, 64, 1000] {
      #expect(throws: SharingError.noSuchPlayer(index: wrong, count: 2)) {
        try downstreamIncrementalDivision(of: game, order: [0, wrong])
      }
    }
    #expect(throws: SharingError.noDownstreamOrder) { try SharingRule.downstreamIncremental.divide(game) }
    #expect(
      "\(SharingError.twiceInOrder(player: "b"))" == "the order down the river names 'b' twice; name each player once")
    #expect(
      "\(SharingError.missingInOrder(player: "a"))" == "the order down the river leaves out 'a'; name each player once")
    #expect(
      "\(SharingError.noDownstreamOrder)"
        == "a division down a river needs the order of the players from the source to the mouth; give it")
  }
}

/// The largest Σ √xᵢ where no more is used up to any state than has arisen up to it.
private func pooled(_ water: [Double]) -> Double {
  guard !water.isEmpty else { return 0 }
  // The source's best share: the smallest average over it and some of those next to it, then the rest by itself.
  var sum = 0.0
  var best = (average: Double.infinity, count: 0)
  for (index, amount) in water.enumerated() {
    sum += amount
    if sum / Double(index + 1) <= best.average { best = (sum / Double(index + 1), index + 1) }
  }
  return Double(best.count) * best.average.squareRoot() + pooled(Array(water[best.count...]))
}
