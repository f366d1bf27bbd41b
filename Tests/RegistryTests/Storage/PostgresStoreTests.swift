#if Postgres
  import Foundation
  import Synchronization
  import Testing

  @testable import Registry

  /// What can happen between a record and its server.
  @Suite(.enabled(if: StoreSort.hasServer, "INTERLOCAL_POSTGRES names no server"))
  struct PostgresStoreTests {
    @Test("keeps nothing after a statement failed, even when the failure is passed over")
    func refusesHalves() throws {
      let store = try StorePlace(.postgres).open()
      try store.write { try fill($0, to: 3) }
      #expect {
        try store.write { transaction in
          try add(4, to: transaction)
          try? transaction.append(event(2))
        }
      } throws: { error in
        guard case StorageError.failed(_, "a statement of the transaction had failed") = error else { return false }
        return true
      }
      #expect(try store.read(collected).events.count == 3)
    }

    @Test("is begun once when several begin it at the same time")
    func beginsOnce() throws {
      let place = try StorePlace(.postgres)
      try inThreads(4) { _ in _ = try place.open() }
      #expect(try place.open().read { try $0.head() } == LogHead())
    }

    @Test("lets writers of all stores take turns, though each reads before it writes")
    func takesTurns() throws {
      let place = try StorePlace(.postgres)
      let stores = try (0..<3).map { _ in try place.open() }
      try inThreads(6) { thread in
        for _ in 0..<10 {
          try stores[thread % 3].write { transaction in
            let last = try transaction.cursor(of: "mail")
            try transaction.setCursor(of: "mail", to: last + 1)
          }
        }
      }
      #expect(try stores[0].read { try $0.cursor(of: "mail") } == 60)
    }

    @Test("records nothing when the connection is lost within a transaction, and goes on with the next")
    func losesConnection() throws {
      let store = try StorePlace(.postgres).open()
      try store.write { try fill($0, to: 2) }
      #expect {
        try store.write { transaction in
          try add(3, to: transaction)
          try terminateOthers(of: store.place)
          try add(4, to: transaction)
        }
      } throws: { error in
        guard case StorageError.failed(_, "the connection to the server was lost") = error else { return false }
        return true
      }
      #expect(try store.read(collected).events.count == 2)
      try store.write { try add(3, to: $0) }
      #expect(try store.read(collected).events.count == 3)
    }

    @Test("replaces connections that the server ended while they were idle")
    func reconnects() throws {
      let store = try StorePlace(.postgres).open()
      try store.write { try fill($0, to: 2) }
      _ = try store.read(collected)
      try terminateOthers(of: store.place)
      #expect(try store.read(collected).events.count == 2)
      try store.write { try add(3, to: $0) }
      #expect(try store.read(collected).events.count == 3)
    }

    @Test("says that it is unsure when the answer to a commit is lost, whether or not there was a commit")
    func isUnsure() throws {
      for passesOn in [false, true] {
        let place = try StorePlace(.postgres)
        try place.open().write { try fill($0, to: 2) }
        let gate = try CommitGate(to: try #require(StoreSort.server), passesOn: passesOn)
        let store = try PostgresStore(connection: gate.connection, schema: place.schema)
        try store.write { try add(3, to: $0) }
        gate.close()
        #expect {
          try store.write { try add(4, to: $0) }
        } throws: { error in
          guard case StorageError.unsure = error else { return false }
          return true
        }
        // The record itself tells, once the server has ended the session it lost.
        let other = try place.open()
        try other.write { _ in }
        #expect(try other.read(collected).events.count == (passesOn ? 4 : 3))
      }
    }

    @Test("lets a ledger stop after a commit of unknown end, and answers the repeated order once")
    func stopsWhenUnsure() throws {
      let record = try FoundedRecord(in: .postgres)
      let before = try record.check().events
      let gate = try CommitGate(to: try #require(StoreSort.server), passesOn: true)
      let ledger = Ledger(store: try PostgresStore(connection: gate.connection, schema: record.place.schema))
      let order = Order(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."))
      let key = CommandKey()
      gate.close()
      var faults: [String] = []
      for _ in 0..<2 {
        do throws(Refusal) { _ = try ledger.submitAndWait(order, by: record.clerk, key: key) } catch {
          if case .unconfirmed(let fault) = error { faults.append(fault) }
        }
      }
      #expect(faults.count == 2 && faults[0].hasSuffix("restart, then repeat with the same key"))
      #expect(faults.last == "the disk did not confirm an earlier commit; restart, then repeat with the same key")
      let receipt = try record.ledger.submitAndWait(order, by: record.clerk, key: key)
      #expect(receipt.isRepeated && receipt.events == (before + 1)...(before + 1))
      #expect(try record.check().holds)
    }

    @Test("says that the disk is full")
    func isFull() throws {
      let store = try StorePlace(.postgres).open()
      try store.write { try fill($0, to: 1) }
      try store.place.run(
        """
        CREATE FUNCTION \(store.place.schema).fill() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''no space left'' USING ERRCODE = ''disk_full''; END';
        CREATE TRIGGER fill BEFORE INSERT ON event EXECUTE FUNCTION fill()
        """)
      #expect {
        try store.write { try add(2, to: $0) }
      } throws: { error in
        guard case StorageError.full = error else { return false }
        return true
      }
      #expect(try store.read(collected).events.count == 1)
    }

    @Test("waits for the disk though the database is set not to")
    func waitsForDisk() throws {
      let place = try StorePlace(.postgres)
      let role = "weak_\(place.schema)"
      try place.run(
        "CREATE ROLE \(role) LOGIN SUPERUSER PASSWORD 'weak'; ALTER ROLE \(role) SET synchronous_commit = off")
      defer { try? place.run("DROP OWNED BY \(role) CASCADE; DROP ROLE \(role)") }
      let address = StoreSort.address(try #require(StoreSort.server), with: [("user", role), ("password", "weak")])
      let plain = try PostgresConnection(address, schema: place.schema)
      #expect(try plain.run("SELECT current_setting('synchronous_commit')").text(0, 0) == "off")
      let store = try PostgresStore(connection: address, schema: place.schema)
      try store.write { transaction in
        let connection = try #require(transaction as? PostgresTransaction).connection
        #expect(try connection.run("SELECT current_setting('synchronous_commit')").text(0, 0) == "on")
      }
      store.close()
    }

    @Test("finds an index that lacks a row, with the server's own check and without it", arguments: [false, true])
    func findsDamage(withCheck: Bool) throws {
      // In a database of its own: an extension is there for all that a database holds.
      let place = try StorePlace(.postgres)
      let database = "check_\(place.schema)"
      try place.run("CREATE DATABASE \(database)")
      defer { try? place.run("DROP DATABASE \(database) WITH (FORCE)") }
      let address = StoreSort.address(try #require(StoreSort.server), with: [("dbname", database)])
      let store = try PostgresStore(connection: address, schema: place.schema)
      let beside = try PostgresConnection(address, schema: place.schema)
      try beside.execute("SET search_path = \(place.schema)")
      if withCheck { try beside.execute("CREATE EXTENSION amcheck") }
      try store.write { try fill($0, to: 20) }
      #expect(try store.read { try $0.faults() } == [])
      // An index that is not ready is not kept up to date.
      func setReady(_ isReady: Bool) throws {
        try beside.execute(
          "UPDATE pg_index SET indisready = \(isReady) WHERE indexrelid = 'event_of_object'::regclass")
      }
      try setReady(false)
      try store.write { try add(21, to: $0) }
      try setReady(true)
      let faults = try store.read { snapshot throws in
        let faults = try snapshot.faults()
        // The snapshot goes on after what was found.
        #expect(try collected(snapshot).events.count == 21)
        return faults
      }
      if withCheck {
        #expect(faults.count == 1 && faults[0].hasSuffix(#"lacks matching index tuple within index "event_of_object""#))
      } else {
        #expect(faults == ["the index of event by object finds 20 rows, the table holds 21"])
      }
      #expect(try !store.read { RecordCheck(of: $0) }.holds)
      store.close()
    }

    @Test("refuses a connection string or a schema that it cannot use, and tells no password")
    func refusesPlaces() throws {
      #expect(throws: StorageError.failed("PostgreSQL", fault: "the connection string cannot be read")) {
        _ = try PostgresStore(connection: "host=localhost secret")
      }
      for name in ["", "Records", "a b", "a\"b", "1a", "pg_records", String(repeating: "a", count: 51), "región"] {
        #expect(throws: StorageError.self, "\(name)") { _ = try PostgresStore(connection: "", schema: name) }
      }
      #expect {
        _ = try PostgresStore(connection: "host=127.0.0.1 port=1 dbname=region user=clerk password=secret")
      } throws: { error in
        guard case StorageError.failed(let place, _) = error else { return false }
        return place == "postgresql://127.0.0.1:1/region#interlocal" && !"\(error)".contains("secret")
      }
    }

    @Test("answers nothing more once it is closed")
    func closes() throws {
      let place = try StorePlace(.postgres)
      let store = try PostgresStore(connection: try #require(StoreSort.server), schema: place.schema)
      try store.write { try fill($0, to: 1) }
      store.close()
      #expect(throws: StorageError.failed("PostgreSQL", fault: "the record was closed")) { try store.read { _ in } }
      #expect(throws: StorageError.failed("PostgreSQL", fault: "the record was closed")) { try store.write { _ in } }
    }

    /// Ends every session that uses the record.
    private func terminateOthers(of place: StorePlace) throws {
      try place.run(
        """
        SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE application_name = 'interlocal/\(place.schema)' AND pid <> pg_backend_pid()
        """)
    }
  }
#endif
