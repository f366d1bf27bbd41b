import RegionalCases
import Testing

@testable import Studies

@Suite struct MediationFindingsTests {
  @Test(
    "along the Xin'an, what is suggested leaves nobody below the signed deal, and nothing beats it",
    arguments: [1, 3, 5])
  func suggests(count: Int) throws {
    let file = try TalkFiles.xinan()
    let signed = ["payment": "300", "term": "3", "area": "four cities", "scope": "water", "tiers": "one tier"]
    let findings = try MediationFindings(file, signed: signed, count: count, seed: 3)
    let deal = try #require(findings.signed)
    #expect(deal == [2, 0, 1, 0, 0])
    #expect((1...count).contains(findings.suggestions.count))
    let unbeaten = try NegotiationFindings(file).frontier.map(\.options)
    for package in findings.suggestions {
      #expect(unbeaten.contains(package))
      // The signed deal suits both, so that whatever is no worse for anyone and unbeaten is on the frontier above.
      for party in file.parties { #expect(party.worth(of: package) >= party.worth(of: deal)) }
    }
    #expect(try MediationFindings(file, signed: signed, count: count, seed: 3) == findings)
  }

  @Test("where nothing suits all, nothing is suggested")
  func nothing() throws {
    #expect(try MediationFindings(try TalkFiles.water()).suggestions.isEmpty)
  }
}
