import Foundation
import RegionalCases
import Studies
import Testing

@testable import Reporting

@Suite struct ConflictExampleTests {
  private func elmira() throws -> ConflictFindings {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ConflictFindings(
      ConflictFile(
        contentsOf: root.appending(path: "Literature/hipel-fang-kilgour-haight-1993/elmira.yaml").path))
  }

  @Test("draws the moves of the groundwater conflict of Elmira, and its equilibria of Hipel et al. (1993)")
  func drawsElmira() throws {
    let findings = try elmira()
    #expect(findings.drawn == findings.states.map(\.name))
    // Whoever abandons the plant does not come back.
    #expect(!findings.moves.contains { $0.from == "9" })
    #expect(findings.moves.count { $0.to == "9" } == 8)
    for move in findings.firstMoves { #expect(findings.moves.contains(move)) }
    let report = try Report(conflict: findings, language: .english)
    #expect(report.html.contains("Whatever they fear, all stay in 5, 8 and 9."))
  }
}
