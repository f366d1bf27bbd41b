import Foundation

/// Lets few password hashes run at once, so that a crowd at the door cannot take all memory.
///
///     let gate = PasswordGate(atOnce: 2, waiting: 64)
///     let right = try await gate.matches(password, hash)
///
/// At most `atOnce` hashes run, each on a thread of its own so that the few that all share stay free; at most
/// `waiting` callers wait, in the order in which they came; whoever comes then is refused at once. A caller that is
/// cancelled while waiting leaves the queue. A hash that has begun is finished, and holds its place until then.
///
/// Memory is bounded by `atOnce` times ``PasswordHash/Cost/memoryBytes``: 256 MiB for two at the standard cost.
public actor PasswordGate {
  /// Why nothing was hashed.
  public enum Refusal: Error, Equatable, CustomStringConvertible {
    /// As many wait as may.
    case full(waiting: Int)
    /// The caller gave up while waiting.
    case cancelled
    case hash(PasswordHash.Fault)

    public var description: String {
      switch self {
      case .full(let waiting): "\(waiting) sign-ins are waiting already; try again in a minute"
      case .cancelled: "the sign-in was given up while it waited; try again"
      case .hash(let fault): fault.description
      }
    }
  }

  /// How many hashes may run at once.
  public nonisolated let atOnce: Int
  /// How many callers may wait.
  public nonisolated let mostWaiting: Int
  /// How many hashes run now.
  public private(set) var running = 0
  /// How many callers wait now.
  public var waiting: Int { queue.count }

  private var queue: [(ticket: Int, caller: CheckedContinuation<Bool, Never>)] = []
  private var lastTicket = 0

  /// A gate; both bounds at least 1 and 0.
  public init(atOnce: Int, waiting: Int) {
    precondition(atOnce >= 1 && waiting >= 0, "a gate lets at least one hash run, and no fewer than none wait")
    self.atOnce = atOnce
    mostWaiting = waiting
  }

  /// The hash of `password`, when its turn comes.
  public func hash(
    _ password: Password, salt: PasswordHash.Salt, cost: PasswordHash.Cost = .standard
  ) async throws(Refusal) -> PasswordHash {
    let result: Result<PasswordHash, PasswordHash.Fault> = try await run {
      Result { () throws(PasswordHash.Fault) in try PasswordHash(of: password, salt: salt, cost: cost) }
    }
    switch result {
    case .success(let hash): return hash
    case .failure(let fault): throw .hash(fault)
    }
  }

  /// Whether `hash` is that of `password`, when its turn comes.
  public func matches(_ password: Password, _ hash: PasswordHash) async throws(Refusal) -> Bool {
    let result: Result<Bool, PasswordHash.Fault> = try await run {
      Result { () throws(PasswordHash.Fault) in try hash.matches(password) }
    }
    switch result {
    case .success(let same): return same
    case .failure(let fault): throw .hash(fault)
    }
  }

  /// What `work` gives, run on a thread of its own when its turn comes.
  func run<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async throws(Refusal) -> Answer {
    try await enter()
    let answer = await withCheckedContinuation { (caller: CheckedContinuation<Answer, Never>) in
      // Not a dispatch queue: its threads are few too, and the database waits for them.
      Thread.detachNewThread { caller.resume(returning: work()) }
    }
    leave()
    return answer
  }

  private func enter() async throws(Refusal) {
    if running < atOnce {
      running += 1
      return
    }
    guard queue.count < mostWaiting else { throw .full(waiting: queue.count) }
    lastTicket += 1
    let ticket = lastTicket
    let admitted = await withTaskCancellationHandler {
      await withCheckedContinuation { queue.append((ticket, $0)) }
    } onCancel: {
      // This waits for the actor, so the caller stands in the queue, or has been admitted, when it arrives.
      Task { await self.abandon(ticket) }
    }
    guard admitted else { throw .cancelled }
  }

  /// Hands the place to whoever waits longest, so that nobody who comes in between can take it.
  private func leave() {
    if queue.isEmpty {
      running -= 1
    } else {
      queue.removeFirst().caller.resume(returning: true)
    }
  }

  private func abandon(_ ticket: Int) {
    guard let place = queue.firstIndex(where: { $0.ticket == ticket }) else { return }
    queue.remove(at: place).caller.resume(returning: false)
  }
}
