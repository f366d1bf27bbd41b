import Mathematics
import Negotiations
import Testing

@Suite struct MiCROBiddingTests {
  /// The first ranks the texts 0, 1, 2, 3 and the second 3, 1, 2, 0: text 1 is second on both lists, and they meet
  /// there.
  @Test func twoMeetAtTheBestCommonRank() throws {
    let table = try ProtocolSamples.table([[5, 4, 3, 1], [0, 3, 2, 5]])
    let talks = try AlternatingOffers(deadline: 9, strategies: [.micro, .micro])
    let run = try talks.run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(
      ProtocolSamples.words(run) == [
        "1: 1 proposes 0", "1: 2 rejects 0", "1: 2 proposes 3", "2: 1 rejects 3", "2: 1 proposes 1", "2: 2 accepts 1",
      ])
    #expect(run.worths == [4, 3])
  }

  /// Against one that repeats its best text, it concedes once for the one text it has seen and then waits.
  @Test func doesNotConcedeToWhoDoesNot() throws {
    let table = try ProtocolSamples.table([[5, 4, 3, 1], [0, 3, 2, 5]])
    let stubborn = NegotiationStrategy("stubborn", bidding: TimeDependentBidding(exponent: 1, start: 1, end: 1))
    let talks = try AlternatingOffers(deadline: 4, strategies: [.micro, stubborn])
    let run = try talks.run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(run.acts.filter { $0.party == 0 && $0.deed == .proposes }.map(\.outcome) == [0, 1, 1, 1])
    #expect(run.ending == .deadline)
  }

  @Test("two of them agree no later than at the best common rank", arguments: UInt64(0)..<60)
  func bestCommonRank(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed, reservation: 0)
    let talks = try AlternatingOffers(deadline: 1000, strategies: [.micro, .micro])
    let run = try talks.run(on: table, chance: RandomStream(seed: seed))
    // The party that ranks an outcome lower puts it on the table in the round of that rank, when the other has come
    // further down; the first party hears the second only in the round after.
    let round = (0..<table.outcomeCount).map { outcome in
      let places = table.standpoints.map { $0.place(of: outcome) }
      return places[0] >= places[1] ? places[0] + 1 : places[1] + 2
    }
    let deal = try #require(run.deal)
    #expect(deal.round <= (round.min() ?? 0))
    let reached = table.standpoints.map { $0.worth(at: deal.round - 1) }
    for (worth, least) in zip(run.worths, reached) { #expect(worth >= least) }
  }
}
