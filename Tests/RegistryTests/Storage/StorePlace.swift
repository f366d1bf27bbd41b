import Dispatch
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Registry

/// The sorts of store; every promise of a record is kept by each of them.
enum StoreSort: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite, postgres

  /// The server for tests: none unless INTERLOCAL_POSTGRES holds a connection string. Its user must be a superuser:
  /// tests end sessions, damage indexes and make users and databases, all of which they remove.
  static let server = ProcessInfo.processInfo.environment["INTERLOCAL_POSTGRES"]

  /// The same server, approached in another way: a URL or pairs of words and values, as libpq reads both.
  static func address(_ server: String, with settings: [(String, String)]) -> String {
    guard server.contains("://") else { return server + settings.map { " \($0.0)=\($0.1)" }.joined() }
    return server + (server.contains("?") ? "&" : "?") + settings.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
  }

  /// Whether records can be kept in PostgreSQL here.
  static var hasServer: Bool {
    #if Postgres
      server != nil
    #else
      false
    #endif
  }

  /// Those that can be tried here.
  static var present: [StoreSort] { hasServer ? allCases : [.sqlite] }

  var testDescription: String { self == .sqlite ? "SQLite" : "PostgreSQL" }
}

/// A place for one record, empty at first; removed when nobody holds it any more.
final class StorePlace: Sendable {
  let sort: StoreSort
  private let folder: URL
  /// The schema, where it is a place in PostgreSQL.
  let schema: String

  init(_ sort: StoreSort) throws {
    self.sort = sort
    let name = UUID().uuidString
    folder = FileManager.default.temporaryDirectory.appending(path: "record-\(name)")
    schema = "t" + name.lowercased().replacingOccurrences(of: "-", with: "")
    if sort == .sqlite { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  }

  private var file: String { folder.appending(path: "record.sqlite").path }

  /// A store of its own on this place, as another program would open it.
  func open() throws -> PlacedStore {
    switch sort {
    case .sqlite: return PlacedStore(place: self, store: try SQLiteStore(path: file))
    case .postgres:
      #if Postgres
        return PlacedStore(
          place: self, store: try PostgresStore(connection: StoreSort.server ?? "", schema: schema))
      #else
        throw StorageError.failed("PostgreSQL", fault: "these tests were built without it")
      #endif
    }
  }

  /// Runs statements past the store, as somebody could who has the file or the database.
  func run(_ sql: String) throws {
    switch sort {
    case .sqlite:
      let database = try DatabaseQueue(path: file)
      do {
        try database.write { try $0.execute(sql: sql) }
      } catch let error as DatabaseError {
        throw StorageError.failed("beside", fault: error.message ?? "\(error)")
      }
      try database.close()
    case .postgres:
      #if Postgres
        let connection = try PostgresConnection(StoreSort.server ?? "", schema: schema)
        try connection.execute("SET client_min_messages = error; SET search_path = \(schema), public")
        do throws(StorageError) { try connection.execute(sql) } catch {
          guard case .failed(_, let fault) = error else { throw error }
          throw StorageError.failed("beside", fault: fault)
        }
      #else
        throw StorageError.failed("PostgreSQL", fault: "these tests were built without it")
      #endif
    }
  }

  deinit {
    switch sort {
    case .sqlite: try? FileManager.default.removeItem(at: folder)
    case .postgres: try? run("DROP SCHEMA IF EXISTS \(schema) CASCADE")
    }
  }
}

/// A store that keeps its place from being removed.
struct PlacedStore: RecordStore {
  let place: StorePlace
  let store: any RecordStore

  func write<R>(_ body: (any RecordTransaction) throws -> R) throws -> R { try store.write(body) }
  func read<R>(_ body: (any RecordSnapshot) throws -> R) throws -> R { try store.read(body) }
  func version() throws -> Int? { try store.version() }
}

/// Runs `body` on as many threads at once, for work that waits without giving its thread away.
func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
  let failure = Mutex<(any Error)?>(nil)
  let done = DispatchSemaphore(value: 0)
  for index in 0..<count {
    Thread {
      do { try body(index) } catch { failure.withLock { $0 = error } }
      done.signal()
    }.start()
  }
  for _ in 0..<count { done.wait() }
  if let error = failure.withLock({ $0 }) { throw error }
}
