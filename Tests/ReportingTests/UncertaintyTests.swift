import Testing

@testable import Reporting
@testable import Studies

/// What a report says of how sure the choice is, of what to find out, and of where another form would be best.
@Suite struct UncertaintyTests {
  private func part(_ findings: Findings, _ language: Language = .english) -> UncertaintyPart {
    UncertaintyPart(voice: Voice(findings, in: language))
  }

  private func titles(_ findings: Findings, _ language: Language = .english) -> [String: String] {
    let voice = Voice(findings, in: language)
    let figures = UncertaintyPart(voice: voice).figures + HingePart(voice: voice).figures
    return Dictionary(uniqueKeysWithValues: figures.map { ($0.id, $0.finding) })
  }

  @Test func titlesEveryChartWithWhatItFinds() {
    let english = titles(spilloverFindings())
    #expect(english["best-chart"] == "The multilateral agreement is best in 64% of the draws")
    #expect(
      english["spread-chart"]
        == "The net gain of the multilateral agreement lies between 148.4 and 593.6 million CNY a year nine times in ten"
    )
    #expect(
      english["regret-chart"]
        == "On average the multilateral agreement would be regretted least; who fears the worst would choose the multi-purpose district"
    )
    #expect(
      english["who-gains-chart"]
        == "Under the multilateral agreement, no more than half of the draws bring a gain to Xingtai")
    #expect(
      english["information-chart"]
        == "Knowing cost of abatement before choosing would be worth most: 22.3 million CNY a year")
    #expect(
      english["sensitivity-chart"]
        == "What the multilateral agreement brings depends most on cost of abatement: 54% of its variance")
    #expect(
      english["range-chart"] == "Cost of abatement moves the net gain most: between 241.1 and 556.5 million CNY a year")
    #expect(english["strip-chart"] == "3 figures change which form is best somewhere in the range")
    #expect(
      english["choice-map"]
        == "Where trust that the others cooperate and transport between places move together, 3 choices are best somewhere"
    )
    let chinese = titles(spilloverFindings(), .chinese)
    #expect(chinese["best-chart"] == "多边合作协议在64%的抽样中为最佳")
    #expect(chinese["regret-chart"] == "就平均而言，最不易后悔的选择是多边合作协议；就最坏情形而言是多职能机构")
    #expect(chinese["information-chart"]?.hasPrefix("选择之前最值得查明的是减排成本：其信息价值为") == true)
    #expect(chinese["sensitivity-chart"] == "多边合作协议净收益的变动主要来自减排成本：占方差的54%")
    #expect(chinese["strip-chart"] == "有3项数据在其范围内改变最佳形式")
  }

  @Test func namesTheAssumedInputsThatDecideFirst() {
    let english = Voice(spilloverFindings(), in: .english)
    #expect(
      english.decidingSentences == [
        "Of the figures that decide which form is best, 1 is assumed rather than observed: "
          + "trust that the others cooperate. "
          + "Also decisive: transport between places and weight of next year against this one. "
          + "The nearest switch is that of trust that the others cooperate: at 0.372 instead of 0.5, "
          + "the multi-purpose district becomes best."
      ])
    #expect(
      Voice(spilloverFindings(), in: .chinese).decidingSentences[0].hasPrefix(
        "在左右最佳形式的数据中，有1项为假设而非观测：对他方合作的信任。此外还取决于传输矩阵和耐心（来年相对今年的权重）。"))
  }

  @Test func saysHowSureTheChoiceIsAndWhatToFindOut() {
    #expect(
      Voice(spilloverFindings(), in: .english).certaintySentences == [
        "When the 14 sets of figures that have a range vary together, the multilateral agreement stays best in 64% "
          + "of 2,048 draws.",
        "Before choosing, it is worth most to find out cost of abatement: knowing it would be worth "
          + "22.3 million CNY a year.",
      ])
  }

  @Test func saysThatAnotherChoiceIsBestMoreOften() throws {
    let sentences = Voice(standardFindings(), in: .english).certaintySentences
    #expect(sentences[0].hasSuffix("is best in only 34% of 2,048 draws; best most often, in 47%, is acting alone."))
    let chinese = Voice(standardFindings(), in: .chinese).certaintySentences
    #expect(chinese[0].hasSuffix("最常为最佳的是各自行动，占47%。"))
    #expect(titles(standardFindings())["best-chart"] == "Acting alone is best in 47% of the draws")
  }

  @Test func saysPlainlyThatNothingIsWorthFindingOut() {
    var findings = spilloverFindings()
    for index in findings.uncertainty!.information.indices {
      findings.uncertainty!.information[index].worth = EstimateFinding(value: 0.4, standardError: 0.3)
    }
    #expect(
      titles(findings)["information-chart"]
        == "No single figure is known to be worth finding out: each value is within its error of nothing")
    #expect(titles(findings, .chinese)["information-chart"] == "没有一项数据值得单独查明：各项信息价值均与零无显著差别")
    #expect(
      Voice(findings, in: .english).certaintySentences.last
        == "No single figure is known to be worth finding out before choosing: each value is within its error of nothing."
    )
  }

  @Test func saysTheOneChoiceThatIsRegrettedLeastBothWays() {
    var findings = spilloverFindings()
    findings.uncertainty?.leastExpectedRegret = "none"
    findings.uncertainty?.leastWorstRegret = "none"
    #expect(
      titles(findings)["regret-chart"]
        == "Acting alone is the choice to be regretted least, both on average and at worst")
  }

  @Test func leavesOutFormsThatComeAboutInNoDraw() throws {
    let spread = try #require(part(spilloverFindings()).figures.first { $0.id == "spread-chart" })
    #expect(spread.note?.hasSuffix("2 forms that come about in no draw are not shown.") == true)
    #expect(spread.table.rows.count == 12)
  }

  @Test func drawsAValueOfAMapOnce() throws {
    var findings = spilloverFindings()
    let before = try #require(StripPart(voice: Voice(findings, in: .english)).figures.last)
    findings.hinges.map?.acrossValues[10] = 0.75
    let after = try #require(StripPart(voice: Voice(findings, in: .english)).figures.last)
    #expect(before.table.columns.count == 12 && after.table.columns.count == 11)
  }

  @Test func hasNoSectionWithoutDraws() throws {
    let report = try Report(findings: facilityFindings(), language: .english)
    #expect(!report.html.contains("id=\"certainty\""))
    #expect(Voice(facilityFindings(), in: .english).certaintySentences.isEmpty)
    let drawn = try Report(findings: spilloverFindings(), language: .english)
    #expect(drawn.html.contains("id=\"certainty\""))
  }

  @Test func givesEveryFormALetterOfItsOwn() {
    var findings = spilloverFindings()
    let form = findings.mechanisms.ranking[0]
    findings.mechanisms.ranking = (0..<800).map { number in
      var copy = form
      copy.id = "form-\(number)"
      return copy
    }
    let marks = FormMarks(findings)
    #expect(marks.letter("form-0") == "A" && marks.letter("form-25") == "Z" && marks.letter("form-26") == "AA")
    #expect(Set(findings.mechanisms.ranking.map { marks.letter($0.id) }).count == 800)
    #expect(marks.letter("none") == "0" && marks.letter("refused") == "×")
  }

  @Test func tellsNeighbouringPartsOfEveryStripApartWithoutColour() {
    let marks = FormMarks(spilloverFindings())
    for input in spilloverFindings().hinges.inputs {
      for (left, right) in zip(input.strip, input.strip.dropFirst()) {
        #expect(marks.paint(left.form) != marks.paint(right.form), "\(input.name)")
        #expect(marks.letter(left.form) != marks.letter(right.form), "\(input.name)")
      }
    }
  }

  @Test func tabulatesWhatTheDrawsFound() throws {
    let report = try Report(findings: spilloverFindings(), language: .english)
    func lines(_ name: String) -> [Substring] {
      report.tables.first { $0.name == name }?.csv.split(separator: "\r\n") ?? []
    }
    #expect(lines("uncertainty").count == 1 + 12 + 1)
    #expect(lines("uncertainty").last == "none,,,,,,,,,0.004,0.0014,,,,,false,false")
    #expect(lines("chances").count == 1 + 12 * 13)
    #expect(lines("information")[0] == "input,status,worth,standard_error")
    #expect(lines("information").count == 1 + 1 + 14)
    #expect(lines("sensitivities").count == 1 + 2 * 15)
    #expect(lines("strips").contains("conditions.trust,0.3,0.372,multilateral-delegated"))
    #expect(lines("map").count == 1 + 9 * 11)
    #expect(
      lines("map")[1]
        == "conditions.trust,0.3,problems.air.spillover.transport,0.3,multilateral-delegated")
  }

  // MARK: Findings at the ends of what may come

  /// Findings that a study may give in odd cases, by what is odd about them.
  static let odd: [(name: String, findings: Findings)] = {
    func changed(_ name: String, _ change: (inout Findings) -> Void) -> (name: String, findings: Findings) {
      var findings = spilloverFindings()
      change(&findings)
      return (name, findings)
    }
    let nothing = EstimateFinding(value: 0, standardError: 0)
    return [
      changed("no chance at all") { findings in
        for index in findings.uncertainty!.forms.indices {
          findings.uncertainty!.forms[index].chanceOfBeingBest = nothing
          findings.uncertainty!.forms[index].percentiles = [0, 0, 0, 0, 0]
          findings.uncertainty!.forms[index].chanceOfGain = 0
        }
        findings.uncertainty!.chanceOfNone = nothing
        findings.mechanisms.recommended = nil
      },
      changed("one form") { findings in
        findings.mechanisms.ranking = Array(findings.mechanisms.ranking.prefix(1))
        findings.mechanisms.paretoFront = []
        findings.uncertainty!.forms = Array(findings.uncertainty!.forms.prefix(1))
        findings.uncertainty!.leastWorstRegret = "none"
      },
      changed("no inputs") { findings in
        findings.uncertainty!.inputs = []
        findings.uncertainty!.information = []
        findings.uncertainty!.sensitivities = []
        findings.hinges = HingeFindings(inputs: [], map: nil)
      },
      changed("trillions") { findings in
        for index in findings.uncertainty!.forms.indices {
          findings.uncertainty!.forms[index].percentiles = [-1e12, -1e6, 0, 1e11, 1e12]
          findings.uncertainty!.forms[index].largestRegret = 1e12
        }
        findings.uncertainty!.information[0].worth = EstimateFinding(value: 1e12, standardError: 1e11)
        findings.hinges.inputs[1].high = 1e12
        findings.hinges.inputs[1].strip = [
          ChoicePartFinding(from: -1e12, to: 0, form: "none"),
          ChoicePartFinding(from: 0, to: 1e12, form: "multilateral-contract"),
        ]
        findings.hinges.map?.acrossValues = (0..<11).map { 1e12 * Double($0 - 5) }
      },
      changed("the ends of numbers") { findings in
        findings.hinges.inputs[0].strip = [
          ChoicePartFinding(from: -1.7e308, to: 1e300, form: "multilateral-contract"),
          ChoicePartFinding(from: 1e300, to: 1.7e308, form: "none"),
        ]
        findings.uncertainty!.forms[0].percentiles = [-1.7e308, 0, 0, 0, 1.7e308]
        findings.uncertainty!.sensitivities[0].total = IntervalFinding(value: 1e300, low: -1e300, high: 1.7e308)
      },
      changed("a map that is refused throughout") { findings in
        findings.hinges.map?.forms = Array(repeating: Array(repeating: "refused", count: 11), count: 9)
      },
      changed("a map of one point") { findings in
        findings.hinges.map = ChoiceMapFinding(
          across: "conditions.trust", up: "conditions.patience", acrossValues: [0.5], upValues: [0.5], forms: [["none"]]
        )
      },
      changed("a range without width") { findings in
        findings.hinges.inputs[0].strip = [ChoicePartFinding(from: 2, to: 2, form: "multilateral-contract")]
      },
      changed("a form nobody knows") { findings in
        findings.hinges.inputs[0].strip = [ChoicePartFinding(from: 0, to: 2, form: "brand-new-form")]
        findings.uncertainty!.forms[3].form = "brand-new-form"
      },
      changed("names that break out") { findings in
        findings.uncertainty!.information[0].input = hostileName(4)
        findings.uncertainty!.information[0].status = hostileName(5)
        findings.uncertainty!.sensitivities[0].input = hostileName(6)
        findings.hinges.inputs[0].name = hostileName(7)
        findings.hinges.map?.across = hostileName(8)
      },
    ]
  }()

  @Test("makes a page of odd findings", arguments: 0..<10, Language.allCases)
  func oddFindings(index: Int, language: Language) throws {
    let (name, findings) = Self.odd[index]
    let report = try Report(findings: findings, language: language)
    let page = PageReader(report.html)
    #expect(page.fault == nil, "\(name)")
    try PageTests.checkForm(of: report, in: language)
    ChartTests.checkLabels(in: figures(findings, language))
    if index > 0, name != "names that break out" {
      ChartTests.checkTables(behind: figures(findings, language), on: page)
    }
    let end: Character = language == .english ? "." : "。"
    for sentence in Voice(findings, in: language).summarySentences { #expect(sentence.last == end, "\(sentence)") }
  }

  @Test func refusesWhatDoesNotFit() {
    var findings = spilloverFindings()
    findings.uncertainty?.forms[2].percentiles = [1, 2]
    #expect(throws: ReportingError.count(place: "uncertainty.forms[2].percentiles", expected: 5, found: 2)) {
      try Report(findings: findings, language: .english)
    }
    findings = spilloverFindings()
    findings.uncertainty?.forms[1].chanceOfGaining = []
    #expect(throws: ReportingError.count(place: "uncertainty.forms[1].chanceOfGaining", expected: 13, found: 0)) {
      try Report(findings: findings, language: .english)
    }
    findings = spilloverFindings()
    findings.hinges.map?.forms[4] = ["none"]
    #expect(throws: ReportingError.count(place: "hinges.map.forms[4]", expected: 11, found: 1)) {
      try Report(findings: findings, language: .english)
    }
  }
}
