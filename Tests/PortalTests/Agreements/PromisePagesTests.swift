import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite(.serialized)
struct PromisePagesTests {
  private static func visitors(_ sample: SampleSite) throws -> [Visitor] {
    [
      .unknown, try sample.visitor(.lead, of: "Sanchuan"), try sample.visitor(.desk),
      try sample.visitor(.monitor, number: 1),
    ]
  }

  @Test("every page answers a visitor in both languages, or is not there", arguments: PromiseKinds.all)
  func visitor(kind: ObjectKind) async throws {
    let sample = try SampleSite.shared.get()
    for language in Language.allCases {
      try check(await sample.site.get(kind.path, in: language), language, kind.path)
    }
    for (id, isForThem) in try sample.audiences(of: kind, for: .unknown) {
      for language in Language.allCases {
        let page = await sample.site.get(id.path, in: language)
        #expect(page.status == (isForThem ? .ok : .notFound), "\(id)")
        if isForThem { try check(page, language, id.path) }
      }
    }
  }

  @Test(
    "every page answers a lead, the desk and a monitor whom its audience includes, and is not there for others",
    arguments: PromiseKinds.all)
  func people(kind: ObjectKind) async throws {
    let sample = try SampleSite.shared.get()
    for visitor in try Self.visitors(sample).dropFirst() {
      for (id, isForThem) in try sample.audiences(of: kind, for: visitor) {
        // Each in one of the two languages in turn: the visitor's pages are all tried in both.
        let language = Language.allCases[id.number % 2]
        let page = await sample.site.get(id.path, as: visitor, in: language)
        #expect(page.status == (isForThem ? .ok : .notFound), "\(id) for \(visitor.account ?? "nobody")")
        if isForThem { try check(page, language, id.path) }
      }
    }
  }

  /// Well-formed, with no place of a phrase left open, and no two things of the same id.
  private func check(_ page: Reply, _ language: Language, _ path: String) throws {
    let text = page.text
    #expect(page.status == .ok && text.contains("lang=\"\(language.tag)\""), "\(path)")
    let open = text.range(of: "\\{[a-z]+\\}", options: .regularExpression)
    #expect(open == nil, "\(path): \(open.map { String(text[$0]) } ?? "")")
    // Both languages write the same elements.
    guard language == .english else { return }
    let tags = TagCheck(page.body)
    #expect(tags.fault == nil, "\(path): \(tags.fault ?? "")")
    #expect(Set(tags.ids).count == tags.ids.count, "\(path)")
  }

  @Test("every form that a page offers opens", arguments: PromiseKinds.all)
  func forms(kind: ObjectKind) async throws {
    let sample = try SampleSite.shared.get()
    /// The first two objects of each stage: what is offered depends on the stage.
    func examples<T: RecordObject>(_ type: T.Type) throws -> [ObjectID] {
      Dictionary(grouping: try sample.objects(type)) { $0.stage }.values.flatMap { $0.prefix(2).map(\.id) }.sorted()
    }
    let ids = try examples(kind.type)
    for visitor in try Self.visitors(sample).dropFirst() {
      for id in ids {
        let page = await sample.site.get(id.path, as: visitor)
        for address in Set(page.links) where address.contains("/acts/") {
          let form = await sample.site.get(address, as: visitor)
          #expect(form.status == .ok, "\(address) for \(visitor.account ?? "nobody")")
          try check(form, .english, address)
        }
      }
    }
  }

  @Test("the text of an agreement is shown as of a day, and two versions are compared word by word")
  func versions() async throws {
    let sample = try SampleSite.shared.get()
    let agreement = try #require(
      try sample.objects(Agreement.self).first { $0.versions.filter { $0.entered != nil }.count == 2 })
    let path = agreement.id.path
    let entered = try #require(agreement.versions[1].entered)
    let calendar = try #require(try sample.objects(Region.self).first?.charter.calendar)
    let before = calendar.day(of: entered).later(days: -1)
    #expect(await sample.site.get("\(path)?at=\(before)").text.contains("Text: version 1, Superseded"))
    #expect(await sample.site.get("\(path)?at=\(calendar.day(of: entered))").text.contains("Text: version 2, In force"))
    #expect(await sample.site.get("\(path)?at=2020-01-01").text.contains("No version was in force on that day."))
    let compared = await sample.site.get("\(path)/compare?one=1&two=2")
    #expect(compared.text.contains("<del>") && !compared.text.contains("<ins>"), "three duties were struck")
    #expect(await sample.site.get("\(path)/compare?one=1&two=9").status == .notFound)
  }

  @Test("the board shows late commitments first, and only those that are asked for")
  func board() async throws {
    let sample = try SampleSite.shared.get()
    let all = try sample.objects(Commitment.self)
    let late = all.filter { $0.stage == .overdue }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    let board = await sample.site.get("/commitments")
    let shown = board.links.compactMap { link in
      link.hasPrefix("/commitments/CM-") ? ObjectID(String(link.dropFirst("/commitments/".count))) : nil
    }
    #expect(late.count > 1 && Array(shown.prefix(late.count)) == late.map(\.id))
    #expect(board.text.contains("days late"))
    let party = late[0].debtor
    let own = await sample.site.get("/commitments?party=\(party)&stage=all&order=due")
    let ofParty = all.filter { $0.debtor == party }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }.map(\.id)
    let links = own.links.filter { $0.hasPrefix("/commitments/CM-") }
    #expect(links == ofParty.prefix(CommitmentBoard.length).map(\.path))
  }

  @Test("people in office are named to people of the region, never to a visitor")
  func names() async throws {
    let sample = try SampleSite.shared.get()
    let lead = try sample.visitor(.lead, of: "Sanchuan")
    let home = sample.organisation(of: lead)
    let name = "Lead 1 of Sanchuan Municipality"
    let open = await sample.site.get(home.path)
    #expect(!open.text.contains(name) && open.text.contains("Lead"))
    #expect(await sample.site.get(home.path, as: lead).text.contains(name))
  }

  @Test("how the region works is told from its rules, with a drawing of each life cycle")
  func how() async throws {
    let sample = try SampleSite.shared.get()
    for language in Language.allCases {
      let page = await sample.site.get("/how", in: language)
      #expect(page.status == .ok)
      for kind in ObjectKind.allCases {
        #expect(page.text.contains("/how/lifecycles/\(kind)"))
        let drawing = await sample.site.get("/how/lifecycles/\(kind)", in: language)
        #expect(drawing.status == .ok && drawing.text.hasPrefix("<svg"))
      }
    }
    let page = await sample.site.get("/how")
    #expect(page.text.contains("Asia/Shanghai") && page.text.contains("10 working days"))
    #expect(page.text.contains("power “sign”, second factor"))
    #expect(await sample.site.get("/how/lifecycles/nothing").status == .notFound)
  }

  @Test("a form begins with what the record knows, and a link may say what is meant")
  func beginnings() async throws {
    let sample = try SampleSite.shared.get()
    let agreement = try #require(
      try sample.objects(Agreement.self).first { $0.stage == .draft || $0.stage == .signing })
    let name = try #require(try sample.objects(Organisation.self).first { $0.id == agreement.parties[0] }).nameEnglish
    let clerk = try sample.visitor(.clerk, of: String(name.replacing(" (sample)", with: "")))
    let clause = try #require(agreement.working?.clauses.first { !$0.duties.isEmpty })
    let form = await sample.site.get("\(agreement.id.path)/acts/write?clause.id=\(clause.id)", as: clerk)
    #expect(form.status == .ok)
    #expect(form.text.contains("value=\"\(clause.heading)\""))
    #expect(form.text.contains("name=\"clause.duties.1.measure\" value=\"\(clause.duties[1].measure)\""))
    let terms = await sample.site.get("\(agreement.id.path)/acts/set?key=abc", as: clerk)
    #expect(terms.text.contains("name=\"terms.noticeDays\" value=\"180\"") && !terms.text.contains("value=\"abc\""))
  }

  @Test("what cannot be read is refused at its form, and nothing fails")
  func unreadable() async throws {
    let sample = try SampleSite.shared.get()
    let desk = try sample.visitor(.desk)
    let parties = try sample.objects(Organisation.self).prefix(2).map { ("parties", $0.id.description) }
    let opened = await sample.site.post(
      "/ledger/acts/open", parties + [("currency", "¥¥¥"), ("key", CommandKey().text), ("step", "do")], as: desk)
    #expect(opened.status == .unprocessable)
    let guide = try sample.visitor(.guide)
    let assigned = await sample.site.post(
      "/verifications/acts/assign",
      [
        ("of", "RP-1"), ("monitor", "A-1"), ("seed", "no seed"), ("sampleSize", "1"), ("key", CommandKey().text),
        ("step", "check"),
      ], as: guide)
    #expect(assigned.status == .unprocessable && assigned.text.contains("Seed of the sample: it cannot be read"))
  }
}
