import Mathematics
import Negotiations
import Testing

@Suite struct VotedProposalsTests {
  /// The first two could agree; the third has less than no deal by whatever suits them.
  static func table() throws -> BargainingTable {
    try ProtocolSamples.table([[3, 2, 0], [2, 3, 0], [0, 0, 3]], reservations: [1, 1, 1])
  }
  static let linear = [NegotiationStrategy](repeating: .linear, count: 3)

  /// They ask for 3, 2, 1 in the three rounds. Text 1 gives the first 2 and the second 3 in the second round.
  @Test func aCoalitionClosesWithoutTheHoldout() throws {
    let talks = try VotedProposals(deadline: 3, strategies: Self.linear, rule: .majority, binding: .consenting)
    let run = try talks.run(on: Self.table(), chance: RandomStream(seed: 0), isTraced: true)
    #expect(
      ProtocolSamples.words(run) == [
        "1: 1 proposes 0", "1: 2 rejects 0", "1: 3 rejects 0", "1: 2 proposes 1", "1: 1 rejects 1", "1: 3 rejects 1",
        "1: 3 proposes 2", "1: 1 rejects 2", "1: 2 rejects 2", "2: 1 proposes 1", "2: 2 accepts 1", "2: 3 rejects 1",
      ])
    #expect(run.deal == .some(.init(outcome: 1, round: 2, members: [0, 1])))
    #expect(run.worths == [2, 3, 1] && run.turns == 12)
  }

  @Test func aDecisionOfTheWholeBindsWhoVotedAgainstIt() throws {
    let talks = try VotedProposals(deadline: 3, strategies: Self.linear, rule: .majority, binding: .everybody)
    let run = try talks.run(on: Self.table(), chance: RandomStream(seed: 0))
    #expect(run.deal == .some(.init(outcome: 1, round: 2, members: [0, 1, 2])))
    #expect(run.worths == [2, 3, 0])
  }

  @Test func aLargeEnoughVoteIsAVeto() throws {
    let rule = try AcceptanceRule.qualified(votes: [1, 1, 2], quota: 3)
    for rule in [rule, .unanimity, rule.and(.majority)] {
      let talks = try VotedProposals(deadline: 3, strategies: Self.linear, rule: rule, binding: .consenting)
      #expect(try talks.run(on: Self.table(), chance: RandomStream(seed: 0)).ending == .deadline)
    }
    #expect(rule.isMet(by: [true, false, true]) && !rule.isMet(by: [true, true, false]))
    #expect(!rule.and(.unanimity).isMet(by: [true, false, true]))
    #expect(AcceptanceRule.majority.isMet(by: [true, false, true]))
    #expect(!AcceptanceRule.majority.isMet(by: [true, false, true, false]))
  }

  @Test func votesInDecimalsAreAddedAsDecimals() throws {
    let rule = try AcceptanceRule.qualified(votes: [0.7, 0.1, 0.2], quota: 0.8)
    #expect(rule.isMet(by: [true, true, false]) && !rule.isMet(by: [true, false, false]))
    let tenth = try AcceptanceRule.qualified(votes: [Double](repeating: 0.1, count: 10), quota: 1)
    #expect(tenth.isMet(by: [Bool](repeating: true, count: 10)))
    #expect(!tenth.isMet(by: [Bool](repeating: true, count: 9) + [false]))
    let third = try AcceptanceRule.qualified(votes: [1.0 / 3, 1.0 / 3, 1.0 / 3], quota: 1)
    #expect(third.isMet(by: [true, true, true]) && !third.isMet(by: [true, true, false]))
    #expect(throws: NegotiationError.quota(1.1, total: 1)) {
      try AcceptanceRule.qualified(votes: [0.7, 0.1, 0.2], quota: 1.1)
    }
  }

  @Test func othersGoOnWhenOneLeaves() throws {
    let table = try ProtocolSamples.table([[3, 2], [2, 3], [1, 1]], reservations: [1, 1, 5])
    func run(_ rule: AcceptanceRule) throws -> NegotiationRun {
      try VotedProposals(deadline: 4, strategies: Self.linear, rule: rule, binding: .consenting)
        .run(on: table, chance: RandomStream(seed: 0))
    }
    #expect(try run(.majority).deal?.members == [0, 1])
    #expect(try run(.unanimity).ending == .walkAway(party: 2))
  }

  @Test("no coalition's deal leaves anybody with less than no deal", arguments: UInt64(0)..<60)
  func individuallyRational(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed, parties: 4, reservation: 0.45)
    let strategies: [NegotiationStrategy] = [.boulware, .conceder, .micro, .random]
    let chance = RandomStream(seed: seed)
    for rule in [AcceptanceRule.majority, .unanimity, try .qualified(votes: [3, 2, 1, 1], quota: 5)] {
      let voted = try VotedProposals(deadline: 20, strategies: strategies, rule: rule, binding: .consenting)
      let bids = try SimultaneousBids(deadline: 20, strategies: strategies, rule: rule)
      for run in [try voted.run(on: table, chance: chance), try bids.run(on: table, chance: chance)] {
        #expect(zip(run.worths, table.reservations).allSatisfy { $0 >= $1 })
        guard let deal = run.deal else { continue }
        #expect(rule.isMet(by: (0..<4).map { deal.members.contains($0) }))
      }
      #expect(try bids.run(on: table, chance: chance) == bids.run(on: table, chance: chance))
    }
  }

  @Test func refusesRulesThatCannotBe() throws {
    #expect(throws: NegotiationError.quota(5, total: 4)) { try AcceptanceRule.qualified(votes: [1, 3], quota: 5) }
    #expect(
      NegotiationError.quota(5, total: 4).description
        == "a quota of 5.0 where all votes together are 4.0; give a number above 0 and at most that")
    #expect(throws: NegotiationError.quota(0, total: 4)) { try AcceptanceRule.qualified(votes: [1, 3], quota: 0) }
    #expect(throws: NegotiationError.vote(-1)) { try AcceptanceRule.qualified(votes: [-1, 3], quota: 1) }
    #expect(NegotiationError.vote(-1).description == "a vote weighs -1.0; give a finite number, 0 or more")
    let rule = try AcceptanceRule.qualified(votes: [1, 3], quota: 3)
    let talks = try VotedProposals(deadline: 3, strategies: Self.linear, rule: rule, binding: .consenting)
    #expect(throws: NegotiationError.voteCount(2, parties: 3)) {
      try talks.run(on: Self.table(), chance: RandomStream(seed: 0))
    }
    #expect(NegotiationError.voteCount(2, parties: 3).description == "2 votes for 3 parties; give one for each")
    #expect(throws: NegotiationError.deadline(0)) {
      try VotedProposals(deadline: 0, strategies: [], rule: .majority, binding: .everybody)
    }
    #expect(throws: NegotiationError.deadline(-1)) { try SimultaneousBids(deadline: -1, strategies: []) }
  }
}
