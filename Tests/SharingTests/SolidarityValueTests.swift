import CollectiveAction
import Sharing
import Testing

@Suite struct SolidarityValueTests {
  @Test("gives the brother who cannot work what Nowak & Radzik (1994) print")
  func published() throws {
    let rows = try literature("nowak-radzik-1994/games.csv")
    #expect(rows.count == 2)
    for row in rows {
      let rule = try #require(row["rule"].flatMap(SharingRule.init))
      let shares = try rule.divide(try PublishedGames.bySize(fractions(row["worths"]))).shares
      for (share, published) in zip(shares, fractions(row["shares"])) { #expect(abs(share - published) <= 1e-15) }
    }
  }

  @Test("is the average, over all orders, of the average contribution of those present", arguments: UInt64(0)..<40)
  func definition(seed: UInt64) {
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 6))
    let orders = joiningOrders(of: game.playerCount)
    var expected = [Double](repeating: 0, count: game.playerCount)
    for order in orders {
      var joined = Coalition.empty
      for player in order {
        joined = joined.adding(player)
        let additions = joined.reduce(0) { $0 + game[joined] - game[joined.removing($1)] }
        expected[player] += additions / Double(joined.count * orders.count)
      }
    }
    let shares = solidarityValue(of: game)
    for player in game.players.indices {
      #expect(abs(shares[player] - expected[player]) <= 1e-11)  // up to 720 terms, each rounded
    }
    #expect(abs(shares.sum - game.jointWorth) <= 1e-12)
  }

  @Test("shares an additive part by the harmonic numbers")
  func additive() {
    // Of three, each keeps (1 + 1/2 + 1/3)/3 = 11/18 of its own.
    let game = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 36e9, 0, 36e9, 0, 36e9, 0, 36e9])
    for (share, expected) in zip(solidarityValue(of: game).shares, [22e9, 7e9, 7e9]) {
      #expect(abs(share - expected) <= 1e-5)  // 2e10 has an ulp of 4e-6
    }
  }
}
