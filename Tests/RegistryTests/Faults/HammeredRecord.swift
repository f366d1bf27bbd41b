import Foundation
import Testing

@testable import Registry

/// A record in a folder, written by a process of its own with 32 writers that is killed in the midst of it.
struct HammeredRecord {
  let url: URL
  private var next = 1
  /// Every number that the killed processes promised.
  private(set) var promised: [Int] = []
  /// What went wrong, in words.
  private(set) var faults: [String] = []
  /// The longest time that opening took after a kill.
  private(set) var slowestOpening = Duration.zero

  static let moment = Instant(milliseconds: 1_767_571_200_000)

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "hammered-\(UUID().uuidString)")
    try RecordFolder.begin(at: url, origin: "two-counties.example/log")
    let record = try open()
    _ = try FoundedRecord.found(record.ledger, at: Self.moment)
    try record.close()
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  /// Starts the hammer, kills it `milliseconds` after it has said that it is ready, or has made its first `promises`,
  /// and looks at what is left.
  mutating func cycle(killedAfter milliseconds: Int, promises: Int = 0, early: Bool = false) throws {
    let numbers = try hammer(for: milliseconds, promises: promises, early: early)
    promised += numbers
    let start = ContinuousClock.now
    let record = try open()
    slowestOpening = max(slowestOpening, ContinuousClock.now - start)
    defer { try? record.close() }
    // A publication that was cut off is made up for.
    try record.publish()
    let report = try record.verify()
    faults += report.lines
    faults += try record.rebuild(writing: false).faults.map(\.description)
    faults += try lost(of: numbers, in: record)
  }

  /// The promised numbers that are not there exactly once: as a docket file, and as an order that is known.
  private func lost(of numbers: [Int], in record: RecordFolder) throws -> [String] {
    let clerk = Claim(appointment: ObjectID(.appointment, 2))
    var times: [String: Int] = [:]
    try record.ledger.read(as: clerk) { view in
      var last = 0
      while true {
        let files = try view.visible(all: DocketFile.self, after: last, limit: 1000)
        guard let end = files.last else { break }
        last = end.object.id.number
        for file in files { times[file.object.title, default: 0] += 1 }
      }
    }
    var faults: [String] = []
    for number in numbers where times["Problem \(number)"] != 1 {
      faults.append("promised, but there \(times["Problem \(number)"] ?? 0) times: \(number)")
    }
    for (title, count) in times.sorted(by: { $0.key < $1.key }) where count > 1 {
      faults.append("'\(title)' is there \(count) times")
    }
    // Some repeat their orders, as one does who has not had the receipt.
    for number in numbers.suffix(8) where faults.isEmpty {
      let digits = String(number, radix: 16)
      let order = Order(
        DocketFile.self, .draft(title: "Problem \(number)", field: "water", description: "Text \(number)."))
      let receipt = try record.ledger.submitAndWait(
        order, by: clerk, key: #require(CommandKey(String(repeating: "0", count: 32 - digits.count) + digits)))
      if !receipt.isRepeated { faults.append("promised, but not known when repeated: \(number)") }
    }
    return faults
  }

  private func open() throws -> RecordFolder { try RecordFolder(at: url, clock: { Self.moment }) }

  /// - Returns: the numbers it promised.
  private mutating func hammer(for milliseconds: Int, promises: Int, early: Bool) throws -> [Int] {
    let output = url.deletingLastPathComponent().appending(path: "\(url.lastPathComponent)-promises")
    #expect(FileManager.default.createFile(atPath: output.path, contents: nil))
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = [url.path, "\(next)"] + (early ? ["early"] : [])
    next += 1_000_000
    let handle = try FileHandle(forWritingTo: output)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    try process.run()
    // A busy machine may take its time; a process that never is ready makes the test fail below.
    var waited = 0
    while try Data(contentsOf: output).count(where: { $0 == 10 }) <= promises, process.isRunning, waited < 20_000 {
      usleep(1000)
      waited += 1
    }
    usleep(UInt32(milliseconds * 1000))
    let wasRunning = process.isRunning
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try handle.close()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    // What follows the last end of a line is no promise.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.first == "ready" && wasRunning, "the hammer said: \(lines.suffix(3))")
    faults += lines.dropFirst().filter { Int($0) == nil }.map { "the hammer was refused: \($0)" }
    return lines.compactMap { Int($0) }
  }

  /// `HammerRecord` beside the tests' own executable or bundle.
  private static func executable() throws -> URL {
    let bundles =
      [Bundle.main.executableURL, URL(filePath: CommandLine.arguments[0])].compactMap { $0 }
      + Bundle.allBundles.map(\.bundleURL)
    let folders = bundles.flatMap { bundle in
      sequence(first: bundle.deletingLastPathComponent()) { $0.deletingLastPathComponent() }.prefix(4)
    }
    return try #require(
      folders.map { $0.appending(path: "HammerRecord") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath },
      "HammerRecord is not built; build it with 'swift build --build-tests'")
  }
}
