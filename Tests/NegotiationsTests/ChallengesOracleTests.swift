import Negotiations
import Testing

/// Collective decisions whose turns of challenges were played by another program, and by KTAB.
@Suite struct ChallengesOracleTests {
  private static let drawn: Result<DrawnChallenges, any Error> = Result { try OracleFile.read("challenges") }
  private static let count = 6

  @Test("there are as many decisions as are played") func isWhole() throws {
    #expect(try Self.drawn.get().decisions.count == Self.count)
  }

  @Test("everybody challenges and stands as elsewhere in every turn", arguments: 0..<count)
  func turns(number: Int) throws {
    let known = try Self.drawn.get().decisions[number]
    let course = try challengeCourse(of: known.setting)
    #expect(course.isStill == (known.turns.count < ChallengeRules().turnLimit), "\(known.name)")
    let before = course.states.dropLast()
    #expect(before.map { $0.challenges.map { [$0.challenger, $0.target] } } == known.challenges, "\(known.name)")
    // Positions are kept in ten-thousandths of a scale.
    let after = course.states.dropFirst().map { $0.positions.map { $0.map { Int((100 * $0).rounded()) } } }
    #expect(after == known.turns, "\(known.name)")
    // What goes in is the same to the last digit; some dozens of products and quotients follow.
    let start = course.states[0]
    #expect(zip(start.riskAttitudes, known.attitude).allSatisfy { abs($0 - $1) <= 1e-9 }, "\(known.name)")
  }

  @Test("the unit of capability does not matter, however close bargains lie", arguments: [0.01, 1.0 / 3, 1000])
  func unit(times: Double) throws {
    let known = try #require(try Self.drawn.get().decisions.last)
    let same = try challengeCourse(of: known.setting)
    let told = try challengeCourse(of: known.setting(capabilityTimes: times))
    #expect(told.states.map(\.positions) == same.states.map(\.positions))
  }
}

private struct DrawnChallenges: Decodable {
  struct Decision: Decodable {
    let name: String
    let capability: [Double]
    let position, salience: [[Double]]
    let attitude: [Double]
    let challenges: [[[Int]]]
    let turns: [[[Int]]]

    var setting: DecisionSetting { get throws { try setting(capabilityTimes: 1) } }

    func setting(capabilityTimes times: Double) throws -> DecisionSetting {
      try DecisionSetting(
        issues: position[0].indices.map { .init("issue \($0)") },
        parties: capability.indices.map { party in
          .init(
            "party \(party)", capability: capability[party] * times,
            stakes: zip(position[party], salience[party]).map { .init(100 * $0, salience: $1) })
        })
    }
  }

  let decisions: [Decision]
}
