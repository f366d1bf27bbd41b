import Foundation
import GRDB
import Synchronization

/// A record in one SQLite file: write-ahead log, every commit on disk before it is acknowledged.
public final class SQLiteStore: RecordStore {
  /// Nothing once the record is closed. It goes before the pool does, whose last connection then settles the log.
  private let watch: Mutex<SQLiteWatch?>
  private let pool: DatabasePool
  private let place: String

  /// Opens a record, or begins one when there is no file yet.
  ///
  /// - Parameter path: the file; its folder must exist.
  /// - Throws: ``StorageError`` when the file is no record, or cannot be opened.
  public convenience init(path: String) throws { try self.init(path: path, tuning: Tuning()) }

  /// How SQLite works below; anything but the default is for tests, which show what would be lost.
  struct Tuning: Sendable {
    var synchronous = 2
    /// After how many pages of the write-ahead log they are brought into the main file.
    var pagesPerCheckpoint = 4000
  }

  init(path: String, tuning: Tuning) throws {
    place = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    // Commands are decided and recorded one after another; a handful of readers beside them is enough.
    configuration.maximumReaderCount = 6
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      // The pool lowers this to NORMAL when it opens, which would lose acknowledged commands with the power.
      // It has by then also written a transaction of its own that nothing synced: a checkpoint settles it, since a
      // failed sync under it could later cost commits that were acknowledged.
      try pool.writeWithoutTransaction { database in
        // The pool has asked for the log, but does not notice when the disk fails while it changes over: it reads the
        // first answer and not the end. Without the log, a journal that comes back after a loss of power would undo
        // what is acknowledged.
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" else {
          throw StorageError.failed(path, fault: "the disk did not let the write-ahead log begin")
        }
        try database.execute(sql: "PRAGMA synchronous = \(tuning.synchronous)")
        // Keys and commitments are in no order, so that each command comes to pages of its own in their indices; 2 MB, as
        // SQLite would have it, hold too few of those pages. Four times as many as here make commands no quicker, and
        // are memory that fills for the first eight minutes under load. In KiB:
        try database.execute(sql: "PRAGMA cache_size = -4096")
        try database.checkpoint(.restart)
        try database.execute(sql: "PRAGMA wal_autocheckpoint = \(tuning.pagesPerCheckpoint)")
      }
      try RecordSchema.migrate(pool, at: path)
      let level = try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
      guard level == tuning.synchronous else {
        throw StorageError.failed(path, fault: "commits would not wait for the disk (synchronous is \(level ?? -1))")
      }
      watch = Mutex(try SQLiteWatch(path: path))
    } catch let error as DatabaseError {
      throw Self.storageError(error, at: path)
    }
  }

  /// Waits for other processes that write, up to 30 seconds.
  public func write<R>(_ body: (any RecordTransaction) throws -> R) throws -> R {
    do {
      return try pool.writeWithoutTransaction { database in
        // Immediate: another process that writes makes us wait here, not fail later.
        try run("BEGIN IMMEDIATE", in: database)
        do {
          let result = try body(SQLiteTransaction(database: database, place: place, isSnapshot: false))
          try run("COMMIT", in: database)
          return result
        } catch {
          // Some errors have ended the transaction already; the first is the one to tell of.
          if database.isInsideTransaction { try? run("ROLLBACK", in: database) }
          throw error
        }
      }
    } catch let error as DatabaseError {
      throw Self.storageError(error, at: place)
    } catch let error as RowDecodingError {
      throw StorageError.damaged(place, fault: "\(error)")
    }
  }

  private func run(_ sql: String, in database: Database) throws {
    var query = try SQLiteQuery(sql, in: database, at: place)
    try query.run()
  }

  /// Reads beside whoever writes.
  public func read<R>(_ body: (any RecordSnapshot) throws -> R) throws -> R {
    do {
      // A transaction of the pool's own would compile what begins and ends it each time.
      return try pool.unsafeRead { database in
        try run("BEGIN DEFERRED", in: database)
        defer { if database.isInsideTransaction { try? run("ROLLBACK", in: database) } }
        return try body(SQLiteTransaction(database: database, place: place, isSnapshot: true))
      }
    } catch let error as DatabaseError {
      throw Self.storageError(error, at: place)
    } catch let error as RowDecodingError {
      throw StorageError.damaged(place, fault: "\(error)")
    }
  }

  /// Asks no snapshot: a commit of this process or any other makes it another number.
  public func version() throws -> Int? { try watch.withLock { $0 }?.version() }

  /// Copies the record as one transaction left it into a new file, while writers go on.
  ///
  /// - Throws: ``StorageError`` when the copy cannot be written.
  public func copy(to path: String) throws {
    do {
      let target = try DatabaseQueue(path: path)
      try pool.backup(to: target)
      try target.close()
    } catch let error as DatabaseError {
      throw Self.storageError(error, at: path)
    }
  }

  /// Brings the write-ahead log into the main file, and closes it.
  public func close() throws {
    watch.withLock { $0 = nil }
    do {
      try pool.close()
    } catch let error as DatabaseError {
      throw Self.storageError(error, at: place)
    }
  }

  static func storageError(_ error: DatabaseError, at place: String) -> StorageError {
    switch error.resultCode {
    case .SQLITE_IOERR where [.SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC].contains(error.extendedResultCode):
      .unsure(place)
    case .SQLITE_FULL: .full(place)
    case .SQLITE_NOTADB: .notARecord(place, fault: "it is no database")
    case .SQLITE_CORRUPT: .damaged(place, fault: error.message ?? "the file is damaged")
    default: .failed(place, fault: error.message ?? "\(error.resultCode)")
    }
  }
}
