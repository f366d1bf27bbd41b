import Foundation
import Testing

/// The record on the terminal: begun, verified, copied, looked after.
@Suite struct RecordTests {
  private static let founding = [
    "--origin", "rivers.example/log", "--name", "Two Counties", "--name-zh", "两县", "--currency", "CNY", "--zone",
    "Asia/Shanghai", "--field", "water", "--office", "Joint Office", "--administrator", "First administrator",
  ]

  private func withRecord(_ body: (_ home: URL) throws -> Void) throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let begun = try run(["init", "--data", "data"] + Self.founding, in: home)
    #expect(begun.code == 0 && begun.complaint == "", "\(begun.complaint)")
    #expect(begun.output.contains("rivers.example/log+"), "the key for those who verify is told")
    try body(home)
  }

  private func run(_ words: [String], in home: URL) throws -> Command.Answer {
    try Command.run(words: words, in: home)
  }

  @Test("is begun once, and verified in English and in Chinese")
  func begins() throws {
    try withRecord { home in
      let verified = try run(["verify", "--data", "data"], in: home)
      #expect(verified.code == 0 && verified.output.hasPrefix("Everything holds."))
      #expect(verified.output.contains("3 events, 3 objects, 1 content kept apart"))
      #expect(try run(["verify", "--data", "data", "--lang", "zh"], in: home).output.hasPrefix("全部核验无误。"))
      #expect(try run(["verify", "--data", "data", "--json"], in: home).json()["holds"] as? Bool == true)
      #expect(try run(["rebuild", "--check", "--data", "data"], in: home).code == 0)
      #expect(try run(["doctor", "--data", "data"], in: home).code == 0)
      let again = try run(["init", "--data", "data"] + Self.founding, in: home)
      #expect(again.code == 2 && again.complaint.contains("data: the folder is not empty"))
    }
  }

  @Test("says that a record does not hold, and where, with exit code 1")
  func detectsChange() throws {
    try withRecord { home in
      let file = home.appending(path: "data/record.sqlite")
      // The file on its own, without its write-ahead log, so that the change is in what is read.
      var bytes = try Data(contentsOf: file)
      let place = try #require(bytes.range(of: Data("Two Counties".utf8)))
      bytes.replaceSubrange(place, with: Data("Two Empires!".utf8))
      try bytes.write(to: file)
      let answer = try run(["verify", "--data", "data"], in: home)
      #expect(answer.code == 1 && answer.output.contains("do not rely on this record"))
    }
  }

  @Test("travels as a copy and as one file, and is verified before it is used")
  func travels() throws {
    try withRecord { home in
      #expect(try run(["backup", "copy", "--data", "data"], in: home).code == 0)
      #expect(try run(["restore", "copy", "--data", "back"], in: home).code == 0)
      #expect(try run(["export", "record.tar", "--data", "back"], in: home).code == 0)
      #expect(try run(["import", "record.tar", "--data", "there"], in: home).code == 0)
      let roots = try ["data", "back", "there"].map {
        try run(["verify", "--data", $0, "--json"], in: home).json()["root"] as? String
      }
      #expect(Set(roots).count == 1 && roots[0] != nil)
      let doctor = try run(["doctor", "--data", "there"], in: home)
      #expect(doctor.code == 1 && doctor.output.contains("this copy can be read, not continued"))
      let taken = try run(["backup", "copy", "--data", "data"], in: home)
      #expect(taken.code == 2 && taken.complaint.contains("there is something already"))
    }
  }

  @Test("refuses what it cannot begin or find, by name")
  func refuses() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let missing = try run(["verify", "--data", "nowhere"], in: home)
    #expect(missing.code == 2 && missing.complaint.contains("there is no record in this folder"))
    let onTheMoon = Self.founding.map { $0 == "Asia/Shanghai" ? "Moon" : $0 }
    let zone = try run(["init", "--data", "data"] + onTheMoon, in: home)
    #expect(zone.code == 1 && zone.complaint.contains("'Moon' is no time zone"))
    let money = try run(["init", "--data", "data"] + Self.founding.map { $0 == "CNY" ? "yuan" : $0 }, in: home)
    #expect(money.code == 1 && money.complaint.contains("'yuan' is no code of ISO 4217"))
    #expect(!FileManager.default.fileExists(atPath: home.appending(path: "data").path), "nothing is left behind")
    let kind = try run(["lifecycles", "docket"], in: home)
    #expect(kind.code == 1 && kind.complaint.contains("'docket' is no kind of object; write one of region"))
  }

  @Test("shows the acts of a life cycle with who may do them")
  func showsLifeCycles() throws {
    let answer = try Command.run("lifecycles", "docketFile")
    #expect(answer.code == 0)
    #expect(answer.output.contains("every affected jurisdiction has its place"))
  }
}
