/// Where a record is kept: rows that people read, events, contents, and the head of the log.
///
/// One writer at a time, many readers; a reader sees the record as one transaction left it. All calls block.
public protocol RecordStore: Sendable {
  /// Runs `body` in a transaction that is durable when the call returns, or leaves nothing behind when it throws.
  func write<R>(_ body: (any RecordTransaction) throws -> R) throws -> R
  /// Runs `body` on a snapshot.
  func read<R>(_ body: (any RecordSnapshot) throws -> R) throws -> R
  /// A number that stays the same as long as nobody writes, for as long as the store is open; nothing where that cannot
  /// be known without reading.
  func version() throws -> Int?
}

extension RecordStore {
  /// Nothing: a store that cannot tell is read each time.
  public func version() throws -> Int? { nil }
}

/// The record as one transaction left it.
public protocol RecordSnapshot {
  func head() throws -> LogHead
  func row(_ id: ObjectID) throws -> StoredRow?
  /// The largest number of a kind; 0 when there is none.
  func count(of kind: ObjectKind) throws -> Int
  /// The rows of a kind in the order of their numbers, from the one after `number`.
  func rows(of kind: ObjectKind, after number: Int, limit: Int) throws -> [StoredRow]
  /// The objects whose moment has come, the earliest first.
  func waking(by moment: Instant, limit: Int) throws -> [ObjectID]
  /// Hands every event from `sequence` on to `body`, in order, until it answers false.
  func events(from sequence: Int, _ body: (StoredEvent) throws -> Bool) throws
  func events(of id: ObjectID) throws -> [StoredEvent]
  /// The events of the command with this key, if it was accepted; the key is given as its SHA-256.
  func events(ofKey digest: String) throws -> [StoredEvent]
  func content(_ commit: String) throws -> StoredContent?
  /// Hands every row, then every content, to the bodies, in a fixed order.
  func everything(rows: (StoredRow) throws -> Void, contents: (StoredContent) throws -> Void) throws
  /// How far a subscriber of events has been served.
  func cursor(of subscriber: String) throws -> Int
  /// What the store itself finds wrong with its files; empty when nothing is.
  func faults() throws -> [String]
}

/// What a writer may do beyond reading. Events are only ever added.
public protocol RecordTransaction: RecordSnapshot {
  func append(_ event: StoredEvent) throws
  func put(_ row: StoredRow) throws
  func put(_ content: StoredContent) throws
  /// Removes the text and the salt of a content; its commitment stays.
  func erase(_ commit: String) throws
  func setHead(_ head: LogHead) throws
  func setCursor(of subscriber: String, to sequence: Int) throws
  /// Replaces all rows: only a rebuild does this.
  func clearRows() throws
}

/// Why a store could not do what was asked.
public enum StorageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no record at the place, or it is of another version.
  case notARecord(String, fault: String)
  /// The disk is full.
  case full(String)
  /// The disk refused to confirm a commit: whether it is there shows only after a restart.
  case unsure(String)
  /// Reading or writing failed.
  case failed(String, fault: String)
  /// The record holds something that it cannot have written.
  case damaged(String, fault: String)

  public var description: String {
    switch self {
    case .notARecord(let place, let fault): "\(place): error: \(fault); name the folder of a record, or begin one"
    case .full(let place): "\(place): error: the disk is full; make room, then try again"
    case .unsure(let place):
      "\(place): error: the disk did not confirm what was written; restart, then repeat with the same key"
    case .failed(let place, let fault): "\(place): error: \(fault); nothing was recorded"
    case .damaged(let place, let fault): "\(place): error: \(fault); restore a backup and verify it"
    }
  }
}
