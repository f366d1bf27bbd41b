#if Postgres
  /// One transaction on a PostgreSQL record, or a snapshot of it.
  struct PostgresTransaction: RecordTransaction {
    let connection: PostgresConnection

    /// How many rows come at once where there may be many: so many fit into memory, however large the record is.
    private static let page = 512

    // MARK: Reading

    func head() throws -> LogHead {
      let found = try connection.run("SELECT frontier, last FROM head WHERE one = 1")
      if found.count == 0 { return LogHead() }
      return LogHead(
        frontier: try TreeFrontier(bytes: found.bytes(0, 0)), last: Instant(milliseconds: Int64(found.integer(0, 1))))
    }

    func row(_ id: ObjectID) throws -> StoredRow? {
      let found = try connection.run(
        "SELECT version, text FROM object WHERE kind = $1 AND number = $2", .text(id.kind.rawValue), .integer(id.number)
      )
      return found.count == 0 ? nil : StoredRow(id: id, version: found.integer(0, 0), text: found.text(0, 1))
    }

    func count(of kind: ObjectKind) throws -> Int {
      try connection.run("SELECT coalesce(max(number), 0) FROM object WHERE kind = $1", .text(kind.rawValue))
        .integer(0, 0)
    }

    func rows(of kind: ObjectKind, after number: Int, limit: Int) throws -> [StoredRow] {
      let found = try connection.run(
        "SELECT number, version, text FROM object WHERE kind = $1 AND number > $2 ORDER BY number LIMIT $3",
        .text(kind.rawValue), .integer(number), .integer(limit))
      return (0..<found.count).map {
        StoredRow(id: ObjectID(kind, found.integer($0, 0)), version: found.integer($0, 1), text: found.text($0, 2))
      }
    }

    func waking(by moment: Instant, limit: Int) throws -> [ObjectID] {
      let found = try connection.run(
        "SELECT kind, number FROM object WHERE wakes <= $1 ORDER BY wakes, kind, number LIMIT $2",
        .integer(Int(moment.milliseconds)), .integer(limit))
      return try (0..<found.count).map { ObjectID(try kind(found.text($0, 0)), found.integer($0, 1)) }
    }

    func events(from sequence: Int, _ body: (StoredEvent) throws -> Bool) throws {
      var next = sequence
      // Most who ask want a few; those who want all get larger pages.
      var page = 16
      while true {
        let found = try connection.run(
          """
          SELECT sequence, at, object, version, salt, body FROM event WHERE sequence >= $1 ORDER BY sequence LIMIT $2
          """, .integer(next), .integer(page))
        for row in 0..<found.count where try !body(try event(found, row)) { return }
        guard found.count == page, found.integer(page - 1, 0) < Int.max else { return }
        next = found.integer(page - 1, 0) + 1
        page = min(2 * page, Self.page)
      }
    }

    func events(of id: ObjectID) throws -> [StoredEvent] {
      let found = try connection.run(
        "SELECT sequence, at, object, version, salt, body FROM event WHERE object = $1 ORDER BY version",
        .text(id.description))
      return try (0..<found.count).map { try event(found, $0) }
    }

    func events(ofKey digest: String) throws -> [StoredEvent] {
      let first = try connection.run("SELECT sequence FROM event WHERE key = $1", .text(digest))
      if first.count == 0 { return [] }
      var all: [StoredEvent] = []
      var expected = 1
      try events(from: first.integer(0, 0)) { event in
        if all.isEmpty {
          expected = try CanonicalJSON.value(MarkedBody.self, from: event.body).command?.events ?? 1
        }
        all.append(event)
        return all.count < expected
      }
      return all
    }

    func content(_ commit: String) throws -> StoredContent? {
      let found = try connection.run(
        #"SELECT "commit", salt, text FROM content WHERE "commit" = $1"#, .text(commit))
      return found.count == 0 ? nil : try content(found, 0)
    }

    func everything(rows: (StoredRow) throws -> Void, contents: (StoredContent) throws -> Void) throws {
      var (last, number) = ("", 0)
      while true {
        let found = try connection.run(
          """
          SELECT kind, number, version, text FROM object WHERE (kind, number) > ($1, $2) ORDER BY kind, number LIMIT $3
          """, .text(last), .integer(number), .integer(Self.page))
        for row in 0..<found.count {
          (last, number) = (found.text(row, 0), found.integer(row, 1))
          try rows(
            StoredRow(id: ObjectID(try kind(last), number), version: found.integer(row, 2), text: found.text(row, 3)))
        }
        if found.count < Self.page { break }
      }
      var commit = ""
      while true {
        let found = try connection.run(
          #"SELECT "commit", salt, text FROM content WHERE "commit" > $1 ORDER BY "commit" LIMIT $2"#, .text(commit),
          .integer(Self.page))
        for row in 0..<found.count { try contents(try content(found, row)) }
        if found.count < Self.page { return }
        commit = found.text(found.count - 1, 0)
      }
    }

    func cursor(of subscriber: String) throws -> Int {
      let found = try connection.run("SELECT sequence FROM cursor WHERE subscriber = $1", .text(subscriber))
      return found.count == 0 ? 0 : found.integer(0, 0)
    }

    func faults() throws -> [String] { try PostgresInspection(connection: connection).faults() }

    private func kind(_ text: String) throws(StorageError) -> ObjectKind {
      guard let kind = ObjectKind(rawValue: text) else {
        throw .damaged(connection.place, fault: "'\(text)' is no kind of object")
      }
      return kind
    }

    private func event(_ found: PostgresRows, _ row: Int) throws -> StoredEvent {
      guard let object = ObjectID(found.text(row, 2)) else {
        throw StorageError.damaged(
          connection.place, fault: "event \(found.integer(row, 0)) is about '\(found.text(row, 2))', which is no number"
        )
      }
      return StoredEvent(
        sequence: found.integer(row, 0), at: Instant(milliseconds: Int64(found.integer(row, 1))), object: object,
        version: found.integer(row, 3), salt: try CommitSalt(bytes: found.bytes(row, 4)), body: found.text(row, 5))
    }

    private func content(_ found: PostgresRows, _ row: Int) throws -> StoredContent {
      StoredContent(
        commit: found.text(row, 0),
        salt: found.isNothing(row, 1) ? nil : try CommitSalt(bytes: found.bytes(row, 1)),
        text: found.isNothing(row, 2) ? nil : found.text(row, 2))
    }

    // MARK: Writing

    func append(_ event: StoredEvent) throws {
      _ = try connection.run(
        "INSERT INTO event (sequence, at, object, version, salt, body) VALUES ($1, $2, $3, $4, $5, $6)",
        .integer(event.sequence), .integer(Int(event.at.milliseconds)), .text(event.object.description),
        .integer(event.version), .bytes(event.salt.bytes), .text(event.body))
    }

    func put(_ row: StoredRow) throws {
      _ = try connection.run(
        """
        INSERT INTO object (kind, number, version, text) VALUES ($1, $2, $3, $4)
        ON CONFLICT (kind, number) DO UPDATE SET version = excluded.version, text = excluded.text
        """, .text(row.id.kind.rawValue), .integer(row.id.number), .integer(row.version), .text(row.text))
    }

    func put(_ content: StoredContent) throws {
      _ = try connection.run(
        #"INSERT INTO content ("commit", salt, text) VALUES ($1, $2, $3)"#, .text(content.commit),
        PostgresValue(content.salt?.bytes), PostgresValue(content.text))
    }

    func erase(_ commit: String) throws {
      _ = try connection.run(#"UPDATE content SET salt = NULL, text = NULL WHERE "commit" = $1"#, .text(commit))
    }

    func setHead(_ head: LogHead) throws {
      _ = try connection.run(
        """
        INSERT INTO head (one, frontier, last) VALUES (1, $1, $2)
        ON CONFLICT (one) DO UPDATE SET frontier = excluded.frontier, last = excluded.last
        """, .bytes(head.frontier.bytes), .integer(Int(head.last.milliseconds)))
    }

    func setCursor(of subscriber: String, to sequence: Int) throws {
      _ = try connection.run(
        """
        INSERT INTO cursor (subscriber, sequence) VALUES ($1, $2)
        ON CONFLICT (subscriber) DO UPDATE SET sequence = excluded.sequence
        """, .text(subscriber), .integer(sequence))
    }

    func clearRows() throws { _ = try connection.run("DELETE FROM object") }
  }
#endif
