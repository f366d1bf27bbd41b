import GRDB
import Testing

/// A sync that fails once and then seems to work: what was to be synced may be missing for good (Rebello et al. 2020,
/// "Can Applications Recover from fsync Failures?", USENIX ATC).
///
/// A commit whose sync fails is undone and its place in the log written again, so nothing is lost as long as all before
/// it has been synced. Two things break that, and a checkpoint at opening mends both (see ``NumbersSession/pool``).
@Suite struct FailedSyncTests {
  /// How many of 100 power failures at the end lose one of the `promised`.
  private func losses(on disk: FaultyDisk, of promised: [Int]) async throws -> Int {
    var losses = 0
    for seed in UInt64(0)..<100 {
      let left = try disk.afterPowerLoss(at: disk.moment, seed: seed)
      let faults = await NumbersSession(seed: 1).session.faults(left.folder, promised)
      withExtendedLifetime(left) { losses += faults.isEmpty ? 0 : 1 }
    }
    return losses
  }

  private func add(_ numbers: ClosedRange<Int>, to pool: DatabasePool) throws {
    for number in numbers {
      var chance = CrashChance(seed: UInt64(number))
      try pool.write { try NumbersSession.add(number, longest: 20, $0, using: &chance) }
    }
  }

  @Test("loses later commits unless the pool's own first transaction was settled", arguments: [true, false])
  func firstTransaction(settled: Bool) async throws {
    let disk = try FaultyDisk()
    let path = disk.folder + "/numbers.sqlite"
    let before = try NumbersSession.pool(at: path)
    try add(1...5, to: before)
    try before.close()  // and with it the log is deleted

    let pool = try NumbersSession.pool(at: path, settled: settled)
    disk.fail(.sync, nth: 1, forever: false)
    #expect(throws: DatabaseError.self) { try add(6...6, to: pool) }
    try add(7...8, to: pool)
    let losses = try await losses(on: disk, of: [1, 2, 3, 4, 5, 7, 8])
    #expect(settled ? losses == 0 : losses > 0)
    try pool.close()
  }

  @Test("loses later commits unless a process that starts after it settled the log", arguments: [true, false])
  func restart(settled: Bool) async throws {
    let disk = try FaultyDisk()
    let path = disk.folder + "/numbers.sqlite"
    do {
      let pool = try NumbersSession.pool(at: path)
      try add(1...2, to: pool)
      disk.fail(.sync, nth: 1, forever: false)
      #expect(throws: DatabaseError.self) { try add(3...3, to: pool) }
      disk.fail(.any, nth: 1, forever: true)  // the process is killed: closing does nothing to the files
      try? pool.close()
    }
    disk.heal()
    let pool = try NumbersSession.pool(at: path, settled: settled)
    // The refused commit is back: it is in the log the system remembers, if not in the one on the disk.
    let entries = try await pool.read { try Int.fetchAll($0, sql: "SELECT DISTINCT entry FROM part ORDER BY entry") }
    #expect(entries == [1, 2, 3])
    try add(4...5, to: pool)
    let losses = try await losses(on: disk, of: [1, 2, 4, 5])
    #expect(settled ? losses == 0 : losses > 0)
    try pool.close()
  }
}
