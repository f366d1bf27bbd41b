import GRDB
import GRDBSQLite

/// A compiled statement while it runs: values go in and out as they are stored, without a row object between.
///
/// Nothing trusts the types of columns: a byte changed in the file can make text of a number.
struct SQLiteQuery: ~Copyable {
  private let statement: GRDB.Statement
  private let connection: OpaquePointer?
  private let place: String
  private var bound: Int32 = 0

  /// The statement of the text, compiled once for each connection; a second one when the first is still running.
  init(_ sql: String, in database: Database, at place: String) throws {
    let cached = try database.cachedStatement(sql: sql)
    statement = sqlite3_stmt_busy(cached.sqliteStatement) == 0 ? cached : try database.makeStatement(sql: sql)
    connection = database.sqliteConnection
    self.place = place
  }

  // A statement left running would keep its snapshot.
  deinit { sqlite3_reset(statement.sqliteStatement) }

  // MARK: In

  /// Binds the next parameter.
  mutating func bind(_ number: Int) throws {
    bound += 1
    try check(sqlite3_bind_int64(statement.sqliteStatement, bound, Int64(number)))
  }

  mutating func bind(_ text: String) throws {
    bound += 1
    var text = text
    let code = text.withUTF8 { bytes in
      // Without a pointer SQLite would bind NULL, which an empty text is not.
      guard let start = bytes.baseAddress else {
        return sqlite3_bind_text(statement.sqliteStatement, bound, "", 0, Self.copied)
      }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_bind_text(statement.sqliteStatement, bound, $0, Int32(bytes.count), Self.copied)
      }
    }
    try check(code)
  }

  /// Binds the bytes; NULL for nothing.
  mutating func bind(_ bytes: [UInt8]?) throws {
    bound += 1
    guard let bytes else { return try check(sqlite3_bind_null(statement.sqliteStatement, bound)) }
    if bytes.isEmpty { return try check(sqlite3_bind_zeroblob(statement.sqliteStatement, bound, 0)) }
    try check(sqlite3_bind_blob(statement.sqliteStatement, bound, bytes, Int32(bytes.count), Self.copied))
  }

  /// SQLITE_TRANSIENT: SQLite copies what is bound.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  // MARK: Running

  /// The next row, if there is one.
  mutating func next() throws -> Bool {
    let code = sqlite3_step(statement.sqliteStatement)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw error(code)
    }
  }

  /// Runs a statement that gives no rows.
  mutating func run() throws { while try next() {} }

  private func check(_ code: Int32) throws { if code != SQLITE_OK { throw error(code) } }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: connection.map { String(cString: sqlite3_errmsg($0)) },
      sql: statement.sql)
  }

  // MARK: Out

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_NULL }

  func integer(_ column: Int32) throws -> Int {
    guard sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_INTEGER else {
      throw mismatch(column, expected: "a whole number")
    }
    return Int(sqlite3_column_int64(statement.sqliteStatement, column))
  }

  /// The bytes of a text, until the next row.
  func textBytes(_ column: Int32) throws -> UnsafeRawBufferPointer {
    guard sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_TEXT else {
      throw mismatch(column, expected: "a text")
    }
    let start = UnsafeRawPointer(sqlite3_column_text(statement.sqliteStatement, column))
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
  }

  func text(_ column: Int32) throws -> String { String(decoding: try textBytes(column), as: UTF8.self) }

  /// The bytes of a blob, until the next row.
  func blob(_ column: Int32) throws -> UnsafeRawBufferPointer {
    guard sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_BLOB else {
      throw mismatch(column, expected: "bytes")
    }
    let start = sqlite3_column_blob(statement.sqliteStatement, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
  }

  /// Puts the values of columns, of whatever type, into bytes that are in the order of SQLite's indices: the bytes of
  /// two rows are the same only where all values are.
  func copy(_ columns: ClosedRange<Int32>, to bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    for column in columns {
      let type = sqlite3_column_type(statement.sqliteStatement, column)
      switch type {
      case SQLITE_NULL: bytes.append(0)
      case SQLITE_INTEGER:
        bytes.append(1)
        let ascending = UInt64(bitPattern: sqlite3_column_int64(statement.sqliteStatement, column)) ^ 1 << 63
        withUnsafeBytes(of: ascending.bigEndian) { bytes.append(contentsOf: $0) }
      default:
        bytes.append(type == SQLITE_FLOAT ? 2 : type == SQLITE_TEXT ? 3 : 4)
        let start = sqlite3_column_blob(statement.sqliteStatement, column)
        let length = Int(sqlite3_column_bytes(statement.sqliteStatement, column))
        // A zero would end the value too early, so that one within it is told from the end by what follows.
        let value = UnsafeRawBufferPointer(start: start, count: length)
        if value.contains(0) {
          for byte in value { bytes.append(contentsOf: byte == 0 ? [0, 1] : [byte]) }
        } else {
          bytes.append(contentsOf: value)
        }
        bytes.append(0)
        bytes.append(0)
      }
    }
  }

  private func mismatch(_ column: Int32, expected: String) -> StorageError {
    let name = sqlite3_column_name(statement.sqliteStatement, column).map { String(cString: $0) } ?? "\(column)"
    return .damaged(place, fault: "a row has no \(expected) in the column '\(name)'")
  }
}
