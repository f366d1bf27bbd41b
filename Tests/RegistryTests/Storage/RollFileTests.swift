import Foundation
import Testing

@testable import Registry

@Suite struct RollFileTests {
  /// What a kind's lists have for somebody, and how many of its rows had to be read for them.
  private func listed(_ ledger: Ledger, _ store: CountingStore, as claim: Claim) throws -> (numbers: [Int], rows: Int) {
    let before = store.rowsRead(of: .docketFile)
    let numbers = try ledger.read(as: claim) { view in
      try view.visible(all: DocketFile.self, at: [.draft, .filed], limit: 1_000).map(\.object.id.number)
    }
    return (numbers, store.rowsRead(of: .docketFile) - before)
  }

  @Test("whoever begins with a file lists what the record has, and reads only rows that are shown or have changed")
  func sparesReading() throws {
    let record = try FoundedRecord()
    let drafts = try (0..<230).map { _ in try record.draft() }
    for claim in [Claim.visitor, record.clerk] {
      _ = try record.ledger.read(as: claim) { try $0.visible(all: DocketFile.self, at: [.filed]) }
    }
    let bytes = try #require(try record.ledger.rollFile()).bytes()
    // After the file was written: one draft is filed, and one comes.
    let file = Order(DocketFile.self, .file, on: drafts[120])
    _ = try record.ledger.submitAndWait(file, by: record.clerk, key: CommandKey())
    _ = try record.draft()

    let store = CountingStore(record.store)
    let without = try listed(Ledger(store: store), store, as: .visitor)
    #expect(without.numbers == [121] && without.rows >= 231)
    let ledger = Ledger(store: store)
    let begun = try #require(RollFile(bytes))
    #expect(try ledger.begin(with: begun))
    let visitor = try listed(ledger, store, as: .visitor)
    #expect(visitor.numbers == [121] && visitor.rows <= 3, "\(visitor)")
    let clerk = try listed(ledger, store, as: record.clerk)
    #expect(clerk.numbers == Array(1...231))
    // Only once: what readings have found out since is newer.
    #expect(try !ledger.begin(with: begun))
  }

  @Test("a file says the same after it was written and read", arguments: 0..<8 as Range<UInt64>)
  func roundTrips(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    var rolls: [ObjectKind: ObjectRoll] = [:]
    for kind in ObjectKind.allCases where Bool.random(using: &chance) {
      var roll = ObjectRoll()
      for number in 1...Int.random(in: 1...300, using: &chance) {
        let owner = ObjectID(.organisation, Int.random(in: 1...9, using: &chance))
        let audience = try CanonicalJSON.text(of: Bool.random(using: &chance) ? Audience.everybody : .holder(owner))
        _ = try roll.enter(
          StoredRow(id: ObjectID(kind, number), version: 1, text: #"{"audience":\#(audience),"object":{}}"#))
        if Bool.random(using: &chance) {
          _ = roll.enter(stage: ["draft", "filed", "closed"].randomElement(using: &chance)!, of: number)
        }
      }
      roll.forget(Int.random(in: 1...roll.last, using: &chance))
      rolls[kind] = roll
    }
    let record = try FoundedRecord()
    let edition = try record.store.read { try RecordEdition(of: $0) }
    let leaf = LogHash(sha256: [UInt8(seed)])
    let file = try #require(RollFile(try RollFile(rolls, in: edition, leaf: leaf).bytes()))
    #expect(file.size == edition.head.size && file.rebuilds == 0 && file.leaf == leaf)
    #expect(Set(file.rolls.keys) == Set(rolls.keys))
    for (kind, roll) in rolls {
      let read = try #require(file.rolls[kind])
      #expect(read.last == roll.last && read.audiences == roll.audiences && read.stages == roll.stages)
      for number in 0...(roll.last + 1) {
        #expect(read.place(of: number) == roll.place(of: number))
        #expect(read.stagePlace(of: number) == roll.stagePlace(of: number))
      }
    }
  }

  @Test("bytes that are not a whole file are none, wherever one of them is changed, missing or too many")
  func refusesBroken() throws {
    let record = try FoundedRecord()
    _ = try record.draft()
    _ = try record.ledger.read(as: record.clerk) { try $0.visible(all: DocketFile.self, at: [.draft]) }
    let bytes = try #require(try record.ledger.rollFile()).bytes()
    #expect(RollFile(bytes) != nil)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      #expect(RollFile(changed) == nil, "byte \(place)")
      #expect(RollFile(Array(bytes.prefix(place))) == nil, "\(place) bytes")
    }
    #expect(RollFile(bytes + [0]) == nil)
  }

  @Test("places that no audience or stage has, and more objects than bytes, are no roll")
  func refusesWrongPlaces() throws {
    let audiences = [Audience.everybody]
    for (bytes, isRoll) in [
      ([0, 0, 0, 0, 0], true), ([255, 255, 255, 255, 255], true), ([1, 0, 0, 0, 0], false), ([0, 0, 0, 1, 0], false),
      ([0, 0, 0, 0, 1], false),
    ] as [([UInt8], Bool)] {
      #expect((ObjectRoll(audiences: audiences, stages: ["draft"], from: bytes[...]) != nil) == isRoll, "\(bytes)")
    }
  }

  @Test("a file of another record, of rows since replaced, or of events not there is passed over")
  func refusesStrange() throws {
    let (record, other) = (try FoundedRecord(), try FoundedRecord())
    for one in [record, other] {
      _ = try one.draft()
      _ = try one.ledger.read(as: one.clerk) { try $0.visible(all: DocketFile.self) }
    }
    let file = try #require(try other.ledger.rollFile())
    func isTaken(_ file: RollFile) throws -> Bool { try Ledger(store: record.store).begin(with: file) }
    let own = try #require(try record.ledger.rollFile())
    #expect(try isTaken(own))
    // As many events, of other salts.
    #expect(try !isTaken(file))
    _ = try record.draft()
    _ = try record.ledger.read(as: record.clerk) { try $0.visible(all: DocketFile.self) }
    let later = try #require(try record.ledger.rollFile())
    #expect(try !Ledger(store: other.store).begin(with: later))
    try record.store.write { try $0.setCursor(of: RecordEdition.rebuilds, to: 1) }
    #expect(try !isTaken(later))
  }

  @Test("a record folder begins with what it kept, and a copy of it has none")
  func keepsInFolder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rolls-\(UUID().uuidString)")
    let copy = folder.appendingPathExtension("copy")
    defer { for url in [folder, copy] { try? FileManager.default.removeItem(at: url) } }
    try RecordFolder.begin(at: folder, origin: "rivers.example/log")
    let file = folder.appending(path: "rolls")
    let first = try RecordFolder(at: folder)
    try first.keepRolls()
    // Nobody has read: there is nothing to keep.
    #expect(!FileManager.default.fileExists(atPath: file.path))
    let clerk = try FoundedRecord.found(first.ledger, at: Ledger.systemClock()).clerk
    func drafts(_ record: RecordFolder) throws -> Int {
      try record.ledger.read(as: clerk) { try $0.visible(all: DocketFile.self, at: [.draft]).count }
    }
    func draft(_ record: RecordFolder) throws {
      let order = Order(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."))
      _ = try record.ledger.submitAndWait(order, by: clerk, key: CommandKey())
    }
    try draft(first)
    #expect(try drafts(first) == 1)
    try first.keepRolls()
    let kept = try Data(contentsOf: file)
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    // The same again is not written again.
    try FileManager.default.removeItem(at: file)
    try first.keepRolls()
    #expect(!FileManager.default.fileExists(atPath: file.path))
    try kept.write(to: file)
    try RecordArchive.backup(first, to: copy)
    #expect(!FileManager.default.fileExists(atPath: copy.appending(path: "rolls").path))
    try draft(first)
    try first.close()

    let second = try RecordFolder(at: folder)
    #expect(try second.recallRolls())
    #expect(try drafts(second) == 2)
    try second.keepRolls()
    #expect(try Data(contentsOf: file) != kept)
    #expect(try second.verify().record.holds)
    try second.close()

    try Data("something else".utf8).write(to: file)
    let third = try RecordFolder(at: folder)
    #expect(try !third.recallRolls())
    #expect(try drafts(third) == 2)
    // Where it cannot be written it says so, and all else goes on.
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
    #expect(throws: StorageError.failed(file.path, fault: "it cannot be written")) { try third.keepRolls() }
    #expect(try drafts(third) == 2)
    try third.close()
  }
}
