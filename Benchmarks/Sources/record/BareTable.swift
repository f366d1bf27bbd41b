import GRDBSQLite

/// A table of SQLite with nothing around it, each row committed on its own: what one wait for the disk a commit allows.
final class BareTable {
  struct Complaint: Error { let code: Int32 }

  /// As many bytes as a command of the benchmark writes into its event, its row and its content.
  private static let bytes = [UInt8](repeating: 7, count: 1100)

  private var connection: OpaquePointer?
  private var insert: OpaquePointer?

  init(at path: String) throws {
    try check(sqlite3_open(path, &connection))
    for line in [
      "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
      "CREATE TABLE IF NOT EXISTS event (sequence INTEGER PRIMARY KEY, body BLOB)",
    ] {
      try check(sqlite3_exec(connection, line, nil, nil, nil))
    }
    try check(sqlite3_prepare_v2(connection, "INSERT INTO event (body) VALUES (?)", -1, &insert, nil))
  }

  deinit {
    sqlite3_finalize(insert)
    sqlite3_close(connection)
  }

  /// Commits so many rows; how many a second.
  func commits(_ count: Int) throws -> Double {
    let time = try ContinuousClock().measure {
      for _ in 0..<count {
        try Self.bytes.withUnsafeBytes { try check(sqlite3_bind_blob(insert, 1, $0.baseAddress, Int32($0.count), nil)) }
        let code = sqlite3_step(insert)
        guard code == SQLITE_DONE else { throw Complaint(code: code) }
        try check(sqlite3_reset(insert))
      }
    }
    let (seconds, parts) = time.components
    return Double(count) / (Double(seconds) + Double(parts) * 1e-18)
  }

  private func check(_ code: Int32) throws { if code != SQLITE_OK { throw Complaint(code: code) } }
}
