import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct PageMemoryTests {
  private let now = Instant(milliseconds: 1_767_571_200_000)

  private func page(_ text: String) -> PageMemory.Page {
    let reply = Reply.text(text, type: "text/plain")
    return PageMemory.Page(reply: reply, tag: EntityTag(of: reply.body, in: .english))
  }

  @Test("keeps a page for its address, language, minute and state of the record, and for no other")
  func keeps() throws {
    let copy = try SampleCopy()
    let before = try copy.site.record.ledger.edition()
    let memory = PageMemory()
    func found(_ visit: Visit, _ edition: RecordEdition, _ moment: Instant) -> [UInt8]? {
      memory.page(visit, edition: edition, at: moment)?.reply.body
    }
    func keep() {
      #expect(found(Visit(.get, "/docket"), before, now) == nil)
      memory.keep(page("files"), for: Visit(.get, "/docket"), edition: before, at: now)
      #expect(found(Visit(.get, "/docket"), before, now.later(by: 59_999)) == Array("files".utf8))
    }
    keep()
    #expect(found(Visit(.get, "/docket", language: .chinese), before, now) == nil)
    #expect(found(Visit(.get, "/docket", query: FormFields([.init("stage", "filed")])), before, now) == nil)
    // A question mark within a path begins no query.
    memory.keep(
      page("one"), for: Visit(.get, "/docket", query: FormFields([.init("a", "b")])), edition: before, at: now)
    #expect(found(Visit(.get, "/docket?a=b"), before, now) == nil)
    #expect(found(Visit(.get, "/docket"), before, now.later(by: 60_000)) == nil)
    keep()
    let clerk = try #require(copy.person(.clerk)).appointment
    let draft = Order(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."))
    _ = try copy.site.record.ledger.submitAndWait(draft, by: Claim(appointment: clerk), key: CommandKey())
    #expect(found(Visit(.get, "/docket"), try copy.site.record.ledger.edition(), now) == nil)
  }

  @Test("forgets everything rather than keep more than it may")
  func isBounded() throws {
    let edition = try SampleSite.shared.get().site.record.ledger.edition()
    let memory = PageMemory(mostBytes: 10_000)
    func visit(_ number: Int) -> Visit { Visit(.get, "/docket/PD-\(number)") }
    func keep(_ number: Int, bytes: Int) {
      _ = memory.page(visit(number), edition: edition, at: now)
      memory.keep(page(String(repeating: "a", count: bytes)), for: visit(number), edition: edition, at: now)
    }
    for number in 1...3 { keep(number, bytes: 2_000) }
    #expect(memory.page(visit(1), edition: edition, at: now) != nil)
    keep(4, bytes: 5_000)
    #expect(memory.page(visit(1), edition: edition, at: now) == nil)
    #expect(memory.page(visit(4), edition: edition, at: now) != nil)
    keep(5, bytes: 20_000)
    #expect(memory.page(visit(5), edition: edition, at: now) == nil)
    #expect(memory.page(visit(4), edition: edition, at: now) != nil)
  }

  @Test("a page that was read before shows what has been filed since")
  func followsRecord() async throws {
    try await ServedPortal.serving { portal in
      let first = try await portal.ask("/docket")
      let tag = try #require(first["ETag"])
      #expect(try await portal.ask("/docket").body == first.body)
      #expect(try await portal.ask("/docket", headers: [("If-None-Match", tag)]).status == 304)
      let draft = Order(DocketFile.self, .draft(title: "Sand in the weir", field: "water", description: "Much."))
      let file = try portal.record.ledger.submitAndWait(draft, by: portal.clerk, key: CommandKey()).changes[0].object
      // A draft is for those who write it: the record has moved on, the page is the same.
      let same = try await portal.ask("/docket", headers: [("If-None-Match", tag)])
      #expect(same.status == 304)
      _ = try portal.record.ledger.submitAndWait(
        Order(DocketFile.self, .file, on: file), by: portal.clerk, key: CommandKey())
      let second = try await portal.ask("/docket", headers: [("If-None-Match", tag)])
      #expect(second.status == 200 && second["ETag"] != tag)
      #expect(second.text.contains("Sand in the weir") && !first.text.contains("Sand in the weir"))
    }
  }
}
