import Testing

@testable import Reporting
@testable import Studies

/// What a report says of the kind of trap, of equilibria, pushes and measures.
@Suite struct TrapTests {
  private func voice(_ findings: Findings, _ language: Language = .english) -> Voice { Voice(findings, in: language) }

  @Test("has a name and a sentence for every kind of trap, in both languages", arguments: TrapName.allCases)
  func kinds(kind: TrapName) throws {
    for language in Language.allCases {
      var findings = competitionFindings()
      findings.diagnosis.verdict?.trap = kind.rawValue
      findings.diagnosis.verdict?.parts = kind == .mixed ? ["defection", "division"] : [kind.rawValue]
      let sentences = voice(findings, language).verdictSentences
      #expect(sentences.count == (kind == .mixed ? 3 : 1))
      let end: Character = language == .english ? "." : "。"
      for sentence in sentences { #expect(sentence.last == end, "\(sentence)") }
      let name = voice(findings, language).word(TrapName.self, kind.rawValue)
      #expect(sentences[0].lowercased().contains(name))
    }
  }

  @Test func saysCoordinationNotDefectionWhereAllAndNobodyAreEquilibria() {
    var findings = standardFindings()
    let count = findings.players.count
    findings.diagnosis.verdict?.trap = "assurance"
    findings.diagnosis.verdict?.parts = ["assurance"]
    findings.diagnosis.verdict?.waiting = []
    findings.diagnosis.equilibria?.listed[0].actions = Array(repeating: 0, count: count)
    findings.diagnosis.equilibria?.listed[2].actions = Array(repeating: 3, count: count)
    findings.diagnosis.standard?.items.removeLast(2)
    #expect(
      voice(findings).verdictSummary
        == "Coordination, not defection: both everyone adopts and nobody adopts are equilibria. "
        + "Mianyang and Ziyang need a push of 12.000 million CNY a year in all.")
    #expect(
      voice(findings, .chinese).verdictSummary
        == "协调困境，而非背离困境：全体采用与无人采用都是均衡。绵阳和资阳合计需要1,200.0万元/年的激励。")
    #expect(voice(findings).summarySentences.contains { $0.hasPrefix("Coordination, not defection") })
  }

  @Test func deniesNeitherTrapWhereBothHold() {
    var findings = competitionFindings()
    findings.diagnosis.verdict?.trap = "mixed"
    findings.diagnosis.verdict?.parts = ["defection", "assurance"]
    let said = voice(findings).verdictSentences.joined()
    #expect(said.contains("Defection: ") && said.contains("Coordination: "))
  }

  @Test func tellsWhatTheVerdictWasDecidedBy() throws {
    let table = try #require(VerdictPart(voice: voice(standardFindings())).grounds)
    #expect(
      table.rows.map(\.cells).prefix(3) == [
        ["Equilibria that differ", "3", "1", "yes"],
        ["How far the worst equilibrium falls short", "41%", "nothing", "yes"],
        ["How far the best equilibrium falls short", "0%", "nothing", "no"],  // 10⁻¹⁷ is rounding, not "<1%".
      ])
  }

  @Test func admitsThatAnotherEquilibriumCouldChangeTheVerdict() {
    #expect(voice(tableFindings()).verdictSentences.last?.hasPrefix("It was not shown that no other") == true)
    #expect(!voice(standardFindings()).verdictSentences.contains { $0.hasPrefix("It was not shown") })
  }

  @Test func ranksEquilibriaByTheTotalAndMarksTodays() throws {
    let part = EquilibriaPart(voice: voice(tableFindings()))
    #expect(part.ranked.map(\.isBest) == [true, false, false])
    let table = try #require(part.rankTable)
    #expect(table.rows.map { $0.cells[1] } == ["5.500", "0.300", "0.000"])
    #expect(table.rows.map(\.isMarked) == [false, false, true])
    #expect(part.figure == nil)  // Half an action is no cell's to show.
    #expect(EquilibriaPart(voice: voice(standardFindings())).figure != nil)
  }

  @Test func tellsHowEveryMemberComesToEveryItem() throws {
    let findings = standardFindings()
    let part = StandardPart(voice: voice(findings))
    let items = try #require(findings.diagnosis.standard?.items)
    #expect(part.state(of: "chengdu", in: items[0]) == .holds)
    #expect(part.state(of: "deyang", in: items[0]) == .follows)
    #expect(part.state(of: "yaan", in: items[0]) == .push)
    var last = items[0]
    last.greatest = []
    #expect(part.state(of: "yaan", in: last) == .never)
    // Four looks that no two states share, without colour.
    #expect(Set(StandardPart.State.allCases.map { $0.look.paint.css }).count == 4)
  }

  @Test func saysWhetherASmallerPushWouldDo() {
    let lines = StandardPart(voice: voice(standardFindings())).lines
    #expect(lines.count == 3)
    #expect(lines[0].contains("No smaller total does.") && lines[0].contains("no fewer first movers do"))
    #expect(lines[1].contains("At least 2.900 million CNY a year is needed"))
    #expect(lines[1].contains("at least 2 first movers are needed"))
    #expect(lines[2].hasPrefix("No push is needed for: "))
  }

  @Test(
    "speaks of every nature of a competition and of every certificate",
    arguments: [
      "complements", "substitutes", "mixed", "independent", "certified", "uncertified",
    ])
  func interaction(code: String) { #expect(InteractionPhrase(rawValue: code) != nil) }

  @Test(
    "writes every measure in its unit",
    arguments: [
      ("cooperationGap", "34.200 million CNY a year"), ("priceOfAnarchy", "2.43"), ("equilibriumCount", "3"),
      ("pooledDiscountFactor", "0.317 of 1"), ("bystanderElasticity", "−0.52% for 1%"),
      ("proximityDecay", "0.0123 a kilometre"), ("basinOfBest", "23%"),
    ])
  func units(measure: String, text: String) throws {
    let findings = standardFindings()
    let finding = try #require(findings.diagnosis.measures.first { $0.measure == measure })
    #expect(voice(findings).measured(finding.value, as: measure) == text)
    #expect(MeasureName(rawValue: measure) != nil && MeasureUnit(rawValue: finding.unit) != nil)
  }

  @Test func showsTheFormulaAndTheSourceOfEveryMeasure() throws {
    let findings = standardFindings()
    let page = PageReader(try Report(findings: findings, language: .english).html)
    let text = page.all("body").map(\.text).joined()
    for measure in findings.diagnosis.measures {
      #expect(text.contains(measure.formula) && text.contains(measure.source), "\(measure.measure)")
    }
  }

  @Test func keepsTheSameAsTables() throws {
    let tables = try Report(findings: standardFindings(), language: .english).tables
    let rows = Dictionary(
      uniqueKeysWithValues: tables.map { ($0.name, $0.csv.split(separator: "\r\n").map(String.init)) })
    #expect(rows["verdict"]?[1] == "mixed,equilibriumCount,3,1,true")
    #expect(rows["equilibria"]?.count == 1 + 3 * 16)
    #expect(rows["equilibria"]?[1] == "1,chongqing,1,-5.4,true,false,true")
    #expect(rows["measures"]?.count == 1 + 7 + 6 * 16)
    #expect(rows["standard"]?[5] == "licences,2,deyang,false,1,true,true,0.36")
    #expect(rows["pushes"]?.count == 1 + 2 * 16)
    #expect(try !Report(findings: facilityFindings(), language: .english).tables.contains { $0.name == "pushes" })
  }

  @Test("says what the level above would do, what it costs and closes, and how sure that is")
  func levers() throws {
    let english = LevelPart(voice: Voice(competitionFindings(), in: .english))
    #expect(
      english.leverSentences.map(\.trimmed) == [
        "For State Council it is best to judge officials so that what the other members get counts 35% as much as what their own does; up to 50% is possible.",
        "The level above bears 2.5 million CNY a year for it.", "It closes 44% of the gap, its own cost counted.",
        "At the most that is possible, 50%, 15% of the gap would be closed.",
        "Other equilibria are possible. If members came to the best of them for it, State Council would choose 20% and close 50% of the gap that would then be left; if to the worst, 50% and 15%.",
        "The choice is the best of 200 that were looked at, with a search around it; that none is better was not shown.",
      ])
    let chinese = LevelPart(voice: Voice(competitionFindings(), in: .chinese))
    #expect(chinese.leverSentences[0] == "国务院最有利的做法是在官员考核中，把其他成员的所得按本地所得的35%计入（上限50%）。")
    #expect(chinese.leverSentences[2] == "计入上级成本，可弥合差距的44%。")
  }

  @Test func refusesGainsBesideCosts() {
    var findings = competitionFindings()
    findings.sharing.kind = "cost"
    let error = #expect(throws: ReportingError.self) { try Report(findings: findings, language: .english) }
    #expect(
      error?.description
        == "findings: diagnosis.counts is gain but sharing.kind is cost; gains go with a surplus, costs with a cost")
  }

  @Test func refusesWhatDoesNotFitTheMembers() {
    var findings = standardFindings()
    findings.diagnosis.standard?.items[0].push?.subsidies = [1]
    #expect(
      throws: ReportingError.count(place: "diagnosis.standard.items[0].push.subsidies", expected: 16, found: 1)
    ) { try Report(findings: findings, language: .english) }
    findings = tableFindings()
    findings.diagnosis.equilibria?.listed[1].costs = []
    #expect(
      throws: ReportingError.count(place: "diagnosis.equilibria.listed[1].costs", expected: 2, found: 0)
    ) { try Report(findings: findings, language: .english) }
    findings = competitionFindings()
    findings.diagnosis.levels?.parts?.authority = "moon"
    #expect(throws: ReportingError.unknownParty(place: "diagnosis.levels.parts.authority", id: "moon")) {
      try Report(findings: findings, language: .english)
    }
    findings = competitionFindings()
    findings.diagnosis.levels?.levers[0].pessimistic?.change = [1]
    #expect(throws: ReportingError.count(place: "diagnosis.levels.levers[0].change", expected: 3, found: 1)) {
      try Report(findings: findings, language: .english)
    }
  }

  @Test(
    "counts money in Chinese by ten thousands and hundred millions",
    arguments: [
      ("million", 83.82, "tenThousand", 100.0), ("million", 2500, "hundredMillion", 0.01), ("one", 500, "one", 1),
      ("one", 52_000, "tenThousand", 0.0001), ("thousand", 1.5, "one", 1000), ("billion", 0.4, "tenThousand", 100_000),
      ("billion", 3, "hundredMillion", 10),
    ])
  func moneyInChinese(scale: String, largest: Double, name: String, factor: Double) {
    let money = MoneyFinding(currency: "CNY", scale: scale, priceYear: nil, period: "total")
    let chinese = MoneyScale(of: money, largest: largest, in: .chinese)
    #expect(chinese.name == name && chinese.factor == factor)
    #expect(MoneyScale(of: money, largest: largest, in: .english).factor == 1)
  }
}
