import Synchronization

@testable import Registry

/// A store that counts the rows that are read of it.
final class CountingStore: RecordStore {
  private let base: any RecordStore
  private let counts = Mutex<[ObjectKind: Int]>([:])

  init(_ base: any RecordStore) { self.base = base }

  func rowsRead(of kind: ObjectKind) -> Int { counts.withLock { $0[kind] ?? 0 } }

  func write<R>(_ body: (any RecordTransaction) throws -> R) throws -> R { try base.write(body) }
  func read<R>(_ body: (any RecordSnapshot) throws -> R) throws -> R {
    try base.read { try body(Snapshot(base: $0, store: self)) }
  }
  func version() throws -> Int? { try base.version() }

  private struct Snapshot: RecordSnapshot {
    let base: any RecordSnapshot
    let store: CountingStore

    private func counted(_ rows: [StoredRow]) -> [StoredRow] {
      store.counts.withLock { counts in for row in rows { counts[row.id.kind, default: 0] += 1 } }
      return rows
    }

    func row(_ id: ObjectID) throws -> StoredRow? { counted(try base.row(id).map { [$0] } ?? []).first }
    func rows(of kind: ObjectKind, after number: Int, limit: Int) throws -> [StoredRow] {
      counted(try base.rows(of: kind, after: number, limit: limit))
    }
    func everything(rows: (StoredRow) throws -> Void, contents: (StoredContent) throws -> Void) throws {
      try base.everything(rows: { try rows(counted([$0])[0]) }, contents: contents)
    }

    func head() throws -> LogHead { try base.head() }
    func count(of kind: ObjectKind) throws -> Int { try base.count(of: kind) }
    func waking(by moment: Instant, limit: Int) throws -> [ObjectID] { try base.waking(by: moment, limit: limit) }
    func events(from sequence: Int, _ body: (StoredEvent) throws -> Bool) throws {
      try base.events(from: sequence, body)
    }
    func events(of id: ObjectID) throws -> [StoredEvent] { try base.events(of: id) }
    func events(ofKey digest: String) throws -> [StoredEvent] { try base.events(ofKey: digest) }
    func content(_ commit: String) throws -> StoredContent? { try base.content(commit) }
    func cursor(of subscriber: String) throws -> Int { try base.cursor(of: subscriber) }
    func faults() throws -> [String] { try base.faults() }
  }
}
