import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct HomePageTests {
  @Test("the first page shows what is decided, agreed, late and certified, and says that the region is invented")
  func sections() async throws {
    let sample = try SampleSite.shared.get()
    let reply = await sample.site.get("/")
    #expect(reply.status == .ok)
    for words in [
      "Three Rivers Co-operation Region (sample)", "File a problem", "/docket/acts/draft", "Being decided now",
      "Agreements in force", "Late commitments", "Last certified results", "everyone in it are invented",
    ] { #expect(reply.text.contains(words), "\(words)") }
    let chinese = await sample.site.get("/", in: .chinese).text
    #expect(chinese.contains("三川合作区（示例）") && chinese.contains("正在办理") && chinese.contains("提出议题"))
  }

  @Test("the first page counts the open problems of each stage, and the late commitments, as the record has them")
  func counts() async throws {
    let sample = try SampleSite.shared.get()
    let text = await sample.site.get("/").text
    let (files, late) = try sample.site.record.ledger.read(as: .visitor) { view in
      (
        try view.visible(all: DocketFile.self, limit: 1_000).map(\.object).filter(\.isOpen),
        try view.visible(all: Commitment.self, limit: 10_000).map(\.object).filter { $0.stage == .overdue }
      )
    }
    for stage in DocketFile.Stage.allCases {
      let count = files.count { $0.stage == stage }
      let row = "<a href=\"/docket?stage=\(stage.rawValue)\">"
      #expect(text.contains(row) == (count > 0), "\(stage)")
      if count > 0 {
        let rest = text.components(separatedBy: row)[1]
        #expect(rest.contains("<td>\(count)</td>"), "\(stage)")
      }
    }
    for one in late.sorted(by: { ($0.due, $0.id) < ($1.due, $1.id) }).prefix(HomePage.length) {
      #expect(text.contains("href=\"\(one.id.path)\""), "\(one.id)")
    }
  }

  @Test("a visitor's first page names no negotiation, and a party's names its own, the nearest date first")
  func negotiations() async throws {
    let sample = try SampleSite.shared.get()
    #expect(!(await sample.site.get("/")).text.contains("href=\"/tables/"))
    let desk = try sample.visitor(.desk)
    let moments = try sample.site.record.ledger.read(as: desk.claim) { view in
      try view.visible(all: NegotiationTable.self, limit: 1_000).map(\.object).flatMap(DueMoment.all)
        .sorted(by: DueMoment.isBefore)
    }
    let text = await sample.site.get("/", as: desk).text
    if let first = moments.first { #expect(text.contains("href=\"\(first.object.path)\"")) }
  }
}
