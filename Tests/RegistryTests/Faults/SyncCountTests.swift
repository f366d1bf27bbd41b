import GRDB
import Testing

/// What stands between "done" and the disk, counted.
@Suite struct SyncCountTests {
  /// The syncs of fifty commits, each of its own transaction, in a pool that has written before.
  private func syncs(of pool: DatabasePool, on disk: FaultyDisk) throws -> Int64 {
    var chance = CrashChance(seed: 1)
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
    try pool.write { try NumbersSession.add(1, $0, using: &chance) }
    let before = disk.count(.sync)
    for number in 2...51 { try pool.write { try NumbersSession.add(number, $0, using: &chance) } }
    return disk.count(.sync) - before
  }

  @Test("syncs once for each commit when synchronous is FULL")
  func fullSyncsOncePerCommit() throws {
    let disk = try FaultyDisk()
    let pool = try NumbersSession.pool(at: disk.folder + "/numbers.sqlite")
    #expect(try syncs(of: pool, on: disk) == 50)
    #expect(disk.count(.sync, on: .wal) >= 51)
    try pool.close()
  }

  @Test("syncs for no commit when synchronous is NORMAL")
  func normalNeverSyncs() throws {
    let disk = try FaultyDisk()
    let pool = try NumbersSession.pool(at: disk.folder + "/numbers.sqlite", synchronous: "NORMAL")
    #expect(try syncs(of: pool, on: disk) == 0)
    try pool.close()
  }

  @Test("shows that a pool sets NORMAL after FULL was asked for in its preparation")
  func preparationIsOverruled() throws {
    let disk = try FaultyDisk()
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let pool = try DatabasePool(path: disk.folder + "/numbers.sqlite", configuration: configuration)
    #expect(try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 1)
    #expect(try syncs(of: pool, on: disk) == 0)
    try pool.close()
  }
}
