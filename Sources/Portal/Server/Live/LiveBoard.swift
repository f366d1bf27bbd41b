import Registry
import Synchronization

/// Who waits for changes of what.
final class LiveBoard: Sendable {
  /// What a listener hears.
  enum Signal: Sendable {
    /// One of its objects may have changed.
    case look
    /// Nothing: only that the connection stands.
    case beat
  }

  /// A listener's place; it is given up when this goes away.
  final class Place: Sendable {
    let signals: AsyncStream<Signal>
    private let leave: @Sendable () -> Void

    init(signals: AsyncStream<Signal>, leave: @escaping @Sendable () -> Void) {
      (self.signals, self.leave) = (signals, leave)
    }

    /// Ends the stream, and gives the place to the next.
    func end() { leave() }

    deinit { leave() }
  }

  private struct Listener {
    let objects: [ObjectID]
    let owner: String
    let signal: AsyncStream<Signal>.Continuation
  }

  private struct State {
    var listeners: [Int: Listener] = [:]
    var owners: [String: Int] = [:]
    var last = 0
    var isClosed = false
  }

  private let limits: ServerLimits
  private let state = Mutex(State())

  init(_ limits: ServerLimits) { self.limits = limits }

  /// How many listen.
  var count: Int { state.withLock { $0.listeners.count } }

  /// A place for somebody who waits for changes of `objects`.
  ///
  /// - Parameter owner: who it is; one of them may have a few places only.
  /// - Throws: ``TurnedAway/tooManyListeners``.
  func place(for objects: [ObjectID], owner: String) throws(TurnedAway) -> Place {
    // Two signals at most wait; a listener looks at all of its objects on each, so the others would tell it nothing.
    let (signals, signal) = AsyncStream.makeStream(of: Signal.self, bufferingPolicy: .bufferingNewest(2))
    let number: Int? = state.withLock { state in
      guard !state.isClosed, state.listeners.count < limits.listeners,
        state.owners[owner, default: 0] < limits.listenersEach
      else { return nil }
      state.last += 1
      state.owners[owner, default: 0] += 1
      state.listeners[state.last] = Listener(objects: objects, owner: owner, signal: signal)
      return state.last
    }
    guard let number else { throw .tooManyListeners }
    return Place(signals: signals) { [weak self] in self?.leave(number) }
  }

  private func leave(_ number: Int) {
    let gone = state.withLock { state -> Listener? in
      guard let gone = state.listeners.removeValue(forKey: number) else { return nil }
      state.owners[gone.owner]! -= 1
      if state.owners[gone.owner] == 0 { state.owners[gone.owner] = nil }
      return gone
    }
    gone?.signal.finish()
  }

  /// Tells those who wait for one of the objects.
  func changed(_ objects: Set<ObjectID>) {
    for signal in state.withLock({ state in
      state.listeners.values.filter { $0.objects.contains(where: objects.contains) }.map(\.signal)
    }) { signal.yield(.look) }
  }

  /// Tells everybody that they are still heard.
  func beat() {
    for signal in state.withLock({ $0.listeners.values.map(\.signal) }) { signal.yield(.beat) }
  }

  /// Ends every stream, and lets nobody listen any more.
  func close() {
    let signals = state.withLock { state in
      state.isClosed = true
      return state.listeners.values.map(\.signal)
    }
    for signal in signals { signal.finish() }
  }
}
