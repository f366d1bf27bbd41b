import Foundation
import Negotiations
import Testing

@Suite struct AlternatingSharesTests {
  @Test("gives Rubinstein's shares", arguments: zip([0.9, 0.5, 1, 0.99], [0.8, 0.5, 0.7, 0.99]))
  func twoParties(first: Double, second: Double) throws {
    let shares = try alternatingOfferShares(discounts: [first, second])
    let formula = (1 - second) / (1 - first * second)
    #expect(abs(shares[0] - formula) < 1e-13)  // the formula loses digits as it comes near 1 − 1
    #expect(abs(shares[0] + shares[1] - 1) < 1e-15)
  }

  @Test("with a last round agrees with the sums of Ståhl", arguments: 1...9)
  func lastRound(rounds: Int) throws {
    let (first, second) = (0.9, 0.8)
    let q = first * second
    let m = Double(rounds / 2)
    let geometric = (1 - second) * (1 - pow(q, m)) / (1 - q)
    let shares = try alternatingOfferShares(discounts: [first, second], rounds: rounds)
    // A handful of roundings.
    #expect(abs(shares[0] - (rounds % 2 == 1 ? geometric + pow(q, m) : geometric)) < 1e-14)
  }

  @Test(
    "of many rounds is that of rounds without end",
    arguments: [[0.9, 0.8], [0.5, 0.9, 0.7], [0.6, 0.6, 0.8, 0.7]])
  func manyRounds(discounts: [Double]) throws {
    let endless = try alternatingOfferShares(discounts: discounts)
    let long = try alternatingOfferShares(discounts: discounts, rounds: 400 * discounts.count)
    // After hundreds of rounds only rounding is left.
    for (a, b) in zip(endless, long) { #expect(abs(a - b) < 1e-13) }
  }

  @Test("of equally patient parties falls by the discount from one to the next", arguments: 2...7)
  func equalPatience(parties: Int) throws {
    let discount = 0.85
    let shares = try alternatingOfferShares(discounts: (0..<parties).map { _ in discount })
    for (party, share) in shares.enumerated() {
      let formula = pow(discount, Double(party)) * (1 - discount) / (1 - pow(discount, Double(parties)))
      #expect(abs(share - formula) < 1e-13)  // a small linear system
    }
  }

  @Test(
    "comes to Nash's division weighed by patience as rounds become short",
    arguments: [[0.05, 0.1], [0.1, 0.2, 0.4]])
  func shortRounds(rates: [Double]) throws {
    let limit = try patientShares(rates: rates)
    let total = rates.reduce(0) { $0 + 1 / $1 }
    for (share, rate) in zip(limit, rates) { #expect(abs(share - 1 / rate / total) < 1e-15) }
    let shares = try alternatingOfferShares(discounts: rates.map { exp(-$0 * 1e-6) })
    // What the first gains by proposing is of the size of the delay.
    for (a, b) in zip(shares, limit) { #expect(abs(a - b) < 1e-6) }
  }

  @Test func patientSharesAreNashsOnAStraightFrontier() throws {
    let shares = try patientShares(rates: [0.05, 0.2])
    let frontier = try StraightFrontier(corners: [[1, 0], [0, 1]])
    let nash = try #require(try frontier.solution(.nash(weights: [1 / 0.05, 1 / 0.2])))
    for (a, b) in zip(shares, nash.ends[0].worths) { #expect(abs(a - b) < 1e-15) }
  }

  @Test func refusesWhatHasNoAnswer() {
    #expect(throws: NegotiationError.endlessPatience(2)) { try alternatingOfferShares(discounts: [1, 1]) }
    #expect(throws: NegotiationError.discount(party: "2", 0)) { try alternatingOfferShares(discounts: [0.5, 0]) }
    #expect(throws: NegotiationError.rounds(0)) { try alternatingOfferShares(discounts: [0.5, 0.5], rounds: 0) }
    #expect(throws: NegotiationError.parties(1)) { try patientShares(rates: [1]) }
    #expect(throws: NegotiationError.rate(party: "1", 0)) { try patientShares(rates: [0, 1]) }
    #expect(
      NegotiationError.endlessPatience(2).description
        == "waiting costs 2 parties nothing, so they could wait for ever; give all but one a discount below 1")
  }
}
