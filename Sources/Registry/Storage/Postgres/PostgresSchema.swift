#if Postgres
  /// The tables of a record in a schema, and how one version of them becomes the next.
  struct PostgresSchema {
    let name: String
    let connection: PostgresConnection

    /// Marks a schema as a record of ours, and the lock of its writers; the same number as in files.
    static let mark = RecordSchema.applicationID
    static let version = 2

    init(name: String, on connection: PostgresConnection) { (self.name, self.connection) = (name, connection) }

    /// Whether a name needs no quotation and fits, also into the name under which the server lists our sessions.
    static func isName(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      // PostgreSQL keeps names that begin with pg_ to itself.
      return (1...50).contains(bytes.count) && !digits.contains(bytes[0]) && !text.hasPrefix("pg_")
        && bytes.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") }
    }

    /// Whether the schema holds a record of the present version.
    ///
    /// - Throws: ``StorageError`` when it holds something else, or a record of a later version.
    func isPresent() throws -> Bool { try found() == Self.version }

    /// Brings the schema to the present version, within a transaction and while no other writer is at work.
    func migrate() throws {
      guard let found = try found() else { return try begin() }
      for step in found..<Self.version { try connection.execute(Self.steps[step]) }
      _ = try connection.run("UPDATE record SET version = $1", .integer(Self.version))
    }

    private func begin() throws {
      if try connection.run("SELECT count(*) FROM pg_namespace WHERE nspname = $1", .text(name)).integer(0, 0) == 0 {
        try connection.execute("CREATE SCHEMA \"\(name)\"")
      }
      for step in Self.steps { try connection.execute(step) }
      _ = try connection.run(
        "INSERT INTO record (one, mark, version) VALUES (1, $1, $2)", .integer(Self.mark), .integer(Self.version))
    }

    /// The version of the record in the schema; nothing when the schema is missing or empty.
    private func found() throws -> Int? {
      let tables = try connection.run(
        """
        SELECT relname::text FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname = $1 AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') ORDER BY relname = 'record' DESC LIMIT 1
        """, .text(name))
      if tables.count == 0 { return nil }
      guard tables.text(0, 0) == "record", let row = try? connection.run("SELECT mark, version FROM record"),
        row.count == 1, row.integer(0, 0) == Self.mark
      else { throw StorageError.notARecord(connection.place, fault: "it is a schema of something else") }
      let found = row.integer(0, 1)
      guard found <= Self.version else {
        throw StorageError.notARecord(
          connection.place, fault: "it was written by a later program (version \(found))")
      }
      return found
    }

    /// Step `n` leads from version `n` to the next.
    ///
    /// What a row is searched by is generated from its text, so that no column can say anything else than what people
    /// read. PostgreSQL reads no JSON with the character U+0000, which therefore stands for another in what is
    /// generated. Orders are those of the bytes, as in files.
    static let steps = [
      #"""
      CREATE TABLE record (
        one BIGINT PRIMARY KEY CHECK (one = 1),
        mark BIGINT NOT NULL,
        version BIGINT NOT NULL
      );

      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''%'', TG_ARGV[0]; END';

      CREATE TABLE event (
        sequence BIGINT PRIMARY KEY,
        at BIGINT NOT NULL,
        object TEXT COLLATE "C" NOT NULL,
        version BIGINT NOT NULL,
        salt BYTEA NOT NULL,
        body TEXT NOT NULL,
        key TEXT COLLATE "C" GENERATED ALWAYS AS
          (replace(body, '\u0000', '\ufffd')::jsonb -> 'command' ->> 'key') STORED
      );
      CREATE UNIQUE INDEX event_of_object ON event (object, version);
      CREATE UNIQUE INDEX event_of_key ON event (key) WHERE key IS NOT NULL;
      CREATE TRIGGER event_stays BEFORE UPDATE ON event
        FOR EACH ROW EXECUTE FUNCTION refuse('an event never changes');
      CREATE TRIGGER event_remains BEFORE DELETE ON event
        FOR EACH ROW EXECUTE FUNCTION refuse('an event is never removed');
      CREATE TRIGGER events_remain BEFORE TRUNCATE ON event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse('an event is never removed');

      CREATE TABLE object (
        kind TEXT COLLATE "C" NOT NULL,
        number BIGINT NOT NULL,
        version BIGINT NOT NULL,
        text TEXT NOT NULL,
        level BIGINT GENERATED ALWAYS AS
          ((replace(text, '\u0000', '\ufffd')::jsonb -> 'audience' ->> 'level')::bigint) STORED,
        field TEXT COLLATE "C" GENERATED ALWAYS AS
          (replace(text, '\u0000', '\ufffd')::jsonb ->> 'field') STORED,
        stage TEXT COLLATE "C" GENERATED ALWAYS AS
          (replace(text, '\u0000', '\ufffd')::jsonb -> 'object' ->> 'stage') STORED,
        wakes BIGINT GENERATED ALWAYS AS
          ((replace(text, '\u0000', '\ufffd')::jsonb ->> 'wakes')::bigint) STORED,
        PRIMARY KEY (kind, number)
      );
      CREATE INDEX object_wakes ON object (wakes) WHERE wakes IS NOT NULL;
      CREATE INDEX object_stage ON object (kind, stage);

      CREATE TABLE content (
        "commit" TEXT COLLATE "C" PRIMARY KEY,
        salt BYTEA,
        text TEXT
      );
      CREATE TRIGGER content_stays BEFORE UPDATE ON content FOR EACH ROW
        WHEN (NEW.text IS NOT NULL OR NEW."commit" <> OLD."commit")
        EXECUTE FUNCTION refuse('a content can only be erased');
      CREATE TRIGGER content_remains BEFORE DELETE ON content
        FOR EACH ROW EXECUTE FUNCTION refuse('the place of a content is never removed');
      CREATE TRIGGER contents_remain BEFORE TRUNCATE ON content
        FOR EACH STATEMENT EXECUTE FUNCTION refuse('the place of a content is never removed');

      CREATE TABLE head (
        one BIGINT PRIMARY KEY CHECK (one = 1),
        frontier BYTEA NOT NULL,
        last BIGINT NOT NULL
      );
      CREATE TABLE cursor (
        subscriber TEXT COLLATE "C" PRIMARY KEY,
        sequence BIGINT NOT NULL
      );
      """#,
      // As in files.
      """
      DROP INDEX object_stage;
      ALTER TABLE object DROP COLUMN level, DROP COLUMN field, DROP COLUMN stage;
      """,
    ]
  }
#endif
