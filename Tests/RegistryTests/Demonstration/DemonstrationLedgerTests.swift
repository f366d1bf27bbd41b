import Foundation
import Registry
import Testing

@Suite struct DemonstrationLedgerTests {
  /// Plays into a ledger on disk with salts and keys from a seed, and gives what `body` finds there.
  private func played<R>(_ body: (SQLiteStore) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "demonstration-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(path: folder.appending(path: "record.sqlite").path)
    let clock = LedgerDemonstration.Clock()
    let ledger = Ledger(store: store, clock: { clock.now }, chance: Seeded(state: 1))
    let record = LedgerDemonstration(ledger, store: store, clock: clock, keys: Seeded(state: 2))
    let (_, summary) = try DemonstrationRegion().play(in: record)
    #expect(summary.count(of: .agreement) == 12)
    return try body(store)
  }

  @Test("holds when it is checked and folded, and has the same root again from the same salts")
  func holds() throws {
    let (root, events) = try played { store in
      let check = try store.read { RecordCheck(of: $0) }
      #expect(check.holds, "\(check.faults)")
      let fold = try store.read { RecordFold(of: $0) }
      #expect(fold.holds, "\(fold.faults)")
      return (check.frontier.root, check.events)
    }
    #expect(events > 1_000)
    let again = try played { store in try store.read { RecordCheck(of: $0) } }
    #expect(again.frontier.root == root)
  }

  private struct Seeded: RandomNumberGenerator, Sendable {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return SamplingSeed(state).draw(0)
    }
  }
}
