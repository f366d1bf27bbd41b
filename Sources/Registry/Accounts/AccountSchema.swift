import Foundation
import GRDB

/// The tables of an account book and how one version of them becomes the next.
enum AccountSchema {
  /// Marks a file as an account book of ours: "ILAC" in ASCII.
  static let applicationID = 0x494C_4143
  static let version = 1

  /// Brings the file to the present version; a book of an earlier version is copied aside first.
  static func migrate(_ queue: DatabaseQueue, at path: String) throws {
    let found = try queue.inDatabase { database in
      let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard mark == applicationID || (mark == 0 && tables == 0) else {
        throw StorageError.notARecord(path, fault: "it is a database of something else")
      }
      return try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }
    guard found <= version else {
      throw StorageError.notARecord(path, fault: "it was written by a later program (version \(found))")
    }
    guard found < version else { return }
    if found > 0 {
      try SecretFile.create("\(path).before-\(version)")
      let copy = try DatabaseQueue(path: "\(path).before-\(version)")
      try queue.backup(to: copy)
      try copy.close()
    }
    try queue.inTransaction(.immediate) { database in
      // Another process may have been faster.
      let now = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      for step in min(now, version)..<version { try database.execute(sql: steps[step]) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// Step `n` leads from version `n` to the next. Times are milliseconds since 1970.
  static let steps = [
    """
    CREATE TABLE account (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      language TEXT NOT NULL,
      created INTEGER NOT NULL,
      closed INTEGER,
      password TEXT,
      invitation BLOB UNIQUE,
      invited INTEGER,
      secret BLOB,
      lastStep INTEGER,
      codes BLOB,
      newSecret BLOB,
      newSecretAt INTEGER
    ) STRICT;
    CREATE TABLE holding (
      appointment TEXT PRIMARY KEY,
      account INTEGER NOT NULL REFERENCES account (number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX holding_of_account ON holding (account);
    CREATE TABLE session (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      token BLOB NOT NULL UNIQUE,
      account INTEGER NOT NULL REFERENCES account (number),
      appointment TEXT,
      created INTEGER NOT NULL,
      lastSeen INTEGER NOT NULL,
      idle INTEGER NOT NULL,
      absolute INTEGER NOT NULL,
      warning INTEGER NOT NULL,
      secondFactorAt INTEGER,
      network TEXT
    ) STRICT;
    CREATE INDEX session_of_account ON session (account);
    CREATE TABLE half (
      token BLOB PRIMARY KEY,
      account INTEGER NOT NULL REFERENCES account (number),
      begun INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX half_of_account ON half (account);
    CREATE TABLE failure (
      key TEXT PRIMARY KEY,
      count INTEGER NOT NULL,
      last INTEGER NOT NULL,
      told INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE familiar (
      account INTEGER NOT NULL REFERENCES account (number),
      network TEXT NOT NULL,
      last INTEGER NOT NULL,
      PRIMARY KEY (account, network)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE event (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      account INTEGER,
      network TEXT,
      kind TEXT NOT NULL,
      detail TEXT
    ) STRICT;
    CREATE INDEX event_of_account ON event (account);
    """
  ]
}
