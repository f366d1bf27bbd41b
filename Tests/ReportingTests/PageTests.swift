import Studies
import Testing

@testable import Reporting

@Suite struct PageTests {
  static let cases: [(Findings, Language)] =
    [
      (facilityFindings(), .english), (facilityFindings(), .chinese), (spilloverFindings(), .english),
      (spilloverFindings(), .chinese),
    ] + [standardFindings(), competitionFindings(), tableFindings()].flatMap { [($0, .english), ($0, .chinese)] }

  @Test("is well-formed, in its language, with headings in order and nothing fetched or run", arguments: 0..<10)
  func isWellFormed(index: Int) throws {
    let (findings, language) = Self.cases[index]
    try Self.checkForm(of: Report(findings: findings, language: language), in: language)
  }

  static func checkForm(of report: Report, in language: Language) throws {
    let page = PageReader(report.html)
    #expect(page.fault == nil)
    #expect(page.all("html").first?.attributes["lang"] == language.tag)
    #expect(page.all("h1").count == 1)
    var level = 0
    for heading in page.elements where ["h1", "h2", "h3", "h4"].contains(heading.name) {
      let next = Int(String(heading.name.last!))!
      #expect(next <= level + 1, "\(heading.text)")
      level = next
    }
    #expect(page.elements.allSatisfy { !["script", "link", "img", "iframe", "object"].contains($0.name) })
    let style = page.all("style").map(\.text).joined()
    #expect(!style.contains("url(") && !style.contains("@import"))
    // Every address within the page leads somewhere, and no two things bear one name.
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for link in page.all("a") {
      let address = try #require(link.attributes["href"])
      if address.hasPrefix("#") { #expect(ids.contains(String(address.dropFirst()))) }
    }
    for image in page.all("svg") where image.attributes["role"] == "img" {
      for id in (image.attributes["aria-labelledby"] ?? "").split(separator: " ") { #expect(ids.contains(String(id))) }
    }
    for table in page.all("th") { #expect(table.attributes["scope"] != nil) }
    #expect(page.all("caption").count == page.all("table").count)
  }

  @Test("shows no number that is none, and no place left unfilled", arguments: 0..<10)
  func hasNoHoles(index: Int) throws {
    let (findings, language) = Self.cases[index]
    Self.checkHoles(in: try Report(findings: findings, language: language))
  }

  static func checkHoles(in report: Report) {
    let page = PageReader(report.html)
    let words = page.all("body").map(\.text).joined()
    let tokens = Set(words.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
    for hole in ["nan", "inf", "infinity", "optional", "nil"] { #expect(!tokens.contains(hole), "\(hole)") }
    #expect(!words.contains("{") && !words.contains("}"))
    // Whole words: a remark of a case may well speak of finance.
    for (name, text) in report.tables.map({ ($0.name, $0.csv) }) + [("json", report.json)] {
      let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
      for hole in ["nan", "inf", "infinity", "optional"] { #expect(!words.contains(hole), "\(name): \(hole)") }
    }
  }

  @Test("says the same bytes for the same findings", arguments: 0..<10)
  func isDeterministic(index: Int) throws {
    let (findings, language) = Self.cases[index]
    let first = try Report(findings: findings, language: language)
    let second = try Report(findings: findings, language: language)
    #expect(first.html == second.html && first.json == second.json && first.tables == second.tables)
  }

  @Test func saysWhoWouldLeaveUnderTheShapleyValue() throws {
    // The six towns of Young, Okada & Hashimoto (1982): H, K and L pay 27.69 together but 27.26 alone.
    let report = try Report(findings: facilityFindings(), language: .english)
    #expect(
      report.html.contains(
        "Helsingborg, Kävlinge and Lund would leave under the Shapley value: together they would pay 27.69 million SEK, alone 27.26 million SEK."
      ))
    #expect(report.html.contains("the bill is 108.61 million SEK; if all act as one it is 83.82 million SEK"))
    let chinese = try Report(findings: facilityFindings(), language: .chinese)
    #expect(chinese.html.contains("若采用沙普利值，赫尔辛堡、谢夫灵厄和隆德将会退出：合计须付2,769万瑞典克朗，而自行承担只需2,726万瑞典克朗。"))
    #expect(chinese.html.contains("8,382万瑞典克朗"))
  }

  @Test("summarises in six to fourteen sentences", arguments: 0..<10)
  func summarises(index: Int) {
    let (findings, language) = Self.cases[index]
    let sentences = Voice(findings, in: language).summarySentences
    #expect((6...14).contains(sentences.count))
    let end: Character = language == .english ? "." : "。"
    for sentence in sentences { #expect(sentence.last == end, "\(sentence)") }
  }

  @Test func showsACodeItDoesNotKnowAsItIs() throws {
    let report = try Report(findings: facilityFindings(), language: .chinese)
    #expect(report.html.contains("brandNewReason") && report.html.contains("someNewFigure"))
    // What a figure of an unknown reason counts nobody knows, so it stands in the table and not in a sentence.
    let reasons = try #require(report.tables.first { $0.name == "reasons" })
    #expect(reasons.csv.contains("brandNewReason,A,oddity,1.5"))
  }

  @Test func saysThatNothingBeatsActingAlone() throws {
    var findings = spilloverFindings()
    findings.mechanisms.recommended = nil
    for language in Language.allCases {
      let report = try Report(findings: findings, language: language)
      #expect(PageReader(report.html).fault == nil)
      #expect(
        report.html.contains(
          language == .english ? "acting alone stays best" : "各自行动仍是最好的选择"))
    }
  }

  @Test("has room for findings that are nearly empty", arguments: Language.allCases)
  func bareFindings(language: Language) throws {
    var findings = facilityFindings()
    findings.mechanisms.ranking = []
    findings.mechanisms.recommended = nil
    findings.mechanisms.reasons = []
    findings.mechanisms.levers = []
    findings.sharing.rules = []
    findings.sharing.proposed = nil
    findings.sharing.certificate = nil
    findings.sharing.widestDisagreement = nil
    findings.diagnosis.dependence = Array(repeating: Array(repeating: 0, count: 6), count: 6)
    findings.diagnosis.pairs = []
    findings.diagnosis.costAlone = 0
    findings.diagnosis.gap = 0
    findings.ties = []
    for index in findings.parties.indices { findings.parties[index].longitude = nil }
    findings.inputs = []
    findings.sources = []
    #expect(PageReader(try Report(findings: findings, language: language).html).fault == nil)
  }

  @Test("stands numbers at the ends of what a computer can hold", arguments: [1e308, -1e308, 1e-300, 0])
  func extremes(value: Double) throws {
    for var findings in [facilityFindings(), spilloverFindings()] {
      let count = findings.players.count
      findings.diagnosis.costAlone = value
      findings.diagnosis.gap = -value
      findings.diagnosis.dependence[0][1] = value
      findings.diagnosis.dependence[1][0] = -value
      findings.diagnosis.flows?[0][1] = value
      findings.sharing.standAlone = Array(repeating: value, count: count)
      findings.sharing.rules[0].shares = Array(repeating: -value, count: count)
      findings.parties[0].longitude = value
      findings.parties[1].latitude = -value
      for index in findings.diagnosis.players.indices {
        findings.diagnosis.players[index].costAlone = value
        findings.diagnosis.players[index].costTogether = -value
      }
      for index in findings.mechanisms.ranking.indices {
        findings.mechanisms.ranking[index].netGain = index % 2 == 0 ? value : -value
        findings.mechanisms.ranking[index].grossGain = -value
        findings.mechanisms.ranking[index].coordination = value
      }
      for index in findings.hinges.inputs.indices {
        findings.hinges.inputs[index].netGainAtLow = -value
        findings.hinges.inputs[index].netGainAtHigh = value
        findings.hinges.inputs[index].switchesAt = value
      }
      #expect(PageReader(try Report(findings: findings, language: .english).html).fault == nil)
    }
  }

  @Test("lets no name of a case become markup", arguments: UInt64(0)..<24)
  func escapes(seed: UInt64) throws {
    do {
      let report = try Report(findings: hostileFindings(seed), language: seed % 3 == 0 ? .chinese : .english)
      let page = PageReader(report.html)
      #expect(page.fault == nil)
      let allowed: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "a", "svg", "defs", "pattern", "rect", "path", "circle",
        "header", "p", "h1", "h2", "h3", "nav", "ol", "ul", "li", "main", "section", "footer", "figure", "figcaption",
        "details", "summary", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "text",
        "desc", "math", "span", "mrow", "mi", "mn", "mo", "mtext", "msub", "msup", "msubsup", "munder", "mfrac",
      ]
      for element in page.elements {
        #expect(allowed.contains(element.name), "\(element.name)")
        #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
        #expect(element.attributes["href"].map { $0.hasPrefix("#") || $0.hasPrefix("http") } ?? true)
      }
      #expect(!page.all("body")[0].text.unicodeScalars.contains("\u{202E}"))
    }
  }
}
