import Mathematics
import Negotiations
import Testing

@Suite struct SimultaneousBidsTests {
  /// Both ask for 4, 3, 2 of their own: in the third round they bid the same, and the first party, whose turn it is
  /// again, is taken at its word.
  @Test func bothComeToTheMiddleAtOnce() throws {
    let table = try ProtocolSamples.table([[4, 3, 2, 1, 0], [0, 1, 2, 3, 4]])
    let talks = try SimultaneousBids(deadline: 5, strategies: [.linear, .linear])
    let run = try talks.run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(
      ProtocolSamples.words(run) == [
        "1: 1 proposes 0", "1: 2 proposes 4", "1: 2 rejects 0", "1: 1 rejects 4",
        "2: 1 proposes 1", "2: 2 proposes 3", "2: 1 rejects 3", "2: 2 rejects 1",
        "3: 1 proposes 2", "3: 2 proposes 2", "3: 2 accepts 2", "3: 1 accepts 2",
      ])
    #expect(run.worths == [2, 2])
  }

  /// From the start each would take the other's bid; whose is taken goes around with the rounds.
  @Test func theTurnGoesAround() throws {
    let table = try ProtocolSamples.table([[4, 3], [3, 4]])
    let easy = [0, 1].map { NegotiationStrategy("easy", bidding: ScriptedBidding(offers: [$0], aspiration: 0)) }
    let run = try SimultaneousBids(deadline: 2, strategies: easy).run(on: table, chance: RandomStream(seed: 0))
    #expect(run.worths == [4, 3])
    let late = [[1, 0], [0, 1]].map {
      NegotiationStrategy("late", bidding: ScriptedBidding(offers: $0), acceptance: .time(1))
    }
    let second = try SimultaneousBids(deadline: 2, strategies: late).run(on: table, chance: RandomStream(seed: 0))
    #expect(second.deal == .some(.init(outcome: 1, round: 2, members: [0, 1])))
  }
}
