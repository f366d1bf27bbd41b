import Dispatch
import Foundation
import Registry
import ServiceLifecycle
import Synchronization

/// Looks after the record while it is served: lets time act, publishes the log, tells pages what has changed.
///
/// It looks at the head of the record twice a second, so that whatever wrote to it is noticed, other processes
/// included.
final class RecordKeeper: Service {
  /// How often it looks, and lets time act, in seconds.
  struct Pace: Sendable {
    var look = 0.5
    var advance = 30.0
    /// How often listeners hear that they are still heard.
    var beat = 15.0
    /// How often sessions and invitations that are over are deleted, and what spares the next start work is written.
    var purge = 600.0
    /// How long the published log may be behind before health turns red.
    var patience = 60.0
  }

  private struct State {
    var seen: Int
    var published: Int?
    /// What the last look could not do.
    var fault: String?
    var lastLook = ContinuousClock.now
  }

  private let record: RecordFolder
  private let accounts: AccountBook
  private let clock: @Sendable () -> Instant
  private let board: LiveBoard
  private let pace: Pace
  private let log: ServerLog
  private let state: Mutex<State>
  private let file: Int?
  /// Where the database is, as the kernel is asked for it: to put the path together each time takes longer.
  private let path: String
  /// Blocking work with the disk, apart from the threads that answer.
  private let queue = DispatchQueue(label: "interlocal.keeper")

  init(
    of record: RecordFolder, accounts: AccountBook, board: LiveBoard, pace: Pace, log: ServerLog,
    clock: @escaping @Sendable () -> Instant
  ) throws {
    (self.record, self.accounts, self.board, self.pace, self.log) = (record, accounts, board, pace, log)
    self.clock = clock
    state = Mutex(State(seen: try record.store.read { try $0.head().size }))
    // Only the first page is slower without.
    do { try record.recallRolls() } catch { log(.error, "upkeep", ["fault": .text("\(error)")]) }
    path = record.url.appending(path: "record.sqlite").path
    file = Self.fileNumber(at: path)
  }

  func run() async throws {
    await cancelWhenGracefulShutdown { [self] in await keepOn() }
    // What was recorded while the server stopped is published too.
    await keep(advancing: false)
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      queue.async { [self] in
        keepRolls()
        done.resume()
      }
    }
  }

  private func keepOn() async {
    let begun = ContinuousClock.now
    var (nextAdvance, nextBeat, nextPurge) = (begun, begun + .seconds(pace.beat), begun + .seconds(pace.purge))
    while !Task.isCancelled {
      let now = ContinuousClock.now
      await keep(advancing: now >= nextAdvance)
      if now >= nextAdvance { nextAdvance = now + .seconds(pace.advance) }
      if now >= nextPurge {
        // Beside everything else: no page waits for it.
        queue.async { [self] in
          purge()
          keepRolls()
        }
        nextPurge = now + .seconds(pace.purge)
      }
      if now >= nextBeat {
        board.beat()
        nextBeat = now + .seconds(pace.beat)
      }
      try? await Task.sleep(for: .seconds(pace.look))
    }
  }

  private func keep(advancing: Bool) async {
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      queue.async { [self] in
        if advances(advancing) { publish() }
        done.resume()
      }
    }
  }

  /// Lets time act, and tells listeners what has changed since the last look.
  private func advances(_ advancing: Bool) -> Bool {
    do {
      if advancing { try record.ledger.advance() }
      let seen = state.withLock { $0.seen }
      var changed: Set<ObjectID> = []
      let size = try record.store.read { snapshot in
        let size = try snapshot.head().size
        guard size > seen else { return size }
        try snapshot.events(from: seen + 1) { event in
          changed.insert(event.object)
          return true
        }
        return size
      }
      if size > seen {
        state.withLock { $0.seen = size }
        board.changed(changed)
      }
      return true
    } catch {
      failed("the record cannot be brought up to date: \(error)")
      return false
    }
  }

  private func publish() {
    let (seen, published) = state.withLock { ($0.seen, $0.published) }
    guard published == nil || published! < seen else { return recovered() }
    do {
      // Nothing is published from a copy that has no key to sign with; it can be read all the same.
      let size = try record.publish()?.size ?? seen
      state.withLock { $0.published = size }
      recovered()
    } catch {
      failed("the log cannot be published: \(error)")
    }
  }

  /// Deletes what is over of the accounts.
  private func purge() {
    do { try accounts.purge(at: clock()) } catch { log(.error, "upkeep", ["fault": .text("\(error)")]) }
  }

  private func keepRolls() {
    do { try record.keepRolls() } catch { log(.error, "upkeep", ["fault": .text("\(error)")]) }
  }

  private func failed(_ text: String) {
    let isNew = state.withLock { state in
      defer { state.fault = text }
      return state.fault != text
    }
    if isNew { log(.error, "upkeep", ["fault": .text(text)]) }
  }

  private func recovered() {
    let was = state.withLock { state in
      state.lastLook = .now
      return state.fault.take()
    }
    if was != nil { log(.info, "upkeep", ["recovered": .text("the record is kept and its log published")]) }
  }

  // MARK: Health

  /// Events of the record as last seen, and of them published.
  var sizes: (seen: Int, published: Int) { state.withLock { ($0.seen, $0.published ?? 0) } }

  /// What is wrong at present; nothing when all is well.
  func fault() -> String? {
    guard Self.fileNumber(at: path) == file, file != nil else { return "the database is gone" }
    do { _ = try record.ledger.edition() } catch { return "the record cannot be read" }
    return state.withLock { state in
      if let fault = state.fault { return fault }
      guard ContinuousClock.now - state.lastLook <= .seconds(pace.patience) else {
        return "the log has not been published for more than \(Int(pace.patience)) seconds"
      }
      return nil
    }
  }

  /// The number of the file behind the database: another file of the same name is not what is being read.
  private static func fileNumber(at path: String) -> Int? {
    // Asked of the kernel alone: Foundation would also look up what the file's owner is called.
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    return Int(found.st_ino)
  }
}
