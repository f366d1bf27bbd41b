import Dynamics
import Foundation
import Mathematics
import Testing

@Suite struct PunishmentGameTests {
  private let voluntary: [PunishmentGame.Strategy] = [.contributor, .defector, .loner, .peerPunisher]

  @Test(
    "gives the shares of finite imitation, N = 5, r = 3, c = σ = β = 1, γ = 0.3, M = 100",
    arguments: zip(
      [0.1, 1, 10],
      [[0.1975, 0.0849, 0.0962, 0.6213], [0.0473, 0.0259, 0.0613, 0.8655], [0.0186, 0.0183, 0.0283, 0.9348]]))
  func finiteImitation(strength: Double, expected: [Double]) throws {
    let chain = try PunishmentGame().chain(among: voluntary, population: 100, strength: strength)
    for (share, printed) in zip(chain.shares, expected) {
      #expect(abs(share - printed) <= 0.00005, "\(chain.shares)")  // printed to four digits
    }
  }

  @Test("leaves a compulsory good to defectors", arguments: [0.1, 1, 10, 1e6])
  func compulsory(strength: Double) throws {
    let chain = try PunishmentGame().chain(
      among: [.contributor, .defector, .peerPunisher], population: 100, strength: strength)
    if strength == 0.1 {
      for (share, printed) in zip(chain.shares, [0.0529, 0.7164, 0.2306]) {
        #expect(abs(share - printed) <= 0.00005)  // printed to four digits
      }
    }
    #expect(chain.shares[1] == chain.shares.max())
    if strength == 1e6 { #expect(chain.shares[1] == 1) }
  }

  @Test(
    "comes to (2, 2, 2, M + 2)/(M + 8) under strong imitation (Hauert et al. 2007)",
    arguments: [10, 100, 1000, 10_000])
  func strongImitation(population: Int) throws {
    let chain = try PunishmentGame().chain(among: voluntary, population: population, strength: 1e6)
    let size = Double(population)
    for (share, weight) in zip(chain.shares, [2, 2, 2, size + 2]) {
      // 1e-12: strategies that do equally well are equal to the last digit, so nothing but the last sums rounds.
      #expect(abs(share - weight / (size + 8)) < 1e-12)
    }
  }

  @Test("comes to (1/4, 1/4, 1/2) without punishers under strong imitation (Hauert et al. 2007)")
  func withoutPunishers() throws {
    let chain = try PunishmentGame().chain(
      among: [.contributor, .defector, .loner], population: 100, strength: 1e6)
    for (share, printed) in zip(chain.shares, [0.25, 0.25, 0.5]) { #expect(abs(share - printed) < 1e-12) }
  }

  @Test("lets peers prevail over a pool, unless the second order is fined (Sigmund et al. 2010)")
  func pools() throws {
    func shares(finesSecondOrder: Bool) throws -> [Double] {
      try PunishmentGame(peerFine: 0.7, peerCost: 0.7, finesSecondOrder: finesSecondOrder)
        .chain(among: voluntary + [.poolPunisher], population: 100, strength: 1e6).shares
    }
    // In the limit x : y : z : w : v = 1.5 : 1.5 : 1 : 0.75 M + 1.5 : 0.25.
    let weights = [1.5, 1.5, 1, 76.5, 0.25]
    for (share, weight) in zip(try shares(finesSecondOrder: false), weights) {
      #expect(abs(share - weight / 80.75) < 1e-12)
    }
    #expect(try shares(finesSecondOrder: true)[4] > 0.999)
  }

  @Test("pays on average what the closed forms say", arguments: [5, 6, 40, 1000])
  func closedForms(population: Int) throws {
    let game = try PunishmentGame(groupSize: 5, multiplier: 2.7, cost: 1.3, lonersPayoff: 0.8, peerFine: 1.1)
    for count in Set([1, 2, population / 2, population - 1]).sorted() {
      let rest = population - count
      // Alone among loners when all four others stay out.
      let alone = (0..<4).reduce(1.0) { $0 * Double(rest - $1) / Double(population - 1 - $1) }
      let together = try game.meanPayoff(of: .contributor, facing: .loner, count: count, in: population)
      #expect(abs(together - (alone * 0.8 + (1 - alone) * 1.7 * 1.3)) < 1e-12)  // a dozen roundings
      #expect(try game.meanPayoff(of: .loner, facing: .defector, count: count, in: population) == 0.8)
      // Whose payoff is linear in the number met hangs on its mean, 4·rest/(M − 1).
      let met = 4 * Double(rest) / Double(population - 1)
      let defecting = try game.meanPayoff(of: .defector, facing: .peerPunisher, count: count, in: population)
      #expect(abs(defecting - met * (2.7 * 1.3 / 5 - 1.1)) < 1e-12)
      let punishing = try game.meanPayoff(of: .peerPunisher, facing: .defector, count: count, in: population)
      #expect(abs(punishing - ((5 - met) * 2.7 * 1.3 / 5 - 1.3 - 0.3 * met)) < 1e-12)
    }
  }

  @Test("counts the fines in one group")
  func groups() throws {
    let game = try PunishmentGame(finesSecondOrder: true)
    var group = PunishmentGame.Group()
    group[.contributor] = 1
    group[.defector] = 1
    group[.peerPunisher] = 1
    group[.poolPunisher] = 1
    group[.loner] = 1
    // Share 3·3/4 = 2.25; fines 1 by the peer and 0.7 by the pool.
    let gains = PunishmentGame.Strategy.allCases.map { game.payoff(of: $0, in: group) }
    for (gain, expected) in zip(gains, [-0.45, 0.55, 1, -0.05, 0.55]) {
      #expect(abs(gain - expected) < 1e-12, "\(gains)")
    }
    #expect(PunishmentGame.Strategy.allCases.map { group[$0] } == [1, 1, 1, 1, 1])
  }

  @Test("refuses figures out of their range")
  func refuses() {
    func message(_ make: () throws -> Void) -> String? {
      do {
        try make()
        return nil
      } catch let error as DynamicsError { return error.description } catch { return "\(error)" }
    }
    #expect(message { _ = try PunishmentGame(groupSize: 1) } == "the group size is 1.0; give 2 players or more")
    #expect(
      message { _ = try PunishmentGame(multiplier: 0) } == "the multiplier r is 0.0; give a finite number above 0")
    #expect(
      message { _ = try PunishmentGame(multiplier: .nan) } == "the multiplier r is nan; give a finite number above 0")
    #expect(
      message { _ = try PunishmentGame(cost: -1) }
        == "the cost c of a contribution is -1.0; give a finite number above 0")
    #expect(
      message { _ = try PunishmentGame(lonersPayoff: .infinity) }
        == "the payoff σ of staying out is inf; give a finite number")
    #expect(
      message { _ = try PunishmentGame(peerCost: -0.3) }
        == "the cost γ of fining is -0.3; give a finite number of 0 or more")
    #expect(
      message { _ = try PunishmentGame(poolFine: .nan) }
        == "the fine B by the pool is nan; give a finite number of 0 or more")
    #expect(
      message { _ = try PunishmentGame().chain(among: voluntary, population: 4, strength: 1) }
        == "groups of 5 from a population of 4; give a size from 2 to the population's")
    #expect(
      message { _ = try PunishmentGame().chain(among: [.loner, .loner], population: 9, strength: 1) }
        == "the strategy 'loner' is listed twice; name it once")
  }
}
