import Mathematics
import Negotiations
import Testing

@Suite struct TitForTatBiddingTests {
  /// Texts worth 0 to 10 to the first party, 10 to 0 to the second, which offers what is worth 2, 4, 5, 5, 3 to the
  /// first.
  static func offers(_ bidding: TitForTatBidding) throws -> [Int] {
    let up = (0...10).map(Double.init)
    let table = try ProtocolSamples.table([up, up.reversed()])
    let scripted = NegotiationStrategy("scripted", bidding: ScriptedBidding(offers: [2, 4, 5, 5, 3]))
    let own = NegotiationStrategy("tit for tat", bidding: bidding, acceptance: .all([.next(), .time(2)]))
    let run = try AlternatingOffers(deadline: 6, strategies: [own, scripted])
      .run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    return run.acts.filter { $0.party == 0 && $0.deed == .proposes }.compactMap(\.outcome)
  }

  /// 2/4 of all, 4/5 of that, the same again, and 5/3 of that: 10, 5, 4, 4, 6⅔, which is reached from 7 on.
  @Test func answersInProportion() throws {
    #expect(try Self.offers(.init(.relative())) == [10, 10, 5, 4, 4, 7])
  }

  /// One offer later.
  @Test func answersInProportionWithDelay() throws {
    #expect(try Self.offers(.init(.relative(delay: 2))) == [10, 10, 10, 5, 4, 4])
  }

  /// 2, 1, 0 less, and 2 more.
  @Test func answersByTheDifference() throws {
    #expect(try Self.offers(.init(.absolute())) == [10, 10, 8, 7, 7, 9])
  }

  /// 2/5 of all, 4/5 of that and 5/3 of that: 4, 3.2, 5⅓.
  @Test func answersTheMeanOfSeveral() throws {
    #expect(try Self.offers(.init(.averaged(window: 2))) == [10, 10, 10, 4, 4, 6])
  }

  @Test("never offers less than no deal", arguments: UInt64(0)..<40)
  func individuallyRational(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed, parties: 3)
    let talks = try AlternatingOffers(deadline: 60, strategies: [.titForTat, .niceTitForTat, .conceder])
    let run = try talks.run(on: table, chance: RandomStream(seed: seed), isTraced: true)
    for act in run.acts where act.deed == .proposes {
      let (party, outcome) = (try #require(act.party), try #require(act.outcome))
      #expect(table.standpoints[party].worths[outcome] >= table.reservations[party])
    }
    #expect(try talks.run(on: table, chance: RandomStream(seed: seed), isTraced: true) == run)
  }
}
