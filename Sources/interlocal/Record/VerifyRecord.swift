import ArgumentParser
import Foundation
import Registry
import Reporting

struct VerifyRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verify that a record is as it was written: every row people read, every event, the signed log.",
    discussion: """
      Example: interlocal verify --data interlocal-data --checkpoint kept-last-year.txt

      Exit code 0 only when everything holds. A checkpoint that you kept, or had from a witness, also shows whether the \
      record was rewritten as a whole.
      """)

  @OptionGroup var record: RecordChoice
  @Option(help: "A checkpoint kept earlier, which the record must continue; repeat for more.", completion: .file())
  var checkpoint: [String] = []
  @Flag(help: "Print the findings as JSON.") var json = false

  private struct Summary: Encodable {
    let holds: Bool
    let events: Int
    let objects: Int
    let contents: Int
    let erased: Int
    let root: String
    let checkpoint: Int?
    let faults: [String]
  }

  func run() throws {
    let report = try recorded {
      let folder = try RecordFolder(at: record.url)
      let kept = try checkpoint.map { file in
        guard let bytes = FileManager.default.contents(atPath: file) else {
          throw StorageError.failed(file, fault: "it cannot be read")
        }
        return try folder.policy.checkpoint(in: SignedNote(bytes: [UInt8](bytes), at: file), at: file)
      }
      return try folder.verify(continuing: kept)
    }
    if json {
      let found = report.record
      try say(
        JSONText(
          Summary(
            holds: report.holds, events: found.events, objects: found.rows, contents: found.contents,
            erased: found.erased, root: found.frontier.root.hex, checkpoint: report.audit.checkpoint?.size,
            faults: report.lines)
        ).description)
    } else {
      try say(text(of: Answer.verification(report, in: record.lang)))
    }
    if !report.holds { throw ExitCode(1) }
  }
}

struct RebuildRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Compute every row anew from the events, and compare; without --check, write rows that differ anew.",
    discussion: "Example: interlocal rebuild --check --data interlocal-data")

  @OptionGroup var record: RecordChoice
  @Flag(help: "Only compare; change nothing.") var check = false

  func run() throws {
    let fold = try recorded { try RecordFolder(at: record.url).rebuild(writing: !check) }
    try say(text(of: Answer.rebuild(fold, written: !check, in: record.lang)))
    if !fold.holds, check { throw ExitCode(1) }
  }
}
