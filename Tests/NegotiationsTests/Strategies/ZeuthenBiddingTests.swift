import Mathematics
import Negotiations
import Testing

@Suite struct ZeuthenBiddingTests {
  @Test("two who know each other come to the largest product of gains in turns too", arguments: UInt64(0)..<80)
  func nashProduct(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed)
    let zeuthen = NegotiationStrategy("Zeuthen", bidding: ZeuthenBidding(knowing: table))
    let talks = try AlternatingOffers(deadline: 1000, strategies: [zeuthen, zeuthen])
    let run = try talks.run(on: table, chance: RandomStream(seed: seed))
    func product(_ worths: [Double]) -> Double { zip(worths, table.reservations).map { $0 - $1 }.reduce(1, *) }
    guard let largest = table.zoneOfAgreement().map({ product(table.worths(of: $0)) }).max() else {
      #expect(run.ending == .walkAway(party: 0))
      return
    }
    #expect(product(run.worths) == largest)
  }
}
