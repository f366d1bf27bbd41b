import Foundation
import RegionalCases
import Studies
import Testing

@Suite struct DecisionFindingsTests {
  static func toll() throws -> DecisionFindings {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try DecisionFindings(
      DecisionFile(contentsOf: root.appending(path: "Literature/stokman-van-oosten-1994/toll.yaml").path()))
  }

  @Test func findsTheCompromisesOfTheToll() throws {
    let found = try Self.toll().issues.map(\.compromise)
    for (outcome, known) in zip(found, [49.3532, 2.2710, 50.5789, 52.4855, 49.4883, 56.6008]) {
      #expect(abs(outcome - known) < 5e-5)  // known to four places
    }
  }

  @Test func findsTheBestTradeOfTheToll() throws {
    let findings = try Self.toll()
    #expect(findings.opposedPairs == 240)
    let best = try #require(findings.exchanges.first)
    #expect(best.first.party == "Willems" && best.first.issue == "extra-investering")
    #expect(best.first.from == 25 && best.first.to == 100)
    #expect(best.second.party == "Wcentr" && best.second.issue == "tolheffing-binnenstad")
    #expect(abs(best.second.to - 61.051173640472) < 1e-11)  // known to twelve places
    #expect(abs(best.gain - 1.973684210526) < 1e-11)
    #expect(best.losers.allSatisfy { $0.value > 0 })
    #expect(zip(best.losers, best.losers.dropFirst()).allSatisfy { $0.value >= $1.value })
  }

  @Test func influenceAddsUpAndRangesHoldTheirCompromise() throws {
    let findings = try Self.toll()
    for issue in findings.issues {
      #expect(abs(issue.influence.reduce(0, +) - 1) < 1e-12)  // ten shares that are rounded each
      #expect(issue.compromiseLow <= issue.compromise && issue.compromise <= issue.compromiseHigh)
    }
    #expect(!findings.challengesAreJoint)  // saliences of the toll add up to more than 1
  }
}
