#if Postgres
  /// What the server itself can find wrong with the tables of a record.
  struct PostgresInspection {
    let connection: PostgresConnection

    /// One line for each fault.
    ///
    /// Where the extension amcheck is there and may be used, it checks every index against its table; otherwise the rows
    /// are counted both by each index and without it.
    func faults() throws(StorageError) -> [String] {
      try isCheckable() ? indexFaults() : countFaults()
    }

    // Between them, neither settings nor a failure outlast what is tried.
    private static let start = "SAVEPOINT inspection"
    private static let finish = "ROLLBACK TO SAVEPOINT inspection; RELEASE SAVEPOINT inspection"

    private func isCheckable() throws(StorageError) -> Bool {
      try connection.run(
        """
        SELECT count(*) FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
        WHERE proname = 'bt_index_check' AND pronargs = 2 AND has_function_privilege(pg_proc.oid, 'EXECUTE')
          AND has_schema_privilege(pg_namespace.oid, 'USAGE')
        """
      ).integer(0, 0) > 0
    }

    private func indexFaults() throws(StorageError) -> [String] {
      let home = try connection.run(
        """
        SELECT quote_ident(nspname) FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
        WHERE proname = 'bt_index_check' AND pronargs = 2
        """
      ).text(0, 0)
      let indexes = try connection.run(
        """
        SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
        JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = current_schema() ORDER BY 1
        """)
      var faults: [String] = []
      for index in 0..<indexes.count {
        try connection.execute(Self.start)
        do throws(StorageError) {
          _ = try connection.run(
            "SELECT 1::bigint FROM \(home).bt_index_check($1::text::regclass, true)", .text(indexes.text(index, 0)))
        } catch {
          if connection.isLost { throw error }
          faults.append(error.fault)
        }
        try connection.execute(Self.finish)
      }
      return faults
    }

    /// Each index with the table, the condition that goes by it, and what of a row it holds.
    private static let ways = [
      ("event", "sequence", "sequence >= \(Int64.min)"), ("event", "object", "object >= ''"),
      ("event", "key", "key >= ''"), ("object", "number", "kind >= ''"), ("object", "wakes", "wakes >= \(Int64.min)"),
      ("content", #""commit""#, #""commit" >= ''"#), ("cursor", "subscriber", "subscriber >= ''"),
    ]

    private func countFaults() throws(StorageError) -> [String] {
      var faults: [String] = []
      for (table, column, condition) in Self.ways {
        var counts: [Int] = []
        for settings in [
          "SET LOCAL enable_seqscan = off",
          "SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; "
            + "SET LOCAL enable_bitmapscan = off",
        ] {
          try connection.execute("\(Self.start); \(settings)")
          // A number in the text makes it a statement of its own, which the server plans under these settings.
          counts.append(
            try connection.run("SELECT count(\(column)) FROM \(table) WHERE \(condition) -- \(counts.count)")
              .integer(0, 0))
          try connection.execute(Self.finish)
        }
        if counts[0] != counts[1] {
          faults.append("the index of \(table) by \(column) finds \(counts[0]) rows, the table holds \(counts[1])")
        }
      }
      return faults
    }
  }

  extension StorageError {
    /// What went wrong, without where and what to do.
    fileprivate var fault: String {
      switch self {
      case .notARecord(_, let fault), .failed(_, let fault), .damaged(_, let fault): fault
      case .full, .unsure: description
      }
    }
  }
#endif
