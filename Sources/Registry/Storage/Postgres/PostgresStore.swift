#if Postgres
  /// A record in a schema of a PostgreSQL database: several programs on several machines may share it.
  ///
  ///     let store = try PostgresStore(connection: "host=localhost dbname=region")
  ///
  /// Writers take turns across all programs by an advisory lock of the server; readers never wait for them. The
  /// connections keep settings and prepared statements, so that they must lead to the server itself, not to a pooler
  /// that passes sessions round.
  public final class PostgresStore: RecordStore {
    /// How long a writer waits for its turn.
    static let patienceSeconds = 30
    /// How many snapshots are read at once; further readers wait.
    static let readers = 6

    private let writing: PostgresPool
    private let reading: PostgresPool
    private let schema: String

    /// Opens a record, or begins one when there is none in the schema yet.
    ///
    /// - Parameters:
    ///   - connection: a connection string, as libpq reads it: `host=localhost dbname=region` or
    ///     `postgresql://localhost/region`.
    ///   - schema: the schema that holds the record: small letters, digits and underscores. It is made when it is
    ///     missing, if the user of the connection may do that.
    /// - Throws: ``StorageError`` when the server cannot be reached, the schema holds something else, or commits would
    ///   not wait for the disk.
    public init(connection: String, schema: String = "interlocal") throws {
      guard PostgresSchema.isName(schema) else {
        throw StorageError.notARecord(
          "PostgreSQL", fault: "'\(schema)' is no name for a schema (1 to 50 small letters, digits and underscores)")
      }
      self.schema = schema
      writing = PostgresPool(size: 1) {
        let opened = try PostgresConnection(connection, schema: schema)
        try Self.prepare(opened, schema: schema)
        try Self.makeDurable(opened)
        return opened
      }
      reading = PostgresPool(size: Self.readers) {
        let opened = try PostgresConnection(connection, schema: schema)
        try Self.prepare(opened, schema: schema)
        return opened
      }
      if try !reading.transaction(Self.snapshot, { try PostgresSchema(name: schema, on: $0).isPresent() }) {
        try writing.transaction("BEGIN") { connection in
          try Self.takeTurn(on: connection, schema: schema)
          try PostgresSchema(name: schema, on: connection).migrate()
          try connection.commit()
        }
      }
      // A record that exists already must also be one whose commits are durable.
      try writing.transaction("BEGIN") { try $0.commit() }
    }

    /// Runs `body` when it is this writer's turn among all programs that share the record.
    ///
    /// - Throws: what `body` throws, or ``StorageError``; ``StorageError/unsure(_:)`` when the connection was lost before
    ///   the commit was answered.
    public func write<R>(_ body: (any RecordTransaction) throws -> R) throws -> R {
      try writing.transaction("BEGIN") { connection in
        // The lock comes first: every later statement then sees what the writer before left.
        try Self.takeTurn(on: connection, schema: schema)
        let result = try body(PostgresTransaction(connection: connection))
        try connection.commit()
        return result
      }
    }

    /// Runs `body` on the record as one transaction left it; waits while all connections for readers are lent.
    ///
    /// - Throws: what `body` throws, or ``StorageError``.
    public func read<R>(_ body: (any RecordSnapshot) throws -> R) throws -> R {
      try reading.transaction(Self.snapshot) { connection in
        let result = try body(PostgresTransaction(connection: connection))
        connection.rollback()
        return result
      }
    }

    /// Ends the connections; a record that is closed answers nothing more.
    public func close() {
      writing.close()
      reading.close()
    }

    private static let snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

    private static func takeTurn(on connection: PostgresConnection, schema: String) throws {
      _ = try connection.run(
        "SELECT 1::bigint FROM pg_advisory_xact_lock(\(PostgresSchema.mark), hashtext($1))", .text(schema))
    }

    /// What every connection needs.
    private static func prepare(_ connection: PostgresConnection, schema: String) throws {
      guard connection.serverVersion >= 130_000 else {
        throw StorageError.failed(
          connection.place,
          fault: "the server is PostgreSQL \(connection.serverVersion / 10_000), at least 13 is needed")
      }
      // Plans are kept for the life of a connection, from when the tables were small: every query of a record has an
      // index to go by, and is to use it from the beginning.
      try connection.execute(
        """
        SET search_path = "\(schema)", pg_temp; SET client_min_messages = error; SET lock_timeout = '\(patienceSeconds)s';
        SET statement_timeout = 0; SET enable_seqscan = off; SET jit = off
        """)
      let encoding = try connection.run("SELECT current_setting('server_encoding')").text(0, 0)
      guard encoding == "UTF8" else {
        throw StorageError.failed(connection.place, fault: "the database is encoded in \(encoding), UTF8 is needed")
      }
    }

    /// Commits wait for the disk, whatever the database or the user was set to, or the record is not opened.
    private static func makeDurable(_ connection: PostgresConnection) throws {
      // A standby may be waited for beyond that. A writer that hangs within a transaction frees the others in the end.
      try connection.execute("SET idle_in_transaction_session_timeout = '5min'")
      if try connection.run("SELECT current_setting('synchronous_commit')").text(0, 0) != "remote_apply" {
        try connection.execute("SET synchronous_commit = on")
      }
      let found = try connection.run("SELECT current_setting('synchronous_commit'), current_setting('fsync')")
      guard ["on", "remote_apply"].contains(found.text(0, 0)), found.text(0, 1) == "on" else {
        throw StorageError.failed(
          connection.place,
          fault:
            "commits would not wait for the disk (synchronous_commit is \(found.text(0, 0)), fsync is \(found.text(0, 1)))"
        )
      }
    }
  }
#endif
