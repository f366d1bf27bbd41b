import Mathematics
import Negotiations
import Testing

@Suite struct AcceptanceTests {
  /// Texts worth 0 to 10 to a party that offers text 10 for ever and would settle for 6. The other offers, first in
  /// each of six rounds, what is worth 2, 5, 4, 6, 3, 4 to it, at the times 0, 0.2, 0.4, 0.6, 0.8, 1. The round and
  /// the text of the deal.
  static func accepted(_ acceptance: Acceptance, reservation: Double = 0) throws -> [Int]? {
    let up = (0...10).map(Double.init)
    let table = try ProtocolSamples.table([up.reversed(), up], reservations: [0, reservation])
    let other = NegotiationStrategy("other", bidding: ScriptedBidding(offers: [2, 5, 4, 6, 3, 4]))
    let own = NegotiationStrategy(
      "own", bidding: ScriptedBidding(offers: [10], aspiration: 6), acceptance: acceptance)
    let talks = try AlternatingOffers(deadline: 6, strategies: [other, own])
    return try talks.run(on: table, chance: RandomStream(seed: 0)).deal.map { [$0.round, $0.outcome] }
  }

  @Test func takesWhatIsAsGoodAsItsAspiration() throws {
    #expect(try Self.accepted(.next()) == [4, 6])
    #expect(try Self.accepted(.next(scale: 1.2)) == [2, 5])
    #expect(try Self.accepted(.next(shift: 4)) == [1, 2])
    #expect(try Self.accepted(.next(shift: 1)) == [2, 5])
  }

  @Test func takesAConstantShare() throws {
    #expect(try Self.accepted(.constant(share: 0.5)) == [2, 5])
    #expect(try Self.accepted(.constant(share: 0.6)) == [4, 6])
    #expect(try Self.accepted(.constant(share: 0.7)) == nil)
    // From a reservation of 4 to 10, half the way is 7.
    #expect(try Self.accepted(.constant(share: 0.5), reservation: 4) == nil)
  }

  @Test func takesAnythingWhenItIsLate() throws {
    #expect(try Self.accepted(.time(0.75)) == [5, 3])
    #expect(try Self.accepted(.time(0.75), reservation: 3.5) == [6, 4])
    #expect(try Self.accepted(.time(1.5)) == nil)
  }

  /// At 0.8 the last 0.2 hold the offers at 0.6 and 0.8; 3 is less than 6. At 1 there is only what is on the table.
  @Test func takesTheBestOfTheTimeThatIsLeft() throws {
    #expect(try Self.accepted(.all([.time(0.7), .bestOfRecent])) == [6, 4])
    #expect(try Self.accepted(.all([.time(0.5), .bestOfRecent])) == [4, 6])
    #expect(try Self.accepted(.any([.constant(share: 0.9), .time(0.9)])) == [6, 4])
    #expect(try Self.accepted(.combined(from: 0.9)) == [4, 6])
  }
}
