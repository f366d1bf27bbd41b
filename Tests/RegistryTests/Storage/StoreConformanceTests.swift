import Synchronization
import Testing

@testable import Registry

/// What every store promises, whatever it is made of.
@Suite struct StoreConformanceTests {
  @Test(
    "is tried on PostgreSQL as well",
    .enabled(if: StoreSort.hasServer, "build with --traits Postgres and name a server in INTERLOCAL_POSTGRES"))
  func isTriedOnPostgres() { #expect(StoreSort.present == [.sqlite, .postgres]) }

  // MARK: Transactions

  @Test("keeps what a transaction wrote, for whoever opens the record next", arguments: StoreSort.present)
  func keeps(sort: StoreSort) throws {
    let place = try StorePlace(sort)
    try place.open().write { try fill($0, to: 3) }
    try place.open().read { snapshot throws in
      #expect(try snapshot.head() == head(of: 3))
      #expect(try collected(snapshot).events == (1...3).map(event))
      #expect(try collected(snapshot).rows == (1...3).map(row))
      #expect(try collected(snapshot).contents == (1...3).map(content).sorted { $0.commit < $1.commit })
      #expect(try snapshot.cursor(of: "mail") == 3)
      #expect(try snapshot.faults() == [])
    }
  }

  @Test("leaves nothing of a transaction that throws, and hands its error on", arguments: StoreSort.present)
  func leavesNothing(sort: StoreSort) throws {
    struct Stopped: Error {}
    let store = try StorePlace(sort).open()
    try store.write { try fill($0, to: 2) }
    let before = try store.read(collected)
    for last in 3...5 {
      #expect(throws: Stopped.self) {
        try store.write { transaction in
          for number in 3...last { try add(number, to: transaction) }
          try transaction.erase(content(1).commit)
          try transaction.setHead(head(of: last))
          try transaction.setCursor(of: "mail", to: last)
          try transaction.clearRows()
          throw Stopped()
        }
      }
      #expect(try store.read(collected) == before)
    }
    try store.write { try add(3, to: $0) }
    #expect(try store.read(collected).events.count == 3)
  }

  @Test("shows a writer what it wrote, and everybody else only what was committed", arguments: StoreSort.present)
  func showsCommitted(sort: StoreSort) throws {
    let place = try StorePlace(sort)
    let (store, other) = (try place.open(), try place.open())
    try store.write { try fill($0, to: 1) }
    try store.write { transaction in
      try add(2, to: transaction)
      #expect(try transaction.row(row(2).id) == row(2))
      #expect(try transaction.events(of: event(2).object) == [event(2)])
      #expect(try transaction.count(of: .docketFile) == 2)
      #expect(try other.read { try $0.row(row(2).id) } == nil)
      #expect(try other.read { try $0.count(of: .docketFile) } == 1)
    }
    #expect(try other.read { try $0.row(row(2).id) } == row(2))
  }

  @Test("shows a reader the record as one transaction left it, while writers go on", arguments: StoreSort.present)
  func isolatesSnapshots(sort: StoreSort) throws {
    let place = try StorePlace(sort)
    let (store, other) = (try place.open(), try place.open())
    try store.write { try fill($0, to: 2) }
    try store.read { snapshot throws in
      let before = try collected(snapshot)
      for number in 3...6 {
        try other.write { transaction in
          try add(number, to: transaction)
          try transaction.setHead(head(of: number))
          try transaction.put(StoredRow(id: row(1).id, version: number, text: row(number).text))
          try transaction.erase(content(number - 2).commit)
          try transaction.setCursor(of: "mail", to: number)
        }
        #expect(try collected(snapshot) == before)
        #expect(try snapshot.cursor(of: "mail") == 2)
        #expect(try snapshot.events(of: event(number).object) == [])
      }
    }
    #expect(try store.read { try $0.head() } == head(of: 6))
  }

  @Test("lets many read while one writes, each a whole record", arguments: StoreSort.present)
  func readsWhileWriting(sort: StoreSort) throws {
    struct Torn: Error { let size: Int }
    let store = try StorePlace(sort).open()
    try store.write { try fill($0, to: 1) }
    let isDone = Mutex(false)
    try inThreads(5) { thread in
      if thread == 0 {
        defer { isDone.withLock { $0 = true } }
        for number in 2...30 {
          try store.write { transaction in
            try add(number, to: transaction)
            try transaction.setHead(head(of: number))
            try transaction.setCursor(of: "mail", to: number)
          }
        }
      } else {
        while !isDone.withLock({ $0 }) {
          try store.read { snapshot throws in
            let size = try snapshot.head().size
            guard try collected(snapshot).events == (1...size).map(event),
              try snapshot.count(of: .docketFile) == size, try snapshot.cursor(of: "mail") == size
            else { throw Torn(size: size) }
          }
        }
      }
    }
    #expect(try store.read { try $0.head().size } == 30)
  }

  // MARK: What never changes

  @Test("refuses to change or remove an event, or to change a content but by erasing it", arguments: StoreSort.present)
  func refusesChanges(sort: StoreSort) throws {
    let place = try StorePlace(sort)
    let store = try place.open()
    try store.write { try fill($0, to: 3) }
    let before = try store.read(collected)
    for (change, fault) in [
      ("UPDATE event SET body = '{}' WHERE sequence = 2", "an event never changes"),
      ("UPDATE event SET sequence = 9 WHERE sequence = 3", "an event never changes"),
      ("UPDATE event SET salt = salt", "an event never changes"),
      ("DELETE FROM event WHERE sequence = 3", "an event is never removed"),
      ("DELETE FROM event", "an event is never removed"),
      ("UPDATE content SET text = 'other'", "a content can only be erased"),
      (#"UPDATE content SET text = NULL, salt = NULL, "commit" = 'other'"#, "a content can only be erased"),
      ("DELETE FROM content", "the place of a content is never removed"),
    ]
      + (sort == .sqlite
        ? []
        : [
          ("TRUNCATE event", "an event is never removed"),
          ("TRUNCATE content", "the place of a content is never removed"),
        ])
    {
      #expect(throws: StorageError.failed("beside", fault: fault), "\(change)") { try place.run(change) }
      #expect(try store.read(collected) == before, "\(change)")
    }
  }

  @Test("refuses a second event with a number, with an object's version or with a key", arguments: StoreSort.present)
  func refusesRepetition(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    try store.write { try fill($0, to: 3) }
    let before = try store.read(collected)
    let (second, fourth) = (event(2), event(4))
    for repeated in [
      StoredEvent(
        sequence: 2, at: fourth.at, object: fourth.object, version: 1, salt: fourth.salt, body: fourth.body),
      StoredEvent(
        sequence: 4, at: fourth.at, object: second.object, version: second.version, salt: fourth.salt, body: fourth.body
      ),
      StoredEvent(
        sequence: 4, at: fourth.at, object: fourth.object, version: 1, salt: fourth.salt, body: second.body),
    ] {
      #expect(throws: StorageError.self) { try store.write { try $0.append(repeated) } }
    }
    #expect(throws: StorageError.self) { try store.write { try $0.put(content(2)) } }
    #expect(try store.read(collected) == before)
  }

  // MARK: Order and search

  @Test("gives the rows of a kind in the order of their numbers, by pages", arguments: StoreSort.present)
  func pagesRows(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    let numbers = [9, 10, 2, 100, 1, 33]
    try store.write { transaction in
      for number in numbers {
        for kind in [ObjectKind.agreement, .docketFile] {
          try transaction.put(StoredRow(id: ObjectID(kind, number), version: number, text: row(number).text))
        }
      }
    }
    try store.read { snapshot throws in
      func page(after: Int, limit: Int) throws -> [Int] {
        try snapshot.rows(of: .docketFile, after: after, limit: limit).map(\.id.number)
      }
      #expect(try page(after: 0, limit: 100) == [1, 2, 9, 10, 33, 100])
      #expect(try page(after: 2, limit: 2) == [9, 10])
      #expect(try page(after: 100, limit: 5) == [])
      #expect(try page(after: 0, limit: 0) == [])
      #expect(try snapshot.rows(of: .verification, after: 0, limit: 5) == [])
      #expect(try snapshot.count(of: .docketFile) == 100 && snapshot.count(of: .verification) == 0)
    }
  }

  @Test("hands on everything by kind in the order of bytes, then by number", arguments: StoreSort.present)
  func ordersEverything(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    let ids = ObjectKind.allCases.flatMap { kind in (1...60).map { ObjectID(kind, $0) } }
    var chance = SeededChance(seed: 5)
    let mixed = ids.shuffled(using: &chance)
    try store.write { transaction in
      for id in mixed { try transaction.put(StoredRow(id: id, version: 1, text: row(1).text)) }
      for number in 1...700 { try transaction.put(content(number)) }
    }
    let found = try store.read(collected)
    #expect(found.rows.map(\.id) == ids.sorted())
    #expect(
      found.contents
        == (1...700).map(content).sorted { Array($0.commit.utf8).lexicographicallyPrecedes(Array($1.commit.utf8)) })
  }

  @Test("hands on events in order from any place, until told to stop", arguments: StoreSort.present)
  func ordersEvents(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    let all = (1...1200).map(event)
    try store.write { transaction in for event in all.reversed() { try transaction.append(event) } }
    try store.read { snapshot throws in
      for start in [Int.min, 0, 1, 2, 16, 17, 18, 600, 1200, 1201, Int.max] {
        var seen: [StoredEvent] = []
        try snapshot.events(from: start) { event in
          seen.append(event)
          return true
        }
        #expect(seen == Array(all.drop { $0.sequence < start }), "from \(start)")
      }
      for count in [1, 15, 16, 17, 48, 49, 800] {
        var seen: [StoredEvent] = []
        try snapshot.events(from: 3) { event in
          seen.append(event)
          return seen.count < count
        }
        #expect(seen == Array(all[2..<(2 + count)]), "\(count) events")
      }
    }
  }

  @Test("finds the events of an object and of a key", arguments: StoreSort.present)
  func findsEvents(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    let file = ObjectID(.docketFile, 1)
    func event(_ sequence: Int, of object: ObjectID, version: Int, mark: String = "") -> StoredEvent {
      StoredEvent(
        sequence: sequence, at: Instant(milliseconds: Int64(sequence)), object: object, version: version,
        salt: salt(sequence),
        body: #"{"act":"x","after":"","audience":{"level":0},"event":{}\#(mark)}"#)
    }
    let all = [
      event(1, of: file, version: 1, mark: #","command":{"events":2,"key":"aa","order":""}"#),
      event(2, of: ObjectID(.docketFile, 12), version: 1),
      event(3, of: file, version: 2, mark: #","command":{"events":1,"key":"bb","order":""}"#),
      event(4, of: ObjectID(.agreement, 1), version: 1, mark: #","command":null"#),
    ]
    try store.write { transaction in for event in all { try transaction.append(event) } }
    try store.read { snapshot throws in
      #expect(try snapshot.events(of: file) == [all[0], all[2]])
      #expect(try snapshot.events(of: ObjectID(.docketFile, 2)) == [])
      #expect(try snapshot.events(ofKey: "aa") == [all[0], all[1]])
      #expect(try snapshot.events(ofKey: "bb") == [all[2]])
      #expect(try snapshot.events(ofKey: "AA") == [] && snapshot.events(ofKey: "") == [])
    }
  }

  @Test("finds what wakes by a moment: the earliest first, then by kind and number", arguments: StoreSort.present)
  func findsWaking(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    func put(_ id: ObjectID, wakes: Int64?, _ transaction: any RecordTransaction) throws {
      let moment = wakes.map { #","wakes":\#($0)"# } ?? ""
      try transaction.put(
        StoredRow(id: id, version: 1, text: #"{"audience":{"level":0},"object":{"stage":"draft"}\#(moment)}"#))
    }
    try store.write { transaction in
      try put(ObjectID(.docketFile, 2), wakes: 20, transaction)
      try put(ObjectID(.docketFile, 10), wakes: 20, transaction)
      try put(ObjectID(.agreement, 3), wakes: 20, transaction)
      try put(ObjectID(.verification, 1), wakes: 10, transaction)
      try put(ObjectID(.verification, 2), wakes: nil, transaction)
      try put(ObjectID(.verification, 3), wakes: .max, transaction)
    }
    func waking(_ moment: Int64, limit: Int = 100) throws -> [String] {
      try store.read { try $0.waking(by: Instant(milliseconds: moment), limit: limit).map(\.description) }
    }
    #expect(try waking(9) == [])
    #expect(try waking(10) == ["VF-1"] && waking(19) == ["VF-1"])
    #expect(try waking(20) == ["VF-1", "AG-3", "PD-2", "PD-10"])
    #expect(try waking(20, limit: 2) == ["VF-1", "AG-3"])
    #expect(try waking(.max).last == "VF-3")
    try store.write { try put(ObjectID(.verification, 1), wakes: nil, $0) }
    #expect(try waking(20).first == "AG-3")
  }

  // MARK: Values

  @Test("gives back every number, text and byte as it was", arguments: StoreSort.present)
  func keepsValues(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    var chance = SeededChance(seed: 11)
    for round in 1...60 {
      let body = try CanonicalJSON.text(of: ["act": "x", "text": chance.text(most: 40)])
      let event = StoredEvent(
        sequence: round, at: Instant(milliseconds: [.min, -1, 0, .max][round % 4]), object: ObjectID(.docketFile, .max),
        version: .max - round, salt: CommitSalt(using: &chance), body: body)
      let row = StoredRow(
        id: ObjectID(.docketFile, .max), version: round,
        text: try CanonicalJSON.text(of: ["field": chance.text(most: 40), "stage": "\u{0}"]))
      // A content holds no U+0000: no decision lets control characters pass.
      let content = StoredContent(
        commit: "\(round)", salt: CommitSalt(using: &chance),
        text: round == 1 ? "" : chance.text(most: 200).replacing("\u{0}", with: "'\\"))
      try store.write { transaction in
        try transaction.append(event)
        try transaction.put(row)
        try transaction.put(content)
        try transaction.setCursor(of: row.text, to: .min)
      }
      try store.read { snapshot throws in
        #expect(try snapshot.events(of: event.object).first == event)
        #expect(try snapshot.row(row.id) == row)
        #expect(try snapshot.content(content.commit) == content)
        #expect(
          try snapshot.content(content.commit)?.text?.unicodeScalars.elementsEqual(content.text!.unicodeScalars) == true
        )
        #expect(try snapshot.cursor(of: row.text) == .min)
      }
    }
  }

  @Test("keeps the head of a log of any size", arguments: StoreSort.present)
  func keepsHead(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    #expect(try store.read { try $0.head() } == LogHead())
    for size in [0, 1, 2, 3, 7, 8, 64, 100] {
      try store.write { try $0.setHead(head(of: size)) }
      #expect(try store.read { try $0.head() } == head(of: size))
    }
  }

  @Test("erases a content and leaves its commitment", arguments: StoreSort.present)
  func erases(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    try store.write { transaction in for number in 1...3 { try transaction.put(content(number)) } }
    try store.write { transaction in
      try transaction.erase(content(2).commit)
      try transaction.erase("never there")
    }
    try store.write { try $0.erase(content(2).commit) }
    try store.read { snapshot throws in
      #expect(try snapshot.content(content(2).commit) == StoredContent(commit: content(2).commit, salt: nil, text: nil))
      #expect(try snapshot.content(content(1).commit) == content(1))
      #expect(try snapshot.content("never there") == nil)
    }
  }

  @Test("remembers for each subscriber how far it was served", arguments: StoreSort.present)
  func keepsCursors(sort: StoreSort) throws {
    let store = try StorePlace(sort).open()
    #expect(try store.read { try $0.cursor(of: "mail") } == 0)
    try store.write { transaction in
      try transaction.setCursor(of: "mail", to: 7)
      try transaction.setCursor(of: "Mail", to: 1)
    }
    try store.write { try $0.setCursor(of: "mail", to: 5) }
    #expect(try store.read { try [$0.cursor(of: "mail"), $0.cursor(of: "Mail")] } == [5, 1])
  }
}
