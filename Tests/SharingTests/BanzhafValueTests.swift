import CollectiveAction
import Sharing
import Testing

@Suite struct BanzhafValueTests {
  @Test("gives the values that the manual of CoopGame prints, after Gambarelli (2011)")
  func published() throws {
    let rows = try literature("staudacher-anwander-2021/banzhaf.csv")
    #expect(rows.count == 3)
    for row in rows {
      let rule = try #require(row["rule"].flatMap(SharingRule.init))
      let shares = try rule.divide(try PublishedGames.bySize(fractions(row["worths"]))).shares
      for (share, published) in zip(shares, fractions(row["shares"])) {
        #expect(abs(share - published) <= 5e-8)  // printed to seven decimals
      }
    }
  }

  @Test(
    "gives the power of voters with weights 50, 49 and 1",
    arguments: [(51.0, "3/5 1/5 1/5"), (1, "1/3 1/3 1/3"), (100, "1/3 1/3 1/3"), (52, "1/2 1/2 0")])
  func voting(quota: Double, power: String) throws {
    let weights = [50.0, 49, 1]
    let vote = try CoalitionGame(players: ["a", "b", "c"], kind: .surplus) { coalition in
      coalition.reduce(0) { $0 + weights[$1] } >= quota ? 1 : 0
    }
    for (share, expected) in zip(try normalisedBanzhafValue(of: vote).shares, fractions(power)) {
      #expect(abs(share - expected) <= 1e-15)  // a quotient of whole numbers, rounded once or twice
    }
  }

  @Test("is the average contribution to all coalitions of the others", arguments: UInt64(0)..<60)
  func allCoalitions(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 8))
    let value = banzhafValue(of: game)
    for player in game.players.indices {
      let additions = (0..<game.worths.count).map { Coalition(mask: UInt64($0)) }.filter { !$0.contains(player) }
        .map { game[$0.adding(player)] - game[$0] }
      let average = additions.reduce(0, +) / Double(additions.count)
      #expect(abs(value[player] - average) <= 1e-12)  // whole numbers of two digits, rounded
    }
    guard value.sum != 0 else { return }
    let normalised = try normalisedBanzhafValue(of: game)
    #expect(abs(normalised.sum - game.jointWorth) <= 1e-10)
    for player in game.players.indices {
      // The sum may be a hundred times below the worths, so two digits are lost.
      #expect(abs(normalised[player] * value.sum - value[player] * game.jointWorth) <= 1e-8)
    }
  }

  @Test("scales by a sum that nearly cancels, as exactly as by any other")
  func nearCancellation() throws {
    let game = CoalitionGame(players: ["a", "b"], surpluses: [0, 100_000_000.3, -100_000_000.2, 5])
    let shares = try normalisedBanzhafValue(of: game).shares
    // Contributions to nobody and to the other: 100 000 000.3 + 100 000 005.2, and the same less ten, lost.
    #expect(shares == [100_000_002.75, -99_999_997.75])
  }

  @Test func refusesContributionsThatCancel() {
    let idle = CoalitionGame(players: ["a"], costs: [0, 0])
    #expect(throws: SharingError.contributionsCancel(joint: 0)) { try normalisedBanzhafValue(of: idle) }
    // Each single is taken off once and each pair added once, and both add up to 0.6.
    let cancelling = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0.1, 0.2, 0.3, 0.3, 0.1, 0.2, 0])
    #expect(throws: SharingError.contributionsCancel(joint: 0)) { try normalisedBanzhafValue(of: cancelling) }
    #expect(
      "\(SharingError.contributionsCancel(joint: 2))"
        == "what the players add to all coalitions cancels out, so it cannot be scaled to the 2 there is to divide; "
        + "use the Banzhaf value as it is, or the Shapley value")
  }
}
