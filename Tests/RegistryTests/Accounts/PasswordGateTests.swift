import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Registry

/// How many are inside at once, and how many ever were.
private final class Crowd: Sendable {
  private let counts = Mutex((now: 0, most: 0, all: 0))

  func enter() {
    counts.withLock {
      $0.now += 1
      $0.all += 1
      $0.most = max($0.most, $0.now)
    }
  }

  func leave() { counts.withLock { $0.now -= 1 } }
  var most: Int { counts.withLock { $0.most } }
  var all: Int { counts.withLock { $0.all } }
}

/// Who was served, in that order.
private final class Order: Sendable {
  private let served = Mutex([Int]())

  func append(_ number: Int) { served.withLock { $0.append(number) } }
  var numbers: [Int] { served.withLock { $0 } }
}

/// Work that stands still until it is let go.
private final class Barrier: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func hold() { semaphore.wait() }
  func letGo(_ count: Int) { for _ in 0..<count { semaphore.signal() } }
}

extension PasswordGate {
  /// Returns when so many run and wait: what these tests need to know before they go on.
  fileprivate func settle(running: Int, waiting: Int) async throws {
    while self.running != running || self.waiting != waiting { try await Task.sleep(for: .milliseconds(1)) }
  }
}

@Suite(.timeLimit(.minutes(1))) struct PasswordGateTests {
  @Test("never lets more than its number run at once, and all of them in the end", arguments: [1, 2, 3, 7])
  func bounded(atOnce: Int) async throws {
    let gate = PasswordGate(atOnce: atOnce, waiting: 200)
    let crowd = Crowd()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<100 {
        group.addTask {
          let answer = try? await gate.run {
            crowd.enter()
            usleep(300)
            crowd.leave()
            return true
          }
          return answer ?? false
        }
      }
      for await answer in group { #expect(answer) }
    }
    #expect(crowd.most <= atOnce)
    #expect(crowd.all == 100)
    #expect(await gate.running == 0)
    #expect(await gate.waiting == 0)
  }

  @Test("lets as many run at once as it says", arguments: [1, 2, 3, 7])
  func reached(atOnce: Int) async throws {
    let gate = PasswordGate(atOnce: atOnce, waiting: 5)
    let barrier = Barrier()
    let crowd = Crowd()
    let inside = (0..<atOnce + 5).map { _ in
      Task {
        try await gate.run {
          crowd.enter()
          barrier.hold()
          crowd.leave()
        }
      }
    }
    try await gate.settle(running: atOnce, waiting: 5)
    while crowd.all < atOnce { try await Task.sleep(for: .milliseconds(1)) }
    #expect(crowd.most == atOnce)
    barrier.letGo(atOnce + 5)
    for task in inside { try await task.value }
    #expect(crowd.all == atOnce + 5)
    #expect(crowd.most == atOnce)
  }

  @Test("refuses at once who comes when as many wait as may")
  func full() async throws {
    let gate = PasswordGate(atOnce: 2, waiting: 3)
    let barrier = Barrier()
    let inside = (0..<5).map { _ in Task { try await gate.run { barrier.hold() } } }
    try await gate.settle(running: 2, waiting: 3)
    await #expect(throws: PasswordGate.Refusal.full(waiting: 3)) { try await gate.run { true } }
    barrier.letGo(5)
    for task in inside { try await task.value }
    #expect(try await gate.run { true })
    #expect("\(PasswordGate.Refusal.full(waiting: 3))" == "3 sign-ins are waiting already; try again in a minute")
  }

  @Test("lets nobody wait when it is told so")
  func nobodyWaits() async throws {
    let gate = PasswordGate(atOnce: 1, waiting: 0)
    let barrier = Barrier()
    let inside = Task { try await gate.run { barrier.hold() } }
    try await gate.settle(running: 1, waiting: 0)
    await #expect(throws: PasswordGate.Refusal.full(waiting: 0)) { try await gate.run { true } }
    barrier.letGo(1)
    try await inside.value
  }

  @Test("serves in the order of coming")
  func inOrder() async throws {
    let gate = PasswordGate(atOnce: 1, waiting: 20)
    let barrier = Barrier()
    let served = Order()
    let first = Task { try await gate.run { barrier.hold() } }
    try await gate.settle(running: 1, waiting: 0)
    var others: [Task<Void, any Error>] = []
    for number in 0..<20 {
      others.append(Task { try await gate.run { served.append(number) } })
      try await gate.settle(running: 1, waiting: number + 1)
    }
    barrier.letGo(1)
    try await first.value
    for task in others { try await task.value }
    #expect(served.numbers == Array(0..<20))
  }

  @Test("lets a caller give up while waiting, and hands its place on")
  func cancelled() async throws {
    let gate = PasswordGate(atOnce: 1, waiting: 2)
    let barrier = Barrier()
    let first = Task { try await gate.run { barrier.hold() } }
    try await gate.settle(running: 1, waiting: 0)
    let impatient = Task { try await gate.run { true } }
    try await gate.settle(running: 1, waiting: 1)
    let patient = Task { try await gate.run { true } }
    try await gate.settle(running: 1, waiting: 2)
    impatient.cancel()
    await #expect(throws: PasswordGate.Refusal.cancelled) { try await impatient.value }
    try await gate.settle(running: 1, waiting: 1)
    barrier.letGo(1)
    try await first.value
    #expect(try await patient.value)
    try await gate.settle(running: 0, waiting: 0)
  }

  @Test("accounts for every caller, whoever gives up when", arguments: UInt64(0)..<20)
  func everybodyIsAccountedFor(seed: UInt64) async throws {
    var chance = SeededChance(seed: seed)
    let atOnce = Int.random(in: 1...4, using: &chance)
    let gate = PasswordGate(atOnce: atOnce, waiting: Int.random(in: 0...20, using: &chance))
    let crowd = Crowd()
    var tasks: [Task<Bool, any Error>] = []
    for _ in 0..<40 {
      let pause = UInt32.random(in: 0...400, using: &chance)
      tasks.append(
        Task {
          try await gate.run {
            crowd.enter()
            usleep(pause)
            crowd.leave()
            return true
          }
        })
      if Bool.random(using: &chance), let one = tasks.randomElement(using: &chance) { one.cancel() }
    }
    var (done, gaveUp, turnedAway) = (0, 0, 0)
    for task in tasks {
      switch await task.result {
      case .success: done += 1
      case .failure(PasswordGate.Refusal.cancelled): gaveUp += 1
      case .failure(PasswordGate.Refusal.full): turnedAway += 1
      case .failure(let error): Issue.record(error)
      }
    }
    #expect(done + gaveUp + turnedAway == 40)
    #expect(crowd.all == done)
    #expect(crowd.most <= atOnce)
    #expect(await gate.running == 0)
    #expect(await gate.waiting == 0)
  }

  @Test("keeps the threads of asynchronous work free")
  func offThePool() async throws {
    // One more than there are shared threads; were they used, nothing could run to let them go.
    let many = ProcessInfo.processInfo.activeProcessorCount + 1
    let gate = PasswordGate(atOnce: many, waiting: 0)
    let barrier = Barrier()
    let inside = (0..<many).map { _ in Task { try await gate.run { barrier.hold() } } }
    try await gate.settle(running: many, waiting: 0)
    #expect(await Task.detached { 1 + 1 }.value == 2)
    barrier.letGo(many)
    for task in inside { try await task.value }
  }

  @Test("hashes and recognises through the gate")
  func hashes() async throws {
    var chance = SeededChance(seed: 3)
    let gate = PasswordGate(atOnce: 2, waiting: 8)
    let password = try Password(typed: "herons in the rain")
    let cost = try PasswordHash.Cost(logRounds: 4, blockSize: 1, parallelism: 1)
    let hash = try await gate.hash(password, salt: .init(using: &chance), cost: cost)
    #expect(try await gate.matches(password, hash))
    #expect(try await !gate.matches(Password(typed: "herons in the sun"), hash))
  }
}
