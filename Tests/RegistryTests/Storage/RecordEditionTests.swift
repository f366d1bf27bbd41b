import Foundation
import Synchronization
import Testing

@testable import Registry

@Suite struct RecordEditionTests {
  private func draft(_ number: Int) -> Order {
    Order(DocketFile.self, .draft(title: "Algae \(number)", field: "water", description: "Since May."))
  }

  @Test("is another one after every commit, of this process or another, and the same in between")
  func followsEveryCommit() throws {
    let record = try FoundedRecord()
    let other = Ledger(store: try record.place.open())
    for number in 1...40 {
      let before = try record.ledger.edition()
      #expect(try record.ledger.edition() == before && other.edition() == before)
      _ = try (number % 3 == 0 ? other : record.ledger).submitAndWait(
        draft(number), by: record.clerk, key: CommandKey())
      let after = try record.ledger.edition()
      #expect(after != before, "commit \(number)")
      #expect(try other.edition() == after, "commit \(number)")
      #expect(try record.store.read { try RecordEdition(of: $0) } == after, "commit \(number)")
    }
  }

  @Test("is never older than an order that has been acknowledged, however many write and ask at once")
  func isNeverOld() throws {
    let record = try FoundedRecord()
    let other = Ledger(store: try record.place.open())
    let old = Mutex<[String]>([])
    let asked = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 6) { thread in
      let (writer, reader) = thread % 2 == 0 ? (record.ledger, other) : (other, record.ledger)
      for number in 1...20 {
        do {
          let receipt = try writer.submitAndWait(draft(number), by: record.clerk, key: CommandKey())
          for ledger in [reader, writer] where try ledger.edition().head.size < receipt.events.upperBound {
            old.withLock { $0.append("thread \(thread), order \(number)") }
          }
          asked.withLock { $0 += 1 }
        } catch { old.withLock { $0.append("thread \(thread), order \(number): \(error)") } }
      }
    }
    #expect(old.withLock { $0 } == [])
    #expect(asked.withLock { $0 } == 120)
  }

  @Test("what acts are open does not depend on what was looked at before in the same reading")
  func triesAnew() throws {
    let record = try FoundedRecord()
    for number in 1...5 { _ = try record.ledger.submitAndWait(draft(number), by: record.clerk, key: CommandKey()) }
    for claim in [record.clerk, record.administrator, .visitor] {
      func look<T: RecordObject>(_ type: T.Type) throws {
        let together = try record.ledger.read(as: claim) { view in
          try view.visible(all: type).map { ($0.object.id, try view.acts(on: $0.object)) }
        }
        for (id, acts) in together {
          let alone = try record.ledger.read(as: claim) { view in
            try view.acts(on: try #require(try view.visible(type, id)).object)
          }
          #expect(acts == alone, "\(id)")
          let some = try record.ledger.read(as: claim) { view in
            try view.acts(on: try #require(try view.visible(type, id)).object, where: { $0 < "m" })
          }
          #expect(some == acts.filter { $0.act < "m" }, "\(id)")
        }
      }
      for kind in ObjectKind.allCases { try look(kind.type) }
    }
  }

  @Test("a record that is closed has no edition")
  func closed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(path: folder.appending(path: "record.sqlite").path)
    let ledger = Ledger(store: store)
    #expect(try store.version() == store.version() && store.version() != nil)
    #expect(try ledger.edition().head.size == 0)
    try store.close()
    #expect(throws: (any Error).self) { try ledger.edition() }
  }
}
