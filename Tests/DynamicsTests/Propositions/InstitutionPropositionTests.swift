import Dynamics
import Testing

/// What the field claims about who punishes and who founds institutions, in the games of its own sources.
@Suite struct InstitutionPropositionTests {
  private static let all: [PunishmentGame.Strategy] = [
    .contributor, .defector, .loner, .peerPunisher, .poolPunisher,
  ]

  private static func shares(finesSecondOrder: Bool, population: Int) throws -> [Double] {
    try PunishmentGame(peerFine: 0.7, peerCost: 0.7, finesSecondOrder: finesSecondOrder)
      .chain(among: all, population: population, strength: 1e6).shares
  }

  @Test("a pool prevails over peers only where the second order is fined", arguments: [50, 100, 200])
  func pools(population: Int) throws {
    let without = try Self.shares(finesSecondOrder: false, population: population)
    #expect(without[3] == without.max())
    let with = try Self.shares(finesSecondOrder: true, population: population)
    #expect(with[4] == with.max())
  }

  @Test("a pool costs its members something where nobody is left to fine, peers nothing")
  func efficiency() throws {
    let game = try PunishmentGame()
    var peers = PunishmentGame.Group()
    var pool = PunishmentGame.Group()
    peers[.peerPunisher] = game.groupSize
    pool[.poolPunisher] = game.groupSize
    let lost = game.payoff(of: .peerPunisher, in: peers) - game.payoff(of: .poolPunisher, in: pool)
    #expect(abs(lost - game.poolCost) < 1e-12)  // a few roundings
  }

  @Test("who may stay out comes to punish; who must take part defects", arguments: [0.5, 1.0, 2])
  func optional(fine: Double) throws {
    let game = try PunishmentGame(peerFine: fine)
    func share(of strategy: PunishmentGame.Strategy, among strategies: [PunishmentGame.Strategy]) throws -> Double? {
      try game.chain(among: strategies, population: 100, strength: 1e6)[strategy.rawValue]
    }
    let free = try #require(try share(of: .peerPunisher, among: [.contributor, .defector, .loner, .peerPunisher]))
    let bound = try #require(try share(of: .peerPunisher, among: [.contributor, .defector, .peerPunisher]))
    #expect(free > 0.9)
    #expect(bound < 0.1)
  }

  @Test("bodies that let some ride free are stable, and who rides has more than who pays", arguments: 3...8)
  func freeRiders(players: Int) throws {
    for tenths in 4...9 {
      let body = try InstitutionFormation(
        players: players, endowment: 20, marginalReturn: Double(tenths) / 10, cost: 2)
      let partial = body.stableSizes.filter { $0 < players }
      let smallest = try #require(body.smallestSize)
      #expect(partial == (smallest < players ? [smallest] : []))
      for size in partial { #expect(body.outsiderPayoff(of: size) > body.memberPayoff(of: size)) }
    }
  }
}
