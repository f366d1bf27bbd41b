import Crypto
import Dispatch
import Foundation
import Synchronization

/// The record that is kept: takes orders, decides them one after another, and acknowledges what is on disk.
///
///     let ledger = try Ledger(store: SQLiteStore(path: "record.sqlite"))
///     let receipt = try await ledger.submit(order, by: claim, key: CommandKey())
///
/// Orders that arrive while the disk is busy share the next transaction, and so one wait for the disk. Each is decided
/// on what those before it left; one that is refused leaves nothing.
public final class Ledger: Sendable {
  /// How many orders share one transaction at most.
  public static let largestBatch = 128

  private let store: any RecordStore
  private let clock: @Sendable () -> Instant
  private let queue = DispatchQueue(label: "interlocal.ledger")
  private let pending = Mutex<[Pending]>([])
  private let resting: Mutex<Recorder?>
  private let hasStopped = Atomic(false)
  /// What readings have parsed.
  private let shelf = ObjectShelf()
  /// What the last one who asked for an edition found, and at which version of the store.
  private let lastEdition = Mutex<(version: Int, edition: RecordEdition)?>(nil)
  private static let stopped = Refusal.unconfirmed(
    "the disk did not confirm an earlier commit; restart, then repeat with the same key")

  private struct Pending: Sendable {
    let order: KeyedOrder
    let done: @Sendable (Result<Receipt, Refusal>) -> Void
  }

  /// - Parameters:
  ///   - store: where the record is kept.
  ///   - clock: what time it is; the record's own time never goes back even when this does.
  ///   - chance: where salts come from.
  public init(
    store: any RecordStore, clock: @escaping @Sendable () -> Instant = Ledger.systemClock,
    chance: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.store = store
    self.clock = clock
    resting = Mutex(Recorder(chance: chance))
  }

  /// The clock of this machine.
  public static let systemClock: @Sendable () -> Instant = {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  /// What time it is by the clock that the ledger was given.
  public var now: Instant { clock() }

  // MARK: Writing

  /// Decides an order and, when it is accepted, records it.
  ///
  /// - Parameters:
  ///   - order: what is asked for.
  ///   - claim: who asks: checked against the appointments and delegations of the record.
  ///   - key: made by whoever asks, once for each order. The same key and order again have the first receipt as answer.
  /// - Returns: the receipt, once the events are on disk.
  /// - Throws: why the order was refused.
  public func submit(_ order: Order, by claim: Claim, key: CommandKey) async throws(Refusal) -> Receipt {
    let result = await withCheckedContinuation { (continuation: CheckedContinuation<Result<Receipt, Refusal>, Never>) in
      enqueue(Pending(order: KeyedOrder(order: order, claim: claim, key: key)) { continuation.resume(returning: $0) })
    }
    return try result.get()
  }

  /// The same for a caller that can wait on its own thread.
  public func submitAndWait(_ order: Order, by claim: Claim, key: CommandKey) throws(Refusal) -> Receipt {
    let answer = Mutex<Result<Receipt, Refusal>?>(nil)
    let ready = DispatchSemaphore(value: 0)
    let isFirst = append(
      Pending(order: KeyedOrder(order: order, claim: claim, key: key)) { result in
        answer.withLock { $0 = result }
        ready.signal()
      })
    // Who waits on a thread may as well do the work on it, until its own order is done.
    if isFirst { queue.sync { drain(while: { answer.withLock { $0 == nil } }) } }
    ready.wait()
    return try answer.withLock { $0! }.get()
  }

  /// Lets time act on every object whose moment has come.
  ///
  /// - Returns: how many events there were.
  /// - Throws: ``StorageError`` when the record cannot be written, ``Refusal/unconfirmed(_:)`` when it has stopped
  ///   because the disk did not confirm an earlier commit.
  @discardableResult
  public func advance() throws -> Int {
    try queue.sync {
      try transaction { recorder, transaction, moment in try recorder.advance(in: transaction, at: moment) }
    }
  }

  private func enqueue(_ order: Pending) {
    if append(order) { queue.async { self.drain() } }
  }

  /// Whoever finds the queue empty wakes the writer; the writer takes all that came meanwhile.
  ///
  /// - Returns: whether it was empty.
  private func append(_ order: Pending) -> Bool {
    pending.withLock { queue in
      queue.append(order)
      return queue.count == 1
    }
  }

  private func drain(while isWanted: () -> Bool = { true }) {
    while true {
      let batch = pending.withLock { Array($0.prefix(Self.largestBatch)) }
      if batch.isEmpty { return }
      let results = record(batch.map(\.order))
      let isEmpty = pending.withLock { queue in
        queue.removeFirst(batch.count)
        return queue.isEmpty
      }
      for (order, result) in zip(batch, results) { order.done(result) }
      if isEmpty { return }
      if !isWanted() { return queue.async { self.drain() } }
    }
  }

  private func record(_ orders: [KeyedOrder]) -> [Result<Receipt, Refusal>] {
    do {
      return try transaction { recorder, transaction, moment in
        try orders.map { try recorder.record($0, in: transaction, at: moment) }
      }
    } catch {
      if let stopped = error as? Refusal { return orders.map { _ in .failure(stopped) } }
      if case StorageError.unsure = error { return orders.map { _ in .failure(.unconfirmed("\(error)")) } }
      return orders.map { _ in .failure(.unavailable("\(error)")) }
    }
  }

  /// Runs on the queue only, so the recorder is always there to be taken.
  private func transaction<R>(
    _ body: (inout Recorder, any RecordTransaction, Instant) throws -> R
  ) throws -> R {
    if hasStopped.load(ordering: .acquiring) { throw Self.stopped }
    guard var recorder = resting.withLock({ $0.take() }) else { preconditionFailure("two writers at once") }
    defer { resting.withLock { [recorder] in $0 = recorder } }
    do {
      return try store.write { transaction in
        try recorder.begin(transaction)
        let result = try body(&recorder, transaction, max(clock(), recorder.head.last))
        try recorder.end(transaction)
        return result
      }
    } catch {
      // After a sync that failed nobody knows what the disk holds: to go on could lose what is acknowledged later.
      if case StorageError.unsure = error { hasStopped.store(true, ordering: .releasing) }
      recorder.forget()
      throw error
    }
  }

  // MARK: Reading

  /// The record as somebody may see it, for the time of `body`.
  ///
  /// - Parameters:
  ///   - claim: who reads.
  ///   - body: what to do with what they may see.
  /// - Throws: ``Refusal`` when the claim does not hold, ``StorageError`` when the record cannot be read.
  public func read<R>(as claim: Claim, _ body: (RecordView) throws -> R) throws -> R {
    try store.read { snapshot in
      let shelf = try shelf.reader(of: snapshot)
      let reader = SnapshotReader(shelf)
      let now = max(clock(), shelf.head.last)
      let standing = try claim.standing(at: now, reader: reader)
      if let failure = reader.failure { throw failure }
      return try body(RecordView(shelf: shelf, standing: standing, now: now))
    }
  }

  /// Which state of the record a reading that begins now would see.
  ///
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func edition() throws -> RecordEdition {
    // Asked before the reading: what is written in between makes the next version another one, not this edition old.
    guard let version = try store.version() else { return try store.read { try RecordEdition(of: $0) } }
    if let known = lastEdition.withLock({ $0 }), known.version == version { return known.edition }
    let edition = try store.read { try RecordEdition(of: $0) }
    lastEdition.withLock { $0 = (version, edition) }
    return edition
  }

  /// What readings have found out of audiences and stages, for a file; nothing before the first reading, and of an empty
  /// record.
  func rollFile() throws -> RollFile? {
    guard let (rolls, edition) = shelf.rolls(), edition.head.size >= 1 else { return nil }
    var leaf: LogHash?
    try store.read { snapshot in
      try snapshot.events(from: edition.head.size) { event in
        leaf = try event.leaf().hash
        return false
      }
    }
    return leaf.map { RollFile(rolls, in: edition, leaf: $0) }
  }

  /// Begins with what such a file says, when nobody has read yet and it is of this record.
  ///
  /// - Returns: whether it did.
  func begin(with file: RollFile) throws -> Bool { try store.read { try shelf.begin(with: file, in: $0) } }
}

/// A key that whoever sends an order makes for it: 128 random bits, known to nobody else.
public struct CommandKey: Hashable, Sendable, CustomStringConvertible {
  let bytes: [UInt8]

  /// A new key.
  public init() {
    var system = SystemRandomNumberGenerator()
    self.init(using: &system)
  }

  public init(using chance: inout some RandomNumberGenerator) {
    bytes = (0..<2).flatMap { _ -> [UInt8] in
      let word: UInt64 = chance.next()
      return (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
    }
  }

  /// A key from its 32 hexadecimal digits; nothing for any other text.
  public init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for pair in stride(from: 0, to: 32, by: 2) {
      guard let byte = UInt8(String(decoding: digits[pair..<pair + 2], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    self.bytes = bytes
  }

  /// The first digits only: the key is a secret of its maker.
  public var description: String { "\(hexadecimal(bytes.prefix(2)))…" }

  /// The 32 hexadecimal digits.
  public var text: String { hexadecimal(bytes) }

  /// How the record knows the key.
  var digest: String { hexadecimal(SHA256.hash(data: Array("interlocal/key/v1".utf8) + [0] + bytes)) }

  /// How the record knows what was asked for with it: nobody can try likely orders without the key.
  func digest(of order: Order) -> String {
    let parts = [
      order.kind.rawValue, order.object?.description ?? "", order.prepared.map(String.init) ?? "", order.command,
    ]
    // None of the parts but the last can hold a line end, so that no two orders have the same text.
    let text = parts.joined(separator: "\n")
    return hexadecimal(SHA256.hash(data: Array("interlocal/order/v1".utf8) + [0] + bytes + Array(text.utf8)))
  }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// What the record answers to an order it has accepted.
public struct Receipt: Hashable, Sendable {
  /// The numbers of its events.
  public let events: ClosedRange<Int>
  public let at: Instant
  /// What the events are about, with the versions they made, in the order of the events.
  public let changes: [Change]
  /// Whether this is the answer to an order that was accepted before.
  public let isRepeated: Bool

  /// An object that an event changed, and the version it made.
  public struct Change: Hashable, Sendable {
    public let object: ObjectID
    public let version: Int
  }

  init(_ events: [StoredEvent], isRepeated: Bool) {
    self.events = events[0].sequence...events[events.count - 1].sequence
    at = events[0].at
    changes = events.map { Change(object: $0.object, version: $0.version) }
    self.isRepeated = isRepeated
  }
}
