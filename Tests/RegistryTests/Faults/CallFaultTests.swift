import Foundation
import GRDB
import Testing

/// Calls that fail, one after another until a whole session has been through.
@Suite struct CallFaultTests {
  private static let nightly = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"

  @Test(
    "acknowledges nothing it cannot keep when the n-th call fails, for every n",
    arguments: [
      (FaultyDisk.Calls.write, FaultyDisk.Failure.ioError), (.sync, .ioError), (.truncate, .ioError), (.open, .ioError),
      (.delete, .ioError), (.read, .ioError), (.map, .ioError), (.write, .full), (.sync, .full), (.map, .full),
    ])
  func survivesEveryFault(calls: FaultyDisk.Calls, failure: FaultyDisk.Failure) async throws {
    let plan = Self.nightly ? NumbersSession(seed: 3, steps: 24) : NumbersSession(seed: 3, steps: 8, longest: 20)
    let session = plan.session
    let once = try await session.callFaults(calls, forever: false, failure, stride: 1)
    let forever = try await session.callFaults(calls, forever: true, failure, stride: Self.nightly ? 1 : 5)
    #expect(once.runs > 0 && forever.runs > 0)
    #expect(once.findings.isEmpty, "\(once.runs) runs: \(once.findings.prefix(3))")
    #expect(forever.findings.isEmpty, "\(forever.runs) runs: \(forever.findings.prefix(3))")
    #expect(once.refused <= 1)  // the store goes on: one call costs one transaction at most
    if [.write, .sync].contains(calls) { #expect(forever.refused >= 2) }  // the disk did stay ill
  }

  @Test(
    "says what the disk said",
    arguments: [
      (FaultyDisk.Calls.write, FaultyDisk.Failure.ioError, ResultCode.SQLITE_IOERR_WRITE),
      (.write, .full, .SQLITE_FULL), (.sync, .ioError, .SQLITE_IOERR_FSYNC),
    ])
  func saysWhatTheDiskSaid(calls: FaultyDisk.Calls, failure: FaultyDisk.Failure, code: ResultCode) throws {
    let disk = try FaultyDisk()
    let pool = try NumbersSession.pool(at: disk.folder + "/numbers.sqlite")
    var chance = CrashChance(seed: 1)
    try pool.write { try NumbersSession.add(1, $0, using: &chance) }
    disk.fail(calls, nth: 1, forever: true, failure)
    let error = #expect(throws: DatabaseError.self) {
      try pool.write { try NumbersSession.add(2, $0, using: &chance) }
    }
    #expect(error?.extendedResultCode == code)
  }

  @Test("reads on while the disk is full, and writes again without a restart when it has space")
  func recoversFromAFullDisk() async throws {
    let disk = try FaultyDisk()
    let pool = try NumbersSession.pool(at: disk.folder + "/numbers.sqlite")
    var chance = CrashChance(seed: 1)
    for number in 1...5 { try add(number, to: pool, using: &chance) }
    disk.fail(.write, nth: 1, forever: true, .full)
    for number in 6...10 {
      #expect(throws: DatabaseError.self) { try add(number, to: pool, using: &chance) }
      #expect(try entries(of: pool) == Array(1...5))
    }
    disk.heal()
    for number in 11...15 { try add(number, to: pool, using: &chance) }
    #expect(try entries(of: pool) == Array(1...5) + Array(11...15))
    try pool.close()
    let faults = await NumbersSession(seed: 1).session.faults(disk.folder, Array(1...5) + Array(11...15))
    #expect(faults.isEmpty, "\(faults)")
  }

  private func add(_ number: Int, to pool: DatabasePool, using chance: inout CrashChance) throws {
    try pool.write { try NumbersSession.add(number, $0, using: &chance) }
  }

  private func entries(of pool: DatabasePool) throws -> [Int] {
    try pool.read { try Int.fetchAll($0, sql: "SELECT DISTINCT entry FROM part ORDER BY entry") }
  }
}
