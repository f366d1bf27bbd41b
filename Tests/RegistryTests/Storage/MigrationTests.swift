import Foundation
import GRDB
import Testing

@testable import Registry

@Suite struct MigrationTests {
  /// The tables that hold what a record is, with the columns that nothing generates.
  private static let contents = [
    "event": "sequence, at, object, version, salt, body", "object": "kind, number, version, text",
    "content": #""commit", salt, text"#, "head": "one, frontier, last", "cursor": "subscriber, sequence",
  ]

  @Test("a record of the first version goes on in the present one, with a copy as it was")
  func migrates() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "migration-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (present, first) = (folder.appending(path: "present").path, folder.appending(path: "first").path)
    let store = try SQLiteStore(path: present)
    let people = try FoundedRecord.found(Ledger(store: store), at: Ledger.systemClock())
    let before = try store.read { RecordCheck(of: $0) }
    try store.close()
    try Self.writeFirstVersion(of: present, to: first)

    let migrated = try SQLiteStore(path: first)
    let after = try migrated.read { RecordCheck(of: $0) }
    #expect(after.faults == [])
    #expect(after.frontier == before.frontier && after.rows == before.rows && after.contents == before.contents)
    let draft = Order(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."))
    _ = try Ledger(store: migrated).submitAndWait(draft, by: people.clerk, key: CommandKey())
    #expect(try migrated.read { RecordCheck(of: $0) }.holds)
    try migrated.close()

    let copy = try DatabaseQueue(path: "\(first).before-\(RecordSchema.version)")
    let (version, events, indices) = try copy.read {
      (
        try Int.fetchOne($0, sql: "PRAGMA user_version"), try Int.fetchOne($0, sql: "SELECT count(*) FROM event"),
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE name LIKE 'object_%' ORDER BY name")
      )
    }
    #expect(version == 1)
    #expect(events == before.events)
    #expect(indices == ["object_stage", "object_wakes"])
  }

  /// Writes what a record holds into a file as the first version of this program would have.
  private static func writeFirstVersion(of present: String, to first: String) throws {
    let file = try DatabaseQueue(path: first)
    try file.writeWithoutTransaction { database in
      try database.execute(sql: RecordSchema.steps[0])
      try database.execute(sql: "PRAGMA application_id = \(RecordSchema.applicationID); PRAGMA user_version = 1")
      try database.execute(sql: "ATTACH ? AS present", arguments: [present])
      for (table, columns) in contents.sorted(by: { $0.key < $1.key }) {
        try database.execute(sql: "INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM present.\(table)")
      }
    }
    try file.close()
  }

  #if Postgres
    @Test("a schema of the first version goes on in the present one", .enabled(if: StoreSort.hasServer))
    func migratesSchema() throws {
      let place = try StorePlace(.postgres)
      try place.run("CREATE SCHEMA \(place.schema)")
      try place.run(PostgresSchema.steps[0])
      try place.run("INSERT INTO record (one, mark, version) VALUES (1, \(PostgresSchema.mark), 1)")
      let store = try place.open()
      _ = try FoundedRecord.found(Ledger(store: store), at: Ledger.systemClock())
      let check = try store.read { RecordCheck(of: $0) }
      #expect(check.faults == [] && check.events > 0)
    }
  #endif
}
