import Foundation
import Registry
import Testing

@Suite struct RecordFolderTests {
  @Test("verifies a record from its rows and its published log")
  func verifies() throws {
    try withFolder { url in
      let record = try RecordFolder(at: url, clock: Self.clock)
      _ = try fill(record)
      let checkpoint = try #require(try record.publish())
      let report = try record.verify()
      #expect(report.holds, "\(report.lines)")
      #expect(checkpoint.size == report.record.events)
      #expect(try record.rebuild(writing: false).holds)
    }
  }

  @Test("detects rows that were changed, removed, added or moved by someone with the file")
  func detectsTampering() throws {
    try withFolder { url in
      let record = try RecordFolder(at: url, clock: Self.clock)
      _ = try fill(record)
      try record.publish()
      try record.close()
      for change in [
        "UPDATE object SET text = replace(text, 'Algae', 'Roses') WHERE kind = 'PD'",
        "UPDATE object SET version = version + 1 WHERE kind = 'PD'",
        "DELETE FROM object WHERE kind = 'PD' AND number = 2",
        "INSERT INTO object SELECT kind, 99, version, text FROM object WHERE kind = 'PD' AND number = 1",
        "UPDATE object SET number = number + 100 WHERE kind = 'PD' AND number = 1",
        "DROP TRIGGER event_stays; UPDATE event SET body = replace(body, 'Algae', 'Roses')",
        "DROP TRIGGER event_stays; UPDATE event SET at = at + 1 WHERE sequence = 3",
        "DROP TRIGGER event_stays; UPDATE event SET salt = zeroblob(32) WHERE sequence = 3",
        "DROP TRIGGER event_remains; DELETE FROM event WHERE sequence = (SELECT max(sequence) FROM event)",
        "DROP TRIGGER event_remains; DELETE FROM event WHERE sequence = 2",
        "DROP TRIGGER content_remains; DELETE FROM content",
        "UPDATE content SET text = NULL, salt = NULL",
        "DROP TRIGGER content_stays; UPDATE content SET text = 'other'",
        "INSERT INTO content VALUES ('\(String(repeating: "0", count: 64))', zeroblob(32), 'added')",
        "UPDATE head SET last = last + 1", "DELETE FROM head",
      ] {
        let copy = url.deletingLastPathComponent().appending(path: "copy-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: url, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        try sqlite(copy.appending(path: "record.sqlite"), change)
        let tampered = try RecordFolder(at: copy)
        #expect(try !tampered.verify().holds, "not detected: \(change)")
        try tampered.close()
      }
    }
  }

  @Test("brings a copy back as it was, and refuses one that was changed")
  func restores() throws {
    try withFolder { url in
      let record = try RecordFolder(at: url, clock: Self.clock)
      _ = try fill(record)
      let copy = url.deletingLastPathComponent().appending(path: "copy")
      try RecordArchive.backup(record, to: copy, includingKeys: true)
      let back = url.deletingLastPathComponent().appending(path: "back")
      try RecordArchive.restore(copy, to: back)
      let restored = try RecordFolder(at: back, clock: Self.clock)
      let (old, new) = (try record.verify(), try restored.verify())
      #expect(new.holds && old.record.frontier == new.record.frontier)
      _ = try fill(restored)
      #expect(try restored.publish()?.size == new.record.events + 2)
      let file = copy.appending(path: "record.sqlite")
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: file)
      #expect(throws: StorageError.damaged(copy.path, fault: "its files are not those of its MANIFEST.sha256")) {
        try RecordArchive.restore(copy, to: url.deletingLastPathComponent().appending(path: "again"))
      }
    }
  }

  @Test("travels as one file to the same root, without its secret keys")
  func travels() throws {
    try withFolder { url in
      let record = try RecordFolder(at: url, clock: Self.clock)
      _ = try fill(record)
      let file = url.deletingLastPathComponent().appending(path: "record.tar")
      try RecordArchive.export(record, to: file)
      let there = url.deletingLastPathComponent().appending(path: "there")
      try RecordArchive.import(file, to: there)
      let moved = try RecordFolder(at: there)
      #expect(try moved.verify().record.frontier == record.verify().record.frontier)
      #expect(!FileManager.default.fileExists(atPath: there.appending(path: "keys/log.key").path))
    }
  }

  // MARK: A record to work on

  private static let clock: @Sendable () -> Instant = { Instant(milliseconds: 1_767_571_200_000) }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: parent) }
    let url = parent.appending(path: "record")
    try RecordFolder.begin(at: url, origin: "two-counties.example/log")
    try body(url)
  }

  /// Two problems of one county; founds the region where there is none.
  private func fill(_ record: RecordFolder) throws -> [ObjectID] {
    let clerk = try FoundedRecord.found(record.ledger, at: Instant(milliseconds: 1_767_571_200_000))
    return try ["Algae at the dam", "Sand in the canal"].map { title in
      try record.ledger.submitAndWait(
        Order(DocketFile.self, .draft(title: title, field: "water", description: "Since May.")), by: clerk.clerk,
        key: CommandKey()
      ).changes[0].object
    }
  }

  private func sqlite(_ file: URL, _ sql: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", file.path, sql]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(sql)")
  }
}
