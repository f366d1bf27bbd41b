import CollectiveAction
import Foundation
import RegionalCases
import Registry
import Reporting
import Sharing
import Studies
import Testing

@testable import Portal

@Suite(.serialized, .timeLimit(.minutes(3)))
struct SharePageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A table and somebody who sits at it.
  private static func seat(_ sample: SampleSite, parties: Int? = nil) throws -> (table: NegotiationTable, lead: Visitor)
  {
    for table in try sample.objects(NegotiationTable.self) where parties == nil || table.parties.count == parties {
      for number in 1...20 {
        guard let lead = try? sample.visitor(.lead, number: number) else { break }
        if table.parties.contains(sample.organisation(of: lead)) { return (table, lead) }
      }
    }
    throw SampleSite.NoSuchPerson(role: .lead, organisation: nil)
  }

  @Test("divides the water supply of Skåne as Young, Okada & Hashimoto (1982) print it")
  func published() async throws {
    let sample = try SampleCase()
    defer { sample.remove() }
    let place = sample.folder.appending(path: "cases/region")
    try FileManager.default.removeItem(at: place)
    try FileManager.default.copyItem(at: Self.root.appending(path: "Examples/skane-water"), to: place)
    let table = Self.root.appending(path: "Literature/young-okada-hashimoto-1982/allocations.csv")
    let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",") }
    let seat = try sample.seat()
    let page = await sample.site.get("\(seat.table.path)/shares?case=supply", as: seat.visitor)
    #expect(page.status == .ok)
    for (rule, method) in [(SharingRule.shapley, "shapley_value"), (.nucleolus, "nucleolus")] {
      let published = try rows.filter { $0[0] == method }.map { try #require(Double($0[2])) }
      let shown = Self.amounts(of: RuleNames.name(rule.rawValue, in: .english), in: page.text)
      #expect(published.count == 6 && shown.count == 6, "\(method)")
      // Printed with two decimals, as the page does.
      for (one, other) in zip(shown, published) { #expect(abs(one - other) <= 0.0101, "\(method)") }
    }
  }

  /// The amounts in the row of a rule.
  private static func amounts(of rule: String, in page: String) -> [Double] {
    guard let start = page.range(of: "<th scope=\"row\">\(rule)</th>"),
      let end = page[start.upperBound...].range(of: "</tr>")
    else { return [] }
    return page[start.upperBound..<end.lowerBound].components(separatedBy: "<td>").dropFirst().compactMap {
      Double($0.prefix { $0 != "<" }.replacing(",", with: "").replacing("\u{2212}", with: "-"))
    }
  }

  @Test("shows the study's own shares and counts its own objections, for every problem of the case")
  func asStudied() async throws {
    let sample = try SampleSite.shared.get()
    let (table, lead) = try Self.seat(sample)
    let edition = try #require(sample.site.studies.shelf.regions())
    let regionalCase = try #require(edition.regionalCase)
    for problem in regionalCase.problems {
      let study = try Study(regionalCase, folder: edition.folder.path, problem: problem.id, draws: 0)
      let found = try study.findings().sharing
      let page = await sample.site.get("\(table.id.path)/shares?case=\(problem.id)", as: lead)
      #expect(page.status == .ok)
      let game = try study.coalitionGame()
      let answer = try ShareAnswer(ShareQuestion(FormFields(), players: game.players, given: game), of: game)
      var compared = 0
      for line in answer.lines {
        guard let rule = line.rule, let own = found.rules.first(where: { $0.rule == rule.rawValue }) else { continue }
        #expect(line.shares == own.shares && line.objectionCount == own.violationCount, "\(rule)")
        let shown = Self.amounts(of: RuleNames.name(rule.rawValue, in: .english), in: page.text)
        for (one, share) in zip(shown, own.shares ?? []) { #expect(abs(one - share) <= 0.00501, "\(rule)") }
        #expect(shown.count == (own.shares?.count ?? 0), "\(rule)")
        compared += 1
      }
      #expect(compared >= 6)
    }
  }

  @Test("names who would object to a proposal, and by how much it misses the whole")
  func proposal() throws {
    // Any two save 60 together and all three 60 as well: no division keeps every pair.
    let empty: [(String, String)] = [
      ("c.1", "100"), ("c.2", "100"), ("c.4", "100"), ("c.3", "140"), ("c.5", "140"), ("c.6", "140"), ("c.7", "240"),
    ]
    let asked = FormFields((empty + [("s.1", "80"), ("s.2", "80"), ("s.3", "85")]).map { .init($0.0, $0.1) })
    let question = ShareQuestion(asked, players: ["A", "B", "C"], given: nil)
    let answer = try ShareAnswer(question, of: try #require(question.game))
    #expect(answer.isCoreEmpty)
    // Three pairs pay 480 between them where they would pay 420: each must be paid 20.
    #expect(abs((answer.subsidy ?? 0) - 20) < 1e-9)
    let own = try #require(answer.lines.last)
    #expect(own.rule == nil && own.imbalance == 5 && own.objectionCount == 3)
    #expect(own.objections[0].names == ["A", "C"] || own.objections[0].names == ["B", "C"])
    #expect(own.objections[0].amount == 25)
  }

  @Test("refuses what is no figure, in words and in both languages, and keeps what was typed")
  func refuses() async throws {
    let sample = try SampleSite.shared.get()
    let (table, lead) = try Self.seat(sample, parties: 2)
    let path = "\(table.id.path)/shares?c.1=%3Cb%3E&c.2=-1e5&c.3=&w.1=0&w.2=0&s.1=9999999999999&s.2=1"
    for (language, words) in [
      (Language.english, ["write a number such as 1,234.5", "fill this in", "larger unit", "above zero"]),
      (.chinese, ["请填写数字", "请填写此项", "请改用更大的单位", "权重须大于零"]),
    ] {
      let page = await sample.site.get(path, as: lead, in: language)
      #expect(page.status == .unprocessable)
      for word in words { #expect(page.text.contains(word), "\(word)") }
      #expect(page.text.contains("value=\"&lt;b&gt;\"") && !page.text.contains("id=\"answer\""))
      #expect(TagCheck(page.body).fault == nil)
    }
    let good = await sample.site.get("\(table.id.path)/shares?c.1=10&c.2=1,000.5&c.3=900", as: lead, in: .chinese)
    #expect(good.status == .ok && good.text.contains("核心非空") && good.text.contains("沙普利值"))
    #expect(await sample.site.get("\(table.id.path)/shares").status == .notFound)
    #expect(await sample.site.get("\(table.id.path)/shares?case=none", as: lead).status == .notFound)
  }

  @Test("a table of many parties asks for some of them", arguments: [2, 6])
  func many(chosen: Int) async throws {
    let sample = try SampleSite.shared.get()
    guard
      let table = try sample.objects(NegotiationTable.self).first(where: {
        $0.parties.count > ShareQuestion.mostPlayers
      })
    else { return }
    let lead = try #require(
      (1...20).lazy.compactMap { try? sample.visitor(.lead, number: $0) }.first {
        table.parties.contains(sample.organisation(of: $0))
      })
    let path = "\(table.id.path)/shares"
    let first = await sample.site.get(path, as: lead)
    #expect(first.status == .ok && first.text.contains("name=\"with\"") && !first.text.contains("name=\"c.1\""))
    let with = table.parties.prefix(chosen).map { "with=\($0)" }.joined(separator: "&")
    let page = await sample.site.get("\(path)?\(with)", as: lead)
    #expect(page.text.contains("name=\"c.\((1 << chosen) - 1)\""))
  }
}

extension SampleCase {
  /// A table and somebody who sits at it.
  func seat() throws -> (table: ObjectID, visitor: Visitor) {
    let found = try site.record.ledger.read(as: desk.claim) { view in
      try view.visible(all: NegotiationTable.self, limit: 1).first?.object
    }
    return (try #require(found).id, desk)
  }
}
