import Registry
import Testing

@Suite struct LedgerTests {
  @Test("acknowledges an order once, and answers its repetition with the first receipt", arguments: StoreSort.present)
  func onceEach(sort: StoreSort) throws {
    let record = try FoundedRecord(in: sort)
    let order = Order(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."))
    let key = CommandKey()
    let first = try record.ledger.submitAndWait(order, by: record.clerk, key: key)
    let again = try record.ledger.submitAndWait(order, by: record.clerk, key: key)
    #expect(!first.isRepeated && again.isRepeated)
    #expect(first.events == again.events && first.changes == again.changes)
    #expect(first.changes.map(\.version) == [1])
    let other = Order(DocketFile.self, .draft(title: "Sand", field: "water", description: "Too much."))
    #expect(throws: Refusal.keyReused(key.description)) {
      try record.ledger.submitAndWait(other, by: record.clerk, key: key)
    }
  }

  @Test("refuses an order prepared on an older version, with nothing changed", arguments: StoreSort.present)
  func refusesOutdated(sort: StoreSort) throws {
    let record = try FoundedRecord(in: sort)
    let file = try record.draft()
    let revise = DocketFile.Command.revise(title: "Algae again", description: "And in June.")
    _ = try record.ledger.submitAndWait(
      Order(DocketFile.self, revise, on: file, preparedOn: 1), by: record.clerk, key: CommandKey())
    #expect(throws: Refusal.outdated(file, prepared: 1, now: 2)) {
      try record.ledger.submitAndWait(
        Order(DocketFile.self, revise, on: file, preparedOn: 1), by: record.clerk, key: CommandKey())
    }
    #expect(try record.check().holds)
  }

  @Test("shows a content to its audience, and its commitment only to others", arguments: StoreSort.present)
  func keepsConfidence(sort: StoreSort) throws {
    let record = try FoundedRecord(in: sort)
    let file = try record.draft()
    try record.ledger.read(as: record.clerk) { view in
      let seen = try #require(try view.visible(DocketFile.self, file))
      #expect(try view.text(of: seen.object.description, in: file) == .text("Since May."))
    }
    try record.ledger.read(as: .visitor) { view in
      #expect(try view.visible(DocketFile.self, file) == nil)
      #expect(try view.history(of: file).isEmpty)
      let appointment = ObjectID(.appointment, 1)
      let person = try #require(try view.visible(Appointment.self, appointment)).object.person
      #expect(try view.text(of: person, in: appointment) == .confidential(.region))
    }
  }

  @Test("erases a content and can still prove everything", arguments: StoreSort.present)
  func erases(sort: StoreSort) throws {
    let record = try FoundedRecord(in: sort)
    let commit = try record.ledger.read(as: record.administrator) {
      try #require(try $0.visible(Appointment.self, ObjectID(.appointment, 2))).object.person.commit
    }
    _ = try record.ledger.submitAndWait(
      Order(
        Erasure.self,
        .erase(commit: commit, of: ObjectID(.appointment, 2), ground: .personalData, instrument: "Request 7")),
      by: record.administrator, key: CommandKey())
    try record.ledger.read(as: record.administrator) { view in
      let appointment = ObjectID(.appointment, 2)
      let person = try #require(try view.visible(Appointment.self, appointment)).object.person
      #expect(try view.text(of: person, in: appointment) == .erased)
    }
    let check = try record.check()
    #expect(check.holds, "\(check.faults)")
    #expect(check.erased == 1)
  }

  @Test("takes orders from many at once, each exactly once", arguments: StoreSort.present)
  func manyWriters(sort: StoreSort) async throws {
    let record = try FoundedRecord(in: sort)
    let before = try record.check().events
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<16 {
        group.addTask {
          for number in 0..<8 {
            _ = try? await record.ledger.submit(
              Order(
                DocketFile.self, .draft(title: "Problem \(writer)/\(number)", field: "water", description: "Text.")),
              by: record.clerk, key: CommandKey())
          }
        }
      }
    }
    let check = try record.check()
    #expect(check.holds, "\(check.faults)")
    #expect(check.events == before + 128)
  }

  @Test("keeps its time when the clock of the machine goes back", arguments: StoreSort.present)
  func keepsTime(sort: StoreSort) throws {
    let clock = SettableClock(Instant(milliseconds: 1_767_571_200_000))
    let record = try FoundedRecord(in: sort, clock: clock)
    let first = try record.ledger.submitAndWait(
      Order(DocketFile.self, .draft(title: "A", field: "water", description: "B")), by: record.clerk, key: CommandKey())
    clock.set(first.at.later(days: -1))
    let second = try record.ledger.submitAndWait(
      Order(DocketFile.self, .draft(title: "C", field: "water", description: "D")), by: record.clerk, key: CommandKey())
    #expect(second.at == first.at)
    #expect(try record.check().holds)
  }
}
