import Mathematics
import Testing

@testable import Negotiations

@Suite struct CompromiseTests {
  @Test(
    "gives the outcomes and weights of the toll dispute",
    arguments: [
      (0, 49.3532, 5.025), (1, 2.2710, 3.93), (2, 50.5789, 4.75), (3, 52.4855, 4.325), (4, 49.4883, 3.42),
      (5, 56.6008, 4.81),
    ])
  func toll(issue: Int, published: Double, weight: Double) throws {
    let setting = try TollSettings.setting()
    #expect(abs(compromises(of: setting)[issue].outcome - published) <= 0.00005)  // four decimals are printed
    #expect(abs(setting.weights(on: issue).reduce(0, +) - weight) <= 1e-12)  // short decimals; only adding up rounds
  }

  /// The figures are those quoted from the literature, not held against a printed copy.
  @Test func meanOfTheCarEmissionsIsAsWorkedOut() throws {
    #expect(abs(compromises(of: try carEmissions())[0].outcome - 7.38996) <= 0.000005)  // quoted to five decimals
  }

  @Test("says how far the outcome follows a party", arguments: UInt64(0)..<50)
  func influenceIsTheDerivative(seed: UInt64) throws {
    let setting = try randomSetting(seed: seed)
    for compromise in compromises(of: setting) {
      let number = compromise.issue
      #expect(abs(compromise.influence.reduce(0, +) - 1) <= 1e-12)
      let positions = setting.parties.compactMap { $0.stakes[number]?.position }
      // 1e-9: the mean is reckoned in points of the scale and brought back.
      #expect(compromise.outcome >= positions.min()! - 1e-9 && compromise.outcome <= positions.max()! + 1e-9)
      for (index, party) in setting.parties.enumerated() {
        guard let stake = party.stakes[number] else {
          #expect(compromise.influence[index] == 0)
          continue
        }
        let issue = setting.issues[number]
        let step = (issue.high - issue.low) * (stake.position > (issue.low + issue.high) / 2 ? -0.25 : 0.25)
        let moved = try setting.replacing(party: index, issue: number, position: stake.position + step)
        let shift = compromises(of: moved)[number].outcome - compromise.outcome
        #expect(abs(shift - step * compromise.influence[index]) <= 1e-9 * abs(step))
      }
    }
  }

  @Test("does not hang on units, or on the order of parties", arguments: UInt64(0)..<50)
  func unitsAndOrderDoNotMatter(seed: UInt64) throws {
    let setting = try randomSetting(seed: seed)
    let other = try setting.inOtherUnits(capabilityTimes: 1e12, scaleTimes: 250, shiftedBy: -40)
    let reversed = try DecisionSetting(issues: setting.issues, parties: setting.parties.reversed())
    for (number, outcome) in compromises(of: setting).map(\.outcome).enumerated() {
      #expect(abs(compromises(of: other)[number].outcome - (250 * outcome - 40)) <= 1e-8)
      #expect(abs(compromises(of: reversed)[number].outcome - outcome) <= 1e-10)
    }
  }
}

@Suite struct MajorityVoteTests {
  @Test func sevenYearsBeatEveryOtherDelay() throws {
    let contest = majorityContests(of: try carEmissions(), vote: .proportional)[0]
    #expect(contest.options == [4, 7, 10])
    #expect(contest.winner == 1)
    #expect(contest.beaters(of: 0) == [1, 2])
    // In hundredths of salience the margins are quoted as 905 and 25, short decimals; not held against a printed copy.
    #expect(abs(contest.margins[1][0] * 100 - 905) <= 1e-9)
    #expect(abs(contest.margins[1][2] * 100 - 25) <= 1e-9)
  }

  @Test("elects the weighted median however votes are cast", arguments: UInt64(0)..<100)
  func median(seed: UInt64) throws {
    let setting = try randomSetting(seed: seed)
    for vote in DecisionVote.allCases {
      for contest in majorityContests(of: setting, vote: vote) {
        let weights = setting.weights(on: contest.issue)
        let total = weights.reduce(0, +)
        func below(_ limit: Double, orAt: Bool) -> Double {
          zip(setting.parties, weights).reduce(0) { sum, party in
            guard let x = party.0.stakes[contest.issue]?.position else { return sum }
            return sum + (x < limit || orAt && x == limit ? party.1 : 0)
          }
        }
        let median = contest.options.first { 2 * below($0, orAt: true) > total }!
        #expect(2 * below(median, orAt: false) < total)
        #expect(contest.winner.map { contest.options[$0] } == median, "\(vote)")
        #expect(contest.unbeaten == [contest.winner!])
      }
    }
  }

  @Test func halvesOfEqualWeightLeaveBothUnbeaten() throws {
    let setting = try DecisionSetting(
      issues: [.init("road")],
      parties: [
        .init("a", capability: 1, stakes: [.init(20, salience: 1)]),
        .init("b", capability: 1, stakes: [.init(80, salience: 1)]),
      ])
    let contest = majorityContests(of: setting)[0]
    #expect(contest.winner == nil)
    #expect(contest.unbeaten == [0, 1])
  }

  @Test func wayOfVotingChangesWhoElseBeatsWhom() throws {
    let setting = try DecisionSetting(
      issues: [.init("road", low: 0, high: 60)],
      parties: [(0.0, 2.0), (20, 2), (60, 3)].map {
        .init("\($0.0)", capability: $0.1, stakes: [.init($0.0, salience: 1)])
      })
    let whole = majorityContests(of: setting)[0]
    let cubic = majorityContests(of: setting, vote: .cubic)[0]
    // The party at 20 counts whole for 0 against 60, or a third of the scale cubed, 2 ÷ 27.
    #expect(abs(whole.margins[0][2] - 1) <= 1e-12)
    #expect(abs(cubic.margins[0][2] - (2 - 3 + 2.0 / 27)) <= 1e-12)
    #expect(whole.winner == 1 && cubic.winner == 1)
    #expect(whole.beaters(of: 0) == [1] && cubic.beaters(of: 0) == [1, 2])
  }

  @Test func partyInTheMiddleHasNoVoteBetweenItsNeighbours() throws {
    // |0.2 − 0.1| and |0.2 − 0.3| differ in the last digit as the machine writes them.
    let setting = try DecisionSetting(
      issues: [.init("share", low: 0, high: 1)],
      parties: [0.1, 0.2, 0.3].map { .init("\($0)", capability: 1, stakes: [.init($0, salience: 1)]) })
    #expect(majorityContests(of: setting)[0].margins[0][2] == 0)
  }
}
