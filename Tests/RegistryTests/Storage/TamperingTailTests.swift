import Foundation
import GRDB
import Testing

@testable import Registry

/// Somebody who knows how the record works, has its files, and leaves everything consistent that can be.
@Suite struct TamperingTailTests {
  private static let fixture = Result { try TamperingFixture(objects: 12) }

  @Test(
    "notices rows and events in another order, or under another name",
    arguments: [
      // The texts of two rows change places; both are of the first version.
      """
      UPDATE object SET text = CASE number
        WHEN 3 THEN (SELECT text FROM object WHERE kind = 'PD' AND number = 4)
        ELSE (SELECT text FROM object WHERE kind = 'PD' AND number = 3) END
      WHERE kind = 'PD' AND number IN (3, 4)
      """,
      // Two objects change numbers.
      "UPDATE object SET number = 7 - number + 100 WHERE kind = 'PD' AND number IN (3, 4);"
        + "UPDATE object SET number = number - 100 WHERE kind = 'PD' AND number > 100",
      // Two events change places.
      "UPDATE event SET sequence = -8 WHERE sequence = 8; UPDATE event SET sequence = 8 WHERE sequence = 9;"
        + "UPDATE event SET sequence = 9 WHERE sequence = -8",
      // Two events of different objects change objects.
      "UPDATE event SET object = 'PD-99' WHERE object = 'PD-3'; UPDATE event SET object = 'PD-3' WHERE object = 'PD-4';"
        + "UPDATE event SET object = 'PD-4' WHERE object = 'PD-99'",
      // Two contents change places.
      """
      UPDATE content SET text = (SELECT text FROM content AS other WHERE other."commit" = (
        SELECT max("commit") FROM content WHERE text IS NOT NULL))
      WHERE "commit" = (SELECT min("commit") FROM content WHERE text IS NOT NULL)
      """,
      // An event and its row are added, as a command would have added them.
      """
      INSERT INTO event (sequence, at, object, version, salt, body)
        SELECT sequence + 1, at, 'PD-99', 1, salt, json_remove(body, '$.command') FROM event
        ORDER BY sequence DESC LIMIT 1;
      INSERT INTO object (kind, number, version, text) SELECT kind, 99, 1, text FROM object
        WHERE kind = 'PD' AND number = 12
      """,
      // Events that only say how long ago.
      "UPDATE event SET at = at - 1",
      // The numbers that an event cannot have.
      "UPDATE event SET sequence = -9223372036854775808 WHERE sequence = 1",
      "UPDATE event SET version = 9223372036854775807 WHERE sequence = 1",
      "UPDATE event SET version = -9223372036854775808 WHERE sequence = 1",
      "UPDATE head SET last = -9223372036854775808", "UPDATE head SET frontier = zeroblob(40)",
      "UPDATE object SET number = -9223372036854775808 WHERE kind = 'PD' AND number = 3",
      "UPDATE object SET kind = 'XX' WHERE kind = 'PD' AND number = 3",
      "UPDATE event SET object = 'PD-03' WHERE object = 'PD-3'", "UPDATE event SET salt = zeroblob(31)",
      "UPDATE event SET body = replace(body, 'Lower', CAST(x'ff' AS TEXT)) WHERE sequence = 4",
      "UPDATE event SET body = '[1]' WHERE sequence = 4",
    ])
  func noticesOrder(change: String) throws {
    try withFolder(Self.fixture.get().files) { url in
      try alter(url, change)
      let record = try TamperingFixture.open(url)
      #expect(try !record.verify().holds)
      // And nobody who reads or writes on brings the process down.
      _ = try? record.ledger.read(as: TamperingFixture.clerk) { try $0.visible(all: DocketFile.self).count }
      _ = try? TamperingFixture.draft(99, length: 1, in: record)
      _ = try record.rebuild(writing: false)
      try record.close()
    }
  }

  @Test(
    "notices tables that no longer keep what was written",
    arguments: [
      "DROP TRIGGER event_stays", "DROP TRIGGER content_remains", "DROP INDEX event_of_key",
      "CREATE TRIGGER late AFTER INSERT ON event BEGIN DELETE FROM cursor; END", "CREATE TABLE more (text)",
    ])
  func noticesSchema(change: String) throws {
    try withFolder(Self.fixture.get().files) { url in
      let queue = try DatabaseQueue(path: url.appending(path: TamperingFixture.database).path)
      try queue.write { try $0.execute(sql: change) }
      try queue.close()
      let record = try TamperingFixture.open(url)
      #expect(try !record.verify().holds)
      try record.close()
    }
  }

  @Test("notices a tail written anew, with fresh salts and a fitting head, by the checkpoint it cannot sign")
  func noticesRewrittenTail() throws {
    let fixture = try Self.fixture.get()
    try withFolder(fixture.earlier) { url in
      try rewriteTail(url, until: fixture.checkpoint.size)
      // The published log is the old one: nobody without the key can sign another.
      try TamperingFixture.write(fixture.files.filter { $0.key.hasPrefix("log/") }, to: url)
      let record = try TamperingFixture.open(url)
      let report = try record.verify()
      #expect(report.record.holds && report.audit.holds)
      #expect(
        report.lines == ["the first \(fixture.checkpoint.size) events are not those that the checkpoint vouches for"])
      #expect(try record.publish() == nil)
      try record.close()
    }
  }

  @Test("notices a tail written anew and signed with the stolen key by a checkpoint kept elsewhere")
  func noticesResignedTail() throws {
    let fixture = try Self.fixture.get()
    try withFolder(fixture.earlier) { url in
      try rewriteTail(url, until: fixture.checkpoint.size + 1)
      try TamperingFixture.write([TamperingFixture.secretKey: fixture.secret], to: url)
      let record = try TamperingFixture.open(url)
      try record.publish()
      #expect(try record.verify().holds)
      #expect(try !record.verify(continuing: [fixture.checkpoint]).holds)
      try record.close()
    }
  }

  @Test("notices a tail cut off together with its checkpoint by a checkpoint kept elsewhere")
  func noticesTruncatedTail() throws {
    let fixture = try Self.fixture.get()
    try withFolder(fixture.earlier) { url in
      let record = try TamperingFixture.open(url)
      #expect(try record.verify().holds)
      let report = try record.verify(continuing: [fixture.checkpoint])
      #expect(
        report.faults == [
          "the checkpoint vouches for \(fixture.checkpoint.size) events, and the record holds only "
            + "\(report.record.events)"
        ])
      try record.close()
    }
  }

  /// Writes other events behind those that are there, as the record itself would.
  private func rewriteTail(_ url: URL, until size: Int) throws {
    let record = try TamperingFixture.open(url)
    while try record.store.read({ try $0.head().size }) < size {
      try TamperingFixture.draft(500, length: 3, in: record)
    }
    try record.close()
  }

  /// Runs statements without the triggers that forbid them, and puts the triggers back.
  private func alter(_ url: URL, _ change: String) throws {
    let queue = try DatabaseQueue(path: url.appending(path: TamperingFixture.database).path)
    try queue.write { database in
      let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
      try database.execute(sql: change)
      #expect(database.totalChangesCount > 0)
      for trigger in triggers { try database.execute(sql: trigger[1]) }
    }
    try queue.close()
  }

  private func withFolder(_ files: [String: [UInt8]], _ body: (URL) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "tail-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try TamperingFixture.write(files, to: url)
    try body(url)
  }
}
