import Synchronization

/// Live sessions by the hash of their token, so that a page costs no reading of the database; bounded.
///
/// Two generations: when the young one is full, the old one is dropped. What is used stays.
final class SessionMemory: Sendable {
  /// A session, and how much of its use is on disk.
  struct Entry {
    var session: Session
    var storedLastSeen: Int64
  }

  private struct State {
    var young: [SessionTokenHash: Entry] = [:]
    var old: [SessionTokenHash: Entry] = [:]
    /// Grows whenever something is forgotten, so that nothing read before can be remembered after.
    var epoch = 0
    /// When it was last asked whether another process wrote, and what the answer was.
    var asked: Int64?
    var dataVersion: Int?
  }

  private let state = Mutex(State())
  private let mostYoung: Int

  init(most: Int) { mostYoung = max(1, most / 2) }

  /// The remembered session, and the epoch for ``remember(_:of:)``.
  func entry(_ hash: SessionTokenHash) -> (entry: Entry?, epoch: Int) {
    state.withLock { state in
      if let entry = state.young[hash] { return (entry, state.epoch) }
      guard let entry = state.old.removeValue(forKey: hash) else { return (nil, state.epoch) }
      add(entry, to: &state)
      return (entry, state.epoch)
    }
  }

  /// Remembers a session that was read in an epoch, unless something has been forgotten since.
  func remember(_ entry: Entry, of epoch: Int) {
    state.withLock { state in
      guard state.epoch == epoch else { return }
      add(entry, to: &state)
    }
  }

  private func add(_ entry: Entry, to state: inout State) {
    if state.young.count >= mostYoung, state.young[entry.session.tokenHash] == nil {
      state.old = state.young
      state.young = [:]
    }
    state.young[entry.session.tokenHash] = entry
  }

  /// Forgets the sessions that `isMeant` names; in this order: first the database, then here.
  func forget(where isMeant: (Session) -> Bool) {
    state.withLock { state in
      state.epoch += 1
      state.young = state.young.filter { !isMeant($0.value.session) }
      state.old = state.old.filter { !isMeant($0.value.session) }
    }
  }

  func forget(_ hash: SessionTokenHash) {
    state.withLock { state in
      state.epoch += 1
      state.young[hash] = nil
      state.old[hash] = nil
    }
  }

  /// How many are remembered.
  var count: Int { state.withLock { $0.young.count + $0.old.count } }

  /// Whether a second has passed, by either direction of the clock, since another process was last asked about.
  func isTimeToAsk(at now: Int64) -> Bool {
    state.withLock { state in
      if let asked = state.asked, now >= asked, now < asked.later(by: 1_000) { return false }
      state.asked = now
      return true
    }
  }

  /// Forgets all when another process has written since.
  func compare(dataVersion: Int) {
    state.withLock { state in
      if let known = state.dataVersion, known != dataVersion {
        state.epoch += 1
        state.young = [:]
        state.old = [:]
      }
      state.dataVersion = dataVersion
    }
  }
}
