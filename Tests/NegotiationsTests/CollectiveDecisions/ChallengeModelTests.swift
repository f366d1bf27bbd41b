import Mathematics
import Testing

@testable import Negotiations

/// Parties with a stake in every issue, whose saliences divide their attention.
private func attentiveSetting(seed: UInt64) throws -> DecisionSetting {
  let drawn = try randomSetting(seed: seed, missing: 0)
  let issues = Double(drawn.issues.count)
  return try DecisionSetting(
    issues: drawn.issues,
    parties: drawn.parties.map { party in
      .init(
        party.name, capability: party.capability,
        stakes: party.stakes.map { $0.map { .init($0.position, salience: $0.salience / issues) } })
    })
}

@Suite struct ChallengeModelTests {
  @Test("follows the formulas turn by turn", arguments: UInt64(0)..<12)
  func oracle(seed: UInt64) throws {
    let setting = try attentiveSetting(seed: seed)
    var rules = ChallengeRules()
    rules.turnLimit = 3
    rules.stillness = 0
    let course = try challengeCourse(of: setting, rules: rules)
    var oracle = ChallengeOracle(setting)
    #expect(course.states.count == 4)
    for (turn, state) in course.states.enumerated() {
      for (party, point) in state.positions.enumerated() {
        for (issue, position) in point.enumerated() {
          // Bargains are rounded to ten-thousandths of the scale, so only bringing them to units rounds.
          let scale = setting.issues[issue]
          #expect(abs(scale.points(at: position) - 100 * oracle.x[party][issue]) <= 1e-9, "turn \(turn)")
        }
      }
      guard turn < 3 else { break }
      let expected = oracle.play()
      #expect(state.challenges.map(\.challenger) == expected.indices.filter { expected[$0] != nil })
      for challenge in state.challenges {
        #expect(challenge.target == expected[challenge.challenger]?.target)
        #expect(abs(challenge.chance - (expected[challenge.challenger]?.chance ?? -1)) <= 1e-9)
      }
    }
  }

  @Test("keeps every position between those that were taken, and every chance a chance", arguments: UInt64(0)..<9)
  func ranges(seed: UInt64) throws {
    let setting = try attentiveSetting(seed: seed)
    for election in ChallengeRules.Election.allCases {
      for commitment in ChallengeRules.Commitment.allCases {
        var rules = ChallengeRules()
        rules.election = election
        rules.commitment = commitment
        rules.vote = DecisionVote.allCases[Int(seed % 3)]
        rules.riskRange = ChallengeRules.RiskRange.allCases[Int(seed / 3 % 3)]
        rules.victoryExponent = 1 << Int(seed % 4)
        rules.bargainExponent = 1 + Int(seed % 2)
        rules.turnLimit = 2
        let course = try challengeCourse(of: setting, rules: rules)
        for state in course.states {
          // 1e-9: what adding up chances rounds away; parties in one place share a chance.
          #expect(state.chances.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-9 })
          #expect(state.chances.reduce(0, +) >= 1 - 1e-9)
          for (number, issue) in setting.issues.enumerated() {
            let first = setting.parties.compactMap { $0.stakes[number]?.position }
            let slack = 1e-4 * (issue.high - issue.low)  // bargains are rounded to that
            let now = state.positions.map { $0[number] }
            #expect(now.min()! >= first.min()! - slack && now.max()! <= first.max()! + slack)
          }
          for challenge in state.challenges { #expect(challenge.gain > rules.leastGain && challenge.chance < 1) }
        }
        #expect(course.states.last?.challenges.isEmpty == true)
      }
    }
  }

  @Test("does not hang on units or the order of issues", arguments: UInt64(0)..<6)
  func units(seed: UInt64) throws {
    let setting = try attentiveSetting(seed: seed)
    var rules = ChallengeRules()
    rules.turnLimit = 3
    let course = try challengeCourse(of: setting, rules: rules)
    let other = try challengeCourse(
      of: setting.inOtherUnits(capabilityTimes: 1000, scaleTimes: 4, shiftedBy: 1), rules: rules)
    let turned = try challengeCourse(
      of: DecisionSetting(
        issues: setting.issues.reversed(),
        parties: setting.parties.map { .init($0.name, capability: $0.capability, stakes: $0.stakes.reversed()) }),
      rules: rules)
    for (number, outcome) in course.outcomes.enumerated() {
      // A bargain within rounding of half a ten-thousandth may fall to either side: 1e-4 of the scale.
      let slack = 1e-4 * (setting.issues[number].high - setting.issues[number].low)
      #expect(abs(other.outcomes[number] - (4 * outcome + 1)) <= 4 * slack)
      #expect(abs(turned.outcomes[setting.issues.count - 1 - number] - outcome) <= slack)
    }
  }

  @Test func partiesThatAgreeStayWhereTheyAre() throws {
    let setting = try DecisionSetting(
      issues: [.init("road")],
      parties: ["a", "b", "c"].map { .init($0, capability: 2, stakes: [.init(40, salience: 0.5)]) })
    let course = try challengeCourse(of: setting)
    #expect(course.isStill)
    #expect(course.states.allSatisfy { $0.challenges.isEmpty && $0.positions == [[40], [40], [40]] })
    #expect(course.states[0].riskAttitudes == [0, 0, 0])
  }

  @Test func strongPartyDrawsTheWeakOne() throws {
    let setting = try DecisionSetting(
      issues: [.init("road")],
      parties: [
        .init("strong", capability: 100, stakes: [.init(80, salience: 0.9)]),
        .init("weak", capability: 5, stakes: [.init(20, salience: 0.9)]),
      ])
    let course = try challengeCourse(of: setting)
    let first = course.states[0]
    #expect(first.riskAttitudes == [1, -0.5])
    #expect(first.challenges[0].challenger == 0 && first.challenges[0].chance > 0.9)
    let last = try #require(course.states.last)
    #expect(last.positions[0][0] > 75)
    #expect(last.positions[1][0] > 75)
    #expect(course.outcomes[0] > 75 && course.outcomes[0] <= 80)
  }

  @Test func partyWithoutAStakeIsPlacedAtTheCompromise() throws {
    let setting = try DecisionSetting(
      issues: [.init("road"), .init("rail")],
      parties: [
        .init("a", capability: 1, stakes: [.init(0, salience: 0.5), .init(10, salience: 0.5)]),
        .init("b", capability: 1, stakes: [.init(100, salience: 0.5), nil]),
        .init("c", capability: 1, stakes: [.init(60, salience: 0.5), .init(30, salience: 0.5)]),
      ])
    #expect(try challengeCourse(of: setting).states[0].positions[1] == [100, 20])
  }

  @Test func refusesWhatTheModelCannotUse() throws {
    func message(_ setting: DecisionSetting, _ change: (inout ChallengeRules) -> Void = { _ in }) -> String {
      var rules = ChallengeRules()
      change(&rules)
      do throws(DecisionError) {
        _ = try challengeCourse(of: setting, rules: rules)
        return "accepted"
      } catch {
        return error.description
      }
    }
    let two = try attentiveSetting(seed: 1)
    #expect(
      message(try TollSettings.setting()).hasPrefix("the saliences of 'Willems' add up to 4."))
    #expect(
      DecisionError.attention(party: "a", 1.5).description
        == "the saliences of 'a' add up to 1.5; for challenges give shares of its attention, together at most 1")
    #expect(message(two) { $0.victoryExponent = 0 } == "the victory exponent is 0.0; give 1 or more")
    #expect(message(two) { $0.bargainExponent = 0 } == "the bargain exponent is 0.0; give 1 or more")
    #expect(message(two) { $0.insight = 2 } == "the insight is 2.0; give a number from 0 to 1")
    #expect(message(two) { $0.leastGain = -1 } == "the least gain is -1.0; give a finite number, 0 or more")
    #expect(message(two) { $0.stillness = .nan } == "the stillness is nan; give a finite number, 0 or more")
    #expect(message(two) { $0.turnLimit = 0 } == "the turn limit is 0.0; give 1 or more")
  }
}

@Suite struct ChallengeElectionTests {
  /// A voter for each pair: two options, two parties with weights 3 and 1 and opposite wishes.
  @Test func twoOptionsAreAsLikelyAsTheirSupport() {
    for election in [ChallengeRules.Election.conditional, .markovUniform] {
      var rules = ChallengeRules()
      rules.election = election
      let chances = ChallengeElection(rules: rules).chances(worths: [1, 0, 0, 1], weights: [3, 1])
      #expect(abs(chances[0] - 0.75) <= 1e-8)  // everything has 1e-8 of support besides
    }
  }

  @Test(
    "settles where a long walk settles", arguments: UInt64(0)..<20,
    [ChallengeRules.Election.markovUniform, .markovIncentive])
  func stationary(seed: UInt64, election: ChallengeRules.Election) {
    var chance = RandomStream(seed: seed)
    let (options, parties) = (4, 5)
    let worths = (0..<options * parties).map { _ in chance.uniform() }
    let weights = (0..<parties).map { _ in 0.1 + chance.uniform() }
    var rules = ChallengeRules()
    rules.election = election
    let found = ChallengeElection(rules: rules).chances(worths: worths, weights: weights)
    func support(_ a: Int, _ b: Int) -> Double {
      (0..<parties).reduce(1e-8) { sum, party in
        sum + weights[party] * max(0, worths[a * parties + party] - worths[b * parties + party])
      }
    }
    func beats(_ a: Int, _ b: Int) -> Double { support(a, b) / (support(a, b) + support(b, a)) }
    var p = [Double](repeating: 0.25, count: options)
    let urges = (0..<options).map { leader in
      (0..<options).map { other in
        election == .markovUniform
          ? 1 : other == leader ? 1e-8 * 0.5 + 1e-10 : support(other, leader) * beats(other, leader)
      }
    }
    let wins = (0..<options).map { a in (0..<options).map { beats(a, $0) } }
    for _ in 0..<1000 {
      var q = [Double](repeating: 0, count: options)
      for leader in 0..<options {
        let total = urges[leader].reduce(0, +)
        for other in 0..<options {
          let challenge = p[leader] * urges[leader][other] / total
          q[other] += challenge * wins[other][leader]
          q[leader] += challenge * wins[leader][other]
        }
      }
      p = q
    }
    for option in 0..<options { #expect(abs(found[option] - p[option]) <= 1e-9) }
  }
}
