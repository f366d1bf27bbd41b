import Testing

@testable import Registry

@Suite struct ObjectRollTests {
  /// The numbers of the files that somebody sees, page after page.
  private func seen(_ view: RecordView, page: Int) throws -> [Int] {
    var numbers: [Int] = []
    while true {
      let found = try view.visible(all: DocketFile.self, after: numbers.last ?? 0, limit: page)
      numbers += found.map(\.object.id.number)
      if found.count < page { return numbers }
    }
  }

  /// The same by looking at every row; those at a stage, where one is given.
  private func expected(_ view: RecordView, at stage: DocketFile.Stage? = nil) throws -> [Int] {
    var numbers: [Int] = []
    try view.shelf.snapshot.everything { row in
      guard row.id.kind == .docketFile else { return }
      let file = try DocketFile.fromRow(row.text)
      guard file.audience.includes(view.standing), stage == nil || file.stage == stage else { return }
      numbers.append(row.id.number)
    } contents: { _ in
    }
    return numbers
  }

  @Test(
    "lists have what each person may see, while files come, are opened and change hands",
    arguments: 0..<6 as Range<UInt64>)
  func followsRecord(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let record = try FoundedRecord()
    // Another program on the same record, whose events this one only finds.
    let other = Ledger(store: try record.place.open())
    var drafts: [ObjectID] = []
    for step in 0..<60 {
      if drafts.isEmpty || Int.random(in: 0..<4, using: &chance) > 0 {
        drafts.append(try record.draft())
      } else {
        let file = drafts.remove(at: Int.random(in: drafts.indices, using: &chance))
        let ledger = Bool.random(using: &chance) ? record.ledger : other
        _ = try ledger.submitAndWait(Order(DocketFile.self, .file, on: file), by: record.clerk, key: CommandKey())
      }
      guard step % 7 == 0 || step == 59 else { continue }
      for claim in [Claim.visitor, record.administrator, record.clerk] {
        try record.ledger.read(as: claim) { (view) throws in
          let wanted = try expected(view)
          // Whichever list comes first enters what the others find.
          if Bool.random(using: &chance) { try listsStages(view, using: &chance) }
          #expect(try seen(view, page: Int.random(in: 1...20, using: &chance)) == wanted, "seed \(seed), step \(step)")
          try listsStages(view, using: &chance)
        }
      }
    }
  }

  /// What is at a stage is found as by looking at every row, from the beginning and from the end.
  private func listsStages(_ view: RecordView, using chance: inout LogChance) throws {
    for stage in [DocketFile.Stage.draft, .filed, .accepted] {
      let wanted = try expected(view, at: stage)
      let most = Int.random(in: 0...wanted.count, using: &chance)
      let first = try view.visible(all: DocketFile.self, at: [stage], limit: most)
      #expect(first.map(\.object.id.number) == Array(wanted.prefix(most)))
      let last = try view.visible(last: most, of: DocketFile.self, at: [stage])
      #expect(last.map(\.object.id.number) == wanted.suffix(most))
    }
    let both = try view.visible(all: DocketFile.self, at: [.filed, .draft], limit: 1_000).map(\.object.id.number)
    #expect(try both == (expected(view, at: .draft) + expected(view, at: .filed)).sorted())
    #expect(try view.visible(all: DocketFile.self, at: []).isEmpty)
  }

  @Test("what somebody may not see is passed over, however much there is, and read once")
  func passesOver() throws {
    let record = try FoundedRecord()
    let drafts = try (0..<230).map { _ in try record.draft() }
    let file = Order(DocketFile.self, .file, on: drafts[210])
    _ = try record.ledger.submitAndWait(file, by: record.clerk, key: CommandKey())
    try record.ledger.read(as: .visitor) { (view) throws in
      #expect(try seen(view, page: 50) == [211])
      #expect(try seen(view, page: 1) == [211])
    }
    try record.ledger.read(as: record.clerk) { (view) throws in #expect(try seen(view, page: 50) == Array(1...230)) }
  }

  @Test("a row in another order than the record writes has its audience all the same")
  func readsAnyOrder() throws {
    var roll = ObjectRoll()
    let named = Audience.named([ObjectID(.appointment, 7)])
    let text = try CanonicalJSON.text(of: named)
    for (number, row) in [#"{"audience":\#(text),"object":{}}"#, #"{"object":{"b":{}},"audience":\#(text)}"#]
      .enumerated()
    {
      let row = StoredRow(id: ObjectID(.docketFile, number + 1), version: 1, text: row)
      #expect(try roll.enter(row) == 0)
      #expect(roll.place(of: number + 1) == 0)
    }
    #expect(roll.audiences == [named] && roll.last == 2)
    #expect(roll.stagePlace(of: 2) == nil && roll.enter(stage: "filed", of: 2) == 0)
    #expect(roll.enter(stage: "draft", of: 1) == 1 && roll.stages == ["filed", "draft"])
    roll.forget(1)
    #expect(roll.place(of: 1) == nil && roll.place(of: 2) == 0 && roll.place(of: 3) == nil)
    #expect(roll.stagePlace(of: 1) == nil && roll.stagePlace(of: 2) == 0 && roll.stagePlace(of: 3) == nil)
  }
}
