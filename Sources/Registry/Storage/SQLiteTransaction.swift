import GRDB

/// One transaction on a SQLite record, or a snapshot of it.
struct SQLiteTransaction: RecordTransaction {
  let database: Database
  let place: String
  /// Whether nothing can be written through it, so that another connection sees no less.
  let isSnapshot: Bool

  private func query(_ sql: String) throws -> SQLiteQuery { try SQLiteQuery(sql, in: database, at: place) }

  // MARK: Reading

  func head() throws -> LogHead {
    var query = try query("SELECT frontier, last FROM head")
    guard try query.next() else { return LogHead() }
    return LogHead(
      frontier: try TreeFrontier(bytes: [UInt8](query.blob(0))),
      last: Instant(milliseconds: Int64(try query.integer(1))))
  }

  func row(_ id: ObjectID) throws -> StoredRow? {
    var query = try query("SELECT version, text FROM object WHERE kind = ? AND number = ?")
    try query.bind(id.kind.rawValue)
    try query.bind(id.number)
    return try query.next() ? StoredRow(id: id, version: try query.integer(0), text: try query.text(1)) : nil
  }

  func count(of kind: ObjectKind) throws -> Int {
    var query = try query("SELECT max(number) FROM object WHERE kind = ?")
    try query.bind(kind.rawValue)
    return try query.next() && !query.isNull(0) ? try query.integer(0) : 0
  }

  func rows(of kind: ObjectKind, after number: Int, limit: Int) throws -> [StoredRow] {
    var query = try query(
      "SELECT number, version, text FROM object WHERE kind = ? AND number > ? ORDER BY number LIMIT ?")
    try query.bind(kind.rawValue)
    try query.bind(number)
    try query.bind(limit)
    var rows: [StoredRow] = []
    while try query.next() {
      rows.append(
        StoredRow(
          id: ObjectID(kind, try query.integer(0)), version: try query.integer(1), text: try query.text(2)))
    }
    return rows
  }

  func waking(by moment: Instant, limit: Int) throws -> [ObjectID] {
    var query = try query(
      "SELECT kind, number FROM object WHERE wakes <= ? ORDER BY wakes, kind, number LIMIT ?")
    try query.bind(Int(moment.milliseconds))
    try query.bind(limit)
    var found: [ObjectID] = []
    while try query.next() { found.append(ObjectID(try kind(query.textBytes(0)), try query.integer(1))) }
    return found
  }

  func events(from sequence: Int, _ body: (StoredEvent) throws -> Bool) throws {
    var query = try query(Self.events)
    try query.bind(sequence)
    while try query.next() {
      if try !body(try event(query)) { return }
    }
  }

  private static let events =
    "SELECT sequence, at, object, version, salt, body FROM event WHERE sequence >= ? ORDER BY sequence"

  func events(of id: ObjectID) throws -> [StoredEvent] {
    var query = try query(
      "SELECT sequence, at, object, version, salt, body FROM event WHERE object = ? ORDER BY version")
    try query.bind(id.description)
    var found: [StoredEvent] = []
    while try query.next() { found.append(try event(query)) }
    return found
  }

  func events(ofKey digest: String) throws -> [StoredEvent] {
    guard let first = try sequence(ofKey: digest) else { return [] }
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

  private func sequence(ofKey digest: String) throws -> Int? {
    var query = try query("SELECT sequence FROM event WHERE key = ?")
    try query.bind(digest)
    return try query.next() ? try query.integer(0) : nil
  }

  private func event(_ query: borrowing SQLiteQuery) throws -> StoredEvent {
    StoredEvent(
      sequence: try query.integer(0), at: Instant(milliseconds: Int64(try query.integer(1))),
      object: try object(query.textBytes(2)), version: try query.integer(3),
      salt: try CommitSalt(bytes: [UInt8](query.blob(4))), body: try query.text(5))
  }

  private func object(_ about: UnsafeRawBufferPointer) throws -> ObjectID {
    guard let object = ObjectID(bytes: about) else {
      let text = String(decoding: about, as: UTF8.self)
      throw StorageError.damaged(place, fault: "an event is about '\(text)', which is no number of the record")
    }
    return object
  }

  private func kind(_ text: UnsafeRawBufferPointer) throws -> ObjectKind {
    guard let kind = ObjectKind(bytes: text) else {
      throw StorageError.damaged(place, fault: "'\(String(decoding: text, as: UTF8.self))' is no kind of object")
    }
    return kind
  }

  func content(_ commit: String) throws -> StoredContent? {
    var query = try query(#"SELECT "commit", salt, text FROM content WHERE "commit" = ?"#)
    try query.bind(commit)
    return try query.next() ? try content(query) : nil
  }

  private func content(_ query: borrowing SQLiteQuery) throws -> StoredContent {
    StoredContent(
      commit: try query.text(0), salt: query.isNull(1) ? nil : try CommitSalt(bytes: [UInt8](query.blob(1))),
      text: query.isNull(2) ? nil : try query.text(2))
  }

  func everything(rows: (StoredRow) throws -> Void, contents: (StoredContent) throws -> Void) throws {
    var objects = try query(Self.objects)
    while try objects.next() {
      try rows(
        StoredRow(
          id: ObjectID(try kind(objects.textBytes(0)), try objects.integer(1)), version: try objects.integer(2),
          text: try objects.text(3)))
    }
    var kept = try query(Self.contents)
    while try kept.next() { try contents(try content(kept)) }
  }

  private static let objects = "SELECT kind, number, version, text FROM object ORDER BY kind, number"
  private static let contents = #"SELECT "commit", salt, text FROM content ORDER BY "commit""#

  func cursor(of subscriber: String) throws -> Int {
    var query = try query("SELECT sequence FROM cursor WHERE subscriber = ?")
    try query.bind(subscriber)
    return try query.next() ? try query.integer(0) : 0
  }

  func faults() throws -> [String] { try SQLiteInspection(database: database, place: place).faults() }

  // MARK: Writing

  func append(_ event: StoredEvent) throws {
    var query = try query("INSERT INTO event (sequence, at, object, version, salt, body) VALUES (?, ?, ?, ?, ?, ?)")
    try query.bind(event.sequence)
    try query.bind(Int(event.at.milliseconds))
    try query.bind(event.object.description)
    try query.bind(event.version)
    try query.bind(event.salt.bytes)
    try query.bind(event.body)
    try query.run()
  }

  func put(_ row: StoredRow) throws {
    var query = try query(
      """
      INSERT INTO object (kind, number, version, text) VALUES (?, ?, ?, ?)
      ON CONFLICT (kind, number) DO UPDATE SET version = excluded.version, text = excluded.text
      """)
    try query.bind(row.id.kind.rawValue)
    try query.bind(row.id.number)
    try query.bind(row.version)
    try query.bind(row.text)
    try query.run()
  }

  func put(_ content: StoredContent) throws {
    var query = try query(#"INSERT INTO content ("commit", salt, text) VALUES (?, ?, ?)"#)
    try query.bind(content.commit)
    try query.bind(content.salt?.bytes)
    if let text = content.text { try query.bind(text) } else { try query.bind(nil) }
    try query.run()
  }

  func erase(_ commit: String) throws {
    var query = try query(#"UPDATE content SET salt = NULL, text = NULL WHERE "commit" = ?"#)
    try query.bind(commit)
    try query.run()
  }

  func setHead(_ head: LogHead) throws {
    var query = try query(
      """
      INSERT INTO head (one, frontier, last) VALUES (1, ?, ?)
      ON CONFLICT (one) DO UPDATE SET frontier = excluded.frontier, last = excluded.last
      """)
    try query.bind(head.frontier.bytes)
    try query.bind(Int(head.last.milliseconds))
    try query.run()
  }

  func setCursor(of subscriber: String, to sequence: Int) throws {
    var query = try query(
      """
      INSERT INTO cursor (subscriber, sequence) VALUES (?, ?)
      ON CONFLICT (subscriber) DO UPDATE SET sequence = excluded.sequence
      """)
    try query.bind(subscriber)
    try query.bind(sequence)
    try query.run()
  }

  func clearRows() throws { try database.execute(sql: "DELETE FROM object") }
}

/// What is stored is handed on as the bytes that it is.
extension SQLiteTransaction: ByteSnapshot {
  func eachEvent(_ body: (EventBytes) throws -> Void) throws {
    var query = try query(Self.events)
    try query.bind(Int.min)
    while try query.next() {
      let salt = try query.blob(4)
      guard salt.count == CommitSalt.byteCount else { throw Self.saltFault(salt) }
      try body(
        EventBytes(
          sequence: try query.integer(0), at: Int64(try query.integer(1)), object: try object(query.textBytes(2)),
          version: try query.integer(3), salt: salt, body: try query.textBytes(5)))
    }
  }

  func eachRow(_ body: (RowBytes) throws -> Void) throws {
    var query = try query(Self.objects)
    while try query.next() {
      try body(
        RowBytes(
          id: ObjectID(try kind(query.textBytes(0)), try query.integer(1)), version: try query.integer(2),
          text: try query.textBytes(3)))
    }
  }

  func eachContent(_ body: (ContentBytes) throws -> Void) throws {
    var query = try query(Self.contents)
    while try query.next() {
      let salt = query.isNull(1) ? nil : try query.blob(1)
      if let salt, salt.count != CommitSalt.byteCount { throw Self.saltFault(salt) }
      try body(
        ContentBytes(commit: try query.textBytes(0), salt: salt, text: query.isNull(2) ? nil : try query.textBytes(2)))
    }
  }

  private static func saltFault(_ salt: UnsafeRawBufferPointer) -> any Error {
    do throws(LogFault) {
      _ = try CommitSalt(bytes: [UInt8](salt))
      return StorageError.damaged("", fault: "a salt")
    } catch { return error }
  }

  /// Other connections can look at the file in the meantime, when all that there is has been committed.
  var faultsBeside: (@Sendable () throws -> [String]?)? {
    guard isSnapshot else { return nil }
    return { [place] in try SQLiteInspection.faults(ofFileAt: place) }
  }
}
