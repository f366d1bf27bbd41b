import Foundation
import GRDB
import Testing

@testable import Registry

@Suite struct AccountAdministrationTests {
  private let now = SampleBook.now
  private func seat(_ number: Int) -> ObjectID { ObjectID(.appointment, number) }

  @Test(
    "takes names that differ in case, width or accents typed otherwise for one",
    arguments: [
      ("Ａnna.Berg", "anna.berg"), (" STRASSE ", "strasse"), ("straße", "strasse"), ("a\u{30a}ke-berg", "\u{e5}ke-berg"),
      ("王小明", "王小明"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"), ("οδυσσευς", "οδυσσευσ"), ("anna@lund.se", "anna@lund.se"),
      ("Ⅷ9_+", "viii9_+"),
    ])
  func folding(typed: String, kept: String) throws {
    #expect(try SignInName(typed: typed).text == kept)
  }

  @Test("folds every letter to what folds to itself")
  func foldingEnds() throws {
    for number in UInt32(0x21)...0x1_FFFF {
      // Others are left as they are.
      guard let scalar = Unicode.Scalar(number), scalar.properties.changesWhenNFKCCaseFolded,
        let name = try? SignInName(typed: "ab\(scalar)c")
      else { continue }
      let again = try SignInName(typed: name.text)
      #expect(again.text.unicodeScalars.elementsEqual(name.text.unicodeScalars), "\(String(number, radix: 16))")
    }
  }

  @Test(
    "refuses names that are too short, too long or hold other signs",
    arguments: [
      ("ab", "a sign-in name has 3 to 64 characters, not 2; choose another one"),
      ("", "a sign-in name has 3 to 64 characters, not 0; choose another one"),
      (String(repeating: "a", count: 65), "a sign-in name has 3 to 64 characters, not 65; choose another one"),
      (
        "anna berg",
        "a sign-in name begins with a letter or digit and holds letters, digits and . - _ + @, not ' '; leave it out"
      ),
      (
        ".anna",
        "a sign-in name begins with a letter or digit and holds letters, digits and . - _ + @, not '.'; leave it out"
      ),
      (
        "anna:b",
        "a sign-in name begins with a letter or digit and holds letters, digits and . - _ + @, not ':'; leave it out"
      ),
      (
        "an\u{0}na",
        "a sign-in name begins with a letter or digit and holds letters, digits and . - _ + @, not '\u{0}'; leave it out"
      ),
    ])
  func badNames(typed: String, words: String) throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    do {
      _ = try sample.book.create(name: typed, appointments: [], language: "en", at: now)
      Issue.record("accepted \(typed)")
    } catch { #expect("\(error)" == words) }
    #expect(try sample.book.accounts().isEmpty)
    #expect(throws: AccountError.name(.length(characters: 5_000))) {
      try sample.book.create(name: String(repeating: "a", count: 5_000), appointments: [], language: "en", at: now)
    }
  }

  @Test("gives one name and one appointment to one account, and nothing of an account that is refused")
  func unique() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let anna = try await sample.anna()
    let taken = try SignInName(typed: "anna.berg")
    for name in ["anna.berg", "ANNA.Berg", "ａnna.berg"] {
      #expect(throws: AccountError.nameTaken(taken)) {
        try book.create(name: name, appointments: [], language: "en", at: now)
      }
    }
    #expect("\(AccountError.nameTaken(taken))" == "there is an account 'anna.berg' already; choose another name")
    #expect(throws: AccountError.appointmentHeld(seat(2), by: taken)) {
      try book.create(name: "bo.lind", appointments: [seat(7), seat(2)], language: "en", at: now)
    }
    #expect(
      "\(AccountError.appointmentHeld(seat(2), by: taken))" == "'anna.berg' holds A-2; take it from that account first")
    #expect(try book.account(named: "bo.lind") == nil && book.account(holding: seat(7)) == nil)
    #expect(throws: AccountError.notAnAppointment(ObjectID(.delegation, 2))) {
      try book.add(ObjectID(.delegation, 2), to: anna, at: now)
    }
    #expect(
      "\(AccountError.notAnAppointment(ObjectID(.delegation, 2)))"
        == "DG-2 is no appointment; give the number of one, such as A-1")
    for tag in ["", "e", "en us", "é1", String(repeating: "a", count: 36)] {
      #expect(throws: AccountError.language(tag)) {
        try book.create(name: "carl", appointments: [], language: tag, at: now)
      }
    }
    #expect("\(AccountError.language("e"))" == "'e' is no language; give a tag such as en or zh")
    #expect(throws: AccountError.noAccount(AccountID(9))) { try book.account(AccountID(9)) }
    #expect("\(AccountError.noAccount(AccountID(9)))" == "there is no account-9; look at the list of accounts")
    let (bo, _) = try book.create(name: "bo.lind", appointments: [seat(7)], language: "zh", at: now)
    #expect(bo.id > anna)
    #expect(try book.accounts().map(\.name.text) == ["anna.berg", "bo.lind"])
    #expect(try book.account(holding: seat(7)) == bo && book.account(named: " BO.lind") == bo)
    #expect(try book.account(named: "?") == nil)
  }

  @Test("adds and takes appointments, at most fifty, and ends the sessions that use what was taken")
  func appointments() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let anna = try await sample.anna()
    let (first, _) = try await sample.signedIn()
    let (using, _) = try book.choose(seat(1), limits: .ordinary, in: first, at: now)
    let (other, _) = try await sample.signedIn()
    try book.add(seat(1), to: anna, at: now)
    try book.add(seat(5), to: anna, at: now)
    #expect(try book.account(anna).appointments == [seat(1), seat(2), seat(5)])
    try book.remove(seat(1), from: anna, at: now)
    try book.remove(seat(40), from: anna, at: now)
    #expect(throws: AccountError.noSession) { try book.session(using, at: now) }
    #expect(try book.session(other, at: now).account == anna)
    #expect(throws: AccountError.notHeld(seat(1))) { try book.choose(seat(1), limits: .ordinary, in: other, at: now) }
    #expect("\(AccountError.notHeld(seat(1)))" == "your account does not hold A-1; choose another appointment")
    #expect(try book.session(other, at: now).appointment == nil)
    for number in 10..<58 { try book.add(seat(number), to: anna, at: now) }
    #expect(throws: AccountError.tooManyAppointments(most: 50)) { try book.add(seat(90), to: anna, at: now) }
    #expect(
      "\(AccountError.tooManyAppointments(most: 50))"
        == "an account holds at most 50 appointments; take away those that are over")
  }

  @Test("closes an account for ever: sessions and credentials go, the name stays, the appointments are free")
  func closing() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let anna = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    _ = try await sample.guarded(token)
    let invitation = try book.invite(anna, at: now)
    try book.close(anna, at: now)
    let closed = try book.account(anna)
    #expect(closed.closed == now && !closed.hasPassword && !closed.hasSecondFactor && closed.appointments.isEmpty)
    #expect(closed.invitedUntil == nil && closed.recoveryCodesLeft == 0)
    #expect(
      kind(try await sample.book.signIn(name: "anna.berg", password: SampleBook.password, network: nil, at: now))
        == "refused")
    #expect(try book.events(limit: 1).first?.detail == "closed")
    await #expect(throws: AccountError.invitationNotValid) {
      try await book.activate(invitation, password: SampleBook.password, at: now)
    }
    #expect(throws: AccountError.closed(anna)) { try book.invite(anna, at: now) }
    #expect(throws: AccountError.closed(anna)) { try book.add(seat(1), to: anna, at: now) }
    #expect(throws: AccountError.closed(anna)) { try book.close(anna, at: now) }
    #expect(throws: AccountError.closed(anna)) { try book.setLanguage("zh", of: anna) }
    #expect("\(AccountError.closed(anna))" == "account-1 is closed; create a new account")
    #expect(throws: AccountError.nameTaken(closed.name)) {
      try book.create(name: "anna.berg", appointments: [], language: "en", at: now)
    }
    let (next, _) = try book.create(name: "anna.two", appointments: [seat(1)], language: "en", at: now)
    try book.setLanguage("zh", of: next.id)
    #expect(try book.account(next.id).language == "zh")
  }

  @Test("keeps its file and its keys to the owner, and waits for the disk")
  func rights() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    for name in ["accounts.sqlite", "accounts.sqlite-wal", "keys/instance.key", "keys/accounts.key"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: sample.folder.appending(path: name).path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
    }
    let (mode, level, overwrites) = try sample.book.queue.inDatabase { database in
      (
        try String.fetchOne(database, sql: "PRAGMA journal_mode"),
        try Int.fetchOne(database, sql: "PRAGMA synchronous"), try Int.fetchOne(database, sql: "PRAGMA secure_delete")
      )
    }
    #expect(mode == "wal" && level == 2 && overwrites == 1)
    try sample.book.close()
    let path = sample.folder.appending(path: "accounts.sqlite").path
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try sample.again().close()
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test("keeps nothing by which one could come in: no password, token or secret as it is")
  func nothingPlain() async throws {
    let sample = try SampleBook()
    let anna = try await sample.anna()
    let (first, _) = try await sample.signedIn()
    let (token, _, secret, codes) = try await sample.guarded(first)
    let invitation = try sample.book.invite(
      try sample.book.create(
        name: "bo.lind", appointments: [], language: "en", at: now
      ).account.id, at: now)
    let (wrong, _) = (
      try await sample.book.signIn(
        name: "seven herons", password: "a wrong heron", network: SampleBook.home, at: now), anna
    )
    #expect(kind(wrong) == "refused")
    try sample.book.close()
    defer { try? FileManager.default.removeItem(at: sample.folder) }
    let bytes = try ["accounts.sqlite", "accounts.sqlite-wal"].reduce(into: Data()) { all, name in
      let file = sample.folder.appending(path: name)
      if FileManager.default.fileExists(atPath: file.path) { all += try Data(contentsOf: file) }
    }
    #expect(bytes.count > 4_096)
    let tokenBytes = try BinaryText.base64URL.bytes(of: token.text)
    for (what, canary) in [
      ("password", Array(SampleBook.password.utf8)), ("typed", Array("a wrong heron".utf8)),
      ("typed name", Array("seven herons".utf8)), ("token", Array(token.text.utf8)), ("token bytes", tokenBytes),
      ("secret", secret.bytes), ("secret text", Array(secret.base32.utf8)), ("recovery", codes[0].bytes),
      ("recovery text", Array(codes[0].text.utf8)), ("invitation", invitation.bytes),
    ] { #expect(bytes.range(of: Data(canary)) == nil, "\(what)") }
    #expect(bytes.range(of: Data("anna.berg".utf8)) != nil)
  }

  @Test("refuses a file that is something else, of a later program, or damaged")
  func foreignFiles() throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    try sample.book.close()
    let path = sample.folder.appending(path: "accounts.sqlite").path
    func change(_ sql: String) throws {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
      try queue.close()
    }
    try change("PRAGMA user_version = 9")
    #expect(
      throws: AccountError.storage(.notARecord(path, fault: "it was written by a later program (version 9)"))
    ) { try sample.again() }
    try change("PRAGMA application_id = 7")
    #expect(throws: AccountError.storage(.notARecord(path, fault: "it is a database of something else"))) {
      try sample.again()
    }
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    try Data(repeating: 65, count: 8_192).write(to: URL(filePath: path))
    #expect(throws: AccountError.storage(.notARecord(path, fault: "it is no database"))) { try sample.again() }
    try FileManager.default.removeItem(atPath: path)
    let key = sample.folder.appending(path: "keys/instance.key")
    try Data([1, 2]).write(to: key)
    #expect(throws: AccountError.storage(.damaged(key.path, fault: "a key has 32 bytes"))) { try sample.again() }
  }
}
