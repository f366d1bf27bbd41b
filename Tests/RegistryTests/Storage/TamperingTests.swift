import Foundation
import Testing

@testable import Registry

/// Bytes of a record that somebody has changed. With `INTERLOCAL_NIGHTLY=1` more than twenty thousand.
@Suite struct TamperingTests {
  private static let nightly = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"

  private static let fixture = Result { try TamperingFixture(objects: nightly ? 300 : 24) }

  /// What carries nothing: the only places where a changed byte may go unnoticed, since nobody reads anything else.
  private static let empty: Set<String> = [
    "unallocated space", "free block", "free page", "page that the log replaces", "log frame already in the main file",
    "change counter", "number of pages", "schema cookie", "suggested cache size", "reserved header",
    "SQLite's version number",
  ]

  @Test("notices every changed byte, or the byte carries nothing", arguments: UInt64(0)..<4)
  func noticesFlips(seed: UInt64) throws {
    let fixture = try Self.fixture.get()
    let places = SQLitePlaces(
      database: try #require(fixture.files[TamperingFixture.database]),
      log: try #require(fixture.files[TamperingFixture.writeAhead]))
    let others = fixture.files.keys.filter { !$0.hasPrefix(TamperingFixture.database) }.sorted()
    var chance = CrashChance(seed: seed)
    let tampered = try TamperedFolder(fixture)
    defer { tampered.remove() }
    var (noticed, unnoticed): ([String: Int], [String: Int]) = ([:], [:])
    for _ in 0..<(Self.nightly ? 6000 : 300) {
      let path =
        switch Int.random(in: 0..<10, using: &chance) {
        case 0..<4: TamperingFixture.database
        case 4..<7: TamperingFixture.writeAhead
        default: others.randomElement(using: &chance)!
        }
      // Most of a small database carries nothing; three of four such bytes are passed over.
      var (offset, kind) = (0, "")
      repeat {
        offset = Int.random(in: 0..<fixture.files[path]!.count, using: &chance)
        kind = places.kind(ofByte: offset, of: path)
      } while Self.empty.contains(kind) && Int.random(in: 0..<4, using: &chance) > 0
      let change = UInt8.random(in: 1...255, using: &chance)
      if try tampered.isNoticed(path, at: offset, change) {
        noticed[kind, default: 0] += 1
      } else {
        unnoticed[kind, default: 0] += 1
        #expect(
          try tampered.dump() == fixture.dump, "seed \(seed): byte \(offset) of \(path) (\(kind)) changed by \(change)")
        #expect(Self.empty.contains(kind), "seed \(seed): byte \(offset) of \(path) (\(kind)) changed by \(change)")
      }
      try tampered.restore(path)
    }
    #expect(noticed.values.reduce(0, +) > 2 * unnoticed.values.reduce(0, +))
    if Self.nightly { print("tampering, seed \(seed): noticed \(noticed), carrying nothing \(unnoticed)") }
  }
}

extension SQLitePlaces {
  /// In a word what a byte of any file of a record is for.
  fileprivate func kind(ofByte offset: Int, of path: String) -> String {
    switch path {
    case TamperingFixture.database: kind(ofDatabaseByte: offset)
    case TamperingFixture.writeAhead: kind(ofLogByte: offset)
    case _ where path.hasPrefix("log/tile/entries"): "entry bundle"
    case _ where path.hasPrefix("log/tile"): "tile"
    default: path
    }
  }
}

/// A folder in which one byte at a time is changed.
final class TamperedFolder {
  private let url = FileManager.default.temporaryDirectory.appending(path: "tampering-\(UUID().uuidString)")
  private let fixture: TamperingFixture
  private var record: RecordFolder?

  init(_ fixture: TamperingFixture) throws {
    self.fixture = fixture
    try TamperingFixture.write(fixture.files, to: url)
  }

  /// Changes a byte, opens the record and verifies it.
  func isNoticed(_ path: String, at offset: Int, _ change: UInt8) throws -> Bool {
    var bytes = fixture.files[path]!
    bytes[offset] ^= change
    try Data(bytes).write(to: url.appending(path: path))
    do {
      let record = try TamperingFixture.open(url)
      self.record = record
      return try !record.verify().holds
    } catch {
      return true
    }
  }

  /// Every value of the record as it is now.
  func dump() throws -> [String] { try record.map(TamperingFixture.dump) ?? [] }

  /// Undoes the change.
  func restore(_ path: String) throws {
    try? record?.close()
    record = nil
    // Opening may have written to the database, whichever file was changed.
    for file in [TamperingFixture.database, TamperingFixture.writeAhead] {
      try Data(fixture.files[file]!).write(to: url.appending(path: file))
    }
    try Data(fixture.files[path]!).write(to: url.appending(path: path))
    try? FileManager.default.removeItem(at: url.appending(path: TamperingFixture.database + "-shm"))
  }

  func remove() {
    try? record?.close()
    try? FileManager.default.removeItem(at: url)
  }
}
