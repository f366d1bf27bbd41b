import Studies
import Testing

/// Skåne's water supply from its files to its findings, held against what Young, Okada & Hashimoto (1982), Water
/// Resources Research 18(3), 463–475, print; shares in the order Ängelholm, Helsingborg, Kävlinge, Lund, Malmö,
/// Trelleborg.
@Suite struct SkaneTests {
  static let studied = Result { try StudiedCases.findings(of: "skane-water", draws: 0) }

  @Test(
    "gives every share that was published",
    arguments: [
      ("shapley", nil, [20.01, 10.71, 6.61, 10.37, 16.94, 19.18], 0.01),
      ("nucleolus", nil, [20.35, 12.06, 5.00, 8.61, 18.32, 19.49], 0.01),
      ("scrb", nil, [19.54, 13.28, 5.62, 10.90, 16.66, 17.82], 0.01),
      // 0.02: populations and demands are rounded themselves.
      ("proportional", "population", [10.13, 21.00, 3.19, 8.22, 34.22, 7.07], 0.02),
      ("proportional", "demand", [13.07, 16.01, 7.30, 6.87, 28.48, 12.08], 0.02),
    ] as [(String, String?, [Double], Double)])
  func publishedShares(rule: String, indicator: String?, published: [Double], printed: Double) throws {
    let findings = try Self.studied.get()
    let found = try #require(findings.sharing.rules.first { $0.rule == rule && $0.indicator == indicator })
    let shares = try #require(found.shares)
    #expect(shares.count == 6)
    for (share, digits) in zip(shares, published) { #expect(abs(share - digits) <= printed, "\(shares)") }
  }

  @Test("every rule with an answer divides the joint cost and nothing else")
  func sharesAddUp() throws {
    let sharing = try Self.studied.get().sharing
    #expect(sharing.jointCost == 83.82)
    for rule in sharing.rules {
      let shares = try #require(rule.shares, "\(rule.rule): \(rule.undefined ?? "")")
      #expect(abs(shares.reduce(0, +) - 83.82) < 1e-9, "\(rule.rule)")  // 1e-9: six additions of doubles
    }
  }

  @Test("names Helsingborg, Kävlinge and Lund as those who would leave the Shapley value")
  func whoWouldLeave() throws {
    let shapley = try #require(try Self.studied.get().sharing.rules.first { $0.rule == "shapley" })
    let leaving = try #require(shapley.violations.first)
    #expect(leaving.members == ["H", "K", "L"])
    #expect(abs(leaving.pays - 27.69) < 0.005)  // two digits printed
    #expect(leaving.alone == 27.26)
    #expect(abs(leaving.excess - (leaving.pays - leaving.alone)) < 1e-12)  // one subtraction
  }

  @Test("leaves every proper coalition a saving of exactly 1.6 at best, and proves it")
  func leastCore() throws {
    let findings = try Self.studied.get()
    #expect(!findings.diagnosis.isCoreEmpty)
    #expect(findings.diagnosis.leastCore == -1.6)
    #expect(findings.sharing.proposed == "nucleolus")
    let nucleolus = try #require(findings.sharing.rules.first { $0.rule == "nucleolus" })
    #expect(nucleolus.violations.isEmpty)
    let certificate = try #require(findings.sharing.certificate)
    #expect(certificate.isCertified)
    #expect(certificate.within == 0)
    #expect(certificate.levels.first == -1.6)
    #expect(certificate.exactShares.first == "407/20")
    #expect(certificate.exactShares.count == 6)
  }

  @Test("says of a facility what a facility has: no flows, no transfers, the gap of the table")
  func diagnosis() throws {
    let findings = try Self.studied.get()
    let diagnosis = findings.diagnosis
    #expect(abs(diagnosis.costAlone - 108.61) < 1e-9)  // 21.95 + 17.08 + 10.91 + 15.88 + 20.81 + 21.98, in doubles
    #expect(abs(diagnosis.gap - (108.61 - 83.82)) < 1e-9)  // as above
    #expect(diagnosis.flows == nil)
    #expect(diagnosis.transfers == nil)
    #expect(diagnosis.losersWithoutTransfers == nil)
    #expect(diagnosis.stableWithTransfers == nil)
    #expect(findings.sharing.convention == "table")
    #expect(findings.sharing.standAlone == [21.95, 17.08, 10.91, 15.88, 20.81, 21.98])
    #expect(findings.seed == 1982)
  }
}
