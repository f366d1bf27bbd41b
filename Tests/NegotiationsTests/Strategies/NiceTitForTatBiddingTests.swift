import Mathematics
import Negotiations
import Testing

@Suite struct NiceTitForTatBiddingTests {
  @Test("never comes further down than what the stubborn has offered", arguments: UInt64(0)..<20)
  func againstTheStubborn(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed, reservation: 0)
    let (own, other) = (table.standpoints[0], table.standpoints[1])
    let stubborn = NegotiationStrategy("stubborn", bidding: TimeDependentBidding(exponent: 1, start: 1, end: 1))
    let nice = NegotiationStrategy("nice", bidding: NiceTitForTatBidding(width: 0), acceptance: .time(2))
    let run = try AlternatingOffers(deadline: 20, strategies: [nice, stubborn])
      .run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    // To a model that knows this one text, it is the best by far, and so what it gives the party is fair, or more
    // than fair.
    let offered = own.worths[other.outcome(at: 0)]
    for act in run.acts where act.party == 0 && act.deed == .proposes {
      #expect(own.worths[try #require(act.outcome)] >= min(offered, own.best))
    }
  }

  /// Two issues of two options, worth 3 and 1 to the first, 1 and 3 to the second for the options they want. The
  /// scripted second offers what it wants of both, then gives the first issue: after two offers its model likes the
  /// second issue's option, and the fair text, 01, gives each 3 of 4. The second's best offer has come all that way,
  /// so the first goes there too.
  @Test func meetsAtTheFairText() throws {
    let agenda = try Agenda([Issue("a", .choices(["mine", "yours"])), Issue("b", .choices(["mine", "yours"]))])
    let table = try BargainingTable(
      NegotiationScenario(
        agenda: agenda,
        parties: [
          Preferences(party: "1", worths: [[3, 0], [1, 0]]), Preferences(party: "2", worths: [[0, 1], [0, 3]]),
        ]))
    let nice = NegotiationStrategy("nice", bidding: NiceTitForTatBidding(), acceptance: .time(2))
    let scripted = NegotiationStrategy("scripted", bidding: ScriptedBidding(offers: [3, 1]))
    let run = try AlternatingOffers(deadline: 3, strategies: [nice, scripted])
      .run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(run.acts.filter { $0.party == 0 && $0.deed == .proposes }.map(\.outcome) == [0, 0, 1])
  }
}
