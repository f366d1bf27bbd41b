import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct TryThisTests {
  @Test("each role of the sample is told where to begin, and the page is there for it", arguments: Role.allCases)
  func role(_ role: Role) async throws {
    let sample = try SampleSite.shared.get()
    let visitor = try sample.visitor(role)
    let path = TryThis.path(for: role)
    for language in Language.allCases {
      let home = await sample.site.get("/", as: visitor, in: language)
      let words = Tongue(language: language).say(try #require(TryPhrase(rawValue: role.rawValue)))
      #expect(home.text.contains("href=\"\(path)\"") && home.text.contains(words))
      #expect(home.text.ranges(of: "class=\"card\"").count == 1, "only what this role can try")
    }
    #expect(await sample.site.get(path, as: visitor).status == .ok, "\(path)")
  }

  @Test("a visitor of the sample sees a card for everybody and every role; elsewhere there are none")
  func visitor() async throws {
    let sample = try SampleSite.shared.get()
    #expect(await sample.site.get("/").text.ranges(of: "class=\"card\"").count == Role.allCases.count + 1)
    #expect(await sample.site.get(TryThis.path(for: nil)).status == .ok)
    let folder = FileManager.default.temporaryDirectory.appending(path: "portal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RecordFolder.begin(at: folder, origin: "rivers.example/log")
    let other = Site(record: try RecordFolder(at: folder))
    #expect(!(await other.get("/").text.contains("class=\"card\"")))
  }
}
