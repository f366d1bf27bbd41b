import Foundation
import RegionalCases
import Studies
import Testing

@testable import Reporting

/// The worked cases of the repository, studied once for all tests of this target.
enum Examples {
  static let names = ["skane-water", "beijing-tianjin-hebei", "xinan-river", "yongkang-wuyi-jinyun"]

  static let findings: [String: Result<Findings, any Error>] = Dictionary(
    uniqueKeysWithValues: names.map { name in
      (
        name,
        Result {
          let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples/\(name)").path
          // Three draws fill every part of a report; thirteen cities would take a minute to draw, so they take none.
          let draws = name == "skane-water" ? 3 : 0
          let talks = try CaseTalks(besideCaseIn: folder)
          return try Study(RegionalCase(contentsOf: folder), folder: folder, draws: draws, talks: talks).findings()
        }
      )
    })

  static func findings(of name: String) throws -> Findings { try #require(findings[name]).get() }
}

/// What the worked cases really give makes a report that passes every check the made-up findings pass.
@Suite struct ExampleTests {
  @Test(
    "makes a page that parses, with nothing unfilled, no label over another and every figure in its table",
    arguments: Examples.names, Language.allCases)
  func page(name: String, language: Language) throws {
    let findings = try Examples.findings(of: name)
    let report = try Report(findings: findings, language: language)
    try PageTests.checkForm(of: report, in: language)
    PageTests.checkHoles(in: report)
    let drawn = figures(findings, language)
    ChartTests.checkLabels(in: drawn)
    ChartTests.checkTables(behind: drawn, on: PageReader(report.html))
    #expect((6...14).contains(Voice(findings, in: language).summarySentences.count))
  }

  @Test("has words for every input", arguments: Examples.names)
  func inputs(name: String) throws {
    let findings = try Examples.findings(of: name)
    for input in findings.inputs.map(\.name) + findings.hinges.inputs.map(\.name) {
      let last = try #require(input.split(separator: ".").last.map(String.init))
      #expect(InputWord(rawValue: last) != nil || ConditionName(rawValue: last) != nil, "\(input)")
    }
  }

  @Test("has words for every code", arguments: Examples.names)
  func codes(name: String) throws {
    let findings = try Examples.findings(of: name)
    for reason in findings.mechanisms.reasons { #expect(ReasonPhrase(rawValue: reason.code) != nil, "\(reason.code)") }
    for lever in findings.mechanisms.levers { #expect(LeverName(rawValue: lever.name) != nil, "\(lever.name)") }
    for number in findings.diagnosis.familyNumbers {
      #expect(FigureName(rawValue: number.name) != nil, "\(number.name)")
    }
    for form in findings.mechanisms.ranking {
      #expect(MechanismName(rawValue: form.id) != nil || form.name != nil, "\(form.id)")
    }
    #expect(ConventionName(rawValue: findings.sharing.convention) != nil)
  }
}
