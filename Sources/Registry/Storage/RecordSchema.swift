import GRDB

/// The tables of a record and how one version of them becomes the next.
enum RecordSchema {
  /// Marks a file as a record of ours: "ILOC" in ASCII.
  static let applicationID = 0x494C_4F43
  static let version = 2

  /// Brings the file to the present version; a record of an earlier version is copied aside first.
  static func migrate(_ pool: DatabasePool, at path: String) throws {
    let (mark, found, tables) = try pool.read {
      (
        try Int.fetchOne($0, sql: "PRAGMA application_id") ?? 0, try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    guard mark == applicationID || (mark == 0 && tables == 0) else {
      throw StorageError.notARecord(path, fault: "it is a database of something else")
    }
    guard found <= version else {
      throw StorageError.notARecord(path, fault: "it was written by a later program (version \(found))")
    }
    guard found < version else { return }
    if found > 0 {
      let copy = try DatabaseQueue(path: "\(path).before-\(version)")
      try pool.backup(to: copy)
      try copy.close()
    }
    try pool.write { database in
      for step in found..<version { try database.execute(sql: steps[step]) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(version)")
    }
  }

  /// Tables, indices and triggers that are not as the steps make them: without a trigger, say, events can be changed.
  static func faults(in database: Database) throws -> [String] {
    let (expected, found) = (try expected.get(), try parts(of: database))
    return expected.subtracting(found).sorted().map { "its tables lack or have changed: \($0)" }
      + found.subtracting(expected).sorted().map { "its tables have besides: \($0)" }
  }

  private static let expected = Result {
    try DatabaseQueue().write { database in
      for step in steps { try database.execute(sql: step) }
      return try parts(of: database)
    }
  }

  private static func parts(of database: Database) throws -> Set<String> {
    // What SQLite keeps for itself (indices of primary keys, statistics) follows from the rest.
    Set(
      try Row.fetchAll(database, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master").map { row in
        try (0..<4).map { try row.decode(String?.self, atIndex: $0) ?? "" }.joined(separator: " ")
      })
  }

  /// Step `n` leads from version `n` to the next.
  ///
  /// What a row is searched by is generated from its text, so that no column can say anything else than what
  /// people read.
  static let steps = [
    """
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      object TEXT NOT NULL,
      version INTEGER NOT NULL,
      salt BLOB NOT NULL,
      body TEXT NOT NULL,
      key TEXT GENERATED ALWAYS AS (json_extract(body, '$.command.key')) VIRTUAL
    ) STRICT;
    CREATE UNIQUE INDEX event_of_object ON event (object, version);
    CREATE UNIQUE INDEX event_of_key ON event (key) WHERE key IS NOT NULL;
    CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
    CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;

    CREATE TABLE object (
      kind TEXT NOT NULL,
      number INTEGER NOT NULL,
      version INTEGER NOT NULL,
      text TEXT NOT NULL,
      level INTEGER GENERATED ALWAYS AS (json_extract(text, '$.audience.level')) VIRTUAL,
      field TEXT GENERATED ALWAYS AS (json_extract(text, '$.field')) VIRTUAL,
      stage TEXT GENERATED ALWAYS AS (json_extract(text, '$.object.stage')) VIRTUAL,
      wakes INTEGER GENERATED ALWAYS AS (json_extract(text, '$.wakes')) VIRTUAL,
      PRIMARY KEY (kind, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX object_wakes ON object (wakes) WHERE wakes IS NOT NULL;
    CREATE INDEX object_stage ON object (kind, stage);

    CREATE TABLE content (
      "commit" TEXT PRIMARY KEY,
      salt BLOB,
      text TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER content_stays BEFORE UPDATE ON content WHEN NEW.text IS NOT NULL OR NEW."commit" <> OLD."commit"
      BEGIN SELECT RAISE(ABORT, 'a content can only be erased'); END;
    CREATE TRIGGER content_remains BEFORE DELETE ON content
      BEGIN SELECT RAISE(ABORT, 'the place of a content is never removed'); END;

    CREATE TABLE head (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      frontier BLOB NOT NULL,
      last INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE cursor (
      subscriber TEXT PRIMARY KEY,
      sequence INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    // Nothing ever searched by these, and every command paid for them.
    """
    DROP INDEX object_stage;
    ALTER TABLE object DROP COLUMN level;
    ALTER TABLE object DROP COLUMN field;
    ALTER TABLE object DROP COLUMN stage;
    """,
  ]
}
