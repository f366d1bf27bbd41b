import Foundation
import Testing

/// The controls that the portal is held to, each with the test that shows it or the reason why there is none:
/// `docs/asvs.csv`.
@Suite struct ControlTests {
  /// How many requirements of levels 1 and 2 each section has; within a section they are numbered from 1.
  ///
  /// Source: OWASP Application Security Verification Standard 5.0.0.
  static let sections: [(section: String, count: Int)] = [
    ("V1.1", 2), ("V1.2", 9), ("V1.3", 11), ("V1.4", 3), ("V1.5", 2), ("V2.1", 3), ("V2.2", 3), ("V2.3", 4),
    ("V2.4", 1), ("V3.2", 2), ("V3.3", 4), ("V3.4", 6), ("V3.5", 5), ("V3.7", 2), ("V4.1", 3), ("V4.2", 1),
    ("V4.3", 2), ("V4.4", 4), ("V5.1", 1), ("V5.2", 3), ("V5.3", 2), ("V5.4", 3), ("V6.1", 3), ("V6.2", 12),
    ("V6.3", 4), ("V6.4", 4), ("V6.5", 5), ("V6.6", 3), ("V6.8", 4), ("V7.1", 3), ("V7.2", 4), ("V7.3", 2),
    ("V7.4", 5), ("V7.5", 2), ("V7.6", 2), ("V8.1", 2), ("V8.2", 3), ("V8.3", 1), ("V8.4", 1), ("V9.1", 3),
    ("V9.2", 4), ("V10.1", 2), ("V10.2", 2), ("V10.3", 4), ("V10.4", 11), ("V10.5", 5), ("V10.6", 2), ("V10.7", 3),
    ("V11.1", 2), ("V11.2", 3), ("V11.3", 3), ("V11.4", 4), ("V11.5", 1), ("V11.6", 1), ("V12.1", 3), ("V12.2", 2),
    ("V12.3", 4), ("V13.1", 1), ("V13.2", 5), ("V13.3", 2), ("V13.4", 5), ("V14.1", 2), ("V14.2", 4), ("V14.3", 3),
    ("V15.1", 3), ("V15.2", 3), ("V15.3", 7), ("V16.1", 1), ("V16.2", 5), ("V16.3", 4), ("V16.4", 3), ("V16.5", 3),
    ("V17.1", 1), ("V17.2", 4), ("V17.3", 2),
  ]

  /// Checks of our own beyond the standard: authorisation, leaks, states, crawl, fuzzing, abuse, timing, races, reading
  /// aids.
  static let own = ["S1", "S2", "S3", "S5", "S6", "S7", "S8", "S9", "A1"]

  @Test("the standard's 253 requirements of levels 1 and 2 and our own are each listed once")
  func complete() throws {
    let wanted = Self.sections.flatMap { section, count in (1...count).map { "\(section).\($0)" } }
    #expect(wanted.count == 253)
    #expect(try Self.rows().map(\.requirement) == wanted + Self.own)
  }

  @Test("every row names tests that exist, or says why there is none")
  func testsExist() throws {
    let tests = try Self.tests()
    #expect(tests.contains("ControlTests.testsExist"), "the search finds this test")
    for row in try Self.rows() {
      #expect(!row.control.isEmpty, "\(row.requirement) has no control")
      #expect(!row.tests.isEmpty || row.reason.count > 8, "\(row.requirement) has neither a test nor a reason")
      for test in row.tests { #expect(tests.contains(test), "\(row.requirement): there is no test \(test)") }
    }
  }

  // MARK: Reading

  private struct Row {
    let requirement: String
    let control: String
    let tests: [String]
    let reason: String
  }

  private struct WrongLine: Error { let line: String }

  private static func rows() throws -> [Row] {
    let file = House.root.appending(path: "docs/asvs.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    guard lines.first == "requirement,control,tests,reason" else { throw WrongLine(line: lines.first ?? "") }
    return try lines.dropFirst().map { line in
      // No text of the file holds a comma or a quotation mark, so that it can be read at sight.
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4, !line.contains("\"") else { throw WrongLine(line: line) }
      return Row(
        requirement: parts[0], control: parts[1], tests: parts[2].split(separator: " ").map(String.init),
        reason: parts[3])
    }
  }

  /// Every test of the house as `Suite.function`.
  private static func tests() throws -> Set<String> {
    var found: Set<String> = []
    for file in try House.files(under: "Tests") where file.pathExtension == "swift" {
      var suite = ""
      var isTest = false
      for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
        let words = line.split(separator: " ").map(String.init)
        if !line.hasPrefix(" "),
          let place = words.firstIndex(where: { ["struct", "class", "extension"].contains($0) }),
          place + 1 < words.count
        {
          suite = words[place + 1].replacing(":", with: "")
        }
        if line.contains("@Test") { isTest = true }
        guard isTest, let place = words.firstIndex(of: "func"), place + 1 < words.count else { continue }
        found.insert("\(suite).\(words[place + 1].prefix { $0 != "(" })")
        isTest = false
      }
    }
    return found
  }
}
