import Studies
import Testing

@testable import Reporting

/// The talks beside a case as sections of its study.
@Suite struct PagePartTests {
  private static func study(_ seed: UInt64, isHostile: Bool = false) -> Findings {
    var findings = isHostile ? hostileFindings(seed) : facilityFindings()
    findings.negotiation = negotiationFindings(seed, isHostile: isHostile)
    findings.conflict = conflictFindings(seed, isHostile: isHostile)
    findings.decision = decisionFindings(seed, isHostile: isHostile)
    return findings
  }

  @Test(
    "stand in the report with headings in order, no name twice, and every figure in its table",
    arguments: UInt64(0)..<8, Language.allCases)
  func standInTheReport(seed: UInt64, language: Language) throws {
    let findings = Self.study(seed)
    let report = try Report(findings: findings, language: language)
    try PageTests.checkForm(of: report, in: language)
    PageTests.checkHoles(in: report)
    let page = PageReader(report.html)
    ChartTests.checkTables(behind: figures(findings, language), on: page)
    let sections = page.all("section").compactMap { $0.attributes["id"] }
    for id in ["negotiation", "conflict", "decision"] { #expect(sections.contains(id), "\(id)") }
  }

  @Test("say what their own pages say, and give their own tables", arguments: UInt64(0)..<8)
  func sayTheSame(seed: UInt64) throws {
    let findings = Self.study(seed)
    let report = try Report(findings: findings, language: .english)
    let talks = try #require(findings.negotiation)
    let words = PageReader(report.html).all("section").first { $0.attributes["id"] == "negotiation" }?.text ?? ""
    #expect(words.contains(NegotiationPage(talks, in: .english).headline))
    for sentence in Answer.negotiation(talks, in: .english).sentences { #expect(words.contains(sentence)) }
    let own =
      try Report(negotiation: talks, language: .english).tables
      + Report(conflict: #require(findings.conflict), language: .english).tables
      + Report(decision: #require(findings.decision), language: .english).tables
    for table in own { #expect(report.tables.contains(table), "\(table.name)") }
    let plain = try Report(findings: facilityFindings(), language: .english)
    #expect(report.tables.count == plain.tables.count + own.count)
  }

  @Test("are left out where nothing lies beside the case")
  func areLeftOut() throws {
    let sections = PageReader(try Report(findings: facilityFindings(), language: .english).html).all("section")
    for id in ["negotiation", "conflict", "decision"] {
      #expect(!sections.contains { $0.attributes["id"] == id })
    }
  }

  @Test("let no name become markup", arguments: UInt64(0)..<8)
  func escape(seed: UInt64) throws {
    let report = try Report(findings: Self.study(seed, isHostile: true), language: .chinese)
    #expect(PageReader(report.html).fault == nil)
  }

  @Test("are refused by their place in the findings where they do not fit")
  func refused() {
    var findings = Self.study(3)
    findings.negotiation?.frontier[0].worths.removeLast()
    #expect(throws: ReportingError.count(place: "negotiation.frontier[0].worths", expected: 5, found: 4)) {
      try Report(findings: findings, language: .english)
    }
    findings = Self.study(1)
    findings.conflict?.concepts[0].stable.removeLast()
    #expect(throws: ReportingError.count(place: "conflict.concepts[0].stable", expected: 3, found: 2)) {
      try Report(findings: findings, language: .english)
    }
    findings = Self.study(2)
    findings.decision?.parties[0].positions.removeLast()
    #expect(throws: ReportingError.count(place: "decision.parties[0].positions", expected: 3, found: 2)) {
      try Report(findings: findings, language: .english)
    }
  }
}
