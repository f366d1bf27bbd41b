import Mathematics
import Negotiations
import Testing

@Suite struct NegotiationSeriesTests {
  @Test func givesTheBitsOfOneRunAfterTheOther() throws {
    let table = try ProtocolSamples.random(seed: 5, parties: 3)
    let rules: [any NegotiationProtocol] = [
      try AlternatingOffers(deadline: 30, strategies: [.random, .boulware, .random]),
      try SingleNegotiatingText(deadline: 40), MonotonicConcession(),
    ]
    let series = try NegotiationSeries(rules, on: table, runs: 70, seed: 9)
    for (rules, results) in zip(rules, series.results) {
      for (run, result) in results.enumerated() {
        let alone = try rules.run(on: table, chance: RandomStream(seed: 9, stream: [run]), isTraced: false)
        #expect(alone == result)
      }
    }
    #expect(try NegotiationSeries(rules, on: table, runs: 70, seed: 9).summaries == series.summaries)
    #expect(Set(series.results[0].map(\.worths)).count > 1)
  }

  /// Ten runs that all end at text 2, worth (2, 2) on scales from 0 to 4; (4, 1) is (1/2, 1/4) of them away. Ten of
  /// ten: the lower end of Wilson's interval is 10 / (10 + z²).
  @Test func summarises() throws {
    let table = try ProtocolSamples.table([[4, 3, 2, 1, 0], [0, 1, 2, 3, 4]])
    let meeting = try AlternatingOffers(deadline: 5, strategies: [.linear, .linear])
    let hard = [0, 4].map { NegotiationStrategy("hard", bidding: ScriptedBidding(offers: [$0])) }
    let never = try AlternatingOffers(deadline: 3, strategies: hard)
    let series = try NegotiationSeries([meeting, never], on: table, runs: 10, seed: 1, points: [[2, 2], [4, 1]])
    let summary = series.summaries[0]
    #expect(summary.agreements == 10 && summary.agreementRate.value == 1 && summary.rounds == 3)
    let z = StandardNormal.quantile(0.975)
    #expect(abs(summary.agreementRate.low - 10 / (10 + z * z)) < 1e-15)  // a few roundings
    #expect(summary.worths.map { [$0.low, $0.value, $0.high] } == [[2, 2, 2], [2, 2, 2]])
    #expect(summary.distances[0] == 0)
    #expect(abs((summary.distances[1] ?? 0) - (0.25 + 0.0625).squareRoot()) < 1e-15)  // ten roundings of a sum
    #expect(series.summaries[1].agreements == 0 && series.summaries[1].distances == [nil, nil])
  }

  @Test func refusesNoRunsAndPassesOnWhatRulesRefuse() throws {
    let table = try ProtocolSamples.table([[4, 0], [0, 4]])
    #expect(throws: NegotiationError.runs(0)) { try NegotiationSeries([], on: table, runs: 0, seed: 1) }
    #expect(NegotiationError.runs(0).description == "a series of 0 runs; ask for 1 or more")
    let talks = try AlternatingOffers(deadline: 5, strategies: [.linear])
    #expect(throws: NegotiationError.strategyCount(1, parties: 2)) {
      try NegotiationSeries([talks], on: table, runs: 3, seed: 1)
    }
  }
}
