import Foundation
import RegionalCases
import Reporting
import Studies
import Testing

@Suite struct OpenAnswerTests {
  private func file(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "open-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  @Test func whatIsOpenIsCalledPossible() throws {
    let path = try file(
      """
      title: Open
      decisionMakers:
        - {name: A, options: [x], comparisons: [Y- > NN, NN = NY]}
        - {name: B, options: [y], comparisons: [NN > NY, Y- > NN]}
      statusQuo: YN
      wanted: [YY]
      """)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let findings = try ConflictFindings(ConflictFile(contentsOf: path))
    let english = Answer.conflict(findings, in: .english)
    #expect(english.sentences.contains("Today, in state 2, it is open whether B can do better by moving."))
    #expect(
      english.sentences.contains(
        "In no state do all stay for sure, if each looks at its own next move only; they may in 2, 4 (Nash)."))
    // To leave state 4 may please B, and yet A's answer to it surely does not.
    #expect(english.sentences.contains { $0.hasPrefix("The wanted state 4 holds under GMR") })
    #expect(english.sentences.contains { $0.hasPrefix("The comparisons of A, B leave some states open") })
    #expect(english.table.map { $0[2] } == ["Nash", "B", "A, B?", "–", "A, B?"])
    let chinese = Answer.conflict(findings, in: .chinese)
    #expect(chinese.sentences.contains("目前处于状态2，B能否通过行动改善处境尚不可知。"))
    #expect(chinese.sentences.count == english.sentences.count)
  }

  @Test func aWantedStateMayHold() throws {
    let path = try file(
      """
      title: Tied
      decisionMakers:
        - {name: A, options: [x], comparisons: [YN = NN]}
        - {name: B, options: [y], indifferent: true}
      wanted: [NY]
      """)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let answer = try Answer.conflict(ConflictFindings(ConflictFile(contentsOf: path)), in: .english)
    #expect(
      answer.sentences.contains(
        "Whether the wanted state 3 holds depends on what is left open; it may under Nash, GMR, SMR, SEQ, SSEQ."))
  }

  @Test func challengesThatAreNotFollowedAreSaidToBe() throws {
    let path = try file(
      """
      title: Many
      issues: [{name: fee, from: 0, to: 100}]
      parties: [\((1...101).map { "{name: p\($0), capability: 1}" }.joined(separator: ", "))]
      positions: [\((1...101).map { "{party: p\($0), issue: fee, position: \($0 % 2 * 100), salience: 1}" }
        .joined(separator: ", "))]
      """)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let answer = try Answer.decision(DecisionFindings(DecisionFile(contentsOf: path)), in: .english)
    #expect(answer.sentences.contains("Challenges are followed among 100 parties at most, and here are left out."))
    #expect(answer.table[1][5] == "–")
  }
}
