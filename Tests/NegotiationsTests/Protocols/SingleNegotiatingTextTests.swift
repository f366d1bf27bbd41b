import Mathematics
import Negotiations
import Testing

@Suite struct SingleNegotiatingTextTests {
  /// Worths (0, 0), (2, 1), (1, 3), (3, 2), texts tried one, two, three further on: 1 is better for both, 3 still
  /// better; then 2 is worse for the first, 0 and 1 for both, and that were all.
  @Test func goesOnAsLongAsNobodyLoses() throws {
    let table = try ProtocolSamples.table([[0, 2, 1, 3], [0, 1, 3, 2]])
    let mediation = try SingleNegotiatingText(deadline: 100, changes: .inTurn, start: 0)
    let run = try mediation.run(on: table, chance: RandomStream(seed: 0), isTraced: true)
    #expect(
      ProtocolSamples.words(run) == [
        "1: mediator proposes 0", "1: 1 accepts 0", "1: 2 accepts 0", "2: mediator proposes 1", "2: 1 accepts 1",
        "2: 2 accepts 1", "3: mediator proposes 3", "3: 1 accepts 3", "3: 2 accepts 3", "4: mediator proposes 2",
        "4: 1 rejects 2", "4: 2 accepts 2", "5: mediator proposes 0", "5: 1 rejects 0", "5: 2 rejects 0",
        "6: mediator proposes 1", "6: 1 rejects 1", "6: 2 rejects 1",
      ])
    #expect(run.worths == [3, 2] && run.rounds == 6)
  }

  @Test("under unanimity a later end is worse for nobody", arguments: UInt64(0)..<40)
  func monotone(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed, parties: 3, issues: 4)
    for changes in [SingleNegotiatingText.Changes.byChance(issues: 1), .byChance(issues: 2), .inTurn] {
      var before = table.reservations
      for deadline in [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144] {
        let run = try SingleNegotiatingText(deadline: deadline, changes: changes)
          .run(on: table, chance: RandomStream(seed: seed))
        #expect(zip(run.worths, before).allSatisfy { $0 >= $1 })
        before = run.worths
      }
    }
  }

  @Test("a majority never carries the text below anybody's reservation", arguments: UInt64(0)..<40)
  func reservations(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed, parties: 3, issues: 4)
    for deadline in 1...60 {
      let run = try SingleNegotiatingText(deadline: deadline, rule: .majority)
        .run(on: table, chance: RandomStream(seed: seed))
      #expect(zip(run.worths, table.reservations).allSatisfy { $0 >= $1 })
    }
  }

  /// Text 1 is worth more to two of three; the third keeps what it has without a deal, and no less.
  @Test func aMajorityCanOutvoteButNotRuin() throws {
    func worths(_ third: Double) throws -> [Double] {
      let table = try ProtocolSamples.table([[1, 2], [1, 2], [1, third]])
      return try SingleNegotiatingText(deadline: 9, changes: .inTurn, rule: .majority, start: 0)
        .run(on: table, chance: RandomStream(seed: 0)).worths
    }
    #expect(try worths(0) == [2, 2, 0])
    #expect(try worths(-0.5) == [1, 1, 1])
  }

  @Test func findsNothingWhereNothingSuitsAll() throws {
    let table = try ProtocolSamples.table([[4, 0], [0, 4]], reservations: [1, 1])
    let run = try SingleNegotiatingText(deadline: 30).run(on: table, chance: RandomStream(seed: 1))
    #expect(run.ending == .deadline && run.worths == [1, 1] && run.rounds == 30)
  }

  @Test func refusesWhatDoesNotFit() throws {
    let table = try ProtocolSamples.table([[4, 0], [0, 4]])
    #expect(throws: NegotiationError.deadline(0)) { try SingleNegotiatingText(deadline: 0) }
    #expect(throws: NegotiationError.outcome(2, count: 2)) {
      try SingleNegotiatingText(deadline: 1, start: 2).run(on: table, chance: RandomStream(seed: 0))
    }
    #expect(
      NegotiationError.outcome(2, count: 2).description == "there is no outcome 2; give a code from 0 to 1")
  }
}
