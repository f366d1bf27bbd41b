import Foundation
import GRDB
import Testing

/// What the disk itself promises to the tests that stand on it.
@Suite struct FaultyDiskTests {
  /// A disk with a database that was written in two transactions with the given `synchronous`, and closed.
  private func disk(synchronous: String) throws -> FaultyDisk {
    let disk = try FaultyDisk()
    let queue = try DatabaseQueue(path: disk.folder + "/small.sqlite")
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = \(synchronous)")
      try database.execute(sql: "CREATE TABLE thing (text)")
      try database.inTransaction {
        for number in 0..<20 {
          let text = String(repeating: "thing \(number) ", count: 100)
          try database.execute(sql: "INSERT INTO thing VALUES (?)", arguments: [text])
        }
        return .commit
      }
    }
    try queue.close()
    return disk
  }

  /// What is left of the database after the power failed at the end; nil when its name is lost, too.
  private func left(of disk: FaultyDisk, seed: UInt64) throws -> Data? {
    let left = try disk.afterPowerLoss(at: disk.moment, seed: seed)
    return withExtendedLifetime(left) { FileManager.default.contents(atPath: left.folder + "/small.sqlite") }
  }

  @Test("keeps what was synced, whatever the seed")
  func keepsWhatWasSynced() throws {
    let disk = try disk(synchronous: "EXTRA")
    let whole = FileManager.default.contents(atPath: disk.folder + "/small.sqlite")
    #expect(whole != nil)
    for seed in UInt64(0)..<50 { #expect(try left(of: disk, seed: seed) == whole, "seed \(seed)") }
  }

  @Test("keeps, loses, cuts, holes and garbles what was not, the same way for the same seed")
  func tearsWhatWasNotSynced() throws {
    let disk = try disk(synchronous: "OFF")
    let whole = FileManager.default.contents(atPath: disk.folder + "/small.sqlite")
    var outcomes: Set<Data?> = []
    for seed in UInt64(0)..<200 {
      let outcome = try left(of: disk, seed: seed)
      #expect(try left(of: disk, seed: seed) == outcome, "seed \(seed)")
      outcomes.insert(outcome)
    }
    #expect(outcomes.contains(whole))  // all kept
    #expect(outcomes.contains(nil))  // the name lost
    #expect(outcomes.contains(Data()))  // the content lost
    let sizes = Set(outcomes.compactMap { $0?.count })
    #expect(sizes.count > 5)  // cut
    #expect(sizes.contains { !$0.isMultiple(of: 4096) && $0.isMultiple(of: 512) })  // in the midst of a page
    #expect(outcomes.count > 60)  // with holes and garbage of every kind
  }

  @Test("does not notice a folder nobody watches, nor one within a watched one")
  func looksAwayElsewhere() throws {
    let disk = try disk(synchronous: "FULL")
    let counted = disk.count(.any)
    let folder = disk.folder + "/deeper"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    disk.fail(.any, nth: 1, forever: true)
    let queue = try DatabaseQueue(path: folder + "/other.sqlite")
    try queue.write { try $0.execute(sql: "CREATE TABLE thing (text)") }
    try queue.close()
    #expect(disk.count(.any) == counted && disk.failures == 0)
  }

  @Test("fails the n-th call, once or for ever")
  func failsTheNthCall() throws {
    for forever in [false, true] {
      let disk = try disk(synchronous: "FULL")
      let queue = try DatabaseQueue(path: disk.folder + "/small.sqlite")
      disk.fail(.sync, nth: 3, forever: forever)
      // Each transaction syncs its journal twice and the database once.
      let fates = (0..<4).map { number in
        (try? queue.write { try $0.execute(sql: "INSERT INTO thing VALUES (?)", arguments: [number]) }) != nil
      }
      #expect(fates == [false, !forever, !forever, !forever])
      #expect(forever ? disk.failures > 3 : disk.failures == 1)
      disk.heal()
      try queue.write { try $0.execute(sql: "INSERT INTO thing VALUES ('well again')") }
      try queue.close()
    }
  }
}
