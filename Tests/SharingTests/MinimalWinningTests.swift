import CollectiveAction
import Sharing
import Testing

@Suite struct MinimalWinningTests {
  @Test("gives the indices of the Council of 1958 that its four minimal winning coalitions make")
  func council1958() throws {
    // The three large ones; two of them with both of the middle ones.
    let power = try VotingBodies.council1958().minimalWinningPower()
    #expect(power.coalitions == 4)
    #expect(power.memberships == [3, 3, 3, 3, 3, 0])
    #expect(power.publicGood == [0.2, 0.2, 0.2, 0.2, 0.2, 0])
    // (1/3 + 2/4) / 4 and (3/4) / 4; rounding of the points the integral is taken at.
    for (share, exact) in zip(power.deeganPackel, [5.0 / 24, 5.0 / 24, 5.0 / 24, 3.0 / 16, 3.0 / 16, 0]) {
      #expect(abs(share - exact) <= 1e-15)
    }
  }

  @Test("agrees with the table of any small body", arguments: UInt64(0)..<100)
  func smallBodies(seed: UInt64) throws {
    let body = try VotingBodies.random(voters: 8, seed: seed, criteria: 1...1)
    let (table, power) = (try body.table(), try body.minimalWinningPower())
    let minimal = try minimalWinningCoalitions(of: table)
    #expect(power.coalitions == Double(minimal.count))
    #expect(
      power.memberships
        == body.voters.indices.map { voter in
          Double(minimal.filter { $0.contains(voter) }.count)
        })
    let (deegan, holler) = (try deeganPackelIndex(of: table), try publicGoodIndex(of: table))
    for voter in body.voters.indices {
      #expect(abs(power.deeganPackel[voter] - deegan[voter]) <= 1e-14)  // sums of up to 70 fractions
      #expect(abs(power.publicGood[voter] - holler[voter]) <= 1e-15)
    }
    #expect(abs(deegan.sum - 1) <= 1e-14)
  }

  @Test("counts the minimal winning coalitions of hundreds of voters")
  func hundreds() throws {
    // 71 of 141 equal voters: each is in 71/141 of the C(141, 71) coalitions.
    let power = try WeightedVotingGame(
      voters: (0..<141).map { "\($0)" }, weights: [Int](repeating: 1, count: 141), quota: 71
    ).minimalWinningPower()
    #expect(abs(power.memberships[7] / power.coalitions - 71.0 / 141) <= 1e-12)  // 300 roundings
    #expect(abs(power.deeganPackel[7] * 141 - 1) <= 1e-11)  // as many at each of 71 points
  }

  @Test func refusesWhatIsNoSimpleGame() throws {
    func error(_ worths: [Double]) -> String? {
      do throws(SharingError) {
        _ = try SharingRule.holler.divide(CoalitionGame(players: ["a", "b"], surpluses: worths))
      } catch { return "\(error)" }
      return nil
    }
    #expect(
      error([0, 0, 0, 2]) == "{a, b} gets 2, but in a vote a coalition gets 1 or 0, and all together 1; "
        + "use the Shapley value, which takes any worths")
    #expect(
      error([0, 0.5, 0, 1]) == "{a} gets 0.5, but in a vote a coalition gets 1 or 0, and all together 1; "
        + "use the Shapley value, which takes any worths")
    #expect(error([0, 1, 0, 1]) == nil)
    let three = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 1, 0, 0, 0, 1, 0, 1])
    #expect(throws: SharingError.losesByAMember(winners: ["a"], member: "b")) { try deeganPackelIndex(of: three) }
    #expect(
      "\(SharingError.losesByAMember(winners: ["a"], member: "b"))" == "{a} wins, but not together with 'b'; "
        + "let every coalition that contains a winning one win, or use the Shapley value")
    #expect(throws: SharingError.costsAreNoVotes) {
      try shapleyShubikIndex(of: CoalitionGame(players: ["a"], costs: [0, 1]))
    }
    #expect(
      "\(SharingError.costsAreNoVotes)" == "worths are paid here, but in a vote a coalition gets 1 or 0; "
        + "use the Shapley value, which takes any worths")
    #expect(throws: StructuredGameError.severalCriteria) {
      try WeightedVotingGame(voters: ["a", "b"], criteria: [.members(1, of: 2), .members(2, of: 2)])
        .minimalWinningPower()
    }
  }
}
