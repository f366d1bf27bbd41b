import Foundation
import RegionalCases
import Testing

/// Whatever is in a file, a check ends and says something of it.
@Suite struct BrokenInputTests {
  private static let files: [String: [UInt8]] = {
    let home = Folders.tests.appendingPathComponent("Sound/everything")
    var files: [String: [UInt8]] = [:]
    for name in [
      "case.yaml", "parties.csv", "ties.csv", "figures.csv", "transport.csv", "interaction.csv", "payoffs.csv",
    ] {
      files[name] = (try? Data(contentsOf: home.appendingPathComponent(name))).map { Array($0) } ?? []
    }
    files["maps/boundaries.geojson"] = Array(#"{"type":"FeatureCollection","features":[]}"#.utf8)
    return files
  }()

  /// Bytes that mean something to YAML or CSV, so that a change is likely to break a rule and not only a word.
  private static let telling = Array("\t\n\r \"'#&*!|>%@`{}[],:?-+.0e~\u{1}".utf8) + [0xFF, 0x80, 0xEF, 0xC3]

  @Test("a case with random bytes changed never stops a check", arguments: UInt64(0)..<150)
  func survivesChangedBytes(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var files = Self.files
    let name = seed % 3 == 0 ? try #require(files.keys.sorted().randomElement(using: &chance)) : "case.yaml"
    var bytes = try #require(files[name])
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      let index = Int.random(in: 0..<bytes.count, using: &chance)
      let byte = try #require(Self.telling.randomElement(using: &chance))
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: bytes[index] = byte
      case 1: bytes.insert(byte, at: index)
      case 2: bytes.remove(at: index)
      default:
        let end = min(bytes.count, index + Int.random(in: 1...80, using: &chance))
        bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...bytes.count, using: &chance))
      }
    }
    files[name] = bytes
    try Folders.withTemporary { folder in
      for (name, bytes) in files {
        let file = URL(fileURLWithPath: folder + "/" + name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
      let report = try RegionalCase.check(folder: folder)
      #expect(report.faults.isEmpty == (report.case != nil))
      #expect(report.faults.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 })
    }
  }

  private func check(_ text: String) throws -> CaseReport {
    try Folders.withTemporary { folder in
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/case.yaml"))
      return try RegionalCase.check(folder: folder)
    }
  }

  @Test("a bottomless nest of brackets is a fault", arguments: ["[", "{a: ", "- ", "? "])
  func survivesDeepNests(opening: String) throws {
    let report = try check(String(repeating: opening, count: 20_000))
    #expect(report.case == nil)
    #expect(report.faults.count == 1)
    let said = "the YAML cannot be read: lists and mappings stand too deep within one another; write them flatter"
    #expect(report.faults.first.map { "\($0.what); \($0.remedy)" } == said)
  }

  @Test func aliasesUpToTheLimitAreWrittenOutAndNoFurther() throws {
    // Ten levels of three aliases each: 3¹⁰ leaves, as many as the limit on aliases lets through.
    var text = "a: &a [x]\n"
    for level in 0..<10 {
      text +=
        "k\(level): &k\(level) [" + String(repeating: "*\(level == 0 ? "a" : "k\(level - 1)"), ", count: 3) + "]\n"
    }
    let report = try check(text)
    #expect(report.case == nil)
    #expect(!report.faults.isEmpty)
  }

  @Test func aKeyMadeOfAliasesEndsTheCheck() throws {
    var text = "a: &a [x]\n"
    for level in 0..<10 {
      text +=
        "k\(level): &k\(level) [" + String(repeating: "*\(level == 0 ? "a" : "k\(level - 1)"), ", count: 3) + "]\n"
    }
    #expect(try check(text + "? *k9\n: 1\n").case == nil)
  }

  @Test func aFileOverTheLimitIsAFault() throws {
    let report = try check(String(repeating: "# \n", count: 23_000_000))
    #expect(
      report.description == """
        case.yaml:1:1: error: the file is larger than 64 MB; put figures in CSV files, or split it
        """)
  }

  @Test func aLinkOutOfTheFolderIsAFault() throws {
    try Folders.withTemporary { folder in
      try CaseScaffold.write(to: folder + "/case", family: .normalForm)
      let table = folder + "/case/payoffs.csv"
      try FileManager.default.moveItem(atPath: table, toPath: folder + "/outside.csv")
      try FileManager.default.createSymbolicLink(atPath: table, withDestinationPath: folder + "/outside.csv")
      let report = try RegionalCase.check(folder: folder + "/case")
      #expect(report.faults.map(\.what) == ["the file 'payoffs.csv' is outside the case folder"])
    }
  }
}
