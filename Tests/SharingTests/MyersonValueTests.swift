import CollectiveAction
import Sharing
import Testing

@Suite struct MyersonValueTests {
  @Test("gives the values of the graphs of Aumann & Myerson (1988)")
  func published() throws {
    let game = CoalitionGame(players: ["1", "2", "3"], surpluses: [0, 0, 0, 60, 0, 60, 60, 72])
    let rows = try literature("aumann-myerson-1988/graphs.csv")
    #expect(rows.count == 4)
    for row in rows {
      let links = try #require(row["links"]).split(separator: " ").map { link in
        Coalition(link.compactMap { $0.wholeNumberValue.map { $0 - 1 } })
      }
      for (share, published) in zip(try myersonValue(of: game, links: links).shares, fractions(row["shares"])) {
        #expect(abs(share - published) <= 1e-13)  // whole numbers, some through thirds
      }
    }
  }

  @Test("is the average over all orders when a coalition is worth its connected parts", arguments: UInt64(0)..<40)
  func allOrders(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0x77)
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 6))
    let links = randomLinks(of: game.playerCount, using: &chance)
    let restricted = try CoalitionGame(players: game.players, kind: game.kind) { coalition in
      connectedParts(of: coalition, links: links).reduce(0) { $0 + game[$1] }
    }
    let orders = joiningOrders(of: game.playerCount)
    let average = averageContributions(to: restricted, over: orders.map { ($0, 1 / Double(orders.count)) })
    let shares = try myersonValue(of: game, links: links)
    for (share, expected) in zip(shares.shares, average) {
      #expect(abs(share - expected) <= 1e-11)  // up to 720 chances, each rounded
    }
    for part in connectedParts(of: game.grandCoalition, links: links) {
      #expect(abs(shares.total(of: part) - game[part]) <= 1e-11)
    }
  }

  @Test("lets both ends of a link gain alike from it", arguments: UInt64(0)..<20)
  func fairness(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0x99)
    let game = PublishedGames.random(seed: seed, players: 6)
    let links = randomLinks(of: 6, using: &chance)
    let shares = try myersonValue(of: game, links: links)
    for link in links {
      let without = try myersonValue(of: game, links: links.filter { $0 != link })
      let gains = link.map { shares[$0] - without[$0] }
      #expect(abs(gains[0] - gains[1]) <= 1e-12)  // rounding only
    }
  }

  @Test func refusesLinksThatAreNotPairs() {
    let game = CoalitionGame(players: ["a", "b", "c"], costs: [0, 1, 1, 2, 1, 2, 2, 3])
    #expect(throws: SharingError.notALink(members: ["a", "b", "c"])) {
      try myersonValue(of: game, links: [Coalition([0, 1, 2])])
    }
    #expect(throws: SharingError.notALink(members: [])) { try myersonValue(of: game, links: [.empty]) }
    #expect(throws: SharingError.noSuchPlayer(index: 3, count: 3)) {
      try myersonValue(of: game, links: [Coalition([0, 3])])
    }
    #expect(throws: SharingError.noLinks) { try SharingRule.myerson.divide(game) }
    #expect(
      "\(SharingError.notALink(members: ["a", "b", "c"]))" == "a link joins two players, not 3 (a, b, c); give pairs")
    #expect("\(SharingError.notALink(members: []))" == "a link joins two players, not 0; give pairs")
    #expect(
      "\(SharingError.noLinks)"
        == "a value with links needs to know who can work with whom; give the pairs, or none at all as an empty list")
  }
}

/// By joining lists of members, two linked players at a time.
private func connectedParts(of coalition: Coalition, links: [Coalition]) -> [Coalition] {
  var parts = coalition.map { Coalition.single($0) }
  for link in links where link.isSubset(of: coalition) {
    let touched = parts.filter { !$0.isDisjoint(with: link) }
    parts.removeAll { !$0.isDisjoint(with: link) }
    parts.append(touched.reduce(.empty) { $0.union($1) })
  }
  return parts
}
