import ArgumentParser
import Foundation
import Registry
import Reporting

struct BackupRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a record with its log and accounts into a new folder, while people go on working.",
    discussion: """
      Example: interlocal backup copies/2026-11-22 --data interlocal-data

      Without --with-keys the copy can be read and verified, but not continued: keep the folder keys apart. With it,
      whoever has the copy can sign in the record's name.
      """)

  @Argument(help: "The folder of the copy; it must not exist yet.", transform: path) var folder: String
  @Flag(help: "Copy the secret keys too.") var withKeys = false
  @OptionGroup var record: RecordChoice

  func run() throws {
    try recorded {
      try RecordArchive.backup(RecordFolder(at: record.url), to: URL(filePath: folder), includingKeys: withKeys)
    }
    try say(text(of: Answer.copy(.copied(withKeys: withKeys), to: folder, in: record.lang)))
  }
}

struct RestoreRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring a copy back as a record, after every file and the whole record were verified.",
    discussion: "Example: interlocal restore copies/2026-11-22 --data interlocal-data")

  @Argument(help: "The folder of the copy.", completion: .directory, transform: path) var folder: String
  @OptionGroup var record: RecordChoice

  func run() throws {
    let withKeys = try recorded { try RecordArchive.restore(URL(filePath: folder), to: record.url) }
    try say(text(of: Answer.copy(.restored(withKeys: withKeys), to: record.data, in: record.lang)))
  }
}

struct ExportRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a whole record without its secret keys and accounts into one tar file that anyone can verify.",
    discussion: "Example: interlocal export record.tar --data interlocal-data")

  @Argument(help: "The file to write.", transform: path) var file: String
  @OptionGroup var record: RecordChoice

  func run() throws {
    try recorded { try RecordArchive.export(RecordFolder(at: record.url), to: URL(filePath: file)) }
    try say(text(of: Answer.copy(.exported, to: file, in: record.lang)))
  }
}

struct ImportRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a record out of an exported file, after everything in it was verified.",
    discussion: "Example: interlocal import record.tar --data elsewhere")

  @Argument(help: "The exported file.", completion: .file(extensions: ["tar"]), transform: path) var file: String
  @OptionGroup var record: RecordChoice

  func run() throws {
    try recorded { try RecordArchive.import(URL(filePath: file), to: record.url) }
    try say(text(of: Answer.copy(.imported, to: record.data, in: record.lang)))
  }
}

struct ExamineRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at what surrounds a record: keys, disk, published log, clock.",
    discussion: "Example: interlocal doctor --data interlocal-data")

  @OptionGroup var record: RecordChoice

  func run() throws {
    let health = try recorded { try RecordHealth(of: RecordFolder(at: record.url), now: Ledger.systemClock()) }
    try say(text(of: Answer.health(health, in: record.lang)))
    if !health.isSound { throw ExitCode(1) }
  }
}
