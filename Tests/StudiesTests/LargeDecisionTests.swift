import Foundation
import Negotiations
import RegionalCases
import Studies
import Testing

@Suite struct LargeDecisionTests {
  @Test("follows challenges among at most a hundred parties", arguments: [(100, true), (101, false)])
  func challenges(parties: Int, areFollowed: Bool) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "decision-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    // Two camps, of which one stands at 0 and the other at 100: few turns.
    let text = """
      title: Many
      issues: [{name: fee, from: 0, to: 100}]
      parties: [\((1...parties).map { "{name: p\($0), capability: 1}" }.joined(separator: ", "))]
      positions: [\((1...parties).map { "{party: p\($0), issue: fee, position: \($0 % 2 * 100), salience: 1}" }
        .joined(separator: ", "))]
      """
    try Data(text.utf8).write(to: file)
    let findings = try DecisionFindings(DecisionFile(contentsOf: file.path))
    #expect((findings.issues[0].afterChallenges != nil) == areFollowed)
    #expect(DecisionFindings.mostChallengers == 100)
  }
}
