import Dispatch
import GRDB

/// The smallest store that has something to lose: entries of several parts, and their running total, in a pool.
struct NumbersSession {
  var seed: UInt64
  var steps = 40
  var synchronous = "FULL"
  /// The longest text of a part, in repetitions of a number: the size of transactions.
  var longest = 400

  /// As a session whose faults can be looked for.
  var session: CrashSession {
    CrashSession(
      run: { folder, first, acknowledge in
        var work = NumbersWork(path: folder + "/numbers.sqlite", next: first, plan: self)
        for _ in 0..<steps { work.step(acknowledge) }
        return work.next
      },
      faults: { folder, acknowledged in
        do {
          return try Self.faults(in: folder + "/numbers.sqlite", acknowledged)
        } catch {
          return ["cannot be read: \(error)"]
        }
      })
  }

  /// As a session of several writers at once, each with `steps` transactions and nothing but them.
  func session(writers: Int) -> CrashSession {
    var concurrent = session
    concurrent.run = { folder, first, acknowledge in
      let next = first + writers * steps
      guard let pool = try? Self.pool(at: folder + "/numbers.sqlite", synchronous: synchronous) else { return next }
      DispatchQueue.concurrentPerform(iterations: writers) { writer in
        for step in 0..<steps {
          let number = first + step * writers + writer
          var chance = CrashChance(seed: seed &+ UInt64(number))
          do {
            try pool.write { try Self.add(number, longest: longest, $0, using: &chance) }
            acknowledge(number)
          } catch {
            // Refused, and so not acknowledged.
          }
        }
      }
      return next
    }
    return concurrent
  }

  /// Opens a pool as it must be opened: GRDB sets `synchronous` to NORMAL after it has prepared the connection.
  ///
  /// In that state it may also have committed a transaction of its own (an empty log gets a table created and dropped).
  /// Nothing has synced it; the first sync that follows does, but if that one fails, the disk may lack the first frames
  /// of the log for good, and with them every later commit, synced or not. Hence it is `settled`: a checkpoint takes
  /// the log's content into the database before anything is acknowledged, and the next commit begins the log anew.
  static func pool(at path: String, synchronous: String = "FULL", settled: Bool = true) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.maximumReaderCount = 1
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = \(synchronous)")
      if settled { _ = try database.checkpoint(.restart) }
      // Little memory and a short log: transactions spill into the log before they commit, and checkpoints are frequent.
      try database.execute(sql: "PRAGMA cache_size = 8; PRAGMA wal_autocheckpoint = 30")
    }
    return pool
  }

  /// Adds entry `number` in several parts and counts it in the total, all in the transaction of `database`.
  static func add(
    _ number: Int, longest: Int = 400, _ database: Database, using chance: inout some RandomNumberGenerator
  ) throws {
    try database.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS part (
          entry INTEGER, number INTEGER, parts INTEGER, version INTEGER, value INTEGER, padding BLOB,
          PRIMARY KEY (entry, number));
        CREATE INDEX IF NOT EXISTS byValue ON part (value);
        CREATE TABLE IF NOT EXISTS total (id INTEGER PRIMARY KEY CHECK (id = 1), parts INTEGER, value INTEGER);
        INSERT OR IGNORE INTO total VALUES (1, 0, 0);
        """)
    let parts = Int.random(in: 1...5, using: &chance)
    for part in 1...parts {
      let value = Int.random(in: 0..<1_000_000, using: &chance)
      let padding = String(repeating: "\(value) ", count: Int.random(in: 0..<longest, using: &chance))
      try database.execute(
        sql: "INSERT INTO part VALUES (?, ?, ?, 1, ?, ?)", arguments: [number, part, parts, value, padding])
      try database.execute(sql: "UPDATE total SET parts = parts + 1, value = value + ?", arguments: [value])
    }
    // An older entry gets a new version in all its parts, so that pages all over the file change together.
    let older = Int.random(in: 1...number, using: &chance)
    try database.execute(sql: "UPDATE part SET version = version + 1 WHERE entry = ?", arguments: [older])
  }

  private static func faults(in path: String, _ acknowledged: [Int]) throws -> [String] {
    let pool = try pool(at: path)
    return try pool.writeWithoutTransaction { database in
      var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      guard try database.tableExists("part") else {
        return acknowledged.isEmpty ? faults : faults + ["all \(acknowledged.count) acknowledged entries are lost"]
      }
      let half = try Int.fetchAll(
        database,
        sql: """
          SELECT entry FROM part GROUP BY entry
          HAVING count(*) <> max(parts) OR min(parts) <> max(parts) OR min(version) <> max(version) ORDER BY entry
          """)
      if !half.isEmpty { faults.append("half present: \(half)") }
      let sums = try Row.fetchOne(
        database,
        sql: """
          SELECT total.parts, total.value, (SELECT count(*) FROM part), (SELECT coalesce(sum(value), 0) FROM part)
          FROM total
          """)
      if let sums, sums[0] as Int != sums[2] || sums[1] as Int != sums[3] {
        faults.append("the total is not that of the parts")
      }
      let present = Set(try Int.fetchAll(database, sql: "SELECT DISTINCT entry FROM part"))
      let lost = acknowledged.filter { !present.contains($0) }
      if !lost.isEmpty { faults.append("acknowledged but lost: \(lost)") }
      return faults
    }
  }
}

/// A run of a numbers session: transactions, checkpoints of every kind, a reader that stays, closing and opening again.
private struct NumbersWork {
  let path: String
  let plan: NumbersSession
  var next: Int
  private var chance: CrashChance
  private var pool: DatabasePool?
  private var reader: DatabaseSnapshot?

  init(path: String, next: Int, plan: NumbersSession) {
    self.path = path
    self.next = next
    self.plan = plan
    chance = CrashChance(seed: plan.seed &+ UInt64(next))
  }

  /// One step. What the store refuses is not acknowledged and not tried again.
  mutating func step(_ acknowledge: (Int) -> Void) {
    let action = Int.random(in: 0..<20, using: &chance)
    do {
      let pool = try open()
      switch action {
      case 0:
        let mode: Database.CheckpointMode = [.passive, .full, .restart, .truncate].randomElement(using: &chance)!
        _ = try pool.writeWithoutTransaction { try $0.checkpoint(mode) }
      case 1: reader = try pool.makeSnapshot()
      case 2: reader = nil
      case 3:
        reader = nil
        self.pool = nil
        try pool.close()
      default:
        let number = next
        next += 1
        try pool.write { try NumbersSession.add(number, longest: plan.longest, $0, using: &chance) }
        acknowledge(number)
      }
    } catch {
      // Refused: by a disk that fails or a reader in the way of a checkpoint.
    }
  }

  private mutating func open() throws -> DatabasePool {
    if let pool { return pool }
    let opened = try NumbersSession.pool(at: path, synchronous: plan.synchronous)
    pool = opened
    return opened
  }
}
