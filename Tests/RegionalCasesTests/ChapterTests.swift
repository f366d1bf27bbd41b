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

  /// The lines of the chapter that are set in from `first` to where they end.
  private func example(from first: String) throws -> String {
    let chapter = Folders.repository.appendingPathComponent("Sources/RegionalCases/RegionalCases.docc/RegionalCases.md")
    let lines = try String(contentsOf: chapter, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "    " + first))
    return lines[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }.joined(separator: "\n")
  }

  @Test func theNegotiationOfTheChapterIsWorthWhatTheChapterSays() throws {
    let text = try example(from: "title: Who pays for clean water")
    let file = try Handwriting.read(text, as: "negotiation.yaml") { try NegotiationFile(contentsOf: $0) }
    #expect(file.warnings.isEmpty)
    let deal = [8, 0]
    #expect(file.agenda[0].name(at: 8) == "400")
    // Half of the last printed digit.
    #expect(zip(file.parties, [46.7, 73.3]).allSatisfy { abs($0.worth(of: deal) - $1) <= 0.05 })
    #expect(file.parties.map(\.reservation) == [40, 40])
  }

  @Test func theConflictOfTheChapterRanksItsStatesAsTheChapterSays() throws {
    let text = try example(from: "title: A dispute over a border section")
    let file = try Handwriting.read(text, as: "conflict.yaml") { try ConflictFile(contentsOf: $0) }
    #expect(file.warnings.isEmpty)
    #expect(file.states.count == 8)
    let best = try #require(file.ranking(of: 0)).prefix(3).map { $0.map(file.pattern) }
    #expect(best == [["NNN", "NNY"], ["YNY"], ["YNN"]])
    #expect(file.ranking(of: 1)?.map { $0.map(file.pattern) }.first == ["YNY", "YYY"])
  }
}
