import Testing

@testable import Reporting
@testable import Studies

/// What a report says of the recommended form beside the others, and how it opens every number.
@Suite struct ChoiceTests {
  private func part(_ findings: Findings, _ language: Language = .english) -> ChoicePart {
    ChoicePart(voice: Voice(findings, in: language))
  }

  @Test("credits each respect so that all add up to the difference in net gain", arguments: 1..<12)
  func differencesAddUp(rank: Int) {
    let forms = spilloverFindings().mechanisms.ranking
    let parts = FormDifference(of: forms[0], over: forms[rank]).parts
    let total = parts.reduce(0) { $0 + $1.amount }
    let difference = forms[0].netGain - forms[rank].netGain
    #expect(abs(total - difference) < 1e-9 * forms[0].grossGain)  // ten sums of doubles
  }

  @Test("credits each respect as the study itself does", arguments: Examples.names)
  func differencesAreThoseOfTheStudy(name: String) throws {
    let mechanisms = try Examples.findings(of: name).mechanisms
    guard mechanisms.recommended != nil, mechanisms.ranking[1].isFormed else { return }
    let parts = FormDifference(of: mechanisms.ranking[0], over: mechanisms.ranking[1]).parts
    let told = mechanisms.reasons.filter { $0.code == "runnerUpLosesOn" || $0.code == "runnerUpGainsOn" }
    for reason in told {
      let amount = try #require(reason.figures.first?.value) * (reason.code == "runnerUpLosesOn" ? 1 : -1)
      let part = try #require(parts.first { $0.aspect.rawValue == reason.subjects[1] })
      // 1e-9: the same sums in another order.
      #expect(abs(part.amount - amount) <= 1e-9 * mechanisms.ranking[0].grossGain.magnitude, "\(part.aspect)")
    }
    #expect(parts.count { $0.amount != 0 } >= told.count)
  }

  @Test func saysWhichTwoComeNextAndWhyNotThem() {
    #expect(
      part(spilloverFindings()).nextBest == [
        "The next best is the multi-purpose district, with 361.2 million CNY a year: 9.8 less. "
          + "It falls behind on lost autonomy (−79.2), the gain if it holds (−31.9) and the cost of running it (−23.1). "
          + "It is ahead on the chance of coming together (+57.6), the chance of agreeing on shares (+40.3) and "
          + "the chance that all keep to it (+33.2).",
        "After it comes the council of governments, with 292.8 million CNY a year: 78.2 less. "
          + "It falls behind on the chance of coming together (−30.7), the cost of bargaining (−21.5) and "
          + "the cost of monitoring (−8.3).",
      ])
    let chinese = part(spilloverFindings(), .chinese).nextBest
    #expect(chinese[0].hasPrefix("其次是多职能机构，净收益为"))
    #expect(chinese[1].hasPrefix("再次是政府联席会议，净收益为"))
  }

  @Test func saysThatTheNextBestDoesAsWellOrDoesNotComeAbout() {
    var findings = spilloverFindings()
    findings.mechanisms.ranking[1].netGain = findings.mechanisms.ranking[0].netGain * 0.9999
    findings.mechanisms.ranking[2].isFormed = false
    let next = part(findings).nextBest
    #expect(next[0] == "The multi-purpose district does practically as well, with 370.9 million CNY a year.")
    #expect(next[1] == "The council of governments would come next, but does not come about.")
    findings.mechanisms.reasons.append(
      ReasonFinding(
        code: "rejected", subjects: ["collective-contract", "beijing"],
        figures: [NamedNumber(name: "amount", value: 12)]))
    #expect(
      part(findings).nextBest[1]
        == "The council of governments does not come about: Beijing would lose 12.0 million CNY a year by joining.")
    findings.mechanisms.recommended = nil
    #expect(part(findings).nextBest.isEmpty)
  }

  @Test func titlesFallAndFrontWithWhatTheyFind() throws {
    let part = part(spilloverFindings())
    #expect(
      part.fall?.finding
        == "Of 792.3 million CNY a year that the multilateral agreement would bring if kept, 371.0 is left")
    #expect(
      part.front?.finding
        == "2 forms are beaten by no other on net gain, risk, transaction cost and autonomy at once")
    #expect(
      self.part(spilloverFindings(), .chinese).front?.finding == "有2种形式在净收益、风险、交易成本和自主权上未被其他形式全面超越（帕累托前沿）")
    var findings = spilloverFindings()
    findings.mechanisms.paretoFront.removeLast()
    #expect(
      self.part(findings).front?.finding
        == "The multilateral agreement beats every other form on net gain, risk, transaction cost and autonomy at once")
    for index in findings.mechanisms.ranking.indices { findings.mechanisms.ranking[index].isFormed = index == 0 }
    #expect(self.part(findings).front == nil)
  }

  @Test func fallsFromTheGainToWhatIsLeft() throws {
    let rows = try #require(part(spilloverFindings()).fall).table.rows.map(\.cells)
    #expect(rows.first == ["gain if it holds", "792.3", "792.3"])
    #expect(rows[1] == ["lost to risk", "−326.2", "466.1"])
    #expect(rows[rows.count - 2].first == "lost autonomy" && rows[rows.count - 2].last == "371.0")
    #expect(rows.last == ["net gain", "371.0", "371.0"])
  }

  @Test func drawsWhatIsBeatenHollowAndLeavesOutWhatDoesNotComeAbout() throws {
    var findings = spilloverFindings()
    findings.mechanisms.ranking[11].isFormed = false
    let front = try #require(part(findings).front)
    for drawing in [front.wide, front.narrow] {
      let symbols = drawing.marks.compactMap { mark -> Paint? in
        if case .symbol(_, _, _, let fill, _) = mark { fill } else { nil }
      }
      // Two panels of eleven forms, of which two are on the front.
      #expect(symbols.count == 22 && symbols.count { $0 == .white } == 18 && symbols.count { $0 == .accent } == 2)
    }
    #expect(front.note?.hasSuffix("1 form that does not come about is not drawn.") == true)
    #expect(front.table.rows.count == 11)
  }

  @Test func opensEveryNumberToItsFormulaAndTheNumbersPutIn() throws {
    let findings = facilityFindings()
    let best = findings.mechanisms.ranking[0]
    let sums = OpenedNumbers(voice: Voice(findings, in: .english)).sums(of: best)
    #expect(sums.map(\.name) == [.openHolds, .openRisk, .openTransaction, .openNet, .openMembers])
    #expect(sums[0].numbers == "= 0.76 × 0.86 × 0.9 = 0.588")
    #expect(sums[1].numbers == "= (1 − 0.588) × 24.79 = 10.21")
    #expect(
      sums[2].numbers
        == "= search 0.30 + bargaining 0.97 + monitoring 0.37 + enforcement 0.15 + agency 0.00 = 1.78")
    #expect(sums[3].numbers == "= 0.76 × 0.86 × 0.9 × 24.79 − 1.78 − 0.50 = 12.30")
    #expect(sums[4].numbers.hasPrefix("Ängelholm +0.59; Helsingborg +1.17; "))
  }

  @Test("opens net gains that are what the printed formula gives", arguments: Examples.names)
  func netGainsFollowTheFormula(name: String) throws {
    for form in try Examples.findings(of: name).mechanisms.ranking {
      let net = form.holds * form.grossGain - form.transactionCost.total - form.autonomyCost
      // 1e-9: the same sums in another order.
      #expect(abs(net - form.netGain) <= 1e-9 * max(1, form.grossGain.magnitude), "\(form.id)")
    }
  }

  @Test("puts the opened numbers of every form on the page", arguments: Language.allCases)
  func writesOpenedNumbers(language: Language) throws {
    let page = PageReader(try Report(findings: spilloverFindings(), language: language).html)
    let opened = page.all("details").filter { $0.attributes["class"] == "opened" }
    #expect(opened.count == 12)
    for form in opened { #expect(form.text.contains("× ") && form.text.contains("= ")) }
    #expect(page.all("a").contains { $0.attributes["href"] == "#methods" })
  }
}
