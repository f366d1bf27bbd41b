import Foundation
import Testing

/// The process is killed while 32 writers are at work. With `INTERLOCAL_NIGHTLY=1` more than five hundred times.
@Suite(.serialized) struct KillTests {
  private static let nightly = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"

  @Test("keeps every promise exactly once when the process is killed", arguments: UInt64(0)..<(nightly ? 100 : 5))
  func keepsPromises(seed: UInt64) throws {
    var chance = CrashChance(seed: seed)
    var record = try HammeredRecord()
    defer { record.remove() }
    for cycle in 0..<(Self.nightly ? 6 : 5) {
      // Every other time not before it has promised something, however slow the machine is.
      try record.cycle(killedAfter: Int.random(in: 5...200, using: &chance), promises: cycle % 2)
      #expect(record.faults.isEmpty, "seed \(seed): \(record.faults.prefix(3))")
    }
    #expect(!record.promised.isEmpty)
    #expect(record.slowestOpening <= .seconds(2))
  }

  @Test("would find a promise made before its receipt")
  func findsEarlyPromises() throws {
    var record = try HammeredRecord()
    defer { record.remove() }
    // 32 promises are in flight at any time: a kill seldom finds them all kept.
    for milliseconds in [50, 80, 110, 140, 170] where record.faults.isEmpty {
      try record.cycle(killedAfter: milliseconds, promises: 1, early: true)
    }
    #expect(!record.faults.isEmpty)
    #expect(record.faults.allSatisfy { $0.hasPrefix("promised, but there 0 times") }, "\(record.faults.prefix(3))")
  }
}
