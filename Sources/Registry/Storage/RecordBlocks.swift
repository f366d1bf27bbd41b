import Dispatch
import Foundation
import Synchronization

/// Does work on all cores, and hands the results on in the order in which it came in.
///
/// What is under way at a time is limited, so that a large record is never in memory as a whole.
final class OrderedWork<Input: Sendable, Output: Sendable> {
  private let work: @Sendable (Input) -> Output
  private let receive: (Output) throws -> Void
  private var underWay: [WorkBeside<Output>] = []
  /// Whether `receive` has thrown.
  private var hasFailed = false
  private static var most: Int { 8 }

  /// - Parameters:
  ///   - work: done on any thread.
  ///   - receive: called on the thread that calls ``run(_:rest:)``.
  init(_ work: @escaping @Sendable (Input) -> Output, receive: @escaping (Output) throws -> Void) {
    (self.work, self.receive) = (work, receive)
  }

  /// Reads what is to be worked on.
  ///
  /// - Parameters:
  ///   - read: reads, and adds whole inputs.
  ///   - rest: what was read and not added yet.
  /// - Throws: what `receive` throws; what `read` throws once all that was read before has been received.
  func run(_ read: (OrderedWork) throws -> Void, rest: () -> Input) throws {
    do {
      try read(self)
    } catch {
      if !hasFailed { try finish(with: rest()) }
      throw error
    }
    try finish(with: rest())
  }

  /// Begins to work on an input; waits for the oldest when there are too many.
  func add(_ input: Input) throws {
    underWay.append(WorkBeside { [work] in work(input) })
    if underWay.count >= Self.most { try receiveFirst() }
  }

  private func finish(with rest: Input) throws {
    while !underWay.isEmpty { try receiveFirst() }
    try hand(work(rest))
  }

  private func receiveFirst() throws {
    try hand(underWay.removeFirst().wait())
  }

  private func hand(_ output: Output) throws {
    do { try receive(output) } catch {
      hasFailed = true
      throw error
    }
  }
}

/// Work that another thread does while this one goes on.
final class WorkBeside<Output: Sendable>: Sendable {
  private let output = Mutex<Output?>(nil)
  private let isReady = DispatchSemaphore(value: 0)

  /// Begins.
  init(_ work: @escaping @Sendable () -> Output) {
    OrderedWorkQueue.queue.async { [self] in
      let result = work()
      output.withLock { $0 = result }
      isReady.signal()
    }
  }

  /// What came of it, once it is done; to be asked for once.
  func wait() -> Output {
    isReady.wait()
    return output.withLock { $0.take() }!
  }
}

/// A queue of its own gets threads of its own, whoever else waits.
private enum OrderedWorkQueue {
  static let queue = DispatchQueue(label: "interlocal.ordered-work", attributes: .concurrent)
}

/// A run of events with their bytes one behind the other, as they are hashed.
struct EventBlock: Sendable {
  struct Event {
    let sequence, version: Int
    let at: Int64
    let object: ObjectID
    /// Where salt and body begin in ``EventBlock/bytes``, and where the body ends.
    let start, end: Int
  }

  /// How many events a full block has: the leaves of a complete subtree.
  static let level = 10
  static let size = 1 << level

  private(set) var events: [Event] = []
  /// For each event what its commitment is the hash of: purpose, salt and body.
  private(set) var bytes: [UInt8] = []

  init() {
    events.reserveCapacity(Self.size)
    bytes.reserveCapacity(Self.size * 640)
  }

  mutating func append(_ event: EventBytes) {
    let start = bytes.count
    bytes.append(contentsOf: SaltedCommit.purpose)
    bytes.append(contentsOf: event.salt)
    bytes.append(contentsOf: event.body)
    events.append(
      Event(
        sequence: event.sequence, version: event.version, at: event.at, object: event.object, start: start,
        end: bytes.count))
  }

  func body(of event: Event) -> String {
    let start = event.start + SaltedCommit.purpose.count + CommitSalt.byteCount
    return String(decoding: bytes[start..<event.end], as: UTF8.self)
  }
}

/// What follows from a block of events alone.
struct EventFindings: Sendable {
  struct Finding {
    /// The digest of the row after the event, as the body says it.
    var after: StatedDigest?
    var leaf: Result<LogHash, LogFault>
  }

  let block: EventBlock
  private(set) var findings: [Finding] = []
  /// The commitments of contents that the bodies name, in their order.
  private(set) var named: [StatedDigest] = []
  /// The subtree of the leaves, when the block is full and every event has one.
  private(set) var subtree: LogHash?

  init(of block: EventBlock) {
    self.block = block
    findings.reserveCapacity(block.events.count)
    var buffer: [UInt8] = []
    var leaves: [LogHash] = []
    leaves.reserveCapacity(block.events.count)
    block.bytes.withUnsafeBytes { bytes in
      for event in block.events {
        let committed = UnsafeRawBufferPointer(rebasing: bytes[event.start..<event.end])
        let commit = SaltedCommit(hash: LogHash(hashing: committed))
        let body = UnsafeRawBufferPointer(
          rebasing: bytes[(event.start + SaltedCommit.purpose.count + CommitSalt.byteCount)..<event.end])
        let leaf: Result<LogHash, LogFault>
        do throws(LogFault) {
          // No number of a damaged file may overflow; one that no record writes is refused by the leaf.
          let entry = try LogLeaf(
            seq: event.sequence &- 1, at: event.at, kind: event.object.kind.name, object: event.object.description,
            version: event.version, commit: commit)
          buffer.removeAll(keepingCapacity: true)
          buffer.append(0)
          entry.write(to: &buffer)
          let hash = buffer.withUnsafeBytes { LogHash(hashing: $0) }
          leaves.append(hash)
          leaf = .success(hash)
        } catch { leaf = .failure(error) }
        findings.append(Finding(after: Self.after(body), leaf: leaf))
        Self.eachCommit(body) { named.append($0) }
      }
    }
    if leaves.count == EventBlock.size { subtree = MerkleTree.fold(complete: leaves[...]) }
  }

  /// The digest of the row after the event; canonical bodies begin with act and after.
  private static func after(_ body: UnsafeRawBufferPointer) -> StatedDigest? {
    digest(behind: afterKey, in: body, from: 0)?.digest
  }

  /// Every commitment of a content that the body names. A quotation mark within a text is written with a backslash,
  /// so the key can only be a key.
  private static func eachCommit(_ body: UnsafeRawBufferPointer, _ found: (StatedDigest) -> Void) {
    var from = 0
    while let (digest, end) = digest(behind: commitKey, in: body, from: from) {
      found(digest)
      from = end
    }
  }

  private static let afterKey = Array(#","after":""#.utf8)
  private static let commitKey = Array(#""commit":""#.utf8)

  private static func digest(
    behind key: [UInt8], in body: UnsafeRawBufferPointer, from: Int
  ) -> (digest: StatedDigest, end: Int)? {
    guard let start = firstIndex(of: key, in: body, from: from) else { return nil }
    let end = start + key.count + 64
    guard body.count >= end else { return nil }
    return (StatedDigest(UnsafeRawBufferPointer(rebasing: body[(start + key.count)..<end])), end)
  }

  /// Where the key stands; looked for by its colon, which is rarer than a quotation mark.
  private static func firstIndex(of key: [UInt8], in body: UnsafeRawBufferPointer, from: Int) -> Int? {
    key.withUnsafeBytes { key in
      let colon = key.count - 2
      var place = from + colon
      while place + 2 <= body.count {
        guard let found = memchr(body.baseAddress! + place, 0x3a, body.count - place - 1) else { return nil }
        place = body.baseAddress!.distance(to: UnsafeRawPointer(found))
        if memcmp(body.baseAddress! + (place - colon), key.baseAddress!, key.count) == 0 { return place - colon }
        place += 1
      }
      return nil
    }
  }
}

/// Sixty-four bytes that should be the hexadecimal digits of a hash, and are kept as they are where they are not.
enum StatedDigest: Hashable, Sendable {
  case hash(LogHash)
  case other([UInt8])

  init(_ digits: UnsafeRawBufferPointer) {
    self = LogHash(digits: digits).map { .hash($0) } ?? .other(Array(digits))
  }

  init(_ text: String) {
    self = Array(text.utf8).withUnsafeBytes { StatedDigest($0) }
  }

  var text: String {
    switch self {
    case .hash(let hash): hash.hex
    case .other(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// A run of rows or contents with what they are to be compared by.
struct HashBlock<Label: Sendable>: Sendable {
  static var size: Int { 1024 }

  private(set) var labels: [Label] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var isFull: Bool { labels.count == Self.size }

  mutating func append(_ label: Label, hashing parts: UnsafeRawBufferPointer...) {
    labels.append(label)
    for part in parts { bytes.append(contentsOf: part) }
    ends.append(bytes.count)
  }

  /// The labels with the hashes of what came with each.
  func hashed() -> [(Label, LogHash)] {
    bytes.withUnsafeBytes { bytes in
      labels.indices.map { index in
        let start = index == 0 ? 0 : ends[index - 1]
        return (labels[index], LogHash(hashing: UnsafeRawBufferPointer(rebasing: bytes[start..<ends[index]])))
      }
    }
  }
}
