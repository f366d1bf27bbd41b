import Foundation
import Negotiations
import RegionalCases
import Studies
import Testing

@Suite struct OpenConflictTests {
  private func conflict(_ text: String) throws -> ConflictFile {
    let file = FileManager.default.temporaryDirectory.appending(path: "conflict-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try ConflictFile(contentsOf: file.path)
  }

  /// Both want x; whether y is then better or worse, B has not said.
  @Test func whatIsNotComparedMayHoldOrNot() throws {
    let findings = try ConflictFindings(
      conflict(
        """
        title: Open
        decisionMakers:
          - {name: A, options: [x], comparisons: [Y- > NN, NN = NY]}
          - {name: B, options: [y], comparisons: [NN > NY, Y- > NN]}
        statusQuo: YN
        wanted: [YY]
        """))
    #expect(findings.states.map(\.options) == ["NN", "YN", "NY", "YY"])
    let nash = try #require(findings.concepts.first)
    #expect(nash.stable == [["2", "4"], ["1"]])
    #expect(nash.possibleStable == [["2", "4"], ["1", "2", "4"]])
    #expect(nash.equilibria == [])
    #expect(nash.possibleEquilibria == ["2", "4"])
    #expect(findings.makers.map(\.ranking) == [[], []])
    #expect(findings.firstMoves == [])
    #expect(findings.possibleFirstMoves?.map(\.to) == ["4"])
  }

  @Test func tiedStatesAreNoImprovements() throws {
    let findings = try ConflictFindings(
      conflict(
        """
        title: Tied
        decisionMakers:
          - {name: A, options: [x], comparisons: [YN = NN]}
          - {name: B, options: [y], indifferent: true}
        statusQuo: NN
        """))
    #expect(findings.firstMoves == [])
    #expect(findings.possibleFirstMoves == [])
    // Only in the first two does A stay for sure; whether it moves between the others nobody knows.
    #expect(findings.concepts.first?.equilibria == ["1", "2"])
    #expect(findings.concepts.first?.possibleEquilibria == ["1", "2", "3", "4"])
  }

  @Test func whereAllIsComparedNothingIsOpen() throws {
    let findings = try ConflictFindings(
      conflict(
        """
        title: Told
        decisionMakers: [{name: A, options: [x], comparisons: [Y > N]}]
        statusQuo: N
        """))
    #expect(findings.concepts.allSatisfy { $0.possibleEquilibria == nil && $0.possibleStable == nil })
    #expect(findings.possibleFirstMoves == nil)
    #expect(findings.makers[0].ranking == [["2"], ["1"]])
    #expect(findings.firstMoves.map(\.to) == ["2"])
  }

  @Test func manyStatesMustBeCompared() throws {
    let (none, all) = (String(repeating: "N", count: 11), String(repeating: "Y", count: 11))
    let file = try conflict(
      """
      title: Many
      decisionMakers:
        - {name: A, options: [\((1...11).map { "o\($0)" }.joined(separator: ", "))], comparisons: [\(none) > \(all)]}
      """)
    let refusal = ConflictError.openComparison(decisionMaker: "A", "1", "2047", limit: 1024)
    #expect(throws: refusal) { try ConflictFindings(file) }
    #expect(
      refusal.description
        == "'A' does not compare '1' with '2047'; compare every two states, or give at most 1024 states")
  }

  @Test func manyMergedMovesAreRefusedBeforeTheyAreListed() throws {
    let file = try conflict(
      """
      title: Merged
      decisionMakers:
        - {name: A, options: [\((1...14).map { "o\($0)" }.joined(separator: ", "))], indifferent: true}
      together: [{name: end, states: \(String(repeating: "Y", count: 13))-}]
      """)
    #expect(throws: ConflictError.tooManyMoves(limit: 1 << 24)) { try ConflictFindings(file) }
  }
}
