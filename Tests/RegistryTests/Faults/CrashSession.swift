import Synchronization
import Testing

/// What a test does with a store before the power or a call fails, and how it judges what is left.
///
/// Work is numbered: each number is one transaction, tried once. A store is opened by both closures in the folder they
/// are given, and closed again.
struct CrashSession: Sendable {
  /// Opens the store and works, beginning with the number `first`. Says `acknowledge(number)`, from any thread, at once
  /// when the store has said that the transaction is done, and says nothing when the store has thrown: then it goes on
  /// with the next. Returns the first number that it has not tried.
  var run:
    @Sendable (_ folder: String, _ first: Int, _ acknowledge: @escaping @Sendable (Int) -> Void) async
      -> Int

  /// Opens what is left and says what is wrong with it: an acknowledged number that is missing, a transaction half
  /// present, a database that is damaged. Nothing when all is well.
  var faults: @Sendable (_ folder: String, _ acknowledged: [Int]) async -> [String]
}

/// What was wrong after one failure, with all that is needed to see it again.
struct CrashFinding: CustomStringConvertible, Sendable {
  let place: String
  let faults: [String]
  var description: String { "\(place): \(faults.joined(separator: "; "))" }
}

/// The acknowledged numbers, each with the moment of the disk when it was acknowledged.
private final class Promises: Sendable {
  private let made = Mutex<[(number: Int, moment: Int64)]>([])

  func add(_ number: Int, at moment: Int64) { made.withLock { $0.append((number, moment)) } }

  /// The numbers that had been acknowledged at a moment.
  func made(until moment: Int64 = .max) -> [Int] {
    made.withLock { made in made.filter { $0.moment <= moment }.map(\.number) }
  }
}

extension CrashSession {
  /// What is wrong with the store on a disk, which is there until that is known: it deletes its folder when it goes.
  private func faults(on disk: FaultyDisk, _ acknowledged: [Int]) async -> [String] {
    defer { withExtendedLifetime(disk) {} }
    return await faults(disk.folder, acknowledged)
  }

  /// What is wrong after power failures at `points` moments of one run, drawn from `seed` with what each leaves.
  ///
  /// The run is made once: the disk can say what any moment of it would have left. Every eighth time the power fails
  /// again while the store recovers, or after.
  func powerLosses(
    points: Int, seed: UInt64, lyingAboutSyncsOf files: FaultyDisk.Files = []
  ) async throws -> [CrashFinding] {
    let disk = try FaultyDisk()
    disk.lieAboutSyncs(of: files)
    let promises = Promises()
    _ = await run(disk.folder, 1) { promises.add($0, at: disk.moment) }
    #expect(!promises.made().isEmpty, "seed \(seed): the session did nothing")
    var chance = CrashChance(seed: seed)
    var findings: [CrashFinding] = []
    for point in 0..<points {
      let moment = Int64.random(in: 0...disk.moment, using: &chance)
      let promised = promises.made(until: moment)
      var left = try disk.afterPowerLoss(at: moment, seed: chance.next())
      var wrong = await faults(on: left, promised)
      if wrong.isEmpty, Int.random(in: 0..<8, using: &chance) == 0 {
        let again = Int64.random(in: 0...left.moment, using: &chance)
        left = try left.afterPowerLoss(at: again, seed: chance.next())
        wrong = await faults(on: left, promised).map { "after a second failure: \($0)" }
      }
      if !wrong.isEmpty {
        findings.append(
          CrashFinding(place: "seed \(seed), point \(point), moment \(moment) of \(disk.moment)", faults: wrong))
      }
    }
    return findings
  }

  /// What is wrong in the life of a store whose power fails `times` times while it works, in the midst of any call:
  /// from one call on none comes back, and the next life begins with what that moment left.
  func lives(_ times: Int, seed: UInt64) async throws -> [CrashFinding] {
    var chance = CrashChance(seed: seed)
    var disk = try FaultyDisk()
    let promises = Promises()
    var first = 1
    for life in 1...times {
      let call = Int64.random(in: 1...400, using: &chance)
      disk.fail(.any, nth: call, forever: true)
      first = await run(disk.folder, first) { promises.add($0, at: 0) }
      disk = try disk.afterPowerLoss(at: disk.moment, seed: chance.next())
      let wrong = await faults(on: disk, promises.made())
      if !wrong.isEmpty { return [CrashFinding(place: "seed \(seed), life \(life), call \(call)", faults: wrong)] }
    }
    #expect(!promises.made().isEmpty, "seed \(seed): no life was long enough for one transaction")
    return []
  }

  /// What was wrong after one call failed, or all from one on.
  struct CallFaults {
    /// How many runs had a call that failed.
    var runs = 0
    /// The most transactions that one run tried in vain.
    var refused = 0
    var findings: [CrashFinding] = []
  }

  /// What is wrong after the n-th of the `calls` fails, for n = 1, 1 + stride, … until a run has no n-th call: once the
  /// disk is well again, and after a power failure on top.
  func callFaults(
    _ calls: FaultyDisk.Calls, forever: Bool, _ failure: FaultyDisk.Failure, stride: Int64
  ) async throws -> CallFaults {
    var result = CallFaults()
    var nth: Int64 = 1
    while true {
      let disk = try FaultyDisk()
      disk.fail(calls, nth: nth, forever: forever, failure)
      let promises = Promises()
      let next = await run(disk.folder, 1) { promises.add($0, at: 0) }
      guard disk.failures > 0 else { return result }
      result.runs += 1
      result.refused = max(result.refused, next - 1 - promises.made().count)
      disk.heal()
      let left = try disk.afterPowerLoss(at: disk.moment, seed: UInt64(nth))
      let wrong =
        await faults(on: left, promises.made()).map { "after a power failure: \($0)" }
        + faults(on: disk, promises.made())
      if !wrong.isEmpty {
        let place = "\(calls) \(nth) fails (\(failure), \(forever ? "for ever" : "once"))"
        result.findings.append(CrashFinding(place: place, faults: wrong))
      }
      nth += stride
    }
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers for the same seed, everywhere.
struct CrashChance: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
