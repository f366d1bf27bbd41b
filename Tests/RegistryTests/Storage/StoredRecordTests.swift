import Testing

@testable import Registry

/// What a whole record promises, wherever it is kept.
@Suite struct StoredRecordTests {
  @Test("rebuilds every row from the events", arguments: StoreSort.present)
  func rebuilds(sort: StoreSort) throws {
    let record = try FoundedRecord(in: sort)
    let files = try (0..<3).map { _ in try record.draft() }
    let before = try record.store.read(collected)
    try record.place.run(
      "DELETE FROM object WHERE kind = 'PD' AND number = 2; UPDATE object SET version = 9 WHERE kind = 'R'")
    #expect(try !record.store.read { RecordFold(of: $0) }.holds)
    try record.store.write { transaction in
      let fold = RecordFold(of: transaction)
      try transaction.clearRows()
      #expect(try transaction.count(of: .docketFile) == 0)
      for row in try fold.rows() { try transaction.put(row) }
    }
    #expect(try record.store.read(collected) == before)
    #expect(files.count == 3 && before.rows.contains { $0.id == files[1] })
    #expect(try record.check().holds && record.store.read { RecordFold(of: $0) }.holds)
  }

  @Test("finds out whoever changes rows, events or contents past the record", arguments: StoreSort.present)
  func findsTampering(sort: StoreSort) throws {
    let (zero, drop): (String, (String, String) -> String) =
      sort == .sqlite
      ? ("zeroblob(32)", { trigger, _ in "DROP TRIGGER \(trigger)" })
      : (#"decode(repeat('00', 32), 'hex')"#, { trigger, table in "DROP TRIGGER \(trigger) ON \(table)" })
    for change in [
      "UPDATE object SET text = replace(text, 'Algae', 'Roses') WHERE kind = 'PD'",
      "UPDATE object SET version = version + 1 WHERE kind = 'PD'",
      "DELETE FROM object WHERE kind = 'PD' AND number = 2",
      "INSERT INTO object (kind, number, version, text) SELECT kind, 99, version, text FROM object "
        + "WHERE kind = 'PD' AND number = 1",
      "\(drop("event_stays", "event")); UPDATE event SET body = replace(body, 'Algae', 'Roses')",
      "\(drop("event_stays", "event")); UPDATE event SET at = at + 1 WHERE sequence = 3",
      "\(drop("event_stays", "event")); UPDATE event SET salt = \(zero) WHERE sequence = 3",
      "\(drop("event_remains", "event")); DELETE FROM event WHERE sequence = (SELECT max(sequence) FROM event)",
      "\(drop("event_remains", "event")); DELETE FROM event WHERE sequence = 2",
      "\(drop("content_remains", "content")); DELETE FROM content",
      "UPDATE content SET text = NULL, salt = NULL",
      "\(drop("content_stays", "content")); UPDATE content SET text = 'other'",
      "INSERT INTO content VALUES ('\(String(repeating: "0", count: 64))', \(zero), 'added')",
      "UPDATE head SET last = last + 1", "DELETE FROM head",
    ] {
      let record = try FoundedRecord(in: sort)
      for _ in 0..<2 { _ = try record.draft() }
      #expect(try record.check().holds)
      try record.place.run(change)
      #expect(try !record.check().holds, "not found: \(change)")
    }
  }

  @Test("takes orders through two stores at once, and the log stays whole", arguments: StoreSort.present)
  func sharesOnePlace(sort: StoreSort) async throws {
    let record = try FoundedRecord(in: sort)
    let before = try record.check().events
    let ledgers = try (0..<2).map { _ in Ledger(store: try record.place.open()) }
    let receipts = try await withThrowingTaskGroup(of: [Receipt].self) { group in
      for writer in 0..<8 {
        group.addTask {
          var receipts: [Receipt] = []
          for number in 0..<6 {
            let order = Order(
              DocketFile.self, .draft(title: "Problem \(writer)/\(number)", field: "water", description: "Text."))
            let key = CommandKey()
            let receipt = try await ledgers[writer % 2].submit(order, by: record.clerk, key: key)
            // The other ledger knows the key too.
            let again = try await ledgers[1 - writer % 2].submit(order, by: record.clerk, key: key)
            #expect(again.isRepeated && again.events == receipt.events)
            receipts.append(receipt)
          }
          return receipts
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(receipts.flatMap { Array($0.events) }.sorted() == Array((before + 1)...(before + 48)))
    let check = try record.check()
    #expect(check.holds, "\(check.faults)")
    #expect(check.events == before + 48)
    #expect(try record.store.read { RecordFold(of: $0) }.holds)
  }

  @Test(
    "makes of the same orders, clock and chance the same record, bit for bit, in every store",
    .enabled(if: StoreSort.hasServer, "needs two sorts of store"), arguments: UInt64(0)..<10)
  func isTheSameEverywhere(seed: UInt64) throws {
    var found: [Collected] = []
    for sort in StoreSort.present {
      let clock = SettableClock(Instant(milliseconds: 1_767_571_200_000))
      let place = try StorePlace(sort)
      let store = try place.open()
      let ledger = Ledger(store: store, clock: { clock.now }, chance: SeededChance(seed: seed))
      var chance = SeededChance(seed: seed &+ 1000)
      let people = try FoundedRecord.found(ledger, at: clock.now, key: { CommandKey(using: &chance) })
      var answers: [String] = []
      for _ in 0..<25 {
        clock.set(clock.now.later(days: Int.random(in: 0...3, using: &chance)))
        let file = ObjectID(.docketFile, Int.random(in: 1...6, using: &chance))
        let order: Order =
          switch Int.random(in: 0..<4, using: &chance) {
          case 0, 1:
            Order(DocketFile.self, .draft(title: "Problem", field: "water", description: chance.text(most: 30)))
          case 2: Order(DocketFile.self, .revise(title: "Revised", description: chance.text(most: 30)), on: file)
          default:
            Order(
              Erasure.self,
              .erase(
                commit: try ledger.read(as: people.clerk) {
                  try $0.visible(DocketFile.self, file)?.object.description.commit ?? "none"
                }, of: file, ground: .personalData, instrument: "Request"))
          }
        let administrator = Claim(appointment: ObjectID(.appointment, 1), secondFactor: clock.now)
        let claim = order.kind == .erasure ? administrator : people.clerk
        do throws(Refusal) {
          answers.append("\(try ledger.submitAndWait(order, by: claim, key: CommandKey(using: &chance)))")
        } catch { answers.append("\(error)") }
        try ledger.advance()
      }
      found.append(
        try store.read { snapshot throws in
          #expect(RecordCheck(of: snapshot).holds && RecordFold(of: snapshot).holds)
          var collected = try collected(snapshot)
          collected.answers = answers
          return collected
        })
    }
    #expect(found[0] == found[1])
    #expect(found[0].head.size > 5 && found[0].head.frontier.root == found[1].head.frontier.root)
  }

  // MARK: Opening

  @Test("does not take another's database for a record", arguments: StoreSort.present)
  func refusesOthers(sort: StoreSort) throws {
    let place = try StorePlace(sort)
    if sort == .postgres { try place.run("CREATE SCHEMA \(place.schema)") }
    try place.run("CREATE TABLE invoice (number INTEGER)")
    #expect {
      _ = try place.open()
    } throws: { error in
      guard case StorageError.notARecord(_, let fault) = error else { return false }
      return fault.hasSuffix("of something else")
    }
  }

  @Test("does not open a record of a later version", arguments: StoreSort.present)
  func refusesLater(sort: StoreSort) throws {
    let place = try StorePlace(sort)
    _ = try place.open()
    try place.run(sort == .sqlite ? "PRAGMA user_version = 9" : "UPDATE record SET version = 9")
    #expect {
      _ = try place.open()
    } throws: { error in
      guard case StorageError.notARecord(_, let fault) = error else { return false }
      return fault == "it was written by a later program (version 9)"
    }
  }
}
