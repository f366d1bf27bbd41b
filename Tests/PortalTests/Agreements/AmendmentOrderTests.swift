import Foundation
import Registry
import Testing

@testable import Portal

@Suite struct AmendmentOrderTests {
  @Test("amendments stand in the order in which they were begun, each with its state, beside the text that they amend")
  func order() async throws {
    let copy = try SampleCopy()
    // An agreement in force, and the lead of one of its parties.
    let (id, lead) = try #require(
      try copy.people.filter { $0.role == .lead }.lazy.compactMap { person -> (ObjectID, Visitor)? in
        let visitor = copy.visitor(person.appointment, delegation: person.delegation)
        let found = try copy.site.record.ledger.read(as: visitor.claim) { view in
          try view.visible(all: Agreement.self, limit: 100).map(\.object).first { agreement in
            try agreement.versions.count == 1
              && view.acts(on: agreement).contains { $0.act == "amend" && $0.obstacle == nil }
          }
        }
        return found.map { ($0.id, visitor) }
      }.first)
    func act(_ command: String) async throws {
      let sent = await copy.site.post(
        "\(id.path)/acts/\(command)", [("key", CommandKey().text), ("step", "do"), ("reason", "A bridge")], as: lead)
      try #require(sent.status == .seeOther, "\(command): \(sent.text)")
    }
    for command in ["amend", "discardAmendment", "amend", "discardAmendment", "amend"] { try await act(command) }
    let rows = try await Self.rows(of: id, at: copy.site, as: lead)
    #expect(rows.map(\.first) == (1...4).map { "Version \($0)" })
    #expect(rows.map { $0[1] } == ["In force", "Discarded", "Discarded", "Draft"])
    // What was given up is no text to compare the next one with.
    #expect(rows.map { $0.last?.contains("Compare with version 1") } == [false, true, true, true])
  }

  /// The cells of the table of versions, row by row.
  private static func rows(of id: ObjectID, at site: Site, as visitor: Visitor) async throws -> [[String]] {
    let page = await site.get(id.path, as: visitor).text
    let after = try #require(page.components(separatedBy: "id=\"versions\"").dropFirst().first)
    let table = try #require(after.components(separatedBy: "</table>").first)
    let rows = table.components(separatedBy: "<tbody>").last?.components(separatedBy: "<tr>").dropFirst() ?? []
    return rows.map { row in
      row.split(separator: /<t[dh][^>]*>/, omittingEmptySubsequences: false).dropFirst().map {
        ShownForm.plain(Substring($0.replacing(/<[^>]*>/, with: "")))
      }
    }
  }
}
