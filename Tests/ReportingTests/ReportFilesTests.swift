import Foundation
import Studies
import Testing

@testable import Reporting

@Suite struct ReportFilesTests {
  private func folder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString)", isDirectory: true)
  }

  private func files(in folder: URL) -> [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
  }

  @Test("writes the page, the findings and every table, and nothing else", arguments: Language.allCases)
  func writesAll(language: Language) throws {
    // A folder may be named from outside, so that the pages can be looked at.
    let named = ProcessInfo.processInfo.environment["REPORT_FOLDER"].map { URL(fileURLWithPath: $0) }
    for findings in [facilityFindings(), spilloverFindings()] {
      let target = (named ?? folder()).appendingPathComponent("\(findings.caseID)-\(language.rawValue)")
      defer { if named == nil { try? FileManager.default.removeItem(at: target.deletingLastPathComponent()) } }
      let report = try Report(findings: findings, language: language)
      let written = ReportFiles(report)
      try written.write(to: target)
      #expect(files(in: target) == (written.paths + ["tables"]).sorted())
      #expect(try String(contentsOf: target.appendingPathComponent("report.html"), encoding: .utf8) == report.html)
    }
  }

  @Test func removesTheTablesOfAnEarlierRunButNoFileOfAnyoneElse() throws {
    let target = folder()
    defer { try? FileManager.default.removeItem(at: target) }
    try ReportFiles(Report(findings: spilloverFindings(), language: .english)).write(to: target)
    let own = target.appendingPathComponent("tables/my-notes.csv")
    try Data("kept".utf8).write(to: own)
    #expect(FileManager.default.fileExists(atPath: target.appendingPathComponent("tables/flows.csv").path))
    try ReportFiles(Report(findings: facilityFindings(), language: .english)).write(to: target)
    #expect(!FileManager.default.fileExists(atPath: target.appendingPathComponent("tables/flows.csv").path))
    #expect(FileManager.default.fileExists(atPath: own.path))
  }

  private func refusal(of target: URL) throws -> String? {
    let report = try Report(findings: facilityFindings(), language: .english)
    do throws(ReportingError) { try ReportFiles(report).write(to: target) } catch { return "\(error)" }
    return nil
  }

  @Test(
    "a folder in the place of a file is refused before anything is written",
    arguments: ["report.html", "findings.json", "tables/parties.csv"])
  func refusesFoldersInPlaceOfFiles(path: String) throws {
    let target = folder()
    defer { try? FileManager.default.removeItem(at: target) }
    // A folder cannot be replaced by a file, whoever asks.
    let obstacle = target.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: true)
    let before = files(in: target)
    #expect(try refusal(of: target) == "\(obstacle.path) is a folder; move it away, or choose another folder")
    #expect(files(in: target) == before)
  }

  @Test func refusesAFileInPlaceOfTheTables() throws {
    let target = folder()
    defer { try? FileManager.default.removeItem(at: target) }
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    let obstacle = target.appendingPathComponent("tables")
    try Data("a file".utf8).write(to: obstacle)
    #expect(try refusal(of: target) == "\(obstacle.path) is a file; move it away, or choose another folder")
    #expect(files(in: target) == ["tables"])
  }

  @Test("the system's reason stands in one sentence, and no folder is left where none could be filled")
  func refusesWhatTheSystemRefuses() throws {
    let home = folder()
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    // No system takes a name of 300 letters.
    let target = home.appendingPathComponent("deep/\(String(repeating: "a", count: 300))")
    #expect(
      try refusal(of: target) == "\(target.path): cannot be written: file name too long; "
        + "choose a folder that you may write to")
    #expect(files(in: home) == [])
  }

  @Test("removes what runs that were killed left half written, and nothing that somebody else may need")
  func removesLeftovers() throws {
    let target = folder()
    defer { try? FileManager.default.removeItem(at: target) }
    let tables = target.appendingPathComponent("tables")
    try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
    let gone = Process()
    gone.executableURL = URL(fileURLWithPath: "/bin/sh")
    gone.arguments = ["-c", "exit"]
    try gone.run()
    gone.waitUntilExit()
    let dead = gone.processIdentifier
    let own = ProcessInfo.processInfo.processIdentifier
    // The first process of the system always runs.
    let kept = [
      ".findings.json.1.partial", ".findings.json.x.partial", ".notes.csv.\(dead).partial",
      "findings.json.\(dead).partial", "tables/.flows.csv.1.partial", "tables/.report.html.\(dead).partial",
    ]
    let left = [
      ".report.html.\(dead).partial", ".findings.json.\(dead).partial", "tables/.parties.csv.\(dead).partial",
      "tables/.flows.csv.\(own).partial",
    ]
    for path in kept + left { try Data("half".utf8).write(to: target.appendingPathComponent(path)) }
    let written = ReportFiles(try Report(findings: facilityFindings(), language: .english))
    try written.write(to: target)
    #expect(files(in: target) == (written.paths + kept + ["tables"]).sorted())
  }

  @Test func refusesAFolderThatIsAFile() throws {
    let target = folder()
    try Data("a file".utf8).write(to: target)
    defer { try? FileManager.default.removeItem(at: target) }
    #expect(try refusal(of: target) == "\(target.path) is a file; move it away, or choose another folder")
    #expect(try String(contentsOf: target, encoding: .utf8) == "a file")
  }
}
