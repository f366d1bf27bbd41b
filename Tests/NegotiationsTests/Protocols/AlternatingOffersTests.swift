import Mathematics
import Negotiations
import Testing

@Suite struct AlternatingOffersTests {
  /// Worths 4, 3, 2, 1, 0 and 0, 1, 2, 3, 4; both ask for 4, 3, 2, 1, 0 of their own in the five rounds.
  @Test func twoLinearPartiesMeetInTheMiddle() throws {
    let table = try ProtocolSamples.table([[4, 3, 2, 1, 0], [0, 1, 2, 3, 4]])
    let talks = try AlternatingOffers(deadline: 5, strategies: [.linear, .linear])
    let run = try talks.run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(
      ProtocolSamples.words(run) == [
        "1: 1 proposes 0", "1: 2 rejects 0", "1: 2 proposes 4", "2: 1 rejects 4", "2: 1 proposes 1", "2: 2 rejects 1",
        "2: 2 proposes 3", "3: 1 rejects 3", "3: 1 proposes 2", "3: 2 accepts 2",
      ])
    #expect(run.deal == .some(.init(outcome: 2, round: 3, members: [0, 1])))
    #expect(run.worths == [2, 2] && run.rounds == 3 && run.turns == 6)
  }

  /// In the three rounds they ask for 4, 2, 0; 3, 1.5, 0; 4, 2.5, 1 of their own. The second party's acceptance of
  /// text 1 does not outlive the third's rejection; text 3 is a deal because both others accept it in a row, over the
  /// end of a round.
  @Test func threePartiesNeedTwoAcceptancesInARow() throws {
    let table = try ProtocolSamples.table([[4, 3, 1, 0], [0, 2, 3, 1], [1, 2, 2, 4]])
    let talks = try AlternatingOffers(deadline: 3, strategies: [.linear, .linear, .linear])
    let run = try talks.run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(
      ProtocolSamples.words(run) == [
        "1: 1 proposes 0", "1: 2 rejects 0", "1: 2 proposes 2", "1: 3 rejects 2", "1: 3 proposes 3",
        "2: 1 rejects 3", "2: 1 proposes 1", "2: 2 accepts 1", "2: 3 rejects 1", "2: 3 proposes 3",
        "3: 1 accepts 3", "3: 2 accepts 3",
      ])
    #expect(run.worths == [0, 1, 4] && run.turns == 8)
  }

  @Test func whoCanOnlyLoseLeaves() throws {
    let table = try ProtocolSamples.table([[4, 3], [1, 2]], reservations: [0, 3])
    let talks = try AlternatingOffers(deadline: 5, strategies: [.linear, .linear])
    let run = try talks.run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(run.ending == .walkAway(party: 1))
    #expect(ProtocolSamples.words(run) == ["1: 1 proposes 0", "1: 2 leaves"])
    #expect(run.worths == [0, 3])
  }

  @Test func theDeadlineLeavesEverybodyWhatItHas() throws {
    let table = try ProtocolSamples.table([[4, 1], [1, 4]], reservations: [2, 2])
    let talks = try AlternatingOffers(deadline: 7, strategies: [.linear, .conceder])
    let run = try talks.run(on: table, chance: RandomStream(seed: 0))
    #expect(run.ending == .deadline && run.rounds == 7 && run.turns == 14)
    #expect(run.worths == [2, 2] && run.acts.isEmpty && run.deal == nil)
  }

  /// Who insists to the end has waited for nothing: what no deal is worth is not discounted, and a deal's gain stays one.
  @Test func waitingMakesNobodyLeave() throws {
    let table = try ProtocolSamples.table([[8, 0], [0, 8]], reservations: [3, 3], discounts: [0.5, 0.5])
    let talks = try AlternatingOffers(deadline: 9, strategies: [.boulware, .boulware])
    let run = try talks.run(on: table, chance: RandomStream(seed: 0))
    #expect(run.ending == .deadline && run.rounds == 9 && run.worths == [3, 3])
  }

  /// Worths −8 and −9 beside −10 without a deal, a discount of 1/2: gains of 2 and 1, halved each round.
  @Test func waitingIsCostlyWhereverZeroIs() throws {
    let table = try ProtocolSamples.table([[-8, -9], [-9, -8]], reservations: [-10, -10], discounts: [0.5, 0.5])
    #expect(table.worths(of: 0, in: 1) == [-8, -9])
    #expect(table.worths(of: 0, in: 2) == [-9, -9.5])
    #expect(table.worths(of: 0, in: 3) == [-9.5, -9.75])
    // With nothing for no deal, it is the worth that is discounted.
    let plain = try ProtocolSamples.table([[8, 1], [1, 8]], discounts: [0.5, 0.25])
    #expect(plain.worths(of: 0, in: 3) == [2, 0.0625])
  }

  @Test("deals leave nobody worse off than no deal", arguments: UInt64(0)..<60)
  func individuallyRational(seed: UInt64) throws {
    let parties = 2 + Int(seed % 4)
    let table = try ProtocolSamples.random(seed: seed, parties: parties)
    let kinds: [NegotiationStrategy] = [.boulware, .linear, .conceder, .micro]
    let strategies = (0..<parties).map { kinds[($0 + Int(seed)) % kinds.count] }
    let talks = try AlternatingOffers(deadline: 40, strategies: strategies)
    let run = try talks.run(on: table, chance: RandomStream(seed: seed), isTraced: true)
    for (worth, reservation) in zip(run.worths, table.reservations) { #expect(worth >= reservation) }
    for act in run.acts where act.deed == .proposes || act.deed == .accepts {
      let (party, outcome) = (try #require(act.party), try #require(act.outcome))
      #expect(table.standpoints[party].worths[outcome] >= table.reservations[party])
    }
    let untraced = try talks.run(on: table, chance: RandomStream(seed: seed))
    #expect(untraced.ending == run.ending && untraced.worths == run.worths && untraced.turns == run.turns)
    #expect(try talks.run(on: table, chance: RandomStream(seed: seed), isTraced: true) == run)
  }

  @Test func refusesWhatDoesNotFit() throws {
    #expect(throws: NegotiationError.deadline(0)) { try AlternatingOffers(deadline: 0, strategies: []) }
    #expect(NegotiationError.deadline(0).description == "a deadline of 0 rounds; give 1 or more")
    let table = try ProtocolSamples.table([[4, 3], [1, 2]])
    let talks = try AlternatingOffers(deadline: 5, strategies: [.linear])
    #expect(throws: NegotiationError.strategyCount(1, parties: 2)) {
      try talks.run(on: table, chance: RandomStream(seed: 0))
    }
    #expect(
      NegotiationError.strategyCount(1, parties: 2).description == "1 strategies for 2 parties; give one for each")
  }
}
