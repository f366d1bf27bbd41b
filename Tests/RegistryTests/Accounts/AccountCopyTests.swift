import Foundation
import GRDB
import Testing

@testable import Registry

@Suite struct AccountCopyTests {
  private let now = SampleBook.now

  @Test("goes along in a backup without sessions and invitations, and not in an export")
  func archives() async throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "copies-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: parent) }
    func at(_ name: String) -> URL { parent.appending(path: name) }
    func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: at(name).path) }
    func rights(_ name: String) throws -> Int? {
      let attributes = try FileManager.default.attributesOfItem(atPath: at(name).path)
      return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
    try RecordFolder.begin(at: at("record"), origin: "two-counties.example/log")
    let record = try RecordFolder(at: at("record"))
    try RecordArchive.backup(record, to: at("empty"))
    #expect(!isThere("empty/accounts.sqlite") && !isThere("record/accounts.sqlite"))
    var settings = AccountBook.Settings()
    settings.cost = SampleBook.cost
    let book = try record.accounts(settings: settings)
    #expect(try record.accounts() === book)
    let (anna, invitation) = try book.create(
      name: "anna.berg", appointments: [ObjectID(.appointment, 1)], language: "en", at: now)
    try await book.activate(invitation, password: SampleBook.password, at: now)
    let (_, open) = try book.create(name: "bo.lind", appointments: [], language: "en", at: now)
    guard
      case .signedIn(let token, let session) = try await book.signIn(
        name: "anna.berg", password: SampleBook.password, network: nil, at: now)
    else { throw SampleBook.Unexpected(answer: "not signed in") }

    try RecordArchive.backup(record, to: at("plain"))
    try RecordArchive.backup(record, to: at("whole"), includingKeys: true)
    for copy in ["plain", "whole"] {
      #expect(try rights("\(copy)/accounts.sqlite") == 0o600 && rights("\(copy)/keys") == 0o700)
      #expect(!isThere("\(copy)/accounts.sqlite-wal"))
      let bytes = try Data(contentsOf: at("\(copy)/accounts.sqlite"))
      #expect(bytes.range(of: Data(session.tokenHash.bytes)) == nil)
      #expect(bytes.range(of: Data(open.hash)) == nil)
    }
    #expect(!isThere("plain/keys/log.key") && !isThere("plain/keys/accounts.key"))
    #expect(!isThere("plain/keys/instance.key") && isThere("plain/keys/log.pub"))
    #expect(try rights("whole/keys/log.key") == 0o600 && rights("whole/keys/accounts.key") == 0o600)

    #expect(try !RecordArchive.restore(at("plain"), to: at("read")))
    #expect(try RecordArchive.restore(at("whole"), to: at("continued")))
    let back = try RecordFolder(at: at("continued"))
    let restored = try back.accounts(settings: settings)
    #expect(back.canPublish)
    #expect(try !RecordFolder(at: at("read")).canPublish)
    #expect(try rights("continued/accounts.sqlite") == 0o600)
    #expect(try restored.account(anna.id).hasPassword)
    #expect(throws: AccountError.noSession) { try restored.session(token, at: now) }
    #expect(try restored.account(invitedBy: open, at: now) == nil)
    #expect(try book.session(token, at: now) == session && book.account(invitedBy: open, at: now) != nil)
    guard
      case .signedIn = try await restored.signIn(
        name: "anna.berg", password: SampleBook.password, network: nil, at: now)
    else { throw SampleBook.Unexpected(answer: "not signed in") }
    try back.close()

    try RecordArchive.export(record, to: at("record.tar"))
    try RecordArchive.import(at("record.tar"), to: at("imported"))
    #expect(!isThere("imported/accounts.sqlite") && !isThere("imported/keys/log.key"))
    let tar = try Data(contentsOf: at("record.tar"))
    #expect(tar.range(of: Data("anna.berg".utf8)) == nil && tar.range(of: Data("scrypt".utf8)) == nil)
    try record.close()
  }

  @Test("is not brought in by an export that somebody has made up")
  func madeUpExport() throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "made-up-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: parent) }
    try RecordFolder.begin(at: parent.appending(path: "record"), origin: "two-counties.example/log")
    let record = try RecordFolder(at: parent.appending(path: "record"))
    _ = try record.accounts().create(name: "mallory", appointments: [], language: "en", at: now)
    let copy = parent.appending(path: "copy")
    try RecordArchive.backup(record, to: copy, includingKeys: true)
    try record.close()
    let file = parent.appending(path: "record.tar")
    for (names, foreign) in [
      (["MANIFEST.sha256", "record.sqlite", "log", "keys/log.pub", "accounts.sqlite"], "accounts.sqlite"),
      (["./MANIFEST.sha256", "./record.sqlite", "./log", "./keys/log.pub", "./accounts.sqlite"], "./accounts.sqlite"),
      (["MANIFEST.sha256", "record.sqlite", "log", "keys/log.pub", "keys/instance.key"], "keys/instance.key"),
    ] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["tar", "-cf", file.path, "-C", copy.path] + names
      try process.run()
      process.waitUntilExit()
      #expect(throws: StorageError.damaged(file.path, fault: "it holds '\(foreign)', which no export does")) {
        try RecordArchive.import(file, to: parent.appending(path: "imported"))
      }
    }
    #expect(!FileManager.default.fileExists(atPath: parent.appending(path: "imported").path))
  }

  @Test("is refused when its accounts are no account book or damaged")
  func damagedCopy() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    let path = sample.folder.appending(path: "copy.sqlite").path
    try sample.book.copy(to: path)
    try AccountBook.check(path)
    try AccountBook.check(path + ".none")
    try mark(path)
    #expect(throws: StorageError.notARecord(path, fault: "it holds no accounts that this program knows")) {
      try AccountBook.check(path)
    }
    try Data(repeating: 65, count: 8_192).write(to: URL(filePath: path))
    #expect(throws: StorageError.notARecord(path, fault: "it is no database")) { try AccountBook.check(path) }
    #expect(throws: AccountError.self) { try sample.book.copy(to: "/nowhere/copy.sqlite") }
  }

  /// Makes a file one of another program.
  private func mark(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA application_id = 5") }
    try queue.close()
  }
}
