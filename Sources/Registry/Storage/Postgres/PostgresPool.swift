#if Postgres
  import Dispatch
  import Synchronization

  /// A few connections, each lent to one thread at a time. Whoever comes when all are lent waits.
  final class PostgresPool: Sendable {
    private struct Shelf {
      var idle: [PostgresConnection] = []
      var isClosed = false
    }

    private let open: @Sendable () throws -> PostgresConnection
    private let free: DispatchSemaphore
    private let shelf = Mutex(Shelf())

    /// - Parameters:
    ///   - size: how many connections at most.
    ///   - open: makes a connection, when one is needed and none is idle.
    init(size: Int, open: @escaping @Sendable () throws -> PostgresConnection) {
      free = DispatchSemaphore(value: size)
      self.open = open
    }

    /// Begins a transaction on a connection and lends it to `body`, which must end the transaction.
    ///
    /// An idle connection that the server has dropped meanwhile is replaced: nothing was said on it yet.
    func transaction<R>(_ begin: String, _ body: (PostgresConnection) throws -> R) throws -> R {
      free.wait()
      defer { free.signal() }
      let connection = try begun(begin)
      defer { putBack(connection) }
      do {
        return try body(connection)
      } catch {
        if !connection.isIdle { connection.rollback() }
        throw error
      }
    }

    private func begun(_ begin: String) throws -> PostgresConnection {
      if let idle = try taken() {
        do {
          try idle.execute(begin)
          return idle
        } catch {
          guard idle.isLost else { throw error }
        }
      }
      let connection = try open()
      try connection.execute(begin)
      return connection
    }

    private func putBack(_ connection: PostgresConnection) {
      guard connection.isIdle else { return }
      shelf.withLock { if !$0.isClosed { $0.idle.append(connection) } }
    }

    private func taken() throws -> PostgresConnection? {
      try shelf.withLock { shelf in
        if shelf.isClosed { throw StorageError.failed("PostgreSQL", fault: "the record was closed") }
        return shelf.idle.popLast()
      }
    }

    /// Ends the idle connections now, and the others when their work is done.
    func close() {
      shelf.withLock { $0 = Shelf(idle: [], isClosed: true) }
    }
  }
#endif
