#if Postgres
  import CPostgres

  /// A value as it goes to the server, in the server's own binary format.
  enum PostgresValue {
    case integer(Int)
    case text(String)
    case bytes([UInt8])
    case nothing

    init(_ text: String?) { self = text.map { .text($0) } ?? .nothing }
    init(_ bytes: [UInt8]?) { self = bytes.map { .bytes($0) } ?? .nothing }
  }

  /// One connection to a server.
  ///
  /// Unchecked: libpq lets a connection be used by one thread at a time, on any thread; ``PostgresPool`` hands it to
  /// one at a time.
  final class PostgresConnection: @unchecked Sendable {
    /// Where the record is, without anything secret, for errors.
    let place: String
    private let link: OpaquePointer
    /// The statements that the server has prepared for this connection, with their names there.
    private var prepared: [String: String] = [:]

    /// - Parameter text: a connection string, as libpq reads it.
    init(_ text: String, schema: String) throws(StorageError) {
      // What comes before dbname holds only where the connection string says nothing else. A server that is gone
      // without a word is given up after a minute.
      let settings = [
        ("connect_timeout", "10"), ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "60000"), ("fallback_application_name", "interlocal/\(schema)"), ("dbname", text),
        ("client_encoding", "UTF8"),
      ]
      // The connection string may hold a password, so that it never appears in an error.
      guard let parts = PQconninfoParse(text, nil) else {
        throw .failed("PostgreSQL", fault: "the connection string cannot be read")
      }
      PQconninfoFree(parts)
      let opened = withTexts(settings.map(\.0)) { names in
        withTexts(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
      }
      guard let opened else { throw .failed("PostgreSQL", fault: "there is no memory for a connection") }
      link = opened
      let (host, port, database) = (PQhost(opened), PQport(opened), PQdb(opened))
      place =
        "postgresql://\(Self.text(host) ?? "")\(Self.text(port).map { ":\($0)" } ?? "")/\(Self.text(database) ?? "")"
        + "#\(schema)"
      guard PQstatus(link) == CONNECTION_OK else {
        throw .failed(place, fault: Self.firstLine(Self.text(PQerrorMessage(link)) ?? "the server does not answer"))
      }
      // Notices would go to the terminal of whoever runs the program.
      PQsetNoticeProcessor(link, { _, _ in }, nil)
    }

    deinit { PQfinish(link) }

    /// Whether nothing more can be said to the server.
    var isLost: Bool { PQstatus(link) != CONNECTION_OK }
    /// Whether another transaction may begin.
    var isIdle: Bool { !isLost && PQtransactionStatus(link) == PQTRANS_IDLE }
    /// Such as 150018 for 15.18.
    var serverVersion: Int { Int(PQserverVersion(link)) }

    /// Runs one statement, prepared the first time.
    func run(_ sql: String, _ values: PostgresValue...) throws(StorageError) -> PostgresRows {
      let name = try prepare(sql)
      var bytes: [UInt8] = []
      let spans = values.map { value -> Range<Int>? in
        let start = bytes.count
        switch value {
        case .integer(let number): withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .bytes(let content): bytes.append(contentsOf: content)
        case .nothing: return nil
        }
        return start..<bytes.count
      }
      // An empty value needs an address too.
      bytes.append(0)
      let lengths = spans.map { Int32($0?.count ?? 0) }
      let formats = [Int32](repeating: 1, count: values.count)
      let result = bytes.withUnsafeBytes { buffer in
        let places = spans.map { span in
          span.map { buffer.baseAddress!.advanced(by: $0.lowerBound).assumingMemoryBound(to: CChar.self) }
        }
        return PQexecPrepared(link, name, Int32(values.count), places, lengths, formats, 1)
      }
      return try rows(result)
    }

    /// Runs statements without values, one after another until one fails.
    func execute(_ script: String) throws(StorageError) { _ = try rows(PQexec(link, script)) }

    /// Makes durable what the transaction wrote.
    ///
    /// - Throws: ``StorageError/unsure(_:)`` when the answer was lost: the server may have committed or not, and only
    ///   the record itself can tell, once it can be reached again.
    func commit() throws(StorageError) {
      let result = PQexec(link, "COMMIT")
      defer { PQclear(result) }
      guard PQresultStatus(result) == PGRES_COMMAND_OK else {
        throw isLost ? .unsure(place) : failure(result)
      }
      // A transaction in which a statement failed answers a commit by rolling back, and calls that a success.
      guard Self.text(PQcmdStatus(result)) == "COMMIT" else {
        throw .failed(place, fault: "a statement of the transaction had failed")
      }
    }

    /// Ends the transaction with nothing changed; a connection on which even this fails is not used again.
    func rollback() { PQclear(PQexec(link, "ROLLBACK")) }

    private func prepare(_ sql: String) throws(StorageError) -> String {
      if let name = prepared[sql] { return name }
      let name = "s\(prepared.count)"
      _ = try rows(PQprepare(link, name, sql, 0, nil))
      prepared[sql] = name
      return name
    }

    private func rows(_ result: OpaquePointer?) throws(StorageError) -> PostgresRows {
      let status = PQresultStatus(result)
      guard let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
        defer { PQclear(result) }
        throw failure(result)
      }
      return PostgresRows(result)
    }

    private func failure(_ result: OpaquePointer?) -> StorageError {
      if isLost { return .failed(place, fault: "the connection to the server was lost") }
      let fault = result.flatMap { Self.text(PQresultErrorField($0, Int32(UInt8(ascii: "M")))) }
      let message = fault ?? Self.firstLine(Self.text(PQerrorMessage(link)) ?? "the statement failed")
      // Five characters of the SQL standard and of PostgreSQL's appendix A say what kind of failure it is.
      return switch result.flatMap({ Self.text(PQresultErrorField($0, Int32(UInt8(ascii: "C")))) }) {
      case "53100": .full(place)
      case "55P03": .failed(place, fault: "others have been writing for \(PostgresStore.patienceSeconds) seconds")
      case "XX001", "XX002": .damaged(place, fault: message)
      default: .failed(place, fault: message)
      }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
      guard let pointer, pointer.pointee != 0 else { return nil }
      return String(cString: pointer)
    }

    private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
      text(UnsafePointer(pointer))
    }

    private static func firstLine(_ text: String) -> String {
      text.split(separator: "\n").first.map(String.init) ?? text
    }
  }

  /// The rows that a statement answered with.
  final class PostgresRows {
    private let result: OpaquePointer
    let count: Int

    init(_ result: OpaquePointer) {
      self.result = result
      count = Int(PQntuples(result))
    }

    deinit { PQclear(result) }

    func isNothing(_ row: Int, _ column: Int) -> Bool { PQgetisnull(result, Int32(row), Int32(column)) == 1 }

    func integer(_ row: Int, _ column: Int) -> Int {
      let value = raw(row, column)
      precondition(value.count == 8, "column \(column) is no bigint")
      return Int(Int64(bigEndian: value.loadUnaligned(as: Int64.self)))
    }

    func text(_ row: Int, _ column: Int) -> String { String(decoding: raw(row, column), as: UTF8.self) }

    func bytes(_ row: Int, _ column: Int) -> [UInt8] { [UInt8](raw(row, column)) }

    private func raw(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(
        start: PQgetvalue(result, Int32(row), Int32(column)),
        count: Int(PQgetlength(result, Int32(row), Int32(column))))
    }
  }

  /// The texts as C reads a list of them: each ended by a zero, the list by nothing.
  private func withTexts<R>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R) -> R {
    let bytes = texts.map { Array($0.utf8) + [0] }
    let all = Array(bytes.joined())
    return all.withUnsafeBytes { buffer in
      var start = 0
      var places: [UnsafePointer<CChar>?] = []
      for text in bytes {
        places.append(buffer.baseAddress!.advanced(by: start).assumingMemoryBound(to: CChar.self))
        start += text.count
      }
      places.append(nil)
      return body(places)
    }
  }
#endif
