import Testing

@testable import Reporting
@testable import Studies

/// The pages of conflicts, decisions and negotiations, each made from findings by number.
enum TalkPage: CaseIterable, Sendable {
  case conflict, decision, negotiation

  func report(_ seed: UInt64, isHostile: Bool = false, in language: Language) throws -> Report {
    switch self {
    case .conflict: try Report(conflict: conflictFindings(seed, isHostile: isHostile), language: language)
    case .decision: try Report(decision: decisionFindings(seed, isHostile: isHostile), language: language)
    case .negotiation: try Report(negotiation: negotiationFindings(seed, isHostile: isHostile), language: language)
    }
  }

  func figures(_ seed: UInt64, isHostile: Bool = false, in language: Language) -> [Figure] {
    switch self {
    case .conflict: ConflictPage(conflictFindings(seed, isHostile: isHostile), in: language).figures
    case .decision: DecisionPage(decisionFindings(seed, isHostile: isHostile), in: language).figures
    case .negotiation: NegotiationPage(negotiationFindings(seed, isHostile: isHostile), in: language).figures
    }
  }
}

@Suite struct TalkPageTests {
  @Test("is well-formed, in its language, without holes", arguments: TalkPage.allCases, UInt64(0)..<12)
  func isWellFormed(page: TalkPage, seed: UInt64) throws {
    for language in Language.allCases {
      let report = try page.report(seed, in: language)
      try PageTests.checkForm(of: report, in: language)
      PageTests.checkHoles(in: report)
    }
  }

  @Test("says the same bytes for the same findings", arguments: TalkPage.allCases)
  func isDeterministic(page: TalkPage) throws {
    let reports = try (0..<2).map { _ in try page.report(5, in: .chinese) }
    #expect(reports[0].html == reports[1].html && reports[0].json == reports[1].json)
    #expect(reports[0].tables == reports[1].tables)
  }

  @Test(
    "draws no two labels over each other and none beyond the sheet, wide or narrow", arguments: TalkPage.allCases,
    UInt64(0)..<24)
  func labelsKeepApart(page: TalkPage, seed: UInt64) {
    for language in Language.allCases {
      ChartTests.checkLabels(in: page.figures(seed, isHostile: seed % 3 == 2, in: language))
    }
  }

  @Test("has a table behind every chart with the figures that it shows", arguments: TalkPage.allCases, UInt64(0)..<12)
  func tablesHoldTheFigures(page: TalkPage, seed: UInt64) throws {
    let read = PageReader(try page.report(seed, in: .english).html)
    let figures = page.figures(seed, in: .english)
    for figure in figures {
      let cells = Set(figure.table.rows.flatMap(\.cells))
      #expect(!cells.isEmpty)
      for label in (figure.wide.labels + figure.narrow.labels) where label.role == .value {
        #expect(cells.contains(label.text), "\(figure.id): \(label.text)")
      }
      #expect(read.all("figure").contains { $0.attributes["id"] == figure.id })
    }
    #expect(read.all("figure").count == figures.count)
  }

  @Test("lets no name become markup", arguments: TalkPage.allCases, UInt64(0)..<16)
  func escapes(page: TalkPage, seed: UInt64) throws {
    let read = PageReader(try page.report(seed, isHostile: true, in: seed % 2 == 0 ? .english : .chinese).html)
    #expect(read.fault == nil)
    let allowed: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "a", "svg", "defs", "pattern", "rect", "path", "circle",
      "header", "p", "h1", "h2", "nav", "ol", "ul", "li", "main", "section", "footer", "figure", "figcaption",
      "details", "summary", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "text", "desc", "span",
    ]
    for element in read.elements {
      #expect(allowed.contains(element.name), "\(element.name)")
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
    }
    #expect(!read.all("body")[0].text.unicodeScalars.contains("\u{202E}"))
  }

  @Test("names its tables among those that a later run would remove", arguments: TalkPage.allCases, UInt64(0)..<6)
  func tablesAreKnown(page: TalkPage, seed: UInt64) throws {
    let names = try page.report(seed, in: .english).tables.map(\.name)
    #expect(!names.isEmpty && Set(names).count == names.count)
    for name in names { #expect(ReportTable.names.contains(name), "\(name)") }
    #expect(Set(ReportTable.names).count == ReportTable.names.count)
  }
}

@Suite struct TalkTableTests {
  /// The rows of a table, split at its commas; no field of these fixtures has one.
  private func rows(_ name: String, of report: Report) -> [[String]] {
    let csv = report.tables.first { $0.name == name }?.csv ?? ""
    return csv.split(separator: "\r\n").dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("tells of every maker and state whether it stays under each concept", arguments: UInt64(0)..<8)
  func stability(seed: UInt64) throws {
    let findings = conflictFindings(seed)
    let rows = rows("stability", of: try Report(conflict: findings, language: .english))
    #expect(rows.count == findings.concepts.count * findings.states.count * findings.makers.count)
    for row in rows {
      let concept = try #require(findings.concepts.first { $0.concept == row[0] })
      let maker = try #require(findings.makers.firstIndex { $0.name == row[2] })
      #expect(row[3] == (concept.stable[maker].contains(row[1]) ? "true" : "false"))
    }
  }

  @Test("tells every outcome and position of a decision as it was found", arguments: UInt64(0)..<8)
  func decision(seed: UInt64) throws {
    let findings = decisionFindings(seed)
    let report = try Report(decision: findings, language: .english)
    let outcomes = rows("outcomes", of: report)
    #expect(outcomes.map { Double($0[3]) } == findings.issues.map(\.compromise))
    #expect(outcomes.map { Double($0[6]) } == findings.issues.map(\.majority))
    #expect(outcomes.map { Double($0[8]) } == findings.issues.map(\.afterExchange))
    #expect(rows("positions", of: report).map { Double($0[3]) } == findings.parties.flatMap(\.positions))
    #expect(rows("trades", of: report).map { Double($0[9]) } == findings.exchanges.map(\.gain))
    #expect(rows("losses", of: report).count == findings.exchanges.reduce(0) { $0 + $1.losers.count })
  }

  @Test("tells every package of the frontier and every offer as it was found", arguments: UInt64(0)..<8)
  func negotiation(seed: UInt64) throws {
    let findings = negotiationFindings(seed)
    let report = try Report(negotiation: findings, language: .english)
    #expect(rows("frontier", of: report).map { Double($0[2]) } == findings.frontier.flatMap(\.worths))
    #expect(
      rows("concessions", of: report).map { Double($0[3]) }
        == findings.landings.flatMap { $0.concessions.flatMap { $0.filter { $0 != nil } } })
    #expect(rows("terms", of: report).count == findings.issues.count * (findings.toldDeals.count + (seed == 4 ? 1 : 0)))
  }

  @Test("tells what talks of two leave each party as it was found", arguments: UInt64(1)..<8)
  func bilateral(seed: UInt64) throws {
    let findings = negotiationFindings(seed)
    let bilateral = findings.bilateral
    let report = try Report(negotiation: findings, language: .english)
    let worths = rows("talk_worths", of: report)
    #expect(worths.count == (bilateral == nil ? 0 : findings.parties.count))
    #expect(worths.map { Double($0[2]) } == bilateral?.outcome.worths ?? [])
    #expect(worths.filter { $0[4] == "true" }.map(\.[0]) == bilateral?.harmed ?? [])
    #expect(rows("talks", of: report).count == (bilateral?.talks.reduce(0) { $0 + $1.issues.count } ?? 0))
    // They stand beside the landings, of which they are one.
    let isTold = bilateral != nil && !findings.landings.isEmpty
    #expect(report.html.contains("Who settles what with whom") == isTold)
  }

  @Test("says whose reservation is private and what stands for it", arguments: UInt64(0)..<8)
  func privacy(seed: UInt64) {
    let findings = negotiationFindings(seed)
    let sentences = Answer.negotiation(findings, in: .english).sentences
    let isPrivate = findings.parties.contains { $0.reservationRange != nil }
    #expect(sentences.contains { $0.contains("Party 1 (5 to 35, mean 20) is private") } == isPrivate)
    let share = findings.series?.zoneRate
    #expect(
      sentences.contains { $0.contains("in 70% some package suits everyone, 50% end in a deal") } == (share != nil))
  }

  @Test("numbers deals as the short answer does", arguments: UInt64(0)..<20)
  func numbers(seed: UInt64) {
    let findings = negotiationFindings(seed)
    let heads = Answer.negotiation(findings, in: .english).table[0]
    for number in findings.toldDeals.indices { #expect(heads[number + 1] == "Deal \(number + 1)") }
    // The issue before them; after them the nearest package where there is no zone, no deal, and the most one can have.
    #expect(heads.count == findings.toldDeals.count + (findings.obstacle == nil ? 3 : 4))
  }
}

@Suite struct TalkRefusalTests {
  @Test func refusesADealThatHasNoWorthForSomeParty() {
    var findings = negotiationFindings(3)
    findings.frontier[0].worths.removeLast()
    #expect(throws: ReportingError.count(place: "frontier[0].worths", expected: 5, found: 4)) {
      try Report(negotiation: findings, language: .english)
    }
  }

  @Test func refusesAnOptionThatIsNotOnTheTable() {
    var findings = negotiationFindings(3)
    findings.solutions[0].deals[0].options[0] = 7
    #expect(throws: ReportingError.count(place: "issues[0].options", expected: 8, found: 3)) {
      try Report(negotiation: findings, language: .english)
    }
  }

  @Test func refusesANumberThatIsNotFinite() {
    var findings = decisionFindings(2)
    findings.issues[1].compromise = .nan
    #expect(throws: ReportingError.notFinite(place: "issues[1].compromise")) {
      try Report(decision: findings, language: .english)
    }
  }

  @Test func refusesAConceptThatLeavesAMakerOut() {
    var findings = conflictFindings(1)
    findings.concepts[0].stable.removeLast()
    #expect(throws: ReportingError.count(place: "concepts[0].stable", expected: 3, found: 2)) {
      try Report(conflict: findings, language: .english)
    }
  }

  @Test("stands numbers at the ends of what a computer can hold", arguments: [1e308, -1e308, 1e-300, 0])
  func extremes(value: Double) throws {
    var talks = negotiationFindings(2)
    talks.parties[0].reservation = -value
    talks.parties[0].ideal = value
    talks.parties[1].best = value
    talks.solutions[0].deals[0].worths[0] = value
    talks.frontier[0].worths[1] = -value
    #expect(PageReader(try Report(negotiation: talks, language: .english).html).fault == nil)
    var two = negotiationFindings(0)
    two.solutions[0].deals[0].worths[0] = value
    two.parties[1].reservation = -value
    #expect(PageReader(try Report(negotiation: two, language: .english).html).fault == nil)
    var decision = decisionFindings(3)
    decision.issues[0].high = value
    decision.issues[0].low = -value
    decision.issues[1].compromise = value
    decision.parties[0].capability = value
    decision.parties[1].positions[0] = value
    decision.parties[1].saliences[0] = value
    decision.parties[1].exchangeGain = -value
    #expect(PageReader(try Report(decision: decision, language: .english).html).fault == nil)
  }
}
