import Foundation

@testable import Registry

/// A record with everything that can be tampered with, kept in memory: docket files with confided contents, one of them
/// erased, a published log of several sizes, and a write-ahead log that nobody has brought into the main file.
struct TamperingFixture: Sendable {
  /// Paths within the folder of the record, and what the files hold.
  let files: [String: [UInt8]]
  /// The last checkpoint.
  let checkpoint: Checkpoint
  /// The same record when it was half as long, closed.
  let earlier: [String: [UInt8]]
  /// The key that signs checkpoints, which whoever only has the files above lacks.
  let secret: [UInt8]
  /// Every value that people read, before anybody tampered.
  let dump: [String]

  static let moment = Instant(milliseconds: 1_767_571_200_000)
  static let clerk = Claim(appointment: ObjectID(.appointment, 2))
  static let database = "record.sqlite"
  static let writeAhead = "record.sqlite-wal"
  static let secretKey = "keys/log.key"

  /// - Parameter objects: how many docket files; at least 8.
  init(objects: Int) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "tampered-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try RecordFolder.begin(at: url, origin: "two-counties.example/log")
    var record = try Self.open(url)
    let people = try FoundedRecord.found(record.ledger, at: Self.moment)
    // The second is long enough to need pages of its own, which are free once it is erased.
    for number in 1...objects / 2 { try Self.draft(number, length: number == 2 ? 1500 : number % 60, in: record) }
    let long = try record.ledger.read(as: people.clerk) { view in
      try view.visible(DocketFile.self, ObjectID(.docketFile, 2))!.object.description
    }
    _ = try record.ledger.submitAndWait(
      Order(
        Erasure.self,
        .erase(commit: long.commit, of: ObjectID(.docketFile, 2), ground: .courtOrder, instrument: "Judgment 3")),
      by: people.administrator, key: CommandKey())
    try record.publish()
    try record.close()
    earlier = try Self.contents(of: url)
    secret = Array(try Data(contentsOf: url.appending(path: Self.secretKey)))

    record = try Self.open(url)
    for number in (objects / 2 + 1)...(objects * 3 / 4) { try Self.draft(number, length: number % 60, in: record) }
    try record.publish()
    // Whoever opens the record brings the log into the main file; the next writer begins it anew, and what is behind
    // that stays in the file without a meaning.
    try SQLiteStore(path: url.appending(path: Self.database).path).close()
    for number in (objects * 3 / 4 + 1)...objects { try Self.draft(number, length: number % 60, in: record) }
    for number in 1...objects / 8 {
      let revise = DocketFile.Command.revise(title: "Revised \(number)", description: "Text anew \(number).")
      _ = try record.ledger.submitAndWait(
        Order(DocketFile.self, revise, on: ObjectID(.docketFile, number)), by: Self.clerk, key: CommandKey())
    }
    checkpoint = try record.publish()!
    files = try Self.contents(of: url)
    dump = try Self.dump(of: record)
    try record.close()
  }

  static func open(_ url: URL) throws -> RecordFolder { try RecordFolder(at: url, clock: { moment }) }

  @discardableResult
  static func draft(_ number: Int, length: Int, in record: RecordFolder) throws -> Receipt {
    let text = String(repeating: "text \(number) ", count: length)
    let order = Order(DocketFile.self, .draft(title: "Problem \(number)", field: "water", description: text + "."))
    return try record.ledger.submitAndWait(order, by: clerk, key: CommandKey())
  }

  /// The files that are read again, without locks, shared memory and secret keys.
  private static func contents(of url: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: url.path)
    where !path.contains("/.") && !path.hasSuffix("-shm") && !path.hasSuffix(".key") {
      if let data = FileManager.default.contents(atPath: url.appending(path: path).path) { files[path] = Array(data) }
    }
    return files
  }

  /// Every value of a record, a line each, and what its published files say.
  static func dump(of record: RecordFolder) throws -> [String] {
    var lines: [String] = []
    try record.store.read { snapshot in
      try snapshot.events(from: .min) { event in
        lines.append("\(event)")
        return true
      }
      try snapshot.everything {
        lines.append("\($0)")
      } contents: {
        lines.append("\($0)")
      }
      lines.append("\(try snapshot.head())")
      for kind in ObjectKind.allCases { lines.append("\(kind): \(try snapshot.count(of: kind))") }
    }
    let audit = LogAudit(of: record.log, under: record.policy)
    lines.append("\(String(describing: audit.checkpoint)) \(String(describing: audit.frontier)) \(audit.strangers)")
    lines.append("\(audit.unaccounted)")
    return lines
  }

  /// Writes the files into a folder.
  static func write(_ files: [String: [UInt8]], to url: URL) throws {
    for (path, bytes) in files {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}
