import Foundation
import RegionalCases
import Studies
import Testing

@Suite struct ConflictFindingsTests {
  static func file(_ name: String) throws -> ConflictFile {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ConflictFile(contentsOf: root.appending(path: "Literature/\(name)").path())
  }

  @Test func findsTheEquilibriaOfElmira() throws {
    let findings = try ConflictFindings(Self.file("hipel-fang-kilgour-haight-1993/elmira.yaml"))
    let equilibria = Dictionary(uniqueKeysWithValues: findings.concepts.map { ($0.concept, $0.equilibria) })
    #expect(equilibria["Nash"] == ["5", "8", "9"])
    #expect(equilibria["SEQ"] == ["5", "8", "9"])
    #expect(equilibria["GMR"] == ["1", "4", "5", "8", "9"])
    #expect(equilibria["SMR"] == ["1", "4", "5", "8", "9"])
    let nash = try #require(findings.concepts.first)
    #expect(nash.stable[0] == ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(nash.stable[1] == ["1", "4", "5", "8", "9"])
    #expect(nash.stable[2] == ["5", "6", "7", "8", "9"])
    #expect(findings.statusQuo == "1")
    #expect(findings.firstMoves.map { [$0.maker, $0.from, $0.to] } == [["LG", "1", "5"]])
    #expect(findings.states.last?.options == "---Y-")
  }

  /// Three answers for one conflict, by how far sanctions reach; which one is meant must be said.
  @Test(arguments: [
    (ConflictFile.SanctionReach.singleOpponent, [String]()), (.eachOpponentOnce, ["4", "10"]),
    (.legalSequences, ["4", "6", "10"]),
  ])
  func garrisonHangsOnHowFarSanctionsReach(reach: ConflictFile.SanctionReach, added: [String]) throws {
    let findings = try ConflictFindings(Self.file("fang-hipel-kilgour-1993/garrison.yaml"), sanctions: reach)
    let common = ["2", "3", "8", "11", "13", "14", "15", "17", "18", "19", "21", "22"]
    for concept in findings.concepts where ["GMR", "SMR"].contains(concept.concept) {
      #expect(Set(concept.equilibria) == Set(common + added), "\(concept.concept)")
    }
    for concept in findings.concepts where ["Nash", "SEQ"].contains(concept.concept) {
      #expect(concept.equilibria == ["2", "3", "11", "17", "18", "21", "22"], "\(concept.concept)")
    }
    #expect(findings.sanctions == reach.rawValue)
  }
}
