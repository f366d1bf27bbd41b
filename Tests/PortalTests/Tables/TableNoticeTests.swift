import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct TableNoticeTests {
  /// The tables of the sample, each with its notice and every text that it keeps from the public.
  private static func tables(
    of site: Site
  ) throws -> [(id: ObjectID, notice: RecordView.VisibleNotice?, kept: [String])] {
    let rows = try site.record.store.read { snapshot in
      try snapshot.rows(of: .negotiationTable, after: 0, limit: 1_000).map { row in
        let kept = try Confided.all(in: row.text).filter { $0.audience != .everybody }
          .compactMap { try snapshot.content($0.commit)?.text }
        return (row.id, kept)
      }
    }
    return try site.record.ledger.read(as: .visitor) { view in
      try rows.map { id, kept in (id, try view.notice(of: id), kept) }
    }
  }

  @Test("a visitor reads how a negotiation ended and its published summary, and nothing that it keeps")
  func pages() async throws {
    let sample = try SampleSite.shared.get()
    let tables = try Self.tables(of: sample.site)
    var summaries = 0
    for (id, notice, kept) in tables {
      let reply = await sample.site.get(id.path)
      guard let notice else {
        #expect(reply.status == .notFound, "\(id) is for its parties only")
        continue
      }
      #expect(reply.status == .ok, "\(id)")
      for language in Language.allCases {
        let page = await sample.site.get(id.path, in: language)
        let stage = Tongue(language: language).stage(notice.notice.stage.rawValue, of: .negotiationTable)
        #expect(page.text.contains(stage))
      }
      let summary = try sample.site.record.ledger.read(as: .visitor) { view in
        try notice.notice.summary.map { try view.text(of: $0, in: id) }
      }
      if case .text(let text) = summary {
        summaries += 1
        #expect(reply.text.contains(text), "\(id)")
      }
      for text in kept where text.count > 8 {
        #expect(!reply.text.contains(text), "\(id) shows “\(text)”")
      }
      #expect(!reply.text.contains("id=\"history\""), "what happened inside is for those inside")
      #expect(await sample.site.get("/api\(id.path)").status == .notFound)
    }
    #expect(summaries > 0 && tables.contains { $0.notice == nil })
  }

  @Test("the list and the feed tell visitors the same, and members their own tables as before")
  func lists() async throws {
    let sample = try SampleSite.shared.get()
    let tables = try Self.tables(of: sample.site)
    let (list, feed) = (await sample.site.get("/tables"), await sample.site.get("/tables.atom"))
    for (id, notice, kept) in tables {
      #expect(list.text.contains("href=\"\(id.path)\"") == (notice != nil), "\(id)")
      #expect(feed.text.contains("href=\"\(id.path)\"") == (notice != nil), "\(id)")
      for text in kept where text.count > 8 { #expect(!list.text.contains(text) && !feed.text.contains(text)) }
    }
    let desk = await sample.site.get("/tables", as: try sample.visitor(.desk))
    for (id, _, _) in tables {
      #expect(desk.text.ranges(of: "href=\"\(id.path)\"").count <= 1, "no table stands twice")
    }
  }

  @Test("there is no notice of anything but a table")
  func others() throws {
    let sample = try SampleSite.shared.get()
    let found = try sample.site.record.ledger.read(as: .visitor) { view in
      try [ObjectID(.docketFile, 1), ObjectID(.negotiationTable, 9_999)].map { try view.notice(of: $0) }
    }
    #expect(found.allSatisfy { $0 == nil })
  }
}
