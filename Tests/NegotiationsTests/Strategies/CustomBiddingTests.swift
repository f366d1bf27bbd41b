import Mathematics
import Negotiations
import Testing

@Suite struct CustomBiddingTests {
  /// It puts the other's last text back on the table, and opens with its best.
  static let echo = NegotiationStrategy(
    "echo",
    bidding: CustomBidding { seat, heard, _ in
      let last = heard.last { $0.deed == .proposes }?.outcome
      return Bid(outcome: last ?? seat.standpoint.outcome(at: 0), aspiration: .infinity)
    })

  @Test func hearsWhatTheOthersDo() throws {
    let table = try ProtocolSamples.table([[4, 3, 2, 1, 0], [0, 1, 2, 3, 4]])
    let run = try AlternatingOffers(deadline: 3, strategies: [Self.echo, .linear])
      .run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(run.acts.filter { $0.deed == .proposes }.map(\.outcome) == [0, 4, 4])
    #expect(run.deal == .some(.init(outcome: 4, round: 2, members: [0, 1])))
  }

  @Test func anOfferBelowItsOwnReservationIsLeaving() throws {
    let table = try ProtocolSamples.table([[4, 3, 2, 1, 0], [0, 1, 2, 3, 4]], reservations: [1, 0])
    let run = try AlternatingOffers(deadline: 3, strategies: [Self.echo, .boulware])
      .run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(run.ending == .walkAway(party: 0) && run.worths == [1, 0])
    let outside = NegotiationStrategy("outside", bidding: ScriptedBidding(offers: [5]))
    #expect(
      try AlternatingOffers(deadline: 3, strategies: [outside, .linear])
        .run(on: table, chance: RandomStream(seed: 0)).ending == .walkAway(party: 0))
  }

  @Test("chance is the stream's alone", arguments: UInt64(0)..<20)
  func sameSeedSameRun(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed, parties: 3, reservation: 0)
    let micro = NegotiationStrategy("MiCRO", bidding: MiCROBidding(repetition: .chance))
    let talks = try AlternatingOffers(deadline: 40, strategies: [.random, micro, .random])
    let run = try talks.run(on: table, chance: RandomStream(seed: seed), isTraced: true)
    #expect(try talks.run(on: table, chance: RandomStream(seed: seed), isTraced: true) == run)
    #expect(try talks.run(on: table, chance: RandomStream(seed: seed + 1), isTraced: true) != run)
  }
}
