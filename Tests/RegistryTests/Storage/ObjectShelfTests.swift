import Foundation
import Synchronization
import Testing

@testable import Registry

@Suite struct ObjectShelfTests {
  private func title(_ id: ObjectID, in view: RecordView) throws -> String? {
    try view.visible(DocketFile.self, id)?.object.title
  }

  private func revise(_ id: ObjectID, title: String) -> Order {
    Order(DocketFile.self, .revise(title: title, description: "And in June."), on: id)
  }

  @Test("a reading sees what another process has recorded since", arguments: StoreSort.present)
  func followsOthers(sort: StoreSort) throws {
    let record = try FoundedRecord(in: sort)
    let file = try record.draft()
    #expect(try record.ledger.read(as: record.clerk) { try title(file, in: $0) } == "Algae")
    let other = Ledger(store: try record.place.open())
    _ = try other.submitAndWait(revise(file, title: "Algae again"), by: record.clerk, key: CommandKey())
    #expect(try record.ledger.read(as: record.clerk) { try title(file, in: $0) } == "Algae again")
    #expect(try record.ledger.read(as: record.clerk) { try $0.history(of: file).count } == 2)
  }

  @Test("a reading that began before an event does not see it, whatever others have read meanwhile")
  func keepsSnapshots() throws {
    let record = try FoundedRecord()
    let file = try record.draft()
    try record.ledger.read(as: record.clerk) { (before) throws in
      let later = Mutex<String?>(nil)
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        _ = try? record.ledger.submitAndWait(revise(file, title: "Algae again"), by: record.clerk, key: CommandKey())
        let seen = try? record.ledger.read(as: record.clerk) { try title(file, in: $0) }
        later.withLock { $0 = seen }
        done.signal()
      }
      done.wait()
      #expect(later.withLock { $0 } == "Algae again")
      #expect(try title(file, in: before) == "Algae")
    }
    #expect(try record.ledger.read(as: record.clerk) { try title(file, in: $0) } == "Algae again")
  }

  private func listed(_ stage: DocketFile.Stage, in view: RecordView) throws -> [ObjectID] {
    try view.visible(all: DocketFile.self, at: [stage]).map(\.object.id)
  }

  @Test("a list of a stage stays as it was for a reading that began before, and follows for those after it")
  func keepsStages() throws {
    let record = try FoundedRecord()
    let files = try (0..<5).map { _ in try record.draft() }
    func isAsBefore(_ view: RecordView) throws {
      #expect(try listed(.draft, in: view) == files)
      #expect(try listed(.filed, in: view).isEmpty)
    }
    func isAsAfter(_ view: RecordView) throws {
      #expect(try listed(.draft, in: view) == [files[0], files[1], files[3], files[4]])
      #expect(try listed(.filed, in: view) == [files[2]])
    }
    try record.ledger.read(as: record.clerk) { (before) throws in
      try isAsBefore(before)
      let done = DispatchSemaphore(value: 0)
      let filed = Mutex<[[ObjectID]]>([])
      Thread.detachNewThread {
        let order = Order(DocketFile.self, .file, on: files[2])
        _ = try? record.ledger.submitAndWait(order, by: record.clerk, key: CommandKey())
        let seen = try? record.ledger.read(as: record.clerk) { try listed(.filed, in: $0) }
        filed.withLock { $0.append(seen ?? []) }
        done.signal()
      }
      done.wait()
      #expect(filed.withLock { $0 } == [[files[2]]])
      try isAsBefore(before)
    }
    try record.ledger.read(as: record.clerk) { try isAsAfter($0) }
  }

  @Test("what one person has read stays hidden from those whom it is not for", arguments: StoreSort.present)
  func decidesForEach(sort: StoreSort) throws {
    let record = try FoundedRecord(in: sort)
    let file = try record.draft()
    let appointment = ObjectID(.appointment, 2)
    let person = try record.ledger.read(as: record.clerk) { view in
      #expect(try title(file, in: view) == "Algae")
      let person = try #require(try view.visible(Appointment.self, appointment)).object.person
      #expect(try view.text(of: person, in: appointment) == .text("First clerk"))
      return person
    }
    for other in [Claim.visitor, record.administrator] {
      try record.ledger.read(as: other) { (view) throws in
        #expect(try view.visible(DocketFile.self, file) == nil)
        #expect(try view.visible(all: DocketFile.self).isEmpty)
        #expect(try view.history(of: file).isEmpty)
        let seen = try view.text(of: person, in: appointment)
        #expect(seen == (other == .visitor ? .confidential(.region) : .text("First clerk")))
      }
    }
  }

  @Test("more objects than are remembered are read all the same")
  func forgets() throws {
    let record = try FoundedRecord()
    for _ in 0..<7 { _ = try record.draft() }
    // No room for any: half of it is less than a row.
    let shelf = ObjectShelf(most: 3)
    try record.store.read { (snapshot) throws in
      for _ in 0..<2 {
        let reader = try shelf.reader(of: snapshot)
        var numbers: [Int] = []
        try reader.each(.docketFile, after: 2) { read in
          numbers.append(read.object.id.number)
          return numbers.count < 4
        }
        #expect(numbers == [3, 4, 5, 6])
        #expect(try reader.object(ObjectID(.docketFile, 7))?.version == 1)
        #expect(try reader.object(ObjectID(.docketFile, 8)) == nil)
      }
    }
  }

  @Test("rows that were rebuilt are read again")
  func followsRebuild() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shelf-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RecordFolder.begin(at: folder, origin: "rivers.example/log")
    let record = try RecordFolder(at: folder)
    let people = try FoundedRecord.found(record.ledger, at: Ledger.systemClock())
    let draft = Order(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."))
    let file = try record.ledger.submitAndWait(draft, by: people.clerk, key: CommandKey()).changes[0].object
    try record.store.write { transaction in
      let row = try #require(try transaction.row(file))
      let text = row.text.replacing("\"Algae\"", with: "\"Sand\"")
      try transaction.put(StoredRow(id: file, version: row.version, text: text))
    }
    #expect(try record.ledger.read(as: people.clerk) { try title(file, in: $0) } == "Sand")
    #expect(try record.rebuild(writing: true).faults == [.rowChanged(file)])
    #expect(try record.ledger.read(as: people.clerk) { try title(file, in: $0) } == "Algae")
    #expect(try record.rebuild(writing: false).holds)
    try record.close()
  }
}
