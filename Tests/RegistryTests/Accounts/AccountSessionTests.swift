import Foundation
import GRDB
import Testing

@testable import Registry

@Suite struct AccountSessionTests {
  private let now = SampleBook.now
  private func seat(_ number: Int) -> ObjectID { ObjectID(.appointment, number) }
  private func minutes(_ number: Int64) -> Instant { now.later(by: number * SampleBook.minute) }

  @Test("lives on in a book that is opened anew, and ends half an hour after its last use")
  func reopened() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    let (token, session) = try await sample.signedIn()
    try sample.book.close()
    let book = try sample.again()
    #expect(try book.session(token, at: now) == session)
    _ = try book.session(token, at: minutes(29))
    #expect(try book.session(token, at: minutes(58)).lastSeen == minutes(58).milliseconds)
    #expect(throws: AccountError.sessionEnded(.idle(since: minutes(88).milliseconds))) {
      try book.session(token, at: minutes(88))
    }
    #expect(throws: AccountError.noSession) { try book.session(token, at: minutes(88)) }
    #expect("\(AccountError.noSession)" == "this is not a session; sign in again")
    #expect(
      "\(AccountError.sessionEnded(.idle(since: 0)))" == "the session ended because it was not used; sign in again")
    #expect(try book.events(limit: 1).map(\.detail) == ["not used"])
    try book.close()
  }

  @Test("ends twelve hours after the sign-in, however much it is used and renewed")
  func over() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    var (token, _) = try await sample.signedIn()
    for quarter in Int64(1)..<48 {
      if quarter.isMultiple(of: 5) {
        (token, _) = try sample.book.choose(
          quarter.isMultiple(of: 2) ? seat(1) : nil, limits: .ordinary, in: token, at: minutes(15 * quarter))
      }
      _ = try sample.book.session(token, at: minutes(15 * quarter))
    }
    let end = now.later(by: 12 * SampleBook.hour)
    #expect(throws: AccountError.sessionEnded(.over(since: end.milliseconds))) {
      try sample.book.session(token, at: end)
    }
    #expect(throws: AccountError.noSession) {
      try sample.book.choose(nil, limits: .ordinary, in: token, at: end)
    }
  }

  @Test("is written at most once a minute, and costs no reading in between")
  func touches() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    func stored() throws -> Int64? {
      try sample.book.read { try Int64.fetchOne($0, sql: "SELECT lastSeen FROM session") }
    }
    func changes() throws -> Int? {
      try sample.book.read { try Int.fetchOne($0, sql: "SELECT total_changes()") }
    }
    _ = try sample.book.session(token, at: now)
    let before = try changes()
    for second in Int64(0)..<60 { _ = try sample.book.session(token, at: now.later(by: second * 1_000)) }
    #expect(try changes() == before && stored() == now.milliseconds)
    #expect(try sample.book.session(token, at: minutes(1)).lastSeen == minutes(1).milliseconds)
    #expect(try stored() == minutes(1).milliseconds)
    // Within one second nothing is asked of the database at all: it may even be closed.
    _ = try sample.book.session(token, at: minutes(1))
    try sample.book.close()
    for millisecond in Int64(0)..<1_000 {
      #expect(try sample.book.session(token, at: minutes(1).later(by: millisecond)).account == AccountID(1))
    }
    #expect(
      throws: AccountError.storage(
        .failed(sample.folder.appending(path: "accounts.sqlite").path, fault: "the accounts are closed"))
    ) { try sample.book.session(token, at: minutes(1).later(by: 1_000)) }
  }

  @Test("ends for a process that remembers it within a second after another process ended it")
  func otherProcesses() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let anna = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    _ = try sample.book.session(token, at: now)
    let other = try sample.again()
    try other.endSessions(of: anna, at: now)
    #expect(try sample.book.session(token, at: now.later(by: 999)).account == anna)
    #expect(throws: AccountError.noSession) { try sample.book.session(token, at: now.later(by: 1_000)) }
    let (next, _) = try await sample.signedIn()
    #expect(try other.session(next, at: now).account == anna)
    try other.close()
  }

  @Test("is ended by its owner: one by number, one's own, all, all others")
  func ending() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let (anna, bo) = (try await sample.anna(), try await sample.anna("bo.lind", appointments: [3]))
    var tokens: [SessionToken] = []
    for minute in Int64(0)..<4 {
      tokens.append(
        try await sample.signedIn(
          network: minute == 2 ? SampleBook.elsewhere : SampleBook.home, at: minutes(minute)
        ).token)
    }
    let (bos, bosSession) = try await sample.signedIn("bo.lind", at: minutes(4))
    let session = try book.session(tokens[1], at: minutes(4))
    let list = try book.sessions(of: session, at: minutes(4))
    // Where it was used last comes first.
    #expect(list.map(\.lastSeen) == [minutes(4), minutes(3), minutes(2), minutes(0)])
    #expect(list.map(\.isThis) == [true, false, false, false])
    #expect(list.map(\.network) == ["203.0.113.0/24", "203.0.113.0/24", "198.51.100.0/24", "203.0.113.0/24"])
    // Not by somebody else.
    try book.endSession(list[1].number, of: bo, at: minutes(4))
    #expect(try book.session(tokens[3], at: minutes(4)).account == anna)
    try book.endSession(list[1].number, of: anna, at: minutes(4))
    #expect(throws: AccountError.noSession) { try book.session(tokens[3], at: minutes(4)) }
    try book.end(tokens[0], at: minutes(4))
    try book.end(tokens[0], at: minutes(4))
    #expect(throws: AccountError.noSession) { try book.session(tokens[0], at: minutes(4)) }
    try book.endSessions(of: anna, except: session.tokenHash, at: minutes(4))
    #expect(try book.sessions(of: session, at: minutes(4)).map(\.isThis) == [true])
    #expect(try book.session(bos, at: minutes(4)).account == bo)
    try book.endSessions(of: anna, at: minutes(4))
    #expect(throws: AccountError.noSession) { try book.session(tokens[1], at: minutes(4)) }
    #expect(try book.sessions(of: bosSession, at: minutes(4)).count == 1)
    #expect(
      try book.events(limit: 100, of: anna).filter { $0.kind == .sessionEnded }.map(\.detail)
        == ["ended by its owner", "ended by its owner", "signed out", "ended by its owner"])
  }

  @Test("is found by its own token only", arguments: UInt64(0)..<20)
  func tampered(seed: UInt64) async throws {
    let sample = try SampleBook(seed)
    defer { sample.remove() }
    _ = try await sample.anna()
    let (token, session) = try await sample.signedIn()
    var chance = SeededChance(seed: seed)
    for _ in 0..<50 {
      let changed = chance.mutation(of: token.text)
      guard changed != token.text else { continue }
      #expect(throws: AccountError.noSession) { try sample.book.session(text: changed, at: now) }
    }
    // The hash that is stored is no token.
    let hash = BinaryText.base64URL.text(of: session.tokenHash.bytes)
    #expect(throws: AccountError.noSession) { try sample.book.session(text: hash, at: now) }
    #expect(throws: AccountError.noSession) { try sample.book.session(text: "", at: now) }
  }

  @Test("never lasts longer because a clock was set back")
  func clockSetBack() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    _ = try sample.book.session(token, at: minutes(20))
    #expect(try sample.book.session(token, at: minutes(-600)).lastSeen == minutes(20).milliseconds)
    #expect(throws: AccountError.sessionEnded(.idle(since: minutes(50).milliseconds))) {
      try sample.book.session(token, at: minutes(50))
    }
  }

  @Test("ends when its owner signs in for the fifty-first time, the one used least lately first")
  func most() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let anna = try await sample.anna()
    var tokens: [SessionToken] = []
    for second in Int64(0)..<50 { tokens.append(try await sample.signedIn(at: now.later(by: second * 1_000)).token) }
    _ = try sample.book.session(tokens[0], at: minutes(2))
    _ = try sample.book.session(tokens[1], at: minutes(1).later(by: -100))
    _ = try await sample.signedIn(at: minutes(2))
    #expect(try sample.book.session(tokens[0], at: minutes(2)).account == anna)
    #expect(throws: AccountError.noSession) { try sample.book.session(tokens[1], at: minutes(2)) }
    #expect(try sample.book.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM session") } == 50)
    #expect(try sample.book.events(limit: 1).map(\.detail) == ["too many"])
  }

  @Test("leaves nothing behind that has passed")
  func purging() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let anna = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    _ = try await sample.guarded(token)
    _ = try await sample.book.signIn(name: "anna.berg", password: SampleBook.password, network: nil, at: now)
    _ = try await sample.book.signIn(name: "nobody", password: "wrong heron", network: nil, at: now)
    let (bo, _) = try sample.book.create(name: "bo.lind", appointments: [], language: "en", at: now)
    func rows(_ table: String) throws -> Int? {
      try sample.book.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }
    #expect(try sample.book.purge(at: minutes(2)) == 0)
    #expect(try rows("session") == 1 && rows("half") == 1 && rows("familiar") == 1)
    #expect(try sample.book.purge(at: minutes(31)) == 1)
    #expect(try rows("session") == 0 && rows("half") == 0)
    #expect(try rows("failure") ?? 0 > 0 && sample.book.account(bo.id).invitedUntil != nil)
    try sample.book.purge(at: now.later(days: 8))
    #expect(try rows("failure") == 0 && sample.book.account(bo.id).invitedUntil == nil && rows("familiar") == 1)
    try sample.book.purge(at: now.later(days: 91))
    #expect(try rows("familiar") == 0 && rows("event") ?? 0 > 5)
    try sample.book.purge(at: now.later(days: 401))
    #expect(try rows("event") == 0)
    #expect(try sample.book.account(anna).hasSecondFactor)
  }

  @Test("is remembered within bounds, those in use longest", arguments: [1, 2, 10, 1_000])
  func memory(most: Int) throws {
    let memory = SessionMemory(most: most)
    var chance = SeededChance(seed: 1)
    var used: SessionTokenHash?
    for _ in 0..<500 {
      let session = Session.opened(for: AccountID(1), limits: .ordinary, at: 0, using: &chance).session
      memory.remember(.init(session: session, storedLastSeen: 0), of: memory.entry(session.tokenHash).epoch)
      if let used, most >= 10 { #expect(memory.entry(used).entry != nil) }
      if used == nil { used = session.tokenHash }
      #expect(memory.count <= max(2, most))
    }
  }

  @Test("is not remembered by who read it before it was forgotten")
  func epochs() throws {
    let memory = SessionMemory(most: 10)
    var chance = SeededChance(seed: 1)
    let session = Session.opened(for: AccountID(1), limits: .ordinary, at: 0, using: &chance).session
    let (_, epoch) = memory.entry(session.tokenHash)
    memory.forget { $0.account == AccountID(2) }
    memory.remember(.init(session: session, storedLastSeen: 0), of: epoch)
    #expect(memory.count == 0)
  }

  @Test("binds forms to the session and to the form, and visitors' forms to their cookie")
  func forms() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    let (token, session) = try await sample.signedIn()
    let text = sample.book.formToken(for: session, form: "table/accept")
    #expect(sample.book.accepts(formToken: text, for: session, form: "table/accept"))
    #expect(!sample.book.accepts(formToken: text, for: session, form: "table/reject"))
    let (_, renewed) = try sample.book.choose(seat(1), limits: .ordinary, in: token, at: now)
    #expect(!sample.book.accepts(formToken: text, for: renewed, form: "table/accept"))
    let visitor = sample.book.newVisitor()
    let free = sample.book.formToken(for: visitor, form: "sign-in")
    #expect(sample.book.accepts(formToken: free, for: visitor, form: "sign-in"))
    #expect(!sample.book.accepts(formToken: free, for: sample.book.newVisitor(), form: "sign-in"))
    // The key is kept, so that open forms outlive a restart.
    let other = try sample.again()
    #expect(other.accepts(formToken: free, for: visitor, form: "sign-in"))
    try other.close()
  }
}
