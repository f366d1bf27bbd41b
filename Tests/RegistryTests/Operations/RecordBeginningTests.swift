import Foundation
import Testing

@testable import Registry

/// Whatever stops a record from being begun, it can be begun afterwards.
@Suite struct RecordBeginningTests {
  private struct Stopped: Error {}
  private static let origin = "two-counties.example/log"

  private func withPlace(_ body: (URL) throws -> Void) throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "beginning-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: parent) }
    try body(parent.appending(path: "record"))
  }

  private func stop(at url: URL, before stop: RecordBeginning.Step) {
    // As when the process is killed there: nothing is tidied up.
    #expect(throws: Stopped.self) {
      try RecordFolder.begin(at: url, origin: Self.origin) { if $0 == stop { throw Stopped() } }
    }
  }

  private func expectWhole(_ url: URL) throws {
    let record = try RecordFolder(at: url)
    #expect(try record.verify().lines == [])
    #expect(try RecordHealth(of: record, now: Ledger.systemClock()).findings.first?.fault == nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix("record.sqlite-") }.sorted()
        == ["keys", "log", "record.sqlite"])
    try record.close()
  }

  @Test("leaves nothing in the way of the next attempt, wherever it stops", arguments: RecordBeginning.Step.allCases)
  func beginsAgain(stop step: RecordBeginning.Step) throws {
    try withPlace { url in
      stop(at: url, before: step)
      #expect(throws: StorageError.self) { try RecordFolder(at: url) }
      try RecordFolder.begin(at: url, origin: Self.origin)
      try expectWhole(url)
    }
  }

  @Test("clears also files that are torn or empty", arguments: RecordBeginning.Step.allCases)
  func clearsTornFiles(stop step: RecordBeginning.Step) throws {
    try withPlace { url in
      stop(at: url, before: step)
      for (index, name) in (FileManager.default.subpaths(atPath: url.path) ?? []).sorted().enumerated() {
        guard let file = try? FileHandle(forWritingTo: url.appending(path: name)) else { continue }
        try file.truncate(atOffset: index % 2 == 0 ? 0 : try file.seekToEnd() / 2)
        try file.close()
      }
      stop(at: url, before: .database)
      try RecordFolder.begin(at: url, origin: Self.origin)
      try expectWhole(url)
    }
  }

  @Test("touches neither a record that is whole nor anything that it has not made")
  func touchesNothingElse() throws {
    try withPlace { url in
      try RecordFolder.begin(at: url, origin: Self.origin)
      let key = try Data(contentsOf: RecordFolder.secretKey(in: url))
      let isFull = StorageError.notARecord(url.path, fault: "the folder is not empty")
      #expect(throws: isFull) { try RecordFolder.begin(at: url, origin: Self.origin) }
      #expect(try Data(contentsOf: RecordFolder.secretKey(in: url)) == key)
      try expectWhole(url)
    }
    try withPlace { url in
      stop(at: url, before: .log)
      let letter = url.appending(path: "letter.txt")
      try Data("Dear all".utf8).write(to: letter)
      let isFull = StorageError.notARecord(url.path, fault: "the folder is not empty")
      #expect(throws: isFull) { try RecordFolder.begin(at: url, origin: Self.origin) }
      #expect(FileManager.default.fileExists(atPath: RecordFolder.secretKey(in: url).path))
      try FileManager.default.removeItem(at: letter)
      try RecordFolder.begin(at: url, origin: Self.origin)
      try expectWhole(url)
    }
  }

  @Test("lets one begin at a time", arguments: RecordBeginning.Step.allCases.filter { $0 != .mark })
  func oneAtATime(step: RecordBeginning.Step) throws {
    try withPlace { url in
      let isBusy = StorageError.failed(url.path, fault: "somebody is beginning a record here")
      try RecordFolder.begin(at: url, origin: Self.origin) { now in
        guard now == step else { return }
        #expect(throws: isBusy) { try RecordFolder.begin(at: url, origin: Self.origin) }
      }
      try expectWhole(url)
    }
  }
}
