import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct PacketTests {
  private func written(_ text: String) -> String {
    var html = HTML()
    html.text(text)
    return html.markup
  }

  @Test("an agreement's packet has its text, its signatures and all that hangs on it, in both languages")
  func agreements() async throws {
    let sample = try SampleSite.published.get()
    let commitments = try sample.objects(Commitment.self)
    var counted = 0
    for agreement in try sample.objects(Agreement.self) {
      for language in Language.allCases {
        let reply = await sample.site.get("\(agreement.id.path)/packet", in: language)
        guard agreement.audience == .everybody else {
          #expect(reply.status == .notFound, "\(agreement.id) is for its parties")
          continue
        }
        try #require(reply.status == .ok, "\(agreement.id)")
        let page = reply.text
        let version = try #require(agreement.current ?? agreement.versions.last)
        for clause in version.clauses { #expect(page.contains(written(clause.heading)), "\(clause.id)") }
        if let digest = version.digest { #expect(page.contains(digest)) }
        for one in commitments where one.agreement == agreement.id {
          #expect(page.contains("<th scope=\"row\">\(one.id)</th>"), "\(one.id)")
          counted += 1
        }
        let related = try sample.site.record.ledger.read(as: .visitor) { view in
          try view.visible(all: Verification.self, under: agreement.id).map(\.object.id)
            + view.visible(all: IncentiveCase.self, under: agreement.id).map(\.object.id)
            + view.visible(all: Dispute.self, under: agreement.id).map(\.object.id)
            + view.visible(all: Evaluation.self, under: agreement.id).map(\.object.id)
        }
        for id in related { #expect(page.contains("<h3>\(id) · "), "\(id) in \(agreement.id)") }
        counted += related.count
        for books in try sample.objects(RegionBooks.self) where books.agreement == agreement.id {
          for entry in books.books.entries { #expect(page.contains(">\(entry.id)</span>"), "\(entry.id)") }
          counted += books.books.entries.count
        }
      }
    }
    #expect(counted > 200, "\(counted)")
  }

  @Test("the entries printed are those of the log, and their leaves are the log's")
  func proof() async throws {
    let sample = try SampleSite.published.get()
    let log = try #require(try PublishedLog(of: sample.site.record))
    let row = /<a href="\/log\/(\d+)">[\d,]+<\/a><\/th><td>[^<]+<\/td><td>[^<]+<\/td><td><code class="hash">([^<]+)</
    for path in ["/agreements/AG-1", "/docket/PD-1"] {
      let page = await sample.site.get("\(path)/packet").text
      #expect(page.contains(written(String(decoding: log.note.bytes, as: UTF8.self))), "the checkpoint as it is signed")
      for key in sample.site.record.policy.logKeys { #expect(page.contains(written(key.description))) }
      let id = try #require(ObjectID(String(path.split(separator: "/")[1])))
      let numbers = try sample.site.record.ledger.read(as: .visitor) { try $0.history(of: id).map(\.sequence) }
      let rows = page.matches(of: row)
      #expect(rows.compactMap { Int($0.1) } == numbers)
      for row in rows {
        let number = try #require(Int(row.1))
        #expect(try log.leaf(number).hash.base64 == row.2, "\(number)")
      }
    }
  }

  @Test("what is for some stands in their packet and in nobody else's")
  func confided() async throws {
    let copy = try SampleCopy()
    var told = 0
    for thing in try copy.things() where thing.id.kind == .agreement {
      let texts = try copy.site.record.store.read { snapshot in
        try Confided.all(in: try snapshot.row(thing.id)?.text ?? "{}").compactMap { confided in
          try snapshot.content(confided.commit)?.text.map { (confided, $0) }
        }
      }
      let party = copy.people.first { $0.role == .lead && thing.audience.parties.contains($0.organisation) }
      for person in [party, copy.person(.desk), copy.person(.resident)].compactMap(\.self) + [nil] {
        let visitor = person.map { copy.visitor($0.appointment) } ?? .unknown
        let page = await copy.site.get("\(thing.id.path)/packet", as: visitor).text
        let hidden = try copy.site.record.ledger.read(as: visitor.claim) { view in
          try texts.filter { try view.text(of: $0.0, in: thing.id) != .text($0.1) }.map(\.1)
        }
        for text in hidden {
          guard let line = text.split(separator: "\n").map({ written(String($0)) }).first(where: { $0.count > 20 })
          else { continue }
          told += 1
          #expect(!page.contains(line), "\(thing.id) shows \(person?.role.rawValue ?? "a visitor") “\(line)”")
        }
      }
    }
    #expect(told > 20, "\(told)")
  }

  @Test("as a file it needs nothing else, and holds what everybody may see and no more")
  func file() async throws {
    let sample = try SampleSite.published.get()
    for language in Language.allCases {
      for id in [ObjectID(.agreement, 1), ObjectID(.docketFile, 1)] {
        let file = String(decoding: try sample.site.packet(of: id, in: language), as: UTF8.self)
        for never in ["<script", "<link", "<form", "<img", "@import", "url("] {
          #expect(!file.contains(never), "\(never)")
        }
        #expect(file.contains("<base href=\"https://sample.example/\"/>") && file.contains("<style>"))
        let served = await sample.site.get("\(id.path)/packet", in: language).text
        func article(_ page: String) -> Substring? { page.firstMatch(of: /<article[\s\S]*<\/article>/)?.0 }
        let onScreen = /<p class="note screen">[^<]*<\/p>/
        #expect(article(file) == article(served.replacing(onScreen, with: "")).map { $0 })
      }
    }
    #expect(throws: Refusal.notFound(ObjectID(.books, 1))) {
      try sample.site.packet(of: ObjectID(.books, 1), in: .english)
    }
    #expect(throws: Refusal.notFound(ObjectID(.agreement, 999))) {
      try sample.site.packet(of: ObjectID(.agreement, 999), in: .english)
    }
  }

  @Test("an earlier version is printed with its own signatures")
  func earlier() async throws {
    let sample = try SampleSite.published.get()
    let agreement = try #require(
      try sample.objects(Agreement.self).first { $0.isPublic && $0.versions.filter { $0.entered != nil }.count > 1 })
    let (first, last) = (agreement.versions[0], try #require(agreement.current))
    let page = await sample.site.get("\(agreement.id.path)/packet?version=1").text
    let (own, later) = (try #require(first.digest), try #require(last.digest))
    #expect(page.contains(own) && !page.contains(later))
  }

  @Test("a problem's packet has what was asked, diagnosed and decided, with the reasons")
  func problems() async throws {
    let sample = try SampleSite.published.get()
    var asked = 0
    for file in try sample.objects(DocketFile.self) where file.audience == .everybody {
      let page = await sample.site.get("\(file.id.path)/packet", in: .chinese).text
      #expect(page.contains(written(file.title)))
      if let reasons = file.reasons { #expect(page.contains(written(reasons))) }
      asked += page.contains(PacketPhrase.exchanges.wording.text(in: .chinese)) ? 1 : 0
    }
    #expect(asked > 0)
    #expect(await sample.site.get("/docket/PD-1").text.contains("href=\"/docket/PD-1/packet\""))
    #expect(await sample.site.get("/agreements/AG-1").text.contains("href=\"/agreements/AG-1/packet\""))
  }
}
