import Foundation
import Testing

@testable import Registry

/// A ledger that has just been opened knows nothing of what there is; it must not take the little it reads for all.
@Suite struct RestartedLedgerTests {
  private static func draft(_ title: String) -> Order {
    Order(DocketFile.self, .draft(title: title, field: "water", description: title))
  }

  @Test("gives each new object the next number, whatever it touched first", arguments: [1, 2, 3])
  func numbersOn(touched: Int) throws {
    let record = try SimulatedLedger()
    let claim = record.claim(of: record.cast.member("upperClerk"))
    for number in 1...3 {
      _ = try record.folder.ledger.submitAndWait(Self.draft("File \(number)"), by: claim, key: CommandKey())
    }
    // The same record after a restart.
    let ledger = Ledger(store: record.folder.store, clock: { record.now })
    _ = try ledger.submitAndWait(
      Order(DocketFile.self, .file, on: ObjectID(.docketFile, touched)), by: claim, key: CommandKey())
    let opened = try ledger.submitAndWait(Self.draft("File 4"), by: claim, key: CommandKey())
    #expect(opened.changes.map(\.object) == [ObjectID(.docketFile, 4)])
    #expect(try record.folder.store.read { RecordFold(of: $0).faults } == [])
  }

  @Test("overwrites nothing when it has read a file beyond the one it changed")
  func overwritesNothing() throws {
    let record = try SimulatedLedger()
    let claim = record.claim(of: record.cast.member("upperClerk"))
    let desk = record.claim(of: record.cast.member("desk"))
    for number in 1...3 {
      let file = ObjectID(.docketFile, number)
      _ = try record.folder.ledger.submitAndWait(Self.draft("File \(number)"), by: claim, key: CommandKey())
      _ = try record.folder.ledger.submitAndWait(Order(DocketFile.self, .file, on: file), by: claim, key: CommandKey())
    }
    let ledger = Ledger(store: record.folder.store, clock: { record.now })
    // Merging the first into the second reads the second and changes the first.
    _ = try ledger.submitAndWait(
      Order(DocketFile.self, .merge(into: ObjectID(.docketFile, 2)), on: ObjectID(.docketFile, 1)), by: desk,
      key: CommandKey())
    let opened = try ledger.submitAndWait(Self.draft("File 4"), by: claim, key: CommandKey())
    #expect(opened.changes.map(\.object) == [ObjectID(.docketFile, 4)])
    let check = try record.folder.store.read { (RecordCheck(of: $0).faults, RecordFold(of: $0).faults) }
    #expect(check.0 == [] && check.1 == [])
  }
}
