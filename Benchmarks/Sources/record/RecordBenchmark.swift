import Foundation
import Registry

/// Measures the record and prints Markdown: how many commands a second are on disk, beside what the disk and the
/// database themselves allow, how long a verification of many events takes, and how soon a large record is open.
///
///     record commands DIR 400        one, 32 and 128 writers, 400 commands a writer at most, beside plain syncs
///     record fill DIR 1000000        fills a record with so many events (minutes)
///     record verify DIR              verifies it from the rows that people read
///     record start DIR               opens it, reads one object, and lists files for a visitor
@main
struct RecordBenchmark {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count >= 2 else { throw Complaint("tell what to do, as in RecordBenchmark.swift") }
    let folder = URL(filePath: words[1])
    switch (words[0], words.count) {
    case ("commands", 3): try await commands(in: folder, count: number(words[2]))
    case ("fill", 3): try await fill(folder, events: number(words[2]))
    case ("verify", 2): try verify(folder)
    case ("start", 2): try start(folder)
    default: throw Complaint("unknown: \(words)")
    }
  }

  struct Complaint: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw Complaint("'\(text)' is no number above zero") }
    return number
  }

  // MARK: Commands

  /// The disk and the record take turns, so that what else the machine does troubles both alike.
  private static func commands(in folder: URL, count: Int) async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let record = try opened(folder.appending(path: "record"))
    let bare = try BareTable(at: folder.appending(path: "bare.sqlite").path)
    var rates: [String: [Double]] = [:]
    var processor: [String: [Double]] = [:]
    func measured(_ name: String, _ commands: Int, _ body: () async throws -> Double) async throws {
      let before = processorSeconds()
      rates[name, default: []].append(try await body())
      processor[name, default: []].append((processorSeconds() - before) / Double(commands) * 1e6)
    }
    let (many, more) = (max(1, count / 8), max(1, count / 16))
    for _ in 0..<rounds {
      try await measured("sync", count) { try syncs(in: folder, count: count) }
      try await measured("bare", count) { try bare.commits(count) }
      try await measured("wait", count) { try waiting(on: record.ledger, count: count) }
      try await measured("one", count) { try await submitted(to: record.ledger, writers: 1, each: count) }
      try await measured("many", 32 * many) { try await submitted(to: record.ledger, writers: 32, each: many) }
      try await measured("more", 128 * more) { try await submitted(to: record.ledger, writers: 128, each: more) }
    }
    print(
      "| what | a second, median of \(rounds) (least–most) | beside plain syncs | beside bare commits "
        + "| processor, µs each |")
    print("|---|---|---|---|---|")
    for (key, name) in [
      ("sync", "4 KiB appended and synced, nothing else"), ("bare", "one row of as many bytes committed by SQLite"),
      ("wait", "commands of one writer that waits on its thread"), ("one", "commands of one writer"),
      ("many", "commands of 32 writers"), ("more", "commands of 128 writers"),
    ] {
      let all = rates[key]!
      func beside(_ other: String) -> String { rounded(zip(all, rates[other]!).map { $0 / $1 }) }
      print(
        "| \(name) | \(Int(median(all))) (\(Int(all.min()!))–\(Int(all.max()!))) | \(beside("sync")) | "
          + "\(beside("bare")) | \(Int(median(processor[key]!))) |")
    }
    guard try record.store.read({ RecordCheck(of: $0) }).holds else { throw Complaint("the record does not hold") }
    try record.close()
  }

  private static let rounds = 5

  /// Seconds of processor time that this process has used so far, on all cores.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func rounded(_ ratios: [Double]) -> String {
    "\((median(ratios) * 100).rounded() / 100)"
  }

  /// Appends and syncs so many pages of 4 KiB; how many a second.
  private static func syncs(in folder: URL, count: Int) throws -> Double {
    let path = folder.appending(path: "plain").path
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw Complaint("\(path) cannot be written") }
    defer {
      close(file)
      unlink(path)
    }
    let page = [UInt8](repeating: 7, count: 4096)
    let clock = ContinuousClock()
    let time = try clock.measure {
      for _ in 0..<count {
        #if canImport(Glibc)
          guard write(file, page, page.count) == page.count, fdatasync(file) == 0 else { throw Complaint("no sync") }
        #else
          guard write(file, page, page.count) == page.count, fsync(file) == 0 else { throw Complaint("no sync") }
        #endif
      }
    }
    return Double(count) / seconds(time)
  }

  private static func waiting(on ledger: Ledger, count: Int) throws -> Double {
    let claim = Claim(appointment: ObjectID(.appointment, 2))
    let time = try ContinuousClock().measure {
      for number in 0..<count {
        _ = try ledger.submitAndWait(draft("Problem \(number)"), by: claim, key: CommandKey())
      }
    }
    return Double(count) / seconds(time)
  }

  private static func submitted(to ledger: Ledger, writers: Int, each count: Int) async throws -> Double {
    let clock = ContinuousClock()
    let claim = Claim(appointment: ObjectID(.appointment, 2))
    let time = try await clock.measure {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<writers {
          group.addTask {
            for number in 0..<count {
              _ = try await ledger.submit(draft("Problem \(writer)/\(number)"), by: claim, key: CommandKey())
            }
          }
        }
        try await group.waitForAll()
      }
    }
    return Double(writers * count) / seconds(time)
  }

  private static func draft(_ title: String) -> Order {
    Order(
      DocketFile.self,
      .draft(title: title, field: "water", description: "Algae at the dam since May, as in the years before."))
  }

  // MARK: Large records

  private static func fill(_ folder: URL, events: Int) async throws {
    let record = try opened(folder)
    let claim = Claim(appointment: ObjectID(.appointment, 2))
    let writers = 256
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          for number in 0..<(events / writers + 1) {
            _ = try await record.ledger.submit(draft("Problem \(writer)/\(number)"), by: claim, key: CommandKey())
          }
        }
      }
      try await group.waitForAll()
    }
    try record.publish()
    try record.close()
    let size = try FileManager.default.attributesOfItem(atPath: folder.appending(path: "record.sqlite").path)[.size]
    print("filled: \((size as? NSNumber)?.int64Value ?? 0) bytes")
  }

  private static func verify(_ folder: URL) throws {
    let record = try RecordFolder(at: folder)
    let clock = ContinuousClock()
    var lines: [String] = []
    func measured(_ name: String, _ body: () throws -> Void) throws {
      let before = processorSeconds()
      let time = try clock.measure(body)
      lines.append("| \(name) | \(rounded([seconds(time)])) | \(rounded([processorSeconds() - before])) |")
    }
    var (check, report): (RecordCheck?, RecordFolder.Report?) = (nil, nil)
    try measured("SQLite's own look at the file alone") {
      guard try record.store.read({ try $0.faults() }).isEmpty else { throw Complaint("the file is damaged") }
    }
    try measured("everything from the rows, that look included") {
      check = try record.store.read { RecordCheck(of: $0) }
    }
    try measured("the published log as well") { report = try record.verify() }
    guard let check, let report, check.holds, report.holds else {
      throw Complaint("the record does not hold: \(report?.lines.first ?? "")")
    }
    print("| \(check.events) events | seconds | processor, seconds |")
    print("|---|---|---|")
    for line in lines { print(line) }
  }

  private static func start(_ folder: URL) throws {
    var (opening, first, second): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<5 {
      var record: RecordFolder?
      try opening.append(
        taken {
          record = try RecordFolder(at: folder)
          let seen = try record?.ledger.read(as: .visitor) { try $0.visible(Region.self, ObjectID(.region, 1)) }
          guard seen != nil else { throw Complaint("the region is not there") }
        })
      // All that a visitor may see of what `fill` makes, which is hardly anything of very much.
      func list() throws {
        _ = try record?.ledger.read(as: .visitor) { try $0.visible(all: DocketFile.self, limit: 51) }
      }
      try first.append(taken(list))
      try second.append(taken(list))
      try record?.close()
    }
    for (name, times) in [
      ("open and read an object", opening), ("a visitor's first list of files", first), ("the same again", second),
    ] {
      print("\(name): \((median(times) * 100_000).rounded() / 100) ms, median of 5 (most \(times.max()! * 1000))")
    }
  }

  private static func taken(_ body: () throws -> Void) rethrows -> Double {
    seconds(try ContinuousClock().measure(body))
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// The record of the folder; a new one with an office, a county and a clerk where there is none.
  private static func opened(_ folder: URL) throws -> RecordFolder {
    if FileManager.default.fileExists(atPath: folder.appending(path: "record.sqlite").path) {
      return try RecordFolder(at: folder)
    }
    try RecordFolder.begin(at: folder, origin: "benchmark.example/log")
    let record = try RecordFolder(at: folder)
    let now = Ledger.systemClock()
    func founded<T: RecordObject>(_ type: T.Type, _ command: T.Command, by claim: Claim) throws {
      _ = try record.ledger.submitAndWait(Order(type, command), by: claim, key: CommandKey())
    }
    try founded(
      Region.self,
      .establish(
        charter: .init(
          nameEnglish: "Two Counties", nameChinese: "两县", currency: "CNY", fields: ["water"],
          calendar: WorkingCalendar(zone: "Asia/Shanghai", version: "2026-1"))), by: .founder)
    let administrator = Claim(appointment: ObjectID(.appointment, 1), secondFactor: now)
    for (name, sort, role, claim) in [
      ("Joint Office", Organisation.Sort.publicBody, Role.administrator, Claim.founder),
      ("Lower County", .government, .clerk, administrator),
    ] {
      try founded(
        Organisation.self, .register(nameEnglish: name, nameChinese: name, sort: sort, parent: nil), by: claim)
      try founded(
        Appointment.self,
        .appoint(
          person: "Somebody", organisation: ObjectID(.organisation, role == .administrator ? 1 : 2), role: role,
          from: now, until: now.later(days: 1000), instrument: "Letter"), by: claim)
    }
    return record
  }
}
