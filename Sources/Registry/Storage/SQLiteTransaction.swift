import Foundation
import GRDB

/// One transaction on a SQLite record, or a snapshot of it.
struct SQLiteTransaction: RecordTransaction {
  let database: Database
  let place: String

  private func statement(_ sql: String) throws -> GRDB.Statement { try database.cachedStatement(sql: sql) }

  // MARK: Reading

  func head() throws -> LogHead {
    guard let row = try Row.fetchOne(try statement("SELECT frontier, last FROM head")) else { return LogHead() }
    return LogHead(
      frontier: try TreeFrontier(bytes: [UInt8](row.decode(Data.self, atIndex: 0))),
      last: Instant(milliseconds: try row.decode(atIndex: 1)))
  }

  func row(_ id: ObjectID) throws -> StoredRow? {
    let found = try Row.fetchOne(
      try statement("SELECT version, text FROM object WHERE kind = ? AND number = ?"),
      arguments: [id.kind.rawValue, id.number])
    return try found.map { StoredRow(id: id, version: try $0.decode(atIndex: 0), text: try $0.decode(atIndex: 1)) }
  }

  func count(of kind: ObjectKind) throws -> Int {
    try Int.fetchOne(
      try statement("SELECT max(number) FROM object WHERE kind = ?"), arguments: [kind.rawValue]) ?? 0
  }

  func rows(of kind: ObjectKind, after number: Int, limit: Int) throws -> [StoredRow] {
    try Row.fetchAll(
      try statement("SELECT number, version, text FROM object WHERE kind = ? AND number > ? ORDER BY number LIMIT ?"),
      arguments: [kind.rawValue, number, limit]
    ).map {
      StoredRow(
        id: ObjectID(kind, try $0.decode(atIndex: 0)), version: try $0.decode(atIndex: 1),
        text: try $0.decode(atIndex: 2))
    }
  }

  func waking(by moment: Instant, limit: Int) throws -> [ObjectID] {
    try Row.fetchAll(
      try statement("SELECT kind, number FROM object WHERE wakes <= ? ORDER BY wakes, kind, number LIMIT ?"),
      arguments: [moment.milliseconds, limit]
    ).map { ObjectID(try kind(of: $0), try $0.decode(atIndex: 1)) }
  }

  func events(from sequence: Int, _ body: (StoredEvent) throws -> Bool) throws {
    let cursor = try Row.fetchCursor(
      try statement(
        "SELECT sequence, at, object, version, salt, body FROM event WHERE sequence >= ? ORDER BY sequence"),
      arguments: [sequence])
    while let row = try cursor.next() {
      if try !body(try event(row)) { return }
    }
  }

  func events(of id: ObjectID) throws -> [StoredEvent] {
    try Row.fetchAll(
      try statement("SELECT sequence, at, object, version, salt, body FROM event WHERE object = ? ORDER BY version"),
      arguments: [id.description]
    ).map(event)
  }

  func events(ofKey digest: String) throws -> [StoredEvent] {
    guard let first = try Int.fetchOne(try statement("SELECT sequence FROM event WHERE key = ?"), arguments: [digest])
    else { return [] }
    var all: [StoredEvent] = []
    var expected = 1
    try events(from: first) { event in
      if all.isEmpty {
        expected = try CanonicalJSON.value(MarkedBody.self, from: event.body).command?.events ?? 1
      }
      all.append(event)
      return all.count < expected
    }
    return all
  }

  // Nothing below trusts the types of columns: a byte changed in the file can make text of a number.

  private func event(_ row: Row) throws -> StoredEvent {
    let about = try row.decode(String.self, atIndex: 2)
    guard let object = ObjectID(about) else {
      throw StorageError.damaged(place, fault: "an event is about '\(about)', which is no number of the record")
    }
    return StoredEvent(
      sequence: try row.decode(atIndex: 0), at: Instant(milliseconds: try row.decode(atIndex: 1)), object: object,
      version: try row.decode(atIndex: 3), salt: try CommitSalt(bytes: [UInt8](row.decode(Data.self, atIndex: 4))),
      body: try row.decode(atIndex: 5))
  }

  private func kind(of row: Row) throws -> ObjectKind {
    let text = try row.decode(String.self, atIndex: 0)
    guard let kind = ObjectKind(rawValue: text) else {
      throw StorageError.damaged(place, fault: "'\(text)' is no kind of object")
    }
    return kind
  }

  func content(_ commit: String) throws -> StoredContent? {
    try Row.fetchOne(
      try statement(#"SELECT "commit", salt, text FROM content WHERE "commit" = ?"#), arguments: [commit]
    )
    .map(content)
  }

  private func content(_ row: Row) throws -> StoredContent {
    StoredContent(
      commit: try row.decode(atIndex: 0),
      salt: try row.decode(Data?.self, atIndex: 1).map { try CommitSalt(bytes: [UInt8]($0)) },
      text: try row.decode(atIndex: 2))
  }

  func everything(rows: (StoredRow) throws -> Void, contents: (StoredContent) throws -> Void) throws {
    let objects = try Row.fetchCursor(
      try statement("SELECT kind, number, version, text FROM object ORDER BY kind, number"))
    while let row = try objects.next() {
      try rows(
        StoredRow(
          id: ObjectID(try kind(of: row), try row.decode(atIndex: 1)), version: try row.decode(atIndex: 2),
          text: try row.decode(atIndex: 3)))
    }
    let kept = try Row.fetchCursor(try statement(#"SELECT "commit", salt, text FROM content ORDER BY "commit""#))
    while let row = try kept.next() { try contents(try content(row)) }
  }

  func cursor(of subscriber: String) throws -> Int {
    try Int.fetchOne(
      try statement("SELECT sequence FROM cursor WHERE subscriber = ?"), arguments: [subscriber]) ?? 0
  }

  func faults() throws -> [String] {
    let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    return (lines == ["ok"] ? [] : lines) + (try RecordSchema.faults(in: database))
  }

  // MARK: Writing

  func append(_ event: StoredEvent) throws {
    try statement("INSERT INTO event (sequence, at, object, version, salt, body) VALUES (?, ?, ?, ?, ?, ?)").execute(
      arguments: [
        event.sequence, event.at.milliseconds, event.object.description, event.version, Data(event.salt.bytes),
        event.body,
      ])
  }

  func put(_ row: StoredRow) throws {
    try statement(
      """
      INSERT INTO object (kind, number, version, text) VALUES (?, ?, ?, ?)
      ON CONFLICT (kind, number) DO UPDATE SET version = excluded.version, text = excluded.text
      """
    ).execute(arguments: [row.id.kind.rawValue, row.id.number, row.version, row.text])
  }

  func put(_ content: StoredContent) throws {
    try statement(#"INSERT INTO content ("commit", salt, text) VALUES (?, ?, ?)"#).execute(
      arguments: [content.commit, content.salt.map { Data($0.bytes) }, content.text])
  }

  func erase(_ commit: String) throws {
    try statement(#"UPDATE content SET salt = NULL, text = NULL WHERE "commit" = ?"#).execute(arguments: [commit])
  }

  func setHead(_ head: LogHead) throws {
    try statement(
      """
      INSERT INTO head (one, frontier, last) VALUES (1, ?, ?)
      ON CONFLICT (one) DO UPDATE SET frontier = excluded.frontier, last = excluded.last
      """
    ).execute(arguments: [Data(head.frontier.bytes), head.last.milliseconds])
  }

  func setCursor(of subscriber: String, to sequence: Int) throws {
    try statement(
      """
      INSERT INTO cursor (subscriber, sequence) VALUES (?, ?)
      ON CONFLICT (subscriber) DO UPDATE SET sequence = excluded.sequence
      """
    ).execute(arguments: [subscriber, sequence])
  }

  func clearRows() throws { try database.execute(sql: "DELETE FROM object") }
}
