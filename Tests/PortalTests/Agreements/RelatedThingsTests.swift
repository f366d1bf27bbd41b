import Foundation
import Registry
import Testing

@testable import Portal

@Suite struct RelatedThingsTests {
  @Test(
    "what belongs to an agreement is all that names it and that the visitor may see",
    arguments: [nil, .lead, .monitor, .administrator] as [Role?])
  func everyAgreement(role: Role?) throws {
    let sample = try SampleSite.shared.get()
    let claim = try role.map { try sample.visitor($0).claim } ?? .visitor
    try sample.site.record.ledger.read(as: claim) { (view) throws in
      func compare<T: RecordObject>(_ type: T.Type, _ agreement: (T) -> ObjectID?) throws -> Int {
        let all = try view.visible(all: type, limit: 100_000).map(\.object)
        for id in try view.visible(all: Agreement.self, limit: 1_000).map(\.object.id) {
          let found = try view.visible(all: type, under: id).map(\.object)
          #expect(found == all.filter { agreement($0) == id }, "\(T.kind) of \(id)")
        }
        return all.count
      }
      #expect(try compare(Commitment.self) { $0.agreement } > 50)
      _ = try compare(RegionBooks.self) { $0.agreement }
      _ = try compare(PartyReport.self) { $0.agreement }
      _ = try compare(JointReport.self) { $0.agreement }
      _ = try compare(Verification.self) { $0.agreement }
      // A kind of which nothing belongs to an agreement.
      #expect(try view.visible(all: Organisation.self, under: ObjectID(.agreement, 1)).isEmpty)
    }
  }

  @Test("the table of reports leads to each on the screen; on paper it names the same ones")
  func reportsOnPaper() async throws {
    let sample = try SampleSite.shared.get()
    let auditor = try sample.visitor(.auditor)
    let reports = try sample.site.record.ledger.read(as: auditor.claim) { view in
      try view.visible(all: PartyReport.self, limit: 1_000).map(\.object)
    }
    let agreement = try #require(reports.first).agreement
    let ids = reports.filter { $0.agreement == agreement }.map(\.id)
    func table(_ path: String) async throws -> String {
      let page = await sample.site.get(path, as: auditor).text
      let after = try #require(page.components(separatedBy: "id=\"reports\"").dropFirst().first, "\(path)")
      return try #require(after.components(separatedBy: "</table>").first)
    }
    let (screen, paper) = (try await table(agreement.path), try await table("\(agreement.path)/packet"))
    for id in ids {
      #expect(screen.contains(">\(id)<") && screen.contains("href=\"\(id.path)\""))
      #expect(paper.contains(">\(id)<") && !paper.contains("href=\"\(id.path)\""))
    }
  }
}
