import Foundation
import RegionalCases
import Testing

@testable import Studies

@Suite struct StudyTalksTests {
  @Test("a study of a case tells of the negotiation beside it what the negotiation by itself comes to")
  func negotiation() throws {
    let folder = StudiedCases.folder(of: "xinan-river")
    let talks = try CaseTalks(besideCaseIn: folder)
    let study = try Study(StudiedCases.example("xinan-river"), folder: folder, seed: 7, draws: 0, talks: talks)
    let findings = try study.findings()
    #expect(findings.negotiation == (try NegotiationFindings(TalkFiles.xinan(), plan: BargainingPlan(seed: 7))))
    #expect(findings.conflict == nil && findings.decision == nil)
  }

  @Test("nothing else of the study changes with the talks beside the case")
  func nothingElse() throws {
    let folder = StudiedCases.folder(of: "xinan-river")
    let regionalCase = try StudiedCases.example("xinan-river")
    let without = try Study(regionalCase, folder: folder, draws: 0).findings()
    var with = try Study(regionalCase, folder: folder, draws: 0, talks: CaseTalks(besideCaseIn: folder)).findings()
    #expect(without.negotiation == nil && with.negotiation != nil)
    with.negotiation = nil
    #expect(with == without)
  }

  @Test("talks that cannot be worked out are refused by the name of their file")
  func refused() throws {
    // 2¹¹ states of which only two are compared.
    let (none, all) = (String(repeating: "N", count: 11), String(repeating: "Y", count: 11))
    let text = """
      title: Many
      decisionMakers:
        - {name: A, options: [\((1...11).map { "o\($0)" }.joined(separator: ", "))], comparisons: [\(none) > \(all)]}
      """
    try StudiedCases.scaffold(.jointFacility, files: ["conflict.yaml": text]) { regionalCase, folder in
      let talks = try CaseTalks(besideCaseIn: folder)
      let study = try Study(regionalCase, folder: folder, draws: 0, talks: talks)
      let error = try #require(throws: StudyError.self) { try study.findings() }
      #expect("\(error)".hasPrefix("conflict.yaml: 'A' does not compare '1' with '2047'; "))
    }
  }
}
