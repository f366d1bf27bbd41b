import Mechanisms
import Testing

@testable import Reporting
@testable import Studies

/// What a reader takes away is what the figures say.
@Suite struct SenseTests {
  private func voice(_ findings: Findings, _ language: Language = .english) -> Voice { Voice(findings, in: language) }

  @Test func saysInTheHeadlineThatAnotherFormIsBestMoreOften() throws {
    var findings = facilityFindings()
    findings.uncertainty = fixtureUncertainty(
      findings.mechanisms, players: findings.players, inputs: ["conditions.trust"], chanceOfNone: 0.47)
    let english = voice(findings)
    #expect(english.headline.hasSuffix("but over the range of the figures acting alone is best more often."))
    #expect(
      english.summarySentences.contains {
        $0.hasSuffix("is best in only 34% of 2,048 draws; best most often, in 47%, is acting alone.")
      })
    #expect(voice(findings, .chinese).headline.hasSuffix("但在数据的取值范围内，各自行动更常为最佳。"))
    let own = try #require(findings.uncertainty?.forms.first).chanceOfBeingBest.value
    findings.uncertainty?.chanceOfNone.value = own  // A tie is no lead.
    #expect(voice(findings).oftenerBest == nil)
  }

  @Test func saysWhoReachesWhomWhereOnlyOneDoes() {
    var findings = spilloverFindings()
    let count = findings.players.count
    findings.diagnosis.flows = (0..<count).map { row in (0..<count).map { row == 0 && $0 == 1 ? 0.9 : 0 } }
    let names = voice(findings).playerNames
    #expect(
      voice(findings).summarySentences[0]
        == "What is done in \(names[0]) reaches \(names[1]), without a say for those it reaches.")
    findings.diagnosis.flows?[1][0] = 0.2
    #expect(voice(findings).summarySentences[0].hasSuffix("does reaches others, who have no say in it."))
  }

  @Test func makesNoFindingOfWhatRoundingLoses() throws {
    var findings = facilityFindings()
    for index in findings.mechanisms.levers.indices {
      findings.mechanisms.levers[index].netGain = findings.mechanisms.levers[index].netGainBefore + 1e-6
    }
    let levers = try #require(MechanismPart(voice: voice(findings)).levers)
    #expect(levers.finding == "No single change would raise the net gain by anything that counts")
    let tie = ReasonFinding(
      code: "highestNet", subjects: ["bilateral-contract", "multilateral-contract"],
      figures: [NamedNumber(name: "net", value: 1e-7)])
    #expect(
      MechanismPart(voice: voice(findings)).sentence(tie).hasSuffix("promise the region most, and the same."))
    #expect(voice(findings).amount(1e-6) == "<0.01")
    #expect(voice(findings).amount(-1e-6) == ">−0.01")
    #expect(voice(findings).change(1e-6) == "<0.01")
  }

  @Test func tellsDependenceInPercentEvenAboveAHundred() throws {
    var findings = competitionFindings()
    findings.diagnosis.dependence[1][0] = 4.643
    let chinese = try #require(DependencePart(voice: voice(findings, .chinese)).figures.first)
    let names = voice(findings, .chinese).playerNames
    #expect(chinese.finding == "\(names[1])对他方的依赖最大：\(names[0])的行为可使其收益变动464%")
    #expect(chinese.table.rows[1].cells[1] == "464")
  }

  @Test func goesOverToHundredMillionsInChineseSentences() {
    var findings = facilityFindings()
    findings.money.currency = "CNY"
    let chinese = voice(findings, .chinese)
    #expect(chinese.money(83.82) == "8,382万元")
    #expect(chinese.money(670) == "6.70亿元")
    #expect(chinese.amount(670) == "67,000")
    #expect(voice(findings).money(670) == "670.00 million CNY")
    #expect(chinese.range(240, 410, unit: "million CNY") == "24,000 … 41,000万元")
    #expect(chinese.range(2, 4, unit: "affairs") == "2 … 4 affairs")
  }

  @Test func namesTheFirstAndCountsAllInChinese() {
    let chinese = voice(facilityFindings(), .chinese)
    #expect(chinese.shortList(["甲", "乙", "丙", "丁"], atMost: 3) == "甲、乙等4方")
    #expect(chinese.clauses(["甲付1", "乙付2"]) == "甲付1、乙付2")
    #expect(chinese.percentInWords(0.999) == "99%以上" && chinese.percentInWords(0.004) == "1%以下")
    #expect(voice(facilityFindings()).percentInWords(0.999) == "more than 99%")
  }

  @Test("tells the grounds of the catalogue's defaults", arguments: ConditionBasis.allCases)
  func grounds(basis: ConditionBasis) throws {
    let parameter = try #require(CircumstanceParameter(rawValue: basis.rawValue))
    #expect(parameter.basis == basis.wording.english)
  }

  @Test func writesNoAxisOnWhichFiguresAreAlike() {
    var drawing = Drawing(width: 300, height: 100)
    drawing.addAxis(Scale(over: [9.584, 9.588], from: 0, to: 300), from: 0, to: 80, about: 3) {
      Numeral.fixed($0, decimals: 1)
    }
    #expect(drawing.labels.isEmpty)
  }
}
