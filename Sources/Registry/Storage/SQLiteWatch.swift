import GRDBSQLite
import Synchronization

/// Notices commits to a SQLite file, whoever made them: a connection of its own that only asks for the version of the
/// data, since to lend one of the pool's and to begin a transaction on it costs many times as much.
///
/// Source: https://www.sqlite.org/pragma.html#pragma_data_version
final class SQLiteWatch: Sendable {
  private struct Connection: @unchecked Sendable {
    // The connection has no lock of its own: nothing touches these but under the mutex.
    let database: OpaquePointer
    let query: OpaquePointer
  }

  private let connection: Mutex<Connection>
  private let place: String

  /// - Throws: ``StorageError`` when the file cannot be opened.
  init(path: String) throws {
    place = path
    var database: OpaquePointer?
    var query: OpaquePointer?
    guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK,
      let database, sqlite3_prepare_v2(database, "PRAGMA data_version", -1, &query, nil) == SQLITE_OK, let query
    else {
      let fault = database.map { String(cString: sqlite3_errmsg($0)) } ?? "it cannot be opened"
      sqlite3_close_v2(database)
      throw StorageError.failed(path, fault: fault)
    }
    // Somebody may just be putting the log in order.
    sqlite3_busy_timeout(database, 30_000)
    connection = Mutex(Connection(database: database, query: query))
  }

  deinit {
    connection.withLock { connection in
      sqlite3_finalize(connection.query)
      sqlite3_close_v2(connection.database)
    }
  }

  /// A number that is another one after every commit by anybody, and the same as long as there is none; it means
  /// nothing to any other watch.
  ///
  /// - Throws: ``StorageError`` when the file cannot be read.
  func version() throws -> Int {
    try connection.withLock { connection in
      defer { sqlite3_reset(connection.query) }
      guard sqlite3_step(connection.query) == SQLITE_ROW else {
        throw StorageError.failed(place, fault: String(cString: sqlite3_errmsg(connection.database)))
      }
      return Int(sqlite3_column_int64(connection.query, 0))
    }
  }
}
