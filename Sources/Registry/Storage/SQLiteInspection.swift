import GRDB

/// What SQLite finds wrong with the file of a record: all that its integrity check finds, in parts that several
/// connections can look for at the same time.
///
/// The integrity check alone takes longer than everything else that a verification does: on one core, it looks up every
/// event in each of its indices, and the keys of commands are in no order. Here SQLite looks at every page, every cell
/// and every type, and at the indices of all other tables; that the indices of the events have one entry for each event
/// and no other is told by reading both from end to end.
struct SQLiteInspection {
  let database: Database
  let place: String

  /// In the order in which faults are told.
  enum Part: CaseIterable, Sendable { case pages, tables, events, schema }

  /// Everything that is found, each fault once.
  func faults() throws -> [String] { Self.joined(try Part.allCases.map { try faults(in: $0) }) }

  /// The same, each part on a connection of its own; nothing where no connections can be had.
  static func faults(ofFileAt place: String) throws -> [String]? {
    let parts = Part.allCases.map { part in WorkBeside { Result { try faults(in: part, ofFileAt: place) } } }
    let found = try parts.map { $0.wait() }.map { try $0.get() }
    return found.contains { $0 == nil } ? nil : joined(found.compactMap { $0 })
  }

  private static func faults(in part: Part, ofFileAt place: String) throws -> [String]? {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(30)
    guard let beside = try? DatabaseQueue(path: place, configuration: configuration) else { return nil }
    defer { try? beside.close() }
    return try beside.read { try SQLiteInspection(database: $0, place: place).faults(in: part) }
  }

  private static func joined(_ found: [[String]]) -> [String] {
    var told: Set<String> = []
    return found.flatMap { $0 }.filter { told.insert($0).inserted }
  }

  private func faults(in part: Part) throws -> [String] {
    switch part {
    case .pages: return try lines("PRAGMA quick_check")
    case .tables:
      let names = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'event' ORDER BY name")
      return try names.flatMap { try integrityFaults(of: $0) }
    case .events:
      do { return try eventIndices() ?? integrityFaults(of: "event") } catch {
        return ["the events cannot be read to their end: \(error)"]
      }
    case .schema: return try RecordSchema.faults(in: database)
    }
  }

  private func integrityFaults(of table: String) throws -> [String] {
    try lines("PRAGMA integrity_check(\(table.quotedDatabaseIdentifier))")
  }

  private func lines(_ sql: String) throws -> [String] {
    let lines = try String.fetchAll(database, sql: sql)
    return lines == ["ok"] ? [] : lines
  }

  // MARK: Indices of the events

  private static let indices = [
    (name: "event_of_object", entries: "object, version", condition: ""),
    (name: "event_of_key", entries: "key", condition: " WHERE key IS NOT NULL"),
  ]

  /// What is wrong with the indices of the events; nothing where SQLite would not read the indices alone.
  private func eventIndices() throws -> [String]? {
    let queries = Self.indices.map { index in
      "SELECT sequence, \(index.entries) FROM event INDEXED BY \(index.name)\(index.condition) ORDER BY \(index.entries)"
    }
    for (index, query) in zip(Self.indices, queries) where try !isReadFromIndex(query, index.name) { return nil }
    var chance = SystemRandomNumberGenerator()
    let none = IndexSum(using: &chance)
    var expected = [none, none]
    var faults: [String] = []
    var entry: [UInt8] = []
    var rows = try SQLiteQuery("SELECT sequence, object, version, key FROM event NOT INDEXED", in: database, at: place)
    while try rows.next() {
      let row = try rows.integer(0)
      rows.copy(1...2, to: &entry)
      expected[0].add(entry, row: row)
      guard !rows.isNull(3) else { continue }
      // An index could keep a number in place of its text, and SQLite would show the text, of at most 24 letters. No
      // key is made that is the text of a number.
      if try rows.textBytes(3).count <= 24, try Double(rows.text(3)) != nil {
        faults.append("the key of event \(row) is a number")
      }
      rows.copy(3...3, to: &entry)
      expected[1].add(entry, row: row)
    }
    for place in queries.indices {
      let (found, isAscending) = try sum(of: queries[place], from: none, columns: place == 0 ? 1...2 : 1...1)
      let name = Self.indices[place].name
      if !isAscending { faults.append("the entries of the index \(name) are not in order, each once") }
      if found != expected[place] { faults.append("the index \(name) does not have the entries of its rows") }
    }
    return faults
  }

  /// The sum of what an index keeps, and whether its entries ascend.
  private func sum(of query: String, from none: IndexSum, columns: ClosedRange<Int32>) throws -> (IndexSum, Bool) {
    var (sum, isAscending) = (none, true)
    var (entry, last): ([UInt8], [UInt8]) = ([], [])
    var entries = try SQLiteQuery(query, in: database, at: place)
    while try entries.next() {
      entries.copy(columns, to: &entry)
      if !last.lexicographicallyPrecedes(entry) { isAscending = false }
      sum.add(entry, row: try entries.integer(0))
      swap(&entry, &last)
    }
    return (sum, isAscending)
  }

  /// Whether the values that the query gives are those that the index keeps, as its program tells: SQLite may as well
  /// look at the rows, or compute the values anew.
  private func isReadFromIndex(_ query: String, _ index: String) throws -> Bool {
    guard
      let root = try Int.fetchOne(
        database, sql: "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND name = ?", arguments: [index])
    else { return false }
    let program = try Row.fetchAll(database, sql: "EXPLAIN \(query)").map { line in
      (name: line["opcode"] as String, first: line["p1"] as Int, second: line["p2"] as Int)
    }
    guard let cursor = program.first(where: { $0.name == "OpenRead" && $0.second == root })?.first else { return false }
    return program.allSatisfy { step in
      switch step.name {
      case "Column", "IdxRowid": step.first == cursor
      case "Rowid", "RowData", "Function", "PureFunc": false
      default: true
      }
    }
  }
}

/// Entries of an index, read from it or made from the rows, added up in any order.
///
/// Each counts as the number that a hash with a secret makes of it: other entries have the same sum by a chance of one
/// in 2⁶⁴, and nobody can look for such entries beforehand.
private struct IndexSum: Equatable {
  private let secret: UInt64
  private var count = 0
  private var sum: UInt64 = 0

  /// The sum of no entries.
  init(using chance: inout some RandomNumberGenerator) { secret = chance.next() }

  mutating func add(_ entry: [UInt8], row: Int) {
    var hasher = Hasher()
    hasher.combine(secret)
    hasher.combine(row)
    entry.withUnsafeBytes { hasher.combine(bytes: $0) }
    count += 1
    sum &+= UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
