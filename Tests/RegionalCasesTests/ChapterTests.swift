import Foundation
import RegionalCases
import Testing

@Suite struct ChapterTests {
  @Test func theSmallCaseOfTheChapterReadsAsTheChapterSays() throws {
    let chapter = Folders.repository.appendingPathComponent("Sources/RegionalCases/RegionalCases.docc/RegionalCases.md")
    let lines = try String(contentsOf: chapter, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "    interlocal: 1"))
    let example = lines[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }.joined(separator: "\n")
    try Folders.withTemporary { folder in
      try Data(example.utf8).write(to: URL(fileURLWithPath: folder + "/case.yaml"))
      let report = try RegionalCase.check(folder: folder)
      #expect(report.description == "")
      let towns = try #require(report.case)
      guard case .jointFacility(let plant) = towns.problems[0].family, case .table(let table) = plant.costs else {
        Issue.record("the problem is a joint facility with a table")
        return
      }
      #expect(table.worths == [0, 12, 9, 16])
      #expect(table.provenance.status == .estimated)
    }
  }
}
