import Foundation
import Testing

@testable import Registry

/// Calls that fail under the record, one after another until a whole session has been through.
@Suite struct LedgerFaultTests {
  private static let nightly = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"

  @Test(
    "acknowledges nothing it cannot keep when the n-th call fails, for every n",
    arguments: [
      (FaultyDisk.Calls.write, FaultyDisk.Failure.ioError), (.sync, .ioError), (.truncate, .ioError), (.open, .ioError),
      (.delete, .ioError), (.map, .ioError), (.write, .full), (.sync, .full), (.truncate, .full),
    ])
  func survivesEveryFault(calls: FaultyDisk.Calls, failure: FaultyDisk.Failure) async throws {
    let session = LedgerSession(writers: 4, orders: Self.nightly ? 4 : 1, rounds: Self.nightly ? 2 : 1).session
    // By day a full disk and a disk that stays ill are tried at some calls only.
    let isRare = calls == .write && failure == .full
    let once = try await session.callFaults(
      calls, forever: false, failure, stride: Self.nightly || !isRare ? 1 : 5)
    let forever = try await session.callFaults(calls, forever: true, failure, stride: Self.nightly ? 1 : 9)
    #expect(once.runs > 0 && forever.runs > 0)
    #expect(once.findings.isEmpty, "\(once.runs) runs: \(once.findings.prefix(3))")
    #expect(forever.findings.isEmpty, "\(forever.runs) runs: \(forever.findings.prefix(3))")
  }

  @Test("does not open without its write-ahead log, which the pool would not notice")
  func refusesToOpenWithoutLog() throws {
    let disk = try FaultyDisk()
    let place = disk.folder + LedgerSession.database
    disk.fail(.sync, nth: 1, forever: false)
    #expect(throws: StorageError.failed(place, fault: "the disk did not let the write-ahead log begin")) {
      try SQLiteStore(path: place)
    }
    let store = try SQLiteStore(path: place)
    try submit(1, to: LedgerSession.ledger(on: store))
    #expect(disk.count(.sync, on: .wal) > 0)
    try store.close()
  }

  @Test("stops after a sync that failed, even when the disk is well again, until it is opened anew")
  func stopsAfterAFailedSync() throws {
    let disk = try FaultyDisk()
    let store = try SQLiteStore(path: disk.folder + LedgerSession.database)
    let ledger = LedgerSession.ledger(on: store)
    for number in 1...LedgerSession.founding { try submit(number, to: ledger) }
    disk.fail(.sync, nth: 1, forever: false)
    #expect(throws: Refusal.unconfirmed("\(StorageError.unsure(disk.folder + LedgerSession.database))")) {
      try submit(20, to: ledger)
    }
    disk.heal()
    let stopped = Refusal.unconfirmed(
      "the disk did not confirm an earlier commit; restart, then repeat with the same key")
    for number in 20...22 { #expect(throws: stopped) { try submit(number, to: ledger) } }
    #expect(throws: stopped) { try ledger.advance() }
    // What was acknowledged can still be read.
    #expect(try ledger.read(as: LedgerSession.clerk) { try $0.visible(all: DocketFile.self).count } == 3)
    try store.close()
    let again = try SQLiteStore(path: disk.folder + LedgerSession.database)
    let second = LedgerSession.ledger(on: again)
    // The order whose sync failed came about after all: the system remembers it, and so it has its receipt.
    let (order, claim, key) = LedgerSession.order(20)
    #expect(try second.submitAndWait(order, by: claim, key: key).isRepeated)
    for number in 21...22 { try submit(number, to: second) }
    try again.close()
    #expect(try LedgerSession.faults(in: disk.folder, Array(1...LedgerSession.founding) + [20, 21, 22]) == [])
  }

  @Test("refuses while the disk is full, reads on, and goes on without a restart once there is room")
  func recoversFromAFullDisk() throws {
    let disk = try FaultyDisk()
    let place = disk.folder + LedgerSession.database
    let store = try SQLiteStore(path: place)
    let ledger = LedgerSession.ledger(on: store)
    for number in 1...LedgerSession.founding { try submit(number, to: ledger) }
    disk.fail(.write, nth: 1, forever: true, .full)
    for number in 20...24 {
      #expect(throws: Refusal.unavailable("\(StorageError.full(place))")) { try submit(number, to: ledger) }
      #expect(try ledger.read(as: LedgerSession.clerk) { try $0.visible(all: DocketFile.self).count } == 3)
    }
    disk.heal()
    for number in 22...30 { try submit(number, to: ledger) }
    try store.close()
    #expect(try LedgerSession.faults(in: disk.folder, Array(1...LedgerSession.founding) + Array(22...30)) == [])
  }

  private func submit(_ number: Int, to ledger: Ledger) throws {
    let (order, claim, key) = LedgerSession.order(number)
    #expect(try !ledger.submitAndWait(order, by: claim, key: key).isRepeated, "\(number)")
  }
}
