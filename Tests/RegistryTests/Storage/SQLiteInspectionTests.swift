import Foundation
import GRDB
import Testing

@testable import Registry

/// What the inspection of a file finds, beside what SQLite's own integrity check finds in the same file.
@Suite struct SQLiteInspectionTests {
  private static let file = Result { try recordFile(drafts: 80) }

  @Test("finds damage wherever SQLite's own check finds it", arguments: UInt64(0)..<4)
  func findsDamage(seed: UInt64) throws {
    let original = try Self.file.get()
    var chance = CrashChance(seed: seed)
    var (both, neither) = (0, 0)
    try withFile { url in
      for _ in 0..<60 {
        var bytes = original
        let offset = Self.place(in: bytes, using: &chance)
        bytes[offset] ^= UInt8.random(in: 1...255, using: &chance)
        try Data(bytes).write(to: url)
        let own = try found(url) { try String.fetchAll($0, sql: "PRAGMA integrity_check").filter { $0 != "ok" } }
        let here = try found(url) { try SQLiteInspection(database: $0, place: url.path).faults() }
        if !own.isEmpty { #expect(!here.isEmpty, "seed \(seed), byte \(offset): \(own)") }
        if !here.isEmpty { both += 1 } else { neither += 1 }
      }
    }
    #expect(both > 0 && neither > 0)
  }

  @Test(
    "finds an index of the events that lost, gained or changed an entry",
    arguments: ["event_of_object", "event_of_key"],
    [
      "DELETE FROM event WHERE sequence = 40",
      "INSERT INTO event SELECT 900, at, 'PD-900', 1, salt, json_replace(body, '$.command.key', '\(otherKey)') "
        + "FROM event WHERE sequence = 40",
      "UPDATE event SET object = 'PD-901', body = json_replace(body, '$.command.key', '\(otherKey)') WHERE sequence = 40",
      // The second keeps the numbers of entries: what one event has, the other has now.
      "UPDATE event SET sequence = 902 WHERE sequence = 40; UPDATE event SET sequence = 40 WHERE sequence = 41",
    ])
  func findsIndex(name: String, change: String) throws {
    try withFile { url in
      try Data(Self.file.get()).write(to: url)
      try alter(url, change, behind: name)
      let own = try found(url) { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
      #expect(own.contains { $0.contains(name) })
      let here = try found(url) { try SQLiteInspection(database: $0, place: url.path).faults() }
      #expect(here == ["the index \(name) does not have the entries of its rows"])
    }
  }

  @Test("finds the same at once on several connections as one after another on one", arguments: UInt64(10)..<12)
  func findsTheSame(seed: UInt64) throws {
    var chance = CrashChance(seed: seed)
    try withFile { url in
      for _ in 0..<20 {
        var bytes = try Self.file.get()
        for _ in 0..<3 {
          bytes[Self.place(in: bytes, using: &chance)] ^= UInt8.random(in: 1...255, using: &chance)
        }
        try Data(bytes).write(to: url)
        let one = Result { try found(url) { try SQLiteInspection(database: $0, place: url.path).faults() } }
        let several = Result { try SQLiteInspection.faults(ofFileAt: url.path) ?? [] }
        switch (one, several) {
        case (.success(let one), .success(let several)): #expect(one == several, "seed \(seed)")
        case (.success(let one), .failure(let error)): #expect(one == ["\(error)"], "seed \(seed)")
        default: Issue.record("seed \(seed): \(one) and \(several)")
        }
      }
    }
  }

  @Test("says nothing of a record as it was written")
  func findsNothing() throws {
    try withFile { url in
      try Data(Self.file.get()).write(to: url)
      #expect(try SQLiteInspection.faults(ofFileAt: url.path) == [])
    }
  }

  /// A byte behind the first page, without which no file can be opened; every other time in a page of an index.
  private static func place(in bytes: [UInt8], using chance: inout CrashChance) -> Int {
    let pages = (1..<bytes.count / 4096).filter { [2, 10].contains(bytes[$0 * 4096]) }
    let page = Bool.random(using: &chance) ? pages.randomElement(using: &chance)! : nil
    return page.map { $0 * 4096 + Int.random(in: 0..<4096, using: &chance) }
      ?? Int.random(in: 4096..<bytes.count, using: &chance)
  }

  // MARK: Files

  private static let otherKey = String(repeating: "0", count: 64)

  /// The bytes of a record with so many docket files, its log brought in.
  private static func recordFile(drafts: Int) throws -> [UInt8] {
    let url = FileManager.default.temporaryDirectory.appending(path: "inspected-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try RecordFolder.begin(at: url, origin: "two-counties.example/log")
    let record = try TamperingFixture.open(url)
    _ = try FoundedRecord.found(record.ledger, at: TamperingFixture.moment)
    for number in 1...drafts { try TamperingFixture.draft(number, length: number % 9, in: record) }
    try record.close()
    // Whoever opens the record brings its log into the main file.
    try SQLiteStore(path: url.appending(path: TamperingFixture.database).path).close()
    return Array(try Data(contentsOf: url.appending(path: TamperingFixture.database)))
  }

  private func withFile(_ body: (URL) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "inspection-\(UUID().uuidString).sqlite")
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: url.path + end) } }
    try body(url)
  }

  /// What `look` finds; the error where it fails.
  private func found(_ url: URL, _ look: (Database) throws -> [String]) throws -> [String] {
    do {
      let queue = try DatabaseQueue(path: url.path)
      defer { try? queue.close() }
      return try queue.read(look)
    } catch { return ["\(error)"] }
  }

  /// Runs statements while SQLite does not know of an index, and puts the index back as it was.
  private func alter(_ url: URL, _ change: String, behind index: String) throws {
    func inFile(_ body: (Database) throws -> Void) throws {
      let queue = try DatabaseQueue(path: url.path)
      try queue.inDatabase { database in
        try database.execute(sql: "PRAGMA writable_schema = ON")
        try body(database)
      }
      try queue.close()
    }
    try inFile { database in
      try database.execute(sql: "CREATE TABLE hidden AS SELECT * FROM sqlite_schema WHERE name = '\(index)'")
      try database.execute(sql: "CREATE TABLE triggers AS SELECT * FROM sqlite_schema WHERE type = 'trigger'")
      try database.execute(sql: "DELETE FROM sqlite_schema WHERE name = '\(index)' OR type = 'trigger'")
    }
    try inFile { try $0.execute(sql: change) }
    try inFile { database in
      for table in ["hidden", "triggers"] {
        try database.execute(sql: "INSERT INTO sqlite_schema SELECT * FROM \(table)")
        try database.execute(sql: "DROP TABLE \(table)")
      }
    }
  }
}
